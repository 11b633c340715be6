//! What people correct: a file with a row for each code, or boundary of an answer, that a person overrules. Everybody can send one, the
//! council that is measured as well.
//!
//! The file has the columns `id, column, value, who, why`, those of `answers.csv` for `id`, `column` and `value`. `start` and `end` move
//! the boundaries of an answer, which is then coded anew; every other column is set after the coding.

mod apply;
mod change;
mod file;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use change::Change;

use crate::error::Problem;

/// The corrections of a run.
#[derive(Debug, Default)]
pub struct Corrections {
    file: PathBuf,
    list: Vec<Correction>,
    /// Places in `list`, by the id of the answer.
    by_id: HashMap<String, Vec<usize>>,
}

/// A row of the file.
#[derive(Debug)]
struct Correction {
    line: usize,
    id: String,
    change: Change,
    value: String,
    who: String,
    why: String,
    /// It has met its answer.
    met: AtomicBool,
}

impl Corrections {
    /// The file that they come from.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The corrections that met no answer of the run, in order of the file: by name, so that none is lost.
    pub fn unmet(&self) -> Vec<Problem> {
        let unmet = self.list.iter().filter(|correction| !correction.met.load(Ordering::Relaxed));
        unmet
            .map(|correction| Problem {
                file: self.file.display().to_string(),
                letter: String::new(),
                stage: "code",
                what: format!(
                    "line {}: no answer fits the correction of `{}` ({})",
                    correction.line,
                    correction.id,
                    correction.change.column()
                ),
                remedy: "take the id from answers.csv of this run".to_owned(),
            })
            .collect()
    }

    fn of(&self, id: &str) -> impl Iterator<Item = &Correction> {
        self.by_id.get(id).into_iter().flatten().filter_map(|place| self.list.get(*place))
    }
}
