//! Whether what an answer says itself outweighs its pointers: the features that a reader goes by, and their points.

use super::ask::{Ask, AskKind};
use super::decide::Case;
use super::statement::Statement;
use crate::coding::{DeferralKind, Due, ExternalKind};

/// What is looked at. Each is a plain count or yes/no, so that a person can check it against the letter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Features {
    /// Each feature, 0 to 1, in the order of the table of points.
    pub values: [f32; Features::COUNT],
}

impl Features {
    /// How many there are.
    pub const COUNT: usize = 46;
}

/// Each feature with its points, in tenths: positive speaks for an answer that the letter itself gives.
/// Logistic regression (Cox, 1958) with an L2 penalty on coded answers that have a pointer.
const POINTS: [(&str, i16); Features::COUNT] = [
    ("asks_amount", -9),
    ("asks_list", -3),
    ("asks_thing", -8),
    ("asks_yes_or_no", 2),
    ("asks_done", 13),
    ("asks_reason", 5),
    ("asks_how", -8),
    ("asks_when", 6),
    ("content_sentences", 0),
    ("content_words", 7),
    ("content_first", 10),
    ("background_first", 0),
    ("background_share", -9),
    ("first_shares_words", 1),
    ("content_shares_words", 9),
    ("pointer_shares_words", -1),
    ("pointer_first", 1),
    ("pointer_last", -7),
    ("pointer_supports", 3),
    ("figure_first", 2),
    ("figure_in_content", 7),
    ("worded_deferral", -2),
    ("pointer_speaks_of_it", -2),
    ("no_information", 4),
    ("authority", -9),
    ("opens", 13),
    ("gives_reason", 1),
    ("content_after", 2),
    ("several_asks", -2),
    ("long", 12),
    ("figure_where_asked", 12),
    ("pointer_word_share", -5),
    ("document_deferral", -8),
    ("due_known", -1),
    ("weak_deferral", -2),
    ("pointer_adds", 13),
    ("opens_with_figure", 21),
    ("asked_year_in_content", 18),
    ("asked_year_in_pointer", -3),
    ("pointers", 3),
    ("content_before", -14),
    ("annex_or_site", -7),
    ("answers_yes_no", 3),
    ("yes_no_left_open", -1),
    ("deferral_first", -9),
    ("authority_first", -3),
];

/// The points of an answer in which no feature holds.
const CONSTANT: i16 = -8;

impl Features {
    /// The features that hold, with their points in tenths, the heaviest first; the constant comes last.
    pub fn weighed(&self) -> Vec<(&'static str, f32)> {
        let mut weighed: Vec<_> = self.points_of_each().filter(|(_, points)| points.abs() >= 0.5).collect();
        weighed.sort_by(|(_, one), (_, other)| other.abs().total_cmp(&one.abs()));
        weighed.push(("constant", f32::from(CONSTANT)));
        weighed
    }

    /// The points together, in tenths: above zero the answer's own content outweighs its pointers.
    pub fn points(&self) -> f32 {
        self.points_of_each().map(|(_, points)| points).sum::<f32>() + f32::from(CONSTANT)
    }

    fn points_of_each(&self) -> impl Iterator<Item = (&'static str, f32)> {
        self.values.iter().zip(POINTS).map(|(value, (name, points))| (name, value * f32::from(points)))
    }
}

fn flag(value: bool) -> f32 {
    if value { 1.0 } else { 0.0 }
}

