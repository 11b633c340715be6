//! Tables that run over pages become one: a header that comes back, a row that a page break cuts in two, columns.

use std::collections::HashMap;

use super::line::Line;
use super::order::Item;
use super::table::{Field, Row, Table};

/// Column edges this close together are the same.
const SAME: f32 = 5.0;

/// Joins the tables of successive pages and numbers them all.
pub fn join(pages: &mut [Vec<Item>]) {
    columns_of_tagged(pages);
    let mut next = 0;
    for page in 0..pages.len() {
        for at in 0..pages[page].len() {
            let before = preceding(pages, page, at);
            let (earlier, later) = pages.split_at_mut(page);
            let Some(Item::Table(table)) = later[0].get_mut(at) else { continue };
            let before = before.and_then(|(page, at)| match earlier.get_mut(page)?.get_mut(at)? {
                Item::Table(table) => Some(table),
                Item::Line(_) => None,
            });
            if let Some(before) = before.filter(|before| goes_on(before, table)) {
                go_on(before, table);
                (table.number, table.first) = (before.number, before.first + rows(before));
            } else {
                table.number = next;
                next += 1;
            }
            mark_header(table);
        }
    }
}

/// The last table before this one, when nothing but a page break stands between; in a tagged file the one with the same number.
fn preceding(pages: &[Vec<Item>], page: usize, at: usize) -> Option<(usize, usize)> {
    let Some(Item::Table(table)) = pages[page].get(at) else { return None };
    let earlier = (0..page).rev().find(|page| !pages[*page].is_empty())?;
    let last = pages[earlier].len() - 1;
    if table.tag.is_some() {
        let same = |item: &Item| matches!(item, Item::Table(other) if other.tag == table.tag);
        return (0..page).rev().find_map(|page| pages[page].iter().rposition(same).map(|at| (page, at)));
    }
    (at == 0).then_some((earlier, last))
}

fn goes_on(before: &Table, table: &Table) -> bool {
    let alike = before.xs.len() == table.xs.len() && before.xs.iter().zip(&table.xs).all(|(a, b)| (a - b).abs() < SAME);
    if table.tag.is_some() { before.tag == table.tag } else { before.tag.is_none() && alike }
}

/// How many rows a table has, headers that come back left out.
fn rows(table: &Table) -> u32 {
    table.rows.iter().filter(|row| !row.again).count() as u32
}

/// Sets aside the header that comes back, and gives the row before the page break what stands of it after.
fn go_on(before: &mut Table, table: &mut Table) {
    let header = |row: &Row| row.fields.iter().map(Field::text).collect::<Vec<_>>();
    let first = table.rows.first().map(|row| (header(row), row.tag));
    if let (Some((texts, tag)), Some(head)) = (first, before.rows.first()) {
        let again = (texts == header(head) && !texts.is_empty() && texts.iter().all(|text| text.len() < 60))
            || (tag.is_some() && tag == head.tag && before.rows.len() > 1);
        let over = before.rows.iter().any(|row| row.again) || before.first == 0;
        table.rows[0].again = again && over;
    }
    let at = table.rows.iter().position(|row| !row.again).unwrap_or(0);
    let Some(last) = before.rows.iter().rposition(|row| !row.again) else { return };
    let cut = table.rows.get(at).is_some_and(|row| is_cut(before, &before.rows[last], row));
    if cut {
        let rest = table.rows.remove(at);
        for field in rest.fields {
            let row = &mut before.rows[last];
            match row
                .fields
                .iter_mut()
                .find(|other| if field.tag.is_some() { other.tag == field.tag } else { other.column == field.column })
            {
                Some(other) => other.lines.extend(field.lines),
                None => row.fields.push(field),
            }
        }
        before.rows[last].fields.sort_by_key(|field| field.column);
    }
}

