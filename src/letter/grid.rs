//! Tables that were flattened to one cell a line, with a header that comes back on each page.

use std::collections::HashSet;

use super::anchor::{self, Anchor, Kind};
use super::header::{self, Columns};
use super::marker;
use super::numbers::{self, Number};
use super::sheet::{Sheet, asks};
use super::split;
use super::theme::{self, Strength};

/// The longest cell beside question and answer.
const SHORT: usize = 60;

/// Reads a letter that is a flattened table: gives the sheet without its headers, and its anchors.
pub(super) fn anchors<'t>(sheet: &Sheet<'t>) -> Option<(Sheet<'t>, Vec<Anchor>)> {
    let columns = header::columns(sheet)?;
    let mut sheet = sheet.clone();
    let begin = header::take(&mut sheet, &columns);
    let start = sheet.start(begin);
    let glued = glued(&sheet, begin);
    sheet.part(&glued);
    let begin = sheet.line_at(start);
    let rows = rows(&sheet, &columns, begin);
    if rows.len() < 2 {
        return None;
    }
    let known = known_cells(&sheet, &columns, &rows);
    let mut anchors = Vec::new();
    let mut places = Vec::new();
    for (nth, (line, number)) in rows.iter().enumerate() {
        let end = rows.get(nth + 1).map_or(sheet.lines.len(), |(next, _)| *next);
        row(&sheet, &columns, &known, (*line, end), number, &mut anchors, &mut places);
    }
    let last = rows.last().map_or(0, |(line, _)| *line);
    let closing = sheet.read(last + 1, sheet.lines.len()).find(|at| marker::closes(sheet.row(*at)) && sheet.gap(*at));
    anchors.extend(closing.map(|line| Anchor {
        line: sheet.start(line),
        kind: Kind::Closing,
        numbers: Vec::new(),
        body: 0,
        labelled: true,
        inner: false,
    }));
    sheet.part(&places);
    for anchor in &mut anchors {
        anchor.line = sheet.line_at(anchor.line);
    }
    Some((sheet, anchors))
}

/// Where the number of a row is glued to the end of the answer before it: `… 11:40 min.14`.
fn glued(sheet: &Sheet, begin: usize) -> Vec<usize> {
    let place = |at: usize| {
        let (row, cell) = (sheet.row(at), sheet.row(at + 1));
        let figures = row.len() - row.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let before = &row[..row.len() - figures];
        let inner = before.trim_end_matches(['.', '?', '!', ')']);
        let stopped = inner.len() < before.len() && (!inner.ends_with(|c: char| c.is_ascii_digit()) || before.ends_with('.'));
        let page = (1..=6).contains(&cell.len()) && cell.starts_with(|c: char| c.is_ascii_digit()) && !sheet.lines[at + 1].gap;
        ((1..=3).contains(&figures) && stopped && before.len() > 3 && page).then(|| sheet.lines[at].text.end - figures)
    };
    (begin..sheet.lines.len().saturating_sub(1)).filter_map(place).collect()
}

/// The rows: their lines and numbers, which run on from one to the next.
fn rows(sheet: &Sheet, columns: &Columns, begin: usize) -> Vec<(usize, Number)> {
    let mut rows: Vec<(usize, Number)> = Vec::new();
    let mut earliest = begin;
    for at in sheet.read(begin, sheet.lines.len()) {
        if at < earliest {
            continue;
        }
        let Some((number, len)) = numbers::number(sheet.row(at)) else { continue };
        let rest = sheet.row(at)[len..].trim_start_matches(['.', ')']);
        let next = match rows.last() {
            Some((_, last)) => {
                number.follows(last)
                    || number.stem == last.stem && number.last > last.last && number.last - last.last <= 3
                    || number.stem != last.stem && number.last == 1
            }
            None => number.last <= 3,
        };
        let free = sheet.gap(at)
            || rest.contains('?')
            || sheet.lines[at].glued
            || at == begin
            || rest.is_empty() && sheet.read(at + 1, at + 2).all(|next| sheet.row(next).len() <= 12);
        if next && free && (rest.is_empty() || rest.starts_with([' ', '\t'])) {
            let cells = if rest.is_empty() { columns.before } else { 0 };
            earliest = sheet.read(at + 1, sheet.lines.len()).nth(cells).unwrap_or(sheet.lines.len());
            rows.push((at, number));
        }
    }
    rows
}

/// The cells that stand in the columns beside question and answer: names of parties and persons.
fn known_cells(sheet: &Sheet, columns: &Columns, rows: &[(usize, Number)]) -> HashSet<String> {
    let mut known = HashSet::new();
    for (nth, (line, number)) in rows.iter().enumerate() {
        if sheet.row(*line).trim_end_matches(['.', ')']) != number.printed {
            continue;
        }
        let end = rows.get(nth + 1).map_or(sheet.lines.len(), |(next, _)| *next);
        let lines: Vec<usize> = sheet.read(line + 1, end).collect();
        known.extend(lines.iter().take(columns.before).map(|at| sheet.row(*at).to_owned()));
        if let Some(asked) = lines.iter().skip(columns.before).position(|at| asks(sheet.row(*at))) {
            let cells = lines.iter().skip(columns.before + asked + 1).take(columns.between).map(|at| sheet.row(*at));
            known.extend(cells.filter(|cell| cell.len() <= SHORT && !cell.ends_with(['.', '?'])).map(str::to_owned));
        }
    }
    known.retain(|cell| cell.starts_with(|c: char| !c.is_ascii_digit()) || cell.contains(char::is_alphabetic));
    known
}

