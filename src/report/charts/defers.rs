//! How many answers wait for a document that did not exist yet.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::Frame;
use super::figure::Figure;
use super::font::Weight;
use super::rows::{Entry, lay_out};
use super::sheet::{Anchor, Area, DARK, INK, SIZE, Sheet};

/// The name of the chart.
const NAME: &str = "documents";

/// The most documents in one chart: with their dates below their names, so many fit on a page.
const MAX_DOCUMENTS: usize = 20;

/// A document that did not exist on the date of the letter, and how many answers wait for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Its name.
    pub document: String,
    /// When it was due, in words; empty where the letter does not say.
    pub due: String,
    /// Answers that wait for it.
    pub answers: u32,
}

/// A chart of the documents that answers wait for, most answers first, under "k of n answers".
///
/// Of more than twenty documents those with the fewest answers are summed. Without any that waits there is no chart.
pub fn defers(rows: &[Waiting], total_answered: u32, frame: &Frame) -> Figure {
    let language = frame.language;
    let mut rows: Vec<Waiting> = rows.iter().filter(|row| row.answers > 0).cloned().collect();
    rows.sort_by_key(|row| Reverse(row.answers));
    let waiting = sum(&rows);
    if waiting == 0 {
        let reason = language.pick(
            "Geen van de antwoorden wacht op een document dat nog niet bestond.",
            "No answer waits for a document that did not exist yet.",
        );
        return Figure::Omitted { name: NAME, reason: reason.to_owned() };
    }
    let headline = headline(waiting, total_answered.into(), frame);
    let rest = rows.split_off(rows.len().min(MAX_DOCUMENTS));
    let entry =
        |row: &Waiting| Entry { name: row.document.trim().to_owned(), below: due(row, frame), count: row.answers.into(), rest: false };
    let mut entries: Vec<_> = rows.iter().map(entry).collect();
    if !rest.is_empty() {
        let plural = if rest.len() == 1 { language.pick("document", "document") } else { language.pick("documenten", "documents") };
        let name = format!("{} {} {plural}", language.pick("overige", "other"), rest.len());
        entries.push(Entry { name, below: String::new(), count: sum(&rest), rest: true });
    }
    let (labels, columns) = lay_out(&entries, 0.0, |row, _| 6.0 + Weight::Bold.width(&entries[row].count.to_string(), SIZE));
    let mut sheet = Sheet::new(frame);
    sheet.y += 8.0;
    sheet.paragraph(&headline, Weight::Bold, 10.0, INK, 3);
    sheet.y += 7.0;
    let top = sheet.y;
    for (row, label) in entries.iter().zip(&labels) {
        let top = columns.row(&mut sheet, label);
        let (left, width) = (columns.left + 0.6, if row.rest { 0.0 } else { row.count as f64 * columns.unit });
        sheet.fill(Area { left, top, width, height: columns.bar }, DARK);
        let middle = top + columns.bar / 2.0;
        sheet.beside(&row.count.to_string(), left + width + 4.0, middle, Anchor::Left, Weight::Bold, INK);
    }
    columns.zero(&mut sheet, top);
    sheet.finish(NAME, frame, description(&entries, &headline, frame))
}

fn sum(rows: &[Waiting]) -> u64 {
    rows.iter().map(|row| u64::from(row.answers)).sum()
}

/// "17 van de 44 antwoorden wachten op …"; without the total where it cannot be one.
fn headline(waiting: u64, total: u64, frame: &Frame) -> String {
    let language = frame.language;
    let one = waiting == 1;
    let verb = if one { language.pick("wacht", "waits") } else { language.pick("wachten", "wait") };
    let what = language.pick("op een document dat nog niet bestond", "for a document that did not exist yet");
    if total < waiting {
        let noun = if one { language.pick("antwoord", "answer") } else { language.pick("antwoorden", "answers") };
        return format!("{waiting} {noun} {verb} {what}");
    }
    match total {
        1 => format!("{} {verb} {what}", language.pick("Het ene antwoord", "The one answer")),
        _ => format!("{waiting} {} {total} {} {verb} {what}", language.pick("van de", "of"), language.pick("antwoorden", "answers")),
    }
}

/// "verwacht: mei 2025".
fn due(row: &Waiting, frame: &Frame) -> String {
    let language = frame.language;
    match row.due.trim() {
        "" => language.pick("geen datum genoemd", "no date given").to_owned(),
        due => format!("{} {due}", language.pick("verwacht:", "due:")),
    }
}

/// The chart in words.
fn description(entries: &[Entry], headline: &str, frame: &Frame) -> String {
    let mut text = format!("{headline}.");
    for entry in entries {
        let below = if entry.below.is_empty() { String::new() } else { format!(" ({})", entry.below) };
        let _ = write!(text, " {}{below}: {}.", entry.name, entry.count);
    }
    let _ = write!(text, " {}", frame.source_line);
    text
}
