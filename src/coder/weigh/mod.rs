//! Whether what an answer says itself outweighs its pointers: the features that a reader goes by, and their points.

mod said;

use super::ask::AskKind;
use super::decide::Case;
use super::deferral::Deferral;
use super::statement::Statement;
use crate::coding::{DeferralKind, Due, ExternalKind};
use crate::documents::Vocabulary;
use said::SAID;

/// What is looked at. Each is a plain count or yes/no, so that a person can check it against the letter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Features {
    /// How much each feature holds, 0 to 1, in the order of the table.
    values: [f32; FEATURES.len()],
}

/// A feature: its name, its points in tenths (positive speaks for an answer that the letter itself gives), and how much it holds, 0 to 1.
type Feature = (&'static str, i16, fn(&View) -> f32);

/// The features with their points: logistic regression (Cox, 1958) with an L2 penalty on coded answers that have a pointer; those of
/// `takes_up_the_question` were set by hand afterwards.
const FEATURES: &[Feature] = &[
    ("asks_amount", -9, |view| view.asks(AskKind::Amount)),
    ("asks_list", -3, |view| view.asks(AskKind::List)),
    ("asks_thing", -8, |view| view.asks(AskKind::Thing)),
    ("asks_yes_or_no", 1, |view| view.asks(AskKind::YesNo)),
    ("asks_done", 13, |view| view.asks(AskKind::Done)),
    ("asks_reason", 5, |view| view.asks(AskKind::Reason)),
    ("asks_how", -8, |view| view.asks(AskKind::How)),
    ("asks_when", 6, |view| flag(matches!(view.kind, Some(AskKind::Date | AskKind::Coming)))),
    ("content_words", 7, |view| part(words(&view.content), 120)),
    ("content_first", 10, |view| flag(view.lead.is_some())),
    ("background_share", -9, |view| share(view.content.iter().filter(|(_, s)| s.background).count(), view.content.len())),
    ("first_shares_words", 1, |view| part(view.lead.map_or(0, |s| view.shared(s)), 3)),
    ("content_shares_words", 9, |view| part(view.most_shared(&view.content), 3)),
    ("pointer_shares_words", -1, |view| part(view.most_shared(&view.pointers), 3)),
    ("pointer_first", 1, |view| flag(view.pointers.iter().any(|(at, _)| *at == 0))),
    ("pointer_last", -7, |view| flag(view.pointers.iter().any(|(at, _)| *at + 1 == view.case.statements.len()))),
    ("figure_first", 2, |view| flag(view.lead.is_some_and(|s| s.figures > 0) || view.first(|s| s.supporting && s.figures > 0))),
    ("figure_in_content", 7, |view| flag(view.content.iter().any(|(_, s)| s.figures > 0))),
    ("worded_deferral", -2, |view| view.defers(|deferral| deferral.worded)),
    ("pointer_speaks_of_it", -2, |view| flag(view.pointers.iter().any(|(_, s)| view.case.speaks_of_it(s)))),
    ("no_information", 4, |view| flag(view.case.statements.iter().any(|s| s.no_information))),
    ("authority", -9, |view| view.refers(&[ExternalKind::Authority])),
    ("opens", 13, |view| flag(view.first(|s| s.opening.is_some()))),
    ("gives_reason", 1, |view| flag(view.content.iter().any(|(_, s)| s.cause))),
    ("content_after", 2, |view| flag(view.pointers.last().is_some_and(|(at, _)| view.content.iter().any(|(other, _)| other > at)))),
    ("several_asks", -2, |view| flag(view.case.asks.len() > 1)),
    ("long", 12, |view| flag(view.words() > 120)),
    ("figure_where_asked", 12, |view| flag(view.kind == Some(AskKind::Amount) && view.case.gives_figure())),
    ("pointer_word_share", -5, |view| share(words(&view.pointers), view.words())),
    ("document_deferral", -8, |view| view.defers(|deferral| deferral.kind == DeferralKind::Document)),
    ("due_known", -1, |view| view.defers(|deferral| matches!(deferral.due, Some(Due::Interval(_))))),
    ("weak_deferral", -2, |view| flag(view.pointers.iter().all(|(_, s)| is_weak(s)))),
    ("pointer_adds", 13, |view| flag(view.pointers.iter().all(|(_, s)| view.case.adds(s)))),
    ("opens_with_figure", 21, |view| flag(view.case.opens_with_figure())),
    ("asked_year_in_content", 18, |view| flag(view.content.iter().any(|(_, s)| s.figures > 0 && view.case.asked_year(s)))),
    ("pointers", 3, |view| part(view.pointers.len(), 4)),
    ("content_before", -14, |view| part(view.content_before(), 4)),
    ("annex_or_site", -7, |view| view.refers(&[ExternalKind::Annex, ExternalKind::Website])),
    ("takes_up_the_question", -12, |view| flag(view.pointers.iter().any(|(_, s)| s.takes_up))),
    ("deferral_first", -9, |view| flag(view.first(|s| s.deferral.as_ref().is_some_and(|deferral| deferral.worded)))),
];

/// A row of the published table: a feature with its points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Its name, as `explain` shows it.
    pub name: &'static str,
    /// Its points in tenths, where it holds wholly; above zero they speak for an answer that the letter itself gives.
    pub tenths: i16,
    /// What it looks at, in Dutch.
    pub dutch: &'static str,
    /// The same in English.
    pub english: &'static str,
}

