//! A page is read from top to bottom: what stands where becomes text and marks.

use super::aside::is_aside;
use super::grid::Grid;
use super::list::List;
use super::note::Notes;
use super::page::Page;
use super::shape::{self, Shape, shape};
use super::tree::{Id, ROOT, Tree};
use super::writer::Writer;
use crate::source::MarkKind;
use crate::source::draft::Draft;

/// A term and its description stand on one line when the term is not longer than this and no sentence.
const SHORT_TERM: usize = 60;

/// Reads a page into a draft.
pub(super) fn walk(tree: &Tree, draft: &mut Draft) {
    let page = Page::of(tree);
    let notes = Notes::of(&page);
    let mut walk = Walk {
        page: &page,
        notes,
        writer: Writer::new(draft),
        state: State::default(),
        open: Vec::new(),
        lists: Vec::new(),
        grids: Vec::new(),
        tables: 0,
    };
    walk.run();
}

/// An element that is being read.
#[derive(Debug)]
struct Open {
    id: Id,
    shape: Shape,
    /// Where its text begins.
    from: usize,
    /// The marks that its text gets when it ends.
    marks: Vec<MarkKind>,
    /// The state to go back to.
    state: State,
    /// What it put on a stack.
    pushed: Option<Pushed>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pushed {
    List,
    Grid,
}

/// What holds for all that stands in an element.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "what holds for a text are independent facts")]
struct State {
    aside: bool,
    in_main: bool,
    bold: bool,
    italic: bool,
    heading: bool,
    quoted: bool,
    kept: bool,
    /// The level of the heading above.
    level: u8,
}

struct Walk<'p> {
    page: &'p Page<'p>,
    notes: Notes,
    writer: Writer<'p>,
    state: State,
    open: Vec<Open>,
    lists: Vec<List>,
    /// The tables; none for one that only lays out the page.
    grids: Vec<Option<Grid>>,
    tables: u32,
}

