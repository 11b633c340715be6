//! A share with the interval that speaks of the way of answering behind it.

use super::confidence::{Confidence, Z};

/// So many of so many, with the 95 % interval of Wilson (1927).
///
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
/// Statistical Association 22 (1927), 209-212; without continuity correction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// How many have the property.
    pub count: u32,
    /// Of how many.
    pub total: u32,
    /// Lower end of the interval, from 0 to 1.
    pub low: f64,
    /// Upper end of the interval, from 0 to 1.
    pub high: f64,
}

/// With fewer than this the interval covers nearly everything and a percentage misleads: only the counts are given.
pub(super) const FEWEST: u32 = 5;

/// Wilson's interval, however few there are; nothing of none, or of more than all.
pub(super) fn wilson(count: u32, total: u32) -> Option<Confidence> {
    if total == 0 || count > total {
        return None;
    }
    let (n, p) = (f64::from(total), f64::from(count) / f64::from(total));
    let weight = Z * Z / n;
    let middle = (p + weight / 2.0) / (1.0 + weight);
    let half = Z * (p * (1.0 - p) / n + weight / (4.0 * n)).sqrt() / (1.0 + weight);
    let low = if count == 0 { 0.0 } else { (middle - half).max(0.0) };
    let high = if count == total { 1.0 } else { (middle + half).min(1.0) };
    Some(Confidence { low, high })
}

impl Share {
    /// The share of `count` in `total`; nothing when `total` is under 5.
    ///
    /// # Example: 10 of the 45 answers
    /// ```
    /// use antwoordmeter::measure::Share;
    /// let share = Share::of(10, 45).unwrap();
    /// assert_eq!(format!("{:.3} {:.3} {:.3}", share.value(), share.low, share.high), "0.222 0.125 0.363");
    /// assert_eq!(Share::of(3, 4), None);
    /// ```
    pub fn of(count: u32, total: u32) -> Option<Self> {
        if total < FEWEST {
            return None;
        }
        let Confidence { low, high } = wilson(count, total)?;
        Some(Self { count, total, low, high })
    }

    /// The share itself, from 0 to 1.
    pub fn value(self) -> f64 {
        f64::from(self.count) / f64::from(self.total)
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    /// `statsmodels.stats.proportion.proportion_confint(k, n, method="wilson")`, statsmodels 0.14
    const STATSMODELS: &[(u32, u32, f64, f64)] = &[
        (0, 5, 0.0, 0.434_482_464_783),
        (1, 5, 0.036_224_108_632, 0.624_465_370_237),
        (5, 5, 0.565_517_535_217, 1.0),
        (2, 7, 0.082_218_924_004, 0.641_065_548_167),
        (10, 45, 0.125_446_855_326, 0.362_692_921_748),
        (17, 45, 0.251_080_846_721, 0.523_700_655_191),
        (1, 1000, 0.000_176_546_371, 0.005_642_558_598),
        (999, 1000, 0.994_357_441_402, 0.999_823_453_629),
        (0, 1000, 0.0, 0.003_826_758_486),
        (500, 20_000, 0.022_925_761_186, 0.027_256_673_067),
        (3, 6, 0.187_616_306_483, 0.812_383_693_517),
    ];

    #[test]
    fn agrees_with_statsmodels() {
        let far = |a: f64, b: f64| (a - b).abs() > 1e-11;
        let wrong: Vec<_> = STATSMODELS
            .iter()
            .filter(|(k, n, low, high)| Share::of(*k, *n).is_none_or(|share| far(share.low, *low) || far(share.high, *high)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    #[allow(clippy::float_cmp, reason = "the ends are exact by construction")]
    fn stays_within_bounds_and_around_the_share() {
        for total in 5..300 {
            assert_eq!(Share::of(0, total).map(|share| share.low), Some(0.0));
            assert_eq!(Share::of(total, total).map(|share| share.high), Some(1.0));
            for count in 0..=total {
                let share = Share::of(count, total).expect("five or more");
                assert!(0.0 <= share.low && share.low <= share.value() && share.value() <= share.high && share.high <= 1.0, "{share:?}");
            }
        }
    }

    #[test]
    fn nothing_is_said_of_four_or_of_more_than_all() {
        assert_eq!(Share::of(4, 4), None);
        assert_eq!(Share::of(0, 0), None);
        assert_eq!(Share::of(7, 6), None);
    }
}
