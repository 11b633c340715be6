//! Footnote marks in running text.

use std::collections::BTreeSet;

use super::inline;
use crate::text::Span;

/// Places in running text that look like footnote marks.
pub(super) fn marks_of(text: &str, line: Span, out: &mut Vec<(u32, Span)>) {
    let row = line.of(text);
    let bytes = row.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let len = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let end = at + len;
        if len <= 2
            && at > 0
            && let Some(span) = mark_at(row, at, end)
            && let Ok(number) = row[at..end].parse()
        {
            out.push((number, span.shifted(line.start)));
        }
        at = end;
    }
}

/// How far before its note a mark may stand, in bytes: somewhat more than a page.
const PAGE: usize = 8000;

/// Whether a number is a footnote mark in the text that ends at byte `end`.
pub(super) fn marked(text: &str, number: u32, end: usize) -> bool {
    let from = (end.saturating_sub(PAGE)..=end).find(|at| text.is_char_boundary(*at)).unwrap_or(end);
    let row = &text[from..end];
    let figures = number.to_string();
    row.match_indices(&figures).any(|(at, _)| {
        let apart =
            !row[..at].ends_with(|c: char| c.is_ascii_digit()) && !row[at + figures.len()..].starts_with(|c: char| c.is_ascii_digit());
        apart && at > 0 && mark_at(row, at, at + figures.len()).is_some()
    })
}

fn mark_at(row: &str, at: usize, end: usize) -> Option<Span> {
    let (before, after) = (&row[..at], &row[end..]);
    if before.ends_with("<sup>") {
        let tail = inline::tag(after)?;
        return Some(Span::new(at - 5, end + tail));
    }
    if before.ends_with('[') {
        let inner = after.trim_start_matches(' ');
        return inner.strip_prefix(']').map(|rest| Span::new(at - 1, row.len() - rest.len()));
    }
    let ends = after.is_empty() || after.starts_with(|c: char| c.is_whitespace() || ".,;:?!»”)".contains(c));
    let next_figure = after.starts_with(['.', ',', ':']) && after[1..].starts_with(|c: char| c.is_ascii_digit());
    if !ends || next_figure {
        return None;
    }
    if let Some(rest) = after.strip_prefix(')')
        && (before.ends_with([' ', '?', '\'', '’', '”']) || before.ends_with(char::is_lowercase))
        && before.matches('(').count() <= before.matches(')').count()
    {
        return Some(Span::new(at, row.len() - rest.len()));
    }
    let letters = before.len() - before.trim_end_matches(char::is_lowercase).len();
    let closed =
        before.ends_with(['.', '?', '!', ',', '»', '”', '’', ')', ']', '"']) && !before.ends_with("nr.") && !before.ends_with("p.");
    let figure = before.trim_end_matches(['.', ',', '?', '!', ')']).ends_with(|c: char| c.is_ascii_digit()) && !before.ends_with(')');
    (letters >= 3 || (closed && !figure)).then(|| Span::new(at, end))
}

/// A mark that begins a line because the converter put it there: `2 Deze richtlijnen …`, `3. De` after an open sentence.
pub(super) fn leading_mark(text: &str, before: Span, line: Span, known: &BTreeSet<u32>) -> Option<Span> {
    let row = line.of(text);
    let figures = row.len() - row.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = row.get(..figures).filter(|figures| (1..=2).contains(&figures.len()))?.parse().ok()?;
    let after = &row[figures..];
    if !known.contains(&number) {
        return None;
    }
    if after.starts_with(". ") && before.of(text).ends_with(char::is_lowercase) && after[2..].starts_with(char::is_uppercase) {
        return Some(Span::new(before.end, line.start + figures));
    }
    (after.starts_with(' ') && after.trim_start().starts_with(char::is_alphabetic)).then(|| Span::new(line.start, line.start + figures + 1))
}
