//! Answers that were used before: word for word, or nearly so, in the same letter or in another one.

use std::ops::AddAssign;

use rayon::prelude::*;

use super::near::{Near, Set, near};
use super::random::{GAMMA, mix};
use crate::text::{Packed, Reading};

/// Shorter answers are the same by chance or custom ("Nee, zie het antwoord op vraag 3").
const FEWEST_WORDS: usize = 10;

/// Words in a sequence.
const SEQUENCE: usize = 3;

/// Answers that are held, and their sequences; of more, a sample.
const MOST: usize = 250_000;
const MOST_SEQUENCES: usize = 100 * MOST;

/// A number for a word.
fn number(word: Packed<'_>) -> u64 {
    match word {
        Packed::Short(bytes) => mix(mix((bytes as u64).wrapping_mul(GAMMA)) ^ (bytes >> u64::BITS) as u64),
        Packed::Long(word) => hashed(word),
    }
}

/// A number for a text, by eight bytes at a time.
fn hashed(text: &str) -> u64 {
    let (eights, rest) = text.as_bytes().as_chunks();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let all = eights.iter().chain([&last]);
    all.fold(text.len() as u64, |sum, eight| mix(sum.wrapping_mul(GAMMA) ^ u64::from_le_bytes(*eight)))
}

/// The answers of a run that are long enough, as sketches; those of two parts of it add up, in any order.
///
/// A. Z. Broder, "On the resemblance and containment of documents", Compression and Complexity of Sequences (1997), 21-29: answers are
/// sets of sequences of three words, and their likeness is the share of them that both have of those that either has; two are nearly the
/// same from 0.7 on. A sequence is a number of 32 bits: two that differ are taken for one in a pair of four thousand million.
///
/// Memory is bounded: of more than 250,000 answers or 25 million sequences, those with the smallest first sequence are kept (P. Flajolet,
/// "On adaptive sampling", Computing 43 (1990), 391-400), so that equal answers are kept or dropped together.
#[derive(Clone, Debug, Default)]
pub struct Reuse {
    held: Vec<Held>,
    /// A number for each sequence of all answers that are held, those of one answer in ascending order.
    sequences: Vec<u32>,
    /// How often the part of all answers that is kept was halved.
    halved: u32,
}

/// An answer that is held.
#[derive(Clone, Copy, Debug)]
struct Held {
    /// A number that is equal for equal words.
    words: u64,
    /// A number for its letter.
    letter: u64,
    /// Where its sequences begin, and how many there are.
    from: usize,
    count: usize,
}

/// How many answers stand elsewhere as well; each count is of answers, so that of two equal ones both count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reused {
    /// Answers that were compared: those of ten words or more.
    pub answers: u32,
    /// One in so many answers was compared.
    pub one_in: u32,
    /// Word for word in another answer of the same letter.
    pub same_in_letter: u32,
    /// Word for word in another letter.
    pub same_across: u32,
    /// Word for word or nearly so in another answer of the same letter.
    pub near_in_letter: u32,
    /// Word for word or nearly so in another letter.
    pub near_across: u32,
    /// Answers made of sequences that so many others have, without being like one of the first hundreds, that no more were compared.
    pub given_up: u32,
}

impl Reuse {
    /// Adds an answer of a letter, given as its reading, if it is long enough to say anything.
    ///
    /// Accents, capitals and punctuation do not count.
    pub fn add(&mut self, letter: &str, answer: &Reading) {
        let count = answer.words().len();
        if count < FEWEST_WORDS {
            return;
        }
        let from = self.sequences.len();
        let (mut words, mut before) = (0_u64, [0_u64; SEQUENCE - 1]);
        for place in 0..count {
            let word = number(answer.packed(place));
            words = (words.rotate_left(5) ^ word).wrapping_mul(GAMMA);
            if place + 1 >= SEQUENCE {
                self.sequences.push((mix(before[0].rotate_left(42) ^ before[1].rotate_left(21) ^ word) >> 32) as u32);
            }
            before = [before[1], word];
        }
        self.hold(mix(words), hashed(letter), from);
    }

    /// Holds an answer whose sequences were put behind those of all others.
    fn hold(&mut self, words: u64, letter: u64, from: usize) {
        let own = &mut self.sequences[from..];
        own.sort_unstable();
        let mut count = 0;
        for place in 0..own.len() {
            if count == 0 || own[place] != own[count - 1] {
                own[count] = own[place];
                count += 1;
            }
        }
        self.sequences.truncate(from + count);
        if self.keeps(&self.sequences[from..]) {
            self.held.push(Held { words, letter, from, count });
            self.bound();
        } else {
            self.sequences.truncate(from);
        }
    }

