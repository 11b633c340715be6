//! Letters and codings that are not part of this repository, where they lie next to it in `../shared`: many of them were
//! never read by those who wrote the rules. Only figures are printed, so that they stay unread.

mod agreement;

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The folder with letters and codings, when it is there.
fn shared() -> Option<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let there = shared.join("gold").is_dir();
    if !there {
        println!("skipped: there is no {}", shared.join("gold").display());
    }
    there.then_some(shared)
}

/// The letters in a folder whose names end so.
fn letters(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut letters: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|found| endings.iter().any(|ending| found == *ending))).collect();
    letters.sort();
    letters
}

#[test]
fn invented_letters() {
    let Some(shared) = shared() else { return };
    let folder = agreement::analysed(letters(&shared.join("letters/invented"), &["txt", "md"]));
    agreement::holds("invented", &agreement::gold(&shared.join("gold/invented.jsonl")), folder.path());
    let documents = agreement::documents::listed(&shared.join("gold/invented.documents.jsonl"));
    let wrong = agreement::documents::hold("invented", &documents, folder.path()).len();
    println!("said to exist, and still to come: {wrong}");
}

#[test]
fn real_letters() {
    let Some(shared) = shared() else { return };
    let folder = agreement::analysed(letters(&shared.join("letters/dev"), &["txt", "md", "docx"]));
    agreement::holds("letters", &agreement::gold(&shared.join("gold/letters.jsonl")), folder.path());
}

#[test]
fn real_pairs() {
    let Some(shared) = shared() else { return };
    let folder = agreement::analysed(vec![shared.join("letters/pairs.csv")]);
    agreement::holds("pairs", &agreement::gold(&shared.join("gold/pairs.jsonl")), folder.path());
}

/// Some of the invented letters in other formats, made by hand and by other programs.
#[test]
fn letters_in_their_own_format() {
    let Some(shared) = shared() else { return };
    let gold = agreement::gold(&shared.join("gold/invented.jsonl"));
    for format in ["docx", "odt", "pdf", "html"] {
        let paths = letters(&shared.join("letters/native"), &[format]);
        let is_of = |path: &PathBuf, coded: &agreement::Gold| path.file_stem().is_some_and(|stem| stem == agreement::stem(&coded.letter));
        let coded: Vec<_> = gold.iter().filter(|coded| paths.iter().any(|path| is_of(path, coded))).cloned().collect();
        let folder = agreement::analysed(paths);
        agreement::holds(&format!("native_{format}"), &coded, folder.path());
    }
}

#[derive(Deserialize)]
struct Named {
    file: String,
    #[serde(default)]
    stage: String,
}

#[test]
fn letters_from_the_wild_are_read_or_named_as_a_problem() {
    let Some(shared) = shared() else { return };
    let wild = shared.join("letters/wild");
    let folder = agreement::analysed(vec![wild.clone()]);
    let letters: Vec<Named> = agreement::rows(folder.path(), "letters.csv");
    let problems: Vec<Named> = agreement::rows(folder.path(), "problems.csv");
    let mut lost = Vec::new();
    for entry in fs::read_dir(&wild).expect("a folder") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        let is_named = |row: &Named| Path::new(&row.file).file_name().is_some_and(|file| file == name.as_str());
        if !name.to_lowercase().starts_with("readme") && !letters.iter().any(is_named) && !problems.iter().any(is_named) {
            lost.push(name);
        }
    }
    assert!(lost.is_empty(), "neither in letters.csv nor in problems.csv: {lost:?}");
    assert!(problems.iter().all(|problem| problem.stage != "code"), "a letter was skipped because of a mistake in the program");
    println!("[wild] {} letters, {} problems", letters.len(), problems.len());
}
