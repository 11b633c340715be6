//! What was read from a file and how it was understood: a part a line, to see why a letter went wrong.

use std::fmt::Write as _;

use crate::letter::{Letter, Part, PartKind};
use crate::report::cell::{decimal, kind, unparsed_share};
use crate::source::{Cell, MarkKind, Source};
use crate::text::Span;

/// A source and the letter that was made of it, line by line: what each line is taken for, where it stands in the file, what its
/// format says of it, and its text. A remark in brackets holds for a part of the line.
pub fn reading(source: &Source, letter: &Letter) -> String {
    let about = &letter.about;
    let mut out = format!(
        "{}: {} characters, {} marks\nkind {}, date {}, asked {}, sender {}, addressee {}, subject {}, reference {}\n{} questions, {} of the text not understood\n",
        source.file.display(),
        source.text.chars().count(),
        source.marks.len(),
        kind(about.kind),
        shown(&about.date.map(|date| date.to_string()).unwrap_or_default()),
        shown(&about.asked.map(|date| date.to_string()).unwrap_or_default()),
        shown(&about.sender),
        shown(&about.addressee),
        shown(&about.subject),
        shown(&about.reference),
        letter.exchanges().map(|(_, exchange)| exchange.questions.len()).sum::<usize>(),
        decimal(unparsed_share(letter)),
    );
    for warning in &letter.warnings {
        let _ = writeln!(out, "warning: {warning}");
    }
    out.push('\n');
    for part in &letter.parts {
        let mut start = part.span.start;
        for line in part.span.of(&letter.text).split_inclusive('\n') {
            let span = Span::new(start, start + line.len()).trimmed(&letter.text);
            start += line.len();
            if !span.is_empty() {
                let place = letter.positions.at(span.start).map(|place| place.to_string()).unwrap_or_default();
                let text = span.of(&letter.text);
                let _ = writeln!(out, "{:<14} {place:<13} {:<22} {text}", label(letter, part, span), remarks(source, span));
            }
        }
    }
    out
}

fn shown(value: &str) -> &str {
    if value.is_empty() { "–" } else { value }
}

/// What a line is taken for, with the number of the question.
fn label(letter: &Letter, part: &Part, line: Span) -> String {
    let within =
        |passage: &crate::letter::Passage| !passage.is_empty() && passage.span().start < line.end && line.start < passage.span().end;
    let mut numbers: Vec<&str> = Vec::new();
    for (_, exchange) in letter.exchanges() {
        let answered = part.kind == PartKind::Answer && within(&exchange.answer);
        let asked = |question: &&crate::letter::Question| answered || part.kind == PartKind::Question && within(&question.text);
        numbers.extend(exchange.questions.iter().filter(asked).map(|question| question.number.as_str()));
    }
    let name = match part.kind {
        PartKind::Head => "head",
        PartKind::Theme => "theme",
        PartKind::Question => "question",
        PartKind::Answer => "answer",
        PartKind::Furniture => "furniture",
        PartKind::Closing => "closing",
        PartKind::Unparsed => "UNPARSED",
    };
    if numbers.is_empty() { name.to_owned() } else { format!("{name} {}", numbers.join(" ")) }
}

/// What the format says of a line.
fn remarks(source: &Source, line: Span) -> String {
    let upto = source.marks.partition_point(|mark| mark.span.start < line.end);
    let over = source.marks[..upto].iter().filter(|mark| line.start < mark.span.end);
    let mut remarks: Vec<String> = Vec::new();
    for mark in over {
        let remark = match mark.kind {
            MarkKind::Page(_) | MarkKind::Paragraph(_) => continue,
            MarkKind::Bold => "bold".to_owned(),
            MarkKind::Italic => "italic".to_owned(),
            MarkKind::Size(percent) => format!("size {percent} %"),
            MarkKind::Heading(level) => format!("heading {level}"),
            MarkKind::Cell(Cell { row, column, columns, header, .. }) => {
                let merged = if columns > 1 { format!("-{}", column + columns) } else { String::new() };
                format!("{} {}.{}{merged}", if header { "header" } else { "cell" }, row + 1, column + 1)
            }
            MarkKind::Number => "number".to_owned(),
            MarkKind::Margin => "margin".to_owned(),
            MarkKind::Note => "note".to_owned(),
            MarkKind::Call => "call".to_owned(),
            MarkKind::Aside => "aside".to_owned(),
            MarkKind::Quoted => "quoted".to_owned(),
        };
        let whole = mark.span.start <= line.start && line.end <= mark.span.end;
        let remark = if whole { remark } else { format!("({remark})") };
        if !remarks.contains(&remark) {
            remarks.push(remark);
        }
    }
    remarks.join(", ")
}

#[cfg(test)]
mod tests {
    use super::reading;
    use crate::letter::parse;
    use crate::source::{Mark, MarkKind, Source};
    use crate::text::Span;

    #[test]
    fn every_line_says_what_it_is() {
        let text = "Groen\nVraag 1\nHoeveel bomen?\nAntwoord\nTwaalf.\n";
        let mark = |of: &str, kind| {
            let start = text.find(of).expect("it is there");
            Mark { span: Span::new(start, start + of.len()), kind }
        };
        let marks = vec![mark("Groen", MarkKind::Heading(2)), mark("bomen", MarkKind::Bold), mark("Twaalf.", MarkKind::Page(2))];
        let source = Source { id: "brief".into(), file: "brief.docx".into(), text: text.into(), marks, ..Source::default() };
        let read = reading(&source, &parse(&source));
        let lines: Vec<String> =
            read.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|line| !line.is_empty()).collect();
        assert_eq!(
            lines[3..],
            ["theme heading 2 Groen", "question Vraag 1", "question 1 (bold) Hoeveel bomen?", "answer Antwoord", "answer 1 page 2 Twaalf."]
        );
    }
}
