//! Whether what an answer says itself outweighs its pointers: the features that a reader goes by, and their points.

use super::ask::{Ask, AskKind};
use super::decide::Case;
use super::statement::Statement;
use crate::coding::{DeferralKind, Due, ExternalKind};

/// What is looked at. Each is a plain count or yes/no, so that a person can check it against the letter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Features {
    /// Each feature, 0 to 1, in the order of [`Features::NAMES`].
    pub values: [f32; Features::COUNT],
}

impl Features {
    /// How many there are.
    pub const COUNT: usize = 46;
    /// Their names.
    pub const NAMES: [&'static str; Self::COUNT] = [
        "asks_amount",
        "asks_list",
        "asks_thing",
        "asks_yes_or_no",
        "asks_done",
        "asks_reason",
        "asks_how",
        "asks_when",
        "content_sentences",
        "content_words",
        "content_first",
        "background_first",
        "background_share",
        "first_shares_words",
        "content_shares_words",
        "pointer_shares_words",
        "pointer_first",
        "pointer_last",
        "pointer_supports",
        "figure_first",
        "figure_in_content",
        "worded_deferral",
        "pointer_speaks_of_it",
        "no_information",
        "authority",
        "opens",
        "gives_reason",
        "content_after",
        "several_asks",
        "long",
        "figure_where_asked",
        "pointer_word_share",
        "document_deferral",
        "due_known",
        "weak_deferral",
        "pointer_adds",
        "opens_with_figure",
        "asked_year_in_content",
        "asked_year_in_pointer",
        "pointers",
        "content_before",
        "annex_or_site",
        "answers_yes_no",
        "yes_no_left_open",
        "deferral_first",
        "authority_first",
    ];
}

/// Points of each feature, in tenths: positive speaks for an answer that the letter itself gives.
/// Logistic regression (Cox, 1958) with an L2 penalty on coded answers that have a pointer; the last is the constant.
const POINTS: [i16; Features::COUNT + 1] = [
    -9, -3, -8, 2, 13, 5, -8, 6, 0, 7, 10, 0, -9, 1, 9, -1, 1, -7, 3, 2, 7, -2, -2, 4, -9, 13, 1, 2, -2, 12, 12, -5, -8, -1, -2, 13, 21,
    18, -3, 3, -14, -7, 3, -1, -9, -3, -8,
];

impl Features {
    /// The features that hold, with their points in tenths, the heaviest first; the constant comes last.
    pub fn weighed(&self) -> Vec<(&'static str, f32)> {
        let points = self.values.iter().zip(POINTS).map(|(value, points)| value * f32::from(points));
        let mut weighed: Vec<_> = Self::NAMES.into_iter().zip(points).filter(|(_, points)| points.abs() >= 0.5).collect();
        weighed.sort_by(|(_, one), (_, other)| other.abs().total_cmp(&one.abs()));
        weighed.push(("constant", f32::from(POINTS[Self::COUNT])));
        weighed
    }

    /// The points together, in tenths: above zero the answer's own content outweighs its pointers.
    pub fn points(&self) -> f32 {
        let constant = f32::from(POINTS[Self::COUNT]);
        self.values.iter().zip(POINTS).map(|(value, points)| value * f32::from(points)).sum::<f32>() + constant
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
        let pointers: Vec<(usize, &Statement)> =
            self.statements.iter().enumerate().filter(|(_, s)| s.deferral.is_some() || s.external.is_some()).collect();
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
            flag(pointers.iter().any(|(_, s)| s.external.as_ref().is_some_and(|external| external.kind == ExternalKind::Authority))),
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
            flag(pointers.iter().any(|(_, s)| {
                s.external.as_ref().is_some_and(|external| matches!(external.kind, ExternalKind::Annex | ExternalKind::Website))
            })),
            flag(kind == Some(AskKind::YesNo) && first.is_some_and(|s| s.opening.is_some())),
            flag(kind == Some(AskKind::YesNo) && self.statements.iter().all(|s| s.opening.is_none())),
            flag(self.statements.first().is_some_and(|s| s.deferral.as_ref().is_some_and(|deferral| deferral.worded))),
            flag(
                self.statements
                    .first()
                    .is_some_and(|s| s.external.as_ref().is_some_and(|external| external.kind == ExternalKind::Authority)),
            ),
        ];
        Features { values }
    }

    /// "ook", "daarnaast", "overigens": the pointer adds to what was said.
    fn adds(&self, statement: &Statement) -> bool {
        statement.words.clone().any(|word| {
            matches!(
                self.answer.reading.folded(word),
                "ook" | "eveneens" | "tevens" | "daarnaast" | "bovendien" | "overigens" | "verder" | "nader" | "preciezer" | "uitgebreider"
            )
        })
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
        let back = head.into_iter().any(|word| {
            matches!(
                self.answer.reading.folded(word),
                "deze"
                    | "dit"
                    | "dat"
                    | "die"
                    | "hiervoor"
                    | "daarvoor"
                    | "hierover"
                    | "daarover"
                    | "hierop"
                    | "daarop"
                    | "zie"
                    | "daarvan"
                    | "hiervan"
                    | "ervan"
                    | "dienaangaande"
                    | "vraag"
                    | "antwoord"
                    | "uitsplitsing"
                    | "gevraagde"
                    | "verlangde"
                    | "uitkomst"
                    | "uitkomsten"
                    | "resultaten"
                    | "cijfers"
            )
        });
        back || statement.words.len() <= 8
    }
}
