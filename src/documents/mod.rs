//! The documents that a letter names, and whether they were available on its date.
//!
//! The way of a document: `mention` finds where a text names one (how far a name reaches: `name`, `edition`; the description behind it:
//! `phrase`; new or old, draft or document: `version`; words that name one in some company only: `everyday`), `passing` adds annexes, dated
//! decisions and pieces of the press. `state` reads what the words around say of its existence: which words stand near which document
//! (`near`), of which noun a verb or a time is said (`subject`), what is denied, supposed or another's (`asserted`), what is past (`tense`),
//! what the next sentence goes on with (`next`), what shows that it is there (`shown`), the lightest proofs (`worded`). `register` and `entry`
//! bring together what the whole letter says, before any answer is coded: `identity` tells one document from another, `season` and `singular`
//! read years and kinds, `about` and `display` give a name that readers understand, `question` and `reply` use what is asked, `said` keeps
//! what contradicts what holds. [`ledger`] adds up the registers of a run.
//!
//! `annotated` is a text with everything found in it; `lens` and `traits` say by which word lists and forms words are looked at.

mod about;
mod annotated;
mod around;
mod asserted;
mod display;
mod edition;
mod entry;
mod everyday;
mod identity;
pub mod ledger;
mod lens;
mod mention;
mod name;
mod near;
mod next;
mod passing;
mod phrase;
mod question;
mod register;
mod reply;
mod said;
mod season;
mod shown;
mod singular;
mod state;
mod subject;
mod tense;
mod traits;
mod version;
mod worded;

pub use annotated::{Annotated, Promise};
pub use ledger::Ledger;
pub use lens::{Lens, Vocabulary};
pub use mention::{Determiner, Mention};
pub use register::build;
pub use traits::Trait;
pub use version::Version;

use crate::codebook::Codebook;
use crate::text::Span;
use crate::time::Interval;

/// State of a document on the date of the letter (codebook, section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// It exists.
    Exists,
    /// It is still to come: not made, not finished, not decided or not sent.
    Forthcoming,
    /// It appears every year; no edition is named.
    Recurring,
    /// Nothing in the letter tells.
    Unknown,
}

impl State {
    /// Its code in the tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Exists => "exists",
            Self::Forthcoming => "forthcoming",
            Self::Recurring => "recurring",
            Self::Unknown => "unknown",
        }
    }
}

/// What the state of a document rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// Words that say that it was made or sent, or that it comes.
    #[default]
    Stated,
    /// Its wording alone ("zie het jaarverslag"): nothing says that it was made or sent.
    Worded,
    /// The sender only waits for it ("een offerte is opgevraagd"): what the letter promises comes after it, and need not be it.
    Awaited,
}

impl Basis {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Stated, Self::Worded, Self::Awaited];

    /// Its code in the tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Worded => "worded",
            Self::Awaited => "awaited",
        }
    }
}

/// A document that a letter names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its name: kind and period ("jaarverslag 2024"), or as described.
    pub name: String,
    /// The words elsewhere in the letter that stand in brackets behind its name, because it has none of its own.
    pub about: Vec<Span>,
    /// Kind: "jaarverslag".
    pub kind: String,
    /// Period or edition: "2024"; empty when none is named. A coming "najaarsnota" has the year in which it is due.
    pub period: String,
    /// The words of its proper name besides kind and period, folded: "sociaal domein".
    pub title: String,
    /// Which version it is, where the letter tells one from another.
    pub version: Option<Version>,
    /// State on the letter's date.
    pub state: State,
    /// What the state rests on.
    pub basis: Basis,
    /// When it is due.
    pub due: Option<Interval>,
    /// The words that give the due date, in the letter.
    pub due_span: Option<Span>,
    /// The words that prove the state, in the letter.
    pub evidence: Option<Span>,
    /// What else the letter says of it, in its order: rows of their own in the tables.
    pub others: Vec<Said>,
    /// Ids of the questions whose answers name it, in order.
    pub answers: Vec<String>,
    /// Its kind is also an everyday word ("plan", "overzicht").
    pub weak: bool,
    /// It is a letter.
    pub letter: bool,
}

impl Document {
    /// Whether a reader learns anything of it: not of an everyday word that only a question holds and of which nothing is said.
    pub fn is_told(&self) -> bool {
        !self.weak || self.state != State::Unknown || !self.answers.is_empty() || !self.title.is_empty() || !self.period.is_empty()
    }

    /// When such a document of a sender usually appears. The calendar is of what every government makes, so not of what has a name of its own.
    pub fn usual(&self, codebook: &Codebook, sender: &str) -> Option<Interval> {
        if self.title.is_empty() { codebook.usual(&self.kind, &self.period, sender) } else { None }
    }
}

/// What a letter says of a document beside what holds: another due date, or that it exists and is still to come as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The state that the words show.
    pub state: State,
    /// When the document is due by them.
    pub due: Option<Interval>,
    /// The words that give that date, in the letter.
    pub due_span: Option<Span>,
    /// The words that prove the state, in the letter.
    pub evidence: Span,
}

/// The documents of one letter, in order of their first mention.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// The documents.
    pub documents: Vec<Document>,
}
