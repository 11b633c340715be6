//! All patterns in one pass: each is filed under its rarest word, and looked at only where that word stands
//! beside a word that may be its neighbour, in a sentence in which the rarest of its other words may stand as well.
//!
//! Chosen: all rules in one pass, filed under their rarest word. Why: the cost grows with the cues found, not with the rules
//! (`benches/codebook.rs`); what is asked of a rule before it is tried lies in the order in which it is asked, because many rules cost
//! waiting for memory, not work. Rejected: a regex per rule; multi-pattern regex engines (25 to 60 times slower).

use std::cmp::Reverse;
use std::ops::Range;

use super::fit::{Hint, MARGIN, Part, Side, Variant, Words, minimal};
use super::load::Steps;
use super::rarity::Rarity;
use super::vocabulary::{Elements, Mask, SymbolId, Vocabulary};
use super::{Cue, Cued};

/// Words of the longest cue, at most (see the limits in `pattern`).
const REACH: u32 = 64;

/// A variant to try where words of one class stand: most go no further than what is asked of it here, so that this lies together.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    near: Mask,
    other: Mask,
    variant: u32,
}

/// Candidates of one class whose neighbour stands on the same side.
#[derive(Clone, Debug)]
struct Run {
    side: Side,
    /// What the neighbours look like, taken together.
    any: Mask,
    /// Its part of the candidates.
    candidates: Range<usize>,
}

/// The patterns, filed.
#[derive(Debug, Default)]
pub(super) struct Index {
    variants: Vec<Variant>,
    /// In the order in which they are asked for: by class of the anchor and by side.
    candidates: Vec<Candidate>,
    runs: Vec<Run>,
    /// For each class of words, its part of `runs`.
    classes: Vec<Range<usize>>,
    /// Whether a class has runs, a bit each: most words have none, and these bits are always at hand.
    filed: Vec<u64>,
    /// For each rule, for each `unless`, its variants.
    unless: Vec<Vec<Vec<Variant>>>,
}

/// Buffers for one sentence.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    masks: Vec<Mask>,
    hits: Vec<Cue>,
    found: Vec<Range<u32>>,
    barred: Vec<Range<u32>>,
}

impl Index {
    /// Files the patterns of the rules that are `wanted`.
    pub fn new(steps: &[Steps], wanted: impl Fn(usize) -> bool, vocabulary: &Vocabulary, elements: &Elements, rarity: &Rarity) -> Self {
        let mut index = Self::default();
        let mut anchored: Vec<(u32, Side, Candidate)> = Vec::new();
        let none = Steps::default();
        for (number, steps) in steps.iter().enumerate() {
            let (rule, steps) = (number as u32, if wanted(number) { steps } else { &none });
            for way in steps.patterns.iter().flatten() {
                let (variant, Hint { side, near, other }) = Variant::new(rule, way, vocabulary, elements, rarity);
                let candidate = Candidate { near, other, variant: index.variants.len() as u32 };
                anchored.extend(variant.anchor().map(|anchor| (anchor.element, side, candidate)));
                index.variants.push(variant);
            }
            let made = |ways: &Vec<_>| ways.iter().map(|way: &Vec<_>| Variant::new(rule, way, vocabulary, elements, rarity).0).collect();
            index.unless.push(steps.unless.iter().map(made).collect());
        }
        anchored.sort_by_key(|(anchor, ..)| *anchor);
        for class in 0..vocabulary.classes() as u32 {
            let mut asked: Vec<(u32, Side, Candidate)> = Vec::new();
            for element in vocabulary.elements(class) {
                let start = anchored.partition_point(|(anchor, ..)| anchor < element);
                asked.extend(anchored[start..].iter().take_while(|(anchor, ..)| anchor == element));
            }
            asked.sort_by_key(|(_, side, _)| *side);
            let from = index.runs.len();
            for run in asked.chunk_by(|(_, one, _), (_, other, _)| one == other) {
                let start = index.candidates.len();
                index.candidates.extend(run.iter().map(|(.., candidate)| candidate));
                let any = run.iter().fold(0, |any, (.., candidate)| any | candidate.near);
                let side = run.first().map_or(Side::Alone, |(_, side, _)| *side);
                index.runs.push(Run { side, any, candidates: start..index.candidates.len() });
            }
            index.classes.push(from..index.runs.len());
        }
        let filed = |classes: &[Range<usize>]| classes.iter().rev().fold(0, |bits, runs| bits << 1 | u64::from(!runs.is_empty()));
        index.filed = index.classes.chunks(u64::BITS as usize).map(filed).collect();
        index
    }

