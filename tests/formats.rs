//! Letters of `corpus/` in other formats (`tests/formats/`): the same questions, themes, answers and codings.

mod agreement;
mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::thread;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a format, in order; `.pdf` includes those that a browser printed.
fn in_formats(wanted: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let folder = root().join("tests/formats");
    let files = support::files(&folder).into_keys().filter(|path| path.components().count() == 1);
    let named = files.filter(|path| path.extension().and_then(|ending| ending.to_str()).is_some_and(&wanted));
    named.filter(|path| path != Path::new("README.md")).map(|path| folder.join(path)).collect()
}

/// The name of the letter in `corpus/`: all before the first full stop.
fn name(path: &Path) -> &str {
    let file = path.file_name().and_then(|name| name.to_str()).expect("a name");
    file.split('.').next().expect("a beginning")
}

/// The columns of `letters.csv` that no format changes.
const ABOUT: [&str; 4] = ["kind", "date", "asked", "unparsed_share"];

/// The columns of `answers.csv` with words of the letter.
const WORDS: [&str; 3] = ["theme", "question", "answer"];

/// The columns of `answers.csv` with the coding.
const CODING: [&str; 9] = ["class", "deferral", "document", "due", "external", "internal", "via", "no_information", "refusal"];

/// A row of a table: cells by column.
type Row = BTreeMap<String, String>;

/// The rows of `answers.csv` and the row of `letters.csv` that the program makes of a file.
fn read(path: &Path) -> (Vec<Row>, Row) {
    let folder = agreement::analysed(vec![path.to_path_buf()]);
    let letter = agreement::rows(folder.path(), "letters.csv").pop().expect("a letter");
    (agreement::rows(folder.path(), "answers.csv"), letter)
}

/// A text without blanks: a format sets other line ends than a text file.
fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

/// A cell without the name of the letter, with which every id begins.
fn bare(cell: &str, path: &Path) -> String {
    let id = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
    cell.replace(&format!("{id}#"), "#")
}

/// What two cells differ in: the words around the first sign that is not the same.
fn unlike(wanted: &str, found: &str) -> String {
    let same = wanted.chars().zip(found.chars()).take_while(|(wanted, found)| wanted == found).count();
    let from = same.saturating_sub(20);
    let shown = |text: &str| {
        let part: String = text.chars().skip(from).take(70).collect();
        format!("{}{part}{}", if from > 0 { "…" } else { "" }, if text.chars().count() > from + 70 { "…" } else { "" })
    };
    format!("»{}« where the text has »{}«", shown(found), shown(wanted))
}

/// All in which a file differs from the letter of its name, a line each.
fn differences(path: &Path, original: &Path) -> String {
    let ((wanted, about), (found, letter)) = (read(original), read(path));
    let mut out = String::new();
    let mut unequal = |what: &str, wanted: &str, found: &str| {
        if wanted != found {
            let _ = writeln!(out, "  {what}: {}", unlike(wanted, found));
        }
    };
    ABOUT.iter().for_each(|column| unequal(column, &about[*column], &letter[*column]));
    let numbers = |answers: &[Row]| answers.iter().map(|answer| answer["number"].as_str()).collect::<Vec<_>>().join(" ");
    unequal("numbers", &numbers(&wanted), &numbers(&found));
    for (place, wanted) in wanted.iter().enumerate() {
        let number = &wanted["number"];
        // By place where the numbers are the same, else the first of that number: the difference in numbers is told above.
        let there = found.get(place).filter(|found| found["number"] == *number);
        let Some(found) = there.or_else(|| found.iter().find(|found| found["number"] == *number)) else { continue };
        for column in WORDS {
            unequal(&format!("{number} {column}"), &solid(&wanted[column]), &solid(&found[column]));
        }
        for column in CODING {
            unequal(&format!("{number} {column}"), &bare(&wanted[column], original), &bare(&found[column], path));
        }
    }
    out
}

/// Fails with all in which the files of a format differ from the letters in `corpus/`.
fn same_as_the_text(ending: &str) {
    let files = in_formats(|found| found == ending);
    assert!(!files.is_empty(), "no .{ending} in tests/formats");
    let compared = |path: &PathBuf| {
        let original = root().join("corpus").join(format!("{}.txt", name(path)));
        let differing = differences(path, &original);
        let file = path.strip_prefix(root()).expect("inside").display();
        (!differing.is_empty()).then(|| format!("\n{file}, {} differences:\n{differing}", differing.lines().count()))
    };
    let found: Vec<String> = thread::scope(|scope| {
        let threads: Vec<_> = files.iter().map(|path| scope.spawn(move || compared(path))).collect();
        threads.into_iter().filter_map(|thread| thread.join().expect("an end")).collect()
    });
    assert!(
        found.is_empty(),
        "read otherwise than the text in corpus/ (see what was read with `antwoordmeter read FILE`){}",
        found.concat()
    );
}

#[test]
fn word() {
    same_as_the_text("docx");
}

#[test]
fn libreoffice() {
    same_as_the_text("odt");
}

#[test]
fn pdf() {
    same_as_the_text("pdf");
}

#[test]
fn web_page() {
    same_as_the_text("html");
}

#[test]
fn markdown() {
    same_as_the_text("md");
}

#[test]
fn publication_of_parliament() {
    same_as_the_text("xml");
}

#[test]
fn mail() {
    same_as_the_text("eml");
}
