//! Paragraphs in their typeface, tables, notes and margins: how word processors fill a [`Draft`].

use std::collections::BTreeMap;
use std::path::Path;

use super::draft::Draft;
use super::{Cell, Limits, MarkKind, Source};
use crate::error::Result;

/// How letters look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Face {
    pub bold: bool,
    pub italic: bool,
    /// In tenths of a point; 0 when it is not known.
    pub size: u16,
}

/// Writes one paragraph after the other. A line is begun only when there is text for it.
#[derive(Debug)]
pub(super) struct Writer {
    draft: Draft,
    limit: usize,
    /// How many paragraphs and tables there are so far.
    paragraphs: u32,
    tables: u32,
    /// How many cells are open, one within the other.
    cells: u32,
    /// Headers and footers: they hold no headings, and their paragraphs are not counted.
    margin: bool,
    heading: Option<u8>,
    /// Where the open paragraph, its bold and its italic letters begin.
    begun: Option<usize>,
    bold: Option<usize>,
    italic: Option<usize>,
    /// Letters of each size in the open paragraph.
    sizes: BTreeMap<u16, usize>,
    /// The number of a note, to be written before its first letter.
    label: Option<String>,
    /// There is a note.
    noted: bool,
    /// A number was written: the blanks of the file after it are not wanted as well.
    after_number: bool,
}

impl Writer {
    pub fn new(limits: &Limits) -> Self {
        Self {
            draft: Draft::default(),
            limit: limits.text,
            paragraphs: 0,
            tables: 0,
            cells: 0,
            margin: false,
            heading: None,
            begun: None,
            bold: None,
            italic: None,
            sizes: BTreeMap::new(),
            label: None,
            noted: false,
            after_number: false,
        }
    }

    /// Whether there is more text than a letter may have: going on is of no use.
    pub fn is_full(&self) -> bool {
        self.draft.at() > self.limit
    }

    /// Begins a paragraph, a heading when it has a level.
    pub fn begin_paragraph(&mut self, heading: Option<u8>) {
        self.heading = heading.filter(|_| !self.margin);
    }

    /// Text in the open paragraph.
    pub fn text(&mut self, text: &str, face: Face) {
        let text = if self.after_number || self.label.is_some() { text.trim_start() } else { text };
        if text.is_empty() {
            return;
        }
        self.begin();
        if !text.trim().is_empty() {
            self.turn(face);
            if face.size > 0 {
                *self.sizes.entry(face.size).or_insert(0) += text.len();
            }
        }
        // A hyphen that keeps its word on one line is a hyphen.
        for (at, part) in text.split('\u{2011}').enumerate() {
            self.draft.push(if at == 0 { "" } else { "-" });
            self.draft.push(part);
        }
        self.after_number = false;
    }

    /// The number of a list item, and a blank after it.
    pub fn number(&mut self, label: &str, face: Face) {
        self.begin();
        let from = self.draft.at();
        self.text(label, face);
        self.draft.mark(from, MarkKind::Number);
        self.draft.push(" ");
        self.after_number = true;
    }

    /// The mark of a note in running text.
    pub fn call(&mut self, label: &str) {
        self.begin();
        let from = self.draft.at();
        self.draft.push(label);
        self.draft.mark(from, MarkKind::Call);
    }

    /// A new line within the paragraph.
    pub fn break_line(&mut self) {
        if self.begun.is_some() && self.draft.at_line_start() {
            self.draft.gap();
        } else if self.begun.is_some() {
            self.draft.line();
        }
    }

    /// Ends the paragraph; an empty one leaves a blank line, but for one in a cell.
    pub fn end_paragraph(&mut self) {
        let from = self.begun.take().unwrap_or_else(|| self.draft.at());
        if self.draft.text().get(from..).is_none_or(|text| text.trim().is_empty()) {
            if self.cells == 0 && !self.margin {
                self.draft.gap();
            }
        } else {
            self.turn(Face::default());
            if !self.margin {
                self.paragraphs += 1;
                self.draft.mark(from, MarkKind::Paragraph(self.paragraphs));
                if let Some(size) = most(&self.sizes) {
                    self.draft.mark(from, MarkKind::Size(size));
                }
            }
            if let Some(level) = self.heading {
                self.draft.mark(from, MarkKind::Heading(level));
            }
            self.draft.line();
        }
        (self.bold, self.italic, self.heading, self.after_number) = (None, None, None, false);
        self.sizes.clear();
    }

