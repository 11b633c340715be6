//! One named time with what belongs to it on its left and right: `eind mei 2025`, `12 en 13 juni`, `het tweede kwartaal van dit jaar`.

use jiff::civil::{Date, Weekday};

use super::calendar::{Feast, Season, Term};
use super::date::Interval;
use super::head::{self, Head};
use super::lapse::{self, Unit};
use super::numeral;
use super::part::{self, Part};
use super::pointer::{self, Pointer};
use super::relative;
use super::view::View;
use super::whole;

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
    /// Days worked out from the letter's date, and whether the words say that they end by then ("binnen").
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
    /// "Dit voorjaar".
    Current,
}

impl Phrase {
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

    /// The phrase around the word `at`, with no word before `floor`; `linked` when it goes on from another phrase.
    pub(super) fn around(view: View, at: usize, floor: usize, linked: bool, letter: Option<Date>) -> Option<Self> {
        match head::of(view.word(at))? {
            Head::Month(month) => of_month(view, at, month, floor),
            Head::ShortMonth(month) => of_month(view, at, month, floor).filter(|phrase| is_sure(view, phrase, at)),
            Head::Season(season) => of_season(view, at, season, floor),
            Head::Feast(feast) => of_feast(view, at, feast, floor),
            Head::Quarter(quarter) => of_quarter(view, at, quarter, floor),
            Head::QuarterWord => of_ordinal(view, at, floor, Term::Quarter).or_else(|| relative::quarter(view, at, floor, letter?)),
            Head::HalfYearWord => of_ordinal(view, at, floor, Term::Half),
            Head::Year(_) | Head::Digits => in_digits(view, at).or_else(|| of_year(view, at, floor, linked)),
            Head::YearWord => relative::year(view, at, floor, letter),
            Head::MonthWord => relative::month(view, at, floor, letter?),
            Head::WeekWord => of_week(view, at, floor).or_else(|| relative::week(view, at, floor, letter?)),
            Head::DayWord => lapse::before(view, at, floor, Unit::Day, letter?),
            Head::Weekday(Weekday::Friday) if view.before(at, floor) == "goede" => {
                with_year(view, at - 1, at + 1, Term::Feast(Feast::GoodFriday))
            }
            Head::Weekday(weekday) => relative::weekday(view, at, floor, weekday, letter?),
            Head::Near(days) => relative::near(view, at, days, letter?),
        }
    }

    /// The phrase with the parts and pointing words ("komende", "dit") that stand before it; `None` for "elk voorjaar".
    fn with_left(mut self, view: View, floor: usize) -> Option<Self> {
        match pointer::of(view.before(self.start, floor)) {
            Some(Pointer::Each) => return None,
            Some(pointer) => {
                self.start -= 1;
                if self.year == Year::Unsaid {
                    self.year = pointer.year();
                }
            }
            None => {}
        }
        if let Some((parts, start)) = part::before(view, self.start, floor) {
            self.parts = Some(parts);
            self.start = start;
        }
        Some(self)
    }
}

/// A phrase of one term from `start` to `end` with the year that follows it.
pub(super) fn with_year(view: View, start: usize, end: usize, term: Term) -> Option<Phrase> {
    let (year, end) = pointer::year_after(view, end)?;
    Some(Phrase { start, end, base: Base::Terms(term, term), parts: None, year })
}

fn of_month(view: View, at: usize, month: i8, floor: usize) -> Option<Phrase> {
    if is_name(view, at, floor) {
        return None;
    }
    let mut phrase = with_year(view, at, at + 1, Term::Month(month))?;
    if let Some(day) = whole::day_before(view, at, floor) {
        let (first, start) = first_day(view, at - 1, floor).filter(|(first, _)| *first < day).unwrap_or((day, at - 1));
        phrase.base = Base::Terms(Term::Day(month, first), Term::Day(month, day));
        phrase.start = start;
        if matches!(head::of(view.before(start, floor)), Some(Head::Weekday(_))) {
            phrase.start -= 1;
        }
        if let Some(pointer) = pointer::of(view.before(phrase.start, floor)).filter(|_| phrase.year == Year::Unsaid) {
            if !matches!(pointer, Pointer::This | Pointer::Each) {
                phrase.start -= 1;
                phrase.year = pointer.year();
            }
        }
        return Some(phrase);
    }
    if let Some((term, start)) = nth_weekday(view, at, month, floor) {
        phrase.base = Base::Terms(term, term);
        phrase.start = start;
        return Some(phrase);
    }
    if view.before(at, floor) == "maand" && !pointer::is_each(view.before(at - 1, floor)) {
        phrase.start -= 1;
    }
    phrase.with_left(view, floor)
}

