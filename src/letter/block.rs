//! Blocks: the letter cut at its anchors, with headings and closings taken off their ends.

use super::anchor::{Anchor, Kind};
use super::heading;
use super::marker;
use super::numbers::Number;
use super::sheet::Sheet;
use crate::text::Span;

/// A row longer than this is read sentence by sentence.
const LONG: usize = 300;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Before the questions, or between the parts.
    Head,
    /// A theme heading.
    Theme,
    /// A question.
    Question,
    /// An answer.
    Answer,
    /// The end of the letter.
    Closing,
}

/// A stretch of the letter. Blocks tile it.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// What it is.
    pub role: Role,
    /// From its marker to the next block.
    pub span: Span,
    /// Its text, without the marker.
    pub body: Span,
    /// Its lines; the first may have begun in another block.
    pub lines: (usize, usize),
    /// The numbers printed on its marker.
    pub numbers: Vec<Number>,
    /// A word announces it.
    pub labelled: bool,
    /// Found within a question: it answers that one only.
    pub unmarked: bool,
}

/// Cuts the letter at its anchors.
pub(super) fn blocks(sheet: &Sheet, anchors: &[Anchor]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let first = anchors.iter().position(|anchor| matches!(anchor.kind, Kind::Question | Kind::Answer)).unwrap_or(anchors.len());
    let begin = anchors.get(first).map_or(sheet.lines.len(), |anchor| anchor.line);
    push(&mut blocks, Role::Head, sheet, (0, begin), 0, None);
    for (at, anchor) in anchors.iter().enumerate().skip(first) {
        let end = anchors.get(at + 1).map_or(sheet.lines.len(), |next| next.line);
        if anchor.kind == Kind::Cells {
            if let Some(block) = blocks.last_mut() {
                block.span.end = sheet.start(end);
                block.lines.1 = end;
            }
            continue;
        }
        if anchor.inner {
            if let Some(question) = blocks.last_mut().filter(|block: &&mut Block| block.role == Role::Question) {
                question.span.end = sheet.start(end);
                question.body = Span::new(anchor.body, sheet.start(end));
                question.lines.1 = end;
            }
            continue;
        }
        let later = anchors[at..].iter().any(|next| matches!(next.kind, Kind::Question | Kind::Answer));
        let role = match anchor.kind {
            Kind::Question => Role::Question,
            Kind::Answer => Role::Answer,
            Kind::Section if later => Role::Head,
            Kind::Section | Kind::Closing | Kind::Cells => Role::Closing,
        };
        push(&mut blocks, role, sheet, (anchor.line, end), anchor.body, Some(anchor));
    }
    heading::part(sheet, &mut blocks);
    closing(sheet, &mut blocks);
    blocks
}

fn push(blocks: &mut Vec<Block>, role: Role, sheet: &Sheet, lines: (usize, usize), body: usize, anchor: Option<&Anchor>) {
    let span = Span::new(sheet.start(lines.0), sheet.start(lines.1));
    if span.is_empty() {
        return;
    }
    let numbers = anchor.map(|anchor| anchor.numbers.clone()).unwrap_or_default();
    let labelled = anchor.is_some_and(|anchor| anchor.labelled);
    blocks.push(Block {
        role,
        span,
        body: Span::new(body.clamp(span.start, span.end), span.end),
        lines,
        numbers,
        labelled,
        unmarked: false,
    });
}

/// Takes leave-taking off the last answer or question.
fn closing(sheet: &Sheet, blocks: &mut Vec<Block>) {
    let Some(at) = blocks.iter().rposition(|block| matches!(block.role, Role::Answer | Role::Question)) else { return };
    let block = &blocks[at];
    let Some(from) = farewell(sheet, block) else { return };
    let mut tail = block.clone();
    tail.role = Role::Closing;
    tail.span.start = from;
    tail.body = tail.span;
    tail.numbers.clear();
    let last = (block.lines.0..block.lines.1).find(|line| sheet.start(*line) >= from).unwrap_or(block.lines.1);
    tail.lines.0 = last;
    blocks[at].span.end = from;
    blocks[at].body.end = from;
    blocks[at].lines.1 = last;
    blocks.insert(at + 1, tail);
}

/// The byte at which the last block takes leave: at a paragraph, or at a sentence where the letter stands on one line.
fn farewell(sheet: &Sheet, block: &Block) -> Option<usize> {
    let begun = |line: usize| line > block.lines.0 && sheet.lines[line].text.start > block.body.start;
    let mut any = !sheet.rest(block.body.start, block.lines.0).trim().is_empty();
    for line in sheet.read(block.lines.0, block.lines.1) {
        let row = sheet.row(line);
        let below = || sheet.read(line + 1, block.lines.1).next().map_or("", |next| sheet.row(next));
        if begun(line)
            && (any || sheet.gap(line))
            && (marker::farewell(row) || marker::dated(row) || marker::explains(row) && marker::farewell(below()))
            && (sheet.gap(line) || sheet.row(line.saturating_sub(1)).ends_with(['.', '?', '!']))
        {
            return Some(sheet.start(line));
        }
        any |= begun(line);
        let flows = sheet.lines[line].glued || line == block.lines.0 && row.len() > LONG;
        if flows && let Some(at) = leave(sheet.rest(block.body.start.max(sheet.lines[line].text.start), line)) {
            return Some(block.body.start.max(sheet.lines[line].text.start) + at);
        }
    }
    None
}

/// Where in a running text a sentence takes leave.
fn leave(text: &str) -> Option<usize> {
    let leaves = |at: usize| {
        let rest = text[at..].trim_start();
        marker::farewell(rest) || ["Hoogachtend", "Met vriendelijke groet"].iter().any(|words| rest.starts_with(words))
    };
    let stops = text.match_indices(['.', '?', '!']).map(|(at, _)| at + 1).filter(|at| text[*at..].starts_with(' '));
    [0].into_iter().chain(stops).find(|at| leaves(*at))
}
