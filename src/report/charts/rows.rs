//! Rows of a chart: names at the left, bars at the right.

use super::font::Weight;
use super::sheet::{Anchor, EDGE, INK, LEADING, MARGIN, QUIET, SIZE, Sheet, WIDTH};
use super::wrap::wrap;

/// White between a name and its bar.
const GUTTER: f64 = 10.0;

/// The part of the width that names have at most.
const NAMES: f64 = 0.42;

/// A unit is never wider: few answers make short bars, not huge blocks.
const WIDEST_UNIT: f64 = 24.0;

/// What a row has.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub name: String,
    /// What stands below the name in a quieter ink.
    pub below: String,
    /// How many answers.
    pub count: u64,
    /// The sum of rows that have no room: it has numbers without a bar, which would dwarf the others.
    pub rest: bool,
}

/// A name in lines.
#[derive(Debug)]
pub(super) struct Label {
    name: Vec<String>,
    below: Vec<String>,
}

/// Where the bars begin, how long a bar of one is, and how high.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    pub left: f64,
    pub unit: f64,
    pub bar: f64,
    between: f64,
}

/// Wraps the names and divides the width among them and the bars.
///
/// `before` is the width kept free before the bars; `behind` gives the width that a row needs behind its bar when a unit is
/// so wide.
pub(super) fn lay_out(rows: &[Entry], before: f64, behind: impl Fn(usize, f64) -> f64) -> (Vec<Label>, Columns) {
    // The more rows, the less room for each: the chart should fit a page.
    let (lines, bar, between) = match rows.len() {
        0..=15 => (4, 15.0, 6.5),
        16..=24 => (3, 13.0, 5.5),
        // A name with a line below it needs more white around it than between its lines.
        _ if rows.iter().any(|row| !row.below.is_empty()) => (2, 11.5, 5.5),
        _ => (2, 11.5, 3.8),
    };
    let wrapped = |text: &str, lines| wrap(text, Weight::Regular, SIZE, NAMES * WIDTH, lines);
    let labels: Vec<_> = rows.iter().map(|row| Label { name: wrapped(&row.name, lines), below: wrapped(&row.below, 2) }).collect();
    let all_lines = labels.iter().flat_map(|label| label.name.iter().chain(&label.below));
    let widest = all_lines.map(|line| Weight::Regular.width(line, SIZE)).fold(0.0, f64::max);
    let left = MARGIN + widest + GUTTER + before;
    let room = WIDTH - MARGIN - left;
    let mut unit = WIDEST_UNIT;
    // What stands behind the bars depends on the unit, and the unit on it: three rounds settle it.
    for _ in 0..3 {
        let bars = rows.iter().enumerate().filter(|(_, row)| !row.rest);
        let fitting = bars.map(|(index, row)| (room - behind(index, unit)).max(1.0) / row.count.max(1) as f64);
        unit = fitting.fold(unit, f64::min);
    }
    (labels, Columns { left, unit, bar, between })
}

impl Columns {
    /// Writes a name and gives the top of its bar; moves on to the next row.
    pub(super) fn row(self, sheet: &mut Sheet, label: &Label) -> f64 {
        let line = SIZE * LEADING;
        let text = line * (label.name.len() + label.below.len()) as f64;
        let height = text.max(self.bar);
        let mut middle = sheet.y + (height - text) / 2.0 + line / 2.0;
        let lines = label.name.iter().map(|line| (line, INK)).chain(label.below.iter().map(|line| (line, QUIET)));
        for (text, color) in lines {
            sheet.beside(text, MARGIN, middle, Anchor::Left, Weight::Regular, color);
            middle += line;
        }
        let top = sheet.y + (height - self.bar) / 2.0;
        sheet.y += height + self.between;
        top
    }

    /// The line at zero, from `top` to the last row.
    pub(super) fn zero(self, sheet: &mut Sheet, top: f64) {
        let bottom = sheet.y - self.between + 3.0;
        sheet.line((self.left, top - 3.0), (self.left, bottom), 0.6, EDGE);
    }
}
