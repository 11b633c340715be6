//! `evaluate`: codings held against people's, with figures of other programs; what matches nothing, what was corrected, what was refused.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

mod support;

use support::{files, folder, run};

/// Letter, number, class by the machine, by person a, by person b (`-`: not coded). Substantive, deferral, external reference.
const CODES: &str =
    "a1ss s|a2ss d|a3dd d|a4dd d|a5ee s|a6es s|b1ss s|b2sd d|b3dd -|b4dd d|b5ss s|b6ee e|c1ss s|c2ds d|c3dd d|c4ss s|c5ee e|c6ss -";

fn class(letter: char) -> &'static str {
    match letter {
        's' => "substantive",
        'd' => "deferral",
        'e' => "external_reference",
        _ => "",
    }
}

fn deferral(letter: char) -> &'static str {
    match letter {
        'd' => "document",
        '-' => "",
        _ => "none",
    }
}

/// The tables of the machine and of both people, the rows of which stand in order or turned around.
fn tables(turned: bool) -> [String; 3] {
    let mut rows: [Vec<String>; 3] = Default::default();
    for code in CODES.split('|') {
        let signs: Vec<char> = code.chars().filter(|c| *c != ' ').collect();
        let [letter, number, machine, a, b] = signs[..] else { panic!("{code}") };
        let id = format!("brief_{letter}#{number}");
        let reason = if machine == 's' {
            "content"
        } else if machine == 'd' {
            "defers"
        } else {
            "refers_elsewhere"
        };
        rows[0].push(format!(
            "{id},brief_{letter},{number},Beheer,Hoeveel {number}?,\"Dit volgt, in mei.\",{},{},{reason},100,",
            class(machine),
            deferral(machine)
        ));
        rows[1].push(format!("{id},{},{}", class(a), deferral(a)));
        rows[2].push(format!("brief_{letter}.txt;{number};{};{};twijfel over {number}", class(b), deferral(b)));
    }
    let headers = [
        "id,letter,number,theme,question,answer,class,deferral,reason,start,corrected",
        "id,class,deferral",
        "letter;number;class;deferral;note",
    ];
    if turned {
        for rows in &mut rows {
            rows.reverse();
        }
    }
    [0, 1, 2].map(|place| format!("{}\n{}\n", headers[place], rows[place].join("\n")))
}

fn evaluated(turned: bool) -> tempfile::TempDir {
    let [machine, a, b] = tables(turned);
    let folder = folder(&[("answers.csv", machine.as_bytes()), ("ans.csv", a.as_bytes()), ("bo.csv", b.as_bytes())]);
    let (status, stdout, stderr) = run(folder.path(), "evaluate answers.csv ans.csv bo.csv --out uit");
    assert_eq!(status, 0, "{stderr}");
    assert!(stdout.contains("18 antwoorden uit 3 brieven") && stdout.contains("machine naast ans"), "{stdout}");
    folder
}

type Row = BTreeMap<String, String>;

fn rows(folder: &Path, name: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(folder.join(name)).expect("a table");
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

/// The one row that has these values.
fn row<'r>(rows: &'r [Row], values: &[(&str, &str)]) -> &'r Row {
    let mut found = rows.iter().filter(|row| values.iter().all(|(column, value)| row[*column] == *value));
    match (found.next(), found.next()) {
        (Some(row), None) => row,
        (one, other) => panic!("{values:?}: {one:?} {other:?}"),
    }
}

fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} of {row:?}"))
}

