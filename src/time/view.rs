//! The words around a place in a text, as far as they can belong to one expression.

use crate::text::{Reading, Word};

/// A reading with questions about neighbouring words.
#[derive(Clone, Copy)]
pub(super) struct View<'r> {
    reading: &'r Reading,
}

const APART: u8 = Word::COMMA | Word::COLON | Word::OPEN | Word::CLOSE | Word::CURRENCY | Word::PERCENT;

impl<'r> View<'r> {
    pub(super) const fn new(reading: &'r Reading) -> Self {
        Self { reading }
    }

    /// Word `at`, folded; empty past the end.
    pub(super) fn word(self, at: usize) -> &'r str {
        self.reading.folded(at)
    }

    /// Bytes between word `at` and the word before it; `None` for the first word of a sentence or past the end.
    fn gap(self, at: usize) -> Option<(usize, u8)> {
        let words = self.reading.words();
        let (before, word) = (words.get(at.checked_sub(1)?)?, words.get(at)?);
        (before.sentence == word.sentence).then(|| (word.span.start.saturating_sub(before.span.end), word.before))
    }

    /// Whether only blanks and full stops part word `at` from the word before it.
    pub(super) fn joined(self, at: usize) -> bool {
        self.gap(at).is_some_and(|(_, marks)| marks & (APART | Word::DASH) == 0)
    }

    /// Whether a hyphen or slash without blanks ties word `at` to the word before it.
    pub(super) fn hyphenated(self, at: usize) -> bool {
        self.gap(at).is_some_and(|(length, marks)| length == 1 && marks & Word::DASH != 0)
    }

    /// Whether a dash or slash, with or without blanks, and nothing else parts word `at` from the word before it.
    pub(super) fn dashed(self, at: usize) -> bool {
        self.gap(at).is_some_and(|(length, marks)| length <= 5 && marks & Word::DASH != 0 && marks & APART == 0)
    }

    /// Whether a comma parts word `at` from the word before it.
    pub(super) fn after_comma(self, at: usize) -> bool {
        self.gap(at).is_some_and(|(_, marks)| marks & Word::COMMA != 0 && marks & (APART | Word::DASH) == Word::COMMA)
    }

    /// Whether a sign of money stands before word `at`.
    pub(super) fn is_money(self, at: usize) -> bool {
        self.reading.words().get(at).is_some_and(|word| word.before & Word::CURRENCY != 0)
    }

    /// Whether an apostrophe may stand before word `at`: a reading keeps no text, but a blank and an apostrophe
    /// (perhaps after an abbreviation's full stop) are longer than a blank.
    pub(super) fn apostrophe(self, at: usize) -> bool {
        self.joined(at) && self.gap(at).is_some_and(|(length, _)| (2..=5).contains(&length))
    }

    /// Whether word `at` carries an accent: `vóór`.
    pub(super) fn is_accented(self, at: usize) -> bool {
        self.reading.words().get(at).is_some_and(|word| word.span.len() > self.word(at).len())
    }

    /// At most `count` words before `at` in its sentence, the nearest first.
    pub(super) fn back(self, at: usize, count: usize) -> impl Iterator<Item = usize> {
        let floor = self.reading.words().get(at).map_or(at, |_| self.reading.sentence_of(at).words.start);
        (floor.max(at.saturating_sub(count))..at).rev()
    }

    /// Whether two words stand in one sentence.
    pub(super) fn is_one_sentence(self, one: usize, other: usize) -> bool {
        let sentence = |at: usize| self.reading.words().get(at).map(|word| word.sentence);
        sentence(one) == sentence(other)
    }

    /// The word before `at` when it belongs with it and does not lie before `floor`; empty otherwise.
    pub(super) fn before(self, at: usize, floor: usize) -> &'r str {
        if at > floor && self.joined(at) { self.word(at - 1) } else { "" }
    }

    /// The word at `at` when it belongs with the one before it; empty otherwise.
    pub(super) fn after(self, at: usize) -> &'r str {
        if self.joined(at) { self.word(at) } else { "" }
    }
}
