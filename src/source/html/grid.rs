//! Where the cells of a table stand, when each says how many rows and columns it covers.

use crate::source::Cell;

/// Columns beyond this are not looked after: what spans rows there may stand in a column too early.
pub(in crate::source) const MOST_COLUMNS: usize = 1_000;

/// A table that is being read.
#[derive(Debug)]
pub(in crate::source) struct Grid {
    table: u32,
    /// The row (from 0) that is being read, once one is begun.
    row: Option<u32>,
    column: usize,
    header: bool,
    /// For each column, the rows after this one that a cell from above still fills.
    filled: Vec<u32>,
}

impl Grid {
    /// Before the first row of a table.
    pub fn new(table: u32) -> Self {
        Self { table, row: None, column: 0, header: false, filled: Vec::new() }
    }

    /// Begins a part (head, body, foot): no cell goes on into it from above.
    pub fn part(&mut self) {
        self.filled.clear();
    }

    /// Begins a row.
    pub fn row(&mut self, header: bool) {
        self.row = Some(self.row.map_or(0, |row| row + 1));
        self.column = 0;
        self.header = header;
    }

    /// The place of the next cell of the row, which covers so many columns and rows; 0 rows are all that follow.
    pub fn cell(&mut self, columns: usize, rows: u32) -> Cell {
        let columns = columns.clamp(1, MOST_COLUMNS);
        while self.filled.get(self.column).is_some_and(|rows| *rows > 0) {
            self.pass(1);
        }
        let column = self.column;
        let end = (column + columns).min(MOST_COLUMNS);
        if self.filled.len() < end {
            self.filled.resize(end, 0);
        }
        for filled in self.filled.iter_mut().take(end).skip(column) {
            *filled = rows.wrapping_sub(1);
        }
        self.column += columns;
        Cell { table: self.table, row: self.row.unwrap_or(0), column: column as u32, columns: columns as u32, header: self.header }
    }

    /// Passes over columns of the row in which no cell begins, up to `column`.
    pub fn skip_to(&mut self, column: usize) {
        self.pass(column.min(MOST_COLUMNS).saturating_sub(self.column));
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
