//! When the documents that the answers of one letter wait for are due.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::documents::{Awaited, MAX_DOCUMENTS, different, others, sum};
use super::figure::Figure;
use super::font::Weight;
use super::rows::{Entry, labelled};
use super::sheet::{Anchor, Area, DARK, EDGE, INK, LIGHT, MARGIN, QUIET, SIZE, Sheet, WIDTH};
use super::words::{answers, counted, day, number, short_month, waiting};
use super::{Frame, Language};
use crate::coding::Due;
use crate::time::{Date, Interval};

/// The name of the chart.
pub(super) const NAME: &str = "calendar";

/// White at the right end, for the number behind the last bar.
const NUMBER: f64 = 24.0;

/// A day is never narrower than this: a bar that nobody sees is no bar.
const NARROWEST: f64 = 3.0;

/// A timeline of one letter: its date, when the documents are due that its answers wait for, and how many answers wait for each.
///
/// Of more than twenty documents those with the fewest answers are summed. There is no chart when no document has a date.
pub fn calendar(rows: &[Awaited], total_answered: u32, letter: Option<Date>, frame: &Frame) -> Figure {
    let language = frame.language;
    let mut rows: Vec<&Awaited> = rows.iter().filter(|row| row.answers > 0).collect();
    let dated = rows.iter().filter(|row| interval(row).is_some()).count();
    if dated == 0 {
        let reason = match (rows.is_empty(), total_answered) {
            (true, 0) => language.pick("Er zijn geen antwoorden.", "There are no answers.").to_owned(),
            (true, total) => format!("{}.", waiting(0, total.into(), language)),
            (false, _) => {
                let count = sum(&rows);
                let (verb, rest) = match language {
                    Language::Dutch => {
                        (if count == 1 { "wacht" } else { "wachten" }, "op een document, zonder dat de brief een datum noemt")
                    }
                    Language::English => (if count == 1 { "waits" } else { "wait" }, "for a document, and the letter gives no date"),
                };
                format!("{} {verb} {rest}.", answers(count, language))
            }
        };
        return Figure::Omitted { name: NAME, reason };
    }
    let title = title(&rows, letter, language);
    rows.sort_by_key(|row| Reverse(row.answers));
    let rest = rows.split_off(rows.len().min(MAX_DOCUMENTS));
    rows.sort_by_key(|row| interval(row).map_or((true, Date::MAX, Date::MAX), |due| (false, due.to, due.from)));
    let entry = |row: &&Awaited| Entry { name: row.name(language), below: row.below(language), ..Entry::default() };
    let mut entries: Vec<_> = rows.iter().map(entry).collect();
    if !rest.is_empty() {
        entries.push(Entry { name: others(different(&rest), language), ..Entry::default() });
    }
    let (labels, columns) = labelled(&entries, 0.0);
    let subtitle = language.pick(
        "Een balk loopt van de eerste tot de laatste dag waarop het document wordt verwacht; het getal is hoeveel antwoorden erop wachten.",
        "A bar runs from the first to the last day on which the document is due; the number is how many answers wait for it.",
    );
    let mut sheet = Sheet::new(&title, subtitle);
    sheet.y += 10.0 + if letter.is_some() { SIZE * 1.5 } else { 0.0 };
    let top = sheet.y;
    let axis = Axis::of(rows.iter().filter_map(|row| interval(row)), letter, columns.left);
    let mut measured = Sheet::new("", "");
    measured.y = top;
    let tops: Vec<_> = labels.iter().map(|label| columns.row(&mut measured, label)).collect();
    let bottom = columns.bottom(&measured);
    axis.draw(&mut sheet, top, bottom, letter, language);
    let counts = rows.iter().map(|row| (interval(row), u64::from(row.answers))).chain((!rest.is_empty()).then(|| (None, sum(&rest))));
    for ((label, top), (due, count)) in labels.iter().zip(tops).zip(counts) {
        columns.row(&mut sheet, label);
        let middle = top + columns.bar / 2.0;
        let said = number(count, language);
        let Some(due) = due else {
            let (from, to) = (axis.x(letter.unwrap_or(axis.first)) + 4.0, WIDTH - MARGIN - 6.0 - Weight::Bold.width(&said, SIZE));
            sheet.dashed((from, middle), (to, middle), 1.0, DARK, 3.0);
            sheet.beside(&said, WIDTH - MARGIN, middle, Anchor::Right, Weight::Bold, INK);
            continue;
        };
        // The last day is one of them, so the bar ends where the next day begins.
        let (from, to) = (axis.x(due.from), axis.x(due.to.tomorrow().unwrap_or(due.to)));
        let width = (to - from).max(NARROWEST);
        let left = from.min(WIDTH - MARGIN - NUMBER - width);
        sheet.fill(Area { left, top, width, height: columns.bar }, DARK);
        sheet.beside(&said, left + width + 4.0, middle, Anchor::Left, Weight::Bold, INK);
    }
    sheet.y = bottom + SIZE * 2.8;
    let mut description = format!("{title}.");
    for (entry, count) in entries.iter().zip(rows.iter().map(|row| u64::from(row.answers)).chain([sum(&rest)])) {
        let below = if entry.below.is_empty() { String::new() } else { format!(" ({})", entry.below) };
        let _ = write!(description, " {}{below}: {}.", entry.name, answers(count, language));
    }
    sheet.finish(NAME, title, &description, frame)
}