/// Whether a page break cuts through a row, of which `rest` stands after the break.
fn is_cut(before: &Table, row: &Row, rest: &Row) -> bool {
    if rest.tag.is_some() {
        return rest.tag == row.tag;
    }
    let field = |row: &Row, column: u32| row.fields.iter().any(|field| field.column == column);
    let whole: Vec<&Row> = before.rows.iter().filter(|row| !row.again && row.fields.len() > 1).collect();
    // Every row has a number, but this one has none.
    let always = |column: u32| whole.len() > 2 && whole.iter().filter(|row| field(row, column)).count() * 10 >= whole.len() * 9;
    let columns = before.xs.len().saturating_sub(1) as u32;
    let merged = rest.fields.len() == 1 && rest.fields[0].columns > 1;
    if !merged && !rest.fields.is_empty() && (0..columns).any(|column| always(column) && !field(rest, column)) {
        return true;
    }
    rest.fields.iter().any(|field| {
        let begun = row.fields.iter().find(|other| other.column == field.column).map(Field::text).unwrap_or_default();
        let open = !begun.is_empty() && !begun.ends_with(['.', '?', '!', ':', ';']);
        open && field.text().starts_with(|c: char| c.is_lowercase())
    })
}

/// A first row in which all cells are set in another type than the row below, or a row that comes back, is a header.
fn mark_header(table: &mut Table) {
    if table.first > 0 || table.rows.len() < 2 {
        return;
    }
    let fonts = |row: &Row| row.fields.iter().flat_map(|field| &field.lines).map(Line::font).collect::<Vec<_>>();
    let (head, below) = (fonts(&table.rows[0]), table.rows[1..].iter().flat_map(fonts).collect::<Vec<_>>());
    let own = head.first().is_some_and(|first| head.iter().all(|font| font == first) && below.iter().any(|font| font != first));
    let most = below.iter().filter(|font| Some(*font) == head.first()).count() * 2 < below.len();
    if own && most && head.len() > 1 {
        for field in &mut table.rows[0].fields {
            field.header = true;
        }
    }
}

/// In a tagged file empty cells may be missing, so the column of a cell is told by where it stands below the others.
fn columns_of_tagged(pages: &mut [Vec<Item>]) {
    let mut columns: HashMap<u32, Vec<(f32, f32)>> = HashMap::new();
    for table in tables(pages) {
        let Some(tag) = table.tag else { continue };
        let known = columns.entry(tag).or_default();
        for row in &table.rows {
            let extents: Vec<(f32, f32)> = row.fields.iter().map(Field::extent).collect();
            if extents.len() > known.len() {
                *known = extents;
            } else if extents.len() == known.len() {
                for ((x0, x1), (from, to)) in known.iter_mut().zip(extents) {
                    (*x0, *x1) = (x0.min(from), x1.max(to));
                }
            }
        }
    }
    for item in pages.iter_mut().flatten() {
        let Item::Table(table) = item else { continue };
        let Some(known) = table.tag.and_then(|tag| columns.get(&tag)) else { continue };
        for row in &mut table.rows {
            let mut free = 0;
            let fewest = row.fields.len();
            for (at, field) in row.fields.iter_mut().enumerate() {
                let (from, to) = field.extent();
                let overlap = |(x0, x1): &(f32, f32)| to.min(*x1) - from.max(*x0);
                let last = known.len().saturating_sub(fewest - at);
                let best = (free..=last.max(free)).filter_map(|column| known.get(column).map(|extent| (column, overlap(extent))));
                let column = best.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map_or(free, |(column, _)| column);
                let column = if field.columns > 1 { free } else { column };
                field.column = column as u32;
                free = column + field.columns.max(1) as usize;
            }
        }
    }
}

fn tables(pages: &[Vec<Item>]) -> impl Iterator<Item = &Table> {
    pages.iter().flatten().filter_map(|item| match item {
        Item::Table(table) => Some(table),
        Item::Line(_) => None,
    })
}
