//! All patterns in one pass: each is filed under its rarest word, and looked at only where that word stands
//! in a sentence in which its next rarest words may stand as well.

use std::cmp::Reverse;
use std::ops::Range;

use super::Cue;
use super::load::Steps;
use super::pattern::{GAP, Step};
use super::rarity::Rarity;
use super::vocabulary::{Elements, Mask, SymbolId, Vocabulary};

/// Words of the longest cue, at most (see the limits in `pattern`).
const REACH: usize = 64;

/// A step of a pattern by the number of its element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    element: u32,
    gap: bool,
}

/// One way to read a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Variant {
    rule: u32,
    parts: Vec<Part>,
    /// The part that is expected least often.
    anchor: usize,
}

/// A variant as it is filed: worth a closer look only in a sentence with both masks.
#[derive(Clone, Copy, Debug)]
struct Filed {
    second: Mask,
    third: Mask,
    variant: u32,
}

/// The patterns, filed.
#[derive(Debug)]
pub(super) struct Index {
    variants: Vec<Variant>,
    /// By anchor.
    filed: Vec<Filed>,
    /// For each class of words, the stretches of `filed` whose anchor its words satisfy.
    stretches: Vec<Vec<Range<u32>>>,
    /// For each rule, for each `unless`, its variants.
    unless: Vec<Vec<Vec<Variant>>>,
}

/// Buffers for one sentence.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    masks: Vec<Mask>,
    hits: Vec<Cue>,
    kept: Vec<Cue>,
    found: Vec<Range<u32>>,
    barred: Vec<Range<u32>>,
}

/// The words of one sentence.
#[derive(Clone, Copy)]
struct Words<'s> {
    vocabulary: &'s Vocabulary,
    symbols: &'s [SymbolId],
    masks: &'s [Mask],
}

impl Words<'_> {
    fn has(&self, at: usize, element: u32) -> bool {
        let near = self.masks.get(at).is_some_and(|mask| mask & self.vocabulary.element_mask(element) != 0);
        near && self.symbols.get(at).is_some_and(|symbol| self.vocabulary.has(*symbol, element))
    }

    /// The shortest stretch in which `variant` fits with its anchor on word `at`.
    fn fit(&self, variant: &Variant, at: usize) -> Option<Range<usize>> {
        let (before, after) = variant.parts.split_at(variant.anchor);
        let (anchor, after) = after.split_first()?;
        let forward = after.iter().map(|part| (part.gap, part.element));
        let end = self.nearest(forward, |steps| at.checked_add(steps))?;
        // Backwards, the gap before a part lies between it and the part that was found last.
        let gaps = before.iter().skip(1).chain([anchor]).rev().map(|part| part.gap);
        let backward = gaps.zip(before.iter().rev().map(|part| part.element));
        let start = self.nearest(backward, |steps| at.checked_sub(steps))?;
        Some(at - start..at + end + 1)
    }

    /// How many words away the last of `parts` stands, when each follows the one before it; the least possible.
    ///
    /// The places where a part can stand are the bits of one number, so all ways are followed at once.
    fn nearest(&self, parts: impl Iterator<Item = (bool, u32)>, place: impl Fn(usize) -> Option<usize>) -> Option<usize> {
        let mut places: u64 = 1;
        for (gap, element) in parts {
            let mut wanted = places << 1;
            if gap {
                wanted = (1..=GAP).fold(wanted, |all, words| all | places << (words + 1));
            }
            places = 0;
            while wanted != 0 {
                let steps = wanted.trailing_zeros() as usize;
                wanted &= wanted - 1;
                if place(steps).is_some_and(|at| self.has(at, element)) {
                    places |= 1 << steps;
                }
            }
            if places == 0 {
                return None;
            }
        }
        Some(places.trailing_zeros() as usize)
    }
}

impl Index {
    pub fn new(steps: &[Steps], vocabulary: &Vocabulary, elements: &Elements, rarity: &Rarity) -> Self {
        let mut index = Self { variants: Vec::new(), filed: Vec::new(), stretches: Vec::new(), unless: Vec::new() };
        let mut anchored: Vec<(u32, Filed)> = Vec::new();
        for (rule, steps) in (0..).zip(steps) {
            for variant in steps.patterns.iter().flatten() {
                let (variant, order) = Self::variant(rule, variant, elements, rarity);
                let mask = |rank: usize| order.get(rank).map_or(Mask::MAX, |element| vocabulary.element_mask(*element));
                let filed = Filed { second: mask(1), third: mask(2), variant: index.variants.len() as u32 };
                anchored.extend(order.first().map(|anchor| (*anchor, filed)));
                index.variants.push(variant);
            }
            let unless = steps.unless.iter().map(|ways| ways.iter().map(|way| Self::variant(rule, way, elements, rarity).0).collect());
            index.unless.push(unless.collect());
        }
        anchored.sort_by_key(|(anchor, filed)| (*anchor, filed.variant));
        let stretch = |element: &u32| {
            let from = anchored.partition_point(|(anchor, _)| anchor < element);
            let to = anchored.partition_point(|(anchor, _)| anchor <= element);
            (from < to).then_some(from as u32..to as u32)
        };
        let classes = 0..vocabulary.classes() as u32;
        index.stretches = classes.map(|class| vocabulary.elements(class).iter().filter_map(stretch).collect()).collect();
        index.filed = anchored.into_iter().map(|(_, filed)| filed).collect();
        index
    }

