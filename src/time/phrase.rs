//! One named time as the words give it, not yet placed in a year: `eind mei`, `het tweede kwartaal van dit jaar`.

use super::calendar::Term;
use super::date::Interval;
use super::part::Part;

/// A named time, not yet placed in a year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    /// Its first word.
    pub start: usize,
    /// One past its last word.
    pub end: usize,
    pub base: Base,
    /// The first and the last part of it that is meant.
    pub parts: Option<(Part, Part)>,
    pub year: Year,
}

/// What a phrase names.
#[derive(Clone, Copy, Debug)]
pub(super) enum Base {
    /// From the first term to the last, which are the same unless two are named ("eerste en tweede kwartaal").
    Terms(Term, Term),
    /// Days worked out from the letter's date.
    Days(Interval),
}

/// Which year a phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// Not said: the first that ends after the letter's date.
    Unsaid,
    Printed(i16),
    /// So many years after that of the letter's date.
    Offset(i16),
    /// "Jl.", "afgelopen".
    Last,
    /// "A.s.", "komend".
    Coming,
    /// "Volgend": not the one that has begun already.
    Next,
    /// "Dit voorjaar".
    Current,
}

impl Phrase {
    /// A phrase of one term.
    pub(super) const fn of(term: Term, start: usize, end: usize, year: Year) -> Self {
        Self { start, end, base: Base::Terms(term, term), parts: None, year }
    }

    /// A phrase of days that are known.
    pub(super) const fn fixed(days: Interval, start: usize, end: usize) -> Self {
        Self { start, end, base: Base::Days(days), parts: None, year: Year::Offset(0) }
    }

    /// Whether it is a year as a whole, which joins only with other years.
    pub(super) fn is_bare_year(&self) -> bool {
        matches!(self.base, Base::Terms(Term::Year, Term::Year)) && self.parts.is_none()
    }

    /// Its days in `year`.
    pub(super) fn days(&self, year: i16) -> Option<Interval> {
        let whole = match self.base {
            Base::Terms(first, last) => first.days(year)?.with(last.days(year)?),
            Base::Days(days) => days,
        };
        Some(self.parts.map_or(whole, |(first, last)| first.of(whole).with(last.of(whole))))
    }
}