/// `accuracy_score`, `cohen_kappa_score`, `f1_score(average="macro")`, `precision_recall_fscore_support` of scikit-learn 1.9.1 with the
/// people first, and `krippendorff.alpha(level_of_measurement="nominal", value_domain=range(5))` of krippendorff 0.9.0; AC1 by the
/// formula of Gwet (2008) in numpy, over the five classes.
#[test]
fn figures_are_those_of_other_programs() {
    let folder = evaluated(false);
    let agreement = rows(&folder.path().join("uit"), "agreement.csv");
    let expected = [
        ("machine", "ans", "", "accuracy", 0.833_333),
        ("machine", "ans", "", "kappa", 0.735_294),
        ("machine", "ans", "", "macro_f1", 0.838_002),
        ("machine", "ans", "", "alpha", 0.742_015),
        ("machine", "ans", "", "ac1", 0.802_288),
        ("machine", "ans", "substantive", "precision", 0.875),
        ("machine", "ans", "substantive", "recall", 0.777_778),
        ("machine", "ans", "substantive", "f1", 0.823_529),
        ("machine", "ans", "deferral", "precision", 0.833_333),
        ("machine", "ans", "deferral", "recall", 0.833_333),
        ("bo", "ans", "", "accuracy", 0.812_5),
        ("bo", "ans", "", "kappa", 0.698_113),
        ("people", "", "", "alpha", 0.704_762),
        ("people", "", "", "ac1", 0.778_990),
    ];
    for (coder, reference, code, measure, value) in expected {
        let values = [("coder", coder), ("reference", reference), ("compared", "class"), ("code", code), ("measure", measure)];
        let found = row(&agreement, &values);
        assert!((number(found, "value") - value).abs() < 1e-6, "{found:?} is not {value}");
        if found["method"] == "bootstrap_letters" {
            assert!(number(found, "low") <= value + 1e-6 && value <= number(found, "high") + 1e-6, "{found:?}");
            assert!(found["note"].contains("minder dan 30 brieven"), "{found:?}");
        }
    }
    let accuracy = row(&agreement, &[("coder", "machine"), ("reference", "ans"), ("compared", "class"), ("measure", "accuracy")]);
    assert_eq!([&accuracy["k"], &accuracy["n"], &accuracy["letters"]], ["15", "18", "3"]);
    let of_three = row(&agreement, &[("coder", "machine"), ("reference", "ans"), ("code", "external_reference"), ("measure", "precision")]);
    assert_eq!([&of_three["k"], &of_three["n"], &of_three["value"]], ["3", "4", ""], "under five there is the count only");
    let confusion = rows(&folder.path().join("uit"), "confusion.csv");
    let cell = row(
        &confusion,
        &[("coder", "machine"), ("reference", "ans"), ("compared", "class"), ("reference_code", "substantive"), ("code", "deferral")],
    );
    assert_eq!(cell["n"], "1");
    let all: u32 = confusion
        .iter()
        .filter(|row| row["reference"] == "ans" && row["coder"] == "machine" && row["compared"] == "class")
        .map(|row| row["n"].parse::<u32>().expect("a count"))
        .sum();
    assert_eq!(all, 18);
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let tables = |turned| {
        let folder = evaluated(turned);
        let mut files = files(&folder.path().join("uit"));
        files.retain(|name, _| {
            ["agreement.csv", "confusion.csv", "rules.csv", "corrected_shares.csv"].contains(&name.to_string_lossy().as_ref())
        });
        files
    };
    assert_eq!(tables(false).len(), 4);
    assert!(tables(false) == tables(true));
}

#[test]
fn disagreements_have_words_and_reason() {
    let folder = evaluated(false);
    let out = folder.path().join("uit");
    let table = rows(&out, "disagreements.csv");
    let classes: Vec<_> =
        table.iter().filter(|row| row["column"] == "class" && row["coder"] == "machine" && row["reference"] == "ans").collect();
    assert_eq!(classes.iter().map(|row| row["id"].as_str()).collect::<Vec<_>>(), ["brief_a#6", "brief_b#2", "brief_c#2"]);
    assert_eq!((classes[1]["code"].as_str(), classes[1]["reference_code"].as_str()), ("substantive", "deferral"));
    assert_eq!(classes[1]["reason_text"], "De brief geeft zelf antwoord, zonder verwijzing.");
    assert_eq!((classes[1]["note"].as_str(), classes[1]["answer"].as_str()), ("bo: twijfel over 2", "Dit volgt, in mei."));
    assert!(
        table.iter().any(|row| row["coder"] == "bo" && row["reference"] == "ans" && row["id"] == "brief_a#2"),
        "people among each other"
    );
    let page = fs::read_to_string(out.join("disagreements.html")).expect("a page");
    assert!(page.contains("default-src 'none'") && !page.contains("<script") && page.contains("twijfel over 2"));
    let rules = rows(&out, "rules.csv");
    let content = row(&rules, &[("kind", "row"), ("name", "content")]);
    assert_eq!(["fired", "checked", "decided", "right"].map(|column| content[column].as_str()), ["8", "8", "8", "7"]);
    assert_eq!(content["precision"], "0.875000");
}

