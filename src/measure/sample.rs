//! Which answers people should code: a stratified sample with known probabilities.
//!
//! Chosen: a sample is drawn by the machine's class alone, two of each class at least, and its strata lie in a second file. Why: rare
//! classes are where the errors are; length or letter as well would make strata of one answer; a hidden sheet would show coders what the
//! machine gave. Rejected: strata by class and size of the letter; a hidden sheet.

use std::collections::{BTreeMap, BinaryHeap};

use super::confidence::Z;
use super::random::mix;

/// How many units of a stratum are drawn from how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allotted {
    /// Units drawn.
    pub drawn: u32,
    /// Units there are.
    pub units: u32,
}

impl Allotted {
    /// The probability of each unit to be drawn.
    pub fn probability(self) -> f64 {
        if self.units == 0 { 0.0 } else { f64::from(self.drawn) / f64::from(self.units) }
    }
}

/// Fewer in a stratum than this leave its error unknown.
const FEWEST: u32 = 2;

/// Divides `wanted` units over strata of these sizes in proportion, but at least two of each stratum (all of a smaller one); in the order
/// of the strata. Where the least for each stratum is more than was wanted, more are drawn.
///
/// W. G. Cochran, "Sampling techniques", third edition (1977), section 5.5 (proportional allocation); what is left after rounding down
/// goes to the largest remainders.
///
/// # Example: a rare class is not left out
/// ```
/// use antwoordmeter::measure::allot;
/// let drawn: Vec<u32> = allot(&[900, 95, 5], 50).iter().map(|stratum| stratum.drawn).collect();
/// assert_eq!(drawn, [43, 5, 2]);
/// ```
pub fn allot(strata: &[u32], wanted: u32) -> Vec<Allotted> {
    let all: u64 = strata.iter().copied().map(u64::from).sum();
    let mut left = u64::from(wanted).min(all);
    let mut open: Vec<usize> = (0..strata.len()).collect();
    let mut drawn = vec![0_u64; strata.len()];
    let least = |place: usize| u64::from(strata[place].min(FEWEST));
    // Strata of which the share is less than the least get the least, and the others share what is left.
    loop {
        let units: u64 = open.iter().map(|place| u64::from(strata[*place])).sum();
        let under = |place: usize| u64::from(strata[place]) * left < least(place) * units || left == 0;
        let Some(at) = open.iter().position(|place| under(*place)) else { break };
        let place = open.remove(at);
        drawn[place] = least(place);
        left = left.saturating_sub(drawn[place]);
    }
    let units: u64 = open.iter().map(|place| u64::from(strata[*place])).sum();
    let mut remainders: Vec<(u64, usize)> = Vec::new();
    let shared = left;
    for place in open {
        let share = u64::from(strata[place]) * shared;
        drawn[place] = share / units.max(1);
        left -= drawn[place];
        remainders.push((share % units.max(1), place));
    }
    // Ties go to the first.
    remainders.sort_by_key(|(remainder, _)| std::cmp::Reverse(*remainder));
    remainders.iter().take(usize::try_from(left).unwrap_or(usize::MAX)).for_each(|(_, place)| drawn[*place] += 1);
    strata.iter().zip(drawn).map(|(units, drawn)| Allotted { drawn: drawn as u32, units: *units }).collect()
}

/// How many of `units` must be drawn for an interval of this width around a share that is expected to be near `share`; all when that is
/// fewer.
///
/// W. G. Cochran, "Sampling techniques", third edition (1977), section 4.4: n₀ = z² p(1-p) / d² with d half of the width, and n = n₀ / (1
/// + (n₀-1) / N).
///
/// # Example: 0.05 wide, nothing known of the share
/// ```
/// use antwoordmeter::measure::sample_size;
/// assert_eq!(sample_size(10_000, 0.5, 0.05), 1_333);
/// assert_eq!(sample_size(100, 0.5, 0.05), 94);
/// ```
#[allow(clippy::cast_sign_loss, reason = "from 0 to the number of units")]
pub fn sample_size(units: u32, share: f64, width: f64) -> u32 {
    let share = share.clamp(0.0, 1.0);
    let infinite = Z * Z * share * (1.0 - share) / (width / 2.0).powi(2);
    let finite = infinite / (1.0 + (infinite - 1.0) / f64::from(units));
    // A width of nothing asks for all.
    if finite.is_nan() || width <= 0.0 { units } else { finite.ceil().clamp(0.0, f64::from(units)) as u32 }
}

/// Draws from strata without replacement, in one pass over the units, whatever their order; only what is drawn is held.
///
/// Each unit has a number of its own, made of the seed and its id, and the units with the smallest are drawn: each as likely as another.
/// These are permanent random numbers (E. Ohlsson, "Coordination of samples using permanent random numbers", in "Business survey
/// methods", 1995, 153-169): a larger sample with the same seed holds the smaller one.
#[derive(Clone, Debug)]
pub struct Draw {
    seed: u64,
    strata: BTreeMap<String, (u32, BinaryHeap<(u64, String)>)>,
}

