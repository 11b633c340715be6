//! Whether and where one pattern fits the words of one sentence.

use std::cmp::Reverse;
use std::ops::Range;

use super::pattern::{GAP, Step};
use super::rarity::Rarity;
use super::vocabulary::{Elements, Mask, SymbolId, Vocabulary};

/// Words from which the nearest word of a pattern can be away, at most.
pub(super) const MARGIN: usize = GAP + 1;

/// A step of a pattern by the number of its element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub element: u32,
    pub mask: Mask,
    /// Whether up to [`GAP`] words may stand before it.
    gap: bool,
}

/// One way to read a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Variant {
    pub rule: u32,
    pub parts: Vec<Part>,
    /// The part that is expected least often.
    anchor: usize,
}

/// What the sentence must show before a variant is tried on it. A mask of all bits asks nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hint {
    /// Where the neighbour of the anchor stands; best one right beside it.
    pub side: Side,
    /// What that word looks like.
    pub near: Mask,
    /// What the rarest of the other words looks like.
    pub other: Mask,
}

/// Where the neighbour of an anchor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    /// There is none.
    Alone,
    /// It is the word before.
    Before,
    /// It is the word after.
    After,
    /// It is one of the words before.
    GapBefore,
    /// It is one of the words after.
    GapAfter,
}

impl Variant {
    /// A variant, and what to ask before it is tried.
    pub fn new(rule: u32, steps: &[Step], vocabulary: &Vocabulary, elements: &Elements, rarity: &Rarity) -> (Self, Hint) {
        let part = |step: &Step| {
            let element = elements.get(&step.alternatives).copied().unwrap_or(u32::MAX);
            Part { element, mask: vocabulary.element_mask(element), gap: step.gap }
        };
        let parts: Vec<Part> = steps.iter().map(part).collect();
        let mut ranked: Vec<(u32, Reverse<usize>)> = steps.iter().map(|step| rarity.of(step)).zip((0..).map(Reverse)).collect();
        ranked.sort_unstable();
        let anchor = ranked.first().map_or(0, |(_, Reverse(at))| *at);
        let (side, neighbour) = neighbour(&parts, anchor);
        let mask = |at: usize| parts.get(at).map_or(Mask::MAX, |part| part.mask);
        let other = ranked.iter().map(|(_, Reverse(at))| *at).find(|at| *at != anchor && *at != neighbour);
        let hint = Hint { side, near: mask(neighbour), other: other.map_or(Mask::MAX, mask) };
        (Self { rule, parts, anchor }, hint)
    }

    /// The part that the search begins with.
    pub fn anchor(&self) -> Option<&Part> {
        self.parts.get(self.anchor)
    }

    /// Whether words that look like this together may hold every part.
    pub fn may_fit(&self, present: Mask) -> bool {
        self.parts.iter().all(|part| part.mask & present != 0)
    }
}

/// Which part stands beside the anchor, and where; past the end for an anchor that stands alone.
fn neighbour(parts: &[Part], anchor: usize) -> (Side, usize) {
    let gap = |at: usize| parts.get(at).map(|part| part.gap);
    let before = anchor.checked_sub(1).zip(gap(anchor)).map(|(at, gap)| (if gap { Side::GapBefore } else { Side::Before }, at));
    let after = gap(anchor + 1).map(|gap| (if gap { Side::GapAfter } else { Side::After }, anchor + 1));
    [before, after].into_iter().flatten().min_by_key(|(side, _)| *side).unwrap_or((Side::Alone, parts.len()))
}

/// The words of one sentence.
#[derive(Clone, Copy)]
pub(super) struct Words<'s> {
    pub vocabulary: &'s Vocabulary,
    pub symbols: &'s [SymbolId],
    /// What each word looks like, with [`MARGIN`] empty ones before and after.
    pub masks: &'s [Mask],
    /// What all words look like together.
    pub present: Mask,
}

impl Words<'_> {
    /// Whether word `at` is what `part` asks for.
    pub fn has(&self, at: usize, part: &Part) -> bool {
        let near = self.masks.get(at + MARGIN).is_some_and(|mask| mask & part.mask != 0);
        near && self.symbols.get(at).is_some_and(|symbol| self.vocabulary.has(*symbol, part.element))
    }

    /// What stands at one side of word `at`; all there is where nothing is asked.
    pub fn beside(&self, at: usize, side: Side) -> Mask {
        // The masks begin MARGIN words before the sentence.
        let one = |at: usize| self.masks.get(at).copied().unwrap_or(0);
        let any = |from: usize| {
            let stretch = self.masks.get(from..).and_then(<[Mask]>::first_chunk::<MARGIN>);
            stretch.map_or(0, |masks| masks.iter().fold(0, |all, mask| all | mask))
        };
        match side {
            Side::Alone => Mask::MAX,
            Side::Before => one(at + MARGIN - 1),
            Side::After => one(at + MARGIN + 1),
            Side::GapBefore => any(at),
            Side::GapAfter => any(at + MARGIN + 1),
        }
    }

    /// The shortest stretch in which `variant` fits with its anchor on word `at`, where that fits.
    pub fn fit(&self, variant: &Variant, at: usize) -> Option<Range<u32>> {
        let (before, after) = variant.parts.split_at_checked(variant.anchor)?;
        let (anchor, after) = after.split_first()?;
        let forward = after.iter().map(|part| (part.gap, part));
        let end = self.nearest(forward, |steps| at.checked_add(steps))?;
        // Backwards, the gap before a part lies between it and the part that was found last.
        let gaps = before.iter().skip(1).chain([anchor]).rev().map(|part| part.gap);
        let start = self.nearest(gaps.zip(before.iter().rev()), |steps| at.checked_sub(steps))?;
        Some((at - start) as u32..(at + end + 1) as u32)
    }

    /// How many words away the last of `parts` stands, when each follows the one before it; the least possible.
    ///
    /// The places where a part can stand are the bits of one number, so all ways are followed at once.
    fn nearest<'p>(&self, parts: impl Iterator<Item = (bool, &'p Part)>, place: impl Fn(usize) -> Option<usize>) -> Option<usize> {
        let mut places: u64 = 1;
        for (gap, part) in parts {
            let mut wanted = places << 1;
            if gap {
                wanted = (1..=GAP).fold(wanted, |all, words| all | places << (words + 1));
            }
            places = 0;
            while wanted != 0 {
                let steps = wanted.trailing_zeros() as usize;
                wanted &= wanted - 1;
                if place(steps).is_some_and(|at| self.has(at, part)) {
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

/// Of stretches in order of (last start first, shortest first), those that contain no other.
pub(super) fn minimal<T>(stretches: &[T], words: impl Fn(&T) -> &Range<u32>, mut keep: impl FnMut(&T)) {
    let mut end = u32::MAX;
    for stretch in stretches {
        if words(stretch).end < end {
            end = words(stretch).end;
            keep(stretch);
        }
    }
}
