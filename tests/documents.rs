//! Documents in small letters: where one is named, whether it exists on the letter's date, when it is due, who names it.

use std::sync::LazyLock;

use antwoordmeter::codebook::{Codebook, Memory};
use antwoordmeter::coder::{Coder, Scratch};
use antwoordmeter::documents::{Annotated, Basis, Determiner, Document, Lens, Said, State};
use antwoordmeter::letter::parse;
use antwoordmeter::source::Source;
use antwoordmeter::time::Date;

/// The embedded codebook, loaded once for all tests.
static CODEBOOK: LazyLock<Codebook> = LazyLock::new(|| Codebook::embedded().unwrap_or_else(|error| panic!("{error}")));

/// A text as the coder reads it in a letter of 8 April 2025.
fn annotated(text: &str) -> Annotated {
    let mut annotated = Annotated::default();
    let from = Date::new(2025, 4, 8).ok();
    annotated.take(text);
    annotated.find_cues(&Lens::new(&CODEBOOK), &mut Memory::default());
    annotated.find_named(from);
    annotated
}

/// The documents that a text names, as `kind/edition/name`.
fn named(text: &str) -> Vec<String> {
    annotated(text).mentions.iter().map(|mention| format!("{}/{}/{}", mention.kind, mention.edition, mention.name)).collect()
}

