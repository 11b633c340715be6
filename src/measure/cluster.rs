//! A share over several letters, with the interval of letters as a sample.

use super::confidence::Confidence;
use super::letters::{FEW_LETTERS, Letters, Unsaid};

/// A share over several letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LetterShare {
    /// How many have the property.
    pub count: u32,
    /// Of how many.
    pub total: u32,
    /// Letters that they come from.
    pub letters: usize,
    /// The interval, if letters can be a sample; for other letters of the same kind, not for these.
    pub confidence: Result<Confidence, Unsaid>,
    /// How many times larger the variance of the share is than if all answers were drawn one by one.
    pub design_effect: Option<f64>,
}

impl LetterShare {
    /// The shares of several properties over letters, each given as its total and its counts of the properties; letters with none count
    /// as no letter.
    ///
    /// The interval is that of [`Letters::intervals`]. The design effect is that of L. Kish, "Survey sampling" (1965), section 5.4: the
    /// variance of the ratio over letters, L/(L-1) Σ(k - pn)² / N², by p(1-p)/N.
    ///
    /// # Example: eight letters, one property
    /// ```
    /// use antwoordmeter::measure::LetterShare;
    /// let letters = [(10, 3), (12, 0), (8, 5), (20, 4), (5, 5), (9, 1), (14, 2), (30, 11)].map(|(total, count)| (total, vec![count]));
    /// let share = LetterShare::of(&letters, 42)[0];
    /// let confidence = share.confidence.unwrap();
    /// assert_eq!(format!("{:.3}: {:.3} - {:.3}", share.value(), confidence.low, confidence.high), "0.287: 0.163 - 0.429");
    /// assert_eq!(format!("{:.2}", share.design_effect.unwrap()), "2.44");
    /// assert!(share.is_of_few_letters());
    /// ```
    pub fn of(letters: &[(u32, Vec<u32>)], seed: u64) -> Vec<Self> {
        let mut letters: Vec<&(u32, Vec<u32>)> = letters.iter().filter(|(total, _)| *total > 0).collect();
        letters.sort_unstable();
        let row = |(total, counts): &(u32, Vec<u32>)| [*total].iter().chain(counts).map(|count| f64::from(*count)).collect();
        let rows = Letters::new(letters.iter().copied().map(row));
        let intervals = rows.intervals(seed, |sums| match sums {
            [total, counts @ ..] => counts.iter().map(|count| count / total).collect(),
            [] => Vec::new(),
        });
        let of = |(place, confidence)| {
            let counts = || letters.iter().map(move |(total, counts)| (*total, counts.get(place).copied().unwrap_or(0)));
            let sum = |number: fn((u32, u32)) -> u32| counts().map(number).sum();
            let (total, count) = (sum(|(total, _)| total), sum(|(_, count)| count));
            let design_effect = design_effect(count, total, counts());
            Self { count, total, letters: rows.len(), confidence, design_effect }
        };
        intervals.into_iter().enumerate().map(of).collect()
    }

    /// The share itself, from 0 to 1.
    pub fn value(self) -> f64 {
        f64::from(self.count) / f64::from(self.total)
    }

    /// Whether the letters are so few that the interval is likely too narrow.
    pub const fn is_of_few_letters(self) -> bool {
        self.letters < FEW_LETTERS
    }
}

fn design_effect(count: u32, total: u32, letters: impl Iterator<Item = (u32, u32)>) -> Option<f64> {
    let (share, all) = (f64::from(count) / f64::from(total), f64::from(total));
    let (mut between, mut number) = (0.0, 0.0);
    for (total, count) in letters {
        between += (f64::from(count) - share * f64::from(total)).powi(2);
        number += 1.0;
    }
    let effect = number / (number - 1.0) * between / (all * share * (1.0 - share));
    (number > 1.0 && effect.is_finite()).then_some(effect)
}

#[cfg(test)]
mod tests {
    use super::LetterShare;
    use crate::measure::letters::Unsaid;
    use proptest::prelude::*;

