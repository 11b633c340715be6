//! The codebook as documents and coder look at it: its rules, and the word lists that they ask for by name.

use super::traits;
use crate::codebook::{Codebook, Cue, Facet, Membership, SymbolId};

/// The codebook with its word lists looked up once.
#[derive(Debug)]
pub struct Lens<'c> {
    /// The rules.
    pub codebook: &'c Codebook,
    pub(super) lists: Membership,
    /// Of each rule, side by side: they are asked for at every cue.
    facets: Vec<Facet>,
}

/// The word lists of the codebook that the program asks for by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Vocabulary {
    /// Kinds of document.
    Document,
    /// Words that name a document only when something is said of its appearing or its place.
    WeakDocument,
    /// A letter of the sender.
    Letter,
    /// Something sent with the letter.
    Annex,
    /// Parts of a document: chapter, page, table.
    PartOf,
    /// Words for a place on the web.
    Website,
    /// Words that say that something appears, is sent or is decided.
    Delivery,
    /// "this", "that": words that point back.
    Demonstrative,
    /// Possessive words of the sender.
    Own,
    /// Words that carry no meaning of their own when two texts are compared.
    Function,
    /// Units that are counted.
    Unit,
    /// Ordinal words: eerste, tweede.
    Ordinal,
    /// "geen", "noch".
    Negative,
    /// Finite verbs with which a yes/no question begins.
    QuestionVerb,
    /// The answerer: wij, ik, het college.
    Sender,
    /// The asker: u, uw raad.
    Asker,
    /// Verbs in the past tense, and participles that a form does not show.
    Past,
    /// Verbs of the present and the future, and participles that look ahead ("gepland").
    Present,
    /// Verbs with which an answer is given.
    Say,
    /// Words for known, available, ready.
    Known,
    /// What a question wants: figures, results, a judgement.
    Wanted,
    /// What names a document only with its day: a decision, a motion, a ruling.
    Dated,
    /// What a document is about, by its end: beleid, zorg, toezicht.
    Subject,
    /// Kinds of document that say nothing of what stands in them.
    BareKind,
    /// What a report is made of: an inquiry, a count, a test.
    Inquiry,
    /// Kinds of document that appear time and again under one name.
    Recurring,
    /// Adverbs and common verbs, which stand in no name.
    NoName,
    /// What names a document only behind an adjective: a reaction, an answering.
    Qualified,
    /// Such an adjective.
    Qualifier,
    /// What names a piece of the press with its title in quotation marks.
    Titled,
    /// Documents of somebody's case or of a tender: an order, an offer.
    CaseDocument,
    /// What is of or for a document and not the document itself: a reaction, a summary, an assignment.
    Derived,
    /// What happens to a document that is there: it takes effect, ends, is changed or evaluated.
    Handled,
    /// What somebody may or may not want, in a condition.
    Wish,
    /// Words before an "of" that leaves something open: "wij weten niet of".
    Doubt,
    /// Verbs of what was to be: "had moeten", "zou".
    Unreal,
    /// Words that say that something is given up or was wrong.
    CalledOff,
    /// Words before a "dat" or a "te" that give what another says, thinks or wants.
    Reported,
    /// Words that point back at a question, or name what it asks for.
    PointingBack,
    /// Past forms of sending, deciding on and publishing a document.
    Given,
    /// Verbs of making and publishing a document, in the present.
    Made,
    /// What a meeting does with a document.
    Treated,
    /// Verbs with which something reaches the asker or the public.
    Told,
    /// Whose report it may be, by the end of the word: an accountant, an inspection.
    Role,
}

impl Vocabulary {
    /// Its bit.
    pub(super) const fn bit(self) -> u64 {
        1 << self as u32
    }

    pub(super) const COUNT: usize = 44;
    const NAMES: [&'static str; Self::COUNT] = [
        "stuk",
        "stuk_zwak",
        "briefwoord",
        "bijlagewoord",
        "deel",
        "vindplaats",
        "levering",
        "aanwijzend",
        "eigen",
        "functiewoord",
        "eenheid",
        "rangtelwoord",
        "ontkenning",
        "vraagwerkwoord",
        "afzender",
        "vrager",
        "verleden",
        "tegenwoordig",
        "zeg",
        "bekend",
        "gegeven",
        "stuk_met_datum",
        "onderwerp",
        "stuk_kaal",
        "verrichting",
        "stuk_telkens",
        "buiten_naam",
        "stuk_met_bepaling",
        "bepaling",
        "stuk_met_titel",
        "stuk_in_zaak",
        "afgeleid",
        "omgang",
        "wens",
        "twijfel",
        "onwerkelijk",
        "afgezien",
        "aangehaald",
        "terugwijzend",
        "verstrekt",
        "uitbrengen",
        "behandeld",
        "meegedeeld",
        "rol",
    ];
}

impl<'c> Lens<'c> {
    /// Looks up the lists of `codebook`; a list that it lacks has no words.
    pub fn new(codebook: &'c Codebook) -> Self {
        let lists = codebook.membership(&Vocabulary::NAMES.map(|name| codebook.list(name)));
        Self { codebook, lists, facets: codebook.rules().iter().map(|rule| rule.facet).collect() }
    }

    /// What follows from a folded word: a bit for each list of [`Vocabulary`] that holds it and for each [`super::Trait`] that it has.
    pub(super) fn traits(&self, word: &str, symbol: SymbolId) -> u64 {
        self.lists.of(symbol) | traits::of(word)
    }

    /// The facet of a cue.
    pub fn facet(&self, cue: &Cue) -> Facet {
        self.facets[cue.rule as usize]
    }

    /// The kind within the facet; empty when the rule leaves it open.
    pub fn kind(&self, cue: &Cue) -> &'c str {
        &self.codebook.rules()[cue.rule as usize].kind
    }
}
