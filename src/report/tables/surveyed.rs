//! A judged letter as the statistics see it.

use std::iter;

use crate::documents::Annotated;
use crate::letter::{About, Letter, LetterKind};
use crate::measure::{self, Answer, Survey, Text};
use crate::report::findings::unit::Unit;

/// Adds a letter to a survey; `read` are its answers as the coder read them, exchange by exchange.
pub(in crate::report) fn add(survey: &mut Survey, letter: &Letter, units: &[Unit<'_>], read: &[Annotated]) {
    let exchanges = letter.exchanges().zip(read).flat_map(|((_, exchange), read)| iter::repeat_n(read, exchange.questions.len()));
    let answers: Vec<Answer<'_>> = units
        .iter()
        .zip(exchanges)
        .map(|(unit, read)| Answer {
            theme: unit.question.title(unit.theme),
            coding: &unit.judgement.coding,
            recurring: unit.refers_to_recurring(),
            text: Some(Text { text: &read.text, reading: &read.reading, syllables: read.syllables() }),
        })
        .collect();
    let about = measure::About {
        letter: letter.id.clone(),
        sender: one_line(&letter.about.sender),
        year: letter.about.date.map(crate::time::Date::year),
        days: days(&letter.about),
        asks: letter.about.kind == LetterKind::Questions,
    };
    survey.add(about, &answers);
}

/// Days from the questions to the answer.
pub(in crate::report) fn days(about: &About) -> Option<u32> {
    about.date.zip(about.asked).and_then(|(date, asked)| u32::try_from((date - asked).get_days()).ok())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
