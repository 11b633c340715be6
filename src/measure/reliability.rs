//! How far any number of coders agree, each of whom may have left units out.

use std::ops::AddAssign;

use super::agreement::{Confusion, ratio};

/// What any number of coders say of the same units, as sums that add up over letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reliability<const C: usize> {
    /// Pairs of codes within units, each unit weighing as much as it has codes.
    pairs: [[f64; C]; C],
    /// Agreeing pairs as a share of the pairs, summed over units with two codes or more.
    agreed: f64,
    /// Units with two codes or more.
    paired: u32,
    /// The share of each class among the codes of a unit, summed over units with a code.
    shares: [f64; C],
    /// Units with a code.
    coded: u32,
}

impl<const C: usize> Default for Reliability<C> {
    fn default() -> Self {
        Self { pairs: [[0.0; C]; C], agreed: 0.0, paired: 0, shares: [0.0; C], coded: 0 }
    }
}

impl<const C: usize> Reliability<C> {
    /// Adds a unit with the places of the classes that coders gave it; a coder who left it out is not among them.
    pub fn add(&mut self, codes: &[usize]) {
        let mut counts = [0.0; C];
        codes.iter().filter_map(|code| counts.get_mut(*code).map(|count| *count += 1.0)).for_each(drop);
        let all: f64 = counts.iter().sum();
        if all > 0.0 {
            self.coded += 1;
            self.shares.iter_mut().zip(counts).for_each(|(share, count)| *share += count / all);
        }
        if all > 1.0 {
            self.paired += 1;
            self.agreed += counts.iter().map(|count| count * (count - 1.0)).sum::<f64>() / (all * (all - 1.0));
            for (place, one) in counts.iter().enumerate() {
                for (other, two) in counts.iter().enumerate() {
                    let itself = if place == other { 1.0 } else { 0.0 };
                    self.pairs[place][other] += one * (two - itself) / (all - 1.0);
                }
            }
        }
    }

    /// What two coders say, from the table of their codes.
    pub fn between(confusion: &Confusion<C>) -> Self {
        let mut reliability = Self::default();
        for (one, row) in confusion.0.iter().enumerate() {
            for (other, count) in row.iter().enumerate() {
                let units = f64::from(*count);
                reliability.pairs[one][other] += units;
                reliability.pairs[other][one] += units;
                reliability.shares[one] += 0.5 * units;
                reliability.shares[other] += 0.5 * units;
                reliability.agreed += if one == other { units } else { 0.0 };
                reliability.paired += count;
                reliability.coded += count;
            }
        }
        reliability
    }

    /// Units with two codes or more: what agreement is about.
    pub const fn units(&self) -> u32 {
        self.paired
    }

    /// Krippendorff's alpha for nominal data: 1 is perfect, 0 is chance; nothing where only one class was used.
    ///
    /// K. Krippendorff, "Content analysis", second edition (2004), section 11.3: 1 - (n-1) Σ o(c,k) / Σ n(c) n(k) over pairs of different
    /// classes of the matrix of coincidences.
    ///
    /// # Example: three coders, four units, one of them left out twice
    /// ```
    /// use antwoordmeter::measure::Reliability;
    /// let mut reliability = Reliability::<3>::default();
    /// for codes in [&[0, 0, 0][..], &[1, 1, 2], &[2, 2], &[0]] {
    ///     reliability.add(codes);
    /// }
    /// assert_eq!(format!("{:.4}", reliability.alpha().unwrap()), "0.6667");
    /// ```
    pub fn alpha(&self) -> Option<f64> {
        let margins = self.pairs.map(|row| row.iter().sum::<f64>());
        let total: f64 = margins.iter().sum();
        let equal: f64 = (0..C).map(|place| self.pairs[place][place]).sum();
        let expected = total * total - margins.iter().map(|margin| margin * margin).sum::<f64>();
        // Rounding must not make chance of a single class.
        if expected <= 1e-9 * total * total { None } else { Some(1.0 - (total - 1.0) * (total - equal) / expected) }
    }

