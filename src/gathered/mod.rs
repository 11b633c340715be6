//! Codings of one or more tables brought together by letter: of a run, of the parts of a run that was divided over machines, of people.

mod named;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use crate::coding::{Class, Coding, ExternalKind};
use crate::codings::{self, heading, separated};
use crate::error::{Error, Result};
use crate::measure::{About, Answer, Confusion, Survey, Text, Texts};
use crate::source::unguarded;
use crate::text::Reading;
use crate::time::Date;

/// The codings of letters, by name of the letter.
#[derive(Clone, Debug, Default)]
pub struct Codings {
    letters: BTreeMap<String, Coded>,
    /// What is kept of the texts of the answers.
    texts: Texts,
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
    /// It refers to a document that appears every year, by `documents.csv` beside the codings.
    pub recurring: bool,
    /// The table has no id for it: its id is made of letter and number.
    pub nameless: bool,
}

/// So many mistakes are told.
const TOLD: usize = 20;

impl Codings {
    /// Reads tables with the columns of `answers.csv` (`id` or `letter` and `number`, and `class`, at least), or folders that hold one.
    /// Dates, senders and yearly documents come from `letters.csv` and `documents.csv` beside a table, where they lie there.
    ///
    /// # Errors
    /// The mistakes, each with its line: a table that cannot be read, a column that is missing, a value that its column cannot have, an
    /// answer that is coded twice.
    ///
    /// Where a table has no ids, an answer is told from others by its letter and number, and where numbers begin anew by its theme as well.
    pub fn open(paths: &[PathBuf]) -> std::result::Result<Self, Vec<Error>> {
        let (mut codings, mut mistakes, mut seen) = (Self::default(), Vec::new(), HashSet::new());
        for path in paths {
            let file = codings::table(path);
            if let Err(wrong) = codings.table(&file, &mut seen) {
                mistakes.extend(wrong);
            }
            codings.files.push(file);
        }
        mistakes.truncate(TOLD);
        if mistakes.is_empty() { Ok(codings) } else { Err(mistakes) }
    }

    fn table(&mut self, file: &Path, seen: &mut HashSet<String>) -> std::result::Result<(), Vec<Error>> {
        let recurring = recurring(file).map_err(|error| vec![error])?;
        let (mut letters, mut twice) = (HashSet::new(), Vec::new());
        let mut reading = Reading::default();
        codings::read(file, |mut unit| {
            let text = std::mem::take(&mut unit.answer);
            let Some((letter, unit)) = coded(unit, &recurring, file, seen, &mut twice) else { return };
            // The text of an answer that serves several questions is read once.
            if !unit.coding.shared || seen.insert(format!("{letter}\n\n{text}")) {
                reading.read(&text);
                self.texts.add(&letter, unit.coding.class, Text::of(&text, &reading));
            }
            if !letters.contains(&letter) {
                letters.insert(letter.clone());
            }
            self.letters.entry(letter).or_default().units.push(unit);
        })?;
        if !twice.is_empty() {
            return Err(twice);
        }
        for letter in &letters {
            self.letters.entry(letter.clone()).or_default().follow_numbers();
        }
        let known = beside(file, "letters.csv").map_err(|error| vec![error])?;
        for row in known {
            let name = row.get("letter").map(String::as_str).unwrap_or_default();
            if let Some(coded) = letters.get(name).and_then(|letter| self.letters.get_mut(letter)) {
                coded.read(&row);
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
        let mut shared = Self { files: self.files.clone(), ..Self::default() };
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

    /// Everything that statistics need of them; only the first survey has the texts.
    pub fn survey(&mut self) -> Survey {
        let mut survey = Survey::default();
        for (letter, coded) in &self.letters {
            let answers: Vec<Answer<'_>> = coded.units.iter().map(answer).collect();
            survey.add(About { letter: letter.clone(), ..coded.about.clone() }, &answers);
        }
        survey.texts = std::mem::take(&mut self.texts);
        survey
    }
}

fn answer(unit: &Unit) -> Answer<'_> {
    Answer { theme: &unit.theme, coding: &unit.coding, recurring: unit.recurring, text: None }
}

impl Coded {
    /// What a row of `letters.csv` says of it.
    fn read(&mut self, row: &HashMap<String, String>) {
        let get = |name: &str| row.get(name).map(String::as_str).unwrap_or_default();
        let year = get("date").parse::<Date>().ok().map(Date::year);
        let sender = get("sender").split_whitespace().collect::<Vec<_>>().join(" ");
        self.about = About { letter: String::new(), sender, year, days: get("days").parse().ok(), asks: get("kind") == "questions" };
        (self.date, self.asked) = (get("date").to_owned(), get("asked").to_owned());
    }
}

/// The rows of a table beside another one, by column; none where it does not lie there.
fn beside(file: &Path, name: &str) -> Result<Vec<HashMap<String, String>>> {
    let path = file.with_file_name(name);
    if !path.is_file() {
        return Ok(Vec::new());
    }
    let (mut reader, skipped) = separated(&path)?;
    let mut rows = Vec::new();
    let mut names: Option<csv::StringRecord> = None;
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(0, |position| position.line() as usize) + skipped;
            Error::at(&path, line, format!("is no row of a table: {error}"), "mend the row, or save the table as CSV UTF-8")
        })?;
        match &names {
            None => names = Some(record),
            Some(names) => {
                rows.push(
                    names.iter().zip(&record).map(|(name, cell)| (name.trim().to_owned(), unguarded(cell.trim()).to_owned())).collect(),
                );
            }
        }
    }
    Ok(rows)
}

