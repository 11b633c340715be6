//! The tables of a letter made by hand, and the files of a run.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use antwoordmeter::codebook::Codebook;
use antwoordmeter::coder::{Evidence, Judged, Judgement, Reason};
use antwoordmeter::coding::{Class, Coding, DeferralKind, Due, ExternalKind};
use antwoordmeter::documents::{Annotated, Basis, Document, Register, State};
use antwoordmeter::error::Problem;
use antwoordmeter::letter::{About, Exchange, Letter, LetterKind, Part, PartKind, Passage, Positions, Question, Theme};
use antwoordmeter::measure::Counts;
use antwoordmeter::report::Language;
use antwoordmeter::report::cell::Style;
use antwoordmeter::report::charts::Figure;
use antwoordmeter::report::figures;
use antwoordmeter::report::findings::totals::Totals;
use antwoordmeter::report::findings::unit;
use antwoordmeter::report::output::Output;
use antwoordmeter::report::screen::explain;
use antwoordmeter::report::tables::schema;
use antwoordmeter::report::tables::{Page, Rows};
use antwoordmeter::text::Span;
use antwoordmeter::time::Interval;
use support::files;

/// A letter with an accent before everything, a page footer inside answer 1, an answer to two questions and a rest.
const TEXT: &str =
    "Eén\n\nVraag 1\nHoeveel?\n- Dat komt in het jaar-\n2/9\nverslag 2024. \n\nVraag 2, 3\nWie?\nZie antwoord 1.\n\nVraag 4\nWaarom?\n??";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap_or_else(|| panic!("{words} is not in the letter"));
    Span::new(start, start + words.len())
}

fn coding(number: &str, class: Class) -> Coding {
    Coding {
        id: format!("brief#{number}"),
        number: number.to_owned(),
        class,
        via: Vec::new(),
        shared: false,
        deferral: None,
        document: String::new(),
        due: None,
        external: None,
        internal: Vec::new(),
        no_information: false,
        refusal: false,
    }
}

fn judgement(coding: Coding, evidence: Vec<Evidence>, words: usize) -> Judgement {
    Judgement { coding, machine: None, corrected: Vec::new(), reason: Reason::Content, document: None, evidence, words }
}

fn question(number: &str, words: &str) -> Question {
    Question { number: number.to_owned(), id: format!("brief#{number}"), text: Passage::whole(span(words)), theme: None }
}

fn judged() -> Judged {
    let may = Interval { from: "2025-05-01".parse().expect("a day"), to: "2025-05-31".parse().expect("a day") };
    let first = Passage { pieces: vec![span("- Dat komt in het jaar"), span("verslag 2024. \n\n")] };
    let evidence = vec![Evidence {
        rule: 0,
        span: Span::new(span("Dat komt").start, span("verslag 2024").end),
        sentence: span("- Dat komt in het jaar-\n2/9\nverslag 2024."),
    }];
    let refers = |number: &str| {
        let refers =
            Coding { via: vec!["brief#1".into()], shared: true, internal: vec!["1".into(), "9".into()], ..coding(number, Class::Deferral) };
        judgement(refers, Vec::new(), 3)
    };
    let deferral = Coding {
        deferral: Some(DeferralKind::Document),
        document: "jaarverslag 2024".into(),
        due: Some(Due::Interval(may)),
        external: Some(ExternalKind::EarlierLetter),
        no_information: true,
        ..coding("1", Class::Deferral)
    };
    let letter = Letter {
        id: "brief".into(),
        file: "map/brief.txt".into(),
        text: TEXT.into(),
        about: About {
            kind: LetterKind::Answer,
            date: "2025-04-08".parse().ok(),
            asked: "2025-03-10".parse().ok(),
            sender: "=college".into(),
            ..About::default()
        },
        themes: vec![
            Theme {
                title: "Wonen, en \"leven\"".into(),
                exchanges: vec![
                    Exchange { questions: vec![question("1", "Hoeveel?")], answer: first },
                    Exchange {
                        questions: vec![question("2", "Wie?"), question("3", "Wie?")],
                        answer: Passage::whole(span("Zie antwoord 1.")),
                    },
                ],
                ..Theme::default()
            },
            Theme { title: "Leeg".into(), ..Theme::default() },
            Theme {
                title: String::new(),
                exchanges: vec![Exchange { questions: vec![question("4", "Waarom?")], answer: Passage::default() }],
                ..Theme::default()
            },
        ],
        parts: vec![
            Part { span: Span::new(0, span("??").start), kind: PartKind::Head },
            Part { span: span("??"), kind: PartKind::Unparsed },
        ],
        warnings: vec!["vraag 5 ontbreekt".into()],
        positions: Positions::default(),
        from_table: false,
    };
    let documents = vec![Document {
        name: "jaarverslag 2024".into(),
        about: Vec::new(),
        kind: "jaarverslag".into(),
        period: "2024".into(),
        title: String::new(),
        version: None,
        state: State::Forthcoming,
        due: Some(may),
        due_span: None,
        evidence: Some(span("Dat komt")),
        others: Vec::new(),
        answers: vec!["brief#1".into(), "brief#2".into()],
        weak: false,
        letter: false,
        basis: Basis::Stated,
    }];
    let judgements =
        vec![judgement(deferral, evidence, 7), refers("2"), refers("3"), judgement(coding("4", Class::Unanswered), Vec::new(), 0)];
    Judged { letter, register: Register { documents }, judgements }
}

