//! `sample` draws answers for people to code, and `evaluate` reads the filled-in sheets back.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

mod support;

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use support::{folder, run};

/// A run of 400 answers in 20 letters, a fifth of which defers; people say the same but for one in eight of those.
fn codings() -> String {
    let mut rows = vec!["id,letter,number,theme,question,answer,class,deferral,reason\n".to_owned()];
    for place in 0..400 {
        let [class, deferral, reason] =
            if place % 5 == 0 { ["deferral", "document", "defers"] } else { ["substantive", "none", "content"] };
        let letter = place / 20;
        rows.push(format!("b{letter}#{place},b{letter},{place},Beheer,Hoeveel?,\"'- Veertig, {place}.\",{class},{deferral},{reason}\n"));
    }
    rows.concat()
}

/// What a person says of an answer.
fn truth(id: &str) -> [&'static str; 2] {
    let place: usize = id.split('#').nth(1).and_then(|number| number.parse().ok()).expect("a number");
    if place.is_multiple_of(5) && !place.is_multiple_of(40) { ["deferral", "document"] } else { ["substantive", "none"] }
}

type Row = BTreeMap<String, String>;

fn rows(path: &Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(path).expect("a table");
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

/// A sheet as a person fills it in and saves it from a Dutch spreadsheet.
fn filled(rows: &[Row]) -> String {
    let head = "\u{FEFF}id;class;deferral;no_information;refusal\r\n".to_owned();
    let row = |row: &Row| {
        let [class, deferral] = truth(&row["id"]);
        format!("{};{class};{deferral};0;0\r\n", row["id"])
    };
    [head].into_iter().chain(rows.iter().map(row)).collect()
}

#[test]
fn a_sheet_comes_back_with_an_estimate_from_the_design() {
    let folder = folder(&[("answers.csv", codings().as_bytes())]);
    let (status, stdout, stderr) = run(folder.path(), "sample answers.csv --n 100 --out vel.csv --seed 5");
    assert_eq!(status, 0, "{stderr}");
    assert!(stdout.contains("100 van 400 antwoorden getrokken, seed 5") && stdout.contains("20 van 80"), "{stdout}");
    let sheet = rows(&folder.path().join("vel.csv"));
    assert_eq!(sheet.len(), 100);
    assert!(sheet.iter().all(|row| row["class"].is_empty() && row["answer"].starts_with("'- Veertig") && !row.contains_key("reason")));
    let text = fs::read_to_string(folder.path().join("vel.csv")).expect("a sheet");
    assert!(!text.contains("substantive") && !text.contains("defers"), "the sheet says what the machine gave");
    let design = rows(&folder.path().join("vel-design.csv"));
    let of = |stratum: &str| design.iter().filter(|row| row["stratum"] == stratum).collect::<Vec<_>>();
    assert_eq!((of("deferral").len(), of("substantive").len()), (20, 80));
    assert_eq!(["probability", "drawn", "units", "seed"].map(|column| of("deferral")[0][column].as_str()), ["0.250000", "20", "80", "5"]);
    assert!(rows(&folder.path().join("vel-codebook.csv")).iter().any(|row| row["column"] == "class" && row["code"] == "deferral"));
    fs::write(folder.path().join("vel.csv"), filled(&sheet)).expect("a sheet");
    let (status, _, stderr) = run(folder.path(), "evaluate answers.csv vel.csv --language en");
    assert_eq!(status, 0, "{stderr}");
    let shares = rows(&folder.path().join("evaluation/corrected_shares.csv"));
    let one = |estimate: &str| {
        let row = shares.iter().find(|row| row["compared"] == "defers_to_document" && row["estimate"] == estimate).expect("a row");
        (row["share"].clone(), row["low"].clone(), row["high"].clone(), row["note"].clone())
    };
    // What people say of the sample, by hand: 80/400 less the part of drawn deferrals that is none, times 80/400.
    let wrong = of("deferral").iter().filter(|row| truth(&row["id"])[0] == "substantive").count() as f64;
    let expected = 0.2 - wrong / 20.0 * 0.2;
    let (share, low, high, note) = one("sample");
    let number = |text: &str| text.parse::<f64>().expect("a number");
    assert!((number(&share) - expected).abs() < 1e-6, "{share} is not {expected}");
    // Variance of a stratum of 80 with 20 drawn, over 400 answers: 80 · 60 · s² / 20 / 400², z = 1.96.
    let spread = (wrong - 20.0 * (wrong / 20.0).powi(2)) / 19.0;
    let half = 1.959_963_984_540_054 * (80.0 * 60.0 * spread / 20.0).sqrt() / 400.0;
    assert!((number(&low) - (expected - half)).abs() < 1e-6 && (number(&high) - (expected + half)).abs() < 1e-6, "{low} {high} {half}");
    assert!(note.starts_with("these answers: what people would say"), "{note}");
    let (share, _, _, note) = one("rogan_gladen");
    assert!(share.is_empty() && note.starts_with("refused: the answers were drawn by the class"), "{share} {note}");
    // Who coded other answers as well coded no sample.
    fs::write(folder.path().join("meer.csv"), "id,class\nb0#1,substantive\nb0#2,substantive\n").expect("codings");
    assert_eq!(run(folder.path(), "evaluate answers.csv meer.csv --design vel-design.csv --out meer --language en").0, 0);
    let more = rows(&folder.path().join("meer/corrected_shares.csv"));
    assert!(more.iter().filter(|row| row["estimate"] == "sample").all(|row| row["note"].contains("is no probability sample")), "{more:?}");
    // Other codings than those that the sample was drawn from.
    let other = codings().replacen("deferral,document,defers", "substantive,none,content", 60);
    fs::write(folder.path().join("other.csv"), other).expect("codings");
    assert_eq!(run(folder.path(), "evaluate other.csv vel.csv --out ander --language en").0, 0);
    let shares = rows(&folder.path().join("ander/corrected_shares.csv"));
    let refused = shares.iter().find(|row| row["compared"] == "class" && row["estimate"] == "sample").expect("a row");
    assert!(refused["note"].starts_with("refused: drawn from other codings"), "{refused:?}");
}

#[test]
fn two_coders_get_workbooks_with_lists_and_their_own_order() {
    let folder = folder(&[("answers.csv", codings().as_bytes())]);
    let (status, _, stderr) = run(folder.path(), "sample answers.csv --width 0.2 --out vel.xlsx --coders 2");
    assert_eq!(status, 0, "{stderr}");
    let ids = |name: &str| {
        let mut book: Xlsx<_> = open_workbook(folder.path().join(name)).expect("a workbook");
        assert_eq!(book.sheet_names(), ["coderen", "codeboek"]);
        let range = book.worksheet_range("coderen").expect("a sheet");
        let (mut rows, mut ids) = (range.rows(), Vec::new());
        let header: Vec<String> = rows.next().expect("a header").iter().map(ToString::to_string).collect();
        assert_eq!(
            header.join(","),
            "id,letter,number,theme,question,answer,class,deferral,document,due,external,internal,no_information,refusal,sure,note"
        );
        for row in rows {
            assert!(matches!(&row[5], Data::String(text) if text.starts_with("- Veertig")), "{row:?}");
            assert!(row[6..].iter().all(|cell| *cell == Data::Empty), "{row:?}");
            ids.push(row[0].to_string());
        }
        ids
    };
    let (one, two) = (ids("vel-1.xlsx"), ids("vel-2.xlsx"));
    assert_ne!(one, two);
    let sorted = |mut ids: Vec<String>| {
        ids.sort();
        ids
    };
    assert_eq!(sorted(one.clone()), sorted(two));
    // 400 answers, an interval of 0.2: 96.04 / (1 + 95.04 / 400).
    assert_eq!(one.len(), 78);
    let bytes = fs::read(folder.path().join("vel-1.xlsx")).expect("a workbook");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip file");
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("xl/worksheets/sheet1.xml").expect("a sheet"), &mut xml).expect("XML");
    assert!(xml.contains("dataValidation") && xml.contains("substantive,deferral,external_reference"), "no lists to choose from");
    assert!(!xml.contains("<f>"), "a formula");
    // A sheet that is there is never written over.
    let (status, _, stderr) = run(folder.path(), "sample answers.csv --n 10 --out vel.xlsx --coders 2");
    assert_eq!(status, 2);
    assert!(stderr.contains("vel-1.xlsx: is there already, and may hold codes; move it away"), "{stderr}");
}

