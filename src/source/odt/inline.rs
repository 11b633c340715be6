//! What stands within a paragraph of a LibreOffice file: spans, blanks, fields, notes and text boxes.

use super::body::Reader;
use super::styles::Letters;
use crate::source::symbol::{has_symbols, with_symbols};
use crate::source::tree::{Node, attribute, child, name};

/// The most blanks that one element may stand for: it says so with a number, which may be any.
const MOST_BLANKS: usize = 100;

/// A note that was called.
#[derive(Clone, Copy, Debug)]
pub struct Note<'t> {
    node: Node<'t>,
    endnote: bool,
}

impl<'t> Reader<'_, 't> {
    /// The text in `parent`; text boxes and drawings are put in `boxes`.
    pub(super) fn inline(&mut self, parent: Node<'t>, letters: Letters, boxes: &mut Vec<Node<'t>>) {
        for node in parent.children() {
            match name(node) {
                "change-start" | "change-end" => self.changes.pass(node),
                _ if self.changes.is_deleted() => self.inline(node, letters, &mut Vec::new()),
                "" if node.is_text() => self.written(node.text().unwrap_or_default(), letters),
                "span" => {
                    let letters = self.styles.letters(attribute(node, "style-name"), letters);
                    if !letters.is_hidden() {
                        self.inline(node, letters, boxes);
                    }
                }
                "s" => {
                    let count = attribute(node, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                    self.exactly(&" ".repeat(count.min(MOST_BLANKS)), letters);
                }
                "tab" => self.exactly("\t", letters),
                "line-break" => {
                    self.writer.break_line();
                    self.blank = true;
                }
                "note" => self.call(node),
                "hidden-text" if attribute(node, "is-hidden") == Some("true") => {}
                "frame" | "custom-shape" | "rect" | "ellipse" | "circle" | "line" | "polygon" | "polyline" | "path" | "g" | "caption"
                | "connector" | "regular-polygon" => boxes.push(node),
                "" | "annotation" | "ruby-text" | "script" | "title" | "desc" | "event-listeners" => {}
                _ => self.inline(node, letters, boxes),
            }
        }
    }

    /// Text as it stands in the file, where any white space is one blank, and none at the beginning.
    fn written(&mut self, text: &str, letters: Letters) {
        let mut one = String::with_capacity(text.len());
        for c in text.chars() {
            let white = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !(white && self.blank) {
                one.push(if white { ' ' } else { c });
            }
            self.blank = white;
        }
        if has_symbols(letters.font(), &one) {
            one = with_symbols(letters.font(), &one);
        }
        self.writer.text(&one, letters.face());
    }

    /// White space that is meant.
    fn exactly(&mut self, text: &str, letters: Letters) {
        self.writer.text(text, letters.face());
        self.blank = false;
    }

    fn call(&mut self, node: Node<'t>) {
        self.writer.call(&citation(node));
        self.blank = false;
        self.notes.push(Note { node, endnote: attribute(node, "note-class") == Some("endnote") });
    }

    /// The notes that were called, footnotes first.
    pub fn write_notes(&mut self) {
        let mut notes = std::mem::take(&mut self.notes);
        notes.sort_by_key(|note| note.endnote);
        for note in notes {
            let from = self.writer.begin_note(&citation(note.node));
            if let Some(body) = child(note.node, "note-body") {
                self.text(body);
            }
            self.writer.end_note(from);
        }
    }
}

/// The mark of a note.
fn citation(note: Node<'_>) -> String {
    child(note, "note-citation").and_then(|citation| citation.text()).unwrap_or_default().trim().to_owned()
}