fn style(codebook: &Codebook) -> Style<'_> {
    Style { codebook, measured: codebook.is_embedded(), raw: false, excel: false, language: Language::Dutch, named: &[] }
}

/// The words of a text alone.
fn annotated(text: &str) -> Annotated {
    let mut read = Annotated::default();
    text.clone_into(&mut read.text);
    read.reading.read(text);
    read
}

fn page(judged: &Judged, style: Style<'_>) -> Page {
    let mut rows = Rows::new(style, true);
    let read: Vec<Annotated> =
        judged.letter.exchanges().map(|(_, exchange)| annotated(&exchange.answer.text(&judged.letter.text))).collect();
    rows.letter(judged, &read).expect("rows");
    rows.problem(&Problem { file: "x.pdf".into(), letter: String::new(), stage: "read", what: "no".into(), remedy: "yes".into() })
        .expect("rows");
    rows.into_page().expect("a page")
}

/// The rows of a table by the names of its columns.
fn read(table: &str, page: &Page) -> Vec<BTreeMap<String, String>> {
    let place = schema::NAMES.iter().position(|name| *name == table).expect("a table");
    let columns: Vec<String> = schema::tables()[place].columns.iter().map(|column| column.name.clone()).collect();
    let rows = csv::ReaderBuilder::new().has_headers(false).from_reader(page.tables[place].as_slice()).into_records();
    rows.map(|row| {
        let row = row.expect("a row");
        assert_eq!(row.len(), columns.len(), "{table} has as many cells as columns");
        columns.iter().cloned().zip(row.iter().map(ToOwned::to_owned)).collect()
    })
    .collect()
}

fn cells(row: &BTreeMap<String, String>, columns: &str) -> Vec<String> {
    columns.split(',').map(|column| row[column].clone()).collect()
}

/// What a reader of `texts/brief.txt` finds between two offsets.
fn characters(row: &BTreeMap<String, String>, start: &str, end: &str) -> String {
    let (start, end): (usize, usize) = (row[start].parse().expect("a number"), row[end].parse().expect("a number"));
    TEXT.chars().skip(start).take(end - start).collect()
}

#[test]
fn the_columns_are_those_of_the_contract() {
    let contract = [
        "id, letter, number, theme, question, answer, class, via, shared, deferral, document, due, external, internal, no_information, refusal, reason, certainty, start, end, words",
        "id, rule, facet, quote, start, end, sentence_start, sentence_end",
        "letter, document, kind, period, state, due, due_text, evidence, answers, answers_count, holds, usual, about",
        "sender, document, kind, period, name, letters, first_letter, first_date, last_letter, last_date, promises, promised, promised_in, moved, status, promise_letter, promise_words, moved_letter, moved_words, settled_letter, settled_words",
        "letter, theme, questions, answered, substantive, deferral, external_reference, unresolved, defers_to_document, defers_including_references, substantive_share, substantive_low, substantive_high",
        "letter, file, kind, date, asked, days, sender, addressee, subject, reference, questions, answered, unparsed_share",
        "what, letter, theme, definition, k, n, share, low, high, method, note",
        "comparison, letter, definition, a, b, k_a, n_a, k_b, n_b, difference, low, high, statistic, p, p_adjusted, p_smallest, method, draws, verdict, note",
        "letter, start, end, text",
        "file, letter, stage, what, remedy",
    ];
    for (table, contract) in schema::tables().iter().zip(contract) {
        let names: Vec<_> = table.columns.iter().map(|column| column.name.as_str()).collect();
        assert!(names.join(", ").starts_with(contract), "{}: {}", table.name, names.join(", "));
    }
}

