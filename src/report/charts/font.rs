//! The one font of the charts: how wide its characters are, and which it has.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, LazyLock};

use plotters::style::{FontStyle, register_font};
use resvg::usvg::fontdb::Database;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Its name, for plotters and in the SVG.
pub(super) const FAMILY: &str = "Atkinson Hyperlegible Next";

/// What stands for a character that the font lacks; it lacks this one too, and draws its empty box.
const MISSING: char = '□';

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext_400Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext_700Bold.ttf");

/// A weight of the font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

impl Weight {
    fn widths(self) -> &'static Widths {
        static FACES: LazyLock<[Widths; 2]> = LazyLock::new(|| [REGULAR, BOLD].map(|font| Widths::of(font).unwrap_or_default()));
        match self {
            Self::Regular => &FACES[0],
            Self::Bold => &FACES[1],
        }
    }

    /// Width of `text` at `size`, in the unit of `size`; without kerning, so a little too wide rather than too narrow.
    pub(super) fn width(self, text: &str, size: f64) -> f64 {
        let widths = self.widths();
        text.chars().map(|c| widths.of_char(c)).sum::<f64>() * size
    }
}

/// Text that the font can show: composed, on one line, with a box for each character that the font lacks.
pub(super) fn shown(text: &str) -> String {
    let known = &Weight::Regular.widths().chars;
    let mut shown = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            c if c.is_whitespace() || c.is_control() => {
                if !shown.ends_with(' ') {
                    shown.push(' ');
                }
            }
            c if is_combining_mark(c) || is_invisible(c) => {}
            c if known.contains_key(&c) => shown.push(c),
            _ => shown.push(MISSING),
        }
    }
    shown.trim().to_owned()
}

/// The characters of `text`, each once and in order, for which [`shown`] has a box or nothing.
pub(super) fn missing(text: &str) -> String {
    let known = &Weight::Regular.widths().chars;
    let lacks = |c: &char| !(c.is_whitespace() || c.is_control() || is_invisible(*c) || known.contains_key(c) && !is_combining_mark(*c));
    text.nfc().filter(lacks).collect::<BTreeSet<char>>().into_iter().collect()
}

/// Marks that change the character before them or the direction of writing, and have no shape of their own.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// The font for the renderer: only this one, so that a machine's own fonts change nothing.
pub(super) fn database() -> Arc<Database> {
    static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut database = Database::new();
        database.load_font_data(REGULAR.to_vec());
        database.load_font_data(BOLD.to_vec());
        Arc::new(database)
    });
    Arc::clone(&DATABASE)
}

/// Makes the font known to plotters, which asks for it by name.
pub(super) fn register() {
    static REGISTERED: LazyLock<()> = LazyLock::new(|| {
        let _ = register_font(FAMILY, FontStyle::Normal, REGULAR);
        let _ = register_font(FAMILY, FontStyle::Bold, BOLD);
    });
    LazyLock::force(&REGISTERED);
}

/// The widths of a font's characters, in em.
#[derive(Debug, Default)]
struct Widths {
    chars: HashMap<char, f64>,
    /// Width of the box for a missing character.
    missing: f64,
}

impl Widths {
    fn of_char(&self, c: char) -> f64 {
        self.chars.get(&c).copied().unwrap_or(self.missing)
    }

    fn of(font: &[u8]) -> Option<Self> {
        let font = FontRef::new(font).ok()?;
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let width = |glyph| metrics.advance_width(glyph).map(f64::from);
        let chars = font.charmap().mappings().filter_map(|(code, glyph)| Some((char::from_u32(code)?, width(glyph)?)));
        Some(Self { chars: chars.collect(), missing: width(GlyphId::NOTDEF)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_has_no_boxes() {
        let text = "Zoë’s reünie: € 5 – vóór ½ juli … “één” §3, à 10 °C, crème ĳ";
        assert_eq!(shown(text).replace('ĳ', "ij"), text.replace('ĳ', "ij"));
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
        assert_eq!(missing(text), "");
        assert_eq!(missing("🙂 e\u{301} x\u{303} ש 🙂\u{200D}"), "\u{303}ש🙂");
    }

    #[test]
    fn widths_are_those_of_the_font() {
        let (regular, bold) = (Weight::Regular.width("Groenvoorziening", 10.0), Weight::Bold.width("Groenvoorziening", 10.0));
        assert!(regular > 60.0 && regular < bold && bold < 110.0, "{regular} {bold}");
        assert!(Weight::Regular.width("iiii", 10.0) < Weight::Regular.width("mmmm", 10.0));
        assert!(Weight::Regular.width("□", 10.0) > 1.0);
    }
}
