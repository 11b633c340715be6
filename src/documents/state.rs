//! What the words around a document say of its existence.

use std::cell::LazyCell;
use std::ops::Range;

use super::annotated::Annotated;
use super::asserted;
use super::lens::{Lens, Vocabulary};
use super::mention::{Determiner, Mention};
use super::near::{self, ADOPTED, SENT, belongs, bracketed, is_its_object, is_near, precedes, reachable, speaks_of};
use super::next;
use super::shown;
use super::subject;
use super::tense;
use super::traits::Trait;
use super::worded;
use crate::codebook::{Cue, Facet};
use crate::documents::State;
use crate::time::{Date, Interval, Moment, Relation};

/// What one stretch of words says of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Testimony {
    /// The state that it shows.
    pub state: State,
    /// How much it weighs: of two that contradict each other the heavier holds.
    pub weight: u8,
    /// When the document is due.
    pub due: Option<Interval>,
    /// The words of the due date.
    pub due_words: Option<Range<usize>>,
    /// The words that show the state.
    pub proof: Range<usize>,
}

/// What `text` says of its mention number `at`: in its own sentence, and in the next one where that points back.
pub(super) fn testimonies(text: &Annotated, at: usize, lens: &Lens, from: Option<Date>) -> Vec<Testimony> {
    let mention = &text.mentions[at];
    if mention.determiner == Determiner::Negative {
        return Vec::new();
    }
    let sentence = tense::part(text, mention.head);
    if at.checked_sub(1).is_some_and(|before| is_its_object(text, &text.mentions[before], mention)) {
        let proof = text.mentions[at - 1].head..mention.words.end;
        return vec![Testimony { state: State::Exists, weight: WORDED, due: None, due_words: None, proof }];
    }
    // "De reactie op het rapport verschijnt in september": not said of the report.
    if asserted::is_complement(text, mention.words.start) {
        return Vec::new();
    }
    let reach = reach(text, at, &sentence);
    let mut found = weigh(text, mention, &reach, &sentence, lens, from);
    let last = text.mentions[at + 1..].iter().take_while(|other| other.head < mention.words.end).all(|other| other.words != mention.words);
    if let Some(next) = next::about(text, at, &sentence).filter(|_| last && !near::is_drafted(text, mention)) {
        let more = weigh(text, mention, &next, &next, lens, from);
        let precise = |later: &Testimony| found.iter().any(|first| is_within(later.due, first.due));
        if found.iter().all(|testimony| testimony.due.is_none())
            || more.iter().any(precise)
            || more.iter().any(|testimony| testimony.state == State::Exists)
        {
            found.extend(more);
        }
    }
    if found.iter().all(|testimony| testimony.state == State::Recurring) {
        let comes = worded::comes(text, mention, lens, from).map(|proof| (State::Forthcoming, proof));
        let words = comes.or_else(|| worded::exists(text, mention, lens, from).map(|proof| (State::Exists, proof)));
        found.extend(words.map(|(state, proof)| Testimony { state, weight: WORDED, due: None, due_words: None, proof }));
    }
    if !found.is_empty() && asserted::is_called_off(text, mention.head) {
        found.clear();
    }
    found
}

/// The weight of what the sender waits for: whatever says more of the document outweighs it.
pub(super) const AWAITED_WEIGHT: u8 = 2;

/// The weight of what is only worded as existing or to come.
pub(super) const WORDED: u8 = 1;

/// Whether a due date makes another more precise: "deze maand …; die wordt volgende week verstuurd".
pub(super) fn is_within(inner: Option<Interval>, outer: Option<Interval>) -> bool {
    matches!((inner, outer), (Some(inner), Some(outer)) if inner != outer && outer.from <= inner.from && inner.to <= outer.to)
}

