//! Which documents that were not yet available answers wait for.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::figure::Figure;
use super::font::Weight;
use super::rows::{Entry, labelled};
use super::sheet::{Anchor, Area, DARK, INK, SIZE, Sheet};
use super::words::{answers, counted, due, number};
use super::{Frame, Language};
use crate::coding::Due;

/// The name of the chart.
const NAME: &str = "documents";

/// The most documents in one chart: with their dates below their names, so many fit on a page.
pub(super) const MAX_DOCUMENTS: usize = 20;

/// A document that was not yet available on the date of the letter, and how many answers wait for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Awaited {
    /// Its name; empty where it has none.
    pub document: String,
    /// What tells it from others of that name; may be empty.
    pub note: String,
    /// How many documents of that name there are, each of a letter of its own.
    pub documents: u32,
    /// When it was due, if the letter says so.
    pub due: Option<Due>,
    /// Answers give different dates.
    pub disputed: bool,
    /// Answers that wait for it.
    pub answers: u32,
}

impl Awaited {
    pub(super) fn name(&self, language: Language) -> String {
        let name = self.document.trim();
        if name.is_empty() { language.pick("niet met naam genoemd", "not named").to_owned() } else { name.to_owned() }
    }

    /// "verwacht: mei 2025".
    pub(super) fn due(&self, language: Language) -> String {
        match self.due {
            Some(Due::Conditional) => language.pick("onder voorwaarde", "on a condition").to_owned(),
            Some(interval) => format!("{} {}", language.pick("verwacht:", "due:"), due(interval, language)),
            None if self.disputed => language.pick("verschillende data genoemd", "different dates given").to_owned(),
            None => language.pick("geen datum genoemd", "no date given").to_owned(),
        }
    }

    /// What stands below its name.
    pub(super) fn below(&self, language: Language) -> String {
        if self.documents > 1 {
            let documents = number(self.documents, language);
            return format!(
                "{documents} {}",
                language.pick("verschillende, elk uit een eigen brief", "different ones, each of a letter of its own")
            );
        }
        [self.due(language), self.note.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

/// A chart of the documents that answers wait for, most answers first.
///
/// Of more than twenty documents those with the fewest answers are summed. There is no chart of one document, nor when no answer waits.
pub fn documents(rows: &[Awaited], total_answered: u32, frame: &Frame) -> Figure {
    let language = frame.language;
    let mut rows: Vec<&Awaited> = rows.iter().filter(|row| row.answers > 0).collect();
    rows.sort_by_key(|row| Reverse(row.answers));
    if let Some(reason) = reason(&rows, total_answered, language) {
        return Figure::Omitted { name: NAME, reason };
    }
    let title = title(&rows, language);
    let rest = rows.split_off(rows.len().min(MAX_DOCUMENTS));
    let entry = |row: &&Awaited| Entry { name: row.name(language), below: row.below(language), count: row.answers.into(), bold: false };
    let mut entries: Vec<_> = rows.iter().map(entry).collect();
    if !rest.is_empty() {
        // The sum of those that have no room has a number without a bar, which would dwarf the others.
        entries.push(Entry { name: others(different(&rest), language), ..Entry::default() });
    }
    let counts: Vec<u64> = rows.iter().map(|row| row.answers.into()).chain([sum(&rest)]).collect();
    let said: Vec<String> = counts.iter().map(|count| number(*count, language)).collect();
    let (labels, columns) = labelled(&entries, 0.0);
    let columns = columns.fitted(&entries, |row, _| 6.0 + Weight::Bold.width(&said[row], SIZE));
    let mut sheet = Sheet::new(&title, &subtitle(total_answered, language));
    sheet.y += 10.0;
    let top = sheet.y;
    for ((row, label), said) in entries.iter().zip(&labels).zip(&said) {
        let top = columns.row(&mut sheet, label);
        let (left, width) = (columns.left + 0.6, row.count as f64 * columns.unit);
        sheet.fill(Area { left, top, width, height: columns.bar }, DARK);
        sheet.beside(said, left + width + 4.0, top + columns.bar / 2.0, Anchor::Left, Weight::Bold, INK);
    }
    columns.zero(&mut sheet, top);
    let mut description = format!("{title}.");
    for (entry, count) in entries.iter().zip(&said) {
        let below = if entry.below.is_empty() { String::new() } else { format!(" ({})", entry.below) };
        let _ = write!(description, " {}{below}: {count}.", entry.name);
    }
    sheet.finish(NAME, title, &description, frame)
}

/// Why there is nothing to compare.
fn reason(rows: &[&Awaited], total: u32, language: Language) -> Option<String> {
    match rows {
        [] if total == 0 => Some(language.pick("Er zijn geen antwoorden.", "There are no answers.").to_owned()),
        [] => Some(format!("{}.", super::words::waiting(0, total.into(), language))),
        [one] if one.documents < 2 && !one.document.trim().is_empty() => {
            let verb = if one.answers == 1 {
                language.pick("wacht op", "waits for")
            } else {
                language.pick("wachten op één document,", "wait for one document,")
            };
            Some(format!("{} {verb} {} ({}).", answers(one.answers, language), one.name(language), one.below(language)))
        }
        _ => None,
    }
}

/// "17 antwoorden wachten op 3 documenten die nog moesten verschijnen".
fn title(rows: &[&Awaited], language: Language) -> String {
    let count = sum(rows);
    let verb = if count == 1 { language.pick("wacht op", "waits for") } else { language.pick("wachten op", "wait for") };
    let unnamed = rows.iter().any(|row| row.document.trim().is_empty());
    let what = if unnamed {
        language.pick("documenten", "documents").to_owned()
    } else {
        counted(different(rows), ("document", "documenten"), ("document", "documents"), language)
    };
    let to_come = language.pick("die nog moesten verschijnen", "that were not yet available");
    format!("{} {verb} {what} {to_come}", answers(count, language))
}

fn subtitle(total: u32, language: Language) -> String {
    let all = answers(total, language);
    match language {
        Language::Dutch => format!("Van alle {all}: hoeveel er wachten op elk document, en wanneer het wordt verwacht."),
        Language::English => format!("Of all {all}: how many wait for each document, and when it is due."),
    }
}

/// "12 andere documenten".
pub(super) fn others(count: u64, language: Language) -> String {
    counted(count, ("ander document", "andere documenten"), ("other document", "other documents"), language)
}

/// How many different documents rows stand for.
pub(super) fn different(rows: &[&Awaited]) -> u64 {
    rows.iter().map(|row| u64::from(row.documents.max(1))).sum()
}

pub(super) fn sum(rows: &[&Awaited]) -> u64 {
    rows.iter().map(|row| u64::from(row.answers)).sum()
}
