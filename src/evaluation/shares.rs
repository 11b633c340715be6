//! Shares of all answers, corrected for the errors that the check by people brought to light; refused where that would mean nothing.

use std::collections::BTreeMap;

use super::coders::{Coder, Judged};
use super::compared::Compared;
use super::design::Design;
use crate::coding::Class;
use crate::measure::{Checked, Confidence, Corrected, Refused, Share};

/// A share and what correction makes of it: a row of `corrected_shares.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// The coder that it was checked against.
    pub reference: String,
    /// The class or facet.
    pub compared: &'static str,
    /// The code.
    pub code: &'static str,
    /// How it was estimated.
    pub way: Way,
    /// Answers with the code: by the coder, or by people for the estimates.
    pub k: u32,
    /// Of so many answers.
    pub n: u32,
    /// The share and its interval, or why there is none.
    pub share: Result<(f64, Confidence), Reason>,
    /// The formula gave a share below 0 or above 1.
    pub outside: bool,
}

/// How a share was estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// As the coder counted it.
    Counted,
    /// Corrected for its errors.
    RoganGladen,
    /// From the sample that people coded.
    Sample,
}

/// Why a share is not estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Fewer than five answers.
    TooFew,
    /// People coded all answers: their counts need no correction.
    AllChecked,
    /// The checked answers were drawn by what the coder gave them, which distorts the rates of error.
    DrawnByClass,
    /// The checked answers are no probability sample.
    NoSample,
    /// The codings are not those that the sample was drawn from.
    OtherCodings,
    /// As the formula says.
    Refused(Refused),
}

/// The shares of each class, of deferring at all and of deferring to a document, over all answers.
pub fn estimates(judged: &Judged, person: &Coder, design: Option<&Design>) -> Vec<Estimate> {
    let mut estimates = Vec::new();
    for (compared, code) in codes() {
        let has = |codes| compared.place(codes).map(|place| compared.codes().get(place) == Some(&code) || code == ANY && place > 0);
        let answered = || judged.units.iter().enumerate().filter(|(_, unit)| unit.codes.class != Some(Class::Unanswered));
        let (mut count, mut total) = (0, 0);
        let mut checked = Checked::default();
        let mut strata: BTreeMap<&str, Checked> = BTreeMap::new();
        for (place, unit) in answered() {
            let Some(coded) = has(&unit.codes) else { continue };
            total += 1;
            count += u32::from(coded);
            let expected = person.codes.get(&place).and_then(has);
            if let Some(expected) = expected {
                tally(&mut checked, coded, expected);
            }
            if let Some(stratum) = design.and_then(|design| design.stratum(unit)) {
                let stratum = strata.entry(stratum).or_default();
                stratum.units += 1;
                stratum.coded += u32::from(coded);
                if let Some(expected) = expected {
                    tally(stratum, coded, expected);
                }
            }
        }
        let of = |way, k, n, share: Result<Corrected, Reason>| Estimate {
            reference: person.name.clone(),
            compared: compared.name(),
            code,
            way,
            k,
            n,
            outside: share.is_ok_and(|corrected| corrected.outside),
            share: share.map(|corrected| (corrected.value, corrected.confidence)),
        };
        let counted = Share::of(count, total).map(|share| (share.value(), Confidence { low: share.low, high: share.high }));
        estimates.push(Estimate { share: counted.ok_or(Reason::TooFew), ..of(Way::Counted, count, total, Err(Reason::TooFew)) });
        let seen = checked.both + checked.only_people + checked.only_coder + checked.neither;
        let people = checked.both + checked.only_people;
        let rogan_gladen = if seen < 5 {
            Err(Reason::TooFew)
        } else if seen + person.unsure >= total {
            Err(Reason::AllChecked)
        } else if design.is_some() {
            Err(Reason::DrawnByClass)
        } else {
            let passed = (checked.neither, checked.neither + checked.only_coder);
            Corrected::for_errors((count, total), (checked.both, people), passed).map_err(Reason::Refused)
        };
        estimates.push(of(Way::RoganGladen, people, seen, rogan_gladen));
        let sample = match design {
            None => Err(Reason::NoSample),
            Some(design) if !design.fits(&judged.units) => Err(Reason::OtherCodings),
            Some(_) => Corrected::by_sample(&strata.into_values().collect::<Vec<_>>()).map_err(Reason::Refused),
        };
        estimates.push(of(Way::Sample, people, seen, sample));
    }
    estimates
}

fn tally(checked: &mut Checked, coded: bool, expected: bool) {
    match (coded, expected) {
        (true, true) => checked.both += 1,
        (false, true) => checked.only_people += 1,
        (true, false) => checked.only_coder += 1,
        (false, false) => checked.neither += 1,
    }
}

/// Any code but the first.
const ANY: &str = "any";

/// What shares are taken of.
fn codes() -> impl Iterator<Item = (Compared, &'static str)> {
    let classes = Compared::Class.codes().iter().filter(|code| **code != Class::Unanswered.code()).map(|code| (Compared::Class, *code));
    classes.chain([(Compared::DefersToDocument, "1"), (Compared::Deferral, ANY)])
}