#[test]
fn what_matches_nothing_is_named() {
    let [machine, mut a, _] = tables(false);
    a += "brief_z#9,deferral,document\nbrief_a#1,substantive,none\nbrief_q#1,,\n";
    let folder = folder(&[("answers.csv", machine.as_bytes()), ("ans.csv", a.as_bytes())]);
    let (status, stdout, _) = run(folder.path(), "evaluate answers.csv ans.csv --out uit --language en");
    assert_eq!(status, 0);
    assert!(
        stdout.contains("ans: 18 answers coded, 1 left open") && stdout.contains("matches no answer: brief_z#9, brief_a#1"),
        "{stdout}"
    );
    let unmatched = rows(&folder.path().join("uit"), "unmatched.csv");
    let shown: Vec<_> = unmatched.iter().map(|row| (row["line"].as_str(), row["unit"].as_str(), row["what"].as_str())).collect();
    assert_eq!(shown, [("20", "brief_z#9", "no answer has this id"), ("21", "brief_a#1", "was coded already in line 2")]);
}

#[test]
fn corrections_are_disagreements_with_the_machine() {
    let [machine, _, _] = tables(false);
    // Somebody made a deferral of the machine substantive.
    let machine = machine.replace(
        "brief_a#3,brief_a,3,Beheer,Hoeveel 3?,\"Dit volgt, in mei.\",deferral,document,defers,100,",
        "brief_a#3,brief_a,3,Beheer,Hoeveel 3?,\"Dit volgt, in mei.\",substantive,none,defers,100,class=deferral;deferral=document",
    );
    let folder = folder(&[("answers.csv", machine.as_bytes())]);
    let (status, stdout, stderr) = run(folder.path(), "evaluate answers.csv --out uit");
    assert_eq!(status, 0, "{stderr}");
    assert!(stdout.contains("door mensen gecorrigeerd: 1 antwoord"), "{stdout}");
    let table = rows(&folder.path().join("uit"), "disagreements.csv");
    let class = row(&table, &[("column", "class")]);
    assert_eq!(["code", "reference", "reference_code"].map(|column| class[column].as_str()), ["deferral", "corrections", "substantive"]);
    assert_eq!(table.len(), 2);
}

#[test]
fn shares_are_corrected_or_refused_with_a_reason() {
    // Of 200 answers in 20 letters, people checked those of eight letters.
    let (mut machine, mut person) = ("id,letter,number,class,deferral\n".to_owned(), "id,class,deferral\n".to_owned());
    for place in 0..200 {
        let (defers, letter) = (place % 4 == 0, place / 10);
        let [class, deferral] = if defers { ["deferral", "document"] } else { ["substantive", "none"] };
        let _ = writeln!(machine, "b{letter}#{place},b{letter},{place},{class},{deferral}");
        if letter < 8 {
            let wrong = place % 20 == 0 || place % 20 == 5;
            let [class, deferral] = if defers ^ wrong { ["deferral", "document"] } else { ["substantive", "none"] };
            let _ = writeln!(person, "b{letter}#{place},{class},{deferral}");
        }
    }
    let folder = folder(&[("answers.csv", machine.as_bytes()), ("ans.csv", person.as_bytes())]);
    assert_eq!(run(folder.path(), "evaluate answers.csv ans.csv --out uit --language en").0, 0);
    let shares = rows(&folder.path().join("uit"), "corrected_shares.csv");
    let of = |estimate: &str| row(&shares, &[("compared", "defers_to_document"), ("estimate", estimate)]);
    assert_eq!([&of("counted")["k"], &of("counted")["n"], &of("counted")["share"]], ["50", "200", "0.250000"]);
    // Sensitivity 16/20, specificity 56/60: (50/200 + 56/60 - 1) / (16/20 + 56/60 - 1).
    assert_eq!(of("rogan_gladen")["share"], "0.250000");
    assert!(number(of("rogan_gladen"), "low") < 0.25 && number(of("rogan_gladen"), "high") > 0.25);
    assert_eq!(of("sample")["share"], "");
    assert!(of("sample")["note"].starts_with("refused: what people coded is no probability sample"), "{:?}", of("sample"));
    let never = row(&shares, &[("code", "unresolved"), ("estimate", "rogan_gladen")]);
    assert!(never["note"].starts_with("refused: of the answers with or without this code none was checked"), "{never:?}");
    let note = fs::read_to_string(folder.path().join("uit/methods.md")).expect("a note");
    assert!(note.contains("Rogan & Gladen (1978)") && note.contains("Lang & Reiczigel (2014)") && !note.contains("Cochran"), "{note}");
    let [machine, a, _] = tables(false);
    let whole = support::folder(&[("answers.csv", machine.as_bytes()), ("ans.csv", a.as_bytes())]);
    // The folder of a run stands for its answers.csv.
    assert_eq!(run(whole.path(), "evaluate . ans.csv --out uit --language en").0, 0);
    let shares = rows(&whole.path().join("uit"), "corrected_shares.csv");
    let all = row(&shares, &[("code", "deferral"), ("estimate", "rogan_gladen")]);
    assert!(all["note"].starts_with("refused: people coded all answers"), "{all:?}");
}

