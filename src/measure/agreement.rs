//! How far two coders agree, class by class.

use std::ops::AddAssign;

/// Two coders' codes of the same units: rows are those of the reference (in a validation: people), columns those of the coder that is
/// judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confusion<const C: usize>(pub [[u32; C]; C]);

/// How well one class is found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ByClass {
    /// Units that the reference gives the class.
    pub reference: u32,
    /// Units that the coder gives the class.
    pub coded: u32,
    /// Units that both give the class.
    pub both: u32,
}

impl ByClass {
    /// Share of the units given the class that have it in the reference; nothing where none was given it.
    pub fn precision(self) -> Option<f64> {
        ratio(self.both.into(), self.coded.into())
    }

    /// Share of the units of the class in the reference that were given it; nothing where there are none.
    pub fn recall(self) -> Option<f64> {
        ratio(self.both.into(), self.reference.into())
    }

    /// The harmonic mean of both (C. J. van Rijsbergen, "Information retrieval", 1979); nothing where neither coder uses the class.
    pub fn f1(self) -> Option<f64> {
        ratio(2.0 * f64::from(self.both), f64::from(self.coded) + f64::from(self.reference))
    }
}

impl<const C: usize> Default for Confusion<C> {
    fn default() -> Self {
        Self([[0; C]; C])
    }
}

impl<const C: usize> Confusion<C> {
    /// Adds a unit that the reference gives one class and the coder another or the same, by their places; others are passed over.
    pub fn add(&mut self, reference: usize, coded: usize) {
        if let Some(count) = self.0.get_mut(reference).and_then(|row| row.get_mut(coded)) {
            *count += 1;
        }
    }

    /// Units.
    pub fn total(&self) -> u32 {
        self.0.iter().flatten().sum()
    }

    /// Share of the units with the same class; nothing of none.
    pub fn accuracy(&self) -> Option<f64> {
        ratio(self.agreed(), self.total().into())
    }

    /// How well the class at a place is found.
    pub fn class(&self, place: usize) -> ByClass {
        let row = |place: usize| self.0.get(place).into_iter().flatten().sum();
        let column = self.0.iter().filter_map(|row| row.get(place)).sum();
        ByClass { reference: row(place), coded: column, both: self.0.get(place).and_then(|row| row.get(place)).copied().unwrap_or(0) }
    }

    /// The mean F1 of the classes that either coder uses; nothing of none.
    pub fn macro_f1(&self) -> Option<f64> {
        let each: Vec<f64> = (0..C).filter_map(|place| self.class(place).f1()).collect();
        ratio(each.iter().sum(), each.len() as f64)
    }

    /// Cohen's kappa: agreement beyond that of coders who give each class as often, but at random; nothing where chance would agree on all.
    ///
    /// J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37-46.
    ///
    /// # Example: the table of Cohen (1960)
    /// ```
    /// use antwoordmeter::measure::Confusion;
    /// let confusion = Confusion([[88, 14, 18], [10, 40, 10], [2, 6, 12]]);
    /// assert_eq!(format!("{:.3}", confusion.kappa().unwrap()), "0.492");
    /// ```
    pub fn kappa(&self) -> Option<f64> {
        let total = f64::from(self.total());
        let chance: f64 = (0..C).map(|place| self.class(place)).map(|class| f64::from(class.reference) * f64::from(class.coded)).sum();
        // Whole numbers, so that perfect agreement of one class is told from nearly so.
        ratio(total * self.agreed() - chance, total * total - chance)
    }

    fn agreed(&self) -> f64 {
        (0..C).map(|place| f64::from(self.0[place][place])).sum()
    }
}

impl<const C: usize> AddAssign for Confusion<C> {
    fn add_assign(&mut self, other: Self) {
        self.0.iter_mut().flatten().zip(other.0.iter().flatten()).for_each(|(count, more)| *count += more);
    }
}

/// Nothing where the whole is none.
pub(super) fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then_some(part / whole)
}

#[cfg(test)]
mod tests {
    use super::Confusion;
    use proptest::prelude::*;

