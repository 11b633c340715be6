//! The rows of the register behind an answer: which document settled it, and where in the letter its state and date were found.

use std::fmt::Write;

use crate::codebook::Codebook;
use crate::documents::{Document, State};
use crate::letter::Letter;
use crate::report::Language;
use crate::report::findings::quote::Quote;
use crate::report::findings::unit::Unit;
use crate::text::Span;
use crate::time::Interval;

/// The documents that an answer waits for or names, the one it waits for first: each with the words that prove its state, those of
/// its due date, what contradicts them, and the place of each.
pub(in crate::report) fn named(unit: Unit<'_>, codebook: &Codebook, language: Language) -> String {
    let documents = &unit.register.documents;
    let awaited = unit.judgement.document;
    let names = |place: &usize| Some(*place) != awaited && documents.get(*place).is_some_and(|document| is_named(document, unit));
    let mut text = String::new();
    for place in awaited.into_iter().chain((0..documents.len()).filter(names)) {
        let Some(document) = documents.get(place) else { continue };
        let role = if Some(place) == awaited {
            language.pick("hierop wacht het antwoord", "the answer waits for it")
        } else {
            language.pick("het antwoord noemt het", "the answer names it")
        };
        let name = document.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(text, "{:<15} {name}: {}; {role}", if text.is_empty() { "register" } else { "" }, document.state.code());
        text += &told(unit.letter, document, language);
        if let Some(usual) = document.usual(codebook, &unit.letter.about.sender) {
            let _ = writeln!(text, "{:<15}   usual {usual}", "");
        }
    }
    text
}

fn is_named(document: &Document, unit: Unit<'_>) -> bool {
    document.answers.contains(&unit.question.id)
}

/// What the letter says of a document, a line for each proof: what holds, then what else is said.
fn told(letter: &Letter, document: &Document, language: Language) -> String {
    let mut text = String::new();
    let mut line = |label: &str, value: &str, span: Option<Span>| {
        let words = span.map(|span| Quote::of(letter, span, language)).map(|quote| format!(" \"{}\", {}", quote.words, quote.place));
        if words.is_some() || !value.is_empty() {
            let _ = writeln!(text, "{:<15}   {}{}", "", [label, value].join(" ").trim_end(), words.unwrap_or_default());
        }
    };
    let due = |due: Option<Interval>| due.map(|due| due.to_string()).unwrap_or_default();
    line("state", "", document.evidence);
    if document.state == State::Forthcoming {
        line("due", &due(document.due), document.due_span);
    }
    for words in &document.about {
        line(language.pick("welk", "which"), "", Some(*words));
    }
    for said in &document.others {
        line(language.pick("maar ook", "but also"), &[said.state.code().to_owned(), due(said.due)].join(" "), Some(said.evidence));
    }
    text
}
