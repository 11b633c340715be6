//! The cues of a run, read back from `evidence.csv` beside its `answers.csv`.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::coders::Judged;
use crate::codebook::Facet;
use crate::codings::separated;
use crate::error::{Error, Result};
use crate::source::unguarded;

/// A cue in an answer: what of it figures per rule need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Its rule, as a place in [`Evidence::rules`].
    pub rule: usize,
    /// First character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// First character of its sentence.
    pub sentence: usize,
}

/// The cues of the units that are judged.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// The rules that found something, by name.
    pub rules: Vec<(String, Facet)>,
    /// The cues by the place of their unit.
    pub cues: BTreeMap<usize, Vec<Cue>>,
}

/// A row of the table.
#[derive(Deserialize)]
struct Row {
    id: String,
    rule: String,
    facet: String,
    quote: String,
    start: usize,
    end: usize,
    sentence_start: usize,
}

/// The table beside a file of codings, if it is there.
pub fn beside(codings: &Path) -> Option<PathBuf> {
    Some(codings.with_file_name("evidence.csv")).filter(|file| file.is_file() && file != codings)
}

impl Evidence {
    /// Reads the table.
    ///
    /// # Errors
    /// It cannot be read, or is not the `evidence.csv` of a run.
    pub fn open(file: &Path, judged: &Judged) -> Result<Self> {
        let (mut evidence, mut places) = (Self::default(), HashMap::new());
        rows(file, |row| {
            let (Some(unit), Some(facet)) = (judged.place(unguarded(&row.id)), Facet::from_code(&row.facet)) else { return };
            let rule = *places.entry(row.rule.clone()).or_insert_with(|| {
                evidence.rules.push((row.rule, facet));
                evidence.rules.len() - 1
            });
            let cue = Cue { rule, start: row.start, end: row.end, sentence: row.sentence_start };
            evidence.cues.entry(unit).or_default().push(cue);
        })?;
        Ok(evidence)
    }
}

/// A cue with its words, of the few answers that are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// Its rule.
    pub rule: String,
    /// Its words.
    pub words: String,
    /// First character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// The cues, with their words, of units that `wanted` names.
///
/// # Errors
/// As [`Evidence::open`].
pub fn quoted(file: &Path, judged: &Judged, wanted: impl Fn(usize) -> bool) -> Result<BTreeMap<usize, Vec<Quoted>>> {
    let mut quoted: BTreeMap<usize, Vec<Quoted>> = BTreeMap::new();
    rows(file, |row| {
        if let Some(unit) = judged.place(unguarded(&row.id)).filter(|place| wanted(*place)) {
            let words = unguarded(&row.quote).split_whitespace().collect::<Vec<_>>().join(" ");
            quoted.entry(unit).or_default().push(Quoted { rule: row.rule, words, start: row.start, end: row.end });
        }
    })?;
    Ok(quoted)
}

fn rows(file: &Path, mut take: impl FnMut(Row)) -> Result<()> {
    let remedy = "give codings of a run whose evidence.csv was not changed, or move that file away";
    let (mut reader, skipped) = separated(file)?;
    let fault = |error: &csv::Error| {
        let line = error.position().map_or(0, |position| position.line() as usize) + skipped;
        Error::at(file, line, format!("is no row of evidence: {error}"), remedy)
    };
    let mut record = csv::StringRecord::new();
    reader.read_record(&mut record).map_err(|error| fault(&error))?;
    let header = record.clone();
    while reader.read_record(&mut record).map_err(|error| fault(&error))? {
        take(record.deserialize(Some(&header)).map_err(|error| fault(&error))?);
    }
    Ok(())
}