/// The words of the sentence that speak of this mention: up to the mentions around it.
fn reach(text: &Annotated, at: usize, sentence: &Range<usize>) -> Range<usize> {
    let mention = &text.mentions[at];
    let same = |other: &Mention| {
        let joined =
            || is_its_object(text, mention, other) || near::comes_with(text, mention, other) || near::shares_verb(text, mention, other);
        other.words == mention.words || other.carries || joined()
    };
    let before = text.mentions[..at].iter().rev().find(|other| !same(other)).map_or(sentence.start, |other| other.words.end);
    let after = text.mentions[at + 1..].iter().find(|other| !same(other)).map_or(sentence.end, |other| other.words.start);
    before.max(sentence.start)..after.min(sentence.end)
}

/// Whether nothing within `sentence` can bear on the state of a mention: no cue, no time in reach, no verb of sending, no list of annexes.
/// So it is for most documents that an answer names.
fn is_silent(text: &Annotated, mention: &Mention, reach: &Range<usize>, sentence: &Range<usize>) -> bool {
    let timed = |moment: &Moment| reach.start <= moment.words.start && moment.words.end <= reach.end;
    !text.may_say(sentence, &[Facet::Forthcoming, Facet::Existing, Facet::Recurring])
        && !text.may_hold(sentence, Trait::Given.bit())
        && !text.moments_near(reach).iter().any(timed)
        && shown::enclosed(text, mention).is_none()
}

