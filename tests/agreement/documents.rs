//! Compares the documents of a run with those that a person listed, each with its state on the date of its letter.
//!
//! A listed document has at most one row of its letter, and a row at most one listed document. They may be the same when their
//! kinds agree ("rapport", "onderzoeksrapport") or their names share a word. Which pairs are taken is settled by points, the best
//! first: four for the kind, two for each word of the name, one for an answer that names both, and four off for other years.
//! A pair with fewer than [`LEAST`] points is none; a listed document without a row counts as wrong.

use std::fs;
use std::path::Path;

use antwoordmeter::documents::State;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{floors, rows, share, stem};

/// Points of a pair, at least: a shared word of the name in the same answer.
const LEAST: i32 = 3;

/// Letters of a word that may tell names apart: shorter ones are mostly articles and prepositions.
const TELLING: usize = 4;

/// A document as a person listed it.
#[derive(Clone, Debug, Deserialize)]
pub struct Listed {
    pub letter: String,
    pub document: String,
    pub kind: String,
    #[serde(default)]
    pub period: String,
    pub state: String,
    /// Numbers of the answers that name it; "intro" and "slot" are what stands around them.
    #[serde(default)]
    pub named_in: Vec<String>,
}

/// The columns of `documents.csv` that are compared.
#[derive(Clone, Debug, Deserialize)]
pub struct Row {
    pub letter: String,
    pub document: String,
    pub kind: String,
    pub period: String,
    pub state: String,
    pub answers: String,
    pub holds: u8,
}

/// The lines of a file of listed documents.
pub fn listed(path: &Path) -> Vec<Listed> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{}: {error}", path.display()))).collect()
}

/// Prints how many states are right, and fails when that is less than recorded. Returns the documents that are listed as still to
/// come and are said to exist: the worst mistake.
pub fn hold(set: &str, listed: &[Listed], folder: &Path) -> Vec<String> {
    let rows: Vec<Row> = rows(folder, "documents.csv");
    let pairs: Vec<_> = listed.iter().zip(paired(listed, &rows)).collect();
    let is_right = |(document, row): &&(&Listed, Option<&Row>)| row.is_some_and(|row| row.state == document.state);
    let right = pairs.iter().filter(is_right).count();
    let found = share(right, listed.len());
    println!("[document_states]\n{set} = {:.3} # {right} of {}", (found * 1000.0).floor() / 1000.0, listed.len());
    let floor = floors()["document_states"][set].as_float().unwrap_or_else(|| panic!("no number for {set} in [document_states]"));
    assert!(found >= floor, "{set}: the state of {right} of {} documents is right, below {floor}", listed.len());
    let is_false = |(document, row): &(&Listed, Option<&Row>)| {
        document.state == State::Forthcoming.code() && row.is_some_and(|row| row.state == State::Exists.code())
    };
    pairs.into_iter().filter(is_false).map(|(document, _)| format!("{}: {}", document.letter, document.document)).collect()
}

/// For each listed document its row.
pub fn paired<'r>(listed: &[Listed], rows: &'r [Row]) -> Vec<Option<&'r Row>> {
    let mut pairs = Vec::new();
    for (at, document) in listed.iter().enumerate() {
        for (number, row) in rows.iter().enumerate() {
            // A row that does not hold is another date or state of the row before it.
            if row.holds == 1 && row.letter == stem(&document.letter) {
                pairs.extend(points(document, row).map(|points| (-points, at, number)));
            }
        }
    }
    pairs.sort_unstable();
    let mut found = vec![None; listed.len()];
    let mut taken = vec![false; rows.len()];
    for (_, at, number) in pairs {
        if found[at].is_none() && !taken[number] {
            found[at] = Some(&rows[number]);
            taken[number] = true;
        }
    }
    found
}

/// How much speaks for it that a row is a listed document; nothing where neither kind nor name does.
fn points(document: &Listed, row: &Row) -> Option<i32> {
    let (one, other) = (folded(&document.kind), folded(&row.kind));
    let kin = one.ends_with(&other) || other.ends_with(&one);
    let (name, shown) = (words(&document.document), words(&format!("{} {}", row.document, row.kind)));
    // "evaluatie" and "evaluaties", "staat" and "staatje".
    let like = |word: &String| shown.iter().any(|other| other.starts_with(word.as_str()) || word.starts_with(other.as_str()));
    let same = name.iter().filter(|word| like(word)).count();
    let number = |id: &str| id.rsplit(['#', '.']).next().unwrap_or_default().to_owned();
    let answers: Vec<String> = row.answers.split(';').map(number).collect();
    let around = row.answers.is_empty() && document.named_in.iter().any(|place| matches!(place.as_str(), "intro" | "slot"));
    let together = around || document.named_in.iter().any(|place| answers.contains(place));
    let printed = format!("{} {}", row.period, row.document);
    let (meant, shown) = (years(&document.period), years(&printed));
    let apart = !meant.is_empty() && !shown.is_empty() && !meant.iter().any(|year| shown.contains(year));
    let same = i32::try_from(same).unwrap_or(i32::MAX / 4);
    let points = 4 * i32::from(kin) + 2 * same + i32::from(together) - 4 * i32::from(apart);
    ((kin || same > 0) && points >= LEAST).then_some(points)
}

fn folded(text: &str) -> String {
    text.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).collect()
}

/// The different words of a name that may tell it from another.
fn words(name: &str) -> Vec<String> {
    let name = folded(name);
    let mut words: Vec<String> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= TELLING).map(str::to_owned).collect();
    words.sort();
    words.dedup();
    words
}

fn years(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4).collect()
}
