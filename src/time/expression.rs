//! Dutch expressions of time.

use std::ops::Range;

use super::calendar::Term;
use super::date::{Date, Interval};
use super::head::{self, Head};
use super::view::View;
use super::whole;
use crate::text::Reading;

/// An expression of time and the days that it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The words that give it, as indices in the reading; a preposition belongs to them where it moves the days ("voor 1 juli").
    pub words: Range<usize>,
    /// The days.
    pub interval: Interval,
    /// A whole date was given, day, month and year: it does not depend on the letter's date.
    pub full_date: bool,
    /// The year is printed ("mei 2025"), not worked out from the letter's date.
    pub year_printed: bool,
    /// What ties the days to what happens.
    pub relation: Relation,
    /// Whether the words themselves say that it is over or still to come.
    pub direction: Direction,
}

/// How the days of a moment bear on what is said to happen, by its preposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// "in mei", "op 1 juli", "per 1 juli", "(mei 2025)": it happens in these days.
    In,
    /// "voor 1 juli", "tot 1 juli": from the letter's date to the day before.
    Before,
    /// "uiterlijk 1 juli", "tot en met mei", "binnen zes weken": from the letter's date to the last day.
    By,
    /// "vanaf mei", "sinds 2019", "niet eerder dan 2026": these days and later ones; the interval is that of the words.
    From,
    /// "na 1 juli": later days; the interval is that of the words, except where the codebook gives one ("na het zomerreces").
    After,
    /// "de cijfers over 2023": the days are what something is about.
    Over,
    /// "de brief van 4 november", "de rapportage van mei": the date of a thing.
    Of,
    /// "de begroting voor 2026": what something is meant for.
    For,
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

/// The expressions of time in a text, in order, without overlaps, seen from the letter's date `from`.
///
/// Without `from` only expressions that name their year are found.
pub fn moments(reading: &Reading, from: Option<Date>) -> Vec<Moment> {
    let _ = from;
    let view = View::new(reading);
    let mut found = Vec::new();
    for at in 0..reading.words().len() {
        let term = match head::of(view.word(at)) {
            Some(Head::Month(month)) => whole::day_before(view, at, 0).map_or(Term::Month(month), |day| Term::Day(month, day)),
            Some(Head::Season(season)) => Term::Season(season),
            Some(Head::Quarter(quarter)) => Term::Quarter(quarter),
            _ => continue,
        };
        let start = if matches!(term, Term::Day(..)) { at - 1 } else { at };
        let Some((year, end)) = whole::year_after(view, at + 1 + usize::from(view.after(at + 1) == "van")) else { continue };
        let Some(interval) = term.days(year) else { continue };
        found.push(Moment {
            words: start..end,
            interval,
            full_date: start < at,
            year_printed: true,
            relation: Relation::In,
            direction: Direction::Unsaid,
        });
    }
    found
}
