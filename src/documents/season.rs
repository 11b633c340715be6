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

#[cfg(test)]
mod tests {
    use super::year;
    use crate::time::{Date, Interval};

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
