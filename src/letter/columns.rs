//! Tables whose rows stand on one line, their cells parted by `|` or tabs.

use super::anchor::{Anchor, Kind};
use super::numbers;
use super::sheet::Sheet;
use crate::text::Span;

/// Where the columns stand.
struct Header {
    mark: char,
    number: Option<usize>,
    question: usize,
    answer: usize,
}

/// Reads a letter whose questions and answers are columns; gives its sheet and anchors.
pub(super) fn anchors<'t>(sheet: &Sheet<'t>) -> Option<(Sheet<'t>, Vec<Anchor>)> {
    let (first, header) = (0..sheet.lines.len()).find_map(|at| Some((at, header(sheet.row(at))?)))?;
    let mut sheet = sheet.clone();
    let mut anchors: Vec<Anchor> = Vec::new();
    let mut places = Vec::new();
    for at in first..sheet.lines.len() {
        let row = sheet.row(at);
        if self::header(row).is_some() {
            sheet.out[at] = true;
        } else if !sheet.out[at] {
            cut(&sheet, at, &header, &mut anchors, &mut places);
        }
    }
    sheet.part(&places);
    for anchor in &mut anchors {
        anchor.line = sheet.line_at(anchor.line);
    }
    (!anchors.is_empty()).then_some((sheet, anchors))
}

/// The anchors of one row, with the byte of their line instead of its number, and the places at which the row is parted.
fn cut(sheet: &Sheet, at: usize, header: &Header, anchors: &mut Vec<Anchor>, places: &mut Vec<usize>) {
    let line = sheet.lines[at];
    let cells = cells(sheet.row(at), header.mark, line.text.start);
    let cell = |nth: usize| cells.get(nth).copied().unwrap_or_default();
    let (question, answer) = (cell(header.question), cell(header.answer));
    if !question.of(sheet.text).chars().any(char::is_alphanumeric) {
        return;
    }
    let number = header.number.and_then(|nth| numbers::numbers(cell(nth).of(sheet.text), true)).map(|set| set.all).unwrap_or_default();
    let mut push = |kind, byte: usize, body: usize| {
        let numbers = if kind == Kind::Cells { Vec::new() } else { number.clone() };
        anchors.push(Anchor { line: byte, kind, numbers, body, labelled: true, inner: false });
    };
    push(Kind::Question, line.span.start, question.start);
    let mut next = |kind, byte: usize, body: usize| {
        if line.text.start < byte && byte < line.text.end && places.last().is_none_or(|last| *last < byte) {
            places.push(byte);
            push(kind, byte, body);
        }
    };
    if header.question + 1 < header.answer {
        let between = cell(header.question + 1);
        next(Kind::Cells, between.start, between.start);
    }
    if !answer.is_empty() {
        next(Kind::Answer, answer.start, answer.start);
        next(Kind::Cells, answer.end, answer.end);
    }
}

/// The header, when a row names a question and an answer column.
fn header(row: &str) -> Option<Header> {
    let mark = ['|', '\t'].into_iter().find(|mark| row.trim_matches(*mark).contains(*mark))?;
    let names: Vec<String> =
        cells(row, mark, 0).iter().map(|cell| cell.of(row).trim_matches(['*', '.', ':', ' ']).to_lowercase()).collect();
    let (number, question, answer) = named(&names)?;
    Some(Header { mark, number, question, answer })
}

/// The columns of number, question and answer by their names in small letters; the number may be missing.
pub(super) fn named(names: &[String]) -> Option<(Option<usize>, usize, usize)> {
    let question =
        names.iter().position(|name| matches!(name.as_str(), "vraag" | "vragen" | "vraag/opmerking") || name.ends_with(" vraag"))?;
    let answer = names
        .iter()
        .position(|name| name.starts_with("antwoord") || name.starts_with("reactie") || name.starts_with("beantwoording"))
        .filter(|answer| *answer > question)?;
    let number = names.iter().position(|name| {
        matches!(name.as_str(), "nr" | "nummer" | "#" | "no" | "vraagnr" | "vraagnummer" | "volgnr" | "") || name.starts_with("nr")
    });
    Some((number.filter(|number| *number < question), question, answer))
}

/// The cells of a row, without the blanks around them.
fn cells(row: &str, mark: char, start: usize) -> Vec<Span> {
    let inner = if mark == '|' { row.strip_prefix('|').unwrap_or(row) } else { row };
    let mut at = row.len() - inner.len();
    let mut found = Vec::new();
    for cell in inner.split(mark) {
        found.push(Span::new(at, at + cell.len()).trimmed(row).shifted(start));
        at += cell.len() + mark.len_utf8();
    }
    found
}
