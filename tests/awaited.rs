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
            "De havenmeester bestelde een golfstudie. Zodra wij die binnen hebben, mailen wij u een afschrift toe.",
            "document: golfstudie, conditional",
        ),
        (
            "Kunnen wij het rapport van de duikinspectie krijgen?",
            "Het rapport wordt nu door de duikers nagelezen. Daarna zenden wij het u toe.",
            "document: rapport van de duikinspectie, conditional",
        ),
        // What is sent is named in the sentence itself.
        (
            "Hoe lang is de ligplaatsenlijst?",
            "De ligplaatsenlijst is van de havendienst. De cijfers zijn opgevraagd en zodra wij ze hebben, sturen wij u die toe.",
            "open: conditional",
        ),
    ]);
}

#[test]
fn the_next_sentence_tells_what_will_answer() {
    check(&[
        ("Halen wij dat?", "Daar is nu nog niets over te zeggen. De tussenevaluatie gaat over de sluis.", "open"),
        (
            "Halen wij dat?",
            "Daar is nu nog niets over te zeggen. De tussenevaluatie die de sluisdienst in 2026 houdt, zal ons uitsluitsel bieden.",
            "document: tussenevaluatie, 2026-01-01/2026-12-31",
        ),
        (
            "Over welke kade rijden de vrachtwagens?",
            "Dat is nog niet bekend. De baggeraar stelt eerst een kadeveiligheidsplan op, waarin de vaarroutes komen.",
            "document: kadeveiligheidsplan",
        ),
        (
            "Komt er subsidie voor de sluis?",
            "Wij hebben daarover nog geen standpunt bepaald. De keuze wordt in september gemaakt, tegelijk met die over de brug.",
            "moment: 2025-09-01/2025-09-30",
        ),
    ]);
}

#[test]
fn of_several_times_that_on_which_it_is_told() {
    check(&[
        (
            "Welke steigers vervallen?",
            "Daar is nog niets over te zeggen. De duikers lopen in september alles na; hun indruk bespreken wij in de vergadering van 4 november.",
            "moment: 2025-11-04/2025-11-04",
        ),
        (
            "Komt er extra geld?",
            "Daarover is nog niets bekend. Het bestuur weegt dat in juni en de uitslag wordt op 3 juli bekendgemaakt.",
            "moment: 2025-07-03/2025-07-03",
        ),
    ]);
}

#[test]
fn what_hangs_on_something_may_be_a_document() {
    check(&[
        (
            "Wat betekent de vaarwet voor de liggelden?",
            "De wet ligt bij de Kamer. Zodra zij is aangenomen, schrijven wij een impactanalyse.",
            "document: impactanalyse, conditional",
        ),
        ("Verhuist de sluiswachter?", "Nee. Het college neemt daarover in september een besluit.", "moment: 2025-09-01/2025-09-30"),
    ]);
}

#[test]
fn what_is_built_is_no_answer_that_comes() {
    check(&[
        ("Wanneer komt er een nieuwe sluisdeur?", "De deur wordt in maart 2026 ingehangen.", "none"),
        ("Wanneer besluit u over de sluis?", "In het voorjaar van 2026.", "moment: 2026-03-01/2026-05-31"),
    ]);
}

#[test]
fn a_reservation_promises_nothing() {
    check(&[
        ("Wanneer begint de bouw?", "Loopt alles volgens planning, dan gaat de kademuur in maart 2026 overeind.", "none"),
        ("Wanneer is de sluis klaar?", "Volgens de laatste planning in het tweede kwartaal van 2026.", "none"),
    ]);
}

#[test]
fn another_publishes_what_was_asked() {
    check(&[
        (
            "Kunt u aangeven wat er gaat gelden?",
            "Daar gaat de waterautoriteit over. Zij zal het vernieuwde kadebesluit in maart 2026 publiceren.",
            "document: vernieuwde kadebesluit, 2026-03-01/2026-03-31",
        ),
        (
            "Komt er een nieuwe havenanalyse?",
            "De kadeanalyse verschijnt om de drie jaar. De volgende uitgave zal in oktober het licht zien.",
            "document: kadeanalyse, 2025-10-01/2025-10-31",
        ),
        (
            "Wanneer komt de wetsevaluatie?",
            "De wetsevaluatie wordt uiterlijk 1 maart 2027 aan de Kamer gezonden.",
            "document: wetsevaluatie, 2025-04-08/2027-03-01",
        ),
    ]);
}

