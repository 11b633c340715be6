//! What an evaluation says in words: of intervals, of what was refused, of its method.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::Matter;
use crate::coder::EDITION;
use crate::evaluation::{Basis, Estimate, Reason, Unmatched, Way};
use crate::measure::Refused;
use crate::report::Language;
use crate::report::methods::{Formula, formulas, references};
use crate::report::words::{counted, number};

/// What a reader has to know of an interval.
pub(super) const fn basis(basis: Basis, language: Language) -> &'static str {
    match basis {
        Basis::Letters => language.pick("brieven als steekproef", "letters as a sample"),
        Basis::FewLetters => language.pick(
            "brieven als steekproef; minder dan 30 brieven: waarschijnlijk te smal",
            "letters as a sample; fewer than 30 letters: likely too narrow",
        ),
        Basis::AnswersOfOneLetter => language.pick(
            "één brief: alsof de antwoorden een voor een zijn getrokken, dus waarschijnlijk te smal",
            "one letter: as if answers were drawn one by one, so likely too narrow",
        ),
        Basis::AnswersOfFewLetters => language.pick(
            "minder dan vijf brieven: alsof de antwoorden een voor een zijn getrokken, dus waarschijnlijk te smal",
            "fewer than five letters: as if answers were drawn one by one, so likely too narrow",
        ),
        Basis::AnswersOfLikeLetters => language.pick(
            "alle brieven zeggen hetzelfde: alsof de antwoorden een voor een zijn getrokken, dus waarschijnlijk te smal",
            "all letters say the same: as if answers were drawn one by one, so likely too narrow",
        ),
        Basis::OneLetter => {
            language.pick("één brief laat niet zien hoe brieven verschillen", "one letter does not show how letters differ")
        }
        Basis::TooFewLetters => language.pick(
            "minder dan vijf brieven laten niet goed genoeg zien hoe brieven verschillen",
            "fewer than five letters do not show well enough how letters differ",
        ),
        Basis::NoVariation => language.pick("alle brieven zeggen hetzelfde", "all letters say the same"),
        Basis::Undefined => language.pick(
            "betekent hier niets: er is te weinig waarvan het een maat kan zijn",
            "means nothing here: there is too little to take it of",
        ),
        Basis::TooFew => language.pick("minder dan vijf: alleen de telling", "fewer than five: the count only"),
    }
}

/// Of what an estimate speaks, or why there is none.
pub(super) fn estimate(estimate: &Estimate, language: Language) -> String {
    let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
    let said = match (estimate.share, estimate.way) {
        (Err(reason), _) => refused(reason, language),
        (Ok(_), Way::Counted) => say(
            "de wijze van antwoorden, met de fouten van de codeur erin; deze antwoorden zijn volledig geteld",
            "the way of answering, with the coder's errors in it; these answers were counted whole",
        ),
        (Ok(_), Way::RoganGladen) => say(
            "de wijze van antwoorden, als de nagekeken antwoorden zijn als de andere",
            "the way of answering, if the checked answers are like the others",
        ),
        (Ok(_), Way::Sample) => say(
            "deze antwoorden: wat mensen ervan zouden zeggen als zij alles codeerden",
            "these answers: what people would say of them if they coded all",
        ),
    };
    let outside = say(
        "; de formule kwam buiten 0 tot 1: de codeur vergist zich hier anders dan waar dat is nagekeken",
        "; the formula went beyond 0 to 1: the coder errs otherwise here than where it was checked",
    );
    format!("{said}{}", if estimate.outside { outside } else { "" })
}

const fn refused(reason: Reason, language: Language) -> &'static str {
    match reason {
        Reason::TooFew => language.pick("geweigerd: minder dan vijf antwoorden", "refused: fewer than five answers"),
        Reason::AllChecked => language.pick(
            "geweigerd: mensen hebben alle antwoorden gecodeerd, dus hun telling heeft geen correctie nodig",
            "refused: people coded all answers, so their counts need no correction",
        ),
        Reason::DrawnByClass => language.pick(
            "geweigerd: de antwoorden zijn getrokken naar de klasse die de codeur gaf, en dat vertekent zijn fouten; zie de schatting uit de steekproef",
            "refused: the answers were drawn by the class that the coder gave, which distorts its errors; see the estimate from the sample",
        ),
        Reason::NoSample => language.pick(
            "geweigerd: wat mensen codeerden is geen kanssteekproef van antwoordmeter sample",
            "refused: what people coded is no probability sample of antwoordmeter sample",
        ),
        Reason::OtherCodings => language.pick(
            "geweigerd: uit andere coderingen getrokken dan deze; geef die waaruit de steekproef is getrokken",
            "refused: drawn from other codings than these; give those that the sample was drawn from",
        ),
        Reason::Refused(Refused::NoAnswers) => language.pick("geweigerd: er zijn geen antwoorden", "refused: there are no answers"),
        Reason::Refused(Refused::NothingChecked) => language.pick(
            "geweigerd: van de antwoorden met of zonder deze code is er geen nagekeken",
            "refused: of the answers with or without this code none was checked",
        ),
        Reason::Refused(Refused::Uninformative) => language.pick(
            "geweigerd: de codeur onderscheidt deze code niet beter dan een munt",
            "refused: the coder tells this code no better than a coin",
        ),
        Reason::Refused(Refused::ThinStratum) => language.pick(
            "geweigerd: van een stratum zijn minder dan twee antwoorden nagekeken",
            "refused: of a stratum fewer than two answers were checked",
        ),
    }
}

