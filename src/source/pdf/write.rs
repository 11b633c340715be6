//! The pages are written as one text with its marks.

use super::across;
use super::face::Face;
use super::gap;
use super::hyphen::{self, Words};
use super::line::{Chunk, Line, Role};
use super::order::{self, Item};
use super::table::Table;
use crate::source::draft::Draft;
use crate::source::mark::{Cell, MarkKind};

/// What stands on one page: parts of the text, and what is around it.
#[derive(Debug, Default)]
pub struct Leaflet {
    pub head: Vec<Line>,
    pub items: Vec<Item>,
    pub notes: Vec<Line>,
    pub foot: Vec<Line>,
}

/// Writes the pages.
pub fn write(draft: &mut Draft, mut pages: Vec<Leaflet>, face: &Face) {
    let mut flows: Vec<Vec<Item>> = pages.iter_mut().map(|page| std::mem::take(&mut page.items)).collect();
    across::join(&mut flows);
    let mut lines = Vec::new();
    for (page, (leaflet, items)) in pages.into_iter().zip(flows).enumerate() {
        lines.extend(set(leaflet.head, Role::Margin));
        for item in items {
            match item {
                Item::Line(line) => lines.push(line),
                Item::Table(table) => rows(&mut lines, table, page),
            }
        }
        lines.extend(set(leaflet.notes, Role::Note));
        lines.extend(set(leaflet.foot, Role::Margin));
    }
    gap::find(&mut lines);
    let words = Words::of(lines.iter());
    let lines = mended(lines, &words);
    emit(draft, &lines, face);
}

fn set(lines: Vec<Line>, role: Role) -> impl Iterator<Item = Line> {
    lines.into_iter().map(move |line| Line { role, ..line })
}

/// The lines of a table, cell by cell.
fn rows(lines: &mut Vec<Line>, table: Table, page: usize) {
    let (number, mut row) = (table.number, table.first);
    let mut gap = table.first == 0;
    for line in table.rows {
        if line.again {
            let header = line.fields.into_iter().flat_map(|field| field.lines).collect();
            lines.extend(order::joined(header).map(|line| Line { role: Role::Margin, page, ..line }));
            continue;
        }
        for field in line.fields {
            let cell = Cell { table: number, row, column: field.column, columns: field.columns.max(1), header: field.header };
            for line in field.lines {
                lines.push(Line { role: Role::Cell(cell), page, gap, ..line });
                gap = false;
            }
        }
        row += 1;
    }
}

/// Words that a line end breaks become whole; a line that is empty after that goes.
fn mended(mut lines: Vec<Line>, words: &Words) -> Vec<Line> {
    for at in 0..lines.len() {
        let ends = lines[at].chunks.last().is_some_and(|chunk| chunk.text.ends_with(['-', '\u{AD}', '\u{2010}']));
        if !ends || lines[at].role == Role::Margin {
            continue;
        }
        let (before, after) = lines.split_at_mut(at + 1);
        let line = &mut before[at];
        let flows = |next: &&mut Line| match (line.role, next.role) {
            (Role::Body, Role::Body) => !next.gap,
            (Role::Note, Role::Note) => next.page == line.page,
            (a, b) => a == b,
        };
        // Margins, notes and the header of a table may stand between; text of another kind ends the search.
        let between = |next: &&mut Line| matches!(next.role, Role::Margin | Role::Note) && line.role != next.role || next.chunks.is_empty();
        let next = after.iter_mut().take(60).find(|next| !between(next));
        if let Some(next) = next.filter(flows) {
            hyphen::mend(line, next, words);
        }
    }
    lines.retain(|line| !line.chunks.is_empty());
    lines
}

/// What is open while lines are written.
#[derive(Default)]
struct Open {
    page: Option<(usize, usize)>,
    cell: Option<(Cell, usize)>,
    heading: Option<(u8, Option<u32>, usize)>,
    bold: Option<usize>,
    italic: Option<usize>,
}

fn emit(draft: &mut Draft, lines: &[Line], face: &Face) {
    let mut open = Open::default();
    for line in lines {
        let page = open.page.is_some_and(|(page, _)| page == line.page);
        let cell = if let Role::Cell(cell) = line.role { Some(cell) } else { None };
        let heading = line.tag.heading.filter(|_| line.role == Role::Body).map(|level| (level, line.tag.block));
        if let Some((cell, from)) = open.cell.take_if(|(other, _)| Some(*other) != cell) {
            draft.mark(from, MarkKind::Cell(cell));
        }
        if let Some((level, _, from)) = open.heading.take_if(|(level, block, _)| Some((*level, *block)) != heading) {
            draft.mark(from, MarkKind::Heading(level));
        }
        if line.gap {
            draft.gap();
        } else {
            draft.line();
        }
        if let Some((page, from)) = open.page.take_if(|_| !page) {
            draft.mark(from, MarkKind::Page(page as u32 + 1));
        }
        let at = draft.at();
        open.page.get_or_insert((line.page, at));
        if let Some(cell) = cell {
            open.cell.get_or_insert((cell, at));
        }
        if let Some((level, block)) = heading {
            open.heading.get_or_insert((level, block, at));
        }
        for (place, chunk) in line.chunks.iter().enumerate() {
            letters(draft, &mut open, chunk, line, place, face);
        }
        styles(draft, &mut open, false, false);
        match line.role {
            Role::Margin => draft.mark(at, MarkKind::Margin),
            Role::Note => draft.mark(at, MarkKind::Note),
            Role::Body | Role::Cell(_) => {}
        }
        if (line.size - face.size).abs() >= 0.5 {
            draft.mark(at, MarkKind::Size(u16::try_from((line.size * 100.0 / face.size.max(0.1)).round() as i32).unwrap_or(u16::MAX)));
        }
    }
    draft.line();
    if let Some((cell, from)) = open.cell {
        draft.mark(from, MarkKind::Cell(cell));
    }
    if let Some((level, _, from)) = open.heading {
        draft.mark(from, MarkKind::Heading(level));
    }
    if let Some((page, from)) = open.page {
        draft.mark(from, MarkKind::Page(page as u32 + 1));
    }
}

/// Writes text in one type, and the marks that end or begin with it.
fn letters(draft: &mut Draft, open: &mut Open, chunk: &Chunk, line: &Line, place: usize, face: &Face) {
    // Blanks between two stretches of bold do not part them.
    if !chunk.text.trim().is_empty() {
        styles(draft, open, face.bold(chunk.font), face.italic(chunk.font));
    }
    let at = draft.at();
    draft.push(&chunk.text);
    let number = chunk.text.trim();
    let is_number = (1..=3).contains(&number.len()) && number.chars().all(|c| c.is_ascii_digit() || c == '*');
    let text = draft.text();
    let begin = text[..at].rfind(char::is_whitespace).map_or(0, |before| before + 1);
    let unit = matches!(&text[begin..at], "m" | "km" | "cm" | "dm" | "mm");
    if chunk.raised && is_number && place > 0 && !unit && line.role != Role::Margin {
        draft.mark(at, MarkKind::Call);
    }
}

fn styles(draft: &mut Draft, open: &mut Open, bold: bool, italic: bool) {
    for (now, from, kind) in [(bold, &mut open.bold, MarkKind::Bold), (italic, &mut open.italic, MarkKind::Italic)] {
        match *from {
            None if now => *from = Some(draft.at()),
            Some(at) if !now => {
                draft.mark(at, kind);
                *from = None;
            }
            _ => {}
        }
    }
}
