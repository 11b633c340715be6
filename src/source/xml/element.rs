//! The elements of published questions and answers, of the schemas from 1995 until now.

use roxmltree::Node;

use crate::source::MarkKind;

/// Elements by which such a document is known.
const KNOWN: &[&str] = &[
    "vraag",
    "antwoord",
    "kamervragen",
    "kamervraagomschrijving",
    "vraagdoc",
    "officiele-publicatie",
    "kamerwrk",
    "mededeling",
    "reactie",
];

/// Elements that hold data about the document, not text of it.
const DATA: &[&str] = &["metadata", "meta", "colspec", "meta-data", "illustratie"];

/// Elements that hold one paragraph, with other elements in its lines.
const PARAGRAPHS: &[&str] = &[
    "al",
    "considerans.al",
    "noot.al",
    "tekstregel",
    "titel",
    "subtitel",
    "title",
    "tussenkop",
    "kop",
    "kamervraagnummer",
    "vraagnummer",
    "kamervraagomschrijving",
    "omschr",
    "kamervraagopmerking",
    "nr",
    "nummer",
    "term",
    "functie",
    "ondertekenaar",
    "dagtekening",
    "datumtekst",
];

/// Elements that begin a paragraph also within one.
const BLOCKS: &[&str] = &["al", "al-groep", "lijst", "li", "table", "row", "entry", "vraag", "antwoord", "mededeling"];

/// Elements that have space before them.
const SPACED: &[&str] = &[
    "vraag",
    "antwoord",
    "mededeling",
    "toelicht",
    "toelichting",
    "titel",
    "tussenkop",
    "kop",
    "table",
    "al-groep",
    "ondertekening",
    "kamervraagomschrijving",
    "omschr",
    "kamervraagopmerking",
    "kamervraagkop",
];

/// The local name of a node; empty when it is no element.
pub(super) fn name<'d>(node: &Node<'d, '_>) -> &'d str {
    if node.is_element() { node.tag_name().name() } else { "" }
}

/// Whether it tells what kind of document this is.
pub(super) fn is_known(node: &Node) -> bool {
    KNOWN.contains(&name(node))
}

/// Whether it holds data about the document.
pub(super) fn is_data(node: &Node) -> bool {
    DATA.contains(&name(node))
}

/// Whether it holds one paragraph.
pub(super) fn is_paragraph(node: &Node) -> bool {
    PARAGRAPHS.contains(&name(node))
}

/// Whether it stands on lines of its own; `in_paragraph` is whether it stands in a paragraph.
pub(super) fn is_block(node: &Node, in_paragraph: bool) -> bool {
    node.is_element() && (!in_paragraph || BLOCKS.contains(&name(node)))
}

/// Whether a blank line stands before it; none between a number and what it is the number of.
pub(super) fn is_spaced(node: &Node) -> bool {
    SPACED.contains(&name(node)) && !node.prev_sibling_element().is_some_and(|before| matches!(name(&before), "nr" | "nummer"))
}

/// The marks of its text; a title in a heading is part of it.
pub(super) fn marks(node: &Node) -> Vec<MarkKind> {
    let parent = node.parent().map(|parent| name(&parent)).unwrap_or_default();
    let kinds = node.attribute("type").or_else(|| node.attribute("kopopmaak")).unwrap_or_default();
    let emphasis = || {
        let bold = kinds.contains("vet").then_some(MarkKind::Bold);
        let italic = (kinds.contains("cur") || kinds.contains("rom-cur")).then_some(MarkKind::Italic);
        bold.into_iter().chain(italic)
    };
    match name(node) {
        "nadruk" | "nadr" => emphasis().collect(),
        "titel" if parent != "kop" => vec![MarkKind::Heading(1)],
        "kop" => vec![MarkKind::Heading(2)],
        "tussenkop" => std::iter::once(MarkKind::Heading(3)).chain(emphasis()).collect(),
        _ => Vec::new(),
    }
}

/// What the number of a question or an answer says: `1` in a question is printed as `Vraag 1`.
pub(super) fn label(node: &Node, words: &str) -> Option<String> {
    let holder = node.parent().map(|parent| name(&parent)).unwrap_or_default();
    if !matches!(name(node), "nr" | "nummer") {
        return None;
    }
    let word = match holder {
        "vraag" => "Vraag",
        "antwoord" => "Antwoord",
        _ => return None,
    };
    let bare = words.starts_with(|c: char| c.is_ascii_digit());
    Some(if bare { format!("{word} {words}") } else { words.to_owned() })
}

/// All text in a node with single blanks.
pub(super) fn words(node: Node) -> String {
    let texts = node.descendants().filter(Node::is_text).filter_map(|node| node.text());
    texts.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}
