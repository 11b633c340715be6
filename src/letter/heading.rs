//! Headings: taken off the ends of answers and of the head, with what stands below them before the next question.

use std::collections::HashSet;

use super::block::{Block, Role};
use super::marker;
use super::sheet::Sheet;
use super::theme::{self, Strength, Style};
use crate::text::Span;

/// A heading directly above a question.
#[derive(Clone, Copy, Debug)]
struct Heading {
    line: usize,
    strong: bool,
}

/// Parts the blocks at the headings in them.
pub(super) fn part(sheet: &Sheet, blocks: &mut Vec<Block>) {
    let found = above_questions(sheet, blocks);
    let styles: HashSet<Style> = found.iter().flatten().filter_map(|heading| theme::style(sheet, heading.line)).collect();
    let titles: HashSet<String> = found.iter().flatten().map(|heading| sheet.row(heading.line).to_lowercase()).collect();
    let mut parted = Vec::with_capacity(blocks.len());
    let next: Vec<Option<Role>> = (0..blocks.len()).map(|at| blocks.get(at + 1).map(|next| next.role)).collect();
    for ((block, heading), next) in blocks.drain(..).zip(found).zip(next) {
        let lines = match next {
            Some(Role::Question) => lines(sheet, &block, heading, &styles),
            Some(Role::Answer) => again(sheet, &block, &titles).into_iter().collect(),
            _ => Vec::new(),
        };
        split(sheet, block, &lines, &mut parted);
    }
    *blocks = parted;
}

/// For each block the heading at its end, when a question follows.
fn above_questions(sheet: &Sheet, blocks: &[Block]) -> Vec<Option<Heading>> {
    let questions = || blocks.iter().filter(|block| block.role == Role::Question);
    let close = questions().filter(|block| !sheet.gap(block.lines.0) || sheet.lines[block.lines.0].glued).count();
    let dense = close * 5 >= questions().count() * 4;
    let tight = tight(sheet, blocks);
    let asked = |at: usize| blocks.get(at + 1).is_some_and(|next| next.role == Role::Question);
    let mut found: Vec<Option<Heading>> =
        (0..blocks.len()).map(|at| if asked(at) { heading(sheet, &blocks[at], dense, tight) } else { None }).collect();
    let all = found.iter().flatten().count();
    let strong = found.iter().flatten().filter(|heading| heading.strong).count();
    let known = found.iter().flatten().filter(|heading| theme::style(sheet, heading.line).is_some()).count();
    let only_first = strong == 0 && all == 1 && found.first().is_some_and(Option::is_some);
    for heading in &mut found {
        let loose =
            |heading: &Heading| !heading.strong && (only_first || known >= 2 && all - strong < known && !glued_to(sheet, heading.line));
        if heading.as_ref().is_some_and(loose) {
            *heading = None;
        }
    }
    found
}

/// All heading lines in a block that a question follows: the one above the question, and those above it that look like
/// other headings of the letter, with an introduction or "geen vragen" between them.
fn lines(sheet: &Sheet, block: &Block, heading: Option<Heading>, styles: &HashSet<Style>) -> Vec<usize> {
    let end = heading.map_or(block.lines.1, |heading| heading.line);
    let mut text = block.role == Role::Answer && !sheet.rest(block.body.start, block.lines.0).trim().is_empty();
    let mut found = Vec::new();
    for at in sheet.read(block.lines.0 + 1, end) {
        let apart = block.role == Role::Answer && sheet.gap(at) && theme::strength(sheet, at) == Strength::Strong;
        if apart && (text || !found.is_empty()) && theme::style(sheet, at).is_some_and(|style| styles.contains(&style)) {
            found.push(at);
        }
        text = true;
    }
    found.extend(heading.map(|heading| heading.line));
    found
}

/// A heading that comes back above an answer, where all questions stand first.
fn again(sheet: &Sheet, block: &Block, titles: &HashSet<String>) -> Option<usize> {
    sheet.before(block.lines.1).filter(|line| *line > block.lines.0 && titles.contains(&sheet.row(*line).to_lowercase()))
}

/// Parts a block at its heading lines; what stands below a heading introduces the questions.
fn split(sheet: &Sheet, mut block: Block, lines: &[usize], parted: &mut Vec<Block>) {
    let Some(first) = lines.first().copied() else {
        parted.push(block);
        return;
    };
    let end = block.lines.1;
    block.span.end = sheet.start(first);
    block.body = Span::new(block.body.start.min(block.span.end), block.body.end.min(block.span.end));
    block.lines.1 = first;
    if !block.span.is_empty() {
        parted.push(block);
    }
    for (nth, line) in lines.iter().copied().enumerate() {
        let next = lines.get(nth + 1).copied().unwrap_or(end);
        let below = sheet.read(line + 1, next).next().unwrap_or(next);
        let title = theme::title(sheet.row(line));
        let start = sheet.lines[line].text.start + sheet.row(line).find(title).unwrap_or(0);
        parted.push(plain(sheet, Role::Theme, (line, below), Span::new(start, start + title.len())));
        if below < next {
            parted.push(plain(sheet, Role::Head, (below, next), Span::new(sheet.start(below), sheet.start(next))));
        }
    }
}

fn plain(sheet: &Sheet, role: Role, lines: (usize, usize), body: Span) -> Block {
    let span = Span::new(sheet.start(lines.0), sheet.start(lines.1));
    Block { role, span, body, lines, numbers: Vec::new(), labelled: false, unmarked: false }
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
fn glued_to(sheet: &Sheet, at: usize) -> bool {
    sheet.lines.get(at + 1).is_some_and(|next| next.glued)
}

/// The heading at the end of a block.
fn heading(sheet: &Sheet, block: &Block, dense: bool, tight: bool) -> Option<Heading> {
    let at = sheet.before(block.lines.1).filter(|at| *at >= block.lines.0)?;
    let head = block.role == Role::Head;
    if marker::section(sheet.row(at)) || (at == block.lines.0 && !head) {
        return None;
    }
    let glued = glued_to(sheet, at);
    if ends_list(sheet, block.lines.0, at) {
        return None;
    }
    let strength = match theme::strength(sheet, at) {
        Strength::None if !glued || sheet.row(at).ends_with(['.', '?', ':']) || sheet.row(at).len() > 110 => return None,
        other => other,
    };
    let above = sheet.before(at);
    let stops = |row: &str| row.ends_with(['.', '?', '!', ')', ':', '”', '"', '’']) || marker::section(row);
    let stopped = above.is_none_or(|above| stops(sheet.row(above)));
    let text_before = head
        || !sheet.rest(block.body.start, block.lines.0).trim().is_empty()
        || sheet.read(block.lines.0 + 1, at).any(|line| sheet.lines[line].text.start >= block.body.start);
    let free = sheet.gap(at);
    let strong = strength == Strength::Strong;
    let yes = if head {
        (free || dense && stopped) && (strong || glued || strength == Strength::Plain && !opens(sheet.row(at)))
    } else if !text_before {
        let styled = strong && theme::style(sheet, at).is_some();
        block.role == Role::Answer && (styled || free && (strong || glued || tight && strength == Strength::Plain))
    } else if strong || glued {
        free || stopped || sheet.lines[at].look.level > 0
    } else {
        free || dense && stopped
    };
    yes.then_some(Heading { line: at, strong })
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
