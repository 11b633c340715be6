//! The expressions of time in a text.
//!
//! One pass looks for the words on which such an expression turns; around each the words that belong to it
//! are read, to the left and to the right, and placed in a year.

use std::ops::Range;

use super::calendar::Term;
use super::date::{Date, Interval};
use super::follow;
use super::head;
use super::parse;
use super::phrase::{Base, Phrase, Year};
use super::relation::{self, Relation};
use super::resolve::Stretch;
use super::row::{self, Row};
use super::view::View;
use crate::text::Reading;

/// Days of a year, and of rather more than half of one.
const YEAR: i32 = 366;
const HALF: i32 = 200;

/// An expression of time and the days that it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The words that give it, as indices in the reading; a preposition is among them where it moves the days ("voor 1 juli").
    pub words: Range<usize>,
    /// The days.
    pub interval: Interval,
    /// A whole date is printed, day, month and year.
    pub full_date: bool,
    /// The year is printed ("mei 2025"), not worked out from the letter's date.
    pub year_printed: bool,
    /// What its preposition says.
    pub relation: Relation,
    /// Whether the words themselves say that it is over or still to come.
    pub direction: Direction,
    /// Where neither a year nor a direction is said ("in mei"): the last such days before the letter's date, which are
    /// meant when the sentence is in the past tense.
    pub previous: Option<Interval>,
}

impl Moment {
    /// Whether something can be promised for it: it does not say what a thing is about, is meant for or dates from, and lies not in the past.
    pub fn promises(&self) -> bool {
        let days = (self.interval.to - self.interval.from).get_days();
        // "Uiterlijk in 2030" is a target, "voor het einde van het jaar" a promise in any month, a printed day one for some years.
        let far = if self.full_date { 3 * YEAR } else { YEAR };
        let span = self.relation == Relation::By && days > far || self.relation == Relation::For && days > HALF;
        matches!(self.relation, Relation::In | Relation::Before | Relation::By | Relation::After | Relation::For)
            && self.direction != Direction::Past
            && !span
    }
}

/// Whether the words of a moment point back or ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// They do not say.
    Unsaid,
    /// "jl.", "afgelopen", "vorig", "sinds".
    Past,
    /// "a.s.", "komend", "volgend", "binnen".
    Future,
}

/// The expressions of time in a text, in order, without overlaps, seen from the letter's date `from`, by the conventions
/// of the codebook (section 1).
///
/// Without `from` only expressions that name their year are found. What fixes no days gives nothing: "binnenkort",
/// "de komende maanden", "van dat jaar".
///
/// # Example: a month without a year is the first that ends after the letter
/// ```
/// use antwoordmeter::{text::Reading, time};
/// let letter = jiff::civil::date(2025, 4, 8);
/// let reading = Reading::of("De cijfers over 2024 verschijnen in mei.");
/// let moments = time::moments(&reading, Some(letter));
/// assert_eq!(moments[0].relation, time::Relation::Over);
/// assert_eq!(moments[1].interval.to_string(), "2025-05-01/2025-05-31");
/// ```
pub fn moments(reading: &Reading, from: Option<Date>) -> Vec<Moment> {
    moments_at(reading, from, |word| turns_on(reading.folded(word)))
}

/// Whether an expression of time may turn on a folded word; what it is, is only looked at where one does.
///
/// # Example
/// ```
/// assert!(antwoordmeter::time::turns_on("mei") && !antwoordmeter::time::turns_on("meicirculaire"));
/// ```
pub fn turns_on(word: &str) -> bool {
    head::of(word).is_some()
}

/// As [`moments`], for one who knows already for each word, by its index, whether an expression [`turns_on`] it.
pub fn moments_at(reading: &Reading, from: Option<Date>, turns: impl Fn(usize) -> bool) -> Vec<Moment> {
    let view = View::new(reading);
    let mut found = Vec::new();
    let (mut at, mut floor) = (0, 0);
    while at < reading.words().len() {
        let here = at;
        at += 1;
        if !turns(here) {
            continue;
        }
        if let Some((first, row)) = row_around(view, here, floor, from) {
            read(view, &first, &row, floor, from, &mut found);
            floor = row.end();
            at = at.max(floor);
        } else if let Some(moment) = found.last().and_then(|day| follow::after(view, here, floor, day)) {
            floor = moment.words.end;
            at = at.max(floor);
            found.push(moment);
        }
    }
    found
}

/// The times in a row of which the first turns on word `at`.
fn row_around(view: View, at: usize, floor: usize, letter: Option<Date>) -> Option<(Phrase, Row)> {
    let mut first = parse::around(view, at, floor, false, letter)?;
    if let (true, Year::Offset(_)) = (first.is_bare_year(), first.year) {
        // "Volgend jaar in het tweede kwartaal": the year stands first. In "het liggeld voor volgend jaar eind november" it belongs to
        // what stands before it.
        let of_a_thing = matches!(view.before(first.start, floor), "voor" | "over" | "van");
        let next = row::at_once(view, first.end, letter).filter(|next| next.year == Year::Unsaid && view.joined(first.end));
        if let Some(next) = next.filter(|_| !of_a_thing) {
            first = Phrase { start: first.start, year: first.year, ..next };
        }
    }
    Some((first, Row::from(view, first, letter)))
}

fn read(view: View, first: &Phrase, row: &Row, floor: usize, letter: Option<Date>, found: &mut Vec<Moment>) {
    let mut lead = relation::before(view, first, floor);
    if lead.opens_range && row.is_range() {
        lead.relation = Relation::In;
        lead.start = first.start;
    }
    if view.word(first.start) == "binnen" {
        lead.relation = Relation::By;
    }
    for stretch in row.stretches(lead.between) {
        if let Some(days) = stretch.resolve(lead.relation, lead.since, letter) {
            let start = if stretch.first.start == first.start { lead.start } else { stretch.first.start };
            let whole_day = matches!(stretch.last.base, Base::Terms(_, Term::Day(..)));
            let year_printed = matches!(stretch.last.year, Year::Printed(_));
            found.push(Moment {
                words: start..stretch.last.end,
                interval: days.days,
                full_date: whole_day && year_printed,
                year_printed,
                relation: lead.relation,
                direction: if lead.since { Direction::Past } else { direction(&stretch, days.days, letter) },
                previous: days.previous,
            });
        }
    }
}

fn direction(stretch: &Stretch, days: Interval, letter: Option<Date>) -> Direction {
    match (stretch.first.base, stretch.first.year, letter) {
        (Base::Days(_), _, Some(letter)) if days.to <= letter && days.from < letter => Direction::Past,
        (Base::Days(_), _, Some(letter)) if days.from >= letter && days.to > letter => Direction::Future,
        (Base::Terms(..), Year::Last, _) => Direction::Past,
        (Base::Terms(..), Year::Coming | Year::Next, _) => Direction::Future,
        (Base::Terms(..), Year::Offset(offset), _) if offset < 0 => Direction::Past,
        (Base::Terms(..), Year::Offset(offset), _) if offset > 0 => Direction::Future,
        _ => Direction::Unsaid,
    }
}
