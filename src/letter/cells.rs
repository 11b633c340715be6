//! Tables that the format tells: questions and answers are columns, a theme is a row of one cell.

use std::collections::BTreeMap;

use super::anchor::{Anchor, Kind};
use super::columns;
use super::line;
use super::numbers::{self, Number};
use super::sheet::{Sheet, asks};
use crate::source::{Cell, Mark, MarkKind};
use crate::text::Span;

/// One row of a table: its cells that hold text, in order.
struct Row {
    table: u32,
    header: bool,
    cells: Vec<(Cell, Span)>,
}

/// The columns of a table of questions and answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Columns {
    number: Option<u32>,
    question: u32,
    answer: u32,
}

/// A table without a header of names is one of questions and answers from so many rows on.
const ROWS: usize = 3;

/// The level of the heading that a theme in a row of its own is.
const LEVEL: u8 = 3;

/// Reads the tables of questions and answers; what stands outside them keeps its `plain` anchors. None without such a table.
pub(super) fn anchors<'t>(sheet: &Sheet<'t>, plain: &[Anchor], marks: &[Mark]) -> Option<(Sheet<'t>, Vec<Anchor>)> {
    let rows = rows(marks);
    let starts: Vec<usize> = plain.iter().map(|anchor| sheet.start(anchor.line)).collect();
    let mut sheet = parted(sheet, &rows);
    let mut found: Vec<Anchor> = Vec::new();
    let mut covered: Vec<Span> = Vec::new();
    let mut columns: Option<Columns> = None;
    for table in rows.chunk_by(|one, next| one.table == next.table) {
        // A table that goes on after a heading or on another page need not repeat its header.
        columns = table.iter().find_map(|row| named(&sheet, row)).or_else(|| columns.filter(|columns| continues(table, *columns)));
        let Some(columns) = columns.or_else(|| unnamed(&sheet, table)) else { continue };
        let before = found.len();
        for row in table {
            if named(&sheet, row).is_some() {
                take_out(&mut sheet, row);
            } else {
                read(&mut sheet, row, columns, &mut found);
            }
        }
        if found.len() > before {
            covered.extend(table.first().and_then(Row::span).zip(table.last().and_then(Row::span)).map(|(first, last)| first.to(last)));
        }
    }
    if covered.is_empty() {
        return None;
    }
    let again = plain.iter().zip(starts).map(|(anchor, start)| Anchor { line: sheet.line_at(start), ..anchor.clone() });
    let outside = |line: usize| {
        let start = sheet.lines.get(line).map_or(0, |line| line.text.start);
        !covered.iter().any(|span| span.start <= start && start < span.end)
    };
    found.extend(again.filter(|anchor| outside(anchor.line)));
    let paged = marks.iter().any(|mark| matches!(mark.kind, MarkKind::Page(_)));
    for span in &covered {
        // Unless a page ended in the middle of a sentence, and the rest of the table was not told to be one.
        let ended = !paged || span.of(sheet.text).trim_end().ends_with(['.', '!', '?', ')']);
        let after = sheet.read(sheet.line_at(span.end.saturating_sub(1)) + 1, sheet.lines.len()).next();
        if let Some(line) = after.filter(|line| ended && outside(*line) && found.iter().all(|anchor| anchor.line != *line)) {
            let body = sheet.lines[line].text.start;
            found.push(Anchor { line, kind: Kind::Section, numbers: Vec::new(), body, labelled: true, inner: false });
        }
    }
    found.sort_by_key(|anchor| anchor.line);
    Some((sheet, found))
}

/// The sheet with each cell on a line of its own, and the signs between cells on one line taken out.
fn parted<'t>(sheet: &Sheet<'t>, rows: &[Row]) -> Sheet<'t> {
    let mut fresh = sheet.clone();
    let cells = || rows.iter().flat_map(|row| &row.cells).map(|(_, span)| *span);
    let mut places: Vec<usize> = cells().flat_map(|span| [span.start, span.end]).collect();
    places.sort_unstable();
    fresh.part(&places);
    if fresh.lines.len() == sheet.lines.len() {
        return fresh;
    }
    for (line, out) in fresh.lines.iter_mut().zip(&mut fresh.out) {
        *out |= line.text.of(fresh.text).chars().all(|c| c == '|' || c.is_whitespace());
    }
    for span in cells() {
        let at = fresh.line_at(span.start);
        if let Some(line) = fresh.lines.get_mut(at).filter(|line| line.text == span) {
            (line.text, line.look) = line::core(fresh.text, span);
        }
    }
    fresh
}

impl Row {
    fn span(&self) -> Option<Span> {
        Some(self.cells.first()?.1.to(self.cells.last()?.1))
    }

    /// The text of the cell that covers a column.
    fn cell(&self, column: u32) -> Option<Span> {
        let covers = |cell: &Cell| cell.column <= column && column < cell.column + cell.columns.max(1);
        self.cells.iter().find(|(cell, _)| covers(cell)).map(|(_, span)| *span)
    }
}

