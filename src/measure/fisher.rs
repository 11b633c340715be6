//! Whether two groups differ in a share: the exact test of Fisher.
//!
//! Chosen: Fisher's test by ratios of neighbouring tables, divided by their sum. Why: right to 1e-9 for ten million answers. Rejected:
//! log-gamma: its error grows with n.

/// The outcome of Fisher's exact test, two-sided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fisher {
    /// How often the margins of the table give a table as rare as this one, or rarer, when the groups do not differ.
    pub p: f64,
    /// The smallest p that these margins can give: above 0.05, no data of this size could show a difference.
    pub smallest: f64,
}

/// Tables whose probabilities differ by less than this share are equally rare, as in R: rounding must not tell them apart.
const EQUAL: f64 = 1.0 + 1e-7;

impl Fisher {
    /// Compares `first` of so many with `second` of so many; nothing where one has more than all.
    ///
    /// R. A. Fisher, "The logic of inductive inference", Journal of the Royal Statistical Society 98 (1935), 39-82. The two-sided p
    /// adds the probabilities of all tables with the same margins that are no more likely than the one observed. They follow from
    /// one another as integer ratios, from the likeliest outwards, and are divided by their sum: no gamma function is asked,
    /// whose error grows with n. A p below what a number can hold is the smallest positive number.
    ///
    /// # Example: the lady who tastes tea told three of four cups right
    /// ```
    /// use antwoordmeter::measure::Fisher;
    /// let fisher = Fisher::test((3, 4), (1, 4)).unwrap();
    /// assert_eq!(format!("{:.4} {:.4}", fisher.p, fisher.smallest), "0.4857 0.0286");
    /// ```
    pub fn test(first: (u32, u32), second: (u32, u32)) -> Option<Self> {
        if first.0 > first.1 || second.0 > second.1 {
            return None;
        }
        let [count, one, two] = [u64::from(first.0) + u64::from(second.0), first.1.into(), second.1.into()];
        let (from, weights) = weights(count, one, two);
        let all: f64 = weights.iter().sum();
        let tail = |weight: f64| {
            let rarer: f64 = weights.iter().filter(|other| **other <= weight * EQUAL).sum();
            (rarer / all).clamp(f64::MIN_POSITIVE, 1.0)
        };
        let observed = u64::from(first.0).checked_sub(from).and_then(|place| weights.get(usize::try_from(place).ok()?));
        let ends = [weights.first(), weights.last()].into_iter().flatten().copied().fold(f64::INFINITY, f64::min);
        // Weights that are too small to hold are not in the list: a table that is not there is rarer than all that are.
        let (lowest, highest) = (count.saturating_sub(two), count.min(one));
        let whole = weights.len() as u64 == highest - lowest + 1;
        Some(Self { p: tail(observed.copied().unwrap_or(0.0)), smallest: if whole { tail(ends) } else { f64::MIN_POSITIVE } })
    }
}

/// The weights of all tables with these margins, relative to the likeliest, and the count of the first group in the first of them;
/// those at the ends that are too small to hold are left out.
fn weights(count: u64, one: u64, two: u64) -> (u64, Vec<f64>) {
    let (lowest, highest) = (count.saturating_sub(two), count.min(one));
    let mode =
        (u128::from(count + 1) * u128::from(one + 1) / u128::from(one + two + 2)).try_into().unwrap_or(highest).clamp(lowest, highest);
    // The weight of k + 1 over that of k.
    let ratio = |k: u64| ((one - k) as f64 * (count - k) as f64) / ((k + 1) as f64 * (two + k + 1 - count) as f64);
    let held = |weight: &f64| *weight > f64::MIN_POSITIVE;
    let grow = |weight: f64, by: f64| Some(weight * by).filter(held);
    let mut down: Vec<f64> = Vec::new();
    let (mut k, mut weight) = (mode, Some(1.0));
    while let Some(next) = weight.filter(|_| k > lowest).and_then(|weight| grow(weight, 1.0 / ratio(k - 1))) {
        down.push(next);
        (k, weight) = (k - 1, Some(next));
    }
    let from = k;
    down.reverse();
    down.push(1.0);
    (k, weight) = (mode, Some(1.0));
    while let Some(next) = weight.filter(|_| k < highest).and_then(|weight| grow(weight, ratio(k))) {
        down.push(next);
        (k, weight) = (k + 1, Some(next));
    }
    (from, down)
}

