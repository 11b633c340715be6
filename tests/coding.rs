//! The coder on small letters: which row of the decision table settles an answer, what a question asks, what a sentence does.

use antwoordmeter::codebook::Codebook;
use antwoordmeter::coder::{Account, Coder, Judged, Reason, Scratch};
use antwoordmeter::coding::Class;
use antwoordmeter::letter::parse;
use antwoordmeter::source::Source;

/// A letter of 8 April 2025 with these questions and answers, numbered from 1.
fn letter(pairs: &[(&str, &str)]) -> String {
    let exchange = |(number, (question, answer)): (usize, &(&str, &str))| format!("Vraag {0}\n{question}\n\nAntwoord {0}\n{answer}\n\n", number + 1);
    let exchanges: String = pairs.iter().enumerate().map(exchange).collect();
    format!("Gemeente Lindewaard\n\nDatum: 8 april 2025\n\nGeachte raadsleden,\n\n{exchanges}")
}

/// The letter as it is coded, and what was seen in each of its answers.
fn coded(pairs: &[(&str, &str)]) -> (Judged, Vec<Account>) {
    let codebook = Codebook::embedded().unwrap_or_else(|error| panic!("{error}"));
    let source = Source { id: "brief".into(), text: letter(pairs), ..Source::default() };
    Coder::new(&codebook).explain(parse(&source), &mut Scratch::default())
}

/// The evidence of an answer as `facet: words`.
fn evidence(judged: &Judged, place: usize) -> Vec<String> {
    let codebook = Codebook::embedded().unwrap_or_else(|error| panic!("{error}"));
    let shown = |found: &antwoordmeter::coder::Evidence| {
        let facet = codebook.rules()[found.rule].id.split('/').next().unwrap_or_default().to_owned();
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
    Row { reason: Reason::NoText, class: Class::Unanswered, pairs: &[("Hoeveel bankjes staan er in het Lindepark?", "Acht."), ("Wie onderhoudt ze?", "[geen antwoord ontvangen]")], evidence: &[] },
    Row { reason: Reason::Follows, class: Class::Deferral, pairs: &[
        ("Hoeveel meldingen van zwerfafval kwamen er in 2024 binnen?", "Deze cijfers worden opgenomen in het jaarverslag 2024, dat in mei 2025 verschijnt."),
        ("En hoeveel daarvan gingen over de Havenstraat?", "Zie het antwoord op vraag 1."),
    ], evidence: &["internal: Zie het antwoord op vraag"] },
    Row { reason: Reason::LeadsNowhere, class: Class::Unresolved, pairs: &[("Wie beheert de kinderboerderij?", "Zie het antwoord op vraag 7.")], evidence: &["internal: Zie het antwoord op vraag"] },
    Row { reason: Reason::SaysWhen, class: Class::Substantive, pairs: &[("Wanneer wordt de fietsbrug bij de Noordkade opgeleverd?", "De fietsbrug wordt op 12 september 2025 opgeleverd.")], evidence: &[] },
    Row { reason: Reason::SaysWhether, class: Class::Substantive, pairs: &[("Klopt het dat de sporthal in 2023 drie weken dicht is geweest?", "Ja. De aanleiding is beschreven in de nota Sport 2023.")], evidence: &["opening: Ja"] },
    Row { reason: Reason::GivesFigure, class: Class::Substantive, pairs: &[("Hoeveel laadpalen staan er in de Molenwijk?", "Er staan 14 laadpalen. De adressen vindt u op laadkaart.nl.")], evidence: &["external: vindt u op"] },
    Row { reason: Reason::GivesReason, class: Class::Substantive, pairs: &[("Waarom is de bibliotheek op maandag gesloten?", "De bibliotheek is dicht omdat er op die dag te weinig vrijwilligers zijn. De openingstijden staan op biebmeerdorp.nl.")], evidence: &[] },
    Row { reason: Reason::Enumerates, class: Class::Substantive, pairs: &[("Welke scholen doen mee aan het project?", "De deelnemers zijn:\n- De Wilgenroos\n- Het Kompas\n- De Vuurvogel\n\nDe afspraken staan in de nota Onderwijs 2024.")], evidence: &[] },
    Row { reason: Reason::OnlySupported, class: Class::Substantive, pairs: &[("Hoe wordt het hertenkamp beheerd?", "Twee boswachters verzorgen de dieren en een groep vrijwilligers houdt het hek heel. Zie ook het jaarverslag 2023.")], evidence: &["supporting: Zie ook"] },
    Row { reason: Reason::ContentOutweighs, class: Class::Substantive, pairs: &[("Hoe is de schade aan de kade hersteld?", "De aannemer heeft de gescheurde damwand van de kade over een lengte van 40 meter vervangen en de grond erachter opnieuw verdicht. Daarna is de bestrating hersteld, zijn de bolders teruggeplaatst en is de kade door een duiker gekeurd. De schade is daarmee geheel verholpen. De keuring is te vinden op havenlindewaard.nl.")], evidence: &[] },
    Row { reason: Reason::Defers, class: Class::Deferral, pairs: &[("Hoeveel leerlingen kregen in 2024 taxivervoer?", "Deze aantallen worden opgenomen in het jaarverslag 2024, dat in mei 2025 verschijnt.")], evidence: &["deferral: worden opgenomen in"] },
    Row { reason: Reason::RefersElsewhere, class: Class::ExternalReference, pairs: &[("Hoeveel inwoners gebruikten de pendelbus?", "Hiervoor verwijzen wij naar de jaarverslagen van 2022 en 2023.")], evidence: &["external: verwijzen wij naar"] },
    Row { reason: Reason::DoesNotKnow, class: Class::Substantive, pairs: &[("Hoeveel honden lopen er los in het Lindepark?", "Dat wordt door ons niet geregistreerd.")], evidence: &["no_information: niet geregistreerd"] },
    Row { reason: Reason::Declines, class: Class::Substantive, pairs: &[("Welke medewerker gaf de opdracht?", "Over individuele medewerkers doen wij geen mededelingen.")], evidence: &["refusal: geen mededelingen"] },
    Row { reason: Reason::Content, class: Class::Substantive, pairs: &[("Hoeveel bezoekers trok het zwembad?", "Het zwembad trok vorig jaar 41.000 bezoekers.")], evidence: &[] },
];

#[test]
fn each_row_of_the_decision_table() {
    let mut wrong = Vec::new();
    for row in ROWS {
        let (judged, _) = coded(row.pairs);
        let place = judged.judgements.len() - 1;
        let found = &judged.judgements[place];
        let words = evidence(&judged, place);
        if found.reason != row.reason || found.coding.class != row.class || row.evidence.iter().any(|wanted| !words.iter().any(|word| word == wanted)) || true {
            wrong.push(format!("{:?}: {:?} {:?} {words:?}", row.reason, found.reason, found.coding.class));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
