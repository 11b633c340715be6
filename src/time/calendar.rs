//! What has a name in the calendar, and its days in a given year: months, seasons, quarters, weeks, feasts
//! and the days on which the Dutch parliamentary year turns.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::date::Interval;

/// Something that returns every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// A day of a month.
    Day(i8, i8),
    Month(i8),
    Season(Season),
    /// First to fourth.
    Quarter(i8),
    /// First or second half of a year.
    Half(i8),
    Year,
    /// From 1 August of its year to 31 July of the next (Wet op het primair onderwijs, article 1).
    SchoolYear,
    /// By its ISO number.
    Week(i8),
    /// The ISO week, Monday to Sunday, that holds a day of a month.
    WeekOf(i8, i8),
    /// "Derde dinsdag van september": the place in the month, the day of the week, the month.
    Nth(i8, Weekday, i8),
    Feast(Feast),
}

/// A season by the conventions of the codebook: whole months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    /// From December of its year to February of the next.
    Winter,
}

/// A day or recess with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    NewYear,
    GoodFriday,
    Easter,
    KingsDay,
    LiberationDay,
    Ascension,
    Whitsun,
    AccountsDay,
    SummerRecess,
    BudgetDay,
    SaintNicholas,
    Christmas,
    ChristmasRecess,
    YearsEnd,
}

impl Term {
    /// Its days in `year`; `None` when that year has no such day.
    pub(super) fn days(self, year: i16) -> Option<Interval> {
        match self {
            Self::Day(month, day) => Date::new(year, month, day).ok().map(Interval::day),
            Self::Month(month) => Interval::months(year, month, month),
            Self::Season(season) => season.days(year),
            Self::Quarter(quarter) => Interval::months(year, quarter * 3 - 2, quarter * 3),
            Self::Half(half) => Interval::months(year, half * 6 - 5, half * 6),
            Self::Year => Interval::months(year, 1, 12),
            Self::SchoolYear => Interval::months(year, 8, 19),
            Self::Week(week) => week_of(ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date()),
            Self::WeekOf(month, day) => week_of(Date::new(year, month, day).ok()?),
            Self::Nth(place, weekday, month) => nth(year, month, place, weekday).map(Interval::day),
            Self::Feast(feast) => feast.days(year),
        }
    }
}

impl Season {
    fn days(self, year: i16) -> Option<Interval> {
        let first = match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        };
        Interval::months(year, first, first + 2)
    }
}

impl Feast {
    fn days(self, year: i16) -> Option<Interval> {
        let day = |month, day| Date::new(year, month, day).ok();
        let after_easter = |days: i32| easter(year)?.checked_add(days.days()).ok();
        let (from, to) = match self {
            Self::NewYear => (day(1, 1), day(1, 1)),
            Self::GoodFriday => (after_easter(-2), after_easter(-2)),
            Self::Easter => (after_easter(0), after_easter(1)),
            Self::KingsDay => (kings_day(year), kings_day(year)),
            Self::LiberationDay => (day(5, 5), day(5, 5)),
            Self::Ascension => (after_easter(39), after_easter(39)),
            Self::Whitsun => (after_easter(49), after_easter(50)),
            Self::AccountsDay => (nth(year, 5, 3, Weekday::Wednesday), nth(year, 5, 3, Weekday::Wednesday)),
            // The codebook puts "voor het zomerreces" up to 15 July and "na het zomerreces" from 1 September.
            Self::SummerRecess => (day(7, 16), day(8, 31)),
            Self::BudgetDay => (nth(year, 9, 3, Weekday::Tuesday), nth(year, 9, 3, Weekday::Tuesday)),
            Self::SaintNicholas => (day(12, 5), day(12, 5)),
            Self::Christmas => (day(12, 25), day(12, 26)),
            // The codebook puts "voor het kerstreces" up to 24 December; its end differs from year to year.
            Self::ChristmasRecess => (day(12, 25), day(12, 31)),
            Self::YearsEnd => (day(12, 31), day(12, 31)),
        };
        Some(Interval { from: from?, to: to? })
    }
}

