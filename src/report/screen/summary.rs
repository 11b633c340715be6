//! What a run found, on one screen.

use std::fmt::Write;
use std::iter;
use std::path::Path;

use super::bars::{Screen, bars};
use crate::error::Problem;
use crate::measure::{Counts, Share};
use crate::report::findings::Findings;
use crate::report::findings::totals::Totals;
use crate::report::findings::unanswered::Unanswered;
use crate::report::words::percent_of_text as percent;
use crate::report::{Language, measured, page};

/// The summary of a run whose files are in `out`, for a screen.
pub fn summary(findings: &Findings, out: &Path, screen: Screen, language: Language) -> String {
    let totals = &findings.totals;
    let say = |dutch, english| language.pick(dutch, english);
    let counts = totals.counts;
    let mut text = questions(totals.letters, counts, totals.without, language) + "\n";
    let line = |text: &mut String, label: &str, count: u32| *text += &line(label, count, totals.letters, counts, language);
    text += &classes(totals.letters, counts, language);
    if totals.corrected > 0 {
        let answers = plural(totals.corrected, say("antwoord", "answer"), say("antwoorden", "answers"));
        let _ = writeln!(text, "  {}: {answers}", say("door mensen gecorrigeerd", "corrected by people"));
    }
    let waiting = totals.documents();
    text.push('\n');
    text += &waits(totals.letters, counts, language);
    line(&mut text, say("idem, met verwijzingen daarnaar", "the same, with references to it"), counts.defers_including_references);
    if totals.corrected > 0 {
        let without = totals.uncorrected.defers_to_document;
        line(&mut text, say("zonder die correcties", "without those corrections"), without);
    }
    if waiting == 1 {
        let _ = writeln!(text, "  {}", say("het gaat om één stuk", "this is one document"));
    } else if waiting > 0 {
        let documents = say("verschillende stukken", "different documents");
        let _ = writeln!(text, "  {} {}", say("het gaat om", "these are"), plural(waiting, documents, documents));
    }
    text += &bars(findings, screen, language);
    if let [only] = findings.survey.members() {
        text += &measured::verdict(only, findings.survey.seed, language);
    }
    let _ = write!(text, "\n{}", not_understood(totals, language));
    let _ = writeln!(text, "{} {}", say("bestanden in", "files in"), out.display());
    let _ = writeln!(text, "{} {}", say("begin bij", "begin with"), out.join(page::NAME).display());
    text
}

/// Letters, questions, answers; what letters put off or only ask.
pub(super) fn questions(letters: u32, counts: Counts, without: Unanswered, language: Language) -> String {
    let say = |dutch, english| language.pick(dutch, english);
    let told = without.told(counts, language).into_iter().map(|told| told + "\n");
    let all = format!(
        "{}, {}, {} {}\n",
        plural(letters, say("brief", "letter"), say("brieven", "letters")),
        plural(counts.questions, say("vraag", "question"), say("vragen", "questions")),
        counts.answered,
        say("beantwoord", "answered"),
    );
    iter::once(all).chain(told).collect()
}

/// The classes, a line each.
pub(super) fn classes(letters: u32, counts: Counts, language: Language) -> String {
    let say = |dutch, english| language.pick(dutch, english);
    let rows = [
        (say("inhoudelijk", "substantive"), counts.substantive),
        (say("uitgesteld", "deferred"), counts.deferral),
        (say("verwezen naar elders", "referred elsewhere"), counts.external_reference),
        (say("niet te herleiden", "unresolved"), counts.unresolved),
    ];
    let shown = rows.iter().filter(|(label, count)| *count > 0 || *label != rows[3].0);
    shown.map(|(label, count)| line(label, *count, letters, counts, language)).collect()
}

/// The answers that wait for a document.
pub(super) fn waits(letters: u32, counts: Counts, language: Language) -> String {
    let label = language.pick("wacht op een nog te verschijnen stuk", "waits for a document not yet available");
    line(label, counts.defers_to_document, letters, counts, language)
}

fn line(label: &str, count: u32, letters: u32, counts: Counts, language: Language) -> String {
    let answered = counts.answered;
    let mut text = format!("  {label:<39} {count:>6} {} {answered}", language.pick("van", "of"));
    if let Some(share) = Share::of(count, answered) {
        let _ = write!(text, "  {:>7}", percent(share.value(), language));
        if letters > 1 {
            let _ = write!(text, "  (Wilson 95 %: {} - {})", percent(share.low, language), percent(share.high, language));
        }
    }
    text + "\n"
}

