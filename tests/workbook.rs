//! The tables as a workbook, and as Dutch Excel opens them.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use antwoordmeter::report::tables::schema;
use roxmltree::{Document, Node};
use serde_json::Value;
use support::{files, folder, run};
use tempfile::TempDir;
use zip::ZipArchive;

/// A letter with a date, an answer that a spreadsheet would run, and a question in characters that XML does not hold.
const LETTER: &str = "Aan de raad\n\ndatum: 8 april 2025\n\nVraag 1\nHoeveel \u{1}bomen & struiken?\n\nAntwoord\n=1+1 is geen som.\n\nVraag 2\nWaar?\n\nAntwoord\n\
                      De lijst staat in het jaarverslag 2024, dat in mei 2025 verschijnt.\n\nVraag 3\nWie?\n\nAntwoord\nDe gemeente.\n\nVraag 4\nWat?\n\n\
                      Antwoord\nEiken.\n\nVraag 5\nHoe?\n\nAntwoord\nMet de hand.\n";

/// A folder with a letter and the tables of its run.
fn analysed(arguments: &str) -> TempDir {
    let folder = folder(&[("brief.txt", LETTER.as_bytes())]);
    let (status, _, stderr) = run(&folder, &format!("analyse brief.txt --out uit {arguments}"));
    assert_eq!((status, stderr.as_str()), (0, ""));
    folder
}

fn bytes(folder: &TempDir, name: &str) -> Vec<u8> {
    fs::read(folder.path().join("uit").join(name)).expect(name)
}

/// Cells of a sheet by place, each with its kind: `n` for a number, `inlineStr` for text.
fn cells(workbook: &[u8], sheet: usize) -> BTreeMap<String, (String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(workbook)).expect("a zip file");
    let mut xml = String::new();
    let part = format!("xl/worksheets/sheet{}.xml", sheet + 1);
    zip.by_name(&part).expect("a sheet").read_to_string(&mut xml).expect("UTF-8");
    let tree = Document::parse(&xml).expect("XML");
    let text = |cell: Node<'_, '_>| cell.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect::<String>();
    let cells = tree.descendants().filter(|node| node.tag_name().name() == "c");
    cells
        .map(|cell| (cell.attribute("r").expect("a place").to_owned(), (cell.attribute("t").unwrap_or("n").to_owned(), text(cell))))
        .collect()
}

/// The place of a column by its name, as a letter.
fn column(table: usize, name: &str) -> String {
    let tables = schema::tables();
    let place = tables[table].columns.iter().position(|column| column.name == name).expect(name);
    let letter = |at: usize| char::from(b'A' + u8::try_from(at).expect("a letter"));
    if place < 26 { letter(place).to_string() } else { format!("{}{}", letter(place / 26 - 1), letter(place % 26)) }
}

#[test]
fn there_is_a_sheet_for_each_table_and_one_that_explains_them() {
    let workbook = bytes(&analysed("--xlsx"), "antwoordmeter.xlsx");
    let about = cells(&workbook, 0);
    let said: Vec<&str> = about.values().map(|(_, text)| text.as_str()).collect();
    for (place, table) in schema::tables().iter().enumerate() {
        let sheet = cells(&workbook, place + 1);
        for column in &table.columns {
            assert!(said.contains(&column.about.as_str()) && said.contains(&column.name.as_str()), "{} {}", table.name, column.name);
            assert!(sheet.values().any(|(kind, text)| kind == "inlineStr" && *text == column.name), "{} {}", table.name, column.name);
        }
    }
    assert!(said.iter().any(|text| text.contains(env!("CARGO_PKG_VERSION"))));
}

#[test]
fn numbers_are_numbers_dates_are_dates_and_text_is_text() {
    let workbook = bytes(&analysed("--xlsx"), "antwoordmeter.xlsx");
    let cell = |table: usize, name: &str, row: usize| {
        cells(&workbook, table + 1).get(&format!("{}{row}", column(table, name))).cloned().unwrap_or_default()
    };
    let of = |kind: &str, text: &str| (kind.to_owned(), text.to_owned());
    assert_eq!(cell(0, "number", 2), of("inlineStr", "1"));
    assert_eq!(cell(0, "answer", 2), of("inlineStr", "=1+1 is geen som."));
    assert_eq!(cell(0, "shared", 2), of("n", "0"));
    assert_eq!(cell(0, "words", 4), of("n", "2"));
    assert_eq!(cell(4, "questions", 2), of("n", "5"));
    assert_eq!(cell(4, "substantive_share", 2), of("n", "0.8"));
    // 8 April 2025 is day 45755 of Excel.
    assert_eq!(cell(5, "date", 2), of("n", "45755"));
    assert_eq!(cell(5, "asked", 2), of("", ""));
}