#[test]
fn answers_have_all_codes_and_offsets_in_characters() {
    let codebook = Codebook::embedded().expect("a codebook");
    let page = page(&judged(), style(&codebook));
    let answers = read("answers", &page);
    assert_eq!(answers.len(), 4);
    let codes = "id,number,class,via,shared,deferral,document,due,external,internal,no_information,refusal,words";
    assert_eq!(
        cells(&answers[0], codes),
        ["brief#1", "1", "deferral", "", "0", "document", "jaarverslag 2024", "2025-05-01/2025-05-31", "earlier_letter", "", "1", "0", "7"]
    );
    assert_eq!(cells(&answers[1], codes), ["brief#2", "2", "deferral", "brief#1", "1", "none", "", "", "none", "1;9", "0", "0", "3"]);
    assert_eq!(cells(&answers[0], "theme,question,answer"), ["Wonen, en \"leven\"", "Hoeveel?", "'- Dat komt in het jaarverslag 2024."]);
    assert_eq!(cells(&answers[3], "class,answer,start,end"), ["unanswered", "", "0", "0"]);
    assert_eq!(characters(&answers[0], "start", "end"), "- Dat komt in het jaar-\n2/9\nverslag 2024.");
    assert_eq!(characters(&answers[2], "start", "end"), "Zie antwoord 1.");
}

#[test]
fn evidence_quotes_the_letter_and_names_its_rule() {
    let codebook = Codebook::embedded().expect("a codebook");
    let evidence = read("evidence", &page(&judged(), style(&codebook)));
    assert_eq!(evidence.len(), 1);
    let rule = &codebook.rules()[0];
    assert_eq!(cells(&evidence[0], "id,rule,facet"), ["brief#1", rule.id.as_str(), rule.facet.code()]);
    assert_eq!(characters(&evidence[0], "start", "end"), evidence[0]["quote"]);
    assert_eq!(characters(&evidence[0], "sentence_start", "sentence_end"), "- Dat komt in het jaar-\n2/9\nverslag 2024.");
}

#[test]
fn the_other_tables() {
    let codebook = Codebook::embedded().expect("a codebook");
    let page = page(&judged(), style(&codebook));
    let [document] = read("documents", &page).try_into().expect("one document");
    assert_eq!(
        cells(&document, "document,kind,period,state,due,due_text,evidence,answers,answers_count"),
        ["jaarverslag 2024", "jaarverslag", "2024", "forthcoming", "2025-05-01/2025-05-31", "", "Dat komt", "brief#1;brief#2", "2"]
    );
    let themes = read("themes", &page);
    let counts = "theme,questions,answered,deferral,defers_to_document,defers_including_references,deferral_share,level";
    assert_eq!(themes.len(), 2, "a theme without questions has no row");
    assert_eq!(cells(&themes[0], counts), ["Wonen, en \"leven\"", "3", "3", "3", "1", "3", "", "theme"]);
    assert_eq!(cells(&themes[1], counts), ["", "1", "0", "0", "0", "0", "", "theme"]);
    let [letter] = read("letters", &page).try_into().expect("one letter");
    assert_eq!(
        cells(&letter, "letter,file,kind,date,asked,days,sender,questions,answered"),
        ["brief", "map/brief.txt", "answer", "2025-04-08", "2025-03-10", "29", "'=college", "4", "3"]
    );
    let [unparsed] = read("unparsed", &page).try_into().expect("one stretch");
    assert_eq!(characters(&unparsed, "start", "end"), "??");
    let problems = read("problems", &page);
    assert_eq!(cells(&problems[0], "file,letter,stage,what"), ["map/brief.txt", "brief", "parse", "vraag 5 ontbreekt"]);
    assert_eq!(cells(&problems[1], "file,stage,remedy"), ["x.pdf", "read", "yes"]);
}