/// The rows of all tables, in order.
fn rows(marks: &[Mark]) -> Vec<Row> {
    let mut rows: BTreeMap<(u32, u32), Row> = BTreeMap::new();
    for mark in marks {
        let MarkKind::Cell(cell) = mark.kind else { continue };
        let row = rows.entry((cell.table, cell.row)).or_insert_with(|| Row { table: cell.table, header: cell.header, cells: Vec::new() });
        row.cells.push((cell, mark.span));
    }
    rows.into_values().collect()
}

/// The columns that a header row names.
fn named(sheet: &Sheet, row: &Row) -> Option<Columns> {
    let name = |span: &Span| span.of(sheet.text).trim_matches(['*', '.', ':', ' ', '\n']).to_lowercase();
    let names: Vec<String> = row.cells.iter().map(|(_, span)| name(span)).collect();
    let (number, question, answer) = columns::named(&names)?;
    let column = |place: usize| row.cells.get(place).map_or(0, |(cell, _)| cell.column);
    // The column of the numbers is often the only one without a name.
    let first = column(question).checked_sub(1).filter(|_| names.len() == 2);
    Some(Columns { number: number.map(column).or(first), question: column(question), answer: column(answer) })
}

/// Whether a table without a header has the columns of the one before it.
fn continues(table: &[Row], columns: Columns) -> bool {
    let fits = |row: &&Row| row.cell(columns.question).is_some() && row.cells.last().is_some_and(|(cell, _)| cell.column >= columns.answer);
    !table.iter().any(|row| row.header) && table.iter().filter(fits).count() * 2 > table.len()
}

/// The columns of a table whose header names nothing: two columns, or a number before them, of which the left one asks.
fn unnamed(sheet: &Sheet, table: &[Row]) -> Option<Columns> {
    let width = table.iter().filter_map(|row| row.cells.last()).map(|(cell, _)| cell.column + cell.columns.max(1)).max()?;
    let columns = match width {
        2 => Columns { number: None, question: 0, answer: 1 },
        3 => Columns { number: Some(0), question: 1, answer: 2 },
        _ => return None,
    };
    let asked = |row: &&Row| row.cell(columns.question).is_some_and(|span| asks(span.of(sheet.text)));
    let numbered = |row: &&Row| columns.number.is_none_or(|column| row.cell(column).is_some_and(|span| number(sheet, span).is_some()));
    let filled: Vec<&Row> = table.iter().filter(|row| row.cells.len() > 1).collect();
    let right = filled.iter().filter(|row| asked(row) && numbered(row)).count();
    (right >= ROWS && right * 5 >= filled.len() * 4).then_some(columns)
}

fn take_out(sheet: &mut Sheet, row: &Row) {
    for (_, span) in &row.cells {
        let (from, to) = (sheet.line_at(span.start), sheet.line_at(span.end.saturating_sub(1)));
        sheet.out.iter_mut().take(to + 1).skip(from).for_each(|out| *out = true);
    }
}

fn number(sheet: &Sheet, cell: Span) -> Option<Vec<Number>> {
    numbers::numbers(cell.of(sheet.text).trim_end_matches(['.', ')', ' ']), true).map(|set| set.all)
}

/// The anchors of one row: the question from its first cell on, what stands between, the answer, what stands after it.
fn read(sheet: &mut Sheet, row: &Row, columns: Columns, found: &mut Vec<Anchor>) {
    let Some((first, start)) = row.cells.first().copied() else { return };
    let question = row.cell(columns.question).filter(|span| *span != start || first.column == columns.question && row.cells.len() > 1);
    let Some(question) = question.or_else(|| row.cell(columns.question).filter(|span| is_question(sheet, *span, first))) else {
        if row.cells.len() == 1 && (first.columns > 1 || first.column < columns.answer) {
            let line = sheet.line_at(start.start);
            if let Some(line) = sheet.lines.get_mut(line) {
                line.look.level = LEVEL;
            }
        }
        return;
    };
    let numbers = columns.number.and_then(|column| row.cell(column)).and_then(|span| number(sheet, span)).unwrap_or_default();
    let mut add = |kind, at: Span, body: usize| {
        let numbers = if kind == Kind::Cells { Vec::new() } else { numbers.clone() };
        found.push(Anchor { line: sheet.line_at(at.start), kind, numbers, body, labelled: true, inner: false });
    };
    add(Kind::Question, start, question.start);
    for (cell, span) in row.cells.iter().filter(|(_, span)| span.start > question.start) {
        match cell.column {
            column if column == columns.answer => add(Kind::Answer, *span, span.start),
            _ => add(Kind::Cells, *span, span.start),
        }
    }
}

/// Whether the only cell of a row is a question without an answer, and no theme.
fn is_question(sheet: &Sheet, cell: Span, place: Cell) -> bool {
    place.columns <= 1 && asks(cell.of(sheet.text))
}

