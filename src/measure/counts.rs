//! How many answers are what: the only thing that tables, charts and the summary know of a theme.

use std::collections::HashMap;
use std::iter::Sum;
use std::ops::AddAssign;

use serde::Serialize;

use super::share::Share;
use crate::coding::{Class, Coding, DeferralKind, Due};

/// Counts of questions; those of two disjoint sets add up to those of both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Numbered questions.
    pub questions: u32,
    /// Questions with an answer, `unresolved` included: what shares are shares of.
    pub answered: u32,
    /// Answers of the class substantive.
    pub substantive: u32,
    /// Answers of the class deferral.
    pub deferral: u32,
    /// Answers of the class external reference.
    pub external_reference: u32,
    /// Answers that point at an answer that is missing or points back.
    pub unresolved: u32,
    /// Answers whose own words defer to a document, whatever their class.
    pub defers_to_document: u32,
    /// Those, and the answers that only refer to such an answer, directly or by way of others.
    pub defers_including_references: u32,
    /// Narrower than `defers_to_document`: only where the letter gives the document a date.
    pub defers_with_date: u32,
    /// Wider than `defers_to_document`: also answers that refer to a document that appears every year, without naming an edition.
    pub defers_or_recurring: u32,
    /// Wider than `defers_to_document`: also answers whose own words defer to a moment without a document.
    pub defers_or_moment: u32,
    /// Wider than `defers_or_moment`: also answers whose own words defer without a document or moment.
    pub defers_at_all: u32,
    /// The widest: answers of `defers_at_all` and `defers_or_recurring`, and those that only refer to one of these.
    pub defers_widest: u32,
}

/// What one answer adds to [`Counts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Its class.
    class: Class,
    /// What its own words defer to.
    deferral: Option<DeferralKind>,
    /// It defers to a document that has a date.
    dated: bool,
    /// It refers to a document that appears every year.
    recurring: bool,
    /// What it comes to when references are followed.
    reach: Reach,
}

/// What an answer comes to, by its own words or by way of the answers that it only refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    Nothing,
    /// Something later, or a document that appears every year.
    Later,
    /// A document that was not yet available.
    Document,
}

impl Tally {
    /// What each of the codings of one letter adds, in their order; `recurring` tells of a coding, by its place, whether the answer
    /// refers to a document that appears every year.
    ///
    /// References are followed within `codings`: a target that is not among them, or that points back, adds nothing.
    pub fn of(codings: &[&Coding], recurring: impl Fn(usize) -> bool) -> Vec<Self> {
        let mut tallies: Vec<Self> = codings
            .iter()
            .enumerate()
            .map(|(place, coding)| {
                let document = coding.deferral == Some(DeferralKind::Document);
                let recurring = recurring(place);
                let reach = match coding.deferral {
                    Some(DeferralKind::Document) => Reach::Document,
                    Some(_) => Reach::Later,
                    None if recurring => Reach::Later,
                    None => Reach::Nothing,
                };
                let dated = document && matches!(coding.due, Some(Due::Interval(_)));
                Self { class: coding.class, deferral: coding.deferral, dated, recurring, reach }
            })
            .collect();
        for goal in [Reach::Later, Reach::Document] {
            let own: Vec<bool> = tallies.iter().map(|tally| tally.reach >= goal).collect();
            for (tally, reached) in tallies.iter_mut().zip(reaching(codings, &own)) {
                if reached {
                    tally.reach = tally.reach.max(goal);
                }
            }
        }
        tallies
    }

    const fn defers_to_document(self) -> bool {
        matches!(self.deferral, Some(DeferralKind::Document))
    }
}

/// Which codings are among `own` or reach one that is by way of `via`.
fn reaching(codings: &[&Coding], own: &[bool]) -> Vec<bool> {
    let mut reached = own.to_vec();
    if codings.iter().all(|coding| coding.via.is_empty()) {
        return reached;
    }
    let place: HashMap<&str, usize> = codings.iter().enumerate().map(|(index, coding)| (coding.id.as_str(), index)).collect();
    let mut sources = vec![Vec::new(); codings.len()];
    for (index, coding) in codings.iter().enumerate() {
        for target in coding.via.iter().filter_map(|id| place.get(id.as_str())) {
            if let Some(from) = sources.get_mut(*target) {
                from.push(index);
            }
        }
    }
    let mut open: Vec<usize> = own.iter().enumerate().filter_map(|(index, defers)| defers.then_some(index)).collect();
    while let Some(target) = open.pop() {
        for source in sources.get(target).into_iter().flatten() {
            if let Some(seen) = reached.get_mut(*source).filter(|seen| !**seen) {
                *seen = true;
                open.push(*source);
            }
        }
    }
    reached
}

impl Counts {
    /// Names of the counts that the tables have; the others are of definitions that a chart compares.
    pub const NAMES: [&str; 8] = [
        "questions",
        "answered",
        "substantive",
        "deferral",
        "external_reference",
        "unresolved",
        "defers_to_document",
        "defers_including_references",
    ];

    /// The counts in the order of [`Counts::NAMES`].
    pub const fn all(self) -> [u32; 8] {
        [
            self.questions,
            self.answered,
            self.substantive,
            self.deferral,
            self.external_reference,
            self.unresolved,
            self.defers_to_document,
            self.defers_including_references,
        ]
    }

    /// Shares of the answered questions, in the order of [`Counts::NAMES`] from the third.
    pub fn shares(self) -> [Option<Share>; 6] {
        let [_, answered, rest @ ..] = self.all();
        rest.map(|count| Share::of(count, answered))
    }
}

