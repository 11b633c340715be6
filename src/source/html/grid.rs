//! Where the cells of a table stand.

use super::tree::{Id, Tree};
use crate::source::Cell;

/// Columns beyond this are not looked after: what spans rows there may stand in a column too early.
const MOST_COLUMNS: usize = 1_000;

/// A table that is being read.
#[derive(Debug)]
pub(super) struct Grid {
    table: u32,
    /// The row (from 0) that is being read, once one is begun.
    row: Option<u32>,
    column: usize,
    header: bool,
    /// What holds the row: the head, the body or the foot.
    part: Option<Id>,
    /// For each column, the rows after this one that a cell from above still fills.
    filled: Vec<u32>,
}

impl Grid {
    /// Before the first row of a table.
    pub fn new(table: u32) -> Self {
        Self { table, row: None, column: 0, header: false, part: None, filled: Vec::new() }
    }

    /// Begins a row.
    pub fn row(&mut self, tree: &Tree, row: Id) {
        self.row = Some(self.row.map_or(0, |row| row + 1));
        self.column = 0;
        if self.part != tree.parent(row) {
            self.part = tree.parent(row);
            self.filled.clear();
        }
        let head = self.part.is_some_and(|part| tree.name(part) == "thead");
        let mut cells = tree.children(row).map(|id| tree.name(id)).filter(|name| matches!(*name, "td" | "th")).peekable();
        self.header = head || (cells.peek().is_some() && cells.all(|name| name == "th"));
    }

    /// The place of the next cell of the row.
    pub fn cell(&mut self, tree: &Tree, cell: Id) -> Cell {
        let span = |name: &str, most: usize| {
            tree.attribute(cell, name).and_then(|value| value.trim().parse::<usize>().ok()).map_or(1, |value| value.min(most))
        };
        let columns = span("colspan", MOST_COLUMNS).max(1);
        while self.filled.get(self.column).is_some_and(|rows| *rows > 0) {
            self.pass(1);
        }
        let column = self.column;
        // A cell of no rows goes on to the end of its part of the table.
        let rows = match span("rowspan", 65_534) {
            0 => u32::MAX,
            rows => rows as u32 - 1,
        };
        let end = (column + columns).min(MOST_COLUMNS);
        if self.filled.len() < end {
            self.filled.resize(end, 0);
        }
        for filled in self.filled.iter_mut().take(end).skip(column) {
            *filled = rows;
        }
        self.column += columns;
        Cell { table: self.table, row: self.row.unwrap_or(0), column: column as u32, columns: columns as u32, header: self.header }
    }

    /// Ends a row: what is filled from above in the columns after its last cell counts down too.
    pub fn end_row(&mut self) {
        self.pass(MOST_COLUMNS);
    }

    fn pass(&mut self, columns: usize) {
        for filled in self.filled.iter_mut().skip(self.column).take(columns) {
            *filled = filled.saturating_sub(1);
        }
        self.column += columns;
    }
}
