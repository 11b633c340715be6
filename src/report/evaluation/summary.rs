//! What an evaluation found, on one screen.

use std::fmt::Write;
use std::path::Path;

use super::{Matter, PAGE};
use crate::error::printable;
use crate::evaluation::{Agreed, Basis, Measured};
use crate::report::Language;
use crate::report::words::{counted, number, percent_of_text as percent};

/// Unmatched rows that are named.
const NAMED: usize = 5;

/// The measures that the screen shows: class or facet, code, measure, and their names in Dutch and English.
const SHOWN: [(&str, &str, &str, &str, &str); 8] = [
    ("class", "", "accuracy", "zelfde klasse", "same class"),
    ("class", "", "macro_f1", "gemiddelde F1", "mean F1"),
    ("class", "", "kappa", "kappa van Cohen", "Cohen's kappa"),
    ("class", "", "alpha", "alfa van Krippendorff", "Krippendorff's alpha"),
    ("class", "", "ac1", "AC1 van Gwet", "Gwet's AC1"),
    ("defers_to_document", "1", "precision", "wacht op document, precisie", "waits for a document, precision"),
    ("defers_to_document", "1", "recall", "wacht op document, vangst", "waits for a document, recall"),
    ("due", "", "exact", "zelfde datum", "same date"),
];

/// The summary of an evaluation whose files are in `out`.
pub fn summary(matter: &Matter<'_>, out: &Path) -> String {
    let (found, language) = (matter.evaluation, matter.language);
    let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
    let answers = |count: usize| counted(count as u64, ("antwoord", "antwoorden"), ("answer", "answers"), language);
    let letters = counted(found.letters as u64, ("brief", "brieven"), ("letter", "letters"), language);
    let mut text = format!("{} {} {letters}\n", answers(found.units), say("uit", "of"));
    for person in &found.people {
        let _ = write!(text, "{}: {} {}", printable(&person.name), answers(person.coded), say("gecodeerd", "coded"));
        for (count, dutch, english) in [(person.open, "open gelaten", "left open"), (person.unsure, "in twijfel", "in doubt")] {
            if count > 0 {
                let _ = write!(text, ", {} {}", number(count, language), say(dutch, english));
            }
        }
        text.push('\n');
        if !person.unmatched.is_empty() {
            let named: Vec<String> = person.unmatched.iter().take(NAMED).map(|row| printable(&row.unit)).collect();
            let more = person.unmatched.len() - named.len();
            let _ = write!(text, "  {}: {}", say("hoort bij geen antwoord", "matches no answer"), named.join(", "));
            if more > 0 {
                let _ = write!(text, " {} {} (unmatched.csv)", say("en nog", "and another"), number(more as u64, language));
            }
            text.push('\n');
        }
    }
    let mut last = (String::new(), String::new());
    for row in &found.agreed {
        let Some((_, _, _, dutch, english)) =
            SHOWN.iter().find(|(compared, code, measure, _, _)| (row.compared, row.code, row.measure) == (*compared, *code, *measure))
        else {
            continue;
        };
        if row.measured.n == 0 {
            continue;
        }
        let pair = (row.coder.clone(), row.reference.clone());
        if pair != last {
            let beside = if row.reference.is_empty() { say("onderling", "among themselves") } else { say("naast", "beside") };
            let _ = writeln!(text, "\n{}", format!("{} {beside} {}", printable(&row.coder), printable(&row.reference)).trim_end());
            last = pair;
        }
        line(&mut text, say(dutch, english), row, language);
    }
    if found.corrected > 0 {
        let _ = writeln!(text, "\n{}: {}", say("door mensen gecorrigeerd", "corrected by people"), answers(found.corrected));
    }
    let of_class = found.disagreements.iter().filter(|unit| unit.differences.iter().any(|one| one.column == "class")).count();
    let _ = writeln!(
        text,
        "\n{}: {}, {} {}",
        say("verschillen", "disagreements"),
        answers(found.disagreements.len()),
        say("in de klasse", "in the class"),
        number(of_class as u64, language)
    );
    let _ = writeln!(text, "{} {}", say("bestanden in", "files in"), out.display());
    let _ = writeln!(text, "{} {}", say("begin bij", "begin with"), out.join(PAGE).display());
    text
}

fn line(text: &mut String, label: &str, row: &Agreed, language: Language) {
    let Measured { k, n, value, confidence, basis } = row.measured;
    let shown = |value: f64| match (k, language) {
        (Some(_), _) => percent(value, language),
        (None, Language::Dutch) => format!("{value:.3}").replace('.', ","),
        (None, Language::English) => format!("{value:.3}"),
    };
    let counts = k.map_or_else(String::new, |k| format!("{} {} {}", number(k, language), language.pick("van", "of"), number(n, language)));
    let _ = write!(text, "  {label:<34} {counts:>14}");
    if let Some(value) = value {
        let _ = write!(text, "  {:>7}", shown(value));
        if let Some(confidence) = confidence {
            let of = match basis {
                Basis::Letters | Basis::FewLetters => language.pick("95 % over brieven", "95 % over letters"),
                _ => "Wilson 95 %",
            };
            let _ = write!(text, "  ({of}: {} - {})", shown(confidence.low), shown(confidence.high));
        }
    }
    text.push('\n');
}
