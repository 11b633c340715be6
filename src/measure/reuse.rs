//! Answers that were used before: word for word, or nearly so, in the same letter or in another one.

use std::collections::HashMap;
use std::ops::AddAssign;

use super::random::mix;
use crate::text::Reading;

/// What is kept of an answer to tell others like it: its words as one number, and a sample of its sequences of three words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sketch {
    /// The smallest numbers of its sequences, in order.
    sequences: Vec<u32>,
    /// A number that is equal for equal words.
    words: u64,
    /// A number for its letter.
    letter: u64,
}

/// Shorter answers are the same by chance or custom ("Nee, zie het antwoord op vraag 3").
const FEWEST_WORDS: usize = 10;

/// Words in a sequence.
const SEQUENCE: usize = 3;

/// Sequences that are kept.
const KEPT: usize = 32;

/// The smallest of these tell which answers are compared at all.
const KEYS: usize = 4;

/// From this share of sequences in common, two answers are nearly the same.
const NEAR: f64 = 0.7;

/// Answers with a sequence in common are compared with so many beside them in the order of their sketches.
const NEIGHBOURS: usize = 8;

/// Answers that are held; of more, a sample.
const MOST: usize = 250_000;

impl Sketch {
    /// The sketch of an answer of a letter, given as its reading; nothing when it is too short to say anything.
    ///
    /// Accents, capitals and punctuation do not count.
    pub fn of(letter: &str, answer: &Reading) -> Option<Self> {
        let words: Vec<u64> = (0..answer.words().len()).map(|place| number(answer.folded(place))).collect();
        if words.len() < FEWEST_WORDS {
            return None;
        }
        let join = |words: &[u64]| words.iter().fold(0, |sum: u64, word| mix(sum.wrapping_mul(31) ^ word));
        let mut sequences: Vec<u32> = words.windows(SEQUENCE).map(|words| (join(words) >> 32) as u32).collect();
        sequences.sort_unstable();
        sequences.dedup();
        sequences.truncate(KEPT);
        Some(Self { sequences, words: join(&words), letter: number(letter) })
    }

    /// The share of sequences that two answers have in common, estimated from the smallest of both together; exact for short ones.
    fn resemblance(&self, other: &Self) -> f64 {
        let (one, two) = (&self.sequences, &other.sequences);
        let (mut here, mut there, mut both, mut all) = (0, 0, 0_u32, 0);
        while all < KEPT && (here < one.len() || there < two.len()) {
            // Past its end, a list has nothing smaller to offer.
            let (first, second) =
                (one.get(here).map_or(u64::MAX, |own| (*own).into()), two.get(there).map_or(u64::MAX, |own| (*own).into()));
            both += u32::from(first == second);
            here += usize::from(first <= second);
            there += usize::from(second <= first);
            all += 1;
        }
        f64::from(both) / all.max(1) as f64
    }
}

fn number(text: &str) -> u64 {
    text.as_bytes().chunks(8).fold(text.len() as u64, |sum, bytes| {
        let mut word = [0; 8];
        word[..bytes.len()].copy_from_slice(bytes);
        mix(sum.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ u64::from_le_bytes(word))
    })
}

/// The answers of a run that are long enough, as sketches; those of two parts of it add up, in any order.
///
/// A. Z. Broder, "On the resemblance and containment of documents", Compression and Complexity of Sequences (1997), 21-29: answers are
/// sets of sequences of three words, and the smallest of them under one random order are a sample from which their likeness follows.
/// Memory is bounded: of more than 250,000 answers, those with the smallest first sequence are kept (P. Flajolet, "On adaptive sampling",
/// Computing 43 (1990), 391-400), so that equal answers are kept or dropped together.
#[derive(Clone, Debug, Default)]
pub struct Reuse {
    held: Vec<Sketch>,
    /// How often the part of all answers that is kept was halved.
    halved: u32,
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
}

impl Reuse {
    /// Adds an answer.
    pub fn add(&mut self, sketch: Sketch) {
        if self.keeps(&sketch) {
            self.held.push(sketch);
            self.bound();
        }
    }

    fn keeps(&self, sketch: &Sketch) -> bool {
        sketch.sequences.first().is_some_and(|first| first.checked_shr(32 - self.halved).unwrap_or(0) == 0)
    }

    fn bound(&mut self) {
        while self.held.len() > MOST && self.halved < 32 {
            self.halved += 1;
            let mut held = std::mem::take(&mut self.held);
            held.retain(|sketch| self.keeps(sketch));
            self.held = held;
        }
    }

    /// What was used again.
    pub fn reused(&self) -> Reused {
        let mut sketches: Vec<&Sketch> = self.held.iter().collect();
        sketches.sort_unstable();
        let mut found = vec![Found::default(); sketches.len()];
        same(&sketches, &mut found);
        near(&sketches, &mut found);
        let count = |of: fn(&Found) -> bool| found.iter().filter(|found| of(found)).count() as u32;
        Reused {
            answers: sketches.len() as u32,
            one_in: 1_u32.checked_shl(self.halved).unwrap_or(u32::MAX),
            same_in_letter: count(|found| found.same_in_letter),
            same_across: count(|found| found.same_across),
            near_in_letter: count(|found| found.same_in_letter || found.near_in_letter),
            near_across: count(|found| found.same_across || found.near_across),
        }
    }
}

