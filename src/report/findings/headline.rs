//! The finding in a sentence, and what it counts: the same words on the page, in the annex and in a motion.

use super::totals::Totals;
use super::waited::Waited;
use crate::report::Language;
use crate::report::words::{day, due};

/// How many answers refer to a document that was not yet available, and which documents these are.
///
/// # Example: one letter of which two answers wait for one report
/// ```
/// use antwoordmeter::measure::Counts;
/// use antwoordmeter::report::{Language, findings::headline::finding, findings::totals::Totals};
/// let counts = Counts { questions: 9, answered: 9, defers_to_document: 2, ..Counts::default() };
/// let totals = Totals { letters: 1, counts, ..Totals::default() };
/// assert_eq!(
///     finding(&totals, Language::Dutch),
///     "2 van de 9 antwoorden verwijzen naar een document dat volgens de brief, die geen datum draagt, nog moest verschijnen."
/// );
/// ```
pub fn finding(totals: &Totals, language: Language) -> String {
    let say = |dutch, english| language.pick(dutch, english);
    let (count, answered) = (totals.counts.defers_to_document, totals.counts.answered);
    let when = match totals.first.as_ref().and_then(|first| first.date).filter(|_| totals.letters == 1) {
        Some(date) => format!("{} ({})", say("op de datum van de brief", "on the date of the letter"), day(date, language)),
        // Of a letter without a date, its own words are all there is.
        None if totals.letters == 1 => {
            say("volgens de brief, die geen datum draagt,", "by the words of the letter, which bears no date").to_owned()
        }
        None => say("op de datum van hun brief", "on the date of their letter").to_owned(),
    };
    let sentence = match (count, answered, language) {
        (_, 0, _) => return say("Er is geen antwoord om te tellen.", "There is no answer to count.").to_owned(),
        (0, 1, Language::Dutch) => format!("Het ene antwoord verwijst niet naar een document dat {when} nog moest verschijnen."),
        (0, 1, Language::English) => format!("The one answer does not refer to a document that was not yet available {when}."),
        (0, _, Language::Dutch) => {
            format!("Geen van de {answered} antwoorden verwijst naar een document dat {when} nog moest verschijnen.")
        }
        (0, _, Language::English) => format!("None of the {answered} answers refers to a document that was not yet available {when}."),
        (1, _, Language::Dutch) => format!("1 van de {answered} antwoorden verwijst naar een document dat {when} nog moest verschijnen."),
        (1, _, Language::English) => format!("1 of the {answered} answers refers to a document that was not yet available {when}."),
        (_, _, Language::Dutch) => {
            format!("{count} van de {answered} antwoorden verwijzen naar een document dat {when} nog moest verschijnen.")
        }
        (_, _, Language::English) => format!("{count} of the {answered} answers refer to a document that was not yet available {when}."),
    };
    [sentence, which(totals, language)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Which documents these are: the one by name, of more how many.
fn which(totals: &Totals, language: Language) -> String {
    let mut named = totals.waited_for.values().filter(|waited| !waited.name.is_empty());
    match (named.next(), named.next(), totals.documents()) {
        (Some(Waited { name, due: at, answers, .. }), None, _) if *answers == totals.counts.defers_to_document => {
            let at = at.map(|at| format!(" ({} {})", language.pick("verwacht:", "expected:"), due(at, language))).unwrap_or_default();
            format!("{} {name}{at}.", language.pick("Het gaat om één document:", "It is one document:"))
        }
        (Some(_), None, _) => language.pick("Eén document is met naam genoemd.", "One document is named.").to_owned(),
        (Some(_), Some(_), documents) => match language {
            Language::Dutch => format!("Het gaat om {documents} verschillende documenten."),
            Language::English => format!("These are {documents} different documents."),
        },
        _ => String::new(),
    }
}

/// What the finding counts, with the two figures beside it that another definition gives.
pub fn definition(totals: &Totals, language: Language) -> String {
    let counts = totals.counts;
    let (answered, including, deferral) = (counts.answered, counts.defers_including_references, counts.deferral);
    match language {
        Language::Dutch => format!(
            "Geteld is ieder antwoord waarvan de eigen woorden naar zo'n document verwijzen, ook als het antwoord verder inhoudelijk is. \
             Met de antwoorden die alleen naar zo'n antwoord verwijzen, zijn het er {including} van {answered}. \
             Uitgesteld, met of zonder document, zijn {deferral} van {answered} antwoorden."
        ),
        Language::English => format!(
            "Every answer counts whose own words refer to such a document, also when the answer is substantive otherwise. \
             With the answers that only refer to such an answer there are {including} of {answered}. \
             Deferred, with or without a document, are {deferral} of {answered} answers."
        ),
    }
}

/// How many answers people corrected, and the finding without that; empty where nothing was.
pub fn corrected(totals: &Totals, language: Language) -> String {
    let (corrected, answered, without) = (totals.corrected, totals.counts.answered, totals.uncorrected.defers_to_document);
    match language {
        _ if corrected == 0 => String::new(),
        Language::Dutch => format!(
            "Mensen hebben de codering van {corrected} van de {answered} antwoorden gecorrigeerd; zij zijn gemarkeerd. Zonder die correcties \
             verwijzen {without} van {} antwoorden naar zo'n document.",
            totals.uncorrected.answered
        ),
        Language::English => format!(
            "People corrected the codes of {corrected} of the {answered} answers; these are marked. Without their corrections {without} of \
             {} answers refer to such a document.",
            totals.uncorrected.answered
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::finding;
    use crate::coding::{Class, Coding, DeferralKind, Due};
    use crate::letter::Letter;
    use crate::measure::Counts;
    use crate::report::Language;
    use crate::report::findings::totals::{Heading, Totals};
    use crate::time::Interval;

    fn totals(count: u32, answered: u32, documents: &[&str]) -> Totals {
        let first = Heading { letter: "bomen".to_owned(), line: "bomen".to_owned(), date: "2025-04-08".parse().ok(), answers: Vec::new() };
        let counts = Counts { questions: answered, answered, defers_to_document: count, ..Counts::default() };
        let mut totals = Totals { letters: 1, counts, first: Some(first), ..Totals::default() };
        let letter = Letter::default();
        let may = Interval { from: "2025-05-01".parse().expect("a day"), to: "2025-05-31".parse().expect("a day") };
        for name in documents {
            let coding = Coding {
                id: String::new(),
                number: String::new(),
                class: Class::Deferral,
                via: Vec::new(),
                shared: false,
                deferral: Some(DeferralKind::Document),
                document: (*name).to_owned(),
                due: Some(Due::Interval(may)),
                external: None,
                internal: Vec::new(),
                no_information: false,
                refusal: false,
            };
            totals.wait(&letter, &coding, None);
        }
        totals
    }

    #[test]
    fn the_finding_agrees_with_its_number() {
        let table = [
            (totals(0, 0, &[]), "Er is geen antwoord om te tellen."),
            (
                totals(0, 1, &[]),
                "Het ene antwoord verwijst niet naar een document dat op de datum van de brief (8 april 2025) nog moest verschijnen.",
            ),
            (
                totals(0, 4, &[]),
                "Geen van de 4 antwoorden verwijst naar een document dat op de datum van de brief (8 april 2025) nog moest verschijnen.",
            ),
            (
                totals(1, 4, &["jaarverslag 2024"]),
                "1 van de 4 antwoorden verwijst naar een document dat op de datum van de brief (8 april 2025) nog moest verschijnen. \
                 Het gaat om één document: jaarverslag 2024 (verwacht: mei 2025).",
            ),
            (
                totals(2, 4, &["jaarverslag 2024", "monitor 2025"]),
                "2 van de 4 antwoorden verwijzen naar een document dat op de datum van de brief (8 april 2025) nog moest verschijnen. \
                 Het gaat om 2 verschillende documenten.",
            ),
        ];
        let wrong: Vec<_> =
            table.iter().map(|(totals, text)| (finding(totals, Language::Dutch), *text)).filter(|(found, text)| found != text).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        let several = Totals { letters: 2, ..totals(3, 9, &[]) };
        assert_eq!(
            finding(&several, Language::English),
            "3 of the 9 answers refer to a document that was not yet available on the date of their letter."
        );
    }
}