impl Draw {
    /// Nothing drawn yet.
    pub const fn new(seed: u64) -> Self {
        Self { seed, strata: BTreeMap::new() }
    }

    /// Announces a stratum of which so many are wanted.
    pub fn stratum(&mut self, name: &str, wanted: u32) {
        self.strata.entry(name.to_owned()).or_default().0 = wanted;
    }

    /// Offers a unit of a stratum; one of a stratum that was not announced is never drawn.
    pub fn offer(&mut self, stratum: &str, id: &str) {
        let Some((wanted, drawn)) = self.strata.get_mut(stratum) else { return };
        let number = number(self.seed, id);
        let full = drawn.len() >= *wanted as usize;
        if !full || drawn.peek().is_some_and(|(largest, _)| number < *largest) {
            drawn.push((number, id.to_owned()));
            if full {
                drawn.pop();
            }
        }
    }

    /// The ids that were drawn, with their strata, in the random order in which they should be coded.
    pub fn finish(self) -> Vec<(String, String)> {
        let mut drawn: Vec<(u64, String, String)> = Vec::new();
        for (name, (_, units)) in self.strata {
            drawn.extend(units.into_iter().map(|(number, id)| (number, id, name.clone())));
        }
        drawn.sort_unstable();
        drawn.into_iter().map(|(_, id, stratum)| (id, stratum)).collect()
    }
}

/// The number of a unit.
fn number(seed: u64, id: &str) -> u64 {
    id.as_bytes().chunks(8).fold(mix(seed ^ id.len() as u64), |number, bytes| {
        let mut word = [0; 8];
        word[..bytes.len()].copy_from_slice(bytes);
        mix(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ u64::from_le_bytes(word))
    })
}

#[cfg(test)]
mod tests {
    use super::{Allotted, Draw, allot, sample_size};
    use proptest::prelude::*;

    fn draw(seed: u64, wanted: u32, ids: impl Iterator<Item = u32>) -> Vec<(String, String)> {
        let mut draw = Draw::new(seed);
        draw.stratum("even", wanted);
        draw.stratum("odd", wanted);
        ids.for_each(|id| draw.offer(if id % 2 == 0 { "even" } else { "odd" }, &format!("brief#{id}")));
        draw.finish()
    }

    #[test]
    fn draws_as_many_as_wanted_whatever_the_order_of_the_units() {
        let drawn = draw(5, 20, 0..1_000);
        assert_eq!(drawn.len(), 40);
        assert_eq!(drawn.iter().filter(|(_, stratum)| stratum == "odd").count(), 20);
        assert_eq!(draw(5, 20, (0..1_000).rev()), drawn);
        assert_ne!(draw(6, 20, 0..1_000), drawn);
        let larger = draw(5, 30, 0..1_000);
        assert!(drawn.iter().all(|unit| larger.contains(unit)), "a larger sample holds the smaller one");
        assert_eq!(draw(5, 20, 0..10).len(), 10);
        let mut unknown = Draw::new(1);
        unknown.offer("odd", "brief#1");
        assert!(unknown.finish().is_empty());
    }

    #[test]
    fn each_unit_is_drawn_as_often_as_its_probability_says() {
        let mut counts = [0_u32; 40];
        for seed in 0..2_000 {
            for (id, _) in draw(seed, 5, 0..40) {
                counts[id.trim_start_matches("brief#").parse::<usize>().expect("a number")] += 1;
            }
        }
        // 2,000 draws of 5 out of 20: 500 expected, standard deviation 19.4.
        assert!(counts.iter().all(|count| (400..600).contains(count)), "{counts:?}");
    }

    /// `n0 = norm.ppf(.975) ** 2 * p * (1 - p) / (w / 2) ** 2; ceil(n0 / (1 + (n0 - 1) / N))`
    #[test]
    fn sizes_as_in_the_formula() {
        let table = [(10_000, 0.5, 0.05, 1_333), (100, 0.5, 0.05, 94), (1_000_000, 0.2, 0.1, 246), (45, 0.3, 0.2, 30), (0, 0.5, 0.1, 0)];
        for (units, share, width, size) in table {
            assert_eq!(sample_size(units, share, width), size, "{units} {share} {width}");
        }
        assert_eq!(sample_size(50, 0.5, 0.0), 50);
        assert_eq!(sample_size(50, 0.0, 0.1), 0);
    }

    proptest! {
        #[test]
        fn allots_what_is_wanted_and_never_more_than_there_is(strata in prop::collection::vec(0..500_u32, 0..12), wanted in 0..600_u32) {
            let allotted = allot(&strata, wanted);
            let drawn: u32 = allotted.iter().map(|stratum| stratum.drawn).sum();
            let least: u32 = strata.iter().map(|units| (*units).min(2)).sum();
            prop_assert_eq!(drawn, wanted.min(strata.iter().sum()).max(least));
            for (Allotted { drawn, units }, expected) in allotted.iter().zip(&strata) {
                prop_assert!(units == expected && drawn <= units && *drawn >= (*units).min(2));
            }
        }
    }
}