impl AddAssign for Reuse {
    fn add_assign(&mut self, mut other: Self) {
        self.halved = self.halved.max(other.halved);
        self.held.append(&mut other.held);
        let mut held = std::mem::take(&mut self.held);
        held.retain(|sketch| self.keeps(sketch));
        self.held = held;
        self.bound();
    }
}

/// Where an answer stands as well.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "four marks that do not exclude one another")]
struct Found {
    same_in_letter: bool,
    same_across: bool,
    near_in_letter: bool,
    near_across: bool,
}

/// Marks answers with equal words.
fn same(sketches: &[&Sketch], found: &mut [Found]) {
    // By words: answers, and whether they are of more than one letter.
    let mut by_words: HashMap<u64, (u64, bool)> = HashMap::new();
    let mut by_letter: HashMap<(u64, u64), u32> = HashMap::new();
    for sketch in sketches {
        let (letter, several) = by_words.entry(sketch.words).or_insert((sketch.letter, false));
        *several |= *letter != sketch.letter;
        *by_letter.entry((sketch.words, sketch.letter)).or_default() += 1;
    }
    for (sketch, found) in sketches.iter().zip(found) {
        found.same_across = by_words.get(&sketch.words).is_some_and(|(_, several)| *several);
        found.same_in_letter = by_letter.get(&(sketch.words, sketch.letter)).is_some_and(|answers| *answers > 1);
    }
}

/// Marks answers that are nearly the same, among those that share one of their smallest sequences.
fn near(sketches: &[&Sketch], found: &mut [Found]) {
    let keys = |(place, sketch): (usize, &&Sketch)| sketch.sequences.iter().take(KEYS).map(move |key| (*key, place)).collect::<Vec<_>>();
    let mut keyed: Vec<(u32, usize)> = sketches.iter().enumerate().flat_map(keys).collect();
    keyed.sort_unstable();
    for group in keyed.chunk_by(|one, other| one.0 == other.0) {
        for (rank, (_, place)) in group.iter().enumerate() {
            for (_, beside) in group.iter().skip(rank + 1).take(NEIGHBOURS) {
                let (one, other) = (sketches[*place], sketches[*beside]);
                let in_letter = one.letter == other.letter;
                let known = |found: &Found| if in_letter { found.near_in_letter } else { found.near_across };
                if known(&found[*place]) && known(&found[*beside]) || one.words != other.words && one.resemblance(other) < NEAR {
                    continue;
                }
                for place in [*place, *beside] {
                    found[place].near_in_letter |= in_letter;
                    found[place].near_across |= !in_letter;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Reuse, Reused, Sketch};
    use crate::text::Reading;
    use proptest::prelude::*;

    const FIRST: &str = "De gemeente heeft in het voorjaar met alle bewoners van de wijk gesproken over de plannen voor het plein en de speeltuin, \
        en daaruit kwamen vooral wensen over groen, zitplekken en verlichting naar voren die wij nu uitwerken.";

    fn sketch(letter: &str, answer: &str) -> Sketch {
        Sketch::of(letter, &Reading::of(answer)).expect("a long answer")
    }

    fn of(answers: &[(&str, &str)]) -> Reused {
        let mut reuse = Reuse::default();
        for (letter, answer) in answers {
            reuse.add(sketch(letter, answer));
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
        assert_eq!(reused, Reused { answers: 4, one_in: 1, same_in_letter: 2, same_across: 0, near_in_letter: 2, near_across: 3 });
        let across = of(&[("a", FIRST), ("b", FIRST), ("b", other)]);
        assert_eq!(across, Reused { answers: 3, one_in: 1, same_in_letter: 0, same_across: 2, near_in_letter: 0, near_across: 2 });
        assert_eq!(of(&[]), Reused { one_in: 1, ..Reused::default() });
        assert_eq!(Sketch::of("a", &Reading::of("Nee, zie het antwoord op vraag drie hierboven.")), None);
    }

    #[test]
    fn likeness_is_the_share_of_sequences_in_common() {
        let one = sketch("a", "een twee drie vier vijf zes zeven acht negen tien");
        let two = sketch("a", "een twee drie vier vijf zes zeven acht negen elf");
        // Seven of nine different sequences.
        assert!((one.resemblance(&two) - 7.0 / 9.0).abs() < 1e-12);
        assert!((one.resemblance(&one) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn of_too_many_answers_a_sample_is_kept_that_does_not_depend_on_their_order() {
        let answer =
            |place: u32| Sketch { sequences: vec![place.wrapping_mul(2_654_435_761)], words: place.into(), letter: (place % 9).into() };
        let all: Vec<Sketch> = (0..300_000).map(answer).collect();
        let whole = |sketches: &mut dyn Iterator<Item = &Sketch>| {
            let mut reuse = Reuse::default();
            sketches.for_each(|sketch| reuse.add(sketch.clone()));
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
            let sketches: Vec<Sketch> = answers.iter().map(|(letter, words)| sketch(&letter.to_string(), &text(words))).collect();
            let sum = |sketches: &[Sketch]| {
                let mut reuse = Reuse::default();
                for sketch in sketches {
                    reuse.add(sketch.clone());
                }
                reuse
            };
            let (one, two) = sketches.split_at(cut.min(sketches.len()));
            let mut parts = sum(two);
            parts += sum(one);
            let whole = sum(&sketches).reused();
            prop_assert_eq!(parts.reused(), whole);
            prop_assert!(whole.same_in_letter <= whole.near_in_letter && whole.same_across <= whole.near_across);
            prop_assert!(whole.near_across <= whole.answers && whole.near_in_letter <= whole.answers);
        }
    }
}
