//! The tree of a page: nodes in one list, bound by their places in it.

use std::cell::{Cell, Ref, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName};

/// The place of a node in its [`Tree`].
pub(super) type Id = usize;

/// The root of every tree.
pub(super) const ROOT: Id = 0;

/// A node and its neighbours.
#[derive(Debug, Default)]
struct Node {
    parent: Option<Id>,
    previous: Option<Id>,
    next: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
    content: Content,
}

/// What a node is.
#[derive(Debug, Default)]
enum Content {
    Element(QualName, Vec<(LocalName, StrTendril)>),
    Text(StrTendril),
    /// The document, a comment, an instruction.
    #[default]
    Other,
}

/// A page.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// The name of a node that has none.
    nameless: QualName,
    /// Attributes of all elements.
    attributes: usize,
}

impl Tree {
    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// How many attributes all elements have.
    pub fn attributes(&self) -> usize {
        self.attributes
    }

    /// The name of an element; empty for other nodes.
    pub fn name(&self, id: Id) -> &str {
        match self.nodes.get(id).map(|node| &node.content) {
            Some(Content::Element(name, _)) => &name.local,
            _ => "",
        }
    }

    /// An attribute of an element.
    pub fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        match self.nodes.get(id).map(|node| &node.content) {
            Some(Content::Element(_, attributes)) => attributes.iter().find(|(own, _)| **own == *name).map(|(_, value)| &**value),
            _ => None,
        }
    }

    /// What stands in a node of text.
    pub fn text(&self, id: Id) -> Option<&str> {
        match self.nodes.get(id).map(|node| &node.content) {
            Some(Content::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// What holds a node.
    pub fn parent(&self, id: Id) -> Option<Id> {
        self.nodes.get(id)?.parent
    }

    /// The first node inside.
    pub fn first(&self, id: Id) -> Option<Id> {
        self.nodes.get(id)?.first
    }

    /// The node after it, under the same parent.
    pub fn next(&self, id: Id) -> Option<Id> {
        self.nodes.get(id)?.next
    }

    /// The nodes that hold it, the nearest first.
    pub fn above(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.parent(id), |id| self.parent(*id))
    }

    /// The nodes directly inside.
    pub fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.first(id), |id| self.next(*id))
    }

    /// The node and all inside it, in reading order.
    pub fn inside(&self, top: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(Some(top), move |id| {
            self.first(*id).or_else(|| {
                let up = std::iter::once(*id).chain(self.above(*id)).take_while(|id| *id != top);
                up.into_iter().find_map(|id| self.next(id))
            })
        })
    }

    /// The element before or after it, under the same parent.
    pub fn sibling(&self, id: Id, before: bool) -> Option<Id> {
        let step = |id: &Id| self.nodes.get(*id).and_then(|node| if before { node.previous } else { node.next });
        std::iter::successors(step(&id), step).find(|id| !self.name(*id).is_empty())
    }

    fn add(&mut self, content: Content) -> Id {
        self.nodes.push(Node { content, ..Node::default() });
        self.nodes.len() - 1
    }

    /// Takes a node out of its place.
    fn detach(&mut self, id: Id) {
        let Some(node) = self.nodes.get_mut(id) else { return };
        let (parent, previous, next) = (node.parent.take(), node.previous.take(), node.next.take());
        if let Some(previous) = previous.and_then(|id| self.nodes.get_mut(id)) {
            previous.next = next;
        }
        if let Some(following) = next.and_then(|id| self.nodes.get_mut(id)) {
            following.previous = previous;
        }
        if let Some(parent) = parent.and_then(|id| self.nodes.get_mut(id)) {
            parent.first = if parent.first == Some(id) { next } else { parent.first };
            parent.last = if parent.last == Some(id) { previous } else { parent.last };
        }
    }

    /// Puts a node in `parent`, before `next` or at the end.
    fn attach(&mut self, parent: Id, id: Id, next: Option<Id>) {
        let previous = match next {
            Some(next) => self.nodes.get_mut(next).and_then(|node| node.previous.replace(id)),
            None => self.nodes.get_mut(parent).and_then(|node| node.last.replace(id)),
        };
        match previous {
            Some(previous) => self.nodes[previous].next = Some(id),
            None => self.nodes[parent].first = Some(id),
        }
        let node = &mut self.nodes[id];
        (node.parent, node.previous, node.next) = (Some(parent), previous, next);
    }

    /// Puts a node or text in `parent`, before `next` or at the end; text joins the text before it.
    fn insert(&mut self, parent: Id, child: NodeOrText<Id>, next: Option<Id>) {
        let id = match child {
            NodeOrText::AppendNode(id) => {
                self.detach(id);
                id
            }
            NodeOrText::AppendText(text) => {
                let before = match next {
                    Some(next) => self.nodes[next].previous,
                    None => self.nodes[parent].last,
                };
                if let Some(Content::Text(held)) = before.map(|id| &mut self.nodes[id].content) {
                    held.push_tendril(&text);
                    return;
                }
                self.add(Content::Text(text))
            }
        };
        self.attach(parent, id, next);
    }
}

