//! The one error of the program: what went wrong, where, and what to do about it.

use std::fmt;
use std::path::{Path, PathBuf};

/// Something that stopped a file or a run. [`fmt::Display`] gives `file:line: what; remedy`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The file it is about.
    pub file: PathBuf,
    /// The line in that file (from 1), where there is one.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// What the user can do.
    pub remedy: String,
}

/// A result with [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error about a file as a whole.
    pub fn new(file: &Path, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { file: file.to_path_buf(), line: None, what: what.into(), remedy: remedy.into() }
    }

    /// An error at a line (from 1) of a file.
    pub fn at(file: &Path, line: usize, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { line: Some(line), ..Self::new(file, what, remedy) }
    }

    /// An error of the operating system about a file.
    pub fn io(file: &Path, doing: &str, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        let remedy = match error.kind() {
            ErrorKind::NotFound if file.as_os_str() == "-" => "standard input is not read: save it in a file and name that",
            ErrorKind::NotFound => "check the path",
            ErrorKind::PermissionDenied => "check the permissions",
            ErrorKind::StorageFull => "make room on the disk",
            _ => "check the file and try again",
        };
        Self::new(file, format!("cannot {doing}: {error}"), remedy)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", printable(&self.file.display().to_string()))?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.what)?;
        if !self.remedy.is_empty() {
            write!(f, "; {}", self.remedy)?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// A name as it can be printed: characters that steer a terminal or turn its lines around are written out.
///
/// # Example: a name that would colour the screen
/// ```
/// assert_eq!(antwoordmeter::error::printable("rood\u{1B}[31m.txt"), "rood\\u{1b}[31m.txt");
/// ```
pub fn printable(name: &str) -> String {
    let steers = |c: char| c.is_control() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let mut shown = String::with_capacity(name.len());
    for c in name.chars() {
        if steers(c) { shown.extend(c.escape_debug()) } else { shown.push(c) }
    }
    shown
}

/// A row of `problems.csv`: something that was skipped or that a reader should know.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Problem {
    /// The file as given.
    pub file: String,
    /// The letter, once it has a name.
    pub letter: String,
    /// Where it went wrong: `read`, `parse`, `code` or `write`; or [`Problem::OWN`].
    pub stage: &'static str,
    /// What is the matter.
    pub what: String,
    /// What the user can do.
    pub remedy: String,
}

impl Problem {
    /// The stage of what nothing is wrong with: what this program wrote itself lies among the letters, and is no letter.
    pub const OWN: &'static str = "own";

    /// Whether something was not read or understood that the user gave to be read.
    pub fn is_wrong(&self) -> bool {
        self.stage != Self::OWN
    }

    /// The row for an error of `stage`.
    pub fn from_error(error: &Error, stage: &'static str) -> Self {
        let what = error.line.map_or_else(|| error.what.clone(), |line| format!("line {line}: {}", error.what));
        Self { file: error.file.display().to_string(), letter: String::new(), stage, what, remedy: error.remedy.clone() }
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::Path;

    use super::Error;

    #[test]
    fn what_the_system_says_comes_with_a_remedy() {
        for (file, kind, remedy) in [
            ("a.txt", io::ErrorKind::NotFound, "check the path"),
            ("-", io::ErrorKind::NotFound, "standard input is not read: save it in a file and name that"),
            ("a.txt", io::ErrorKind::PermissionDenied, "check the permissions"),
            ("a.txt", io::ErrorKind::StorageFull, "make room on the disk"),
            ("-", io::ErrorKind::InvalidData, "check the file and try again"),
        ] {
            let error = Error::io(Path::new(file), "open", &kind.into());
            assert_eq!(error.to_string(), format!("{file}: cannot open: {}; {remedy}", io::Error::from(kind)));
        }
    }
}
