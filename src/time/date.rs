//! Days and closed intervals of days.

use std::fmt;

pub use jiff::civil::Date;

/// All days from `from` to `to`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Interval {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

impl Interval {
    /// The interval of one day.
    pub const fn day(day: Date) -> Self {
        Self { from: day, to: day }
    }
}

impl fmt::Display for Interval {
    /// `2025-05-01/2025-05-31` (ISO 8601).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.from, self.to)
    }
}
