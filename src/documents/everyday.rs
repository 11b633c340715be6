//! Words that name a document in some company only: "de bestuurlijke reactie", "Staat van de Haven", but not "ter beschikking".

use super::annotated::Annotated;
use super::edition::OTHER_EDITION;
use super::lens::Vocabulary;
use super::name::{breaks, subject_before_year};

/// A word that may stand for the name of a document: "Staat", "dat", "editie".
pub(super) fn stands_for_document(word: &str) -> bool {
    matches!(word, "staat" | "stand" | "kaders" | "dat" | "die") || OTHER_EDITION.contains(&word)
}

/// "Staat van de Vaarveiligheid", "Kaders windenergie 2019": a title, and not the verb or the everyday word.
pub(super) fn is_title(text: &Annotated, at: usize) -> bool {
    let word = text.reading.folded(at);
    if !matches!(word, "staat" | "stand" | "kaders") || !text.is_capital(at) {
        return false;
    }
    let sentence = &text.reading.sentence_of(at).words;
    let of = || text.reading.folded(at + 1) == "van";
    at > sentence.start
        && at + 2 < sentence.end
        && if word == "kaders" { subject_before_year(text, at + 1, sentence.end).is_some() } else { of() }
}

/// "de bestuurlijke reactie": an adjective before the word makes it a document.
pub(super) fn is_qualified(text: &Annotated, at: usize) -> bool {
    at > text.reading.sentence_of(at).words.start && !breaks(text, at) && text.is(at - 1, Vocabulary::Qualifier)
}

/// "elke beschikking": all of them, and none in particular.
pub(super) fn is_any(text: &Annotated, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| matches!(text.reading.folded(before), "elke" | "iedere" | "alle" | "per"))
}

/// "ter beschikking", "tot uw beschikking", "de beschikking over": at somebody's disposal, and no order.
fn is_at_disposal(text: &Annotated, at: usize) -> bool {
    if text.reading.folded(at) != "beschikking" {
        return false;
    }
    let before = |back: usize| at.checked_sub(back).map_or("", |word| text.reading.folded(word));
    let over = at + 1 < text.reading.words().len() && text.reading.folded(at + 1) == "over";
    before(1) == "ter" || before(2) == "tot" || before(1) == "de" && over
}

/// "op de raadsagenda van 3 juni": when something is treated, and no document.
fn is_agenda(text: &Annotated, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |word| text.reading.folded(word));
    text.reading.folded(at).ends_with("agenda") && (before(1) == "op" || before(2) == "op")
}

/// "volgens de huidige planning in juni": a reservation, and no document.
fn is_according_to_plan(text: &Annotated, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |word| text.reading.folded(word));
    text.reading.folded(at) == "planning" && (1..=3).any(|back| matches!(before(back), "volgens" | "conform"))
}

/// Whether the word at `at` names no document here, whatever list holds it.
pub(super) fn is_none(text: &Annotated, at: usize) -> bool {
    is_agenda(text, at) || is_according_to_plan(text, at) || is_at_disposal(text, at)
}