#[test]
fn in_a_table_of_pairs_offsets_count_within_the_answer_as_given() {
    let codebook = Codebook::embedded().expect("a codebook");
    let mut judged = judged();
    judged.letter.from_table = true;
    let answers = read("answers", &page(&judged, style(&codebook)));
    assert_eq!(cells(&answers[0], "start,end"), ["0", &span("- Dat komt in het jaar-\n2/9\nverslag 2024.").len().to_string()]);
    assert_eq!(cells(&answers[1], "start,end"), ["0", "15"]);
}

#[test]
fn a_question_counts_for_the_theme_it_stands_under() {
    let codebook = Codebook::embedded().expect("a codebook");
    let mut judged = judged();
    judged.letter.themes[0].exchanges[1].questions[1].theme = Some("Leeg".into());
    let page = page(&judged, style(&codebook));
    let themes: Vec<_> = read("themes", &page).iter().map(|row| cells(row, "theme,questions")).collect();
    assert_eq!(themes, [["Wonen, en \"leven\"", "2"], ["Leeg", "1"], ["", "1"]]);
    assert_eq!(read("answers", &page)[2]["theme"], "Leeg");
}

#[test]
fn an_explanation_underlines_the_cue_and_names_its_rule() {
    let codebook = Codebook::embedded().expect("a codebook");
    let judged = judged();
    let unit = unit::units(&judged)[0];
    let text = explain::explain(unit, None, &codebook, Language::Dutch);
    let rule = &codebook.rules()[0];
    for words in [
        &rule.id,
        &rule.meaning,
        "Hoeveel?",
        "Dat komt in het jaar-",
        "___^",
        "jaarverslag 2024",
        "2025-05-01/2025-05-31",
        judged.judgements[0].reason.code(),
    ] {
        assert!(text.contains(words), "{words} is not in:\n{text}");
    }
}

#[test]
fn raw_cells_and_a_codebook_of_ones_own() {
    let codebook = Codebook::embedded().expect("a codebook");
    let page = page(&judged(), Style { raw: true, measured: false, ..style(&codebook) });
    let answers = read("answers", &page);
    assert_eq!(cells(&answers[0], "answer,certainty"), ["- Dat komt in het jaarverslag 2024.", ""]);
    assert_eq!(read("letters", &page)[0]["sender"], "=college");
}

#[test]
fn the_totals_are_those_of_the_rows() {
    let codebook = Codebook::embedded().expect("a codebook");
    let page = page(&judged(), style(&codebook));
    assert_eq!(
        page.findings.totals.counts,
        Counts {
            questions: 4,
            answered: 3,
            deferral: 3,
            defers_to_document: 1,
            defers_including_references: 3,
            defers_with_date: 1,
            defers_or_recurring: 1,
            defers_or_moment: 1,
            defers_at_all: 1,
            defers_widest: 3,
            ..Counts::default()
        }
    );
    assert_eq!((page.findings.totals.letters, page.findings.totals.unparsed, page.findings.totals.documents()), (1, 1, 1));
    assert_eq!(page.findings.totals.problems, BTreeMap::from([("parse", 1), ("read", 1)]));
    assert_eq!(page.findings.totals.skipped.len(), 1, "a warning skips nothing");
}

/// Writes a run of the letter, with its text under each of `texts`.
fn run(root: &Path, texts: &[&str]) {
    let codebook = Codebook::embedded().expect("a codebook");
    let mut output = Output::open(root, style(&codebook), 500).expect("an output folder");
    output.add(page(&judged(), style(&codebook))).expect("written");
    for name in texts {
        output.file(&format!("texts/{name}.txt"), TEXT.as_bytes()).expect("written");
    }
    output.finish(serde_json::json!({}), &[]).expect("finished");
}

