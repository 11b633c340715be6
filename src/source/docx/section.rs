//! The headers and footers of a Word file: which of them are shown.

use std::collections::HashSet;

use super::body::Reader;
use super::notes::Settings;
use super::package::Package;
use super::properties::switch;
use crate::error::Result;
use crate::source::Limits;
use crate::source::tree::{Node, attribute, name, tree};

/// Ids of the headers and footers, in the order of the file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Margins {
    pub headers: Vec<String>,
    pub footers: Vec<String>,
}

/// The headers and footers that are shown in some section of the document.
pub fn margins(root: Node<'_>, settings: &Settings) -> Margins {
    let mut margins = Margins::default();
    for section in root.descendants().filter(|node| name(*node) == "sectPr") {
        let first = switch(section, "titlePg").unwrap_or(false);
        for reference in section.children() {
            let shown = match attribute(reference, "type") {
                Some("first") => first,
                Some("even") => settings.even_and_odd,
                _ => true,
            };
            let kind = match name(reference) {
                "headerReference" => &mut margins.headers,
                "footerReference" => &mut margins.footers,
                _ => continue,
            };
            if let Some(id) = attribute(reference, "id").filter(|_| shown) {
                kind.push(id.to_owned());
            }
        }
    }
    margins
}

/// Writes the headers or footers with these ids, each distinct text once.
///
/// # Errors
/// One of them is damaged.
pub fn write_margins(reader: &mut Reader<'_>, package: &mut Package<'_>, ids: &[String], limits: &Limits) -> Result<()> {
    let mut texts = HashSet::new();
    for part in package.named(ids) {
        let Some(text) = package.text(&part)? else {
            continue;
        };
        let document = tree(package.file(), &part, &text, limits)?;
        let root = document.root_element();
        if texts.insert(written(root)) {
            reader.fields.clear();
            let from = reader.writer.begin_margin();
            reader.blocks(root);
            reader.writer.end_margin(from);
        }
    }
    Ok(())
}

/// All that is written in a header without its blanks, to be compared.
fn written(root: Node<'_>) -> String {
    let texts = root.descendants().filter(|node| name(*node) == "t").filter_map(|node| node.text());
    texts.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::*;

    #[test]
    fn headers_of_the_first_and_of_left_pages_only_where_they_are_shown() {
        let references =
            "<headerReference type='default' id='a'/><headerReference type='first' id='b'/><footerReference type='even' id='c'/>";
        let margins = |more: &str, even_and_odd| {
            let xml = format!("<document><body><p><pPr><sectPr>{references}{more}</sectPr></pPr></p></body></document>");
            let settings = Settings { even_and_odd, ..Settings::default() };
            let margins = Document::parse(&xml).map(|document| margins(document.root_element(), &settings)).expect("XML");
            (margins.headers.concat(), margins.footers.concat())
        };
        assert_eq!(margins("", false), ("a".to_owned(), String::new()));
        assert_eq!(margins("<titlePg/>", true), ("ab".to_owned(), "c".to_owned()));
        assert_eq!(margins("<titlePg val='0'/>", false), ("a".to_owned(), String::new()));
    }
}