    /// Begins a table: its number.
    pub fn begin_table(&mut self) -> u32 {
        self.apart();
        self.tables += 1;
        self.tables - 1
    }

    /// Begins a cell: where its text begins.
    pub fn begin_cell(&mut self) -> usize {
        self.draft.line();
        self.cells += 1;
        self.draft.at()
    }

    /// Ends the cell that began at `from`.
    pub fn end_cell(&mut self, from: usize, cell: Cell) {
        self.draft.mark(from, MarkKind::Cell(cell));
        self.draft.line();
        self.cells -= 1;
    }

    /// Ends a table.
    pub fn end_table(&mut self) {
        self.apart();
    }

    /// Begins the text of a note at the end of the document, after a blank line when it is the first: where it begins.
    pub fn begin_note(&mut self, label: &str) -> usize {
        if self.noted {
            self.draft.line();
        } else {
            self.draft.gap();
        }
        self.noted = true;
        self.label = Some(label.to_owned()).filter(|label| !label.is_empty());
        self.draft.at()
    }

    /// Ends the note that began at `from`.
    pub fn end_note(&mut self, from: usize) {
        self.label = None;
        self.draft.mark(from, MarkKind::Note);
        self.draft.line();
    }

    /// Begins a header or footer: where it begins.
    pub fn begin_margin(&mut self) -> usize {
        self.draft.line();
        self.margin = true;
        self.draft.at()
    }

    /// Ends the header or footer that began at `from`.
    pub fn end_margin(&mut self, from: usize) {
        self.margin = false;
        self.draft.mark(from, MarkKind::Margin);
        self.draft.line();
    }

    /// Leaves a blank line, when there is text before it.
    pub fn gap(&mut self) {
        self.draft.gap();
    }

    /// The source; its sizes in per cent of that of most of the text.
    ///
    /// # Errors
    /// There is no text.
    pub fn finish(self, file: &Path, id: &str) -> Result<Source> {
        let mut source = self.draft.finish(file, id)?;
        let mut letters = BTreeMap::new();
        for mark in &source.marks {
            if let MarkKind::Size(size) = mark.kind {
                *letters.entry(size).or_insert(0) += mark.span.end - mark.span.start;
            }
        }
        let common = most(&letters);
        source.marks.retain(|mark| !matches!(mark.kind, MarkKind::Size(size) if Some(size) == common));
        for mark in &mut source.marks {
            if let (MarkKind::Size(size), Some(common)) = (mark.kind, common) {
                let percent = u32::from(size) * 100 / u32::from(common.max(1));
                mark.kind = MarkKind::Size(u16::try_from(percent).unwrap_or(u16::MAX));
            }
        }
        Ok(source)
    }

    /// A blank line around a heading or table, but for one in a cell.
    fn apart(&mut self) {
        if self.cells == 0 && !self.margin {
            self.draft.gap();
        } else {
            self.draft.line();
        }
    }

    /// Begins the line of the paragraph, when it is not begun.
    fn begin(&mut self) {
        if self.begun.is_some() {
            return;
        }
        if self.heading.is_some() {
            self.apart();
        } else {
            self.draft.line();
        }
        self.begun = Some(self.draft.at());
        if let Some(label) = self.label.take() {
            self.draft.push(&label);
            self.draft.push(" ");
        }
    }

    /// Goes on in another typeface.
    fn turn(&mut self, face: Face) {
        let at = self.draft.at();
        for (since, wanted, kind) in [(&mut self.bold, face.bold, MarkKind::Bold), (&mut self.italic, face.italic, MarkKind::Italic)] {
            match *since {
                Some(from) if !wanted => {
                    self.draft.mark(from, kind);
                    *since = None;
                }
                None if wanted => *since = Some(at),
                _ => {}
            }
        }
    }
}

/// A size in tenths of a point.
#[expect(clippy::cast_sign_loss, reason = "a size below nothing becomes nothing")]
pub(super) fn tenths(points: f32) -> u16 {
    (points * 10.0).round() as u16
}

/// The size of most letters; the smaller of two that are as common.
fn most(sizes: &BTreeMap<u16, usize>) -> Option<u16> {
    sizes.iter().max_by_key(|(size, letters)| (**letters, u16::MAX - **size)).map(|(size, _)| *size)
}
