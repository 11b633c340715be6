//! The words of one text, folded once, in buffers that are used again for the next text.
//!
//! Chosen: words come from UAX 29. Why: offsets and numbers (`€ 3,5`) come out right. Rejected: splitting at blanks.

use std::mem;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

use super::runs::{Runs, Stretch};
use super::sentence::{self, Sentence};
use super::span::Span;

/// One word: a run of letters or digits as Unicode (UAX 29) delimits it.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Where it stands in the text.
    pub span: Span,
    /// The sentence that it belongs to, as an index in [`Reading::sentences`].
    pub sentence: u32,
    /// What stands between the word before it and this one: bits of [`Word`]'s constants.
    pub before: u8,
    /// Nothing but one blank stands before the word: no sentence ends there.
    pub goes_on: bool,
    folded: (u32, u32),
}

impl Word {
    /// A comma stands before the word.
    pub const COMMA: u8 = 1;
    /// A colon or semicolon stands before the word.
    pub const COLON: u8 = 2;
    /// A bracket opens before the word.
    pub const OPEN: u8 = 4;
    /// A bracket closes before the word.
    pub const CLOSE: u8 = 8;
    /// A currency sign stands before the word.
    pub const CURRENCY: u8 = 16;
    /// A percent sign stands before the word (so after the word before it).
    pub const PERCENT: u8 = 32;
    /// A line ends before the word.
    pub const LINE: u8 = 64;
    /// A dash or slash stands before the word.
    pub const DASH: u8 = 128;
}

/// A text as the rest of the program reads it: its words, folded, and its sentences.
///
/// One value serves for any number of texts: [`Reading::read`] empties and refills its buffers, so that
/// no memory is asked for per word.
#[derive(Debug, Default)]
pub struct Reading {
    folded: String,
    words: Vec<Word>,
    sentences: Vec<Sentence>,
    runs: Runs,
}

impl Reading {
    /// The reading of `text`.
    ///
    /// # Example: words are folded to small letters without accents
    /// ```
    /// use antwoordmeter::text::Reading;
    /// let reading = Reading::of("Zie vraag 3. Eén punt is geïnventariseerd.");
    /// assert_eq!(reading.folded(0), "zie");
    /// assert_eq!(reading.folded(3), "een");
    /// assert_eq!(reading.sentences().len(), 2);
    /// ```
    pub fn of(text: &str) -> Self {
        let mut reading = Self::default();
        reading.read(text);
        reading
    }

    /// Reads another text into the same buffers.
    pub fn read(&mut self, text: &str) {
        // Small letters of the whole text at once: most words are plain, and their folded form stands where they stand.
        self.folded.clear();
        self.folded.push_str(text);
        self.folded.make_ascii_lowercase();
        self.words.clear();
        self.sentences.clear();
        // No word holds a blank, and most stretches between blanks are one word of plain letters.
        let mut runs = mem::take(&mut self.runs);
        runs.read(text);
        let mut at = 0;
        while let Some(stretch) = runs.next(at) {
            at = match stretch {
                Stretch::Word(start, end) => {
                    self.push(text, start, end);
                    end
                }
                Stretch::Mixed(start, end) => {
                    self.segment(text, start, &text[start..end]);
                    end
                }
            };
        }
        self.runs = runs;
        sentence::mark(text, &mut self.words, &self.folded, &mut self.sentences);
        self.folded.push_str(PADDING);
    }

    /// Adds the words of a stretch that is not just one word.
    fn segment(&mut self, text: &str, from: usize, stretch: &str) {
        for (start, word) in stretch.unicode_word_indices() {
            let start = from + start;
            let stop = glued(word);
            if let Some(stop) = stop {
                self.push(text, start, start + stop);
            }
            let last = stop.map_or(0, |stop| stop + 1);
            self.push(text, start + last, start + word.len());
            self.fold_last(&word[last..]);
        }
    }

    /// Adds a word of plain letters.
    fn push(&mut self, text: &str, start: usize, end: usize) {
        let since = self.words.last().map_or(0, |last| last.span.end);
        let goes_on = start == since + 1 && text.as_bytes()[since] == b' ';
        let before = if goes_on { 0 } else { marks(&text[since..start]) };
        self.words.push(Word { span: Span::new(start, end), sentence: 0, before, goes_on, folded: (start as u32, end as u32) });
    }

    /// Folds the word that was added last, where it is not of plain letters.
    fn fold_last(&mut self, word: &str) {
        if let (false, Some(last)) = (word.is_ascii(), self.words.last_mut()) {
            let from = self.folded.len() as u32;
            fold_into(word, &mut self.folded);
            last.folded = (from, self.folded.len() as u32);
        }
    }

