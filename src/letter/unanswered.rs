//! Notes that nothing was answered: `[geen antwoord ontvangen]`, `(vraag ingetrokken)`.

use crate::text::Reading;

/// The most words of a note: what is longer tells something.
const LONGEST: usize = 14;

/// Words that say by themselves that nothing stands here.
#[rustfmt::skip]
const ABSENT: [&str; 20] = [
    "ingetrokken", "teruggetrokken", "intrekking", "vervallen", "vervalt", "ontbreekt", "ontbreken", "leeg", "leeggelaten", "opengelaten",
    "opengebleven", "openstaand", "overgeslagen", "blanco", "onbeantwoord", "weggevallen", "uitgebleven", "vullen", "geschrapt", "verwijderd",
];

/// Words that say so after one of [`NEGATIVE`].
#[rustfmt::skip]
const ANSWERED: [&str; 28] = [
    "antwoord", "antwoorden", "antwoordtekst", "beantwoording", "reactie", "reacties", "beantwoord", "ontvangen", "ingevuld", "binnen",
    "binnengekomen", "ingekomen", "gegeven", "aangeleverd", "geleverd", "gereageerd", "gekomen", "toegestuurd", "meegestuurd", "bijgevoegd",
    "verstrekt", "opgenomen", "gesteld", "behandeld", "afgehandeld", "ingediend", "voorhanden", "aanwezig",
];

/// Words that deny.
const NEGATIVE: [&str; 5] = ["geen", "niet", "nooit", "zonder", "nog"];

/// Words that say only what the note is about.
#[rustfmt::skip]
const BESIDE: [&str; 45] = [
    "vraag", "vragen", "deelvraag", "subvraag", "vraagsteller", "de", "het", "deze", "dit", "die", "een", "er", "hier", "hierop", "hierover",
    "op", "van", "is", "zijn", "was", "werd", "wordt", "heeft", "komt", "te", "in", "om", "later", "inmiddels", "reeds", "al", "alsnog",
    "tijdig", "tot", "heden", "schriftelijk", "schriftelijke", "n", "b", "ambtelijk", "tekst", "veld",
    "komen", "verzoek", "fractie",
];

/// Words after which a note says by whom, when or why.
const THEN: [&str; 12] = ["door", "namens", "bij", "tijdens", "wegens", "vanwege", "omdat", "aan", "per", "d.d", "dd", "voor"];

/// Whether `text` is nothing but a note that nothing was answered.
///
/// Brackets tell a note from an answer, because "geen reactie ontvangen" answers the question what the reaction was;
/// without them only a few words about the question itself are a note.
pub(super) fn is_note(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '.'));
    let inside = bracketed(bare);
    if bare.len() > 160 || inside.is_none() && !(bare.len() < 60 && bare.contains("raag")) {
        return false;
    }
    let reading = Reading::of(inside.unwrap_or(bare));
    let words: Vec<&str> = (0..reading.words().len()).map(|at| reading.folded(at)).collect();
    if words.len() > LONGEST || inside.is_none() && !withdraws(&words) {
        return false;
    }
    says_absent(&words)
}

/// Where the note begins that is the last line of a longer `text`.
pub(super) fn last_line(text: &str) -> Option<usize> {
    let text = text.trim_end();
    let at = text.rfind('\n')? + 1;
    (is_note(&text[at..]) && !text[..at].trim().is_empty()).then_some(at)
}

/// What stands in the one pair of brackets around a text.
fn bracketed(text: &str) -> Option<&str> {
    [('[', ']'), ('(', ')'), ('<', '>'), ('{', '}')].into_iter().find_map(|(open, close)| {
        let inside = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inside.contains([open, close])).then_some(inside)
    })
}

/// "Vraag ingetrokken", "Deze vraag is vervallen".
fn withdraws(words: &[&str]) -> bool {
    let about = words.iter().position(|word| *word == "vraag").is_some_and(|at| at < 2);
    about && words.iter().any(|word| ABSENT.contains(word))
}

/// Whether the words say that something is absent, and nothing else before they say by whom, when or why.
fn says_absent(words: &[&str]) -> bool {
    let head = &words[..words.iter().position(|word| THEN.contains(word)).unwrap_or(words.len())];
    let known = |word: &&str| [&ABSENT[..], &ANSWERED, &NEGATIVE, &BESIDE].iter().any(|list| list.contains(word)) || is_number(word);
    let negative = head.iter().position(|word| NEGATIVE[..4].contains(word));
    let denied = negative.is_some_and(|at| head[at..].iter().any(|word| ANSWERED.contains(word)));
    let absent = !head.contains(&"niet") && head.iter().any(|word| ABSENT.contains(word));
    head.iter().all(known) && (denied || absent)
}

/// "3", "3a": the number of the question.
fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{is_note, last_line};

    #[test]
    fn notes() {
        let notes = [
            "[geen antwoord ontvangen]",
            "(vraag ingetrokken)",
            "[nog niet beantwoord]",
            "[ Geen reactie ]",
            "*(niet ingevuld)*",
            "<leeg>",
            "[antwoord ontbreekt].",
            "(De vraag is ingetrokken door mevrouw Hoekstra.)",
            "[vraag 12 is komen te vervallen]",
            "(op deze vraag is geen antwoord binnengekomen)",
            "[niet beantwoord wegens tijdgebrek]",
            "(vraag ingetrokken op verzoek van de fractie)",
            "{nog in te vullen}",
            "Vraag ingetrokken.",
            "Deze vraag is vervallen",
        ];
        let missed: Vec<_> = notes.into_iter().filter(|note| !is_note(note)).collect();
        assert!(missed.is_empty(), "{missed:#?}");
    }

    #[test]
    fn answers_that_look_like_notes() {
        let answers = [
            "",
            "Nee.",
            "Niet ontvangen.",
            "Geen reactie ontvangen.",
            "Nog niet beantwoord.",
            "(nee)",
            "[volgt]",
            "[zie antwoord 4]",
            "(de vergunning is ingetrokken)",
            "(geen cijfers bekend)",
            "(nog 3)",
            "[geen antwoord ontvangen] Wel is er gebeld.",
            "(niet beantwoord) en (vraag ingetrokken)",
            "Deze vraag is niet ingetrokken.",
            "Deze vraag is niet ingetrokken, maar aangehouden tot het najaar, want de fractie wil eerst overleg.",
        ];
        let taken: Vec<_> = answers.into_iter().filter(|answer| is_note(answer)).collect();
        assert!(taken.is_empty(), "{taken:#?}");
    }

    #[test]
    fn a_note_below_a_question() {
        assert_eq!(last_line("Wat kost de brug?\n(vraag ingetrokken)\n"), Some(18));
        assert_eq!(last_line("(vraag ingetrokken)"), None);
        assert_eq!(last_line("Is de vraag\ningetrokken?"), None);
    }
}
