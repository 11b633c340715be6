//! Whether groups of letters differ in a share: whole letters are dealt to the groups again.

use std::{array, mem};

use rayon::prelude::*;

use super::deals::{self, Beside, Reached, beside};
use super::random::Stream;

/// The outcome of a permutation test in which whole letters change places: answers of one letter resemble one another, so that a test that
/// counts them as independent finds differences where there are none.
#[derive(Clone, Debug, PartialEq)]
pub struct Scatter {
    /// How often the groups lie as far apart as they do when their letters are dealt at random.
    pub p: f64,
    /// The smallest p that deals of these letters can give: above 0.05, they could not show a difference.
    pub smallest: f64,
    /// Each group against all others, in the order of the groups; nothing for one without answers or with all of them.
    pub each: Vec<Option<Beside>>,
    /// How often letters were dealt.
    pub drawn: u32,
}

/// Letters that change places in all deals together, at most, and the least and most deals that follow from it.
const WORK: usize = 20_000_000;
const FEWEST_DEALS: usize = 999;
const MOST_DEALS: usize = 9_999;

/// Deals that share a random stream; threads share out the streams, so that their number does not matter.
const SESSION: usize = 500;

impl Scatter {
    /// Compares groups of letters in several properties, each letter given as the place of its group, its answers, and those that have
    /// each property; nothing with fewer than two groups that have answers, or when all answers have the same outcome.
    ///
    /// A permutation test (R. A. Fisher, "The design of experiments", 1935) with the letter as the unit that is dealt, on Σ n(p - p̄)²
    /// over groups; for one group, on the distance between its share and that of all others. p = (1 + hits) / (1 + deals), Phipson and
    /// Smyth (2010). A deal serves all properties. The smallest p follows from the sizes of the groups ([`deals`]), and is so many times
    /// larger where letters are alike as the deals show.
    ///
    /// # Example: one sender defers more than another, in three letters each
    /// ```
    /// use antwoordmeter::measure::Scatter;
    /// let letters = [(0, 10, [8]), (0, 10, [7]), (0, 10, [9]), (1, 10, [1]), (1, 10, [2]), (1, 10, [3])];
    /// let [scatter] = Scatter::test(&letters, 1);
    /// let scatter = scatter.unwrap();
    /// // Of the twenty ways to deal six letters two lie as far apart, and none further.
    /// assert!((scatter.p - 0.1).abs() < 0.02 && (scatter.smallest - 0.1).abs() < 1e-9);
    /// ```
    pub fn test<const D: usize>(letters: &[(usize, u32, [u32; D])], seed: u64) -> [Option<Self>; D] {
        let mut letters: Vec<(usize, u32, [u32; D])> = letters.iter().copied().filter(|(_, total, _)| *total > 0).collect();
        letters.sort_unstable();
        let groups = letters.last().map_or(0, |(group, ..)| group + 1);
        let (mut sizes, mut piles, mut all) = (vec![0; groups], vec![Pile::default(); groups], Pile::default());
        for (group, total, counts) in &letters {
            sizes[*group] += 1;
            piles[*group].add(&(*total, *counts));
            all.add(&(*total, *counts));
        }
        let observed: [Option<Observed>; D] = array::from_fn(|property| Observed::of(&piles, all, property));
        if observed.iter().all(Option::is_none) {
            return [const { None }; D];
        }
        let drawn = (WORK / letters.len()).clamp(FEWEST_DEALS, MOST_DEALS);
        let table = Table { letters: letters.into_iter().map(|(_, total, counts)| (total, counts)).collect(), sizes, all };
        let sessions = (0..drawn.div_ceil(SESSION)).into_par_iter();
        let hits: Vec<[Hits; D]> = sessions.map(|session| table.hits(&observed, seed, session, drawn)).collect();
        array::from_fn(|property| {
            let of = |observed, rarest, reached: &dyn Fn(&Hits) -> Reached| {
                let mut sum = Reached { hits: 1, largest: observed, at_largest: 1 };
                for hits in &hits {
                    sum.meet(reached(&hits[property]));
                }
                sum.p(rarest, drawn)
            };
            let observed = observed[property].as_ref()?;
            let (p, smallest) = of(observed.apart, deals::of_all(&table.sizes), &|hits| hits.all);
            let each = observed.alone.iter().zip(&table.sizes).enumerate().map(|(group, (alone, size))| {
                let (p, smallest) = of((*alone)?, deals::of_one(*size, table.letters.len()), &|hits| hits.each[group]);
                Some((*size, p, smallest))
            });
            Some(Self { p, smallest, each: beside(&each.collect::<Vec<_>>(), table.letters.len()), drawn: drawn as u32 })
        })
    }
}

/// Letters together: their answers, and those with each property.
#[derive(Clone, Copy)]
struct Pile<const D: usize> {
    total: u64,
    counts: [u64; D],
}

