//! How a document is named that the letter does not name in full: by what stands behind it, by whose it is, by the question.

use std::sync::LazyLock;

use antwoordmeter::codebook::Codebook;
use antwoordmeter::coder::{Coder, Judged, Scratch};
use antwoordmeter::letter::parse;
use antwoordmeter::source::Source;

/// The embedded codebook, loaded once for all tests.
static CODEBOOK: LazyLock<Codebook> = LazyLock::new(|| Codebook::embedded().unwrap_or_else(|error| panic!("{error}")));

/// A letter of 8 April 2025 with these questions and answers.
fn judged(exchanges: &[(&str, &str)]) -> Judged {
    let exchange =
        |(at, (question, answer)): (usize, &(&str, &str))| format!("Vraag {0}\n{question}\n\nAntwoord {0}\n{answer}\n\n", at + 1);
    let exchanges: String = exchanges.iter().enumerate().map(exchange).collect();
    let text = format!("Gemeente Lindewaard\n\nDatum: 8 april 2025\n\nGeachte raadsleden,\n\n{exchanges}");
    let letter = parse(&Source { id: "brief".into(), text, ..Source::default() });
    Coder::new(&CODEBOOK).judge(letter, &mut Scratch::default())
}

/// The names of its documents.
fn names(exchanges: &[(&str, &str)]) -> Vec<String> {
    judged(exchanges).register.documents.iter().map(|document| document.name.clone()).collect()
}

