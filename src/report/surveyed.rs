//! A judged letter as the statistics see it.

use std::borrow::Cow;

use super::cell::trimmed;
use super::unit::Unit;
use crate::letter::{About, Letter};
use crate::measure::{self, Answer, Survey};
use crate::text::Reading;

/// Adds a letter to a survey.
pub(super) fn add(survey: &mut Survey, letter: &Letter, units: &[Unit<'_>], reading: &mut Reading) {
    let texts: Vec<Cow<'_, str>> = units.iter().map(|unit| trimmed(unit.exchange.answer.text(&letter.text))).collect();
    let answers: Vec<Answer<'_>> = units
        .iter()
        .zip(&texts)
        .map(|(unit, text)| Answer {
            theme: unit.question.title(unit.theme),
            coding: &unit.judgement.coding,
            recurring: unit.refers_to_recurring(),
            text,
        })
        .collect();
    let about = measure::About {
        letter: letter.id.clone(),
        sender: one_line(&letter.about.sender),
        year: letter.about.date.map(crate::time::Date::year),
        days: days(&letter.about),
    };
    survey.add(about, &answers, reading);
}

/// Days from the questions to the answer.
pub(super) fn days(about: &About) -> Option<u32> {
    about.date.zip(about.asked).and_then(|(date, asked)| u32::try_from((date - asked).get_days()).ok())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
