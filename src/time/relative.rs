//! Times counted from the letter's date: `dit jaar`, `volgende week`, `komende donderdag`, `morgen`.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::calendar::{self, Term};
use super::date::Interval;
use super::frame::with_parts;
use super::head::{self, Head};
use super::lapse::{self, Unit};
use super::named;
use super::numeral;
use super::part;
use super::phrase::{Phrase, Year};
use super::pointer::{self, Pointer};
use super::view::View;

/// "Dit jaar", "eind volgend jaar", "het komende jaar", "voor het einde van het jaar", "binnen twee jaar", "eerste half jaar".
pub(super) fn year(view: View, at: usize, floor: usize, letter: Option<Date>) -> Option<Phrase> {
    let before = view.before(at, floor);
    if before == "half" {
        return named::of_ordinal(view, at - 1, at + 1, floor, Term::Half).or_else(|| lapse::before(view, at, floor, Unit::Year, letter?));
    }
    if numeral::year(view.after(at + 1)).is_some() {
        return None;
    }
    match pointer::of(before) {
        Some(Pointer::Each) => None,
        Some(_) if view.word(at) == "jaren" => None,
        Some(pointer) => {
            let the = view.before(at - 1, floor) == "het";
            lasting(view, at, floor, pointer, Unit::Year, letter).filter(|_| the && !has_part(view, at - 1, floor)).or_else(|| {
                let year = Year::Offset(pointer.offset()?);
                let phrase = Phrase::of(Term::Year, at - 1, at + 1, year);
                Some(with_parts(view, phrase, floor))
            })
        }
        // "In de loop van het jaar"
        None if before == "het" && (has_part(view, at - 1, floor) || is_course_of(view, at - 1, floor)) => {
            let behind = matches!(view.after(at + 1), "daarna" | "daarop" | "erop" | "erna" | "ervoor" | "daarvoor" | "na" | "waarin");
            let phrase = Phrase::of(Term::Year, at, at + 1, Year::Offset(0));
            (!behind).then(|| with_parts(view, phrase, floor))
        }
        None => lapse::before(view, at, floor, Unit::Year, letter?),
    }
}

/// "Deze maand", "eind volgende maand", "de komende maand", "over twee maanden".
pub(super) fn month(view: View, at: usize, floor: usize, letter: Date) -> Option<Phrase> {
    let before = view.before(at, floor);
    let pointer = match pointer::of(before) {
        Some(Pointer::Each) => return None,
        Some(pointer) => pointer,
        None if before == "de" && (has_part(view, at, floor) || is_course_of(view, at - 1, floor)) => Pointer::This,
        None => return lapse::before(view, at, floor, Unit::Month, letter),
    };
    if view.word(at) != "maand" {
        return None;
    }
    if view.before(at - 1, floor) == "de"
        && !has_part(view, at - 1, floor)
        && let Some(phrase) = lasting(view, at, floor, pointer, Unit::Month, Some(letter))
    {
        return Some(phrase);
    }
    let day = letter.first_of_month().checked_add(i64::from(pointer.offset()?).months()).ok()?;
    let days = Interval { from: day, to: day.last_of_month() };
    let start = if before == "de" { at } else { at - 1 };
    Some(with_parts(view, Phrase::fixed(days, start, at + 1), floor))
}

/// "Dit kwartaal", "volgend kwartaal".
pub(super) fn quarter(view: View, at: usize, floor: usize, letter: Date) -> Option<Phrase> {
    let offset = pointer::of(view.before(at, floor))?.offset()?;
    let first = letter.month() - (letter.month() - 1) % 3;
    let from = Date::new(letter.year(), first, 1).ok()?.checked_add((3 * i64::from(offset)).months()).ok()?;
    let days = Interval { from, to: from.checked_add(2.months()).ok()?.last_of_month() };
    Some(with_parts(view, Phrase::fixed(days, at - 1, at + 1), floor))
}

/// "Dit schooljaar", "komend schooljaar"; "het schooljaar" by itself names none.
pub(super) fn school_year(view: View, at: usize, floor: usize, letter: Date) -> Option<Phrase> {
    let offset = pointer::of(view.before(at, floor))?.offset()?;
    let current = letter.year() - i16::from(letter.month() < 8);
    let days = Term::SchoolYear.days(current.checked_add(offset)?)?;
    Some(with_parts(view, Phrase::fixed(days, at - 1, at + 1), floor))
}

