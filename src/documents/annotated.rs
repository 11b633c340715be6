//! A text with everything that the later steps look at: its words, the cues in them, the moments, the documents named.

use std::ops::Range;

use super::asserted;
use super::lens::{Lens, Vocabulary};
use super::mention::{self, Mention};
use super::subject;
use super::tense;
use super::traits::{self, Trait};
use crate::codebook::{Cue, Cued, Facet, Memory};
use crate::text::{Reading, syllables};
use crate::time::{self, Date, Moment};

/// One text, annotated. The buffers serve again for the next text.
#[derive(Debug, Default)]
pub struct Annotated {
    /// The text itself.
    pub text: String,
    /// Its words and sentences.
    pub reading: Reading,
    /// The cues in it.
    pub cued: Cued,
    /// For each sentence the facets of its cues, a bit for each of [`Facet`].
    facets: Vec<u64>,
    /// For each sentence the lists that hold one of its words and the traits that one of them has, as bits.
    listed: Vec<u64>,
    /// The expressions of time in it.
    pub moments: Vec<Moment>,
    /// The documents that it names.
    pub mentions: Vec<Mention>,
    /// Where it says when the document that its question asks for will come.
    pub promise: Option<Promise>,
    /// The document for which its question asks, as a place in the register.
    pub asked: Option<usize>,
}

/// An answer that says when what its question asks for comes, without naming it: "In het voorjaar."
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The document, as a place in the register; `None` where the question names none ("Wanneer beslist u?").
    pub document: Option<usize>,
    /// The first word of the moment.
    pub word: usize,
}

impl Annotated {
    /// Reads one text by itself, seen from the letter's date.
    pub fn read(&mut self, text: &str, lens: &Lens, memory: &mut Memory, from: Option<Date>) {
        self.take(text);
        self.find_cues(lens, memory);
        self.find_named(from);
    }

    /// Takes a text: its words and sentences. What is found in them comes after, cues first: each step is made for all texts of a letter
    /// before the next, because the code of one step fits in the nearest memory, and that of all does not.
    pub fn take(&mut self, text: &str) {
        self.text.clear();
        self.text.push_str(text);
        self.reading.read(text);
    }

    /// Finds the cues in a text.
    pub fn find_cues(&mut self, lens: &Lens, memory: &mut Memory) {
        lens.codebook.read_with(&self.reading, memory, &|word, symbol| lens.traits(word, symbol), &mut self.cued);
        self.sum_up(lens);
    }

    /// Finds the only cues that are wanted in a question: those of what it asks.
    pub fn find_asks(&mut self, lens: &Lens, memory: &mut Memory) {
        lens.codebook.read_question(&self.reading, memory, &|word, symbol| lens.traits(word, symbol), &mut self.cued);
        self.sum_up(lens);
    }

    /// What the words and the cues of each sentence are, taken together.
    fn sum_up(&mut self, lens: &Lens) {
        let any = |words: Range<usize>| self.cued.traits[words].iter().fold(0, |all, traits| all | traits);
        self.listed.clear();
        self.listed.extend(self.reading.sentences().iter().map(|sentence| any(sentence.words.clone())));
        self.facets.clear();
        self.facets.resize(self.reading.sentences().len(), 0);
        for cue in &self.cued.cues {
            let sentence = self.reading.words()[cue.words.start as usize].sentence;
            self.facets[sentence as usize] |= 1 << lens.facet(cue) as u64;
        }
    }

    /// Finds the expressions of time and the documents in a text, seen from the letter's date.
    pub fn find_named(&mut self, from: Option<Date>) {
        self.moments = time::moments_at(&self.reading, from, |word| self.has_trait(word, Trait::Time));
        tense::settle(self, from);
        self.promise = None;
        self.asked = None;
        mention::find(self, from);
        mention::settle(self);
    }

    /// Whether word `index` stands in a list.
    pub fn is(&self, index: usize, list: Vocabulary) -> bool {
        self.traits(index) & list.bit() != 0
    }

    /// Whether word `index` has a trait.
    pub fn has_trait(&self, index: usize, one: Trait) -> bool {
        self.traits(index) & one.bit() != 0
    }

