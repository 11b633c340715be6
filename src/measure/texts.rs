//! What is kept of the texts of answers: how long they are and how hard to read, by class, and numbers that tell whether others are like them.

use std::ops::AddAssign;

use super::readability::Readability;
use super::reuse::Reuse;
use crate::coding::Class;
use crate::text::Reading;

/// The text of an answer.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// Itself.
    pub text: &'a str,
    /// Its words and sentences.
    pub reading: &'a Reading,
    /// Its syllables.
    pub syllables: u64,
}

impl<'a> Text<'a> {
    /// A text with its reading.
    pub fn of(text: &'a str, reading: &'a Reading) -> Self {
        Self { text, reading, syllables: reading.syllables(text) }
    }
}

/// The texts of answers, added up; those of two parts of a run add up to those of the whole, in any order.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// How many answers have each class, and their texts together.
    pub lengths: [(u32, Readability); Class::ALL.len()],
    /// What was used again.
    pub reuse: Reuse,
}

impl Texts {
    /// Adds the text of an answer of a letter. What is not there has no length.
    ///
    /// # Example: one answer
    /// ```
    /// use antwoordmeter::coding::Class;
    /// use antwoordmeter::measure::{Text, Texts};
    /// use antwoordmeter::text::Reading;
    /// let mut texts = Texts::default();
    /// texts.add("brief", Class::Deferral, Text::of("Dat volgt.", &Reading::of("Dat volgt.")));
    /// texts.add("brief", Class::Unanswered, Text::of("", &Reading::default()));
    /// assert_eq!(texts.lengths.map(|(answers, _)| answers), [0, 1, 0, 0, 0]);
    /// ```
    pub fn add(&mut self, letter: &str, class: Class, text: Text<'_>) {
        if class == Class::Unanswered || text.text.is_empty() {
            return;
        }
        let place = Class::ALL.iter().position(|other| *other == class);
        if let Some((answers, length)) = place.and_then(|place| self.lengths.get_mut(place)) {
            *answers += 1;
            *length += Readability::of(text.reading, text.syllables);
        }
        self.reuse.add(letter, text.reading);
    }
}

impl AddAssign for Texts {
    fn add_assign(&mut self, other: Self) {
        for ((answers, length), (more, longer)) in self.lengths.iter_mut().zip(other.lengths) {
            *answers += more;
            *length += longer;
        }
        self.reuse += other.reuse;
    }
}