#[test]
fn a_day_of_another_noun_is_not_that_of_the_document() {
    check(&[
        ("Hoe staat het ermee?", "Het sluisrapport is nog niet klaar; de brug is in mei 2026 gereed.", "document: sluisrapport"),
        ("Hoe staat het ermee?", "De havenvisie is in voorbereiding en de sluis gaat in mei 2025 open.", "document: havenvisie"),
        ("Hoe staat het ermee?", "Omdat de sluis pas in mei 2025 opengaat, is de havenvisie nog niet gereed.", "document: havenvisie"),
        (
            "Hoe staat het ermee?",
            "De havenvisie is nog niet gereed en zij gaat in mei 2025 naar uw raad.",
            "document: havenvisie, 2025-05-01/2025-05-31",
        ),
    ]);
}

#[test]
fn a_count_on_the_last_day_of_a_year_brings_no_document() {
    check(&[("Hoeveel schepen verwacht u?", "Volgens de prognose liggen er 420 zeilschepen en 24 sloepen op 31 december 2025.", "none")]);
}

#[test]
fn that_letter_is_the_one_of_the_answer_before() {
    let pairs = [
        ("Kunt u ingaan op de plannen voor de sluis?", "Daarop kom ik terug in de eerstvolgende voortgangsbrief."),
        ("Wanneer komt die brief?", "Die hoop ik voor het zomerreces aan uw raad te sturen."),
    ];
    assert_eq!(awaited(&pairs, 0), "document: voortgangsbrief, 2025-04-08/2025-07-15");
    assert_eq!(awaited(&pairs, 1), "document: voortgangsbrief, 2025-04-08/2025-07-15");
}

#[test]
fn what_somebody_else_reports_is_another_document() {
    let pairs = [
        ("Wat zei de buurt?", "De buurt klaagde over lawaai. Het verslag daarvan is bijgevoegd."),
        ("Zijn de uitgaven rechtmatig?", "De accountant kijkt daarnaar. Zijn verslag verschijnt in mei 2025."),
    ];
    assert_eq!(awaited(&pairs, 0), "none");
    assert_eq!(awaited(&pairs, 1), "document: verslag (accountant), 2025-05-01/2025-05-31");
}

/// "De kaart komt eraan. Eind mei moet die klaar zijn.": a time at the beginning hides no pronoun.
#[test]
fn a_time_may_stand_before_the_pronoun() {
    check(&[(
        "Hoe diep is de vaargeul?",
        "De duikers maken een peilkaart. Eind mei moet die klaar zijn; eerder kunnen wij geen diepte noemen.",
        "document: peilkaart, 2025-05-21/2025-05-31",
    )]);
}

#[test]
fn what_is_promised_after_something_else_is_the_document() {
    check(&[
        (
            "Hoe vaak lekte de sluis?",
            "Wanneer die ronde is doorlopen, maken wij het lekrapport openbaar.",
            "document: lekrapport, conditional",
        ),
        (
            "Is de kade veilig?",
            "De duikers kijken naar de damwand. De havenmeester bericht u nog per afzonderlijke brief over de kade.",
            "document: brief over de kade",
        ),
        // Where something stands, or what it is about, is not what is promised.
        ("Hoe vaak lekte de sluis?", "Nadat de duikers zijn gehoord, hoort u van ons meer over het lekrapport.", "open: conditional"),
    ]);
}

#[test]
fn a_day_of_the_past_needs_no_verb_beside_its_participle() {
    check(&[
        ("Wat zijn de plannen?", "Wij verwijzen u naar de havenvisie, door uw raad vastgesteld op 7 november.", "none"),
        (
            "Wat schreef de sluisdienst?",
            "Op 3 december is een reactie van de sluisdienst binnengekomen. U treft haar als bijlage aan.",
            "none",
        ),
    ]);
}

/// "Het stuk" is the document that was named before it, and what a committee does with it makes it no later one.
#[test]
fn the_document_may_be_called_just_that() {
    check(&[(
        "Hoe vaak lag de pont stil?",
        "Het getal is beschreven in het jaarverslag 2023, dat vorig jaar aan uw raad is gestuurd. De commissie neemt het stuk op 17 juni onder de loep.",
        "none",
    )]);
}
