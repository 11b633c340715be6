//! How the answers of each theme divide over the classes.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::figure::Figure;
use super::font::Weight;
use super::rows::{Entry, lay_out};
use super::sheet::{Anchor, Area, DARK, EDGE, INK, LIGHT, MARGIN, PAPER, QUIET, SIZE, Sheet, WIDTH};
use super::{Frame, Language, MAX_ROWS};

/// The name of the chart.
const NAME: &str = "classes";

/// Size of the text above the bars.
const LEGEND: f64 = 9.5;

/// Width of a sample in the legend.
const SWATCH: f64 = 13.0;

/// White between a total and its bar.
const GAP: f64 = 6.0;

/// The answers of one theme by class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// The theme; empty for answers without one.
    pub label: String,
    /// Answered in the letter itself.
    pub substantive: u32,
    /// Put off.
    pub deferral: u32,
    /// Referred elsewhere.
    pub external_reference: u32,
    /// Pointing at an answer that is missing or points back.
    pub unresolved: u32,
}

/// A class as the chart draws it, in the order of the bar: what waits begins at zero, so that it can be compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Segment {
    Deferral,
    External,
    Substantive,
    Unresolved,
}

const SEGMENTS: [Segment; 4] = [Segment::Deferral, Segment::External, Segment::Substantive, Segment::Unresolved];

impl Segment {
    const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Deferral => language.pick("uitgesteld", "deferred"),
            Self::External => language.pick("doorverwezen", "referred"),
            Self::Substantive => language.pick("inhoudelijk", "substantive"),
            Self::Unresolved => language.pick("onherleidbaar", "unresolved"),
        }
    }

    const fn count(self, bar: &Bar) -> u32 {
        match self {
            Self::Deferral => bar.deferral,
            Self::External => bar.external_reference,
            Self::Substantive => bar.substantive,
            Self::Unresolved => bar.unresolved,
        }
    }

    /// Draws the area, with the number in it if there is one.
    fn draw(self, sheet: &mut Sheet, area: Area, number: Option<u32>) {
        match self {
            Self::Deferral => sheet.fill(area, DARK),
            Self::External => {
                sheet.hatch(area, 4.2, 1.1, DARK);
                sheet.outline(area, 0.8, DARK, 0.0);
            }
            Self::Substantive => {
                sheet.fill(area, LIGHT);
                sheet.outline(area, 0.6, EDGE, 0.0);
            }
            Self::Unresolved => sheet.outline(area, 0.9, INK, 2.2),
        }
        if let Some(number) = number {
            let (color, plate) = match self {
                Self::Deferral => (PAPER, None),
                Self::External => (INK, Some(PAPER)),
                Self::Substantive | Self::Unresolved => (INK, None),
            };
            sheet.number(number, area, color, plate);
        }
    }
}

impl Bar {
    fn total(&self) -> u64 {
        self.parts().map(|(_, count)| u64::from(count)).sum()
    }

    /// The classes that it has, in order.
    fn parts(&self) -> impl Iterator<Item = (Segment, u32)> {
        SEGMENTS.into_iter().map(|segment| (segment, segment.count(self))).filter(|(_, count)| *count > 0)
    }

    /// Whether every number fits its part of the bar.
    fn holds_numbers(&self, unit: f64) -> bool {
        self.parts().all(|(_, count)| Weight::Bold.width(&count.to_string(), SIZE) + 4.0 <= f64::from(count) * unit)
    }

    /// Its numbers in order, for where they do not fit.
    fn numbers(&self) -> String {
        self.parts().map(|(_, count)| count.to_string()).collect::<Vec<_>>().join(" · ")
    }

    fn add(&mut self, other: &Self) {
        self.substantive = self.substantive.saturating_add(other.substantive);
        self.deferral = self.deferral.saturating_add(other.deferral);
        self.external_reference = self.external_reference.saturating_add(other.external_reference);
        self.unresolved = self.unresolved.saturating_add(other.unresolved);
    }

    /// "3 uitgesteld, 1 doorverwezen".
    fn in_words(&self, language: Language) -> String {
        let counts = self.parts().map(|(segment, count)| format!("{count} {}", segment.name(language)));
        counts.collect::<Vec<_>>().join(", ")
    }
}

