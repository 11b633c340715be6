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

/// Reads a letter whose questions and answers are columns; gives its anchors.
pub(super) fn anchors(sheet: &mut Sheet) -> Option<Vec<Anchor>> {
    let (first, header) = (0..sheet.lines.len()).find_map(|at| Some((at, header(sheet.row(at))?)))?;
    let mut anchors: Vec<Anchor> = Vec::new();
    let mut at = first;
    while at < sheet.lines.len() {
        let (start, row) = (sheet.lines[at].text.start, sheet.row(at));
        let cells = cells(row, header.mark, start);
        let cell = |nth: usize| cells.get(nth).copied().unwrap_or_default();
        let (question, answer) = (cell(header.question), cell(header.answer));
        if self::header(row).is_some() {
            sheet.out[at] = true;
        } else if !sheet.out[at]
            && cells.len() > header.question
            && !question.is_empty()
            && question.of(sheet.text).chars().any(char::is_alphanumeric)
        {
            let number =
                header.number.and_then(|nth| numbers::numbers(cell(nth).of(sheet.text), true)).map(|set| set.all).unwrap_or_default();
            let make =
                |line, kind, body: Span| Anchor { line, kind, numbers: number.clone(), body: body.start, labelled: true, inner: false };
            anchors.push(make(at, Kind::Question, question));
            let next = if header.question + 1 < header.answer { cell(header.question + 1).start } else { answer.start };
            if cells.len() > header.answer && next > question.start && next < sheet.lines[at].text.end {
                sheet.part(at, next);
                at += 1;
                if next < answer.start {
                    anchors.push(Anchor { line: at, kind: Kind::Cells, numbers: Vec::new(), body: next, labelled: true, inner: false });
                    sheet.part(at, answer.start);
                    at += usize::from(sheet.lines.get(at + 1).is_some_and(|line| line.span.start == answer.start));
                }
                if sheet.lines[at].span.start == answer.start && !answer.is_empty() {
                    anchors.push(make(at, Kind::Answer, answer));
                    if answer.end < sheet.lines[at].text.end {
                        sheet.part(at, answer.end);
                        at += 1;
                        anchors.push(Anchor { line: at, kind: Kind::Cells, numbers: Vec::new(), body: 0, labelled: true, inner: false });
                    }
                }
            }
        }
        at += 1;
    }
    (!anchors.is_empty()).then_some(anchors)
}

/// The header, when a row names a question and an answer column.
fn header(row: &str) -> Option<Header> {
    let mark = ['|', '\t'].into_iter().find(|mark| row.trim_matches(*mark).contains(*mark))?;
    let names: Vec<String> =
        cells(row, mark, 0).iter().map(|cell| cell.of(row).trim_matches(['*', '.', ':', ' ']).to_lowercase()).collect();
    let question = names.iter().position(|name| name == "vraag" || name == "vragen" || name.ends_with(" vraag"))?;
    let answer = names
        .iter()
        .position(|name| name.starts_with("antwoord") || name.starts_with("reactie") || name.starts_with("beantwoording"))
        .filter(|answer| *answer > question)?;
    let number = names.iter().position(|name| {
        matches!(name.as_str(), "nr" | "nummer" | "#" | "no" | "vraagnr" | "vraagnummer" | "volgnr" | "") || name.starts_with("nr")
    });
    Some(Header { mark, number: number.filter(|number| *number < question), question, answer })
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