#[test]
fn run_json_lists_every_file_with_its_hash() {
    use sha2::Digest;
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), &["brief", "map/brief"]);
    let mut files = files(folder.path());
    let run: serde_json::Value = serde_json::from_slice(&files.remove(Path::new("run.json")).expect("run.json")).expect("json");
    assert_eq!(run["counts"]["defers_including_references"], 3);
    let listed: BTreeMap<PathBuf, String> = run["outputs"]
        .as_object()
        .expect("outputs")
        .iter()
        .map(|(name, made)| (name.into(), made["sha256"].as_str().expect("a hash").to_owned()))
        .collect();
    let hash = |bytes: &Vec<u8>| sha2::Sha256::digest(bytes).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    assert_eq!(listed, files.iter().map(|(name, bytes)| (name.clone(), hash(bytes))).collect());
    assert!(listed.contains_key(Path::new("texts/map/brief.txt")));
}

#[test]
fn a_second_run_removes_only_what_the_first_wrote_and_nobody_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    run(folder.path(), &["oud", "map/oud", "bewerkt", "blijft"]);
    fs::write(at("texts/bewerkt.txt"), "eigen werk").expect("written");
    fs::write(at("notitie.txt"), "van mij").expect("written");
    run(folder.path(), &["blijft"]);
    assert!(!at("texts/oud.txt").exists() && !at("texts/map").exists());
    assert_eq!(fs::read_to_string(at("texts/bewerkt.txt")).expect("kept"), "eigen werk");
    assert!(at("notitie.txt").exists() && at("texts/blijft.txt").exists());
}

#[test]
fn a_run_that_is_broken_off_leaves_the_earlier_one_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), &["brief"]);
    let before = files(folder.path());
    let codebook = Codebook::embedded().expect("a codebook");
    let mut output = Output::open(folder.path(), style(&codebook), 500).expect("an output folder");
    output.file("texts/ander.txt", b"half").expect("written");
    drop(output);
    assert_eq!(files(folder.path()), before);
}

#[test]
fn a_name_that_leads_out_of_the_folder_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let codebook = Codebook::embedded().expect("a codebook");
    let mut output = Output::open(folder.path(), style(&codebook), 500).expect("an output folder");
    for name in ["../buiten.txt", "/tmp/buiten.txt", "texts/../../x", ""] {
        assert!(output.file(name, b"x").is_err(), "{name}");
    }
}

/// "evaluatie" of two letters was counted as one document.
#[test]
fn which_documents_are_the_same() {
    let letter = |id: &str, sender: &str| {
        let about = About { sender: sender.to_owned(), ..About::default() };
        Letter { id: id.to_owned(), about, ..Letter::default() }
    };
    let mut totals = Totals::default();
    for (letter, document) in [
        (letter("a", "Gemeente X"), "Jaarverslag 2024"),
        (letter("b", "gemeente X"), "jaarverslag 2024"),
        (letter("c", "Gemeente Y"), "jaarverslag 2024"),
        (letter("a", "Gemeente X"), "evaluatie"),
        (letter("b", "Gemeente X"), "evaluatie"),
        (letter("a", ""), ""),
    ] {
        let deferral = Some(DeferralKind::Document);
        totals.wait(&letter, &Coding { deferral, document: document.to_owned(), ..coding("1", Class::Deferral) }, None);
    }
    let answers: Vec<_> = totals.waited_for.values().map(|waited| (waited.name.as_str(), waited.answers)).collect();
    assert_eq!(answers, [("", 1), ("evaluatie", 1), ("evaluatie", 1), ("Jaarverslag 2024", 2), ("jaarverslag 2024", 1)]);
    assert_eq!(totals.documents(), 4);
    totals.letters = 3;
    let figures = figures::charts(&totals, &[], "", Language::Dutch).expect("charts");
    let documents = figures.iter().find(|figure| figure.name() == "documents").and_then(Figure::chart).expect("a chart");
    for words in [
        "Jaarverslag 2024 (geen datum genoemd; Gemeente X): 2.",
        "evaluatie (2 verschillende, elk uit een eigen brief): 2.",
        "niet met naam genoemd",
    ] {
        assert!(documents.description.contains(words), "{words} is not in {}", documents.description);
    }
}
