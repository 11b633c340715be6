//! How many of some draws hit, drawn at once.
//!
//! Chosen: where sixteen or more letters of a kind come on average, the bootstrap draws how often each kind comes (multinomial, Hörmann
//! 1993). Why: the same distribution; a figure per rule over 40,000 letters takes a few numbers a resample. Rejected: drawing letter by
//! letter there too.

use super::random::Stream;

/// How many of `draws` hit when each does so with this probability.
///
/// Where few are expected, by going up from none (V. Kachitvichyanukul and B. W. Schmeiser, "Binomial random variate generation",
/// Communications of the ACM 31 (1988), 216-222, algorithm BINV); else W. Hörmann, "The generation of binomial random variates", Journal of
/// Statistical Computation and Simulation 46 (1993), 101-110, algorithm BTRS. Either takes a few random numbers, however many draws.
pub(super) fn binomial(stream: &mut Stream, draws: u32, probability: f64) -> u32 {
    if probability > 0.5 {
        return draws - binomial(stream, draws, 1.0 - probability);
    }
    if draws == 0 || probability <= 0.0 {
        0
    } else if f64::from(draws) * probability < FEW {
        from_none(stream, draws, probability)
    } else {
        by_rejection(stream, draws, probability)
    }
}

/// From so many expected hits on, rejection is faster.
const FEW: f64 = 10.0;

fn from_none(stream: &mut Stream, draws: u32, probability: f64) -> u32 {
    let none = libm::exp(f64::from(draws) * libm::log1p(-probability));
    let odds = probability / (1.0 - probability);
    loop {
        let (mut left, mut chance) = (stream.unit(), none);
        for hits in 0..=draws {
            if left < chance {
                return hits;
            }
            left -= chance;
            chance *= odds * f64::from(draws - hits) / f64::from(hits + 1);
        }
        // Rounding left a little beyond the last.
    }
}

#[allow(clippy::cast_sign_loss, reason = "a number that was found to be a count")]
fn by_rejection(stream: &mut Stream, draws: u32, probability: f64) -> u32 {
    let n = f64::from(draws);
    let spread = (n * probability * (1.0 - probability)).sqrt();
    let odds = probability / (1.0 - probability);
    let b = 1.15 + 2.53 * spread;
    let a = -0.0873 + 0.0248 * b + 0.01 * probability;
    let (center, quick) = (n * probability + 0.5, 0.92 - 4.2 / b);
    loop {
        let (across, height) = (stream.unit() - 0.5, 1.0 - stream.unit());
        let inside = 0.5 - across.abs();
        let hits = ((2.0 * a / inside + b) * across + center).floor();
        if inside >= 0.07 && height <= quick {
            return hits as u32;
        }
        if !(0.0..=n).contains(&hits) {
            continue;
        }
        let alpha = (2.83 + 5.1 / b) * spread;
        let mode = ((n + 1.0) * probability).floor();
        let bound = (mode + 0.5) * libm::log((mode + 1.0) / (odds * (n - mode + 1.0)))
            + (n + 1.0) * libm::log((n - mode + 1.0) / (n - hits + 1.0))
            + (hits + 0.5) * libm::log(odds * (n - hits + 1.0) / (hits + 1.0))
            + (rest(mode) + rest(n - mode) - rest(hits) - rest(n - hits));
        if libm::log(height * alpha / (a / (inside * inside) + b)) <= bound {
            return hits as u32;
        }
    }
}

/// What Stirling's formula leaves of the logarithm of k!: ln k! - (k + ½) ln(k + 1) + (k + 1) - ½ ln 2π.
fn rest(k: f64) -> f64 {
    /// For k from 0 on, where the series is too far off.
    const FIRST: [f64; 10] = [
        0.081_061_466_795_327_26,
        0.041_340_695_955_409_29,
        0.027_677_925_684_998_34,
        0.020_790_672_103_765_09,
        0.016_644_691_189_821_19,
        0.013_876_128_823_070_75,
        0.011_896_709_945_891_77,
        0.010_411_265_261_972_09,
        0.009_255_462_182_712_733,
        0.008_330_563_433_362_87,
    ];
    #[allow(clippy::cast_sign_loss, reason = "a count")]
    FIRST.get(k as usize).copied().unwrap_or_else(|| {
        let next = k + 1.0;
        let square = next * next;
        (1.0 / 12.0 - (1.0 / 360.0 - 1.0 / 1260.0 / square) / square) / next
    })
}

#[cfg(test)]
mod tests {
    use super::{Stream, binomial, rest};

    #[test]
    fn draws_as_often_as_the_distribution_says() {
        for (draws, probability) in [(1, 0.5), (7, 0.3), (40, 0.02), (60, 0.4), (200, 0.9), (1_000, 0.25), (30_000, 0.001), (30_000, 0.5)] {
            let mut stream = Stream::new(5, u64::from(draws));
            let drawn: Vec<u32> = (0..40_000).map(|_| binomial(&mut stream, draws, probability)).collect();
            // Each cell of expected size against what came, as in a chi-square test.
            let (mut logarithm, mut square, mut cells) = (f64::from(draws) * libm::log1p(-probability), 0.0, 0);
            let mut counts = vec![0_u32; draws as usize + 1];
            for hits in &drawn {
                counts[*hits as usize] += 1;
            }
            for (hits, count) in counts.iter().enumerate() {
                let expected = logarithm.exp() * drawn.len() as f64;
                if expected > 20.0 {
                    square += (f64::from(*count) - expected).powi(2) / expected;
                    cells += 1;
                }
                let left = f64::from(draws) - hits as f64;
                logarithm += (probability / (1.0 - probability) * left / (hits as f64 + 1.0)).ln();
            }
            let freedom = f64::from(cells);
            assert!(square < freedom + 4.5 * (2.0 * freedom).sqrt(), "{draws} × {probability}: {square} in {cells} cells");
            let mean = drawn.iter().map(|hits| f64::from(*hits)).sum::<f64>() / drawn.len() as f64;
            let expected = f64::from(draws) * probability;
            let error = (expected * (1.0 - probability) / drawn.len() as f64).sqrt();
            assert!((mean - expected).abs() < 4.5 * error, "{draws} × {probability}: {mean}");
        }
        assert_eq!(binomial(&mut Stream::new(1, 1), 9, 0.0), 0);
        assert_eq!(binomial(&mut Stream::new(1, 1), 9, 1.0), 9);
        assert_eq!(binomial(&mut Stream::new(1, 1), 0, 0.4), 0);
    }

    #[test]
    fn stirling_leaves_what_it_leaves() {
        let mut logarithm = 0.0;
        for k in 0..40_u32 {
            let k = f64::from(k);
            logarithm += k.max(1.0).ln();
            let formula = (k + 0.5) * (k + 1.0).ln() - (k + 1.0) + 0.5 * std::f64::consts::TAU.ln();
            assert!((rest(k) - (logarithm - formula)).abs() < 1e-10, "{k}");
        }
    }
}