impl AddAssign<Tally> for Counts {
    fn add_assign(&mut self, tally: Tally) {
        self.questions += 1;
        self.answered += u32::from(tally.class != Class::Unanswered);
        match tally.class {
            Class::Substantive => self.substantive += 1,
            Class::Deferral => self.deferral += 1,
            Class::ExternalReference => self.external_reference += 1,
            Class::Unresolved => self.unresolved += 1,
            Class::Unanswered => {}
        }
        let document = tally.defers_to_document();
        let moment = tally.deferral == Some(DeferralKind::Moment);
        self.defers_to_document += u32::from(document);
        self.defers_including_references += u32::from(tally.reach == Reach::Document);
        self.defers_with_date += u32::from(tally.dated);
        self.defers_or_recurring += u32::from(document || tally.recurring);
        self.defers_or_moment += u32::from(document || moment);
        self.defers_at_all += u32::from(tally.deferral.is_some());
        self.defers_widest += u32::from(tally.reach > Reach::Nothing);
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.questions += other.questions;
        self.answered += other.answered;
        self.substantive += other.substantive;
        self.deferral += other.deferral;
        self.external_reference += other.external_reference;
        self.unresolved += other.unresolved;
        self.defers_to_document += other.defers_to_document;
        self.defers_including_references += other.defers_including_references;
        self.defers_with_date += other.defers_with_date;
        self.defers_or_recurring += other.defers_or_recurring;
        self.defers_or_moment += other.defers_or_moment;
        self.defers_at_all += other.defers_at_all;
        self.defers_widest += other.defers_widest;
    }
}

impl FromIterator<Tally> for Counts {
    fn from_iter<I: IntoIterator<Item = Tally>>(tallies: I) -> Self {
        let mut counts = Self::default();
        for tally in tallies {
            counts += tally;
        }
        counts
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        let mut counts = Self::default();
        for part in parts {
            counts += part;
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, Tally};
    use crate::coding::{Class, Coding, DeferralKind, Due};
    use crate::time::{Date, Interval};

    fn coding(number: &str, class: Class, deferral: Option<DeferralKind>, via: &[&str]) -> Coding {
        Coding {
            id: format!("brief#{number}"),
            number: number.to_owned(),
            class,
            via: via.iter().map(|target| format!("brief#{target}")).collect(),
            shared: false,
            deferral,
            document: String::new(),
            due: None,
            external: None,
            internal: Vec::new(),
            no_information: false,
            refusal: false,
        }
    }

    /// Answer 10 refers to a document that appears every year.
    fn tallies(codings: &[Coding]) -> Vec<Tally> {
        Tally::of(&codings.iter().collect::<Vec<_>>(), |place| codings[place].number == "10")
    }

    fn letter() -> Vec<Coding> {
        let document = Some(DeferralKind::Document);
        vec![
            coding("1", Class::Deferral, document, &[]),
            coding("2", Class::Deferral, None, &["1"]),
            coding("3", Class::Deferral, None, &["9", "2"]),
            Coding { due: Some(Due::Interval(Interval::day(Date::MAX))), ..coding("4", Class::Substantive, document, &[]) },
            coding("5", Class::Deferral, Some(DeferralKind::Moment), &[]),
            coding("6", Class::Unresolved, None, &["7"]),
            coding("7", Class::Unresolved, None, &["6"]),
            coding("8", Class::Unanswered, None, &[]),
            coding("10", Class::ExternalReference, None, &[]),
            coding("11", Class::Unresolved, None, &["99"]),
            Coding { due: Some(Due::Conditional), ..coding("12", Class::Deferral, Some(DeferralKind::Open), &[]) },
            coding("13", Class::Deferral, None, &["12"]),
            coding("14", Class::ExternalReference, None, &["10"]),
        ]
    }

    #[test]
    fn counts_each_definition_of_deferring() {
        let codings = letter();
        let counts: Counts = tallies(&codings).into_iter().collect();
        assert_eq!(counts.all(), [13, 12, 1, 6, 2, 3, 2, 4]);
        assert_eq!((counts.defers_with_date, counts.defers_or_recurring), (1, 3));
        assert_eq!((counts.defers_or_moment, counts.defers_at_all, counts.defers_widest), (3, 4, 9));
    }

    #[test]
    fn counts_of_parts_add_up() {
        let codings = letter();
        let tallies = tallies(&codings);
        let all: Counts = tallies.iter().copied().collect();
        for cut in 0..=tallies.len() {
            let (first, second) = tallies.split_at(cut);
            let mut sum: Counts = first.iter().copied().collect();
            sum += second.iter().copied().collect::<Counts>();
            assert_eq!(sum, all);
            assert_eq!(sum.answered, sum.substantive + sum.deferral + sum.external_reference + sum.unresolved);
        }
    }

    #[test]
    fn a_ring_of_references_ends_and_reaches_what_it_touches() {
        let codings = [
            coding("1", Class::Unresolved, None, &["2", "3"]),
            coding("2", Class::Unresolved, None, &["1"]),
            coding("3", Class::Deferral, Some(DeferralKind::Document), &[]),
        ];
        let tallies = tallies(&codings);
        let counts: Counts = tallies.into_iter().collect();
        assert_eq!((counts.defers_to_document, counts.defers_including_references, counts.defers_widest), (1, 3, 3));
    }

    #[test]
    fn shares_are_of_the_answered() {
        let codings = letter();
        let counts: Counts = tallies(&codings).into_iter().collect();
        let [substantive, .., including] = counts.shares();
        assert_eq!(substantive.map(|share| (share.count, share.total)), Some((1, 12)));
        assert_eq!(including.map(|share| (share.count, share.total)), Some((4, 12)));
        assert_eq!(Counts { questions: 4, answered: 4, ..Counts::default() }.shares(), [None; 6]);
    }
}
