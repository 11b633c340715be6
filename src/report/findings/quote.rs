//! Words of a letter as a person quotes them: on one line, with the place where they stand.

use serde::Serialize;

use crate::letter::{Letter, PartKind, Position};
use crate::report::Language;
use crate::text::Span;

/// Words of a letter and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The words, on one line.
    pub words: String,
    /// The page, paragraph or line, and the answer or part of the letter that they are in; may be empty.
    pub place: String,
}

impl Quote {
    /// The words of a span.
    pub fn of(letter: &Letter, span: Span, language: Language) -> Self {
        let words = span.of(&letter.text).split_whitespace().collect::<Vec<_>>().join(" ");
        Self { words, place: place(letter, span, language) }
    }
}

/// The page, paragraph or line of a place, and the answer or part of the letter that it is in.
fn place(letter: &Letter, span: Span, language: Language) -> String {
    let say = |dutch: &'static str, english| language.pick(dutch, english);
    let within = letter.exchanges().map(|(_, exchange)| exchange).find(|exchange| {
        let answer = exchange.answer.span();
        answer.start <= span.start && span.end <= answer.end
    });
    let part = match within {
        Some(exchange) => {
            let numbers: Vec<&str> = exchange.questions.iter().map(|question| question.number.as_str()).collect();
            Some(format!("{} {}", say("antwoord", "answer"), numbers.join(", ")))
        }
        None => letter.parts.iter().find(|part| part.span.start <= span.start && span.start < part.span.end).and_then(|part| {
            let name = match part.kind {
                PartKind::Head => say("inleiding", "introduction"),
                PartKind::Closing => say("slot", "closing lines"),
                _ => return None,
            };
            Some(name.to_owned())
        }),
    };
    [position(letter, span, language), part].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The page or paragraph in which a span begins, or its line in plain text; nothing in a table of pairs.
pub(in crate::report) fn position(letter: &Letter, span: Span, language: Language) -> Option<String> {
    let say = |dutch: &'static str, english| language.pick(dutch, english);
    let line = || {
        let before = letter.text.get(..span.start).filter(|_| !letter.from_table)?;
        Some(format!("{} {}", say("regel", "line"), before.matches('\n').count() + 1))
    };
    let told = letter.positions.at(span.start).map(|position| match position {
        Position::Page(page) => format!("{} {page}", say("bladzijde", "page")),
        Position::Paragraph(paragraph) => format!("{} {paragraph}", say("alinea", "paragraph")),
    });
    told.or_else(line)
}
