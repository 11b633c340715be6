//! What once went wrong, one test for each mistake, named after it.

mod support;

use std::fmt::Write as _;
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

/// A letter in two formats was counted twice without a word, and the figures looked surer than they were.
#[test]
fn the_same_letter_twice_is_named() {
    let letter =
        "Vraag 1\nHoeveel bomen?\nAntwoord\nTwaalf.\nVraag 2\nWie snoeit?\nAntwoord\nDe aannemer.\nVraag 3\nWanneer?\nAntwoord\nIn mei.\n";
    let page = letter.replace('\n', "</p><p>");
    let folder = folder(&[("a.txt", letter.as_bytes()), ("b.html", format!("<html><body><p>{page}</p></body></html>").as_bytes())]);
    let (status, _, stderr) = run(folder.path(), "analyse a.txt b.html --out uit --strict");
    assert_eq!(status, 1, "{stderr}");
    assert!(
        stderr.contains("b.html: holds the same questions and answers as a, and both are counted; leave one of the two out"),
        "{stderr}"
    );
}

/// The texts that a run had written among the letters were letters of the next one, and so was its page.
#[test]
fn a_run_among_its_letters_does_not_feed_itself() {
    let folder = folder(&[("a.txt", b"Vraag 1\nHoeveel bomen?\nAntwoord\nTwaalf.\n")]);
    for _ in 0..2 {
        let (status, stdout, stderr) = run(folder.path(), "analyse . --out . --language en --xlsx");
        assert_eq!(status, 0, "{stderr}");
        assert!(stdout.starts_with("1 letter, 1 question"), "{stdout}");
    }
}

/// A table that the program had saved among the letters was a problem of every next run, with which `--strict` failed.
#[test]
fn what_a_run_wrote_among_its_letters_is_told_and_is_no_mistake() {
    let answer = "Vraag 1\nHoeveel bomen?\nAntwoord\nTwaalf.\n";
    let folder = folder(&[("in/a.txt", answer.as_bytes()), ("anders/mijn.csv", b"id,letter\n"), ("anders/a.txt", answer.as_bytes())]);
    let excel = "code in --out in/codes.csv --evidence in/bewijs.csv --excel --strict";
    for (arguments, told) in [
        ("code in --out in/codes.csv --evidence in/bewijs.csv --strict", 0),
        (excel, 2),
        (excel, 2),
        ("analyse in --out in/uit --strict", 2),
        ("measure in/uit/answers.csv --out in/maten", 0),
        ("analyse in --out in --strict", 4),
        ("code in --strict", 3),
        ("analyse in --out uit --strict", 3),
    ] {
        let (status, out, err) = run(&folder, arguments);
        assert_eq!((status, err.lines().filter(|line| line.starts_with("antwoordmeter: in")).count()), (0, told), "{arguments}: {err}");
        assert!(!arguments.contains("analyse") || out.contains("1 brief, 1 vraag"), "{out}");
    }
    let problems = read(&folder, "uit/problems.csv");
    assert!(problems.contains("in/uit,,own,was written by an earlier run,"), "{problems}");
    let (status, _, err) = run(&folder, "code anders --strict");
    assert!(status == 1 && err.contains("anders/mijn.csv: a table is read only when it is named itself"), "{err}");
}

/// For each bracket the rest of the text was looked through: a quarter of a megabyte took minutes.
#[test]
fn brackets_without_end_do_not_hold_up_a_run() {
    let text = format!("Vraag 1\nWat staat er?\nAntwoord\n{}\n", "[1](".repeat(64 << 10));
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let (status, stdout, _) = run(folder.path(), "analyse a.txt --out uit --language en");
    assert_eq!(status, 0);
    assert!(stdout.starts_with("1 letter, 1 question"), "{stdout}");
}

