//! Versions of one document: what is new, and what it takes the place of.
//!
//! Chosen: new and old versions are told apart by one word before the name, or by a past month behind it. Why: "de oude ruilkaart" exists
//! and the new one is promised; one entry for both made the promise vanish. Rejected: likeness of names.

use std::ops::Range;

use super::annotated::Annotated;
use crate::time::{Date, Interval, Relation};

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
    word(text, name.start).or_else(|| past(text, name.end, from).map(|_| Version::Old))
}

/// "het rooster van mei 2023", "het verslag van 3 juni": the past month or day behind a name that ends before word `end`, and where
/// its words end. Without a year it is past where the last such days are nearer to the letter than the next.
pub(super) fn past(text: &Annotated, end: usize, from: Option<Date>) -> Option<(usize, Interval)> {
    let from = from?;
    let sentence = text.reading.sentence_of(end.checked_sub(1)?).words.end;
    let after = text.moments_near(&(end..end + 1)).iter().find(|moment| (end..=end + 1).contains(&moment.words.start))?;
    let nearer = |days: &Interval| (from - days.to).get_days() < (after.interval.from - from).get_days();
    let days = if after.interval.to < from { after.interval } else { after.previous.filter(nearer)? };
    let short = (days.to - days.from).get_days() < 32;
    (after.relation == Relation::Of && short && after.words.end <= sentence).then_some((after.words.end, days))
}

/// "ontwerpbestemmingsplan" is a draft of "bestemmingsplan": that it is there says nothing of the plan itself. A draft budget is the
/// budget that the letter speaks of.
pub(super) fn is_draft_of(draft: &str, kind: &str) -> bool {
    let prefix = draft.strip_suffix(kind).map(|prefix| prefix.trim_end_matches('-'));
    matches!(prefix, Some("ontwerp" | "voorontwerp" | "concept")) && !kind.ends_with("begroting")
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
