//! The year of a document whose kind names a season or a month: "de najaarsnota", "de decembercirculaire".
//!
//! Such a document appears in that season, so the day on which it is due gives its year; without one it is the first that ends after
//! the letter's date, as for any season without a year (codebook, section 1).

use crate::time::{Date, Interval};

/// What a kind begins with, and the last month of that time.
const SEASONS: &[(&str, i8)] = &[
    ("voorjaars", 5),
    ("zomer", 8),
    ("najaars", 11),
    ("maartcirculaire", 3),
    ("meicirculaire", 5),
    ("septembercirculaire", 9),
    ("decembercirculaire", 12),
];

/// The year of a coming document of this kind; nothing for a kind that names no season.
pub(super) fn year(kind: &str, due: Option<Interval>, from: Option<Date>) -> Option<i16> {
    let (_, month) = SEASONS.iter().find(|(season, _)| kind.starts_with(season))?;
    if let Some(due) = due {
        return (due.from.year() == due.to.year()).then(|| due.to.year());
    }
    let from = from?;
    let end = Date::new(from.year(), *month, 1).ok()?.last_of_month();
    Some(if end > from { from.year() } else { from.year() + 1 })
}

/// The months as they are written in names.
const MONTHS: [&str; 12] =
    ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

/// "oktober 2015": the month of some days, where it is one month.
pub(super) fn month(days: Interval) -> Option<String> {
    let same = days.from.year() == days.to.year() && days.from.month() == days.to.month();
    let name = usize::try_from(days.from.month() - 1).ok().and_then(|month| MONTHS.get(month));
    name.filter(|_| same).map(|month| format!("{month} {}", days.from.year()))
}

#[cfg(test)]
mod tests {
    use super::{month, year};
    use crate::time::{Date, Interval};

    #[test]
    fn the_month_of_some_days() {
        let days = |from: (i16, i8, i8), to: (i16, i8, i8)| {
            let day = |(year, month, day)| Date::new(year, month, day).ok();
            Some(Interval { from: day(from)?, to: day(to)? })
        };
        let table = [
            (days((2015, 10, 1), (2015, 10, 31)), Some("oktober 2015")),
            (days((2024, 12, 9), (2024, 12, 9)), Some("december 2024")),
            (days((2024, 12, 30), (2025, 1, 5)), None),
            (days((2024, 5, 1), (2025, 5, 31)), None),
        ];
        let wrong: Vec<_> = table.iter().filter(|(days, expected)| days.and_then(month).as_deref() != *expected).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn the_year_of_a_season() {
        let day = |year, month| Date::new(year, month, 6).ok();
        let due = |month| day(2018, month).map(|from| Interval { from, to: from.last_of_month() });
        let table = [
            ("najaarsnota", due(11), day(2018, 9), Some(2018)),
            ("decembercirculaire", None, day(2020, 11), Some(2020)),
            ("meicirculaire", None, day(2020, 11), Some(2021)),
            ("voorjaarsnota", None, day(2020, 5), Some(2020)),
            ("jaarverslag", due(5), day(2018, 4), None),
            ("najaarsnota", None, None, None),
        ];
        let wrong: Vec<_> = table.iter().filter(|(kind, due, from, expected)| year(kind, *due, *from) != *expected).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
