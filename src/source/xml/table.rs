//! Tables as the CALS standard writes them.

use roxmltree::Node;

use super::element::name;
use crate::source::Cell;
use crate::source::html::Grid;

/// A table that is being read.
#[derive(Debug)]
pub(super) struct Table<'d> {
    grid: Grid,
    /// The names of its columns.
    columns: Vec<&'d str>,
}

impl<'d> Table<'d> {
    /// Before the first row of `node`.
    pub fn new<'i: 'd>(node: Node<'d, 'i>, table: u32) -> Self {
        let columns = node.children().filter(|child| name(child) == "colspec");
        Self { grid: Grid::new(table), columns: columns.map(|column| column.attribute("colname").unwrap_or_default()).collect() }
    }

    /// Begins the head, the body or the foot.
    pub fn part(&mut self) {
        self.grid.part();
    }

    /// Begins a row.
    pub fn row(&mut self, node: &Node) {
        self.grid.row(node.parent().is_some_and(|parent| name(&parent) == "thead"));
    }

    /// Ends a row.
    pub fn end_row(&mut self) {
        self.grid.end_row();
    }

    /// The place of the next cell.
    pub fn cell(&mut self, node: &Node) -> Cell {
        let column = |attribute: &str| {
            let name = node.attribute(attribute)?;
            self.columns.iter().position(|column| *column == name)
        };
        let (first, last) = (column("namest").or_else(|| column("colname")), column("nameend"));
        let columns = first.zip(last).map_or(1, |(first, last)| (last + 1).saturating_sub(first));
        let rows = node.attribute("morerows").and_then(|rows| rows.trim().parse::<u32>().ok()).unwrap_or(0).saturating_add(1);
        if let Some(first) = first {
            self.grid.skip_to(first);
        }
        self.grid.cell(columns, rows)
    }
}
