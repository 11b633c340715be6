//! The machine as a coder: from an answer's words to its codes, each with the words that prove it.
//!
//! The way of an answer: `ask` says what its question is after, `statement` what each of its sentences does (`scene`, `deferral`, `external`:
//! its pointers to later and elsewhere; `source`: what is only named for what it tells; `awaited`: the document that only the sentence
//! beside it names). `decide` is the decision table; `respond` says when the letter itself responds, `open` when it leaves its question
//! open, `weigh` whether its content outweighs its pointers. `numbers`, `places` and `follow` lead "zie antwoord 6" to an answer.
//! `conclude` makes the codings with their evidence, `reason` has the rows with how often each was right, `sets` how often the codes were
//! right in each set of coded letters.

mod ask;
mod awaited;
mod conclude;
mod decide;
mod deferral;
mod edition;
mod external;
mod follow;
mod numbers;
mod open;
mod places;
mod reason;
mod respond;
mod scene;
mod sets;
mod source;
mod statement;
mod weigh;

pub use ask::{Ask, AskKind, asks};
pub use decide::Verdict;
pub use deferral::Deferral;
pub use edition::EDITION;
pub use reason::Reason;
pub use sets::{CodedSet, Origin, Together};
pub use statement::Statement;
pub use weigh::{Features, Weighed};

use std::ops::Range;

use crate::codebook::{Codebook, Memory};
use crate::coding::{Coding, Corrected};
use crate::documents::{self, Annotated, Lens, Register};
use crate::letter::{Exchange, Letter, PartKind, Passage};
use crate::text::Span;
use conclude::Draft;

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
    /// The codes as the machine gave them, where a person changed some, here or in an answer that this one refers to.
    pub machine: Option<Box<Coding>>,
    /// What a person changed.
    pub corrected: Vec<Corrected>,
    /// The row of the decision table that settled the class.
    pub reason: Reason,
    /// The document that it waits for, as a place in the register.
    pub document: Option<usize>,
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

/// What one question and its answer looked like to the coder: for `explain`.
#[derive(Clone, Debug)]
pub struct Account {
    /// What the question is after.
    pub asks: Vec<Ask>,
    /// What each sentence of the answer does.
    pub statements: Vec<Statement>,
    /// What was weighed.
    pub features: Features,
}

/// Buffers of one thread, used again for every letter.
#[derive(Debug, Default)]
pub struct Scratch {
    memory: Memory,
    texts: Vec<Annotated>,
    questions: Vec<Annotated>,
    answers: Range<usize>,
}

impl Scratch {
    /// The answers of the letter that was coded last, in the order of its exchanges, with their words and what was found in them.
    pub fn answers(&self) -> &[Annotated] {
        self.texts.get(self.answers.clone()).unwrap_or_default()
    }
}

/// Applies one codebook to letters.
#[derive(Debug)]
pub struct Coder<'c> {
    lens: Lens<'c>,
}

impl<'c> Coder<'c> {
    /// A coder for this codebook.
    pub fn new(codebook: &'c Codebook) -> Self {
        Self { lens: Lens::new(codebook) }
    }

    /// Codes all answers of a letter.
    pub fn judge(&self, letter: Letter, scratch: &mut Scratch) -> Judged {
        let (register, judgements, _) = self.read(&letter, scratch, false);
        Judged { letter, register, judgements }
    }

    /// Codes a letter and tells for each judgement, in order, what was seen.
    pub fn explain(&self, letter: Letter, scratch: &mut Scratch) -> (Judged, Vec<Account>) {
        let (register, judgements, accounts) = self.read(&letter, scratch, true);
        (Judged { letter, register, judgements }, accounts)
    }

