//! Tables without ruled cells: text in columns with clear space between them.

use super::line::{Line, Role};
use super::order;
use super::sheet::Rule;
use super::table::{Field, Row, Table};

/// The least space between two columns, as a part of the type size.
const GUTTER: f32 = 0.7;

/// The fewest columns that make a table where no lines are drawn between its rows.
const COLUMNS: usize = 3;

/// Takes the pieces that stand in columns out of `pieces`, and gives the tables.
pub fn tables(pieces: &mut Vec<Line>, rules: &[Rule]) -> Vec<Table> {
    let mut rows = levels(pieces);
    let mut tables = Vec::new();
    let mut first = 0;
    while first < rows.len() {
        let Some((end, columns)) = region(pieces, &rows, first, rules) else {
            first += 1;
            continue;
        };
        let members: Vec<usize> = rows[first..end].concat();
        tables.extend(table(pieces, &members, &columns, rules));
        rows.drain(first..end);
    }
    let taken: Vec<usize> = tables.iter().flat_map(|(_, members)| members.iter().copied()).collect();
    let mut at = 0;
    pieces.retain(|_| {
        at += 1;
        !taken.contains(&(at - 1))
    });
    tables.into_iter().map(|(table, _)| table).collect()
}

/// The pieces of the text proper by their baselines, from top to bottom.
fn levels(pieces: &[Line]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..pieces.len()).filter(|at| pieces[*at].role == Role::Body).collect();
    order.sort_by(|a, b| pieces[*a].y.total_cmp(&pieces[*b].y));
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for at in order {
        match rows.last_mut() {
            Some(row) if pieces[row[0]].level_with(&pieces[at]) => row.push(at),
            _ => rows.push(vec![at]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| pieces[*a].x0.total_cmp(&pieces[*b].x0));
    }
    rows
}

/// From the row at `first` as far down as the columns stay clear: the end and the columns.
fn region(pieces: &[Line], rows: &[Vec<usize>], first: usize, rules: &[Rule]) -> Option<(usize, Vec<(f32, f32)>)> {
    let fewest = if ruled_between(pieces, rows, first, rules) { 2 } else { COLUMNS };
    let extent = |at: &usize| (pieces[*at].x0, pieces[*at].x1);
    let mut columns: Vec<(f32, f32)> = rows[first].iter().map(extent).collect();
    if columns.len() < fewest {
        return None;
    }
    let (mut end, mut full) = (first + 1, 1);
    while let Some(row) = rows.get(end) {
        let size = pieces[row[0]].size;
        let last = &pieces[rows[end - 1][0]];
        let merged = merged(&columns, &row.iter().map(extent).collect::<Vec<_>>(), GUTTER * size);
        if merged.len() != columns.len() || pieces[row[0]].y - last.y > 4.0 * size {
            break;
        }
        full += usize::from(row.len() >= fewest);
        columns = merged;
        end += 1;
    }
    // Short lines below the last full row that fill only the first column are the text after the table.
    while end > first + 1 && rows[end - 1].len() == 1 && pieces[rows[end - 1][0]].x0 < columns[0].1 {
        end -= 1;
    }
    (full > 2 && end - first > 2).then_some((end, columns))
}

/// Columns widened by a row; those that it runs together become one.
fn merged(columns: &[(f32, f32)], row: &[(f32, f32)], gutter: f32) -> Vec<(f32, f32)> {
    let mut all: Vec<(f32, f32)> = columns.iter().chain(row).copied().collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut merged: Vec<(f32, f32)> = Vec::new();
    for (from, to) in all {
        match merged.last_mut() {
            Some(last) if from < last.1 + gutter * 0.5 => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

/// Whether lines are drawn under this row and the next that run under all their text.
fn ruled_between(pieces: &[Line], rows: &[Vec<usize>], first: usize, rules: &[Rule]) -> bool {
    let under = |row: &Vec<usize>, next: Option<&Vec<usize>>| {
        let (x0, x1) = row.iter().fold((f32::MAX, f32::MIN), |(x0, x1), at| (x0.min(pieces[*at].x0), x1.max(pieces[*at].x1)));
        let y = pieces[row[0]].y;
        let below = next.map_or(f32::MAX, |next| pieces[next[0]].y);
        rules.iter().any(|rule| !rule.upright() && rule.y0 > y && rule.y0 < below && rule.x0 < x0 + 2.0 && rule.x1 > x1 - 2.0)
    };
    rows.get(first + 1).is_some_and(|next| under(&rows[first], Some(next)) && under(next, rows.get(first + 2)))
}

/// The table of these pieces. A row begins below a drawn line, or where the first column holds text.
fn table(pieces: &[Line], members: &[usize], columns: &[(f32, f32)], rules: &[Rule]) -> Option<(Table, Vec<usize>)> {
    let column = |piece: &Line| columns.iter().rposition(|(from, _)| piece.x0 >= from - 1.0).unwrap_or(0);
    let mut starts: Vec<f32> = members.iter().map(|at| &pieces[*at]).filter(|piece| column(piece) == 0).map(|piece| piece.y).collect();
    let (left, right) = (columns.first()?.0, columns.last()?.1);
    let top = members.iter().map(|at| pieces[*at].y).fold(f32::MAX, f32::min);
    let bottom = members.iter().map(|at| pieces[*at].y).fold(f32::MIN, f32::max);
    let lines = rules.iter().filter(|rule| !rule.upright() && rule.x0 < left + 2.0 && rule.x1 > right - 2.0 && (top..bottom).contains(&rule.y0));
    let mut drawn: Vec<f32> = lines.map(|rule| rule.y0).collect();
    drawn.sort_by(f32::total_cmp);
    if drawn.len() > 1 {
        starts = drawn;
    } else {
        starts.iter_mut().for_each(|y| *y -= 2.0);
    }
    let mut rows: Vec<Vec<Line>> = vec![Vec::new(); starts.len() + 1];
    for at in members {
        let row = starts.iter().filter(|start| **start < pieces[*at].y).count();
        rows[row].push(pieces[*at].clone());
    }
    let row = |mut pieces: Vec<Line>| {
        pieces.sort_by_key(|piece| piece.order);
        let mut fields: Vec<Field> = Vec::new();
        for at in 0..columns.len() {
            let lines = order::lines(pieces.iter().filter(|piece| column(piece) == at).cloned().collect());
            if !lines.is_empty() {
                fields.push(Field { column: at as u32, columns: 1, lines, ..Field::default() });
            }
        }
        Row { fields, ..Row::default() }
    };
    let rows: Vec<Row> = rows.into_iter().filter(|pieces| !pieces.is_empty()).map(row).collect();
    let xs = columns.iter().map(|column| column.0).chain([right]).collect();
    Table::of(rows, xs, None).map(|table| (table, members.to_vec()))
}
