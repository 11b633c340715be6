//! Codings from tables with the columns of `answers.csv`: those of a run, of the parts of a run that was divided over machines, or of
//! people in a spreadsheet.

mod cells;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use cells::{Cells, Row};

use crate::coding::{Class, Coding, DeferralKind, Due, ExternalKind};
use crate::error::{Error, Result};
use crate::measure::{About, Answer, Confusion, Survey};
use crate::text::Reading;
use crate::time::Date;

/// The codings of letters, by name of the letter.
#[derive(Clone, Debug, Default)]
pub struct Codings {
    letters: BTreeMap<String, Coded>,
    /// The tables that were read, in order.
    pub files: Vec<PathBuf>,
}

/// The codings of a letter.
#[derive(Clone, Debug, Default)]
pub struct Coded {
    /// What is known of it, from `letters.csv` beside the codings.
    pub about: About,
    /// Its date, as `letters.csv` has it.
    pub date: String,
    /// Date of the questions, as `letters.csv` has it.
    pub asked: String,
    /// Its answers.
    pub units: Vec<Unit>,
}

/// A coded answer.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The heading above the question.
    pub theme: String,
    /// What the coder says.
    pub coding: Coding,
    /// The answer; empty where the table does not have it.
    pub text: String,
    /// It refers to a document that appears every year, by `documents.csv` beside the codings.
    pub recurring: bool,
}

/// So many mistakes are told.
const TOLD: usize = 20;

/// The table in a folder of a run.
const ANSWERS: &str = "answers.csv";

impl Codings {
    /// Reads tables with the columns of `answers.csv` (`id` or `letter` and `number`, and `class`, at least), or folders that hold one.
    /// Dates, senders and yearly documents come from `letters.csv` and `documents.csv` beside a table, where they lie there.
    ///
    /// # Errors
    /// The mistakes, each with its line: a table that cannot be read, a column that is missing, a value that its column cannot have, an
    /// answer that is coded twice.
    pub fn open(paths: &[PathBuf]) -> std::result::Result<Self, Vec<Error>> {
        let (mut codings, mut mistakes, mut seen) = (Self::default(), Vec::new(), HashSet::new());
        for path in paths {
            let file = if path.is_dir() { path.join(ANSWERS) } else { path.clone() };
            if let Err(mistake) = codings.table(&file, &mut seen, &mut mistakes) {
                mistakes.push(mistake);
            }
            codings.files.push(file);
        }
        mistakes.truncate(TOLD);
        if mistakes.is_empty() { Ok(codings) } else { Err(mistakes) }
    }

    fn table(&mut self, file: &Path, seen: &mut HashSet<String>, mistakes: &mut Vec<Error>) -> Result<()> {
        let table = Cells::open(file)?;
        if !(table.has("class") && (table.has("id") || table.has("letter") && table.has("number"))) {
            let remedy = "give it the columns of answers.csv: at least class, and id or letter and number";
            return Err(Error::at(file, 1, "has no codings", remedy));
        }
        let recurring = beside(file, "documents.csv")?.map(|table| recurring(&table)).unwrap_or_default();
        let mut letters = HashSet::new();
        for row in table.rows() {
            match unit(row) {
                Err(mistake) => mistakes.push(mistake),
                Ok((letter, mut unit)) => {
                    let id = &unit.coding.id;
                    if !seen.insert(format!("{letter}\n{id}")) {
                        mistakes.push(row.mistake(
                            format!("`{id}` is coded twice"),
                            "give one coding of each answer; two coders are compared with `compare`",
                        ));
                    }
                    unit.recurring = unit.coding.external == Some(ExternalKind::Document) && recurring.contains(id);
                    letters.insert(letter.clone());
                    let coded = self.letters.entry(letter).or_default();
                    coded.units.push(unit);
                }
            }
        }
        let known = beside(file, "letters.csv")?;
        let known: HashMap<&str, Row<'_>> = known.iter().flat_map(Cells::rows).map(|row| (row.get("letter"), row)).collect();
        for letter in letters {
            if let (Some(row), Some(coded)) = (known.get(letter.as_str()), self.letters.get_mut(&letter)) {
                coded.read(*row);
            }
        }
        Ok(())
    }

    /// The letters, by name.
    pub const fn letters(&self) -> &BTreeMap<String, Coded> {
        &self.letters
    }