    fn of(&self, held: &Held) -> &[u32] {
        &self.sequences[held.from..held.from + held.count]
    }

    /// Whether an answer belongs to the sample, by its smallest sequence.
    fn keeps(&self, sequences: &[u32]) -> bool {
        sequences.first().is_some_and(|first| first.checked_shr(32 - self.halved).unwrap_or(0) == 0)
    }

    fn bound(&mut self) {
        while (self.held.len() > MOST || self.sequences.len() > MOST_SEQUENCES) && self.halved < 32 {
            self.halved += 1;
            let all = std::mem::take(self);
            self.halved = all.halved;
            self.take(&all);
        }
    }

    /// Adds the answers of another one that belong to the sample.
    fn take(&mut self, other: &Self) {
        for held in &other.held {
            let sequences = other.of(held);
            if self.keeps(sequences) {
                self.held.push(Held { from: self.sequences.len(), ..*held });
                self.sequences.extend_from_slice(sequences);
            }
        }
    }

    /// What was used again.
    pub fn reused(&self) -> Reused {
        let mut answers: Vec<&Held> = self.held.iter().collect();
        answers.sort_unstable_by_key(|answer| (answer.words, answer.letter));
        let one_in = 1_u32.checked_shl(self.halved).unwrap_or(u32::MAX);
        let mut reused = Reused { answers: answers.len() as u32, one_in, ..Reused::default() };
        // Answers with the same words once, with how many they are: over all letters, and in each.
        let (mut across, mut within) = (Vec::new(), Vec::new());
        for same in answers.chunk_by(|one, other| one.words == other.words) {
            let several = same.first().map(|one| one.letter) != same.last().map(|one| one.letter);
            // What stands in several letters stands in another one for each of them.
            let owner = if several { same[0].words } else { same[0].letter };
            across.push((Set { numbers: self.of(same[0]), owner, known: several }, same.len() as u32));
            reused.same_across += if several { same.len() as u32 } else { 0 };
            for same in same.chunk_by(|one, other| one.letter == other.letter) {
                let known = same.len() > 1;
                within.push((same[0].letter, Set { numbers: self.of(same[0]), owner: same[0].words, known }, same.len() as u32));
                reused.same_in_letter += if known { same.len() as u32 } else { 0 };
            }
        }
        across.sort_unstable_by_key(|(set, _)| set.owner);
        within.sort_unstable_by_key(|(letter, set, _)| (*letter, set.owner));
        let by_letter: Vec<_> = within.chunk_by(|one, other| one.0 == other.0).collect();
        let in_letter = |answers: &[(u64, Set<'_>, u32)]| like(answers.iter().map(|(_, set, answers)| (*set, *answers)));
        let in_letters =
            || by_letter.into_par_iter().map(in_letter).reduce(Default::default, |one, other| (one.0 + other.0, one.1 + other.1));
        let (across, in_letters) = rayon::join(|| like(across.iter().copied()), in_letters);
        reused.near_across = reused.same_across + across.0;
        reused.near_in_letter = reused.same_in_letter + in_letters.0;
        reused.given_up = across.1 + in_letters.1;
        reused
    }
}

/// How many answers, of those of which it is asked, are nearly the same as another one, and of how many it was not found out.
fn like<'s>(answers: impl Iterator<Item = (Set<'s>, u32)>) -> (u32, u32) {
    let (sets, counts): (Vec<Set<'s>>, Vec<u32>) = answers.unzip();
    let mut sum = (0, 0);
    for ((_, count), near) in sets.iter().zip(counts).zip(near(&sets)).filter(|((set, _), _)| !set.known) {
        match near {
            Near::Found => sum.0 += count,
            Near::GivenUp => sum.1 += count,
            Near::None => {}
        }
    }
    sum
}

impl AddAssign for Reuse {
    fn add_assign(&mut self, other: Self) {
        if other.halved > self.halved {
            let own = std::mem::take(self);
            self.halved = other.halved;
            self.take(&own);
        }
        self.take(&other);
        self.bound();
    }
}

#[cfg(test)]
mod tests {
    use super::{Reuse, Reused};
    use crate::text::Reading;
    use proptest::prelude::*;

    const FIRST: &str = "De gemeente heeft in het voorjaar met alle bewoners van de wijk gesproken over de plannen voor het plein en de speeltuin, \
        en daaruit kwamen vooral wensen over groen, zitplekken en verlichting naar voren die wij nu uitwerken.";

    fn of(answers: &[(&str, &str)]) -> Reused {
        let mut reuse = Reuse::default();
        for (letter, answer) in answers {
            reuse.add(letter, &Reading::of(answer));
        }
        reuse.reused()
    }

    #[test]
    fn tells_the_same_from_the_nearly_same_and_letters_apart() {
        let capitals = FIRST.to_uppercase();
        let changed = FIRST.replace("voorjaar", "najaar");
        let other =
            "Over de begroting van het zwembad is in de commissie uitvoerig gesproken, en daar is besloten om de tarieven te verhogen.";
        let reused = of(&[("a", FIRST), ("a", &capitals), ("b", &changed), ("b", other)]);
        assert_eq!(
            reused,
            Reused { answers: 4, one_in: 1, same_in_letter: 2, same_across: 0, near_in_letter: 2, near_across: 3, given_up: 0 }
        );
        let across = of(&[("a", FIRST), ("b", FIRST), ("b", other)]);
        assert_eq!(
            across,
            Reused { answers: 3, one_in: 1, same_in_letter: 0, same_across: 2, near_in_letter: 0, near_across: 2, given_up: 0 }
        );
        assert_eq!(of(&[]), Reused { one_in: 1, ..Reused::default() });
        assert_eq!(of(&[("a", "Nee, zie het antwoord op vraag drie hierboven."); 2]).answers, 0);
    }

    #[test]
    fn likeness_is_the_share_of_sequences_in_common() {
        let words =
            ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien"];
        let answer = |from: usize, upto: usize| words[from..upto].join(" ");
        let near =
            |one: (usize, usize), other: (usize, usize)| of(&[("a", &answer(one.0, one.1)), ("b", &answer(other.0, other.1))]).near_across;
        // Nine of twelve different sequences; eight of twelve.
        assert_eq!((near((0, 12), (1, 14)), near((0, 12), (2, 14))), (2, 0));
        // Of the same words in another order, no sequence is left.
        let turned = words.iter().rev().copied().collect::<Vec<_>>().join(" ");
        assert_eq!(of(&[("a", &answer(0, 14)), ("b", &turned)]).near_across, 0);
    }

    /// An answer that stands in two letters stands in another one for each of them, and for one that is like it.
    #[test]
    fn an_answer_of_several_letters_is_in_another_letter_for_all() {
        let changed = FIRST.replace("voorjaar", "najaar");
        let reused = of(&[("a", FIRST), ("b", FIRST), ("a", &changed)]);
        assert_eq!((reused.same_across, reused.near_across, reused.same_in_letter, reused.near_in_letter), (2, 3, 0, 2));
    }

    #[test]
    fn of_too_many_answers_a_sample_is_kept_that_does_not_depend_on_their_order() {
        let all: Vec<u32> = (0..300_000).collect();
        let whole = |answers: &mut dyn Iterator<Item = &u32>| {
            let mut reuse = Reuse::default();
            for place in answers {
                let from = reuse.sequences.len();
                reuse.sequences.push(place.wrapping_mul(2_654_435_761));
                reuse.hold((*place).into(), (place % 9).into(), from);
            }
            assert_eq!(reuse.sequences.len(), reuse.held.len(), "nothing is left of what is not held");
            reuse
        };
        let forward = whole(&mut all.iter()).reused();
        assert_eq!((forward.one_in, whole(&mut all.iter().rev()).reused()), (2, forward));
        assert!((140_000..160_000).contains(&forward.answers), "{forward:?}");
        let mut parts = whole(&mut all[..50_000].iter());
        parts += whole(&mut all[50_000..].iter());
        assert_eq!(parts.reused(), forward);
    }

    proptest! {
        #[test]
        fn neither_the_order_nor_parts_matter(
            answers in prop::collection::vec((0..4_u8, prop::collection::vec(0..3_u8, 10..16)), 0..40), cut in 0..40_usize,
        ) {
            let text = |words: &[u8]| words.iter().map(|word| ["groen", "plein", "raad"][*word as usize]).collect::<Vec<_>>().join(" ");
            let sum = |answers: &[(u8, Vec<u8>)]| {
                let mut reuse = Reuse::default();
                for (letter, words) in answers {
                    reuse.add(&letter.to_string(), &Reading::of(&text(words)));
                }
                reuse
            };
            let (one, two) = answers.split_at(cut.min(answers.len()));
            let mut parts = sum(two);
            parts += sum(one);
            let whole = sum(&answers).reused();
            prop_assert_eq!(parts.reused(), whole);
            prop_assert!(whole.same_in_letter <= whole.near_in_letter && whole.same_across <= whole.near_across);
            prop_assert!(whole.near_across <= whole.answers && whole.near_in_letter <= whole.answers);
        }
    }
}