impl Features {
    /// Coded answers that were weighed, of twelve sets of letters: (decided right, all). The points were fitted on answers among them.
    pub const HELD: (u32, u32) = (557, 616);

    /// Those of them in letters that were written after the points had been fixed: (decided right, all).
    pub const HELD_LATER: (u32, u32) = (216, 242);

    /// Those among 450 pairs, half of them near misses, before anyone who wrote rules had read them: (decided right, all).
    pub const HELD_AT_FIRST: (u32, u32) = (146, 219);

    /// The points of an answer in which no feature holds, in tenths.
    pub const CONSTANT: i16 = -8;

    /// The features with their points, in the order of the table.
    ///
    /// # Example: an opening "yes" or "no" speaks for an answer of the letter's own
    /// ```
    /// use antwoordmeter::coder::Features;
    /// let opens = Features::table().find(|row| row.name == "opens").expect("a feature");
    /// assert!(opens.tenths > 0 && opens.english.contains("yes"));
    /// ```
    pub fn table() -> impl Iterator<Item = Weighed> {
        let rows = FEATURES.iter().zip(SAID);
        rows.map(|((name, tenths, _), (_, dutch, english))| Weighed { name, tenths: *tenths, dutch, english })
    }

    /// The features that hold, with their points in tenths, the heaviest first; the constant comes last.
    pub fn weighed(&self) -> Vec<(&'static str, f32)> {
        let mut weighed: Vec<_> = self.points_of_each().filter(|(_, points)| points.abs() >= 0.5).collect();
        weighed.sort_by(|(_, one), (_, other)| other.abs().total_cmp(&one.abs()));
        weighed.push(("constant", f32::from(Self::CONSTANT)));
        weighed
    }

    /// The points together, in tenths: above zero the answer's own content outweighs its pointers.
    pub fn points(&self) -> f32 {
        self.points_of_each().map(|(_, points)| points).sum::<f32>() + f32::from(Self::CONSTANT)
    }

    fn points_of_each(&self) -> impl Iterator<Item = (&'static str, f32)> {
        self.values.iter().zip(FEATURES).map(|(value, (name, points, _))| (*name, value * f32::from(*points)))
    }
}

/// A sentence of an answer with its place.
type Placed<'a> = (usize, &'a Statement);

/// An answer as the features look at it.
struct View<'a> {
    case: &'a Case<'a>,
    /// What its question is after.
    kind: Option<AskKind>,
    content: Vec<Placed<'a>>,
    pointers: Vec<Placed<'a>>,
    /// The first sentence, where that is content.
    lead: Option<&'a Statement>,
}

impl<'a> View<'a> {
    fn of(case: &'a Case) -> Self {
        let content: Vec<_> = case.content().collect();
        let pointers = case.statements.iter().enumerate().filter(|(_, s)| s.points_out()).collect();
        let lead = content.first().filter(|(at, _)| *at == 0).map(|(_, s)| *s);
        View { case, kind: case.asks.first().map(|ask| ask.kind), content, pointers, lead }
    }

