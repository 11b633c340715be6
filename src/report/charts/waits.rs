//! How long the answers of many letters wait.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::calendar::NAME;
use super::figure::Figure;
use super::font::Weight;
use super::rows::{Entry, labelled};
use super::sheet::{Anchor, Area, DARK, INK, SIZE, Sheet};
use super::words::{answers, number, waiting};
use super::{Frame, Language};
use crate::coding::Due;
use crate::time::Date;

/// From the date of a letter to the last day on which a document that it announces is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wait {
    /// That day came before the letter.
    Passed,
    /// So many whole months.
    Months(u16),
    /// The letter has no date.
    LetterUndated,
    /// The letter gives no day.
    Undated,
    /// It depends on something that has no date.
    Conditional,
}

impl Wait {
    /// How long it takes from the date of a letter until something is due.
    pub fn until(due: Option<Due>, letter: Option<Date>) -> Self {
        let day = match due {
            None => return Self::Undated,
            Some(Due::Conditional) => return Self::Conditional,
            Some(Due::Interval(interval)) => interval.to,
        };
        let Some(letter) = letter else { return Self::LetterUndated };
        let whole = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
        let months = whole(day) - whole(letter) - i32::from(day.day() < letter.day());
        if day < letter { Self::Passed } else { Self::Months(u16::try_from(months.max(0)).unwrap_or(u16::MAX)) }
    }
}

/// White between the answers that have a date and those that have none.
const ASIDE: f64 = 9.0;

/// Months that have a row each.
const MONTHS: u16 = 12;

/// A row.
struct Row {
    name: String,
    count: u64,
    /// It has a number of months.
    dated: bool,
}

/// A chart of many letters: how many answers wait for a document by months from the letter to the last day on which it is due, with those
/// that have no date beside them.
///
/// When no answer waits, or none has a date, there is no chart.
pub fn waits(counts: &BTreeMap<Wait, u32>, total_answered: u32, frame: &Frame) -> Figure {
    let language = frame.language;
    let all: u64 = counts.values().map(|count| u64::from(*count)).sum();
    let dated = between(counts, 0, u16::MAX);
    if dated == 0 {
        let reason = match (all, total_answered) {
            (0, 0) => language.pick("Er zijn geen antwoorden.", "There are no answers.").to_owned(),
            (0, total) => format!("{}.", waiting(0, total.into(), language)),
            _ => {
                let (verb, rest) = match language {
                    Language::Dutch => {
                        (if all == 1 { "wacht" } else { "wachten" }, "op een document; van geen daarvan is te tellen hoe lang")
                    }
                    Language::English => {
                        (if all == 1 { "waits" } else { "wait" }, "for a document; for none of them can be counted how long")
                    }
                };
                format!("{} {verb} {rest}.", answers(all, language))
            }
        };
        return Figure::Omitted { name: NAME, reason };
    }
    let (waits, having, half) = (answers(all, language), number(dated, language), number(between(counts, 0, 5), language));
    let title = match language {
        Language::Dutch => {
            format!("Van {waits} die op een document wachten, krijgen {having} een datum: {half} binnen een half jaar na de brief")
        }
        Language::English => {
            format!("Of {waits} that wait for a document, {having} are given a date: {half} within half a year of the letter")
        }
    };
    let subtitle = language.pick(
        "Hele maanden van de datum van de brief tot de laatste dag waarop het document wordt verwacht.",
        "Whole months from the date of the letter to the last day on which the document is due.",
    );
    let rows = rows(counts, language);
    let mut sheet = Sheet::new(&title, subtitle);
    draw(&mut sheet, &rows, language);
    let mut description = format!("{title}.");
    for row in &rows {
        let _ = write!(description, " {}: {}.", row.name, number(row.count, language));
    }
    sheet.finish(NAME, title, &description, frame)
}

/// Answers that wait from so many whole months to so many.
fn between(counts: &BTreeMap<Wait, u32>, from: u16, to: u16) -> u64 {
    counts.range(Wait::Months(from)..=Wait::Months(to)).map(|(_, count)| u64::from(*count)).sum()
}

