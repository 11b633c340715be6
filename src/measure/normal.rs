//! The standard normal distribution.

use std::f64::consts::FRAC_1_SQRT_2;

/// How likely a standard normal number is to be below `z`.
pub(super) fn below(z: f64) -> f64 {
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}

/// The number below which a standard normal number lies with probability `p`; infinite for 0 and 1.
///
/// By halving, since it is asked a few times only: no table of coefficients to get wrong.
pub(super) fn quantile(p: f64) -> f64 {
    if p > 0.5 {
        return -quantile(1.0 - p);
    }
    if p <= 0.0 {
        return f64::NEG_INFINITY;
    }
    let (mut low, mut high) = (-40.0, 0.0);
    for _ in 0..64 {
        let middle = 0.5 * (low + high);
        if below(middle) < p { low = middle } else { high = middle }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::{below, quantile};

    /// `scipy.stats.norm.cdf(z)` and `scipy.stats.norm.ppf(p)`, scipy 1.12.0.
    #[test]
    fn agrees_with_scipy() {
        let cdf = [
            (-8.0, 6.220_960_574_271_786e-16),
            (-1.96, 0.024_997_895_148_220_435),
            (-0.3, 0.382_088_577_811_047_3),
            (0.0, 0.5),
            (2.5, 0.993_790_334_674_223_8),
        ];
        for (z, p) in cdf {
            assert!((below(z) / p - 1.0).abs() < 1e-13, "{z}: {} is not {p}", below(z));
        }
        let ppf = [
            (1e-10, -6.361_340_902_404_055),
            (0.025, -1.959_963_984_540_054_5),
            (0.3, -0.524_400_512_708_040_9),
            (0.5, 0.0),
            (0.975, 1.959_963_984_540_054),
            (0.999, 3.090_232_306_167_813),
        ];
        for (p, z) in ppf {
            assert!((quantile(p) - z).abs() < 1e-12, "{p}: {} is not {z}", quantile(p));
        }
        assert_eq!((quantile(0.0), quantile(1.0)), (f64::NEG_INFINITY, f64::INFINITY));
    }
}
