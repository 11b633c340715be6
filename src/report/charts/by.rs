//! What the rows of a chart are.

use super::Language;
use super::words::counted;

/// What the rows of a chart are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Themes: of one letter, or of several that use the same headings.
    #[default]
    Theme,
    /// Letters.
    Letter,
    /// Years of the letters' dates.
    Year,
}

impl By {
    /// What a row without a name is called; `alone` is true when there is no other.
    pub const fn unnamed(self, alone: bool, language: Language) -> &'static str {
        match self {
            _ if alone => language.pick("alle antwoorden", "all answers"),
            Self::Theme => language.pick("(zonder thema)", "(no theme)"),
            Self::Letter => language.pick("(zonder naam)", "(no name)"),
            Self::Year => language.pick("(zonder datum)", "(no date)"),
        }
    }

    /// "20 andere thema's", for the sum of rows that have no room.
    pub(super) fn others(self, count: u64, language: Language) -> String {
        let (dutch, english) = match self {
            Self::Theme => (("ander thema", "andere thema’s"), ("other theme", "other themes")),
            Self::Letter => (("andere brief", "andere brieven"), ("other letter", "other letters")),
            Self::Year => (("ander jaar", "andere jaren"), ("other year", "other years")),
        };
        counted(count, dutch, english, language)
    }
}
