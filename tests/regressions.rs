//! What once went wrong, one test for each mistake, named after it.

mod support;

use std::fs;

use support::{folder, run};
use tempfile::TempDir;

const LETTER: &str = "Datum: 8 april 2025\nOnderwerp: bomen\n\nGeachte raad,\n\nFinanciën\n\nVraag 1\nHoeveel bomen zijn er?\n\nAntwoord 1\nHet waren er 312.\n\n\
    Vraag 2\nWat kosten ze?\n\nAntwoord 2\nDat staat in het jaarverslag 2025, dat in mei 2026 verschijnt.\n";

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A letter in windows-1252 with few accents was taken for Russian: "Financiыn".
#[test]
fn a_letter_that_is_not_unicode_is_never_cyrillic() {
    let text = LETTER.replace("312", "312, zo’n € 4.500 per stuk; de cliënt en één coördinator tellen mee")
        + &"Dat kost zo’n € 5 per cliënt.\r\n".repeat(12);
    let folder = folder(&[("brief.txt", &encoding_rs::WINDOWS_1252.encode(&text).0)]);
    assert_eq!(run(&folder, "analyse brief.txt --out uit").0, 0);
    assert_eq!(read(&folder, "uit/texts/brief.txt"), text.replace('\r', ""));
}

/// Two rows of a table with one id made evidence.csv point at either.
#[test]
fn an_id_that_comes_twice_is_told_and_made_unique() {
    let folder = folder(&[("t.csv", b"id,question,answer\n7,Hoe?,Zo.\n7,Wat?,Dit.\n7 (2),Wie?,Wij.\n")]);
    let (status, _, err) = run(&folder, "analyse t.csv --out uit");
    assert!(status == 0 && err.contains("line 3: column `id` holds `7`"), "{err}");
    let answers = read(&folder, "uit/answers.csv");
    let ids: Vec<_> = answers.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(ids, ["7", "7 (2)", "7 (2) (2)"]);
}

/// A line of JSON that was cut off was said to be wrong at character 0.
#[test]
fn a_broken_line_of_json_is_wrong_where_it_breaks() {
    let folder = folder(&[(
        "t.jsonl",
        b"{\"question\":\"Hoe?\",\"answer\":\"Zo.\"}\n{\"question\":\"Wat?\"\n{\"question\":\"Wie?\",\"answer\":\"Wij.\"}\n",
    )]);
    let (status, out, err) = run(&folder, "analyse t.jsonl --out uit");
    assert!(status == 0 && err.contains("line 2: is not a JSON object (character 18:"), "{err}");
    assert!(out.starts_with("2 brieven, 2 vragen"), "{out}");
}

/// The first run that a visitor makes complained of the gold codings beside the letters.
#[test]
fn codings_beside_letters_are_no_letters() {
    let folder = folder(&[
        ("in/brief.txt", LETTER.as_bytes()),
        ("in/gold.jsonl", b"{}"),
        ("in/documents.jsonl", b"{}"),
        ("los/documents.jsonl", b"{}"),
        ("los/brief.txt", LETTER.as_bytes()),
    ]);
    assert_eq!(run(&folder, "analyse in --out uit --strict").2, "");
    assert!(run(&folder, "analyse los --out uit").2.contains("los/documents.jsonl: a table is read only when it is named itself"));
}

/// A text in which no question was found ended with "everything was read and understood".
#[test]
fn letters_without_answers_are_counted() {
    let folder = folder(&[
        ("in/brief.txt", LETTER.as_bytes()),
        ("in/uitstel.txt", "Geachte raad,\n\nUw vragen beantwoorden wij later.\n\nHoogachtend,\n".as_bytes()),
    ]);
    let (status, out, _) = run(&folder, "analyse in --out uit");
    assert!(status == 0 && out.contains("zonder antwoorden: 1 brief (letters.csv)"), "{out}");
}