/// Whether a month's word is part of a name: "Mei-dag", "mevrouw Mei".
fn is_name(view: View, at: usize, floor: usize) -> bool {
    let months = |word| matches!(head::of(word), Some(Head::Month(_) | Head::ShortMonth(_) | Head::Digits | Head::Year(_)));
    let tied = |at: usize, word: usize| view.hyphenated(at) && !months(view.word(word)) && numeral::day(view.word(word)).is_none();
    let after = tied(at + 1, at + 1) && !matches!(view.word(at + 1), "begin" | "medio" | "eind" | "half");
    let before = at > 0 && tied(at, at - 1);
    let title = matches!(view.before(at, floor), "heer" | "mevrouw" | "mevr" | "mw" | "dhr" | "wethouder" | "familie");
    after || before || title
}

/// Whether an abbreviated month stands beside a day or a year.
fn is_sure(view: View, phrase: &Phrase, at: usize) -> bool {
    matches!(phrase.base, Base::Terms(Term::Day(..), _)) || whole::year_after(view, at + 1).is_some()
}

/// The first of two days before the day at `at`: "12 en", "12-", "12 tot en met".
fn first_day(view: View, at: usize, floor: usize) -> Option<(i8, usize)> {
    let first = if at > floor && view.dashed(at) {
        at - 1
    } else {
        match view.before(at, floor) {
            "en" | "of" | "tot" | "t.m" => at.checked_sub(2)?,
            "met" if view.before(at - 1, floor) == "en" && view.before(at - 2, floor) == "tot" => at.checked_sub(4)?,
            "m" if at > floor + 2 && view.hyphenated(at - 1) && view.word(at - 2) == "t" => at.checked_sub(3)?,
            _ => return None,
        }
    };
    if first < floor || view.is_money(first) || !view.joined(first + 1) && !view.dashed(first + 1) {
        return None;
    }
    let lead = view.before(first, floor);
    let led = lead.is_empty() || matches!(lead, "op" | "van" | "tussen" | "per" | "vanaf" | "voor" | "na" | "uiterlijk" | "rond" | "de");
    let day = numeral::day(view.word(first))?;
    (led || matches!(head::of(lead), Some(Head::Weekday(_)))).then_some((day, first))
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

fn of_season(view: View, at: usize, season: Season, floor: usize) -> Option<Phrase> {
    if view.hyphenated(at) || view.hyphenated(at + 1) && numeral::year(view.word(at + 1)).is_none() && !is_season(view, at + 1) {
        return None;
    }
    let mut phrase = with_year(view, at, at + 1, Term::Season(season))?;
    if let (Season::Winter, Year::Printed(year)) = (season, phrase.year) {
        if view.dashed(phrase.end) && numeral::year(view.word(phrase.end)) == Some(year + 1) {
            phrase.end += 1;
        }
    }
    if matches!(view.before(at, floor), "vroege" | "late") {
        phrase.start -= 1;
    }
    phrase.with_left(view, floor)
}

fn is_season(view: View, at: usize) -> bool {
    matches!(head::of(view.word(at)), Some(Head::Season(_)))
}

/// A feast counts only where something says that it is a time: a preposition, a pointing word or a year.
fn of_feast(view: View, at: usize, feast: Feast, floor: usize) -> Option<Phrase> {
    if view.hyphenated(at) || view.hyphenated(at + 1) {
        return None;
    }
    let phrase = with_year(view, at, at + 1, Term::Feast(feast))?.with_left(view, floor)?;
    let noun = if matches!(view.before(phrase.start, floor), "de" | "het") { phrase.start - 1 } else { phrase.start };
    let led = matches!(
        view.before(noun, floor),
        "voor"
            | "na"
            | "op"
            | "met"
            | "rond"
            | "tijdens"
            | "in"
            | "tot"
            | "uiterlijk"
            | "vanaf"
            | "sinds"
            | "per"
            | "omstreeks"
            | "tussen"
            | "van"
            | "dan"
    );
    (led || phrase.year != Year::Unsaid || phrase.start < at).then_some(phrase)
}

/// "Q2 2025", "2025 Q2", "2025-Q2".
fn of_quarter(view: View, at: usize, quarter: i8, floor: usize) -> Option<Phrase> {
    let mut phrase = with_year(view, at, at + 1, Term::Quarter(quarter))?;
    let beside = at > floor && (view.joined(at) || view.hyphenated(at));
    if let Some(year) = numeral::year(view.word(at.saturating_sub(1))).filter(|_| beside && phrase.year == Year::Unsaid) {
        phrase.start = at - 1;
        phrase.year = Year::Printed(year);
    }
    phrase.with_left(view, floor)
}

/// "Tweede kwartaal", "eerste en tweede kwartaal", "kwartaal 2", "eerste halfjaar".
pub(super) fn of_ordinal(view: View, at: usize, floor: usize, term: fn(i8) -> Term) -> Option<Phrase> {
    let limit = if matches!(term(1), Term::Half(_)) { 2 } else { 4 };
    let place = |word: &str| if word == "laatste" { Some(limit) } else { numeral::ordinal(word).filter(|place| *place <= limit) };
    let Some(last) = place(view.before(at, floor)) else {
        let after =
            numeral::digits(view.after(at + 1)).and_then(|place| i8::try_from(place).ok()).filter(|place| (1..=limit).contains(place))?;
        return with_year(view, at, at + 2, term(after))?.with_left(view, floor);
    };
    let mut start = at - 1;
    let earlier = match view.before(start, floor) {
        "en" | "of" => Some(start - 1).map(|at| (view.before(at, floor), at)),
        _ if start > floor && view.dashed(start) => Some((view.word(start - 1), start)),
        _ => None,
    };
    let first = earlier.and_then(|(word, at)| place(word).filter(|first| *first < last).map(|first| (first, at - 1)));
    if let Some((_, at)) = first {
        start = at;
    }
    let mut phrase = with_year(view, start, at + 1, term(last))?;
    phrase.base = Base::Terms(term(first.map_or(last, |(first, _)| first)), term(last));
    phrase.with_left(view, floor)
}

fn in_digits(view: View, at: usize) -> Option<Phrase> {
    let (words, date) = whole::in_digits(view, at)?;
    let day = Term::Day(date.month(), date.day());
    Some(Phrase { start: words.start, end: words.end, base: Base::Terms(day, day), parts: None, year: Year::Printed(date.year()) })
}

/// A year by itself counts only after a word that brings in time, after a part ("eind 2025"), or in a row of times.
fn of_year(view: View, at: usize, floor: usize, linked: bool) -> Option<Phrase> {
    let year = numeral::year(view.word(at))?;
    let goes_on = numeral::year(view.word(at + 1)).is_some() && view.dashed(at + 1) && !view.hyphenated(at + 2);
    let tied = view.hyphenated(at) && !linked || view.hyphenated(at + 1) && !goes_on;
    if tied || view.is_money(at) || head::is_counted(view.after(at + 1)) || matches!(head::of(view.after(at + 1)), Some(Head::Quarter(_))) {
        return None;
    }
    let phrase = Phrase { start: at, end: at + 1, base: Base::Terms(Term::Year, Term::Year), parts: None, year: Year::Printed(year) };
    let phrase = match part::before(view, at, floor) {
        Some((parts, start)) => Phrase { start, parts: Some(parts), ..phrase },
        None if linked || brings_in_year(view, at, floor, goes_on) => phrase,
        None => return None,
    };
    Some(phrase)
}

fn brings_in_year(view: View, at: usize, floor: usize, is_range: bool) -> bool {
    let earlier = |word: &str| view.before(at - 1, floor) == word;
    match view.before(at, floor) {
        "in" | "over" | "van" | "sinds" | "sedert" | "per" | "tot" | "voor" | "na" | "vanaf" | "uiterlijk" | "tegen" | "rond"
        | "omstreeks" | "tijdens" | "gedurende" | "tussen" | "jaar" | "jaren" | "kalenderjaar" | "richting" => true,
        "periode" => is_range,
        "dan" => earlier("later") || earlier("eerder"),
        "naar" => !view.before(at - 1, floor).starts_with(|first: char| first.is_ascii_digit()),
        "met" => earlier("en"),
        "m" => at > 1 && view.hyphenated(at - 1),
        "t.m" => true,
        _ => false,
    }
}

/// "Week 24", "week 24 en 25", "de week van 12 mei".
fn of_week(view: View, at: usize, floor: usize) -> Option<Phrase> {
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
    let Base::Terms(Term::Day(_, first), Term::Day(_, last)) = phrase.base else { return None };
    if first != last || phrase.start != at + 2 {
        return None;
    }
    let term = Term::WeekOf(number, last);
    Some(Phrase { start: at, base: Base::Terms(term, term), ..phrase })
}
