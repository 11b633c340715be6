//! How each class is drawn: a black-and-white copy keeps the order.

use super::super::Language;
use super::font::Weight;
use super::sheet::Anchor;
use super::sheet::{Area, DARK, EDGE, INK, LEGEND, LIGHT, MARGIN, PAPER, QUIET, SIZE, Sheet, WIDTH};
use super::words::number;

/// What an answer does, as the charts show it, in the order of a bar: what waits begins at zero, so that it can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Texture {
    /// Put off: dark and solid.
    Deferral,
    /// Referred elsewhere: hatched.
    External,
    /// Answered in the letter itself: light.
    Substantive,
    /// Pointing at an answer that is missing or points back: a dashed outline.
    Unresolved,
    /// Without an answer: nothing but a thin line.
    Unanswered,
}

/// Width of a sample in the legend.
const SWATCH: f64 = 13.0;

impl Texture {
    /// All, in the order of a bar.
    pub(super) const ALL: [Self; 5] = [Self::Deferral, Self::External, Self::Substantive, Self::Unresolved, Self::Unanswered];

    /// "uitgesteld".
    pub(super) const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Deferral => language.pick("uitgesteld", "deferred"),
            Self::External => language.pick("doorverwezen", "referred elsewhere"),
            Self::Substantive => language.pick("inhoudelijk", "substantive"),
            Self::Unresolved => language.pick("onherleidbaar", "unresolved"),
            Self::Unanswered => language.pick("onbeantwoord", "unanswered"),
        }
    }

    /// Draws an area with `text` in it.
    pub(super) fn draw(self, sheet: &mut Sheet, area: Area, text: &str) {
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
            Self::Unanswered => {
                let bottom = area.top + area.height - 0.3;
                sheet.line((area.left, bottom), (area.left + area.width, bottom), 0.6, EDGE);
            }
        }
        let (color, plate) = match self {
            Self::Deferral => (PAPER, None),
            Self::External => (INK, Some(PAPER)),
            Self::Substantive | Self::Unresolved => (INK, None),
            Self::Unanswered => (QUIET, None),
        };
        sheet.within(text, area, color, plate);
    }
}

/// How each class is drawn and how many answers are of it, in as many lines as it takes.
pub(super) fn legend(sheet: &mut Sheet, counts: impl IntoIterator<Item = (Texture, u64)>, language: Language) {
    sheet.y += 9.0 + LEGEND;
    let mut left = MARGIN;
    for (texture, count) in counts {
        let text = format!("{} {}", number(count, language), texture.name(language));
        let width = SWATCH + 4.0 + Weight::Regular.width(&text, LEGEND);
        if left > MARGIN && left + width > WIDTH - MARGIN {
            left = MARGIN;
            sheet.y += LEGEND * 1.5;
        }
        texture.draw(sheet, Area { left, top: sheet.y - 8.2, width: SWATCH, height: 10.0 }, "");
        sheet.text(&text, (left + SWATCH + 4.0, sheet.y), Anchor::Left, SIZE, Weight::Regular, INK);
        left += width + 14.0;
    }
    sheet.y += 10.0;
}
