//! Bold, italic and size, seen from the type in which most of the document is set.

use std::collections::HashMap;

use super::line::Line;
use super::sheet::Font;

const BOLD: &[&str] = &["bold", "demi", "black", "heavy"];
const ITALIC: &[&str] = &["italic", "oblique"];

/// The type of a document.
#[derive(Debug, Default)]
pub struct Face {
    /// For each font whether it is bold and whether it is italic, where most of the document is not.
    looks: Vec<(bool, bool)>,
    /// The size of most of the text.
    pub size: f32,
}

impl Face {
    /// The type of these lines.
    pub fn of<'l>(lines: impl Iterator<Item = &'l Line>, fonts: &[Font]) -> Self {
        let mut letters: HashMap<usize, usize> = HashMap::new();
        let mut sizes: HashMap<i32, usize> = HashMap::new();
        for chunk in lines.flat_map(|line| &line.chunks).filter(|chunk| !chunk.raised) {
            *letters.entry(chunk.font).or_default() += chunk.text.len();
            *sizes.entry((chunk.size * 10.0).round() as i32).or_default() += chunk.text.len();
        }
        let main = letters.iter().max_by_key(|(font, count)| (**count, usize::MAX - **font)).map(|(font, _)| *font);
        let size = sizes.iter().max_by_key(|(size, count)| (**count, **size)).map_or(0.0, |(size, _)| *size as f32 / 10.0);
        Self { looks: looks(fonts, main), size }
    }

    pub fn bold(&self, font: usize) -> bool {
        self.looks.get(font).is_some_and(|look| look.0)
    }

    pub fn italic(&self, font: usize) -> bool {
        self.looks.get(font).is_some_and(|look| look.1)
    }
}

/// The names of fonts are believed first: what else a file says of a font is often wrong.
fn looks(fonts: &[Font], main: Option<usize>) -> Vec<(bool, bool)> {
    let named =
        |font: &Font| (said(&font.name, BOLD), said(&font.name, ITALIC) || font.name.ends_with("-It") || font.name.ends_with("BoldIt"));
    let told = fonts.iter().map(named).any(|(bold, italic)| bold || italic);
    let look = |font: &Font| if told { named(font) } else { (font.bold, font.italic) };
    let usual = main.and_then(|main| fonts.get(main)).map(look).unwrap_or_default();
    fonts.iter().map(look).map(|(bold, italic)| (bold && !usual.0, italic && !usual.1)).collect()
}

fn said(name: &str, words: &[&str]) -> bool {
    let name = name.to_lowercase();
    words.iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn font(name: &str, bold: bool) -> Font {
        Font { name: name.into(), bold, italic: false }
    }

    #[test]
    fn the_name_first_and_only_what_differs() {
        let libertine = [font("LinuxLibertineO", true), font("LinuxLibertineOBold", true), font("LinuxLibertineOItalic", false)];
        assert_eq!(looks(&libertine, Some(0)), [(false, false), (true, false), (false, true)]);
        assert_eq!(looks(&[font("Arial-BoldMT", true), font("ArialMT", false)], Some(0)), [(false, false), (false, false)]);
        assert_eq!(looks(&[font("F1", false), font("F2", true)], Some(0)), [(false, false), (true, false)]);
    }
}
