//! What an answer waits for: which document, and when it is due, in small letters of one question.

use std::sync::LazyLock;

use antwoordmeter::codebook::Codebook;
use antwoordmeter::coder::{Coder, Judged, Scratch};
use antwoordmeter::coding::Due;
use antwoordmeter::letter::parse;
use antwoordmeter::source::Source;

/// The embedded codebook, loaded once for all tests.
static CODEBOOK: LazyLock<Codebook> = LazyLock::new(|| Codebook::embedded().unwrap_or_else(|error| panic!("{error}")));

/// A question, its answer, and what it waits for: kind of deferral, document and due date.
type Row = (&'static str, &'static str, &'static str);

/// A letter of 8 April 2025 with these questions and answers.
fn judged(pairs: &[(&str, &str)]) -> Judged {
    let pair = |(number, (question, answer)): (usize, &(&str, &str))| {
        ["\nVraag ", &number.to_string(), "\n", question, "\n\nAntwoord ", &number.to_string(), "\n", answer, "\n"].concat()
    };
    let numbered: String = (1..).zip(pairs).map(pair).collect();
    let text = format!("Datum: 8 april 2025\n\nGeachte raad,\n{numbered}");
    let letter = parse(&Source { id: "brief".into(), text, ..Source::default() });
    Coder::new(&CODEBOOK).judge(letter, &mut Scratch::default())
}

/// What answer number `at` waits for, as `kind: document, due`; without a document only the kind and the due date.
fn awaited(pairs: &[(&str, &str)], at: usize) -> String {
    let coding = &judged(pairs).judgements[at].coding;
    let kind = coding.deferral.map_or("none", |kind| kind.code());
    let due = match coding.due {
        Some(Due::Interval(days)) => days.to_string(),
        Some(Due::Conditional) => "conditional".to_owned(),
        None => String::new(),
    };
    let parts: Vec<&str> = [coding.document.as_str(), due.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { kind.to_owned() } else { format!("{kind}: {}", parts.join(", ")) }
}

fn check(table: &[Row]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(question, answer, expected)| (answer, expected, awaited(&[(question, answer)], 0)))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(answer, expected, found)| format!("{answer}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), table.len(), wrong.join("\n"));
}

#[test]
fn a_pronoun_stands_for_the_document_of_the_sentence_before() {
    check(&[
        (
            "Blijft de kade droog?",
            "De havenmeester laat een golfstudie maken. Zodra wij deze hebben, sturen wij u een exemplaar toe.",
            "document: golfstudie, conditional",
        ),
        (
            "Kunnen wij het rapport van de duikinspectie krijgen?",
            "Het rapport wordt nu op fouten nagelezen. Daarna stellen wij het u ter beschikking.",
            "document: rapport van de duikinspectie, conditional",
        ),
        // What is sent is named in the sentence itself.
        (
            "Hoe lang is de ligplaatsenlijst?",
            "De ligplaatsenlijst wordt door de havendienst bijgehouden. Wij hebben de cijfers opgevraagd en laten u die weten zodra wij ze hebben.",
            "open: conditional",
        ),
    ]);
}

#[test]
fn the_next_sentence_tells_what_will_answer() {
    check(&[
        ("Halen wij dat?", "Dat is nu nog niet te zeggen. De tussenevaluatie is daar niet voor bedoeld.", "open"),
        (
            "Halen wij dat?",
            "Dat valt nu nog niet te zeggen. De tussenevaluatie die wij in 2026 uitvoeren, moet daar duidelijkheid over geven.",
            "document: tussenevaluatie, 2026-01-01/2026-12-31",
        ),
        (
            "Over welke kade rijden de vrachtwagens?",
            "Dat weten wij nog niet. De aannemer maakt voor de start een kadeveiligheidsplan, waarin ook de routes staan.",
            "document: kadeveiligheidsplan",
        ),
        (
            "Komt er subsidie voor de sluis?",
            "Wij hebben daar nog geen standpunt over ingenomen. De afweging wordt in september gemaakt, samen met die over de brug.",
            "moment: 2025-09-01/2025-09-30",
        ),
    ]);
}

#[test]
fn of_several_times_that_on_which_it_is_told() {
    check(&[
        (
            "Welke steigers vervallen?",
            "Daar is nog niets over te zeggen. Welke steigers dat zijn, brengen wij dit najaar in beeld; de uitkomst bespreken wij in de vergadering van 10 december.",
            "moment: 2025-12-10/2025-12-10",
        ),
        (
            "Komt er extra geld?",
            "Daarover is nog niets bekend. De besluitvorming vindt plaats in augustus en wordt op Prinsjesdag bekendgemaakt.",
            "moment: 2025-09-16/2025-09-16",
        ),
    ]);
}

#[test]
fn what_hangs_on_something_may_be_a_document() {
    check(&[
        (
            "Wat betekent de nieuwe richtlijn voor de heffing?",
            "De richtlijn is nog in onderhandeling. Zodra de tekst vaststaat, maken wij een impactanalyse.",
            "document: impactanalyse, conditional",
        ),
        (
            "Is er al meer bekend over de verhuizing van de sluiswachter?",
            "Nee. Het dagelijks bestuur neemt hierover na de zomer een besluit.",
            "moment: 2025-09-01/2025-10-31",
        ),
    ]);
}

#[test]
fn what_is_built_is_no_answer_that_comes() {
    check(&[
        ("Wanneer komt er een nieuwe sluisdeur?", "De sluisdeur wordt in het voorjaar van 2026 geplaatst.", "none"),
        ("Wanneer besluit u over de sluis?", "In het voorjaar van 2026.", "moment: 2026-03-01/2026-05-31"),
    ]);
}

#[test]
fn a_reservation_promises_nothing() {
    check(&[
        (
            "Wanneer begint de bouw?",
            "Als alles volgens planning verloopt, gaat de eerste paal in het voorjaar van 2027 de grond in.",
            "none",
        ),
        ("Wanneer is de sluis klaar?", "Volgens de huidige planning in de tweede helft van 2026.", "none"),
    ]);
}

#[test]
fn another_publishes_what_was_asked() {
    check(&[
        (
            "Kunt u aangeven wat er gaat gelden?",
            "De regels stelt de toezichthouder vast. Hij zal het herziene kadebesluit in het eerste kwartaal van 2026 publiceren.",
            "document: herziene kadebesluit, 2026-01-01/2026-03-31",
        ),
        (
            "Komt er een nieuwe havenanalyse?",
            "De kadeanalyse wordt iedere vier jaar gemaakt. De volgende uitgave zal in het tweede halfjaar van 2025 het licht zien.",
            "document: kadeanalyse, 2025-07-01/2025-12-31",
        ),
        (
            "Wanneer komt de wetsevaluatie?",
            "De wetsevaluatie zal aan beide Kamers worden gezonden, uiterlijk 1 januari 2027.",
            "document: wetsevaluatie, 2025-04-08/2027-01-01",
        ),
    ]);
}

#[test]
fn a_count_on_the_last_day_of_a_year_brings_no_document() {
    check(&[("Hoeveel schepen verwacht u?", "De prognose gaat uit van 420 zeilschepen en 24 sloepen op 31 december 2025.", "none")]);
}

#[test]
fn that_letter_is_the_one_of_the_answer_before() {
    let pairs = [
        ("Kunt u ingaan op de plannen voor de sluis?", "Daar reageer ik op in de eerstvolgende voortgangsbrief."),
        ("Wanneer komt die brief?", "Ik streef ernaar deze voor het kerstreces aan uw raad te sturen."),
    ];
    assert_eq!(awaited(&pairs, 0), "document: voortgangsbrief, 2025-04-08/2025-12-24");
    assert_eq!(awaited(&pairs, 1), "document: voortgangsbrief, 2025-04-08/2025-12-24");
}

#[test]
fn what_somebody_else_reports_is_another_document() {
    let pairs = [
        ("Wat zei de buurt?", "De buurt sprak over lawaai. Het verslag van die avond is als bijlage bijgevoegd."),
        (
            "Zijn de uitgaven rechtmatig?",
            "De accountant kijkt daarnaar. In zijn verslag, dat in mei 2025 verschijnt, leest u zijn oordeel.",
        ),
    ];
    assert_eq!(awaited(&pairs, 0), "none");
    assert_eq!(awaited(&pairs, 1), "document: verslag (accountant), 2025-05-01/2025-05-31");
}
