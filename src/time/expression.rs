//! Dutch expressions of time.

use std::ops::Range;

use super::date::{Date, Interval};
use crate::text::Reading;

/// An expression of time and the days that it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The words that give it, as indices in the reading.
    pub words: Range<usize>,
    /// The days.
    pub interval: Interval,
    /// A whole date was given, day, month and year: it does not depend on the letter's date.
    pub full_date: bool,
}

/// The expressions of time in a text, in order, without overlaps, seen from the letter's date `from`.
///
/// Without `from` only expressions that name their year are found.
pub fn moments(reading: &Reading, from: Option<Date>) -> Vec<Moment> {
    let _ = (reading, from);
    Vec::new()
}
