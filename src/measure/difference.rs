//! The difference between two shares.

use super::confidence::Confidence;
use super::share::wilson;

/// How much larger the first share is than the second, with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// First share minus second share, from -1 to 1.
    pub value: f64,
    /// Its interval, within -1 to 1.
    pub confidence: Confidence,
}

impl Difference {
    /// The difference between `first` of so many and `second` of so many, with the hybrid score interval of Newcombe (1998); nothing where
    /// one of the two is of none, or has more than all.
    ///
    /// R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
    /// Statistics in Medicine 17 (1998), 873-890, method 10: from the Wilson intervals (l, u) of both shares, the difference
    /// d reaches from d - √((p₁-l₁)² + (u₂-p₂)²) to d + √((u₁-p₁)² + (p₂-l₂)²).
    ///
    /// # Example: the data of Newcombe's table II, (a)
    /// ```
    /// use antwoordmeter::measure::Difference;
    /// let difference = Difference::of((56, 70), (48, 80)).unwrap();
    /// let confidence = difference.confidence;
    /// assert_eq!(format!("{:.4} {:.4} {:.4}", difference.value, confidence.low, confidence.high), "0.2000 0.0524 0.3339");
    /// assert_eq!(Difference::of((0, 0), (1, 2)), None);
    /// ```
    pub fn of(first: (u32, u32), second: (u32, u32)) -> Option<Self> {
        let share = |(count, total): (u32, u32)| {
            let interval = wilson(count, total)?;
            Some((f64::from(count) / f64::from(total), interval.low, interval.high))
        };
        let (one, one_low, one_high) = share(first)?;
        let (two, two_low, two_high) = share(second)?;
        let value = one - two;
        let low = value - (one - one_low).hypot(two_high - two);
        let high = value + (one_high - one).hypot(two - two_low);
        Some(Self { value, confidence: Confidence { low: low.max(-1.0), high: high.min(1.0) } })
    }
}

#[cfg(test)]
mod tests {
    use super::Difference;
    use proptest::prelude::*;

    /// `statsmodels.stats.proportion.confint_proportions_2indep(k1, n1, k2, n2, method="newcomb", compare="diff")`, statsmodels 0.15.0.
    #[allow(clippy::type_complexity, reason = "a table")]
    const STATSMODELS: &[((u32, u32), (u32, u32), f64, f64)] = &[
        ((0, 5), (5, 5), -1.0, -0.385_549_005_690_343_56),
        ((3, 7), (1, 9), -0.104_432_790_828_314_58, 0.651_141_307_162_159_1),
        ((10, 45), (17, 45), -0.330_652_550_933_637_8, 0.033_611_380_678_682_745),
        ((0, 10), (0, 20), -0.161_125_158_052_819_4, 0.277_532_799_862_889_26),
        ((56, 70), (48, 80), 0.052_431_472_402_364_98, 0.333_872_654_036_906_14),
        ((9, 10), (3, 10), 0.170_522_723_934_502_9, 0.809_017_973_535_488),
        ((5, 56), (0, 29), -0.038_137_147_903_536_936, 0.192_560_013_855_111_65),
        ((500, 20_000), (430, 20_000), 0.000_545_488_736_939_036_1, 0.006_463_054_303_604_292),
        ((10, 10), (0, 20), 0.679_086_037_141_914_5, 1.0),
        ((1, 1_000_000), (3, 9_000_000), -3.804_530_443_614_006e-7, 5.336_761_837_486_644e-6),
    ];

    #[test]
    fn agrees_with_statsmodels() {
        for (first, second, low, high) in STATSMODELS {
            let Difference { confidence, .. } = Difference::of(*first, *second).expect("both have answers");
            assert!((confidence.low - low).abs() < 1e-12 && (confidence.high - high).abs() < 1e-12, "{first:?} {second:?}: {confidence:?}");
        }
    }

    #[test]
    fn nothing_is_said_of_none_or_of_more_than_all() {
        assert_eq!(Difference::of((0, 0), (0, 0)), None);
        assert_eq!(Difference::of((4, 3), (1, 2)), None);
        assert_eq!(Difference::of((1, 2), (4, 3)), None);
    }

    fn counts() -> impl Strategy<Value = (u32, u32)> {
        (1..5_000_u32).prop_flat_map(|total| (0..=total, Just(total)))
    }

    proptest! {
        #[test]
        fn contains_the_difference_and_turns_with_the_groups(first in counts(), second in counts()) {
            let one = Difference::of(first, second).expect("both have answers");
            let other = Difference::of(second, first).expect("both have answers");
            prop_assert!(-1.0 <= one.confidence.low && one.confidence.low <= one.value);
            prop_assert!(one.value <= one.confidence.high && one.confidence.high <= 1.0);
            prop_assert!((one.confidence.low + other.confidence.high).abs() < 1e-12);
        }

        #[test]
        fn shrinks_with_more_answers(first in counts(), second in counts(), times in 2..50_u32) {
            let many = |(count, total): (u32, u32)| (count * times, total * times);
            let few = Difference::of(first, second).expect("both have answers").confidence;
            let more = Difference::of(many(first), many(second)).expect("both have answers").confidence;
            prop_assert!(more.width() < few.width());
        }
    }
}