    /// Whether word `index` stands in one of some lists or has one of some traits, all as bits.
    pub(super) fn is_one_of(&self, index: usize, bits: u64) -> bool {
        self.traits(index) & bits != 0
    }

    /// The bits of the lists and traits of word `index`; none past the end.
    fn traits(&self, index: usize) -> u64 {
        self.cued.traits.get(index).copied().unwrap_or(0)
    }

    /// The syllables of the text, counted once for each different word.
    pub fn syllables(&self) -> u64 {
        let words = self.reading.words().iter().zip(&self.cued.traits).enumerate();
        let known = |index: usize, traits: u64| traits::syllables(traits).filter(|_| self.reading.is_plain(index));
        words.map(|(index, (word, traits))| known(index, *traits).unwrap_or_else(|| syllables(word.span.of(&self.text)).into())).sum()
    }

    /// The first word of `words` that stands in a list.
    pub fn first(&self, words: Range<usize>, list: Vocabulary) -> Option<usize> {
        let may_be = self.may_be(&self.listed, &words, list.bit());
        let words = if may_be { words } else { 0..0 };
        words.into_iter().find(|index| self.is(*index, list))
    }

    /// The mentions that may touch `words`, and a few beside them: a text may name thousands of documents.
    pub fn mentions_near(&self, words: &Range<usize>) -> &[Mention] {
        near(&self.mentions, |mention| mention.head, words)
    }

    /// The expressions of time that may touch `words`, and a few beside them.
    pub fn moments_near(&self, words: &Range<usize>) -> &[Moment] {
        near(&self.moments, |moment| moment.words.start, words)
    }

