//! The questions of a judged letter, each with everything that is known of it.

use std::collections::HashMap;

use crate::coder::{Judged, Judgement};
use crate::coding::Coding;
use crate::documents::Register;
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
pub(super) fn counted(letter: &Letter, units: &[Unit<'_>]) -> Vec<ThemeCounts> {
    let none = |title: &str| ThemeCounts { letter: letter.id.clone(), title: title.to_owned(), counts: Counts::default() };
    let mut themes: Vec<ThemeCounts> = letter.themes.iter().map(|theme| none(&theme.title)).collect();
    let codings: Vec<&Coding> = units.iter().map(|unit| &unit.judgement.coding).collect();
    let asked = letter.themes.iter().enumerate().flat_map(|(place, theme)| {
        let questions = theme.exchanges.iter().flat_map(|exchange| &exchange.questions);
        questions.map(move |question| (place, question.theme.as_deref()))
    });
    for ((place, own), tally) in asked.zip(Tally::of(&codings)) {
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

/// Counts of a letter as the program coded it, without what people corrected.
pub(super) fn uncorrected(units: &[Unit<'_>]) -> Counts {
    let machine = |unit: &Unit<'_>| unit.judgement.machine.as_deref().unwrap_or(&unit.judgement.coding).clone();
    let codings: Vec<Coding> = units.iter().map(machine).collect();
    Tally::of(&codings.iter().collect::<Vec<_>>()).into_iter().collect()
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

/// Counts by theme of the one letter, or by letter when there are several: headings of one say little beside those of another. In
/// order of the first; with whether there are several letters.
pub(super) fn grouped(themes: &[ThemeCounts]) -> (bool, Vec<(&str, Counts)>) {
    let several = themes.iter().any(|theme| themes.first().is_some_and(|first| first.letter != theme.letter));
    let mut groups: Vec<(&str, Counts)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for theme in themes {
        let label = if several { theme.letter.as_str() } else { theme.title.as_str() };
        let place = *places.entry(label).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, counts)) => *counts += theme.counts,
            None => groups.push((label, theme.counts)),
        }
    }
    (several, groups)
}
