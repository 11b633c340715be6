//! The moment with which an answer replies to a question that asks when something comes, or asks for the thing itself.

use std::ops::Range;

use super::State;
use super::annotated::Annotated;
use super::lens::{Lens, Vocabulary};
use super::mention::{Determiner, Mention};
use super::phrase;
use super::shown;
use crate::codebook::{Cue, Facet};
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
        // "Die volgt. Op 3 juni bespreken wij de kosten met de wijk.": not of what was asked for.
        let first = |list| answer.first(sentence.clone(), list).is_some();
        let about = || sentence.len() <= 8 || first(Vocabulary::Demonstrative) || first(Vocabulary::Asker);
        (replies || delivers(&sentence) && about())
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

/// "Die ligt ter inzage bij de griffie.", "Deze moet nog worden vastgesteld.": what the first sentence says of the document of its
/// question, and the words that say it. They speak of it where the sentence points back and names no document before them; "dat"
/// may point to anything else, unless the question asks for the document `itself`.
pub(super) fn tells(answer: &Annotated, lens: &Lens, itself: bool) -> Option<(State, Range<usize>)> {
    let mut sentences = answer.reading.sentences().iter().map(|sentence| &sentence.words);
    let sentence = sentences.find(|words| words.start <= OPENING && words.len() > OPENING)?;
    let points = match answer.reading.folded(sentence.start) {
        "die" | "deze" | "ze" | "zij" | "hij" => true,
        "dit" | "dat" => itself,
        _ => false,
    };
    if !points {
        return None;
    }
    let here = || shown::there(answer, sentence, true, lens).next().map(|words| (State::Exists, words));
    let coming = || {
        let mut cues = answer.cues(lens, sentence.clone(), Facet::Forthcoming).map(Cue::range);
        cues.find(|cue| !answer.is_past(cue.start)).map(|words| (State::Forthcoming, words))
    };
    let found = here().or_else(coming)?;
    let named = answer.mentions_near(sentence).iter().any(|mention| (sentence.start..found.1.end).contains(&mention.head));
    (!named).then_some(found)
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
