//! The letter laid out: its text, its lines, and which of them are not read.

use super::line::Line;
use crate::text::Span;

/// Text and lines of one letter.
#[derive(Clone, Debug)]
pub(super) struct Sheet<'t> {
    /// The whole text.
    pub text: &'t str,
    /// Its lines.
    pub lines: Vec<Line>,
    /// For each line whether it is furniture or a footnote.
    pub out: Vec<bool>,
}

impl<'t> Sheet<'t> {
    /// The text of line `at` without markup at its ends; empty past the end.
    pub fn row(&self, at: usize) -> &'t str {
        self.lines.get(at).map_or("", |line| line.text.of(self.text))
    }

    /// The lines from `from` to `to` (excluded) that are read.
    pub fn read(&self, from: usize, to: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        (from..to.min(self.lines.len())).filter(|at| !self.out[*at])
    }

    /// The line before `at` that is read.
    pub fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|before| !self.out[*before])
    }

    /// Where line `at` begins; the end of the text past the last one.
    pub fn start(&self, at: usize) -> usize {
        self.lines.get(at).map_or(self.text.len(), |line| line.span.start)
    }

    /// Whether a paragraph begins at line `at`: blank lines before it, or before the furniture above it.
    pub fn gap(&self, at: usize) -> bool {
        let first = self.before(at).map_or(0, |before| before + 1);
        self.lines[first..=at.min(self.lines.len() - 1)].iter().any(|line| line.gap)
    }

    /// Parts the lines at bytes of their texts; `places` in order.
    pub fn part(&mut self, places: &[usize]) {
        let mut parted = Vec::with_capacity(self.lines.len() + places.len());
        let mut out = Vec::with_capacity(self.lines.len() + places.len());
        let mut next = 0;
        for (mut line, is_out) in self.lines.drain(..).zip(&self.out) {
            while let Some(place) = places.get(next).copied().filter(|place| *place < line.span.end) {
                next += 1;
                if line.text.start < place && place < line.text.end {
                    let mut head = line;
                    head.span.end = place;
                    head.text = Span::new(line.text.start, place).trimmed(self.text);
                    (line.span.start, line.gap, line.glued) = (place, false, true);
                    line.text = Span::new(place, line.text.end).trimmed(self.text);
                    parted.push(head);
                    out.push(*is_out);
                }
            }
            parted.push(line);
            out.push(*is_out);
        }
        (self.lines, self.out) = (parted, out);
    }

    /// The line that holds byte `at`.
    pub fn line_at(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.span.end <= at)
    }

    /// The text from byte `from` to the end of line `last`, or of `from`'s own line.
    pub fn rest(&self, from: usize, line: usize) -> &'t str {
        let end = self.lines.get(line).map_or(from, |line| line.text.end.max(from));
        Span::new(from, end).of(self.text)
    }
}

/// Whether a text ends in a question mark, quotation and footnote marks aside.
pub(super) fn asks(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_digit() || "*)]>'\"”’»([".contains(c));
    bare.ends_with('?')
}