/// The anchors of one row, with the byte of their line instead of its number, and the places at which the row is parted.
fn row(
    sheet: &Sheet,
    columns: &Columns,
    known: &HashSet<String>,
    (line, end): (usize, usize),
    number: &Number,
    anchors: &mut Vec<Anchor>,
    places: &mut Vec<usize>,
) {
    let make = |line: usize, kind, numbers, body| Anchor { line: sheet.start(line), kind, numbers, body, labelled: true, inner: false };
    let one_line = sheet.row(line).trim_end_matches(['.', ')']).len() > number.printed.len();
    if one_line {
        let (question, cells, answer) = one_line_row(sheet.row(line), number, columns, known);
        let start = sheet.lines[line].text.start;
        anchors.push(make(line, Kind::Question, vec![number.clone()], start + question));
        let Some(answer) = answer else { return };
        places.push(start + cells);
        anchors.push(Anchor { line: start + cells, ..make(line, Kind::Answer, vec![number.clone()], start + answer) });
        return;
    }
    let lines: Vec<usize> = sheet.read(line + 1, end).collect();
    let Some(first) = lines.get(columns.before).copied() else {
        anchors.push(make(line, Kind::Question, vec![number.clone()], sheet.start(end)));
        return;
    };
    anchors.push(make(line, Kind::Question, vec![number.clone()], sheet.lines[first].text.start));
    let rest = &lines[columns.before..];
    let asked = question_lines(sheet, columns, known, rest);
    if columns.between > 0
        && let Some(cell) = rest.get(asked)
    {
        anchors.push(make(*cell, Kind::Cells, Vec::new(), 0));
    }
    let none = |at: usize| {
        let row = sheet.row(at);
        sheet.gap(at) && (theme::strength(sheet, at) == Strength::Strong || marker::farewell(row) || marker::closes(row))
    };
    if let Some(answer) = rest.get(asked + columns.between).filter(|answer| !none(**answer)) {
        anchors.push(make(*answer, Kind::Answer, vec![number.clone()], sheet.lines[*answer].text.start));
        if let Some(cell) = rest
            .len()
            .checked_sub(columns.after)
            .and_then(|cell| rest.get(cell))
            .filter(|cell| columns.after > 0 && *cell > answer && sheet.row(**cell).len() <= SHORT)
        {
            anchors.push(make(*cell, Kind::Cells, Vec::new(), 0));
        }
    }
}

/// How many of the lines are the question.
fn question_lines(sheet: &Sheet, columns: &Columns, known: &HashSet<String>, lines: &[usize]) -> usize {
    let row = |at: usize| lines.get(at).map_or("", |line| sheet.row(*line));
    if columns.between > 0
        && let Some(at) = (1..lines.len()).find(|at| (0..columns.between).all(|cell| known.contains(row(at + cell))))
    {
        return at;
    }
    let stopped = (0..lines.len()).find(|at| row(*at).ends_with(['?', '.']) || asks(row(*at)));
    let mut end = stopped.map_or(1, |at| at + 1);
    while end < lines.len()
        && (asks(row(end)) || row(end).starts_with(char::is_lowercase) && !row(end - 1).ends_with(['?', '.']))
        && !sheet.gap(lines[end])
    {
        end += 1;
    }
    end
}

/// Where in a row on one line the question, the cells after it and the answer begin.
fn one_line_row(row: &str, number: &Number, columns: &Columns, known: &HashSet<String>) -> (usize, usize, Option<usize>) {
    let mut rest = row[number.printed.len()..].trim_start_matches(['.', ')', ' ', '\t']);
    for _ in 0..columns.before {
        let figures = &rest[..rest.find([' ', '\t']).unwrap_or(rest.len())];
        if figures.starts_with(|c: char| c.is_ascii_digit())
            && figures.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-')
        {
            rest = rest[figures.len()..].trim_start();
            continue;
        }
        rest = known_prefix(rest, known).or_else(|| to_question(rest)).unwrap_or(rest);
    }
    let question = row.len() - rest.len();
    let Some(ends) = split::after_question(rest) else { return (question, row.len(), None) };
    let cells = question + ends;
    let mut rest = &row[cells..];
    for _ in 0..columns.between {
        rest = known_prefix(rest, known).unwrap_or(rest);
    }
    (question, cells, Some(row.len() - rest.len()))
}

/// What stands after the longest known cell at the beginning.
fn known_prefix<'t>(text: &'t str, known: &HashSet<String>) -> Option<&'t str> {
    let ends = text.match_indices(' ').map(|(at, _)| at).take(8).filter(|at| known.contains(&text[..*at]));
    ends.last().map(|at| text[at..].trim_start())
}

/// The text from the word with which a question begins, when a name stands before it.
fn to_question(text: &str) -> Option<&str> {
    let starts = text.match_indices(' ').map(|(at, _)| at + 1).take(5);
    starts.map(|at| &text[at..]).find(|rest| {
        rest.starts_with(char::is_uppercase) && anchor::requests(rest) && !text.starts_with(char::is_lowercase) && !anchor::requests(text)
    })
}
