//! Codings read back from files, whoever made them: `answers.csv` of a run, a table or spreadsheet with the same columns that a person
//! filled in, or JSON lines.
//!
//! A file is read a row at a time, so that who needs only the codes of a table larger than memory does not hold its texts.

mod alike;
mod cells;
mod unit;

pub use alike::{heading, same_answer};
pub use cells::separated;
pub use unit::{Codes, Unit};

use std::path::{Path, PathBuf};

use crate::error::Error;

/// Mistakes of one file that are told at once.
const TOLD: usize = 20;

/// The table of codings that a path names: itself, or `answers.csv` of a run in that folder.
///
/// # Example
/// ```
/// use antwoordmeter::codings::table;
/// use std::path::Path;
/// assert_eq!(table(Path::new("uit/answers.csv")), Path::new("uit/answers.csv"));
/// assert_eq!(table(Path::new("corpus")), Path::new("corpus/answers.csv"));
/// ```
pub fn table(path: &Path) -> PathBuf {
    if path.is_dir() { path.join("answers.csv") } else { path.to_path_buf() }
}

/// Reads the units of a file and hands each to `take`; gives how many there are.
///
/// The file needs a column `class`, and `id` or `letter` and `number`; the other columns of `answers.csv` are read where they are there.
/// A row without a class counts as not coded. The file is a table (.csv, with commas, semicolons or tabs), a workbook (.xlsx, .ods; its
/// first sheet with a column `class`) or JSON lines (.jsonl).
///
/// # Errors
/// It cannot be read, has not these columns, or a value that its column cannot have: the first mistakes, each with its line.
pub fn read(file: &Path, mut take: impl FnMut(Unit)) -> Result<usize, Vec<Error>> {
    let (mut units, mut mistakes) = (0, Vec::new());
    cells::rows(file, |line, cells| {
        match Unit::of(line, cells) {
            Ok(unit) => {
                units += 1;
                take(unit);
            }
            Err(wrong) => mistakes.extend(wrong.into_iter().map(|(what, remedy)| Error::at(file, line, what, remedy))),
        }
        mistakes.len() < TOLD
    })
    .map_err(|error| vec![error])?;
    if mistakes.is_empty() { Ok(units) } else { Err(mistakes) }
}
