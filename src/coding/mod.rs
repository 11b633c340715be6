//! What a coder, human or machine, says of one answer.

mod columns;

pub use columns::{COLUMNS, Column, Holds, codes_of};

use crate::time::Interval;

/// The class of an answer (codebook, section 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// The letter itself responds to the main ask.
    Substantive,
    /// What was asked for is said to come later.
    Deferral,
    /// What was asked for stands elsewhere.
    ExternalReference,
    /// It only points at an answer that is missing or points back.
    Unresolved,
    /// There is no answer.
    Unanswered,
}

/// What an answer waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DeferralKind {
    /// A document that was not yet available.
    Document,
    /// A date, season or meeting without a document.
    Moment,
    /// Later, without either.
    Open,
}

/// Where what was asked for stands, first that applies first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ExternalKind {
    /// Another body has to answer.
    Authority,
    /// An earlier letter of the same sender.
    EarlierLetter,
    /// Sent with this letter.
    Annex,
    /// A website.
    Website,
    /// Another document.
    Document,
}

/// When a deferral falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Due {
    /// Within these days.
    Interval(Interval),
    /// After something that has no date.
    Conditional,
}

/// What a coder says of one answer to one numbered question: a row of `answers.csv`, human or machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coding {
    /// Unit: letter and number.
    pub id: String,
    /// Number of the question as printed.
    pub number: String,
    /// The class.
    pub class: Class,
    /// Ids of the answers that this one only points at.
    pub via: Vec<String>,
    /// One answer text serves several numbers.
    pub shared: bool,
    /// What it waits for.
    pub deferral: Option<DeferralKind>,
    /// The document it waits for: kind and period, or description.
    pub document: String,
    /// When that is due.
    pub due: Option<Due>,
    /// Where it points.
    pub external: Option<ExternalKind>,
    /// Numbers of the answers it refers to.
    pub internal: Vec<String>,
    /// The sender says that it does not know.
    pub no_information: bool,
    /// The sender says that it will not say.
    pub refusal: bool,
}

/// What a person changed in the coding of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// The column of `answers.csv`.
    pub column: &'static str,
    /// What stood there before.
    pub was: String,
    /// What stands there now.
    pub value: String,
    /// Who says so.
    pub who: String,
    /// Why.
    pub why: String,
}

impl Class {
    /// The class of a code.
    ///
    /// # Example: there and back
    /// ```
    /// use antwoordmeter::coding::Class;
    /// assert!(Class::ALL.into_iter().all(|class| Class::from_code(class.code()) == Some(class)));
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }

    /// All classes in the order of the tables.
    pub const ALL: [Self; 5] = [Self::Substantive, Self::Deferral, Self::ExternalReference, Self::Unresolved, Self::Unanswered];

    /// Its code in the tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Substantive => "substantive",
            Self::Deferral => "deferral",
            Self::ExternalReference => "external_reference",
            Self::Unresolved => "unresolved",
            Self::Unanswered => "unanswered",
        }
    }
}

impl DeferralKind {
    /// All kinds, the weightiest first.
    pub const ALL: [Self; 3] = [Self::Document, Self::Moment, Self::Open];

    /// The kind of a code; `none` and anything else have none.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its code in the tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Moment => "moment",
            Self::Open => "open",
        }
    }
}

impl ExternalKind {
    /// All kinds, the first that applies first.
    pub const ALL: [Self; 5] = [Self::Authority, Self::EarlierLetter, Self::Annex, Self::Website, Self::Document];

    /// The kind of a code; `none` and anything else have none.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its code in the tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::EarlierLetter => "earlier_letter",
            Self::Annex => "annex",
            Self::Website => "website",
            Self::Document => "document",
        }
    }
}

impl Due {
    /// What the tables have: `2025-05-01/2025-05-31` or `conditional`.
    ///
    /// # Example: there and back
    /// ```
    /// use antwoordmeter::coding::Due;
    /// assert_eq!(Due::from_code("2025-05-01/2025-05-31").map(|due| due.to_string()).as_deref(), Some("2025-05-01/2025-05-31"));
    /// assert_eq!(Due::from_code("conditional"), Some(Due::Conditional));
    /// assert_eq!(Due::from_code("2025-05-31/2025-05-01"), None);
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        if code == "conditional" {
            return Some(Self::Conditional);
        }
        let (from, to) = code.split_once('/')?;
        let (from, to) = (from.parse().ok()?, to.parse().ok()?);
        (from <= to).then_some(Self::Interval(Interval { from, to }))
    }
}

impl std::fmt::Display for Due {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Interval(interval) => interval.fmt(f),
            Self::Conditional => f.write_str("conditional"),
        }
    }
}

/// Whether the name of a document has an edition, so that all letters of a sender speak of the same one. What stands in brackets
/// behind a name describes it ("raadsbrief (mei 2025)"), and is no edition.
///
/// # Example
/// ```
/// use antwoordmeter::coding::is_edition;
/// assert!(is_edition("jaarverslag 2024") && is_edition("begroting (ontwerp) 2026"));
/// assert!(!is_edition("raadsbrief (mei 2025)") && !is_edition("evaluatie"));
/// ```
pub fn is_edition(document: &str) -> bool {
    let mut depth = 0_usize;
    document.chars().any(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && c.is_ascii_digit()
    })
}