#[test]
fn the_workbook_is_the_same_every_time_and_run_json_lists_it() {
    let (one, other) = (analysed("--xlsx"), analysed("--xlsx --threads 2"));
    assert_eq!(bytes(&one, "antwoordmeter.xlsx"), bytes(&other, "antwoordmeter.xlsx"));
    let list: Value = serde_json::from_slice(&bytes(&one, "run.json")).expect("JSON");
    let made = &list["outputs"]["antwoordmeter.xlsx"];
    assert_eq!(made["bytes"].as_u64(), Some(bytes(&one, "antwoordmeter.xlsx").len() as u64));
    assert_eq!(list["options"]["xlsx"], Value::Bool(true));
    // Without the option the next run takes it away again, as it does with every file that it does not make.
    assert_eq!(run(&one, "analyse brief.txt --out uit").0, 0);
    assert!(!files(one.path()).contains_key(Path::new("uit/antwoordmeter.xlsx")));
}

#[test]
fn the_other_tables_stay_as_they_are() {
    let (with, without) = (analysed("--xlsx"), analysed(""));
    for table in schema::NAMES {
        let name = format!("{table}.csv");
        assert_eq!(bytes(&with, &name), bytes(&without, &name), "{name}");
    }
}

#[test]
fn dutch_excel_opens_the_tables_by_double_click() {
    let folder = analysed("--excel --xlsx");
    for table in schema::tables() {
        let text = String::from_utf8(bytes(&folder, &format!("{}.csv", table.name))).expect("UTF-8");
        let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(text.lines().next(), Some(format!("\u{FEFF}{}", names.join(";")).as_str()), "{}", table.name);
    }
    let themes = String::from_utf8(bytes(&folder, "themes.csv")).expect("UTF-8");
    assert!(themes.lines().nth(1).is_some_and(|row| row.contains(";0,800000;")), "{themes}");
    let letters = String::from_utf8(bytes(&folder, "letters.csv")).expect("UTF-8");
    assert!(letters.contains(";0,000000;") && !letters.contains("0.000000"), "{letters}");
    let package: Value = serde_json::from_slice(&bytes(&folder, "datapackage.json")).expect("JSON");
    let resource = package["resources"].as_array().expect("a list").iter().find(|resource| resource["name"] == "themes").expect("themes");
    assert_eq!(resource["dialect"]["delimiter"], ";");
    let share = resource["schema"]["fields"].as_array().expect("a list").iter().find(|field| field["name"] == "deferral_share");
    assert_eq!(share.expect("a share")["decimalChar"], ",");
    // The workbook has the same numbers.
    let plain = analysed("--xlsx");
    assert_eq!(cells(&bytes(&folder, "antwoordmeter.xlsx"), 5), cells(&bytes(&plain, "antwoordmeter.xlsx"), 5));
    // The program reads its own tables again.
    let (status, _, stderr) = run(&folder, "analyse uit/answers.csv --out weer");
    assert_eq!((status, stderr.as_str()), (0, ""));
    let again = fs::read_to_string(folder.path().join("weer/answers.csv")).expect("a table");
    assert!(again.contains("'=1+1 is geen som.") && again.lines().count() == 6, "{again}");
}

#[test]
#[ignore = "needs soffice (libreoffice-calc); run with: cargo test --test workbook -- --ignored"]
fn libreoffice_reads_what_the_tables_say() {
    let folder = analysed("--xlsx");
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2";
    let output = Command::new("soffice")
        .current_dir(&folder)
        .args([profile.as_str(), "--headless", "--convert-to", filter, "uit/antwoordmeter.xlsx"])
        .output()
        .unwrap_or_else(|error| panic!("soffice is missing; install libreoffice-calc ({error})"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found = files(folder.path()).into_iter().find(|(path, _)| path.to_string_lossy().ends_with("antwoordmeter-answers.csv"));
    let text = String::from_utf8(found.expect("the sheet of answers").1).expect("UTF-8");
    assert!(text.contains("=1+1 is geen som.") && !text.contains("'=1+1"), "{text}");
    assert_eq!(text.lines().count(), 6, "{text}");
}
