//! How often a word may be expected, so that a pattern is looked for by its rarest word.
//!
//! The numbers only steer the search: whatever they are, the same cues are found.

use std::collections::{BTreeMap, HashMap};

use super::load::{List, Steps};
use super::memory::Hashing;
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
    weights: HashMap<Atom, u32, Hashing>,
}

impl Rarity {
    pub fn new(common: &[Atom], lists: &[List], steps: &[Steps]) -> Self {
        let mut ranks: BTreeMap<&str, u32> = BTreeMap::new();
        for (rank, atom) in (1..).zip(common) {
            if let Atom::Word(word) = atom {
                ranks.entry(word).or_insert(TOP / rank);
            }
        }
        let mut uses: HashMap<&Atom, u32, Hashing> = HashMap::default();
        for (atom, of_pattern) in steps.iter().flat_map(Steps::atoms) {
            *uses.entry(atom).or_default() += u32::from(of_pattern);
        }
        for atom in lists.iter().flat_map(|list| &list.atoms) {
            uses.entry(atom).or_default();
        }
        let shared = |uses: u32| uses.min(1_000) * USE;
        let mut weights: HashMap<Atom, u32, Hashing> = HashMap::default();
        weights.extend(uses.iter().map(|(atom, uses)| ((*atom).clone(), shared(*uses) + alone(atom, &ranks))));
        for list in lists {
            let atom = Atom::List(list.name.clone());
            let words: u32 = list.atoms.iter().filter_map(|atom| weights.get(atom)).sum();
            let uses = uses.get(&atom).copied().unwrap_or(0);
            weights.insert(atom, shared(uses) + words);
        }
        Self { weights }
    }

    /// Of one alternative.
    pub fn weight(&self, atom: &Atom) -> u32 {
        self.weights.get(atom).copied().unwrap_or(WORD)
    }

    /// Of a step: of all its alternatives together.
    pub fn of(&self, step: &Step) -> u32 {
        step.alternatives.iter().map(|atom| self.weight(atom)).sum()
    }
}

/// The weight of an alternative that no pattern has, from the `ranks` of the frequent words.
fn alone(atom: &Atom, ranks: &BTreeMap<&str, u32>) -> u32 {
    let wild = |stem: &str, fits: &dyn Fn(&str) -> bool| {
        let common: u32 = ranks.iter().filter(|(word, _)| fits(word)).map(|(_, weight)| weight).sum();
        common + WORD + WILD / stem.len().max(1) as u32
    };
    match atom {
        Atom::Word(word) => ranks.get(word.as_str()).copied().unwrap_or(WORD),
        Atom::Prefix(stem) => wild(stem, &|word| word.starts_with(stem.as_str())),
        Atom::Suffix(stem) => wild(stem, &|word| word.ends_with(stem.as_str())),
        Atom::List(_) => 0,
    }
}
