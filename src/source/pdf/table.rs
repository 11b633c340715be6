//! Tables of one page: pieces of text go into the cells that lines on the page or tags in the file make.

use std::collections::HashMap;

use super::lattice::Lattice;
use super::line::{Line, Role};
use super::order;

/// The most pieces times cells of a ruled table.
const MAX_LOOKS: usize = 20_000_000;

/// A table, or the part of it that stands on one page.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub rows: Vec<Row>,
    /// The number of the table in a tagged file.
    pub tag: Option<u32>,
    /// The left edges of its columns, and the right edge of the last.
    pub xs: Vec<f32>,
    pub x0: f32,
    pub x1: f32,
    pub top: f32,
    pub bottom: f32,
    /// Its place in the order of the file.
    pub order: usize,
    /// Which table of the file it is, and the number of its first row: set when all pages are read.
    pub number: u32,
    pub first: u32,
}

/// A row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    pub fields: Vec<Field>,
    /// The number of the row in a tagged file.
    pub tag: Option<u32>,
    /// It is the header again, at the top of another page.
    pub again: bool,
}

/// A cell that holds text.
#[derive(Clone, Debug, Default)]
pub struct Field {
    pub column: u32,
    pub columns: u32,
    pub header: bool,
    pub lines: Vec<Line>,
    /// The number of the cell in a tagged file.
    pub tag: Option<u32>,
}

impl Field {
    pub fn text(&self) -> String {
        self.lines.iter().map(Line::text).collect::<Vec<_>>().join(" ")
    }

    /// Where its text begins and ends, from left to right.
    pub fn extent(&self) -> (f32, f32) {
        self.lines.iter().fold((f32::MAX, f32::MIN), |(x0, x1), line| (x0.min(line.x0), x1.max(line.x1)))
    }
}

impl Table {
    /// A table of these rows; nothing when there are none.
    pub fn of(rows: Vec<Row>, xs: Vec<f32>, tag: Option<u32>) -> Option<Self> {
        let mut table = Self { xs, tag, x0: f32::MAX, x1: f32::MIN, top: f32::MAX, bottom: f32::MIN, order: usize::MAX, ..Self::default() };
        for line in rows.iter().flat_map(|row| &row.fields).flat_map(|field| &field.lines) {
            table.x0 = table.x0.min(line.x0);
            table.x1 = table.x1.max(line.x1);
            table.top = table.top.min(line.y - line.size);
            table.bottom = table.bottom.max(line.y);
            table.order = table.order.min(line.order);
        }
        table.rows = rows;
        (!table.rows.is_empty()).then_some(table)
    }
}

/// Takes the pieces that stand in a ruled table out of `pieces`, and gives the table.
pub fn ruled(pieces: &mut Vec<Line>, lattice: &Lattice) -> Option<Table> {
    if pieces.len() * lattice.cells.len() > MAX_LOOKS {
        return None;
    }
    let place = |piece: &Line| {
        let (x, y) = (f32::midpoint(piece.x0, piece.x1), piece.y - 0.3 * piece.size);
        let begins = (piece.x0 + 2.0, y);
        let holds = |(x, y): (f32, f32)| lattice.cells.iter().position(|cell| cell.holds(x, y));
        (piece.role == Role::Body && piece.tag.cell.is_none()).then(|| holds((x, y)).or_else(|| holds(begins))).flatten()
    };
    let mut filled: Vec<Vec<Line>> = vec![Vec::new(); lattice.cells.len()];
    pieces.retain(|piece| match place(piece) {
        Some(cell) => {
            filled[cell].push(piece.clone());
            false
        }
        None => true,
    });
    let mut rows: Vec<(usize, Row)> = Vec::new();
    for (cell, pieces) in lattice.cells.iter().zip(filled) {
        if rows.last().is_none_or(|(row, _)| *row != cell.row) {
            rows.push((cell.row, Row::default()));
        }
        if let Some((_, row)) = rows.last_mut()
            && !pieces.is_empty()
        {
            let (column, columns) = (cell.column as u32, cell.columns as u32);
            row.fields.push(Field { column, columns, lines: order::lines(pieces), ..Field::default() });
        }
    }
    let mut rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
    while rows.last().is_some_and(|row| row.fields.is_empty()) {
        rows.pop();
    }
    let one = rows.iter().map(|row| row.fields.len()).sum::<usize>() < 2;
    let table = Table::of(rows, lattice.xs.clone(), None)?;
    if one {
        // A frame around something: its text is text.
        pieces.extend(table.rows.into_iter().flat_map(|row| row.fields).flat_map(|field| field.lines));
        pieces.sort_by_key(|piece| piece.order);
        return None;
    }
    Some(table)
}

/// Takes the pieces that tags put in tables out of `pieces`, and gives the tables; columns are worked out when all pages are read.
pub fn tagged(pieces: &mut Vec<Line>) -> Vec<Table> {
    let mut tables: Vec<(u32, Vec<Row>)> = Vec::new();
    let mut places: HashMap<u32, usize> = HashMap::new();
    let mut kept = Vec::with_capacity(pieces.len());
    let mut cells: Vec<(u32, u32, Field)> = Vec::new();
    for piece in std::mem::take(pieces) {
        let Some(cell) = piece.tag.cell.filter(|_| piece.role == Role::Body) else {
            kept.push(piece);
            continue;
        };
        match cells.last_mut() {
            Some((_, _, field)) if field.tag == Some(cell.cell) => field.lines.push(piece),
            _ => {
                let field =
                    Field { columns: cell.columns, header: cell.header, tag: Some(cell.cell), lines: vec![piece], ..Field::default() };
                cells.push((cell.table, cell.row, field));
            }
        }
    }
    for (table, row, mut field) in cells {
        field.lines = order::lines(std::mem::take(&mut field.lines));
        let at = *places.entry(table).or_insert_with(|| {
            tables.push((table, Vec::new()));
            tables.len() - 1
        });
        let rows = &mut tables[at].1;
        match rows.iter_mut().rev().take(2).find(|other| other.tag == Some(row)) {
            Some(row) => row.fields.push(field),
            None => rows.push(Row { fields: vec![field], tag: Some(row), again: false }),
        }
    }
    *pieces = kept;
    tables.into_iter().filter_map(|(tag, rows)| Table::of(rows, Vec::new(), Some(tag))).collect()
}
