//! Markdown: what its signs say becomes marks; the text stays as it was typed, so that quotations are true to the file.

use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::plain::plain;
use super::{Cell, Mark, MarkKind, Source};
use crate::error::Result;
use crate::text::Span;

/// A longer text gets no marks: the parser is slow on some that no letter has, and a letter of a thousand pages has about 3 MB.
const MOST_BYTES: usize = 4 << 20;

/// The source of a `.md` file; a mark covers text without the signs that made it.
///
/// # Errors
/// The file is empty or not text.
pub fn markdown(file: &Path, id: &str, bytes: &[u8]) -> Result<Source> {
    let mut source = plain(file, id, bytes)?;
    if source.text.len() <= MOST_BYTES {
        source.marks.extend(marks(&source.text));
        source.marks.sort_by_key(|mark| (mark.span.start, usize::MAX - mark.span.end));
    }
    Ok(source)
}

/// Where the cells of a table are counted.
#[derive(Debug, Default)]
struct Table {
    number: u32,
    row: u32,
    column: u32,
}

/// Headings, emphasis, cells and notes.
fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut table = Table::default();
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).into_offset_iter() {
        let span = Span::new(range.start, range.end).trimmed(text);
        let mark = match event {
            Event::Start(Tag::Heading { level, .. }) => heading(text, span).map(|span| (span, MarkKind::Heading(level as u8))),
            Event::Start(Tag::Strong) => Some((within(span, 2), MarkKind::Bold)),
            Event::Start(Tag::Emphasis) => Some((within(span, 1), MarkKind::Italic)),
            Event::Start(Tag::FootnoteDefinition(_)) => Some((span, MarkKind::Note)),
            Event::FootnoteReference(_) => Some((span, MarkKind::Call)),
            Event::Start(Tag::TableCell) => Some((span, MarkKind::Cell(table.cell()))),
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                table.row += 1;
                table.column = 0;
                None
            }
            Event::End(TagEnd::Table) => {
                table = Table { number: table.number + 1, ..Table::default() };
                None
            }
            _ => None,
        };
        marks.extend(mark.filter(|(span, _)| !span.is_empty()).map(|(span, kind)| Mark { span, kind }));
    }
    marks
}

impl Table {
    /// The place of the next cell.
    fn cell(&mut self) -> Cell {
        self.column += 1;
        Cell { table: self.number, row: self.row, column: self.column - 1, columns: 1, header: self.row == 0 }
    }
}

/// A stretch without the signs at its ends.
fn within(span: Span, signs: usize) -> Span {
    Span::new(span.start + signs, span.end.saturating_sub(signs))
}

/// The text of a heading that begins with `#`. A line of hyphens below a paragraph is a rule in most letters, not the sign of a heading.
fn heading(text: &str, span: Span) -> Option<Span> {
    let title = span.of(text).trim_start_matches('#');
    let start = span.end - title.len();
    let closed = title.trim_end_matches('#');
    let length = if closed.ends_with(char::is_whitespace) { closed.len() } else { title.len() };
    (start > span.start).then(|| Span::new(start, start + length).trimmed(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_signs_say() {
        let table: &[(&str, &[(&str, MarkKind)])] = &[
            (
                "# Brief\n\n##  Groen ##\n#geen kop\n####### te diep\n#\n",
                &[("Brief", MarkKind::Heading(1)), ("Groen", MarkKind::Heading(2))],
            ),
            ("```\n# code\n```\n### C#\n", &[("C#", MarkKind::Heading(3))]),
            ("Geen kop\n-----\n", &[]),
            ("**Vraag 1** *Hoe?* __nu__ \\*niet\\*", &[("Vraag 1", MarkKind::Bold), ("Hoe?", MarkKind::Italic), ("nu", MarkKind::Bold)]),
            ("***Één***", &[("**Één**", MarkKind::Italic), ("Één", MarkKind::Bold)]),
            ("Tien[^1].\n\n[^1]: De telling.\n", &[("[^1]", MarkKind::Call), ("[^1]: De telling.", MarkKind::Note)]),
            ("<span id=\"a\"></span>![](b.png) 5 * 3 * 2", &[]),
        ];
        let found = |text: &'static str| marks(text).into_iter().map(|mark| (mark.span.of(text), mark.kind)).collect::<Vec<_>>();
        let wrong: Vec<_> = table.iter().map(|(text, wanted)| (found(text), wanted)).filter(|(found, wanted)| found != *wanted).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn cells_of_tables() {
        let text = "|Nr|Vraag|\n|-|-|\n| 1 | Hoe? |\n||a \\| b|\n\n|x|\n|-|\n";
        let cells: Vec<_> = marks(text)
            .into_iter()
            .filter_map(|mark| match mark.kind {
                MarkKind::Cell(cell) => Some((mark.span.of(text), cell.table, cell.row, cell.column, cell.header)),
                _ => None,
            })
            .collect();
        let wanted = [
            ("Nr", 0, 0, 0, true),
            ("Vraag", 0, 0, 1, true),
            ("1", 0, 1, 0, false),
            ("Hoe?", 0, 1, 1, false),
            ("a \\| b", 0, 2, 1, false),
            ("x", 1, 0, 0, true),
        ];
        assert_eq!(cells, wanted);
    }
}
