//! The rows of a table, workbook or file of JSON lines as named cells.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;

use calamine::{Data, Reader as _};
use serde_json::{Map, Value};

use crate::error::{Error, Result};
use crate::source::unguarded;

/// The cells of a row, by the name of their column.
pub(super) enum Cells<'r> {
    /// A row of a table: the names of its columns, and its cells.
    Row(&'r [String], &'r [Cow<'r, str>]),
    /// A JSON object.
    Object(&'r Map<String, Value>),
}

impl Cells<'_> {
    /// The cell of a column; nothing where the file has no such column.
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        match self {
            Self::Row(names, cells) => {
                let place = names.iter().position(|column| column == name)?;
                Some(Cow::Borrowed(cells.get(place).map_or("", |cell| unguarded(cell.trim()))))
            }
            Self::Object(object) => object.get(name).map(said),
        }
    }
}

/// A larger workbook is none that people filled in.
const MAX_WORKBOOK: u64 = 256 << 20;

/// Hands each row with its line (from 1) to `take`, until that says that it is enough.
pub(super) fn rows(file: &Path, take: impl FnMut(usize, &Cells<'_>) -> bool) -> Result<()> {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "jsonl" | "ndjson" => lines(file, take),
        "xlsx" | "xlsm" | "ods" => workbook(file, take),
        "xls" => Err(Error::new(file, "is a workbook of a kind that is not read", "save it as .xlsx or as CSV UTF-8")),
        _ => table(file, take),
    }
}

fn open(file: &Path) -> Result<BufReader<File>> {
    File::open(file).map(BufReader::new).map_err(|error| Error::io(file, "read", &error))
}

fn lines(file: &Path, mut take: impl FnMut(usize, &Cells<'_>) -> bool) -> Result<()> {
    for (place, line) in open(file)?.lines().enumerate() {
        let line = line.map_err(|error| Error::at(file, place + 1, format!("cannot be read: {error}"), "save it as UTF-8"))?;
        let line = line.trim_start_matches('\u{FEFF}').trim();
        if line.is_empty() {
            continue;
        }
        let object: Map<String, Value> = serde_json::from_str(line)
            .map_err(|error| Error::at(file, place + 1, format!("is no JSON object: {error}"), "give one object a line"))?;
        if place == 0 || !object.contains_key("class") {
            let names: Vec<&str> = object.keys().map(String::as_str).collect();
            complete(file, place + 1, &names)?;
        }
        if !take(place + 1, &Cells::Object(&object)) {
            break;
        }
    }
    Ok(())
}

/// A table with its separator (comma, semicolon or tab; a first line `sep=;` may name it), and how many lines stand before its header.
///
/// # Errors
/// It cannot be read.
pub fn separated(file: &Path) -> Result<(csv::Reader<BufReader<File>>, usize)> {
    let mut bytes = open(file)?;
    let mut head = Vec::new();
    bytes.read_until(b'\n', &mut head).map_err(|error| Error::io(file, "read", &error))?;
    let head = decoded(&head);
    let text = head.trim_start_matches('\u{FEFF}');
    let said = text.trim_end().strip_prefix("sep=").and_then(|rest| rest.bytes().next());
    let from = if said.is_some() { head.len() } else { head.len() - text.len() };
    let count = |sign: u8| text.bytes().filter(|byte| *byte == sign).count();
    let likely = || [b'\t', b';', b','].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(b',');
    bytes.seek(SeekFrom::Start(from as u64)).map_err(|error| Error::io(file, "read", &error))?;
    let mut builder = csv::ReaderBuilder::new();
    let reader = builder.delimiter(said.unwrap_or_else(likely)).flexible(true).has_headers(false).from_reader(bytes);
    Ok((reader, usize::from(said.is_some())))
}

/// The text of a cell. What is not UTF-8 is windows-1252: that is how a Dutch spreadsheet saves CSV when nobody asks it for UTF-8.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(bytes).map_or_else(|_| encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0, Cow::Borrowed)
}

