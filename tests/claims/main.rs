//! What is claimed of documents must stand in the letter: a denial, a condition, a question or somebody else's act proves nothing, and what was
//! sent in a period that is still running was sent.

mod nouns;

use std::sync::LazyLock;

use antwoordmeter::codebook::Codebook;
use antwoordmeter::coder::{Coder, Judged, Scratch};
use antwoordmeter::coding::DeferralKind;
use antwoordmeter::documents::State;
use antwoordmeter::letter::parse;
use antwoordmeter::source::Source;

/// The embedded codebook, loaded once for all tests.
static CODEBOOK: LazyLock<Codebook> = LazyLock::new(|| Codebook::embedded().unwrap_or_else(|error| panic!("{error}")));

fn judged(date: &str, pairs: &[(&str, &str)]) -> Judged {
    let mut text = format!("Vastgesteld door het college op {date}\n\n");
    for (number, (question, answer)) in pairs.iter().enumerate() {
        let number = &(number + 1).to_string();
        text += &["Vraag ", number, "\n", question, "\n\nAntwoord ", number, "\n", answer, "\n\n"].concat();
    }
    let source = Source { file: "brief.txt".into(), id: "brief".into(), text, ..Source::default() };
    Coder::new(&CODEBOOK).judge(parse(&source), &mut Scratch::default())
}

/// The states of the documents of a letter whose names hold `named`.
fn states(judged: &Judged, named: &str) -> Vec<State> {
    let documents = judged.register.documents.iter();
    documents.filter(|document| document.name.to_lowercase().contains(named)).map(|document| document.state).collect()
}

