//! How well a coder does against people, with intervals that respect letters.

use super::agreement::Confusion;
use super::confidence::Confidence;
use super::letters::{Letters, Unsaid};
use super::reliability::Reliability;

/// A figure with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The figure; nothing where it means nothing.
    pub value: Option<f64>,
    /// Its interval, with letters as a sample.
    pub confidence: Result<Confidence, Unsaid>,
}

/// Everything that is said of a coder beside a reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Validation {
    /// Share of the units with the same class.
    pub accuracy: Figure,
    /// Mean F1 of the classes in use.
    pub macro_f1: Figure,
    /// Cohen's kappa.
    pub kappa: Figure,
    /// Krippendorff's alpha.
    pub alpha: Figure,
    /// Gwet's AC1.
    pub ac1: Figure,
    /// Precision, recall and F1 of each class, in the order of the classes.
    pub classes: Vec<[Figure; 3]>,
}

impl Validation {
    /// The figures over letters, each given as the table of its units.
    ///
    /// # Example: two letters
    /// ```
    /// use antwoordmeter::measure::{Confusion, Unsaid, Validation};
    /// let validation = Validation::of(&[Confusion([[9, 1], [2, 8]]), Confusion([[5, 0], [3, 2]])], 1);
    /// assert_eq!(validation.accuracy.value, Some(0.8));
    /// assert_eq!(validation.kappa.confidence, Err(Unsaid::FewLetters));
    /// ```
    pub fn of<const C: usize>(letters: &[Confusion<C>], seed: u64) -> Self {
        let used = || letters.iter().filter(|confusion| confusion.total() > 0);
        let rows = Letters::new(used().map(|confusion| confusion.0.iter().flatten().map(|count| f64::from(*count)).collect()));
        let values = figures(&used().fold(Confusion::default(), |mut sum, letter| {
            sum += *letter;
            sum
        }));
        let mut intervals = if rows.is_empty() {
            vec![Err(Unsaid::Undefined); values.len()]
        } else {
            rows.intervals(seed, |sums| figures(&confusion::<C>(sums)).into_iter().map(|value| value.unwrap_or(f64::NAN)).collect())
        };
        let all: Vec<Figure> =
            values.into_iter().zip(intervals.drain(..)).map(|(value, confidence)| Figure { value, confidence }).collect();
        let nothing = Figure { value: None, confidence: Err(Unsaid::Undefined) };
        let at = |place: usize| all.get(place).copied().unwrap_or(nothing);
        Self {
            accuracy: at(0),
            macro_f1: at(1),
            kappa: at(2),
            alpha: at(3),
            ac1: at(4),
            classes: (0..C).map(|class| [0, 1, 2].map(|which| at(5 + 3 * class + which))).collect(),
        }
    }
}

fn figures<const C: usize>(confusion: &Confusion<C>) -> Vec<Option<f64>> {
    let reliability = Reliability::between(confusion);
    let all = [confusion.accuracy(), confusion.macro_f1(), confusion.kappa(), reliability.alpha(), reliability.ac1()];
    let by_class = (0..C).map(|place| confusion.class(place)).flat_map(|class| [class.precision(), class.recall(), class.f1()]);
    all.into_iter().chain(by_class).collect()
}

#[allow(clippy::cast_sign_loss, reason = "sums of counts")]
fn confusion<const C: usize>(sums: &[f64]) -> Confusion<C> {
    let mut confusion = Confusion::default();
    confusion.0.iter_mut().flatten().zip(sums).for_each(|(count, sum)| *count = *sum as u32);
    confusion
}

#[cfg(test)]
mod tests {
    use super::{Unsaid, Validation};
    use crate::measure::Confusion;
    use proptest::prelude::*;

    #[test]
    fn says_why_there_is_no_interval() {
        let none = Validation::of::<3>(&[], 1);
        assert_eq!((none.accuracy.value, none.kappa.confidence), (None, Err(Unsaid::Undefined)));
        let one = Validation::of(&[Confusion([[3, 1], [0, 2]]), Confusion([[0, 0], [0, 0]])], 1);
        assert_eq!(one.accuracy.confidence, Err(Unsaid::OneLetter));
        let few = Validation::of(&[Confusion([[3, 1], [0, 2]]), Confusion([[1, 0], [0, 2]])], 1);
        assert_eq!(few.kappa.confidence, Err(Unsaid::FewLetters));
        let perfect = Validation::of(&[1, 2, 3, 4, 5].map(|right| Confusion([[right, 0], [0, 2]])), 1);
        assert_eq!((perfect.accuracy.value, perfect.accuracy.confidence), (Some(1.0), Err(Unsaid::NoVariation)));
        let unused = Validation::of(&[Confusion([[3, 0, 0], [1, 2, 0], [0, 0, 0]]), Confusion([[1, 0, 0], [0, 2, 0], [0, 0, 0]])], 1);
        assert_eq!(unused.classes[2][2].confidence, Err(Unsaid::Undefined));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]

        #[test]
        fn intervals_hold_the_figures_whatever_the_order(
            letters in prop::collection::vec(prop::array::uniform3(prop::array::uniform3(0..9_u32)), 2..12), seed: u64,
        ) {
            let letters: Vec<_> = letters.into_iter().map(Confusion).collect();
            let validation = Validation::of(&letters, seed);
            let turned: Vec<_> = letters.iter().rev().copied().collect();
            prop_assert_eq!(&Validation::of(&turned, seed), &validation);
            for figure in [validation.accuracy, validation.macro_f1, validation.kappa, validation.alpha, validation.ac1] {
                if let (Some(value), Ok(confidence)) = (figure.value, figure.confidence) {
                    prop_assert!(confidence.low <= value && value <= confidence.high);
                }
            }
        }
    }
}