    /// A variant, and its elements from the rarest to the most frequent.
    fn variant(rule: u32, steps: &[Step], elements: &Elements, rarity: &Rarity) -> (Variant, Vec<u32>) {
        let parts: Vec<Part> = steps
            .iter()
            .map(|step| Part { element: elements.get(&step.alternatives).copied().unwrap_or(u32::MAX), gap: step.gap })
            .collect();
        let mut ranked: Vec<(u32, Reverse<usize>)> = steps.iter().map(|step| rarity.of(step)).zip((0..).map(Reverse)).collect();
        ranked.sort_unstable();
        let anchor = ranked.first().map_or(0, |(_, Reverse(at))| *at);
        let order = ranked.iter().filter_map(|(_, Reverse(at))| parts.get(*at)).map(|part| part.element).collect();
        (Variant { rule, parts, anchor }, order)
    }

    /// Whether the words satisfy at least `many` steps of one pattern of a rule; true of rules of single words.
    pub fn shares(&self, vocabulary: &Vocabulary, rule: u32, symbols: &[SymbolId], many: usize) -> bool {
        let satisfied = |part: &&Part| symbols.iter().any(|symbol| vocabulary.has(*symbol, part.element));
        let variants = || self.variants.iter().filter(|variant| variant.rule == rule);
        variants().all(|variant| variant.parts.len() == 1)
            || variants().any(|variant| variant.parts.iter().filter(satisfied).count() >= many)
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
        let first = words.start as u32;
        let Some(symbols) = symbols.get(words) else { return };
        let Scratch { masks, hits, kept, found, barred } = scratch;
        masks.clear();
        masks.extend(symbols.iter().map(|symbol| vocabulary.mask(*symbol)));
        let present = masks.iter().fold(0, |all, mask| all | mask);
        let sentence = Words { vocabulary, symbols, masks };
        hits.clear();
        for (at, symbol) in symbols.iter().enumerate() {
            let stretches = symbol.classes().into_iter().filter_map(|class| self.stretches.get(class as usize)).flatten();
            let filed = stretches.filter_map(|stretch| self.filed.get(stretch.start as usize..stretch.end as usize)).flatten();
            for filed in filed {
                if filed.second & present == 0 || filed.third & present == 0 {
                    continue;
                }
                let Some(variant) = self.variants.get(filed.variant as usize) else { continue };
                if let Some(words) = sentence.fit(variant, at) {
                    hits.push(Cue { rule: variant.rule, words: words.start as u32..words.end as u32 });
                }
            }
        }
        if hits.is_empty() {
            return;
        }
        hits.sort_unstable_by_key(|hit| (hit.rule, Reverse(hit.words.start), hit.words.end));
        kept.clear();
        for cues in hits.chunk_by(|a, b| a.rule == b.rule) {
            let from = kept.len();
            minimal(cues, |cue| &cue.words, |cue| kept.push(cue.clone()));
            if unless && let Some(unless) = cues.first().and_then(|cue| self.unless.get(cue.rule as usize)) {
                bar(sentence, unless, &kept[from..], found, barred);
                let mut index = 0;
                kept.retain(|cue| {
                    index += 1;
                    index <= from || !barred.iter().any(|bar| bar.start < cue.words.end && cue.words.start < bar.end)
                });
            }
        }
        kept.sort_unstable_by_key(|cue| (cue.words.start, cue.words.end, cue.rule));
        out.extend(kept.iter().map(|cue| Cue { rule: cue.rule, words: cue.words.start + first..cue.words.end + first }));
    }
}

/// Of stretches in order of (last start first, shortest first), those that contain no other.
fn minimal<T>(stretches: &[T], words: impl Fn(&T) -> &Range<u32>, mut keep: impl FnMut(&T)) {
    let mut end = u32::MAX;
    for stretch in stretches {
        if words(stretch).end < end {
            end = words(stretch).end;
            keep(stretch);
        }
    }
}

/// Fills `barred` with the stretches that `unless` finds around `cues`.
fn bar(sentence: Words<'_>, unless: &[Vec<Variant>], cues: &[Cue], found: &mut Vec<Range<u32>>, barred: &mut Vec<Range<u32>>) {
    barred.clear();
    let start = cues.iter().map(|cue| cue.words.start as usize).min().unwrap_or(0).saturating_sub(REACH);
    let end = cues.iter().map(|cue| cue.words.end as usize + REACH).max().unwrap_or(0).min(sentence.symbols.len());
    for ways in unless {
        found.clear();
        for variant in ways {
            let Some(anchor) = variant.parts.get(variant.anchor) else { continue };
            let places = (start..end).filter(|at| sentence.has(*at, anchor.element));
            found.extend(places.filter_map(|at| sentence.fit(variant, at)).map(|words| words.start as u32..words.end as u32));
        }
        found.sort_unstable_by_key(|words| (Reverse(words.start), words.end));
        minimal(found, |words| words, |words| barred.push(words.clone()));
    }
}
