//! Findings become bytes: tables, charts, the summary. One place writes to disk.

// In the order of use, which rustfmt would put in that of the alphabet.
pub mod words;
pub mod cell;
pub mod charts;
pub mod findings;
pub mod tables;
pub mod figures;
pub mod methods;
pub mod page;
pub mod annex;
pub mod workbook;
pub mod disk;
pub mod measured;
pub mod alone;
pub mod screen;
pub mod output;
pub mod evaluation;
pub mod sheet;

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