    /// Gwet's AC1, which unlike kappa does not fall when nearly all units have one class; nothing without a unit that two coders coded.
    ///
    /// K. L. Gwet, "Computing inter-rater reliability and its variance in the presence of high agreement", British Journal of
    /// Mathematical and Statistical Psychology 61 (2008), 29-48: chance is Σ π(1-π) / (C-1), π being the mean share of a class over units.
    pub fn ac1(&self) -> Option<f64> {
        let agreed = ratio(self.agreed, self.paired.into())?;
        let share = |sum: &f64| sum / f64::from(self.coded);
        let chance = self.shares.iter().map(share).map(|share| share * (1.0 - share)).sum::<f64>() / (C as f64 - 1.0);
        ratio(agreed - chance, 1.0 - chance)
    }

    /// The sums as a row of numbers, to draw whole letters from by [`Letters`](super::Letters); [`Reliability::from_sums`] gives them back.
    pub fn sums(&self) -> Vec<f64> {
        let alone = [self.agreed, self.paired.into(), self.coded.into()];
        self.pairs.iter().flatten().chain(&self.shares).chain(&alone).copied().collect()
    }

    /// What [`Reliability::sums`] gave, also of several letters added up; what is missing is 0.
    pub fn from_sums(sums: &[f64]) -> Self {
        let mut sums = sums.iter().copied();
        let mut reliability = Self::default();
        reliability.pairs.iter_mut().flatten().chain(&mut reliability.shares).for_each(|sum| *sum = sums.next().unwrap_or(0.0));
        let mut alone = || sums.next().unwrap_or(0.0);
        (reliability.agreed, reliability.paired, reliability.coded) = (alone(), whole(alone()), whole(alone()));
        reliability
    }
}

#[allow(clippy::cast_sign_loss, reason = "a sum of counts")]
fn whole(sum: f64) -> u32 {
    sum.round() as u32
}

impl<const C: usize> AddAssign for Reliability<C> {
    fn add_assign(&mut self, other: Self) {
        self.pairs.iter_mut().flatten().zip(other.pairs.iter().flatten()).for_each(|(sum, more)| *sum += more);
        self.shares.iter_mut().zip(other.shares).for_each(|(sum, more)| *sum += more);
        self.agreed += other.agreed;
        self.paired += other.paired;
        self.coded += other.coded;
    }
}

#[cfg(test)]
mod tests {
    use super::Reliability;
    use crate::measure::Confusion;
    use proptest::prelude::*;

    fn of<const C: usize>(units: &[Vec<usize>]) -> Reliability<C> {
        let mut reliability = Reliability::default();
        for codes in units {
            reliability.add(codes);
        }
        reliability
    }

    fn near(found: Option<f64>, expected: f64) {
        assert!(found.is_some_and(|found| (found - expected).abs() < 1e-12), "{found:?} is not {expected}");
    }

