//! Footnotes and endnotes of a Word file: counted where they are called, written at the end.

use std::collections::HashMap;

use super::body::Reader;
use super::numbering::numeral;
use super::properties::switch;
use crate::source::numeral::{Case, Numeral};
use crate::source::tree::{Node, attribute, child, name};

/// What the file says of all its pages.
#[derive(Debug)]
pub struct Settings {
    /// Left pages have headers and footers of their own.
    pub even_and_odd: bool,
    pub footnotes: Numeral,
    pub endnotes: Numeral,
}

impl Default for Settings {
    fn default() -> Self {
        Self { even_and_odd: false, footnotes: Numeral::Decimal, endnotes: Numeral::Roman(Case::Lower) }
    }
}

impl Settings {
    /// Reads `settings.xml`.
    pub fn read(root: Node<'_>) -> Self {
        let usual = Self::default();
        let form = |kind| child(root, kind).and_then(|notes| attribute(child(notes, "numFmt")?, "val")).map(numeral);
        Self {
            even_and_odd: switch(root, "evenAndOddHeaders").unwrap_or(false),
            footnotes: form("footnotePr").unwrap_or(usual.footnotes),
            endnotes: form("endnotePr").unwrap_or(usual.endnotes),
        }
    }
}

/// The notes that were called so far.
#[derive(Debug, Default)]
pub struct Notes {
    footnotes: Called,
    endnotes: Called,
}

/// Notes of one kind.
#[derive(Debug, Default)]
struct Called {
    /// Ids and labels, in the order of the text; a note that is called again keeps its label.
    order: Vec<(String, String)>,
    labels: HashMap<String, String>,
    counted: i64,
}

impl Notes {
    /// The label of the note that is called here; none when its mark is typed in the text and in the note itself.
    pub fn call(&mut self, reference: Node<'_>, own_mark: bool, settings: &Settings) -> Option<String> {
        let (called, form) = match name(reference) {
            "footnoteReference" => (&mut self.footnotes, settings.footnotes),
            _ => (&mut self.endnotes, settings.endnotes),
        };
        let id = attribute(reference, "id")?;
        if let Some(label) = called.labels.get(id) {
            return Some(label.clone()).filter(|label| !label.is_empty());
        }
        called.counted += i64::from(!own_mark);
        let label = if own_mark { String::new() } else { form.write(called.counted) };
        called.labels.insert(id.to_owned(), label.clone());
        called.order.push((id.to_owned(), label.clone()));
        Some(label).filter(|label| !label.is_empty())
    }
}

impl Reader<'_> {
    /// The notes that were called, from `footnotes.xml` or `endnotes.xml`.
    pub fn write_notes(&mut self, root: Node<'_>) {
        let called = if name(root) == "footnotes" { &mut self.notes.footnotes } else { &mut self.notes.endnotes };
        let order = std::mem::take(&mut called.order);
        let notes: HashMap<_, _> = root.children().filter_map(|node| Some((attribute(node, "id")?, node))).collect();
        let found = order.iter().filter_map(|(id, label)| Some((*notes.get(id.as_str())?, label)));
        for (node, label) in found {
            self.fields.clear();
            let from = self.writer.begin_note(label);
            self.blocks(node);
            self.writer.end_note(from);
        }
    }
}
