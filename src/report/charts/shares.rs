//! Shares with their intervals on one scale, or, of a single letter, counts within their totals.

use super::super::Language;
use super::font::Weight;
use super::rows::{Columns, Entry, Label, labelled};
use super::sheet::{Anchor, Area, DARK, EDGE, INK, LIGHT, MARGIN, QUIET, SIZE, Sheet, WIDTH};
use super::words::{of, percent};
use crate::measure::Share;

/// A row: so many of so many answers.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub name: String,
    pub below: String,
    pub bold: bool,
    pub count: u32,
    pub total: u32,
    /// Drawn from several letters: its share has an interval.
    pub interval: bool,
}

/// White between the scale and what stands right of it.
const GAP: f64 = 8.0;

impl Row {
    fn entry(&self) -> Entry {
        Entry { name: self.name.clone(), below: self.below.clone(), bold: self.bold, count: self.total.into() }
    }

    fn share(&self) -> Option<Share> {
        Share::of(self.count, self.total).filter(|_| self.interval)
    }

    /// "11 van 44", with the share where it has an interval.
    fn said(&self, language: Language) -> String {
        let counts = of(self.count, self.total, language);
        self.share().map_or_else(|| counts.clone(), |share| format!("{counts} · {}", percent(share.value(), language)))
    }

    /// The row in words: "Afval: 2 van 5."
    pub(super) fn in_words(&self, language: Language) -> String {
        let interval = self.share().map_or_else(String::new, |share| {
            let to = language.pick("tot", "to");
            format!(
                " ({}, Wilson 95 %: {} {to} {})",
                percent(share.value(), language),
                percent(share.low, language),
                percent(share.high, language)
            )
        });
        format!(" {}: {}{interval}.", self.name.trim(), of(self.count, self.total, language))
    }
}

/// Draws the rows: as shares on a scale where any has an interval, else as counts within totals.
pub(super) fn draw(sheet: &mut Sheet, rows: &[Row], overall: Option<f64>, language: Language) {
    sheet.y += 10.0;
    let entries: Vec<_> = rows.iter().map(Row::entry).collect();
    let (labels, columns) = labelled(&entries, 0.0);
    if rows.iter().any(|row| row.share().is_some()) {
        scaled(sheet, rows, &labels, columns, overall, language);
    } else {
        let columns = columns.fitted(&entries, |row, _| GAP + Weight::Bold.width(&rows[row].said(language), SIZE));
        counted(sheet, rows, &labels, columns, language);
    }
}

/// A dark bar of what counts on a thin line of all.
fn counted(sheet: &mut Sheet, rows: &[Row], labels: &[Label], columns: Columns, language: Language) {
    let top = sheet.y;
    for (row, label) in rows.iter().zip(labels) {
        let top = columns.row(sheet, label);
        let (left, middle) = (columns.left + 0.6, top + columns.bar / 2.0);
        let (part, whole) = (left + f64::from(row.count) * columns.unit, left + f64::from(row.total) * columns.unit);
        sheet.line((part, middle), (whole, middle), 0.8, EDGE);
        sheet.line((whole, middle - 3.0), (whole, middle + 3.0), 0.8, EDGE);
        sheet.fill(Area { left, top, width: part - left, height: columns.bar }, DARK);
        sheet.beside(&row.said(language), whole + GAP, middle, Anchor::Left, Weight::Bold, INK);
    }
    columns.zero(sheet, top);
}

/// A point at the share, a line over its interval.
fn scaled(sheet: &mut Sheet, rows: &[Row], labels: &[Label], columns: Columns, overall: Option<f64>, language: Language) {
    let widest = rows.iter().map(|row| Weight::Bold.width(&row.said(language), SIZE)).fold(0.0, f64::max);
    let right = WIDTH - MARGIN - widest - GAP - 8.0;
    let single = |row: &&Row| !row.interval && row.total > 0;
    let points = rows.iter().filter(single).map(|row| f64::from(row.count) / f64::from(row.total));
    let most = rows.iter().filter_map(Row::share).map(|share| share.high).chain(points).fold(overall.unwrap_or(0.0), f64::max);
    let scale = Scale::upto(most, 5);
    let x = |share: f64| columns.left + (right - columns.left) * share / scale.end;
    // What the lines run behind is drawn after them, so the rows are placed twice.
    let top = sheet.y + if overall.is_some() { SIZE * 1.5 } else { 0.0 };
    let mut measured = Sheet::new("", "");
    measured.y = top;
    let tops: Vec<_> = labels.iter().map(|label| columns.row(&mut measured, label)).collect();
    let bottom = columns.bottom(&measured);
    for tick in scale.ticks() {
        sheet.line((x(tick), top - 3.0), (x(tick), bottom), 0.6, if tick > 0.0 { LIGHT } else { EDGE });
        sheet.text(&percent(tick, language), (x(tick), bottom + SIZE + 1.0), Anchor::Middle, SIZE, Weight::Regular, QUIET);
    }
    if let Some(overall) = overall {
        let words = format!("{} {}", language.pick("alle antwoorden:", "all answers:"), percent(overall, language));
        let half = Weight::Regular.width(&words, SIZE) / 2.0;
        let middle = x(overall).clamp(columns.left + half, (WIDTH - MARGIN - half).max(columns.left + half));
        sheet.text(&words, (middle, sheet.y + SIZE - 1.0), Anchor::Middle, SIZE, Weight::Regular, INK);
        sheet.dashed((x(overall), top - 3.0), (x(overall), bottom), 0.8, INK, 2.5);
    }
    sheet.y = top;
    for ((row, label), top) in rows.iter().zip(labels).zip(tops) {
        columns.row(sheet, label);
        let middle = top + columns.bar / 2.0;
        if row.share().is_none() && row.total > 0 && !row.interval {
            // Of a single letter the counts are complete: a point without an interval.
            sheet.disc((x((f64::from(row.count) / f64::from(row.total)).min(scale.end)), middle), 2.4, DARK);
        }
        if let Some(share) = row.share() {
            sheet.line((x(share.low), middle), (x(share.high), middle), 1.6, DARK);
            sheet.disc((x(share.value()), middle), 3.6, DARK);
        }
        sheet.beside(
            &row.said(language),
            WIDTH - MARGIN,
            middle,
            Anchor::Right,
            if row.bold { Weight::Bold } else { Weight::Regular },
            INK,
        );
    }
    sheet.y = bottom + SIZE * 1.5;
}

/// A scale of shares from zero, with round steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    pub end: f64,
    step: f64,
}

impl Scale {
    /// A scale that holds `most`, with at most `steps` steps.
    pub(super) fn upto(most: f64, steps: u32) -> Self {
        const STEPS: [f64; 9] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25];
        let step = STEPS.into_iter().find(|step| most <= step * f64::from(steps)).unwrap_or(0.25);
        let parts = (most / step - 1e-9).ceil().max(1.0);
        Self { end: (step * parts).min(1.0), step }
    }

    /// The shares that have a mark.
    pub(super) fn ticks(self) -> impl Iterator<Item = f64> {
        (0..).map(move |tick| f64::from(tick) * self.step).take_while(move |tick| *tick <= self.end + 1e-9)
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn scales_are_round() {
        for (most, ticks, end) in [(0.362, 5, 0.4), (1.0, 6, 1.0), (0.93, 6, 1.0), (0.012, 4, 0.015), (0.0, 2, 0.001), (0.5, 6, 0.5)] {
            let scale = Scale::upto(most, 5);
            assert!(scale.end >= most && (scale.end - end).abs() < 1e-9 && scale.ticks().count() == ticks, "{most}: {scale:?}");
        }
    }
}
