//! Rows that belong together.

use std::collections::HashSet;
use std::path::PathBuf;

use crate::text::Reading;
use crate::time::{Date, moments};

/// A letter of more rows is read as several, so that memory stays bounded.
const MAX_ROWS: usize = 10_000;

/// A letter of more bytes likewise.
const MAX_BYTES: usize = 64 << 20;

/// Consecutive rows of a table that are one letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The table.
    pub file: PathBuf,
    /// Name of the letter, unique in the table.
    pub letter: String,
    /// Its date: that of the first row with one.
    pub date: Option<Date>,
    /// At least one row.
    pub rows: Vec<Row>,
    /// What a reader should know: the letter came back, or was too long to be read as one.
    pub warning: Option<String>,
}

/// A question with its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its own id.
    pub id: Option<String>,
    /// Number of the question.
    pub number: Option<String>,
    /// Theme; empty without one.
    pub theme: String,
    /// The question as given.
    pub question: String,
    /// The answer as given; empty where there is none.
    pub answer: String,
}

/// The letter to which the next row may belong.
#[derive(Debug, Default)]
pub(super) struct Open {
    pub group: Group,
    /// The cell `letter` of its rows.
    pub name: Option<String>,
    /// The numbers so far, where they alone tell where a letter ends.
    pub numbers: HashSet<String>,
    pub bytes: usize,
}

impl Open {
    pub(super) fn is_full(&self) -> bool {
        self.group.rows.len() >= MAX_ROWS || self.bytes >= MAX_BYTES
    }
}

/// The day in a cell: `2024-03-12` (a time may follow), `12-03-2024`, `12/3/2024` or words ("12 maart 2024").
pub(super) fn day(text: &str) -> Option<Date> {
    if let Some(day) = text.get(..10).and_then(|day| day.parse().ok()) {
        return Some(day);
    }
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    if let [day, month, year] = parts.as_slice()
        && let (Ok(day), Ok(month), Ok(year)) = (day.parse(), month.parse(), year.parse::<i16>())
    {
        return Date::new(year, month, day).ok().filter(|_| year > 999);
    }
    moments(&Reading::of(text), None).into_iter().find(|moment| moment.full_date).map(|moment| moment.interval.from)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_in_figures() {
        for text in ["2024-03-12", "2024-03-12T10:00:00", "12-03-2024", "12-3-2024", "12/03/2024"] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), Some("2024-03-12"), "{text}");
        }
        for text in ["", "12-03", "12-03-24", "2024", "31-02-2024", "x-y-z", "€€€€€€"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