fn check_named(table: &[(&str, &[&str])]) {
    let wrong: Vec<_> = table.iter().map(|(text, names)| (text, named(text), names)).filter(|(_, found, names)| found != *names).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_document_is_kind_and_edition() {
    check_named(&[
        ("Dit staat in het jaarverslag 2023.", &["jaarverslag/2023/"]),
        ("Dit staat in de begroting voor 2026.", &["begroting/2026/"]),
        ("Dit staat in het jaarverslag.", &["jaarverslag//"]),
        ("Dit staat in het gras.", &[]),
    ]);
}

#[test]
fn several_editions_are_several_documents() {
    check_named(&[
        ("Zie de jaarverslagen van 2022 en 2023.", &["jaarverslag/2022/", "jaarverslag/2023/"]),
        ("Zie de eerste bestuursrapportage 2024.", &["bestuursrapportage/eerste 2024/"]),
    ]);
}

#[test]
fn a_plural_is_named_in_the_singular() {
    check_named(&[
        ("Wij lezen brieven.", &["brief//"]),
        ("Wij lezen rapportages.", &["rapportage//"]),
        ("Wij lezen rapporten.", &["rapport//"]),
    ]);
}

#[test]
fn a_proper_name_belongs_to_the_document() {
    check_named(&[("Dit staat in de Monitor Sociaal Domein 2024.", &["monitor/2024/sociaal domein"])]);
}

#[test]
fn a_name_goes_on_to_its_end() {
    check_named(&[
        ("Wij lezen het rapport 'Als de kade spreekt' van de havenmeester.", &["rapport//als de kade spreekt"]),
        ("Wij lezen het rapport „Als de kade spreekt” van de havenmeester.", &["rapport//als de kade spreekt"]),
        ("Wij lezen het rapport ‘Geld in de haven’ Geachte raad", &["rapport//geld in de haven"]),
        ("Wij lezen het wetsvoorstel 'Minder sluizen' en het 'Meer kades'.", &["wetsvoorstel//minder sluizen"]),
        ("Wij lezen het jaarverslag van het RSK-comite.", &["jaarverslag//van het rsk comite"]),
        ("Wij lezen de evaluatie van de Europese sluiswet.", &["evaluatie//van de europese sluiswet"]),
        ("Het kadebesluit volgt in juni.", &["kadebesluit//"]),
    ]);
}

#[test]
fn a_letter_of_the_asker_is_no_document() {
    check_named(&[("In uw brief van 3 maart stelt u vragen.", &[]), ("In onze brief van 3 maart gaven wij antwoord.", &["brief//"])]);
}

#[test]
fn the_determiner_tells_a_denied_document() {
    let determiner = |text: &str| annotated(text).mentions.first().map(|mention| mention.determiner);
    assert_eq!(determiner("Er komt geen evaluatie."), Some(Determiner::Negative));
    assert_eq!(determiner("Er komt een evaluatie."), Some(Determiner::Indefinite));
    assert_eq!(determiner("De evaluatie komt er."), Some(Determiner::Definite));
    assert_eq!(determiner("Jaarverslag 2023."), Some(Determiner::Bare));
}

/// Whether the clause of the first moment of a text is past, and that moment.
fn told(text: &str) -> (bool, String) {
    let text = annotated(text);
    let Some(moment) = text.moments.first() else { return (false, String::new()) };
    (text.is_past(moment.words.start), moment.interval.to_string())
}

#[test]
fn a_month_in_the_past_tense_is_the_last_one() {
    assert_eq!(told("Het rapport verscheen in november."), (true, "2024-11-01/2024-11-30".into()));
    assert_eq!(told("Het rapport is in november verstuurd."), (true, "2024-11-01/2024-11-30".into()));
}

#[test]
fn a_month_in_the_present_tense_is_the_next_one() {
    assert_eq!(told("Het rapport verschijnt in november."), (false, "2025-11-01/2025-11-30".into()));
    assert_eq!(told("Het rapport wordt in november verstuurd."), (false, "2025-11-01/2025-11-30".into()));
}

#[test]
fn each_clause_has_its_own_tense() {
    assert_eq!(told("In november verscheen het rapport, het vervolg komt in mei."), (true, "2024-11-01/2024-11-30".into()));
    assert_eq!(told("In november verschijnt het rapport, het vorige verscheen in mei."), (false, "2025-11-01/2025-11-30".into()));
}

#[test]
fn a_year_is_not_moved_by_the_tense() {
    assert_eq!(told("Het rapport verscheen in november 2023."), (true, "2023-11-01/2023-11-30".into()));
}

/// The documents of a letter of 8 April 2025 with these answers.
fn register(answers: &[&str]) -> Vec<Document> {
    let exchange = |(number, answer): (usize, &&str)| format!("Vraag {0}\nHoe zit dat?\n\nAntwoord {0}\n{answer}\n\n", number + 1);
    let exchanges: String = answers.iter().enumerate().map(exchange).collect();
    let text = format!("Gemeente Lindewaard\n\nDatum: 8 april 2025\n\nGeachte raadsleden,\n\n{exchanges}");
    let letter = parse(&Source { id: "brief".into(), text, ..Source::default() });
    Coder::new(&CODEBOOK).judge(letter, &mut Scratch::default()).register.documents
}

/// The first document of a letter: its state and when it is due.
fn state(answers: &[&str]) -> (State, String) {
    let documents = register(answers);
    let document = documents.first().unwrap_or_else(|| panic!("no document: {answers:?}"));
    (document.state, document.due.map(|due| due.to_string()).unwrap_or_default())
}

#[test]
fn a_document_that_appears_after_the_letter_is_forthcoming() {
    assert_eq!(state(&["Het jaarverslag 2024 verschijnt in mei 2025."]), (State::Forthcoming, "2025-05-01/2025-05-31".into()));
    assert_eq!(state(&["Het jaarverslag 2024 verschijnt binnenkort."]), (State::Forthcoming, String::new()));
    assert_eq!(
        state(&["De uitkomst staat in het jaarverslag 2024 (gereed in juni)."]),
        (State::Forthcoming, "2025-06-01/2025-06-30".into())
    );
}

#[test]
fn a_document_that_was_sent_exists() {
    assert_eq!(state(&["Het jaarverslag 2023 is op 3 juni 2024 aan uw raad gestuurd."]), (State::Exists, String::new()));
    assert_eq!(state(&["Het jaarverslag 2023 is vastgesteld."]), (State::Exists, String::new()));
}

#[test]
fn a_document_in_which_something_was_told_is_there() {
    assert_eq!(state(&["In de najaarsnota werd nog een tekort gemeld."]).0, State::Exists);
    assert_eq!(state(&["In de najaarsnota wordt daarover meer gezegd."]).0, State::Unknown);
}

/// A letter of 8 April 2025 with one question and its answer: the documents that it names and their states.
fn asked(question: &str, answer: &str) -> Vec<(String, State)> {
    let text = format!(
        "Gemeente Lindewaard\n\nDatum: 8 april 2025\n\nBijlagen: 1. Telverslag\n2. Ruilkaart\n\nGeachte raadsleden,\n\nVraag 1\n{question}\n\nAntwoord 1\n{answer}\n"
    );
    let letter = parse(&Source { id: "brief".into(), text, ..Source::default() });
    let documents = Coder::new(&CODEBOOK).judge(letter, &mut Scratch::default()).register.documents;
    documents.into_iter().map(|document| (document.name, document.state)).collect()
}

/// Checks the state of the document `name` in an answer to a question; `None` where the register has no such document.
fn check_asked(table: &[(&str, &str, &str, Option<State>)]) {
    let found = |name: &str, documents: &[(String, State)]| documents.iter().find(|document| document.0 == name).map(|document| document.1);
    let wrong: Vec<_> = table
        .iter()
        .map(|(question, answer, name, state)| (*question, *answer, *name, *state, asked(question, answer)))
        .filter(|(_, _, name, state, documents)| found(name, documents) != *state)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_answer_may_speak_of_the_document_of_its_question() {
    let (here, coming) = (Some(State::Exists), Some(State::Forthcoming));
    check_asked(&[
        ("Kunt u het pachtcontract geven?", "Dat ligt ter inzage bij de griffie.", "pachtcontract", here),
        ("Kunt u het pachtcontract geven?", "Dat is nog niet openbaar.", "pachtcontract", coming),
        ("Kunt u het pachtcontract geven?", "Ons contract geven wij niet vrij.", "pachtcontract", here),
        ("Wat vindt u van de havenvisie?", "Deze moet nog worden vastgesteld.", "havenvisie", coming),
        ("Wat vindt u van de havenvisie?", "Dat is goed ontvangen.", "havenvisie", Some(State::Unknown)),
    ]);
}

#[test]
fn a_question_may_take_a_document_for_granted() {
    let (here, unknown) = (Some(State::Exists), Some(State::Unknown));
    check_asked(&[
        ("In het coalitieakkoord staat een bedrag. Klopt dat?", "Nee.", "coalitieakkoord", here),
        ("Is op het telrapport gereageerd?", "Nee.", "telrapport", here),
        ("Is op de havenvisie inspraak gehouden?", "Nee.", "havenvisie", unknown),
        ("Wordt in het telrapport ook de brug geteld?", "Nee.", "telrapport", unknown),
        ("Wilt u in de havenvisie ook de brug noemen?", "Ja.", "havenvisie", unknown),
        ("Waarom is de in 2022 beloofde havenvisie niet gemaakt?", "Dat weten wij niet.", "havenvisie", unknown),
        ("Klopt de 40 hectare die in de Kaders oeverbouw 2019 staat?", "Ja.", "Kaders oeverbouw 2019", here),
        ("Kent u het bericht ‘Kade stort in’?", "Ja.", "bericht ‘Kade stort in’", here),
    ]);
}

#[test]
fn what_the_letter_lists_as_its_annexes_is_there() {
    let documents = asked("Wat kost de pont?", "Twee ton.");
    assert_eq!(documents, [("Telverslag".to_owned(), State::Exists), ("Ruilkaart".to_owned(), State::Exists)]);
}

#[test]
fn what_is_requested_or_worked_on_is_not_there_yet() {
    let told = |answer: &str| {
        let documents = register(&[answer]);
        let document = documents.first().unwrap_or_else(|| panic!("no document: {answer}"));
        (document.kind.clone(), document.state, document.basis)
    };
    assert_eq!(told("Bij twee werven is een offerte opgevraagd."), ("offerte".into(), State::Forthcoming, Basis::Awaited));
    assert_eq!(told("De beschikking laat op zich wachten."), ("beschikking".into(), State::Forthcoming, Basis::Awaited));
    assert_eq!(
        told("Wij werken aan een nieuw havenplan. In dat plan staan de kosten."),
        ("havenplan".into(), State::Forthcoming, Basis::Stated)
    );
    assert_eq!(told("In die overeenkomst staan de prijzen."), ("overeenkomst".into(), State::Exists, Basis::Worded));
    assert_eq!(told("De offertes die wij opvroegen, zijn in maart ontvangen."), ("offertes".into(), State::Exists, Basis::Stated));
    assert_eq!(told("Omdat de havenindex niet is vastgesteld, wachten wij."), ("havenindex".into(), State::Unknown, Basis::Stated));
    assert_eq!(told("De bond maakt het havenplan en kan u precies vertellen hoe."), ("havenplan".into(), State::Unknown, Basis::Stated));
    assert_eq!(told("Een verslag geven wij niet."), ("verslag".into(), State::Unknown, Basis::Stated));
}

#[test]
fn at_somebodys_disposal_is_no_document() {
    assert!(register(&["De zaal staat tot uw beschikking. Er is geld ter beschikking gesteld. Uw reactie is welkom."]).is_empty());
}

#[test]
fn a_draft_that_is_there_is_not_the_document() {
    let states = |answer: &str| -> Vec<_> { register(&[answer]).into_iter().map(|document| (document.kind, document.state)).collect() };
    assert_eq!(
        states("Het ontwerpbestemmingsplan lag in maart ter inzage. Het bestemmingsplan wordt in september 2025 vastgesteld."),
        [("ontwerpbestemmingsplan".to_owned(), State::Exists), ("bestemmingsplan".to_owned(), State::Forthcoming)]
    );
    assert_eq!(
        states("Het concept van de havenvisie is gereed."),
        [("concept".to_owned(), State::Exists), ("havenvisie".to_owned(), State::Unknown)]
    );
}

#[test]
fn several_reports_are_not_the_annual_one() {
    let documents = register(&["Het jaarverslag 2024 verschijnt in mei 2025.", "De verslagen geven wij niet vrij."]);
    let told: Vec<_> = documents.iter().map(|document| (document.kind.as_str(), document.state)).collect();
    assert_eq!(told, [("jaarverslag", State::Forthcoming), ("verslag", State::Exists)]);
}

#[test]
fn what_recurs_may_be_two_documents() {
    let told: Vec<_> =
        register(&["U krijgt jaarlijks een telmonitor en een jaarverslag."]).into_iter().map(|document| document.state).collect();
    assert_eq!(told, [State::Recurring, State::Recurring]);
}

/// "Pas als …" told of a document as given, and "ontvangen wij" of the month before.
#[test]
fn a_condition_and_a_verb_to_come_show_no_document() {
    let documents = register(&["Dat havenvoorstel kennen wij niet. Pas als het aan uw raad is aangeboden, vormen wij een oordeel."]);
    assert_ne!(documents.first().map(|document| document.state), Some(State::Exists));
    assert_eq!(told("In mei ontvangen wij het rapport."), (false, "2025-05-01/2025-05-31".into()));
}

#[test]
fn what_is_kept_up_to_date_is_there_and_does_not_recur() {
    assert_eq!(state(&["Dat is te vinden in de Havenatlas. Die wordt elk kwartaal ververst."]).0, State::Exists);
    assert_eq!(state(&["Dat is te vinden in de Havenmonitor. Die verschijnt elk kwartaal."]).0, State::Recurring);
}

/// "wordt beschreven in" told of something to come, whatever year the document is of.
#[test]
fn an_edition_of_years_ago_is_not_still_to_come() {
    assert_eq!(state(&["Hoe dat ging, wordt beschreven in het jaarverslag 2022."]).0, State::Exists);
    assert_eq!(state(&["Hoe dat ging, wordt opgenomen in het jaarverslag 2024."]).0, State::Forthcoming);
}

#[test]
fn what_appears_every_year_is_recurring_until_an_edition_is_named() {
    assert_eq!(state(&["Wij schrijven jaarlijks een armoedemonitor."]).0, State::Recurring);
    assert_ne!(
        state(&["Wij schrijven jaarlijks een armoedemonitor. De armoedemonitor 2022 is vorig jaar gepubliceerd."]).0,
        State::Recurring
    );
}

#[test]
fn without_a_word_on_it_the_state_is_unknown() {
    assert_eq!(state(&["De gevolgen voor de begroting 2026 zijn klein."]), (State::Unknown, String::new()));
}

#[test]
fn what_another_answer_says_of_a_document_counts() {
    let documents = register(&["Dit staat in het jaarverslag 2024.", "Het hek is dicht.", "Het jaarverslag 2024 verschijnt in mei 2025."]);
    assert_eq!((documents.len(), documents[0].state), (1, State::Forthcoming));
    assert_eq!(documents[0].answers, ["brief#1", "brief#3"]);
}

#[test]
fn a_season_without_a_document_word_is_no_document() {
    assert!(register(&["In het najaar gaat de haven open."]).is_empty());
}

#[test]
fn one_document_under_two_names() {
    let documents = register(&["De tweede bestuursrapportage (burap) verschijnt in oktober 2025.", "Zie de burap."]);
    assert_eq!(documents.len(), 1, "{documents:#?}");
    assert_eq!(documents[0].answers, ["brief#1", "brief#2"]);
}

#[test]
fn the_report_points_back_to_the_fuller_name() {
    let documents = register(&["Het onderzoeksrapport Havenkade verschijnt in juni 2025. Het rapport gaat ook naar de pers."]);
    assert_eq!(documents.iter().map(|document| document.kind.as_str()).collect::<Vec<_>>(), ["onderzoeksrapport"]);
}

#[test]
fn editions_are_documents_of_their_own() {
    let documents = register(&["Het jaarverslag 2023 is in juni 2024 gepubliceerd. Het jaarverslag 2024 verschijnt in mei 2025."]);
    let told: Vec<_> = documents.iter().map(|document| (document.period.as_str(), document.state)).collect();
    assert_eq!(told, [("2023", State::Exists), ("2024", State::Forthcoming)]);
}

/// What else is said of a document: state and due date.
fn others(document: &Document) -> Vec<String> {
    let told = |said: &Said| [said.state.code().to_owned(), said.due.map(|due| due.to_string()).unwrap_or_default()].join(" ");
    document.others.iter().map(|said| told(said).trim_end().to_owned()).collect()
}

#[test]
fn a_document_that_exists_and_is_to_come_has_both_proofs() {
    let answers = ["Het jaarverslag 2024 verschijnt in mei 2025.", "Het jaarverslag 2024 is in maart 2025 gepubliceerd."];
    let documents = register(&answers);
    assert_eq!((documents[0].state, others(&documents[0])), (State::Forthcoming, vec!["exists".to_owned()]));
    let turned = register(&[answers[1], "Het jaarverslag 2024 is in maart 2025 verspreid.", answers[0]]);
    assert_eq!(others(&turned[0]), ["exists"], "the same is said once");
}

#[test]
fn what_is_discussed_later_or_recurs_contradicts_nothing() {
    for answers in [
        ["De havennota 2025 is in maart 2025 gepubliceerd. Uw raad bespreekt de havennota 2025 in mei.", "Zie de havennota 2025."],
        ["Wij brengen elk jaar een jaarverslag uit.", "Het jaarverslag 2024 verschijnt in mei 2025."],
        ["Het jaarverslag 2024 verschijnt in mei 2025.", "Het jaarverslag 2024 ontvangt u in 2025."],
    ] {
        let documents = register(&answers);
        assert!(documents.iter().all(|document| document.others.is_empty()), "{documents:#?}");
    }
}

#[test]
fn a_second_due_date_is_kept_beside_the_first() {
    let documents = register(&["Het jaarverslag 2024 verschijnt in mei 2025.", "Het jaarverslag 2024 ontvangt u in juni 2025."]);
    assert_eq!(documents[0].due.map(|due| due.to_string()).as_deref(), Some("2025-05-01/2025-05-31"));
    assert_eq!(others(&documents[0]), ["forthcoming 2025-06-01/2025-06-30"]);
}

#[test]
fn the_same_due_date_is_not_kept_twice() {
    let documents = register(&["Het jaarverslag 2024 verschijnt in mei 2025.", "Het jaarverslag 2024 ontvangt u in mei 2025."]);
    assert!(documents[0].others.is_empty());
}

#[test]
fn a_due_date_belongs_to_the_document_beside_it() {
    let documents = register(&["De begroting 2026 verschijnt in oktober 2025. Het jaarverslag 2024 ontvangt u in mei 2025."]);
    let told: Vec<_> =
        documents.iter().map(|document| (document.kind.as_str(), document.due.map(|due| due.to_string()).unwrap_or_default())).collect();
    assert_eq!(told, [("begroting", "2025-10-01/2025-10-31".to_owned()), ("jaarverslag", "2025-05-01/2025-05-31".to_owned())]);
}

#[test]
fn a_document_that_is_denied_is_not_in_the_register() {
    assert!(register(&["Er komt geen evaluatie."]).is_empty());
}

#[test]
fn a_document_that_only_comes_along_takes_no_due_date() {
    let documents = register(&["De jaarstukken 2024 ontvangt u in mei 2025, gelijktijdig met de kadernota 2026."]);
    let due = documents.iter().find(|document| document.kind == "jaarstukken").and_then(|document| document.due);
    assert_eq!(due.map(|due| due.to_string()).as_deref(), Some("2025-05-01/2025-05-31"));
}

#[test]
fn what_exists_has_no_due_date() {
    assert_eq!(
        state(&["Het rapport Havenkade is in maart 2025 gepubliceerd. Uw raad bespreekt het in mei."]),
        (State::Exists, String::new())
    );
}

#[test]
fn the_words_of_the_due_date_are_kept() {
    let text = "Datum: 8 april 2025\n\nVraag 1\nHoe zit dat?\n\nAntwoord 1\nHet jaarverslag 2024 verschijnt in mei 2025.\n";
    let letter = parse(&Source { id: "brief".into(), text: text.into(), ..Source::default() });
    let judged = Coder::new(&CODEBOOK).judge(letter, &mut Scratch::default());
    let span = judged.register.documents[0].due_span.unwrap_or_default();
    assert_eq!(span.of(text), "mei 2025");
}

#[test]
fn the_introduction_speaks_of_documents_too() {
    let text = "Datum: 8 april 2025\n\nGeachte raadsleden,\n\nHet jaarverslag 2024 verschijnt in mei 2025.\n\nVraag 1\nHoeveel?\n\nAntwoord 1\nZie het jaarverslag 2024.\n";
    let letter = parse(&Source { id: "brief".into(), text: text.into(), ..Source::default() });
    let judged = Coder::new(&CODEBOOK).judge(letter, &mut Scratch::default());
    assert_eq!(judged.register.documents[0].state, State::Forthcoming);
    assert_eq!(judged.register.documents[0].answers, ["brief#1"]);
}

#[test]
fn a_document_of_the_question_is_dated_by_the_answer() {
    let text = "Datum: 8 april 2025\n\nVraag 1\nWanneer verschijnt de havenmonitor?\n\nAntwoord 1\nIn juni 2025.\n";
    let letter = parse(&Source { id: "brief".into(), text: text.into(), ..Source::default() });
    let judged = Coder::new(&CODEBOOK).judge(letter, &mut Scratch::default());
    assert_eq!(judged.register.documents[0].due.map(|due| due.to_string()).as_deref(), Some("2025-06-01/2025-06-30"));
}

/// What a letter of 8 April 2025 says of its documents: kind and due date, or state where it gives none.
fn dues(answers: &[&str]) -> Vec<String> {
    let told = |document: &Document| document.due.map_or_else(|| document.state.code().to_owned(), |due| due.to_string());
    register(answers).iter().map(|document| format!("{} {}", document.kind, told(document))).collect()
}

#[test]
fn of_several_dates_each_document_takes_its_own() {
    let table: &[(&[&str], &[&str])] = &[
        (
            &["De begroting 2026 verschijnt in oktober 2025 en het jaarverslag 2024 in mei 2025."],
            &["begroting 2025-10-01/2025-10-31", "jaarverslag 2025-05-01/2025-05-31"],
        ),
        (
            &["De nota (wordt op 6 mei door ons vastgesteld), de monitor (komt op 3 juni uit)."],
            &["nota 2025-05-06/2025-05-06", "monitor 2025-06-03/2025-06-03"],
        ),
        (
            &["In mei buigt het bestuur zich over de cijfers en in juni bereikt het eindrapport ook uw raad."],
            &["eindrapport 2025-06-01/2025-06-30"],
        ),
        (
            &["Na een inspraakronde in juni verschijnt het eindrapport, zo is de bedoeling, in september."],
            &["eindrapport 2025-09-01/2025-09-30"],
        ),
        (&["Er gaat deze maand een raadsbrief over uit; die wordt volgende week verstuurd."], &["raadsbrief 2025-04-14/2025-04-20"]),
        (&["De enquete staat open tot 9 mei."], &["enquete unknown"]),
        (&["De woonvisie gaat uit van 900 woningen in 2030."], &["woonvisie exists"]),
        (&["De tweede voortgangsrapportage komt op de agenda van 26 juni."], &["voortgangsrapportage 2025-06-26/2025-06-26"]),
        (
            &["De havennota verschijnt in juni.", "Zie onze brief van 3 februari 2025."],
            &["havennota 2025-06-01/2025-06-30", "brief exists"],
        ),
    ];
    let wrong: Vec<_> =
        table.iter().map(|(answers, told)| (answers, dues(answers), told)).filter(|(_, found, told)| found != *told).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_stands_before_a_moment_tells_the_tense() {
    assert_eq!(told("Het stuk lag in november klaar en gaat nu naar de drukker."), (false, "2024-11-01/2024-11-30".into()));
    assert_eq!(told("Over de brug besluiten wij in november, nadat de buurt is gehoord."), (false, "2025-11-01/2025-11-30".into()));
    assert_eq!(told("Op de besloten avond van 4 november komt dit aan bod."), (false, "2025-11-04/2025-11-04".into()));
}

/// The documents of a letter, as `name: state due`.
fn rows(answers: &[&str]) -> Vec<String> {
    let row = |document: &Document| {
        let due = document.due.map(|due| format!(" {due}")).unwrap_or_default();
        format!("{}: {}{due}", document.name, document.state.code())
    };
    register(answers).iter().map(row).collect()
}

fn check_rows(table: &[(&str, &[&str])]) {
    let wrong: Vec<_> =
        table.iter().map(|(text, expected)| (text, rows(&[text]), expected)).filter(|(_, found, rows)| found != *rows).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_document_that_is_cited_is_worded_as_existing() {
    check_rows(&[
        ("Volgens de Wijkmonitor 2023 waren het er 40.", &["Wijkmonitor 2023: exists"]),
        ("Blijkens haar jaarrekening was er winst.", &["jaarrekening: exists"]),
        ("Dat staat op bladzijde 12 van de kadernota.", &["kadernota: exists"]),
        ("Zie de kadernota, paragraaf 4.6.", &["kadernota: exists"]),
        ("De kadernota noemt drie oorzaken.", &["kadernota: exists"]),
        ("Wijkmonitor 2023. Daarin staan ze.", &["Wijkmonitor 2023: exists"]),
        ("De evaluatie is in februari van start gegaan.", &["evaluatie: forthcoming"]),
        ("De voorwaarden uit het convenant gelden nog.", &["convenant: exists"]),
        ("Wij bepalen de tarieven met behulp van de kadernota.", &["kadernota: exists"]),
        ("Dat zal blijken aan de hand van de kadernota.", &["kadernota: unknown"]),
        ("Er bestaat een verslag van dat gesprek.", &["verslag: exists"]),
        ("Het effect op de begroting is klein.", &["begroting: unknown"]),
        ("Dat blijkt pas uit de kadernota.", &["kadernota: forthcoming"]),
        ("Dat wordt niet alleen opgenomen in de kadernota.", &["kadernota: forthcoming"]),
        ("Dat wordt niet opgenomen in de kadernota.", &["kadernota: unknown"]),
    ]);
}

#[test]
fn a_lighter_proof_gives_way() {
    assert_eq!(
        rows(&["De cijfers staan in het jaarverslag 2024.", "Het jaarverslag 2024 verschijnt in mei."]),
        ["jaarverslag 2024: forthcoming 2025-05-01/2025-05-31"]
    );
    assert_eq!(rows(&["De cijfers worden opgenomen in het jaarverslag 2024."]), ["jaarverslag 2024: forthcoming"]);
}

#[test]
fn annexes_and_decisions_have_a_row() {
    check_rows(&[
        ("De bedragen staan in bijlage 2.", &["bijlage 2: exists"]),
        ("De motie van 14 november 2024 vroeg daarom.", &["motie van 14 november 2024: exists"]),
        ("De motie vroeg daarom.", &[]),
        ("Dat staat in bijlage 3 van de kadernota.", &["kadernota: exists"]),
    ]);
}

#[test]
fn letters_are_told_apart_by_their_day() {
    assert_eq!(
        rows(&["Wij verwijzen naar onze brief van 3 maart 2025.", "Wij verwijzen naar onze brief van 6 februari 2025."]),
        ["brief van 3 maart 2025: exists", "brief van 6 februari 2025: exists"]
    );
}

#[test]
fn editions_in_a_row() {
    check_named(&[
        ("Zie de jaarverslagen 2021, 2022 en 2023.", &["jaarverslag/2021/", "jaarverslag/2022/", "jaarverslag/2023/"]),
        (
            "Zie het jaarverslag 2024. De edities 2022 en 2023 liggen op de griffie.",
            &["jaarverslag/2024/", "jaarverslag/2022/", "jaarverslag/2023/"],
        ),
        ("De nota reserves en voorzieningen komt.", &["nota//reserves en voorzieningen"]),
        ("De nota verschijnt.", &["nota//"]),
    ]);
}

#[test]
fn what_stands_beside_a_document_is_not_due() {
    check_rows(&[
        (
            "U ontvangt de evaluatie van het reglement in juni.",
            &["evaluatie van het reglement: forthcoming 2025-06-01/2025-06-30", "reglement: exists"],
        ),
        ("Met de toets in de hand sturen wij u in juni de kadernota.", &["toets: unknown", "kadernota: forthcoming 2025-06-01/2025-06-30"]),
        (
            "Met de havenvisie als uitgangspunt sturen wij u in juni de kadernota.",
            &["havenvisie: unknown", "kadernota: forthcoming 2025-06-01/2025-06-30"],
        ),
        (
            "Het coalitieakkoord wordt in mei uitgewerkt in het uitvoeringsprogramma.",
            &["coalitieakkoord: unknown", "uitvoeringsprogramma: forthcoming 2025-05-01/2025-05-31"],
        ),
        ("Volgens de huidige planning is de brug in juni klaar.", &[]),
        ("Volgende week is de controleverklaring beschikbaar.", &["controleverklaring: forthcoming 2025-04-14/2025-04-20"]),
        (
            "De kadernota wordt op 6 mei door ons vastgesteld en daags daarna toegezonden.",
            &["kadernota: forthcoming 2025-05-07/2025-05-07"],
        ),
    ]);
}

#[test]
fn the_next_sentence_goes_on_about_a_document() {
    check_rows(&[
        (
            "U ontvangt tweemaal per jaar een voortgangsbrief. De eerste ontvangt u in mei.",
            &["voortgangsbrief (mei 2025): forthcoming 2025-05-01/2025-05-31"],
        ),
        (
            "Het beeld hoort thuis in onze rapportage bij dat hoofdstuk. Wij bieden het de raad op 20 mei aan.",
            &["rapportage (mei 2025): forthcoming 2025-05-20/2025-05-20"],
        ),
    ]);
    assert_eq!(
        rows(&["De gemeente houdt een subsidieregister bij. Het register over 2025 maken wij in juli openbaar."]),
        ["subsidieregister 2025: forthcoming 2025-07-01/2025-07-31"]
    );
}

#[test]
fn a_period_that_has_passed_tells_that_a_document_is_there() {
    check_rows(&[
        ("Dat past bij de havennota 2016-2020.", &["havennota 2016-2020: exists"]),
        ("Wij kennen het sluisrapport van 2022.", &["sluisrapport van 2022: exists"]),
        ("Dat past bij de havennota 2026-2030.", &["havennota 2026-2030: unknown"]),
        ("Het gaat om het jaarverslag 2024.", &["jaarverslag 2024: unknown"]),
        ("De havennota 2016-2020 is er nooit gekomen, wij beginnen opnieuw.", &["havennota 2016-2020: exists"]),
        ("De havennota 2020-2024 wordt in mei 2025 vastgesteld.", &["havennota 2020-2024: forthcoming 2025-05-01/2025-05-31"]),
    ]);
}

#[test]
fn a_title_keeps_its_marks_and_a_term_is_no_part_of_a_name() {
    check_rows(&[
        ("Wij lezen het rapport 'Als de kade spreekt' van de schipper.", &["rapport 'Als de kade spreekt': unknown"]),
        ("Het ontwerp van de steigerregels lag van 3 mei tot en met 9 juni 2024 ter inzage.", &["ontwerp van de steigerregels: exists"]),
    ]);
}

#[test]
fn the_words_around_a_document() {
    check_rows(&[
        ("Dat hangt af van de lange, nog te schrijven, havenvisie.", &["havenvisie: forthcoming"]),
        ("De kaart met de bijbehorende tabellen is gepubliceerd.", &["kaart: exists", "tabellen: exists"]),
        ("In de kantine hangt het draaiboek, behalve dat van de kade, ter inzage.", &["draaiboek: exists"]),
        ("Er ligt een rapport, met vragen, en de brug is open.", &["rapport: unknown"]),
        ("De watersportbond zal in juni een oeverrapport presenteren.", &["oeverrapport: forthcoming 2025-06-01/2025-06-30"]),
        ("De cijfers worden in het jaarverslag 2024 opgenomen.", &["jaarverslag 2024: forthcoming"]),
        ("Zulke meldingen worden altijd in het jaarverslag opgenomen.", &["jaarverslag: unknown"]),
        ("Hierbij ontvangt u het eindrapport.", &["eindrapport: exists"]),
        ("De kadernota ontvangt u niet in mei, maar in juni.", &["kadernota: forthcoming 2025-06-01/2025-06-30"]),
    ]);
}

#[test]
fn versions_are_told_apart() {
    check_rows(&[
        (
            "De herziene natuurkaart ontvangt u in juni. De oude natuurkaart dateert van mei 2021.",
            &["herziene natuurkaart: forthcoming 2025-06-01/2025-06-30", "oude natuurkaart: exists"],
        ),
        (
            "De nieuwe havenvisie komt in juni naar uw raad. De havenvisie telt dan 40 bladzijden.",
            &["nieuwe havenvisie: forthcoming 2025-06-01/2025-06-30"],
        ),
        (
            "Het afvalplan 2021-2024 bevat drie doelen. Het nieuwe afvalplan wordt in juni vastgesteld.",
            &["afvalplan 2021-2024: exists", "nieuwe afvalplan: forthcoming 2025-06-01/2025-06-30"],
        ),
        (
            "De raming uit 2023 bedroeg twee miljoen. De nieuwe raming ontvangt u in mei.",
            &["raming uit 2023: exists", "nieuwe raming: forthcoming 2025-05-01/2025-05-31"],
        ),
    ]);
}

#[test]
fn a_season_or_a_relative_year_gives_the_edition() {
    check_named(&[
        ("Dit komt in het jaarverslag over dit jaar.", &["jaarverslag/2025/"]),
        ("Dit komt in de begroting voor volgend jaar.", &["begroting/2026/"]),
        ("Zie het jaarverslag van vorig jaar.", &["jaarverslag//"]),
    ]);
    check_rows(&[
        ("De najaarsnota ontvangt u op 6 november.", &["najaarsnota 2025: forthcoming 2025-11-06/2025-11-06"]),
        ("Dat blijkt pas uit de meicirculaire.", &["meicirculaire 2025: forthcoming"]),
        ("Volgens de najaarsnota was er een tekort.", &["najaarsnota: exists"]),
        ("Het eindrapport ontvangt u in november.", &["eindrapport: forthcoming 2025-11-01/2025-11-30"]),
    ]);
}

#[test]
fn a_report_is_that_of_the_inquiry() {
    check_rows(&[
        (
            "Het parkeeronderzoek binnenstad 2025 loopt. Het rapport staat op de agenda van 5 juni.",
            &["parkeeronderzoek binnenstad 2025: forthcoming 2025-06-05/2025-06-05"],
        ),
        (
            "Het parkeeronderzoek 2025 loopt. Het rapport van de minister komt in juni.",
            &["parkeeronderzoek 2025: unknown", "rapport van de minister: forthcoming 2025-06-01/2025-06-30"],
        ),
        ("De havendoorlichting loopt. Het rapport komt in juni.", &["havendoorlichting: forthcoming 2025-06-01/2025-06-30"]),
        ("Er loopt een toets. Het rapport komt in juni.", &["rapport: forthcoming 2025-06-01/2025-06-30"]),
        (
            "De herinventarisatie van de kades komt in juni. De inventarisatie is in 2023 verschenen.",
            &["herinventarisatie van de kades: forthcoming 2025-06-01/2025-06-30", "inventarisatie: exists"],
        ),
    ]);
}

#[test]
fn annexes_in_a_row_and_letters_that_are_only_told_of() {
    check_rows(&[
        ("De rassen vindt u in bijlagen 4 tot en met 6.", &["bijlage 4: exists", "bijlage 5: exists", "bijlage 6: exists"]),
        ("Bijlagen 1.", &[]),
        ("De rassen staan in bijlage B bij dit schrijven.", &["bijlage B: exists"]),
        ("Wij schreven u hierover op 3 maart 2025.", &["brief van 3 maart 2025: exists"]),
        ("Daarover hebt u op 3 maart bericht ontvangen.", &["brief van 3 maart: exists"]),
        ("De bewoners schreven dat de brug al in maart dicht was.", &[]),
    ]);
}

#[test]
fn what_a_question_takes_for_granted_exists() {
    let text = "Datum: 8 april 2025\n\nVraag 1\nWaarom wijkt u af van de motie van 3 maart 2025, terwijl dit volgens de havennota 2016-2020 niet kan?\n\n\
                Antwoord 1\nDe brug was kapot.\n\nVraag 2\nWanneer komt de havenvisie?\n\nAntwoord 2\nDat weten wij niet.\n";
    let letter = parse(&Source { id: "brief".into(), text: text.into(), ..Source::default() });
    let judged = Coder::new(&CODEBOOK).judge(letter, &mut Scratch::default());
    let told = |document: &Document| {
        let words = document.evidence.map_or("", |span| span.of(text));
        format!("{}: {} «{words}»", document.name, document.state.code())
    };
    assert_eq!(
        judged.register.documents.iter().map(told).collect::<Vec<_>>(),
        [
            "havennota 2016-2020: exists «volgens de havennota 2016-2020»",
            "motie van 3 maart 2025: exists «motie van 3 maart 2025»",
            "havenvisie: unknown «»",
        ]
    );
    assert!(judged.register.documents.iter().all(|document| document.answers.is_empty()), "no answer names them");
}

/// A date in what a document reckons with was taken for the day on which it comes.
#[test]
fn what_a_document_reckons_with_is_not_when_it_comes() {
    check_rows(&[
        ("De prognose gaat uit van 300 boten in juni 2026.", &["prognose: exists"]),
        ("De prognose gaat in juni naar uw raad.", &["prognose: forthcoming 2025-06-01/2025-06-30"]),
    ]);
}

/// "Zijn verslag" of an accountant was taken for the report that another answer encloses.
#[test]
fn what_belongs_to_somebody_is_another_document_than_that_of_another_answer() {
    let text = "Datum: 8 april 2025\n\nVraag 1\nWat is er op de avond gezegd?\n\nAntwoord 1\nEr is over geluid gesproken. Het verslag van de schouw is als bijlage meegestuurd.\n\n\
                Vraag 2\nIs de opdracht rechtmatig?\n\nAntwoord 2\nDaar kijkt de accountant naar. Zijn verslag ontvangt u in juni.\n";
    let letter = parse(&Source { id: "brief".into(), text: text.into(), ..Source::default() });
    let judged = Coder::new(&CODEBOOK).judge(letter, &mut Scratch::default());
    let states: Vec<_> =
        judged.register.documents.iter().filter(|document| document.kind == "verslag").map(|document| document.state).collect();
    assert_eq!(states, [State::Exists, State::Forthcoming]);
}

#[test]
fn an_account_of_a_year_that_is_not_over_is_still_to_come() {
    check_rows(&[
        ("Dat leest u in het jaarverslag 2025.", &["jaarverslag 2025: forthcoming"]),
        ("Dat leest u in het jaarverslag 2024.", &["jaarverslag 2024: exists"]),
        ("Dat leest u in de begroting 2025.", &["begroting 2025: exists"]),
        ("Dat leest u niet in het jaarverslag 2025.", &["jaarverslag 2025: exists"]),
    ]);
}
