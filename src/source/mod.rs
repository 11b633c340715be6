//! A file in any format becomes a [`Source`]: text and marks. Knows nothing of letters.

use std::path::PathBuf;

use crate::text::Span;

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
