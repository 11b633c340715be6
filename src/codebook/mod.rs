//! The rules of the codebook as data, and all of them found in one pass.
//!
//! A codebook is a folder of TOML files with `[[rule]]`, `[[list]]`, `[[common]]` and `[[usual]]` tables; one folder is
//! embedded, another can take its place. A rule says which words are a cue of a facet, what that means, and
//! shows it on examples. What the cues of an answer make together is left to the coder.
//!
//! `load` refuses a rule that is wrong, with its line; `check` tries every example; `index` finds all rules in one pass, each filed under
//! its rarest word (`rarity`); `vocabulary` makes classes of words that all rules take alike, `memory` is what a thread remembers of words;
//! `usual` is the calendar of `rules/calendar.toml`.
//!
//! # The language of patterns
//! | written | finds |
//! |---|---|
//! | `wordt opgenomen` | these words, one after the other; capitals, accents and punctuation do not count |
//! | `wordt\|worden` | one of these |
//! | `rapport*` | a word that begins so, or is just that |
//! | `*verslag` | a word that ends so, or is just that |
//! | `@stuk` | a word of the list `stuk`; may stand among alternatives: `dit\|@stuk` |
//! | `...` | zero to six words |
//! | `ons?` | this word or none; not at the beginning or end of a pattern; two gaps that meet are one |
//!
//! A cue never leaves its sentence. Of all the ways in which the patterns of one rule fit a sentence, those
//! are reported that contain no other: for each beginning the shortest, and none around another. An `unless` is
//! found in the same way, and takes away the cues of its rule with which it shares a word, gaps included.

use std::ops::Range;
use std::path::Path;

use crate::error::{Error, Result};
use crate::text::Reading;
use crate::time::Interval;

mod check;
mod facet;
mod files;
mod fit;
mod index;
mod join;
mod load;
mod memory;
mod page;
mod pattern;
mod rarity;
mod table;
mod usual;
mod vocabulary;

pub use facet::Facet;
pub use memory::Memory;
pub use vocabulary::{ListId, Membership, SymbolId};

use files::File;
use index::Index;
use load::{List, Place};
use memory::Learn;
use usual::Usual;
use vocabulary::{Mask, Vocabulary};

/// One rule: which words are a cue, and of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, which begins with the code of its facet: `deferral/wordt-opgenomen-in`.
    pub id: String,
    /// What its cues are cues of.
    pub facet: Facet,
    /// Which kind of that facet, one of [`Facet::kinds`]; empty when it does not say.
    pub kind: String,
    /// What the words say, in a sentence for readers.
    pub meaning: String,
    /// The words, in the language of patterns.
    pub patterns: Vec<String>,
    /// Words that take a cue away when they overlap it.
    pub unless: Vec<String>,
    /// Sentences with « » around exactly the words that the rule finds.
    pub examples: Vec<String>,
    /// Sentences in which it finds nothing, although they look like it.
    pub counterexamples: Vec<String>,
    /// Not yet tried on enough letters.
    pub provisional: bool,
}

/// A set of rules and word lists, ready to read with.
#[derive(Debug)]
pub struct Codebook {
    rules: Vec<Rule>,
    places: Vec<Place>,
    lists: Vec<List>,
    usual: Vec<Usual>,
    vocabulary: Vocabulary,
    index: Index,
    /// Of the rules of [`Facet::Ask`] alone.
    asks: Index,
    files: Vec<File>,
    hash: String,
    embedded: bool,
}

/// What was found in one text; its buffers are used again for the next.
#[derive(Clone, Debug, Default)]
pub struct Cued {
    /// For each word of the reading, what the codebook knows of it.
    pub symbols: Vec<SymbolId>,
    /// For each word, what [`Codebook::read_with`] was asked to work out of it.
    pub traits: Vec<u64>,
    masks: Vec<Mask>,
    /// The cues, in order of their place (first word, last word, rule).
    pub cues: Vec<Cue>,
}

/// Words that a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The rule, as an index in [`Codebook::rules`].
    pub rule: u32,
    /// From the first to the last word of the pattern, as indices in the reading, end excluded.
    pub words: Range<u32>,
}

impl Cue {
    /// Its words, as other ranges of words are given.
    pub fn range(&self) -> Range<usize> {
        self.words.start as usize..self.words.end as usize
    }
}

