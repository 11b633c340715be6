//! Paragraphs and tables of a Word file, in the order in which they are read.

use super::inline::{Field, Letters};
use super::notes::{Notes, Settings};
use super::numbering::Numbering;
use super::properties::{ListPlace, RunProperties, chosen, is_deleted, outline};
use super::styles::Styles;
use crate::source::Cell;
use crate::source::tree::{Node, attribute, child, name};
use crate::source::writer::Writer;

/// Reads one part after the other into a text.
pub struct Reader<'s> {
    pub(super) writer: Writer,
    pub(super) styles: &'s Styles,
    pub(super) settings: &'s Settings,
    pub(super) notes: Notes,
    /// The fields that are open, the outer first.
    pub(super) fields: Vec<Field>,
    numbering: Numbering,
}

/// What a paragraph is.
struct Paragraph {
    run: RunProperties,
    heading: Option<u8>,
    place: ListPlace,
}

impl<'s> Reader<'s> {
    pub fn new(writer: Writer, styles: &'s Styles, numbering: Numbering, settings: &'s Settings) -> Self {
        Self { writer, styles, settings, notes: Notes::default(), fields: Vec::new(), numbering }
    }

    pub fn into_writer(self) -> Writer {
        self.writer
    }

    /// Leaves a blank line.
    pub fn gap(&mut self) {
        self.writer.gap();
    }

    /// The paragraphs and tables in `parent`.
    pub fn blocks(&mut self, parent: Node<'_>) {
        // Paragraphs whose end was deleted or hidden: they are read as one with the next.
        let mut joined = Vec::new();
        for node in parent.children() {
            if self.writer.is_full() {
                return;
            }
            match name(node) {
                "p" => {
                    joined.push(node);
                    if !self.runs_on(node) {
                        self.paragraph(&joined, true);
                        joined.clear();
                    }
                }
                "tbl" => {
                    self.rest(&mut joined);
                    self.table(node);
                }
                "AlternateContent" => {
                    if let Some(chosen) = chosen(node) {
                        self.blocks(chosen);
                    }
                }
                "" | "pPr" | "rPr" | "tcPr" | "tblPr" | "sectPr" | "sdtPr" | "sdtEndPr" | "del" | "moveFrom" => {}
                _ => self.blocks(node),
            }
        }
        self.rest(&mut joined);
    }

    /// Paragraphs without an end, where nothing follows: their text, but no number for an empty one.
    fn rest(&mut self, joined: &mut Vec<Node<'_>>) {
        if !joined.is_empty() {
            self.paragraph(joined, false);
            joined.clear();
        }
    }

    /// Whether the end of a paragraph is deleted or hidden.
    fn runs_on(&self, paragraph: Node<'_>) -> bool {
        let properties = child(paragraph, "pPr");
        let mark = properties.map(RunProperties::of).unwrap_or_default();
        is_deleted(properties.and_then(|properties| child(properties, "rPr"))) || mark.or(self.properties(paragraph).run).is_hidden()
    }

    /// One paragraph, of one or more elements; what it is, is said by the last. Its text boxes follow it.
    fn paragraph(&mut self, nodes: &[Node<'_>], numbered: bool) {
        let Some(last) = nodes.last() else {
            return;
        };
        let paragraph = self.properties(*last);
        self.writer.begin_paragraph(paragraph.heading.filter(|level| *level > 0));
        let counted = paragraph.place.list.filter(|list| *list != 0 && numbered);
        if let Some((label, run)) = counted.and_then(|list| self.numbering.next(list, paragraph.place.level.unwrap_or(0))) {
            let mark = child(*last, "pPr").map(RunProperties::of).unwrap_or_default();
            self.writer.number(&label, run.or(mark).or(paragraph.run).face());
        }
        let mut boxes = Vec::new();
        for node in nodes {
            self.inline(*node, &Letters::of(self.properties(*node).run), &mut boxes);
        }
        self.fields.retain(|field| field.is_shown());
        self.writer.end_paragraph();
        for content in boxes {
            self.blocks(content);
        }
    }

    /// What a paragraph is by its own properties and its style.
    fn properties(&self, paragraph: Node<'_>) -> Paragraph {
        let properties = child(paragraph, "pPr");
        let named = properties.and_then(|properties| attribute(child(properties, "pStyle")?, "val"));
        let own = ListPlace::of(properties);
        let heading = outline(properties);
        let Some((id, style)) = self.styles.paragraph(named) else {
            return Paragraph { run: self.styles.defaults(), heading, place: own };
        };
        let list = own.list.or(style.place.list);
        // A list that comes with the style has a level that names the style.
        let level =
            if own.list.is_some() { own.level } else { own.level.or_else(|| self.numbering.level_of(list?, id)).or(style.place.level) };
        Paragraph { run: style.run.or(self.styles.defaults()), heading: heading.or(style.heading), place: ListPlace { list, level } }
    }

    fn table(&mut self, table: Node<'_>) {
        let number = self.writer.begin_table();
        let mut rows = Vec::new();
        through(table, "tr", &mut rows);
        let rows = rows.into_iter().filter(|row| !is_deleted(child(*row, "trPr")));
        for (row, node) in (0..).zip(rows) {
            self.row(node, number, row);
        }
        self.writer.end_table();
    }

    fn row(&mut self, row: Node<'_>, table: u32, number: u32) {
        let properties = child(row, "trPr");
        let header = properties.and_then(|properties| super::properties::switch(properties, "tblHeader")).unwrap_or(false);
        let mut column = count(properties, "gridBefore").unwrap_or(0);
        let mut cells = Vec::new();
        through(row, "tc", &mut cells);
        for cell in cells {
            let properties = child(cell, "tcPr");
            let columns = count(properties, "gridSpan").unwrap_or(1).max(1);
            if !is_continued(properties) {
                let from = self.writer.begin_cell();
                self.blocks(cell);
                self.writer.end_cell(from, Cell { table, row: number, column, columns, header });
            }
            column = column.saturating_add(columns);
        }
    }
}

/// The elements of a name in `parent`, also those in content controls and the like, but not those within one another.
fn through<'t>(parent: Node<'t>, wanted: &str, found: &mut Vec<Node<'t>>) {
    for node in parent.children() {
        match name(node) {
            name if name == wanted => found.push(node),
            "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "smartTag" => through(node, wanted, found),
            _ => {}
        }
    }
}

fn count(properties: Option<Node<'_>>, local: &str) -> Option<u32> {
    attribute(child(properties?, local)?, "val")?.parse().ok()
}

/// Whether a cell is the rest of one that began above or before it.
fn is_continued(properties: Option<Node<'_>>) -> bool {
    let merge = |local| properties.and_then(|properties| child(properties, local));
    ["vMerge", "hMerge"].into_iter().filter_map(merge).any(|merge| attribute(merge, "val") != Some("restart"))
}
