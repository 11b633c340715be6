//! Figures that speak of letters as a sample: whole letters are drawn again, since answers of one letter resemble one another.

use rayon::prelude::*;

use super::confidence::{Confidence, Z};
use super::normal;
use super::random::Stream;

/// How often the letters are drawn again.
pub const RESAMPLES: usize = 2_000;

/// With fewer letters an interval that was drawn from them is too narrow more often than it says.
pub const FEW_LETTERS: usize = 30;

/// Why there is no interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// The figure means nothing here: there is nothing of which it could be a share.
    Undefined,
    /// One letter does not show how letters differ.
    OneLetter,
    /// All letters say the same, and do not show how others differ.
    NoVariation,
}

/// What each letter adds to the sums that figures are made of.
#[derive(Clone, Debug, Default)]
pub struct Letters {
    width: usize,
    rows: Vec<f64>,
}

impl Letters {
    /// The letters, each with as many addends as the first.
    ///
    /// They are put into an order of their own, so that the order in which they come does not matter.
    pub fn new(rows: impl IntoIterator<Item = Vec<f64>>) -> Self {
        let mut rows: Vec<Vec<f64>> = rows.into_iter().collect();
        let compare = |a: &Vec<f64>, b: &Vec<f64>| {
            a.iter().zip(b).map(|(a, b)| a.total_cmp(b)).find(|order| order.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
        };
        rows.sort_unstable_by(compare);
        let width = rows.first().map_or(0, Vec::len);
        Self {
            width,
            rows: rows
                .into_iter()
                .flat_map(|mut row| {
                    row.resize(width, 0.0);
                    row
                })
                .collect(),
        }
    }

    /// How many letters there are.
    pub fn len(&self) -> usize {
        self.rows.len().checked_div(self.width).unwrap_or(0)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The sums over all letters.
    pub fn sums(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.width];
        self.rows.chunks_exact(self.width.max(1)).for_each(|row| add(&mut sums, row));
        sums
    }

    /// The intervals of the `figures` of sums (NaN where one means nothing): [`RESAMPLES`] times, as many letters are drawn with
    /// replacement as there are, and the bounds are those of Efron, bias-corrected and accelerated.
    ///
    /// B. Efron, "Better bootstrap confidence intervals", Journal of the American Statistical Association 82 (1987), 171-185, with the
    /// acceleration from leaving out one letter at a time. Each resample has a random stream of its own, so that the number of threads
    /// does not matter.
    pub fn intervals(&self, seed: u64, figures: impl Fn(&[f64]) -> Vec<f64> + Sync) -> Vec<Result<Confidence, Unsaid>> {
        let sums = self.sums();
        let estimates = figures(&sums);
        if self.len() < 2 {
            let unsaid = |estimate: &f64| Err(if estimate.is_nan() { Unsaid::Undefined } else { Unsaid::OneLetter });
            return estimates.iter().map(unsaid).collect();
        }
        let resamples: Vec<Vec<f64>> = (0..RESAMPLES as u64).into_par_iter().map(|number| figures(&self.resample(seed, number))).collect();
        let mut without = vec![0.0; self.width];
        let left_out: Vec<Vec<f64>> = self
            .rows
            .chunks_exact(self.width)
            .map(|row| {
                without.iter_mut().zip(&sums).zip(row).for_each(|((without, sum), own)| *without = sum - own);
                figures(&without)
            })
            .collect();
        let column = |rows: &[Vec<f64>], place: usize| rows.iter().filter_map(|row| row.get(place).copied()).collect::<Vec<_>>();
        let interval = |(place, estimate): (usize, &f64)| bca(*estimate, column(&resamples, place), &column(&left_out, place));
        estimates.iter().enumerate().map(interval).collect()
    }

    /// The sums over as many letters as there are, drawn with replacement.
    fn resample(&self, seed: u64, number: u64) -> Vec<f64> {
        let (mut stream, mut sums, letters) = (Stream::new(seed, number), vec![0.0; self.width], self.len());
        for _ in 0..letters {
            let from = stream.below(letters) * self.width;
            add(&mut sums, &self.rows[from..from + self.width]);
        }
        sums
    }
}

fn add(sums: &mut [f64], row: &[f64]) {
    sums.iter_mut().zip(row).for_each(|(sum, own)| *sum += own);
}

/// Resamples in which a figure means nothing are left out; with fewer than this share of them left, so is the interval.
const ENOUGH: f64 = 0.95;

/// The interval of an estimate, from that of the resamples and those without one letter each.
fn bca(estimate: f64, mut resamples: Vec<f64>, left_out: &[f64]) -> Result<Confidence, Unsaid> {
    let drawn = resamples.len() as f64;
    resamples.retain(|value| value.is_finite());
    if !estimate.is_finite() || (resamples.len() as f64) < ENOUGH * drawn {
        return Err(Unsaid::Undefined);
    }
    resamples.sort_unstable_by(f64::total_cmp);
    // Sums of fractions differ by rounding, depending on the order in which letters were drawn.
    let same = 1e-12 * estimate.abs().max(1e-3);
    let lower = resamples.partition_point(|value| *value < estimate - same) as f64;
    let upto = resamples.partition_point(|value| *value <= estimate + same) as f64;
    let count = resamples.len() as f64;
    if upto - lower >= count {
        return Err(Unsaid::NoVariation);
    }
    let bias = normal::quantile(f64::midpoint(lower, upto) / count);
    let left_out: Vec<f64> = left_out.iter().copied().filter(|value| value.is_finite()).collect();
    let mean = left_out.iter().sum::<f64>() / left_out.len() as f64;
    let power = |power| left_out.iter().map(|value| (mean - value).powi(power)).sum::<f64>();
    let spread = power(2);
    let acceleration = if spread > 0.0 { power(3) / (6.0 * spread.powf(1.5)) } else { 0.0 };
    let bound = |z: f64| {
        let shifted = bias + z;
        percentile(&resamples, normal::below(bias + shifted / (1.0 - acceleration * shifted)))
    };
    let (low, high) = (bound(-Z), bound(Z));
    // Strongly skewed resamples can leave the estimate outside; an interval that does not hold it would only confuse.
    if low.is_nan() || high.is_nan() {
        Err(Unsaid::NoVariation)
    } else {
        Ok(Confidence { low: low.min(estimate), high: high.max(estimate) })
    }
}

/// The value below which this share of the sorted values lies, between two of them in proportion.
#[allow(clippy::cast_sign_loss, reason = "a place in a list")]
fn percentile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    if place.is_nan() {
        return f64::NAN;
    }
    let below = (place.floor() as usize).min(sorted.len() - 1);
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (sorted[above] - sorted[below]) * (place - place.floor())
}
