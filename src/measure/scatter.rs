//! Whether groups of letters differ in a share: whole letters are dealt to the groups again.

use super::random::Stream;

/// The outcome of a permutation test in which whole letters change places: answers of one letter resemble one another, so that a test that
/// counts them as independent finds differences where there are none.
#[derive(Clone, Debug, PartialEq)]
pub struct Scatter {
    /// How often the groups lie as far apart as they do when their letters are dealt at random.
    pub p: f64,
    /// The same for each group against all others, in the order of the groups; nothing for one without answers or with all of them.
    pub each: Vec<Option<f64>>,
    /// How often letters were dealt.
    pub drawn: u32,
}

/// Letters that change places in all deals together, at most, and the least and most deals that follow from it.
const WORK: usize = 20_000_000;
const FEWEST_DEALS: usize = 999;
const MOST_DEALS: usize = 9_999;

impl Scatter {
    /// Compares groups of letters, each letter given as the place of its group, its count and its total; nothing with fewer than two
    /// groups that have answers, or when all answers have the same outcome.
    ///
    /// A permutation test (R. A. Fisher, "The design of experiments", 1935) with the letter as the unit that is dealt, on Σ n(p - p̄)²
    /// over groups; for one group, on the distance between its share and that of all others. p = (1 + hits) / (1 + deals), Phipson and
    /// Smyth (2010).
    ///
    /// # Example: one sender defers more than another, in three letters each
    /// ```
    /// use antwoordmeter::measure::Scatter;
    /// let letters = [(0, 8, 10), (0, 7, 10), (0, 9, 10), (1, 1, 10), (1, 2, 10), (1, 3, 10)];
    /// let scatter = Scatter::test(&letters, 1).unwrap();
    /// // Of the twenty ways to deal six letters two lie as far apart.
    /// assert!((scatter.p - 0.1).abs() < 0.02, "{scatter:?}");
    /// ```
    pub fn test(letters: &[(usize, u32, u32)], seed: u64) -> Option<Self> {
        let mut letters: Vec<(usize, u32, u32)> = letters.iter().copied().filter(|(_, _, total)| *total > 0).collect();
        letters.sort_unstable();
        let groups = letters.last()?.0 + 1;
        let all = letters.iter().fold((0.0, 0.0), |(count, total), letter| (count + f64::from(letter.1), total + f64::from(letter.2)));
        let mut labels: Vec<usize> = letters.iter().map(|(group, ..)| *group).collect();
        let observed = sums(&labels, &letters, groups);
        if observed.iter().filter(|(_, total)| *total > 0.0).count() < 2 || all.0 <= 0.0 || all.0 >= all.1 {
            return None;
        }
        let apart = distance(&observed, all);
        let alone: Vec<Option<f64>> = observed.iter().map(|group| from_others(*group, all)).collect();
        let drawn = (WORK / letters.len()).clamp(FEWEST_DEALS, MOST_DEALS);
        let (mut stream, mut hits, mut each) = (Stream::new(seed, 0), 0_u32, vec![0_u32; groups]);
        // Sums that differ by rounding alone are equal.
        let reaches = |value: f64, observed: f64| value >= observed - 1e-12 * observed.abs().max(1e-12);
        for _ in 0..drawn {
            for place in 0..labels.len() {
                let other = place + stream.below(labels.len() - place);
                labels.swap(place, other);
            }
            let dealt = sums(&labels, &letters, groups);
            hits += u32::from(reaches(distance(&dealt, all), apart));
            for ((hits, group), observed) in each.iter_mut().zip(&dealt).zip(&alone) {
                let Some(observed) = observed else { continue };
                // A deal that leaves the group empty says nothing against the groups being alike.
                *hits += u32::from(from_others(*group, all).is_none_or(|value| reaches(value, *observed)));
            }
        }
        let p = |hits: u32| f64::from(1 + hits) / (1 + drawn) as f64;
        let each = each.into_iter().zip(alone).map(|(hits, observed)| observed.map(|_| p(hits))).collect();
        Some(Self { p: p(hits), each, drawn: drawn as u32 })
    }
}

/// Count and total of each group when the letters have these labels.
fn sums(labels: &[usize], letters: &[(usize, u32, u32)], groups: usize) -> Vec<(f64, f64)> {
    let mut sums = vec![(0.0, 0.0); groups];
    for (label, (_, count, total)) in labels.iter().zip(letters) {
        sums[*label].0 += f64::from(*count);
        sums[*label].1 += f64::from(*total);
    }
    sums
}

fn distance(groups: &[(f64, f64)], (count, total): (f64, f64)) -> f64 {
    let share = count / total;
    groups.iter().filter(|(_, total)| *total > 0.0).map(|(count, total)| total * (count / total - share).powi(2)).sum()
}

/// The distance between the share of a group and that of all others; nothing where either is of none.
fn from_others((count, total): (f64, f64), all: (f64, f64)) -> Option<f64> {
    (total > 0.0 && total < all.1).then(|| (count / total - (all.0 - count) / (all.1 - total)).abs())
}

#[cfg(test)]
mod tests {
    use super::Scatter;
    use proptest::prelude::*;

    /// All 20 (or 252) ways to deal the letters, counted with `itertools.combinations` in Python.
    #[test]
    fn comes_near_all_deals_counted() {
        let six = [(0, 8, 10), (0, 7, 12), (0, 2, 9), (1, 1, 10), (1, 2, 15), (1, 3, 10)];
        let ten = [(0, 3, 9), (0, 1, 4), (0, 6, 11), (0, 2, 5), (0, 4, 8), (1, 1, 10), (1, 2, 15), (1, 3, 7), (1, 0, 6), (1, 5, 20)];
        for (letters, p) in [(&six[..], SIX), (&ten[..], TEN)] {
            let scatter = Scatter::test(letters, 3).expect("two groups");
            assert!((scatter.p - p).abs() < 0.016, "{scatter:?} is not {p}");
            assert!(
                scatter.each.iter().all(|each| each.is_some_and(|each| (each - p).abs() < 0.016)),
                "two groups lie apart from each other"
            );
        }
    }

    const SIX: f64 = 0.2;
    const TEN: f64 = 0.031_746_031_746_031_744;

    #[test]
    fn nothing_can_differ_with_one_group_or_one_outcome() {
        assert_eq!(Scatter::test(&[], 1), None);
        assert_eq!(Scatter::test(&[(0, 1, 4), (0, 2, 3)], 1), None);
        assert_eq!(Scatter::test(&[(0, 1, 4), (1, 0, 0)], 1), None);
        assert_eq!(Scatter::test(&[(0, 4, 4), (1, 3, 3)], 1), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]

        #[test]
        fn the_order_of_letters_does_not_matter(
            letters in prop::collection::vec((0..3_usize, (1..9_u32).prop_flat_map(|total| (0..=total, Just(total)))), 0..9), seed: u64,
        ) {
            let letters: Vec<_> = letters.into_iter().map(|(group, (count, total))| (group, count, total)).collect();
            let turned: Vec<_> = letters.iter().rev().copied().collect();
            prop_assert_eq!(Scatter::test(&letters, seed), Scatter::test(&turned, seed));
        }
    }
}
