//! A share that a coder with known errors found, corrected for them; refused where the data cannot carry it.

use super::confidence::{Confidence, Z};

/// A corrected share with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corrected {
    /// The share, from 0 to 1.
    pub value: f64,
    /// Its interval.
    pub confidence: Confidence,
    /// The formula gave a share below 0 or above 1, and the nearer end stands in its place: the coder errs otherwise here than where it
    /// was checked.
    pub outside: bool,
}

/// Why a share is not corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is nothing to correct, or more than all.
    NoAnswers,
    /// No unit of one of the two kinds was checked: nothing is known of the coder's errors on it.
    NothingChecked,
    /// Sensitivity and specificity together are at most 1: the coder tells no more than a coin.
    Uninformative,
    /// A stratum that has units has fewer than two checked ones and is not checked whole: its error cannot be estimated.
    ThinStratum,
}

impl Corrected {
    /// What the share would be without the coder's errors: `coded` so many of so many; of units that people give the code, `found` so many
    /// by the coder (sensitivity); of units that people do not give it, `passed` so many rightly (specificity).
    ///
    /// W. J. Rogan and B. Gladen, "Estimating prevalence from the results of a screening test", American Journal of Epidemiology 107
    /// (1978), 71-76: (share + specificity - 1) / (sensitivity + specificity - 1). The interval counts that both were estimated, too:
    /// Zs. Lang and J. Reiczigel, "Confidence limits for prevalence of disease adjusted for estimated sensitivity and
    /// specificity", Preventive Veterinary Medicine 113 (2014), 13-22. It holds where the units checked are like those that were coded.
    ///
    /// # Errors
    /// The reason why the correction would mean nothing.
    ///
    /// # Example: 60 of 200 coded, by a coder that finds 45 of 50 and passes 110 of 120
    /// ```
    /// use antwoordmeter::measure::{Corrected, Refused};
    /// let corrected = Corrected::for_errors((60, 200), (45, 50), (110, 120)).unwrap();
    /// assert_eq!(format!("{:.3}: {:.3} - {:.3}", corrected.value, corrected.confidence.low, corrected.confidence.high), "0.265: 0.172 - 0.366");
    /// assert_eq!(Corrected::for_errors((60, 200), (25, 50), (60, 120)), Err(Refused::Uninformative));
    /// ```
    pub fn for_errors(coded: (u32, u32), found: (u32, u32), passed: (u32, u32)) -> Result<Self, Refused> {
        let share = |(count, total): (u32, u32)| f64::from(count) / f64::from(total);
        if coded.1 == 0 || [coded, found, passed].iter().any(|(count, total)| count > total) {
            return Err(Refused::NoAnswers);
        }
        if found.1 == 0 || passed.1 == 0 {
            return Err(Refused::NothingChecked);
        }
        // In whole numbers, so that a coder that is exactly a coin is told from one that is not.
        if u64::from(found.0) * u64::from(passed.1) + u64::from(passed.0) * u64::from(found.1) <= u64::from(found.1) * u64::from(passed.1) {
            return Err(Refused::Uninformative);
        }
        let prevalence = |share: f64, found: f64, passed: f64| (share + passed - 1.0) / (found + passed - 1.0);
        let value = prevalence(share(coded), share(found), share(passed));
        // Successes and failures are added so that shares of 0 and 1 have an error as well.
        let with = |(count, total): (u32, u32), more: f64| {
            let total = f64::from(total) + more;
            let share = (f64::from(count) + more / 2.0) / total;
            (share, share * (1.0 - share) / total)
        };
        let (coded, coded_variance) = with(coded, Z * Z);
        let (found, found_variance) = with(found, 2.0);
        let (passed, passed_variance) = with(passed, 2.0);
        let middle = prevalence(coded, found, passed);
        let (have, lack) = (middle * found_variance, (1.0 - middle) * passed_variance);
        let shift = 2.0 * Z * Z * (have - lack);
        let half = Z * (coded_variance + middle * have + (1.0 - middle) * lack).sqrt() / (found + passed - 1.0).abs();
        let within = |share: f64| share.clamp(0.0, 1.0);
        let confidence = Confidence { low: within(middle + shift - half), high: within(middle + shift + half) };
        Ok(Self { value: within(value), confidence, outside: !(0.0..=1.0).contains(&value) })
    }

