//! Notes of a page: small links in running text, and what they lead to.

use std::collections::HashSet;

use super::page::Page;
use super::tree::{Id, ROOT};

/// The links that call a note, and the notes.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub calls: HashSet<Id>,
    pub notes: HashSet<Id>,
}

impl Notes {
    /// Those of a page. A link within a note leads back to its call.
    pub fn of(page: &Page) -> Self {
        let mut found = Self::default();
        for link in page.tree.inside(ROOT).filter(|id| page.tree.name(*id) == "a") {
            if is_call(page, link)
                && let Some(note) = page.target(link).and_then(|target| block(page, target))
                && !page.tree.above(link).any(|id| id == note || found.notes.contains(&id))
            {
                found.calls.insert(link);
                found.notes.insert(note);
            }
        }
        found
    }
}

/// Whether a link looks like the mark of a note: a raised number or star, or one in brackets.
fn is_call(page: &Page, link: Id) -> bool {
    let tree = page.tree;
    if page.bytes(link) > 6 || page.bytes(link) == 0 || tree.attribute(link, "href").is_none_or(|href| !href.starts_with('#')) {
        return false;
    }
    let said = page.words(link, 8);
    let inner = said.trim_matches(['[', ']', '(', ')', ' ']);
    let raised = tree.above(link).take(2).chain(tree.children(link)).any(|id| tree.name(id) == "sup");
    let short = inner.bytes().all(|byte| byte.is_ascii_digit()) || inner.bytes().all(|byte| byte == b'*') || inner.len() == 1;
    short && (raised || said.starts_with('[') || tree.attribute(link, "role") == Some("doc-noteref"))
}

/// The block that a link leads into, when it is no larger than a note.
fn block(page: &Page, target: Id) -> Option<Id> {
    let blocks = ["li", "p", "div", "td", "dd", "aside", "section"];
    let block = std::iter::once(target).chain(page.tree.above(target)).find(|id| blocks.contains(&page.tree.name(*id)))?;
    page.is_little(block).then_some(block)
}
