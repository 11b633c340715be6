//! The documents of a whole run: promised in one letter, moved in another, said to exist in a third.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use antwoordmeter::codebook::Codebook;
use antwoordmeter::documents::ledger::Status;
use antwoordmeter::documents::{Basis, Document, Ledger, Register, Said, State};
use antwoordmeter::letter::{About, Letter};
use antwoordmeter::pipeline::{self, AnalyseOptions, Inputs};
use antwoordmeter::text::Span;
use antwoordmeter::time::{Date, Interval};
use proptest::prelude::*;
use support::folder;

/// A letter of this sender and date with one answer.
fn letter(sender: &str, date: &str, answer: &str) -> String {
    let date = if date.is_empty() { String::new() } else { format!("Datum: {date}\n") };
    format!("{sender}\n\n{date}Onderwerp: vragen\n\nGeachte leden,\n\nVraag 1\nHoe staat het ermee?\n\nAntwoord 1\n{answer}\n")
}

const PROMISE: &str = "De cijfers staan in het jaarverslag 2024. Het jaarverslag 2024 verschijnt in mei 2025.";
const MOVE: &str = "De telling liep uit. Het jaarverslag 2024 verschijnt in september 2025.";
const END: &str = "Het jaarverslag 2024 is in september 2025 aan u toegezonden.";

type Row = BTreeMap<String, String>;

/// A letter of a run: name, sender, date, answer.
type Sent<'t> = (&'t str, &'t str, &'t str, &'t str);

/// Sender and answer of two letters.
type Two<'t> = [(&'t str, &'t str); 2];

/// The rows of a table of a run over letters, given in this order.
fn table(letters: &[Sent], name: &str) -> Vec<Row> {
    let files: Vec<_> =
        letters.iter().map(|(name, sender, date, answer)| (format!("{name}.txt"), letter(sender, date, answer).into_bytes())).collect();
    let folder = folder(&files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>());
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.path().join(name)).collect();
    let codebook = Codebook::embedded().expect("the codebook");
    let out = folder.path().join("uit");
    let inputs = Inputs { paths, ..Inputs::default() };
    let options = AnalyseOptions { inputs, out: out.clone(), ..AnalyseOptions::default() };
    pipeline::analyse(&options, &codebook, |_| {}).expect("a run");
    let text = fs::read_to_string(out.join(format!("{name}.csv"))).expect("a table");
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(|row| row.expect("a row")).collect()
}

/// The row of a kind, in these columns.
fn cells(rows: &[Row], kind: &str, columns: &str) -> Vec<String> {
    let row = rows.iter().find(|row| row["kind"] == kind).unwrap_or_else(|| panic!("no {kind}: {rows:#?}"));
    columns.split(',').map(|column| row[column].clone()).collect()
}

const TOWN: &str = "Gemeente Lindewaard";

#[test]
fn promised_in_may_moved_to_september_then_sent() {
    let letters =
        [("tussen", TOWN, "10 februari 2025", PROMISE), ("uitstel", TOWN, "20 mei 2025", MOVE), ("slot", TOWN, "1 oktober 2025", END)];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let rows = table(&order.map(|at: usize| letters[at]), "documents_all");
        assert_eq!(rows.len(), 1, "{rows:#?}");
        assert_eq!(
            cells(&rows, "jaarverslag", "sender,document,period,letters,first_letter,first_date,last_letter,last_date,promises"),
            [TOWN, "jaarverslag 2024", "2024", "3", "tussen", "2025-02-10", "slot", "2025-10-01", "2"]
        );
        assert_eq!(
            cells(&rows, "jaarverslag", "promised,promised_in,moved,status"),
            ["2025-05-01/2025-05-31;2025-09-01/2025-09-30", "tussen;uitstel", "1", "fulfilled"]
        );
        assert_eq!(
            cells(&rows, "jaarverslag", "promise_letter,promise_words,moved_letter,moved_words"),
            ["tussen", "jaarverslag 2024 verschijnt in mei 2025", "uitstel", "jaarverslag 2024 verschijnt in september 2025"]
        );
        let [settled, words] = cells(&rows, "jaarverslag", "settled_letter,settled_words").try_into().expect("two");
        assert!(settled == "slot" && END.contains(&words) && words.contains("toegezonden"), "{settled}: {words}");
    }
}

