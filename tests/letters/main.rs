//! Small letters, one of each family of layouts: which questions, themes and answers are found.

mod data;
mod layouts;
mod markers;
mod pages;
mod unanswered;

use antwoordmeter::letter::{Letter, parse};
use antwoordmeter::source::Source;

fn read(text: &str) -> Letter {
    parse(&Source { id: "brief".into(), text: text.into(), ..Source::default() })
}

/// One line per exchange: `[theme] numbers: answer`, line ends as `/`.
fn told(letter: &Letter) -> Vec<String> {
    let exchanges = letter.exchanges().map(|(theme, exchange)| {
        let numbers: Vec<_> = exchange.questions.iter().map(|question| question.number.as_str()).collect();
        let answer = exchange.answer.text(&letter.text);
        let answer: Vec<_> = answer.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        format!("[{}] {}: {}", theme.title, numbers.join("+"), answer.join("/"))
    });
    exchanges.collect()
}

/// A name, a letter, and what is told of it.
type Case = (&'static str, &'static str, &'static [&'static str]);

fn check(cases: &[Case]) {
    let wrong: Vec<_> = cases
        .iter()
        .map(|(name, text, wanted)| (name, told(&read(text)), wanted))
        .filter(|(_, found, wanted)| found != *wanted)
        .map(|(name, found, wanted)| format!("{name}\n  found  {found:#?}\n  wanted {wanted:#?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