#[test]
fn mistakes_name_file_line_and_remedy() {
    let [machine, a, _] = tables(false);
    let wrong = a.replace("brief_a#2,substantive", "brief_a#2,inhoudelijk");
    let twice = format!("{machine}brief_a#1,brief_a,1,,,,substantive,none,content,0,\n");
    let folder = folder(&[
        ("answers.csv", machine.as_bytes()),
        ("wrong.csv", wrong.as_bytes()),
        ("twice.csv", twice.as_bytes()),
        ("other.csv", b"id,class\nx#1,deferral\n"),
        ("plain.txt", b"geen tabel\n"),
    ]);
    let cases = [
        ("evaluate answers.csv wrong.csv", "wrong.csv:3: `inhoudelijk` is no value of column `class`; give substantive, deferral"),
        ("evaluate twice.csv wrong.csv", "twice.csv:20: has the id `brief_a#1` of an earlier row; two runs in one table?"),
        ("evaluate answers.csv other.csv", "answers.csv: nothing that people coded is among these codings; give files"),
        ("evaluate answers.csv plain.txt", "plain.txt:1: has no column `class`; give it the columns of answers.csv"),
        ("evaluate answers.csv nergens.csv", "nergens.csv: cannot read"),
        ("evaluate answers.csv wrong.csv --out .", ".: holds a run that would be lost; give another folder with --out"),
        ("evaluate answers.csv other.csv --design answers.csv", "answers.csv: nothing that people coded"),
    ];
    for (arguments, told) in cases {
        let (status, _, stderr) = run(folder.path(), arguments);
        assert_eq!(status, 2, "{arguments}");
        assert!(stderr.contains(told), "{arguments}: {stderr}");
    }
    assert!(!folder.path().join("evaluation").exists(), "nothing is written");
}

/// The corpus beside its gold codings, with the cues of the run.
#[test]
fn a_run_is_held_against_gold_with_figures_for_each_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let letter = fs::read(root.join("corpus/wielsterdam_wijkprogramma_2025.txt")).expect("a letter");
    let gold = fs::read_to_string(root.join("corpus/gold.jsonl")).expect("gold codings");
    let gold: String = gold.split_inclusive('\n').filter(|line| line.contains("\"wielsterdam_wijkprogramma_2025\"")).collect();
    let folder = folder(&[("wielsterdam_wijkprogramma_2025.txt", &letter), ("gold.jsonl", gold.as_bytes())]);
    assert_eq!(run(folder.path(), "analyse wielsterdam_wijkprogramma_2025.txt --out uit").0, 0);
    let (status, stdout, stderr) = run(folder.path(), "evaluate uit/answers.csv gold.jsonl");
    assert_eq!(status, 0, "{stderr}");
    assert!(stdout.contains("evaluation/disagreements.html") && !stdout.contains("hoort bij geen antwoord"), "{stdout}");
    let rules = rows(&folder.path().join("evaluation"), "rules.csv");
    let delivery = row(&rules, &[("name", "delivery/komt-beschikbaar")]);
    assert_eq!((delivery["facet"].as_str(), delivery["meaning"].is_empty()), ("delivery", false));
    assert!(delivery["overlaps"].contains("forthcoming/in-de-maak=") && number(delivery, "fired") >= 1.0, "{delivery:?}");
    assert!(
        rules.iter().all(|rule| number(rule, "right") <= number(rule, "decided") && number(rule, "decided") <= number(rule, "checked"))
    );
    let agreement = rows(&folder.path().join("evaluation"), "agreement.csv");
    let accuracy = row(&agreement, &[("compared", "class"), ("measure", "accuracy")]);
    assert_eq!(accuracy["method"], "wilson", "one letter has no interval of letters: {accuracy:?}");
    let again = run(folder.path(), "evaluate uit/answers.csv gold.jsonl --out twee");
    assert_eq!(again.0, 0);
    assert!(files(&folder.path().join("evaluation")) == files(&folder.path().join("twee")), "the same input gives the same bytes");
}
