//! Blocks: the letter cut at its anchors, with headings and closings taken off their ends.

use super::anchor::{Anchor, Kind};
use super::marker;
use super::numbers::Number;
use super::sheet::Sheet;
use super::theme::{self, Strength};
use crate::text::Span;

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
    headings(sheet, &mut blocks);
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

/// Takes the headings off the ends of blocks before a question, and those that come back before an answer.
fn headings(sheet: &Sheet, blocks: &mut Vec<Block>) {
    let dense = blocks
        .iter()
        .filter(|block| block.role == Role::Question)
        .all(|block| !sheet.gap(block.lines.0) || sheet.lines[block.lines.0].glued);
    let tight = tight(sheet, blocks);
    let mut found: Vec<Option<(usize, bool)>> = vec![None; blocks.len()];
    for at in 0..blocks.len() {
        if blocks.get(at + 1).is_some_and(|next| next.role == Role::Question) {
            found[at] = heading(sheet, &blocks[at], dense, tight);
        }
    }
    let set = found.iter().flatten().filter(|(_, strong)| *strong).count();
    let plain = found.iter().flatten().count() - set;
    let only_first = set == 0 && plain == 1 && found.first().is_some_and(Option::is_some);
    for heading in &mut found {
        if heading.is_some_and(|(line, strong)| !strong && (only_first || set >= 2 && plain < set && !followed_by_glue(sheet, line))) {
            *heading = None;
        }
    }
    let titles: Vec<String> = found.iter().flatten().map(|(line, _)| sheet.row(*line).to_lowercase()).collect();
    for at in 0..blocks.len() {
        if found[at].is_none() && blocks.get(at + 1).is_some_and(|next| next.role == Role::Answer) {
            found[at] = sheet
                .before(blocks[at].lines.1)
                .filter(|line| *line > blocks[at].lines.0 && titles.contains(&sheet.row(*line).to_lowercase()))
                .map(|line| (line, true));
        }
    }
    let mut parted = Vec::with_capacity(blocks.len());
    for (mut block, heading) in blocks.drain(..).zip(found) {
        let Some((line, _)) = heading else {
            parted.push(block);
            continue;
        };
        let mut from = line;
        while let Some(above) = sheet.before(from).filter(|above| *above > block.lines.0 || block.role == Role::Head)
            && theme::strength(sheet, above) == Strength::Strong
            && !marker::section(sheet.row(above))
            && theme::strength(sheet, line) == Strength::Strong
            && sheet.gap(above)
            && block.role != Role::Head
        {
            from = above;
        }
        let start = sheet.start(from);
        let title = theme::title(sheet.row(line));
        let end = sheet.lines[line].text.start + sheet.row(line).len();
        let begin = end.saturating_sub(sheet.row(line).len()) + sheet.row(line).find(title).unwrap_or(0);
        let heading = Block {
            role: Role::Theme,
            span: Span::new(start, block.span.end),
            body: Span::new(begin, begin + title.len()),
            lines: (from, block.lines.1),
            numbers: Vec::new(),
            labelled: false,
            unmarked: false,
        };
        block.span.end = start;
        block.body = Span::new(block.body.start.min(start), start);
        block.lines.1 = from;
        if !block.span.is_empty() {
            parted.push(block);
        }
        parted.push(heading);
    }
    *blocks = parted;
}

/// Whether answers in this letter begin right at their marker or on the next line.
fn tight(sheet: &Sheet, blocks: &[Block]) -> bool {
    let answers = blocks.iter().filter(|block| block.role == Role::Answer && block.labelled);
    let (mut close, mut all) = (0, 0);
    for block in answers {
        all += 1;
        let same_line = !sheet.rest(block.body.start, block.lines.0).trim().is_empty();
        let next = sheet.read(block.lines.0 + 1, block.lines.1).next();
        close += usize::from(same_line || next.is_some_and(|next| !sheet.gap(next)));
    }
    close * 10 >= all * 9
}

/// Whether the marker of a question is glued to line `at`.
fn followed_by_glue(sheet: &Sheet, at: usize) -> bool {
    sheet.lines.get(at + 1).is_some_and(|next| next.glued)
}

/// The heading at the end of a block, and whether its look or its words make it one.
fn heading(sheet: &Sheet, block: &Block, dense: bool, tight: bool) -> Option<(usize, bool)> {
    let at = sheet.before(block.lines.1).filter(|at| *at >= block.lines.0)?;
    let head = block.role == Role::Head;
    if marker::section(sheet.row(at)) || (at == block.lines.0 && !head) {
        return None;
    }
    let glued = followed_by_glue(sheet, at);
    if ends_list(sheet, block.lines.0, at) {
        return None;
    }
    let strength = match theme::strength(sheet, at) {
        Strength::None if !glued || sheet.row(at).ends_with(['.', '?', ':']) || sheet.row(at).len() > 110 => return None,
        other => other,
    };
    let above = sheet.before(at);
    let stopped = above.is_none_or(|above| sheet.row(above).ends_with(['.', '?', '!', ')', ':', '”', '"', '’']));
    let text_before = head
        || !sheet.rest(block.body.start, block.lines.0).trim().is_empty()
        || sheet.read(block.lines.0 + 1, at).any(|line| sheet.lines[line].text.start >= block.body.start);
    let free = sheet.gap(at);
    let strong = strength == Strength::Strong;
    let yes = if head {
        free && (strong || glued || strength == Strength::Plain && !opens(sheet.row(at)))
    } else if !text_before {
        block.role == Role::Answer && free && (strong || glued || tight && strength == Strength::Plain)
    } else if strong || glued {
        free || stopped || sheet.lines[at].look.heading
    } else {
        free || dense && stopped
    };
    yes.then_some((at, strong))
}

/// Whether line `at` is the last of a numbered list that runs on from line to line.
fn ends_list(sheet: &Sheet, from: usize, at: usize) -> bool {
    let Some((number, _)) = marker::bare(sheet.row(at)) else { return false };
    sheet.read(from + 1, at).any(|line| marker::bare(sheet.row(line)).is_some_and(|(before, _)| number.follows(&before)))
}

/// Whether a line of the head is an opening rather than a heading.
fn opens(row: &str) -> bool {
    ["Vragen van het lid", "Vragen van de leden", "Vragen gesteld", "Antwoord"].iter().any(|words| row.starts_with(words))
        || row.contains("(ingezonden")
        || row.contains("(ontvangen")
        || row.contains("Kamer")
        || row.bytes().filter(u8::is_ascii_digit).count() > 4
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
        if begun(line)
            && (any || sheet.gap(line))
            && (marker::farewell(row) || marker::dated(row))
            && (sheet.gap(line) || sheet.row(line.saturating_sub(1)).ends_with(['.', '?', '!']))
        {
            return Some(sheet.start(line));
        }
        any |= begun(line);
        if row.len() > 300 || sheet.lines[line].glued {
            let from = block.body.start.max(sheet.lines[line].text.start);
            let text = sheet.rest(from, line);
            let place = text.match_indices(['.', '?', '!']).map(|(at, _)| at + 1).find(|at| {
                let rest = text[*at..].trim_start();
                rest.len() < text.len() - at
                    && (marker::farewell(rest) || ["Hoogachtend", "Met vriendelijke groet"].iter().any(|words| rest.starts_with(words)))
            });
            if let Some(at) = place.filter(|_| sheet.lines[line].glued || line == block.lines.0) {
                return Some(from + at);
            }
        }
    }
    None
}