impl<const D: usize> Default for Pile<D> {
    fn default() -> Self {
        Self { total: 0, counts: [0; D] }
    }
}

impl<const D: usize> Pile<D> {
    fn add(&mut self, (total, counts): &(u32, [u32; D])) {
        self.total += u64::from(*total);
        self.counts.iter_mut().zip(counts).for_each(|(sum, count)| *sum += u64::from(*count));
    }

    /// This pile without the letters of another one.
    fn without(mut self, other: &Self) -> Self {
        self.total -= other.total;
        self.counts.iter_mut().zip(other.counts).for_each(|(sum, count)| *sum -= count);
        self
    }

    /// Count and total of a property.
    fn of(&self, property: usize) -> (f64, f64) {
        (self.counts[property] as f64, self.total as f64)
    }
}

/// How far the groups lie apart in a property.
struct Observed {
    property: usize,
    all: (f64, f64),
    apart: f64,
    /// Each group from all others.
    alone: Vec<Option<f64>>,
}

/// How often groups lay as far apart when letters were dealt.
struct Hits {
    all: Reached,
    each: Vec<Reached>,
}

impl Observed {
    fn of<const D: usize>(groups: &[Pile<D>], all: Pile<D>, property: usize) -> Option<Self> {
        let all = all.of(property);
        if groups.iter().filter(|group| group.total > 0).count() < 2 || all.0 <= 0.0 || all.0 >= all.1 {
            return None;
        }
        let alone = groups.iter().map(|group| from_others(group.of(property), all)).collect();
        Some(Self { property, all, apart: distance(groups, property, all), alone })
    }

    fn count<const D: usize>(&self, dealt: &[Pile<D>], hits: &mut Hits) {
        hits.all.add(distance(dealt, self.property, self.all), self.apart);
        for ((hits, group), observed) in hits.each.iter_mut().zip(dealt).zip(&self.alone) {
            let Some(observed) = observed else { continue };
            // Whatever letters it is dealt, a group that has some keeps some, and so do the others.
            hits.add(from_others(group.of(self.property), self.all).unwrap_or(*observed), *observed);
        }
    }
}

/// The letters that are dealt, how many each group has, and what all have together.
struct Table<const D: usize> {
    letters: Vec<(u32, [u32; D])>,
    sizes: Vec<usize>,
    all: Pile<D>,
}

impl<const D: usize> Table<D> {
    /// The hits in the deals of one session out of all.
    fn hits(&self, observed: &[Option<Observed>; D], seed: u64, session: usize, drawn: usize) -> [Hits; D] {
        let (mut letters, mut stream) = (self.letters.clone(), Stream::new(seed, session as u64));
        let mut dealt = vec![Pile::default(); self.sizes.len()];
        let mut hits = array::from_fn(|_| Hits { all: Reached::default(), each: vec![Reached::default(); self.sizes.len()] });
        for _ in 0..SESSION.min(drawn - session * SESSION) {
            self.deal(&mut letters, &mut dealt, &mut stream);
            observed.iter().flatten().for_each(|observed| observed.count(&dealt, &mut hits[observed.property]));
        }
        hits
    }

    /// Deals letters to each group but the largest, which has the rest.
    fn deal(&self, letters: &mut [(u32, [u32; D])], dealt: &mut [Pile<D>], stream: &mut Stream) {
        let largest = (0..self.sizes.len()).max_by_key(|group| self.sizes[*group]).unwrap_or(0);
        let (mut place, mut rest) = (0, self.all);
        for (group, size) in self.sizes.iter().enumerate().filter(|(group, _)| *group != largest) {
            let mut pile = Pile::default();
            for _ in 0..*size {
                let from = place + stream.below(letters.len() - place);
                // Not read back from where it was just written: that would wait for the memory.
                let other = letters[place];
                let letter = mem::replace(&mut letters[from], other);
                letters[place] = letter;
                pile.add(&letter);
                place += 1;
            }
            rest = rest.without(&pile);
            dealt[group] = pile;
        }
        dealt[largest] = rest;
    }
}

fn distance<const D: usize>(groups: &[Pile<D>], property: usize, (count, total): (f64, f64)) -> f64 {
    let share = count / total;
    groups
        .iter()
        .map(|group| group.of(property))
        .filter(|group| group.1 > 0.0)
        .map(|(count, total)| total * (count / total - share).powi(2))
        .sum()
}

/// The distance between the share of a group and that of all others; nothing where either is of none.
fn from_others((count, total): (f64, f64), all: (f64, f64)) -> Option<f64> {
    (total > 0.0 && total < all.1).then(|| (count / total - (all.0 - count) / (all.1 - total)).abs())
}

#[cfg(test)]
mod tests {
    use super::Scatter;
    use proptest::prelude::*;

