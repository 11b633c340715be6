//! The few figures of a run that writes the answers alone.

use std::fmt::Write;
use std::path::Path;

use super::summary::{classes, plural, questions, waits};
use crate::report::Language;
use crate::report::alone::Figures;

/// The figures in some lines: letters and questions, classes, answers that wait for a document, what was not understood; and the file
/// that the table is in, where it is in one.
pub fn figures(figures: &Figures, out: Option<&Path>, language: Language) -> String {
    let say = |dutch, english| language.pick(dutch, english);
    let Figures { letters, counts, without, unanswered, unparsed, problems } = *figures;
    let mut text = questions(letters, counts, without, language) + &classes(letters, counts, language) + &waits(letters, counts, language);
    let left = [
        (u64::from(unanswered), say("zonder antwoorden: ", "without answers: "), say("brief", "letter"), say("brieven", "letters")),
        (
            unparsed as u64,
            say("niet begrepen: ", "not understood: "),
            say("stuk tekst (zie `analyse`)", "stretch of text (see `analyse`)"),
            say("stukken tekst (zie `analyse`)", "stretches of text (see `analyse`)"),
        ),
        (problems as u64, "", say("probleem, zie boven", "problem, see above"), say("problemen, zie boven", "problems, see above")),
    ];
    let left: Vec<String> = left
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, label, one, many)| [*label, &plural(*count, one, many)].concat())
        .collect();
    let all = say("alles is gelezen en begrepen", "everything was read and understood");
    text += &if left.is_empty() { all.to_owned() } else { left.join("; ") };
    text.push('\n');
    if let Some(out) = out {
        let _ = writeln!(text, "{} {}", say("tabel in", "table in"), out.display());
    }
    text
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::figures;
    use crate::measure::Counts;
    use crate::report::Language;
    use crate::report::alone::Figures;
    use crate::report::findings::unanswered::Unanswered;

    fn counted() -> Figures {
        let counts = Counts {
            questions: 46,
            answered: 45,
            substantive: 20,
            deferral: 18,
            external_reference: 7,
            defers_to_document: 17,
            ..Counts::default()
        };
        let without = Unanswered { asked: 0, put_off: 1 };
        Figures { letters: 2, counts, without, unanswered: 1, unparsed: 3, problems: 2 }
    }

    #[test]
    fn a_run_in_dutch_and_in_english() {
        let dutch = figures(&counted(), None, Language::Dutch);
        for words in [
            "2 brieven, 46 vragen, 45 beantwoord\nZonder antwoord: 1 vraag, waarvan 1 in brieven die hun antwoorden uitstellen.\n",
            "20 van 45   44,4 %",
            "17 van 45",
            "zonder antwoorden: 1 brief; niet begrepen: 3 stukken",
        ] {
            assert!(dutch.contains(words), "{words} is not in:\n{dutch}");
        }
        assert!(dutch.lines().count() == 7 && dutch.lines().all(|line| line.chars().count() <= 100), "{dutch}");
        let english = figures(&counted(), Some(Path::new("codings.csv")), Language::English);
        assert!(
            english.contains("18 of 45   40.0 %") && english.ends_with("(see `analyse`); 2 problems, see above\ntable in codings.csv\n"),
            "{english}"
        );
    }

    #[test]
    fn nothing_left_over() {
        let text = figures(&Figures { unanswered: 0, unparsed: 0, problems: 0, ..counted() }, None, Language::Dutch);
        assert!(text.ends_with("alles is gelezen en begrepen\n"), "{text}");
    }
}
