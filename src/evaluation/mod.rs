//! The machine's codings held against people's: how far they agree, where they do not, what each rule is worth, and what the shares
//! would be without the errors that this brought to light.
//!
//! [`evaluate`] reads codings and people's codings, whatever made them; [`design`] draws the answers that people should code.
//!
//! `coders` matches units by id, `compared` lists what is compared, `agreement` has the figures over letters (`figure`: an interval, or why
//! there is none), `rules` those of rows and rules, `shares` what shares would be without errors, `disagreements` the words.

mod agreement;
mod coders;
mod compared;
pub mod design;
mod disagreements;
mod evidence;
mod figure;
mod rules;
mod shares;

use std::collections::BTreeSet;
use std::path::PathBuf;

pub use agreement::{Agreed, Confused};
pub use coders::Unmatched;
pub use compared::Compared;
pub use disagreements::{CORRECTIONS, Difference, Disagreement};
pub use evidence::Quoted;
pub use figure::{Basis, Measured};
pub use rules::{Rule, RuleKind};
pub use shares::{Estimate, Reason, Way};

use agreement::Pair;
use coders::{Coder, Judged};
use design::Design;
use evidence::Evidence;

use crate::error::Error;

/// The name of the coder that is judged.
pub const MACHINE: &str = "machine";

/// What is held against what.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The codings that are judged.
    pub codings: PathBuf,
    /// People's codings, a file each.
    pub people: Vec<PathBuf>,
    /// The second file of a sample; looked for beside the sheets where none is given.
    pub design: Option<PathBuf>,
    /// The seed of the bootstrap.
    pub seed: u64,
}

/// Everything that the comparison found.
#[derive(Clone, Debug, Default)]
pub struct Evaluation {
    /// Units that are judged.
    pub units: usize,
    /// Letters that they come from.
    pub letters: usize,
    /// Units that people corrected.
    pub corrected: usize,
    /// The people.
    pub people: Vec<Person>,
    /// Figures of agreement.
    pub agreed: Vec<Agreed>,
    /// The tables of confusion.
    pub confused: Vec<Confused>,
    /// Rows of the decision table, then rules.
    pub rules: Vec<Rule>,
    /// Shares, as counted and as corrected.
    pub estimates: Vec<Estimate>,
    /// Where coders disagree.
    pub disagreements: Vec<Disagreement>,
    /// The files that were read beside the codings and those of people.
    pub read: Vec<PathBuf>,
}

/// What a person coded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The name of the file.
    pub name: String,
    /// The file.
    pub file: PathBuf,
    /// Units coded that match one of the judged.
    pub coded: usize,
    /// Rows left open.
    pub open: u32,
    /// Rows that the person was not sure of.
    pub unsure: u32,
    /// Coded rows that match nothing.
    pub unmatched: Vec<Unmatched>,
}

/// Holds codings against people's.
///
/// # Errors
/// A file cannot be read or is no file of codings; nothing that people coded is among the codings, and nothing was corrected.
pub fn evaluate(request: &Request) -> Result<Evaluation, Vec<Error>> {
    let Request { codings, seed, .. } = request;
    let one = |error: Error| vec![error];
    let judged = Judged::open(codings)?;
    let mut coders: Vec<Coder> = Vec::new();
    for file in &request.people {
        let mut coder = judged.coder(file)?;
        if coders.iter().any(|other| other.name == coder.name) || [MACHINE, CORRECTIONS].contains(&coder.name.as_str()) {
            coder.name = file.display().to_string();
        }
        coders.push(coder);
    }
    let corrected = judged.units.iter().filter(|unit| unit.is_corrected()).count();
    if coders.iter().all(|coder| coder.codes.is_empty()) && corrected == 0 {
        let remedy = "give files of people's codings with the ids of these codings, or codings with corrections";
        return Err(one(Error::new(codings, "nothing that people coded is among these codings", remedy)));
    }
    let mut read = Vec::new();
    let file = request.design.clone().or_else(|| request.people.iter().find_map(|file| design::beside(file)));
    let design = file.as_deref().map(Design::open).transpose().map_err(one)?;
    read.extend(file);
    let evidence_file = evidence::beside(codings);
    let evidence = evidence_file.as_deref().map(|file| Evidence::open(file, &judged)).transpose().map_err(one)?;
    let (mut agreed, mut confused, mut estimates) = (Vec::new(), Vec::new(), Vec::new());
    let people = coders::together(&coders);
    let references = coders.iter().chain((coders.len() > 1).then_some(&people));
    for reference in references.filter(|reference| !reference.codes.is_empty()) {
        let (more, table) = Pair::with_machine(&judged, reference).agreement(*seed);
        agreed.extend(more);
        confused.extend(table);
        // Who coded other answers than the drawn ones coded no sample.
        let sampled = |design: &&Design| reference.codes.keys().all(|place| judged.units.get(*place).is_some_and(|unit| design.has(unit)));
        estimates.extend(shares::estimates(&judged, reference, design.as_ref().filter(sampled)));
    }
    for (number, reference) in coders.iter().enumerate() {
        for coder in coders.iter().skip(number + 1) {
            let pair = Pair::of_people(&judged, coder, reference);
            if !pair.units.is_empty() {
                let (more, table) = pair.agreement(*seed);
                agreed.extend(more);
                confused.extend(table);
            }
        }
    }
    if coders.len() > 1 {
        agreed.extend(agreement::of_all(&judged, &coders, *seed).into_iter().filter(|row| row.measured.n > 0));
    }
    let mut rules = rules::of_table(&judged, &people, *seed);
    rules.extend(evidence.iter().flat_map(|evidence| rules::of_codebook(&judged, &people, evidence, *seed)));
    let disagreements = disagreements::disagreements(codings, evidence_file.as_deref(), &judged, &coders)?;
    read.extend(evidence_file);
    let letters = judged.units.iter().map(coders::JudgedUnit::cluster).collect::<BTreeSet<_>>().len();
    let people = coders
        .into_iter()
        .zip(&request.people)
        .map(|(coder, file)| Person {
            coded: coder.codes.len(),
            name: coder.name,
            file: file.clone(),
            open: coder.open,
            unsure: coder.unsure,
            unmatched: coder.unmatched,
        })
        .collect();
    Ok(Evaluation { units: judged.units.len(), letters, corrected, people, agreed, confused, rules, estimates, disagreements, read })
}