    /// The test of one property, letters given as group, count and total.
    fn alone(letters: &[(usize, u32, u32)], seed: u64) -> Option<Scatter> {
        let letters: Vec<_> = letters.iter().map(|(group, count, total)| (*group, *total, [*count])).collect();
        let [scatter] = Scatter::test(&letters, seed);
        scatter
    }

    /// All 20 (or 252) ways to deal the letters, counted with `itertools.combinations` in Python.
    #[test]
    fn comes_near_all_deals_counted() {
        let six = [(0, 8, 10), (0, 7, 12), (0, 2, 9), (1, 1, 10), (1, 2, 15), (1, 3, 10)];
        let ten = [(0, 3, 9), (0, 1, 4), (0, 6, 11), (0, 2, 5), (0, 4, 8), (1, 1, 10), (1, 2, 15), (1, 3, 7), (1, 0, 6), (1, 5, 20)];
        for (letters, p) in [(&six[..], SIX), (&ten[..], TEN)] {
            let scatter = alone(letters, 3).expect("two groups");
            assert!((scatter.p - p).abs() < 0.016, "{scatter:?} is not {p}");
            assert!(
                scatter.each.iter().all(|each| each.is_some_and(|each| (each.p - p).abs() < 0.016)),
                "two groups lie apart from each other"
            );
        }
    }

    const SIX: f64 = 0.2;
    const TEN: f64 = 0.031_746_031_746_031_744;

    #[test]
    fn nothing_can_differ_with_one_group_or_one_outcome() {
        assert_eq!(alone(&[], 1), None);
        assert_eq!(alone(&[(0, 1, 4), (0, 2, 3)], 1), None);
        assert_eq!(alone(&[(0, 1, 4), (1, 0, 0)], 1), None);
        assert_eq!(alone(&[(0, 4, 4), (1, 3, 3)], 1), None);
    }

    /// Dealing single letters to groups of one changes nothing: p is one, whatever they say. One of eight letters is the most extreme in an
    /// eighth of all deals.
    #[test]
    fn with_one_letter_in_each_group_nothing_can_be_shown() {
        let letters: Vec<_> = (0..8).map(|group| (group, if group == 0 { 20 } else { 0 }, 20)).collect();
        let scatter = alone(&letters, 1).expect("groups");
        assert!((scatter.p - 1.0).abs() < 1e-12 && (scatter.smallest - 1.0).abs() < 1e-12, "{scatter:?}");
        for beside in scatter.each.iter().flatten() {
            assert!((beside.smallest - 0.125).abs() < 1e-12 && (beside.smallest_adjusted - 1.0).abs() < 1e-12, "{beside:?}");
        }
    }

    /// Eight groups of two letters of one answer, one of which waits: each deal lies as far apart, and the letters of a group are two of
    /// sixteen. By the sizes alone the smallest p would be 2 × 10⁻⁸ and 1/120.
    #[test]
    fn letters_that_are_alike_make_the_smallest_p_larger() {
        let letters: Vec<_> = (0..16_u32).map(|place| (place as usize / 2, u32::from(place == 0), 1)).collect();
        let scatter = alone(&letters, 1).expect("groups");
        assert!((scatter.smallest - 1.0).abs() < 1e-6, "{scatter:?}");
        let first = scatter.each[0].expect("a group");
        assert!((first.smallest - 0.125).abs() < 0.01 && first.smallest_adjusted > 0.05, "{first:?}");
    }

    #[test]
    fn properties_do_not_disturb_one_another() {
        let letters: Vec<_> = (0..40_u32).map(|place| (place as usize % 3, 10, [place % 7, place % 11, 0])).collect();
        let [one, two, none] = Scatter::test(&letters, 5);
        let of = |property: usize| letters.iter().map(|(group, total, counts)| (*group, counts[property], *total)).collect::<Vec<_>>();
        assert_eq!((none, two.is_some()), (None, true));
        let single = alone(&of(0), 5).expect("groups");
        assert!(one.is_some_and(|one| (one.p - single.p).abs() < 0.03 && one.drawn == single.drawn));
    }

    #[test]
    fn the_number_of_threads_does_not_matter() {
        let letters: Vec<_> = (0..60_u32).map(|place| (place as usize % 4, place % 5, 6)).collect();
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            pool.install(|| alone(&letters, 3))
        };
        assert_eq!(with(1), with(3));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]

        #[test]
        fn the_order_of_letters_does_not_matter(
            letters in prop::collection::vec((0..3_usize, (1..9_u32).prop_flat_map(|total| (0..=total, Just(total)))), 0..9), seed: u64,
        ) {
            let letters: Vec<_> = letters.into_iter().map(|(group, (count, total))| (group, count, total)).collect();
            let turned: Vec<_> = letters.iter().rev().copied().collect();
            prop_assert_eq!(alone(&letters, seed), alone(&turned, seed));
        }
    }
}
