//! The styles of a Word file, each with what it inherits.

use std::collections::HashMap;
use std::iter::successors;

use super::properties::{ListPlace, RunProperties, outline};
use crate::source::tree::{Node, attribute, child, name};

/// So many styles may stand above one another; Word itself allows eleven.
const MOST_PARENTS: usize = 16;

/// Ids of styles are no longer: they are looked up for every paragraph.
const MOST_LETTERS: usize = 255;

/// All styles by their ids, which Word translates: `Kop2` is named `heading 2`.
#[derive(Debug, Default)]
pub struct Styles {
    all: HashMap<String, Style>,
    /// The id of the style of paragraphs that name none.
    usual: Option<String>,
    defaults: RunProperties,
}

/// What a style says of paragraphs and letters, inherited or not.
#[derive(Clone, Debug, Default)]
pub struct Style {
    pub run: RunProperties,
    /// The level of a heading; 0 for running text.
    pub heading: Option<u8>,
    pub place: ListPlace,
    parent: Option<String>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(root: Node<'_>) -> Self {
        let defaults = child(root, "docDefaults").and_then(|defaults| child(defaults, "rPrDefault"));
        let mut own = HashMap::new();
        let mut usual = None;
        for node in root.children().filter(|node| name(*node) == "style") {
            let Some(id) = attribute(node, "styleId").filter(|id| id.len() <= MOST_LETTERS) else {
                continue;
            };
            if attribute(node, "type") == Some("paragraph") && matches!(attribute(node, "default"), Some("1" | "true" | "on")) {
                usual = Some(id.to_owned());
            }
            own.insert(id.to_owned(), Style::read(node));
        }
        let all = own.keys().map(|id| (id.clone(), inherited(&own, id))).collect();
        Self { all, usual, defaults: defaults.map(RunProperties::of).unwrap_or_default() }
    }

    /// The style of a paragraph, and its id.
    pub fn paragraph<'s>(&'s self, id: Option<&'s str>) -> Option<(&'s str, &'s Style)> {
        let known = |id: &'s str| self.all.get(id).map(|style| (id, style));
        id.and_then(known).or_else(|| self.usual.as_deref().and_then(known))
    }

    /// The style with this id.
    pub fn get(&self, id: &str) -> Option<&Style> {
        self.all.get(id)
    }

    /// How letters look that no style is given to.
    pub fn defaults(&self) -> RunProperties {
        self.defaults
    }
}

impl Style {
    fn read(node: Node<'_>) -> Self {
        let value = |local| child(node, local).and_then(|child| attribute(child, "val"));
        let properties = child(node, "pPr");
        Self {
            run: RunProperties::of(node),
            heading: outline(properties).or_else(|| value("name").and_then(heading)),
            place: ListPlace::of(properties),
            parent: value("basedOn").filter(|parent| parent.len() <= MOST_LETTERS).map(str::to_owned),
        }
    }
}

/// A style with what it leaves open from the styles above it.
fn inherited(own: &HashMap<String, Style>, id: &str) -> Style {
    let mut style = own.get(id).cloned().unwrap_or_default();
    let above = |style: &Style| own.get(style.parent.as_deref()?);
    for above in successors(above(&style), |style| above(style)).take(MOST_PARENTS) {
        style.run = style.run.or(above.run);
        style.heading = style.heading.or(above.heading);
        style.place.list = style.place.list.or(above.place.list);
        style.place.level = style.place.level.or(above.place.level);
    }
    style
}

/// The level of a heading by the name of its style.
fn heading(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    match name.as_str() {
        "title" | "titel" => Some(1),
        "subtitle" | "ondertitel" => Some(2),
        name => {
            let level = name.strip_prefix("heading ").or_else(|| name.strip_prefix("kop "))?;
            level.parse().ok().filter(|level| (1..=9).contains(level))
        }
    }
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::*;

    #[test]
    fn styles_inherit_and_their_ids_say_nothing() {
        let xml = "<styles xmlns='w'><docDefaults><rPrDefault><rPr><sz val='22'/></rPr></rPrDefault></docDefaults>
            <style type='paragraph' default='1' styleId='Standaard'><name val='Normal'/></style>
            <style styleId='Kop2'><name val='heading 2'/><basedOn val='Standaard'/><rPr><b/><sz val='28'/></rPr></style>
            <style styleId='Thema'><name val='Thema'/><basedOn val='Kop2'/><pPr><numPr><numId val='3'/></numPr></pPr><rPr><b val='0'/></rPr></style>
            <style styleId='Inhoud'><name val='toc heading'/><basedOn val='Kop2'/><pPr><outlineLvl val='9'/></pPr></style>
            <style styleId='Rond'><name val='a'/><basedOn val='Gang'/></style><style styleId='Gang'><basedOn val='Rond'/></style>
            <style styleId='Heading4'><name val='Vraag'/></style></styles>";
        let document = Document::parse(xml).expect("XML");
        let styles = Styles::read(document.root_element());
        let style = |id| styles.get(id).map(|style| (style.heading, style.run.bold, style.run.size, style.place.list));
        assert_eq!(style("Kop2"), Some((Some(2), Some(true), Some(140), None)));
        assert_eq!(style("Thema"), Some((Some(2), Some(false), Some(140), Some(3))));
        assert_eq!(style("Inhoud"), Some((Some(0), Some(true), Some(140), None)));
        assert_eq!(style("Rond"), Some((None, None, None, None)));
        assert_eq!(style("Heading4"), Some((None, None, None, None)));
        assert_eq!(styles.paragraph(None).map(|(id, _)| id), Some("Standaard"));
        assert_eq!(styles.defaults().size, Some(110));
    }
}
