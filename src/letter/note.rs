//! Footnotes: their texts, wherever the page put them, and their marks in running text.

use std::collections::{BTreeMap, BTreeSet};

use super::inline;
use super::label;
use super::line::Line;
use crate::text::Span;

/// The footnotes of a letter.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// For each line whether it is (part of) the text of a footnote, or a mark alone.
    pub lines: Vec<bool>,
    /// Marks in running text, in order.
    pub marks: Vec<Span>,
}

/// How many lines a footnote may run on where only the end of the page ends it.
const LONGEST: usize = 12;

/// Finds the footnotes of a letter; `furniture` are the lines that are none.
pub(super) fn notes(text: &str, lines: &[Line], furniture: &[bool]) -> Notes {
    let mut marks = Vec::new();
    for (line, _) in lines.iter().zip(furniture).filter(|(_, furniture)| !**furniture) {
        marks_of(text, line.text, &mut marks);
    }
    let mut first: BTreeMap<u32, usize> = BTreeMap::new();
    for (number, span) in &marks {
        first.entry(*number).or_insert(span.start);
    }
    let mut found = Notes { lines: vec![false; lines.len()], marks: Vec::new() };
    let mut known: BTreeSet<u32> = BTreeSet::new();
    let mut expected = 1;
    let mut at = 0;
    while at < lines.len() {
        let wanted = |number: u32| (expected..expected + 3).contains(&number) || number == 1 || known.contains(&number);
        let Some((number, form)) = opening(text, &lines[at]).filter(|(number, _)| wanted(*number)) else {
            at += 1;
            continue;
        };
        let marked = first.get(&number).is_some_and(|mark| *mark < lines[at].text.start);
        let end = if furniture[at] { Some(at + 1).filter(|_| marked) } else { extent(text, lines, furniture, at, form, marked) };
        if let Some(end) = end {
            found.lines[at..end].fill(true);
            known.insert(number);
            expected = number + 1;
        }
        at = end.unwrap_or(at + 1);
    }
    last_list(text, lines, furniture, &first, &mut found.lines, &mut known);
    for at in 1..lines.len() {
        let line = lines[at].text.of(text);
        let alone = line.len() < 24
            && line.starts_with(|c: char| c.is_ascii_digit())
            && line
                .split([' ', ',', '.'])
                .filter(|word| !word.is_empty() && *word != "en")
                .all(|word| word.parse().is_ok_and(|number| known.contains(&number)));
        if alone && !lines[at].gap && !furniture[at] {
            found.lines[at] = true;
        }
    }
    found.marks = marks.into_iter().filter(|(number, _)| known.contains(number)).map(|(_, span)| span).collect();
    let leading = (1..lines.len())
        .filter(|at| !lines[*at].gap && !found.lines[*at] && !furniture[*at])
        .filter_map(|at| leading_mark(text, lines[at].text, &known));
    found.marks.extend(leading);
    found.marks.sort_unstable();
    found
}

/// How a line that may be a footnote begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `1NOS, 29 oktober`
    Glued,
    /// `1 NOS, 29 oktober`, `[1] NOS`
    Spaced,
    /// `<sup>1</sup> NOS`
    Raised,
}

fn opening(text: &str, line: &Line) -> Option<(u32, Form)> {
    let row = line.text.of(text);
    if row.ends_with('?') {
        return None;
    }
    let raised = line.span.of(text).trim_start().starts_with("<sup>");
    let inner = row.strip_prefix('[').unwrap_or(row);
    let figures = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = inner.get(..figures).filter(|figures| (1..=2).contains(&figures.len()))?.parse().ok()?;
    let after = &inner[figures..];
    let form = match (raised, after.chars().next()?) {
        (true, _) => Form::Raised,
        (_, ']') if inner.len() < row.len() => Form::Spaced,
        (_, ' ' | '\t')
            if after.trim_start().starts_with(|c: char| c.is_alphabetic() || "«“‘'\"(".contains(c)) && inner.len() == row.len() =>
        {
            Form::Spaced
        }
        (_, c) if c.is_uppercase() || after.starts_with("http") => Form::Glued,
        _ => return None,
    };
    Some((number, form))
}

