//! How an element stands in its page: whether it is seen, where its lines end, how its text looks.

use super::page::{Page, UNREAD};
use super::tree::{Id, Tree};
use crate::source::MarkKind;

/// What stands before and after an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// It is not seen.
    Unseen,
    /// Part of a line.
    Inline,
    /// Lines of its own.
    Lines,
    /// Lines of its own with space around them.
    Spaced,
}

/// Elements that have space around them.
const SPACED: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "dl",
    "table",
    "blockquote",
    "pre",
    "hr",
    "figure",
    "details",
    "address",
    "fieldset",
];

/// Other elements that stand on lines of their own.
const LINES: &[&str] = &[
    "html",
    "body",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "nav",
    "menu",
    "li",
    "dt",
    "dd",
    "tr",
    "td",
    "th",
    "thead",
    "tbody",
    "tfoot",
    "caption",
    "summary",
    "form",
    "legend",
    "figcaption",
    "center",
    "dialog",
    "hgroup",
    "search",
    "optgroup",
    "dir",
    "listing",
];

/// The shape of an element.
pub(super) fn shape(page: &Page, id: Id) -> Shape {
    let tree = page.tree;
    let name = tree.name(id);
    if UNREAD.contains(&name) || is_hidden(page, id) {
        Shape::Unseen
    } else if name == "p" && tree.attribute(id, "class").is_some_and(|class| class.starts_with("Mso")) {
        // Word writes each line as a paragraph, and blank ones for space.
        Shape::Lines
    } else if matches!(name, "ul" | "ol" | "details") && tree.above(id).take(2).any(|id| matches!(tree.name(id), "li" | "details")) {
        Shape::Lines
    } else if SPACED.contains(&name) {
        Shape::Spaced
    } else if LINES.contains(&name) {
        Shape::Lines
    } else {
        Shape::Inline
    }
}

/// Whether it is hidden for good: a panel that a button opens is not.
fn is_hidden(page: &Page, id: Id) -> bool {
    let tree = page.tree;
    let style = tree.attribute(id, "style").unwrap_or_default().to_ascii_lowercase();
    let says = |what: &str| style.split(';').any(|rule| rule.split_whitespace().collect::<String>() == what);
    let hidden = tree.attribute(id, "hidden").is_some_and(|how| !how.eq_ignore_ascii_case("until-found"))
        || says("display:none")
        || says("visibility:hidden")
        || says("mso-hide:all")
        || (tree.name(id) == "dialog" && tree.attribute(id, "open").is_none());
    hidden && !is_panel(page, id)
}

/// Whether a button or a tab opens it, which says so itself or stands right before it.
fn is_panel(page: &Page, id: Id) -> bool {
    let tree = page.tree;
    page.is_opened(id)
        || tree.attribute(id, "role") == Some("tabpanel")
        || tree.sibling(id, true).is_some_and(|before| page.some_inside(before).any(|id| opens(tree, id)))
}

/// Whether it opens or shuts something on the page.
pub(super) fn opens(tree: &Tree, id: Id) -> bool {
    let button = tree.name(id) == "button" || tree.attribute(id, "role") == Some("button") || tree.attribute(id, "data-toggle").is_some();
    button && ["aria-expanded", "aria-controls"].iter().any(|name| tree.attribute(id, name).is_some())
}

/// The level of a heading that says its own.
pub(super) fn level(tree: &Tree, id: Id) -> Option<u8> {
    if tree.attribute(id, "role") == Some("heading") {
        return Some(tree.attribute(id, "aria-level").and_then(|level| level.trim().parse().ok()).unwrap_or(2));
    }
    match tree.name(id) {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => None,
    }
}

/// The emphasis that an element gives.
pub(super) fn emphasis(tree: &Tree, id: Id) -> [Option<MarkKind>; 2] {
    let style = tree.attribute(id, "style").unwrap_or_default().to_ascii_lowercase();
    let value = |name: &str| {
        style.split(';').filter_map(|rule| rule.split_once(':')).find(|(own, _)| own.trim() == name).map(|(_, value)| value.trim())
    };
    let weight = value("font-weight");
    let bold = match weight {
        Some(weight) => weight.starts_with("bold") || weight.parse().is_ok_and(|weight: u16| weight >= 600),
        None => matches!(tree.name(id), "b" | "strong"),
    };
    let italic = match value("font-style") {
        Some(style) => style.starts_with("italic") || style.starts_with("oblique"),
        None => matches!(tree.name(id), "i" | "em"),
    };
    [bold.then_some(MarkKind::Bold), italic.then_some(MarkKind::Italic)]
}

/// Whether it quotes another mail.
pub(super) fn quotes(tree: &Tree, id: Id) -> bool {
    let class = tree.attribute(id, "class").unwrap_or_default();
    let quoted =
        ["gmail_quote", "yahoo_quoted", "protonmail_quote"].iter().any(|name| class.split_ascii_whitespace().any(|own| own == *name));
    quoted || (tree.name(id) == "blockquote" && tree.attribute(id, "type") == Some("cite"))
}