impl Codebook {
    /// The codebook that comes with the program.
    ///
    /// # Errors
    /// The first mistake in its files; a test keeps them without.
    ///
    /// # Example: the cues of a sentence
    /// ```
    /// use antwoordmeter::codebook::{Codebook, Cued, Facet, Memory};
    /// use antwoordmeter::text::Reading;
    ///
    /// let codebook = Codebook::embedded()?;
    /// let reading = Reading::of("De cijfers worden opgenomen in het jaarverslag.");
    /// let (mut memory, mut cued) = (Memory::default(), Cued::default());
    /// codebook.read(&reading, &mut memory, &mut cued);
    /// assert!(cued.cues.iter().any(|cue| codebook.rules()[cue.rule as usize].facet == Facet::Deferral));
    /// # Ok::<(), antwoordmeter::error::Error>(())
    /// ```
    pub fn embedded() -> Result<Self> {
        let made = files::embedded().and_then(|files| join::codebook(files, true));
        made.map_err(|errors| errors.into_iter().next().unwrap_or_else(|| Error::new(Path::new("rules"), "no codebook", "")))
    }

    /// The codebook in the `.toml` files of a folder (not of the folders in it).
    ///
    /// # Errors
    /// All mistakes at once, each with its file, its line, the field that it is in and a remedy.
    /// Whether the examples hold is asked apart: [`Codebook::check`].
    pub fn from_dir(dir: &Path) -> std::result::Result<Self, Vec<Error>> {
        join::codebook(files::folder(dir)?, false)
    }

    /// All rules, in order of their files and of their place in them.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// SHA-256 over names and texts of its files, in hexadecimal digits: names the version of a codebook.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Whether it came with the program.
    pub fn is_embedded(&self) -> bool {
        self.embedded
    }

    /// When a document of this kind and period usually appears, for this sender; nothing where the calendar of the codebook does
    /// not know the kind or the sender, or the period is not a year. Not a date of this document: what a letter says of it holds.
    ///
    /// # Example: annual accounts of a municipality
    /// ```
    /// use antwoordmeter::codebook::Codebook;
    /// let codebook = Codebook::embedded()?;
    /// let usual = |period| codebook.usual("jaarstukken", period, "Gemeente Lindewaard").map(|days| days.to_string());
    /// assert_eq!(usual("2024").as_deref(), Some("2025-04-01/2025-07-14"));
    /// assert_eq!(usual("2021-2030"), None);
    /// # Ok::<(), antwoordmeter::error::Error>(())
    /// ```
    pub fn usual(&self, kind: &str, period: &str, sender: &str) -> Option<Interval> {
        if period.is_empty() { None } else { self.usual.iter().find_map(|usual| usual.days(kind, period, sender)) }
    }

    /// The word list of that name.
    pub fn list(&self, name: &str) -> Option<ListId> {
        self.lists.iter().find(|list| list.name == name).map(|list| list.id)
    }

    /// Which of `lists`, 64 at most, hold which words: asked of many words at less cost than list by list.
    pub fn membership(&self, lists: &[Option<ListId>]) -> Membership {
        self.vocabulary.membership(lists)
    }

    /// Finds all cues of all rules in a text, in one pass over its words.
    pub fn read(&self, reading: &Reading, memory: &mut Memory, out: &mut Cued) {
        self.read_with(reading, memory, &|_, _| 0, out);
    }

    /// The same, and the traits of each word.
    ///
    /// `traits` gives whatever else a reader wants to know of a word, as bits that follow from the word alone: it is asked once for
    /// each different word that `memory` meets, and must be the same in every call with that memory.
    pub fn read_with(&self, reading: &Reading, memory: &mut Memory, traits: &impl Fn(&str, SymbolId) -> u64, out: &mut Cued) {
        self.scan(&self.index, reading, memory, traits, out, true);
    }

    /// Finds the cues of [`Facet::Ask`] in a question: no more is wanted of one, and it costs a part of all cues.
    pub fn read_question(&self, reading: &Reading, memory: &mut Memory, traits: &impl Fn(&str, SymbolId) -> u64, out: &mut Cued) {
        self.scan(&self.asks, reading, memory, traits, out, true);
    }

    /// Finds the cues of the rules in `index`, with or without regard to their `unless`.
    fn scan(
        &self,
        index: &Index,
        reading: &Reading,
        memory: &mut Memory,
        traits: &impl Fn(&str, SymbolId) -> u64,
        out: &mut Cued,
        unless: bool,
    ) {
        memory.serve(&self.hash);
        out.symbols.clear();
        out.traits.clear();
        out.masks.clear();
        out.cues.clear();
        let learn = Learn { vocabulary: &self.vocabulary, traits };
        for word in 0..reading.words().len() {
            let known = memory.known(reading, word, &learn);
            out.symbols.push(known.symbol);
            out.traits.push(known.traits);
            out.masks.push(known.mask);
        }
        for sentence in reading.sentences() {
            index.read(&self.vocabulary, out, sentence.words.clone(), unless, &mut memory.scratch);
        }
    }
}
