//! The coder on small letters: which row of the decision table settles an answer, what a question asks, what a sentence does.

use std::sync::LazyLock;

use antwoordmeter::codebook::{Codebook, Memory};
use antwoordmeter::coder::{Account, AskKind, Coder, Evidence, Judged, Reason, Scratch, Statement, asks};
use antwoordmeter::coding::{Class, Coding, DeferralKind, Due, ExternalKind};
use antwoordmeter::documents::{Annotated, Lens};
use antwoordmeter::letter::parse;
use antwoordmeter::source::Source;

/// A letter of 8 April 2025 with these questions and answers, numbered from 1.
fn letter(pairs: &[(&str, &str)]) -> String {
    let exchange =
        |(number, (question, answer)): (usize, &(&str, &str))| format!("Vraag {0}\n{question}\n\nAntwoord {0}\n{answer}\n\n", number + 1);
    let exchanges: String = pairs.iter().enumerate().map(exchange).collect();
    format!("Gemeente Lindewaard\n\nDatum: 8 april 2025\n\nGeachte raadsleden,\n\n{exchanges}")
}

/// The embedded codebook, loaded once for all tests.
static CODEBOOK: LazyLock<Codebook> = LazyLock::new(|| Codebook::embedded().unwrap_or_else(|error| panic!("{error}")));

/// A text as it is coded, and what was seen in each of its answers.
fn read(text: String) -> (Judged, Vec<Account>) {
    let source = Source { id: "brief".into(), text, ..Source::default() };
    Coder::new(&CODEBOOK).explain(parse(&source), &mut Scratch::default())
}

fn coded(pairs: &[(&str, &str)]) -> (Judged, Vec<Account>) {
    read(letter(pairs))
}

/// The evidence of an answer as `facet: words`.
fn evidence(judged: &Judged, place: usize) -> Vec<String> {
    let shown = |found: &Evidence| {
        let facet = CODEBOOK.rules()[found.rule].id.split('/').next().unwrap_or_default();
        format!("{facet}: {}", found.span.of(&judged.letter.text))
    };
    judged.judgements[place].evidence.iter().map(shown).collect()
}

/// One row of the table: the letter whose last answer lands in it.
struct Row {
    reason: Reason,
    class: Class,
    pairs: &'static [(&'static str, &'static str)],
    evidence: &'static [&'static str],
}

/// At least one answer for each row of the decision table.
const ROWS: &[Row] = &[
    Row {
        reason: Reason::NoText,
        class: Class::Unanswered,
        pairs: &[("Hoeveel bankjes staan er in het Lindepark?", "Acht."), ("Wie onderhoudt ze?", "[geen antwoord ontvangen]")],
        evidence: &[],
    },
    Row {
        reason: Reason::Follows,
        class: Class::Deferral,
        pairs: &[
            (
                "Hoeveel meldingen van zwerfafval kwamen er in 2024 binnen?",
                "Deze cijfers worden opgenomen in het jaarverslag 2024, dat in mei 2025 verschijnt.",
            ),
            ("En hoeveel daarvan gingen over de Havenstraat?", "Zie het antwoord op vraag 1."),
        ],
        evidence: &["internal: Zie het antwoord"],
    },
    Row {
        reason: Reason::LeadsNowhere,
        class: Class::Unresolved,
        pairs: &[("Wie beheert de kinderboerderij?", "Zie het antwoord op vraag 7.")],
        evidence: &["internal: Zie het antwoord"],
    },
    Row {
        reason: Reason::SaysWhen,
        class: Class::Substantive,
        pairs: &[("Wanneer wordt de uitslag van de prijsvraag bekendgemaakt?", "De uitslag wordt op 12 september 2025 bekendgemaakt.")],
        evidence: &["delivery: wordt op 12 september 2025 bekendgemaakt"],
    },
    Row {
        reason: Reason::SaysWhether,
        class: Class::Substantive,
        pairs: &[(
            "Klopt het dat de sporthal in 2023 drie weken dicht is geweest?",
            "Ja. De aanleiding is beschreven in de nota Sport 2023.",
        )],
        evidence: &["opening: Ja"],
    },
    Row {
        reason: Reason::GivesFigure,
        class: Class::Substantive,
        pairs: &[("Hoeveel laadpalen staan er in de Molenwijk?", "Er staan 14 laadpalen. De adressen vindt u op laadkaart.nl.")],
        evidence: &["external: vindt u op"],
    },
    Row {
        reason: Reason::GivesReason,
        class: Class::Substantive,
        pairs: &[(
            "Waarom is de bibliotheek op maandag gesloten?",
            "De bibliotheek is dicht omdat er op die dag te weinig vrijwilligers zijn. De openingstijden staan op biebmeerdorp.nl.",
        )],
        evidence: &["external: staan op biebmeerdorp.nl"],
    },
    Row {
        reason: Reason::Enumerates,
        class: Class::Substantive,
        pairs: &[(
            "Welke scholen doen mee aan het project?",
            "De deelnemers zijn:\n- De Wilgenroos\n- Het Kompas\n- De Vuurvogel\n\nDe afspraken staan in de nota Onderwijs 2024.",
        )],
        evidence: &["external: staan in de nota"],
    },
    Row {
        reason: Reason::OnlySupported,
        class: Class::Substantive,
        pairs: &[(
            "Hoe wordt het hertenkamp beheerd?",
            "Twee boswachters verzorgen de dieren en een groep vrijwilligers houdt het hek heel. Zie ook het jaarverslag 2023.",
        )],
        evidence: &["supporting: Zie ook"],
    },
    Row {
        reason: Reason::ContentOutweighs,
        class: Class::Substantive,
        pairs: &[(
            "Wat vindt het college van de staat van het fietspad?",
            "14 van de 20 kilometer fietspad is in goede staat. De rest van het fietspad wordt dit jaar hersteld omdat wortels het asfalt opdrukken. De inspectie van de wegen is bovendien opgenomen in de nota Wegen 2024.",
        )],
        evidence: &["external: opgenomen in de nota"],
    },
    Row {
        reason: Reason::Defers,
        class: Class::Deferral,
        pairs: &[(
            "Hoeveel leerlingen kregen in 2024 taxivervoer?",
            "Deze aantallen worden opgenomen in het jaarverslag 2024, dat in mei 2025 verschijnt.",
        )],
        evidence: &["deferral: worden opgenomen in het jaarverslag"],
    },
    Row {
        reason: Reason::RefersElsewhere,
        class: Class::ExternalReference,
        pairs: &[("Hoeveel inwoners gebruikten de pendelbus?", "Hiervoor verwijzen wij naar de jaarverslagen van 2022 en 2023.")],
        evidence: &["external: verwijzen wij naar"],
    },
    Row {
        reason: Reason::DoesNotKnow,
        class: Class::Substantive,
        pairs: &[("Hoeveel honden lopen er los in het Lindepark?", "Dat wordt door ons niet geregistreerd.")],
        evidence: &["no_information: niet geregistreerd"],
    },
    Row {
        reason: Reason::Declines,
        class: Class::Substantive,
        pairs: &[("Welke medewerker gaf de opdracht?", "Over individuele medewerkers doen wij geen mededelingen.")],
        evidence: &["refusal: geen mededelingen"],
    },
    Row {
        reason: Reason::Content,
        class: Class::Substantive,
        pairs: &[("Hoeveel bezoekers trok het zwembad?", "Het zwembad trok vorig jaar 41.000 bezoekers.")],
        evidence: &[],
    },
];