/// When "na …" means, where the codebook or its example says how long that lasts: two whole months.
pub(super) fn after(term: Term, year: i16) -> Option<Interval> {
    match term {
        Term::Season(Season::Summer) | Term::Feast(Feast::SummerRecess) => Interval::months(year, 9, 10),
        Term::Feast(Feast::Christmas | Feast::ChristmasRecess | Feast::YearsEnd) => Interval::months(year.checked_add(1)?, 1, 2),
        _ => None,
    }
}

/// The ISO week, Monday to Sunday, that holds `day`.
pub(super) fn week_of(day: Date) -> Option<Interval> {
    let monday = day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
    Some(Interval { from: monday, to: monday.checked_add(6.days()).ok()? })
}

/// The `place`-th `weekday` of a month. Prinsjesdag is the third Tuesday of September (Grondwet, article 65),
/// Verantwoordingsdag the third Wednesday of May (Comptabiliteitswet 2016, article 2.32).
fn nth(year: i16, month: i8, place: i8, weekday: Weekday) -> Option<Date> {
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(place, weekday).ok()
}

/// 27 April, or the day before when that is a Sunday; until 2013 Koninginnedag, 30 April, by the same rule.
fn kings_day(year: i16) -> Option<Date> {
    let day = Date::new(year, 4, if year < 2014 { 30 } else { 27 }).ok()?;
    if day.weekday() != Weekday::Sunday {
        return Some(day);
    }
    day.yesterday().ok()
}

/// Easter Sunday in the Gregorian calendar, by the algorithm that Nature printed in 1876 (Meeus, Astronomical
/// Algorithms, chapter 8): from the golden number, the century and the epact to the Sunday after the full moon.
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let golden = year_number.rem_euclid(19);
    let (century, rest) = (year_number.div_euclid(100), year_number.rem_euclid(100));
    let moon_step = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_step + 15).rem_euclid(30);
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * sunday) / 451;
    let place = epact + sunday - 7 * late + 114;
    Date::new(year, i8::try_from(place / 31).ok()?, i8::try_from(place % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{Feast, Term, week_of};
    use jiff::civil::date;

    #[test]
    fn feasts_fall_where_the_calendars_of_those_years_print_them() {
        let table = [
            (Feast::Easter, 2008, "2008-03-23/2008-03-24"),
            (Feast::Easter, 2011, "2011-04-24/2011-04-25"),
            (Feast::Easter, 2024, "2024-03-31/2024-04-01"),
            (Feast::Easter, 2025, "2025-04-20/2025-04-21"),
            (Feast::Easter, 2038, "2038-04-25/2038-04-26"),
            (Feast::GoodFriday, 2025, "2025-04-18/2025-04-18"),
            (Feast::Ascension, 2025, "2025-05-29/2025-05-29"),
            (Feast::Whitsun, 2025, "2025-06-08/2025-06-09"),
            (Feast::KingsDay, 2025, "2025-04-26/2025-04-26"),
            (Feast::KingsDay, 2024, "2024-04-27/2024-04-27"),
            (Feast::KingsDay, 2013, "2013-04-30/2013-04-30"),
            (Feast::BudgetDay, 2024, "2024-09-17/2024-09-17"),
            (Feast::BudgetDay, 2026, "2026-09-15/2026-09-15"),
            (Feast::AccountsDay, 2024, "2024-05-15/2024-05-15"),
            (Feast::AccountsDay, 2025, "2025-05-21/2025-05-21"),
        ];
        let wrong: Vec<_> = table
            .iter()
            .map(|(feast, year, days)| (feast, year, *days, Term::Feast(*feast).days(*year).map(|found| found.to_string())))
            .filter(|(.., days, found)| found.as_deref() != Some(*days))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn weeks_run_from_monday_to_sunday() {
        assert_eq!(week_of(date(2025, 5, 12)).map(|week| week.to_string()).as_deref(), Some("2025-05-12/2025-05-18"));
        assert_eq!(Term::Week(1).days(2026).map(|week| week.to_string()).as_deref(), Some("2025-12-29/2026-01-04"));
        assert_eq!(Term::Week(53).days(2025), None);
    }
}
