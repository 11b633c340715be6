//! `methods.md` and `sources.bib`: a note for an appendix, made from what was run.

use std::fs;
use std::path::Path;

mod support;

use antwoordmeter::codebook::Codebook;
use antwoordmeter::coder::{CodedSet, Origin, Together};
use antwoordmeter::report::Language;
use antwoordmeter::report::findings::totals::Totals;
use antwoordmeter::report::methods::short::method;
use support::{folder, run};

const ONE: &str = "Gemeente Lindewaard\n\nDatum: 8 april 2025\n\nVraag 1\nHoeveel bomen zijn er gekapt?\n\nAntwoord\nDit wordt opgenomen in het jaarverslag 2024, dat in mei 2025 verschijnt.\n\n\
Vraag 2\nHoeveel bomen zijn er geplant?\n\nAntwoord\nVeertig.\n";

fn note(folder: &Path) -> (String, String) {
    let text = |name: &str| fs::read_to_string(folder.join("uit").join(name)).expect("a file of the run");
    (text("methods.md"), text("sources.bib"))
}

#[test]
fn one_letter_has_a_note_with_its_counts_and_what_was_refused() {
    let folder = folder(&[("bomen.txt", ONE.as_bytes())]);
    assert_eq!(run(folder.path(), "analyse bomen.txt --out uit").0, 0);
    let (note, sources) = note(folder.path());
    let run_json = fs::read_to_string(folder.path().join("uit/run.json")).expect("run.json");
    let run_json: serde_json::Value = serde_json::from_str(&run_json).expect("JSON");
    for words in [
        "# Methode\n",
        "1 bestand, 1 brief, 2 genummerde vragen, waarvan 2 beantwoord.",
        "| uitgesteld (`deferral`) | 1 van 2 |",
        "(de hoofdmaat) | 1 van 2 |",
        "Van minder dan vijf antwoorden staat er geen aandeel",
        "De telling van één brief is volledig: pagina en grafieken geven er geen interval bij.",
        "- Grafiek `",
        "Er zijn geen toevalsgetallen getrokken.",
        "- Wilson (1927): Het 95%-interval",
        "- Wilson, E. B. (1927). Probable inference",
        run_json["codebook"].as_str().expect("a hash"),
        "\"bomen.txt\"",
    ] {
        assert!(note.contains(words), "{words} is not in:\n{note}");
    }
    assert!(!note.contains("Spiegelhalter") && !note.contains("Kappa"), "formulas that were not used:\n{note}");
    assert_eq!(sources.matches('@').count(), 3, "{sources}");
    assert!(sources.starts_with("@article{wilson1927,\n") && sources.ends_with("}\n}\n"), "{sources}");
    let outputs = run_json["outputs"].as_object().expect("files");
    assert!(outputs.contains_key("methods.md") && outputs.contains_key("sources.bib"));
}

#[test]
fn the_note_follows_the_language_and_names_what_went_wrong() {
    let folder = folder(&[("bomen.txt", ONE.as_bytes()), ("scan.pdf", b"%PDF-1.4 broken")]);
    assert_eq!(run(folder.path(), "analyse bomen.txt scan.pdf --out uit --language en").0, 0);
    let (note, _) = note(folder.path());
    for words in ["# Method\n", "2 numbered questions, of which 2 answered", "- 1 problem (problems.csv).", "## Sources"] {
        assert!(note.contains(words), "{words} is not in:\n{note}");
    }
    assert!(!note.contains("antwoorden wachten"), "no Dutch in an English note");
}

#[test]
fn letters_as_a_sample_are_named_with_their_seed() {
    let other =
        ONE.replace("Lindewaard", "Elsmond").replace("Dit wordt opgenomen in het jaarverslag 2024, dat in mei 2025 verschijnt.", "Twaalf.");
    let folder = folder(&[("bomen.txt", ONE.as_bytes()), ("ook.txt", other.as_bytes())]);
    assert_eq!(run(folder.path(), "analyse bomen.txt ook.txt --out uit").0, 0);
    let (note, sources) = note(folder.path());
    for words in ["De seed van alle toevalsgetallen is 1927", "- Efron (1987): ", "- Kish (1965): ", "- Steele et al. (2014): "] {
        assert!(note.contains(words), "{words} is not in:\n{note}");
    }
    assert!(["efron1987", "kish1965", "steele2014"].iter().all(|key| sources.contains(&format!("{{{key},\n"))), "{sources}");
}

/// The interval beside a share was taken for one that knows of letters and of errors of the coding.
#[test]
fn the_note_says_what_an_interval_leaves_out() {
    let codebook = Codebook::embedded().expect("the codebook");
    let sure = |letters: u32, language| {
        let paragraphs = method(&Totals { letters, ..Totals::default() }, &codebook, language);
        paragraphs.into_iter().map(|paragraph| paragraph.text).collect::<String>()
    };
    let few = sure(29, Language::Dutch);
    assert!(few.contains("alsof elk antwoord los staat") && few.contains("Fouten van de codering zitten er niet in."), "{few}");
    assert!(!few.contains("statistics.csv") && sure(30, Language::Dutch).contains("staat in statistics.csv (bootstrap_letters)."));
    assert!(sure(30, Language::English).contains("stands in statistics.csv") && !sure(1, Language::English).contains("independent"));
}

