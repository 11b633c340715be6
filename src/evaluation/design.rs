//! The design of a sample: which answers were drawn, from which stratum, with which probability; and drawing one.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::coders::{JudgedUnit, name};
use crate::coding::Class;
use crate::codings::{self, Unit};
use crate::error::{Error, Result};
use crate::measure::{Allotted, Draw, allot, sample_size};
use crate::source::unguarded;

/// A sample that was drawn, as its second file says.
#[derive(Clone, Debug, Default)]
pub struct Design {
    /// The stratum of each answer that was drawn, by id.
    drawn: HashMap<String, String>,
}

/// What the answers are sampled for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size {
    /// So many answers.
    Answers(u32),
    /// As many as make the interval of a share this wide.
    Width(f64),
}

/// A sample with the texts that are to be coded.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The units, in the random order in which the first coder sees them.
    pub units: Vec<Unit>,
    /// The stratum of each.
    pub strata_of: Vec<String>,
    /// The strata, by the code of the class.
    pub strata: BTreeMap<String, Allotted>,
    /// Answers that could be drawn.
    pub answers: u32,
    /// The seed.
    pub seed: u64,
}

/// A row of the second file.
#[derive(Deserialize)]
struct Row {
    id: String,
    stratum: String,
}

impl Design {
    /// Reads the second file of a sample.
    ///
    /// # Errors
    /// It cannot be read, or is not such a file.
    pub fn open(file: &Path) -> Result<Self> {
        let remedy = "give the file that `sample` wrote beside the sheets";
        let (mut reader, skipped) = codings::separated(file)?;
        let fault = |error: &csv::Error| {
            let line = error.position().map_or(0, |position| position.line() as usize) + skipped;
            Error::at(file, line, format!("is no row of the design of a sample: {error}"), remedy)
        };
        let (mut record, mut drawn) = (csv::StringRecord::new(), HashMap::new());
        reader.read_record(&mut record).map_err(|error| fault(&error))?;
        let header = record.clone();
        while reader.read_record(&mut record).map_err(|error| fault(&error))? {
            let row: Row = record.deserialize(Some(&header)).map_err(|error| fault(&error))?;
            drawn.insert(unguarded(&row.id).to_owned(), row.stratum);
        }
        Ok(Self { drawn })
    }

    /// The stratum of a unit: of one that was drawn the one that it was drawn from, of another that of its class. These are the same as
    /// long as the codings are those that the sample was drawn from, which [`Design::fits`] tells.
    pub fn stratum<'s>(&'s self, unit: &'s JudgedUnit) -> Option<&'s str> {
        self.drawn.get(&unit.id).map(String::as_str).or_else(|| unit.codes.class.map(Class::code))
    }

    /// Whether a unit was drawn.
    pub fn has(&self, unit: &JudgedUnit) -> bool {
        self.drawn.contains_key(&unit.id)
    }

    /// Whether these are the codings that the sample was drawn from: every drawn unit is there, with the class of its stratum.
    pub fn fits(&self, units: &[JudgedUnit]) -> bool {
        let found = units.iter().filter_map(|unit| Some((self.drawn.get(&unit.id)?, unit.codes.class?)));
        let (mut all, mut same) = (0, 0);
        for (stratum, class) in found {
            all += 1;
            same += usize::from(stratum == class.code());
        }
        all == self.drawn.len() && same == all
    }
}

/// The second file of the sheet `DIR/NAME.csv` or of `DIR/NAME-1.csv`, where it lies beside it.
pub fn beside(sheet: &Path) -> Option<PathBuf> {
    let stem = sheet.file_stem()?.to_string_lossy().into_owned();
    let one = stem.rsplit_once('-').filter(|(_, number)| number.parse::<u32>().is_ok()).map(|(name, _)| name);
    let names = [Some(stem.as_str()), one];
    names.into_iter().flatten().map(|name| named(sheet, name)).find(|file| file.is_file())
}

/// The name of the second file of sheets called so.
pub fn named(sheet: &Path, stem: &str) -> PathBuf {
    sheet.with_file_name(format!("{stem}-design.csv"))
}

