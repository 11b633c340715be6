//! Pieces become lines, and lines are put in the order in which a person reads them.
//!
//! What drew the page knew that order, so the order of the file is followed. It is corrected where text that stands above other text comes
//! after it (a box at the head of a letter that was drawn last), and where two columns were drawn line by line across.

use std::mem;

use super::line::Line;
use super::table::Table;

/// A step down of more than this many times the type size begins another block of text.
const STEP: f32 = 2.6;

/// More blocks than this on one page stay in the order of the file.
const MAX_BLOCKS: usize = 200;

/// More pieces than this do not make one line.
const MAX_PIECES: usize = 200;

/// A part of a page.
#[derive(Clone, Debug)]
pub enum Item {
    Line(Line),
    Table(Table),
}

/// Text that belongs together, and where it stands.
#[derive(Debug)]
struct Block {
    items: Vec<Item>,
    x0: f32,
    x1: f32,
    top: f32,
    bottom: f32,
}

impl Block {
    fn of(item: Item) -> Self {
        let (x0, x1, top, bottom) = match &item {
            Item::Line(line) => (line.x0, line.x1, line.y, line.y),
            Item::Table(table) => (table.x0, table.x1, table.top, table.bottom),
        };
        Self { items: vec![item], x0, x1, top, bottom }
    }

    /// Whether this stands above the other, in the same part of the width.
    fn above(&self, other: &Self) -> bool {
        self.bottom < other.top - 1.0 && self.x0 < other.x1 && other.x0 < self.x1
    }

    fn add(&mut self, line: Line) {
        self.x0 = self.x0.min(line.x0);
        self.x1 = self.x1.max(line.x1);
        self.bottom = self.bottom.max(line.y);
        self.items.push(Item::Line(line));
    }
}

/// The parts of a page in reading order. The order of a tagged file is its author's, and stays.
pub fn flow(pieces: Vec<Line>, tables: Vec<Table>, tagged: bool) -> Vec<Item> {
    let mut items: Vec<Item> = lines(pieces).into_iter().map(Item::Line).collect();
    items.extend(tables.into_iter().map(Item::Table));
    items.sort_by_key(|item| match item {
        Item::Line(line) => line.order,
        Item::Table(table) => table.order,
    });
    let blocks = blocks(items);
    let blocks = if tagged || blocks.len() > MAX_BLOCKS { blocks } else { from_above(blocks) };
    blocks.into_iter().flat_map(|block| block.items).collect()
}

/// Pieces of which each goes on the one before it on the same line become lines.
pub fn lines(pieces: Vec<Line>) -> Vec<Line> {
    let mut rows: Vec<Vec<Line>> = Vec::new();
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        let own = pieces.peek().is_some_and(|next| goes_on_below(&piece, next));
        match rows.last_mut() {
            Some(row)
                if row.len() < MAX_PIECES
                    && row[0].level_with(&piece)
                    && row.iter().all(|other| !other.above_or_below(&piece))
                    && !(own && row.last().is_some_and(|left| is_sentence(&left.text()))) =>
            {
                row.push(piece);
            }
            _ => rows.push(vec![piece]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    }
    columns(rows).into_iter().filter_map(joined).collect()
}

/// Whether the next piece is the next line of the same column.
fn goes_on_below(piece: &Line, next: &Line) -> bool {
    let step = next.y - piece.y;
    (next.x0 - piece.x0).abs() < 1.0 && step > 0.5 * piece.size && step < STEP * piece.size
}

/// Text of its own, not the name or the number of what stands beside it.
fn is_sentence(text: &str) -> bool {
    text.len() > 25 && !text.ends_with(':')
}

/// Pieces side by side as one line.
pub fn joined(row: Vec<Line>) -> Option<Line> {
    let mut pieces = row.into_iter();
    let mut line = pieces.next()?;
    for piece in pieces {
        let wide = piece.x0 - line.x1 > 1.5 * line.size;
        let between = if wide && !is_label(&line.text()) { "\t" } else { " " };
        line.append(piece, between);
    }
    Some(line)
}

/// A number, letter or bullet before an item of a list.
pub fn is_label(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ')', ':']);
    let short = bare.chars().count() <= 4;
    let marked = bare.len() < text.len() && bare.chars().all(char::is_alphanumeric);
    short && (marked || bare.chars().all(|c| c.is_ascii_digit() || "•▪◦–—-o·*".contains(c)))
}

/// Two columns of running text that were drawn line by line across become one after the other.
fn columns(rows: Vec<Vec<Line>>) -> Vec<Vec<Line>> {
    let mut sorted = Vec::with_capacity(rows.len());
    let mut across: Vec<Vec<Line>> = Vec::new();
    let fits = |across: &[Vec<Line>], row: &[Line]| match across.last().map(Vec::as_slice) {
        None => row.len() == 2,
        Some([_, right]) => {
            row.len() == 2 && (row[1].x0 - right.x0).abs() < 3.0 && row[0].y > right.y && row[0].y - right.y < STEP * right.size
        }
        Some(_) => false,
    };
    for row in rows {
        if !fits(&across, &row) {
            sorted.append(&mut unfolded(mem::take(&mut across)));
        }
        if fits(&across, &row) { across.push(row) } else { sorted.push(row) }
    }
    sorted.append(&mut unfolded(across));
    sorted
}