/// Why a row is in no figure.
pub(super) fn unmatched(row: &Unmatched, language: Language) -> String {
    match (row.again, language) {
        (None, _) => language.pick("geen antwoord heeft deze id", "no answer has this id").to_owned(),
        (Some(line), Language::Dutch) => format!("is al gecodeerd in regel {line}"),
        (Some(line), Language::English) => format!("was coded already in line {line}"),
    }
}

/// The note on method of an evaluation.
pub(super) fn methods(matter: &Matter<'_>, used: &[Formula]) -> String {
    let (found, request, language) = (matter.evaluation, matter.request, matter.language);
    let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
    let mut text = format!("# {}\n\n", say("Methode van de toetsing", "Method of the evaluation"));
    let units = counted(found.units as u64, ("antwoord", "antwoorden"), ("answer", "answers"), language);
    let letters = counted(found.letters as u64, ("brief", "brieven"), ("letter", "letters"), language);
    let corrected = number(found.corrected as u64, language);
    let _ = match language {
        Language::Dutch => writeln!(
            text,
            "Beoordeeld zijn {units} uit {letters}; {corrected} ervan zijn door mensen gecorrigeerd. Vergeleken is wat de codeur gaf vóór die correcties.\n"
        ),
        Language::English => writeln!(
            text,
            "Judged were {units} of {letters}; people corrected {corrected} of them. What is compared is what the coder gave before those corrections.\n"
        ),
    };
    for person in &found.people {
        let counts = [person.coded as u64, u64::from(person.open), u64::from(person.unsure), person.unmatched.len() as u64]
            .map(|n| number(n, language));
        let [coded, open, unsure, unmatched] = counts;
        let _ = match language {
            Language::Dutch => writeln!(
                text,
                "- {}: {coded} gecodeerd; buiten de cijfers: {open} open gelaten, {unsure} met twijfel (`sure` is L), {unmatched} zonder antwoord dat erbij hoort (unmatched.csv).",
                person.name
            ),
            Language::English => writeln!(
                text,
                "- {}: {coded} coded; in no figure: {open} left open, {unsure} in doubt (`sure` is L), {unmatched} without an answer (unmatched.csv).",
                person.name
            ),
        };
    }
    text += say(
        "\nWaar meer mensen codeerden, geldt voor `people`, voor rules.csv en voor dubbele antwoorden wat de eerste zei. Onder vijf antwoorden staat er geen maat, alleen de telling. Waar brieven geen interval geven (één brief, of alle gelijk), staat bij aandelen dat van Wilson, en dat staat erbij.\n",
        "\nWhere several people coded, `people`, rules.csv and answers coded twice follow the first of them. Under five answers there is no measure, only the count. Where letters give no interval (one letter, or all alike), shares have that of Wilson, and say so.\n",
    );
    let _ = writeln!(text, "\n## {}\n\n{}", say("Formules", "Formulas"), formulas(used, language));
    let _ = writeln!(text, "## {}\n\nantwoordmeter {}, seed {}.\n", say("Versie en seed", "Version and seed"), EDITION, request.seed);
    let mut refusals: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in found.estimates.iter().filter(|estimate| estimate.share.is_err()) {
        refusals.entry(estimate(one, language)).or_default().push(format!("{}: {} {}", one.reference, one.compared, one.code));
    }
    if !refusals.is_empty() {
        let _ = writeln!(text, "## {}\n", say("Geweigerde schattingen van aandelen", "Estimates of shares that were refused"));
        for (reason, of) in refusals {
            let _ = writeln!(text, "- {reason} ({})", of.join("; "));
        }
        text.push('\n');
    }
    let _ = write!(text, "## {}\n\n{}", say("Bronnen", "Sources"), references(used, language));
    text
}
