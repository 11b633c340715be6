//! A file in any format becomes a [`Source`]: text and marks. Knows nothing of letters.
//!
//! `walk` decides what is read and what it is called, `format` what a file is, by its content first; a reader for each format (`plain`,
//! `markdown`, `html`, `xml`, `mail`, `docx`, `odt`, `pdf`) gives text and marks (`mark`: bold, heading, cell, list number, page, note, what
//! stands beside the text). `decode` makes one kind of text of any bytes, `limits` is how much of one file is read, `table` streams
//! question-answer pairs.

mod archive;
mod decode;
mod docx;
mod draft;
mod format;
mod html;
mod limits;
mod mail;
mod mark;
mod markdown;
mod numeral;
mod odt;
mod pdf;
mod plain;
mod symbol;
mod table;
mod tree;
mod walk;
mod writer;
mod xml;

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

pub use archive::ANNEX;
pub use limits::{Limits, MAX_DEPTH, MAX_LETTER_BYTES, MAX_PAGES, MAX_TEXT_BYTES, MAX_UNPACKED_BYTES};
pub use mark::{Cell, Mark, MarkKind};
pub use table::{Columns, Group, Row, Table, unguarded};
pub use walk::{Input, walk};

use crate::error::{Error, Result};
use archive::Archive;
use format::{Format, HEAD};

/// The text of one file, decoded once and never changed: every span of the program points into `text`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// The name under which the letter goes in the tables.
    pub id: String,
    /// The file that was read.
    pub file: PathBuf,
    /// Its text, with `\n` as the only line end and without soft hyphens and byte order marks.
    pub text: String,
    /// What the format says of stretches of the text, in order of their start.
    pub marks: Vec<Mark>,
    /// What a reader of the results should know, such as pages that hold no text.
    pub warnings: Vec<String>,
    /// It is an annex that this program made: the answers in it are those of a letter.
    pub annex: bool,
}

/// Reads the letter in `path`, to be named `id`: in the format that its content shows, or else the ending of its name.
///
/// # Errors
/// The file cannot be opened or read, passes one of the `limits`, holds no text, or is of a kind that is not read.
pub fn read(path: &Path, id: &str, limits: &Limits) -> Result<Source> {
    // A pipe would be waited for without end, so what it is, is asked before it is opened.
    let about = fs::metadata(path).map_err(|error| Error::io(path, "open", &error))?;
    if about.is_dir() {
        return Err(Error::new(path, "is a folder", "name one letter in it"));
    }
    if !about.is_file() {
        return Err(Error::new(path, "is not a regular file", "save its contents in a file"));
    }
    let file = File::open(path).map_err(|error| Error::io(path, "open", &error))?;
    let size = about.len().min(limits.file);
    let mut bytes = Vec::with_capacity(size as usize + 1);
    // The limit holds while reading: what the file system says of the size need not be true.
    let mut file = file.take(limits.file.saturating_add(1));
    let mut load =
        |most: u64, bytes: &mut Vec<u8>| file.by_ref().take(most).read_to_end(bytes).map_err(|error| Error::io(path, "read", &error));
    load(HEAD as u64, &mut bytes)?;
    let format = Format::of(path, &bytes);
    if let Format::Other(what, remedy) = format {
        return Err(Error::new(path, what, remedy));
    }
    load(u64::MAX, &mut bytes)?;
    if bytes.len() as u64 > limits.file {
        let what = format!("is larger than {} MiB", limits.file >> 20);
        return Err(Error::new(path, what, "give each letter its own file; a table of pairs may be larger (.csv, .jsonl)"));
    }
    let mut source = match format {
        Format::Markdown => markdown::markdown(path, id, &bytes),
        Format::Pdf => pdf::pdf(path, id, &bytes, limits),
        Format::Word => docx::docx(path, id, &bytes, limits),
        Format::OpenDocument => odt::odt(path, id, &bytes, limits),
        Format::Html => html::html(path, id, &bytes, limits),
        Format::Xml => xml::xml(path, id, &bytes, limits),
        Format::Mail => mail::mail(path, id, &bytes, limits),
        Format::Plain | Format::Other(..) => plain::plain(path, id, &bytes),
    }?;
    if source.text.len() > limits.text {
        let what = format!("holds more than {} MiB of text", limits.text >> 20);
        return Err(Error::new(path, what, "give each letter its own file, or raise --max-text"));
    }
    if matches!(format, Format::Word | Format::OpenDocument) {
        source.annex = Archive::open(path, &bytes, limits).is_ok_and(|mut archive| archive.is_annex());
    }
    Ok(source)
}
