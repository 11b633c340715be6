//! The sentence behind a document that goes on about it.

use std::ops::Range;

use super::annotated::Annotated;
use super::lens::Vocabulary;
use super::mention::{Determiner, Mention};
use super::tense;
use super::version::is_draft_of;

/// The next sentence, when it goes on about the mention: it points back and names no other document.
pub(super) fn about(text: &Annotated, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let next = (sentence.end < text.reading.words().len()).then(|| tense::part(text, sentence.end))?;
    let mention = &text.mentions[at];
    let named = || text.mentions_near(sentence).iter().rev().filter(|other| sentence.contains(&other.head));
    let last = named().find(|other| !other.weak).or_else(|| named().next())?;
    let other = text.mentions_near(&next).iter().find(|other| next.contains(&other.head));
    // "Die zat bij de stukken": what is named after the pointing word is no other document. "De eerste ontvangt u in april."
    let points = |word: usize| matches!(text.reading.folded(word), "die" | "deze" | "dit" | "dat");
    let other = other.filter(|other| !(other.weak && points(next.start) && other.words.start > next.start + 1));
    let first = text.reading.folded(next.start) == "de"
        && text.is(next.start + 1, Vocabulary::Ordinal)
        && text.is(next.start + 2, Vocabulary::Delivery);
    let same = |other: &Mention| {
        let renewed = other.version.is_some() && other.version != mention.version;
        let same = mention.kind.ends_with(other.kind.as_str()) && other.edition.is_empty() && !is_draft_of(&mention.kind, &other.kind);
        same && other.determiner == Determiner::Definite && !renewed
    };
    let points = || {
        first
            || points_back(text, &next).is_some_and(|word| next.len() <= 10 || word < next.start + 6)
            || (next.len() <= 8 && text.first(next.clone(), Vocabulary::Delivery).is_some())
    };
    let continues = other.map_or_else(points, same);
    (continues && last.words == mention.words).then_some(next)
}

/// The first word of some words that may point back. Behind a preposition "het" is an article: "na het planten".
fn points_back(text: &Annotated, words: &Range<usize>) -> Option<usize> {
    let article = |word: usize| {
        let before = if word > words.start { text.reading.folded(word - 1) } else { "" };
        text.reading.folded(word) == "het"
            && matches!(
                before,
                "na" | "in" | "op" | "bij" | "van" | "voor" | "met" | "over" | "uit" | "aan" | "door" | "tot" | "naar" | "om"
            )
    };
    let first = text.first(words.clone(), Vocabulary::Demonstrative)?;
    (first..words.end).find(|word| text.is(*word, Vocabulary::Demonstrative) && !article(*word))
}