#[cfg(test)]
mod tests {
    use crate::letter::parse;
    use crate::source::{Cell, Mark, MarkKind, Source};
    use crate::text::Span;

    /// A source of rows of cells; a row of one cell is merged over `width` columns.
    fn table(rows: &[&[&str]], width: u32) -> Source {
        let mut source = Source { id: "brief".into(), text: "Beantwoording\n".into(), ..Source::default() };
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(*cells).filter(|(_, text)| !text.is_empty()) {
                let start = source.text.len();
                source.text += text;
                let columns = if cells.len() == 1 { width } else { 1 };
                let cell = Cell { table: 0, row, column, columns, header: row == 0 };
                source.marks.push(Mark { span: Span::new(start, source.text.len()), kind: MarkKind::Cell(cell) });
                source.text.push('\n');
            }
        }
        source
    }

    /// Theme, number, question and answer of each exchange.
    fn read(source: &Source) -> Vec<[String; 4]> {
        let letter = parse(source);
        let row = |(theme, exchange): (&crate::letter::Theme, &crate::letter::Exchange)| {
            let question = &exchange.questions[0];
            let text = |passage: &crate::letter::Passage| passage.text(&letter.text).trim().to_owned();
            [theme.title.clone(), question.number.clone(), text(&question.text), text(&exchange.answer)]
        };
        letter.exchanges().map(row).collect()
    }

    #[test]
    fn columns_themes_repeated_headers_and_empty_answers() {
        let source = table(
            &[
                &["Nr", "Blz.", "Fractie", "Vraag", "Antwoord", "Portefeuille"],
                &["Groen"],
                &["1", "12", "Dorpsbelang", "Hoeveel bomen?", "Twaalf.\nDe lijst volgt in mei.", "Jansen"],
                &["Nr", "Blz.", "Fractie", "Vraag", "Antwoord", "Portefeuille"],
                &["2", "13", "Dorpsbelang", "Wie snoeit ze?", "", "Jansen"],
                &["Verkeer"],
                &["3", "", "Dorpsbelang", "Graag de planning.", "Die is er niet.", "De Vries"],
            ],
            6,
        );
        let wanted = [
            ["Groen", "1", "Hoeveel bomen?", "Twaalf.\nDe lijst volgt in mei."],
            ["Groen", "2", "Wie snoeit ze?", ""],
            ["Verkeer", "3", "Graag de planning.", "Die is er niet."],
        ];
        assert_eq!(read(&source), wanted);
    }

    #[test]
    fn a_table_without_names_counts_when_its_left_column_asks() {
        let rows: [&[&str]; 3] = [&["Hoeveel bomen?", "Twaalf."], &["Wie snoeit?", "De aannemer."], &["Wanneer?", "In mei."]];
        let found = read(&table(&rows, 2));
        assert_eq!(found.iter().map(|row| row[3].as_str()).collect::<Vec<_>>(), ["Twaalf.", "De aannemer.", "In mei."]);
        let figures: [&[&str]; 3] = [&["2022", "12"], &["2023", "14"], &["2024", "9"]];
        assert_eq!(read(&table(&figures, 2)), Vec::<[String; 4]>::new());
    }

    #[test]
    fn cells_on_one_line() {
        let mut source = Source { id: "brief".into(), ..Source::default() };
        let rows: [&[&str]; 4] =
            [&["Nr.", "Vraag", "Antwoord"], &["**Groen**"], &["1", "Hoeveel bomen?", "-"], &["2", "Wie snoeit?", "De aannemer."]];
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells) {
                source.text += "| ";
                let span = Span::new(source.text.len(), source.text.len() + text.len());
                source.text += text;
                source.text.push(' ');
                source.marks.push(Mark { span, kind: MarkKind::Cell(Cell { table: 0, row, column, columns: 1, header: row == 0 }) });
            }
            source.text += ["|\n|---|---|---|\n", "| | |\n", "|\n", "|\nLees verder."][row as usize];
        }
        let wanted = [["Groen", "1", "Hoeveel bomen?", "-"], ["Groen", "2", "Wie snoeit?", "De aannemer."]];
        assert_eq!(read(&source), wanted);
    }

    #[test]
    fn what_stands_below_a_table_is_no_answer() {
        let rows: [&[&str]; 3] = [&["Vraag", "Antwoord"], &["Hoeveel bomen?", "Twaalf."], &["Wie snoeit?", "De aannemer"]];
        let mut source = table(&rows, 2);
        let end = source.text.len();
        source.text += "die het bestek won.\n";
        let answer = |source: &Source| read(source).pop().map(|[.., answer]| answer);
        assert_eq!(answer(&source).as_deref(), Some("De aannemer"));
        // On pages, a sentence goes on below the table when its rest was not told to stand in a cell.
        source.marks.push(Mark { span: Span::new(end, source.text.len()), kind: MarkKind::Page(2) });
        assert_eq!(answer(&source).as_deref(), Some("De aannemer\ndie het bestek won."));
    }
}
