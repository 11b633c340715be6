//! Statistics of codings that were made before: those of a run, of its parts, of people.

mod support;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use support::files;

fn run(folder: &Path, arguments: &str) -> (i32, String, String) {
    let output = Command::cargo_bin("antwoordmeter")
        .expect("the program")
        .current_dir(folder)
        .args(arguments.split_whitespace())
        .output()
        .expect("an end");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

/// A letter with two headings, of which the first defers.
fn letter(sender: &str, month: &str, number: usize) -> String {
    let mut text = format!(
        "Gemeente {sender}\n\nDatum: 8 {month} 2025\n\nGeachte raad,\n\nOp 1 {month} 2025 stelde u ons vragen over het zwembad.\n\n"
    );
    for (place, theme) in ["Kosten", "Openingstijden"].into_iter().enumerate() {
        let _ = write!(text, "{theme}\n\n");
        for question in 0..4 {
            let answer = match (place, (question + number) % 4) {
                (0, 0 | 1) => "De cijfers worden opgenomen in het jaarverslag 2025, dat in mei 2026 verschijnt.",
                (0, 2) => "Zie hiervoor onze website.",
                _ => "Het bad is open van maandag tot en met vrijdag, van zeven uur in de ochtend tot tien uur in de avond.",
            };
            let _ =
                write!(text, "Vraag {}\nHoeveel kost het zwembad in deel {question}?\nAntwoord\n{answer}\n\n", place * 4 + question + 1);
        }
    }
    text
}

/// A folder with eight letters and a run over them.
fn analysed() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("brieven")).expect("a folder");
    for number in 0..8 {
        let (sender, month) = (["Oost", "West"][number % 2], ["april", "juni"][number / 4]);
        fs::write(folder.path().join(format!("brieven/brief{number}.txt")), letter(sender, month, number)).expect("a letter");
    }
    let (status, _, err) = run(folder.path(), "analyse brieven --out heel");
    assert_eq!(status, 0, "{err}");
    folder
}

fn tables(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let kept = ["themes.csv", "letters.csv", "statistics.csv", "comparison.csv"];
    files(folder).into_iter().filter(|(name, _)| kept.iter().any(|kept| name == Path::new(kept))).collect()
}

/// The rows of a table that a letter of this set is in, under the header.
fn part(table: &str, of: impl Fn(usize) -> bool) -> String {
    let belongs = |line: &str| (0..8).any(|number| of(number) && line.contains(&format!("brief{number}")));
    table.split_inclusive('\n').enumerate().filter(|(place, line)| *place == 0 || belongs(line)).map(|(_, line)| line).collect()
}

#[test]
fn a_run_measured_again_gives_its_own_statistics() {
    let folder = analysed();
    let (status, out, err) = run(folder.path(), "measure heel --out opnieuw");
    assert!(status == 0 && out.starts_with("8 brieven\n") && out.contains("16 van 64"), "{out}{err}");
    for name in ["statistics.csv", "comparison.csv"] {
        let read = |run: &str| fs::read_to_string(folder.path().join(run).join(name)).expect("a table");
        assert_eq!(read("opnieuw"), read("heel"), "{name}");
        assert!(read("heel").lines().count() > 20, "{name}");
    }
    let package = fs::read_to_string(folder.path().join("opnieuw/datapackage.json")).expect("a description");
    assert!(package.contains("\"statistics\"") && !package.contains("\"evidence\""), "{package}");
}

#[test]
fn parts_rows_in_any_order_and_spreadsheets_give_the_figures_of_the_whole() {
    let folder = analysed();
    assert_eq!(run(folder.path(), "measure heel --out uit").0, 0);
    let whole = tables(&folder.path().join("uit"));
    for (name, of) in [("deel1", 0), ("deel2", 1)] {
        fs::create_dir(folder.path().join(name)).expect("a folder");
        for table in ["answers.csv", "letters.csv", "documents.csv"] {
            let text = fs::read_to_string(folder.path().join("heel").join(table)).expect("a table");
            fs::write(folder.path().join(name).join(table), part(&text, |number| number % 3 % 2 == of)).expect("a part");
        }
    }
    let (status, _, err) = run(folder.path(), "measure deel2/answers.csv deel1 --out uit");
    assert_eq!(status, 0, "{err}");
    assert_eq!(tables(&folder.path().join("uit")), whole);

    // As a spreadsheet saves it, the last row first.
    let mut reader = csv::Reader::from_path(folder.path().join("heel/answers.csv")).expect("a table");
    let header = reader.headers().expect("a header").clone();
    let mut rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    rows.reverse();
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(b"\xEF\xBB\xBF".to_vec());
    std::iter::once(&header).chain(&rows).for_each(|row| writer.write_record(row).expect("a row"));
    fs::create_dir(folder.path().join("blad")).expect("a folder");
    fs::write(folder.path().join("blad/codering.csv"), writer.into_inner().expect("rows")).expect("a table");
    for table in ["letters.csv", "documents.csv"] {
        fs::copy(folder.path().join("heel").join(table), folder.path().join("blad").join(table)).expect("a copy");
    }
    assert_eq!(run(folder.path(), "measure blad/codering.csv --out uit").0, 0);
    assert_eq!(tables(&folder.path().join("uit")), whole);
}