/// Answers of letters of a day, each with a part of a document's name, and the states that it may have; with none, no such document may be
/// found, and else it must be.
fn check(date: &str, table: &[(&str, &str, &[State])]) {
    let mut wrong = Vec::new();
    for (answer, named, may_be) in table {
        let judged = judged(date, &[("Hoe staat het daarmee?", answer)]);
        let found = states(&judged, named);
        if found.is_empty() != may_be.is_empty() || found.iter().any(|state| !may_be.contains(state)) {
            wrong.push(format!("{answer} -> {found:?}, and not {may_be:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

const NOT_THERE: &[State] = &[State::Forthcoming, State::Unknown, State::Recurring];
const NEITHER: &[State] = &[State::Unknown, State::Recurring];
const NOT_FOUND: &[State] = &[];

#[test]
fn what_was_sent_in_a_period_that_still_runs_was_sent() {
    check(
        "20 januari 2026",
        &[
            ("De sportnota is deze maand aan uw raad gestuurd.", "sportnota", &[State::Exists]),
            ("De sportnota is dit jaar aan uw raad aangeboden.", "sportnota", &[State::Exists]),
            ("Deze week is de sportnota aan uw raad gezonden.", "sportnota", &[State::Exists]),
            ("Begin 2026 is de sportnota vastgesteld.", "sportnota", &[State::Exists]),
            ("De sportnota is in de eerste helft van 2026 al aan u gezonden.", "sportnota", &[State::Exists]),
            ("De sportnota wordt deze maand aan uw raad gestuurd.", "sportnota", &[State::Forthcoming]),
        ],
    );
}

#[test]
fn what_is_denied_does_not_exist() {
    check(
        "8 april 2025",
        &[
            ("De wijkmonitor 2023 is nooit gepubliceerd.", "wijkmonitor", NOT_THERE),
            ("De evaluatie 2024 is niet opgesteld.", "evaluatie", NOT_THERE),
            ("Een rapport is nooit uitgebracht.", "rapport", NOT_THERE),
            ("De havenvisie werd nooit aangeboden.", "havenvisie", NOT_THERE),
            ("Het gebiedsprogramma 2022-2026 is nooit vastgesteld.", "gebiedsprogramma", NOT_THERE),
            ("De motie van 3 mei 2024 is niet ingediend.", "motie", NOT_FOUND),
        ],
    );
}

#[test]
fn ours_is_not_yet_made() {
    check(
        "8 april 2025",
        &[
            ("De kosten worden opgenomen in ons jaarverslag 2024.", "jaarverslag", NOT_THERE),
            ("Dat nemen wij mee in onze begroting 2026.", "begroting", NOT_THERE),
            ("De cijfers komen in ons evaluatierapport.", "evaluatierapport", NOT_THERE),
        ],
    );
}

#[test]
fn conditions_and_indirect_questions_promise_nothing() {
    check(
        "8 april 2025",
        &[
            ("Als de raad dat wil, verschijnt in mei 2025 een havenvisie.", "havenvisie", NEITHER),
            ("Of er een speelnota komt, besluit de raad in mei.", "speelnota", NEITHER),
            ("Zou de bomennota in mei verschijnen, dan bespreken wij haar met uw raad.", "bomennota", NEITHER),
        ],
    );
}

#[test]
fn what_others_write_is_no_letter_and_an_annex_that_follows_is_not_there() {
    check(
        "8 april 2025",
        &[
            ("De heer Jansen schreef op 3 mei 2024 in de krant over de haven.", "brief", NOT_FOUND),
            ("Er is op 4 maart 2025 een lied over geschreven.", "brief", NOT_FOUND),
            ("Het bestek schreven ambtenaren op 12 maart 2024.", "brief", NOT_FOUND),
            // The answer waits; an annex is a part of the letter, and has no row of its own.
            ("De bijlage volgt in mei 2025.", "bijlage", NOT_FOUND),
        ],
    );
}

#[test]
fn a_question_about_the_past_gets_no_promise() {
    for (question, answer) in [
        ("Wanneer is de sportnota vastgesteld?", "In 2025."),
        ("Op welke datum heeft u de sportnota ontvangen?", "In 2025."),
        ("Wanneer is de sportnota verschenen?", "In het voorjaar van 2025."),
    ] {
        let judged = judged("8 april 2025", &[(question, answer)]);
        assert!(!states(&judged, "sportnota").contains(&State::Forthcoming), "{question}");
        assert_ne!(judged.judgements[0].coding.deferral, Some(DeferralKind::Document), "{question}");
    }
}

#[test]
fn a_dated_act_outweighs_a_meeting_to_come() {
    let pairs = [
        ("Is het jaarverslag 2023 er?", "Het jaarverslag 2023 is op 4 juni 2024 vastgesteld."),
        ("En wordt het besproken?", "Het jaarverslag 2023 wordt in mei 2025 aan uw raad gepresenteerd."),
    ];
    assert_eq!(states(&judged("8 april 2025", &pairs), "jaarverslag 2023")[..1], [State::Exists]);
    let one = [("Is het er?", "Het jaarverslag 2023 wordt in mei behandeld en is al gepubliceerd.")];
    assert_eq!(states(&judged("8 april 2025", &one), "jaarverslag 2023")[..1], [State::Exists]);
}

/// Each is of something else, and the date of one was that of all.
#[test]
fn documents_of_different_things_are_different() {
    let pairs = [
        ("Wordt het afvalbeleid geëvalueerd?", "De evaluatie van het afvalbeleid wordt in september 2025 gestuurd."),
        ("Wat kostte het zwembad?", "Zie de evaluatie van het zwembad."),
        ("En de brug?", "Dat staat in de evaluatie van de brug uit 2021."),
    ];
    let judged = judged("8 april 2025", &pairs);
    let deferring: Vec<bool> =
        judged.judgements.iter().map(|judgement| judgement.coding.deferral == Some(DeferralKind::Document)).collect();
    assert_eq!(deferring, [true, false, false]);
    let pairs = [
        ("Wanneer is er meer bekend?", "Het rapport van de aannemer verschijnt in juni."),
        ("Waar staat dat?", "Zie het rapport van de rekenkamer."),
    ];
    let judged = self::judged("8 april 2025", &pairs);
    assert_ne!(judged.judgements[1].coding.deferral, Some(DeferralKind::Document));
}

/// Another sentence's day was given to a document that has none.
#[test]
fn a_date_is_that_of_its_document() {
    let pairs =
        [("Komt er een evaluatie?", "De evaluatie van het afvalbeleid volgt nog. Op 3 juni 2025 bespreken wij de kosten met de wijk.")];
    assert_eq!(judged("8 april 2025", &pairs).judgements[0].coding.due, None);
}

/// Two questions about one document named it twice for each.
#[test]
fn an_answer_names_a_document_once() {
    let source = "Vastgesteld op 8 april 2025\n\nVraag 1\nWanneer komt de havennota?\n\nVraag 2\nWanneer verschijnt de havennota?\n\nAntwoord 1 en 2\nIn mei 2025.\n";
    let source = Source { file: "brief.txt".into(), id: "brief".into(), text: source.into(), ..Source::default() };
    let judged = Coder::new(&CODEBOOK).judge(parse(&source), &mut Scratch::default());
    let document = judged.register.documents.iter().find(|document| document.name.contains("havennota")).expect("the document");
    let mut once = document.answers.clone();
    once.dedup();
    assert_eq!(document.answers, once);
}

#[test]
fn a_past_day_proves_nothing_with_another_verb() {
    check(
        "8 april 2025",
        &[
            ("De sportnota had in mei 2024 moeten verschijnen.", "sportnota", NOT_THERE),
            ("De sportnota zou in mei 2024 verschijnen, maar is uitgesteld.", "sportnota", NOT_THERE),
            ("De evaluatie werd in 2024 afgelast.", "evaluatie", NOT_THERE),
            ("De sportnota is op 3 maart 2025 niet aan uw raad aangeboden.", "sportnota", NOT_THERE),
            ("De sportnota kreeg in 2024 geen prioriteit.", "sportnota", NOT_THERE),
            ("De startnotitie voor de woonvisie is in 2024 vastgesteld.", "woonvisie", NOT_THERE),
            ("De sportnota is in mei 2024 vastgesteld.", "sportnota", &[State::Exists]),
            ("De sportnota verscheen in mei 2024.", "sportnota", &[State::Exists]),
        ],
    );
}

#[test]
fn what_is_refused_or_told_by_others_is_not_to_come() {
    check(
        "8 april 2025",
        &[
            ("Wij verwachten niet dat de havenvisie in mei 2025 verschijnt.", "havenvisie", NEITHER),
            ("Wij zijn niet van plan de wijkmonitor in juni 2025 te publiceren.", "wijkmonitor", NEITHER),
            ("Wij zien af van publicatie van de wijkmonitor in juni 2025.", "wijkmonitor", NEITHER),
            ("Volgens de fractie verschijnt in mei 2025 een havenvisie.", "havenvisie", NEITHER),
            ("Wij weten niet of de havenvisie in mei 2025 verschijnt.", "havenvisie", NEITHER),
            ("Stel dat de havenvisie in mei 2025 verschijnt, dan is de begroting al rond.", "havenvisie", NEITHER),
            ("De havenvisie zou in mei 2025 verschijnen, maar is van de baan.", "havenvisie", NEITHER),
            ("Wij sturen u de wijkmonitor toe als u daar prijs op stelt.", "wijkmonitor", NEITHER),
            ("De woonvisie had u in mei 2025 zullen ontvangen.", "woonvisie", NEITHER),
            ("De cijfers zijn nog niet bekend; de havenvisie verschijnt in mei 2025.", "havenvisie", &[State::Forthcoming]),
            ("De havenvisie verschijnt niet eerder dan in mei 2025.", "havenvisie", &[State::Forthcoming, State::Unknown]),
        ],
    );
}

#[test]
fn what_happens_to_a_document_that_is_there_does_not_make_it_come() {
    check(
        "8 april 2025",
        &[
            ("De verordening is vastgesteld op 3 maart 2025 en gaat in op 1 juli 2025.", "verordening", &[State::Exists, State::Unknown]),
            ("De woonvisie wordt in 2026 ingetrokken.", "woonvisie", &[State::Exists, State::Unknown]),
            ("Het convenant loopt in mei 2026 af.", "convenant", &[State::Exists, State::Unknown]),
            (
                "De reactie van het college op het onderzoeksrapport verschijnt in september 2025.",
                "onderzoeksrapport",
                &[State::Exists, State::Unknown],
            ),
        ],
    );
}

/// What is said of the coming one was said of the old one too.
#[test]
fn an_older_edition_is_another_document() {
    for (coming, old) in [
        ("De begroting wordt in november 2025 vastgesteld.", "Zie de begroting 2023."),
        ("De jaarrekening ontvangt u in juli 2025.", "Zie de jaarrekening 2019."),
        ("De woonvisie wordt in november 2025 vastgesteld.", "Zie de woonvisie 2015-2020."),
    ] {
        for pairs in [[("En nu?", coming), ("Waar staat dat?", old)], [("Waar staat dat?", old), ("En nu?", coming)]] {
            let judged = judged("8 april 2025", &pairs);
            let at = pairs.iter().position(|(_, answer)| *answer == old).expect("the old one");
            assert_ne!(judged.judgements[at].coding.deferral, Some(DeferralKind::Document), "{pairs:?}");
        }
    }
    let pairs = [("En nu?", "Het jaarverslag verschijnt in mei 2025."), ("Waar staat dat?", "Zie het jaarverslag 2024.")];
    assert_eq!(judged("8 april 2025", &pairs).judgements[1].coding.deferral, Some(DeferralKind::Document));
}

#[test]
fn of_a_day_that_was_given_up_the_new_one_counts() {
    // Where it is only put off, no day at all may be given as well.
    let table = [
        ("De woonvisie zou in mei 2025 verschijnen maar is uitgesteld tot november 2025.", "2025-11-01/2025-11-30", false),
        ("In plaats van in mei 2025 verschijnt de woonvisie in september 2025.", "2025-09-01/2025-09-30", true),
    ];
    for (answer, due, told) in table {
        let judged = judged("8 april 2025", &[("Waar is de woonvisie?", answer)]);
        let documents: Vec<_> = judged.register.documents.iter().filter_map(|document| document.due).map(|due| due.to_string()).collect();
        assert!(!states(&judged, "woonvisie").is_empty() && documents.iter().all(|found| found == due), "{answer}: {documents:?}");
        let judgement = &judged.judgements[0].coding;
        assert!(judgement.due.map_or(!told, |found| found.to_string() == due), "{answer}: {judgement:?}");
    }
}
