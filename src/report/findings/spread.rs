//! How the answers of a run spread over senders, years and the time until the documents that they wait for are due.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use super::unit::Unit;
use crate::coding::DeferralKind;
use crate::letter::{Letter, names_one_body};
use crate::measure::Counts;
use crate::report::charts::Wait;
use crate::time::Date;

/// Counts of a run by what its letters say of themselves; those of two parts of it add up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// By sender, whatever the case of its letters; letters that do not tell which body sent them under "".
    pub senders: BTreeMap<String, Sender>,
    /// By the year of the letter's date; letters without a date under none.
    pub years: BTreeMap<Option<i16>, Counts>,
    /// Answers that wait for a document, by how long.
    pub waits: BTreeMap<Wait, u32>,
}

/// Counts of the letters of one sender.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// Its name, as the first letter has it.
    pub name: String,
    /// Its letters with answers.
    pub letters: u32,
    /// Its answers.
    pub counts: Counts,
}

impl Spread {
    /// Adds a letter with its questions and their counts.
    pub fn add(&mut self, letter: &Letter, units: &[Unit<'_>], counts: Counts) {
        let about = &letter.about;
        for coding in units.iter().map(|unit| &unit.judgement.coding).filter(|coding| coding.deferral == Some(DeferralKind::Document)) {
            *self.waits.entry(Wait::until(coding.due, about.date)).or_default() += 1;
        }
        *self.years.entry(about.date.map(Date::year)).or_default() += counts;
        let name = about.sender.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = if names_one_body(&name) { name } else { String::new() };
        self.meet(name.to_lowercase(), Sender { name, letters: u32::from(counts.answered > 0), counts });
    }

    fn meet(&mut self, key: String, other: Sender) {
        let sender = self.senders.entry(key).or_insert_with(|| Sender { name: other.name, ..Sender::default() });
        sender.letters += other.letters;
        sender.counts += other.counts;
    }
}

impl AddAssign for Spread {
    fn add_assign(&mut self, other: Self) {
        for (key, sender) in other.senders {
            self.meet(key, sender);
        }
        for (year, counts) in other.years {
            *self.years.entry(year).or_default() += counts;
        }
        for (wait, count) in other.waits {
            *self.waits.entry(wait).or_default() += count;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Sender, Spread, Wait};
    use crate::measure::Counts;

    #[test]
    fn parts_add_up() {
        let part = |key: &str, year| {
            let counts = Counts { answered: 3, ..Counts::default() };
            let sender = Sender { name: key.to_uppercase(), letters: 1, counts };
            Spread { senders: [(key.to_owned(), sender)].into(), years: [(Some(year), counts)].into(), waits: [(Wait::Undated, 2)].into() }
        };
        let mut sum = part("a", 2024);
        sum += part("b", 2024);
        sum += part("a", 2025);
        assert_eq!(sum.senders.values().map(|sender| (sender.letters, sender.counts.answered)).collect::<Vec<_>>(), [(2, 6), (1, 3)]);
        assert_eq!(sum.years.values().map(|counts| counts.answered).collect::<Vec<_>>(), [6, 3]);
        assert_eq!(sum.waits[&Wait::Undated], 6);
    }
}
