//! Footnotes: their texts, wherever the page put them, and their marks in running text.

use std::collections::{BTreeMap, BTreeSet};

use super::furniture::marked;
use super::label;
use super::line::Line;
use super::mark;
use crate::source::{Mark, MarkKind};
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

/// The longest footnote, in bytes: what is longer is text.
const MOST: usize = 1500;

/// Finds the footnotes of a letter: those that its format tells (`told`), and those that are typed as text; `furniture` are the
/// lines that are none.
pub(super) fn notes(text: &str, lines: &[Line], furniture: &[bool], told: &[Mark]) -> Notes {
    let mut real = vec![false; lines.len()];
    marked(lines, told, |kind| kind == MarkKind::Note, &mut real);
    let calls: Vec<Span> = told.iter().filter(|mark| mark.kind == MarkKind::Call).map(|mark| mark.span).collect();
    let other: Vec<bool> = furniture.iter().zip(&real).map(|(furniture, real)| *furniture || *real).collect();
    let mut found = typed(text, lines, &other);
    found.lines.iter_mut().zip(&real).for_each(|(line, real)| *line |= real);
    found.marks.retain(|mark| !calls.iter().any(|call| call.start < mark.end && mark.start < call.end));
    found.marks.extend(calls);
    found.marks.sort_unstable();
    found
}

/// The footnotes that are typed as text.
fn typed(text: &str, lines: &[Line], furniture: &[bool]) -> Notes {
    let mut marks = Vec::new();
    for (line, _) in lines.iter().zip(furniture).filter(|(_, furniture)| !**furniture) {
        mark::marks_of(text, line.text, &mut marks);
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
        let below = at > 0 && (is_rule(lines[at - 1].text.of(text)) || found.lines[at - 1]);
        let follows = lines[at].gap && number.checked_sub(1).is_some_and(|before| known.contains(&before));
        let loose = form == Form::Closed && !(marked && (below || follows));
        let end = if loose {
            None
        } else if furniture[at] {
            Some(at + 1).filter(|_| marked)
        } else {
            extent(text, lines, furniture, at, (number, form), marked)
        };
        if let Some(end) = end {
            let rule = usize::from(form == Form::Closed && at > 0 && is_rule(lines[at - 1].text.of(text)));
            found.lines[at - rule..end].fill(true);
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
        .filter_map(|at| mark::leading_mark(text, lines[at - 1].text, lines[at].text, &known));
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
    /// `1) NOS, 29 oktober`: the same as an item of a list, so only below a rule, below another note, or after one.
    Closed,
}

/// The number and the form of a line that may be a footnote.
fn opening(text: &str, line: &Line) -> Option<(u32, Form)> {
    let row = line.text.of(text);
    if row.ends_with('?') {
        return None;
    }
    let raised = line.span.of(text).trim_start().starts_with("<sup>");
    let inner = row.strip_prefix('[').unwrap_or(row);
    let figures = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    // `12024 Jaarverslag`: the year with which a note begins is stuck to its number.
    let year =
        inner.get(figures.saturating_sub(4)..figures).filter(|year| figures > 4 && (year.starts_with("19") || year.starts_with("20")));
    let figures = figures - year.map_or(0, str::len);
    let number = inner.get(..figures).filter(|figures| (1..=2).contains(&figures.len()))?.parse().ok()?;
    let after = &inner[figures..];
    if year.is_some() {
        return after[4..].starts_with(' ').then_some((number, Form::Glued));
    }
    let form = match (raised, after.chars().next()?) {
        (true, _) => Form::Raised,
        (_, ']') if inner.len() < row.len() => Form::Spaced,
        (_, ' ' | '\t')
            if after.trim_start().starts_with(|c: char| c.is_alphabetic() || "«“‘'\"(".contains(c)) && inner.len() == row.len() =>
        {
            Form::Spaced
        }
        (_, ')') if inner.len() == row.len() && after[1..].starts_with(' ') => Form::Closed,
        (_, c) if c.is_uppercase() || after.starts_with("http") || address(after) => Form::Glued,
        _ => return None,
    };
    Some((number, form))
}

/// Whether a text begins with the address of a site.
fn address(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or("");
    first.starts_with(char::is_alphabetic) && [".nl", ".eu", ".com", ".org", ".int"].iter().any(|end| first.contains(end))
}

/// Where the footnote that begins on line `at` ends, if it is one.
fn extent(text: &str, lines: &[Line], furniture: &[bool], at: usize, (number, form): (u32, Form), marked: bool) -> Option<usize> {
    let end_of_page = |at: usize| at >= lines.len() || furniture[at];
    let row = |at: usize| lines[at].text.of(text);
    let mut end = at + 1;
    while !end_of_page(end)
        && !lines[end].gap
        && end - at < LONGEST
        && label::label(row(end)).is_none()
        && opening(text, &lines[end]).is_none()
        && !goes_on(row(end - 1), row(end))
    {
        end += 1;
    }
    let mut foot = end;
    let mut again = false;
    while !end_of_page(foot) && foot - at < 2 * LONGEST && label::label(row(foot)).is_none() {
        again |= opening(text, &lines[foot]).is_some_and(|(other, _)| other <= number);
        foot += 1;
    }
    let at_foot = end_of_page(foot) && foot < lines.len();
    let after_rule = at > 0 && is_rule(row(at - 1));
    let stands_free = lines[at].gap && (end >= lines.len() || lines[end].gap || furniture[end] || opening(text, &lines[end]).is_some());
    let set_apart = match form {
        Form::Raised | Form::Closed => true,
        Form::Glued => at_foot || after_rule || (marked && stands_free),
        // A mark that the converter put at the beginning of a line comes back at the note itself, lower on the page.
        Form::Spaced => after_rule || (marked && (stands_free || at_foot) && !again && !carries_on(row(at))),
    };
    let inside = at > 0 && !lines[at].gap && marked && {
        let before = row(at - 1);
        let figures = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        figures > 0 && row(at).starts_with(&before[before.len() - figures..])
    };
    if inside && lines.get(at + 1).is_some_and(|next| next.text.of(text).starts_with(char::is_lowercase)) {
        return Some(at + 1);
    }
    let short = lines[end - 1].text.end - lines[at].text.start <= MOST;
    (set_apart && short).then_some(end)
}

/// A line of dashes, or an empty one.
fn is_rule(row: &str) -> bool {
    row.chars().all(|c| "_-—– ".contains(c))
}

/// Whether running text goes on below a note that has ended: a small letter after a stop that ends no abbreviation.
fn goes_on(note: &str, next: &str) -> bool {
    let last = note.rsplit(' ').next().unwrap_or("");
    let stopped = last.ends_with('.') && last.len() > 5 && !last.trim_end_matches('.').contains('.');
    stopped && next.starts_with(char::is_lowercase)
}

/// Whether words after a number are the middle of a sentence; a note may begin with a web address.
fn carries_on(row: &str) -> bool {
    let words = row.trim_start_matches(|c: char| c.is_ascii_digit() || c == '[' || c == ']' || c.is_whitespace());
    let first = words.split(' ').next().unwrap_or("");
    first.starts_with(char::is_lowercase) && !first.contains('.') && !first.contains('/')
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
