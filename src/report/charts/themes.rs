//! How the answers of each theme divide over the classes.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::font::Weight;
use super::rows::{BAR, lay_out};
use super::sheet::{Anchor, Area, DARK, EDGE, INK, LIGHT, MARGIN, PAPER, QUIET, SIZE, Sheet, WIDTH};
use super::{Frame, Language, MAX_ROWS};

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
            Self::External => language.pick("verwezen naar elders", "referred elsewhere"),
            Self::Substantive => language.pick("inhoudelijk", "substantive"),
            Self::Unresolved => language.pick("niet te herleiden", "unresolved"),
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
    fn total(&self) -> u32 {
        SEGMENTS.iter().fold(0, |total, segment| total.saturating_add(segment.count(self)))
    }

    fn add(&mut self, other: &Self) {
        self.substantive = self.substantive.saturating_add(other.substantive);
        self.deferral = self.deferral.saturating_add(other.deferral);
        self.external_reference = self.external_reference.saturating_add(other.external_reference);
        self.unresolved = self.unresolved.saturating_add(other.unresolved);
    }

    /// "3 uitgesteld, 1 verwezen naar elders".
    fn in_words(&self, language: Language) -> String {
        let counts = SEGMENTS
            .iter()
            .filter(|segment| segment.count(self) > 0)
            .map(|segment| format!("{} {}", segment.count(self), segment.name(language)));
        counts.collect::<Vec<_>>().join(", ")
    }
}

/// A chart of the answers per theme: one bar each, as long as its number of answers, divided by class, with counts.
///
/// Themes stand in the order given; themes without answers are left out, and of more than forty those with the fewest
/// answers are summed. None without answers.
pub fn themes(bars: &[Bar], frame: &Frame) -> Option<String> {
    let language = frame.language;
    let mut all = Bar::default();
    bars.iter().for_each(|bar| all.add(bar));
    if all.total() == 0 {
        return None;
    }
    let bars = bounded(bars, language);
    let most = bars.iter().map(Bar::total).max().unwrap_or(1);
    let names: Vec<_> = bars.iter().map(|bar| (bar.label.clone(), String::new())).collect();
    let total_word = language.pick("totaal", "total");
    let (labels, columns) = lay_out(&names, most, Weight::Regular.width(total_word, SIZE) + 10.0);
    let mut sheet = Sheet::new(frame);
    legend(&mut sheet, &all, language);
    let right = WIDTH - MARGIN;
    if bars.len() > 1 {
        sheet.text(total_word, (right, sheet.y - 3.0), Anchor::Right, SIZE, Weight::Regular, QUIET);
    }
    sheet.y += 5.0;
    let top = sheet.y;
    for (bar, label) in bars.iter().zip(&labels) {
        let top = columns.row(&mut sheet, label);
        let mut left = columns.left + 0.6;
        for segment in SEGMENTS.into_iter().filter(|segment| segment.count(bar) > 0) {
            let count = segment.count(bar);
            let width = f64::from(count) * columns.unit;
            segment.draw(&mut sheet, Area { left, top, width: (width - 1.0).max(width / 2.0), height: BAR }, Some(count));
            left += width;
        }
        if bars.len() > 1 {
            sheet.text(&bar.total().to_string(), (right, top + BAR / 2.0 + SIZE * 0.334), Anchor::Right, SIZE, Weight::Regular, QUIET);
        }
    }
    columns.zero(&mut sheet, top);
    sheet.finish("themes", frame, &description(&bars, &all, frame))
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
        let plural = if count == 1 { language.pick("thema", "theme") } else { language.pick("thema’s", "themes") };
        let mut sum = Bar { label: format!("{} {count} {plural}", language.pick("overige", "other")), ..Bar::default() };
        rest.iter().for_each(|index| sum.add(answered[*index]));
        shown.push(sum);
    }
    shown
}

/// One line above the bars: how many answers there are, and how each class is drawn.
fn legend(sheet: &mut Sheet, all: &Bar, language: Language) {
    let size = 10.0;
    sheet.y += 9.0 + size;
    let baseline = sheet.y;
    let mut left = MARGIN;
    let total = format!("{}:", answers(all.total(), language));
    sheet.text(&total, (left, baseline), Anchor::Left, size, Weight::Bold, INK);
    left += Weight::Bold.width(&total, size) + 9.0;
    for segment in SEGMENTS.into_iter().filter(|segment| *segment != Segment::Unresolved || all.unresolved > 0) {
        segment.draw(sheet, Area { left, top: baseline - 8.6, width: 15.0, height: 10.5 }, None);
        let text = format!("{} {}", segment.count(all), segment.name(language));
        sheet.text(&text, (left + 19.0, baseline), Anchor::Left, size, Weight::Regular, INK);
        left += 19.0 + Weight::Regular.width(&text, size) + 11.0;
    }
    sheet.y += 14.0;
}

/// "1 antwoord", "44 antwoorden".
fn answers(count: u32, language: Language) -> String {
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