/// Rows of two pieces, as two columns when both hold running text.
fn unfolded(rows: Vec<Vec<Line>>) -> Vec<Vec<Line>> {
    let long = |side: usize| {
        let length: usize = rows.iter().filter_map(|row| row.get(side)).map(|line| line.text().len()).sum();
        length >= 25 * rows.len()
    };
    if rows.len() < 4 || !long(0) || !long(1) {
        return rows;
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let order = rows[0][0].order;
    for mut row in rows {
        // One place for all: they are kept as they are put here.
        for line in &mut row {
            line.order = order;
        }
        right.extend(row.pop().map(|line| vec![line]));
        left.push(row);
    }
    left.append(&mut right);
    left
}

/// Lines that follow one another downwards, and tables.
fn blocks(items: Vec<Item>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for item in items {
        let mut line = match item {
            Item::Line(line) => line,
            table @ Item::Table(_) => {
                blocks.push(Block::of(table));
                continue;
            }
        };
        if let Some(block) = blocks.last_mut()
            && let Some(Item::Line(last)) = block.items.last()
        {
            let step = line.y - last.y;
            let near = step > 0.3 * line.size && step < STEP * line.size.max(last.size);
            if near && block.x0 < line.x1 && line.x0 < block.x1 {
                block.add(line);
                continue;
            }
            line.begins = !near;
        } else {
            line.begins = true;
        }
        blocks.push(Block::of(Item::Line(line)));
    }
    blocks
}

/// The blocks in their own order, but for those that stand above one that comes before them.
fn from_above(blocks: Vec<Block>) -> Vec<Block> {
    let mut waiting: Vec<Option<Block>> = blocks.into_iter().map(Some).collect();
    let mut sorted = Vec::with_capacity(waiting.len());
    let mut first = 0;
    while first < waiting.len() {
        let free = |at: &usize| {
            let Some(block) = &waiting[*at] else { return false };
            !waiting[first..].iter().flatten().any(|other| other.above(block))
        };
        let Some(next) = (first..waiting.len()).find(free) else {
            sorted.extend(waiting.drain(first..).flatten());
            break;
        };
        sorted.extend(waiting[next].take());
        while first < waiting.len() && waiting[first].is_none() {
            first += 1;
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::pdf::line::Chunk;

    fn piece(text: &str, x: f32, y: f32) -> Line {
        let chunk = Chunk { text: text.into(), font: 0, size: 10.0, raised: false };
        Line { chunks: vec![chunk], x0: x, x1: x + 5.0 * text.len() as f32, y, size: 10.0, ..Line::default() }
    }

    fn read(pieces: &[(&str, f32, f32)]) -> Vec<String> {
        let pieces = pieces.iter().enumerate().map(|(order, (text, x, y))| Line { order, ..piece(text, *x, *y) });
        let texts = flow(pieces.collect(), Vec::new(), false).into_iter().map(|item| match item {
            Item::Line(line) => line.text(),
            Item::Table(_) => String::new(),
        });
        texts.collect()
    }

    #[test]
    fn a_box_at_the_head_that_was_drawn_last() {
        let lines = read(&[
            ("Aan de raad", 50.0, 100.0),
            ("Geachte leden van de raad, hierbij antwoorden wij u", 50.0, 200.0),
            ("Datum", 250.0, 90.0),
            ("3 mei 2024", 250.0, 102.0),
        ]);
        assert_eq!(lines, ["Aan de raad", "Datum", "3 mei 2024", "Geachte leden van de raad, hierbij antwoorden wij u"]);
    }

    #[test]
    fn names_and_values_stay_on_a_line() {
        assert_eq!(
            read(&[("Datum:", 50.0, 100.0), ("3 mei 2024", 150.0, 100.0), ("1.", 50.0, 112.0), ("Hoeveel?", 75.0, 112.0)]),
            ["Datum:\t3 mei 2024", "1. Hoeveel?"]
        );
    }

    #[test]
    fn columns_drawn_across_are_read_downwards() {
        let left = [
            "de eerste kolom begint hier en",
            "gaat op de tweede regel verder",
            "en loopt op de derde regel nog",
            "steeds door tot aan het einde",
        ];
        let right = [
            "de tweede kolom begint ernaast",
            "en hoort niet bij wat er links",
            "van staat maar pas daarna aan",
            "de beurt te komen bij het lezen",
        ];
        let pieces: Vec<(&str, f32, f32)> =
            (0..4).flat_map(|at| [(left[at], 50.0, 100.0 + 12.0 * at as f32), (right[at], 300.0, 100.0 + 12.0 * at as f32)]).collect();
        assert_eq!(read(&pieces), [left, right].concat());
    }

    #[test]
    fn labels_of_lists() {
        for (text, wanted) in [("1.", true), ("a)", true), ("•", true), ("12", true), ("Datum:", false), ("Vraag", false), ("2013", true)]
        {
            assert_eq!(is_label(text), wanted, "{text}");
        }
    }
}
