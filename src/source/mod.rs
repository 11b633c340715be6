//! A file in any format becomes a [`Source`]: text and marks. Knows nothing of letters.

mod decode;
mod markdown;
mod plain;
mod table;
mod walk;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

pub use table::{Columns, Group, Row, Table};
pub use walk::{Input, walk};

use crate::error::{Error, Result};
use crate::text::Span;

/// The largest letter that is read, in bytes: a letter of a thousand pages has about 3 MB of text.
pub const MAX_LETTER_BYTES: u64 = 64 << 20;

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
}

/// Something that the format says of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The stretch.
    pub span: Span,
    /// What is said of it.
    pub kind: MarkKind,
}

/// What a format can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Bold type.
    Bold,
    /// Italic type.
    Italic,
    /// A heading of this level (1 is the highest).
    Heading(u8),
    /// A page (from 1); a form feed in plain text begins a new one.
    Page(u32),
}

/// Reads the letter in `path`, to be named `id`: as Markdown when its name ends in `.md`, else as plain text.
///
/// # Errors
/// The file cannot be opened or read, is larger than [`MAX_LETTER_BYTES`], is empty, or is not text.
pub fn read(path: &Path, id: &str) -> Result<Source> {
    let file = File::open(path).map_err(|error| Error::io(path, "open", &error))?;
    let size = file.metadata().map_or(0, |about| about.len().min(MAX_LETTER_BYTES));
    let mut bytes = Vec::with_capacity(size as usize + 1);
    // The limit holds while reading: what the file system says of the size need not be true.
    file.take(MAX_LETTER_BYTES + 1).read_to_end(&mut bytes).map_err(|error| Error::io(path, "read", &error))?;
    if bytes.len() as u64 > MAX_LETTER_BYTES {
        let what = format!("is larger than {} MiB", MAX_LETTER_BYTES >> 20);
        return Err(Error::new(path, what, "give each letter its own file; a table of pairs may be larger (.csv, .jsonl)"));
    }
    match walk::Format::of(path) {
        walk::Format::Markdown => markdown::markdown(path, id, &bytes),
        _ => plain::plain(path, id, &bytes),
    }
}
