//! Findings become bytes: tables, charts, the summary. One place writes to disk.

pub mod annex;
pub mod bars;
pub mod cell;
pub mod charts;
pub mod codes;
pub mod comparison;
pub mod disk;
mod documents;
pub mod evaluation;
pub mod explain;
pub mod figures;
pub mod findings;
pub mod headline;
pub mod measured;
pub mod method;
pub mod methods;
mod groups;
mod named;
pub mod output;
pub mod package;
pub mod page;
pub mod quotation;
pub mod quote;
pub mod reading;
mod row;
pub mod schema;
pub mod sides;
pub mod sheet;
pub mod spread;
pub mod statistics;
pub mod summary;
mod surveyed;
pub mod tables;
pub mod unit;
pub mod waited;
mod words;
pub mod workbook;

/// The language of sentences meant for people; codes in the tables are always English.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Dutch.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// The text in this language.
    pub const fn pick<'t>(self, dutch: &'t str, english: &'t str) -> &'t str {
        match self {
            Self::Dutch => dutch,
            Self::English => english,
        }
    }
}