    /// Adds the cues of one sentence, whose words are `words`, to those of its text.
    pub fn read(&self, vocabulary: &Vocabulary, text: &mut Cued, words: Range<usize>, unless: bool, scratch: &mut Scratch) {
        let Cued { symbols, masks: looks, cues: out, .. } = text;
        let (from, offset) = (out.len(), words.start as u32);
        let (Some(symbols), Some(looks)) = (symbols.get(words.clone()), looks.get(words)) else { return };
        let Scratch { masks, hits, found, barred } = scratch;
        masks.clear();
        masks.extend([0; MARGIN]);
        masks.extend(looks);
        masks.extend([0; MARGIN]);
        let present = looks.iter().fold(0, |all, mask| all | mask);
        let sentence = Words { vocabulary, symbols, masks, present };
        hits.clear();
        self.hits(sentence, hits);
        if hits.is_empty() {
            return;
        }
        hits.sort_unstable_by_key(|hit| (hit.rule, Reverse(hit.words.start), hit.words.end));
        for hits in hits.chunk_by(|a, b| a.rule == b.rule) {
            barred.clear();
            if unless && let Some(unless) = hits.first().and_then(|hit| self.unless.get(hit.rule as usize)) {
                bar(sentence, unless, hits, found, barred);
            }
            minimal(
                hits,
                |hit| &hit.words,
                |hit| {
                    if !is_barred(&hit.words, barred) {
                        out.push(Cue { rule: hit.rule, words: hit.words.start + offset..hit.words.end + offset });
                    }
                },
            );
        }
        if let Some(new) = out.get_mut(from..) {
            new.sort_unstable_by_key(|cue| (cue.words.start, cue.words.end, cue.rule));
        }
    }

    /// Every fit of every pattern; some more than once, and some around others.
    fn hits(&self, sentence: Words<'_>, hits: &mut Vec<Cue>) {
        for (at, symbol) in sentence.symbols.iter().enumerate() {
            for class in symbol.classes() {
                if !self.is_filed(class) {
                    continue;
                }
                let Some(runs) = self.classes.get(class as usize).and_then(|class| self.runs.get(class.clone())) else { continue };
                for run in runs {
                    // The words around are only looked at where the sentence has a word that may be among them.
                    let beside = if run.any & sentence.present == 0 { 0 } else { sentence.beside(at, run.side) };
                    if run.any & beside == 0 {
                        continue;
                    }
                    for candidate in self.candidates.get(run.candidates.clone()).unwrap_or_default() {
                        if candidate.near & beside == 0 || candidate.other & sentence.present == 0 {
                            continue;
                        }
                        let Some(variant) = self.variants.get(candidate.variant as usize) else { continue };
                        hits.extend(sentence.fit(variant, at).map(|words| Cue { rule: variant.rule, words }));
                    }
                }
            }
        }
    }

    fn is_filed(&self, class: u32) -> bool {
        self.filed.get((class / u64::BITS) as usize).is_some_and(|bits| bits >> (class % u64::BITS) & 1 != 0)
    }

    /// Whether the words satisfy at least `many` steps of one pattern of a rule; true of rules of single words.
    pub fn shares(&self, vocabulary: &Vocabulary, rule: u32, symbols: &[SymbolId], many: usize) -> bool {
        let satisfied = |part: &&Part| symbols.iter().any(|symbol| vocabulary.has(*symbol, part.element));
        let variants = || self.variants.iter().filter(|variant| variant.rule == rule);
        variants().all(|variant| variant.parts.len() == 1)
            || variants().any(|variant| variant.parts.iter().filter(satisfied).count() >= many)
    }
}

/// Fills `barred` with the stretches that `unless` finds around `hits`, in order of their start.
fn bar(sentence: Words<'_>, unless: &[Vec<Variant>], hits: &[Cue], found: &mut Vec<Range<u32>>, barred: &mut Vec<Range<u32>>) {
    let start = hits.iter().map(|hit| hit.words.start).min().unwrap_or(0).saturating_sub(REACH) as usize;
    let end = hits.iter().map(|hit| hit.words.end + REACH).max().unwrap_or(0) as usize;
    for ways in unless {
        found.clear();
        for variant in ways {
            let Some(anchor) = variant.anchor().filter(|_| variant.may_fit(sentence.present)) else { continue };
            let places = (start..end.min(sentence.symbols.len())).filter(|at| sentence.has(*at, anchor));
            found.extend(places.filter_map(|at| sentence.fit(variant, at)));
        }
        found.sort_unstable_by_key(|words| (Reverse(words.start), words.end));
        minimal(found, |words| words, |words| barred.push(words.clone()));
    }
    barred.sort_unstable_by_key(|words| words.start);
}

fn is_barred(words: &Range<u32>, barred: &[Range<u32>]) -> bool {
    let from = barred.partition_point(|bar| bar.start < words.start.saturating_sub(REACH));
    barred.iter().skip(from).take_while(|bar| bar.start < words.end).any(|bar| words.start < bar.end)
}
