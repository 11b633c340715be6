//! What commands have in common: what they read, and how they write.

use std::path::{Path, PathBuf};

use crate::codebook::Codebook;
use crate::corrections::Corrections;
use crate::error::Problem;
use crate::letter::Letter;
use crate::report::cell::Style;
use crate::report::{Language, disk, tables};
use crate::source::{self, Columns, Input, Limits};
use crate::time::Date;

/// What is read, and what the user says of it.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Letters, folders of letters, tables of pairs.
    pub paths: Vec<PathBuf>,
    /// Names of the columns of tables of pairs.
    pub columns: Columns,
    /// Date of letters that give none.
    pub date: Option<Date>,
    /// Sender of letters that name none.
    pub sender: Option<String>,
    /// What people corrected.
    pub corrections: Corrections,
    /// How much of one file is read.
    pub limits: Limits,
}

/// How tables are written, and in which language people are told.
#[derive(Clone, Copy, Debug, Default)]
pub struct Writing {
    /// Language of what is said to people.
    pub language: Language,
    /// Leave out the apostrophe before what a spreadsheet would run.
    pub raw: bool,
    /// Write the tables as Dutch Excel opens them.
    pub excel: bool,
}

impl Inputs {
    /// The letters and tables to read, and what was left out.
    pub(super) fn walk(&self) -> (Vec<Input>, Vec<Problem>) {
        source::walk(&self.paths, &|table| tables::is_own(table) || disk::is_printed(table))
    }

    /// The files that are read, and so may not be written, when `inputs` is what the paths hold.
    pub(super) fn files(&self, inputs: &[Input]) -> Vec<PathBuf> {
        inputs.iter().map(Input::path).chain([self.corrections.file()]).map(Path::to_path_buf).collect()
    }

    /// The letter, with what the user says of letters that do not say it themselves.
    pub(super) fn fill_in(&self, mut letter: Letter) -> Letter {
        letter.about.date = letter.about.date.or(self.date);
        if let (true, Some(sender)) = (letter.about.sender.is_empty(), &self.sender) {
            letter.about.sender.clone_from(sender);
        }
        letter
    }
}

impl Writing {
    /// How findings by a codebook are written, of which these paths were named.
    pub(super) fn style<'s>(self, codebook: &'s Codebook, named: &'s [PathBuf]) -> Style<'s> {
        Style { codebook, measured: codebook.is_embedded(), raw: self.raw, excel: self.excel, language: self.language, named }
    }
}