/// They were among the questions of the run, and so seemed to be left unanswered.
#[test]
fn questions_of_a_letter_that_only_asks_are_told_apart() {
    let asks = "Raadsvragen over het plein\n\n1. Hoeveel banken staan er?\n\n2. Wanneer komen er meer?\n";
    let folder = folder(&[("bomen.txt", ONE.as_bytes()), ("vragen.txt", asks.as_bytes())]);
    assert_eq!(run(folder.path(), "analyse bomen.txt vragen.txt --out uit").0, 0);
    let read = |name: &str| fs::read_to_string(folder.path().join("uit").join(name)).expect(name);
    let counts: serde_json::Value = serde_json::from_str(&read("run.json")).expect("JSON");
    let counts = &counts["counts"];
    assert_eq!([&counts["questions"], &counts["questions_only_asked"], &counts["questions_put_off"]], [2, 2, 0]);
    let themes = read("themes.csv");
    assert!(themes.contains("vragen,,2,0,") && themes.contains("\n,total,2,2,"), "{themes}");
    for name in ["methods.md", "report.html"] {
        assert!(read(name).contains("Niet meegeteld: 2 vragen in brieven die alleen vragen stellen."), "{name}");
    }
}

#[test]
fn another_seed_is_told_in_the_note_and_the_run() {
    let other = ONE.replace("Lindewaard", "Elsmond");
    let folder = folder(&[("bomen.txt", ONE.as_bytes()), ("ook.txt", other.as_bytes())]);
    assert_eq!(run(folder.path(), "analyse bomen.txt ook.txt --seed 5 --out uit").0, 0);
    assert!(note(folder.path()).0.contains("De seed van alle toevalsgetallen is 5:"));
    let told = fs::read_to_string(folder.path().join("uit/run.json")).expect("run.json");
    let told: serde_json::Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!(told["options"]["seed"], 5);
}

/// The figures that a reader is told are those of the sets: as shares with a decimal, as F1 with three.
#[test]
fn the_note_says_how_sure_it_is_with_the_figures_of_the_sets() {
    let folder = folder(&[("bomen.txt", ONE.as_bytes())]);
    for (language, comma) in [("nl", ","), ("en", ".")] {
        assert_eq!(run(folder.path(), &format!("analyse bomen.txt --out uit --language {language}")).0, 0);
        let (note, _) = note(folder.path());
        let number = |text: String| text.replace('.', comma);
        let unread = Together::of(|set| !set.read);
        let real = Together::of(|set| set.read && set.origin == Origin::Real);
        let written = Together::of(|set| set.read && set.origin == Origin::Written);
        let told = [unread, real, written].into_iter().flat_map(|together| [together.class.0, together.class.1]);
        let shares = told.map(|share| number(format!("{:.1}", share * 100.0)));
        let f1 = [unread.document.0, unread.document.1].map(|f1| number(format!("{f1:.3}")));
        let counts = [real.questions, written.questions].map(|count| format!(" {count} "));
        for figure in shares.chain(f1).chain(counts) {
            assert!(note.contains(&figure), "{figure} is not in:\n{note}");
        }
    }
}

/// ARCHITECTURE.md tells of each set how it came about; its table has the figures of the code.
#[test]
fn the_sets_are_those_of_the_table_in_the_architecture() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect();
    for set in CodedSet::ALL {
        let named = |row: &&Vec<&str>| {
            let name = row[0].split([':', '(']).next().unwrap_or_default().trim();
            row.len() > 7 && name.trim_matches('*') == set.name
        };
        let row = rows.iter().find(named).unwrap_or_else(|| panic!("no row of {}", set.name));
        let figures = [set.questions.to_string(), format!("{:.3}", set.class), format!("{:.3}", set.document)];
        assert_eq!([row[2], row[3], row[7]], figures, "{}", set.name);
        assert_eq!(row[0].starts_with("**"), !set.read, "unread sets are in bold: {}", set.name);
    }
}

/// The README tells what a stranger's letter may expect, rounded.
#[test]
fn the_readme_says_the_same_of_letters_that_nobody_had_read() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("README.md");
    let Together { class, document, .. } = Together::of(|set| !set.read);
    let told = format!(
        "{:.0} to {:.0} % of the questions, and waiting for a document had an F1 of {:.2} to {:.2}",
        class.0 * 100.0,
        class.1 * 100.0,
        document.0,
        document.1
    );
    assert!(text.contains(&told), "{told}");
}
