//! Whether several groups differ in a share: a permutation test.

use super::random::Stream;

/// The outcome of a permutation test of groups × outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Permutation {
    /// Pearson's chi-square of the table.
    pub statistic: f64,
    /// How often it is as large when the same answers fall over the groups at random.
    pub p: f64,
    /// The smallest p that these margins can give, where all tables were counted.
    pub smallest: Option<f64>,
    /// Random tables that were drawn; none where all tables were counted.
    pub drawn: Option<u32>,
}

/// All tables are counted when there are no more than this.
const MOST_TABLES: u64 = 50_000;

/// Up to so many answers, all weights fit in a number (the largest is that of 500 out of 1,000, near 10²⁹⁹).
const MOST_ANSWERS: u32 = 1_000;

/// Random tables that are drawn otherwise.
const DRAWS: u32 = 9_999;

impl Permutation {
    /// Compares the groups (so many of so many); nothing when fewer than two have answers, when all answers have the same outcome, or when
    /// a group has more than all.
    ///
    /// The statistic is that of K. Pearson, "On the criterion …", Philosophical Magazine 50 (1900), 157-175; its distribution is not the
    /// approximate one but that of the table itself with its margins fixed (the idea of R. A. Fisher, "The design of experiments", 1935,
    /// and of G. H. Freeman and J. H. Halton, Biometrika 38 (1951), 141-149, who rank tables by probability). Where the table is small,
    /// all tables are counted; else p = (1 + hits) / (1 + draws) of random ones, B. Phipson and G. K. Smyth, "Permutation p-values should
    /// never be zero", Statistical Applications in Genetics and Molecular Biology 9 (2010), article 39.
    ///
    /// # Example: three headings, one of which never defers
    /// ```
    /// use antwoordmeter::measure::Permutation;
    /// let test = Permutation::test(&[(2, 3), (0, 4), (1, 5)], 1).unwrap();
    /// assert_eq!(format!("{:.4} {:.4} {:.4}", test.statistic, test.p, test.smallest.unwrap()), "4.1778 0.1909 0.0045");
    /// assert_eq!(Permutation::test(&[(0, 3), (0, 4)], 1), None);
    /// ```
    pub fn test(groups: &[(u32, u32)], seed: u64) -> Option<Self> {
        if groups.iter().any(|(count, total)| count > total) {
            return None;
        }
        // The order of the groups must not matter, also not for what is drawn.
        let mut groups: Vec<(u32, u32)> = groups.iter().copied().filter(|(_, total)| *total > 0).collect();
        groups.sort_unstable();
        let total = groups.iter().try_fold(0_u32, |sum, (_, total)| sum.checked_add(*total))?;
        let count: u32 = groups.iter().map(|(count, _)| count).sum();
        if groups.len() < 2 || count == 0 || count == total {
            return None;
        }
        let share = f64::from(count) / f64::from(total);
        let sum: f64 = groups.iter().map(|(count, total)| square(*count, *total)).sum();
        let statistic = (sum - f64::from(count) * share).max(0.0) / (share * (1.0 - share));
        // Sums that differ by rounding alone are equal.
        let reached = sum * (1.0 - 1e-12);
        Some(if total <= MOST_ANSWERS && tables(&groups, count) <= MOST_TABLES {
            let mut all = All { groups: &groups, reached, weight: 0.0, hits: 0.0, largest: 0.0, at_largest: 0.0 };
            all.count(0, count, 1.0, 0.0);
            Self { statistic, p: (all.hits / all.weight).min(1.0), smallest: Some((all.at_largest / all.weight).min(1.0)), drawn: None }
        } else {
            let drawn = draws(count.min(total - count));
            let hits = random(&groups, count, total, drawn, seed, reached);
            Self { statistic, p: f64::from(1 + hits) / f64::from(1 + drawn), smallest: None, drawn: Some(drawn) }
        })
    }
}

/// What a group adds to the sum that rises and falls with chi-square when the margins are fixed.
fn square(count: u32, total: u32) -> f64 {
    f64::from(count) * f64::from(count) / f64::from(total)
}

/// Fewer for larger tables, so that none takes more than some seconds.
fn draws(each: u32) -> u32 {
    (1_000_000_000 / each.max(1)).clamp(199, DRAWS)
}

