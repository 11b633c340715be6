//! Several tests at once: how large a p becomes when all of them are taken together.

/// The p-values adjusted for their number, in the same order, so that of those that are called a finding at 0.05 at most one in
/// twenty is expected to be none (false discovery rate).
///
/// Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57 (1995),
/// 289-300: the i-th smallest of m becomes the least p₍ⱼ₎ m / j for j from i on.
///
/// # Example: four comparisons
/// ```
/// use antwoordmeter::measure::adjusted;
/// let shown: Vec<String> = adjusted(&[0.01, 0.04, 0.03, 0.005]).iter().map(|p| format!("{p:.2}")).collect();
/// assert_eq!(shown, ["0.02", "0.04", "0.04", "0.02"]);
/// ```
pub fn adjusted(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*b].total_cmp(&p[*a]));
    let mut adjusted = vec![1.0; p.len()];
    let (mut least, tests) = (1.0_f64, p.len());
    for (before, place) in order.into_iter().enumerate() {
        least = least.min(p[place] * (tests as f64 / (tests - before) as f64));
        adjusted[place] = least;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::adjusted;
    use proptest::prelude::*;

    /// `statsmodels.stats.multitest.multipletests(p, method="fdr_bh")[1]`, statsmodels 0.15.0.
    #[test]
    fn agrees_with_statsmodels() {
        let p = [
            0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34, 0.341, 0.384, 0.569,
            0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
        ];
        let expected = [
            0.025,
            0.1,
            0.21,
            0.21,
            0.21,
            0.25,
            0.264_285_714_285_714_23,
            0.491_071_428_571_428_55,
            0.491_071_428_571_428_55,
            0.491_071_428_571_428_55,
            0.491_071_428_571_428_55,
            0.491_071_428_571_428_55,
            0.491_071_428_571_428_55,
            0.491_071_428_571_428_55,
            0.532_812_5,
            0.532_812_5,
            0.564_705_882_352_941_2,
            0.781_578_947_368_421,
            0.781_578_947_368_421,
            0.869_999_999_999_999_9,
            0.907_142_857_142_857_1,
            0.986,
            0.986,
            0.986,
            0.986,
        ];
        for (found, expected) in adjusted(&p).iter().zip(expected) {
            assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
        }
        assert_eq!(adjusted(&[]), Vec::<f64>::new());
        assert_eq!(adjusted(&[0.2; 3]), [0.2; 3]);
    }

    proptest! {
        #[test]
        fn grows_no_p_beyond_one_and_keeps_the_order(p in prop::collection::vec(0.0..=1.0_f64, 0..40)) {
            let adjusted = adjusted(&p);
            for (one, raw) in adjusted.iter().zip(&p) {
                prop_assert!(raw <= one && *one <= 1.0);
                for (other, beside) in adjusted.iter().zip(&p) {
                    prop_assert!(raw > beside || one <= other);
                }
            }
        }
    }
}
