//! The styles of a LibreOffice file: those with a name, and those that it made itself for a few letters.

use std::collections::HashMap;

use crate::source::symbol::symbol_font;
use crate::source::tree::{Node, attribute, child, name};
use crate::source::writer::{Face, tenths};

/// So many styles may stand above one another.
const MOST_PARENTS: usize = 32;

/// Styles by their family (`paragraph`, `text`, `section`) and name.
#[derive(Debug, Default)]
pub struct Styles {
    all: HashMap<(String, String), Style>,
    defaults: Letters,
}

/// What a style says itself.
#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    letters: Letters,
    /// The level of a heading by its name.
    title: Option<u8>,
    list: Option<String>,
    hidden: bool,
}

/// How letters look; what is not said is inherited.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Letters {
    bold: Option<bool>,
    italic: Option<bool>,
    size: Option<Size>,
    hidden: Option<bool>,
    /// A symbol font, or none (empty).
    font: Option<&'static str>,
}

/// A size, or one relative to that of the style above.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Size {
    Points(f32),
    Part(f32),
}

/// What a paragraph is by its style.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    pub letters: Letters,
    /// The level of a heading, for the style of a title.
    pub title: Option<u8>,
    /// The list style; empty for none.
    pub list: Option<String>,
}

impl Styles {
    /// Reads the styles in `places`.
    pub fn read(places: &[Option<Node<'_>>]) -> Self {
        let mut styles = Self::default();
        for node in places.iter().flatten().flat_map(Node::children) {
            let family = attribute(node, "family").unwrap_or_default();
            match (name(node), attribute(node, "name")) {
                ("style", Some(name)) => {
                    styles.all.insert((family.to_owned(), name.to_owned()), Style::read(node));
                }
                ("default-style", _) if family == "paragraph" => styles.defaults = Letters::of(node),
                _ => {}
            }
        }
        styles
    }

    /// What a paragraph with this style is.
    pub fn paragraph(&self, name: Option<&str>) -> Paragraph {
        let mut paragraph = Paragraph::default();
        for style in self.chain("paragraph", name) {
            paragraph.letters = paragraph.letters.over(style.letters);
            paragraph.title = paragraph.title.or(style.title);
            paragraph.list = paragraph.list.or_else(|| style.list.clone());
        }
        paragraph.letters = paragraph.letters.over(self.defaults);
        paragraph
    }

    /// How letters with this style look in a paragraph.
    pub fn letters(&self, name: Option<&str>, around: Letters) -> Letters {
        let own = self.chain("text", name).fold(Letters::default(), |letters, style| letters.over(style.letters));
        own.over(around)
    }

    /// Whether a section with this style is not shown.
    pub fn hides(&self, section: Option<&str>) -> bool {
        self.chain("section", section).any(|style| style.hidden)
    }

    /// A style and those above it.
    fn chain<'s>(&'s self, family: &str, name: Option<&str>) -> impl Iterator<Item = &'s Style> {
        let get = move |family: &str, name: &str| self.all.get(&(family.to_owned(), name.to_owned()));
        let first = name.and_then(|name| get(family, name));
        let family = family.to_owned();
        std::iter::successors(first, move |style| style.parent.as_deref().and_then(|parent| get(&family, parent))).take(MOST_PARENTS)
    }
}

impl Style {
    fn read(node: Node<'_>) -> Self {
        let shown = attribute(node, "display-name").or_else(|| attribute(node, "name")).unwrap_or_default();
        Self {
            parent: attribute(node, "parent-style-name").filter(|parent| !parent.is_empty()).map(str::to_owned),
            letters: Letters::of(node),
            title: match shown {
                "Title" | "Titel" => Some(1),
                "Subtitle" | "Ondertitel" => Some(2),
                _ => None,
            },
            list: attribute(node, "list-style-name").map(str::to_owned),
            hidden: child(node, "section-properties").is_some_and(|properties| attribute(properties, "display") == Some("none")),
        }
    }
}

impl Letters {
    /// Reads the `text-properties` in `style`.
    fn of(style: Node<'_>) -> Self {
        let value = |local| child(style, "text-properties").and_then(|properties| attribute(properties, local));
        Self {
            bold: value("font-weight").map(|weight| weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| weight >= 600)),
            italic: value("font-style").map(|style| style == "italic" || style == "oblique"),
            size: value("font-size").and_then(Size::read),
            hidden: value("display").map(|display| display == "none"),
            font: value("font-name").or_else(|| value("font-family")).map(symbol_font),
        }
    }

    /// These, and what they leave open from `below`.
    fn over(self, below: Self) -> Self {
        Self {
            bold: self.bold.or(below.bold),
            italic: self.italic.or(below.italic),
            size: match (self.size, below.size) {
                (Some(Size::Part(part)), Some(Size::Points(points))) => Some(Size::Points(part * points)),
                (Some(Size::Part(part)), Some(Size::Part(other))) => Some(Size::Part(part * other)),
                (size, other) => size.or(other),
            },
            hidden: self.hidden.or(below.hidden),
            font: self.font.or(below.font),
        }
    }

    /// How the letters look in the end.
    pub fn face(self) -> Face {
        let size = match self.size {
            Some(Size::Points(points)) => tenths(points),
            _ => 0,
        };
        Face { bold: self.bold.unwrap_or(false), italic: self.italic.unwrap_or(false), size }
    }

    /// The symbol font that they are written in; empty for other fonts.
    pub fn font(self) -> &'static str {
        self.font.unwrap_or_default()
    }

    /// Whether they are not shown.
    pub fn is_hidden(self) -> bool {
        self.hidden.unwrap_or(false)
    }
}

impl Size {
    fn read(text: &str) -> Option<Self> {
        if let Some(part) = text.strip_suffix('%') {
            return part.parse().ok().map(|part: f32| Self::Part(part / 100.0));
        }
        text.strip_suffix("pt")?.parse().ok().map(Self::Points)
    }
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::*;

    #[test]
    fn styles_inherit_sizes_and_typefaces() {
        let xml = "<styles><default-style family='paragraph'><text-properties font-size='12pt'/></default-style>
            <style family='paragraph' name='Kop' parent-style-name='Basis'><text-properties font-size='150%'/></style>
            <style family='paragraph' name='Basis' list-style-name='L1'><text-properties font-size='10pt' font-weight='700'/></style>
            <style family='paragraph' name='Rond' parent-style-name='Rond'/><style family='paragraph' name='P1' parent-style-name='Title'/>
            <style family='paragraph' name='Title'/><style family='text' name='Kop'><text-properties font-weight='normal' font-size='50%'/></style>
            <style family='section' name='S'><section-properties display='none'/></style></styles>";
        let document = Document::parse(xml).expect("XML");
        let styles = Styles::read(&[Some(document.root_element()), None]);
        let face = |name| styles.paragraph(Some(name)).letters.face();
        assert_eq!(face("Kop"), Face { bold: true, italic: false, size: 150 });
        assert_eq!(face("Rond"), Face { bold: false, italic: false, size: 120 });
        assert_eq!(styles.paragraph(Some("Kop")).list.as_deref(), Some("L1"));
        assert_eq!(styles.paragraph(Some("P1")).title, Some(1));
        assert_eq!(
            styles.letters(Some("Kop"), styles.paragraph(Some("Kop")).letters).face(),
            Face { bold: false, italic: false, size: 75 }
        );
        assert!(styles.hides(Some("S")) && !styles.hides(None));
    }
}
