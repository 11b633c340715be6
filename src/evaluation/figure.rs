//! A figure with its interval, and why there is none.

use std::collections::BTreeMap;

use crate::measure::{Confidence, FEW_LETTERS, Figure, LetterShare, Share, Unsaid};

/// Of fewer than this only counts are given.
const FEWEST: u32 = 5;

/// A figure on so many units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// How many, where it is a share.
    pub k: Option<u32>,
    /// Of how many; units, where it is no share.
    pub n: u32,
    /// The figure; nothing where it means nothing or is of fewer than five.
    pub value: Option<f64>,
    /// Its 95 % interval.
    pub confidence: Option<Confidence>,
    /// Where the interval comes from.
    pub basis: Basis,
}

/// Where an interval comes from, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Whole letters drawn again.
    Letters,
    /// The same, of so few letters that it is likely too narrow.
    FewLetters,
    /// Wilson's, which takes answers for drawn one by one: there is one letter.
    AnswersOfOneLetter,
    /// The same, of fewer than five letters.
    AnswersOfFewLetters,
    /// The same, because all letters say the same.
    AnswersOfLikeLetters,
    /// No interval: there is one letter.
    OneLetter,
    /// No interval: there are fewer than five letters.
    TooFewLetters,
    /// No interval: all letters say the same.
    NoVariation,
    /// The figure means nothing here, or too often among the letters drawn again.
    Undefined,
    /// There are fewer than five.
    TooFew,
}

impl Basis {
    /// Its code in the tables.
    pub const fn method(self) -> &'static str {
        match self {
            Self::Letters | Self::FewLetters => "bootstrap_letters",
            Self::AnswersOfOneLetter | Self::AnswersOfFewLetters | Self::AnswersOfLikeLetters => "wilson",
            Self::OneLetter | Self::TooFewLetters | Self::NoVariation | Self::Undefined | Self::TooFew => "none",
        }
    }
}

impl Measured {
    /// A figure of a validation over so many letters: `count` of them for a share, nothing for another figure.
    pub fn of(figure: Figure, count: Option<u32>, n: u32, letters: usize) -> Self {
        if n < FEWEST {
            return Self { k: count, n, value: None, confidence: None, basis: Basis::TooFew };
        }
        let wilson = count.and_then(|k| Share::of(k, n)).map(|share| Confidence { low: share.low, high: share.high });
        let (confidence, basis) = match (figure.confidence, wilson) {
            (Ok(confidence), _) => (Some(confidence), if letters < FEW_LETTERS { Basis::FewLetters } else { Basis::Letters }),
            (Err(Unsaid::OneLetter), Some(wilson)) => (Some(wilson), Basis::AnswersOfOneLetter),
            (Err(Unsaid::FewLetters), Some(wilson)) => (Some(wilson), Basis::AnswersOfFewLetters),
            (Err(Unsaid::NoVariation), Some(wilson)) => (Some(wilson), Basis::AnswersOfLikeLetters),
            (Err(Unsaid::OneLetter), None) => (None, Basis::OneLetter),
            (Err(Unsaid::FewLetters), None) => (None, Basis::TooFewLetters),
            (Err(Unsaid::NoVariation), None) => (None, Basis::NoVariation),
            (Err(Unsaid::Undefined), _) => (None, Basis::Undefined),
        };
        Self { k: count, n, value: figure.value, confidence, basis }
    }

    /// A share over letters, each given as how many of how many.
    pub fn share(letters: &BTreeMap<&str, (u32, u32)>, seed: u64) -> Self {
        let rows: Vec<(u32, Vec<u32>)> = letters.values().map(|(count, total)| (*total, vec![*count])).collect();
        let nothing = Figure { value: None, confidence: Err(Unsaid::Undefined) };
        match LetterShare::of(&rows, seed).first() {
            Some(share) => {
                let figure = Figure { value: Some(share.value()), confidence: share.confidence };
                Self::of(figure, Some(share.count), share.total, share.letters)
            }
            None => Self::of(nothing, Some(0), 0, 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Basis, Measured};

    #[test]
    fn a_share_says_where_its_interval_comes_from() {
        let share = |letters: &[(&'static str, (u32, u32))]| Measured::share(&letters.iter().copied().collect::<BTreeMap<_, _>>(), 1);
        let cases = [
            (share(&[("a", (3, 4))]), Basis::TooFew, None),
            (share(&[("a", (9, 10))]), Basis::AnswersOfOneLetter, Some(0.9)),
            (share(&[("a", (2, 2)), ("b", (5, 5)), ("c", (4, 4)), ("d", (2, 2)), ("e", (2, 2))]), Basis::AnswersOfLikeLetters, Some(1.0)),
            (share(&[("a", (9, 10)), ("b", (2, 5))]), Basis::AnswersOfFewLetters, Some(11.0 / 15.0)),
            (share(&[("a", (9, 10)), ("b", (2, 5)), ("c", (3, 5)), ("d", (1, 5)), ("e", (5, 5))]), Basis::FewLetters, Some(20.0 / 30.0)),
            (share(&[]), Basis::TooFew, None),
        ];
        for (measured, basis, value) in cases {
            assert_eq!((measured.basis, measured.value), (basis, value), "{measured:?}");
            assert_eq!(measured.confidence.is_some(), value.is_some(), "{measured:?}");
        }
        // `proportion_confint(15, 15, method="wilson")`, statsmodels 0.15.0
        let like = share(&[("a", (2, 2)), ("b", (5, 5)), ("c", (4, 4)), ("d", (2, 2)), ("e", (2, 2))]).confidence.expect("an interval");
        assert!((like.low - 0.796_116_698_964_151_3).abs() < 1e-9, "{like:?}");
    }
}