impl Case<'_> {
    /// The features of an answer with at least one pointer.
    pub(super) fn features(&self) -> Features {
        let kind = self.asks.first().map(|ask| ask.kind);
        let is = |wanted: AskKind| flag(kind == Some(wanted));
        let content: Vec<(usize, &Statement)> = self.content().collect();
        let pointers: Vec<(usize, &Statement)> = self.statements.iter().enumerate().filter(|(_, s)| s.points_out()).collect();
        let words: usize = content.iter().map(|(_, s)| s.words.len()).sum();
        let shares = |statement: &Statement| self.asks.first().map_or(0, |ask: &Ask| self.shares(ask, statement)) as f32;
        let first = content.first().filter(|(at, _)| *at == 0).map(|(_, s)| *s);
        let background = content.iter().filter(|(_, s)| s.background).count() as f32;
        let last = self.statements.len().saturating_sub(1);
        let speaks = pointers.iter().any(|(_, s)| self.speaks_of_it(s));
        let values = [
            is(AskKind::Amount),
            is(AskKind::List),
            is(AskKind::Thing),
            is(AskKind::YesNo),
            is(AskKind::Done),
            is(AskKind::Reason),
            is(AskKind::How),
            flag(matches!(kind, Some(AskKind::Date | AskKind::Coming))),
            (content.len() as f32 / 6.0).min(1.0),
            (words as f32 / 120.0).min(1.0),
            flag(first.is_some()),
            flag(first.is_some_and(|s| s.background)),
            if content.is_empty() { 0.0 } else { background / content.len() as f32 },
            (first.map_or(0.0, shares) / 3.0).min(1.0),
            (content.iter().map(|(_, s)| shares(s)).fold(0.0, f32::max) / 3.0).min(1.0),
            (pointers.iter().map(|(_, s)| shares(s)).fold(0.0, f32::max) / 3.0).min(1.0),
            flag(pointers.iter().any(|(at, _)| *at == 0)),
            flag(pointers.iter().any(|(at, _)| *at == last)),
            flag(pointers.iter().all(|(_, s)| s.supporting)),
            flag(first.is_some_and(|s| s.figures > 0) || self.statements.first().is_some_and(|s| s.supporting && s.figures > 0)),
            flag(content.iter().any(|(_, s)| s.figures > 0)),
            flag(pointers.iter().any(|(_, s)| s.deferral.as_ref().is_some_and(|deferral| deferral.worded))),
            flag(speaks),
            flag(self.statements.iter().any(|s| s.no_information)),
            flag(pointers.iter().any(|(_, s)| s.external == Some(ExternalKind::Authority))),
            flag(self.statements.first().is_some_and(|s| s.opening.is_some())),
            flag(content.iter().any(|(_, s)| s.cause)),
            flag(pointers.last().is_some_and(|(at, _)| content.iter().any(|(other, _)| other > at))),
            flag(self.asks.len() > 1),
            flag(self.answer.reading.words().len() > 120),
            flag(kind == Some(AskKind::Amount) && self.gives_figure()),
            pointers.iter().map(|(_, s)| s.words.len()).sum::<usize>() as f32 / self.answer.reading.words().len().max(1) as f32,
            flag(pointers.iter().any(|(_, s)| s.deferral.as_ref().is_some_and(|deferral| deferral.kind == DeferralKind::Document))),
            flag(pointers.iter().any(|(_, s)| s.deferral.as_ref().is_some_and(|deferral| matches!(deferral.due, Some(Due::Interval(_)))))),
            flag(pointers.iter().all(|(_, s)| {
                s.external.is_none()
                    && s.deferral.as_ref().is_none_or(|deferral| !deferral.worded && deferral.kind != DeferralKind::Document)
            })),
            flag(pointers.iter().all(|(_, s)| self.adds(s))),
            flag(self.opens_with_figure()),
            flag(content.iter().any(|(_, s)| s.figures > 0 && self.asked_year(s))),
            flag(pointers.iter().any(|(_, s)| self.asked_year(s))),
            (pointers.len() as f32 / 4.0).min(1.0),
            pointers.first().map_or(0.0, |(at, _)| (content.iter().filter(|(other, _)| other < at).count() as f32 / 4.0).min(1.0)),
            flag(pointers.iter().any(|(_, s)| matches!(s.external, Some(ExternalKind::Annex | ExternalKind::Website)))),
            flag(kind == Some(AskKind::YesNo) && first.is_some_and(|s| s.opening.is_some())),
            flag(kind == Some(AskKind::YesNo) && self.statements.iter().all(|s| s.opening.is_none())),
            flag(self.statements.first().is_some_and(|s| s.deferral.as_ref().is_some_and(|deferral| deferral.worded))),
            flag(self.statements.first().is_some_and(|s| s.external == Some(ExternalKind::Authority))),
        ];
        Features { values }
    }

    /// "ook", "daarnaast", "overigens": the pointer adds to what was said.
    fn adds(&self, statement: &Statement) -> bool {
        let more = &["overigens", "verder", "nader", "preciezer", "uitgebreider"];
        self.says_also(statement) || self.has_word(statement.words.clone(), more)
    }

    /// The answer begins with a number.
    fn opens_with_figure(&self) -> bool {
        let word = self.answer.reading.folded(0);
        word.starts_with(|c: char| c.is_ascii_digit()) || self.answer.text.trim_start().starts_with('€')
    }

    /// A year that the question names stands in the statement.
    fn asked_year(&self, statement: &Statement) -> bool {
        let words = self.asks.first().map_or(0..0, |ask| ask.words.clone());
        words
            .map(|word| self.question.reading.folded(word))
            .filter(|word| word.len() == 4 && word.starts_with("20"))
            .any(|year| statement.words.clone().any(|word| self.answer.reading.folded(word) == year))
    }

    /// Whether a pointer speaks of what was asked: it points back at it, names the question, or has no other object.
    fn speaks_of_it(&self, statement: &Statement) -> bool {
        let head = statement.words.start..statement.words.end.min(statement.words.start + 7);
        self.has_word(head, POINTING_BACK) || statement.words.len() <= 8
    }
}

/// Words that point back at the question, or name what it asks for.
const POINTING_BACK: &[&str] = &[
    "deze",
    "dit",
    "dat",
    "die",
    "hiervoor",
    "daarvoor",
    "hierover",
    "daarover",
    "hierop",
    "daarop",
    "zie",
    "daarvan",
    "hiervan",
    "ervan",
    "dienaangaande",
    "vraag",
    "antwoord",
    "uitsplitsing",
    "gevraagde",
    "verlangde",
    "uitkomst",
    "uitkomsten",
    "resultaten",
    "cijfers",
];