fn weigh(
    text: &Annotated,
    mention: &Mention,
    reach: &Range<usize>,
    sentence: &Range<usize>,
    lens: &Lens,
    from: Option<Date>,
) -> Vec<Testimony> {
    let mut found = Vec::new();
    if is_silent(text, mention, reach, sentence) {
        return found;
    }
    let certain = !mention.weak && mention.determiner != Determiner::Indefinite;
    let cue = |facet| {
        let mut cues = text.cues(lens, reach.clone(), facet).map(Cue::range);
        cues.find(|cue| speaks_of(text, mention, cue))
    };
    let last = text
        .mentions_near(&mention.words)
        .iter()
        .rfind(|other| other.words == mention.words)
        .is_none_or(|other| other.edition == mention.edition);
    let beside =
        |cue: &Range<usize>| cue.start <= mention.words.end + 3 && mention.words.start <= cue.end + 3 || !reach.contains(&mention.head);
    // "ontvangt u een begrotingswijziging": right after the verb a document that is new to the reader counts too.
    let given = |cue: &Range<usize>| !mention.weak && cue.end <= mention.words.start && mention.words.start <= cue.end + 1;
    let forthcoming =
        cue(Facet::Forthcoming).filter(|cue| (certain || given(cue)) && beside(cue) && (last || cue.start < mention.words.start));
    let awaited = {
        let mut cues = text.cues(lens, reach.clone(), Facet::Forthcoming).filter(|cue| lens.kind(cue) == AWAITED).map(Cue::range);
        cues.find(|cue| speaks_of(text, mention, cue))
    };
    let only_awaited = forthcoming.is_none();
    let forthcoming = forthcoming.or(awaited);
    let goes_on = near::goes_into_another(text, mention, reach);
    // "Het rapport van 3 mei wordt in juni besproken": it bears the day on which it was made.
    let supposed = LazyCell::new(|| asserted::is_unsure(text, mention.head) || bears_a_day(text, mention, from));
    let forthcoming = forthcoming.filter(|cue| !(goes_on || *supposed || asserted::is_refused(text, cue.start)));
    let existing = shown::existing(text, mention, reach, lens, from);
    // An everyday word ("plan", "overzicht") names a document to come only where it is said to come to the asker.
    let pointed_at = !mention.weak && !reach.contains(&mention.head);
    let delivered = if certain || pointed_at {
        sentence.clone().find(|word| text.is(*word, Vocabulary::Delivery) && !near::reckons(text, *word))
    } else {
        let mut cues = text.cues(lens, sentence.clone(), Facet::Delivery);
        let cue = cues.find(|cue| mention.determiner != Determiner::Indefinite || !mention.weak || lens.kind(cue) != "thing");
        // "Het bureau levert een nieuwe raming in juni": who makes it says when.
        // "ons onderzoek naar de kades publiceren wij in mei": an own one is no everyday word.
        let own = mention.words.start.checked_sub(1).is_some_and(|before| text.is(before, Vocabulary::Own));
        // "zal het kadebesluit in mei publiceren"
        let public = |word: usize| matches!(text.reading.folded(word), "publiceert" | "publiceren" | "uitbrengen");
        let made = |word: &usize| (!mention.weak || own || public(*word)) && MADE.contains(&text.reading.folded(*word));
        cue.map(|cue| cue.words.start as usize).or_else(|| text.clause(mention.head).find(made))
    };
    // What is discussed may exist already.
    let treated = || sentence.clone().any(|word| text.has_trait(word, Trait::Treated));
    let testimony = |state, weight, proof| Testimony { state, weight, due: None, due_words: None, proof };
    let mut moments: Vec<&Moment> = text.moments_near(reach).iter().filter(|moment| belongs(text, mention, &moment.words, reach)).collect();
    // "In mei bespreekt het bestuur de uitkomst en in juni krijgt u het rapport": of two before it the nearest.
    // "op 3 mei vastgesteld en daags daarna toegezonden": of two after it the one on which it is sent.
    let sent = |moment: &Moment| is_near(text, moment, SENT);
    let adopted = |moment: &Moment| is_near(text, moment, ADOPTED) && near::moments_after(text, moment).any(sent);
    moments.sort_by_key(|moment| (adopted(moment), mention.words.start.saturating_sub(moment.words.end)));
    for moment in moments {
        let Some(from) = from else { continue };
        if text.dates_a_count(moment) || text.lasts_until(moment) || text.is_denied(moment) || precedes(text, moment, reach) {
            continue;
        }
        if subject::is_of_another(text, mention, &moment.words)
            || near::is_covered(text, mention, moment)
            || existing.is_some() && moment.interval.to > from && asserted::was_to_be(text, moment.words.start)
            || moment.interval.to > from && asserted::is_given_up(text, moment.words.start)
        {
            continue;
        }
        // "is deze maand aan uw raad gestuurd": what was done in a period that still runs is done.
        let done = || existing.clone().or_else(|| shown::delivered_before(text, mention, reach));
        if moment.interval.from <= from && moment.interval.to > from && tense::is_past(text, moment.words.start) {
            found.extend(done().map(|proof| testimony(State::Exists, 5, proof)));
            continue;
        }
        if moment.interval.to > from {
            let adjacent = moment.words.start == mention.words.end && bracketed(text, moment.words.start);
            if moment.promises()
                && !(goes_on
                    || *supposed
                    || asserted::is_handled(text, moment.words.start)
                    || asserted::is_refused(text, moment.words.start))
                && !text.is_target(moment, from)
                && reachable(text, mention, &moment.words, reach)
                && (delivered.is_some() || forthcoming.is_some() || adjacent)
            {
                found.push(Testimony {
                    due: Some(moment.interval),
                    due_words: Some(moment.words.clone()),
                    ..testimony(
                        State::Forthcoming,
                        if treated() { 3 } else { 5 },
                        to_its_end(text, cover(&moment.words, delivered, mention)),
                    )
                });
            }
        } else if moment.interval.to < from {
            // "het rapport van 3 mei", but not "het rapport had op 3 mei klaar moeten zijn".
            let verb =
                |word: usize| text.is(word, Vocabulary::Past) || text.is(word, Vocabulary::Present) || text.has_trait(word, Trait::Helper);
            let follows = moment.words.start >= mention.words.end
                && moment.words.start <= mention.words.end + 2
                && !(mention.words.end..moment.words.start).any(verb)
                && !asserted::was_to_be(text, moment.words.start)
                && !asserted::denies_making(text, mention.head);
            if let Some(proof) = done() {
                found.push(testimony(State::Exists, 5, proof));
            } else if follows && (moment.relation == Relation::Of || moment.relation == Relation::In && !is_led(text, &moment.words)) {
                found.push(testimony(State::Exists, 3, moment.words.clone()));
            }
        }
    }
    if let Some(proof) = forthcoming {
        found.push(testimony(State::Forthcoming, if only_awaited { AWAITED_WEIGHT } else { 3 }, proof));
    }
    if let Some(proof) = existing.or_else(|| shown::enclosed(text, mention)) {
        // "wordt in mei behandeld en is al gepubliceerd"
        let already =
            (proof.start.saturating_sub(1)..proof.end).any(|word| matches!(text.reading.folded(word), "al" | "reeds" | "inmiddels"));
        found.push(testimony(State::Exists, if already { 6 } else { 4 }, proof));
    } else if found.is_empty()
        && let Some(proof) = shown::delivered_before(text, mention, reach)
    {
        found.push(testimony(State::Exists, 3, proof));
    }
    let recurring = cue(Facet::Recurring).or_else(|| {
        let first = near::joined_before(text, mention)?;
        text.cues(lens, sentence.start..first.words.start, Facet::Recurring).map(Cue::range).find(|cue| speaks_of(text, first, cue))
    });
    if let Some(proof) = recurring {
        found.push(testimony(State::Recurring, 1, proof));
    }
    // A draft that is there is not the document; of one that is to come the document comes later still.
    if near::is_drafted(text, mention) {
        found.retain(|testimony| testimony.state != State::Exists);
    }
    found
}