/// A chart of the answers per theme: one bar each, as long as its number of answers, divided by class, with counts.
///
/// Themes stand in the order given; themes without answers are left out, and of more than forty those with the fewest
/// answers are summed. Without answers there is no chart.
///
/// # Example: the chart can be read aloud
/// ```
/// use antwoordmeter::report::charts::{Bar, Frame, themes};
/// let bar = |label: &str, substantive, deferral| Bar { label: label.to_owned(), substantive, deferral, ..Bar::default() };
/// let figure = themes(&[bar("Afval", 3, 1), bar("Groen", 0, 2)], &Frame::default());
/// assert!(figure.chart().unwrap().description.contains("Afval: 4 antwoorden (1 uitgesteld, 3 inhoudelijk)."));
/// ```
pub fn themes(bars: &[Bar], frame: &Frame) -> Figure {
    let language = frame.language;
    let mut all = Bar::default();
    for bar in bars {
        all.add(bar);
    }
    if all.total() == 0 {
        return Figure::Omitted { name: NAME, reason: language.pick("Er zijn geen antwoorden.", "There are no answers.").to_owned() };
    }
    let bars = bounded(bars, language);
    let several = bars.len() > 1;
    let total_word = language.pick("totaal", "total");
    let totals = bars.iter().map(|bar| bar.total().to_string()).chain([total_word.to_owned()]);
    let widest = totals.map(|total| Weight::Regular.width(&total, SIZE)).fold(0.0, f64::max);
    let before = if several { widest + GAP } else { 0.0 };
    let entry =
        |(index, bar): (usize, &Bar)| Entry { name: bar.label.clone(), below: String::new(), count: bar.total(), rest: index >= MAX_ROWS };
    let entries: Vec<_> = bars.iter().enumerate().map(entry).collect();
    let (labels, columns) = lay_out(&entries, before, |row, unit| behind(&bars[row], unit));
    let mut sheet = Sheet::new(frame);
    legend(&mut sheet, &all, language);
    if several {
        sheet.beside(total_word, columns.left - GAP, sheet.y + SIZE / 2.0, Anchor::Right, Weight::Regular, QUIET);
        sheet.y += SIZE + 6.0;
    }
    let top = sheet.y;
    for ((bar, label), entry) in bars.iter().zip(&labels).zip(&entries) {
        let top = columns.row(&mut sheet, label);
        let middle = top + columns.bar / 2.0;
        let inside = !entry.rest && bar.holds_numbers(columns.unit);
        let mut left = columns.left + 0.6;
        for (segment, count) in bar.parts().filter(|_| !entry.rest) {
            let width = f64::from(count) * columns.unit;
            let area = Area { left, top, width: (width - 1.0).max(width / 2.0), height: columns.bar };
            segment.draw(&mut sheet, area, inside.then_some(count));
            left += width;
        }
        if !inside {
            sheet.beside(&bar.numbers(), left + GAP, middle, Anchor::Left, Weight::Bold, INK);
        }
        if several {
            sheet.beside(&bar.total().to_string(), columns.left - GAP, middle, Anchor::Right, Weight::Regular, QUIET);
        }
    }
    columns.zero(&mut sheet, top);
    sheet.finish(NAME, frame, description(&bars, &all, frame))
}

/// The width that the numbers of a bar need behind it.
fn behind(bar: &Bar, unit: f64) -> f64 {
    if bar.holds_numbers(unit) { 0.0 } else { GAP + 1.0 + Weight::Bold.width(&bar.numbers(), SIZE) }
}

/// The themes that have answers, at most forty of them, with names for those that have none.
fn bounded(bars: &[Bar], language: Language) -> Vec<Bar> {
    let answered: Vec<_> = bars.iter().filter(|bar| bar.total() > 0).collect();
    let mut largest: Vec<_> = (0..answered.len()).collect();
    largest.sort_by_key(|index| (Reverse(answered[*index].total()), *index));
    let mut kept = largest.iter().take(MAX_ROWS).copied().collect::<Vec<_>>();
    kept.sort_unstable();
    let unnamed =
        if answered.len() == 1 { language.pick("alle antwoorden", "all answers") } else { language.pick("(zonder thema)", "(no theme)") };
    let mut shown: Vec<_> = kept.into_iter().map(|index| answered[index].clone()).collect();
    for bar in &mut shown {
        if bar.label.trim().is_empty() {
            unnamed.clone_into(&mut bar.label);
        }
    }
    let rest = largest.get(MAX_ROWS..).unwrap_or_default();
    if !rest.is_empty() {
        let count = rest.len();
        // Themes or letters, so neither word.
        let mut sum =
            Bar { label: format!("{} {count} {}", language.pick("en", "and"), language.pick("andere", "others")), ..Bar::default() };
        for index in rest {
            sum.add(answered[*index]);
        }
        shown.push(sum);
    }
    shown
}

/// Above the bars: how many answers there are, and how each class is drawn.
fn legend(sheet: &mut Sheet, all: &Bar, language: Language) {
    sheet.y += 9.0 + LEGEND;
    let total = format!("{}:", answers(all.total(), language));
    sheet.text(&total, (MARGIN, sheet.y), Anchor::Left, LEGEND, Weight::Bold, INK);
    let first = MARGIN + Weight::Bold.width(&total, LEGEND) + 8.0;
    let mut left = first;
    for segment in SEGMENTS.into_iter().filter(|segment| *segment != Segment::Unresolved || all.unresolved > 0) {
        let text = format!("{} {}", segment.count(all), segment.name(language));
        let width = SWATCH + 4.0 + Weight::Regular.width(&text, LEGEND);
        if left > first && left + width > WIDTH - MARGIN {
            left = first;
            sheet.y += LEGEND * 1.5;
        }
        segment.draw(sheet, Area { left, top: sheet.y - 8.2, width: SWATCH, height: 10.0 }, None);
        sheet.text(&text, (left + SWATCH + 4.0, sheet.y), Anchor::Left, LEGEND, Weight::Regular, INK);
        left += width + 10.0;
    }
    sheet.y += 10.0;
}

/// "1 antwoord", "44 antwoorden".
fn answers(count: u64, language: Language) -> String {
    let word = if count == 1 { language.pick("antwoord", "answer") } else { language.pick("antwoorden", "answers") };
    format!("{count} {word}")
}

/// The chart in words.
fn description(bars: &[Bar], all: &Bar, frame: &Frame) -> String {
    let language = frame.language;
    let mut text = format!("{}: {}.", answers(all.total(), language), all.in_words(language));
    for bar in bars {
        let _ = write!(text, " {}: {} ({}).", bar.label.trim(), answers(bar.total(), language), bar.in_words(language));
    }
    let _ = write!(text, " {}", frame.source_line);
    text
}
