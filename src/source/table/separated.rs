//! Tables with a separator: comma, semicolon (spreadsheets in Dutch) or tab.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::columns::{Columns, FIELDS, Field};
use super::rows::{Cell, MAX_ROW_BYTES, Record, Stream, to_text};
use crate::error::{Error, Result};

/// The rows of a `.csv` file.
#[derive(Debug)]
pub(super) struct Separated {
    file: PathBuf,
    reader: Reader<Bounded>,
    /// Where each field stands in a row.
    places: [Option<usize>; FIELDS],
    width: usize,
    record: ByteRecord,
    /// Lines before the ones that the reader counts.
    skipped: usize,
    ended: bool,
}

/// A stream that may be read for one row at most [`MAX_ROW_BYTES`] further.
#[derive(Debug)]
struct Bounded {
    stream: Stream,
    left: u64,
}

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::Error::other(format!("a row is larger than {} MiB; is a quotation mark not closed?", MAX_ROW_BYTES >> 20)));
        }
        let read = self.stream.read(buffer)?;
        self.left = self.left.saturating_sub(read as u64);
        Ok(read)
    }
}

impl Separated {
    pub(super) fn new(file: &Path, mut head: Vec<u8>, rest: BufReader<File>, columns: &Columns) -> Result<Self> {
        let said = said_separator(&head);
        let skipped = usize::from(said.is_some());
        if said.is_some() {
            let line = head.iter().position(|byte| *byte == b'\n').map_or(head.len(), |end| end + 1);
            head.drain(..line);
        }
        let separator = said.unwrap_or_else(|| likely_separator(&head));
        let stream = Bounded { stream: Cursor::new(head).chain(rest), left: MAX_ROW_BYTES };
        let mut reader =
            ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(false).buffer_capacity(1 << 16).from_reader(stream);
        let mut record = ByteRecord::new();
        reader.read_byte_record(&mut record).map_err(|error| Error::new(file, error.to_string(), "check the first line of the table"))?;
        let names: Vec<_> = record.iter().map(|name| to_text(name).trim().to_owned()).collect();
        let places = columns.find(&names).map_err(|(what, remedy)| Error::new(file, what, remedy))?;
        Ok(Self { file: file.to_path_buf(), reader, places, width: names.len(), record, skipped, ended: false })
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.places[field as usize].is_some()
    }

    pub(super) fn next(&mut self) -> Option<Result<Record>> {
        if self.ended {
            return None;
        }
        self.reader.get_mut().left = MAX_ROW_BYTES;
        match self.reader.read_byte_record(&mut self.record) {
            Ok(true) => Some(self.row()),
            Ok(false) => None,
            Err(error) => {
                self.ended = true;
                let line = self.reader.position().line() as usize + self.skipped;
                Some(Err(Error::at(&self.file, line, error.to_string(), "what stands after it was not read; mend the table")))
            }
        }
    }

    fn row(&self) -> Result<Record> {
        let line = self.record.position().map_or(0, |position| position.line() as usize) + self.skipped;
        if self.record.iter().skip(self.width).any(|cell| !cell.trim_ascii().is_empty()) {
            let what = format!("has {} cells, the first line {}: the row is left out", self.record.len(), self.width);
            return Err(Error::at(&self.file, line, what, "put cells that hold the separator between quotation marks"));
        }
        let cell = |place: &Option<usize>| {
            place.and_then(|place| self.record.get(place)).map_or(Cell::Absent, |cell| Cell::Text(unguarded(&to_text(cell)).to_owned()))
        };
        Ok(Record { line, cells: self.places.each_ref().map(cell) })
    }
}

/// A cell without the `'` that our own tables put before what a spreadsheet takes for a formula, after any `'` of its own.
///
/// # Example: the text as it was
/// ```
/// use antwoordmeter::source::unguarded;
/// assert_eq!(["'=1+1", "''-Ja", "'s Avonds", "-"].map(unguarded), ["=1+1", "'-Ja", "'s Avonds", "-"]);
/// ```
pub fn unguarded(cell: &str) -> &str {
    let runs = |rest: &&str| rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
    cell.strip_prefix('\'').filter(runs).unwrap_or(cell)
}

/// The separator that the first line names, as spreadsheets write it: `sep=;`.
fn said_separator(head: &[u8]) -> Option<u8> {
    let line = head.split(|byte| *byte == b'\n').next()?.trim_ascii_end();
    match line.strip_prefix(b"sep=") {
        Some([separator]) => Some(*separator),
        _ => None,
    }
}

/// The separator that stands most often outside quotation marks in the first line; the comma when in doubt.
fn likely_separator(head: &[u8]) -> u8 {
    let mut quoted = false;
    let mut count = [0_usize; SEPARATORS.len()];
    for byte in head {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            byte if !quoted => {
                if let Some(index) = SEPARATORS.iter().position(|separator| separator == byte) {
                    count[index] += 1;
                }
            }
            _ => {}
        }
    }
    let most = count.iter().max().copied().unwrap_or(0);
    SEPARATORS.iter().zip(count).find(|(_, count)| *count == most).map_or(b',', |(separator, _)| *separator)
}

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
