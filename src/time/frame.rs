//! What stands around a named time and belongs to it: the year after it, a part or a pointing word before it.

use super::calendar::Term;
use super::part;
use super::phrase::{Phrase, Year};
use super::pointer::{self, Pointer};
use super::view::View;

/// A phrase of one term from `start` to `end` with the year that follows it.
pub(super) fn with_year(view: View, start: usize, end: usize, term: Term) -> Option<Phrase> {
    let (year, end) = pointer::year_after(view, end)?;
    Some(Phrase::of(term, start, end, year))
}

/// The phrase with the pointing word ("komende", "dit") and the part ("eind") before it; `None` for "elk voorjaar".
pub(super) fn with_left(view: View, mut phrase: Phrase, floor: usize) -> Option<Phrase> {
    match pointer::of(view.before(phrase.start, floor)) {
        Some(Pointer::Each) => return None,
        Some(pointer) => {
            phrase.start -= 1;
            if phrase.year == Year::Unsaid {
                phrase.year = pointer.year();
            }
        }
        None => {}
    }
    Some(with_parts(view, phrase, floor))
}

/// The phrase with the part before it, also across an article: "het einde van het jaar", "halverwege het jaar".
pub(super) fn with_parts(view: View, phrase: Phrase, floor: usize) -> Phrase {
    match part::before(view, phrase.start, floor) {
        Some((parts, start)) => Phrase { start, parts: Some(parts), ..phrase },
        None => phrase,
    }
}
