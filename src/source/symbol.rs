//! Signs of the symbol fonts, which stand in a file as numbers without a meaning of their own.

/// Places in the symbol fonts and the signs that stand there.
const WINGDINGS: &[(u32, char)] = &[
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '☐'),
    (0x71, '☐'),
    (0x72, '☐'),
    (0x78, '☒'),
    (0xA1, '○'),
    (0xA3, '○'),
    (0xA8, '☐'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE8, '→'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
];
const WINGDINGS_2: &[(u32, char)] =
    &[(0x2A, '☐'), (0x30, '☐'), (0x4F, '✗'), (0x50, '✓'), (0x51, '☒'), (0x52, '☑'), (0x53, '☒'), (0x54, '☒'), (0xA3, '☐')];
const SYMBOL: &[(u32, char)] = &[
    (0x2D, '−'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x6D, 'μ'),
    (0x70, 'π'),
    (0x73, 'σ'),
    (0x44, 'Δ'),
    (0x53, 'Σ'),
    (0xA0, '€'),
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xAC, '←'),
    (0xAE, '→'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB9, '≠'),
    (0xBB, '≈'),
    (0xDE, '⇒'),
];

/// The sign at place `code` of `font`; a bullet where neither tells which it is.
pub(super) fn symbol(font: &str, code: u32) -> char {
    // Word adds 0xF000 to the place, into the range that Unicode keeps free for private use.
    let private = (0xE000..=0xF8FF).contains(&code);
    let place = if code & 0xFF00 == 0xF000 { code & 0xFF } else { code };
    let Some(signs) = signs(font) else {
        return if private { '•' } else { char::from_u32(code).filter(|c| !c.is_control()).unwrap_or('•') };
    };
    signs.iter().find(|(at, _)| *at == place).map_or('•', |(_, sign)| *sign)
}

/// `text` with its characters of private use replaced, which a reader sees as signs of `font`.
pub(super) fn with_symbols(font: &str, text: &str) -> String {
    // One character in such a font is a box or an arrow; more of them are words in a font that is missing here.
    let single = text.chars().count() == 1 && font.starts_with("Wingdings");
    text.chars().map(|c| if single || is_private(c) { symbol(font, u32::from(c)) } else { c }).collect()
}

/// The symbol font that a name stands for; empty for other fonts.
pub(super) fn symbol_font(name: &str) -> &'static str {
    let name = name.trim_matches(['\'', '"', ' ']);
    // LibreOffice numbers fonts that it meets twice: `Wingdings1` is the same font, `Wingdings 2` another.
    match name.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "Wingdings" => "Wingdings",
        "Symbol" => "Symbol",
        "Wingdings " if name == "Wingdings 2" => "Wingdings 2",
        _ => "",
    }
}

/// Whether [`with_symbols`] would change `text`.
pub(super) fn has_symbols(font: &str, text: &str) -> bool {
    text.contains(is_private) || font.starts_with("Wingdings")
}

/// The sign of a bullet list in one form, however it is drawn.
pub(super) fn bullet(font: &str, text: &str) -> String {
    match text.trim() {
        // A round `o` of a typewriter font is the second level of nearly every list.
        "o" | "" => "•".to_owned(),
        text => with_symbols(font, text),
    }
}

const fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}')
}

fn signs(font: &str) -> Option<&'static [(u32, char)]> {
    match font {
        "Wingdings" => Some(WINGDINGS),
        "Wingdings 2" => Some(WINGDINGS_2),
        "Symbol" => Some(SYMBOL),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_by_their_font() {
        let table: &[(&str, u32, char)] = &[
            ("Wingdings", 0xF0FE, '☑'),
            ("Wingdings", 0xFE, '☑'),
            ("Wingdings", 0xF0A8, '☐'),
            ("Wingdings 2", 0xF0A3, '☐'),
            ("Symbol", 0xF0B7, '•'),
            ("Symbol", 0xF0B3, '≥'),
            ("Webdings", 0xF021, '•'),
            ("Arial", 0x20AC, '€'),
            ("Arial", 0x7, '•'),
            ("Arial", 0xD800, '•'),
        ];
        let wrong: Vec<_> = table.iter().map(|(font, code, sign)| (symbol(font, *code), sign)).filter(|(got, sign)| got != *sign).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(
            ["Wingdings1", "Wingdings 2", "Wingdings 3", "'Symbol'", "Arial"].map(symbol_font),
            ["Wingdings", "Wingdings 2", "", "Symbol", ""]
        );
        assert_eq!(with_symbols("Wingdings", "x"), "☒");
        assert_eq!(with_symbols("Wingdings", "extra"), "extra");
        assert_eq!(with_symbols("", "ja \u{F0B7} nee"), "ja • nee");
    }
}