    fn alone(letters: &[(u32, u32)], seed: u64) -> LetterShare {
        let letters: Vec<_> = letters.iter().map(|(total, count)| (*total, vec![*count])).collect();
        LetterShare::of(&letters, seed)[0]
    }

    /// `scipy.stats.bootstrap((total, count), ratio, paired=True, n_resamples=0, method="BCa", bootstrap_result=…)`, scipy 1.12.0, where
    /// the distribution is made of the same 2,000 resamples by `SplitMix64` in Python (letters sorted by total and count); the design
    /// effect by numpy.
    #[test]
    fn agrees_with_scipy_on_the_same_resamples() {
        let eight = [(10, 3), (12, 0), (8, 5), (20, 4), (5, 5), (9, 1), (14, 2), (30, 11)];
        let sixty: Vec<(u32, u32)> = (0..60_u32).map(|i| (i * 7 % 13 + 3, i * i % 5 % (i * 7 % 13 + 3))).collect();
        let table = [
            (&eight[..], 42, 0.163_404_378_909_322_3, 0.428_571_428_571_428_55, 2.441_540_708_821_815),
            (&sixty[..], 7, 0.154_796_870_554_395_03, 0.248_825_558_675_341_65, 1.991_759_013_509_125_9),
        ];
        for (letters, seed, low, high, effect) in table {
            let share = alone(letters, seed);
            let confidence = share.confidence.expect("letters that differ");
            assert!((confidence.low - low).abs() < 1e-9 && (confidence.high - high).abs() < 1e-9, "{share:?}");
            assert!((share.design_effect.expect("letters that differ") - effect).abs() < 1e-9, "{share:?}");
            assert_eq!(share.is_of_few_letters(), letters.len() < 30);
        }
    }

    #[test]
    fn says_why_there_is_no_interval() {
        assert_eq!(alone(&[(10, 3)], 1).confidence, Err(Unsaid::OneLetter));
        assert_eq!(alone(&[(10, 3), (0, 0)], 1).confidence, Err(Unsaid::OneLetter));
        let like = |(total, count)| alone(&[(total, count); 5], 1).confidence;
        assert_eq!([(10, 0), (20, 20), (4, 2)].map(like), [Err(Unsaid::NoVariation); 3]);
        assert!(LetterShare::of(&[], 1).is_empty());
        assert!(LetterShare::of(&[(0, vec![0])], 1).is_empty());
    }

    /// Two letters gave exactly their two shares, 0.10 and 0.20, as a "95 %" interval.
    #[test]
    fn few_letters_have_no_interval() {
        assert_eq!(alone(&[(20, 2), (20, 4)], 1).confidence, Err(Unsaid::FewLetters));
        assert_eq!(alone(&[(20, 2), (20, 4), (20, 9), (20, 1)], 1).confidence, Err(Unsaid::FewLetters));
        assert!(alone(&[(20, 2), (20, 4), (20, 9), (20, 1), (20, 5)], 1).confidence.is_ok());
    }

    #[test]
    fn the_number_of_threads_does_not_matter() {
        let letters: Vec<(u32, u32)> = (0..50_u32).map(|i| (i % 7 + 2, i % 3)).collect();
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            pool.install(|| alone(&letters, 3))
        };
        assert_eq!(with(1), with(4));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]

        #[test]
        fn holds_the_share_whatever_the_order_and_shrinks_with_letters(
            letters in prop::collection::vec((1..30_u32).prop_flat_map(|total| (Just(total), 0..=total)), 2..20),
            seed: u64,
        ) {
            let share = alone(&letters, seed);
            let turned: Vec<_> = letters.iter().rev().copied().collect();
            prop_assert_eq!(alone(&turned, seed), share);
            if let Ok(confidence) = share.confidence {
                prop_assert!(0.0 <= confidence.low && confidence.low <= share.value());
                prop_assert!(share.value() <= confidence.high && confidence.high <= 1.0);
                let many: Vec<_> = letters.iter().cycle().take(letters.len() * 16).copied().collect();
                let narrow = alone(&many, seed).confidence.expect("letters that differ");
                prop_assert!(narrow.width() < confidence.width());
            }
        }
    }
}
