//! The moment with which an answer replies to a question that asks when something comes, or asks for the thing itself.

use std::ops::Range;

use super::annotated::Annotated;
use super::lens::Vocabulary;
use super::mention::{Determiner, Mention};
use super::phrase;
use crate::time::{Date, Moment};

/// Words before the first sentence that replies, at most: "Ja.", "Dat klopt."
const OPENING: usize = 3;

/// The first moment to come of the first sentence, where the question asks `when`, or of a sentence that `delivers`; none where
/// the sentence dates another document. `names` tells whether a mention is of the document that is asked for.
pub(super) fn moment(
    answer: &Annotated,
    from: Date,
    when: bool,
    delivers: impl Fn(&Range<usize>) -> bool,
    names: impl Fn(&Mention) -> bool,
) -> Option<Moment> {
    let found = answer.moments.iter().find(|moment| {
        let sentence = answer.reading.sentence_of(moment.words.start).words.clone();
        let replies = when && sentence.start <= OPENING;
        let other = answer.mentions.iter().any(|mention| {
            let inside = sentence.contains(&mention.head);
            inside && is_another(answer, mention) && !stands_before(answer, moment, &sentence, mention)
                || (inside || replies && mention.head < sentence.end) && names(mention)
        });
        // "De kadeanalyse wordt elk jaar gemaakt. De volgende uitgave verschijnt in mei.": the uitgave of what the answer names.
        let edition = || {
            let earlier = answer.mentions.iter().any(|mention| mention.head < sentence.start && !mention.weak);
            earlier && sentence.clone().any(|word| matches!(answer.reading.folded(word), "uitgave" | "editie" | "aflevering"))
        };
        (replies || delivers(&sentence))
            && !edition()
            && !starts(answer, moment, &sentence)
            && !other
            && moment.interval.to >= from
            && moment.promises()
            && !answer.lasts_until(moment)
            && !answer.is_denied(moment)
            && !answer.is_target(moment, from)
    });
    found.cloned()
}

/// What a question asks about that asks when something is decided, told or known; the beginnings of words.
#[rustfmt::skip]
const TOLD: &[&str] = &[
    "besl", "keuze", "kies", "kiez", "standpunt", "behandel", "besprek", "bespre", "hoor", "hore", "weet", "weten", "bericht", "uitspraak",
    "uitsluitsel", "duidelijk", "bekend", "inform", "ingelicht", "vaststel", "vastgesteld", "cijfer", "uitkomst", "resulta", "rapport",
    "publi", "beeld", "inzicht", "uitslag", "terugkoppel", "reactie", "antwoord", "agenda", "advies", "oordeel",
];

/// Whether a question that names no document asks for word of something: "wanneer komt de brug?" asks for a bridge.
pub(super) fn asks_for_word(question: &Annotated) -> bool {
    (0..question.reading.words().len()).any(|word| TOLD.iter().any(|told| question.reading.folded(word).starts_with(told)))
}

/// "In juni, samen met de havennota": the reply stands before the comma.
fn stands_before(answer: &Annotated, moment: &Moment, sentence: &Range<usize>, mention: &Mention) -> bool {
    let alone = moment.words.start <= sentence.start + 2 && answer.clause(moment.words.start).end == moment.words.end;
    alone && mention.head >= moment.words.end
}

/// Whether a document named in a reply is another than the one asked for: not "rapportage in juni", which names it by its kind,
/// but "het concept", "de Voorjaarsnota", "ons onderzoek naar de kades".
fn is_another(answer: &Annotated, mention: &Mention) -> bool {
    let draft = mention.kind.ends_with("concept") || mention.kind.ends_with("ontwerp");
    let bare = mention.determiner == Determiner::Bare && mention.edition.is_empty() && mention.name.is_empty();
    let own = mention.words.start.checked_sub(1).is_some_and(|before| answer.is(before, Vocabulary::Own));
    let described = || phrase::description(answer, mention.words.end, answer.reading.sentence_of(mention.head).words.end).is_some();
    let named = mention.weak && mention.determiner == Determiner::Definite && !mention.name.is_empty();
    draft || named || !mention.weak && !bare || own && described()
}

/// "De telling begint in maart, rapportage in juni": what starts is not what comes.
fn starts(answer: &Annotated, moment: &Moment, sentence: &Range<usize>) -> bool {
    let clause = answer.clause(moment.words.start);
    let starts = |word: usize| matches!(answer.reading.folded(word), "start" | "starten" | "begint" | "beginnen" | "loopt" | "lopen");
    clause.end < sentence.end && clause.into_iter().any(starts)
}
