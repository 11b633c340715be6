//! Which words after the kind of a document belong to its name.

use std::ops::Range;

use super::annotated::Annotated;
use super::edition::edition;
use super::lens::Vocabulary;
use super::traits::Trait;
use crate::text::{Word, closes_quotation, opens_quotation};

/// Some words as printed, without line ends.
pub(super) fn quoted(text: &Annotated, words: &Range<usize>) -> String {
    let quote = text.quote(words);
    let plain = words.clone().skip(1).all(|word| text.reading.words().get(word).is_some_and(|word| word.goes_on));
    if plain { quote.to_owned() } else { quote.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// Punctuation before word `index` ends a name.
pub(super) fn breaks(text: &Annotated, index: usize) -> bool {
    text.reading.words()[index].before & (Word::COMMA | Word::COLON | Word::OPEN | Word::CLOSE) != 0
}

pub(super) fn follows_quote(text: &Annotated, index: usize) -> bool {
    let words = text.reading.words();
    text.text[words[index - 1].span.end..words[index].span.start].contains(opens_quotation)
}

/// "Jaarrapportage jeugdhulp 2024", "Rapportage laagvliegen over 2016": one or two words between kind and year belong to the name.
pub(super) fn subject_before_year(text: &Annotated, at: usize, end: usize) -> Option<usize> {
    let subject = |index: usize| {
        index < end
            && !breaks(text, index)
            && !text.is(index, Vocabulary::Function)
            && !text.has_trait(index, Trait::Digit)
            && !text.is(index, Vocabulary::Delivery)
            && !text.moments_near(&(index..index + 1)).iter().any(|moment| moment.words.contains(&index))
    };
    (1..=2)
        .map(|words| at + words)
        .find(|after| (at..*after).all(subject) && edition(text, *after, end, false).1 > *after && !breaks(text, *after))
}

/// A noun right after the kind, without an article between, is its subject.
pub(super) fn subject(text: &Annotated, at: usize, end: usize) -> Option<usize> {
    let noun = |word: usize| {
        word < end
            && !breaks(text, word)
            && text.is(word, Vocabulary::Subject)
            && !text.is(word, Vocabulary::Function)
            && !text.is(word, Vocabulary::Delivery)
            && !text.is(word, Vocabulary::Document)
            && !text.moments_near(&(word..word + 1)).iter().any(|moment| moment.words.contains(&word))
    };
    if !noun(at) {
        return None;
    }
    let joined = at + 2 < end && text.reading.folded(at + 1) == "en" && noun(at + 2);
    Some(if joined { at + 3 } else { at + 1 })
}

/// Where a proper name that begins at `at` ends: capitalised words, joined by small connecting words.
pub(super) fn name_end(text: &Annotated, at: usize, end: usize) -> Option<usize> {
    let connects =
        |index: usize| matches!(text.reading.folded(index), "en" | "van" | "de" | "het" | "der" | "voor" | "over" | "t" | "den" | "inzake");
    let named = |index: usize| index < end && text.is_capital(index) && !text.has_trait(index, Trait::Digit);
    // "het rapport 'Als de kade spreekt' Geachte raad": a capital behind the closing mark is no part of the name.
    let over = at > 0 && closes(text, at - 1) && !opens(text, at);
    if named(at) {
        if over {
            return None;
        }
        return title_end(text, at, end).or_else(|| Some(whole(text, at, end)));
    }
    let reach = (at..end.min(at + 3)).take_while(|index| connects(*index) && (*index == at || !breaks(text, *index))).last()? + 1;
    // "het voorstel 'Minder sluizen' en het 'Kadeplan'": a second title.
    let second = over && named(reach) && opens(text, reach);
    (named(reach) && !second && !breaks(text, reach)).then(|| title_end(text, reach, end).unwrap_or_else(|| whole(text, reach, end)))
}

/// Where a capitalised word ends with what belongs to it: "RSK-comité", and the noun of "de Europese natuurwetgeving".
fn whole(text: &Annotated, at: usize, end: usize) -> usize {
    let tied = |index: usize| index < end && text.reading.words()[index].before == Word::DASH && is_glued(text, index);
    let mut after = at + 1;
    while tied(after) {
        after += 1;
    }
    let adjective = ["se", "sche", "gse"].iter().any(|ending| text.reading.folded(after - 1).ends_with(ending));
    let noun = adjective
        && after == at + 1
        && after < end
        && !breaks(text, after)
        && !text.is_capital(after)
        && !text.is(after, Vocabulary::Function)
        && !text.is(after, Vocabulary::Delivery)
        && !text.is(after, Vocabulary::NoName)
        && !text.is(after, Vocabulary::Document);
    if noun { after + 1 } else { after }
}

fn is_glued(text: &Annotated, index: usize) -> bool {
    let words = text.reading.words();
    words[index].span.start == words[index - 1].span.end + 1
}

/// The longest title in quotation marks that is read, in words.
const LONGEST_TITLE: usize = 10;

/// "het rapport 'Als de kade spreekt'": where a title ends that opens with a quotation mark at word `at`.
fn title_end(text: &Annotated, at: usize, end: usize) -> Option<usize> {
    if !opens(text, at) {
        return None;
    }
    (at..end.min(at + LONGEST_TITLE)).find(|index| closes(text, *index)).map(|index| index + 1)
}

/// Whether a quotation mark stands right before word `index`.
fn opens(text: &Annotated, index: usize) -> bool {
    text.text[..text.reading.words()[index].span.start].ends_with(opens_quotation)
}

/// Whether a quotation mark stands right behind word `index`.
fn closes(text: &Annotated, index: usize) -> bool {
    closing(text, index).is_some()
}

/// The quotation mark right behind word `index`.
pub(super) fn closing(text: &Annotated, index: usize) -> Option<char> {
    let behind = text.text[text.reading.words()[index].span.end..].chars().next();
    behind.filter(|mark| closes_quotation(*mark))
}
