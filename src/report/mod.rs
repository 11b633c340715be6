//! Findings become bytes: tables, charts, the summary. One place writes to disk.
//!
//! Its parts stand below in the order of use, and `tests/layers.rs` keeps it: `words` says numbers, days and codes, `charts` draws (a file a
//! chart, on a `sheet` whose texts are outlines), `findings` is what a person reads of a run, bounded (`headline`: the finding in a sentence),
//! `tables` has the one list of tables and columns (`schema`) and their rows, `figures` makes charts of findings, `methods` the note on
//! method, `page` the page, `annex` an annex to a motion for Word and LibreOffice, `workbook` one workbook of all tables; `disk` is the place
//! that writes, `screen` what a terminal shows, `output`, `alone` and `measured` bring a run together, `evaluation` writes what `evaluate`
//! found, and `sheet` what people fill in.

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

use std::str::FromStr;

/// The language of sentences meant for people; codes in the tables are always English.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Dutch.
    #[default]
    Dutch,
    /// English.
    English,
}

impl FromStr for Language {
    type Err = String;

    /// # Example: capitals do not matter
    /// ```
    /// use antwoordmeter::report::Language;
    /// assert_eq!("EN".parse(), Ok(Language::English));
    /// assert_eq!("fr".parse::<Language>(), Err("give nl or en".to_owned()));
    /// ```
    fn from_str(code: &str) -> Result<Self, String> {
        let known = [Self::Dutch, Self::English].into_iter().find(|language| code.eq_ignore_ascii_case(language.pick("nl", "en")));
        known.ok_or_else(|| "give nl or en".to_owned())
    }
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