    /// The answers that another set of codings has as well.
    #[must_use]
    pub fn shared_with(&self, other: &Self) -> Self {
        let ids = |coded: &Coded| coded.units.iter().map(|unit| unit.coding.id.clone()).collect::<HashSet<String>>();
        let mut shared = Self { letters: BTreeMap::new(), files: self.files.clone() };
        for (letter, coded) in &self.letters {
            let theirs = other.letters.get(letter).map(ids).unwrap_or_default();
            let units: Vec<Unit> = coded.units.iter().filter(|unit| theirs.contains(&unit.coding.id)).cloned().collect();
            if !units.is_empty() {
                shared.letters.insert(letter.clone(), Coded { units, ..coded.clone() });
            }
        }
        shared
    }

    /// How many answers there are.
    pub fn len(&self) -> usize {
        self.letters.values().map(|coded| coded.units.len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// Letter by letter, the classes here (as the reference) beside those of another set of codings of the same answers.
    pub fn beside(&self, other: &Self) -> Vec<Confusion<{ Class::ALL.len() }>> {
        let place = |class: Class| Class::ALL.iter().position(|other| *other == class).unwrap_or(usize::MAX);
        let of = |(letter, coded): (&String, &Coded)| {
            let theirs = other.letters.get(letter).map(|coded| coded.units.as_slice()).unwrap_or_default();
            let theirs: HashMap<&str, Class> = theirs.iter().map(|unit| (unit.coding.id.as_str(), unit.coding.class)).collect();
            let mut confusion = Confusion::default();
            for unit in &coded.units {
                if let Some(class) = theirs.get(unit.coding.id.as_str()) {
                    confusion.add(place(unit.coding.class), place(*class));
                }
            }
            confusion
        };
        self.letters.iter().map(of).collect()
    }

    /// Everything that statistics need of them.
    pub fn survey(&self) -> Survey {
        let (mut survey, mut reading) = (Survey::default(), Reading::default());
        for (letter, coded) in &self.letters {
            let answers: Vec<Answer<'_>> = coded.units.iter().map(answer).collect();
            survey.add(About { letter: letter.clone(), ..coded.about.clone() }, &answers, &mut reading);
        }
        survey
    }
}

fn answer(unit: &Unit) -> Answer<'_> {
    Answer { theme: &unit.theme, coding: &unit.coding, recurring: unit.recurring, text: &unit.text }
}

impl Coded {
    /// What a row of `letters.csv` says of it.
    fn read(&mut self, row: Row<'_>) {
        let year = row.get("date").parse::<Date>().ok().map(Date::year);
        let sender = row.get("sender").split_whitespace().collect::<Vec<_>>().join(" ");
        self.about = About { letter: String::new(), sender, year, days: row.get("days").parse().ok() };
        (self.date, self.asked) = (row.get("date").to_owned(), row.get("asked").to_owned());
    }
}

/// A table beside another one, if it lies there.
fn beside(file: &Path, name: &str) -> Result<Option<Cells>> {
    let path = file.with_file_name(name);
    if path.is_file() { Cells::open(&path).map(Some) } else { Ok(None) }
}

/// Ids of answers that name a document that appears every year.
fn recurring(documents: &Cells) -> HashSet<String> {
    let holds = |row: &Row<'_>| row.get("state") == "recurring" && row.get("holds") != "0";
    documents.rows().filter(holds).flat_map(|row| list(row.get("answers"))).collect()
}

fn list(cell: &str) -> Vec<String> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The letter and the coding of a row.
fn unit(row: Row<'_>) -> Result<(String, Unit)> {
    let (id, letter, number) = (row.get("id"), row.get("letter"), row.get("number"));
    let letter = if letter.is_empty() { id.rsplit_once('#').map_or(id, |(letter, _)| letter) } else { letter };
    if letter.is_empty() || id.is_empty() && number.is_empty() {
        return Err(row.mistake("says of no answer that it is coded", "fill in id, or letter and number"));
    }
    let id = if id.is_empty() { format!("{letter}#{number}") } else { id.to_owned() };
    let value = |column: &str, none: &[&str], known: bool| {
        let cell = row.get(column);
        let message = || row.mistake(format!("`{cell}` is no value of column `{column}`"), "use the values of answers.csv");
        if known || none.contains(&cell) { Ok(()) } else { Err(message()) }
    };
    let class = Class::from_code(row.get("class"));
    let deferral = DeferralKind::from_code(row.get("deferral"));
    let external = ExternalKind::from_code(row.get("external"));
    let due = Due::from_code(row.get("due"));
    let class = class.ok_or_else(|| {
        let codes = Class::ALL.map(Class::code).join(", ");
        row.mistake(format!("`{}` is no class", row.get("class")), format!("use one of {codes}"))
    })?;
    value("deferral", &["", "none"], deferral.is_some())?;
    value("external", &["", "none"], external.is_some())?;
    value("due", &["", "none"], due.is_some())?;
    let flag = |column: &str| value(column, &["", "0", "1"], false).map(|()| row.get(column) == "1");
    let coding = Coding {
        number: if number.is_empty() {
            id.rsplit_once('#').map_or_else(String::new, |(_, number)| number.to_owned())
        } else {
            number.to_owned()
        },
        class,
        via: list(row.get("via")),
        shared: flag("shared")?,
        deferral,
        document: row.get("document").to_owned(),
        due,
        external,
        internal: list(row.get("internal")),
        no_information: flag("no_information")?,
        refusal: flag("refusal")?,
        id,
    };
    let unit = Unit { theme: row.get("theme").to_owned(), coding, text: row.get("answer").to_owned(), recurring: false };
    Ok((letter.to_owned(), unit))
}

#[cfg(test)]
mod tests {
    use super::Codings;
    use std::path::PathBuf;