    /// The share according to people, from a stratified probability sample that they coded: in each stratum, what the coder found in all
    /// units is shifted by the mean difference in those that people coded as well. Nothing need be known of the coder's errors.
    ///
    /// The difference estimator over strata, with its standard error and the normal interval: W. G. Cochran, "Sampling techniques", third
    /// edition (1977), sections 5.3, 5.5 and 7.6; finite population correction included.
    ///
    /// # Errors
    /// The reason why the sample does not carry an estimate.
    ///
    /// # Example: two strata of which 20 answers each were coded by people
    /// ```
    /// use antwoordmeter::measure::{Checked, Corrected};
    /// let deferred = Checked { units: 100, coded: 90, both: 17, only_people: 0, only_coder: 3, neither: 0 };
    /// let others = Checked { units: 400, coded: 0, both: 0, only_people: 1, only_coder: 0, neither: 19 };
    /// let corrected = Corrected::by_sample(&[deferred, others]).unwrap();
    /// assert_eq!(format!("{:.3}: {:.3} - {:.3}", corrected.value, corrected.confidence.low, corrected.confidence.high), "0.190: 0.108 - 0.272");
    /// ```
    pub fn by_sample(strata: &[Checked]) -> Result<Self, Refused> {
        let all: f64 = strata.iter().map(|stratum| f64::from(stratum.units)).sum();
        if all == 0.0 || strata.iter().any(|stratum| stratum.coded > stratum.units || stratum.checked() > stratum.units) {
            return Err(Refused::NoAnswers);
        }
        let (mut value, mut variance) = (0.0, 0.0);
        for stratum in strata.iter().filter(|stratum| stratum.units > 0) {
            let (units, checked) = (f64::from(stratum.units), f64::from(stratum.checked()));
            if stratum.checked() < 2 && stratum.checked() < stratum.units {
                return Err(Refused::ThinStratum);
            }
            let (more, fewer) = (f64::from(stratum.only_people), f64::from(stratum.only_coder));
            let shift = (more - fewer) / checked;
            value += f64::from(stratum.coded) + units * shift;
            let spread = (more + fewer - checked * shift * shift) / (checked - 1.0).max(1.0);
            variance += units * (units - checked) * spread / checked;
        }
        let (value, half) = (value / all, Z * variance.max(0.0).sqrt() / all);
        let within = |share: f64| share.clamp(0.0, 1.0);
        let confidence = Confidence { low: within(value - half), high: within(value + half) };
        Ok(Self { value: within(value), confidence, outside: !(0.0..=1.0).contains(&value) })
    }
}

/// A stratum: all its units, and those drawn from it that people coded as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// All units.
    pub units: u32,
    /// Those of them that the coder gives the code.
    pub coded: u32,
    /// Checked units that both give it.
    pub both: u32,
    /// Checked units that only people give it.
    pub only_people: u32,
    /// Checked units that only the coder gives it.
    pub only_coder: u32,
    /// Checked units that neither gives it.
    pub neither: u32,
}

impl Checked {
    const fn checked(&self) -> u32 {
        self.both + self.only_people + self.only_coder + self.neither
    }
}

#[cfg(test)]
mod tests {
    use super::{Checked, Corrected, Refused};
    use proptest::prelude::*;

    /// Rogan-Gladen and the interval written out in numpy from the published formulas (z = `scipy.stats.norm.ppf(0.975)`); the data of
    /// the second and third row are those of Reiczigel, Földi and Ózsvári, Epidemiology and Infection 138 (2010), table 2.
    #[allow(clippy::type_complexity, reason = "a table")]
    const NUMPY: &[((u32, u32), (u32, u32), (u32, u32), [f64; 3])] = &[
        ((60, 200), (45, 50), (110, 120), [0.265_306_122_448_979_44, 0.172_369_548_602_917_8, 0.365_928_333_160_370_4]),
        ((2, 78), (50, 100), (199, 200), [0.041_699_041_699_041_72, 0.0, 0.177_704_273_632_175_4]),
        ((27, 650), (50, 100), (199, 200), [0.073_815_073_815_073_99, 0.027_460_010_566_892_276, 0.114_583_025_729_825_45]),
        ((0, 50), (9, 10), (9, 10), [0.0, 0.0, 0.070_281_043_498_787_44]),
        ((50, 50), (9, 10), (9, 10), [1.0, 0.929_718_956_501_212_3, 1.0]),
        ((17, 45), (400, 420), (900, 910), [0.389_623_865_110_246_5, 0.254_383_344_401_724_17, 0.546_311_073_468_832_2]),
        ((300, 1000), (30, 30), (40, 40), [0.300_000_000_000_000_04, 0.242_815_075_641_247_88, 0.341_621_275_862_185]),
        ((1, 200), (45, 50), (100, 120), [0.0, 0.0, 0.0]),
    ];

