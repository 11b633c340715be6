//! What is asked of a page as a whole before it is read: where its main text stands, and what opens what.

use std::collections::{HashMap, HashSet};

use super::tree::{Id, ROOT, Tree};

/// Elements whose text is no text of the page.
pub(super) const UNREAD: &[&str] = &[
    "head", "script", "style", "template", "noscript", "svg", "select", "textarea", "datalist", "object", "audio", "video", "canvas",
    "iframe",
];

/// The most text, in bytes, of an element that stands beside the main text by its content.
const LITTLE: u32 = 4_000;

/// So many nodes in an element are looked at to tell what it is.
const MOST: usize = 4_000;

/// A page and what was found out about it.
pub(super) struct Page<'t> {
    pub tree: &'t Tree,
    /// Bytes of text in each node, and of those the bytes in links; white space is not counted.
    text: Vec<(u32, u32)>,
    /// Elements by their `id`, or by the `name` of an anchor.
    ids: HashMap<&'t str, Id>,
    /// What a button or a tab opens, by `id`.
    opened: HashSet<&'t str>,
    /// The elements that are the main text.
    main: HashSet<Id>,
    /// What holds one of them.
    around: HashSet<Id>,
}

impl<'t> Page<'t> {
    /// Looks through a page once.
    pub fn of(tree: &'t Tree) -> Self {
        let mut page = Self {
            tree,
            text: vec![(0, 0); tree.len()],
            ids: HashMap::new(),
            opened: HashSet::new(),
            main: HashSet::new(),
            around: HashSet::new(),
        };
        let order: Vec<Id> = tree.inside(ROOT).collect();
        for id in &order {
            page.note(*id);
        }
        page.weigh(&order);
        page.main = page.find_main(&order);
        page.around = page.main.iter().flat_map(|id| tree.above(*id)).collect();
        page
    }

    fn note(&mut self, id: Id) {
        let tree = self.tree;
        for name in ["id", "name"] {
            if name == "id" || tree.name(id) == "a" {
                tree.attribute(id, name).map(|value| self.ids.entry(value).or_insert(id));
            }
        }
        let toggles = ["data-toggle", "data-bs-toggle", "aria-expanded"].iter().any(|name| tree.attribute(id, name).is_some());
        for name in ["aria-controls", "data-target", "data-bs-target", "href"] {
            if name == "aria-controls" || toggles {
                let value = tree.attribute(id, name).unwrap_or_default();
                self.opened.extend(value.split_ascii_whitespace().map(|id| id.trim_start_matches('#')));
            }
        }
    }

    /// Adds up the text of each node, the last first, so that what is inside comes before what holds it.
    fn weigh(&mut self, order: &[Id]) {
        for id in order.iter().rev().copied() {
            if let Some(text) = self.tree.text(id) {
                self.text[id].0 = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).count() as u32;
            }
            if UNREAD.contains(&self.tree.name(id)) {
                self.text[id] = (0, 0);
            } else if self.tree.name(id) == "a" && self.tree.attribute(id, "href").is_some() {
                self.text[id].1 = self.text[id].0;
            }
            if let Some(parent) = self.tree.parent(id) {
                self.text[parent].0 += self.text[id].0;
                self.text[parent].1 += self.text[id].1;
            }
        }
    }

    /// What the page calls its main text, or else its only article when that is most of it.
    fn find_main(&self, order: &[Id]) -> HashSet<Id> {
        let tree = self.tree;
        let is_main = |id: &Id| (tree.name(*id) == "main" || tree.attribute(*id, "role") == Some("main")) && self.bytes(*id) > 0;
        let main: HashSet<Id> = order.iter().copied().filter(is_main).collect();
        if !main.is_empty() {
            return main;
        }
        let articles: HashSet<Id> = order.iter().copied().filter(|id| tree.name(*id) == "article").collect();
        let all = self.bytes(ROOT);
        if articles.len() == 1 { articles.into_iter().filter(|id| self.bytes(*id) > all / 4).collect() } else { HashSet::new() }
    }

    /// Bytes of text in a node.
    pub fn bytes(&self, id: Id) -> u32 {
        self.text.get(id).map_or(0, |text| text.0)
    }

    /// Whether there is little text in a node.
    pub fn is_little(&self, id: Id) -> bool {
        self.bytes(id) < LITTLE
    }

    /// What stands in a node, as far as one looks to tell what it is.
    pub fn some_inside(&self, id: Id) -> impl Iterator<Item = Id> {
        self.tree.inside(id).take(MOST)
    }

    /// Whether what stands in a node is links and hardly anything else.
    pub fn is_links(&self, id: Id) -> bool {
        self.text.get(id).is_some_and(|(all, links)| *links > 0 && links * 5 >= all * 4)
    }

    /// The element to which a link on this page leads.
    pub fn target(&self, link: Id) -> Option<Id> {
        self.ids.get(self.tree.attribute(link, "href")?.strip_prefix('#')?).copied()
    }

    /// Whether a button opens it: then it is text, though it is hidden when the page is loaded.
    pub fn is_opened(&self, id: Id) -> bool {
        self.tree.attribute(id, "id").is_some_and(|own| self.opened.contains(own))
    }

    /// Whether the page says which its main text is, and this is it.
    pub fn is_main(&self, id: Id) -> bool {
        self.main.contains(&id)
    }

    /// Whether it holds the main text, or there is none.
    pub fn is_around_main(&self, id: Id) -> bool {
        self.main.is_empty() || self.around.contains(&id)
    }

    /// All text in a node with single blanks, cut off after `most` bytes.
    pub fn words(&self, id: Id, most: usize) -> String {
        let mut words = String::new();
        for text in self.some_inside(id).filter_map(|id| self.tree.text(id)) {
            for word in text.split_whitespace() {
                if words.len() > most {
                    return words;
                }
                if !words.is_empty() {
                    words.push(' ');
                }
                words.push_str(word);
            }
        }
        words
    }
}
