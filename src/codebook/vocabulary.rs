//! What the codebook knows of a word: which steps of its patterns the word satisfies.
//!
//! Steps with the same alternatives are one *element*. All words that satisfy the same elements for the same
//! reason are one *class*: a word that patterns or lists spell out has a class of its own, any other word has
//! the class of the longest stem that it begins with and that of the longest stem that it ends with. So the
//! symbol of a word is known from the codebook alone, and is the same in every thread.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::load::{List, Steps};
use super::memory::Hashing;
use super::pattern::Atom;
use super::rarity::Rarity;

/// What the codebook knows of a word: the class of the word or of its beginning, and that of its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SymbolId {
    head: u32,
    tail: u32,
}

/// A word list of a codebook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ListId(u32);

/// Which of a few lists hold a word, for all words at once.
#[derive(Clone, Debug, Default)]
pub struct Membership(Vec<u64>);

impl Membership {
    /// A bit for each list that holds the words of this symbol, in the order in which the lists were given.
    pub fn of(&self, symbol: SymbolId) -> u64 {
        symbol.classes().into_iter().filter_map(|class| self.0.get(class as usize)).fold(0, |all, bits| all | bits)
    }
}

/// The elements with their numbers: a list of alternatives each.
pub(super) type Elements = HashMap<Vec<Atom>, u32, Hashing>;

/// Alternatives as bits: two that share no bit have nothing in common, two that do may have.
pub(super) type Mask = u128;

#[derive(Debug, Default)]
struct Class {
    mask: Mask,
    /// Sorted.
    elements: Vec<u32>,
}

/// All words and stems of the patterns and lists.
#[derive(Debug)]
pub(super) struct Vocabulary {
    words: HashMap<Box<str>, u32, Hashing>,
    prefixes: Stems,
    suffixes: Stems,
    /// Class 0 is that of the words that no pattern asks for.
    classes: Vec<Class>,
    /// What the alternatives of each element look like.
    masks: Vec<Mask>,
}

#[derive(Debug, Default)]
struct Stems {
    classes: HashMap<Box<str>, u32, Hashing>,
    /// Lengths in bytes that occur, longest first.
    lengths: Vec<usize>,
    /// The outermost byte of each stem, sorted: the one that the word begins or ends with.
    edges: Vec<u8>,
}

impl Stems {
    /// Takes the stems; `edge` gives the outermost byte of one.
    fn of<'s>(stems: impl Iterator<Item = &'s str>, edge: fn(&[u8]) -> Option<&u8>) -> Self {
        let (mut lengths, mut edges) = (BTreeSet::new(), BTreeSet::new());
        for stem in stems {
            lengths.insert(stem.len());
            edges.extend(edge(stem.as_bytes()));
        }
        Self { classes: HashMap::default(), lengths: lengths.into_iter().rev().collect(), edges: edges.into_iter().collect() }
    }

    /// The class of the longest stem; `cut` takes so many bytes from the word, whose outermost one is `edge`.
    fn longest(&self, word: &str, edge: Option<&u8>, cut: fn(&str, usize) -> Option<&str>) -> u32 {
        if edge.is_none_or(|edge| !self.edges.contains(edge)) {
            return 0;
        }
        let mut stems = self.lengths.iter().filter_map(|length| cut(word, *length));
        stems.find_map(|stem| self.classes.get(stem)).copied().unwrap_or(0)
    }
}

fn head(word: &str, length: usize) -> Option<&str> {
    word.get(..length)
}

fn tail(word: &str, length: usize) -> Option<&str> {
    word.len().checked_sub(length).and_then(|from| word.get(from..))
}

impl Vocabulary {
    /// The vocabulary of the lists and patterns; numbers the elements and gives each list its id.
    pub fn new(lists: &mut [List], steps: &[Steps], rarity: &Rarity) -> (Self, Elements) {
        let mut elements = Elements::default();
        let mut number = |alternatives: &[Atom]| {
            let next = elements.len() as u32;
            // Few of the many steps are new, and only those are copied.
            elements.get(alternatives).copied().unwrap_or_else(|| *elements.entry(alternatives.to_vec()).or_insert(next))
        };
        for list in lists.iter_mut() {
            list.id = ListId(number(&[Atom::List(list.name.clone())]));
        }
        for step in steps.iter().flat_map(|steps| steps.patterns.iter().chain(&steps.unless)).flatten().flatten() {
            number(&step.alternatives);
        }
        let mut made = Self {
            words: HashMap::default(),
            prefixes: Stems::default(),
            suffixes: Stems::default(),
            classes: vec![Class::default()],
            masks: vec![0; elements.len()],
        };
        let bits = bits(&elements, rarity);
        for (alternatives, element) in &elements {
            let mask = alternatives.iter().filter_map(|atom| bits.get(atom)).fold(0, |mask, bit| mask | bit);
            made.masks[*element as usize] = mask;
        }
        made.classify(&members(lists, &elements, &bits));
        (made, elements)
    }