    fn open(files: &[(&str, &str)]) -> Result<Codings, Vec<String>> {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).expect("a file");
        }
        let paths: Vec<PathBuf> =
            files.iter().filter(|(name, _)| name.contains("codings")).map(|(name, _)| folder.path().join(name)).collect();
        let told = |errors: Vec<crate::error::Error>| {
            errors.into_iter().map(|error| format!("{}: {}", error.line.unwrap_or(0), error.what)).collect()
        };
        Codings::open(&paths).map_err(told)
    }

    #[test]
    fn a_spreadsheet_of_a_person_is_read() {
        let text = "\u{FEFF}letter;number;class;deferral;document\r\nbrief;1;deferral;document;jaarverslag 2024\r\nbrief;2;substantive;;\r\n;;;;\r\n";
        let letters = "letter,date,asked,days,sender\nbrief,2025-04-08,2025-03-01,38,Gemeente\n  X\n";
        let codings = open(&[("codings.csv", text), ("letters.csv", &letters.replace("\n  X", " X"))]).expect("codings");
        let survey = codings.survey();
        let member = &survey.members()[0];
        assert_eq!((member.counts.answered, member.counts.defers_to_document), (2, 1));
        assert_eq!(
            (member.about.letter.as_str(), member.about.sender.as_str(), member.about.year, member.about.days),
            ("brief", "Gemeente X", Some(2025), Some(38))
        );
        assert_eq!(codings.letters()["brief"].units[0].coding.id, "brief#1");
    }

    #[test]
    fn yearly_documents_come_from_the_table_beside() {
        let text = "id,letter,class,external\na#1,a,external_reference,document\na#2,a,external_reference,website\n";
        let documents = "letter,document,state,answers,holds\na,jaarverslag,recurring,a#1;a#2,1\n";
        let codings = open(&[("codings.csv", text), ("documents.csv", documents)]).expect("codings");
        assert_eq!(codings.survey().members()[0].counts.defers_or_recurring, 1);
    }

    #[test]
    fn every_mistake_is_told_with_its_line() {
        let text = "id,letter,class,deferral,shared\na#1,a,later,,\na#2,a,deferral,soon,\na#3,a,deferral,open,ja\n,,deferral,,\na#4,a,deferral,,\na#4,a,deferral,,\n";
        let expected = [
            "2: `later` is no class",
            "3: `soon` is no value of column `deferral`",
            "4: `ja` is no value of column `shared`",
            "5: says of no answer that it is coded",
            "7: `a#4` is coded twice",
        ];
        assert_eq!(open(&[("codings.csv", text)]).map(|_| ()), Err(expected.map(str::to_owned).to_vec()));
        assert_eq!(open(&[("codings.csv", "id,letter\na#1,a\n")]).map(|_| ()), Err(vec!["1: has no codings".to_owned()]));
        assert_eq!(open(&[("codings.csv", "")]).map(|_| ()), Err(vec!["0: is empty".to_owned()]));
    }
}
