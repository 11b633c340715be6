//! Dutch expressions of time: an interval of days, seen from the letter's date.
//!
//! Each word is looked up once (`head`); around the few on which an expression turns, the words that belong to it are
//! read to a phrase (`parse`), phrases that follow one another to a row (`row`), the preposition before it says
//! how its days bear on the sentence (`relation`), and only then is it placed in a year (`resolve`).
//! The conventions (what "voorjaar", "medio" and "na het zomerreces" mean) are those of the codebook, section 1.

mod calendar;
mod date;
mod expression;
mod follow;
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
pub use expression::{Direction, Moment, moments, moments_at, turns_on};
pub use relation::Relation;
pub use whole::full_dates;