#[test]
fn the_ledger_is_described_and_counted() {
    let letter = letter(TOWN, "8 april 2025", PROMISE);
    let folder = folder(&[("brief.txt", letter.as_bytes())]);
    assert_eq!(support::run(folder.path(), "analyse brief.txt --out uit").0, 0);
    let json = |name: &str| -> serde_json::Value {
        serde_json::from_slice(&fs::read(folder.path().join("uit").join(name)).expect("a file")).expect("json")
    };
    let run = json("run.json");
    assert_eq!(run["counts"]["documents_promised"], serde_json::json!({ "fulfilled": 0, "open": 1, "partly": 0 }));
    assert!(run["outputs"]["documents_all.csv"]["sha256"].is_string(), "{run}");
    let package = json("datapackage.json");
    let resources = package["resources"].as_array().expect("resources");
    let ledger = resources.iter().find(|resource| resource["name"] == "documents_all").expect("the ledger");
    let fields = ledger["schema"]["fields"].as_array().expect("fields");
    let status = fields.iter().find(|field| field["name"] == "status").expect("status");
    assert_eq!(status["constraints"]["enum"], serde_json::json!(["open", "partly", "fulfilled"]));
}

#[test]
fn what_became_of_a_promise() {
    let first = ("a", TOWN, "10 februari 2025", PROMISE);
    let half = "Het jaarverslag 2024 is in april 2025 gepubliceerd. Het jaarverslag 2024 verschijnt in oktober 2025 opnieuw.";
    let table: &[(&str, &[Sent], [&str; 4])] = &[
        ("nothing later", &[first], ["1", "open", "0", ""]),
        ("the same again", &[first, ("b", TOWN, "2 april 2025", PROMISE)], ["2", "open", "0", ""]),
        (
            "only more precise",
            &[first, ("b", TOWN, "2 april 2025", "Het jaarverslag 2024 verschijnt op 8 mei 2025.")],
            ["2", "open", "0", ""],
        ),
        ("moved", &[first, ("b", TOWN, "20 mei 2025", MOVE)], ["2", "open", "1", ""]),
        (
            "less precise, then moved",
            &[first, ("b", TOWN, "2 maart 2025", "Het jaarverslag 2024 verschijnt in de loop van 2025."), ("c", TOWN, "20 mei 2025", MOVE)],
            ["3", "open", "1", ""],
        ),
        ("no date moves nothing", &[first, ("b", TOWN, "", MOVE)], ["2", "open", "0", ""]),
        (
            "promised again after it was there",
            &[
                first,
                ("b", TOWN, "1 oktober 2025", END),
                ("c", TOWN, "1 november 2025", "Het jaarverslag 2024 verschijnt in december 2025."),
            ],
            ["3", "partly", "1", "b"],
        ),
        ("only named", &[first, ("b", TOWN, "2 april 2025", "Zie het jaarverslag 2024.")], ["2", "open", "0", ""]),
        ("sent", &[first, ("b", TOWN, "1 oktober 2025", END)], ["2", "fulfilled", "0", "b"]),
        ("both at once", &[first, ("b", TOWN, "2 mei 2025", half)], ["2", "partly", "1", "b"]),
        ("existed before", &[("b", TOWN, "2 januari 2025", "Het jaarverslag 2024 is gepubliceerd."), first], ["2", "open", "0", ""]),
        ("the same day", &[first, ("b", TOWN, "10 februari 2025", "Het jaarverslag 2024 is gepubliceerd.")], ["2", "open", "0", ""]),
        ("no date settles nothing", &[first, ("b", TOWN, "", "Het jaarverslag 2024 is gepubliceerd.")], ["2", "open", "0", ""]),
        (
            "no letter promises it",
            &[("a", TOWN, "2 mei 2025", "Zie het jaarverslag 2024."), ("b", TOWN, "2 juni 2025", "Het jaarverslag 2024 is gepubliceerd.")],
            ["2", "", "0", ""],
        ),
    ];
    let found = |letters: &[_]| cells(&self::table(letters, "documents_all"), "jaarverslag", "letters,status,moved,settled_letter");
    let wrong: Vec<_> =
        table.iter().map(|(name, letters, row)| (name, found(letters), row)).filter(|(_, found, row)| found != row).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_same_document_of_the_same_sender_is_brought_together() {
    let table: &[(&str, Two, usize)] = &[
        ("one document", [(TOWN, PROMISE), ("gemeente  lindewaard", END)], 1),
        (
            "one name",
            [
                (TOWN, "Het jaarverslag van Sterke Oevers over 2024 verschijnt in mei 2025."),
                (TOWN, "Het jaarverslag Sterke Oevers 2024 verschijnt in juni 2025."),
            ],
            1,
        ),
        (
            "another name",
            [
                (TOWN, "Het jaarverslag van Sterke Oevers over 2024 verschijnt in mei 2025."),
                (TOWN, "Het jaarverslag 2024 verschijnt in mei 2025."),
            ],
            2,
        ),
        ("two senders", [(TOWN, PROMISE), ("Gemeente Havenrade", MOVE)], 2),
        ("two years", [(TOWN, PROMISE), (TOWN, "Het jaarverslag 2025 verschijnt in mei 2026.")], 2),
        ("no year", [(TOWN, "De evaluatie verschijnt in mei 2025."), (TOWN, "De evaluatie verschijnt in juni 2025.")], 2),
        ("no year, and it is there", [(TOWN, "Het jaarverslag verschijnt in mei 2025."), (TOWN, "Het jaarverslag is gepubliceerd.")], 1),
        ("a letter", [(TOWN, "In mei 2025 ontvangt u een brief."), (TOWN, "In juni 2025 ontvangt u een brief.")], 2),
        ("named once, not promised", [(TOWN, "Zie het jaarverslag 2023."), (TOWN, "Zie de begroting 2025.")], 0),
    ];
    let rows = |[first, second]: &Two| {
        let rows = self::table(&[("a", first.0, "2 april 2025", first.1), ("b", second.0, "2 mei 2025", second.1)], "documents_all");
        (rows.len(), rows)
    };
    let wrong: Vec<_> =
        table.iter().map(|(name, letters, count)| (name, rows(letters), count)).filter(|(_, found, count)| found.0 != **count).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let rows = self::table(
        &[
            ("a", TOWN, "2 april 2025", "Het jaarverslag verschijnt in mei 2025."),
            ("b", TOWN, "2 juni 2025", "Het jaarverslag is gepubliceerd."),
        ],
        "documents_all",
    );
    assert_eq!(cells(&rows, "jaarverslag", "letters,status"), ["1", "open"], "which year is not said, so nothing is settled");
}

/// Four letters of one sender about the same documents, as such letters go.
const BUS: [Sent; 4] = [
    (
        "januari",
        "Gemeente Ruigeveld",
        "14 januari 2025",
        "De haltes zijn geteld. De uitkomst leest u in het eindrapport Wijkbus 2024, dat u in april 2025 ontvangt. De bestuursrapportage 2025 \
         verschijnt in juni 2025. De herziene begroting 2026 ontvangt u in mei 2026. De woonvisie bieden wij u voor de zomer aan.",
    ),
    (
        "mei",
        "Gemeente Ruigeveld",
        "6 mei 2025",
        "De telling liep uit. Het eindrapport Wijkbus 2024 ontvangt u niet in april, maar in september 2025. De burap 2025 komt in juli 2025 \
         naar uw raad.",
    ),
    (
        "oktober",
        "Gemeente Ruigeveld",
        "2 oktober 2025",
        "Zoals toegezegd in onze brief van 6 mei 2025 ontvangt u hierbij het eindrapport over de Wijkbus 2024. De begroting 2026 hebben wij u op \
         30 september 2025 aangeboden.",
    ),
    (
        "november",
        "Gemeente Ruigeveld",
        "11 november 2025",
        "Het eindrapport Wijkbus 2025 verschijnt in april 2026. De burap 2025 is in juli aan u gezonden. De Woonvisie Ruigeveld 2040 ontvangt u in \
         december 2025.",
    ),
];

/// "Het college" of one municipality does not keep what that of another one promised; the letterhead tells which it is.
#[test]
fn organs_of_the_same_name_are_not_one_sender() {
    let college = "Van: het college van burgemeester en wethouders";
    let two = |one: &str, other: &str| {
        let rows = table(&[("eerst", one, "10 februari 2025", PROMISE), ("later", other, "1 oktober 2025", END)], "documents_all");
        cells(&rows, "jaarverslag", "letters,status")
    };
    assert_eq!(two(college, college), ["1", "open"]);
    let [here, there] = ["Aadorp", "Beestad"].map(|place| format!("Gemeente {place}\n{college}"));
    assert_eq!(two(&here, &there), ["1", "open"]);
    assert_eq!(two(&here, &here), ["2", "fulfilled"]);
}

#[test]
fn promises_of_one_sender_over_a_year() {
    for order in [[0, 1, 2, 3], [3, 1, 0, 2]] {
        let rows = table(&order.map(|at: usize| BUS[at]), "documents_all");
        let told = |row: &Row| {
            ["document", "letters", "promised", "moved", "status", "settled_letter"].map(|column| row[column].clone()).join(" | ")
        };
        assert_eq!(
            rows.iter().map(told).collect::<Vec<_>>(),
            [
                // The budget that was offered is not the revision that is promised.
                "herziene begroting 2026 | 1 | 2026-05-01/2026-05-31 | 0 | open | ",
                // Promised under its name, moved and sent under the short one.
                "bestuursrapportage 2025 | 3 | 2025-06-01/2025-06-30;2025-07-01/2025-07-31 | 1 | fulfilled | november",
                // Moved, and sent with the letter that says "zoals toegezegd … hierbij".
                "eindrapport Wijkbus 2024 | 3 | 2025-04-01/2025-04-30;2025-09-01/2025-09-30 | 1 | fulfilled | oktober",
                // Another edition.
                "eindrapport Wijkbus 2025 | 1 | 2026-04-01/2026-04-30 | 0 | open | ",
                // "De woonvisie" may be another one than that of a later letter.
                "woonvisie | 1 | 2025-01-14/2025-07-15 | 0 | open | ",
                "Woonvisie Ruigeveld 2040 | 1 | 2025-12-01/2025-12-31 | 0 | open | ",
            ]
        );
    }
}

#[test]
fn a_promise_that_is_recalled_is_kept_by_what_is_sent_herewith() {
    let rows = table(&BUS, "documents");
    let of = |letter: &str, name: &str| {
        let row = rows.iter().find(|row| row["letter"] == letter && row["document"].contains(name)).expect("a document");
        [row["state"].as_str(), row["due"].as_str(), row["evidence"].as_str()].join(" | ")
    };
    assert_eq!(of("oktober", "eindrapport"), "exists |  | ontvangt u hierbij");
    assert_eq!(of("oktober", "brief van 6 mei"), "exists |  | ontvangt u hierbij");
    assert!(of("mei", "eindrapport").starts_with("forthcoming | 2025-09-01/2025-09-30"), "{}", of("mei", "eindrapport"));
}

#[test]
fn contradictions_are_rows_and_the_calendar_is_a_column() {
    let answer = "Het jaarverslag 2024 verschijnt in mei 2025. Het jaarverslag 2024 ontvangt u in juni 2025.\n\nHet jaarverslag 2024 is in maart 2025 gepubliceerd. Zie ook de havenvisie 2024.";
    let rows = table(&[("a", TOWN, "8 april 2025", answer)], "documents");
    let of = |kind: &str, columns: &str| -> Vec<String> {
        let cells = |row: &Row| columns.split(',').map(|column| row[column].clone()).collect::<Vec<_>>().join(" ");
        rows.iter().filter(|row| row["kind"] == kind).map(cells).collect()
    };
    assert_eq!(
        of("jaarverslag", "state,due,due_text,holds,usual"),
        [
            "forthcoming 2025-05-01/2025-05-31 mei 2025 1 2025-04-01/2025-07-14",
            "forthcoming 2025-06-01/2025-06-30 juni 2025 0 2025-04-01/2025-07-14",
            "exists   0 2025-04-01/2025-07-14",
        ]
    );
    let evidence = of("jaarverslag", "evidence");
    assert!(evidence[0].contains("mei") && evidence[1].contains("juni") && evidence[2].contains("gepubliceerd"), "{evidence:?}");
    assert_eq!(of("havenvisie", "state,holds,usual"), ["exists 1 "]);
}

/// What a letter of the property test says: day, state, due month, and whether it says both.
type Told = (Option<i8>, u8, i8, bool, bool);

/// A letter with a document made by hand; letters have few days, so that several share one.
fn told(number: usize, (day, state, month, both, other): Told) -> (Letter, Register) {
    let text = format!("Brief {number} zegt iets over het jaarverslag.");
    let about = About { date: day.and_then(|day| Date::new(2025, 1, day).ok()), sender: TOWN.to_owned(), ..About::default() };
    let state = [State::Exists, State::Forthcoming, State::Unknown][usize::from(state)];
    let due = Date::new(2025, month, 1).ok().map(|from| Interval { from, to: from.last_of_month() });
    let evidence = Span::new(0, 7);
    let others = [State::Exists, State::Forthcoming].into_iter().filter(|said| both && *said != state);
    let document = Document {
        name: format!("jaarverslag 2024 ({number})"),
        about: Vec::new(),
        kind: "jaarverslag".to_owned(),
        period: if other { String::new() } else { "2024".to_owned() },
        title: String::new(),
        version: None,
        state,
        due: due.filter(|_| state == State::Forthcoming),
        due_span: None,
        evidence: (state != State::Unknown).then_some(evidence),
        others: others.map(|state| Said { state, due: None, due_span: None, evidence }).collect(),
        answers: Vec::new(),
        weak: false,
        letter: false,
        basis: Basis::Stated,
    };
    (Letter { id: format!("brief {number}"), text, about, ..Letter::default() }, Register { documents: vec![document] })
}

proptest! {
    #[test]
    fn the_order_of_the_letters_does_not_matter(
        (told, shuffled) in prop::collection::vec((prop::option::of(1_i8..5), 0_u8..3, 3_i8..6, any::<bool>(), any::<bool>()), 0..9)
            .prop_map(|told| told.into_iter().enumerate().collect::<Vec<_>>())
            .prop_flat_map(|told| (Just(told.clone()), Just(told).prop_shuffle())),
        parts in 1_usize..5,
    ) {
        let letters = |told: &[(usize, Told)]| told.iter().map(|(number, told)| self::told(*number, *told)).collect::<Vec<_>>();
        let mut one = Ledger::default();
        for (letter, register) in letters(&told) {
            one.add(&letter, &register);
        }
        // As a run does it: parts made apart and added up.
        let mut other = Ledger::default();
        for part in letters(&shuffled).chunks(parts) {
            let mut ledger = Ledger::default();
            for (letter, register) in part {
                ledger.add(letter, register);
            }
            other += ledger;
        }
        let (one, other): (Vec<_>, Vec<_>) = (one.courses().collect(), other.courses().collect());
        prop_assert_eq!(&one, &other);
        for course in &one {
            let days: Vec<_> = [course.promised, course.settled].into_iter().flatten().map(|words| words.letter).collect();
            prop_assert_eq!(course.settled.is_some(), matches!(course.status, Some(Status::Partly | Status::Fulfilled)));
            prop_assert_eq!(course.promised.is_some(), course.status.is_some());
            prop_assert!(days.len() < 2 || days[0] != days[1], "a letter does not settle its own promise");
        }
    }
}

#[test]
fn an_explanation_shows_the_document_and_where_its_date_was_found() {
    let text = letter(TOWN, "8 april 2025", "De telling staat in het jaarverslag 2024.")
        + "\nVraag 2\nWanneer komt het?\n\nAntwoord 2\nHet jaarverslag 2024 verschijnt in mei 2025.\n\nVraag 3\nEn de rest?\n\nAntwoord 3\n\
           Het jaarverslag 2024 is in maart 2025 gepubliceerd. Zie ook de woonmonitor 2023, die in juni 2024 is gepubliceerd.\n";
    let folder = folder(&[("brief.txt", text.as_bytes())]);
    let explained = |number: &str, language: &str| {
        let (status, out, err) = support::run(folder.path(), &format!("explain brief.txt {number} --language {language}"));
        assert_eq!((status, err.as_str()), (0, ""));
        out
    };
    let first = explained("1", "nl");
    for words in [
        "register        jaarverslag 2024: forthcoming; hierop wacht het antwoord",
        "  state \"jaarverslag 2024 verschijnt in mei 2025\", regel 18, antwoord 2",
        "  due 2025-05-01/2025-05-31 \"mei 2025\", regel 18, antwoord 2",
        "  maar ook exists \"",
        "regel 24, antwoord 3",
        "  usual 2025-04-01/2025-07-14",
    ] {
        assert!(first.contains(words), "{words} is not in:\n{first}");
    }
    let third = explained("3", "en");
    for words in ["woonmonitor 2023: exists; the answer names it", "line 24, answer 3"] {
        assert!(third.contains(words), "{words} is not in:\n{third}");
    }
    let page = "<html><body><p>Datum: 8 april 2025</p><p>Vraag 1</p><p>Wanneer?</p><p>Antwoord 1</p>\
        <p>De havenmonitor 2024 verschijnt in juni 2025.</p></body></html>";
    fs::write(folder.path().join("brief.html"), page).expect("a letter");
    let (_, out, _) = support::run(folder.path(), "explain brief.html 1");
    assert!(out.contains("due 2025-06-01/2025-06-30 \"juni 2025\", alinea 5, antwoord 1"), "{out}");
}
