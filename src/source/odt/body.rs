//! Paragraphs, lists and tables of a LibreOffice file, in the order in which they are read.

use super::changes::Changes;
use super::inline::Note;
use super::lists::{Lists, OUTLINE};
use super::styles::{MOST_LETTERS, Paragraph, Styles};
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
    pub changes: Changes<'t>,
    /// The end of the last paragraph was deleted: the next goes on in it.
    runs_on: bool,
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

/// What gives a paragraph its number.
#[derive(Clone, Copy, Debug)]
enum Counted<'t> {
    /// Nothing, but for a heading.
    Alone,
    /// An item of a list, of which it is the first paragraph; the item may say where to start.
    Item(Place<'t>, Option<i64>),
    /// Nothing: it is the second paragraph of an item.
    Passed,
}

impl<'s, 't> Reader<'s, 't> {
    pub fn new(writer: Writer, styles: &'s Styles, lists: Lists) -> Self {
        Self { writer, styles, notes: Vec::new(), blank: true, changes: Changes::default(), runs_on: false, lists, repeats: MOST_REPEATS }
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

    /// A text that nothing goes on from: of the document, a cell, a note, a text box.
    pub fn text(&mut self, parent: Node<'t>) {
        self.blocks(parent);
        self.end_text();
    }

    fn end_text(&mut self) {
        if std::mem::take(&mut self.runs_on) {
            self.writer.end_paragraph();
        }
    }

    /// The paragraphs, lists and tables in `parent`.
    fn blocks(&mut self, parent: Node<'t>) {
        for node in parent.children() {
            if self.writer.is_full() {
                return;
            }
            match name(node) {
                "p" | "h" => self.paragraph(node, Counted::Alone),
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
        let named = attribute(list, "style-name").filter(|style| style.len() <= MOST_LETTERS);
        let place = if let Some(outer) = outer {
            Place { style: named.unwrap_or(outer.style), level: outer.level + 1, ..outer }
        } else {
            let style = named.unwrap_or_default();
            Place { counts: self.lists.begin(list, style), style, level: 0 }
        };
        for item in list.children() {
            if self.writer.is_full() {
                return;
            }
            let style = attribute(item, "style-override").unwrap_or(place.style);
            let start = attribute(item, "start-value").and_then(|start| start.parse().ok());
            let counted = if name(item) == "list-item" { Counted::Item(Place { style, ..place }, start) } else { Counted::Passed };
            self.item(item, place, counted);
        }
    }

    /// An item of a list: the first paragraph has its number.
    fn item(&mut self, item: Node<'t>, place: Place<'t>, mut counted: Counted<'t>) {
        for node in item.children() {
            match name(node) {
                "p" | "h" => self.paragraph(node, std::mem::replace(&mut counted, Counted::Passed)),
                "list" => {
                    // A list before any paragraph of its item only goes on with a deeper level of one that was interrupted.
                    if matches!(counted, Counted::Passed) && attribute(node, "continue-numbering") != Some("true") {
                        self.lists.restart(place.counts, place.level + 1);
                    }
                    self.list(node, Some(place));
                }
                "table" => self.table(node),
                "" => {}
                _ => self.blocks(node),
            }
        }
    }

    /// One paragraph or heading; its text boxes follow it.
    fn paragraph(&mut self, node: Node<'t>, counted: Counted<'t>) {
        let styles = self.styles;
        let paragraph = styles.paragraph(attribute(node, "style-name"));
        let hidden = |field| name(field) == "hidden-paragraph" && attribute(field, "is-hidden") == Some("true");
        if paragraph.letters.is_hidden() || node.children().any(hidden) {
            return;
        }
        if !self.runs_on {
            self.begin_paragraph(node, paragraph, counted);
        }
        let mut boxes = Vec::new();
        self.inline(node, paragraph.letters, &mut boxes);
        self.runs_on = self.changes.is_deleted();
        if !self.runs_on {
            self.writer.end_paragraph();
        }
        for content in boxes {
            self.end_text();
            self.text(content);
        }
    }

    /// Begins a paragraph: what it is, and its number.
    fn begin_paragraph(&mut self, node: Node<'t>, paragraph: &Paragraph, counted: Counted<'t>) {
        let heading = name(node) == "h";
        let level = attribute(node, "outline-level").and_then(|level| level.parse::<u8>().ok()).unwrap_or(1).max(1);
        self.writer.begin_paragraph(if heading { Some(level) } else { paragraph.title });
        let number = match counted {
            Counted::Item(place, start) => {
                let style = if place.style.is_empty() { paragraph.list.as_deref().unwrap_or_default() } else { place.style };
                self.lists.next(place.counts, style, place.level, start)
            }
            Counted::Alone if heading && attribute(node, "is-list-header") != Some("true") && paragraph.list.as_deref() != Some("") => {
                let start = attribute(node, "start-value").and_then(|start| start.parse().ok());
                let counts = self.lists.outline();
                self.lists.next(counts, OUTLINE, usize::from(level) - 1, start)
            }
            _ => None,
        };
        if let Some(number) = number {
            self.writer.number(&number, paragraph.letters.face());
        }
        self.blank = true;
    }

    fn table(&mut self, table: Node<'t>) {
        self.end_text();
        let number = self.writer.begin_table();
        let mut rows = Vec::new();
        rows_of(table, false, &mut rows);
        let mut row = 0_u32;
        for (node, header) in rows {
            let rows = self.times(node, "number-rows-repeated");
            for _ in 0..rows {
                self.row(node, number, row, header);
                row = row.saturating_add(1);
            }
            row = row.saturating_add(count(node, "number-rows-repeated").saturating_sub(rows));
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
                self.text(cell);
                let columns = count(cell, "number-columns-spanned");
                self.writer.end_cell(from, Cell { table, row, column, columns, header });
                // The cells that it covers are there as well, as covered ones.
                column = column.saturating_add(1);
            }
        }
    }

    /// How often a row or cell is written: once when it holds nothing, or a table, for tables in tables would multiply.
    fn times(&mut self, node: Node<'_>, local: &str) -> u32 {
        let wanted = count(node, local);
        let holds = |wanted: &str| node.descendants().any(|inner| name(inner) == wanted);
        if wanted == 1 || !holds("p") || holds("table") {
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
