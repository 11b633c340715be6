//! Stretches of text become pieces of a line: neighbours on one baseline, with the spaces that their distances show.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::sheet::{Rule, Run, Sheet, Tag};
use crate::source::mark::Cell;

/// A gap of this part of the type size is a space between words, when the text holds none.
const SPACE: f32 = 0.18;

/// A gap of this part of the type size ends a piece: what follows may be another column.
const APART: f32 = 0.7;

/// A printed line, or a piece of one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    pub chunks: Vec<Chunk>,
    pub x0: f32,
    pub x1: f32,
    /// The baseline, from the top of the page.
    pub y: f32,
    /// The type size of its letters, raised ones left out.
    pub size: f32,
    /// Its place in the order of the file.
    pub order: usize,
    /// The page, from 0.
    pub page: usize,
    pub tag: Tag,
    pub role: Role,
    /// A blank line stands before it.
    pub gap: bool,
    /// It begins a block of text: what stands before it in the text does not run on into it on the page.
    pub begins: bool,
}

/// What a line is part of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    #[default]
    Body,
    Cell(Cell),
    Margin,
    Note,
}

/// Text in one type.
#[derive(Clone, Debug, PartialEq)]
pub struct Chunk {
    pub text: String,
    pub font: usize,
    pub size: f32,
    /// Above the line and smaller: the mark of a note, or a power.
    pub raised: bool,
}

impl Line {
    /// Its characters.
    pub fn text(&self) -> String {
        self.chunks.iter().map(|chunk| chunk.text.as_str()).collect()
    }

    /// The font of most of its letters.
    pub fn font(&self) -> usize {
        self.chunks.iter().max_by_key(|chunk| chunk.text.len()).map_or(0, |chunk| chunk.font)
    }

    /// Adds what stands further to the right on the same line.
    pub fn append(&mut self, other: Self, between: &str) {
        if let Some(last) = self.chunks.last_mut() {
            last.text.push_str(between);
        }
        self.x0 = self.x0.min(other.x0);
        self.x1 = self.x1.max(other.x1);
        self.order = self.order.min(other.order);
        self.tag.heading = self.tag.heading.filter(|_| other.tag.heading.is_some());
        self.chunks.extend(other.chunks);
    }

    /// Whether two lines stand side by side, in the same columns of the page, at least partly.
    pub fn above_or_below(&self, other: &Self) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1
    }

    /// Whether both stand on one baseline.
    pub fn level_with(&self, other: &Self) -> bool {
        (self.y - other.y).abs() <= 0.25 * self.size.max(other.size)
    }

    fn begun(run: &Run, order: usize, page: usize) -> Self {
        let chunk = Chunk { text: letters(&run.text), font: run.font, size: run.size, raised: false };
        Self { chunks: vec![chunk], x0: run.x, x1: run.end_x, y: run.y, size: run.size, order, page, tag: run.tag, ..Self::default() }
    }

    /// How a stretch of text goes on from here, if it does.
    fn takes(&self, run: &Run, bars: &Bars) -> Option<Fit> {
        let largest = self.size.max(run.size);
        let gap = run.x - self.x1;
        let above = self.y - run.y;
        if self.tag.artifact != run.tag.artifact || self.tag.cell != run.tag.cell || gap < -0.35 * largest {
            return None;
        }
        let near = gap < 0.5 * largest;
        let fit = if run.size < 0.85 * self.size && near && above > 0.1 * self.size && above < 0.75 * self.size {
            Fit::Raised
        } else if self.size < 0.85 * run.size && near && -above > 0.1 * run.size && -above < 0.75 * run.size {
            Fit::Lowered
        } else if above.abs() <= 0.15 * largest || (run.size < 0.85 * self.size && near && above < 0.0 && above > -0.4 * self.size) {
            Fit::Level
        } else {
            return None;
        };
        let parted = gap >= 1.0 && bars.part(self.x1, run.x, run.y - run.size, run.y);
        (gap < APART * largest && !parted).then_some(fit)
    }

    fn take(&mut self, run: &Run, fit: Fit) {
        if fit == Fit::Lowered {
            for chunk in &mut self.chunks {
                chunk.raised = true;
            }
            (self.y, self.size) = (run.y, run.size);
        }
        let raised = fit == Fit::Raised;
        let spaced = self.chunks.last().is_some_and(|chunk| chunk.text.ends_with(' ')) || run.text.starts_with([' ', '\u{A0}']);
        let mut text = letters(&run.text);
        // The mark of a note stands close to its text.
        let wide = run.x - self.x1 > SPACE * run.size.min(self.size) || fit == Fit::Lowered;
        if wide && !spaced {
            text.insert(0, ' ');
        }
        self.x1 = self.x1.max(run.end_x);
        match self.chunks.last_mut() {
            Some(last) if last.font == run.font && last.raised == raised && (last.size - run.size).abs() < 0.05 => {
                last.text.push_str(&text);
            }
            _ => self.chunks.push(Chunk { text, font: run.font, size: run.size, raised }),
        }
    }

    /// One space where several stand, none at the ends.
    fn tidy(&mut self) {
        let mut spaced = true;
        for chunk in &mut self.chunks {
            let mut text = String::with_capacity(chunk.text.len());
            for c in chunk.text.chars().map(|c| if c == '\u{A0}' || c == '\n' || c == '\r' { ' ' } else { c }) {
                if c != ' ' || !spaced {
                    text.push(c);
                }
                spaced = c == ' ';
            }
            chunk.text = text;
        }
        while let Some(last) = self.chunks.last_mut() {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                break;
            }
            self.chunks.pop();
        }
        self.chunks.retain(|chunk| !chunk.text.is_empty());
        let letters = |size: f32| {
            self.chunks
                .iter()
                .filter(|chunk| (chunk.size - size).abs() < 0.05 && !chunk.raised)
                .map(|chunk| chunk.text.len())
                .sum::<usize>()
        };
        if let Some(most) = self.chunks.iter().map(|chunk| chunk.size).max_by_key(|size| letters(*size)) {
            self.size = most;
        }
    }
}