fn rows(counts: &BTreeMap<Wait, u32>, language: Language) -> Vec<Row> {
    let month = |month: u16| match month {
        0 => language.pick("minder dan 1 maand", "less than 1 month").to_owned(),
        1 => language.pick("1 maand", "1 month").to_owned(),
        _ => format!("{month} {}", language.pick("maanden", "months")),
    };
    let years =
        [(MONTHS, 23, language.pick("1 tot 2 jaar", "1 to 2 years")), (24, u16::MAX, language.pick("2 jaar of meer", "2 years or more"))];
    let months = (0..MONTHS).map(|at| (at, at, month(at))).chain(years.map(|(from, to, name)| (from, to, name.to_owned())));
    let mut rows: Vec<Row> = months.map(|(from, to, name)| Row { name, count: between(counts, from, to), dated: true }).collect();
    // The last rows of nothing tell nothing; those between others do.
    while rows.pop_if(|row| row.count == 0).is_some() {}
    let asides = [
        (Wait::Undated, language.pick("geen datum genoemd", "no date given")),
        (Wait::Conditional, language.pick("onder voorwaarde", "on a condition")),
        (Wait::LetterUndated, language.pick("brief zonder datum", "letter without a date")),
        (Wait::Passed, language.pick("al vóór de brief", "before the letter")),
    ];
    let aside = |(wait, name): (Wait, &str)| Some(Row { name: name.to_owned(), count: (*counts.get(&wait)?).into(), dated: false });
    rows.extend(asides.into_iter().filter_map(aside));
    rows
}

fn draw(sheet: &mut Sheet, rows: &[Row], language: Language) {
    sheet.y += 10.0;
    let entries: Vec<_> = rows.iter().map(|row| Entry { name: row.name.clone(), count: row.count, ..Entry::default() }).collect();
    let said = |place: usize| number(rows[place].count, language);
    let (labels, columns) = labelled(&entries, 0.0);
    let columns = columns.fitted(&entries, |row, _| 6.0 + Weight::Bold.width(&said(row), SIZE));
    let mut top = sheet.y;
    for (place, (row, label)) in rows.iter().zip(&labels).enumerate() {
        if !row.dated && place > 0 && rows[place - 1].dated {
            columns.zero(sheet, top);
            sheet.y += ASIDE;
            top = sheet.y;
        }
        let top = columns.row(sheet, label);
        let area = Area { left: columns.left + 0.6, top, width: row.count as f64 * columns.unit, height: columns.bar };
        if row.dated {
            sheet.fill(area, DARK);
        } else {
            sheet.outline(area, 1.0, DARK, 0.0);
        }
        sheet.beside(&said(place), area.left + area.width + 4.0, top + columns.bar / 2.0, Anchor::Left, Weight::Bold, INK);
    }
    columns.zero(sheet, top);
}

#[cfg(test)]
mod tests {
    use super::Wait;
    use crate::coding::Due;
    use crate::time::Interval;

    #[test]
    fn months_from_the_letter_to_the_last_day() {
        let table = [
            ("2025-04-17", "2025-05-16", Wait::Months(0)),
            ("2025-04-17", "2025-05-17", Wait::Months(1)),
            ("2025-04-17", "2025-05-31", Wait::Months(1)),
            ("2025-04-17", "2026-04-16", Wait::Months(11)),
            ("2024-02-29", "2025-02-28", Wait::Months(11)),
            ("2025-04-17", "2025-04-17", Wait::Months(0)),
            ("2025-04-17", "2025-04-16", Wait::Passed),
            ("-009999-01-01", "9999-12-31", Wait::Months(u16::MAX)),
        ];
        for (letter, to, expected) in table {
            let (letter, to) = (letter.parse().expect("a day"), to.parse().expect("a day"));
            let wait = Wait::until(Some(Due::Interval(Interval::day(to))), Some(letter));
            assert_eq!(wait, expected, "{letter} {to}");
        }
        assert_eq!(Wait::until(None, None), Wait::Undated);
        assert_eq!(Wait::until(Some(Due::Conditional), None), Wait::Conditional);
    }
}
