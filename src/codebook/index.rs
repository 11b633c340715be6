//! All patterns in one pass: each is filed under its rarest word, and looked at only where that word stands
//! beside a word that may be its neighbour, in a sentence in which its next rarest words may stand as well.

use std::cmp::Reverse;
use std::ops::Range;

use super::Cue;
use super::fit::{MARGIN, Part, Side, Variant, Words, minimal};
use super::load::Steps;
use super::rarity::Rarity;
use super::vocabulary::{Elements, Mask, SymbolId, Vocabulary};

/// Words of the longest cue, at most (see the limits in `pattern`).
const REACH: u32 = 64;

/// What is asked first of a variant whose anchor stands in the text: most go no further, so these lie close together.
#[derive(Clone, Copy, Debug)]
struct First {
    neighbour: Mask,
    side: Side,
}

/// What is asked next: words of the sentence. A mask of all bits asks nothing.
#[derive(Clone, Copy, Debug)]
struct Next {
    second: Mask,
    third: Mask,
    variant: u32,
}

/// The patterns, filed.
#[derive(Debug, Default)]
pub(super) struct Index {
    variants: Vec<Variant>,
    /// In order of the anchors.
    first: Vec<First>,
    /// In the same order.
    next: Vec<Next>,
    /// For each class of words, the places in `first` of the variants whose anchor its words satisfy; all in one row.
    places: Vec<u32>,
    /// For each class, its part of `places`.
    classes: Vec<Range<usize>>,
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
    /// Files the patterns of all rules.
    pub fn new(steps: &[Steps], vocabulary: &Vocabulary, elements: &Elements, rarity: &Rarity) -> Self {
        let mut index = Self::default();
        let mut anchored: Vec<(u32, First, Next)> = Vec::new();
        for (rule, steps) in (0..).zip(steps) {
            for way in steps.patterns.iter().flatten() {
                let (variant, order) = Variant::new(rule, way, vocabulary, elements, rarity);
                let mask = |rank: usize| order.get(rank).map_or(Mask::MAX, |part| part.mask);
                let (side, neighbour) = variant.neighbour();
                let next = Next { second: mask(1), third: mask(2), variant: index.variants.len() as u32 };
                anchored.extend(order.first().map(|anchor| (anchor.element, First { neighbour, side }, next)));
                index.variants.push(variant);
            }
            let made = |ways: &Vec<_>| ways.iter().map(|way: &Vec<_>| Variant::new(rule, way, vocabulary, elements, rarity).0).collect();
            index.unless.push(steps.unless.iter().map(made).collect());
        }
        anchored.sort_by_key(|(anchor, _, next)| (*anchor, next.variant));
        for class in 0..vocabulary.classes() as u32 {
            let from = index.places.len();
            for element in vocabulary.elements(class) {
                let start = anchored.partition_point(|(anchor, ..)| anchor < element);
                let end = anchored.partition_point(|(anchor, ..)| anchor <= element);
                index.places.extend(start as u32..end as u32);
            }
            index.classes.push(from..index.places.len());
        }
        (index.first, index.next) = anchored.into_iter().map(|(_, first, next)| (first, next)).unzip();
        index
    }

    /// Adds the cues of one sentence, whose words are `words` of `symbols`.
    pub fn read(
        &self,
        vocabulary: &Vocabulary,
        symbols: &[SymbolId],
        words: Range<usize>,
        unless: bool,
        scratch: &mut Scratch,
        out: &mut Vec<Cue>,
    ) {
        let (from, offset) = (out.len(), words.start as u32);
        let Some(symbols) = symbols.get(words) else { return };
        let Scratch { masks, hits, found, barred } = scratch;
        masks.clear();
        masks.extend([0; MARGIN]);
        masks.extend(symbols.iter().map(|symbol| vocabulary.mask(*symbol)));
        masks.extend([0; MARGIN]);
        let sentence = Words { vocabulary, symbols, masks };
        hits.clear();
        self.hits(sentence, hits);
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
        let present = sentence.masks.iter().fold(0, |all, mask| all | mask);
        for (at, symbol) in sentence.symbols.iter().enumerate() {
            for class in symbol.classes() {
                let Some(places) = self.classes.get(class as usize).and_then(|class| self.places.get(class.clone())) else { continue };
                if places.is_empty() {
                    continue;
                }
                let around = sentence.around(at);
                for place in places {
                    let place = *place as usize;
                    if self.first.get(place).is_none_or(|first| first.neighbour & around[first.side as usize] == 0) {
                        continue;
                    }
                    let Some(next) = self.next.get(place) else { continue };
                    if next.second & present == 0 || next.third & present == 0 {
                        continue;
                    }
                    let Some(variant) = self.variants.get(next.variant as usize) else { continue };
                    hits.extend(sentence.fit(variant, at).map(|words| Cue { rule: variant.rule, words }));
                }
            }
        }
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
            let Some(anchor) = variant.anchor() else { continue };
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
