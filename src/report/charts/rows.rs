//! Rows of a chart: names at the left, bars at the right.

use super::font::Weight;
use super::sheet::{Anchor, EDGE, INK, LEADING, MARGIN, QUIET, SIZE, Sheet, WIDTH};
use super::wrap::wrap;

/// Height of a bar.
pub(super) const BAR: f64 = 15.0;

/// White between two rows.
const BETWEEN: f64 = 6.5;

/// White between a name and its bar.
const GUTTER: f64 = 10.0;

/// The part of the width that names have at most.
const NAMES: f64 = 0.42;

/// A unit is never wider: few answers make short bars, not huge blocks.
const WIDEST_UNIT: f64 = 24.0;

/// A name, and what stands below it in a quieter ink.
#[derive(Debug)]
pub(super) struct Label {
    name: Vec<String>,
    below: Vec<String>,
}

/// Where the names end and the bars begin, and how long a bar of one is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    pub left: f64,
    pub unit: f64,
}

/// Wraps the names (with what stands below them) and divides the width among them and bars of at most `most` units;
/// `after` is kept free behind the bars.
pub(super) fn lay_out(names: &[(String, String)], most: u32, after: f64) -> (Vec<Label>, Columns) {
    let widest = names.iter().flat_map(|(name, below)| [name, below]).map(|text| Weight::Regular.width(text, SIZE)).fold(0.0, f64::max);
    let column = widest.min(NAMES * WIDTH) + 0.5;
    // The more rows, the fewer lines each: the chart should fit a page.
    let lines = match names.len() {
        0..=15 => 4,
        16..=25 => 3,
        _ => 2,
    };
    let labels = names.iter().map(|(name, below)| Label {
        name: wrap(name, Weight::Regular, SIZE, column, lines),
        below: wrap(below, Weight::Regular, SIZE, column, 2),
    });
    let left = MARGIN + column + GUTTER;
    let room = WIDTH - MARGIN - after - left;
    (labels.collect(), Columns { left, unit: (room / f64::from(most.max(1))).min(WIDEST_UNIT) })
}

impl Columns {
    /// Writes a name and gives the top of its bar; moves on to the next row.
    pub(super) fn row(self, sheet: &mut Sheet, label: &Label) -> f64 {
        let line = SIZE * LEADING;
        let text = line * (label.name.len() + label.below.len()) as f64;
        let height = text.max(BAR);
        let mut baseline = sheet.y + (height - text) / 2.0 + line * 0.5 + SIZE * 0.334;
        let lines = label.name.iter().map(|line| (line, INK)).chain(label.below.iter().map(|line| (line, QUIET)));
        for (text, color) in lines {
            sheet.text(text, (MARGIN, baseline), Anchor::Left, SIZE, Weight::Regular, color);
            baseline += line;
        }
        let top = sheet.y + (height - BAR) / 2.0;
        sheet.y += height + BETWEEN;
        top
    }

    /// The line at zero, from `top` to the last row.
    pub(super) fn zero(self, sheet: &mut Sheet, top: f64) {
        let bottom = sheet.y - BETWEEN + 3.0;
        sheet.line((self.left, top - 3.0), (self.left, bottom), 0.6, EDGE);
    }
}
