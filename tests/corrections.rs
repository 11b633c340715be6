//! What people correct: codes and boundaries overruled, marked everywhere, counted with and without.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

mod support;

use support::{folder, run};

const LETTER: &str = "Gemeente Lindewaard\n\nDatum: 8 april 2025\n\nVraag 1\nHoeveel bomen zijn er gekapt?\n\nAntwoord\nDit wordt opgenomen in het jaarverslag 2024, dat in mei 2025 verschijnt.\n\n\
Vraag 2\nWaar staan die bomen?\n\nAntwoord\nZie het antwoord op vraag 1.\n\nVraag 3\nHoeveel bomen zijn er geplant?\n\nAntwoord\nVeertig. In het najaar ontvangt u de evaluatie.\n";

/// Exit status, stderr, and the folder of a run with these corrections.
fn corrected(corrections: &str, options: &str) -> (i32, String, tempfile::TempDir) {
    let folder = folder(&[("bomen.txt", LETTER.as_bytes()), ("mensen.csv", corrections.as_bytes())]);
    let (status, _, stderr) = run(folder.path(), &format!("analyse bomen.txt --out uit --corrections mensen.csv {options}"));
    (status, stderr, folder)
}

/// The rows of a table by the column `key`.
fn rows(folder: &Path, table: &str, key: &str) -> HashMap<String, HashMap<String, String>> {
    let mut reader = csv::Reader::from_path(folder.join("uit").join(table)).expect("a table");
    let rows = reader.deserialize::<HashMap<String, String>>().map(|row| row.expect("a row"));
    rows.map(|row| (row[key].clone(), row)).collect()
}

#[test]
fn a_code_is_overruled_and_what_refers_to_it_follows() {
    let (status, _, folder) = corrected(
        "id,column,value,who,why\nbomen#1,class,substantive,de griffie,\"het cijfer, op papier\"\nbomen#1,deferral,none,de griffie,idem\n",
        "",
    );
    assert_eq!(status, 0);
    let answers = rows(folder.path(), "answers.csv", "number");
    let shown = |number: &str| ["class", "deferral", "corrected"].map(|column| answers[number][column].clone());
    assert_eq!(shown("1"), ["substantive", "none", "class=deferral;deferral=document"]);
    assert_eq!(shown("2"), ["substantive", "none", ""], "it takes the class of answer 1");
    let themes = rows(folder.path(), "themes.csv", "level");
    let counts =
        |level: &str| ["deferral", "defers_to_document", "defers_including_references"].map(|column| themes[level][column].clone());
    assert_eq!(counts("uncorrected"), ["2", "2", "3"]);
    assert_eq!(counts("total"), ["0", "1", "1"]);
    let page = fs::read_to_string(folder.path().join("uit/report.html")).expect("a page");
    for words in [
        "Mensen hebben de codering van 1 van de 3 antwoorden gecorrigeerd",
        "Zonder die correcties verwijzen 2 van 3 antwoorden",
        "class: deferral werd substantive, door de griffie: het cijfer, op papier",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let run = fs::read_to_string(folder.path().join("uit/run.json")).expect("run.json");
    assert!(run.contains("\"corrections\": \"mensen.csv\"") && run.contains("\"file\": \"mensen.csv\""));
}

#[test]
fn a_boundary_is_moved_and_the_answer_coded_anew() {
    let from = LETTER.find("In het najaar").expect("the sentence");
    let (status, _, folder) =
        corrected(&format!("id;column;value;who;why\nbomen#3;end;{from};Ans;de rest hoort bij een andere brief\n"), "");
    assert_eq!(status, 0);
    let answers = rows(folder.path(), "answers.csv", "number");
    assert_eq!(answers["3"]["answer"], "Veertig.");
    assert_eq!((answers["3"]["class"].as_str(), answers["3"]["deferral"].as_str()), ("substantive", "none"));
    assert!(answers["3"]["corrected"].starts_with("end="), "{}", answers["3"]["corrected"]);
}

#[test]
fn what_meets_no_answer_is_a_problem_by_name() {
    let (status, stderr, folder) =
        corrected("id,column,value,who,why\nbomen#9,class,deferral,Ans,omdat\nbomen#3,end,99999,Ans,omdat\n", "--strict");
    assert_eq!(status, 1);
    assert!(stderr.contains("no answer fits the correction of `bomen#9` (class)"), "{stderr}");
    let problems = fs::read_to_string(folder.path().join("uit/problems.csv")).expect("a table");
    assert!(problems.contains("line 2: no answer fits the correction of `bomen#9` (class)"), "{problems}");
    assert!(problems.contains("line 3: no answer fits the correction of `bomen#3` (end)"), "{problems}");
    assert!(!rows(folder.path(), "themes.csv", "level").contains_key("uncorrected"), "nothing was corrected");
}

#[test]
fn a_file_with_mistakes_stops_before_anything_is_written() {
    let (status, stderr, folder) =
        corrected("id,column,value,who,why\nbomen#1,class,uitgesteld,Ans,omdat\nbomen#2,reden,x,Ans,omdat\n", "");
    assert_eq!(status, 2);
    assert!(
        stderr.contains("mensen.csv:2: `uitgesteld` is no value of column `class`; give substantive") && stderr.contains("mensen.csv:3:"),
        "{stderr}"
    );
    assert!(!folder.path().join("uit").exists());
}
