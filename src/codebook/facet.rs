//! What a cue can be a cue of: the one table of facets and their kinds.

/// What the words of a cue say of the answer, or of the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// What was asked for comes later.
    Deferral,
    /// What was asked for stands outside the letter.
    External,
    /// See another answer of the letter.
    Internal,
    /// It is not known, recorded or investigated.
    NoInformation,
    /// It will not be said.
    Refusal,
    /// The first response: yes, no, a stance, a correction.
    Opening,
    /// A habit, a history, a procedure: no response yet.
    Background,
    /// A pointer that only supports what is said.
    Supporting,
    /// Under which condition something comes.
    Condition,
    /// A document is not yet available.
    Forthcoming,
    /// A document exists.
    Existing,
    /// What a cue says is denied.
    Negation,
    /// A conditional offer.
    Offer,
    /// What a question is after.
    Ask,
    /// Why something is so.
    Cause,
    /// Something is given, published or decided: a deferral once a time to come or a condition is named.
    Delivery,
    /// A document appears every so often.
    Recurring,
    /// A source named for a fact that is given.
    Cited,
    /// What somebody prescribes or recommends to another: no promise.
    Norm,
}

impl Facet {
    /// All facets in the order of the codebook's page.
    pub const ALL: &[Self] = &[
        Self::Deferral,
        Self::External,
        Self::Internal,
        Self::NoInformation,
        Self::Refusal,
        Self::Opening,
        Self::Background,
        Self::Supporting,
        Self::Condition,
        Self::Forthcoming,
        Self::Existing,
        Self::Negation,
        Self::Offer,
        Self::Ask,
        Self::Cause,
        Self::Delivery,
        Self::Recurring,
        Self::Cited,
        Self::Norm,
    ];

    /// The table: code, kinds that a rule may name, and what it says in Dutch.
    const fn row(self) -> (&'static str, &'static [&'static str], &'static str) {
        match self {
            Self::Deferral => ("deferral", &["document", "alone", "until", "pending"], "Wat gevraagd is, komt later."),
            Self::External => {
                ("external", &["authority", "earlier_letter", "annex", "stated"], "Wat gevraagd is, staat buiten deze brief en bestaat al.")
            }
            Self::Internal => ("internal", &[], "Het staat bij een ander antwoord in deze brief."),
            Self::NoInformation => ("no_information", &[], "Het is niet bekend, vastgelegd of onderzocht."),
            Self::Refusal => ("refusal", &[], "Het wordt niet gezegd."),
            Self::Opening => ("opening", &["yes", "no", "stance", "correction", "summary"], "Het eerste wat een antwoord zegt."),
            Self::Background => ("background", &[], "Achtergrond, nog geen antwoord."),
            Self::Supporting => ("supporting", &[], "Een verwijzing die een gegeven antwoord alleen aanvult."),
            Self::Condition => ("condition", &[], "Waarvan het afhangt dat iets komt."),
            Self::Forthcoming => ("forthcoming", &["awaited"], "Een stuk moest op de datum van de brief nog verschijnen."),
            Self::Existing => ("existing", &["worded", "withheld"], "Een stuk bestaat al."),
            Self::Negation => ("negation", &[], "Wat er staat, wordt ontkend."),
            Self::Offer => ("offer", &[], "Een aanbod onder voorwaarde."),
            Self::Ask => {
                ("ask", &["amount", "date", "list", "document", "coming", "told", "reason", "how", "done"], "Wat een vraag wil weten.")
            }
            Self::Cause => ("cause", &[], "Waarom iets zo is."),
            Self::Delivery => (
                "delivery",
                &["thing", "decision"],
                "Iets wordt gegeven, gepubliceerd of besloten: met een tijd die nog komt of een voorwaarde erbij is het uitstel.",
            ),
            Self::Recurring => ("recurring", &[], "Een stuk verschijnt geregeld."),
            Self::Cited => ("cited", &[], "Een bron bij een feit dat de brief zelf geeft."),
            Self::Norm => ("norm", &[], "Wat een regel voorschrijft of iemand een ander aanbeveelt: geen belofte."),
        }
    }

    /// Its code in rules and tables.
    pub const fn code(self) -> &'static str {
        self.row().0
    }

    /// The kinds that its rules may name; without any, they name none.
    pub const fn kinds(self) -> &'static [&'static str] {
        self.row().1
    }

    /// What it says, in Dutch.
    pub const fn meaning(self) -> &'static str {
        self.row().2
    }

    /// The facet of a code.
    ///
    /// # Example: there and back
    /// ```
    /// use antwoordmeter::codebook::Facet;
    /// assert_eq!(Facet::from_code("no_information"), Some(Facet::NoInformation));
    /// assert_eq!(Facet::NoInformation.code(), "no_information");
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|facet| facet.code() == code)
    }
}
