//! Texts as outlines: each glyph is drawn once, and every text points at its glyphs.
//!
//! Chosen: the charts show outlines that point at glyphs drawn once (`xlink:href`). Why: a third of the size of whole outlines, no font
//! needed by whoever opens the file, and word processors read it. Rejected: a path a text; `<text>` with an embedded font.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use plotters::style::RGBColor;
use resvg::tiny_skia::{FillRule, Paint, PixmapMut, Transform};

use super::font::{Glyph, Outline, Weight};

/// A text on a sheet, in units of its SVG.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lettering {
    pub glyphs: Vec<Glyph>,
    pub weight: Weight,
    pub color: RGBColor,
    /// The left end of its baseline.
    pub at: (f64, f64),
    /// Of a unit of the font.
    pub scale: f64,
}

/// The texts of a sheet, with the outlines of their glyphs.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Texts {
    list: Vec<Lettering>,
    outlines: BTreeMap<(Weight, u32), Outline>,
}

impl Texts {
    pub fn new(list: Vec<Lettering>) -> Self {
        let mut outlines = BTreeMap::new();
        for text in &list {
            for Glyph { id, .. } in &text.glyphs {
                outlines.entry((text.weight, *id)).or_insert_with(|| text.weight.outline(*id));
            }
        }
        outlines.retain(|_, outline| !outline.text.is_empty());
        Self { list, outlines }
    }

    /// The outlines and then the texts, in SVG; `prefix` begins the ids of the glyphs.
    ///
    /// `xlink:href` is what every reader of SVG understands, word processors as well.
    pub fn written(&self, prefix: &str) -> String {
        let mut svg = String::from("<defs>");
        for ((weight, id), outline) in &self.outlines {
            let _ = write!(svg, "<path id=\"{}\" d=\"{}\"/>", name(prefix, *weight, *id), outline.text);
        }
        svg.push_str("</defs>");
        for Lettering { glyphs, weight, color: RGBColor(red, green, blue), at: (x, y), scale } in &self.list {
            let _ = write!(svg, "<g fill=\"#{red:02x}{green:02x}{blue:02x}\" transform=\"translate({x} {y})scale({scale})\">");
            for Glyph { id, x, y } in glyphs.iter().filter(|glyph| self.outlines.contains_key(&(*weight, glyph.id))) {
                let _ = write!(svg, "<use xlink:href=\"#{}\"", name(prefix, *weight, *id));
                if *x != 0 {
                    let _ = write!(svg, " x=\"{x}\"");
                }
                if *y != 0 {
                    let _ = write!(svg, " y=\"{y}\"");
                }
                svg.push_str("/>");
            }
            svg.push_str("</g>");
        }
        svg
    }

    /// Draws the texts as a reader of that SVG does, dot by dot; `transform` leads from its units to dots.
    ///
    /// Such a reader takes each outline from its text anew for each glyph that points at it, which costs a quarter of the picture.
    pub fn paint(&self, transform: Transform, pixels: &mut PixmapMut<'_>) {
        for Lettering { glyphs, weight, color: RGBColor(red, green, blue), at: (x, y), scale } in &self.list {
            let mut paint = Paint::default();
            paint.set_color_rgba8(*red, *green, *blue, u8::MAX);
            let text = transform.pre_concat(Transform::from_row(*scale as f32, 0.0, 0.0, *scale as f32, *x as f32, *y as f32));
            for Glyph { id, x, y } in glyphs {
                if let Some(path) = self.outlines.get(&(*weight, *id)).and_then(|outline| outline.path.as_ref()) {
                    pixels.fill_path(path, &paint, FillRule::Winding, text.pre_translate(*x as f32, *y as f32), None);
                }
            }
        }
    }
}

/// The id of a glyph: the same glyph has the same one, so that even equal prefixes do no harm.
fn name(prefix: &str, weight: Weight, glyph: u32) -> String {
    let weight = match weight {
        Weight::Regular => 'r',
        Weight::Bold => 'b',
    };
    format!("{prefix}{weight}{glyph:x}")
}