#[test]
fn the_same_answers_are_compared_pair_by_pair_and_others_side_by_side() {
    let folder = analysed();
    let text = fs::read_to_string(folder.path().join("heel/answers.csv")).expect("a table");
    let changed: String = text
        .split_inclusive('\n')
        .map(|line| if line.starts_with("brief1#") { line.replacen("substantive", "external_reference", 1) } else { line.to_owned() })
        .collect();
    assert_ne!(text, changed);
    fs::write(folder.path().join("mens.csv"), changed).expect("a table");
    let (status, out, err) = run(folder.path(), "compare heel mens.csv --out uit --language en");
    assert!(status == 0 && out.contains("64 answers coded by both, 0 only in heel, 0 only in mens.csv"), "{out}{err}");
    assert!(out.contains("Cohen's kappa") && out.contains("92.2 %"), "{out}");
    let table = fs::read_to_string(folder.path().join("uit/comparison.csv")).expect("a table");
    assert!(
        table.contains("sides,,defers_to_document,heel,mens.csv,16,64,16,64,0.000000,") && table.contains("bootstrap_letters"),
        "{table}"
    );

    for (name, of) in [("oost.csv", 0), ("west.csv", 1)] {
        fs::write(folder.path().join(name), part(&text, |number| number % 2 == of)).expect("a part");
    }
    let (status, out, err) = run(folder.path(), "compare oost.csv west.csv --out uit");
    assert!(status == 0 && out.contains("oost.csv: 4 brieven") && !out.contains("kappa"), "{out}{err}");
    let table = fs::read_to_string(folder.path().join("uit/comparison.csv")).expect("a table");
    assert!(
        table.contains("sides,,defers_to_document,oost.csv,west.csv,8,32,8,32,0.000000,") && table.contains("permutation_letters"),
        "{table}"
    );
}

#[test]
fn another_seed_draws_other_intervals_and_counts_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut table = "id,letter,class,deferral\n".to_owned();
    for (letter, answer) in (0..13).flat_map(|letter| (0..5 + letter * 3 % 7).map(move |answer| (letter, answer))) {
        let (class, kind) = if answer < letter * letter % 5 { ("deferral", "open") } else { ("substantive", "none") };
        let _ = writeln!(table, "brief{letter}#{answer},brief{letter},{class},{kind}");
    }
    fs::write(folder.path().join("codings.csv"), table).expect("a file");
    let measured = |out: &str, seed: &str| {
        let (status, _, err) = run(folder.path(), &format!("measure codings.csv --out {out} {seed}"));
        assert_eq!(status, 0, "{err}");
        fs::read_to_string(folder.path().join(out).join("statistics.csv")).expect("a table")
    };
    let (usual, same, other) = (measured("een", ""), measured("twee", "--seed 1927"), measured("drie", "--seed 5"));
    assert_eq!(usual, same);
    let drawn = |row: &&str| row.contains("bootstrap_letters");
    assert!(usual.lines().filter(drawn).ne(other.lines().filter(drawn)), "the intervals are the same");
    assert!(usual.lines().filter(|row| !drawn(row)).eq(other.lines().filter(|row| !drawn(row))), "more than the intervals differs");
}

/// People write down a letter whose numbers begin anew with each theme without ids, as in a file of JSON lines.
#[test]
fn people_s_codings_of_numbers_that_begin_anew_are_compared_by_theme() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut table, mut lines) = ("id,letter,number,theme,class,deferral\n".to_owned(), String::new());
    for (place, theme) in ["Wonen", "Zorg"].into_iter().enumerate() {
        for number in 1..=5 {
            let class = if number == 1 { "deferral" } else { "substantive" };
            let kind = if number == 1 { "document" } else { "none" };
            let _ = writeln!(table, "brief#{}.{number},brief,{number},{theme},{class},{kind}", place + 1);
            let theme = theme.to_uppercase();
            let _ = writeln!(
                lines,
                r#"{{"letter": "brief", "number": {number}, "theme": "{theme}", "class": "{class}", "deferral": "{kind}", "via": []}}"#
            );
        }
    }
    fs::write(folder.path().join("codings.csv"), table).expect("a file");
    fs::write(folder.path().join("gold.jsonl"), lines).expect("a file");
    for pair in ["codings.csv gold.jsonl", "gold.jsonl codings.csv", "gold.jsonl gold.jsonl"] {
        let (status, out, err) = run(folder.path(), &format!("compare {pair} --out uit"));
        assert_eq!(status, 0, "{err}");
        assert!(out.starts_with("10 antwoorden door beide gecodeerd, 0 alleen in"), "{pair}: {out}");
        assert!(out.contains("100"), "{pair} agree everywhere: {out}");
    }
    let (status, out, err) = run(folder.path(), "evaluate codings.csv gold.jsonl --out oordeel");
    assert_eq!(status, 0, "{err}{out}");
}

#[test]
fn what_cannot_be_measured_is_told_and_nothing_is_written() {
    let folder = analysed();
    let (status, out, err) = run(folder.path(), "measure heel heel/answers.csv --out uit");
    assert!(status == 2 && out.is_empty() && err.contains("`brief0#1` is coded twice"), "{out}{err}");
    let (status, _, err) = run(folder.path(), "measure heel --out heel");
    assert!(status == 2 && err.contains("lies in the folder for the output"), "{err}");
    let (status, _, err) = run(folder.path(), "measure nergens.csv --out uit");
    assert!(status == 2 && err.contains("nergens.csv"), "{err}");
    assert!(!folder.path().join("uit").exists());
}
