//! The styles of a LibreOffice file: those with a name, and those that it made itself for a few letters.

use std::collections::{HashMap, HashSet};
use std::iter::successors;

use crate::source::symbol::symbol_font;
use crate::source::tree::{Node, attribute, child, name};
use crate::source::writer::{Face, tenths};

/// So many styles may stand above one another.
const MOST_PARENTS: usize = 16;

/// Names of styles are no longer: they are looked up for every paragraph.
pub const MOST_LETTERS: usize = 255;

/// The styles of paragraphs, letters and sections by their names, each with what it inherits.
#[derive(Debug, Default)]
pub struct Styles {
    paragraphs: HashMap<String, Paragraph>,
    letters: HashMap<String, Letters>,
    hidden_sections: HashSet<String>,
    /// A paragraph without a style.
    usual: Paragraph,
}

/// What a style says itself.
#[derive(Debug)]
struct Style<'t> {
    parent: Option<&'t str>,
    letters: Letters,
    /// The level of a heading by its name.
    title: Option<u8>,
    list: Option<&'t str>,
}

/// Styles by their family (`paragraph`, `text`) and name.
type Own<'t> = HashMap<(&'t str, &'t str), Style<'t>>;

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
        let mut own = Own::new();
        for node in places.iter().flatten().flat_map(Node::children) {
            let family = attribute(node, "family").unwrap_or_default();
            match (name(node), attribute(node, "name").filter(|name| name.len() <= MOST_LETTERS)) {
                ("default-style", _) if family == "paragraph" => styles.usual.letters = Letters::of(node),
                ("style", Some(name)) if family == "section" && hides(node) => drop(styles.hidden_sections.insert(name.to_owned())),
                ("style", Some(name)) => drop(own.insert((family, name), Style::read(node))),
                _ => {}
            }
        }
        for (family, name) in own.keys() {
            match *family {
                "paragraph" => drop(styles.paragraphs.insert((*name).to_owned(), styles.usual.under(chain(&own, family, name)))),
                "text" => {
                    let letters = chain(&own, family, name).fold(Letters::default(), |letters, style| letters.over(style.letters));
                    styles.letters.insert((*name).to_owned(), letters);
                }
                _ => {}
            }
        }
        styles
    }

    /// What a paragraph with this style is.
    pub fn paragraph(&self, name: Option<&str>) -> &Paragraph {
        name.and_then(|name| self.paragraphs.get(name)).unwrap_or(&self.usual)
    }

    /// How letters with this style look in a paragraph.
    pub fn letters(&self, name: Option<&str>, around: Letters) -> Letters {
        name.and_then(|name| self.letters.get(name)).map_or(around, |letters| letters.over(around))
    }

    /// Whether a section with this style is not shown.
    pub fn hides(&self, section: Option<&str>) -> bool {
        section.is_some_and(|section| self.hidden_sections.contains(section))
    }
}

/// A style and those above it.
fn chain<'o, 't>(own: &'o Own<'t>, family: &'t str, name: &'t str) -> impl Iterator<Item = &'o Style<'t>> {
    successors(own.get(&(family, name)), move |style| own.get(&(family, style.parent?))).take(MOST_PARENTS)
}

fn hides(section: Node<'_>) -> bool {
    child(section, "section-properties").is_some_and(|properties| attribute(properties, "display") == Some("none"))
}

impl Paragraph {
    /// A paragraph with these styles, and where they leave something open, as this one.
    fn under<'s, 't: 's>(&self, styles: impl Iterator<Item = &'s Style<'t>>) -> Self {
        let mut paragraph = Self::default();
        for style in styles {
            paragraph.letters = paragraph.letters.over(style.letters);
            paragraph.title = paragraph.title.or(style.title);
            paragraph.list = paragraph.list.or_else(|| style.list.map(str::to_owned));
        }
        paragraph.letters = paragraph.letters.over(self.letters);
        paragraph
    }
}

impl<'t> Style<'t> {
    fn read(node: Node<'t>) -> Self {
        let short = |local| attribute(node, local).filter(|name| name.len() <= MOST_LETTERS);
        Self {
            parent: short("parent-style-name"),
            letters: Letters::of(node),
            title: match short("display-name").or_else(|| short("name")) {
                Some("Title" | "Titel") => Some(1),
                Some("Subtitle" | "Ondertitel") => Some(2),
                _ => None,
            },
            list: short("list-style-name"),
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
