//! Where coders disagree, unit by unit, with the words.

use std::collections::BTreeMap;
use std::path::Path;

use super::coders::{Coder, Judged};
use super::evidence::{self, Quoted};
use crate::coder::Reason;
use crate::coding::{Class, DeferralKind, ExternalKind};
use crate::codings::{self, Codes};
use crate::error::Error;

/// A unit of which two coders say something else.
#[derive(Clone, Debug, Default)]
pub struct Disagreement {
    /// Its id.
    pub id: String,
    /// Its letter.
    pub letter: String,
    /// Its number.
    pub number: String,
    /// The heading above it.
    pub theme: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// The first character of the answer in its letter.
    pub start: usize,
    /// The row of the decision table that settled the class.
    pub reason: Option<Reason>,
    /// What is coded differently.
    pub differences: Vec<Difference>,
    /// What people noted: who, and what.
    pub notes: Vec<(String, String)>,
    /// The cues that the machine found.
    pub cues: Vec<Quoted>,
}

/// A column in which two coders differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The column of `answers.csv`.
    pub column: &'static str,
    /// Who is judged, and the code.
    pub coder: (String, String),
    /// Who it is held against, and the code.
    pub reference: (String, String),
}

/// The name under which what people corrected stands beside what the machine said.
pub const CORRECTIONS: &str = "corrections";

/// The columns in which codes are compared.
const COLUMNS: [&str; 7] = ["class", "deferral", "due", "external", "internal", "no_information", "refusal"];

/// All disagreements, in the order of the codings: of the machine with each person and with what was corrected, and of people among
/// each other. The texts are read from the codings anew, the cues from the evidence, where there is such a file.
///
/// # Errors
/// As [`codings::read`] and [`evidence::quoted`].
pub fn disagreements(file: &Path, evidence: Option<&Path>, judged: &Judged, people: &[Coder]) -> Result<Vec<Disagreement>, Vec<Error>> {
    let mut found: BTreeMap<usize, Disagreement> = BTreeMap::new();
    for (place, unit) in judged.units.iter().enumerate() {
        let mut differences = Vec::new();
        let said: Vec<(&str, &Codes)> =
            people.iter().filter_map(|person| Some((person.name.as_str(), person.codes.get(&place)?))).collect();
        for (name, codes) in &said {
            compare(&mut differences, (super::MACHINE, &unit.codes), (name, codes));
        }
        if unit.is_corrected() {
            compare(&mut differences, (super::MACHINE, &unit.codes), (CORRECTIONS, &unit.corrected));
        }
        for (number, one) in said.iter().enumerate() {
            said.iter().skip(number + 1).for_each(|other| compare(&mut differences, *other, *one));
        }
        if differences.is_empty() {
            continue;
        }
        let notes = people.iter().filter_map(|person| Some((person.name.clone(), person.notes.get(&place)?.clone()))).collect();
        let (id, letter, number, theme) = (unit.id.clone(), unit.letter.clone(), unit.number.clone(), unit.theme.clone());
        found.insert(place, Disagreement { id, letter, number, theme, reason: unit.reason, differences, notes, ..Disagreement::default() });
    }
    let mut place = 0;
    codings::read(file, |unit| {
        if let Some(disagreement) = found.get_mut(&place) {
            (disagreement.question, disagreement.answer, disagreement.start) = (unit.question, unit.answer, unit.start);
        }
        place += 1;
    })?;
    if let Some(file) = evidence {
        let cues = evidence::quoted(file, judged, |place| found.contains_key(&place)).map_err(|error| vec![error])?;
        for (place, cues) in cues {
            if let Some(disagreement) = found.get_mut(&place) {
                disagreement.cues = cues;
            }
        }
    }
    Ok(found.into_values().collect())
}

fn compare(differences: &mut Vec<Difference>, coder: (&str, &Codes), reference: (&str, &Codes)) {
    for column in COLUMNS {
        if let (Some(coded), Some(expected)) = (said(column, coder.1), said(column, reference.1))
            && coded != expected
        {
            let named = |name: &str, code: String| (name.to_owned(), code);
            differences.push(Difference { column, coder: named(coder.0, coded), reference: named(reference.0, expected) });
        }
    }
}

/// What a coder says in a column, as the tables have it.
fn said(column: &str, codes: &Codes) -> Option<String> {
    let flag = |set: bool| u8::from(set).to_string();
    match column {
        "class" => codes.class.map(|class| Class::code(class).to_owned()),
        "deferral" => codes.deferral.map(|kind| kind.map_or("none", DeferralKind::code).to_owned()),
        "due" => codes.due.map(|due| due.map(|due| due.to_string()).unwrap_or_default()),
        "external" => codes.external.map(|kind| kind.map_or("none", ExternalKind::code).to_owned()),
        "internal" => codes.internal.as_ref().map(|numbers| numbers.join(";")),
        "no_information" => codes.no_information.map(flag),
        _ => codes.refusal.map(flag),
    }
}