    fn read(&self, letter: &Letter, scratch: &mut Scratch, keep: bool) -> (Register, Vec<Judgement>, Vec<Account>) {
        let from = letter.about.date;
        let lens = &self.lens;
        let Scratch { memory, texts, questions, answers: answered } = scratch;
        let exchanges: Vec<&Exchange> = letter.exchanges().map(|(_, exchange)| exchange).collect();

        // Introduction, answers, closing lines: what any of them says of a document counts for all.
        let around = |kind: PartKind| letter.parts.iter().filter(move |part| part.kind == kind).map(|part| Passage::whole(part.span));
        let head: Vec<Passage> = around(PartKind::Head).collect();
        let closing: Vec<Passage> = around(PartKind::Closing).collect();
        let first = head.len();
        let passages: Vec<&Passage> = head.iter().chain(exchanges.iter().map(|exchange| &exchange.answer)).chain(&closing).collect();
        *answered = first..first + exchanges.len();
        let asked_in: Vec<&Passage> = exchanges.iter().flat_map(|exchange| &exchange.questions).map(|question| &question.text).collect();
        let texts = taken(texts, &passages, &letter.text);
        let questions = taken(questions, &asked_in, &letter.text);
        for text in texts.iter_mut() {
            text.find_cues(lens, memory);
        }
        for question in questions.iter_mut() {
            question.find_asks(lens, memory);
        }
        for text in texts.iter_mut().chain(questions.iter_mut()) {
            text.find_named(from);
        }

        let origin =
            |number: usize, span: Span| passages.iter().chain(&asked_in).nth(number).map_or(span, |passage| passage.in_letter(span));
        let answers = |number: usize| {
            number.checked_sub(first).and_then(|number| exchanges.get(number)).map_or(&[][..], |exchange| &exchange.questions)
        };
        let mut at = 0;
        let mut ranges = Vec::with_capacity(exchanges.len());
        for exchange in &exchanges {
            ranges.push(at..at + exchange.questions.len());
            at += exchange.questions.len();
        }
        let asked = |number: usize| number.checked_sub(first).and_then(|number| ranges.get(number)).map_or(0..0, Clone::clone);
        let register = documents::build(texts, questions, lens, from, origin, answers, asked);

        let mut outside = texts[..first].iter().chain(&texts[first + exchanges.len()..]);
        let follows = outside.find_map(|text| deferral::follows(text, lens, from));
        let stated = texts[first..].iter().zip(0..exchanges.len()).map(|(answer, number)| {
            let before = number.checked_sub(1).and_then(|before| exchanges[before].questions.last());
            statement::statements(answer, lens, &register, from, follows, before.map(|question| question.number.as_str()))
        });
        let stated: Vec<_> = stated.collect();
        let mut drafts = Vec::with_capacity(exchanges.len());
        let mut accounts = Vec::new();
        for ((answer, statements), range) in texts[first..].iter().zip(stated).zip(&ranges) {
            let verdicts = questions[range.clone()].iter().map(|question| {
                let asks = asks(question, lens);
                let case = decide::Case { lens, question, asks: &asks, answer, statements: &statements, from };
                let verdict = decide::decide(&case);
                let deferrals = match verdict {
                    Verdict::Class(_, reason) => (0..statements.len()).filter(|at| case.belongs(reason, &statements[*at])).collect(),
                    Verdict::Follow(_) => Vec::new(),
                };
                if keep {
                    let features = case.features();
                    accounts.push(Account { asks, statements: statements.clone(), features });
                }
                (verdict, deferrals)
            });
            let verdicts = verdicts.collect();
            drafts.push(Draft { statements, verdicts });
        }
        let answers = &texts[first..first + exchanges.len()];
        let judgements =
            conclude::Conclusion { lens, letter, register: &register, exchanges: &exchanges, drafts: &drafts, answers }.judgements();
        (register, judgements, accounts)
    }
}

/// The passages of a letter, taken as texts into buffers that serve again.
fn taken<'t>(texts: &'t mut Vec<Annotated>, passages: &[&Passage], letter: &str) -> &'t mut [Annotated] {
    if texts.len() < passages.len() {
        texts.resize_with(passages.len(), Annotated::default);
    }
    let texts = &mut texts[..passages.len()];
    for (text, passage) in texts.iter_mut().zip(passages) {
        text.take(&passage.text(letter));
    }
    texts
}
