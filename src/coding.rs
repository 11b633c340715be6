//! What a coder, human or machine, says of one answer.

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
    /// A document that does not exist yet.
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

impl Class {
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

impl std::fmt::Display for Due {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Interval(interval) => interval.fmt(f),
            Self::Conditional => f.write_str("conditional"),
        }
    }
}