#[test]
fn a_workbook_is_read_back() {
    let folder = folder(&[("answers.csv", codings().as_bytes())]);
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("uitleg").expect("a name").write_string(0, 0, "lees dit eerst").expect("a cell");
    let sheet = book.add_worksheet();
    for (place, name) in (0..).zip(["id", "class", "deferral", "refusal", "due", "sure"]) {
        sheet.write_string(0, place, name).expect("a cell");
    }
    for row in 1..=40_u32 {
        let id = format!("b{}#{}", (row - 1) / 20, row - 1);
        let [class, deferral] = truth(&id);
        sheet.write_string(row, 0, &id).expect("a cell");
        sheet.write_string(row, 1, class).expect("a cell");
        sheet.write_string(row, 2, deferral).expect("a cell");
        sheet.write_number(row, 3, 0).expect("a cell");
        if row == 40 {
            sheet.write_string(row, 5, "L").expect("a cell");
        }
    }
    book.save(folder.path().join("ans.xlsx")).expect("a workbook");
    let (status, stdout, stderr) = run(folder.path(), "evaluate answers.csv ans.xlsx");
    assert_eq!(status, 0, "{stderr}");
    assert!(stdout.contains("ans: 39 antwoorden gecodeerd, 1 in twijfel") && stdout.contains("38 van 39"), "{stdout}");
}

#[test]
fn mistakes_have_a_remedy() {
    let folder = folder(&[("answers.csv", codings().as_bytes()), ("leeg.csv", b"id,class\nx,unanswered\n"), ("out.csv", b"")]);
    let cases = [
        ("sample answers.csv --n 10 --out vel.docx", "vel.docx: is no name for a sheet; give a name that ends in .xlsx or .csv"),
        ("sample leeg.csv --n 10 --out vel.csv", "leeg.csv: has no answer to draw; give the answers.csv of a run"),
        ("sample answers.csv --out vel.csv", "--n <N>"),
        ("sample answers.csv --width 2 --out vel.csv", "give a number between 0 and 1, such as 0.1"),
        ("sample answers.csv --n 10 --out out.csv", "out.csv: is there already"),
    ];
    for (arguments, told) in cases {
        let (status, _, stderr) = run(folder.path(), arguments);
        assert_eq!(status, 2, "{arguments}");
        assert!(stderr.contains(told), "{arguments}: {stderr}");
    }
}
