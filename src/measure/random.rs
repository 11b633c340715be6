//! Random numbers that anyone can make again: `SplitMix64`, six lines in any language, the same on every machine and for every number of
//! threads.
//!
//! Chosen: random numbers are `SplitMix64`, written out in `measure/random.rs`. Why: six lines that anyone can write again in R or
//! Python, the same for years; a stream for each resample, so that threads do not matter. Rejected: `rand`, `rand_chacha`: their sequences
//! may change with a version.

/// A stream of random numbers, told apart from others by a number.
///
/// G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, 453-472. A stream begins at
/// mix(seed + γ) xor'ed with its number, mixed once more.
#[derive(Clone, Debug)]
pub(super) struct Stream(u64);

/// The seed of figures that draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed(pub u64);

/// The seed unless another one is asked for: the year of Wilson's interval.
pub const SEED: u64 = 1927;

impl Default for Seed {
    fn default() -> Self {
        Self(SEED)
    }
}

/// 2⁶⁴ divided by the golden ratio.
pub(super) const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

/// Spreads each bit of a number over all of its bits.
pub(super) const fn mix(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

impl Stream {
    /// Stream `number` of a seed.
    pub const fn new(seed: u64, number: u64) -> Self {
        Self(mix(mix(seed.wrapping_add(GAMMA)) ^ number))
    }

    /// The next 64 random bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GAMMA);
        mix(self.0)
    }

    /// A number from 0 to `bound` - 1, or 0; each as likely as the others but for one in 2⁶⁴ / `bound`.
    pub const fn below(&mut self, bound: usize) -> usize {
        ((self.bits() as u128 * bound as u128) >> 64) as usize
    }

    /// A number from 0 to just below 1, in steps of 2⁻⁵³.
    pub const fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::{Stream, mix};

    /// The first numbers of the reference implementation for the seed 1234567 (Vigna, `splitmix64.c`).
    #[test]
    fn is_splitmix64() {
        let mut stream = Stream(1_234_567);
        let numbers: Vec<u64> = (0..3).map(|_| stream.bits()).collect();
        assert_eq!(numbers, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
        assert_eq!(mix(0), 0);
    }

    #[test]
    fn streams_differ_and_cover_what_is_asked() {
        let draw = |seed, number| {
            let mut stream = Stream::new(seed, number);
            (0..1_000).map(|_| stream.below(7)).collect::<Vec<_>>()
        };
        assert_ne!(draw(1, 0), draw(1, 1));
        assert_ne!(draw(1, 0), draw(2, 0));
        assert_eq!(draw(1, 5), draw(1, 5));
        for face in 0..7 {
            let count = draw(3, 3).iter().filter(|drawn| **drawn == face).count();
            assert!((100..190).contains(&count), "{face} came {count} times of 1,000");
        }
        assert_eq!(Stream::new(1, 1).below(0), 0);
    }
}
