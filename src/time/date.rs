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

    /// The smallest interval that holds both.
    ///
    /// # Example: May and June
    /// ```
    /// use antwoordmeter::time::Interval;
    /// use jiff::civil::date;
    /// let may = Interval { from: date(2025, 5, 1), to: date(2025, 5, 31) };
    /// let june = Interval { from: date(2025, 6, 1), to: date(2025, 6, 30) };
    /// assert_eq!(june.with(may).to_string(), "2025-05-01/2025-06-30");
    /// ```
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self { from: self.from.min(other.from), to: self.to.max(other.to) }
    }

    /// The days up to and including `to`, counted from `start`; only `to` itself when `start` lies later or is not known.
    pub(super) fn until(start: Option<Date>, to: Date) -> Self {
        Self { from: start.filter(|start| *start <= to).unwrap_or(to), to }
    }

    /// The whole of the months `first` to `last` of a year; a `last` over 12 lies in the next year.
    pub(super) fn months(year: i16, first: i8, last: i8) -> Option<Self> {
        let from = Date::new(year, first, 1).ok()?;
        let (year, last) = if last > 12 { (year.checked_add(1)?, last - 12) } else { (year, last) };
        Some(Self { from, to: Date::new(year, last, 1).ok()?.last_of_month() })
    }
}

impl fmt::Display for Interval {
    /// `2025-05-01/2025-05-31` (ISO 8601).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.from, self.to)
    }
}
