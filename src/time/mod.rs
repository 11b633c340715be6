//! Dutch dates, seasons and quarters: an interval of days, seen from the letter's date.

mod calendar;
mod date;
mod expression;
mod head;
mod numeral;
mod view;
mod whole;

pub use date::{Date, Interval};
pub use expression::{Direction, Moment, Relation, moments};
pub use whole::full_dates;
