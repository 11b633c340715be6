//! A document is read from top to bottom; its notes come after it.

use std::path::Path;

use roxmltree::{Document, Node};

use super::OTHERWISE;
use super::element::{is_block, is_data, is_known, is_paragraph, is_spaced, label, marks, name, words};
use super::table::Table;
use crate::error::{Error, Result};
use crate::source::draft::Draft;
use crate::source::html::Writer;
use crate::source::{Limits, MarkKind};

/// Reads a document into a draft.
///
/// # Errors
/// It is of another kind, or nested deeper than such documents are. `file` is only named in the error.
pub(super) fn walk(file: &Path, document: &Document, draft: &mut Draft, limits: &Limits) -> Result<()> {
    if !document.descendants().any(|node| is_known(&node)) {
        let what = "is XML of a kind that is not read: it holds no questions or answers of parliament";
        return Err(Error::new(file, what, OTHERWISE));
    }
    let mut walk =
        Walk { writer: Writer::new(draft), open: Vec::new(), tables: Vec::new(), count: 0, notes: Vec::new(), depth: limits.depth };
    let deep = |()| {
        let what = format!("nests elements more than {} deep", limits.depth);
        Error::new(file, what, OTHERWISE)
    };
    walk.read(document.root_element()).map_err(deep)?;
    for (number, note) in std::mem::take(&mut walk.notes) {
        walk.note(&number, note).map_err(deep)?;
    }
    Ok(())
}

/// An element that is being read.
struct Open<'d, 'i> {
    node: Node<'d, 'i>,
    from: usize,
    marks: Vec<MarkKind>,
    block: bool,
    in_paragraph: bool,
}

struct Walk<'d, 'i, 'w> {
    writer: Writer<'w>,
    open: Vec<Open<'d, 'i>>,
    tables: Vec<Table<'d>>,
    /// Tables so far.
    count: u32,
    /// Notes so far, with their numbers.
    notes: Vec<(String, Node<'d, 'i>)>,
    depth: usize,
}

impl<'d, 'i: 'd> Walk<'d, 'i, '_> {
    /// Reads what is in a node; fails when that is nested too deep.
    fn read(&mut self, top: Node<'d, 'i>) -> std::result::Result<(), ()> {
        let base = self.open.len();
        let mut next = top.first_child();
        loop {
            next = match next {
                Some(node) if self.enter(node) => node.first_child(),
                Some(node) => node.next_sibling(),
                None if self.open.len() == base => break,
                None => self.open.pop().and_then(|open| {
                    let node = open.node;
                    self.leave(open);
                    node.next_sibling()
                }),
            };
            if self.open.len() > self.depth {
                return Err(());
            }
        }
        self.writer.end_block(false);
        Ok(())
    }

    /// Begins a node; whether what is in it is to be read.
    fn enter(&mut self, node: Node<'d, 'i>) -> bool {
        if node.is_text() {
            self.writer.text(node.text().unwrap_or_default(), false);
        }
        let in_paragraph = self.open.last().is_some_and(|open| open.in_paragraph);
        if !node.is_element() || is_data(&node) || self.is_written(node, in_paragraph) {
            return false;
        }
        let block = is_block(&node, in_paragraph);
        if block {
            self.writer.end_block(is_spaced(&node));
        }
        let mut marks = marks(&node);
        self.cell(&node, &mut marks);
        let from = self.writer.at();
        self.open.push(Open { node, from, marks, block, in_paragraph: is_paragraph(&node) || (in_paragraph && !block) });
        true
    }

    /// Elements that are written at once: numbers, calls of notes, line ends.
    fn is_written(&mut self, node: Node<'d, 'i>, in_paragraph: bool) -> bool {
        match name(&node) {
            "br" => self.writer.line_break(),
            "noot" => self.call(node, in_paragraph),
            "nootref" => self.mark(&words(node), MarkKind::Call),
            "li.nr" | "lidnr" => self.writer.number(&words(node)),
            "nr" | "nummer" => {
                let Some(label) = label(&node, &words(node)) else { return false };
                self.writer.end_block(false);
                self.mark(&label, MarkKind::Number);
                self.writer.end_block(false);
            }
            _ => return false,
        }
        true
    }

    /// Writes text under a mark.
    fn mark(&mut self, text: &str, kind: MarkKind) {
        if !text.is_empty() {
            let from = self.writer.at();
            self.writer.word(text);
            self.writer.mark(from, kind);
        }
    }

    /// Keeps a note for the end, and writes its number where it is called.
    fn call(&mut self, node: Node<'d, 'i>, in_paragraph: bool) {
        let number = node.children().find(|child| name(child) == "noot.nr").map(words);
        let number = number.unwrap_or_else(|| (self.notes.len() + 1).to_string());
        if in_paragraph {
            self.mark(&number, MarkKind::Call);
        }
        self.notes.push((number, node));
    }

    /// Writes a note.
    fn note(&mut self, number: &str, note: Node<'d, 'i>) -> std::result::Result<(), ()> {
        self.writer.end_block(true);
        let from = self.writer.at();
        self.writer.word(number);
        self.writer.join(" ");
        for child in note.children().filter(|child| name(child) != "noot.nr") {
            if self.enter(child) {
                self.read(child)?;
                self.open.pop().into_iter().for_each(|open| self.leave(open));
            }
        }
        self.writer.release();
        self.writer.end_block(false);
        self.writer.mark(from, MarkKind::Note);
        Ok(())
    }

    /// Tables, their rows and cells.
    fn cell(&mut self, node: &Node<'d, 'i>, marks: &mut Vec<MarkKind>) {
        match (name(node), self.tables.last_mut()) {
            ("tgroup", _) => {
                self.tables.push(Table::new(*node, self.count));
                self.count += 1;
            }
            ("thead" | "tbody" | "tfoot", Some(table)) => table.part(),
            ("row", Some(table)) => table.row(node),
            ("entry", Some(table)) => marks.push(MarkKind::Cell(table.cell(node))),
            _ => {}
        }
    }

    /// Ends an element.
    fn leave(&mut self, open: Open<'d, 'i>) {
        match name(&open.node) {
            "tgroup" => drop(self.tables.pop()),
            "row" => self.tables.last_mut().into_iter().for_each(Table::end_row),
            "li" => self.writer.release(),
            _ => {}
        }
        if open.block {
            self.writer.end_block(false);
        }
        for kind in open.marks {
            self.writer.mark(open.from, kind);
        }
    }
}
