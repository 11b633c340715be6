//! A source in the making: text is added at its end, marks over what was added.

use std::path::Path;

use super::decode::cleaned;
use super::{Mark, MarkKind, Source};
use crate::error::{Error, Result};
use crate::text::Span;

/// Text and marks, for the readers of formats that are not plain text.
#[derive(Debug, Default)]
pub(super) struct Draft {
    text: String,
    marks: Vec<Mark>,
}

impl Draft {
    /// Where the next text will stand, in bytes.
    pub fn at(&self) -> usize {
        self.text.len()
    }

    /// Adds text within a line: invisible characters go, no-break spaces become plain ones, a line end stays one.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(&cleaned(text));
    }

    /// Ends the line, when one is begun.
    pub fn line(&mut self) {
        self.text.truncate(self.text.trim_end_matches([' ', '\t']).len());
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Ends the line and leaves one blank, when there is text before it.
    pub fn gap(&mut self) {
        self.line();
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Whether the last line is blank or ended.
    pub fn at_line_start(&self) -> bool {
        self.text.is_empty() || self.text.ends_with('\n')
    }

    /// Marks what was added since `from` (of [`Draft::at`]), without the white space at its ends; nothing when that is blank.
    pub fn mark(&mut self, from: usize, kind: MarkKind) {
        self.mark_span(Span::new(from.min(self.text.len()), self.text.len()), kind);
    }

    /// Marks a stretch of what was added before.
    pub fn mark_span(&mut self, span: Span, kind: MarkKind) {
        let span = span.trimmed(&self.text);
        if !span.is_empty() {
            self.marks.push(Mark { span, kind });
        }
    }

    /// The stretches under marks of one kind, in order of their start.
    pub fn marked(&self, kind: MarkKind) -> Vec<Span> {
        let mut spans: Vec<Span> = self.marks.iter().filter(|mark| mark.kind == kind).map(|mark| mark.span).collect();
        spans.sort_unstable();
        spans
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The source: marks in order of their start, the longer first.
    ///
    /// # Errors
    /// There is no text. `file` is named in the error.
    pub fn finish(mut self, file: &Path, id: &str) -> Result<Source> {
        if self.text.trim().is_empty() {
            return Err(Error::new(file, "holds no text", "check that the file was copied or exported whole"));
        }
        self.marks.sort_by_key(|mark| (mark.span.start, usize::MAX - mark.span.end));
        Ok(Source { id: id.to_owned(), file: file.to_path_buf(), text: self.text, marks: self.marks, warnings: Vec::new(), annex: false })
    }
}
