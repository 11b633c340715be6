//! What a letter says of a document beside what holds: two due dates are a row, not a choice.

use std::ops::Range;

use super::state::Testimony;
use super::{Said, State};
use crate::text::Span;
use crate::time::Interval;

/// The lightest testimony that contradicts: a meeting may discuss next month what was sent last month.
const CONTRADICTS: u8 = 3;

/// What the testimonies say beside `state` and `due`, which hold: every other due date once, in the order of the letter, and the
/// first words for the other state where they weigh as much as a plain statement. What recurs contradicts neither state.
///
/// `place` turns words of a text into a span of the letter.
pub(super) fn others(
    testimonies: &[(usize, Testimony)],
    state: State,
    due: Option<Interval>,
    place: &impl Fn(usize, &Range<usize>) -> Span,
) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    if !matches!(state, State::Exists | State::Forthcoming) {
        return found;
    }
    for (number, testimony) in testimonies {
        let other = testimony.state != state;
        let differs = testimony.due.is_some() && testimony.due != due;
        let said = match testimony.state {
            State::Exists => other && testimony.weight >= CONTRADICTS,
            State::Forthcoming if other => testimony.weight >= CONTRADICTS,
            State::Forthcoming => differs,
            State::Recurring | State::Unknown => false,
        };
        if said && !found.iter().any(|first| first.state == testimony.state && first.due == testimony.due) {
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
