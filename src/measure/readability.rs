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
    /// The counts of a text, given with its reading and its syllables.
    ///
    /// # Example: two sentences
    /// ```
    /// use antwoordmeter::measure::Readability;
    /// use antwoordmeter::text::Reading;
    /// let text = "De gemeente evalueert het beleid. Dat gebeurt in 2026.";
    /// let reading = Reading::of(text);
    /// let counts = Readability::of(&reading, reading.syllables(text));
    /// assert_eq!((counts.words, counts.sentences, counts.syllables), (9, 2, 16));
    /// assert_eq!(format!("{:.1}", counts.flesch_douma().unwrap()), "65.8");
    /// ```
    pub fn of(reading: &Reading, syllables: u64) -> Self {
        Self { words: reading.words().len() as u64, sentences: reading.sentences().len() as u64, syllables }
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

#[cfg(test)]
mod tests {
    use super::Readability;
    use crate::text::Reading;

    #[test]
    fn nothing_is_said_of_nothing_and_parts_add_up() {
        assert_eq!(Readability::default().flesch_douma(), None);
        assert_eq!(Readability::default().sentence_length(), None);
        let of = |text: &str| {
            let reading = Reading::of(text);
            Readability::of(&reading, reading.syllables(text))
        };
        let mut sum = of("Wij zijn het eens.");
        sum += of("Het college besluit in mei.");
        assert_eq!(sum, of("Wij zijn het eens. Het college besluit in mei."));
        assert!(of("Ja. Nee.").flesch_douma() > of("Desalniettemin prevaleert ambtshalve de gemeenschappelijke regeling.").flesch_douma());
    }
}
