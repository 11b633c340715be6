//! Texts as outlines: each glyph is drawn once, and every text points at its glyphs.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use plotters::style::RGBColor;

use super::font::{Glyph, Weight};

/// A text on a sheet, with the left end of its baseline.
#[derive(Clone, Debug)]
pub(super) struct Lettering {
    pub text: String,
    pub at: (f64, f64),
    pub size: f64,
    pub weight: Weight,
    pub color: RGBColor,
}

/// The glyphs of texts and the texts, in an SVG of `units` to the point; `prefix` begins the ids of the glyphs.
///
/// `xlink:href` is what every reader of SVG understands, word processors as well.
pub(super) fn written(texts: &[Lettering], units: f64, prefix: &str) -> String {
    let mut used: BTreeSet<(Weight, u32)> = BTreeSet::new();
    let mut svg = String::new();
    for text in texts {
        let scale = text.size * units / text.weight.units();
        let RGBColor(red, green, blue) = text.color;
        let (x, y) = ((text.at.0 * units).round(), (text.at.1 * units).round());
        let _ = write!(
            svg,
            "<g fill=\"#{red:02x}{green:02x}{blue:02x}\" transform=\"translate({x} {y})scale({})\">",
            (scale * 1e5).round() / 1e5
        );
        for Glyph { id, x, y } in text.weight.shaped(&text.text).0 {
            if used.contains(&(text.weight, id)) || !text.weight.outline(id).is_empty() {
                used.insert((text.weight, id));
                let _ = write!(svg, "<use xlink:href=\"#{}\"", name(prefix, text.weight, id));
                if x != 0 {
                    let _ = write!(svg, " x=\"{x}\"");
                }
                if y != 0 {
                    let _ = write!(svg, " y=\"{y}\"");
                }
                svg.push_str("/>");
            }
        }
        svg.push_str("</g>");
    }
    let mut glyphs = String::from("<defs>");
    for (weight, id) in used {
        let _ = write!(glyphs, "<path id=\"{}\" d=\"{}\"/>", name(prefix, weight, id), weight.outline(id));
    }
    glyphs + "</defs>" + &svg
}

/// The id of a glyph: the same glyph has the same one, so that even equal prefixes do no harm.
fn name(prefix: &str, weight: Weight, glyph: u32) -> String {
    let weight = match weight {
        Weight::Regular => 'r',
        Weight::Bold => 'b',
    };
    format!("{prefix}{weight}{glyph:x}")
}
