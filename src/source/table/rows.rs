//! A table row by row, whatever its format.

use std::fs::File;
use std::io::{BufReader, Chain, Cursor, Read};
use std::path::Path;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::columns::{Columns, FIELDS, Field};
use super::jsonl::Jsonl;
use super::separated::Separated;
use crate::error::{Error, Result};

/// The largest row that is read, in bytes: an unclosed quotation mark would make a row of the rest of the table.
pub(super) const MAX_ROW_BYTES: u64 = 64 << 20;

/// How much of a table is looked at to find its form and its columns, in bytes.
const HEAD_BYTES: u64 = 1 << 20;

/// The beginning of a table that was looked at, and then the rest.
pub(super) type Stream = Chain<Cursor<Vec<u8>>, BufReader<File>>;

/// One row: the line on which it begins (from 1) and a cell for each field.
#[derive(Debug)]
pub(super) struct Record {
    pub line: usize,
    pub cells: [Cell; FIELDS],
}

/// What a row has for a field.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) enum Cell {
    /// No such cell in this row.
    #[default]
    Absent,
    /// Text, perhaps empty.
    Text(String),
    /// Something that is not text.
    Bad(&'static str),
}

impl Record {
    /// The cell of a field, moved out.
    pub(super) fn take(&mut self, field: Field) -> Cell {
        std::mem::take(&mut self.cells[field as usize])
    }
}

/// The rows of a table.
#[derive(Debug)]
pub(super) enum Rows {
    Separated(Box<Separated>),
    Jsonl(Box<Jsonl>),
}

impl Rows {
    /// Opens a table and finds its columns.
    pub(super) fn open(path: &Path, columns: &Columns) -> Result<Self> {
        let mut file = BufReader::with_capacity(1 << 17, File::open(path).map_err(|error| Error::io(path, "open", &error))?);
        let mut head = Vec::new();
        file.by_ref().take(HEAD_BYTES).read_to_end(&mut head).map_err(|error| Error::io(path, "read", &error))?;
        match Encoding::for_bom(&head) {
            Some((encoding, mark)) if encoding == UTF_8 => drop(head.drain(..mark)),
            Some(_) => return Err(Error::new(path, "is UTF-16", "save it as CSV in UTF-8")),
            None => {}
        }
        if head.iter().all(u8::is_ascii_whitespace) {
            return Err(Error::new(path, "is empty", "check that the table was exported whole"));
        }
        if head.contains(&0) {
            return Err(Error::new(path, "is binary, not a table", "save it as CSV in UTF-8"));
        }
        let json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("jsonl"));
        if json {
            return Jsonl::new(path, head, file, columns).map(|rows| Self::Jsonl(Box::new(rows)));
        }
        Separated::new(path, head, file, columns).map(|rows| Self::Separated(Box::new(rows)))
    }

    /// Whether the table has the column.
    pub(super) fn has(&self, field: Field) -> bool {
        match self {
            Self::Separated(rows) => rows.has(field),
            Self::Jsonl(rows) => rows.has(field),
        }
    }

    /// The next row, or what is wrong with it; nothing more after an error of reading.
    pub(super) fn next(&mut self) -> Option<Result<Record>> {
        match self {
            Self::Separated(rows) => rows.next(),
            Self::Jsonl(rows) => rows.next(),
        }
    }
}

/// The characters of a cell or a line: UTF-8, or windows-1252 where it is not valid UTF-8.
///
/// Both agree on ASCII, so that a table need not be read twice to know its encoding.
pub(super) fn to_text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    std::str::from_utf8(bytes).map_or_else(|_| WINDOWS_1252.decode_without_bom_handling(bytes).0, std::borrow::Cow::Borrowed)
}
