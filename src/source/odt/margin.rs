//! The headers and footers of a LibreOffice file: those of the pages that the text uses.

use std::collections::HashSet;

use super::body::{Reader, first_style};
use crate::source::tree::{Node, attribute, child, name};

/// Above the text or below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Header,
    Footer,
}

/// So many kinds of pages may follow one another.
const MOST_PAGES: usize = 32;

/// What pages are called that are called nothing else.
const STANDARD: &str = "Standard";

/// The headers or footers of the pages that `content` uses.
pub fn margins<'t>(common: Node<'t>, content: Node<'t>, side: Side) -> Vec<Node<'t>> {
    let Some(masters) = child(common, "master-styles") else {
        return Vec::new();
    };
    let used = used(masters, common, content);
    let kinds = match side {
        Side::Header => ["header-first", "header", "header-left"],
        Side::Footer => ["footer-first", "footer", "footer-left"],
    };
    let pages = masters.children().filter(|page| attribute(*page, "name").is_some_and(|name| used.contains(name)));
    let margins = pages.flat_map(|page| kinds.into_iter().filter_map(move |kind| child(page, kind)));
    margins.filter(|margin| attribute(*margin, "display") != Some("false")).collect()
}

/// The names of the pages that the text begins with or goes over to.
fn used<'t>(masters: Node<'t>, common: Node<'t>, content: Node<'t>) -> HashSet<&'t str> {
    let styles = [child(common, "styles"), child(content, "automatic-styles")];
    let page_of = |style: Node<'t>| attribute(style, "master-page-name").filter(|page| !page.is_empty());
    let mut used: HashSet<_> = styles.iter().flatten().flat_map(Node::children).filter_map(page_of).collect();
    let first = child(content, "body").and_then(|body| first_style(body));
    let begins = styles.iter().flatten().flat_map(Node::children);
    if begins.filter(|style| attribute(*style, "name") == first).find_map(page_of).is_none() {
        used.insert(STANDARD);
    }
    // Each page may name the one that follows it.
    for _ in 0..MOST_PAGES {
        let next = masters.children().filter(|page| attribute(*page, "name").is_some_and(|name| used.contains(name)));
        let next: Vec<_> = next.filter_map(|page| attribute(page, "next-style-name")).filter(|page| !used.contains(page)).collect();
        if next.is_empty() {
            break;
        }
        used.extend(next);
    }
    used
}

impl<'t> Reader<'_, 't> {
    /// Writes headers or footers, each distinct text once.
    pub fn write_margins(&mut self, margins: &[Node<'t>]) {
        let mut texts = HashSet::new();
        for margin in margins {
            if texts.insert(written(*margin)) {
                let from = self.writer.begin_margin();
                self.text(*margin);
                self.writer.end_margin(from);
            }
        }
    }
}

/// All that is written in a header without its blanks and the numbers of pages, to be compared.
fn written(margin: Node<'_>) -> String {
    let passed_over = |node: Node<'_>| node.parent().is_none_or(|parent| matches!(name(parent), "page-number" | "title" | "desc"));
    let texts = margin.descendants().filter(|node| node.is_text() && !passed_over(*node)).filter_map(|node| node.text());
    texts.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}