    fn near(found: Corrected, [value, low, high]: [f64; 3]) {
        let pairs = [(found.value, value), (found.confidence.low, low), (found.confidence.high, high)];
        assert!(pairs.iter().all(|(found, expected)| (found - expected).abs() < 1e-9), "{found:?} is not {value} {low} {high}");
    }

    #[test]
    fn agrees_with_the_formulas_in_numpy() {
        for (coded, found, passed, expected) in NUMPY {
            near(Corrected::for_errors(*coded, *found, *passed).expect("a coder better than a coin"), *expected);
        }
        assert_eq!(Corrected::for_errors((0, 50), (9, 10), (9, 10)).map(|corrected| corrected.outside), Ok(true));
        assert_eq!(Corrected::for_errors((60, 200), (45, 50), (110, 120)).map(|corrected| corrected.outside), Ok(false));
    }

    #[test]
    fn refuses_what_means_nothing() {
        let refused = |coded, found, passed| Corrected::for_errors(coded, found, passed).err();
        assert_eq!(refused((0, 0), (9, 10), (9, 10)), Some(Refused::NoAnswers));
        assert_eq!(refused((5, 4), (9, 10), (9, 10)), Some(Refused::NoAnswers));
        assert_eq!(refused((1, 4), (0, 0), (9, 10)), Some(Refused::NothingChecked));
        assert_eq!(refused((1, 4), (9, 10), (0, 0)), Some(Refused::NothingChecked));
        assert_eq!(refused((1, 4), (3, 10), (7, 10)), Some(Refused::Uninformative));
        assert_eq!(refused((1, 4), (1, 10), (7, 10)), Some(Refused::Uninformative));
        assert_eq!(Corrected::by_sample(&[]), Err(Refused::NoAnswers));
        let one = Checked { units: 9, coded: 2, both: 1, ..Checked::default() };
        assert_eq!(Corrected::by_sample(&[one]), Err(Refused::ThinStratum));
        assert_eq!(Corrected::by_sample(&[Checked { units: 9, coded: 2, ..Checked::default() }]), Err(Refused::ThinStratum));
        assert_eq!(Corrected::by_sample(&[Checked { units: 1, both: 2, ..Checked::default() }]), Err(Refused::NoAnswers));
    }

    fn checked([units, coded, both, only_people, only_coder, neither]: [u32; 6]) -> Checked {
        Checked { units, coded, both, only_people, only_coder, neither }
    }

    /// The estimator on lists of 0 and 1 in numpy: `sum(N / all * (coded / N + d.mean()))` and `sum((N / all) ** 2 * (1 - n / N) *
    /// d.var(ddof=1) / n)`, d being people minus coder.
    #[test]
    fn agrees_with_the_estimator_on_units() {
        let of = |strata: &[[u32; 6]]| Corrected::by_sample(&strata.iter().copied().map(checked).collect::<Vec<_>>()).expect("a sample");
        near(of(&[[100, 90, 17, 0, 3, 0], [400, 0, 0, 1, 0, 19]]), [0.19, 0.108_367_162_589_504_89, 0.271_632_837_410_495_15]);
        let four = [[50, 50, 10, 0, 2, 0], [30, 10, 4, 1, 0, 6], [1, 1, 1, 0, 0, 0], [2000, 30, 5, 3, 1, 91]];
        near(of(&four), [0.060_256_578_276_760_88, 0.023_191_941_363_502_278, 0.097_321_215_190_019_49]);
        near(of(&[[10, 4, 3, 1, 1, 5]]), [0.4, 0.4, 0.4]);
    }

    proptest! {
        #[test]
        fn a_faultless_coder_is_hardly_corrected(total in 1..2_000_u32, part in 0.0..=1.0_f64, checked in 1..200_u32) {
            #[allow(clippy::cast_sign_loss, reason = "a part of the total")]
            let count = (f64::from(total) * part) as u32;
            let corrected = Corrected::for_errors((count, total), (checked, checked), (checked, checked)).expect("a coder better than a coin");
            prop_assert!((corrected.value - f64::from(count) / f64::from(total)).abs() < 1e-12);
            prop_assert!(corrected.confidence.low <= corrected.confidence.high);
        }

        #[test]
        fn a_sample_of_all_is_what_people_say(both in 0..50_u32, only_people in 0..50_u32, only_coder in 0..50_u32, neither in 1..50_u32) {
            let units = both + only_people + only_coder + neither;
            let corrected = Corrected::by_sample(&[checked([units, both + only_coder, both, only_people, only_coder, neither])]).expect("all");
            prop_assert!((corrected.value - f64::from(both + only_people) / f64::from(units)).abs() < 1e-12);
            prop_assert!(corrected.confidence.width() < 1e-12);
        }
    }
}
