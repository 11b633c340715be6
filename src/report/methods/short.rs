//! How the figures came about, for who has to defend them: made from what was run, the same on the page and in the annex.

use crate::codebook::Codebook;
use crate::coder::{EDITION, Origin, Together};
use crate::measure::FEW_LETTERS;
use crate::report::Language;
use crate::report::findings::totals::Totals;
use crate::report::words::{decimals, number, percent_of_text};

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
        "Iedere genummerde vraag telt met haar antwoord één keer. Een antwoord krijgt één klasse, de eerste die past. Inhoudelijk: de brief \
         geeft zelf antwoord op wat de vraag vooral wil weten, welke verwijzingen er ook bij staan. Anders uitgesteld: wat gevraagd is, of \
         een deel ervan, komt volgens de brief later. Anders doorverwezen: wat gevraagd is, staat buiten de brief. Anders weer \
         inhoudelijk: er staat tekst, en die wijst nergens heen. Een antwoord dat alleen naar een ander antwoord verwijst, krijgt de klasse \
         daarvan; leidt die verwijzing nergens heen, dan is het onherleidbaar. Los van de klasse is van ieder antwoord genoteerd of zijn \
         eigen woorden verwijzen naar een document dat op de datum van de brief nog moest verschijnen: het was volgens de brief nog niet \
         gemaakt, niet af, niet vastgesteld of niet verstuurd. Of een document er al was, is gelezen uit de hele brief; waar de brief dat \
         niet zegt, is het onbekend en telt het niet mee.",
        "Every numbered question counts once with its answer. An answer has one class, the first that applies. Substantive: the letter \
         itself responds to what the question is mainly after, whatever pointers come with it. Otherwise deferred: what was asked, or a \
         part of it, comes later by the words of the letter. Otherwise referred: what was asked stands outside the letter. Otherwise \
         substantive again: there is text, and it points nowhere. An answer that only refers to another answer takes its class; where that \
         leads nowhere, it is unresolved. Apart from the class it was noted whether an answer's own words refer to a document that was not \
         yet available on the date of the letter: by the words of the letter it was not made, not finished, not decided or not sent. \
         Whether a document was available is read from the whole letter; where the letter does not say so, it is unknown and does not \
         count.",
    )
}

fn coded(codebook: &Codebook, language: Language) -> String {
    let (version, rules, hash) = (EDITION, codebook.rules().len(), codebook.hash().get(..12).unwrap_or_default());
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
    let measured = if codebook.is_embedded() {
        agreement(language)
    } else {
        language
            .pick(
                "Hoe vaak dit codeboek het eens is met mensen, is niet gemeten.",
                "How often this codebook agrees with people was not measured.",
            )
            .to_owned()
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

/// How often the codes were those of coded letters, and what letters these were: the figures that a stranger's letter may expect come last.
fn agreement(language: Language) -> String {
    let real = Together::of(|set| set.read && set.origin == Origin::Real);
    let written = Together::of(|set| set.read && set.origin == Origin::Written);
    let unread = Together::of(|set| !set.read);
    let between = |(least, most): (f64, f64)| {
        let to = language.pick("tot", "to");
        format!("{} {to} {}", percent_of_text(least, language).trim_end_matches(" %"), percent_of_text(most, language))
    };
    let [of_real, of_written, of_unread] = [real, written, unread].map(|together| number(together.questions, language));
    let [real, written, apart] = [real, written, unread].map(|together| between(together.class));
    let (sets, (least, most)) = (unread.sets, unread.document);
    let [least, most] = [least, most].map(|f1| decimals(f1, 3, language));
    match language {
        Language::Dutch => format!(
            "Van {of_real} gecodeerde vragen uit echte brieven kreeg {real} dezelfde klasse, van {of_written} uit brieven die voor dit project \
             zijn geschreven {written}; met deze brieven zijn de regels gemaakt. Op brieven die de makers van de regels niet hadden gelezen (ook \
             geschreven voor dit project: {sets} sets, {of_unread} vragen) was dat {apart}; van de verwijzingen naar een document dat nog moest \
             verschijnen was de F1, waarin gemist en te veel geteld even zwaar wegen en 1 foutloos is, daar {least} tot {most}. Reken voor \
             andere brieven op die lagere cijfers. De codes waarmee is vergeleken, zijn voor dit project gemaakt, niet door codeurs van buiten. \
             Lees daarom de woorden voordat u een cijfer aanhaalt."
        ),
        Language::English => format!(
            "Of {of_real} coded questions from real letters {real} got the same class, of {of_written} from letters written for this project \
             {written}; with these letters the rules were made. On letters that nobody who made the rules had read (written for this project \
             too: {sets} sets, {of_unread} questions) it was {apart}; of references to a document that was not yet available the F1, in which \
             what is missed and what is counted too much weigh alike and 1 is without errors, was {least} to {most} there. For other letters \
             expect these lower figures. The codes it was compared with were made for this project, not by coders from outside. So read the \
             words before you quote a figure."
        ),
    }
}

fn limits(language: Language) -> &'static str {
    language.pick(
        "Uitstel kan terecht zijn: het document kan er werkelijk nog niet zijn. Of een aangekondigd document later is verschenen, is alleen \
         in latere brieven van deze run nagegaan, niet daarbuiten. Tekst die het programma niet begreep, is als zodanig vermeld.",
        "Deferral may be justified: the document may really not be there yet. Whether an announced document appeared later was looked up in \
         later letters of this run only, not elsewhere. Text that the program did not understand is listed as such.",
    )
}
