//! Lapses of time from the letter's date: `binnen zes weken`, `over twee maanden`, `de komende drie jaar`.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::date::Interval;
use super::numeral;
use super::phrase::Phrase;
use super::pointer::{self, Pointer};
use super::view::View;

/// What a lapse is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

impl Unit {
    /// The day `count` units after `day`.
    pub(super) fn after(self, day: Date, count: i16) -> Option<Date> {
        let span: Span = match self {
            Self::Day => count.days(),
            Self::Week => count.weeks(),
            Self::Month => count.months(),
            Self::Quarter => (3 * count).months(),
            Self::HalfYear => (6 * count).months(),
            Self::Year => count.years(),
        };
        day.checked_add(span).ok()
    }
}

/// After a lapse these say that it is counted from another day ("binnen tien weken na ontvangst"), or is no count ("een jaar of tien").
#[rustfmt::skip]
const ELSEWHERE: [&str; 15] = [
    "na", "nadat", "daarna", "hierna", "erna", "later", "eerder", "vanaf", "voor", "voorafgaand", "of", "heen", "tijd", "lang", "geleden",
];

/// Before "over" these make it tell how long, not when: "verspreid over drie jaar".
#[rustfmt::skip]
const SPREAD: [&str; 12] = [
    "verspreid", "verdeeld", "gespreid", "uitgesmeerd", "gerekend", "gemeten", "berekend", "gemiddeld", "bezien", "spreiden", "verdelen",
    "totaal",
];

/// Words between an event and the lapse that is counted from it, at most.
const EVENT: usize = 6;

/// The lapse whose unit stands at `at`.
pub(super) fn before(view: View, at: usize, floor: usize, unit: Unit, letter: Date) -> Option<Phrase> {
    let (count, unit, start) = counted(view, at, floor, unit)?;
    let (lead, earlier) = (view.before(start, floor), start.saturating_sub(1));
    match pointer::of(lead) {
        Some(Pointer::Coming) => return Some(Phrase::fixed(Interval { from: letter, to: unit.after(letter, count)? }, earlier, at + 1)),
        Some(Pointer::Past) => return Some(Phrase::fixed(Interval { from: unit.after(letter, -count)?, to: letter }, earlier, at + 1)),
        _ => {}
    }
    let start = match lead {
        "binnen" => earlier,
        "over" if !SPREAD.contains(&view.before(earlier, floor)) => earlier,
        "en" if view.before(earlier, floor) == "nu" => start.checked_sub(3)?,
        "van" if view.before(earlier, floor) == "termijn" => start.checked_sub(4)?,
        _ => return None,
    };
    let from_letter = view.after(at + 1) == "na" && matches!(view.after(at + 2), "vandaag" | "heden" | "nu" | "dagtekening");
    let from_now =
        matches!(view.word(start), "binnen" | "over") && start >= floor && (from_letter || !ELSEWHERE.contains(&view.after(at + 1)));
    // "waarna een regisseur binnen een week een plan maakt"
    let event = (floor..start).rev().take(EVENT).any(|word| matches!(view.word(word), "waarna" | "nadat"));
    let to = unit.after(letter, count).filter(|_| from_now && !event)?;
    Some(Phrase::fixed(Interval { from: letter, to }, start, at + 1))
}

/// The number before a unit at `at`, the unit it counts, and its first word; of "zes tot acht" the higher.
pub(super) fn counted(view: View, at: usize, floor: usize, unit: Unit) -> Option<(i16, Unit, usize)> {
    let last = view.before(at, floor);
    let mut start = at.checked_sub(1)?;
    let (count, unit) = match (last, unit) {
        ("half", Unit::Year) => {
            if view.before(start, floor) == "een" {
                start -= 1;
            }
            (6, Unit::Month)
        }
        ("anderhalf", Unit::Year) => (18, Unit::Month),
        (word, unit) => (numeral::count(word)?, unit),
    };
    if view.is_money(start) {
        return None;
    }
    let lower = match view.before(start, floor) {
        "tot" | "a" | "of" => start.checked_sub(2),
        _ if start > floor && view.dashed(start) => start.checked_sub(1),
        _ => None,
    };
    if let Some(lower) = lower.filter(|lower| *lower >= floor && numeral::count(view.word(*lower)).is_some()) {
        start = lower;
    }
    if matches!(
        view.before(start, floor),
        "ongeveer" | "circa" | "ca" | "zo'n" | "pakweg" | "ruim" | "krap" | "maximaal" | "hooguit" | "uiterlijk"
    ) {
        start -= 1;
    }
    Some((count, unit, start))
}
