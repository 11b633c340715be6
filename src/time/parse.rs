//! From a word on which an expression of time turns to the phrase around it.

use jiff::civil::{Date, Weekday};

use super::calendar::{Feast, Term};
use super::frame::with_year;
use super::head::{self, Head};
use super::lapse::{self, Unit};
use super::month;
use super::named;
use super::phrase::Phrase;
use super::relative;
use super::view::View;

/// The phrase around the word `at`, with no word before `floor`; `linked` when it goes on from another phrase.
///
/// Without the `letter`'s date only what can be placed in a printed year is found.
pub(super) fn around(view: View, at: usize, floor: usize, linked: bool, letter: Option<Date>) -> Option<Phrase> {
    match head::of(view.word(at))? {
        Head::Month(month) => month::of_month(view, at, month, floor),
        Head::ShortMonth(month) => month::of_short_month(view, at, month, floor),
        Head::Season(season) => named::of_season(view, at, season, floor),
        Head::Feast(feast) => named::of_feast(view, at, feast, floor),
        Head::Quarter(quarter) => named::of_quarter(view, at, quarter, floor),
        Head::QuarterWord => named::of_ordinal(view, at, at + 1, floor, Term::Quarter)
            .or_else(|| relative::quarter(view, at, floor, letter?))
            .or_else(|| lapse::before(view, at, floor, Unit::Quarter, letter?)),
        Head::HalfYearWord => {
            named::of_ordinal(view, at, at + 1, floor, Term::Half).or_else(|| lapse::before(view, at, floor, Unit::HalfYear, letter?))
        }
        Head::Year(_) => named::in_digits(view, at).or_else(|| named::of_year(view, at, floor, linked)),
        Head::Digits => {
            named::in_digits(view, at).or_else(|| month::of_day_in_row(view, at, floor)).or_else(|| named::of_short_year(view, at, floor))
        }
        Head::YearWord => relative::year(view, at, floor, letter),
        Head::SchoolYearWord => named::of_school_year(view, at, floor).or_else(|| relative::school_year(view, at, floor, letter?)),
        Head::MonthWord => relative::month(view, at, floor, letter?),
        Head::WeekWord => month::of_week(view, at, floor).or_else(|| relative::week(view, at, floor, letter?)),
        Head::DayWord => lapse::before(view, at, floor, Unit::Day, letter?),
        Head::Weekday(Weekday::Friday) if view.before(at, floor) == "goede" => {
            with_year(view, at - 1, at + 1, Term::Feast(Feast::GoodFriday))
        }
        Head::Weekday(weekday) => relative::weekday(view, at, floor, weekday, letter?),
        Head::Near(days) => relative::near(view, at, days, letter?),
    }
}
