//! How the figures came about, for who has to defend them: made from what was run, the same on the page and in the annex.

use crate::codebook::Codebook;
use crate::coder::Reason;
use crate::measure::FEW_LETTERS;
use crate::report::Language;
use crate::report::findings::totals::Totals;

/// A paragraph of the note on method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is about, in a few words.
    pub heading: &'static str,
    /// Its sentences.
    pub text: String,
}

/// The note on method of a run with these figures, in half a page.
///
/// # Example: the note names the version of the codebook
/// ```
/// use antwoordmeter::{codebook::Codebook, report::{Language, methods::short::method, findings::totals::Totals}};
/// let codebook = Codebook::embedded()?;
/// let note = method(&Totals::default(), &codebook, Language::Dutch);
/// assert!(note.iter().any(|paragraph| paragraph.text.contains(&codebook.hash()[..12])));
/// # Ok::<(), antwoordmeter::error::Error>(())
/// ```
pub fn method(totals: &Totals, codebook: &Codebook, language: Language) -> Vec<Paragraph> {
    let say = |dutch: &'static str, english| language.pick(dutch, english);
    vec![
        Paragraph { heading: say("Wat is geteld", "What was counted"), text: counted(language).to_owned() },
        Paragraph { heading: say("Hoe is gecodeerd", "How it was coded"), text: coded(codebook, language) },
        Paragraph { heading: say("Hoe zeker het is", "How sure it is"), text: sure(totals, codebook, language) },
        Paragraph { heading: say("Wat het niet zegt", "What it does not say"), text: limits(language).to_owned() },
    ]
}

fn counted(language: Language) -> &'static str {
    language.pick(
        "Iedere genummerde vraag telt met haar antwoord één keer. Een antwoord krijgt één klasse. Inhoudelijk: de brief geeft zelf wat \
         gevraagd is, welke verwijzingen er ook bij staan. Uitgesteld: wat gevraagd is, of een deel ervan, komt later. Doorverwezen: wat \
         gevraagd is, staat buiten de brief en bestaat al. Een antwoord dat alleen naar een ander antwoord verwijst, krijgt de klasse \
         daarvan; leidt die verwijzing nergens heen, dan is het onherleidbaar. Los van de klasse is van ieder antwoord genoteerd of zijn \
         eigen woorden verwijzen naar een document dat op de datum van de brief nog niet bestond. Of een document bestond, is gelezen uit \
         de hele brief; waar de brief dat niet zegt, is het onbekend en telt het niet mee.",
        "Every numbered question counts once with its answer. An answer has one class. Substantive: the letter itself gives what was \
         asked, whatever pointers come with it. Deferred: what was asked, or a part of it, comes later. Referred: what was asked stands \
         outside the letter and exists already. An answer that only refers to another answer takes its class; where that leads nowhere, it \
         is unresolved. Apart from the class it was noted whether an answer's own words refer to a document that did not exist yet on the \
         date of the letter. Whether a document existed is read from the whole letter; where the letter does not say so, it is unknown and \
         does not count.",
    )
}

fn coded(codebook: &Codebook, language: Language) -> String {
    let (version, rules, hash) = (env!("CARGO_PKG_VERSION"), codebook.rules().len(), codebook.hash().get(..12).unwrap_or_default());
    match language {
        Language::Dutch => format!(
            "antwoordmeter {version} heeft de antwoorden gecodeerd met een codeboek van {rules} regels, versie {hash}{}. Het programma \
             leest woorden, geen bedoelingen: dat een antwoord is uitgesteld, zegt niet waarom. Bij iedere code staan de woorden die haar \
             bewijzen en de regel die ze vond. Dezelfde brief geeft altijd dezelfde uitkomst.",
            if codebook.is_embedded() { "" } else { ", dat de gebruiker heeft gegeven" }
        ),
        Language::English => format!(
            "antwoordmeter {version} coded the answers by a codebook of {rules} rules, version {hash}{}. The program reads words, not \
             intentions: that an answer is deferred does not say why. Every code comes with the words that prove it and the rule that found \
             them. The same letter always gives the same outcome.",
            if codebook.is_embedded() { "" } else { ", given by the user" }
        ),
    }
}

fn sure(totals: &Totals, codebook: &Codebook, language: Language) -> String {
    let (right, all) = Reason::all().map(Reason::measured).fold((0, 0), |(right, all), (one, n)| (right + one, all + n));
    let measured = match (codebook.is_embedded(), language) {
        (true, Language::Dutch) => format!(
            "Van {all} antwoorden die mensen hebben gecodeerd, kreeg {right} dezelfde klasse. Met die antwoorden zijn de regels ook \
             geschreven: bij brieven van een andere soort is de overeenkomst lager. Lees daarom de woorden voordat u een cijfer aanhaalt."
        ),
        (true, Language::English) => format!(
            "Of {all} answers that people coded, {right} got the same class. The rules were also written with those answers: with letters of \
             another kind agreement is lower. So read the words before you quote a figure."
        ),
        (false, _) => language
            .pick(
                "Hoe vaak dit codeboek het eens is met mensen, is niet gemeten.",
                "How often this codebook agrees with people was not measured.",
            )
            .to_owned(),
    };
    let several = totals.letters > 1;
    let interval = match (several, language) {
        (false, _) => language.pick(
            "De tellingen gaan over alle antwoorden van de brief; het is geen steekproef, dus er staat hier geen marge bij.",
            "The counts are of all answers of the letter; it is no sample, so they have no margin here.",
        ),
        (true, _) => language.pick(
            "Bij aandelen staat het 95%-interval van Wilson (1927): het gaat over de wijze van antwoorden, niet over deze brieven, waarvan \
             de tellingen volledig zijn. Het rekent alsof elk antwoord los staat van de andere; antwoorden in één brief lijken op elkaar, dus \
             het kan te smal zijn. Fouten van de codering zitten er niet in.",
            "Shares come with the 95 % interval of Wilson (1927): it speaks of the way of answering, not of these letters, whose counts are \
             complete. It counts as if every answer were independent of the others; answers in one letter are alike, so it may be too narrow. \
             Errors of the coding are not in it.",
        ),
    };
    let over_letters = if totals.letters >= FEW_LETTERS as u32 {
        language.pick(
            " Het interval met brieven als steekproef staat in statistics.csv (bootstrap_letters).",
            " The interval with letters as a sample stands in statistics.csv (bootstrap_letters).",
        )
    } else {
        ""
    };
    format!("{measured} {interval}{over_letters}")
}

fn limits(language: Language) -> &'static str {
    language.pick(
        "Uitstel kan terecht zijn: het document kan er werkelijk nog niet zijn. Of een aangekondigd document later is verschenen, is niet \
         nagegaan. Tekst die het programma niet begreep, is als zodanig vermeld.",
        "Deferral may be justified: the document may really not exist yet. Whether an announced document appeared later was not looked \
         up. Text that the program did not understand is listed as such.",
    )
}
