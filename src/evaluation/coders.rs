//! The machine's codings, and people's codings of the same units, matched by id.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::Path;

use crate::coder::Reason;
use crate::codings::{self, Codes, Unit, same_answer};
use crate::error::Error;

/// The codings that are judged.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// Their units, in the order of the file.
    pub units: Vec<JudgedUnit>,
    by_id: HashMap<String, usize>,
    by_number: HashMap<(String, String), Vec<usize>>,
}

/// A unit of the codings that are judged.
#[derive(Clone, Debug, Default)]
pub struct JudgedUnit {
    /// Its id.
    pub id: String,
    /// Its letter.
    pub letter: String,
    /// Its number.
    pub number: String,
    /// The heading above it.
    pub theme: String,
    /// What the coder said, before people corrected it.
    pub codes: Codes,
    /// The same with what people corrected.
    pub corrected: Codes,
    /// The row of the decision table that settled the class.
    pub reason: Option<Reason>,
}

/// A person's codings.
#[derive(Clone, Debug, Default)]
pub struct Coder {
    /// The name of the file, without its ending.
    pub name: String,
    /// The codes, by the place of the unit among the judged.
    pub codes: HashMap<usize, Codes>,
    /// What the person noted of a unit.
    pub notes: HashMap<usize, String>,
    /// Rows that the person left open.
    pub open: u32,
    /// Rows that the person was not sure of (`sure` is L): left out of all figures.
    pub unsure: u32,
    /// Coded rows that match nothing.
    pub unmatched: Vec<Unmatched>,
}

/// A coded row that no unit matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmatched {
    /// Its line in the file of its coder.
    pub line: usize,
    /// Its id, or letter and number.
    pub unit: String,
    /// It was coded before, in this line.
    pub again: Option<usize>,
}

impl Judged {
    /// Reads the codings that are judged.
    ///
    /// # Errors
    /// As [`codings::read`]; two rows have one id.
    pub fn open(file: &Path) -> Result<Self, Vec<Error>> {
        let (mut judged, mut twice) = (Self::default(), Vec::new());
        codings::read(file, |unit| {
            let place = judged.units.len();
            let id = name(&unit);
            match judged.by_id.entry(id.clone()) {
                Entry::Occupied(_) => {
                    let remedy = "two runs in one table? give each run by itself";
                    twice.push(Error::at(file, unit.line, format!("has the id `{id}` of an earlier row"), remedy));
                }
                Entry::Vacant(empty) => drop(empty.insert(place)),
            }
            judged.by_number.entry((unit.letter.clone(), unit.number.clone())).or_default().push(place);
            judged.units.push(JudgedUnit {
                codes: unit.uncorrected(),
                reason: Reason::all().find(|reason| reason.code() == unit.reason),
                id,
                letter: unit.letter,
                number: unit.number,
                theme: unit.theme,
                corrected: unit.codes,
            });
        })?;
        twice.truncate(MOST);
        if twice.is_empty() { Ok(judged) } else { Err(twice) }
    }

    /// Reads a person's codings of these units.
    ///
    /// A row is of the unit with its id. Where it has none, of the one with its letter and number; where numbers begin anew with each
    /// theme, of the one under the same heading, else in the same order.
    ///
    /// # Errors
    /// As [`codings::read`].
    pub fn coder(&self, file: &Path) -> Result<Coder, Vec<Error>> {
        let mut coder = Coder { name: stem(file), ..Coder::default() };
        let (mut lines, mut times) = (HashMap::new(), HashMap::new());
        codings::read(file, |unit| {
            let found = self.find(&unit, &mut times);
            if unit.codes.class.is_none() {
                coder.open += 1;
                return;
            }
            let again = found.and_then(|place| lines.get(&place).copied());
            let (Some(place), None) = (found, again) else {
                coder.unmatched.push(Unmatched { line: unit.line, unit: name(&unit), again });
                return;
            };
            lines.insert(place, unit.line);
            if unit.unsure {
                coder.unsure += 1;
                return;
            }
            if !unit.note.is_empty() {
                coder.notes.insert(place, unit.note);
            }
            coder.codes.insert(place, unit.codes);
        })?;
        Ok(coder)
    }

    fn find(&self, unit: &Unit, times: &mut HashMap<(String, String), usize>) -> Option<usize> {
        if !unit.id.is_empty() {
            return self.by_id.get(&unit.id).copied();
        }
        let key = (unit.letter.clone(), unit.number.clone());
        let same = self.by_number.get(&key)?;
        let time = times.entry(key).or_default();
        *time += 1;
        let themes: Vec<&str> = same.iter().map(|place| self.units[*place].theme.as_str()).collect();
        same_answer(&unit.theme, *time - 1, &themes).and_then(|found| same.get(found).copied())
    }

    /// The place of the unit with an id.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }
}

/// Mistakes of one file that are told at once.
const MOST: usize = 20;

impl JudgedUnit {
    /// The letter that it is drawn with; a unit of a table without letters is one by itself.
    pub fn cluster(&self) -> &str {
        if self.letter.is_empty() { &self.id } else { &self.letter }
    }

    /// Whether a person corrected one of its codes.
    pub fn is_corrected(&self) -> bool {
        self.codes != self.corrected
    }
}

/// What people together say: of each unit the codes of the first coder who coded it.
pub fn together(coders: &[Coder]) -> Coder {
    let mut all = Coder { name: "people".to_owned(), ..Coder::default() };
    for coder in coders.iter().rev() {
        all.codes.extend(coder.codes.iter().map(|(place, codes)| (*place, codes.clone())));
    }
    all
}

/// The name of a unit.
pub fn name(unit: &Unit) -> String {
    if unit.id.is_empty() { format!("{}#{}", unit.letter, unit.number) } else { unit.id.clone() }
}

/// The name of a file without its ending.
fn stem(file: &Path) -> String {
    file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