fn not_understood(totals: &Totals, language: Language) -> String {
    let say = |dutch, english| language.pick(dutch, english);
    let mut text = String::new();
    if totals.unanswered > 0 {
        let letters = plural(totals.unanswered, say("brief", "letter"), say("brieven", "letters"));
        let _ = writeln!(text, "{}: {letters} (letters.csv)", say("zonder antwoorden", "without answers"));
    }
    if totals.unparsed > 0 {
        let stretches = plural(totals.unparsed, say("stuk tekst", "stretch of text"), say("stukken tekst", "stretches of text"));
        let _ = writeln!(text, "{}: {stretches} (unparsed.csv)", say("niet begrepen", "not understood"));
    }
    if !totals.problems.is_empty() {
        let by_stage: Vec<_> = totals.problems.iter().map(|(stage, count)| format!("{} {count}", stage_name(stage, language))).collect();
        let _ = writeln!(text, "{}: {} (problems.csv)", say("meldingen", "problems"), by_stage.join(", "));
    }
    if text.is_empty() { say("alles is gelezen en begrepen\n", "everything was read and understood\n").to_owned() } else { text }
}

fn stage_name(stage: &str, language: Language) -> &str {
    match stage {
        "read" => language.pick("bij het lezen", "while reading"),
        "parse" => language.pick("bij het ontleden", "while parsing"),
        "code" => language.pick("bij het coderen", "while coding"),
        "write" => language.pick("bij het schrijven", "while writing"),
        Problem::OWN => language.pick("eerdere uitvoer", "earlier output"),
        other => other,
    }
}

pub(super) fn plural(count: impl TryInto<u64>, one: &str, many: &str) -> String {
    let count = count.try_into().unwrap_or(u64::MAX);
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {

    use std::path::Path;

    use super::summary;
    use crate::measure::Counts;
    use crate::report::Language;
    use crate::report::findings::Findings;
    use crate::report::findings::spread::Spread;
    use crate::report::findings::totals::Totals;
    use crate::report::findings::unanswered::Unanswered;
    use crate::report::findings::waited::Waited;
    use crate::report::screen::bars::Screen;

    fn findings() -> Findings {
        Findings { totals: totals(), ..Findings::default() }
    }

    fn totals() -> Totals {
        Totals {
            letters: 1,
            counts: Counts {
                questions: 46,
                answered: 45,
                substantive: 20,
                deferral: 18,
                external_reference: 7,
                unresolved: 0,
                defers_to_document: 17,
                defers_including_references: 18,
                ..Counts::default()
            },
            uncorrected: Counts::default(),
            corrected: 0,
            unanswered: 0,
            without: Unanswered::default(),
            first: None,
            waited_for: [(
                "jaarverslag 2024".to_owned(),
                Waited {
                    name: "Jaarverslag 2024".to_owned(),
                    letter: String::new(),
                    sender: String::new(),
                    first: "1".to_owned(),
                    due: None,
                    disputed: false,
                    answers: 17,
                },
            )]
            .into(),
            spread: Spread::default(),
            unparsed: 0,
            problems: [("read", 2), ("parse", 1)].into(),
            skipped: Vec::new(),
        }
    }

    #[test]
    fn a_letter_in_dutch() {
        let text = summary(&findings(), Path::new("reports"), Screen::default(), Language::Dutch);
        for words in [
            "1 brief, 46 vragen, 45 beantwoord",
            "18 van 45   40,0 %\n",
            "17 van 45",
            "het gaat om één stuk",
            "bij het ontleden 1, bij het lezen 2",
            "bestanden in reports",
        ] {
            assert!(text.contains(words), "{words} is not in:\n{text}");
        }
        assert!(text.lines().count() < 24 && text.lines().all(|line| line.chars().count() <= 100), "{text}");
    }

    #[test]
    fn several_letters_in_english_have_intervals() {
        let text = summary(
            &Findings { totals: Totals { letters: 2, ..totals() }, ..Findings::default() },
            Path::new("reports"),
            Screen::default(),
            Language::English,
        );
        assert!(text.contains("18 of 45   40.0 %  (Wilson 95 %: 27.0 % - 54.5 %)"), "{text}");
    }

    /// Ten questions of a letter that only asks were among those without an answer.
    #[test]
    fn what_nobody_answered_yet_is_told_apart() {
        let without = Unanswered { asked: 10, put_off: 1 };
        let findings = Findings { totals: Totals { letters: 3, without, ..totals() }, ..Findings::default() };
        let text = summary(&findings, Path::new("reports"), Screen::default(), Language::Dutch);
        let begins = "3 brieven, 46 vragen, 45 beantwoord\n\
                      Zonder antwoord: 1 vraag, waarvan 1 in brieven die hun antwoorden uitstellen.\n\
                      Niet meegeteld: 10 vragen in brieven die alleen vragen stellen.\n\n";
        assert!(text.starts_with(begins), "{text}");
    }

    #[test]
    fn an_empty_run_has_no_percentages() {
        let text = summary(&Findings::default(), Path::new("reports"), Screen::default(), Language::Dutch);
        assert!(!text.contains('%') && text.contains("alles is gelezen en begrepen"), "{text}");
    }
}
