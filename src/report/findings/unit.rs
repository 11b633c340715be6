//! The questions of a judged letter, each with everything that is known of it.

use crate::coder::{Judged, Judgement};
use crate::coding::{Coding, ExternalKind};
use crate::documents::{Register, State};
use crate::letter::{Exchange, Letter, Question, Theme};
use crate::measure::{Counts, Tally};

/// A numbered question with everything that is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Unit<'j> {
    /// The letter that it is in.
    pub letter: &'j Letter,
    /// The documents that the letter names.
    pub register: &'j Register,
    /// The heading above it.
    pub theme: &'j Theme,
    /// Its answer, and the questions that share it.
    pub exchange: &'j Exchange,
    /// The question.
    pub question: &'j Question,
    /// What the coder says.
    pub judgement: &'j Judgement,
}

impl Unit<'_> {
    /// Whether the answer refers to a document that appears every year, without naming an edition.
    pub(in crate::report) fn refers_to_recurring(&self) -> bool {
        let coding = &self.judgement.coding;
        let named = || self.register.documents.iter().filter(|document| document.answers.contains(&self.question.id));
        coding.external == Some(ExternalKind::Document) && named().any(|document| document.state == State::Recurring)
    }
}

/// The questions of a letter with their judgements, in order.
pub fn units(judged: &Judged) -> Vec<Unit<'_>> {
    let questions =
        judged.letter.exchanges().flat_map(|(theme, exchange)| exchange.questions.iter().map(move |question| (theme, exchange, question)));
    questions
        .zip(&judged.judgements)
        .map(|((theme, exchange, question), judgement)| Unit {
            letter: &judged.letter,
            register: &judged.register,
            theme,
            exchange,
            question,
            judgement,
        })
        .collect()
}

/// Counts of the themes that have questions, in order; a question counts for the theme that it stands under itself.
pub(in crate::report) fn counted(letter: &Letter, units: &[Unit<'_>]) -> Vec<ThemeCounts> {
    let none = |title: &str| ThemeCounts { letter: letter.id.clone(), title: title.to_owned(), counts: Counts::default() };
    let mut themes: Vec<ThemeCounts> = letter.themes.iter().map(|theme| none(&theme.title)).collect();
    let codings: Vec<&Coding> = units.iter().map(|unit| &unit.judgement.coding).collect();
    let asked = letter.themes.iter().enumerate().flat_map(|(place, theme)| {
        let questions = theme.exchanges.iter().flat_map(|exchange| &exchange.questions);
        questions.map(move |question| (place, question.theme.as_deref()))
    });
    let recurring = |place: usize| units.get(place).is_some_and(Unit::refers_to_recurring);
    for ((place, own), tally) in asked.zip(Tally::of(&codings, recurring)) {
        let place = own.map_or(place, |title| themes.iter().position(|theme| theme.title == title).unwrap_or(themes.len()));
        if place == themes.len() {
            themes.push(none(own.unwrap_or_default()));
        }
        if let Some(theme) = themes.get_mut(place) {
            theme.counts += tally;
        }
    }
    themes.retain(|theme| theme.counts.questions > 0);
    themes
}

/// Counts of a letter.
pub(in crate::report) fn counts(units: &[Unit<'_>]) -> Counts {
    added(units, |judgement| &judgement.coding)
}

/// Counts of a letter as the program coded it, without what people corrected.
pub(in crate::report) fn uncorrected(units: &[Unit<'_>]) -> Counts {
    added(units, |judgement| judgement.machine.as_deref().unwrap_or(&judgement.coding))
}

fn added<'j>(units: &[Unit<'j>], coding: impl Fn(&'j Judgement) -> &'j Coding) -> Counts {
    let codings: Vec<&Coding> = units.iter().map(|unit| coding(unit.judgement)).collect();
    let recurring = |place: usize| units.get(place).is_some_and(Unit::refers_to_recurring);
    Tally::of(&codings, recurring).into_iter().collect()
}

/// Counts of a theme of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeCounts {
    /// The letter.
    pub letter: String,
    /// The heading; empty where the letter has none.
    pub title: String,
    /// Its counts.
    pub counts: Counts,
}
