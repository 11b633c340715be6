//! How many answers wait for a document that did not exist yet.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::font::Weight;
use super::rows::{BAR, lay_out};
use super::sheet::{Anchor, Area, DARK, INK, SIZE, Sheet};
use super::{Frame, MAX_ROWS};

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
/// Of more than forty documents those with the fewest answers are summed. None when no answer waits.
pub fn defers(rows: &[Waiting], total_answered: u32, frame: &Frame) -> Option<String> {
    let language = frame.language;
    let mut rows: Vec<Waiting> = rows.iter().filter(|row| row.answers > 0).cloned().collect();
    rows.sort_by_key(|row| Reverse(row.answers));
    let waiting = sum(&rows);
    if waiting == 0 {
        return None;
    }
    let headline = headline(waiting, total_answered, frame);
    if rows.len() > MAX_ROWS {
        let rest = rows.split_off(MAX_ROWS);
        let plural = if rest.len() == 1 { language.pick("document", "document") } else { language.pick("documenten", "documents") };
        let document = format!("{} {} {plural}", language.pick("overige", "other"), rest.len());
        rows.push(Waiting { document, due: String::new(), answers: sum(&rest) });
    }
    let most = rows.iter().map(|row| row.answers).max().unwrap_or(1);
    let names: Vec<_> = rows.iter().map(|row| (row.document.clone(), row.due.clone())).collect();
    let (labels, columns) = lay_out(&names, most, Weight::Bold.width(&most.to_string(), SIZE) + 8.0);
    let mut sheet = Sheet::new(frame);
    sheet.y += 8.0;
    sheet.paragraph(&headline, Weight::Bold, 10.0, INK, 3);
    sheet.y += 7.0;
    let top = sheet.y;
    for (row, label) in rows.iter().zip(&labels) {
        let top = columns.row(&mut sheet, label);
        let (left, width) = (columns.left + 0.6, f64::from(row.answers) * columns.unit);
        sheet.fill(Area { left, top, width, height: BAR }, DARK);
        let baseline = top + BAR / 2.0 + SIZE * 0.334;
        sheet.text(&row.answers.to_string(), (left + width + 4.0, baseline), Anchor::Left, SIZE, Weight::Bold, INK);
    }
    columns.zero(&mut sheet, top);
    sheet.finish("defers", frame, &description(&rows, &headline, frame))
}

fn sum(rows: &[Waiting]) -> u32 {
    rows.iter().fold(0, |sum, row| sum.saturating_add(row.answers))
}

/// "17 van de 44 antwoorden wachten op …"; without the total where it cannot be one.
fn headline(waiting: u32, total: u32, frame: &Frame) -> String {
    let language = frame.language;
    let one = waiting == 1;
    let verb = if one { language.pick("wacht", "waits") } else { language.pick("wachten", "wait") };
    let what = language.pick(
        "op een document dat er op de datum van de brief nog niet was",
        "for a document that did not exist on the date of the letter",
    );
    if total < waiting {
        let noun = if one { language.pick("antwoord", "answer") } else { language.pick("antwoorden", "answers") };
        return format!("{waiting} {noun} {verb} {what}");
    }
    match total {
        1 => format!("{} {verb} {what}", language.pick("Het ene antwoord", "The one answer")),
        _ => format!("{waiting} {} {total} {} {verb} {what}", language.pick("van de", "of"), language.pick("antwoorden", "answers")),
    }
}

/// The chart in words.
fn description(rows: &[Waiting], headline: &str, frame: &Frame) -> String {
    let mut text = format!("{headline}.");
    for row in rows {
        let due = if row.due.trim().is_empty() { String::new() } else { format!(" ({})", row.due.trim()) };
        let _ = write!(text, " {}{due}: {}.", row.document.trim(), row.answers);
    }
    let _ = write!(text, " {}", frame.source_line);
    text
}
