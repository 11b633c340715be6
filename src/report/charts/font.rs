//! The one font of the charts: which characters it has, how wide its texts are, and the outlines of its glyphs.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::tiny_skia::{Path, PathBuilder};
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use unicode_normalization::UnicodeNormalization;

/// What stands for a character that the font lacks; it lacks this one too, and draws its empty box.
const MISSING: char = '□';

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext_400Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext_700Bold.ttf");

/// A weight of the font.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// A glyph of a text, with its place in units of the font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub id: u32,
    pub x: i32,
    pub y: i32,
}

/// The font in one weight, with what shaping asks of it.
struct Face {
    font: FontRef<'static>,
    shaper: ShaperData,
    /// Units in an em.
    units: f64,
}

impl Face {
    fn of(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let shaper = ShaperData::new(&font);
        let units = f64::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        Some(Self { font, shaper, units })
    }
}

impl Weight {
    fn face(self) -> Option<&'static Face> {
        // The fonts are part of the program, and a test reads them.
        static FACES: LazyLock<[Option<Face>; 2]> = LazyLock::new(|| [REGULAR, BOLD].map(Face::of));
        match self {
            Self::Regular => FACES[0].as_ref(),
            Self::Bold => FACES[1].as_ref(),
        }
    }

    /// Units in an em.
    pub(super) fn units(self) -> f64 {
        self.face().map_or(1.0, |face| face.units)
    }

    /// Width of `text` at `size`, in the unit of `size`.
    pub(super) fn width(self, text: &str, size: f64) -> f64 {
        f64::from(self.shaped(text).1) * size / self.units()
    }

    /// The glyphs of a text, with kerning, and its width in units of the font.
    pub(super) fn shaped(self, text: &str) -> (Vec<Glyph>, i32) {
        let Some(face) = self.face() else { return (Vec::new(), 0) };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = face.shaper.shaper(&face.font).build().shape(buffer, ShapeOptions::default());
        let mut x = 0;
        let placed = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).map(|(info, position)| {
            let glyph = Glyph { id: info.glyph_id, x: x + position.x_offset, y: -position.y_offset };
            x += position.x_advance;
            glyph
        });
        (placed.collect(), x)
    }

    /// The outline of a glyph, in units of the font.
    pub(super) fn outline(self, glyph: u32) -> Outline {
        let mut pen = Pen::default();
        let outlines = self.face().map(|face| face.font.outline_glyphs());
        if let Some(outline) = outlines.and_then(|outlines| outlines.get(skrifa::GlyphId::new(glyph))) {
            // What a font that is not damaged never refuses.
            drop(outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen));
        }
        Outline { text: pen.text, path: pen.path.finish() }
    }

    fn has(self, c: char) -> bool {
        self.face().is_some_and(|face| face.font.charmap().map(c).is_some())
    }
}

/// The outline of a glyph.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Outline {
    /// As the path of an SVG, relative to its own points, which takes half the room; empty for a blank.
    pub text: String,
    /// The same path to be drawn; nothing for a blank.
    pub path: Option<Path>,
}

/// Draws an outline.
#[derive(Default)]
struct Pen {
    text: String,
    path: PathBuilder,
    at: (i32, i32),
    start: (i32, i32),
}

impl Pen {
    fn push(&mut self, command: char, points: &[(f32, f32)]) {
        self.text.push(command);
        let mut last = self.at;
        for (place, (x, y)) in points.iter().enumerate() {
            // In a font y goes up.
            last = (x.round() as i32, -y.round() as i32);
            for (part, number) in [last.0 - self.at.0, last.1 - self.at.1].into_iter().enumerate() {
                if number >= 0 && place + part > 0 {
                    self.text.push(' ');
                }
                let _ = write!(self.text, "{number}");
            }
        }
        self.at = last;
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.push('m', &[(x, y)]);
        self.path.move_to(x.round(), -y.round());
        self.start = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push('l', &[(x, y)]);
        self.path.line_to(x.round(), -y.round());
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.push('q', &[(cx, cy), (x, y)]);
        self.path.quad_to(cx.round(), -cy.round(), x.round(), -y.round());
    }

    fn curve_to(&mut self, cx: f32, cy: f32, dx: f32, dy: f32, x: f32, y: f32) {
        self.push('c', &[(cx, cy), (dx, dy), (x, y)]);
        self.path.cubic_to(cx.round(), -cy.round(), dx.round(), -dy.round(), x.round(), -y.round());
    }

    fn close(&mut self) {
        self.text.push('z');
        self.path.close();
        self.at = self.start;
    }
}

/// Text that the font can show: composed, on one line, with a box for each character that the font lacks.
pub(super) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            c if c.is_whitespace() || c.is_control() => {
                if !shown.ends_with(' ') {
                    shown.push(' ');
                }
            }
            c if is_invisible(c) => {}
            c if Weight::Regular.has(c) => shown.push(c),
            _ => shown.push(MISSING),
        }
    }
    shown.trim().to_owned()
}

/// The characters of `text`, each once and in order, for which [`shown`] has a box.
pub(super) fn missing(text: &str) -> BTreeSet<char> {
    let lacks = |c: &char| !(c.is_whitespace() || c.is_control() || is_invisible(*c) || Weight::Regular.has(*c));
    text.nfc().filter(lacks).collect()
}

/// Marks that change the character before them or the direction of writing, and have no shape of their own.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_has_no_boxes() {
        let text = "Zoë’s reünie: € 5 – vóór ½ juli … “één” §3, à 10 °C, crème ĳ";
        assert_eq!(shown(text), text);
        let table = [
            ("a\n b\tc", "a b c"),
            ("e\u{301}e\u{300}n", "éèn"),
            ("🙂 ja", "□ ja"),
            ("שלום", "□□□□"),
            ("\u{0}\u{7}x", "x"),
            ("a\u{A0}b", "a b"),
            ("x\u{200D}\u{FE0F}", "x"),
        ];
        let wrong: Vec<_> = table.iter().filter(|(given, expected)| shown(given) != *expected).map(|(given, _)| shown(given)).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert!(missing(text).is_empty());
        assert_eq!(missing("🙂 e\u{301} ש 🙂\u{200D}").into_iter().collect::<String>(), "ש🙂");
    }

    #[test]
    fn widths_are_those_of_the_font() {
        let (regular, bold) = (Weight::Regular.width("Groenvoorziening", 10.0), Weight::Bold.width("Groenvoorziening", 10.0));
        assert!(regular > 60.0 && regular < bold && bold < 110.0, "{regular} {bold}");
        assert!(Weight::Regular.width("iiii", 10.0) < Weight::Regular.width("mmmm", 10.0));
        assert!(Weight::Regular.width("□", 10.0) > 1.0);
    }

    #[test]
    fn outlines_are_whole() {
        let (glyphs, _) = Weight::Bold.shaped("i □");
        let outlines: Vec<_> = glyphs.iter().map(|glyph| Weight::Bold.outline(glyph.id).text).collect();
        assert!(outlines[1].is_empty());
        for outline in [&outlines[0], &outlines[2]] {
            assert!(outline.starts_with('m') && outline.ends_with('z'), "{outline}");
        }
        assert_eq!(outlines[0].matches('m').count(), 2, "the dot and the stem of an i");
        assert_eq!(Weight::Bold.outline(u32::MAX), Outline { text: String::new(), path: None });
    }
}