/// The kind of cues by which also an everyday word, or a document new to the reader, is still to come: "een offerte is opgevraagd".
const AWAITED: &str = "awaited";

/// Verbs of making and publishing a document, in the present, and "volgt".
#[rustfmt::skip]
const MADE: &[&str] = &[
    "levert", "leveren", "oplevert", "opleveren", "publiceert", "publiceren", "presenteert", "presenteren", "uitbrengt", "uitbrengen",
    "brengt", "afronden", "volgt", "volgen",
];

/// Verbs of what a meeting does with a document.
#[rustfmt::skip]
pub(super) const TREATED: &[&str] = &[
    "bespreekt", "besproken", "bespreken", "behandelt", "behandeld", "behandelen", "vergadert", "vergaderen", "debatteert",
    "bespreking", "behandeling", "gepresenteerd", "toelicht", "toelichten", "toegelicht", "agendeert", "agenderen", "geagendeerd", "agenda",
];

/// Whether "in" or "op" stands before a time: it may tell when something is done, and not which one is meant.
fn is_led(text: &Annotated, moment: &Range<usize>) -> bool {
    let lead = |word: usize| matches!(text.reading.folded(word), "in" | "op");
    lead(moment.start) || moment.start.checked_sub(1).is_some_and(lead)
}

/// "Het rapport van 14 februari wordt in mei besproken": it was made on the past day that it bears; minutes bear that of a meeting.
fn bears_a_day(text: &Annotated, mention: &Mention, from: Option<Date>) -> bool {
    let minutes = mention.kind.ends_with("verslag") || mention.kind.ends_with("notulen");
    let one_day = mention.past.is_some_and(|(_, days)| days.from == days.to);
    mention.is_of_the_past(text, from) || one_day && !minutes
}

fn cover(moment: &Range<usize>, delivery: Option<usize>, mention: &Mention) -> Range<usize> {
    let near = delivery.filter(|word| word.abs_diff(moment.start) <= 12).unwrap_or(moment.start);
    let start = near.min(moment.start);
    let end = moment.end.max(near + 1);
    if mention.words.start < start && start - mention.words.end.min(start) <= 12 { mention.words.start..end } else { start..end }
}

/// Words with the rest of their clause, where it is short: a proof should not be cut off before what might contradict it.
fn to_its_end(text: &Annotated, words: Range<usize>) -> Range<usize> {
    let end = tense::clause(text, words.end - 1).end;
    words.start..if end <= words.end + REST { end } else { words.end }
}

/// Words that a proof goes on, at most.
const REST: usize = 10;