/// `read` waited for a pipe without end.
#[cfg(unix)]
#[test]
fn a_pipe_is_no_letter() {
    let folder = folder(&[]);
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("brief.txt")).status().expect("mkfifo");
    assert!(made.success());
    let (status, _, stderr) = run(folder.path(), "read brief.txt");
    assert_eq!((status, stderr.contains("is not a regular file")), (2, true), "{stderr}");
    let (status, _, stderr) = run(folder.path(), "read .");
    assert_eq!((status, stderr.contains("is a folder; name one letter in it")), (2, true), "{stderr}");
}

/// An annex that was saved among the letters was read as a letter, and its answers were counted twice.
#[test]
fn an_annex_is_no_letter() {
    let folder =
        folder(&[("brieven/bomen.txt", "Datum: 8 april 2025\n\nVraag 1\nHoeveel bomen?\n\nAntwoord\nVeertig bomen.\n".as_bytes())]);
    for name in ["brieven/bijlage.docx", "brieven/bijlage.odt"] {
        assert_eq!(run(folder.path(), &format!("annex brieven/bomen.txt --out {name}")).0, 0);
    }
    let (status, stdout, stderr) = run(folder.path(), "analyse brieven --out uit");
    assert_eq!(status, 0);
    assert!(stdout.starts_with("1 brief, 1 vraag,"), "{stdout}");
    assert_eq!(stderr.matches("is an annex that antwoordmeter made").count(), 2, "{stderr}");
}

/// Plain sentences of officials were taken for answers, and any short sentence about a document for a pointer to it.
#[test]
fn everyday_sentences_are_coded_as_they_are_meant() {
    let table = [
        ("Komt er een tweede steiger?", "Uw raad wordt hierover binnenkort geïnformeerd.", "deferral"),
        ("Komt er een tweede steiger?", "De raad wordt hierover voor het einde van het jaar nader geïnformeerd.", "deferral"),
        ("Komt er een tweede steiger?", "Nadat de telling is afgerond, wordt u hierover geïnformeerd.", "deferral"),
        ("Komt er een tweede steiger?", "Wij wachten nog op de uitkomsten van de telling.", "deferral"),
        ("Hoe ver is de keuring?", "Het keurrapport is nog niet vastgesteld.", "deferral"),
        ("Is de havennota klaar?", "De havennota is samen met de schippers geschreven.", "substantive"),
        ("Wat kost de havenmonitor?", "De havenmonitor kost ieder jaar hetzelfde.", "substantive"),
        ("Wie leverde de planken?", "Plankenmarkt.nl en de houthandel in het dorp hebben de planken samen geleverd.", "substantive"),
        ("Welke kades zakken weg?", "Deze zijn te raadplegen op regio8.nl.", "external_reference"),
        ("Welke kades zakken weg?", "Een lijst van de 12 kades is opgenomen in de havennota van 2023.", "external_reference"),
        ("Welke kades zakken weg?", "Hierover heb ik u op 3 februari jl. geïnformeerd.", "external_reference"),
        ("Welke kades zakken weg?", "Zie de vorige vraag.", "external_reference"),
    ];
    let mut letter = String::from("Vastgesteld door het college op 8 april 2025\n\n");
    for (number, (question, answer, _)) in table.iter().enumerate() {
        write!(letter, "Vraag {0}\n{question}\n\nAntwoord {0}\n{answer}\n\n", number + 1).expect("a string takes all");
    }
    let folder = folder(&[("brief.txt", letter.as_bytes())]);
    assert_eq!(run(&folder, "analyse brief.txt --out uit").0, 0);
    let answers = read(&folder, "uit/answers.csv");
    let found = answers.lines().skip(1).filter(|line| line.starts_with("brief#"));
    let wrong: Vec<_> = found.zip(&table).filter(|(line, (.., class))| !line.contains(&format!(",{class},"))).collect();
    assert!(wrong.is_empty() && answers.lines().count() > table.len(), "{wrong:#?}");
    assert!(answers.contains("2025-04-08/2025-12-31"), "{answers}");
}

