//! From a named time to its days, seen from the letter's date.

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::{self, Feast, Season, Term};
use super::date::Interval;
use super::phrase::{Base, Phrase, Year};
use super::relation::Relation;

/// One time, or the range from one time to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub first: Phrase,
    pub last: Phrase,
}

/// The days that are meant, and the last such days before the letter's date where the year is not said.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    pub days: Interval,
    pub previous: Option<Interval>,
}

impl Stretch {
    /// Its days when its first term lies in `year`; an end that would lie before its beginning lies a year later.
    pub(super) fn days(&self, year: i16) -> Option<Interval> {
        let first = self.first.days(year)?;
        let year = match (self.first.year, self.last.year) {
            (Year::Printed(from), Year::Printed(to)) => year.checked_add(to.checked_sub(from)?)?,
            (Year::Offset(from), Year::Offset(to)) => year.checked_add(to - from)?,
            _ => year,
        };
        let last = self.last.days(year)?;
        let last = if last.to < first.from { self.last.days(year.checked_add(1)?)? } else { last };
        Some(first.with(last))
    }

    /// The days that it means with `relation`, seen from `letter`; `None` when that needs a letter's date and there is none.
    pub(super) fn resolve(&self, relation: Relation, since: bool, letter: Option<Date>) -> Option<Days> {
        let days = |year| self.days(year);
        let meant = |year: i16, letter| days(year).and_then(|own| self.related(relation, own, year, letter));
        let only = |days| Days { days, previous: None };
        if let Base::Days(own) = self.first.base {
            // "U kreeg het donderdag": the same day of the week before.
            let week_before = |own: Interval| {
                let unsaid = self.first.year == Year::Unsaid;
                unsaid.then(|| own.from.checked_sub(7.days()).ok().map(Interval::day)).flatten()
            };
            let days = self.related(relation, self.first.days(own.from.year())?, own.from.year(), letter)?;
            return Some(Days { days, previous: week_before(own) });
        }
        if let Year::Printed(year) = self.first.year {
            return meant(year, letter).map(only);
        }
        let letter = letter?;
        let near = || (-1..=8).filter_map(|offset: i16| letter.year().checked_add(offset));
        let last =
            || (-8..=1).rev().filter_map(|offset: i16| letter.year().checked_add(offset)).filter_map(days).find(|own| own.to <= letter);
        let one_day = days(2024).is_some_and(|own| own.from == own.to);
        match self.first.year {
            Year::Offset(offset) => meant(letter.year().checked_add(offset)?, Some(letter)).map(only),
            Year::Current => {
                let year = self.current(letter);
                // "Uiterlijk dit voorjaar", in December: the spring that is to come.
                let over = matches!(relation, Relation::By | Relation::Before) && days(year).is_some_and(|own| own.to < letter);
                meant(year + i16::from(over), Some(letter)).map(only)
            }
            Year::Last => last().map(only),
            Year::Next => {
                near().find(|year| days(*year).is_some_and(|own| own.from > letter)).and_then(|year| meant(year, Some(letter))).map(only)
            }
            Year::Unsaid if since => last().map(only),
            Year::Coming => near()
                .find(|year| days(*year).is_some_and(|own| is_ahead(own, letter)))
                .and_then(|year| meant(year, Some(letter)))
                .map(only),
            _ => {
                let ends_later = |days: &Interval| days.to > letter || one_day && days.to == letter;
                let days = near().filter_map(|year| meant(year, Some(letter))).find(ends_later)?;
                Some(Days { days, previous: last() })
            }
        }
    }

    /// The year of "dit", "deze": in January and February the winter of the year before is still going on.
    fn current(&self, letter: Date) -> i16 {
        let winter = matches!(self.first.base, Base::Terms(Term::Season(Season::Winter), _));
        letter.year() - i16::from(winter && letter.month() < 3)
    }

    /// The days that `relation` makes of the stretch's `own` days.
    fn related(&self, relation: Relation, own: Interval, year: i16, letter: Option<Date>) -> Option<Interval> {
        let term = match self.first.base {
            Base::Terms(_, last) if self.last.parts.is_none() => Some(last),
            _ => None,
        };
        match relation {
            Relation::Before => {
                // "Voor de zomer" is before the recess, not before June.
                let edge = match term {
                    Some(Term::Season(Season::Summer)) => Term::Feast(Feast::SummerRecess).days(year)?.from,
                    _ => own.from,
                };
                Some(Interval::until(letter, edge.yesterday().ok()?))
            }
            Relation::By => match letter {
                Some(letter) if letter <= own.to => Some(Interval { from: letter, to: own.to }),
                _ => Some(own),
            },
            Relation::After => Some(term.and_then(|term| calendar::after(term, year)).unwrap_or(own)),
            _ => Some(own),
        }
    }
}

/// Whether at least half of the days are still to come.
fn is_ahead(days: Interval, letter: Date) -> bool {
    let half = (days.to - days.from).get_days() / 2;
    days.from.checked_add(i64::from(half).days()).is_ok_and(|middle| middle >= letter)
}
