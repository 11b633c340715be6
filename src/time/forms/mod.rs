//! Tables of Dutch forms and the days that they mean by the conventions of the codebook, seen from a letter's date.

mod days;
mod months;
mod nothing;
mod relations;
mod relative;
mod rows;
mod years;

use super::{Interval, moments};
use crate::text::Reading;

/// A letter's date (or "-"), a sentence, and the intervals in it; a single day as one date.
type Form = (&'static str, &'static str, &'static str);

/// The intervals of the moments in `text`, seen from `letter`.
fn intervals(letter: &str, text: &str) -> String {
    let found = moments(&Reading::of(text), letter.parse().ok());
    let show = |days: Interval| if days.from == days.to { days.from.to_string() } else { days.to_string() };
    found.iter().map(|moment| show(moment.interval)).collect::<Vec<_>>().join(" ")
}

/// Checks a table and reports all that is wrong at once.
fn check(table: &[Form]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(letter, text, expected)| (text, *letter, *expected, intervals(letter, text)))
        .filter(|(.., expected, found)| expected != found)
        .map(|(text, letter, expected, found)| format!("{letter}: {text}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {} forms:\n{}", wrong.len(), table.len(), wrong.join("\n"));
}
