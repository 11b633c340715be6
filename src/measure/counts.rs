//! How many answers are what: the only thing that tables, charts and the summary know of a theme.

use std::collections::HashMap;
use std::iter::Sum;
use std::ops::AddAssign;

use serde::Serialize;

use super::share::Share;
use crate::coding::{Class, Coding, DeferralKind};

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
}

/// What one answer adds to [`Counts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Its class.
    pub class: Class,
    /// Its own words defer to a document.
    pub defers: bool,
    /// It defers to a document, or it only refers to an answer that does.
    pub reaches: bool,
}

impl Tally {
    /// What each of the codings of one letter adds, in their order.
    ///
    /// References are followed within `codings`: a target that is not among them, or that points back, adds nothing.
    pub fn of(codings: &[&Coding]) -> Vec<Self> {
        let own: Vec<bool> = codings.iter().map(|coding| coding.deferral == Some(DeferralKind::Document)).collect();
        let reached = reaching(codings, &own);
        codings.iter().zip(own).zip(reached).map(|((coding, defers), reaches)| Self { class: coding.class, defers, reaches }).collect()
    }
}

/// Which codings defer to a document themselves or reach one that does by way of `via`.
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
    /// Names of the counts, as the tables have them.
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
        self.defers_to_document += u32::from(tally.defers);
        self.defers_including_references += u32::from(tally.reaches);
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
    use crate::coding::{Class, Coding, DeferralKind};

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

    fn letter() -> Vec<Coding> {
        let document = Some(DeferralKind::Document);
        vec![
            coding("1", Class::Deferral, document, &[]),
            coding("2", Class::Deferral, None, &["1"]),
            coding("3", Class::Deferral, None, &["9", "2"]),
            coding("4", Class::Substantive, document, &[]),
            coding("5", Class::Deferral, Some(DeferralKind::Moment), &[]),
            coding("6", Class::Unresolved, None, &["7"]),
            coding("7", Class::Unresolved, None, &["6"]),
            coding("8", Class::Unanswered, None, &[]),
            coding("10", Class::ExternalReference, None, &[]),
            coding("11", Class::Unresolved, None, &["99"]),
        ]
    }

    #[test]
    fn counts_each_definition_of_deferring() {
        let codings = letter();
        let counts: Counts = Tally::of(&codings.iter().collect::<Vec<_>>()).into_iter().collect();
        assert_eq!(counts.all(), [10, 9, 1, 4, 1, 3, 2, 4]);
    }

    #[test]
    fn counts_of_parts_add_up() {
        let codings = letter();
        let tallies = Tally::of(&codings.iter().collect::<Vec<_>>());
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
        let tallies = Tally::of(&codings.iter().collect::<Vec<_>>());
        assert!(tallies.iter().all(|tally| tally.reaches));
        assert_eq!(tallies.iter().filter(|tally| tally.defers).count(), 1);
    }

    #[test]
    fn shares_are_of_the_answered() {
        let codings = letter();
        let counts: Counts = Tally::of(&codings.iter().collect::<Vec<_>>()).into_iter().collect();
        let [substantive, .., including] = counts.shares();
        assert_eq!(substantive.map(|share| (share.count, share.total)), Some((1, 9)));
        assert_eq!(including.map(|share| (share.count, share.total)), Some((4, 9)));
        assert_eq!(Counts { questions: 4, answered: 4, ..Counts::default() }.shares(), [None; 6]);
    }
}
