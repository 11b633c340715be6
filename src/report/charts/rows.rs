//! Rows of a chart: names at the left, bars at the right.

use super::font::Weight;
use super::sheet::{Anchor, EDGE, INK, LEADING, MARGIN, QUIET, SIZE, Sheet, WIDTH};
use super::wrap::wrap;

/// White between a name and its bar.
const GUTTER: f64 = 10.0;

/// The part of the width that names have at most, and that of many rows: names on one line keep the chart on a page.
const NAMES: [f64; 2] = [0.42, 0.56];

/// A unit is never wider: few answers make short bars, not huge blocks.
const WIDEST_UNIT: f64 = 24.0;

/// What a row has.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub name: String,
    /// What stands below the name in a quieter ink.
    pub below: String,
    /// How long its bar is, in answers; 0 where it has none.
    pub count: u64,
    /// Its name is printed bold.
    pub bold: bool,
}

/// A name in lines.
#[derive(Debug)]
pub(super) struct Label {
    name: Vec<String>,
    below: Vec<String>,
    weight: Weight,
}

/// Where the bars begin, how long a bar of one is, and how high.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    pub left: f64,
    pub unit: f64,
    pub bar: f64,
    between: f64,
}

/// Wraps the names and leaves the rest of the width to the bars, less `before` in front of them.
pub(super) fn labelled(rows: &[Entry], before: f64) -> (Vec<Label>, Columns) {
    // The more rows, the less room for each: the chart should fit a page.
    let (names, lines, bar, between) = match rows.len() {
        0..=15 => (NAMES[0], 5, 15.0, 6.5),
        16..=24 => (NAMES[0], 3, 13.0, 5.5),
        // A name with a line below it needs more white around it than between its lines.
        _ if rows.iter().any(|row| !row.below.is_empty()) => (NAMES[1], 2, 11.5, 5.5),
        _ => (NAMES[1], 2, 11.5, 3.8),
    };
    let label = |row: &Entry| {
        let weight = if row.bold { Weight::Bold } else { Weight::Regular };
        let wrapped = |text: &str, weight, lines| wrap(text, weight, SIZE, names * WIDTH, lines);
        Label { name: wrapped(&row.name, weight, lines), below: wrapped(&row.below, Weight::Regular, 3), weight }
    };
    let labels: Vec<_> = rows.iter().map(label).collect();
    let widest = labels.iter().map(Label::width).fold(0.0, f64::max);
    (labels, Columns { left: MARGIN + widest + GUTTER + before, unit: WIDEST_UNIT, bar, between })
}

impl Label {
    fn width(&self) -> f64 {
        let names = self.name.iter().map(|line| self.weight.width(line, SIZE));
        names.chain(self.below.iter().map(|line| Weight::Regular.width(line, SIZE))).fold(0.0, f64::max)
    }
}

impl Columns {
    /// The unit at which every row fits; `behind` gives the width that a row needs behind its bar when a unit is so wide.
    pub(super) fn fitted(mut self, rows: &[Entry], behind: impl Fn(usize, f64) -> f64) -> Self {
        let room = WIDTH - MARGIN - self.left;
        // What stands behind the bars depends on the unit, and the unit on it: three rounds settle it.
        for _ in 0..3 {
            let bars = rows.iter().enumerate().filter(|(_, row)| row.count > 0);
            let fitting = bars.map(|(index, row)| (room - behind(index, self.unit)).max(1.0) / row.count as f64);
            self.unit = fitting.fold(self.unit, f64::min);
        }
        self
    }

    /// Writes a name and gives the top of its bar; moves on to the next row.
    pub(super) fn row(self, sheet: &mut Sheet, label: &Label) -> f64 {
        let line = SIZE * LEADING;
        let text = line * (label.name.len() + label.below.len()) as f64;
        let height = text.max(self.bar);
        let mut middle = sheet.y + (height - text) / 2.0 + line / 2.0;
        let names = label.name.iter().map(|line| (line, label.weight, INK));
        for (text, weight, color) in names.chain(label.below.iter().map(|line| (line, Weight::Regular, QUIET))) {
            sheet.beside(text, MARGIN, middle, Anchor::Left, weight, color);
            middle += line;
        }
        let top = sheet.y + (height - self.bar) / 2.0;
        sheet.y += height + self.between;
        top
    }

    /// The line at zero, from `top` to the last row.
    pub(super) fn zero(self, sheet: &mut Sheet, top: f64) {
        sheet.line((self.left, top - 3.0), (self.left, self.bottom(sheet)), 0.6, EDGE);
    }

    /// Just below the last row.
    pub(super) fn bottom(self, sheet: &Sheet) -> f64 {
        sheet.y - self.between + 3.0
    }
}
