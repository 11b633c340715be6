//! Words of a page become lines: white space is joined, lines end where blocks do, marks wait for the text under them.

use crate::source::MarkKind;
use crate::source::draft::Draft;

/// Writes into a draft as a browser would lay it out.
#[derive(Debug)]
pub(in crate::source) struct Writer<'d> {
    draft: &'d mut Draft,
    /// White space was read that counts only when text follows on the line.
    space: bool,
    /// Where the paragraph that is being written began.
    paragraph: Option<usize>,
    paragraphs: u32,
    /// The number of an item was written: what comes next stands on its line.
    holds: bool,
}

impl<'d> Writer<'d> {
    /// Before the first word.
    pub fn new(draft: &'d mut Draft) -> Self {
        Self { draft, space: false, paragraph: None, paragraphs: 0, holds: false }
    }

    /// Where the next text will stand.
    pub fn at(&self) -> usize {
        self.draft.at()
    }

    /// Adds text of the page; its white space counts when it is `kept`.
    pub fn text(&mut self, text: &str, kept: bool) {
        if kept {
            return self.kept(text);
        }
        for part in text.split_inclusive(|c: char| c.is_ascii_whitespace()) {
            let word = part.trim_end_matches(|c: char| c.is_ascii_whitespace());
            if !word.is_empty() {
                self.word(word);
            }
            self.space |= word.len() < part.len();
        }
    }

    fn kept(&mut self, text: &str) {
        for (row, line) in text.split('\n').enumerate() {
            if row > 0 {
                self.line_break();
            }
            if !line.is_empty() {
                self.word(line);
            }
        }
    }

    /// Adds a word, or a stretch that stays as it is.
    pub fn word(&mut self, word: &str) {
        if self.paragraph.is_none() {
            self.paragraph = Some(self.draft.at());
        }
        if std::mem::take(&mut self.space) && !self.draft.at_line_start() && !self.holds {
            self.draft.push(" ");
        }
        self.holds = false;
        self.draft.push(word);
    }

    /// Adds the number of an item; what follows comes on its line.
    pub fn number(&mut self, number: &str) {
        self.end_block(false);
        let from = self.at();
        self.word(number);
        self.draft.mark(from, MarkKind::Number);
        self.draft.push(" ");
        self.holds = true;
    }

    /// Ends the line within a paragraph; two ends leave a line blank.
    pub fn line_break(&mut self) {
        self.space = false;
        self.holds = false;
        if self.draft.at_line_start() { self.draft.gap() } else { self.draft.line() }
    }

    /// Ends the line and the paragraph, with a blank line when it is `spaced`.
    pub fn end_block(&mut self, spaced: bool) {
        self.space = false;
        if self.holds {
            return;
        }
        // A paragraph of nothing but no-break spaces is a blank line.
        let blank = self.paragraph.is_some_and(|from| self.draft.text().get(from..).is_some_and(|text| text.trim().is_empty()));
        if let Some(from) = self.paragraph.take()
            && !blank
        {
            self.paragraphs += 1;
            self.draft.mark(from, MarkKind::Paragraph(self.paragraphs));
        }
        if spaced || blank { self.draft.gap() } else { self.draft.line() }
    }

    /// What was held back for the line of a number is no longer.
    pub fn release(&mut self) {
        self.holds = false;
    }

    /// Marks what was written since `from`.
    pub fn mark(&mut self, from: usize, kind: MarkKind) {
        self.draft.mark(from, kind);
    }

    /// Joins what follows to the line as it stands.
    pub fn join(&mut self, joint: &str) {
        self.space = false;
        self.draft.push(joint);
        self.holds = true;
    }

    /// Whether the last line is blank or ended.
    pub fn at_line_start(&self) -> bool {
        self.draft.at_line_start()
    }

    /// Whether the last line ends with a colon.
    pub fn ends_with_colon(&self) -> bool {
        self.draft.text().ends_with(':')
    }

    /// What was written since `from`.
    pub fn since(&self, from: usize) -> &str {
        self.draft.text().get(from..).unwrap_or_default()
    }
}
