//! The machine as a coder: from an answer's words to its codes, each with the words that prove it.

use crate::coding::Coding;
use crate::documents::Register;
use crate::letter::Letter;
use crate::text::Span;

/// A letter with its codings.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The letter.
    pub letter: Letter,
    /// The documents that it names.
    pub register: Register,
    /// One for each numbered question, in order of [`Letter::exchanges`] and of the questions within one.
    pub judgements: Vec<Judgement>,
}

/// What the machine says of one answer, and why.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The codes.
    pub coding: Coding,
    /// The row of the decision table that settled the class.
    pub reason: Reason,
    /// The cues found, in order of their place.
    pub evidence: Vec<Evidence>,
    /// Words in the answer.
    pub words: usize,
}

/// A cue in an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The rule that found it, as an index in the codebook's rules.
    pub rule: usize,
    /// The words, in the letter.
    pub span: Span,
    /// The sentence around them, in the letter.
    pub sentence: Span,
}

/// The row of the decision table that settled the class of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// There is no text.
    NoText,
}

impl Reason {
    /// All rows in the order of the table.
    pub const ALL: &[Self] = &[Self::NoText];

    /// Its code in the tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoText => "no_text",
        }
    }

    /// How often this row was right on coded answers: (right, n).
    pub const fn measured(self) -> (u32, u32) {
        (0, 0)
    }
}

/// Stand-in until the coder lands.
#[derive(Debug)]
pub struct Coder<'c>(std::marker::PhantomData<&'c ()>);

/// Stand-in until the coder lands.
#[derive(Debug, Default)]
pub struct Scratch(());

impl<'c> Coder<'c> {
    /// Stand-in until the coder lands.
    pub fn new(_codebook: &'c crate::codebook::Codebook) -> Self {
        Self(std::marker::PhantomData)
    }

    /// Stand-in until the coder lands: answers are substantive, and say so of no words.
    pub fn judge(&self, letter: Letter, _scratch: &mut Scratch) -> Judged {
        let judgements = letter
            .exchanges()
            .flat_map(|(_, exchange)| exchange.questions.iter().map(move |question| (question, exchange)))
            .map(|(question, exchange)| Judgement {
                coding: Coding {
                    id: question.id.clone(),
                    number: question.number.clone(),
                    class: if exchange.answer.is_empty() { crate::coding::Class::Unanswered } else { crate::coding::Class::Substantive },
                    via: Vec::new(),
                    shared: exchange.questions.len() > 1,
                    deferral: None,
                    document: String::new(),
                    due: None,
                    external: None,
                    internal: Vec::new(),
                    no_information: false,
                    refusal: false,
                },
                reason: Reason::NoText,
                evidence: Vec::new(),
                words: exchange.answer.text(&letter.text).split_whitespace().count(),
            })
            .collect();
        Judged { register: Register::default(), judgements, letter }
    }
}