#[test]
fn each_row_of_the_decision_table() {
    let wrong: Vec<_> = ROWS
        .iter()
        .filter_map(|row| {
            let (judged, _) = coded(row.pairs);
            let place = judged.judgements.len() - 1;
            let found = &judged.judgements[place];
            let words = evidence(&judged, place);
            let proven = row.evidence.iter().all(|wanted| words.iter().any(|word| word == wanted));
            let same = (found.reason, found.coding.class) == (row.reason, row.class);
            (!same || !proven)
                .then(|| format!("{:?} {:?}: {:?} {:?} {words:?}", row.reason, row.evidence, found.reason, found.coding.class))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn no_row_of_the_decision_table_is_without_a_test() {
    let missing: Vec<_> = Reason::all().filter(|reason| !ROWS.iter().any(|row| row.reason == *reason)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// What a question asks for, in the order of its sentences.
fn asked(question: &str) -> Vec<AskKind> {
    let lens = Lens::new(&CODEBOOK);
    let mut text = Annotated::default();
    text.take(question);
    text.find_cues(&lens, &mut Memory::default());
    text.find_named(None);
    asks(&text, &lens).iter().map(|ask| ask.kind).collect()
}

fn check_asks(table: &[(&str, &[AskKind])]) {
    let wrong: Vec<_> =
        table.iter().map(|(question, kinds)| (question, asked(question), kinds)).filter(|(_, found, kinds)| found != *kinds).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn asks_for_a_figure_or_a_day() {
    check_asks(&[
        ("Hoeveel lantaarnpalen zijn er vervangen?", &[AskKind::Amount]),
        ("Hoe hoog was de subsidie aan het muziekkorps?", &[AskKind::Amount]),
        ("Hoeveel procent van de bomen is ziek?", &[AskKind::Amount]),
        ("Wanneer is de dijk voor het laatst gemaaid?", &[AskKind::Date]),
        ("Wanneer verschijnt de nota over de begraafplaatsen?", &[AskKind::Coming]),
    ]);
}

#[test]
fn a_request_in_the_form_of_a_yes_or_no_asks_for_the_thing() {
    check_asks(&[
        ("Kunt u het inspectierapport van de brug openbaar maken?", &[AskKind::Thing]),
        ("Wilt u de raad de offertes toesturen?", &[AskKind::Thing]),
        ("Kunt u aangeven hoeveel paaltjes er zijn verwijderd?", &[AskKind::Amount]),
        ("Kunt u toelichten waarom de markt is verplaatst?", &[AskKind::Reason]),
        ("Bent u het met ons eens dat de speeltuin te klein is?", &[AskKind::YesNo]),
        ("Kan het college het rapport van de keuring aan de raad toesturen?", &[AskKind::Thing]),
    ]);
}

#[test]
fn asks_for_a_reason_a_manner_or_whether_something_was_done() {
    check_asks(&[
        ("Waarom is het fietspad afgesloten?", &[AskKind::Reason]),
        ("Hoe houdt het college toezicht op de bouw?", &[AskKind::How]),
        ("Hebt u laten onderzoeken hoe diep de sluis is?", &[AskKind::Done]),
        ("Welke straten krijgen nieuwe bomen?", &[AskKind::List]),
        ("Klopt het dat de brug dicht is? En waarom?", &[AskKind::YesNo, AskKind::Reason]),
    ]);
}

#[test]
fn sentences_that_only_introduce_a_question_ask_nothing() {
    check_asks(&[
        ("In de Molenwijk is veel overlast. Bewoners klagen al jaren. Wie houdt daar toezicht?", &[AskKind::How]),
        ("Hoeveel boetes zijn er uitgedeeld? Waarom zijn het er zo weinig?", &[AskKind::Amount, AskKind::Reason]),
        ("De brug is dicht.", &[]),
    ]);
}

/// What each sentence of the answer does, in words.
fn said(question: &str, answer: &str) -> Vec<Vec<String>> {
    let (_, accounts) = coded(&[(question, answer)]);
    let account = accounts.last().unwrap_or_else(|| panic!("no answer: {answer}"));
    let tell = |statement: &Statement| {
        let due = |due: &Option<Due>| due.map_or_else(String::new, |due| format!(" {due}"));
        let flags = [
            (statement.supporting, "supporting"),
            (statement.no_information, "no information"),
            (statement.refusal, "refusal"),
            (statement.background, "background"),
            (statement.offer, "offer"),
            (statement.cause, "cause"),
            (statement.listed, "listed"),
        ];
        let mut told: Vec<String> = flags.iter().filter(|(holds, _)| *holds).map(|(_, name)| (*name).to_owned()).collect();
        told.extend(statement.deferral.as_ref().map(|deferral| format!("deferral {}{}", deferral.kind.code(), due(&deferral.due))));
        told.extend(statement.external.map(|kind| format!("external {}", kind.code())));
        told.extend((!statement.internal.is_empty()).then(|| format!("internal {}", statement.internal.join(" "))));
        told.extend(statement.opening.map(|opening| format!("opening {opening}")));
        told.push(format!("figures {}", statement.figures));
        told
    };
    account.statements.iter().map(tell).collect()
}

/// Of an answer to "Hoe zit dat?" sentence number `at` does `does` (with `!` before it: does not).
fn check_said(table: &[(&str, usize, &str)]) {
    let wrong: Vec<_> = table
        .iter()
        .filter_map(|(answer, at, does)| {
            let told = said("Hoe zit dat?", answer);
            let holds = match does.strip_prefix('!') {
                Some(not) => told.get(*at).is_some_and(|told| !told.iter().any(|one| one.starts_with(not))),
                None => told.get(*at).is_some_and(|told| told.iter().any(|one| one == does)),
            };
            (!holds).then(|| format!("{answer}\n  wanted {at} {does}\n  found {told:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn how_an_answer_opens() {
    check_said(&[
        ("Ja, de poort is elke avond dicht.", 0, "opening yes"),
        ("Nee. De poort blijft open.", 0, "opening no"),
        ("Die mening delen wij niet.", 0, "opening no"),
        ("De poort is dicht. Ja, ook op zondag.", 0, "!opening"),
        ("Deels. Het dak is gerepareerd.", 0, "opening stance"),
    ]);
}

#[test]
fn figures_are_no_dates_years_names_or_numbers_of_pages() {
    check_said(&[
        ("Er staan 14 kasten en 3 kluizen.", 0, "figures 2"),
        ("Op 3 mei 2024 ging de kast open.", 0, "figures 0"),
        ("In 2024 ging de kast open.", 0, "figures 0"),
        ("Er waren twaalf vrijwilligers.", 0, "figures 1"),
        ("Zie bladzijde 12 van het jaarverslag 2023.", 0, "figures 0"),
    ]);
}

#[test]
fn background_cause_list_and_offer() {
    check_said(&[
        ("Jaarlijks houden wij een veiligheidsmarkt.", 0, "background"),
        ("Het hek is dicht omdat de bok ontsnapt.", 0, "cause"),
        ("De deelnemers:\n- De Wilgenroos\n- Het Kompas", 1, "listed"),
        ("Mocht u daar behoefte aan hebben, dan lichten wij dit graag toe.", 0, "offer"),
        ("Mocht u daar behoefte aan hebben, dan sturen wij u in juni een overzicht.", 0, "!deferral"),
    ]);
}

#[test]
fn not_known_is_not_the_same_as_not_yet_known() {
    check_said(&[
        ("Dat wordt niet bijgehouden.", 0, "no information"),
        ("Naar de oorzaak is geen onderzoek gedaan.", 0, "no information"),
        ("Deze cijfers zijn nog niet bekend.", 0, "!no information"),
        ("Deze cijfers zijn nog niet bekend.", 0, "deferral open"),
        ("Over de betrokken ambtenaar doen wij geen uitspraken.", 0, "refusal"),
        ("Nee, dat verzoek willigen wij niet in.", 0, "!refusal"),
    ]);
}

#[test]
fn supporting_pointers() {
    check_said(&[
        ("Zie ook het jaarverslag 2023.", 0, "supporting"),
        ("Het hek is 2 meter hoog (zie het bestek).", 0, "supporting"),
        ("Hiervoor verwijzen wij naar het jaarverslag 2023.", 0, "!supporting"),
    ]);
}

#[test]
fn kinds_of_deferral() {
    check_said(&[
        (
            "Deze cijfers worden opgenomen in het jaarverslag 2024, dat in mei 2025 verschijnt.",
            0,
            "deferral document 2025-05-01/2025-05-31",
        ),
        ("Wij informeren uw raad hierover in september 2025.", 0, "deferral moment 2025-09-01/2025-09-30"),
        ("Wij bespreken dit in juni met uw raad.", 0, "deferral moment 2025-06-01/2025-06-30"),
        ("De tellingen zijn nog niet afgerond.", 0, "deferral open"),
        ("Zodra het rapport gereed is, delen wij het met uw raad.", 0, "deferral document conditional"),
        ("Wij zoeken dit nog uit.", 0, "deferral open"),
    ]);
}

#[test]
fn what_looks_like_a_deferral_and_is_none() {
    check_said(&[
        ("De buurtbus rijdt tot en met december 2025 op kosten van de provincie.", 0, "!deferral"),
        ("De komende jaren werken wij aan een programma voor een groenere binnenstad.", 0, "!deferral"),
        ("Er komt geen tussentijds verslag.", 0, "!deferral"),
        ("Volgens het jaarverslag 2023 waren er 41 steigers stuk.", 0, "!deferral"),
        ("Het rapport is in maart 2024 aan uw raad gestuurd.", 0, "!deferral"),
        ("De marktregels schrijven voor dat een koopman binnen drie weken bericht krijgt.", 0, "!deferral"),
        ("De namen worden niet in het register of in het jaarverslag opgenomen.", 0, "!deferral"),
        ("De bomen komen terug zodra de straat klaar is.", 0, "!deferral"),
        ("Pas na een week zonder regen gaat de kraan open.", 0, "!deferral"),
        ("Als de keuring nog niet klaar is, blijft de brug dicht.", 0, "!deferral"),
        ("De verslagen geven wij niet vrij.", 0, "!deferral"),
    ]);
}

#[test]
fn many_ways_to_say_that_something_comes() {
    check_said(&[
        ("In week 23 noemen wij u de naam. De keuze was moeilijk.", 0, "deferral moment 2025-06-02/2025-06-08"),
        ("Wat dit jaar aan zout is gestrooid, weten wij in november.", 0, "deferral moment 2025-11-01/2025-11-30"),
        ("Op de heidag van 12 juni wordt u daarover bijgepraat.", 0, "deferral moment 2025-06-12/2025-06-12"),
        ("Op 6 juni opent de notaris de brieven. Op die dag hoort u de uitslag.", 1, "deferral moment 2025-06-06/2025-06-06"),
        ("Het raadsbericht over de haven zit 28 mei bij de raadspost.", 0, "deferral document 2025-05-28/2025-05-28"),
        ("Pas als de laatste rekening binnen is, kennen wij het bedrag.", 0, "deferral open conditional"),
        ("Dat onderzoeken wij in ons volgende onderzoek.", 0, "deferral document"),
    ]);
}

#[test]
fn what_is_awaited_stands_in_the_sentence_before() {
    let told = said("Hoe zit dat?", "Dat komt aan bod in het eindrapport, dat in juni verschijnt. Een oordeel is nu nog niet te geven.");
    assert!(told[1].contains(&"deferral document 2025-06-01/2025-06-30".to_owned()), "{told:?}");
}

#[test]
fn kinds_of_external_reference() {
    check_said(&[
        ("Zie het jaarverslag 2023.", 0, "external document"),
        ("De tabel vindt u op lindewaard.nl.", 0, "external website"),
        ("Het overzicht treft u aan in bijlage 2.", 0, "external annex"),
        ("Wij schreven u hierover in onze brief van 12 februari 2024.", 0, "external earlier_letter"),
        ("Alleen de provincie kan deze vraag beantwoorden.", 0, "external authority"),
        ("Volgens de politie waren er 57 aanrijdingen.", 0, "!external"),
    ]);
}

#[test]
fn numbers_of_internal_references() {
    check_said(&[
        ("Zie het antwoord op vraag 6.", 0, "internal 6"),
        ("Zie de antwoorden op de vragen 3 en 4.", 0, "internal 3 4"),
        ("Zie de beantwoording van vraag 2 t/m 5.", 0, "internal 2 3 4 5"),
        ("Zoals aangegeven bij vraag 3a is het hek dicht.", 0, "internal 3a"),
        ("Zie het antwoord op vraag 4 van onze brief van 3 maart 2024.", 0, "!internal"),
        ("Vorig jaar waren er 6 vragen over.", 0, "!internal"),
    ]);
}

/// The classes of all answers of a letter whose questions do not matter.
fn classes(answers: &[&str]) -> Vec<Class> {
    let pairs: Vec<(&str, &str)> = answers.iter().map(|answer| ("Hoe zit dat?", *answer)).collect();
    coded(&pairs).0.judgements.iter().map(|judgement| judgement.coding.class).collect()
}

#[test]
fn a_reference_takes_the_class_of_its_target() {
    use Class::{Deferral, ExternalReference, Substantive};
    assert_eq!(classes(&["Zie het antwoord op vraag 2.", "Het hek is dicht."]), [Substantive, Substantive]);
    assert_eq!(classes(&["Zie het jaarverslag 2023.", "Zie vraag 1."]), [ExternalReference, ExternalReference]);
    assert_eq!(classes(&["Deze cijfers zijn nog niet bekend.", "Zie antwoord 1."]), [Deferral, Deferral]);
}

#[test]
fn a_chain_of_references_is_followed_to_its_end() {
    use Class::Deferral;
    assert_eq!(classes(&["Zie antwoord 2.", "Zie antwoord 3.", "Zie antwoord 4.", "Deze cijfers zijn nog niet bekend."]), [Deferral; 4]);
}

#[test]
fn a_circle_of_references_is_unresolved() {
    use Class::{Substantive, Unresolved};
    assert_eq!(classes(&["Zie antwoord 1."]), [Unresolved]);
    assert_eq!(classes(&["Zie antwoord 2.", "Zie antwoord 1.", "Het hek is dicht."]), [Unresolved, Unresolved, Substantive]);
}

#[test]
fn a_reference_to_a_question_without_an_answer_is_unresolved() {
    assert_eq!(classes(&["Zie antwoord 2.", "(vraag ingetrokken)"]), [Class::Unresolved, Class::Unanswered]);
}

#[test]
fn of_several_targets_the_deferral_counts_first() {
    use Class::{Deferral, ExternalReference, Substantive};
    let answers = [
        "Het hek is dicht.",
        "Zie het jaarverslag 2023.",
        "Deze cijfers zijn nog niet bekend.",
        "Zie de antwoorden op de vragen 1, 2 en 3.",
        "Zie de antwoorden op de vragen 1 en 2.",
    ];
    assert_eq!(classes(&answers), [Substantive, ExternalReference, Deferral, Deferral, ExternalReference]);
}

#[test]
fn a_no_beside_a_reference_is_a_no() {
    assert_eq!(classes(&["Deze cijfers zijn nog niet bekend.", "Nee, zie antwoord 1."])[1], Class::Substantive);
}

#[test]
fn a_mere_reference_inherits_no_other_facet() {
    let (judged, _) = coded(&[
        ("Hoeveel?", "Deze cijfers worden opgenomen in het jaarverslag 2024, dat in mei 2025 verschijnt."),
        ("Waar?", "Zie antwoord 1."),
    ]);
    let coding = &judged.judgements[1].coding;
    assert_eq!((coding.via.as_slice(), coding.internal.as_slice()), (&["brief#1".to_owned()][..], &["1".to_owned()][..]));
    assert_eq!((coding.deferral, coding.document.as_str(), coding.due), (None, "", None));
}

#[test]
fn one_answer_to_two_questions_is_shared() {
    let (judged, _) =
        read("Datum: 8 april 2025\n\nVraag 1\nHoeveel hekken?\n\nVraag 2\nWaar?\n\nAntwoord 1 en 2\nTwee, aan de dijk.\n".into());
    assert_eq!(judged.judgements.iter().map(|judgement| judgement.coding.shared).collect::<Vec<_>>(), [true, true]);
}

#[test]
fn the_span_of_evidence_lies_in_its_answer() {
    let (judged, _) = coded(&[("Hoeveel hekken?", "Zie het jaarverslag 2023."), ("Waar?", "Zie het jaarverslag 2023.")]);
    let second = judged.letter.text.rfind("Zie het").unwrap_or_default();
    assert!(judged.judgements[1].evidence.iter().all(|found| found.span.start >= second && found.sentence.start == second));
}

/// The coding of one answer.
fn coding(question: &str, answer: &str) -> Coding {
    coded(&[(question, answer)]).0.judgements.remove(0).coding
}

#[test]
fn not_knowing_beside_a_pointer_is_the_reason_for_the_pointer() {
    let elsewhere =
        coding("Hoeveel boten liggen er illegaal?", "Dat houden wij niet bij. Alleen het waterschap kan deze vraag beantwoorden.");
    assert_eq!(
        (elsewhere.class, elsewhere.external, elsewhere.no_information),
        (Class::ExternalReference, Some(ExternalKind::Authority), true)
    );
    let later = coding("Hoeveel boten liggen er illegaal?", "Dat is nooit geteld; de havenmonitor 2026 zal het uitwijzen.");
    assert_eq!(later.class, Class::Deferral);
}

#[test]
fn asked_whether_something_was_done_no_is_an_answer_without_the_flag() {
    let coding = coding("Hebt u laten onderzoeken hoe diep de sluis is?", "Nee, dat is niet onderzocht.");
    assert_eq!((coding.class, coding.no_information), (Class::Substantive, false));
}

#[test]
fn a_habit_before_a_deferral_is_no_response() {
    let coding = coding(
        "Hoe schoon is het water in de plas?",
        "Jaarlijks nemen wij in de plas een watermonster. De uitslag wordt opgenomen in de watermonitor 2025, die in december verschijnt.",
    );
    assert_eq!((coding.class, coding.deferral), (Class::Deferral, Some(DeferralKind::Document)));
}

#[test]
fn a_new_edition_defers_beside_the_earlier_ones() {
    let coding =
        coding("Hoeveel abonnementen verkocht het theater?", "Zie de jaarverslagen 2022 en 2023; in juni verschijnt dat van 2024.");
    assert_eq!((coding.class, coding.deferral), (Class::Deferral, Some(DeferralKind::Document)));
    assert_eq!(coding.due.map(|due| due.to_string()).as_deref(), Some("2025-06-01/2025-06-30"));
}

#[test]
fn the_same_content_printed_once_more_does_not_defer() {
    let coding = coding(
        "Hoeveel abonnementen verkocht het theater?",
        "De aantallen staan in de nota Cultuur 2024. Ze worden ook opgenomen in het jaarverslag 2025.",
    );
    assert_eq!(coding.class, Class::ExternalReference);
}

#[test]
fn asked_when_a_document_comes_the_answer_says_so_and_still_waits_for_it() {
    let coding = coding("Wanneer verschijnt de nota over de begraafplaatsen?", "De nota verschijnt in september 2025.");
    assert_eq!((coding.class, coding.deferral), (Class::Substantive, Some(DeferralKind::Document)));
}

#[test]
fn asked_when_the_moment_of_the_reply_is_when_it_comes() {
    let table = [
        ("Wanneer beslist u over de brug?", "In juni, nadat de buurt is gehoord.", Some(DeferralKind::Moment), "2025-06-01/2025-06-30"),
        (
            "Wanneer is de havenmonitor er?",
            "De telling begint in juni, rapportage medio 2026.",
            Some(DeferralKind::Document),
            "2026-05-01/2026-08-31",
        ),
        (
            "Wanneer is het beheerplan gereed?",
            "Het concept bespreken wij in mei met de buurt. De vaststelling door de raad is gepland in september.",
            Some(DeferralKind::Document),
            "2025-09-01/2025-09-30",
        ),
    ];
    let found = table.map(|(question, answer, _, _)| {
        let coding = coding(question, answer);
        (question, answer, coding.deferral, coding.due.map_or_else(String::new, |due| due.to_string()))
    });
    assert_eq!(found, table.map(|(question, answer, kind, due)| (question, answer, kind, due.to_owned())));
}

#[test]
fn beside_an_answer_a_deferral_begins_with_what_was_wanted() {
    let deferral = |answer| coding("Waarom is de wachttijd opgelopen?", answer).deferral;
    assert_eq!(deferral("Omdat er acht mensen ziek zijn. Een analyse per afdeling is in juni gereed."), Some(DeferralKind::Document));
    assert_eq!(deferral("Omdat er acht mensen ziek zijn. De hal wordt in juni door uw raad geopend."), None);
}

#[test]
fn what_is_still_to_come_does_not_stand_elsewhere_already() {
    let coding = coding("Wat kostte de bouw?", "De kosten vindt u in het jaarverslag 2024, dat in juni verschijnt.");
    assert_eq!((coding.deferral, coding.external), (Some(DeferralKind::Document), None));
}

#[test]
fn a_source_of_what_the_sentence_tells_is_no_pointer() {
    let external = |answer| coding("Wat vindt u van de drukte op de kade?", answer).external;
    assert_eq!(external("De cijfers, die vermeld staan in de havenmonitor 2024, zijn voor ons een reden om de kade te verbreden."), None);
    assert_eq!(external("In onze raadsbrief van 11 oktober 2024 schreven wij dat de kade te smal is. Dat vinden wij nog."), None);
    assert_eq!(external("Zoals wij bij brief van 3 maart 2025 aan uw raad hebben gemeld, is de kade te smal."), None);
    // The sentence itself sends the reader there.
    let notes = "De notulen van 4 maart 2025, die ter griffie liggen, vermelden wie er sprak.";
    assert_eq!(external(notes), Some(ExternalKind::Document));
    // "dat" behind a semicolon is the next thing that is said.
    let left = "Wat de kade nodig heeft, laten wij graag aan de provincie om te beantwoorden; dat is haar vak.";
    assert_eq!(external(left), Some(ExternalKind::Authority));
}

#[test]
fn a_site_is_a_pointer_where_the_asker_can_look_and_not_where_it_is_spoken_of() {
    let external = |answer| coding("Hoeveel boten liggen er?", answer).external;
    assert_eq!(external("Het aantal bezoekers van www.havenwaard.nl ligt een kwart hoger dan voorheen."), None);
    assert_eq!(external("Er liggen er 40. Wie een plaats wil, kan die aanvragen op havenwaard.nl."), None);
    assert_eq!(external("Zodra de telling is vastgesteld, komt zij op havenwaard.nl te staan."), None);
    let long = "De schippers van de vereniging houden op hun eigen pagina (havenwaard.nl) al jaren met veel plezier een kaart bij, en daar ziet u meteen welke boten er liggen.";
    assert_eq!(external(long), Some(ExternalKind::Website));
}

#[test]
fn who_is_referred_to_by_name_has_to_answer() {
    let external = |answer| coding("Hoeveel boten liggen er?", answer).external;
    assert_eq!(external("Voor die aantallen verwijzen wij u naar Werf Oost."), Some(ExternalKind::Authority));
    assert_ne!(external("Voor die aantallen verwijzen wij u naar de Staat van de Haven 2024."), Some(ExternalKind::Authority));
}

#[test]
fn the_number_of_an_article_is_no_figure_unless_a_law_is_cited_behind_the_pointer() {
    let external = |answer| coding("Welke regels gelden er?", answer).external;
    let rules = "Een en ander is neergelegd in artikel 12 tot en met 15 van de Beleidsregel ligplaatsen.";
    assert_eq!(external(rules), Some(ExternalKind::Document));
    assert_eq!(external("De verslagen bevatten tarieven; openbaarmaking stuit af op artikel 10 van de wet."), None);
}

#[test]
fn a_number_that_counts_nothing_else_and_names_behind_a_colon_are_the_answer() {
    let number = coding("Hoeveel boten liggen er?", "In onze haven zijn dat er negen. Landelijke aantallen kunt u bij de werf opvragen.");
    assert_eq!((number.class, number.external), (Class::Substantive, Some(ExternalKind::Authority)));
    let names = coding(
        "Welke boten liggen er?",
        "Nu zijn het er drie: de Meeuw, de Tureluur en de Stern, met de Alk. De stand kunt u nazien op havenwaard.nl.",
    );
    assert_eq!((names.class, names.external), (Class::Substantive, Some(ExternalKind::Website)));
}

#[test]
fn first_the_figures_then_the_year_that_is_still_to_come() {
    let coding = coding(
        "Hoeveel uren maakte het team Toezicht?",
        "In 2022 waren dat 3.100 uren en in 2023 3.400 uren. Het cijfer over 2024 wordt opgenomen in het jaarverslag 2024.",
    );
    assert_eq!((coding.class, coding.deferral), (Class::Substantive, Some(DeferralKind::Document)));
}

#[test]
fn a_conditional_due_date_is_no_day() {
    let coding = coding("Wat kost de nieuwe brug?", "Zodra de aanbesteding is afgerond, informeren wij uw raad over de kosten.");
    assert_eq!((coding.class, coding.due), (Class::Deferral, Some(Due::Conditional)));
}

#[test]
fn without_a_letter_date_a_month_without_a_year_stays_empty() {
    let (judged, _) = read("Geachte raadsleden,\n\nVraag 1\nHoeveel boten?\n\nAntwoord 1\nDe telling wordt opgenomen in de havenmonitor, die in juni verschijnt.\n".into());
    let coding = &judged.judgements[0].coding;
    assert_eq!((coding.class, coding.due), (Class::Deferral, None));
}

/// The points of the features that hold in the last answer of a letter, without the constant.
fn weighed(pairs: &[(&str, &str)]) -> Vec<(&'static str, f32)> {
    let (_, accounts) = coded(pairs);
    let mut weighed = accounts.last().expect("an answer").features.weighed();
    assert_eq!(weighed.pop().map(|(name, _)| name), Some("constant"));
    weighed
}

#[test]
fn a_feature_holds_where_a_person_sees_it() {
    const SPOKEN: &str = "Hoeveel meldingen van zwerfafval kwamen er in 2024 binnen?";
    let table: &[(&str, &str, &str, bool)] = &[
        ("opens_with_figure", SPOKEN, "412 meldingen. Zie ook het jaarverslag 2023.", true),
        ("opens_with_figure", SPOKEN, "Die staan in het jaarverslag 2023.", false),
        ("document_deferral", SPOKEN, "Die cijfers staan straks in het jaarverslag 2024, dat in mei 2025 verschijnt.", true),
        ("document_deferral", SPOKEN, "Die cijfers staan in het jaarverslag 2023.", false),
        ("asks_amount", SPOKEN, "Zie bijlage 1.", true),
        ("asks_amount", "Is er in 2024 vaker geveegd?", "Zie bijlage 1.", false),
        ("content_first", SPOKEN, "De buitendienst telt ze per wijk. De uitkomst vindt u in bijlage 1.", true),
        ("content_first", SPOKEN, "De uitkomst vindt u in bijlage 1.", false),
        ("annex_or_site", SPOKEN, "De aantallen zijn als bijlage bijgevoegd.", true),
        ("annex_or_site", SPOKEN, "De aantallen staan in de jaarrekening 2023.", false),
        ("authority", SPOKEN, "Het is aan de minister om die vraag te beantwoorden.", true),
        ("authority", SPOKEN, "De aantallen staan in de jaarrekening 2023.", false),
    ];
    let wrong: Vec<_> = table
        .iter()
        .filter(|(name, question, answer, holds)| weighed(&[(question, answer)]).iter().any(|(feature, _)| feature == name) != *holds)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_points_that_are_shown_add_up() {
    let (_, accounts) = coded(&[("Hoeveel banken staan er?", "Er staan 40 banken in het park. Zie ook de nota Groen 2023.")]);
    let features = &accounts[0].features;
    let shown: f32 = features.weighed().iter().map(|(_, points)| points).sum();
    assert!((shown - features.points()).abs() < 3.0, "{shown} of {}", features.points());
}

#[test]
fn a_sentence_tells_its_roles() {
    let (_, accounts) = coded(&[("Is het bad open?", "Nee. In juni 2025 laten wij u weten wanneer wel. Zie ook de nota Baden 2023.")]);
    let roles: Vec<_> = accounts[0].statements.iter().map(Statement::roles).collect();
    assert_eq!(roles[0], ["opens: no"]);
    assert!(roles[1].contains(&"defers".to_owned()), "{roles:?}");
    assert!(roles[2].contains(&"pointer supports".to_owned()) && roles[2].contains(&"refers".to_owned()), "{roles:?}");
}

/// Questions with their answers, and what each waits for.
fn check_waits(table: &[(&str, &str, &str)]) {
    let wrong: Vec<_> = table
        .iter()
        .map(|(question, answer, expected)| (answer, waits(question, answer), expected))
        .filter(|(_, found, expected)| found != *expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Deferral, document and due of the last of these answers, as in the tables.
fn waits(question: &str, answer: &str) -> String {
    let coding = coding(question, answer);
    let kind = coding.deferral.map_or("none", DeferralKind::code);
    let due = coding.due.map(|due| due.to_string()).unwrap_or_default();
    format!("{kind} {} {due}", coding.document).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn beside_an_answer_counts_what_answerer_or_asker_still_does_or_gets() {
    let opened = "De brug is vervangen omdat zij te zwak was. De nieuwe brug draagt zestig ton en is breder dan de oude. ";
    let table = [
        ("Waarom is de brug vervangen?", "De aannemer kan pas na de winter bepalen waar het hekwerk komt.", "none"),
        ("Waarom is de brug vervangen?", "De vervoerder heeft nog niet over zijn schadeclaim beslist.", "none"),
        ("Waarom is de brug vervangen?", "In juni verwacht de minister dit te kunnen regelen.", "none"),
        ("Hoe is de brug vervangen?", "Wij laten u in juni weten wat het heeft gekost.", "moment 2025-06-01/2025-06-30"),
        (
            "Hoe is de brug vervangen?",
            "De leuning wordt nog geverfd; de eindafrekening verwacht de aannemer in juni.",
            "document eindafrekening 2025-06-01/2025-06-30",
        ),
        ("Hoe is de brug vervangen?", "Een evaluatie volgt in juni.", "document evaluatie (brug) 2025-06-01/2025-06-30"),
    ];
    let wrong: Vec<_> = table
        .iter()
        .map(|(question, more, expected)| (more, waits(question, &format!("{opened}{more}")), expected))
        .filter(|(_, found, expected)| found != *expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The words of what is to come, of a document that is there: it was taken for a deferral whatever its year.
#[test]
fn a_document_of_years_ago_is_where_to_look() {
    let told = |year: &str| coding("Hoe verliep de verhuizing?", &format!("Hoe dat ging, wordt beschreven in het jaarverslag {year}."));
    assert_eq!((told("2022").class, told("2022").external), (Class::ExternalReference, Some(ExternalKind::Document)));
    assert_eq!((told("2024").class, told("2024").external), (Class::Deferral, None));
}

#[test]
fn a_yes_to_is_it_right_is_all_that_was_asked() {
    let answer = "Ja, de pont vaart weer. Wij verwachten in mei te kunnen melden dat de pont weer op tijd vaart.";
    assert_eq!(waits("Klopt het dat de pont weer vaart?", answer), "none");
}

#[test]
fn not_yet_to_a_request_waits_for_what_was_requested() {
    let table = [
        ("Wanneer kan de raad het havenrapport verwachten?", "Daar is nog geen datum voor.", "document havenrapport"),
        (
            "Wanneer kan de raad het havenrapport verwachten?",
            "Daar is nog geen datum voor. De vergunninghouder levert zijn jaarverslag in mei.",
            "document havenrapport",
        ),
        (
            "Kunt u aangeven wanneer de evaluatie komt?",
            "De evaluatie komt niet in mei, zoals eerder gemeld, maar in september.",
            "document evaluatie 2025-09-01/2025-09-30",
        ),
        ("Hoeveel schepen lagen er in de haven?", "Dat is nog niet bekend.", "open"),
    ];
    check_waits(&table);
}

#[test]
fn of_two_documents_the_one_that_carries_is_named() {
    assert_eq!(
        waits(
            "Hoe duur wordt de steiger?",
            "Een bedrag noemen wij pas zodra het duikrapport er is. De kosten nemen wij op in de havenbegroting 2026."
        ),
        "document havenbegroting 2026 conditional"
    );
}

/// What is built or opened was taken for a promise to the asker.
#[test]
fn asked_when_only_word_of_the_sender_is_deferred() {
    let table = [
        ("Wanneer komt er een tweede steiger?", "De steiger wordt in juni geplaatst, naast de oude.", "none"),
        ("Wanneer komt er een besluit over de steiger?", "In juni, na de inspraak.", "moment 2025-06-01/2025-06-30"),
        ("Wanneer hoort de raad de uitkomst?", "In juni.", "moment 2025-06-01/2025-06-30"),
    ];
    check_waits(&table);
}

/// "Ook aan uw raad" adds a reader, and no content to what was said before.
#[test]
fn who_is_told_as_well_adds_no_content() {
    let told = |more: &str| weighed(&[("Gaat de markt door?", more)]).iter().any(|(name, _)| *name == "pointer_adds");
    assert!(!told("De kramers horen het als eersten. In juni laten wij ook aan uw raad weten of hij doorgaat."));
    assert!(told("De kramers weten het. In juni maken wij ook de tarieven bekend."));
}

#[test]
fn the_letter_itself_responds_by_parts_by_a_rough_figure_or_in_short() {
    let table = [
        (
            "Om welke boten gaat het?",
            "Van de 40 boten liggen er 12 in de oude haven, 9 aan de kade en 19 op de wal. Hoeveel er verzekerd zijn, kunnen wij nog niet zeggen.",
        ),
        (
            "Hoeveel is er in 2024 betaald voor het baggeren?",
            "Met alle facturen tot nu toe rond € 3 miljoen. De aannemer rekent nog na. Het eindbedrag vindt u in de jaarrekening 2024, die in juni naar uw raad gaat.",
        ),
        (
            "Welke regels gelden er bij hoog water?",
            "Kort gezegd gaat de sluis dicht en belt de wachter de schippers. Het verloop staat in het handboek Hoogwater van 2021.",
        ),
    ];
    let wrong: Vec<_> = table.iter().filter(|(question, answer)| coding(question, answer).class != Class::Substantive).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A noun in ge- with a plural in -en was taken for a participle, so that the promise of its sentence was past.
#[test]
fn a_plural_in_ge_is_no_participle() {
    let answer = "De dienst Gemeentegebouwen publiceert de definitieve cijfers in juni in zijn jaaroverzicht.";
    assert_eq!(waits("Hoeveel gas is er in 2024 verbruikt?", answer), "document jaaroverzicht 2025-06-01/2025-06-30");
}

/// A sentence that takes up the question answers it: what stands before it is then less likely to.
#[test]
fn who_takes_up_the_question_and_leaves_it_open_defers() {
    let deferred = [
        (
            "Kunnen schippers zonder ligplaats ook meedoen?",
            "De regeling is in korte tijd gemaakt en kent scherpe randen. De eis van een ligplaats is er daar een van. Of het anders kan, wordt door de havendienst nader bezien.",
        ),
        (
            "Krijgt de haven de leges terug?",
            "De havendienst wees ons bezwaar af, waarna wij in beroep gingen. Heeft de rechter eenmaal uitspraak gedaan, dan kunnen wij uw vraag beantwoorden.",
        ),
    ];
    let wrong: Vec<_> = deferred.iter().filter(|(question, answer)| coding(question, answer).class != Class::Deferral).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    // "Wat ons betreft" names a subject, and asks nothing.
    assert!(
        !weighed(&[("Blijft de pont?", "Wat de pont betreft, hoort u in juni van ons.")])
            .iter()
            .any(|(name, _)| *name == "takes_up_the_question")
    );
}

/// The row of the table that settled one answer.
fn reason(question: &str, answer: &str) -> Reason {
    coded(&[(question, answer)]).0.judgements[0].reason
}

/// "Hoeveel insprekers?": a figure of another noun is no answer.
#[test]
fn a_figure_of_something_else_is_not_the_one_that_was_asked_for() {
    let answer =
        |figure: &str| format!("Het havenplan leverde {figure} op. De nota van beantwoording, waarin zij staan, stellen wij in juni vast.");
    assert_ne!(reason("Hoeveel insprekers waren tegen het havenplan?", &answer("780 gesprekken")), Reason::GivesFigure);
    assert_eq!(reason("Hoeveel insprekers waren tegen het havenplan?", &answer("780 insprekers")), Reason::GivesFigure);
}

/// A reason for something else, given after the pointer, is not the one that was asked for.
#[test]
fn a_reason_beside_the_pointer_gives_none() {
    let later = "De aannemer komt in juni met zijn eindrapport. Zij hebben een eigen meldpunt, omdat velen daarom vroegen.";
    assert_ne!(reason("Wat is de oorzaak van de brand in de loods?", later), Reason::GivesReason);
    let given = "De brand ontstond doordat een kabel brak. De aannemer komt in juni met zijn eindrapport.";
    assert_eq!(reason("Wat is de oorzaak van de brand in de loods?", given), Reason::GivesReason);
}

/// Much background outweighed the one sentence that says that the question is still open.
#[test]
fn one_question_that_a_sentence_leaves_open_is_deferred_whatever_stands_around_it() {
    let around = |said: &str| {
        format!(
            "De pont vaart sinds 1962 en vervoert 240 fietsers per dag. De schippers zijn er blij mee. {said} De kade is vorig jaar hersteld."
        )
    };
    let question = "Blijft de pont na dit jaar varen?";
    let open = [
        "Of de pont blijft varen, beslist de raad in juni.",
        "Wij hebben dit vraagstuk in beraad.",
        "Het college neemt daar in juni een standpunt over in.",
        "U houdt dit van ons tegoed.",
    ];
    let wrong: Vec<_> = open.iter().filter(|said| coding(question, &around(said)).class != Class::Deferral).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let given = [
        (question, format!("Ja, de pont blijft. {}", around("Welke kleur zij krijgt, beslist de raad in juni."))),
        (
            "Hoeveel fietsers vervoerde de pont in 2023 en 2024?",
            "In 2023 waren het er 80.112. Het aantal van 2024 is nog niet bekend.".into(),
        ),
        ("Waarom vaart de pont?", around("Omdat er geen brug is, varen wij. Wij hebben de vaartijden in beraad.")),
    ];
    let wrong: Vec<_> = given.iter().filter(|(question, answer)| coding(question, answer).class != Class::Substantive).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Steps that are still to come were taken for promises.
#[test]
fn asked_for_the_steps_what_is_still_to_happen_answers() {
    let answer = "Eerst ligt het ontwerp van de steiger ter inzage, dan volgt in juni het besluit van de raad en daarna begint de bouw.";
    assert_eq!(coding("Welke stappen volgen er nog?", answer).class, Class::Substantive);
    assert_eq!(coding("Welke stappen volgen er nog?", "Dat is nog niet bekend.").class, Class::Deferral);
}

/// What is only not known yet was counted as not known.
#[test]
fn not_before_that_time_is_a_deferral_and_not_ignorance() {
    let coding = coding("Hoe hoog wordt de huur?", "Eerst moet de kade klaar zijn; voor die tijd kunnen wij het bedrag niet bepalen.");
    assert_eq!((coding.class, coding.no_information), (Class::Deferral, false));
}

/// What somebody else does with a thing on a day to come, after an answer, was taken for a promise.
#[test]
fn after_an_answer_what_others_do_with_a_thing_is_no_promise() {
    let told = "Jagers mogen het hele jaar schieten. De eenheid van jagers telt de ganzen in juli en bespreekt de uitkomst met de boeren.";
    assert_eq!(waits("Wat doet de provincie tegen ganzen?", told), "none");
    assert_eq!(waits("Hoeveel ganzen zijn er?", "De uitkomst is er in juli."), "moment 2025-07-01/2025-07-31");
}