    /// `krippendorff.alpha(data, level_of_measurement="nominal", value_domain=range(C))`, krippendorff 0.9.0, and
    /// `irrCAC.raw.CAC(data, categories=…, digits=15).gwet()`, irrCAC 0.4.4.
    #[test]
    fn agrees_with_krippendorff_and_irrcac() {
        // The four observers of Krippendorff (2004), section 11.3, in which codes are missing: his alpha is 0.743.
        let classes: [&[usize]; 12] = [
            &[1, 1, 1],
            &[2, 2, 3, 2],
            &[3, 3, 3, 3],
            &[3, 3, 3, 3],
            &[2, 2, 2, 2],
            &[1, 2, 3, 4],
            &[4, 4, 4, 4],
            &[1, 1, 2, 1],
            &[2, 2, 2, 2],
            &[5, 5, 5],
            &[1, 1],
            &[3],
        ];
        let units: Vec<Vec<usize>> = classes.iter().map(|codes| codes.iter().map(|code| code - 1).collect()).collect();
        near(of::<5>(&units).alpha(), 0.743_421_052_631_579);
        near(of::<5>(&units).ac1(), 0.775_444_068_126_995);
        assert_eq!(of::<5>(&units).units(), 11);
        let few = [vec![0, 0, 0], vec![1, 1, 2], vec![2, 2], vec![0]];
        near(of::<3>(&few).alpha(), 0.666_666_666_666_666_7);
        near(of::<3>(&few).ac1(), 0.68);
        let table = Confusion([[30, 4, 1, 0, 0], [6, 20, 2, 1, 0], [0, 3, 9, 0, 0], [1, 0, 0, 2, 0], [0; 5]]);
        let mut two = Reliability::<5>::default();
        for (one, row) in table.0.iter().enumerate() {
            row.iter().enumerate().for_each(|(other, count)| (0..*count).for_each(|_| two.add(&[one, other])));
        }
        assert_eq!(Reliability::between(&table), two);
        near(two.alpha(), 0.647_455_089_820_359_3);
        near(two.ac1(), 0.728_574_155_373_163);
        let crossed: Vec<Vec<usize>> = (0..40).map(|unit| vec![unit % 2, unit / 2 % 2]).collect();
        near(of::<2>(&crossed).alpha(), 0.012_500_000_000_000_067);
        near(of::<2>(&crossed).ac1(), 0.0);
        let opposed: Vec<Vec<usize>> = (0..4).map(|unit| vec![unit % 2, 1 - unit % 2]).collect();
        near(of::<2>(&opposed).alpha(), -0.75);
        near(of::<2>(&opposed).ac1(), -1.0);
    }

    #[test]
    fn at_the_edges() {
        let none = of::<3>(&[]);
        assert_eq!((none.alpha(), none.ac1(), none.units()), (None, None, 0));
        let all_missing = of::<3>(&[vec![], vec![], vec![1]]);
        assert_eq!((all_missing.alpha(), all_missing.ac1(), all_missing.units()), (None, None, 0));
        let one_class = of::<3>(&vec![vec![1, 1]; 9]);
        assert_eq!(one_class.alpha(), None);
        near(one_class.ac1(), 1.0);
        let perfect = of::<3>(&[vec![0, 0], vec![1, 1], vec![2, 2, 2]]);
        near(perfect.alpha(), 1.0);
        near(perfect.ac1(), 1.0);
        assert_eq!(of::<2>(&[vec![5, 7]]), Reliability::default());
    }

    fn units() -> impl Strategy<Value = Vec<Vec<usize>>> {
        prop::collection::vec(prop::collection::vec(0..4_usize, 0..5), 0..60)
    }

    proptest! {
        #[test]
        fn parts_add_up_in_any_order(units in units(), cut in 0..60_usize) {
            let (one, two) = units.split_at(cut.min(units.len()));
            let whole = of::<4>(&units);
            let mut sum = of::<4>(two);
            sum += of::<4>(one);
            for (found, expected) in sum.sums().iter().zip(whole.sums()) {
                prop_assert!((found - expected).abs() < 1e-9);
            }
            prop_assert_eq!(Reliability::<4>::from_sums(&whole.sums()), whole);
            prop_assert!(whole.alpha().is_none_or(|alpha| alpha <= 1.0 + 1e-12));
        }

        #[test]
        fn codes_dealt_at_random_agree_no_more_than_chance(
            codes in Just((0..4_000_usize).map(|unit| unit % 4).collect::<Vec<_>>()).prop_shuffle(),
        ) {
            let units: Vec<_> = codes.iter().enumerate().map(|(unit, code)| vec![unit % 4, *code]).collect();
            let reliability = of::<4>(&units);
            prop_assert!(reliability.alpha().is_some_and(|alpha| alpha.abs() < 0.06));
            prop_assert!(reliability.ac1().is_some_and(|ac1| ac1.abs() < 0.06));
        }
    }
}