fn table(file: &Path, mut take: impl FnMut(usize, &Cells<'_>) -> bool) -> Result<()> {
    let (mut reader, skipped) = separated(file)?;
    let mut record = csv::ByteRecord::new();
    let mut names = Vec::new();
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                let line = error.position().map_or(0, |position| position.line() as usize) + skipped;
                return Err(Error::at(
                    file,
                    line,
                    format!("is no row of a table: {error}"),
                    "mend the row, or save the table as CSV UTF-8",
                ));
            }
        }
        let line = record.position().map_or(0, |position| position.line() as usize) + skipped;
        if names.is_empty() {
            names = record.iter().map(|name| decoded(name).trim().to_owned()).collect();
            complete(file, line, &names)?;
            continue;
        }
        let cells: Vec<Cow<'_, str>> = record.iter().map(decoded).collect();
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if !take(line, &Cells::Row(&names, &cells)) {
            break;
        }
    }
    if names.is_empty() { complete(file, 1, &names) } else { Ok(()) }
}

fn workbook(file: &Path, mut take: impl FnMut(usize, &Cells<'_>) -> bool) -> Result<()> {
    let remedy = "save it as CSV UTF-8 and give that";
    let size = fs::metadata(file).map_err(|error| Error::io(file, "read", &error))?.len();
    if size > MAX_WORKBOOK {
        return Err(Error::new(file, "is too large for a workbook that people filled in", remedy));
    }
    let fault = |error: &dyn std::fmt::Display| Error::new(file, format!("cannot be read as a workbook: {error}"), remedy);
    let mut book = calamine::open_workbook_auto(file).map_err(|error| fault(&error))?;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|error| fault(&error))?;
        let first = range.start().map_or(0, |(row, _)| row as usize);
        let mut rows = range.rows();
        let names: Vec<String> = rows.next().into_iter().flatten().map(|cell| shown(cell).trim().to_owned()).collect();
        if !names.iter().any(|name| name == "class") {
            continue;
        }
        complete(file, first + 1, &names)?;
        for (place, row) in rows.enumerate() {
            let cells: Vec<Cow<'_, str>> = row.iter().map(shown).collect();
            if cells.iter().any(|cell| !cell.trim().is_empty()) && !take(first + place + 2, &Cells::Row(&names, &cells)) {
                break;
            }
        }
        return Ok(());
    }
    Err(Error::new(file, "has no sheet with a column `class`", NEEDED))
}

/// A cell of a workbook as it would stand in a table: 3 and not 3.0, and days as YYYY-MM-DD.
fn shown(cell: &Data) -> Cow<'_, str> {
    match cell {
        Data::String(text) => Cow::Borrowed(text),
        Data::Empty => Cow::Borrowed(""),
        Data::Bool(set) => Cow::Borrowed(if *set { "1" } else { "0" }),
        other => Cow::Owned(other.to_string()),
    }
}

/// What a file of codings has to have.
const NEEDED: &str = "give it the columns of answers.csv: class, and id or letter and number";

fn complete(file: &Path, line: usize, names: &[impl AsRef<str>]) -> Result<()> {
    let has = |name: &str| names.iter().any(|other| other.as_ref() == name);
    if !has("class") {
        return Err(Error::at(file, line, "has no column `class`", NEEDED));
    }
    let is_known = has("id") || (has("letter") && has("number"));
    if !is_known {
        return Err(Error::at(file, line, "has neither a column `id` nor the columns `letter` and `number`", NEEDED));
    }
    Ok(())
}

/// A JSON value as a cell has it.
fn said(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text.trim()),
        Value::Null => Cow::Borrowed(""),
        Value::Bool(set) => Cow::Borrowed(if *set { "1" } else { "0" }),
        Value::Array(list) => Cow::Owned(list.iter().map(said).collect::<Vec<_>>().join(";")),
        other => Cow::Owned(other.to_string()),
    }
}