    /// The cues of a facet that begin within `words`.
    pub fn cues<'a>(&'a self, lens: &'a Lens, words: Range<usize>, facet: Facet) -> impl Iterator<Item = &'a Cue> + 'a {
        // Sentences follow each other and the cues of one are in order of their first word.
        let cues = &self.cued.cues;
        let may_be = self.may_be(&self.facets, &words, 1 << facet as u64);
        let from = if may_be { cues.partition_point(|cue| (cue.words.start as usize) < words.start) } else { cues.len() };
        let within = cues[from..].iter().take_while(move |cue| (cue.words.start as usize) < words.end);
        within.filter(move |cue| lens.facet(cue) == facet)
    }

    /// Whether what `bit` stands for may be found within `words`; `all` has the bits of each sentence, and most have few.
    fn may_be(&self, all: &[u64], words: &Range<usize>, bit: u64) -> bool {
        let Some(first) = self.reading.words().get(words.start) else { return false };
        let number = first.sentence as usize;
        let within = self.reading.sentences().get(number).is_some_and(|sentence| words.end <= sentence.words.end);
        !within || all.get(number).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether a cue of one of `facets` may begin within `words`: asked of many sentences that say nothing at less cost than the cues.
    pub fn may_say(&self, words: &Range<usize>, facets: &[Facet]) -> bool {
        self.may_be(&self.facets, words, facets.iter().fold(0, |bits, facet| bits | 1 << *facet as u64))
    }

    /// Whether a word with one of some traits, as bits, may stand within `words`.
    pub(super) fn may_hold(&self, words: &Range<usize>, traits: u64) -> bool {
        self.may_be(&self.listed, words, traits)
    }

    /// The first cue of a facet that begins within `words`.
    pub fn cue<'a>(&'a self, lens: &'a Lens, words: Range<usize>, facet: Facet) -> Option<&'a Cue> {
        self.cues(lens, words, facet).next()
    }

    /// Whether a cue of a facet begins within `words`.
    pub fn has(&self, lens: &Lens, words: Range<usize>, facet: Facet) -> bool {
        self.cue(lens, words, facet).is_some()
    }

    /// The words between the commas and semicolons around word `index`.
    pub fn clause(&self, index: usize) -> Range<usize> {
        tense::clause(self, index)
    }

    /// Whether the clause around word `index` is in the past tense.
    pub fn is_past(&self, index: usize) -> bool {
        tense::clause_is_past(self, index)
    }

    /// Whether the clause around word `index`, or its sentence where the clause has no verb, is in the past tense.
    pub fn tells_of_the_past(&self, index: usize) -> bool {
        tense::is_past(self, index)
    }

    /// Whether what is said at word `index` is only supposed, asked or told by others, or called off.
    pub fn is_unreal(&self, index: usize) -> bool {
        asserted::is_supposed(self, index) || asserted::is_called_off(self, index) || asserted::is_given_up(self, index)
    }

    /// "Het rapport komt; de brug is in mei klaar": whether what some words say (a verb, a time) is said of another noun than a document.
    pub fn is_of_another(&self, mention: &Mention, words: &Range<usize>) -> bool {
        subject::is_of_another(self, mention, words)
    }

    /// "stand 31 december", "peildatum 1 mei": the day on which something was counted.
    pub fn dates_a_count(&self, moment: &Moment) -> bool {
        let before = (1..=2).filter_map(|back| moment.words.start.checked_sub(back));
        before.into_iter().any(|word| matches!(self.reading.folded(word), "stand" | "peildatum")) || self.counts_at(moment)
    }

    /// "42 schepen op 31 december 2024", "3 boten per 1 januari": a number up to the first or the last day of a year.
    fn counts_at(&self, moment: &Moment) -> bool {
        let (from, to) = (moment.interval.from, moment.interval.to);
        let turn = from == to && matches!((from.month(), from.day()), (12, 31) | (1, 1));
        let joins = |word: usize| matches!(self.reading.folded(word), "op" | "per");
        let start = moment.words.start;
        let lead = start.checked_sub(1).filter(|word| turn && joins(*word));
        let figure = |word: usize| self.has_trait(word, Trait::Digit);
        lead.is_some_and(|lead| (lead.saturating_sub(3)..lead).any(figure))
    }

    /// "staat open tot 9 december": how long something lasts, and not when something comes.
    pub fn lasts_until(&self, moment: &Moment) -> bool {
        self.reading.folded(moment.words.start) == "tot"
    }

    /// Whether word `index` denies what is said, and not only that it is so yet ("nog niet") or that it is so alone ("niet alleen").
    pub fn denies(&self, index: usize) -> bool {
        let yet = || index.checked_sub(1).is_some_and(|before| self.reading.folded(before) == "nog");
        let alone = || matches!(self.reading.folded(index + 1), "alleen" | "slechts" | "enkel");
        self.is(index, Vocabulary::Negative) && !yet() && !alone()
    }

    /// "niet in april, maar in september": the time that it will not be.
    pub fn is_denied(&self, moment: &Moment) -> bool {
        let before = |back: usize| moment.words.start.checked_sub(back).map_or("", |word| self.reading.folded(word));
        before(1) == "niet" || before(2) == "niet" && matches!(before(1), "in" | "op" | "voor" | "na" | "dit" | "deze" | "per")
    }

    /// "2.100 woningen in 2030": a whole year far ahead is a target, and no date on which something comes.
    pub fn is_target(&self, moment: &Moment, from: Date) -> bool {
        (moment.interval.to - moment.interval.from).get_days() > 360 && moment.interval.from.year() > from.year() + 1
    }

    /// The text of some words.
    pub fn quote(&self, words: &Range<usize>) -> &str {
        self.reading.span(words).of(&self.text)
    }

    /// Whether a semicolon stands behind word `index`.
    pub fn ends_a_part(&self, index: usize) -> bool {
        let rest = self.reading.words().get(index).map_or("", |word| &self.text[word.span.end..]);
        rest.starts_with(';')
    }

    /// Whether word `index` begins with a capital letter or a digit.
    pub fn is_capital(&self, index: usize) -> bool {
        let first = self.reading.words().get(index).and_then(|word| word.span.of(&self.text).chars().next());
        first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
    }
}

/// More words than a name or an expression of time reaches to either side of the place by which it is in order.
const REACH: usize = 64;

fn near<'t, T>(list: &'t [T], place: impl Fn(&T) -> usize, words: &Range<usize>) -> &'t [T] {
    let from = list.partition_point(|one| place(one) + REACH < words.start);
    let to = list.partition_point(|one| place(one) < words.end + REACH);
    list.get(from..to).unwrap_or_default()
}
