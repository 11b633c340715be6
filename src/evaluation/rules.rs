//! Figures per row of the decision table and per rule of the codebook, so that a codebook can be improved with eyes open.

use std::collections::{BTreeMap, BTreeSet};

use super::coders::{Coder, Judged};
use super::compared::Compared;
use super::evidence::{Cue, Evidence};
use super::figure::Measured;
use crate::codebook::Facet;
use crate::coder::Reason;
use crate::codings::Codes;

/// A rule or a row of the decision table: a row of `rules.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Of which of the two.
    pub kind: RuleKind,
    /// Its id, or the code of the row.
    pub name: String,
    /// Answers in which it found something, or whose class it settled.
    pub fired: u32,
    /// Those of them that people coded.
    pub checked: u32,
    /// Of the checked: right of decided. Decided are those to which the coder gave the code that the rule is a sign of, right those to
    /// which people gave it as well.
    pub right: Measured,
    /// Other rules that found words that this one found too, with the number of answers, the most frequent first.
    pub overlaps: Vec<(String, u32)>,
    /// Rules that speak for another code in the same sentence, likewise.
    pub conflicts: Vec<(String, u32)>,
}

/// What a row of `rules.csv` is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleKind {
    /// A row of the decision table.
    Row,
    /// A rule of the codebook that is a sign of this.
    Rule(Facet),
}

/// The rows of the decision table that settled an answer, in their order.
pub fn of_table(judged: &Judged, people: &Coder, seed: u64) -> Vec<Rule> {
    let rows = Reason::all().map(|reason| {
        let (mut fired, mut letters): (u32, BTreeMap<&str, (u32, u32)>) = (0, BTreeMap::new());
        for (place, unit) in judged.units.iter().enumerate().filter(|(_, unit)| unit.reason == Some(reason)) {
            fired += 1;
            let classes = people.codes.get(&place).and_then(|codes| Some((codes.class?, unit.codes.class?)));
            if let Some((expected, given)) = classes {
                let counts = letters.entry(unit.cluster()).or_default();
                counts.0 += u32::from(expected == given);
                counts.1 += 1;
            }
        }
        let checked = letters.values().map(|(_, total)| total).sum();
        let right = Measured::share(&letters, seed);
        Rule { kind: RuleKind::Row, name: reason.code().to_owned(), fired, checked, right, overlaps: Vec::new(), conflicts: Vec::new() }
    });
    rows.filter(|row| row.fired > 0).collect()
}

/// The rules of the codebook that found something, by name.
pub fn of_codebook(judged: &Judged, people: &Coder, evidence: &Evidence, seed: u64) -> Vec<Rule> {
    let mut tallies: Vec<Tally<'_>> = evidence.rules.iter().map(|_| Tally::default()).collect();
    for (place, cues) in &evidence.cues {
        let Some(unit) = judged.units.get(*place) else { continue };
        let fired: BTreeSet<usize> = cues.iter().map(|cue| cue.rule).collect();
        for rule in fired {
            let (Some(tally), Some((_, facet))) = (tallies.get_mut(rule), evidence.rules.get(rule)) else { continue };
            tally.fired += 1;
            tally.meet(rule, cues, evidence);
            let Some(codes) = people.codes.get(place) else { continue };
            tally.checked += 1;
            if let Some(right) = is_right(*facet, &unit.codes, codes) {
                let counts = tally.letters.entry(unit.cluster()).or_default();
                counts.0 += u32::from(right);
                counts.1 += 1;
            }
        }
    }
    let named = |counts: &BTreeMap<usize, u32>| {
        let mut list: Vec<(String, u32)> =
            counts.iter().filter_map(|(rule, count)| Some((evidence.rules.get(*rule)?.0.clone(), *count))).collect();
        list.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        list
    };
    let mut rules: Vec<Rule> = tallies
        .iter()
        .zip(&evidence.rules)
        .map(|(tally, (name, facet))| Rule {
            kind: RuleKind::Rule(*facet),
            name: name.clone(),
            fired: tally.fired,
            checked: tally.checked,
            right: Measured::share(&tally.letters, seed),
            overlaps: named(&tally.overlaps),
            conflicts: named(&tally.conflicts),
        })
        .collect();
    rules.sort_by(|one, other| one.name.cmp(&other.name));
    rules
}

/// What is counted of a rule.
#[derive(Default)]
struct Tally<'j> {
    fired: u32,
    checked: u32,
    letters: BTreeMap<&'j str, (u32, u32)>,
    overlaps: BTreeMap<usize, u32>,
    conflicts: BTreeMap<usize, u32>,
}

impl Tally<'_> {
    /// Counts the rules that this one meets in an answer, each once.
    fn meet(&mut self, rule: usize, cues: &[Cue], evidence: &Evidence) {
        let side = |rule: usize| evidence.rules.get(rule).and_then(|(_, facet)| side(*facet));
        let (mut overlaps, mut conflicts) = (BTreeSet::new(), BTreeSet::new());
        for own in cues.iter().filter(|cue| cue.rule == rule) {
            for other in cues.iter().filter(|cue| cue.rule != rule) {
                if own.start < other.end && other.start < own.end {
                    overlaps.insert(other.rule);
                }
                let (one, two) = (side(rule), side(other.rule));
                if own.sentence == other.sentence && one.is_some() && two.is_some() && one != two {
                    conflicts.insert(other.rule);
                }
            }
        }
        for (met, counts) in [(overlaps, &mut self.overlaps), (conflicts, &mut self.conflicts)] {
            for other in met {
                *counts.entry(other).or_default() += 1;
            }
        }
    }
}

/// The code that a cue of a facet speaks for; nothing for those that only help to read others.
const fn side(facet: Facet) -> Option<Compared> {
    match facet {
        Facet::Deferral | Facet::Delivery | Facet::Forthcoming | Facet::Condition => Some(Compared::Deferral),
        Facet::External | Facet::Cited => Some(Compared::External),
        Facet::Internal => Some(Compared::RefersInside),
        Facet::NoInformation => Some(Compared::NoInformation),
        Facet::Refusal => Some(Compared::Refusal),
        _ => None,
    }
}

/// Whether people gave the code that the rule is a sign of, where the coder did; for a rule that is a sign of no code, whether the class
/// is the same. Nothing where the coder did not, or people do not say.
fn is_right(facet: Facet, coded: &Codes, expected: &Codes) -> Option<bool> {
    match side(facet) {
        // The first code of each list is that there is nothing.
        Some(compared) => {
            let given = compared.place(coded)? > 0;
            let people = compared.place(expected)? > 0;
            given.then_some(people)
        }
        None => Some(coded.class? == expected.class?),
    }
}
