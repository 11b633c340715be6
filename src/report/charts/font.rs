//! The one font of the charts: how wide its characters are, and which it has.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, LazyLock};

use plotters::style::{FontStyle, register_font};
use resvg::usvg::fontdb::Database;
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
    let lacks = |c: &char| !(c.is_whitespace() || c.is_control() || is_invisible(*c) || known.contains_key(c));
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

    /// Reads the tables `cmap` (format 4) and `hmtx` of a TrueType font.
    fn of(font: &[u8]) -> Option<Self> {
        let units = f64::from(short(table(font, *b"head")?, 18)?);
        let metrics = usize::from(short(table(font, *b"hhea")?, 34)?);
        let advances = table(font, *b"hmtx")?;
        let width = |glyph: u16| {
            let index = usize::from(glyph).min(metrics.saturating_sub(1));
            short(advances, index * 4).map(|width| f64::from(width) / units)
        };
        let map = table(font, *b"cmap")?;
        let map = map.get(long(map, 8)?..)?;
        let segments = usize::from(short(map, 6)?) / 2;
        let mut chars = HashMap::new();
        for segment in 0..segments {
            let at = |column: usize| short(map, 14 + 2 * (column * segments + segment) + 2 * usize::from(column > 0));
            let (end, start, delta, offset) = (at(0)?, at(1)?, at(2)?, at(3)?);
            for code in start..=end {
                let glyph = if offset == 0 {
                    code.wrapping_add(delta)
                } else {
                    let place = 16 + 2 * (3 * segments + segment) + usize::from(offset) + 2 * usize::from(code - start);
                    short(map, place).map_or(0, |glyph| if glyph == 0 { 0 } else { glyph.wrapping_add(delta) })
                };
                if let (Some(c), Some(width), true) = (char::from_u32(u32::from(code)), width(glyph), glyph != 0) {
                    chars.insert(c, width);
                }
            }
        }
        Some(Self { chars, missing: width(0)? })
    }
}

/// A table of a TrueType font.
fn table(font: &[u8], tag: [u8; 4]) -> Option<&[u8]> {
    let tables = usize::from(short(font, 4)?);
    let entry = (0..tables).map(|index| 12 + 16 * index).find(|at| font.get(*at..at + 4) == Some(&tag))?;
    let (from, length) = (long(font, entry + 8)?, long(font, entry + 12)?);
    font.get(from..from + length)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let number = bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)?;
    usize::try_from(number).ok()
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