/// A tree in the making, as the parser wants it.
#[derive(Debug)]
pub(super) struct Sink {
    tree: RefCell<Tree>,
    /// Tags, texts and comments that came in so far.
    pub events: Cell<usize>,
    /// The element that was made last.
    pub latest: Cell<Id>,
}

impl Sink {
    /// A tree with nothing but its root.
    pub fn new() -> Self {
        let nameless = QualName::new(None, html5ever::ns!(), html5ever::local_name!(""));
        let tree = Tree { nodes: vec![Node::default()], nameless, attributes: 0 };
        Self { tree: RefCell::new(tree), events: Cell::new(0), latest: Cell::new(ROOT) }
    }

    /// The tree so far.
    pub fn tree(&self) -> Ref<'_, Tree> {
        self.tree.borrow()
    }

    fn count(&self) {
        self.events.set(self.events.get() + 1);
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Tree;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _message: std::borrow::Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Ref<'a, QualName> {
        Ref::map(self.tree.borrow(), |tree| match tree.nodes.get(*target).map(|node| &node.content) {
            Some(Content::Element(name, _)) => name,
            _ => &tree.nameless,
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _flags: ElementFlags) -> Id {
        self.count();
        let mut tree = self.tree.borrow_mut();
        tree.attributes += attributes.len();
        let attributes = attributes.into_iter().map(|attribute| (attribute.name.local, attribute.value)).collect();
        let id = tree.add(Content::Element(name, attributes));
        self.latest.set(id);
        id
    }

    fn create_comment(&self, _text: StrTendril) -> Id {
        self.count();
        self.tree.borrow_mut().add(Content::Other)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Id {
        self.count();
        self.tree.borrow_mut().add(Content::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.count();
        self.tree.borrow_mut().insert(*parent, child, None);
    }

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        self.count();
        let mut tree = self.tree.borrow_mut();
        if let Some(parent) = tree.parent(*sibling) {
            tree.insert(parent, child, Some(*sibling));
        }
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let held = self.tree.borrow().parent(*element).is_some();
        if held { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}

    fn get_template_contents(&self, target: &Id) -> Id {
        *target
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Attribute>) {
        let mut tree = self.tree.borrow_mut();
        tree.attributes += attributes.len();
        if let Some(Content::Element(_, own)) = tree.nodes.get_mut(*target).map(|node| &mut node.content) {
            own.extend(attributes.into_iter().map(|attribute| (attribute.name.local, attribute.value)));
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, from: &Id, to: &Id) {
        let mut tree = self.tree.borrow_mut();
        while let Some(child) = tree.first(*from) {
            tree.insert(*to, NodeOrText::AppendNode(child), None);
        }
    }
}
