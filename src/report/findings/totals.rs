//! The figures of a run: what its parts add up to.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use super::spread::Spread;
use super::unanswered::Unanswered;
use super::unit::Unit;
use super::waited::Waited;
use crate::coding::{Class, DeferralKind};
use crate::error::Problem;
use crate::letter::Letter;
use crate::measure::Counts;
use crate::report::charts::{Cell, Texture};
use crate::time::Date;

/// The figures of a run; those of two parts of it add up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Letters.
    pub letters: u32,
    /// Counts of their questions, but for those of letters that only ask.
    pub counts: Counts,
    /// Questions that nobody could have answered yet, or that were put off.
    pub without: Unanswered,
    /// The same as the program coded them, without what people corrected.
    pub uncorrected: Counts,
    /// Answers that people corrected.
    pub corrected: u32,
    /// Letters without an answered question.
    pub unanswered: u32,
    /// The first letter.
    pub first: Option<Heading>,
    /// The different documents that answers wait for, by name and by sender or letter; those without a name under "".
    pub waited_for: BTreeMap<String, Waited>,
    /// How the answers spread over senders, years and time.
    pub spread: Spread,
    /// Stretches of text that were not understood.
    pub unparsed: u32,
    /// Problems by stage.
    pub problems: BTreeMap<&'static str, u32>,
    /// The first of those that made the program skip something.
    pub skipped: Vec<Problem>,
}

/// What the charts say of the one letter that they are of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its name in the tables.
    pub letter: String,
    /// Its subject or name, and its sender.
    pub line: String,
    /// Its date.
    pub date: Option<Date>,
    /// Its answers in order.
    pub answers: Vec<Cell>,
}

impl Heading {
    /// Of one letter: its subject or name, who wrote it and when, and its answers.
    pub fn of(letter: &Letter, units: &[Unit<'_>]) -> Self {
        let about = &letter.about;
        let subject = if about.subject.is_empty() { &letter.id } else { &about.subject };
        let line = [subject, &about.sender].into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
        let cell = |unit: &Unit<'_>| {
            let coding = &unit.judgement.coding;
            Cell {
                number: coding.number.clone(),
                theme: unit.question.title(unit.theme).to_owned(),
                texture: texture(coding.class),
                waits: coding.deferral == Some(DeferralKind::Document),
            }
        };
        Self { letter: letter.id.clone(), line, date: about.date, answers: units.iter().map(cell).collect() }
    }
}

const fn texture(class: Class) -> Texture {
    match class {
        Class::Substantive => Texture::Substantive,
        Class::Deferral => Texture::Deferral,
        Class::ExternalReference => Texture::External,
        Class::Unresolved => Texture::Unresolved,
        Class::Unanswered => Texture::Unanswered,
    }
}

/// So many skipped things are told at once; the table has them all.
const TOLD: usize = 10;

impl Totals {
    /// Adds a problem.
    pub fn report(&mut self, problem: &Problem) {
        *self.problems.entry(problem.stage).or_default() += 1;
        if problem.stage != "parse" && self.skipped.len() < TOLD {
            self.skipped.push(problem.clone());
        }
    }

    /// Whether everything was read and understood.
    pub fn is_understood(&self) -> bool {
        self.unparsed == 0 && self.problems.keys().all(|stage| *stage == Problem::OWN)
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, mut other: Self) {
        self.letters += other.letters;
        self.unanswered += other.unanswered;
        self.without += other.without;
        self.counts += other.counts;
        self.uncorrected += other.uncorrected;
        self.corrected += other.corrected;
        self.first = self.first.take().or(other.first);
        for (key, waited) in other.waited_for {
            self.meet(key, waited);
        }
        self.spread += other.spread;
        self.unparsed += other.unparsed;
        for (stage, count) in other.problems {
            *self.problems.entry(stage).or_default() += count;
        }
        self.skipped.append(&mut other.skipped);
        self.skipped.truncate(TOLD);
    }
}

#[cfg(test)]
mod tests {
    use super::Totals;
    use crate::measure::Counts;

    #[test]
    fn totals_of_parts_add_up() {
        let totals = Totals {
            letters: 1,
            counts: Counts { answered: 45, ..Counts::default() },
            problems: [("read", 2)].into(),
            ..Totals::default()
        };
        let mut sum = totals.clone();
        sum += totals;
        assert_eq!((sum.letters, sum.counts.answered, sum.problems["read"]), (2, 90, 4));
    }
}
