//! Versions of one document: what is new, and what it takes the place of.

use std::ops::Range;

use super::annotated::Annotated;
use crate::time::{Date, Relation};

/// Which of two versions of a document a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// "de oude ruilkaart", "het rooster van mei 2023".
    Old,
    /// "de herziene ruilkaart".
    New,
}

/// The version that is told by the word before a name, or by the month or the day behind it where that is past.
pub(super) fn version(text: &Annotated, name: &Range<usize>, from: Option<Date>) -> Option<Version> {
    let (end, sentence) = (name.end, text.reading.sentence_of(name.start).words.clone());
    let dated = || {
        let after = text.moments_near(&(end..end + 1)).iter().find(|moment| (end..=end + 1).contains(&moment.words.start))?;
        let days = (after.interval.to - after.interval.from).get_days();
        let past = from.is_some_and(|from| after.interval.to < from) && days < 32;
        (after.relation == Relation::Of && past && after.words.end <= sentence.end).then_some(Version::Old)
    };
    word(text, name.start).or_else(dated)
}

/// The version that the word before a name tells.
pub(super) fn word(text: &Annotated, start: usize) -> Option<Version> {
    let before = start.checked_sub(1).filter(|_| start > text.reading.sentence_of(start).words.start)?;
    match text.reading.folded(before) {
        "oorspronkelijke" | "oude" | "huidige" | "bestaande" | "vorige" | "geldende" => Some(Version::Old),
        "nieuwe" | "herziene" | "aangepaste" | "geactualiseerde" | "bijgestelde" | "vernieuwde" => Some(Version::New),
        _ => None,
    }
}