/// Ids of answers that name a document that appears every year, by `documents.csv` beside a table.
fn recurring(file: &Path) -> Result<HashSet<String>> {
    let rows = beside(file, "documents.csv")?;
    let is = |row: &HashMap<String, String>, name: &str, value: &str| row.get(name).is_some_and(|cell| cell == value);
    let holds = rows.iter().filter(|row| is(row, "state", "recurring") && !is(row, "holds", "0"));
    let ids = holds.filter_map(|row| row.get("answers")).flat_map(|answers| answers.split(';'));
    Ok(ids.map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect())
}

/// The letter and the coding of a unit; nothing where it is not coded, or coded twice.
fn coded(
    unit: codings::Unit,
    recurring: &HashSet<String>,
    file: &Path,
    seen: &mut HashSet<String>,
    twice: &mut Vec<Error>,
) -> Option<(String, Unit)> {
    let class = unit.codes.class?;
    let letter =
        if unit.letter.is_empty() { unit.id.rsplit_once('#').map_or(unit.id.as_str(), |(letter, _)| letter) } else { &unit.letter };
    let letter = letter.to_owned();
    let nameless = unit.id.is_empty();
    let mut id = if nameless { format!("{letter}#{}", unit.number) } else { unit.id };
    let mut is_new = seen.insert(format!("{letter}\n{id}"));
    if nameless {
        // Numbers that begin anew have another heading each time.
        let theme = heading(&unit.theme);
        let themed = seen.insert(format!("{letter}\n{id}\n{theme}"));
        if !is_new && themed {
            id = format!("{id} ({theme})");
            is_new = true;
        }
    }
    if !is_new {
        let remedy = "give one coding of each answer; two coders are compared with `compare`";
        twice.push(Error::at(file, unit.line, format!("`{id}` is coded twice"), remedy));
        return None;
    }
    let external = unit.codes.external.flatten();
    let coding = Coding {
        number: unit.number,
        class,
        via: unit.via,
        shared: unit.shared,
        deferral: unit.codes.deferral.flatten(),
        document: unit.codes.document.unwrap_or_default(),
        due: unit.codes.due.flatten(),
        external,
        internal: unit.codes.internal.unwrap_or_default(),
        no_information: unit.codes.no_information.unwrap_or_default(),
        refusal: unit.codes.refusal.unwrap_or_default(),
        id,
    };
    let recurring = external == Some(ExternalKind::Document) && recurring.contains(&coding.id);
    Some((letter, Unit { theme: unit.theme, coding, recurring, nameless }))
}

#[cfg(test)]
mod tests {
    use super::Codings;
    use std::path::PathBuf;

    pub(super) fn open(files: &[(&str, &str)]) -> Result<Codings, Vec<String>> {
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
        let mut codings = open(&[("codings.csv", text), ("letters.csv", &letters.replace("\n  X", " X"))]).expect("codings");
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
    fn yearly_documents_and_letters_that_only_ask_come_from_the_tables_beside() {
        let text = "id,letter,class,external\na#1,a,external_reference,document\na#2,a,external_reference,website\n";
        let documents = "letter,document,state,answers,holds\na,jaarverslag,recurring,a#1;a#2,1\n";
        let letters = "letter,kind\na,answer\nb,questions\n";
        let tables = [("codings.csv", &*format!("{text}b#1,b,unanswered,\n")), ("documents.csv", documents), ("letters.csv", letters)];
        let survey = open(&tables).expect("codings").survey();
        assert_eq!(survey.members()[0].counts.defers_or_recurring, 1);
        assert_eq!(survey.members().iter().map(|member| member.in_total().questions).collect::<Vec<_>>(), [2, 0]);
    }

    #[test]
    fn an_answer_that_is_coded_twice_is_told_with_its_line() {
        let text = "id,letter,class\na#4,a,deferral\na#5,a,\na#4,a,deferral\n";
        assert_eq!(open(&[("codings.csv", text)]).map(|_| ()), Err(vec!["4: `a#4` is coded twice".to_owned()]));
        assert_eq!(
            open(&[("codings.csv", &text.replace("\na#4,a,deferral\na#5", "\na#3,a,deferral\na#5"))]).map(|codings| codings.len()),
            Ok(2)
        );
    }
}
