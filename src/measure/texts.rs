//! What is kept of the texts of answers: how long they are and how hard to read, by class, and numbers that tell whether others are like them.

use std::ops::AddAssign;

use super::readability::Readability;
use super::reuse::Reuse;
use crate::coding::Class;
use crate::text::Reading;

/// The texts of answers, added up; those of two parts of a run add up to those of the whole, in any order.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// How many answers have each class, and their texts together.
    pub lengths: [(u32, Readability); Class::ALL.len()],
    /// What was used again.
    pub reuse: Reuse,
}

impl Texts {
    /// Adds the text of an answer of a letter; given with its reading. What is not there has no length.
    ///
    /// # Example: one answer
    /// ```
    /// use antwoordmeter::coding::Class;
    /// use antwoordmeter::measure::Texts;
    /// use antwoordmeter::text::Reading;
    /// let mut texts = Texts::default();
    /// texts.add("brief", Class::Deferral, "Dat volgt.", &Reading::of("Dat volgt."));
    /// texts.add("brief", Class::Unanswered, "", &Reading::default());
    /// assert_eq!(texts.lengths.map(|(answers, _)| answers), [0, 1, 0, 0, 0]);
    /// ```
    pub fn add(&mut self, letter: &str, class: Class, text: &str, reading: &Reading) {
        if class == Class::Unanswered || text.is_empty() {
            return;
        }
        let place = Class::ALL.iter().position(|other| *other == class);
        if let Some((answers, length)) = place.and_then(|place| self.lengths.get_mut(place)) {
            *answers += 1;
            *length += Readability::of(text, reading);
        }
        self.reuse.add(letter, reading);
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
