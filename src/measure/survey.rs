//! The codings of many letters, added up as far as statistics need them: nothing of an answer is kept but numbers that tell whether another one is like it.

use std::collections::{BTreeMap, HashSet};
use std::ops::AddAssign;

use super::counts::{Counts, Tally};
use super::random::Seed;
use super::texts::{Text, Texts};
use crate::coding::{Coding, DeferralKind, is_edition};

/// What is known of a letter beside its answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its name.
    pub letter: String,
    /// Who wrote it; empty where it does not say.
    pub sender: String,
    /// The year of its date.
    pub year: Option<i16>,
    /// Days since the questions.
    pub days: Option<u32>,
    /// It only asks: nobody could have answered it yet.
    pub asks: bool,
}

/// An answer to one numbered question.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// The heading above the question.
    pub theme: &'a str,
    /// What the coder says of it.
    pub coding: &'a Coding,
    /// It refers to a document that appears every year, without naming an edition.
    pub recurring: bool,
    /// Its text, where it is at hand.
    pub text: Option<Text<'a>>,
}

/// A letter of a survey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// What is known of it.
    pub about: About,
    /// Counts of its answers.
    pub counts: Counts,
    /// Counts by heading, in the order of the alphabet.
    pub themes: Vec<(String, Counts)>,
    /// The document that most of its answers wait for, and how many.
    pub most_awaited: Option<(String, u32)>,
}

impl Member {
    /// What it adds to the counts of several letters: nothing if it only asks.
    pub fn in_total(&self) -> Counts {
        if self.about.asks { Counts::default() } else { self.counts }
    }
}

/// Letters with their counts, and what their answers have in common; those of two parts of a run add up to those of the whole, in any
/// order.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// The seed of the figures on it that draw; the other one of a sum is forgotten.
    pub seed: Seed,
    members: Vec<Member>,
    /// How many answers wait for each document with a name.
    awaited: BTreeMap<(String, String), u32>,
    /// The texts of the answers, one that serves several questions once.
    pub texts: Texts,
}

impl Survey {
    /// Adds a whole letter with its answers in order.
    ///
    /// An answer that serves several questions counts for each of them, but its text is read once.
    ///
    /// # Example: a letter of two answers
    /// ```
    /// use antwoordmeter::coding::{Class, Coding, DeferralKind};
    /// use antwoordmeter::measure::{About, Answer, Survey};
    /// let coding = |number: &str, class, deferral| Coding {
    ///     id: format!("brief#{number}"), number: number.into(), class, deferral, via: vec![], shared: false, document: "jaarverslag 2024".into(),
    ///     due: None, external: None, internal: vec![], no_information: false, refusal: false,
    /// };
    /// let codings = [coding("1", Class::Substantive, None), coding("2", Class::Deferral, Some(DeferralKind::Document))];
    /// let answers = codings.each_ref().map(|coding| Answer { theme: "Wonen", coding, recurring: false, text: None });
    /// let mut survey = Survey::default();
    /// survey.add(About { letter: "brief".into(), ..About::default() }, &answers);
    /// let member = &survey.members()[0];
    /// assert_eq!((member.counts.answered, member.counts.defers_to_document, member.themes.len()), (2, 1, 1));
    /// assert_eq!(member.most_awaited, Some(("jaarverslag 2024".to_owned(), 1)));
    /// ```
    pub fn add(&mut self, about: About, answers: &[Answer<'_>]) {
        let codings: Vec<&Coding> = answers.iter().map(|answer| answer.coding).collect();
        let tallies = Tally::of(&codings, |place| answers.get(place).is_some_and(|answer| answer.recurring));
        let mut member = Member { about, ..Member::default() };
        let mut awaited: BTreeMap<&str, u32> = BTreeMap::new();
        let mut shared: HashSet<&str> = HashSet::new();
        for (answer, tally) in answers.iter().zip(tallies) {
            member.counts += tally;
            match member.themes.iter_mut().find(|(title, _)| title == answer.theme) {
                Some((_, counts)) => *counts += tally,
                None => member.themes.push((answer.theme.to_owned(), [tally].into_iter().collect())),
            }
            if answer.coding.deferral == Some(DeferralKind::Document) && !answer.coding.document.is_empty() {
                *awaited.entry(&answer.coding.document).or_default() += 1;
            }
            if let Some(text) = answer.text.filter(|text| !answer.coding.shared || shared.insert(text.text)) {
                self.texts.add(&member.about.letter, answer.coding.class, text);
            }
        }
        member.themes.sort_by(|one, other| one.0.cmp(&other.0));
        for (document, answers) in &awaited {
            *self.awaited.entry((document.to_lowercase(), owner(document, &member.about))).or_default() += answers;
        }
        // Of two as often, the first by name.
        let most = awaited.iter().max_by_key(|(name, answers)| (**answers, std::cmp::Reverse(**name)));
        member.most_awaited = most.map(|(document, answers)| ((*document).to_owned(), *answers));
        self.members.push(member);
    }

    /// Puts the letters in the order of their names, so that figures do not depend on how a run was divided.
    pub fn sort(&mut self) {
        self.members.sort_by(|one, other| one.about.letter.cmp(&other.about.letter));
    }

    /// The letters, in the order of their names after [`Survey::sort`].
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The document that most answers wait for, with how many; and how many answers wait for any document with a name, and for how many of
    /// them.
    pub fn concentration(&self) -> Option<(&str, u32, u32, usize)> {
        let most = self.awaited.iter().max_by_key(|(key, answers)| (**answers, std::cmp::Reverse(*key)));
        most.map(|((document, _), answers)| (document.as_str(), *answers, self.awaited.values().sum(), self.awaited.len()))
    }
}

/// Who else speaks of the document: an edition ("jaarverslag 2024") is the same in all letters of a sender, "de evaluatie" of each letter
/// is its own.
fn owner(document: &str, about: &About) -> String {
    let edition = is_edition(document) && !about.sender.is_empty();
    if edition { about.sender.to_lowercase() } else { format!("\n{}", about.letter) }
}

impl AddAssign for Survey {
    fn add_assign(&mut self, other: Self) {
        self.members.extend(other.members);
        for (document, answers) in other.awaited {
            *self.awaited.entry(document).or_default() += answers;
        }
        self.texts += other.texts;
    }
}
