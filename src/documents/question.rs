//! What the questions of a letter tell of documents: which one is asked for, when its answer says that it comes, what they take for granted.

use std::ops::Range;

use super::State;
use super::annotated::{Annotated, Promise};
use super::entry::Entry;
use super::identity::find;
use super::lens::Lens;
use super::lens::Vocabulary;
use super::mention::{Determiner, Mention};
use super::register::pass;
use super::state::{self, Testimony};
use super::tense;
use super::{passing, reply, worded};
use crate::codebook::Facet;
use crate::time::Date;

/// Takes the documents of a question into account, and the answer that only says when one of them comes. `numbers` are those of
/// answer and question.
pub(super) fn ask(
    entries: &mut Vec<Entry>,
    question: &Annotated,
    answer: &mut Annotated,
    numbers: (usize, usize),
    lens: &Lens,
    from: Option<Date>,
) {
    let (number, own) = numbers;
    let asks = |kind: &str| question.cues(lens, 0..question.reading.words().len(), Facet::Ask).any(|cue| lens.kind(cue) == kind);
    let mut first = None;
    for (at, mention) in question.mentions.iter().enumerate() {
        if mention.determiner == Determiner::Negative || mention.carries {
            continue;
        }
        let place = find(entries, question, mention, number).unwrap_or_else(|| {
            entries.push(Entry::new(question, mention));
            entries.len() - 1
        });
        entries[place].hear(question, mention);
        entries[place].places.push((own, at));
        if !entries[place].asked_by.contains(&number) {
            entries[place].asked_by.push(number);
        }
        if first.is_none_or(|(_, weak)| weak && !mention.weak) {
            first = Some((place, mention.weak));
        }
    }
    let itself = first.is_some() && asks("document");
    let place = first.map(|(place, _)| place);
    let strong = question.mentions.iter().filter(|mention| !mention.weak).count();
    let alone = strong == 1 || question.mentions.len() == 1 && question.mentions[0].determiner == Determiner::Definite;
    if let Some(place) = place.filter(|_| itself || alone)
        && let Some((state, proof)) = reply::tells(answer, lens, itself)
    {
        entries[place].testimonies.push((number, Testimony { state, weight: 4, due: None, due_words: None, proof }));
        entries[place].add_text(number);
    }
    let Some(from) = from else { return };
    let dated = asks("date");
    // "Wanneer komt er een meetpunt?" asks for no word of the sender: what is built or opened is not told later.
    let told = first.is_some() || dated && asks("told");
    let when = asks("coming") && told || dated && first.is_some_and(|(_, weak)| !weak);
    if !(when || itself) {
        return;
    }
    answer.asked = answer.asked.or(place);
    let names = |mention: &Mention| place.is_some_and(|place| entries[place].kind.ends_with(mention.kind.as_str()));
    let delivers = |sentence: &Range<usize>| place.is_some() && answer.has(lens, sentence.clone(), Facet::Delivery);
    let Some(moment) = reply::moment(answer, from, when, delivers, names) else { return };
    // "Wanneer is de nota vastgesteld? In 2025."
    let given = |word: usize| question.is(word, Vocabulary::Given) && tense::is_past(question, word);
    if moment.interval.from <= from && (0..question.reading.words().len()).any(given) {
        return;
    }
    let proof = moment.words.clone();
    answer.promise = Some(Promise { document: place, word: proof.start });
    let Some(place) = place else { return };
    let testimony = Testimony { state: State::Forthcoming, weight: 5, due: Some(moment.interval), due_words: Some(proof.clone()), proof };
    entries[place].testimonies.push((number, testimony));
    entries[place].add_text(number);
}

/// What a question takes for granted: "volgens de havennota 2014-2018", "de motie van 3 mei". `numbers` are those of answer and question.
pub(super) fn takes_for_granted(entries: &mut Vec<Entry>, question: &Annotated, numbers: (usize, usize), lens: &Lens, from: Option<Date>) {
    let (answer, own) = numbers;
    for mention in question.mentions.iter().filter(|mention| mention.determiner != Determiner::Negative) {
        let worded = worded::exists(question, mention, lens, from).or_else(|| worded::taken(question, mention));
        let Some(proof) = worded else { continue };
        let Some(place) = find(entries, question, mention, answer) else { continue };
        let testimony = Testimony::of(State::Exists, state::WORDED, proof);
        entries[place].testimonies.push((own, testimony));
    }
    for passing in passing::all(question, from) {
        pass(entries, question, passing, own);
    }
}