/// "Datum indiening" and "Datum antwoord" gave the date of the questions.
#[test]
fn the_date_of_a_letter_is_that_of_its_answers() {
    let body = "\n\nVraag 1\nHoe?\n\nAntwoord 1\nZo.\n";
    let heads = [
        "Datum indiening: 3 maart 2025\nDatum antwoord: 8 april 2025",
        "Versie 8 april 2025",
        "datum 8 april 2025",
        "Dinsdag 8 april 2025",
        "Uw brief d.d.\n3 maart 2025\n\nOosterlo, 8 april 2025",
    ];
    for head in heads {
        let folder = folder(&[("brief.txt", format!("Gemeente Oosterlo\n{head}{body}").as_bytes())]);
        assert_eq!(run(&folder, "analyse brief.txt --out uit").0, 0);
        let letters = read(&folder, "uit/letters.csv");
        assert!(letters.contains(",2025-04-08,"), "{head}: {letters}");
    }
}

/// "12, zie antwoord 2" took the class of answer 2; "zie antwoord 3" with 3a and 3b, and "zie antwoord 1" of 01, led nowhere.
#[test]
fn references_find_their_answers_and_leave_what_an_answer_gives() {
    let table = [
        ("01", "Hoe?", "De havennota verschijnt in juni 2025.", "deferral"),
        ("02", "Hoeveel steigers zijn er?", "12, zie antwoord 1.", "substantive"),
        ("03", "Welke boten liggen er illegaal?", "Geen, zie antwoord 1.", "substantive"),
        ("04", "Wanneer?", "Zie antwoord 1.", "deferral"),
        ("5a", "Wie?", "De havenmeester.", "substantive"),
        ("5b", "Waarom?", "De havennota verschijnt in juni 2025.", "deferral"),
        ("06", "En waar?", "Zie antwoord 5.", "deferral"),
    ];
    let mut letter = String::from("Vastgesteld door het college op 8 april 2025\n\n");
    for (number, question, answer, _) in table {
        write!(letter, "Vraag {number}\n{question}\n\nAntwoord {number}\n{answer}\n\n").expect("a string takes all");
    }
    let folder = folder(&[("brief.txt", letter.as_bytes())]);
    assert_eq!(run(&folder, "analyse brief.txt --out uit").0, 0);
    let answers = read(&folder, "uit/answers.csv");
    let found: Vec<_> = answers.lines().skip(1).filter(|line| line.starts_with("brief#")).collect();
    let wrong: Vec<_> = found.iter().zip(table).filter(|(line, (.., class))| !line.contains(&format!(",{class},"))).collect();
    assert!(wrong.is_empty() && found.len() == table.len(), "{wrong:#?} {answers}");
}

/// "Onze brief aan uw raad van 23 november", in a letter of April, was a letter that was still to come in November; and a report that was
/// sent in June, in a clause that goes on in the present, came next June.
#[test]
fn a_day_that_a_letter_bears_and_a_sending_that_is_told_are_past() {
    let answers = [
        "De loop van zaken is beschreven in onze brief aan uw raad van 23 november.",
        "Wij verwijzen naar onze brief aan de commissie van 23 november.",
        "De uitkomst staat in het havenrapport, dat u in juni is aangeboden en waarvan wij de inhoud hier niet kunnen herhalen.",
        "De uitkomst staat in het havenrapport, op 14 juni bij u bezorgd.",
    ];
    let mut letter = String::from("Gemeente Oosterlo\nDatum: 8 april 2025\n\n");
    for (number, answer) in answers.iter().enumerate() {
        write!(letter, "Vraag {0}\nHoe is het gegaan?\n\nAntwoord {0}\n{answer}\n\n", number + 1).expect("a string takes all");
    }
    let folder = folder(&[("brief.txt", letter.as_bytes())]);
    assert_eq!(run(&folder, "analyse brief.txt --out uit").0, 0);
    let text = read(&folder, "uit/answers.csv");
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let place = |name: &str, header: &csv::StringRecord| header.iter().position(|column| column == name).expect("a column");
    let header = table.headers().expect("a header").clone();
    let (class, due) = (place("class", &header), place("due", &header));
    let rows: Vec<_> = table.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), answers.len());
    let wrong: Vec<_> = rows.iter().filter(|row| &row[class] != "external_reference" || !row[due].is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