    /// Makes the class of each word and stem: what asks for it, and for the stems within it.
    fn classify(&mut self, members: &[(&Atom, Class)]) {
        let (mut prefixes, mut suffixes): (HashMap<&str, &Class, Hashing>, HashMap<&str, &Class, Hashing>) = Default::default();
        for (atom, class) in members {
            match atom {
                Atom::Prefix(stem) => drop(prefixes.insert(stem, class)),
                Atom::Suffix(stem) => drop(suffixes.insert(stem, class)),
                Atom::Word(_) | Atom::List(_) => {}
            }
        }
        self.prefixes = Stems::of(prefixes.keys().copied(), <[u8]>::first);
        self.suffixes = Stems::of(suffixes.keys().copied(), <[u8]>::last);
        for (atom, own) in members {
            let begins = |word: &str| -> Vec<&Class> {
                self.prefixes.lengths.iter().filter_map(|length| prefixes.get(head(word, *length)?).copied()).collect()
            };
            let ends = |word: &str| -> Vec<&Class> {
                self.suffixes.lengths.iter().filter_map(|length| suffixes.get(tail(word, *length)?).copied()).collect()
            };
            let (text, within) = match atom {
                Atom::Word(word) => (word, [begins(word), ends(word)].concat()),
                Atom::Prefix(stem) => (stem, begins(stem)),
                Atom::Suffix(stem) => (stem, ends(stem)),
                Atom::List(_) => continue,
            };
            let mut class = Class { mask: own.mask, elements: own.elements.clone() };
            for more in within {
                class.mask |= more.mask;
                class.elements.extend(&more.elements);
            }
            class.elements.sort_unstable();
            class.elements.dedup();
            let number = self.classes.len() as u32;
            self.classes.push(class);
            match atom {
                Atom::Prefix(_) => &mut self.prefixes.classes,
                Atom::Suffix(_) => &mut self.suffixes.classes,
                Atom::Word(_) | Atom::List(_) => &mut self.words,
            }
            .insert(text.as_str().into(), number);
        }
    }

    /// The symbol of a folded word.
    pub fn symbol(&self, word: &str) -> SymbolId {
        if let Some(class) = self.words.get(word) {
            return SymbolId { head: *class, tail: 0 };
        }
        let bytes = word.as_bytes();
        SymbolId { head: self.prefixes.longest(word, bytes.first(), head), tail: self.suffixes.longest(word, bytes.last(), tail) }
    }

    /// Which of `lists`, 64 at most, hold the words of each class.
    pub fn membership(&self, lists: &[Option<ListId>]) -> Membership {
        let bits = |class: &Class| {
            let held = |list: &Option<ListId>| list.is_some_and(|list| class.elements.binary_search(&list.0).is_ok());
            (0..u64::BITS).zip(lists).filter(|(_, list)| held(list)).fold(0, |bits, (at, _)| bits | 1 << at)
        };
        Membership(self.classes.iter().map(bits).collect())
    }

    /// Whether words of this symbol satisfy an element.
    pub fn has(&self, symbol: SymbolId, element: u32) -> bool {
        self.elements(symbol.head).binary_search(&element).is_ok() || self.elements(symbol.tail).binary_search(&element).is_ok()
    }

    /// What the alternatives look like that words of this symbol satisfy.
    pub fn mask(&self, symbol: SymbolId) -> Mask {
        let mask = |class: u32| self.classes.get(class as usize).map_or(0, |class| class.mask);
        mask(symbol.head) | mask(symbol.tail)
    }

    /// What the alternatives of an element look like.
    pub fn element_mask(&self, element: u32) -> Mask {
        self.masks.get(element as usize).copied().unwrap_or(0)
    }

    /// The elements of a class, sorted.
    pub fn elements(&self, class: u32) -> &[u32] {
        self.classes.get(class as usize).map_or(&[], |class| &class.elements)
    }

    /// How many classes there are.
    pub fn classes(&self) -> usize {
        self.classes.len()
    }
}

impl SymbolId {
    /// The classes that a word of this symbol has.
    pub(super) fn classes(self) -> [u32; 2] {
        [self.head, self.tail]
    }
}

/// A bit for each alternative; the most frequent ones do not share theirs with one another.
fn bits<'e>(elements: &'e Elements, rarity: &Rarity) -> HashMap<&'e Atom, Mask, Hashing> {
    let alternatives: HashSet<&Atom, Hashing> = elements.keys().flatten().collect();
    let mut ranked: Vec<_> = alternatives.into_iter().map(|atom| (Reverse(rarity.weight(atom)), atom)).collect();
    ranked.sort_unstable();
    ranked.into_iter().zip(0_u32..).map(|((_, atom), rank)| (atom, 1 << (rank % Mask::BITS))).collect()
}

/// For each word and stem, in the order of the alphabet: the elements that ask for it, itself or through a list.
fn members<'m>(lists: &'m [List], elements: &'m Elements, bits: &HashMap<&Atom, Mask, Hashing>) -> Vec<(&'m Atom, Class)> {
    let mut members: HashMap<&Atom, Class, Hashing> = HashMap::default();
    let words = |name: &str| lists.iter().find(|list| list.name == name).map_or(&[][..], |list| &list.atoms);
    for (alternatives, element) in elements {
        for alternative in alternatives {
            let atoms = if let Atom::List(name) = alternative { words(name) } else { std::slice::from_ref(alternative) };
            let bit = bits.get(alternative).copied().unwrap_or(0);
            for atom in atoms {
                let class = members.entry(atom).or_default();
                class.elements.push(*element);
                class.mask |= bit;
            }
        }
    }
    let mut members: Vec<_> = members.into_iter().collect();
    members.sort_unstable_by_key(|(atom, _)| *atom);
    members
}
