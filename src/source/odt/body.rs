//! Paragraphs, lists and tables of a LibreOffice file, in the order in which they are read.

use super::inline::Note;
use super::lists::{Lists, OUTLINE};
use super::styles::Styles;
use crate::source::Cell;
use crate::source::tree::{Node, attribute, name};
use crate::source::writer::Writer;

/// How often rows and cells are repeated in one file: it is said with a number, which may be any.
const MOST_REPEATS: u32 = 10_000;

/// Reads a document into a text.
pub struct Reader<'s, 't> {
    pub(super) writer: Writer,
    pub(super) styles: &'s Styles,
    /// The notes that were called, to be written at the end.
    pub(super) notes: Vec<Note<'t>>,
    /// Nothing but white space since the last letter: more of it is none.
    pub(super) blank: bool,
    lists: Lists,
    repeats: u32,
}

/// Where an item of a list stands.
#[derive(Clone, Copy, Debug)]
struct Place<'t> {
    counts: usize,
    style: &'t str,
    level: usize,
}

/// The number that the next paragraph of an item gets.
#[derive(Clone, Copy, Debug)]
struct Item<'t> {
    place: Place<'t>,
    start: Option<i64>,
}

impl<'s, 't> Reader<'s, 't> {
    pub fn new(writer: Writer, styles: &'s Styles, lists: Lists) -> Self {
        Self { writer, styles, notes: Vec::new(), blank: true, lists, repeats: MOST_REPEATS }
    }

    /// Goes on with other styles: the text and the margins have their own of the same names.
    pub fn turn_to(&mut self, styles: &'s Styles, lists: Lists) {
        self.styles = styles;
        self.lists = lists;
    }

    pub fn into_writer(self) -> Writer {
        self.writer
    }

    /// Leaves a blank line.
    pub fn gap(&mut self) {
        self.writer.gap();
    }

    /// The paragraphs, lists and tables in `parent`.
    pub fn blocks(&mut self, parent: Node<'t>) {
        for node in parent.children() {
            if self.writer.is_full() {
                return;
            }
            match name(node) {
                "p" | "h" => self.paragraph(node, None),
                "list" => self.list(node, None),
                "table" => self.table(node),
                "section" if self.is_hidden(node) => {}
                "" | "tracked-changes" | "forms" | "annotation" | "object" | "object-ole" | "image" | "event-listeners" => {}
                _ => self.blocks(node),
            }
        }
    }

    fn is_hidden(&self, section: Node<'_>) -> bool {
        attribute(section, "display") == Some("none")
            || attribute(section, "is-hidden") == Some("true")
            || self.styles.hides(attribute(section, "style-name"))
    }

    /// A list, in an item of another when `outer` is given.
    fn list(&mut self, list: Node<'t>, outer: Option<Place<'t>>) {
        let named = attribute(list, "style-name");
        let place = match outer {
            Some(outer) => Place { style: named.unwrap_or(outer.style), level: outer.level + 1, ..outer },
            None => {
                let style = named.unwrap_or_default();
                Place { counts: self.lists.begin(list, style), style, level: 0 }
            }
        };
        if outer.is_some() && attribute(list, "continue-numbering") != Some("true") {
            self.lists.restart(place.counts, place.level);
        }
        for item in list.children() {
            if self.writer.is_full() {
                return;
            }
            let style = attribute(item, "style-override").unwrap_or(place.style);
            let start = attribute(item, "start-value").and_then(|start| start.parse().ok());
            let number = Item { place: Place { style, ..place }, start };
            self.item(item, place, Some(number).filter(|_| name(item) == "list-item"));
        }
    }

    /// An item of a list: the first paragraph has its number.
    fn item(&mut self, item: Node<'t>, place: Place<'t>, mut number: Option<Item<'t>>) {
        for node in item.children() {
            match name(node) {
                "p" | "h" => self.paragraph(node, Some(number.take())),
                "list" => self.list(node, Some(place)),
                "table" => self.table(node),
                "" => {}
                _ => self.blocks(node),
            }
        }
    }

