//! Whether a text asserts what its words are taken for: what is denied or only supposed proves nothing of a document.

use super::annotated::Annotated;
use super::lens::Vocabulary;
use super::tense;
use super::traits::Trait;

/// "is nooit gepubliceerd", "niet opgesteld": the clause denies the verb at `word`. "Niet alleen" and "niet …, maar" do not.
pub(super) fn is_denied(text: &Annotated, word: usize) -> bool {
    let clause = tense::clause(text, word);
    let turns = |from: usize| (from..word).any(|at| text.reading.folded(at) == "maar");
    let denies = |at: usize| {
        let negative = text.is(at, Vocabulary::Negative) || text.reading.folded(at) == "nooit";
        negative && !matches!(text.reading.folded(at + 1), "alleen" | "slechts" | "enkel") && !turns(at)
    };
    (clause.start.max(word.saturating_sub(NEAR))..word).any(denies)
}

/// Words between a denial and its verb, and one: "is niet door het college gepubliceerd".
const NEAR: usize = 5;

/// Whether the clause around `word` denies that something was made, sent or published.
pub(super) fn denies_making(text: &Annotated, word: usize) -> bool {
    tense::clause(text, word).any(|verb| text.has_trait(verb, Trait::Given) && is_denied(text, verb))
}

/// Whether what the sentence of `word` says of it is only supposed: "als de raad dat wil, verschijnt …", "zou de nota in mei
/// verschijnen, dan …", "of er een nota komt, …".
///
/// "Als de cijfers er zijn, verschijnt de nota" tells when, and supposes nothing: an "als" counts with somebody's wish.
pub(super) fn is_supposed(text: &Annotated, word: usize) -> bool {
    let start = text.reading.sentence_of(word).words.start;
    let first = tense::clause(text, start);
    let main_clause_follows = first.end < text.reading.sentence_of(word).words.end;
    match text.reading.folded(start) {
        "of" => first.contains(&word),
        "zou" | "zouden" | "mocht" | "mochten" => main_clause_follows || !asks(text, start),
        "als" | "indien" => first.clone().any(|word| WISHES.contains(&text.reading.folded(word))),
        _ => false,
    }
}

/// Whether a sentence ends with a question mark.
fn asks(text: &Annotated, start: usize) -> bool {
    text.reading.sentence_of(start).span.of(&text.text).contains('?')
}

/// What somebody may or may not want, in a condition.
#[rustfmt::skip]
const WISHES: &[&str] = &[
    "wil", "wilt", "willen", "wenst", "wensen", "gewenst", "wenselijk", "verzoekt", "verzoeken", "kiest", "kiezen", "instemt", "instemmen",
    "akkoord", "prijs", "behoefte", "nodig", "noodzakelijk",
];
