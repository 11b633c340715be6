//! A table with named columns, as our own tables are and as spreadsheets save them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::source::unguarded;

/// A table whose cells are asked for by the names of their columns.
#[derive(Debug)]
pub(super) struct Cells {
    file: PathBuf,
    names: Vec<String>,
    rows: Vec<csv::StringRecord>,
    /// Lines before the header.
    skipped: usize,
}

/// A row of such a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'c> {
    cells: &'c Cells,
    record: &'c csv::StringRecord,
}

impl Cells {
    /// Reads a table with commas, semicolons or tabs, with or without a byte order mark or a line `sep=;`; what is not UTF-8 is
    /// windows-1252.
    pub fn open(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).map_err(|error| Error::io(path, "read", &error))?;
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        let text = std::str::from_utf8(bytes).map_or_else(|_| encoding_rs::WINDOWS_1252.decode(bytes).0, Into::into);
        let head = text.lines().next().unwrap_or_default().trim_end();
        let said = head.strip_prefix("sep=").filter(|said| said.len() == 1);
        let body = if said.is_some() { text.split_once('\n').map_or("", |(_, body)| body) } else { &text };
        let line = body.lines().next().unwrap_or_default();
        // Of those that stand there as often, the first.
        let likely = [',', ';', '\t'].into_iter().rev().max_by_key(|sign| line.matches(*sign).count()).unwrap_or(',');
        let delimiter = said.and_then(|said| said.bytes().next()).unwrap_or(likely as u8);
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(body.as_bytes());
        let mut records = reader.records();
        let fault = |error: csv::Error| {
            let line = error.position().map_or(0, csv::Position::line) as usize;
            Error::at(path, line, format!("is no row of a table: {error}"), "mend the row")
        };
        let header = records.next().ok_or_else(|| Error::new(path, "is empty", "give a table with the columns of answers.csv"))?;
        let names = header.map_err(fault)?.iter().map(|name| name.trim().to_lowercase()).collect();
        let rows = records.collect::<std::result::Result<_, _>>().map_err(fault)?;
        Ok(Self { file: path.to_path_buf(), names, rows, skipped: usize::from(said.is_some()) })
    }

    /// Whether there is a column of this name.
    pub fn has(&self, name: &str) -> bool {
        self.names.iter().any(|other| other == name)
    }

    /// The rows that hold anything.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let filled = self.rows.iter().filter(|record| record.iter().any(|cell| !cell.trim().is_empty()));
        filled.map(|record| Row { cells: self, record })
    }
}

impl<'c> Row<'c> {
    /// The cell of a column, as it was before a spreadsheet was kept from running it; empty where there is no such column.
    pub fn get(self, name: &str) -> &'c str {
        let place = self.cells.names.iter().position(|other| other == name);
        unguarded(place.and_then(|place| self.record.get(place)).unwrap_or_default().trim())
    }

    /// A mistake in this row.
    pub fn mistake(self, what: impl Into<String>, remedy: impl Into<String>) -> Error {
        let line = self.record.position().map_or(0, csv::Position::line) as usize + self.cells.skipped;
        Error::at(&self.cells.file, line, what, remedy)
    }
}
