//! Months, days of a month and weeks: `mei 2025`, `12 en 13 juni`, `derde dinsdag van september`, `de week van 12 mei`.

use super::calendar::Term;
use super::frame::{with_left, with_year};
use super::head::{self, Head};
use super::link;
use super::numeral;
use super::phrase::{Base, Phrase, Year};
use super::pointer::{self, Pointer};
use super::view::View;
use super::whole;

/// The month at `at`, or the day that is named with it.
pub(super) fn of_month(view: View, at: usize, month: i8, floor: usize) -> Option<Phrase> {
    if is_name(view, at, floor) {
        return None;
    }
    let mut phrase = with_year(view, at, at + 1, Term::Month(month))?;
    if let Some(day) = whole::day_before(view, at, floor) {
        phrase = Phrase::of(Term::Day(month, day), at - 1, phrase.end, phrase.year);
        if matches!(head::of(view.before(phrase.start, floor)), Some(Head::Weekday(_))) {
            phrase.start -= 1;
        }
        let pointer = pointer::of(view.before(phrase.start, floor)).filter(|pointer| !matches!(pointer, Pointer::This | Pointer::Each));
        if let (Some(pointer), Year::Unsaid) = (pointer, phrase.year) {
            phrase.start -= 1;
            phrase.year = pointer.year();
        }
        return Some(phrase);
    }
    if let Some((term, start)) = nth_weekday(view, at, month, floor) {
        return Some(Phrase::of(term, start, phrase.end, phrase.year));
    }
    if view.before(at, floor) == "maand" && !pointer::is_each(view.before(at - 1, floor)) {
        phrase.start -= 1;
    }
    with_left(view, phrase, floor)
}

/// The same for an abbreviation, which is a month only beside a day or a year.
pub(super) fn of_short_month(view: View, at: usize, month: i8, floor: usize) -> Option<Phrase> {
    let phrase = of_month(view, at, month, floor)?;
    (matches!(phrase.base, Base::Terms(Term::Day(..), _)) || whole::year_after(view, at + 1).is_some()).then_some(phrase)
}

/// Whether a month's word is part of a name ("Mei-dag", "mevrouw Mei") or follows a number that is no day.
fn is_name(view: View, at: usize, floor: usize) -> bool {
    let is_time = |word| {
        let month = matches!(head::of(word), Some(Head::Month(_) | Head::ShortMonth(_) | Head::Year(_)));
        month || numeral::day(word).is_some() || matches!(word, "begin" | "medio" | "eind" | "half")
    };
    let after = view.hyphenated(at + 1) && !is_time(view.word(at + 1));
    let before = view.hyphenated(at) && !is_time(view.word(at - 1)) && view.word(at - 1) != "m";
    let no_day = numeral::digits(view.before(at, floor)).is_some_and(|number| numeral::day(view.word(at - 1)).is_none() && number < 1900);
    let title = matches!(view.before(at, floor), "heer" | "mevrouw" | "mevr" | "mw" | "dhr" | "wethouder" | "familie" | "een" | "geen");
    after || before || no_day || title
}

/// Before a number these make it no day: "vraag 12 en 13 mei".
#[rustfmt::skip]
const NUMBERED: [&str; 19] = [
    "vraag", "vragen", "antwoord", "antwoorden", "artikel", "artikelen", "art", "lid", "punt", "nr", "nummer", "bijlage", "tabel",
    "hoofdstuk", "paragraaf", "bladzijde", "pagina", "blz", "motie",
];

/// A day whose month is named further on in a row of days: the "12" of "12 en 13 mei", "12, 13 en 20 mei", "12-16 mei".
pub(super) fn of_day_in_row(view: View, at: usize, floor: usize) -> Option<Phrase> {
    let day = numeral::day(view.word(at)).filter(|_| !view.is_money(at) && !view.hyphenated(at))?;
    let month = month_of_row(view, at)?;
    let start = if matches!(head::of(view.before(at, floor)), Some(Head::Weekday(_))) { at - 1 } else { at };
    (!NUMBERED.contains(&view.before(at, floor))).then_some(Phrase::of(Term::Day(month, day), start, at + 1, Year::Unsaid))
}

/// The month that ends the row of at most five days of which one stands at `at`.
fn month_of_row(view: View, mut at: usize) -> Option<i8> {
    for _ in 0..4 {
        let (_, mut next) = link::at(view, at + 1)?;
        if matches!(head::of(view.word(next)), Some(Head::Weekday(_))) {
            next += 1;
        }
        numeral::day(view.word(next))?;
        if (view.joined(next + 1) || view.hyphenated(next + 1))
            && let Some(Head::Month(month) | Head::ShortMonth(month)) = head::of(view.word(next + 1))
        {
            return Some(month);
        }
        at = next;
    }
    None
}

/// "Derde dinsdag van" before the month at `at`.
fn nth_weekday(view: View, at: usize, month: i8, floor: usize) -> Option<(Term, usize)> {
    if !matches!(view.before(at, floor), "van" | "in") {
        return None;
    }
    let Some(Head::Weekday(weekday)) = head::of(view.before(at - 1, floor)) else { return None };
    let place = match view.before(at - 2, floor) {
        "laatste" => -1,
        word => numeral::ordinal(word)?,
    };
    Some((Term::Nth(place, weekday, month), at - 3))
}

/// "Week 24", "week 24 en 25", "de week van 12 mei".
pub(super) fn of_week(view: View, at: usize, floor: usize) -> Option<Phrase> {
    if matches!(view.before(at, floor), "per" | "een" | "elke" | "iedere") || numeral::count(view.before(at, floor)).is_some() {
        return None;
    }
    let week = |word| numeral::digits(word).and_then(|week| i8::try_from(week).ok()).filter(|week| (1..=53).contains(week));
    if let Some(first) = week(view.after(at + 1)) {
        let second = match view.after(at + 2) {
            "en" | "of" | "tot" | "t.m" => Some(at + 3),
            "t" if view.word(at + 3) == "m" => Some(at + 4),
            _ if view.hyphenated(at + 2) => Some(at + 2),
            _ => None,
        };
        let last = second.and_then(|at| week(view.word(at)).filter(|last| *last > first).map(|last| (last, at)));
        let (last, end) = last.map_or((first, at + 2), |(last, at)| (last, at + 1));
        if matches!(view.after(end), "uur" | "uren" | "dagen")
            || head::of(view.after(end)).is_some_and(|head| matches!(head, Head::Month(_)))
        {
            return None;
        }
        let mut phrase = with_year(view, at, end, Term::Week(last))?;
        phrase.base = Base::Terms(Term::Week(first), Term::Week(last));
        return Some(phrase);
    }
    if view.after(at + 1) != "van" {
        return None;
    }
    let month = (at + 3..at + 5).find(|month| matches!(head::of(view.word(*month)), Some(Head::Month(_) | Head::ShortMonth(_))))?;
    let Some(Head::Month(number) | Head::ShortMonth(number)) = head::of(view.word(month)) else { return None };
    let phrase = of_month(view, month, number, at + 2)?;
    match phrase.base {
        Base::Terms(Term::Day(_, day), _) if phrase.start == at + 2 => {
            Some(Phrase::of(Term::WeekOf(number, day), at, phrase.end, phrase.year))
        }
        _ => None,
    }
}