    fn asks(&self, kind: AskKind) -> f32 {
        flag(self.kind == Some(kind))
    }

    /// Whether a pointer defers so.
    fn defers(&self, so: impl Fn(&Deferral) -> bool) -> f32 {
        flag(self.pointers.iter().any(|(_, s)| s.deferral.as_ref().is_some_and(&so)))
    }

    /// Whether a pointer refers to one of these.
    fn refers(&self, kinds: &[ExternalKind]) -> f32 {
        flag(self.pointers.iter().any(|(_, s)| s.external.is_some_and(|kind| kinds.contains(&kind))))
    }

    fn first(&self, is: impl Fn(&Statement) -> bool) -> bool {
        self.case.statements.first().is_some_and(is)
    }

    /// Words of the whole answer.
    fn words(&self) -> usize {
        self.case.answer.reading.words().len()
    }

    /// Words of meaning that the ask and a sentence share.
    fn shared(&self, statement: &Statement) -> usize {
        self.case.asks.first().map_or(0, |ask| self.case.shares(ask, statement))
    }

    fn most_shared(&self, statements: &[Placed]) -> usize {
        statements.iter().map(|(_, s)| self.shared(s)).max().unwrap_or(0)
    }

    /// Sentences of content before the first pointer.
    fn content_before(&self) -> usize {
        self.pointers.first().map_or(0, |(at, _)| self.content.iter().filter(|(other, _)| other < at).count())
    }
}

fn flag(value: bool) -> f32 {
    if value { 1.0 } else { 0.0 }
}

/// A count as a part of `full`, at most 1.
fn part(count: usize, full: usize) -> f32 {
    share(count, full).min(1.0)
}

/// A count as a share of `total`; 0 of nothing.
fn share(count: usize, total: usize) -> f32 {
    count as f32 / total.max(1) as f32
}

fn words(statements: &[Placed]) -> usize {
    statements.iter().map(|(_, s)| s.words.len()).sum()
}

/// A pointer that neither refers elsewhere nor says in so many words that something, or a document, comes.
fn is_weak(statement: &Statement) -> bool {
    let deferral = statement.deferral.as_ref();
    statement.external.is_none() && deferral.is_none_or(|deferral| !deferral.worded && deferral.kind != DeferralKind::Document)
}

impl Case<'_> {
    /// The features of an answer with at least one pointer.
    pub(super) fn features(&self) -> Features {
        let view = View::of(self);
        let mut values = [0.0; FEATURES.len()];
        for (value, (_, _, holds)) in values.iter_mut().zip(FEATURES) {
            *value = holds(&view);
        }
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
    pub(super) fn asked_year(&self, statement: &Statement) -> bool {
        let words = self.asks.first().map_or(0..0, |ask| ask.words.clone());
        words
            .map(|word| self.question.reading.folded(word))
            .filter(|word| word.len() == 4 && word.starts_with("20"))
            .any(|year| statement.words.clone().any(|word| self.answer.reading.folded(word) == year))
    }

    /// Whether a pointer speaks of what was asked: it points back at it, names the question, or has no other object.
    fn speaks_of_it(&self, statement: &Statement) -> bool {
        let head = statement.words.start..statement.words.end.min(statement.words.start + 7);
        head.into_iter().any(|word| self.answer.is(word, Vocabulary::PointingBack)) || statement.words.len() <= 8
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{FEATURES, SAID};

    #[test]
    fn every_feature_has_a_name_of_its_own_and_points() {
        let names: BTreeSet<_> = FEATURES.iter().map(|(name, ..)| name).collect();
        assert_eq!(names.len(), FEATURES.len());
        assert!(FEATURES.iter().all(|(_, points, _)| *points != 0), "a feature without points says nothing");
    }

    #[test]
    fn every_feature_is_said_in_words_at_its_place() {
        let (names, said): (Vec<_>, Vec<_>) =
            (FEATURES.iter().map(|(name, ..)| name).collect(), SAID.iter().map(|(name, ..)| name).collect());
        assert_eq!(names, said);
    }
}
