//! When documents of a kind usually appear: a calendar, offered beside what a letter says and never in its place.

use super::pattern::Atom;
use crate::time::{Date, Interval};

/// When the documents of some kinds usually appear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Usual {
    /// In a sentence for readers.
    pub meaning: String,
    /// The law or practice that says so.
    pub source: String,
    /// The kinds, as written.
    pub words: Vec<String>,
    pub kinds: Vec<Atom>,
    /// Editions within a year ("eerste"); none: the period is the year alone.
    pub editions: Vec<String>,
    /// Words of senders for whom it holds; none: for all.
    pub senders: Vec<Atom>,
    /// Years after the period.
    pub year: i16,
    /// Month and day.
    pub from: (i8, i8),
    pub to: (i8, i8),
}

impl Usual {
    /// The usual days of a document, when this is about its kind, its edition and its sender.
    pub fn days(&self, kind: &str, period: &str, sender: &str) -> Option<Interval> {
        let (edition, year) = period.rsplit_once(' ').unwrap_or(("", period));
        let edition = if self.editions.is_empty() { edition.is_empty() } else { self.editions.iter().any(|known| known == edition) };
        let sent = || {
            let mut words = sender.split(|c: char| !c.is_alphanumeric());
            self.senders.is_empty() || words.any(|word| is_among(&self.senders, &word.to_lowercase()))
        };
        if !edition || year.len() != 4 || !is_among(&self.kinds, kind) || !sent() {
            return None;
        }
        let year = year.parse::<i16>().ok()?.checked_add(self.year)?;
        let day = |(month, day)| Date::new(year, month, day).ok();
        Some(Interval { from: day(self.from)?, to: day(self.to)? })
    }
}

fn is_among(atoms: &[Atom], word: &str) -> bool {
    atoms.iter().any(|atom| match atom {
        Atom::Word(whole) => whole == word,
        Atom::Prefix(stem) => word.starts_with(stem.as_str()),
        Atom::Suffix(stem) => word.ends_with(stem.as_str()),
        Atom::List(_) => false,
    })
}

/// First and last day of `05-01/07-14`, as month and day; nothing when these are no days in their order.
pub(super) fn days(written: &str) -> Option<((i8, i8), (i8, i8))> {
    let day = |text: &str| {
        // A year without 29 February: what is usual comes every year.
        let date: Date = format!("2025-{text}").parse().ok()?;
        (text.len() == 5).then(|| (date.month(), date.day()))
    };
    let (from, to) = written.split_once('/')?;
    let (from, to) = (day(from)?, day(to)?);
    (from <= to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn days_of_a_year() {
        assert_eq!(days("05-01/07-14"), Some(((5, 1), (7, 14))));
        let wrong = ["05-01", "05-01/04-30", "02-29/03-01", "5-1/7-14", "mei/juli", "05-01/07-14/08-01", "05-011/07-14", ""];
        let read: Vec<_> = wrong.iter().filter(|written| days(written).is_some()).collect();
        assert!(read.is_empty(), "{read:?}");
    }
}
