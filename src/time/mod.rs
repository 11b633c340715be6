//! Dutch dates, seasons and quarters: an interval of days, seen from the letter's date.

mod calendar;
mod date;
mod expression;
#[cfg(test)]
mod forms;
mod frame;
mod head;
mod lapse;
mod link;
mod month;
mod named;
mod numeral;
mod parse;
mod part;
mod phrase;
mod pointer;
mod relation;
mod relative;
mod resolve;
mod row;
mod view;
mod whole;

pub use date::{Date, Interval};
pub use expression::{Direction, Moment, moments};
pub use relation::Relation;
pub use whole::full_dates;