    fn near(found: Option<f64>, expected: f64) {
        assert!(found.is_some_and(|found| (found - expected).abs() < 1e-12), "{found:?} is not {expected}");
    }

    /// `accuracy_score`, `cohen_kappa_score`, `f1_score(average="macro")` and `precision_recall_fscore_support` of scikit-learn 1.9.1, on
    /// lists in which pair (i, j) stands as often as the table says.
    #[test]
    fn agrees_with_scikit_learn() {
        let confusion = Confusion([[30, 4, 1, 0, 0], [6, 20, 2, 1, 0], [0, 3, 9, 0, 0], [1, 0, 0, 2, 0], [0; 5]]);
        near(confusion.accuracy(), 0.772_151_898_734_177_2);
        near(confusion.kappa(), 0.645_386_533_665_835_3);
        near(confusion.macro_f1(), 0.741_071_428_571_428_5);
        let classes = [
            (0.810_810_810_810_810_8, 0.857_142_857_142_857_1, 0.833_333_333_333_333_3),
            (0.740_740_740_740_740_7, 0.689_655_172_413_793_1, 0.714_285_714_285_714_3),
            (0.75, 0.75, 0.75),
            (0.666_666_666_666_666_6, 0.666_666_666_666_666_6, 0.666_666_666_666_666_6),
        ];
        for (place, (precision, recall, f1)) in classes.into_iter().enumerate() {
            let class = confusion.class(place);
            near(class.precision(), precision);
            near(class.recall(), recall);
            near(class.f1(), f1);
        }
        assert_eq!(confusion.class(4).f1(), None);
        assert_eq!(confusion.class(9).recall(), None);
    }

    #[test]
    fn at_the_edges() {
        let none = Confusion::<3>::default();
        assert_eq!((none.accuracy(), none.macro_f1(), none.kappa()), (None, None, None));
        let perfect = Confusion([[4, 0], [0, 3]]);
        near(perfect.kappa(), 1.0);
        near(perfect.macro_f1(), 1.0);
        let one_class = Confusion([[7, 0], [0, 0]]);
        near(one_class.accuracy(), 1.0);
        assert_eq!(one_class.kappa(), None);
        near(Confusion([[0, 2], [2, 0]]).kappa(), -1.0);
        let many = Confusion([[4_000_000, 1_000_000], [1_000_000, 4_000_000]]);
        near(many.kappa(), 0.6);
        let mut outside = Confusion::<2>::default();
        outside.add(2, 0);
        outside.add(0, 2);
        assert_eq!(outside.total(), 0);
    }

    fn codes() -> impl Strategy<Value = Vec<(usize, usize)>> {
        prop::collection::vec((0..4_usize, 0..4_usize), 1..200)
    }

    fn of(codes: &[(usize, usize)]) -> Confusion<4> {
        let mut confusion = Confusion::default();
        for (reference, coded) in codes {
            confusion.add(*reference, *coded);
        }
        confusion
    }

    proptest! {
        #[test]
        fn parts_add_up_and_kappa_does_not_ask_who_is_the_reference(codes in codes(), cut in 0..200_usize) {
            let (one, two) = codes.split_at(cut.min(codes.len()));
            let mut sum = of(one);
            sum += of(two);
            prop_assert_eq!(sum, of(&codes));
            let turned: Vec<_> = codes.iter().map(|(reference, coded)| (*coded, *reference)).collect();
            match (sum.kappa(), of(&turned).kappa()) {
                (Some(one), Some(other)) => prop_assert!((one - other).abs() < 1e-12 && (-1.0..=1.0).contains(&one)),
                (one, other) => prop_assert_eq!(one, other),
            }
        }

        #[test]
        fn codes_dealt_at_random_agree_no_more_than_chance(
            codes in Just((0..4_000_usize).map(|unit| unit % 4).collect::<Vec<_>>()).prop_shuffle(),
        ) {
            let pairs: Vec<_> = codes.iter().enumerate().map(|(unit, code)| (unit % 4, *code)).collect();
            prop_assert!(of(&pairs).kappa().is_some_and(|kappa| kappa.abs() < 0.06));
        }
    }
}
