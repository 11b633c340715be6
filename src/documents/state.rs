//! What the words around a document say of its existence.

use std::ops::Range;

use super::annotated::Annotated;
use super::around::Around;
use super::asserted;
use super::lens::Lens;
use super::mention::{Determiner, Mention};
use super::near::{self, is_its_object};
use super::next;
use super::tense;
use super::worded;
use crate::documents::State;
use crate::time::{Date, Interval};

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

impl Testimony {
    /// Without a day on which the document is due.
    pub fn of(state: State, weight: u8, proof: Range<usize>) -> Self {
        Self { state, weight, due: None, due_words: None, proof }
    }
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
        return vec![Testimony::of(State::Exists, WORDED, proof)];
    }
    // "De reactie op het rapport verschijnt in september": not said of the report.
    if asserted::is_complement(text, mention.words.start) {
        return Vec::new();
    }
    let reach = reach(text, at, &sentence);
    let around = Around { text, mention, reach: &reach, sentence: &sentence, lens, from };
    let mut found = around.testimonies();
    let last = text.mentions[at + 1..].iter().take_while(|other| other.head < mention.words.end).all(|other| other.words != mention.words);
    if let Some(next) = next::about(text, at, &sentence).filter(|_| last && !near::is_drafted(text, mention)) {
        let more = Around { reach: &next, sentence: &next, ..around }.testimonies();
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
        found.extend(words.map(|(state, proof)| Testimony::of(state, WORDED, proof)));
    }
    if !found.is_empty() && asserted::is_called_off(text, mention.head) {
        found.clear();
    }
    found
}

/// "is al gepubliceerd": outweighs the day of a meeting.
pub(super) const ALREADY: u8 = 6;

/// A day on which it comes or came.
pub(super) const DATED: u8 = 5;

/// Words that say that it is there.
pub(super) const STATED: u8 = 4;

/// Words that say that it comes, the day that it bears, and what may be said of another thing as well.
pub(super) const SAID: u8 = 3;

/// What the sender waits for: whatever says more of the document outweighs it.
pub(super) const AWAITED: u8 = 2;

/// What is only worded as existing or to come.
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
