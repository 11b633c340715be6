//! What a letter says of a document beside what holds: two due dates are a row, not a choice.

use std::ops::Range;

use super::register::Shelf;
use super::state::{self, Testimony};
use super::{Said, State};
use crate::text::Span;
use crate::time::Interval;

/// The lightest testimony that contradicts: a meeting may discuss next month what was sent last month.
const CONTRADICTS: u8 = 4;

/// What the testimonies say beside `state` and `due`, which hold: every other due date once, in the order of the letter, and the
/// first words for the other state where they weigh as much as a plain statement. What recurs contradicts neither state, a date
/// around the one that holds says nothing else, and within one sentence the words that hold are taken for its sense.
///
/// `place` turns words of a text into a span of the letter.
pub(super) fn others(
    testimonies: &[(usize, Testimony)],
    state: State,
    due: Option<Interval>,
    shelf: Shelf,
    place: &impl Fn(usize, &Range<usize>) -> Span,
) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    if !matches!(state, State::Exists | State::Forthcoming) {
        return found;
    }
    let sentence =
        |(number, testimony): &(usize, Testimony)| (*number, shelf.text(*number).reading.sentence_of(testimony.proof.start).words.start);
    for said in testimonies {
        let (number, testimony) = said;
        let contradicts = match testimony.state {
            State::Exists | State::Forthcoming if testimony.state != state => {
                let apart = || testimonies.iter().all(|held| held.1.state != state || sentence(held) != sentence(said));
                testimony.weight >= CONTRADICTS && apart()
            }
            State::Forthcoming => testimony.due.is_some() && testimony.due != due && !state::is_within(due, testimony.due),
            State::Exists | State::Recurring | State::Unknown => false,
        };
        if contradicts && !found.iter().any(|first| first.state == testimony.state && first.due == testimony.due) {
            found.push(Said {
                state: testimony.state,
                due: testimony.due,
                due_span: testimony.due_words.as_ref().map(|words| place(*number, words)),
                evidence: place(*number, &testimony.proof),
            });
        }
    }
    found
}