/// How many tables have these margins, as far as that is up to [`MOST_TABLES`].
fn tables(groups: &[(u32, u32)], count: u32) -> u64 {
    let mut ways = vec![0_u64; count as usize + 1];
    ways[0] = 1;
    for (_, total) in groups {
        let before: Vec<u64> = ways.iter().scan(0_u64, |sum, ways| Some(std::mem::replace(sum, sum.saturating_add(*ways)))).collect();
        for sum in (0..ways.len()).rev() {
            // All ways to have had `sum - total` to `sum` before.
            let upto = before[sum].saturating_add(ways[sum]);
            ways[sum] = upto - sum.checked_sub(*total as usize).map_or(0, |under| before[under]);
            if upto == u64::MAX {
                return u64::MAX;
            }
        }
    }
    ways[count as usize]
}

/// The count of all tables.
struct All<'g> {
    groups: &'g [(u32, u32)],
    reached: f64,
    weight: f64,
    hits: f64,
    largest: f64,
    at_largest: f64,
}

impl All<'_> {
    /// Adds all tables whose groups before `place` have this weight and sum, with `left` for the others.
    fn count(&mut self, place: usize, left: u32, weight: f64, sum: f64) {
        let Some((_, total)) = self.groups.get(place).copied() else {
            self.add(weight, sum);
            return;
        };
        let room: u32 = self.groups.iter().skip(place + 1).map(|(_, total)| total).sum();
        let mut ways = 1.0;
        for count in 0..=total.min(left) {
            if left - count <= room {
                self.count(place + 1, left - count, weight * ways, sum + square(count, total));
            }
            ways *= f64::from(total - count) / f64::from(count + 1);
        }
    }

    fn add(&mut self, weight: f64, sum: f64) {
        self.weight += weight;
        if sum >= self.reached {
            self.hits += weight;
        }
        if sum > self.largest * (1.0 + 1e-12) {
            (self.largest, self.at_largest) = (sum, weight);
        } else if sum >= self.largest * (1.0 - 1e-12) {
            self.at_largest += weight;
        }
    }
}

