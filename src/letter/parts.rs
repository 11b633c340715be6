//! Every byte of a letter with what it was understood to be.

use super::block::{Block, Role};
use super::pair::Pairs;
use super::sheet::Sheet;
use super::{LetterKind, Part, PartKind};
use crate::text::Span;

/// The most bytes of other cells in the row of an answer.
const CELLS: usize = 60;

/// The parts of a letter; `within` is the furniture inside lines.
pub(super) fn parts(sheet: &Sheet, blocks: &[Block], within: &[Span], pairs: &Pairs, kind: LetterKind) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut push = |span: Span, kind: PartKind| match parts.last_mut() {
        _ if span.is_empty() => {}
        Some(last) if last.kind == kind && last.span.end == span.start => last.span.end = span.end,
        _ => parts.push(Part { span, kind }),
    };
    let mut out: Vec<Span> = sheet.lines.iter().zip(&sheet.out).filter(|(_, out)| **out).map(|(line, _)| line.span).collect();
    out.extend(within);
    out.sort_unstable();
    let mut next = 0;
    for (stretch, kind) in stretches(sheet.text, blocks, pairs, kind) {
        let mut at = stretch.start;
        while let Some(span) = out.get(next).filter(|span| span.start < stretch.end) {
            let inside = Span::new(span.start.max(at), span.end.min(stretch.end));
            if !inside.is_empty() {
                push(Span::new(at, inside.start), kind);
                push(inside, PartKind::Furniture);
                at = inside.end;
            }
            if span.end > stretch.end {
                break;
            }
            next += 1;
        }
        push(Span::new(at, stretch.end), kind);
    }
    let end = parts.last().map_or(0, |part| part.span.end);
    if end < sheet.text.len() {
        parts.push(Part { span: Span::new(end, sheet.text.len()), kind: PartKind::Unparsed });
    }
    parts
}

/// The blocks as stretches, in order; an answer that serves no question was not understood.
fn stretches(text: &str, blocks: &[Block], pairs: &Pairs, kind: LetterKind) -> Vec<(Span, PartKind)> {
    let served = pairs.served();
    let mut found = Vec::with_capacity(blocks.len());
    for block in blocks {
        let known = block.body.of(text).trim().is_empty() || served.contains(&block.body);
        let kind = match block.role {
            Role::Head if kind == LetterKind::Other => PartKind::Unparsed,
            Role::Head => PartKind::Head,
            Role::Theme => PartKind::Theme,
            Role::Question => PartKind::Question,
            Role::Answer if known => PartKind::Answer,
            Role::Answer if pairs.again.contains(&block.body) => PartKind::Furniture,
            Role::Answer => PartKind::Unparsed,
            Role::Closing => PartKind::Closing,
        };
        let below = Span::new(block.body.end, block.span.end);
        if kind == PartKind::Answer && !below.is_empty() {
            // Other cells of a row, or what follows a table.
            let more = if below.trimmed(text).len() > CELLS { PartKind::Unparsed } else { PartKind::Furniture };
            found.extend([(Span::new(block.span.start, below.start), kind), (below, more)]);
        } else {
            found.push((block.span, kind));
        }
    }
    found
}
