//! The tables of a codebook's files as they are written, before anything is asked of them.
//!
//! Fields that must be there are optional here, so that all that are missing are named at once.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use crate::error::Error;

/// `[[rule]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRule {
    pub id: Option<Spanned<String>>,
    pub facet: Option<Spanned<String>>,
    pub kind: Option<Spanned<String>>,
    pub meaning: Option<Spanned<String>>,
    #[serde(default)]
    pub patterns: Vec<Spanned<String>>,
    #[serde(default)]
    pub unless: Vec<Spanned<String>>,
    #[serde(default)]
    pub examples: Vec<Spanned<String>>,
    #[serde(default)]
    pub counterexamples: Vec<Spanned<String>>,
    #[serde(default)]
    pub provisional: bool,
}

/// `[[list]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawList {
    pub name: Option<Spanned<String>>,
    pub meaning: Option<Spanned<String>>,
    #[serde(default)]
    pub words: Vec<Spanned<String>>,
}

/// `[[common]]`: frequent words, the most frequent first.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCommon {
    pub words: Vec<Spanned<String>>,
}

/// `[[usual]]`: when documents of a kind usually appear.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawUsual {
    pub meaning: Option<Spanned<String>>,
    pub source: Option<Spanned<String>>,
    #[serde(default)]
    pub kinds: Vec<Spanned<String>>,
    #[serde(default)]
    pub editions: Vec<Spanned<String>>,
    #[serde(default)]
    pub senders: Vec<Spanned<String>>,
    #[serde(default)]
    pub year: i16,
    pub days: Option<Spanned<String>>,
}

/// The file and the table in it that is being read.
#[derive(Clone, Copy)]
pub(super) struct At<'f> {
    pub path: &'f Path,
    /// First byte of each line but the first, in order.
    pub lines: &'f [usize],
    /// First byte of the table.
    pub start: usize,
}

impl At<'_> {
    pub fn line(&self, byte: usize) -> usize {
        1 + self.lines.partition_point(|start| *start <= byte)
    }

    pub fn error(&self, byte: usize, what: impl Into<String>, remedy: impl Into<String>) -> Error {
        Error::at(self.path, self.line(byte), what, remedy)
    }

    pub fn named(&self, name: &str, byte: usize, of: &str) -> Named {
        Named { name: name.to_owned(), file: self.path.to_path_buf(), line: self.line(byte), of: of.to_owned() }
    }
}

/// A name that a file gives or uses, and where.
pub(super) struct Named {
    pub name: String,
    pub file: PathBuf,
    pub line: usize,
    /// The field, for messages.
    pub of: String,
}

/// The texts without their places.
pub(super) fn plain(spanned: Vec<Spanned<String>>) -> Vec<String> {
    spanned.into_iter().map(Spanned::into_inner).collect()
}

/// Small letters, digits, hyphens, underscores and slashes.
pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_' | b'/'))
}