    /// One paragraph or heading; `item` is given in a list, with a number when it is the first. Its text boxes follow it.
    fn paragraph(&mut self, node: Node<'t>, item: Option<Option<Item<'t>>>) {
        let paragraph = self.styles.paragraph(attribute(node, "style-name"));
        let hidden = |field| name(field) == "hidden-paragraph" && attribute(field, "is-hidden") == Some("true");
        if paragraph.letters.is_hidden() || node.children().any(hidden) {
            return;
        }
        let heading = name(node) == "h";
        let level = attribute(node, "outline-level").and_then(|level| level.parse::<u8>().ok()).unwrap_or(1);
        self.writer.begin_paragraph(if heading { Some(level.max(1)) } else { paragraph.title });
        let number = match item {
            Some(item) => item.and_then(|item| {
                let style = if item.place.style.is_empty() { paragraph.list.as_deref().unwrap_or_default() } else { item.place.style };
                self.lists.next(item.place.counts, style, item.place.level, item.start)
            }),
            None if heading && attribute(node, "is-list-header") != Some("true") && paragraph.list.as_deref() != Some("") => {
                let start = attribute(node, "start-value").and_then(|start| start.parse().ok());
                let counts = self.lists.outline();
                self.lists.next(counts, OUTLINE, usize::from(level.max(1)) - 1, start)
            }
            None => None,
        };
        if let Some(number) = number {
            self.writer.number(&number, paragraph.letters.face());
        }
        let mut boxes = Vec::new();
        self.blank = true;
        self.inline(node, paragraph.letters, &mut boxes);
        self.writer.end_paragraph();
        for content in boxes {
            self.blocks(content);
        }
    }

    fn table(&mut self, table: Node<'t>) {
        let number = self.writer.begin_table();
        let mut rows = Vec::new();
        rows_of(table, false, &mut rows);
        let mut row = 0_u32;
        for (node, header) in rows {
            for _ in 0..self.times(node, "number-rows-repeated") {
                self.row(node, number, row, header);
                row = row.saturating_add(1);
            }
        }
        self.writer.end_table();
    }

    fn row(&mut self, node: Node<'t>, table: u32, row: u32, header: bool) {
        let mut column = 0_u32;
        for cell in node.children() {
            let covered = name(cell) == "covered-table-cell";
            if !covered && name(cell) != "table-cell" {
                continue;
            }
            if covered || !cell.has_children() {
                column = column.saturating_add(count(cell, "number-columns-repeated"));
                continue;
            }
            for _ in 0..self.times(cell, "number-columns-repeated") {
                let from = self.writer.begin_cell();
                self.blocks(cell);
                let columns = count(cell, "number-columns-spanned");
                self.writer.end_cell(from, Cell { table, row, column, columns, header });
                // The cells that it covers are there as well, as covered ones.
                column = column.saturating_add(1);
            }
        }
    }

    /// How often a row or cell is written: once when it holds a table, for tables in tables would multiply.
    fn times(&mut self, node: Node<'_>, local: &str) -> u32 {
        let wanted = count(node, local);
        if wanted == 1 || node.descendants().any(|inner| name(inner) == "table") {
            return 1;
        }
        let times = wanted.min(self.repeats);
        self.repeats -= times;
        times.max(1)
    }
}

/// A number of rows or columns: one where nothing is said.
fn count(node: Node<'_>, local: &str) -> u32 {
    attribute(node, local).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}

/// The rows of a table, and whether each is a header.
fn rows_of<'t>(parent: Node<'t>, header: bool, rows: &mut Vec<(Node<'t>, bool)>) {
    for node in parent.children() {
        match name(node) {
            "table-row" if attribute(node, "visibility").is_none_or(|shown| shown == "visible") => rows.push((node, header)),
            "table-header-rows" => rows_of(node, true, rows),
            "table-rows" | "table-row-group" => rows_of(node, header, rows),
            _ => {}
        }
    }
}

/// The style of the first paragraph of a text, which may say what pages it begins with.
pub fn first_style(text: Node<'_>) -> Option<&str> {
    let first = text.descendants().find(|node| matches!(name(*node), "p" | "h" | "table"))?;
    attribute(first, "style-name")
}
