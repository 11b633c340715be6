//! Seasons, feasts, quarters, halves and years: `het voorjaar van 2026`, `voor de kerst`, `Q2`, `eerste halfjaar`, `in 2025`.

use super::calendar::{Feast, Season, Term};
use super::frame::{with_left, with_year};
use super::head::{self, Head};
use super::numeral;
use super::part;
use super::phrase::{Base, Phrase, Year};
use super::view::View;
use super::whole;

/// A season without a year is a time after these: "in het najaar", not "een strenge winter".
#[rustfmt::skip]
const BEFORE_SEASON: [&str; 15] = [
    "de", "het", "in", "voor", "na", "en", "of", "tot", "vanaf", "sinds", "uiterlijk", "per", "van", "met", "tegen",
];

/// A feast is a time after these: "met Kerst", not "de kerst is afgelast".
#[rustfmt::skip]
const BEFORE_FEAST: [&str; 16] = [
    "voor", "na", "op", "met", "rond", "tijdens", "in", "tot", "uiterlijk", "vanaf", "sinds", "per", "omstreeks", "tussen", "van", "dan",
];

/// Four digits are a year after these.
#[rustfmt::skip]
const BEFORE_YEAR: [&str; 23] = [
    "in", "over", "van", "sinds", "sedert", "per", "tot", "voor", "na", "vanaf", "uiterlijk", "tegen", "rond", "omstreeks", "tijdens",
    "gedurende", "tussen", "jaar", "jaren", "kalenderjaar", "richting", "t.m", "uit",
];

pub(super) fn of_season(view: View, at: usize, season: Season, floor: usize) -> Option<Phrase> {
    if view.hyphenated(at) || view.hyphenated(at + 1) && numeral::year(view.word(at + 1)).is_none() && !is_season(view, at + 1) {
        return None;
    }
    let mut phrase = with_year(view, at, at + 1, Term::Season(season))?;
    if let (Season::Winter, Year::Printed(year)) = (season, phrase.year)
        && view.dashed(phrase.end)
        && numeral::year(view.word(phrase.end)) == Some(year + 1)
    {
        phrase.end += 1;
    }
    if matches!(view.before(at, floor), "vroege" | "late") {
        phrase.start -= 1;
    }
    let word = view.before(phrase.start, floor);
    let phrase = with_left(view, phrase, floor)?;
    let bare = phrase.year == Year::Unsaid && phrase.parts.is_none();
    (!bare || word.is_empty() || BEFORE_SEASON.contains(&word)).then_some(phrase)
}

fn is_season(view: View, at: usize) -> bool {
    matches!(head::of(view.word(at)), Some(Head::Season(_)))
}

/// A feast counts only where something says that it is a time: a preposition, a pointing word or a year.
pub(super) fn of_feast(view: View, at: usize, feast: Feast, floor: usize) -> Option<Phrase> {
    if view.hyphenated(at) || view.hyphenated(at + 1) {
        return None;
    }
    let phrase = with_left(view, with_year(view, at, at + 1, Term::Feast(feast))?, floor)?;
    let noun = if matches!(view.before(phrase.start, floor), "de" | "het") { phrase.start - 1 } else { phrase.start };
    let led = BEFORE_FEAST.contains(&view.before(noun, floor));
    (led || phrase.year != Year::Unsaid || phrase.start < at).then_some(phrase)
}

/// "Q2 2025", "2025 Q2", "2025-Q2".
pub(super) fn of_quarter(view: View, at: usize, quarter: i8, floor: usize) -> Option<Phrase> {
    let mut phrase = with_year(view, at, at + 1, Term::Quarter(quarter))?;
    let beside = at > floor && (view.joined(at) || view.hyphenated(at));
    if let Some(year) = numeral::year(view.word(at.saturating_sub(1))).filter(|_| beside && phrase.year == Year::Unsaid) {
        phrase.start = at - 1;
        phrase.year = Year::Printed(year);
    }
    with_left(view, phrase, floor)
}

