//! How long answers are and how hard to read.

use std::ops::AddAssign;

use crate::text::Reading;

/// Words, sentences and syllables of some text; those of two texts add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readability {
    /// Words, numbers among them.
    pub words: u64,
    /// Sentences and list items.
    pub sentences: u64,
    /// Syllables.
    pub syllables: u64,
}

impl Readability {
    /// The counts of a text, given with its reading.
    ///
    /// # Example: two sentences
    /// ```
    /// use antwoordmeter::measure::Readability;
    /// use antwoordmeter::text::Reading;
    /// let text = "De gemeente evalueert het beleid. Dat gebeurt in 2026.";
    /// let counts = Readability::of(text, &Reading::of(text));
    /// assert_eq!((counts.words, counts.sentences, counts.syllables), (9, 2, 16));
    /// assert_eq!(format!("{:.1}", counts.flesch_douma().unwrap()), "65.8");
    /// ```
    pub fn of(text: &str, reading: &Reading) -> Self {
        let mut letters = Vec::new();
        Self {
            words: reading.words().len() as u64,
            sentences: reading.sentences().len() as u64,
            syllables: reading.words().iter().map(|word| syllables(word.span.of(text), &mut letters)).sum(),
        }
    }

    /// Words in a sentence, on average; nothing without a sentence.
    pub fn sentence_length(self) -> Option<f64> {
        (self.sentences > 0).then(|| self.words as f64 / self.sentences as f64)
    }

    /// Reading ease by the formula of Douma, from about 0 (very hard) to 100 (very easy): 206.84 - 0.77 × syllables in a hundred words -
    /// 0.93 × words in a sentence.
    ///
    /// W. H. Douma, "De leesbaarheid van landbouwbladen", Landbouwhogeschool Wageningen (1960): the reading ease of R. Flesch (1948),
    /// fitted to the length of Dutch words and sentences. Chosen because it was made for Dutch, is the best known there, and asks nothing
    /// but counts; the index of Brouwer (1963) was fitted to books for children, and LIX (1968) to Swedish. It says nothing of a text
    /// that is a table.
    pub fn flesch_douma(self) -> Option<f64> {
        let length = self.sentence_length()?;
        (self.words > 0).then(|| 206.84 - 77.0 * self.syllables as f64 / self.words as f64 - 0.93 * length)
    }
}

impl AddAssign for Readability {
    fn add_assign(&mut self, other: Self) {
        self.words += other.words;
        self.sentences += other.sentences;
        self.syllables += other.syllables;
    }
}

/// Vowels that are one sound when they stand side by side; the longest counts.
const TOGETHER: [&str; 21] =
    ["aai", "ooi", "oei", "eeu", "ieu", "eau", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ou", "au", "ei", "ij", "ai", "oi", "oy"];

/// The syllables of a word: its vowel sounds. A diaeresis begins a new one (ideeën), `u` after `q` and `y` before a vowel at the
/// beginning are none; a word without a vowel, such as a number, is one. `rest` is a buffer that serves again for the next word.
fn syllables(word: &str, rest: &mut Vec<char>) -> u64 {
    rest.clear();
    for c in word.chars() {
        if c.is_ascii() { rest.push(c.to_ascii_lowercase()) } else { rest.extend(c.to_lowercase()) }
    }
    if rest.len() > 1 && rest[0] == 'y' && is_vowel(rest[1]) {
        rest.remove(0);
    }
    let (mut at, mut count) = (0, 0);
    while at < rest.len() {
        if !is_vowel(rest[at]) || rest[at] == 'u' && at > 0 && rest[at - 1] == 'q' {
            at += 1;
            continue;
        }
        count += 1;
        // Most vowels stand alone.
        if !rest.get(at + 1).is_some_and(|next| matches!(bare(*next), 'a' | 'e' | 'i' | 'j' | 'o' | 'u' | 'y')) {
            at += 1;
            continue;
        }
        let sounds = |vowels: &&&str| {
            let mut here = rest[at..].iter();
            // Only the first vowel of a sound can bear a diaeresis.
            vowels
                .chars()
                .enumerate()
                .all(|(place, vowel)| here.next().is_some_and(|c| if place == 0 { plain(*c) == vowel } else { bare(*c) == vowel }))
        };
        at += TOGETHER.iter().find(sounds).map_or(1, |vowels| vowels.len());
    }
    count.max(1)
}

fn is_vowel(c: char) -> bool {
    matches!(plain(c), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// A vowel without its accent or diaeresis.
const fn plain(c: char) -> char {
    match c {
        'ä' => 'a',
        'ë' => 'e',
        'ï' => 'i',
        'ö' => 'o',
        'ü' => 'u',
        other => bare(other),
    }
}

/// A vowel without its accent; with a diaeresis it stays as it is.
const fn bare(c: char) -> char {
    match c {
        'á' | 'à' | 'â' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'í' | 'ì' | 'î' => 'i',
        'ó' | 'ò' | 'ô' => 'o',
        'ú' | 'ù' | 'û' => 'u',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Readability, syllables};
    use crate::text::Reading;

    /// Hyphenated by hand, as the Woordenlijst der Nederlandse Taal divides them.
    const WORDS: &str = "ant-woord be-ant-woor-den ge-meen-te col-le-ge be-oor-de-ling be-ïn-vloed ge-ëist co-ör-di-na-tie nieuw meeuw \
        be-stuurs-pe-ri-o-de ruim-te ei-ge-naar dos-sier-on-der-zoek vrij-wil-li-ger jaar-ver-slag toe-lich-ting e-va-lu-a-tie i-dee-ën \
        zo-als ja-nu-a-ri Eu-ro-pa hoe-veel-heid kwa-li-teit uit-voe-ring bij-een-komst fi-nan-ci-ë-le re-ac-tie bu-reau sys-teem yog-hurt \
        ka-te-go-rie-ën één twee naai-en gooi-en groei-en thea-ter-d quo-rum pro-vin-cie or-ga-ni-sa-tie par-ti-ci-pa-tie toi-let";

    #[test]
    fn syllables_are_those_of_the_word_list() {
        let parts = |word: &str| word.split('-').count() as u64;
        // "theater" has a sound boundary that the word list does not divide at.
        let expected = |word: &str| if word == "thea-ter-d" { 3 } else { parts(word) };
        let wrong: Vec<_> =
            WORDS.split_whitespace().filter(|word| syllables(&word.replace('-', ""), &mut Vec::new()) != expected(word)).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(["2024", "nr", "", "ZZP"].map(|word| syllables(word, &mut Vec::new())), [1; 4]);
    }

    #[test]
    fn nothing_is_said_of_nothing_and_parts_add_up() {
        assert_eq!(Readability::default().flesch_douma(), None);
        assert_eq!(Readability::default().sentence_length(), None);
        let of = |text: &str| Readability::of(text, &Reading::of(text));
        let mut sum = of("Wij zijn het eens.");
        sum += of("Het college besluit in mei.");
        assert_eq!(sum, of("Wij zijn het eens. Het college besluit in mei."));
        assert!(of("Ja. Nee.").flesch_douma() > of("Desalniettemin prevaleert ambtshalve de gemeenschappelijke regeling.").flesch_douma());
    }
}
