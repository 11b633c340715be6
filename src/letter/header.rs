//! Headers of flattened tables: which columns there are, and where the header comes back.

use super::sheet::Sheet;

/// The longest name of a column.
const SHORT: usize = 30;

/// Names of the column of numbers.
const NUMBER: [&str; 10] = ["nr", "nummer", "vraagnr", "vraagnummer", "vraag nr", "vr", "#", "no", "volgnr", "volgnummer"];

/// The most columns that a header has.
const WIDEST: usize = 12;

/// The columns of a table: number, some, question, some, answer, some.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    /// The header, one line a column.
    pub names: Vec<String>,
    /// Columns between number and question.
    pub before: usize,
    /// Columns between question and answer.
    pub between: usize,
    /// Columns after the answer.
    pub after: usize,
}

/// The columns of the table in a letter, if there is one.
pub(super) fn columns(sheet: &Sheet) -> Option<Columns> {
    one_cell_a_line(sheet).or_else(|| one_line_header(sheet))
}

/// Whether a cell names the column of numbers.
fn is_number(cell: &str) -> bool {
    let name = cell.trim_end_matches(['.', ':']);
    NUMBER.iter().any(|number| number.eq_ignore_ascii_case(name))
}

/// Finds a header of one cell a line: short lines from a number to a question to an answer, no blank line between.
fn one_cell_a_line(sheet: &Sheet) -> Option<Columns> {
    let short = |at: usize| sheet.row(at).len() <= SHORT && !sheet.row(at).is_empty();
    let name = |at: usize| sheet.row(at).trim_end_matches(['.', ':']).to_lowercase();
    (0..sheet.lines.len()).filter(|at| is_number(sheet.row(*at))).find_map(|at| {
        let mut end = at + 1;
        let spaced = sheet.lines.get(end).is_some_and(|line| line.gap);
        while end < sheet.lines.len() && end - at < WIDEST && short(end) && sheet.lines[end].gap == spaced {
            end += 1;
        }
        let cells: Vec<String> = (at..end).map(name).collect();
        let question = cells.iter().skip(1).position(|cell| cell.starts_with("vraag") || cell.ends_with("vraag") || cell == "vragen")? + 1;
        let answer = cells
            .iter()
            .skip(question + 1)
            .position(|cell| cell.starts_with("antwoord") || cell.starts_with("beantwoording") || cell.starts_with("reactie"))?
            + question
            + 1;
        let more =
            cells[answer + 1..].iter().take_while(|cell| !spaced && !cell.starts_with(|c: char| c.is_ascii_digit()) && !cell.contains(' '));
        let after = more.count();
        let names: Vec<String> = cells[..=answer + after].to_vec();
        (names.len() > 2).then(|| Columns { before: question - 1, between: answer - question - 1, after, names })
    })
}

/// Finds a header that stands on one line: `Nr. Blz. Fractie Vraag Antwoord`.
fn one_line_header(sheet: &Sheet) -> Option<Columns> {
    sheet.read(0, sheet.lines.len()).find_map(|at| {
        // Few lines begin so, and only those are worth a second look.
        sheet.row(at).split_whitespace().next().filter(|cell| is_number(cell))?;
        let row = sheet.row(at).to_lowercase();
        let cells: Vec<&str> = row.split_whitespace().map(|cell| cell.trim_end_matches(['.', ':'])).collect();
        let question = cells.iter().position(|cell| *cell == "vraag")?;
        let answer = cells.iter().position(|cell| *cell == "antwoord").filter(|answer| *answer > question)?;
        let names = vec![row.trim_end_matches(['.', ':']).to_owned()];
        (question > 0 && cells.len() <= WIDEST).then(|| Columns { names, before: question - 1, between: answer - question - 1, after: 0 })
    })
}

/// Marks every header as furniture; gives the line after the first.
pub(super) fn take(sheet: &mut Sheet, columns: &Columns) -> usize {
    let mut first = None;
    let mut at = 0;
    while at + columns.names.len() <= sheet.lines.len() {
        let same =
            columns.names.iter().enumerate().all(|(nth, name)| sheet.row(at + nth).trim_end_matches(['.', ':']).to_lowercase() == *name);
        if same {
            sheet.out[at..at + columns.names.len()].fill(true);
            at += columns.names.len();
            first.get_or_insert(at);
        } else {
            at += 1;
        }
    }
    first.unwrap_or(0)
}