/// Each row is a question, an answer, and a name that must be among those of the letter.
fn check(table: &[(&str, &str, &str)]) {
    let found = table.iter().map(|(question, answer, name)| (answer, names(&[(question, answer)]), name));
    let wrong: Vec<_> = found.filter(|(_, names, name)| !names.iter().any(|found| found == *name)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_stands_behind_the_kind_belongs_to_the_name() {
    check(&[
        ("Hoe zit dat?", "Het rapport over de staat van de kades verschijnt in mei.", "rapport over de staat van de kades"),
        ("Hoe zit dat?", "Wij sturen u de notitie over brug- en sluisgeld in juni.", "notitie over brug- en sluisgeld"),
        ("Hoe zit dat?", "De evaluatie van de proef met deelauto's komt in juni.", "evaluatie van de proef met deelauto's"),
        ("Hoe zit dat?", "Het advies van de welstandscommissie komt in mei.", "advies van de welstandscommissie"),
        ("Hoe zit dat?", "In juni verschijnt het onderzoek naar betaald parkeren in een rapport.", "onderzoek naar betaald parkeren"),
        ("Hoe zit dat?", "De evaluatie van de Wet open havens verschijnt in mei.", "evaluatie van de Wet open havens"),
        ("Hoe zit dat?", "De verantwoording over het sluisgeld voor 2024 volgt in mei.", "verantwoording over het sluisgeld voor 2024"),
        ("Hoe zit dat?", "De raming van de kosten van de kade komt in mei.", "raming van de kosten van de kade"),
    ]);
}

#[test]
fn what_is_no_part_of_a_name_ends_it() {
    check(&[
        ("Hoe zit dat?", "Een rapport over de haven ziet u in mei verschijnen.", "rapport over de haven"),
        ("Hoe zit dat?", "Wij bespreken de nota met de commissie in mei.", "nota"),
        ("Hoe zit dat?", "De nota voor uw raad verschijnt in mei.", "nota"),
        ("Hoe zit dat?", "De nota bij dat hoofdstuk verschijnt in mei.", "nota"),
        ("Hoe zit dat?", "Het rapport over de haven en de raad krijgt het in mei.", "rapport over de haven"),
        ("Hoe zit dat?", "Wij zonden u een verslag van drie kantjes.", "verslag"),
        ("Hoe zit dat?", "De evaluatie van de regeling aangekondigd in mei is verschenen.", "evaluatie van de regeling"),
    ]);
}

#[test]
fn a_report_is_that_of_whoever_makes_it() {
    check(&[
        ("Hoe zit dat?", "Taxateur Van Dalen is in maart begonnen. Haar rapport is in juni gereed.", "rapport (Taxateur Van Dalen)"),
        ("Hoe zit dat?", "Stichting Weidezicht brengt in mei haar eindrapport uit.", "eindrapport (Stichting Weidezicht)"),
        ("Hoe zit dat?", "Het bureau meet nu. Zijn eindrapport verschijnt in mei.", "eindrapport"),
    ]);
}

#[test]
fn a_report_of_a_document_named_before_is_told_by_that() {
    check(&[
        ("Hoe zit dat?", "Dat leert het lezersonderzoek, waarvan wij het verslag in mei ontvangen.", "verslag (lezersonderzoek)"),
        (
            "Hoe zit dat?",
            "De ontwerper maakt bij het definitief ontwerp een nieuwe raming, naar verwachting in mei.",
            "nieuwe raming (bij het definitief ontwerp)",
        ),
        ("Hoe zit dat?", "De cijfers over 2024 komen in het eindrapport, dat in mei verschijnt.", "eindrapport (cijfers over 2024)"),
    ]);
}

#[test]
fn a_document_that_answers_a_question_is_told_by_it() {
    check(&[
        ("Wat leverde de keuring van de bruggen op?", "Het rapport is er nog niet.", "rapport (keuring van de bruggen)"),
        (
            "Wordt het standplaatsenbeleid 2020-2024 geëvalueerd?",
            "De evaluatie verschijnt in juni.",
            "evaluatie (standplaatsenbeleid 2020-2024)",
        ),
        (
            "Wat is het resultaat van het onderzoek dat de Havenmeester na de brand van mei 2024 begon?",
            "De bevindingen verschijnen in juni.",
            "bevindingen (onderzoek dat de Havenmeester na de brand van mei 2024 begon)",
        ),
        ("Wat weet u van het aantal?", "De notitie verschijnt in juni.", "notitie"),
        ("Wat vindt de raad van de kade?", "De notitie verschijnt in juni.", "notitie (kade)"),
        ("Welke kade lijdt het zwaarst?", "De notitie verschijnt in juni.", "notitie"),
        ("Waarom zweeg de rekenkamer over de kade in hoofdstuk 3?", "De notitie verschijnt in juni.", "notitie (kade)"),
        ("Wat vindt u van de kade?", "De havennotitie verschijnt in juni.", "havennotitie"),
        ("Wat vindt u van de kade?", "Het rapport is in mei 2024 verschenen.", "rapport"),
    ]);
}

#[test]
fn what_appears_time_and_again_is_told_by_its_month() {
    check(&[
        ("Hoe zit dat?", "Dat staat in de Benchmark Groen, die in oktober uitkomt.", "Benchmark Groen (oktober 2025)"),
        ("Hoe zit dat?", "U ontvangt in juni een raadsinformatiebrief.", "raadsinformatiebrief (juni 2025)"),
        ("Hoe zit dat?", "Dat staat in de Benchmark Groen 2024, die in oktober uitkomt.", "Benchmark Groen 2024"),
        ("Hoe zit dat?", "Dat staat in het jaarverslag, dat in mei uitkomt.", "jaarverslag"),
    ]);
}

#[test]
fn a_report_bears_the_time_of_the_work_done() {
    check(&[
        ("Hoe zit dat?", "De bomen zijn in februari geteld. Het telrapport verschijnt in mei.", "telrapport (februari 2025)"),
        ("Hoe zit dat?", "De bomen worden in mei geteld. Het telrapport verschijnt in juni.", "telrapport"),
        ("Hoe zit dat?", "De kade is in februari gesloten. Het telrapport verschijnt in mei.", "telrapport"),
    ]);
}

#[test]
fn a_part_is_told_by_the_document_that_it_comes_in() {
    check(&[
        (
            "Wanneer komt de evaluatie van de markt?",
            "In juni, als hoofdstuk van de Kadernota 2026.",
            "evaluatie van de markt (in Kadernota 2026)",
        ),
        ("Hoe zit dat?", "De raming komt in juni als bijlage bij de Kadernota 2026.", "raming (in Kadernota 2026)"),
        ("Hoe zit dat?", "De raming komt in juni, net als de Kadernota 2026.", "raming"),
    ]);
}

#[test]
fn a_day_tells_one_edition_from_another() {
    let letter =
        [("Krijgen wij de verslagen?", "Het verslag van januari is u in maart gemaild. Dat van 20 maart moet nog worden goedgekeurd.")];
    let judged = judged(&letter);
    let told: Vec<_> = judged.register.documents.iter().map(|document| (document.name.as_str(), document.state.code())).collect();
    assert!(told.contains(&("verslag van 20 maart 2025", "forthcoming")), "{told:?}");
    assert!(!told.contains(&("verslag van 20 maart 2025", "exists")), "{told:?}");
}

#[test]
fn a_document_of_another_answer_is_found_by_its_number() {
    let judged = judged(&[
        ("Hoe staat het ermee?", "De nota kades en sluizen verschijnt in juni."),
        ("Wat kost dat?", "De havennota is er al."),
        ("Welke kades kunnen weg?", "Het is de kwestie waar de in antwoord 1 genoemde nota over gaat."),
    ]);
    let coding = &judged.judgements[2].coding;
    assert_eq!(coding.document, judged.judgements[0].coding.document);
    assert_eq!(coding.due, judged.judgements[0].coding.due);
    assert!(coding.document.starts_with("nota"), "{coding:?}");
}

#[test]
fn the_words_that_complete_a_name_are_those_of_the_letter() {
    let judged = judged(&[("Is de keuring van de bruggen gedaan?", "De keuring is in februari gedaan. Het rapport komt in mei.")]);
    let document = judged.register.documents.iter().find(|document| document.kind == "rapport").expect("a report");
    let words: Vec<_> = document.about.iter().map(|span| span.of(&judged.letter.text)).collect();
    assert_eq!(document.name, "rapport (keuring van de bruggen, februari 2025)");
    assert_eq!(words, ["keuring van de bruggen", "februari"]);
}

/// The documents of an answer and their states.
fn states(answer: &str) -> Vec<String> {
    let judged = judged(&[("Hoe zit dat?", answer)]);
    judged.register.documents.iter().map(|document| format!("{}: {}", document.kind, document.state.code())).collect()
}

#[test]
fn what_is_denied_or_said_of_something_else_proves_no_document() {
    let table: &[(&str, &[&str])] = &[
        ("De adviezen zijn nog niet beschikbaar.", &["advies: unknown"]),
        ("De vergelijking hebben wij zelf niet gemaakt.", &["vergelijking: unknown"]),
        ("De nota is niet alleen gemaild.", &["nota: exists"]),
        ("De nota is in maart 2025 gepubliceerd.", &["nota: exists"]),
        ("Bij de notitie zijn er afspraken gemaakt.", &["notitie: unknown"]),
        ("De notitie is in maart 2025 gemaakt.", &["notitie: exists"]),
        // The next sentence is about something else; one that points back is not.
        ("Dat komt in het jaarverslag 2024. Na het snoeien is overal mest gegeven.", &["jaarverslag: unknown"]),
        ("Dat staat in het jaarverslag 2024. Het is in maart 2025 gepubliceerd.", &["jaarverslag: exists"]),
    ];
    let wrong: Vec<_> =
        table.iter().map(|(answer, told)| (answer, states(answer), told)).filter(|(_, found, told)| found != *told).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn this_very_letter_is_no_document_that_it_names() {
    assert_eq!(names(&[("Hoe zit dat?", "Deze brief gaat over de kade. Bij deze brief hoort niets.")]), Vec::<String>::new());
    assert_eq!(
        names(&[("Hoe zit dat?", "Onze brief van 3 maart 2025 ging over de kade. Deze brief is openbaar.")]),
        ["brief van 3 maart 2025"]
    );
}
