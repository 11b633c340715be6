//! The letters of `corpus/` against their gold codings, and the sample of the output that the README shows.

mod agreement;
mod support;

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};

use agreement::documents::{self, Listed, Row};
use agreement::phrasings;
use agreement::{Agreement, Answer, Gold};
use antwoordmeter::codebook::Codebook;
use antwoordmeter::coder::EDITION;
use antwoordmeter::coding::COLUMNS;
use antwoordmeter::pipeline::{self, AnalyseOptions, Inputs};
use sha2::{Digest, Sha256};
use support::files;

/// The letter of the sample: many questions, in themes, and one report that is awaited again and again.
const LETTER: &str = "wielsterdam_wijkprogramma_2025";

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

#[test]
fn codings_agree_with_those_of_a_person() {
    let folder = agreement::analysed(vec![corpus()]);
    agreement::holds("corpus", &agreement::gold(&corpus().join("gold.jsonl")), folder.path());
}

#[test]
fn the_state_of_documents_agrees_with_that_of_a_person() {
    let folder = agreement::analysed(vec![corpus()]);
    let listed = documents::listed(&corpus().join("documents.jsonl"));
    let wrong = documents::hold("corpus", &listed, folder.path());
    assert!(wrong.is_empty(), "said to exist, and still to come: {wrong:#?}");
}

#[test]
fn many_ways_to_say_a_thing_are_understood() {
    for set in phrasings::SETS {
        phrasings::hold(set);
    }
}

/// The mark of the coder in what is published changes with the codings, and only then.
#[test]
fn the_edition_is_that_of_the_codings() {
    let folder = agreement::analysed([vec![corpus()], phrasings::SETS.map(phrasings::file).to_vec()].concat());
    let mut hash = Sha256::new();
    let said = COLUMNS.iter().map(|column| column.name).filter(|name| !matches!(*name, "start" | "end"));
    let coded: Vec<_> = iter::once("id").chain(said).collect();
    for (name, columns) in [("answers.csv", &coded[..]), ("documents.csv", &["letter", "document", "state", "due"][..])] {
        let mut table = csv::Reader::from_path(folder.path().join(name)).expect("a table");
        let header = table.headers().expect("a header").clone();
        let places = columns.iter().map(|column| header.iter().position(|name| name == *column).expect("a column")).collect::<Vec<_>>();
        for row in table.records() {
            let row = row.expect("a row");
            for place in &places {
                hash.update([row[*place].as_bytes(), b"\0"].concat());
            }
        }
    }
    let mark = hash.finalize().iter().take(4).fold(String::new(), |mark, byte| mark + &format!("{byte:02x}"));
    if env::var_os("RENEW").is_some() {
        fs::write("src/coder/edition.txt", &mark).expect("the mark");
    }
    assert!(
        EDITION.ends_with(&mark),
        "answers are coded in another way than by {EDITION}: with RENEW=1 this test writes {mark} to src/coder/edition.txt; then build again, \
         and renew what shows the edition"
    );
}

#[test]
fn every_coded_question_is_found_and_no_other() {
    let folder = agreement::analysed(vec![corpus()]);
    let answers: Vec<Answer> = agreement::rows(folder.path(), "answers.csv");
    let gold = agreement::gold(&corpus().join("gold.jsonl"));
    let missing: Vec<_> =
        gold.iter().zip(agreement::paired(&gold, &answers)).filter(|(_, answer)| answer.is_none()).map(|(coded, _)| coded).collect();
    assert!(missing.is_empty(), "{missing:#?}");
    assert_eq!(answers.len(), gold.len());
    let unread = fs::read_to_string(folder.path().join("unparsed.csv")).expect("unparsed.csv");
    assert_eq!(unread.lines().count(), 1, "{unread}");
}

#[test]
fn a_letter_in_which_everything_waits_for_one_report() {
    let folder = agreement::analysed(vec![corpus().join(format!("{LETTER}.txt"))]);
    let answers: Vec<Answer> = agreement::rows(folder.path(), "answers.csv");
    let themes: BTreeSet<&str> = answers.iter().map(|answer| answer.theme.as_str()).collect();
    assert_eq!((answers.len(), themes.len()), (44, 12));
    let waiting = answers.iter().filter(|answer| answer.deferral == "document" && answer.document == "jaarverslag 2024");
    let numbers: Vec<&str> = waiting.clone().map(|answer| answer.number.as_str()).collect();
    let missing: Vec<_> =
        ["3", "10", "11", "15", "21", "31", "33", "37", "42"].into_iter().filter(|number| !numbers.contains(number)).collect();
    assert!(missing.is_empty() && numbers.len() < 12, "{missing:?} are not among {numbers:?}");
    assert!(waiting.clone().all(|answer| answer.due == "2025-05-22/2025-05-22"), "{:#?}", waiting.collect::<Vec<_>>());
}

