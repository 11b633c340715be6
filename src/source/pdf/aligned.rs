//! Tables without ruled cells: text in columns with clear space between them.

use super::line::{Line, Role};
use super::order;
use super::sheet::Rule;
use super::table::{Field, Row, Table};

/// The least space between two columns, as a part of the type size.
const GUTTER: f32 = 0.35;

/// A step down of more than this many times the type size ends a table.
const STEP: f32 = 4.0;

/// The fewest columns that make a table by their places alone.
const COLUMNS: usize = 3;

/// So many rows of one cell (titles) may stand between rows of several.
const TITLES: usize = 3;

/// More pieces than this on a page are no table that a person could read.
const MAX_PIECES: usize = 5_000;

/// The rows of a table, as pieces of a page.
struct Region {
    rows: Vec<Vec<usize>>,
    columns: Vec<(f32, f32)>,
    /// For each row whether it is one cell that runs under several columns.
    across: Vec<bool>,
}

/// Takes the pieces that stand in columns out of `pieces`, and gives the tables.
pub fn tables(pieces: &mut Vec<Line>, rules: &[Rule]) -> Vec<Table> {
    if pieces.len() > MAX_PIECES {
        return Vec::new();
    }
    let rows = levels(pieces);
    let (mut tables, mut taken) = (Vec::new(), vec![false; pieces.len()]);
    let mut first = 0;
    while first < rows.len() {
        let region = region(pieces, &rows[first..], rules);
        first += region.as_ref().map_or(1, |region| region.rows.len());
        let Some(region) = region else { continue };
        for at in region.rows.iter().flatten() {
            taken[*at] = true;
        }
        tables.extend(table(pieces, &region, rules));
    }
    let mut taken = taken.into_iter();
    pieces.retain(|_| !taken.next().unwrap_or(false));
    tables
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

/// The table that begins at the first of these rows: as far down as its columns stay clear.
fn region(pieces: &[Line], rows: &[Vec<usize>], rules: &[Rule]) -> Option<Region> {
    let extents = |row: &[usize]| row.iter().map(|at| (pieces[*at].x0, pieces[*at].x1)).collect::<Vec<_>>();
    let mut columns = extents(&rows[0]);
    if columns.len() < 2 {
        return None;
    }
    let (mut end, mut last_full, mut across) = (1, 1, vec![false]);
    while let Some(row) = rows.get(end) {
        let (first, above) = (&pieces[row[0]], &pieces[rows[end - 1][0]]);
        if first.y - above.y > STEP * first.size {
            break;
        }
        let widened = merged(&columns, &extents(row), GUTTER * first.size);
        let title = row.len() == 1 && (first.x0 - columns[0].0).abs() < 3.0 && end + 1 - last_full <= TITLES;
        if widened.len() == columns.len() {
            columns = widened;
            across.push(false);
        } else if title {
            across.push(true);
        } else {
            break;
        }
        end += 1;
        if row.len() > 1 {
            last_full = end;
        }
    }
    // Below the last full row, lines in the first column are the text after the table.
    let below = |row: &Vec<usize>| row.len() == 1 && pieces[row[0]].x0 < columns[0].1;
    while end > last_full && below(&rows[end - 1]) {
        end -= 1;
    }
    across.truncate(end);
    let rows = rows[..end].to_vec();
    let full = rows.iter().filter(|row| row.len() > 1).count();
    let region = Region { rows, columns, across };
    let clear = region.columns.len() >= COLUMNS && full > 1;
    let told = full > 2 && (ruled(pieces, &region, rules) || drawn_by_cell(pieces, &region));
    (clear || told).then_some(region)
}

/// Columns widened by a row; those that it runs together become one.
fn merged(columns: &[(f32, f32)], row: &[(f32, f32)], gutter: f32) -> Vec<(f32, f32)> {
    let mut all: Vec<(f32, f32)> = columns.iter().chain(row).copied().collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut merged: Vec<(f32, f32)> = Vec::new();
    for (from, to) in all {
        match merged.last_mut() {
            Some(last) if from < last.1 + gutter => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

/// The heights of the lines that are drawn under all columns.
fn lines_across(pieces: &[Line], region: &Region, rules: &[Rule]) -> Vec<f32> {
    let (left, right) = (region.columns.first().map_or(0.0, |column| column.0), region.columns.last().map_or(0.0, |column| column.1));
    let height = |row: Option<&Vec<usize>>| row.map_or(0.0, |row| pieces[row[0]].y);
    let (top, bottom) = (height(region.rows.first()), height(region.rows.last()));
    let across =
        rules.iter().filter(|rule| !rule.upright() && rule.x0 < left + 2.0 && rule.x1 > right - 2.0 && (top..bottom).contains(&rule.y0));
    let mut heights: Vec<f32> = across.map(|rule| rule.y0).collect();
    heights.sort_by(f32::total_cmp);
    heights
}

fn ruled(pieces: &[Line], region: &Region, rules: &[Rule]) -> bool {
    lines_across(pieces, region, rules).len() > 1
}

/// Whether cells of several lines were drawn one after the other: again and again back up, and to the right.
fn drawn_by_cell(pieces: &[Line], region: &Region) -> bool {
    let order = in_order(pieces, region);
    let back = order.windows(2).filter(|pair| {
        let (a, b) = (&pieces[pair[0]], &pieces[pair[1]]);
        a.y - b.y > 0.5 * b.size && b.x0 > a.x0
    });
    back.count() > 1
}

fn in_order(pieces: &[Line], region: &Region) -> Vec<usize> {
    let mut members = region.rows.concat();
    members.sort_by_key(|at| pieces[*at].order);
    members
}

/// The column in which a piece begins.
fn column(region: &Region, piece: &Line) -> usize {
    region.columns.iter().rposition(|(from, _)| piece.x0 >= from - 1.0).unwrap_or(0)
}

/// Whether a piece is set apart from the one above it in its column by another font and by more than the step from line to line.
fn set_apart(pieces: &[Line], region: &Region, above: usize, below: usize, step: f32) -> bool {
    let (a, b) = (&pieces[above], &pieces[below]);
    column(region, a) == column(region, b) && a.font() != b.font() && b.y - a.y > 1.3 * step
}

/// The table of a region. A row begins below a drawn line; else where, in the order of the file, the first column comes after another one, or what
/// follows is set apart.
fn table(pieces: &[Line], region: &Region, rules: &[Rule]) -> Option<Table> {
    let drawn = lines_across(pieces, region, rules);
    let titles: Vec<usize> =
        region.rows.iter().zip(&region.across).filter(|(_, across)| **across).flat_map(|(row, _)| row).copied().collect();
    let members = in_order(pieces, region);
    let first = |at: usize| column(region, &pieces[at]) == 0;
    let steps = members.windows(2).map(|pair| pieces[pair[1]].y - pieces[pair[0]].y);
    let step = steps.filter(|step| *step > 1.0).fold(f32::MAX, f32::min);
    let begins = |pair: &[usize]| {
        let from_right = first(pair[1]) && (!first(pair[0]) || titles.contains(&pair[0]) || titles.contains(&pair[1]));
        from_right || set_apart(pieces, region, pair[0], pair[1], step)
    };
    let mut starts: Vec<usize> = members.first().copied().into_iter().collect();
    starts.extend(members.windows(2).filter(|pair| begins(pair)).map(|pair| pair[1]));
    let mut rows: Vec<Vec<usize>> = Vec::new();
    if drawn.len() > 1 || starts.len() < 2 {
        let heights = if drawn.len() > 1 { drawn } else { members.iter().filter(|at| first(**at)).map(|at| pieces[*at].y - 2.0).collect() };
        rows = vec![Vec::new(); heights.len() + 1];
        for at in members {
            rows[heights.iter().filter(|height| **height < pieces[at].y).count()].push(at);
        }
    } else {
        for at in members {
            match rows.last_mut() {
                Some(row) if !starts.contains(&at) => row.push(at),
                _ => rows.push(vec![at]),
            }
        }
    }
    let row = |members: Vec<usize>| {
        let fields = (0..region.columns.len()).filter_map(|at| {
            let own: Vec<Line> = members.iter().map(|at| &pieces[*at]).filter(|piece| column(region, piece) == at).cloned().collect();
            let reach = own.iter().map(|piece| piece.x1).fold(f32::MIN, f32::max);
            let columns = region.columns[at..].iter().filter(|(from, _)| *from < reach).count().max(1) as u32;
            (!own.is_empty()).then(|| Field { column: at as u32, columns, lines: order::lines(own), ..Field::default() })
        });
        Row { fields: fields.collect(), ..Row::default() }
    };
    let rows: Vec<Row> = rows.into_iter().filter(|members| !members.is_empty()).map(row).collect();
    Table::of(rows, region.columns.iter().map(|column| column.0).collect(), None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::pdf::line::Chunk;

    fn read(pieces: &[(&str, f32, f32)]) -> (Vec<String>, usize) {
        let line = |(order, (text, x, y)): (usize, &(&str, f32, f32))| {
            let chunk = Chunk { text: (*text).into(), font: 0, size: 10.0, raised: false };
            Line { chunks: vec![chunk], x0: *x, x1: x + 5.0 * text.len() as f32, y: *y, size: 10.0, order, ..Line::default() }
        };
        let mut lines: Vec<Line> = pieces.iter().enumerate().map(line).collect();
        let tables = tables(&mut lines, &[]);
        let cell = |(row, field): (usize, &Field)| format!("{row}.{} {}", field.column, field.text());
        let rows = tables.iter().flat_map(|table| table.rows.iter().enumerate());
        (rows.flat_map(|(row, fields)| fields.fields.iter().map(move |field| cell((row, field)))).collect(), lines.len())
    }

    #[test]
    fn columns_and_titles_between_rows() {
        let page = [
            ("Een regel tekst die voor de tabel staat en over de kolommen loopt.", 50.0, 80.0),
            ("Nr.", 50.0, 100.0),
            ("Vraag", 80.0, 100.0),
            ("Antwoord", 250.0, 100.0),
            ("1", 50.0, 115.0),
            ("Hoeveel bomen staan er", 80.0, 115.0),
            ("in het park?", 80.0, 127.0),
            ("Driehonderd.", 250.0, 115.0),
            ("Een titel die onder kolommen door loopt", 50.0, 142.0),
            ("2", 50.0, 157.0),
            ("En struiken?", 80.0, 157.0),
            ("Dat weten wij niet.", 250.0, 157.0),
            ("Tekst na de tabel.", 50.0, 180.0),
        ];
        let cells = [
            "0.0 Nr.",
            "0.1 Vraag",
            "0.2 Antwoord",
            "1.0 1",
            "1.1 Hoeveel bomen staan er in het park?",
            "1.2 Driehonderd.",
            "2.0 Een titel die onder kolommen door loopt",
            "3.0 2",
            "3.1 En struiken?",
            "3.2 Dat weten wij niet.",
        ];
        assert_eq!(read(&page), (cells.map(str::to_owned).into(), 2));
    }

    #[test]
    fn two_columns_only_when_drawn_by_cell() {
        let by_cell = [
            ("1. Hoeveel bomen staan", 50.0, 100.0),
            ("er in het park?", 50.0, 112.0),
            ("Driehonderd.", 250.0, 100.0),
            ("2. Hoeveel struiken", 50.0, 130.0),
            ("staan daar?", 50.0, 142.0),
            ("Onbekend.", 250.0, 130.0),
            ("3. Waarom?", 50.0, 160.0),
            ("Daarom.", 250.0, 160.0),
        ];
        let cells = [
            "0.0 1. Hoeveel bomen staan er in het park?",
            "0.1 Driehonderd.",
            "1.0 2. Hoeveel struiken staan daar?",
            "1.1 Onbekend.",
            "2.0 3. Waarom?",
            "2.1 Daarom.",
        ];
        assert_eq!(read(&by_cell), (cells.map(str::to_owned).into(), 0));
        let names = [
            ("Datum:", 50.0, 100.0),
            ("3 mei", 150.0, 100.0),
            ("Kenmerk:", 50.0, 112.0),
            ("A1", 150.0, 112.0),
            ("Bijlagen:", 50.0, 124.0),
            ("2", 150.0, 124.0),
        ];
        assert_eq!(read(&names), (Vec::new(), 6));
    }
}
