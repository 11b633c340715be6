//! What a question is after.

use std::ops::Range;

use crate::codebook::Facet;
use crate::documents::{Annotated, Lens, Vocabulary};

/// What one sentence of a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AskKind {
    /// A number, sum or rate.
    Amount,
    /// A date or term.
    Date,
    /// Whether and when a document or decision comes.
    Coming,
    /// An enumeration, overview or breakdown.
    List,
    /// A thing: the yes/no form is a request.
    Thing,
    /// A yes or a no.
    YesNo,
    /// Whether something was done or recorded.
    Done,
    /// A reason or cause.
    Reason,
    /// A manner, effect, opinion or content.
    How,
}

impl AskKind {
    /// Its name in `explain`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Date => "date",
            Self::Coming => "coming",
            Self::List => "list",
            Self::Thing => "thing",
            Self::YesNo => "yes_or_no",
            Self::Done => "done",
            Self::Reason => "reason",
            Self::How => "how",
        }
    }
}

/// One ask of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What it is after.
    pub kind: AskKind,
    /// The sentence, as words of the question.
    pub words: Range<usize>,
}

/// The asks of a question in order; sentences that only introduce one are passed over.
pub fn asks(question: &Annotated, lens: &Lens) -> Vec<Ask> {
    let mut found = Vec::new();
    for sentence in question.reading.sentences() {
        let marked = sentence.span.of(&question.text).contains('?');
        let words = sentence.words.clone();
        if let Some(kind) = kind(question, lens, &words, marked) {
            found.push(Ask { kind, words });
        }
    }
    found
}

fn has(question: &Annotated, lens: &Lens, words: &Range<usize>, kind: &str) -> bool {
    question.cues(lens, words.clone(), Facet::Ask).any(|cue| lens.kind(cue) == kind)
}

/// Words that may stand before the verb of a yes/no question: "En", "a)", "3".
fn introduces(word: &str) -> bool {
    matches!(word, "en" | "maar" | "of" | "dan" | "zo" | "ook" | "vraag")
        || word.len() == 1
        || word.starts_with(|c: char| c.is_ascii_digit())
}

/// "En waarom?", "Waarom niet?": of a first question it asks for the reason, which the rules leave to the question itself.
fn asks_why(question: &Annotated, words: &Range<usize>) -> bool {
    let first = words.clone().find(|word| !introduces(question.reading.folded(*word)));
    first.is_some_and(|word| matches!(question.reading.folded(word), "waarom" | "waardoor"))
}

fn kind(question: &Annotated, lens: &Lens, words: &Range<usize>, marked: bool) -> Option<AskKind> {
    let is = |kind| has(question, lens, words, kind);
    let verb_first = (words.start..words.end.min(words.start + 3)).any(|word| {
        question.is(word, Vocabulary::QuestionVerb) && (words.start..word).all(|before| introduces(question.reading.folded(before)))
    });
    let request = is("document");
    let verbs = verb_first && marked;
    Some(match () {
        () if is("coming") => AskKind::Coming,
        () if request && (verb_first || !marked) => {
            if is("amount") {
                AskKind::Amount
            } else if is("date") {
                AskKind::Date
            } else if is("reason") {
                AskKind::Reason
            } else {
                AskKind::Thing
            }
        }
        () if is("done") && (verbs || is("reason")) => AskKind::Done,
        () if verbs => AskKind::YesNo,
        () if is("amount") => AskKind::Amount,
        () if is("date") => AskKind::Date,
        () if is("reason") => AskKind::Reason,
        () if is("list") => AskKind::List,
        () if request => AskKind::Thing,
        () if marked && asks_why(question, words) => AskKind::Reason,
        () if marked => AskKind::How,
        () => return None,
    })
}
