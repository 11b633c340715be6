//! Times that stand in a row: `mei en juni 2025`, `van 1 september tot en met 12 oktober`, `eind 2025 of begin 2026`.

use std::mem::discriminant;

use jiff::civil::Date;

use super::head;
use super::link::{self, Link};
use super::parse;
use super::phrase::{Base, Phrase, Year};
use super::resolve::Stretch;
use super::view::View;

/// The most times that are read as one row.
const LONGEST: usize = 4;

/// One to four times in a row, with what stands before each but the first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    phrases: [Phrase; LONGEST],
    links: [Link; LONGEST],
    length: usize,
}

impl Row {
    /// The row that begins with `first`; a year that only one of its times has is shared.
    pub(super) fn from(view: View, first: Phrase, letter: Option<Date>) -> Self {
        let mut row = Self { phrases: [first; LONGEST], links: [Link::List; LONGEST], length: 1 };
        while row.length < LONGEST {
            let Some((link, next)) = following(view, &row.phrases[row.length - 1], letter) else { break };
            row.phrases[row.length] = next;
            row.links[row.length] = link;
            row.length += 1;
        }
        row.share_years();
        row
    }

    /// Its stretches: what is a range, or goes on without a day between, is taken together; after "tussen" everything.
    pub(super) fn stretches(&self, between: bool) -> impl Iterator<Item = Stretch> + '_ {
        let mut at = 0;
        std::iter::from_fn(move || {
            let first = *self.phrases[..self.length].get(at)?;
            let mut last = first;
            at += 1;
            while at < self.length && (between || self.links[at] == Link::Range || goes_on(&last, &self.phrases[at])) {
                last = self.phrases[at];
                at += 1;
            }
            Some(Stretch { first, last })
        })
    }

    /// Whether a range follows the first time.
    pub(super) fn is_range(&self) -> bool {
        self.length > 1 && self.links[1] == Link::Range
    }

    /// One past its last word.
    pub(super) fn end(&self) -> usize {
        self.phrases[self.length - 1].end
    }

    fn share_years(&mut self) {
        let length = self.length;
        for at in (1..length).rev() {
            let (later, earlier) = (self.phrases[at], &mut self.phrases[at - 1]);
            if earlier.year == Year::Unsaid {
                earlier.year = shifted(later.year, -i16::from(order(earlier) > order(&later)));
            }
        }
        for at in 1..length {
            let (earlier, later) = (self.phrases[at - 1], &mut self.phrases[at]);
            if later.year == Year::Unsaid {
                later.year = shifted(earlier.year, i16::from(order(&earlier) > order(later)));
            }
        }
    }
}

/// The year so many years on, where that means something.
fn shifted(year: Year, by: i16) -> Year {
    match year {
        Year::Printed(year) => Year::Printed(year + by),
        Year::Offset(offset) => Year::Offset(offset + by),
        year => year,
    }
}

/// Where in a year a phrase begins.
fn order(phrase: &Phrase) -> Option<Date> {
    phrase.days(2024).map(|days| days.from)
}

/// Whether `second` begins on the day after `first` ends, or before.
fn goes_on(first: &Phrase, second: &Phrase) -> bool {
    let year = |phrase: &Phrase| match phrase.year {
        Year::Printed(year) => year,
        Year::Offset(offset) => 2024 + offset,
        _ => 2024,
    };
    let (Some(first), Some(mut second)) = (first.days(year(first)), second.days(year(second))) else { return false };
    if second.to < first.from {
        let next = |date: Date| date.with().year(date.year() + 1).build().unwrap_or(date);
        second.from = next(second.from);
        second.to = next(second.to);
    }
    first.to.tomorrow().is_ok_and(|day| second.from <= day && second.from >= first.from)
}

/// The time that goes on from `phrase`, and what links it: a year with a year, and no printed year with "jl.".
fn following(view: View, phrase: &Phrase, letter: Option<Date>) -> Option<(Link, Phrase)> {
    let (link, start) = link::at(view, phrase.end)?;
    let next = at_once(view, start, letter)?;
    let terms = matches!((next.base, phrase.base), (Base::Terms(..), Base::Terms(..)));
    let years = [next.year, phrase.year].contains(&Year::Unsaid) || discriminant(&next.year) == discriminant(&phrase.year);
    (terms && years && next.is_bare_year() == phrase.is_bare_year()).then_some((link, next))
}

/// The phrase that begins at `start`, "in", "op" and articles apart.
pub(super) fn at_once(view: View, start: usize, letter: Option<Date>) -> Option<Phrase> {
    let mut noun = start;
    while noun < start + 2 && matches!(view.word(noun), "in" | "op" | "de" | "het") {
        noun += 1;
    }
    for at in start..start + 7 {
        if at > start && !view.joined(at) && !view.dashed(at) {
            return None;
        }
        if head::of(view.word(at)).is_none() {
            continue;
        }
        if let Some(phrase) = parse::around(view, at, start, true, letter) {
            return (phrase.start <= noun).then_some(phrase);
        }
    }
    None
}