/// "Tweede kwartaal", "eerste en tweede kwartaal", "kwartaal 2", "eerste half jaar": the noun takes the words from `at` to `end`.
pub(super) fn of_ordinal(view: View, at: usize, end: usize, floor: usize, term: fn(i8) -> Term) -> Option<Phrase> {
    let limit = if matches!(term(1), Term::Half(_)) { 2 } else { 4 };
    let place = |word: &str| if word == "laatste" { Some(limit) } else { numeral::ordinal(word).filter(|place| *place <= limit) };
    let Some(last) = place(view.before(at, floor)) else {
        let number = numeral::digits(view.after(end)).and_then(|place| i8::try_from(place).ok());
        let number = number.filter(|place| (1..=limit).contains(place) && end == at + 1)?;
        return with_left(view, with_year(view, at, end + 1, term(number))?, floor);
    };
    let start = at - 1;
    let earlier = match view.before(start, floor) {
        "en" | "of" => place(view.before(start - 1, floor)).map(|first| (first, start - 2)),
        _ if start > floor && view.dashed(start) => place(view.word(start - 1)).map(|first| (first, start - 1)),
        _ => None,
    };
    let (first, start) = earlier.filter(|(first, _)| *first < last).unwrap_or((last, start));
    let mut phrase = with_year(view, start, end, term(last))?;
    phrase.base = Base::Terms(term(first), term(last));
    with_left(view, phrase, floor)
}

pub(super) fn in_digits(view: View, at: usize) -> Option<Phrase> {
    let (words, date) = whole::in_digits(view, at)?;
    let day = Term::Day(date.month(), date.day());
    Some(Phrase::of(day, words.start, words.end, Year::Printed(date.year())))
}

/// A year by itself counts only after a word that brings in time, after a part ("eind 2025"), or in a row of times.
pub(super) fn of_year(view: View, at: usize, floor: usize, linked: bool) -> Option<Phrase> {
    let year = numeral::year(view.word(at))?;
    let goes_on = numeral::year(view.word(at + 1)).is_some() && view.dashed(at + 1) && !view.hyphenated(at + 2);
    let tied = view.hyphenated(at) && !linked || view.hyphenated(at + 1) && !goes_on;
    if tied || view.is_money(at) || head::is_counted(view.after(at + 1)) || matches!(head::of(view.after(at + 1)), Some(Head::Quarter(_))) {
        return None;
    }
    let phrase = Phrase::of(Term::Year, at, at + 1, Year::Printed(year));
    let phrase = match part::before(view, at, floor) {
        Some((parts, start)) => Phrase { start, parts: Some(parts), ..phrase },
        None if linked || brings_in_year(view, at, floor, goes_on) => phrase,
        None => return None,
    };
    Some(phrase)
}

/// "Schooljaar 2025-2026", "schooljaar 2025/'26".
pub(super) fn of_school_year(view: View, at: usize, floor: usize) -> Option<Phrase> {
    let year = numeral::year(view.after(at + 1))?;
    let next = numeral::year(view.word(at + 2)).or_else(|| numeral::short_year(view.word(at + 2)));
    if !view.dashed(at + 2) || next != Some(year + 1) {
        return None;
    }
    with_left(view, Phrase::of(Term::SchoolYear, at, at + 3, Year::Printed(year)), floor)
}

/// "Medio '26": two digits are a year only after a part.
pub(super) fn of_short_year(view: View, at: usize, floor: usize) -> Option<Phrase> {
    let year = numeral::short_year(view.word(at)).filter(|_| view.apostrophe(at))?;
    let is_day = matches!(head::of(view.after(at + 1)), Some(Head::Month(_) | Head::ShortMonth(_))) || head::is_counted(view.after(at + 1));
    let (parts, start) = part::before(view, at, floor).filter(|_| !is_day)?;
    Some(Phrase { parts: Some(parts), ..Phrase::of(Term::Year, start, at + 1, Year::Printed(year)) })
}

fn brings_in_year(view: View, at: usize, floor: usize, is_range: bool) -> bool {
    let earlier = |word: &str| view.before(at - 1, floor) == word;
    match view.before(at, floor) {
        "periode" => is_range || matches!(view.after(at + 1), "tot" | "t" | "t.m"),
        "dan" => earlier("later") || earlier("eerder"),
        "naar" => !view.before(at - 1, floor).starts_with(|first: char| first.is_ascii_digit()),
        "met" => earlier("en"),
        "m" => at > 1 && view.hyphenated(at - 1),
        word => BEFORE_YEAR.contains(&word),
    }
}
