//! What is said of another noun, by another, or of another time, is not said of the document.

use antwoordmeter::documents::State;

use super::{NEITHER, NOT_THERE, check, judged};

/// "Of which noun is it said?": another subject, a preposition before the document, another's words.
#[test]
fn what_is_said_of_another_noun_is_not_said_of_the_document() {
    check(
        "8 april 2025",
        &[
            // Behind a preposition it is neither who does something nor what it is done to.
            ("De subsidie voor de havenvisie is op 3 maart 2025 aangevraagd en toegekend.", "havenvisie", NEITHER),
            ("De metingen voor het sluisrapport zijn op 3 maart 2025 aangeleverd.", "sluisrapport", NEITHER),
            ("De kadenota, die aansluit op de havenvisie, is vastgesteld.", "havenvisie", NEITHER),
            ("Na de kadenota, die in mei 2024 is vastgesteld, komt in juni 2025 de havenvisie.", "kadenota", &[State::Exists]),
            ("Op grond van het sluisrapport nemen wij in mei 2025 een besluit.", "sluisrapport", &[State::Exists, State::Unknown]),
            ("Wij wachten op het sluisrapport, dat nog niet klaar is.", "sluisrapport", &[State::Forthcoming]),
            ("Wij verwijzen naar de havenvisie van de provincie, die op 3 maart 2025 is vastgesteld.", "havenvisie", &[State::Exists]),
            ("Wij steunen op het sluisrapport dat in 2023 is gepubliceerd.", "sluisrapport", &[State::Exists]),
            // Two clauses, two subjects; a plural verb is of both.
            ("De kadenota verschijnt in mei 2025, het sluisrapport is gepubliceerd.", "sluisrapport", &[State::Exists]),
            ("De kadenota en de havenvisie zijn vastgesteld.", "kadenota", &[State::Exists]),
            ("De kadenota noch de havenvisie is in 2024 vastgesteld.", "nota", NEITHER),
            ("Het sluisrapport, waarnaar u vraagt, is op 3 maart 2025 geplaatst.", "sluisrapport", &[State::Exists]),
            // What gets something does not come.
            ("Het in 2023 verschenen sluisrapport krijgt in mei 2025 een vervolg.", "sluisrapport", &[State::Exists, State::Unknown]),
            ("In 2024 kreeg de havenvisie veel kritiek.", "havenvisie", NEITHER),
            ("De havenvisie krijgt u in mei 2025.", "havenvisie", &[State::Forthcoming]),
            // It bears the day on which it was made.
            ("De havenkaart van 14 februari 2025 wordt in mei 2025 besproken.", "havenkaart", &[State::Exists, State::Unknown]),
            ("Het was niet haalbaar de havenvisie in maart 2025 af te hebben.", "havenvisie", NEITHER),
        ],
    );
}

#[test]
fn what_another_says_or_what_is_left_open_shows_no_document() {
    check(
        "8 april 2025",
        &[
            ("Wij hebben de rederij gevraagd of het sluisrapport is verschenen.", "sluisrapport", NEITHER),
            ("De schipper ontkende dat het sluisrapport was gepubliceerd.", "sluisrapport", NEITHER),
            ("Was de havenvisie vastgesteld, dan lag de kade er al.", "havenvisie", NEITHER),
            ("De motie vraagt het bestuur de havenvisie in mei 2025 aan te bieden.", "havenvisie", NEITHER),
            ("Wij wisten niet dat het sluisrapport was gepubliceerd.", "sluisrapport", &[State::Exists]),
            ("De havenvisie is vastgesteld, schreef een bewoner. Dat is niet waar.", "havenvisie", NEITHER),
            ("De havenvisie zou voor de zomer verschijnen. Inmiddels staat vast dat zij er niet komt.", "havenvisie", NEITHER),
            ("De havenvisie verschijnt in mei 2025. Dat is niet later dan gepland.", "havenvisie", &[State::Forthcoming]),
            ("De evaluatie van de kade in 2025 is afgebroken.", "evaluatie", NEITHER),
            ("De havenvisie is sinds 2023 in voorbereiding.", "havenvisie", NOT_THERE),
            ("Wij missen een jaarverslag 2020 van de rederij.", "jaarverslag", NEITHER),
            ("Het sluisrapport zou in juni 2025 verschijnen maar is al in maart 2025 gepubliceerd.", "sluisrapport", &[State::Exists]),
        ],
    );
}

#[test]
fn a_day_is_of_the_noun_of_its_own_clause() {
    let table = [
        ("De havenvisie is in voorbereiding en de sluis gaat in mei 2025 open.", None),
        ("Omdat de sluis pas in mei 2025 opengaat, is de havenvisie nog niet gereed.", None),
        ("De havenvisie wordt aangeboden aan het bestuur dat in mei 2026 wordt gekozen.", None),
        ("De havenvisie wordt nog opgesteld, zodat het bestuur in mei 2025 kan besluiten.", None),
        ("De havenvisie over de overlast van mei 2025 tot juli 2025 wordt nog opgesteld.", None),
        ("De havenvisie wordt nog opgesteld en verschijnt in mei 2025.", Some("2025-05-01/2025-05-31")),
        ("De havenvisie is in voorbereiding, het bestuur ontvangt haar in mei 2025.", Some("2025-05-01/2025-05-31")),
        ("Wij werken aan de havenvisie van de drie dorpen, die in mei 2025 verschijnt.", Some("2025-05-01/2025-05-31")),
        ("Duidelijkheid komt er na de havenvisie in mei 2025.", Some("2025-05-01/2025-05-31")),
    ];
    for (answer, due) in table {
        let judged = judged("8 april 2025", &[("Hoe staat het daarmee?", answer)]);
        let found = judged.register.documents.iter().find(|document| document.name.contains("havenvisie")).expect("the document");
        assert_eq!(found.due.map(|due| due.to_string()).as_deref(), due, "{answer}: {:?}", found.state);
    }
}