#[cfg(test)]
mod tests {
    use super::Fisher;
    use proptest::prelude::*;

    /// Exact fractions in Python: `w = {k: comb(n1, k) * comb(n2, K - k)}`, `Fraction(sum(v for v in w.values() if v <= w[k1]),
    /// sum(w.values()))`, and the same with `min(w.values())`. `scipy.stats.fisher_exact` of scipy 1.12.0 gives the same p.
    #[allow(clippy::type_complexity, reason = "a table")]
    const FRACTIONS: &[((u32, u32), (u32, u32), f64, f64)] = &[
        ((1, 9), (11, 15), 0.009_422_533_315_385_65, 0.000_336_519_046_978_058_94),
        ((3, 4), (1, 4), 0.485_714_285_714_285_7, 0.028_571_428_571_428_57),
        ((0, 5), (5, 5), 0.007_936_507_936_507_936, 0.007_936_507_936_507_936),
        ((10, 45), (17, 45), 0.166_969_228_302_416_8, 4.986_570_573_441_707_6e-11),
        ((0, 3), (0, 9), 1.0, 1.0),
        ((4, 4), (9, 9), 1.0, 1.0),
        ((2, 5), (15, 40), 1.0, 0.005_064_828_660_971_599),
        ((8, 10), (1, 6), 0.034_965_034_965_034_96, 0.000_874_125_874_125_874_1),
        ((7, 12), (10, 33), 0.162_609_963_457_800_57, 2.151_597_816_881_275e-7),
        ((60, 1000), (90, 1000), 0.013_588_434_072_206_376, 3.318_989_207_286_554e-48),
    ];

    #[test]
    fn agrees_with_exact_fractions() {
        for (first, second, p, smallest) in FRACTIONS {
            let fisher = Fisher::test(*first, *second).expect("counts within totals");
            assert!((fisher.p / p - 1.0).abs() < 1e-11, "{first:?} {second:?}: {} is not {p}", fisher.p);
            assert!((fisher.smallest / smallest - 1.0).abs() < 1e-11, "{first:?} {second:?}: {} is not {smallest}", fisher.smallest);
        }
    }

    /// `scipy.stats.fisher_exact([[k1, n1 - k1], [k2, n2 - k2]])`, scipy 1.12.0.
    #[test]
    fn stays_right_for_ten_million_answers() {
        let table = [
            ((500, 2000), (430, 2000), 0.009_781_400_335_951_592),
            ((50_000, 1_000_000), (50_500, 1_000_000), 0.106_277_793_031_406_98),
            ((500_000, 5_000_000), (501_000, 5_000_000), 0.292_537_736_016_664_6),
        ];
        for (first, second, p) in table {
            let fisher = Fisher::test(first, second).expect("counts within totals");
            assert!((fisher.p - p).abs() < 1e-9, "{first:?} {second:?}: {} is not {p}", fisher.p);
        }
        let apart = Fisher::test((0, 5_000_000), (5_000_000, 5_000_000)).expect("counts within totals");
        assert!(apart.p > 0.0 && apart.p < 1e-300, "{apart:?}");
    }

    #[test]
    #[allow(clippy::float_cmp, reason = "one is exact")]
    fn nothing_can_be_told_of_empty_groups() {
        assert_eq!(Fisher::test((0, 0), (3, 4)), Some(Fisher { p: 1.0, smallest: 1.0 }));
        assert_eq!(Fisher::test((0, 0), (0, 0)), Some(Fisher { p: 1.0, smallest: 1.0 }));
        assert_eq!(Fisher::test((2, 1), (0, 1)), None);
    }

    fn counts() -> impl Strategy<Value = (u32, u32)> {
        (0..400_u32).prop_flat_map(|total| (0..=total, Just(total)))
    }

    proptest! {
        #[test]
        fn is_the_same_whichever_group_or_outcome_comes_first(first in counts(), second in counts()) {
            let not = |(count, total): (u32, u32)| (total - count, total);
            let fisher = Fisher::test(first, second).expect("counts within totals");
            prop_assert!(fisher.smallest <= fisher.p * (1.0 + 1e-9) && fisher.p <= 1.0);
            for other in [Fisher::test(second, first), Fisher::test(not(first), not(second))] {
                let other = other.expect("counts within totals");
                prop_assert!((other.p - fisher.p).abs() < 1e-9 && (other.smallest - fisher.smallest).abs() < 1e-9);
            }
        }
    }
}