/// "Volgende week", "volgende week dinsdag", "dinsdag volgende week", "de komende week", "binnen zes weken".
pub(super) fn week(view: View, at: usize, floor: usize, letter: Date) -> Option<Phrase> {
    // "Aan het eind van de week", "in de loop van de week"
    let this = view.before(at, floor) == "de" && (has_part(view, at, floor) || is_course_of(view, at - 1, floor));
    let pointer = match pointer::of(view.before(at, floor)) {
        Some(pointer) => pointer,
        None if this => Pointer::This,
        None => return lapse::before(view, at, floor, Unit::Week, letter),
    };
    if view.word(at) != "week" {
        return None;
    }
    let start = at - 1;
    if !this
        && view.before(start, floor) == "de"
        && let Some(phrase) = lasting(view, at, floor, pointer, Unit::Week, Some(letter))
    {
        return Some(phrase);
    }
    let week = calendar::week_of(letter.checked_add(i64::from(pointer.offset()?).weeks()).ok()?)?;
    let day_of = |weekday: Weekday| week.from.checked_add(i64::from(weekday.to_monday_zero_offset()).days()).ok().map(Interval::day);
    if let Some(Head::Weekday(weekday)) = head::of(view.before(start, floor)) {
        return Some(Phrase::fixed(day_of(weekday)?, start - 1, at + 1));
    }
    if let Some(Head::Weekday(weekday)) = head::of(view.after(at + 1)) {
        return Some(Phrase::fixed(day_of(weekday)?, start, at + 2));
    }
    let parts = part::before(view, start, floor);
    let phrase = Phrase::fixed(week, parts.map_or(start, |(_, start)| start), at + 1);
    Some(Phrase { parts: parts.map(|(parts, _)| parts), ..phrase })
}

/// "Komende donderdag", "donderdag jl.", "wij sturen het donderdag"; "op donderdag is het loket open" says nothing of one day.
pub(super) fn weekday(view: View, at: usize, floor: usize, weekday: Weekday, letter: Date) -> Option<Phrase> {
    let before = pointer::of(view.before(at, floor)).filter(|pointer| !matches!(pointer, Pointer::This | Pointer::Each));
    let (year, start, end) = match before {
        Some(pointer) => (pointer.year(), at - 1, at + 1),
        None => match pointer::year_after(view, at + 1)? {
            (Year::Unsaid, _) => (Year::Unsaid, at, at + 1),
            (year, _) => (year, at, at + 2),
        },
    };
    let places = match year {
        Year::Coming | Year::Next => 1,
        Year::Unsaid if is_one_day(view, at, floor) => 1,
        Year::Last => -1,
        _ => return None,
    };
    if numeral::day(view.after(end)).is_some() {
        return None;
    }
    Some(Phrase { year, ..Phrase::fixed(Interval::day(letter.nth_weekday(places, weekday).ok()?), start, end) })
}

/// A bare day of the week is one day after the verb or its object ("u krijgt het donderdag"), and a habit after a preposition
/// or in a row ("op donderdag", "maandag en dinsdag").
fn is_one_day(view: View, at: usize, floor: usize) -> bool {
    let led = [
        "het",
        "dit",
        "dat",
        "deze",
        "die",
        "ze",
        "hem",
        "u",
        "jullie",
        "wij",
        "we",
        "ik",
        "nog",
        "al",
        "pas",
        "uiterlijk",
        "is",
        "wordt",
        "worden",
        "volgt",
        "komt",
    ]
    .contains(&view.before(at, floor));
    let goes_on = matches!(view.after(at + 1), "en" | "of" | "tot" | "en/of") || view.dashed(at + 1) || view.after_comma(at + 1);
    led && !goes_on
}

/// "Vandaag", "morgen".
pub(super) fn near(view: View, at: usize, days: i8, letter: Date) -> Option<Phrase> {
    let part_of_day = days == 1 && matches!(view.before(at, 0), "de" | "elke" | "iedere" | "goede" | "op");
    let day = letter.checked_add(i64::from(days).days()).ok()?;
    (!part_of_day).then(|| Phrase::fixed(Interval::day(day), at, at + 1))
}

/// "Het komende jaar", "de afgelopen maand": so long from the letter's date on, or up to it.
fn lasting(view: View, at: usize, floor: usize, pointer: Pointer, unit: Unit, letter: Option<Date>) -> Option<Phrase> {
    let (letter, start) = (letter?, at - 1);
    let days = match pointer {
        Pointer::Coming => Interval { from: letter, to: unit.after(letter, 1)? },
        Pointer::Past => Interval { from: unit.after(letter, -1)?, to: letter },
        _ => return None,
    };
    (start >= floor).then(|| Phrase::fixed(days, start, at + 1)).filter(|_| view.joined(at))
}

/// "in de loop van" before the article at `at`.
fn is_course_of(view: View, at: usize, floor: usize) -> bool {
    at > floor + 1 && view.before(at, floor) == "van" && view.before(at - 1, floor) == "loop"
}

fn has_part(view: View, at: usize, floor: usize) -> bool {
    part::before(view, at, floor).is_some()
}