fn interval(row: &Awaited) -> Option<Interval> {
    match row.due {
        Some(Due::Interval(interval)) if interval.from <= interval.to => Some(interval),
        _ => None,
    }
}

/// "17 antwoorden van 17 april 2025 wachten op 3 documenten, verwacht tot en met 31 mei 2025".
fn title(rows: &[&Awaited], letter: Option<Date>, language: Language) -> String {
    let count = sum(rows);
    let documents = counted(different(rows), ("document", "documenten"), ("document", "documents"), language);
    let undated = rows.iter().filter(|row| interval(row).is_none()).map(|row| u64::from(row.documents.max(1))).sum::<u64>();
    let last = rows.iter().filter_map(|row| interval(row)).map(|due| due.to).max().map(|last| day(last, language)).unwrap_or_default();
    let verb = if count == 1 { language.pick("wacht op", "waits for") } else { language.pick("wachten op", "wait for") };
    let date = letter.map_or_else(String::new, |date| format!(" {} {}", language.pick("van", "of"), day(date, language)));
    let mut title =
        format!("{}{date} {verb} {documents}, {} {last}", answers(count, language), language.pick("verwacht tot en met", "due until"));
    if undated > 0 {
        let _ = write!(title, ", {} {}", number(undated, language), language.pick("zonder datum", "without a date"));
    }
    title
}

/// The days from left to right.
#[derive(Clone, Copy, Debug)]
struct Axis {
    first: Date,
    last: Date,
    left: f64,
}

impl Axis {
    /// Whole months around all that it has to hold.
    fn of(dues: impl Iterator<Item = Interval>, letter: Option<Date>, left: f64) -> Self {
        let all = dues.chain(letter.map(Interval::day)).reduce(Interval::with).unwrap_or(Interval { from: Date::MIN, to: Date::MAX });
        Self { first: all.from.first_of_month(), last: all.to.last_of_month(), left }
    }

    fn x(self, date: Date) -> f64 {
        let days = |until: Date| f64::from((until - self.first).get_days());
        self.left + (WIDTH - MARGIN - NUMBER - self.left) * (days(date) / (days(self.last) + 1.0)).clamp(0.0, 1.0)
    }

    /// From one mark to the next, in months, so that their names do not touch.
    fn step(self) -> i32 {
        const STEPS: [i32; 13] = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 6_000, 24_000];
        const NAME: f64 = 30.0;
        let months = f64::from(months(self.last) - months(self.first) + 1);
        let width = (WIDTH - MARGIN - NUMBER - self.left) / months;
        STEPS.into_iter().find(|step| f64::from(*step) * width >= NAME).unwrap_or(60_000)
    }

    /// The marks of months and years, and the line of the letter.
    fn draw(self, sheet: &mut Sheet, top: f64, bottom: f64, letter: Option<Date>, language: Language) {
        let step = self.step();
        let mut year = None;
        let marks = (months(self.first)..=months(self.last)).filter(|at| at.rem_euclid(step) == 0);
        for mark in marks.filter_map(first_of) {
            let x = self.x(mark);
            sheet.line((x, top - 3.0), (x, bottom), 0.6, LIGHT);
            let mut line = bottom + SIZE + 1.0;
            if step < 12 {
                sheet.text(short_month(mark, language), (x, line), Anchor::Left, SIZE, Weight::Regular, QUIET);
                line += SIZE * 1.2;
            }
            if year != Some(mark.year()) {
                sheet.text(&mark.year().to_string(), (x, line), Anchor::Left, SIZE, Weight::Regular, if step < 12 { INK } else { QUIET });
                year = Some(mark.year());
            }
        }
        sheet.line((self.left, bottom), (WIDTH - MARGIN - NUMBER, bottom), 0.6, EDGE);
        if let Some(date) = letter {
            let x = self.x(date);
            let words = format!("{} {}", language.pick("brief van", "letter of"), day(date, language));
            let width = Weight::Regular.width(&words, SIZE);
            sheet.text(&words, (x.min(WIDTH - MARGIN - width), top - 3.0 - SIZE * 0.5), Anchor::Left, SIZE, Weight::Regular, INK);
            sheet.line((x, top - 3.0), (x, bottom), 1.2, INK);
        }
    }
}

/// Months since the year 0.
fn months(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month()) - 1
}

/// The first day of a month that is so many after the year 0.
fn first_of(months: i32) -> Option<Date> {
    Date::new(i16::try_from(months.div_euclid(12)).ok()?, i8::try_from(months.rem_euclid(12) + 1).ok()?, 1).ok()
}
