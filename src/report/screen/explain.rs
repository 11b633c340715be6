//! One answer in the terminal: its words, every cue underlined with its rule, what settled the class, and the documents behind it.

use std::fmt::Write;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::named::named;
use crate::codebook::{Codebook, Rule};
use crate::coder::{Account, Reason};
use crate::coding::{DeferralKind, ExternalKind};
use crate::letter::Letter;
use crate::report::Language;
use crate::report::cell::joined;
use crate::report::findings::unit::Unit;
use crate::text::Span;

/// Explains one answer: its words, its codes, the documents behind them; `account` is what the coder saw in it.
pub fn explain(unit: Unit<'_>, account: Option<&Account>, codebook: &Codebook, language: Language) -> String {
    let say = |dutch, english| language.pick(dutch, english);
    let letter = unit.letter;
    let question = unit.question.text.text(&letter.text);
    let mut text = format!("{} {} ({})", say("vraag", "question"), unit.question.number, letter.id);
    let theme = unit.question.title(unit.theme);
    if !theme.is_empty() {
        let _ = write!(text, ", {theme}");
    }
    let _ = writeln!(text, "\n{}\n", question.trim());
    if unit.exchange.answer.is_empty() {
        let _ = writeln!(text, "{}\n", say("Er is geen antwoord.", "There is no answer."));
    } else {
        let _ = writeln!(text, "{}\n", cues(unit, codebook.rules(), language));
    }
    text += &codes(unit, language);
    let documents = named(unit, codebook, language);
    if !documents.is_empty() {
        let _ = write!(text, "\n{documents}");
    }
    if let Some(account) = account.filter(|_| !unit.exchange.answer.is_empty()) {
        text += &seen(account, unit.judgement.reason);
    }
    text
}

/// What the question is after, what each sentence does, and the points where they were weighed.
fn seen(account: &Account, reason: Reason) -> String {
    let mut text = String::new();
    let asks: Vec<_> = account.asks.iter().map(|ask| ask.kind.code()).collect();
    let _ = writeln!(text, "\n{:<15} {}", "asks", asks.join(", "));
    for (number, statement) in account.statements.iter().enumerate() {
        let roles = statement.roles().join(", ");
        let _ = writeln!(text, "{:<15} {}", format!("sentence {}", number + 1), if roles.is_empty() { "content" } else { roles.as_str() });
    }
    if matches!(reason, Reason::ContentOutweighs | Reason::Defers | Reason::RefersElsewhere) {
        let weighed = account.features.weighed();
        let shown: Vec<_> = weighed.iter().map(|(name, points)| format!("{name} {:+.1}", points / 10.0)).collect();
        let _ = writeln!(text, "{:<15} {:+.1} (substantive above 0)", "weighed", account.features.points() / 10.0);
        for line in shown.chunks(3) {
            let _ = writeln!(text, "{:<15} {}", "", line.join(", "));
        }
    }
    text
}

/// Columns of a terminal that an answer takes.
const WIDTH: usize = 90;

/// The answer with its cues underlined.
fn cues(unit: Unit<'_>, rules: &[Rule], language: Language) -> String {
    let (letter, answer) = (unit.letter, unit.exchange.answer.span());
    let shown = wrapped(answer.of(&letter.text).trim_end());
    let annotations = unit.judgement.evidence.iter().filter_map(|evidence| {
        let rule = rules.get(evidence.rule)?;
        let Span { start, end } = evidence.span;
        let range = start.checked_sub(answer.start)?..end.checked_sub(answer.start)?.min(shown.len());
        shown.get(range.clone())?;
        Some(AnnotationKind::Primary.span(range).label(format!("{}: {}", rule.id, rule.meaning)))
    });
    let title = format!("{} ({})", unit.judgement.coding.id, place(letter, answer));
    let title = Level::INFO.with_name(language.pick("antwoord", "answer")).primary_title(title);
    // The renderer would give the line within the answer.
    let snippet = Snippet::source(shown.as_str()).line_numbering(false).fold(false).annotations(annotations);
    let report = Renderer::plain().render(&[title.element(snippet)]);
    report.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// Where the answer begins: the file, and the line of a letter.
fn place(letter: &Letter, answer: Span) -> String {
    let file = letter.file.display();
    match letter.text.get(..answer.start) {
        Some(before) if !letter.from_table => format!("{file}:{}", before.matches('\n').count() + 1),
        _ => file.to_string(),
    }
}

/// The text with a line end in the place of some blanks, so that no line is much wider than [`WIDTH`] and every span keeps
/// its place.
fn wrapped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut column = 0;
    for piece in text.split_inclusive([' ', '\n']) {
        column += piece.chars().count();
        match piece.strip_suffix(' ') {
            Some(word) if column >= WIDTH => {
                shown.push_str(word);
                shown.push('\n');
                column = 0;
            }
            _ => shown.push_str(piece),
        }
        if piece.ends_with('\n') {
            column = 0;
        }
    }
    shown
}

/// The codes, one a line, without those that say nothing.
fn codes(unit: Unit<'_>, language: Language) -> String {
    let say = |dutch, english| language.pick(dutch, english);
    let coding = &unit.judgement.coding;
    let flag = |set: bool| if set { "1" } else { "" };
    let due = coding.due.map(|due| due.to_string()).unwrap_or_default();
    let reason = unit.judgement.reason;
    let rows = [
        ("class", coding.class.code()),
        ("via", &joined(&coding.via)),
        ("shared", flag(coding.shared)),
        ("deferral", coding.deferral.map_or("", DeferralKind::code)),
        ("document", &coding.document),
        ("due", &due),
        ("external", coding.external.map_or("", ExternalKind::code)),
        ("internal", &joined(&coding.internal)),
        ("no_information", flag(coding.no_information)),
        ("refusal", flag(coding.refusal)),
        ("reason", reason.code()),
        ("", say(reason.dutch(), reason.english())),
    ];
    let mut text = String::new();
    for (name, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(text, "{name:<15} {value}");
    }
    for change in &unit.judgement.corrected {
        let by = say("gecorrigeerd door", "corrected by");
        let _ = writeln!(text, "{:<15} {} = {}, {by} {}: {}", "corrected", change.column, change.was, change.who, change.why);
    }
    let (right, coded) = reason.measured();
    if coded > 0 {
        let measured = say("van zo beslechte antwoorden juist", "of the answers settled so were right");
        let _ = writeln!(text, "{:<15} {right}/{coded} {measured}", "");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn wrapping_moves_nothing() {
        let text = "één lange zin met woorden ".repeat(20) + "\nen een tweede regel";
        let shown = wrapped(&text);
        assert_eq!(shown.replace('\n', " "), text.replace('\n', " "));
        assert!(shown.lines().all(|line| line.chars().count() < 100) && shown.lines().count() > 6);
    }
}
