//! Dutch dates, seasons and quarters: an interval of days, seen from the letter's date.

mod calendar;
mod date;
mod expression;

pub use date::{Date, Interval};
pub use expression::{Moment, moments};