impl Walk<'_> {
    fn run(&mut self) {
        let tree = self.page.tree;
        let mut next = tree.first(ROOT);
        loop {
            next = match next {
                Some(id) if self.enter(id) => tree.first(id),
                Some(id) => tree.next(id),
                None => match self.open.pop() {
                    Some(open) => {
                        let id = open.id;
                        self.leave(open);
                        tree.next(id)
                    }
                    None => break,
                },
            };
        }
        self.writer.end_block(false);
    }

    /// Begins a node; whether what is in it is to be read.
    fn enter(&mut self, id: Id) -> bool {
        let tree = self.page.tree;
        if let Some(text) = tree.text(id) {
            self.text(id, text);
            return false;
        }
        match tree.name(id) {
            "" => return false,
            "br" => {
                self.writer.line_break();
                return false;
            }
            // They stand apart, though nothing is written between them.
            "button" | "label" | "input" => self.writer.text(" ", false),
            _ => {}
        }
        let shape = shape(self.page, id);
        if shape == Shape::Unseen {
            return false;
        }
        let before = self.state;
        self.begin(id, shape);
        let from = self.writer.at();
        let mut marks = Vec::new();
        let mut turn = |on: &mut bool, wanted: bool, kind: MarkKind| {
            if wanted && !*on {
                *on = true;
                marks.push(kind);
            }
        };
        let state = &mut self.state;
        state.in_main |= self.page.is_main(id);
        turn(&mut state.aside, !before.aside && is_aside(self.page, id, state.in_main), MarkKind::Aside);
        turn(&mut state.quoted, shape::quotes(tree, id), MarkKind::Quoted);
        let [bold, italic] = shape::emphasis(tree, id);
        turn(&mut state.bold, bold.is_some(), MarkKind::Bold);
        turn(&mut state.italic, italic.is_some(), MarkKind::Italic);
        if let Some(level) = heading(tree, id, before.level) {
            turn(&mut state.heading, true, MarkKind::Heading(level));
        }
        state.kept |= tree.name(id) == "pre";
        if self.notes.calls.contains(&id) {
            marks.push(MarkKind::Call);
        }
        if self.notes.notes.contains(&id) {
            marks.push(MarkKind::Note);
        }
        let pushed = self.push(id, &mut marks);
        self.open.push(Open { id, shape, from, marks, state: before, pushed });
        true
    }

    /// Ends the line before a block; a description stays on the line of its term.
    fn begin(&mut self, id: Id, shape: Shape) {
        let tree = self.page.tree;
        let term = tree.sibling(id, true).filter(|before| tree.name(id) == "dd" && tree.name(*before) == "dt");
        if term.is_some_and(|term| self.page.bytes(term) > 0) && !self.writer.at_line_start() {
            let joint = if self.writer.ends_with_colon() { " " } else { ": " };
            return self.writer.join(joint);
        }
        if shape != Shape::Inline {
            self.writer.end_block(shape == Shape::Spaced);
        }
    }

    /// Lists, items, tables, rows and cells.
    fn push(&mut self, id: Id, marks: &mut Vec<MarkKind>) -> Option<Pushed> {
        let tree = self.page.tree;
        match tree.name(id) {
            "ul" | "ol" | "menu" | "dir" => {
                self.writer.release();
                self.writer.end_block(false);
                self.lists.push(List::of(tree, id));
                return Some(Pushed::List);
            }
            "li" => {
                let number = self.lists.last_mut().and_then(|list| list.number(tree, id));
                if let Some(number) = number.filter(|_| self.page.bytes(id) > 0) {
                    self.writer.number(&number);
                }
            }
            "table" => {
                let grid = is_data(self.page, id).then(|| Grid::new(self.tables));
                self.tables += u32::from(grid.is_some());
                self.grids.push(grid);
                return Some(Pushed::Grid);
            }
            "thead" | "tbody" | "tfoot" => {
                if let Some(Some(grid)) = self.grids.last_mut() {
                    grid.part();
                }
            }
            "tr" => {
                if let Some(Some(grid)) = self.grids.last_mut() {
                    grid.row(is_header(tree, id));
                }
            }
            "td" | "th" => {
                if let Some(Some(grid)) = self.grids.last_mut() {
                    marks.push(MarkKind::Cell(grid.cell(spanned(tree, id, "colspan") as usize, spanned(tree, id, "rowspan"))));
                }
            }
            _ => {}
        }
        None
    }

    /// Ends an element.
    fn leave(&mut self, open: Open) {
        let tree = self.page.tree;
        let name = tree.name(open.id);
        match name {
            "li" => self.writer.release(),
            "tr" => {
                if let Some(Some(grid)) = self.grids.last_mut() {
                    grid.end_row();
                }
            }
            _ => {}
        }
        let one_line = name == "dt" && self.is_term(open.from);
        if open.shape != Shape::Inline && !one_line {
            self.writer.end_block(open.shape == Shape::Spaced);
        }
        for kind in open.marks {
            self.writer.mark(open.from, kind);
        }
        match open.pushed {
            Some(Pushed::List) => drop(self.lists.pop()),
            Some(Pushed::Grid) => drop(self.grids.pop()),
            None => {}
        }
        let level = self.state.level;
        self.state = open.state;
        // A heading stands above all that follows; one in a panel only above what is in the panel.
        self.state.level = match shape::level(tree, open.id) {
            Some(own) if !self.state.aside => own,
            None if name != "details" && !self.state.aside => level,
            _ => self.state.level,
        };
    }

    /// Whether what was written since `from` is a short term, not a sentence.
    fn is_term(&self, from: usize) -> bool {
        let term = self.writer.since(from).trim();
        !term.is_empty() && term.len() <= SHORT_TERM && !term.contains('\n') && !term.ends_with(['?', '!', '.'])
    }

    fn text(&mut self, id: Id, text: &str) {
        let beside = !self.state.aside && is_aside(self.page, id, self.state.in_main);
        let from = self.writer.at();
        self.writer.text(text, self.state.kept);
        if beside {
            self.writer.mark(from, MarkKind::Aside);
        }
    }
}

/// The level of the heading that an element is; what opens a panel stands one below the heading above it.
fn heading(tree: &Tree, id: Id, above: u8) -> Option<u8> {
    let opens = tree.name(id) == "summary" || (shape::opens(tree, id) && !tree.above(id).any(|id| tree.name(id) == "nav"));
    let inner = || above.saturating_add(1).saturating_add(outer_panels(tree, id));
    shape::level(tree, id).or_else(|| opens.then(inner))
}

/// How many panels stand around the one that a summary opens.
fn outer_panels(tree: &Tree, id: Id) -> u8 {
    tree.above(id).filter(|id| tree.name(*id) == "details").skip(1).take(8).count() as u8
}

/// Whether a table holds data: it has more cells than one and does not say that it only lays out the page.
fn is_data(page: &Page, id: Id) -> bool {
    let cells = page.some_inside(id).filter(|id| matches!(page.tree.name(*id), "td" | "th")).take(2).count();
    cells > 1 && !page.tree.attribute(id, "role").is_some_and(|role| matches!(role, "presentation" | "none"))
}

/// Whether a row is one of headers: all its cells are, or it stands in the head of the table.
fn is_header(tree: &Tree, row: Id) -> bool {
    let head = tree.parent(row).is_some_and(|parent| tree.name(parent) == "thead");
    let mut cells = tree.children(row).map(|id| tree.name(id)).filter(|name| matches!(*name, "td" | "th")).peekable();
    head || (cells.peek().is_some() && cells.all(|name| name == "th"))
}

/// How many rows or columns a cell says that it covers.
fn spanned(tree: &Tree, cell: Id, name: &str) -> u32 {
    tree.attribute(cell, name).and_then(|value| value.trim().parse().ok()).unwrap_or(1)
}