/// How many of the random tables reach the sum.
fn random(groups: &[(u32, u32)], count: u32, total: u32, draws: u32, seed: u64, reached: f64) -> u32 {
    // The rarer of the two outcomes is dealt: fewer cards.
    let (dealt, rarer) = (count.min(total - count), count <= total - count);
    let mut cards: Vec<u32> = (0..).zip(groups).flat_map(|(group, (_, total))| (0..*total).map(move |_| group)).collect();
    let (mut stream, mut counts, mut hits) = (Stream::new(seed, 0), vec![0_u32; groups.len()], 0);
    for _ in 0..draws {
        counts.fill(0);
        for place in 0..dealt as usize {
            let other = place + stream.below(cards.len() - place);
            cards.swap(place, other);
            counts[cards[place] as usize] += 1;
        }
        let of = |dealt: u32, size: u32| if rarer { dealt } else { size - dealt };
        let sum: f64 = counts.iter().zip(groups).map(|(dealt, (_, size))| square(of(*dealt, *size), *size)).sum();
        hits += u32::from(sum >= reached);
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::{DRAWS, MOST_TABLES, Permutation, tables};
    use proptest::prelude::*;

    /// Chi-square, p and the smallest p by counting all tables with exact fractions in Python: `itertools.product` over the counts,
    /// weight `prod(comb(n, k))`, ranked by `sum(Fraction(k * k, n))`; chi-square is
    /// `scipy.stats.chi2_contingency(table, correction=False)`, scipy 1.12.0.
    #[allow(clippy::type_complexity, reason = "a table")]
    const FRACTIONS: &[(&[(u32, u32)], f64, f64, f64, u64)] = &[
        (&[(2, 3), (0, 4), (1, 5)], 4.177_777_777_777_777, 0.190_909_090_909_090_92, 0.004_545_454_545_454_545, 10),
        (&[(3, 3), (0, 3)], 6.0, 0.1, 0.1, 4),
        (&[(1, 2), (1, 2), (1, 2)], 0.0, 1.0, 0.6, 7),
        (&[(5, 6), (2, 9), (3, 8), (1, 7)], 7.947_710_184_552_289, 0.043_974_423_044_887_814, 5.491_759_614_698_146e-7, 295),
        (&[(0, 6), (4, 4)], 10.0, 0.004_761_904_761_904_762, 0.004_761_904_761_904_762, 5),
        (&[(2, 10), (6, 10), (4, 10)], 3.333_333_333_333_333, 0.248_398_472_828_363_14, 3.121_631_780_986_314_4e-6, 82),
    ];

    #[test]
    fn agrees_with_all_tables_counted_by_fractions() {
        for (groups, statistic, p, smallest, count) in FRACTIONS {
            let test = Permutation::test(groups, 1).expect("groups that can differ");
            assert!((test.statistic - statistic).abs() < 1e-9, "{groups:?}: {test:?}");
            assert!((test.p - p).abs() < 1e-12, "{groups:?}: {test:?}");
            assert!((test.smallest.expect("a small table") - smallest).abs() < 1e-12, "{groups:?}: {test:?}");
            assert_eq!(tables(groups, groups.iter().map(|(count, _)| count).sum()), *count);
        }
    }

    /// `scipy.stats.chi2_contingency` gives p = 0.579 for this table by the approximate distribution, which is good for it; drawn
    /// tables come within 0.015 of it (three standard errors).
    #[test]
    fn draws_where_there_are_too_many_tables() {
        let groups: Vec<(u32, u32)> = [40, 45, 38, 47, 36, 41, 50, 44].map(|count| (count, 120)).to_vec();
        let test = Permutation::test(&groups, 7).expect("groups that can differ");
        assert_eq!((test.drawn, test.smallest), (Some(DRAWS), None));
        assert!((test.p - CHI2_P).abs() < 0.015, "{test:?}");
        assert_eq!(Permutation::test(&groups, 7), Some(test), "the seed settles it");
    }

    /// `scipy.stats.chi2_contingency([[40,45,38,47,36,41,50,44],[80,75,82,73,84,79,70,76]], correction=False)[1]`
    const CHI2_P: f64 = 0.578_594_573_457_756_9;

    #[test]
    fn nothing_can_differ_with_one_group_or_one_outcome() {
        assert_eq!(Permutation::test(&[], 1), None);
        assert_eq!(Permutation::test(&[(3, 9)], 1), None);
        assert_eq!(Permutation::test(&[(3, 9), (0, 0)], 1), None);
        assert_eq!(Permutation::test(&[(9, 9), (2, 2)], 1), None);
        assert_eq!(Permutation::test(&[(0, 9), (0, 2)], 1), None);
        assert_eq!(Permutation::test(&[(1, 9), (3, 2)], 1), None);
        assert_eq!(tables(&[(1, u32::MAX), (1, u32::MAX)], 3).min(MOST_TABLES), 4);
    }

    #[test]
    fn ten_million_answers_are_no_trouble() {
        let test = Permutation::test(&[(1_000, 5_000_000), (1_200, 5_000_000)], 1).expect("groups that can differ");
        assert!(test.p < 0.001, "{test:?}");
    }

    fn groups() -> impl Strategy<Value = Vec<(u32, u32)>> {
        prop::collection::vec((0..12_u32).prop_flat_map(|total| (0..=total, Just(total))), 0..6)
    }

    proptest! {
        #[test]
        fn does_not_depend_on_the_order_of_groups_or_on_what_is_counted(groups in groups(), seed: u64) {
            let test = Permutation::test(&groups, seed);
            let turned: Vec<_> = groups.iter().rev().copied().collect();
            prop_assert_eq!(Permutation::test(&turned, seed), test);
            let others: Vec<_> = groups.iter().map(|(count, total)| (total - count, *total)).collect();
            match (test, Permutation::test(&others, seed)) {
                (Some(one), Some(other)) => {
                    let far = if one.drawn.is_some() { 0.03 } else { 1e-9 };
                    prop_assert!((one.p - other.p).abs() < far && (one.statistic - other.statistic).abs() < 1e-6);
                    prop_assert!(one.p > 0.0 && one.p <= 1.0);
                    prop_assert!(one.smallest.is_none_or(|smallest| smallest <= one.p * (1.0 + 1e-9)));
                }
                (one, other) => prop_assert_eq!(one, other),
            }
        }
    }
}