/// Where the footnote that begins on line `at` ends, if it is one.
fn extent(text: &str, lines: &[Line], furniture: &[bool], at: usize, form: Form, marked: bool) -> Option<usize> {
    let end_of_page = |at: usize| at >= lines.len() || furniture[at];
    let mut end = at + 1;
    while !end_of_page(end)
        && !lines[end].gap
        && end - at < LONGEST
        && label::label(lines[end].text.of(text)).is_none()
        && opening(text, &lines[end]).is_none()
    {
        end += 1;
    }
    let mut foot = end;
    while !end_of_page(foot) && foot - at < 2 * LONGEST && label::label(lines[foot].text.of(text)).is_none() {
        foot += 1;
    }
    let at_foot = end_of_page(foot) && foot < lines.len();
    let after_rule = at > 0 && lines[at - 1].text.of(text).chars().all(|c| "_-—– ".contains(c));
    let stands_free = lines[at].gap && (end >= lines.len() || lines[end].gap || furniture[end] || opening(text, &lines[end]).is_some());
    let yes = match form {
        Form::Raised => true,
        Form::Glued => at_foot || after_rule || (marked && stands_free),
        Form::Spaced => after_rule || (marked && (stands_free || at_foot)),
    };
    let inside = at > 0 && !lines[at].gap && marked && {
        let before = lines[at - 1].text.of(text);
        let figures = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        figures > 0 && lines[at].text.of(text).starts_with(&before[before.len() - figures..])
    };
    if inside && lines.get(at + 1).is_some_and(|next| next.text.of(text).starts_with(char::is_lowercase)) {
        return Some(at + 1);
    }
    yes.then_some(end)
}

/// A numbered list at the very end of the letter whose numbers are marks in it.
fn last_list(text: &str, lines: &[Line], furniture: &[bool], first: &BTreeMap<u32, usize>, found: &mut [bool], known: &mut BTreeSet<u32>) {
    let number = |at: usize| {
        let row = lines[at].text.of(text);
        let inner = row.strip_prefix('[').unwrap_or(row);
        let figures = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let closed = inner[figures..].starts_with([')', ']', '.']);
        (figures > 0 && closed && !row.ends_with('?')).then(|| inner[..figures].parse::<u32>().ok()).flatten()
    };
    let mut next: Option<u32> = None;
    for at in (0..lines.len()).rev() {
        if furniture[at] || found[at] {
            continue;
        }
        if label::label(lines[at].text.of(text)).is_some() || lines.len() - at > 200 {
            return;
        }
        let Some(value) = number(at).filter(|value| next.is_none_or(|next| value + 1 == next)) else {
            if lines[at].gap {
                return;
            }
            continue;
        };
        if value == 1 {
            let all = (1..=next.map_or(1, |next| next.max(2) - 1)).all(|number| first.contains_key(&number));
            if all && lines[at].gap && first.get(&1).is_some_and(|mark| *mark < lines[at].text.start) {
                found[at..].iter_mut().for_each(|line| *line = true);
                known.extend((1..=99).filter(|number| first.contains_key(number)));
            }
            return;
        }
        next = Some(value);
    }
}

/// Places in running text that look like footnote marks.
fn marks_of(text: &str, line: Span, out: &mut Vec<(u32, Span)>) {
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

/// A mark that begins a line because the converter put it there: `2 Deze richtlijnen …`, `3. De`.
fn leading_mark(text: &str, line: Span, known: &BTreeSet<u32>) -> Option<Span> {
    let row = line.of(text);
    let figures = row.len() - row.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = row.get(..figures).filter(|figures| (1..=2).contains(&figures.len()))?.parse().ok()?;
    let blank = row[figures..].starts_with(' ');
    (blank && known.contains(&number) && row[figures..].trim_start().starts_with(char::is_alphabetic))
        .then(|| Span::new(line.start, line.start + figures + 1))
}