/// Draws a sample from a file of codings: strata are the classes that the machine gave, in proportion, but at least two of each.
///
/// Unanswered questions are left out: there is nothing to code.
///
/// # Errors
/// As [`codings::read`]; there is no answer, or two have one id.
pub fn draw(file: &Path, size: Size, seed: u64) -> std::result::Result<Sample, Vec<Error>> {
    // Strata are what the machine said, also where a person corrected it.
    let class = |unit: &Unit| unit.uncorrected().class.filter(|class| *class != Class::Unanswered);
    let (mut counts, mut lines, mut twice): (BTreeMap<&str, u32>, HashMap<String, usize>, Vec<Error>) = Default::default();
    codings::read(file, |unit| {
        let Some(class) = class(&unit) else { return };
        *counts.entry(class.code()).or_default() += 1;
        if let Some(first) = lines.insert(name(&unit), unit.line) {
            let what = format!("has the id `{}` of line {first}", name(&unit));
            twice.push(Error::at(file, unit.line, what, "two runs in one table? give each run by itself"));
        }
    })?;
    if !twice.is_empty() {
        twice.truncate(5);
        return Err(twice);
    }
    drop(lines);
    let answers: u32 = counts.values().sum();
    if answers == 0 {
        return Err(vec![Error::new(file, "has no answer to draw", "give the answers.csv of a run")]);
    }
    let wanted = match size {
        Size::Answers(wanted) => wanted,
        Size::Width(width) => sample_size(answers, 0.5, width),
    };
    let sizes: Vec<u32> = counts.values().copied().collect();
    let strata: BTreeMap<String, Allotted> = counts.keys().map(|code| (*code).to_owned()).zip(allot(&sizes, wanted)).collect();
    let mut draw = Draw::new(seed);
    for (code, stratum) in &strata {
        draw.stratum(code, stratum.drawn);
    }
    codings::read(file, |unit| {
        if let Some(class) = class(&unit) {
            draw.offer(class.code(), &name(&unit));
        }
    })?;
    let drawn = draw.finish();
    let places: HashMap<&str, usize> = drawn.iter().enumerate().map(|(place, (id, _))| (id.as_str(), place)).collect();
    let mut units = vec![Unit::default(); drawn.len()];
    codings::read(file, |mut unit| {
        let id = name(&unit);
        if let Some(slot) = places.get(id.as_str()).and_then(|place| units.get_mut(*place)) {
            unit.id = id;
            *slot = unit;
        }
    })?;
    let strata_of = drawn.into_iter().map(|(_, stratum)| stratum).collect();
    Ok(Sample { units, strata_of, strata, answers, seed })
}

impl Sample {
    /// The units in the random order in which a coder (from 1) sees them: each coder another.
    pub fn order(&self, coder: u32) -> Vec<&Unit> {
        if coder <= 1 {
            return self.units.iter().collect();
        }
        let mut draw = Draw::new(self.seed.wrapping_add(u64::from(coder)));
        draw.stratum("", u32::MAX);
        self.units.iter().for_each(|unit| draw.offer("", &unit.id));
        let by_id: HashMap<&str, &Unit> = self.units.iter().map(|unit| (unit.id.as_str(), unit)).collect();
        draw.finish().iter().filter_map(|(id, _)| by_id.get(id.as_str()).copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Size, beside, draw, named};

    fn table(folder: &std::path::Path) -> std::path::PathBuf {
        let file = folder.join("answers.csv");
        let row = |number: u32| {
            let class = match number % 10 {
                0 => "deferral",
                1 => "unanswered",
                _ => "substantive",
            };
            format!("b#{number},b,{number},Hoe?,Zo.,{class}\n")
        };
        let text: String = ["id,letter,number,question,answer,class\n".to_owned()].into_iter().chain((0..100).map(row)).collect();
        std::fs::write(&file, text).expect("a table");
        file
    }

    #[test]
    fn strata_have_their_part_and_coders_their_own_order() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = table(folder.path());
        let sample = draw(&file, Size::Answers(30), 7).expect("a sample");
        assert_eq!(sample.answers, 90);
        let drawn: Vec<_> = sample.strata.iter().map(|(code, stratum)| (code.as_str(), stratum.drawn, stratum.units)).collect();
        assert_eq!(drawn, [("deferral", 3, 10), ("substantive", 27, 80)]);
        assert!(sample.units.iter().all(|unit| unit.answer == "Zo." && unit.question == "Hoe?"));
        let ids = |coder| sample.order(coder).iter().map(|unit| unit.id.clone()).collect::<Vec<_>>();
        let (one, two) = (ids(1), ids(2));
        let sorted = |mut ids: Vec<String>| {
            ids.sort();
            ids
        };
        assert_ne!(one, two);
        assert_eq!(sorted(one.clone()), sorted(two));
        assert_ne!(one, sorted(one.clone()), "rows stand in random order");
        let again = draw(&file, Size::Answers(30), 7).expect("a sample");
        assert_eq!(again.units, sample.units);
        assert_ne!(draw(&file, Size::Answers(30), 8).expect("a sample").units, sample.units);
        assert_eq!(draw(&file, Size::Width(0.3), 7).expect("a sample").units.len(), 30);
        assert_eq!(draw(&file, Size::Answers(500), 7).expect("a sample").units.len(), 90);
    }

    #[test]
    fn the_second_file_is_found_by_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let design = named(&folder.path().join("vel.xlsx"), "vel");
        std::fs::write(&design, "").expect("a file");
        for sheet in ["vel.csv", "vel-1.csv", "vel-2.xlsx"] {
            assert_eq!(beside(&folder.path().join(sheet)).as_deref(), Some(design.as_path()), "{sheet}");
        }
        assert_eq!(beside(&folder.path().join("gold.jsonl")), None);
    }
}
