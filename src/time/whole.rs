//! Whole dates, day, month and year, in words (`8 april 2025`) or in digits (`16-06-2010`).

use std::ops::Range;

use super::date::Date;
use super::head::{self, Head};
use super::numeral;
use super::view::View;
use crate::text::Reading;

/// The whole dates in a text, in order, each with its words (indices in the reading).
///
/// # Example: a letterhead
/// ```
/// use antwoordmeter::{text::Reading, time};
/// let reading = Reading::of("Datum: 8 apr. 2025  Uw brief van 16-06-2010");
/// let dates: Vec<_> = time::full_dates(&reading).into_iter().map(|(_, date)| date.to_string()).collect();
/// assert_eq!(dates, ["2025-04-08", "2010-06-16"]);
/// ```
pub fn full_dates(reading: &Reading) -> Vec<(Range<usize>, Date)> {
    let view = View::new(reading);
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.words().len() {
        let date = match head::of(view.word(at)) {
            Some(Head::Month(month) | Head::ShortMonth(month)) => in_words(view, at, month, at.saturating_sub(1)),
            Some(Head::Digits | Head::Year(_)) => in_digits(view, at),
            _ => None,
        };
        at = date.as_ref().map_or(at + 1, |(words, _)| words.end);
        found.extend(date);
    }
    found
}

/// `8 april 2025`, `8-apr-2025`, `8 april '25`, around the name of the month at `at`.
fn in_words(view: View, at: usize, month: i8, floor: usize) -> Option<(Range<usize>, Date)> {
    let day = day_before(view, at, floor)?;
    let (year, end) = year_after(view, at + 1)?;
    Some((at - 1..end, Date::new(year, month, day).ok()?))
}

/// The day that stands before the name of a month at `at`.
pub(super) fn day_before(view: View, at: usize, floor: usize) -> Option<i8> {
    let beside = at > floor && (view.joined(at) || view.hyphenated(at)) && !view.is_money(at - 1);
    beside.then(|| numeral::day(view.word(at - 1))).flatten()
}

/// The year at `at`, right after the name of a month, season or quarter, and the end of its words.
pub(super) fn year_after(view: View, at: usize) -> Option<(i16, usize)> {
    if !view.joined(at) && !view.hyphenated(at) {
        return None;
    }
    let word = view.word(at);
    if let Some(year) = numeral::year(word).or_else(|| numeral::glued_year(word)) {
        return Some((year, at + 1));
    }
    let short = view.apostrophe(at).then(|| numeral::short_year(word)).flatten()?;
    (!head::is_counted(view.after(at + 1))).then_some((short, at + 1))
}

/// `16-06-2010`, `16/6/2010`, `16.6.2010`, `2025-04-08`, beginning at `at`; short years only after "d.d." and the like.
pub(super) fn in_digits(view: View, at: usize) -> Option<(Range<usize>, Date)> {
    if view.is_money(at) || view.hyphenated(at) {
        return None;
    }
    let first = view.word(at);
    if first.contains('.') {
        let mut parts = first.split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let date = day_month_year(day, month, numeral::year(year)?)?;
        return parts.next().is_none().then_some((at..at + 1, date));
    }
    let tied = |at| view.hyphenated(at) || view.dashed(at);
    if !tied(at + 1) || !tied(at + 2) || view.hyphenated(at + 3) {
        return None;
    }
    let (second, third) = (view.word(at + 1), view.word(at + 2));
    let date = if let Some(year) = numeral::year(first) {
        day_month_year(third, second, year)
    } else if let Some(year) = numeral::year(third) {
        day_month_year(first, second, year)
    } else {
        let led = matches!(view.before(at, 0), "d.d" | "dd" | "op" | "van" | "per" | "datum");
        let tight = view.hyphenated(at + 1) && view.hyphenated(at + 2);
        numeral::short_year(third).filter(|_| led && tight).and_then(|year| day_month_year(first, second, year))
    };
    Some((at..at + 3, date?))
}

fn day_month_year(day: &str, month: &str, year: i16) -> Option<Date> {
    let part = |word: &str| if word.len() <= 2 { numeral::digits(word).and_then(|part| i8::try_from(part).ok()) } else { None };
    Date::new(year, part(month)?, part(day)?).ok()
}

#[cfg(test)]
mod tests {
    use super::full_dates;
    use crate::text::Reading;

    #[test]
    fn whole_dates() {
        let table: &[(&str, &[&str])] = &[
            ("Datum 8 april 2025", &["2025-04-08"]),
            ("Elst, 8 apr. 2025", &["2025-04-08"]),
            ("8 april '25", &["2025-04-08"]),
            ("8 april ’98", &["1998-04-08"]),
            ("8-april-2025", &["2025-04-08"]),
            ("maandag 08 MAART 2021", &["2021-03-08"]),
            ("1e mei 2024", &["2024-05-01"]),
            ("d.d. 28 mei 2015 (ontvangen 19 november 2015)", &["2015-05-28", "2015-11-19"]),
            ("brief van4 november 2024", &["2024-11-04"]),
            ("16-06-2010", &["2010-06-16"]),
            ("Datum: 16/6/2010", &["2010-06-16"]),
            ("16.06.2010", &["2010-06-16"]),
            ("16 - 06 - 2010", &["2010-06-16"]),
            ("2025-04-08", &["2025-04-08"]),
            ("d.d. 8-4-25", &["2025-04-08"]),
            ("vergadering 29 februari 2024", &["2024-02-29"]),
            ("29 februari 2023", &[]),
            ("31-06-2010", &[]),
            ("8 april, 2025 inwoners", &[]),
            ("april 2025", &[]),
            ("8 april", &[]),
            ("8 april 25 mensen", &[]),
            ("tel. 06-12-345678", &[]),
            ("kenmerk 1-2-3", &[]),
            ("€ 1.000.2025", &[]),
            ("€ 1.10.2025", &[]),
            ("https://www.voorbeeld.nl/nieuws/2023/11/01/bericht", &[]),
            ("2024Z17900", &[]),
            ("vergaderjaar 2024-2025", &[]),
        ];
        let dates = |text: &str| full_dates(&Reading::of(text)).iter().map(|(_, date)| date.to_string()).collect::<Vec<_>>();
        let wrong: Vec<_> = table.iter().map(|(text, days)| (text, *days, dates(text))).filter(|(_, days, found)| found != days).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