    /// The words in order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The sentences in order; they cover every word.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Word `index` in small letters and without accents; empty past the end.
    pub fn folded(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| word.fold(&self.folded))
    }

    /// Word `index` as [`Reading::folded`] gives it, as one number where it is short enough: most words are, and then they are
    /// compared and looked up without a loop over their letters.
    ///
    /// # Example: equal words are equal numbers
    /// ```
    /// use antwoordmeter::text::{Packed, Reading};
    /// let reading = Reading::of("Eén en een besluit en een omgevingsvergunning");
    /// assert_eq!(reading.packed(0), reading.packed(2));
    /// assert!(matches!(reading.packed(3), Packed::Short(_)));
    /// assert_eq!(reading.packed(6), Packed::Long("omgevingsvergunning"));
    /// ```
    pub fn packed(&self, index: usize) -> Packed<'_> {
        let (from, to) = self.words.get(index).map_or((0, 0), |word| (word.folded.0 as usize, word.folded.1 as usize));
        let length = to - from;
        match self.folded.as_bytes()[from..].first_chunk() {
            Some(bytes) if length < 16 => Packed::Short(u128::from_le_bytes(*bytes) & ((1 << (8 * length)) - 1) | (length as u128) << 120),
            _ => Packed::Long(self.folded(index)),
        }
    }

    /// Whether word `index` is written in plain letters: folding left it where it stands, but for capitals.
    pub fn is_plain(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.folded == (word.span.start as u32, word.span.end as u32))
    }

    /// The sentence that holds word `index`.
    pub fn sentence_of(&self, index: usize) -> &Sentence {
        &self.sentences[self.words[index].sentence as usize]
    }

    /// The span from the first to the last word of `words` (indices, end excluded).
    pub fn span(&self, words: &std::ops::Range<usize>) -> Span {
        match self.words.get(words.clone()) {
            Some([first, .., last]) => first.span.to(last.span),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }
}

/// A folded word as a number where it is short: its bytes, and above them their count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packed<'r> {
    /// Up to 15 bytes.
    Short(u128),
    /// A longer word itself.
    Long(&'r str),
}

/// Stands after the folded words, so that sixteen bytes can be taken from the beginning of each.
const PADDING: &str = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

impl Word {
    pub(super) fn fold<'f>(&self, folded: &'f str) -> &'f str {
        &folded[self.folded.0 as usize..self.folded.1 as usize]
    }
}

/// Appends `word` in small letters, without accents and with straight apostrophes.
pub(crate) fn fold_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        let from = out.len();
        out.push_str(word);
        out[from..].make_ascii_lowercase();
    } else {
        let plain = word.nfd().filter(|c| !is_combining_mark(*c) && *c != '\u{AD}');
        out.extend(plain.flat_map(char::to_lowercase).map(|c| if c == '’' || c == '‘' { '\'' } else { c }));
    }
}

/// Where a full stop glues two sentences into one word ("voorkomen.De"): converters lose the blank.
fn glued(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    let dot = bytes.iter().position(|byte| *byte == b'.')?;
    let lower = dot >= 3 && bytes[..dot].iter().all(u8::is_ascii_lowercase);
    let title = bytes.get(dot + 1).is_some_and(u8::is_ascii_uppercase) && bytes.len() > dot + 2;
    let once = bytes[dot + 1..].iter().all(|byte| *byte != b'.');
    (lower && title && once).then_some(dot)
}

fn marks(gap: &str) -> u8 {
    gap.chars().fold(0, |marks, c| {
        marks
            | match c {
                ',' => Word::COMMA,
                ':' | ';' => Word::COLON,
                '(' | '[' => Word::OPEN,
                ')' | ']' => Word::CLOSE,
                '€' | '$' => Word::CURRENCY,
                '%' => Word::PERCENT,
                '\n' => Word::LINE,
                '-' | '–' | '—' | '/' => Word::DASH,
                _ => 0,
            }
    })
}

#[cfg(test)]
mod tests {
    use super::{Reading, Word};

    #[test]
    fn spans_point_at_the_words_themselves() {
        let text = "«Één» keer 1.000.000 euro, zie zichtopwijken.nl (of bel).";
        let reading = Reading::of(text);
        let words: Vec<_> = reading.words().iter().map(|word| word.span.of(text)).collect();
        assert_eq!(words, ["Één", "keer", "1.000.000", "euro", "zie", "zichtopwijken.nl", "of", "bel"]);
        assert_eq!(reading.words()[4].before & Word::COMMA, Word::COMMA);
        assert_eq!(reading.words()[6].before & Word::OPEN, Word::OPEN);
        assert_eq!(reading.folded(0), "een");
    }

    /// The plain stretches are read without the tables of Unicode: the words must be the same.
    #[test]
    fn the_words_are_those_of_unicode() {
        let texts = [
            "Zie 'm: (€ 1.000,50), \"dat\" is 3,5% – of z'n e.d.\n\n12.30 uur; www.x.nl/a_b?c=d.",
            "één\u{301} twee \u{301}drie \u{AD}vier vijf\u{A0}zes _zeven_ acht-negen t/m 10e 3de",
            "...!? ( ) ,,, '\u{2019}s 's-Gravenhage's a.b.c. \tTab\ttab\r\nregel\u{2028}regel",
            "",
            " ",
            "日本語 текст 👍🏽 ok",
        ];
        for text in texts {
            let read: Vec<&str> = Reading::of(text).words().iter().map(|word| word.span.of(text)).collect();
            assert_eq!(read, unicode_segmentation::UnicodeSegmentation::unicode_words(text).collect::<Vec<_>>(), "{text:?}");
        }
    }

    #[test]
    fn a_lost_blank_after_a_full_stop_makes_two_words_and_two_sentences() {
        let reading = Reading::of("Dit is te voorkomen.Dé rest volgt.");
        assert_eq!(reading.folded(3), "voorkomen");
        assert_eq!(reading.folded(4), "de");
        assert_eq!(reading.sentences().len(), 2);
    }

    #[test]
    fn buffers_are_emptied_between_texts() {
        let mut reading = Reading::of("Een lange zin met woorden.");
        reading.read("Kort.");
        assert_eq!(reading.words().len(), 1);
        assert_eq!(reading.folded(0), "kort");
        assert_eq!(reading.folded(9), "");
    }
}
