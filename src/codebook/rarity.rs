//! How often a word may be expected, so that a pattern is looked for by its rarest word.
//!
//! The numbers only steer the search: whatever they are, the same cues are found.

use std::collections::BTreeMap;

use super::load::{List, Steps};
use super::pattern::{Atom, Step};

/// The weight of the most frequent word; that of rank `r` is `TOP / r` (Zipf).
const TOP: u32 = 60_000;
/// The weight of a word that is not in the list of frequent words.
const WORD: u32 = 60;
/// What each pattern that has a word adds: words of many rules are words of many letters.
const USE: u32 = 3;
/// The weight of a wildcard with a stem of one letter.
const WILD: u32 = 2_000;

/// Expected frequencies, in no unit.
#[derive(Debug)]
pub(super) struct Rarity {
    common: BTreeMap<String, u32>,
    uses: BTreeMap<Atom, u32>,
    lists: BTreeMap<String, u32>,
}

impl Rarity {
    pub fn new(common: &[Atom], lists: &[List], steps: &[Steps]) -> Self {
        let mut rarity = Self { common: BTreeMap::new(), uses: BTreeMap::new(), lists: BTreeMap::new() };
        for (rank, atom) in (1..).zip(common) {
            if let Atom::Word(word) = atom {
                rarity.common.entry(word.clone()).or_insert(TOP / rank);
            }
        }
        for atom in steps.iter().flat_map(|steps| steps.patterns.iter().flatten().flatten()).flat_map(|step| &step.alternatives) {
            *rarity.uses.entry(atom.clone()).or_default() += 1;
        }
        for list in lists {
            let weight = list.atoms.iter().map(|atom| rarity.weight(atom)).sum();
            rarity.lists.insert(list.name.clone(), weight);
        }
        rarity
    }

    /// Of one alternative.
    pub fn weight(&self, atom: &Atom) -> u32 {
        let uses = self.uses.get(atom).copied().unwrap_or(0).min(1_000) * USE;
        let wild = |stem: &str, fits: &dyn Fn(&str) -> bool| {
            let common: u32 = self.common.iter().filter(|(word, _)| fits(word)).map(|(_, weight)| weight).sum();
            common + WORD + WILD / stem.len().max(1) as u32
        };
        uses + match atom {
            Atom::Word(word) => self.common.get(word).copied().unwrap_or(WORD),
            Atom::Prefix(stem) => wild(stem, &|word| word.starts_with(stem.as_str())),
            Atom::Suffix(stem) => wild(stem, &|word| word.ends_with(stem.as_str())),
            Atom::List(name) => self.lists.get(name).copied().unwrap_or(WORD),
        }
    }

    /// Of a step: of all its alternatives together.
    pub fn of(&self, step: &Step) -> u32 {
        step.alternatives.iter().map(|atom| self.weight(atom)).sum()
    }
}