#[test]
fn the_sample_is_what_the_program_makes() {
    let sample = Path::new("reports/sample");
    let fresh = tempfile::tempdir().expect("a temporary folder");
    let renew = env::var_os("RENEW").is_some();
    let out = if renew { sample.to_path_buf() } else { fresh.path().to_path_buf() };
    let codebook = Codebook::embedded().expect("the codebook");
    // Cargo runs tests in the folder of the package, so the path is the one that a user gives.
    let paths = vec![Path::new("corpus").join(format!("{LETTER}.txt"))];
    let inputs = Inputs { paths, ..Inputs::default() };
    let options = AnalyseOptions { inputs, out: out.clone(), ..AnalyseOptions::default() };
    pipeline::analyse(&options, &codebook, |_| {}).expect("a run");
    let (kept, made) = (files(sample), files(&out));
    let differ = |name: &&PathBuf| kept.get(*name) != made.get(*name);
    let differing: BTreeSet<_> = kept.keys().chain(made.keys()).filter(differ).collect();
    assert!(
        differing.is_empty(),
        "reports/sample is not what the program makes now: {differing:#?}\n\
         When that is as intended, renew it with\n    RENEW=1 cargo test --test corpus\nand look at the difference before you commit it."
    );
}

#[test]
fn how_agreement_is_counted() {
    let coded = |number: &str, theme: &str, class: &str, deferral: &str, sure: &str| Gold {
        id: None,
        letter: "brief.txt".to_owned(),
        number: number.to_owned(),
        theme: Some(theme.to_owned()),
        class: class.to_owned(),
        deferral: deferral.to_owned(),
        due: String::new(),
        internal: Vec::new(),
        sure: sure.to_owned(),
    };
    let answer = |number: &str, theme: &str, class: &str, deferral: &str| Answer {
        id: format!("brief#{theme}{number}"),
        letter: "brief".to_owned(),
        number: number.to_owned(),
        theme: theme.to_owned(),
        class: class.to_owned(),
        deferral: deferral.to_owned(),
        document: String::new(),
        due: String::new(),
        internal: String::new(),
    };
    let gold = [
        coded("1", "Wonen", "substantive", "none", "H"),
        coded("1", "Groen", "deferral", "document", "H"),
        coded("2", "Groen", "deferral", "open", "M"),
        coded("3", "Groen", "substantive", "none", "L"),
        coded("4", "Groen", "unanswered", "none", "H"),
    ];
    // Number 1 comes back in another theme, number 2 is missing, number 3 was not sure.
    let answers = [
        answer("1", "GROEN.", "deferral", "document"),
        answer("1", "Wonen", "substantive", "open"),
        answer("3", "Groen", "deferral", "open"),
    ];
    let found = agreement::agreement(&gold, &answers);
    let expected = Agreement {
        class_accuracy: 2.0 / 3.0,
        class_macro_f1: f64::midpoint(1.0, 2.0 / 3.0),
        any_deferral_f1: 0.5,
        document_deferral_f1: 1.0,
        due_exact: 1.0,
        internal_exact: 1.0,
    };
    assert_eq!(found, expected);
    assert_eq!(found.below(&Agreement { any_deferral_f1: 0.51, ..expected }), ["any_deferral_f1 is 0.5000, below 0.5100"]);
    assert!(found.to_string().starts_with("class_accuracy = 0.666\n"));
}

#[test]
fn how_documents_are_paired() {
    let listed = |document: &str, kind: &str, period: &str, named_in: &str| Listed {
        letter: "brief.txt".to_owned(),
        document: document.to_owned(),
        kind: kind.to_owned(),
        period: period.to_owned(),
        state: String::new(),
        named_in: vec![named_in.to_owned()],
    };
    let row = |document: &str, kind: &str, answers: &str, holds: u8| Row {
        letter: "brief".to_owned(),
        document: document.to_owned(),
        kind: kind.to_owned(),
        period: String::new(),
        state: String::new(),
        answers: answers.to_owned(),
        holds,
    };
    let documents = [
        listed("evaluatie van de sluis en de kade", "rapport", "", "1"),
        listed("jaarverslag 2023", "jaarverslag", "2023", "2"),
        listed("havenvisie", "visie", "", "3"),
        listed("bijlage, staat van de kades", "bijlage", "", "intro"),
    ];
    // Of the two reports the one that is named so is taken; the report of another year is not; what does not hold is no row.
    let rows = [
        row("onderzoeksrapport", "onderzoeksrapport", "brief#1", 1),
        row("evaluaties van Sluis en Kade", "evaluatie", "brief#1", 1),
        row("jaarverslag 2024", "jaarverslag", "", 1),
        row("havenvisie", "havenvisie", "brief#3", 0),
        row("staatje", "staatje", "", 1),
    ];
    let found: Vec<Option<&str>> =
        documents::paired(&documents, &rows).into_iter().map(|row| row.map(|row| row.document.as_str())).collect();
    assert_eq!(found, [Some("evaluaties van Sluis en Kade"), None, None, Some("staatje")]);
}