/// Where a stretch of text stands beside the piece that it goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    Level,
    Raised,
    /// The piece so far was raised: the mark of a note before its text.
    Lowered,
}

/// The upright lines that a page draws, from left to right.
#[derive(Default)]
struct Bars(Vec<Rule>);

impl Bars {
    fn of(rules: &[Rule]) -> Self {
        let mut bars: Vec<Rule> = rules.iter().copied().filter(|rule| rule.upright()).collect();
        bars.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        Self(bars)
    }

    /// Whether one stands between two places at a height.
    fn part(&self, left: f32, right: f32, top: f32, bottom: f32) -> bool {
        let first = self.0.partition_point(|bar| bar.x0 < left - 1.0);
        self.0[first..].iter().take_while(|bar| bar.x0 < right + 1.0).any(|bar| bar.y0 < bottom && bar.y1 > top)
    }
}

/// The pieces of a page, in the order of the file.
pub fn pieces(sheet: &Sheet, page: usize) -> Vec<Line> {
    let mut pieces = joined(&sheet.runs, &Bars::of(&sheet.rules), page, 0);
    let turned = joined(&sheet.turned, &Bars::default(), page, sheet.runs.len());
    pieces.extend(turned.into_iter().map(|line| Line { tag: Tag { artifact: true, ..line.tag }, ..line }));
    pieces
}

fn joined(runs: &[Run], bars: &Bars, page: usize, first: usize) -> Vec<Line> {
    let mut pieces: Vec<Line> = Vec::new();
    let mut seen = HashSet::new();
    let mut last: Option<&Run> = None;
    for (order, run) in runs.iter().enumerate() {
        let blank = run.text.trim().is_empty();
        if last.is_some_and(|last| drawn_again(last, run)) {
            continue;
        }
        // The same words at the same place: drawn twice to make them look bold.
        if run.text.len() > 2 && !blank && !seen.insert((run.text.as_str(), (run.x * 2.0) as i32, (run.y * 2.0) as i32)) {
            continue;
        }
        last = Some(run);
        match pieces.last_mut().and_then(|piece| piece.takes(run, bars).map(|fit| (piece, fit))) {
            Some((piece, fit)) => piece.take(run, fit),
            None if blank => {}
            None => pieces.push(Line::begun(run, first + order, page)),
        }
    }
    let mut pieces = mended(pieces, bars);
    for piece in &mut pieces {
        piece.tidy();
    }
    pieces.retain(|piece| !piece.chunks.is_empty());
    pieces
}

/// Whether a stretch of text is the last one again, a hair further on, to make it look bold or shaded.
fn drawn_again(last: &Run, run: &Run) -> bool {
    let near = 0.12 * run.size;
    last.text == run.text && !run.text.trim().is_empty() && (last.x - run.x).abs() < near && (last.y - run.y).abs() < near
}

/// Joins pieces that touch although other text was drawn between them.
fn mended(pieces: Vec<Line>, bars: &Bars) -> Vec<Line> {
    let mut order: Vec<usize> = (0..pieces.len()).collect();
    order.sort_by(|a, b| {
        let place = |at: usize| ((pieces[at].y * 2.0).round(), pieces[at].x0);
        place(*a).partial_cmp(&place(*b)).unwrap_or(Ordering::Equal)
    });
    let mut pieces: Vec<Option<Line>> = pieces.into_iter().map(Some).collect();
    for pair in 1..order.len() {
        let (left, right) = (order[pair - 1], order[pair]);
        let (Some(a), Some(b)) = (&pieces[left], &pieces[right]) else { continue };
        let gap = b.x0 - a.x1;
        let touch = (-0.2 * a.size..0.35 * a.size).contains(&gap) && (a.y - b.y).abs() < 0.1 * a.size && a.tag.cell == b.tag.cell;
        if !touch || a.tag.artifact != b.tag.artifact || bars.part(a.x1, b.x0, a.y - a.size, a.y) {
            continue;
        }
        let spaced = gap > SPACE * a.size && !a.text().ends_with(' ') && !b.text().starts_with(' ');
        if let (Some(mut a), Some(b)) = (pieces[left].take(), pieces[right].take()) {
            a.append(b, if spaced { " " } else { "" });
            pieces[right] = Some(a);
        }
    }
    let mut pieces: Vec<Line> = pieces.into_iter().flatten().collect();
    pieces.sort_by_key(|piece| piece.order);
    pieces
}

/// Ligatures as letters, the bullets of symbol fonts as bullets.
fn letters(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{FB00}' => letters.push_str("ff"),
            '\u{FB01}' => letters.push_str("fi"),
            '\u{FB02}' => letters.push_str("fl"),
            '\u{FB03}' => letters.push_str("ffi"),
            '\u{FB04}' => letters.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => letters.push_str("st"),
            '\u{F02D}' => letters.push('-'),
            '\u{F0A7}' | '\u{F0A8}' | '\u{F0B7}' | '\u{F0D8}' | '\u{F076}' => letters.push('•'),
            c => letters.push(c),
        }
    }
    letters
}
