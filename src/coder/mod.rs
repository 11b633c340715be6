//! The machine as a coder: from an answer's words to its codes, each with the words that prove it.

mod ask;
mod decide;
mod deferral;
mod external;
mod follow;
mod numbers;
mod reason;
mod scene;
mod statement;
mod weigh;

use std::collections::HashMap;

pub use ask::{Ask, AskKind, asks};
pub use decide::Verdict;
pub use deferral::Deferral;
pub use external::External;
pub use reason::Reason;
pub use statement::Statement;
pub use weigh::Features;

use crate::codebook::{Codebook, Facet, Memory};
use crate::coding::{Class, Coding, DeferralKind};
use crate::documents::{self, Annotated, Lens, Register};
use crate::letter::{Exchange, Letter, PartKind, Passage};
use crate::text::Span;
use follow::Known;

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

/// What one exchange looked like to the coder: for `explain`.
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

    /// Codes a letter and tells for each exchange, in order, what was seen.
    pub fn explain(&self, letter: Letter, scratch: &mut Scratch) -> (Judged, Vec<Account>) {
        let (register, judgements, accounts) = self.read(&letter, scratch, true);
        (Judged { letter, register, judgements }, accounts)
    }

    fn read(&self, letter: &Letter, scratch: &mut Scratch, keep: bool) -> (Register, Vec<Judgement>, Vec<Account>) {
        let from = letter.about.date;
        let lens = &self.lens;
        let Scratch { memory, texts, questions } = scratch;
        let exchanges: Vec<&Exchange> = letter.exchanges().map(|(_, exchange)| exchange).collect();

        // Introduction, answers, closing lines: what any of them says of a document counts for all.
        let around = |kind: PartKind| letter.parts.iter().filter(move |part| part.kind == kind).map(|part| Passage::whole(part.span));
        let head: Vec<Passage> = around(PartKind::Head).collect();
        let closing: Vec<Passage> = around(PartKind::Closing).collect();
        let first = head.len();
        let passages: Vec<&Passage> = head.iter().chain(exchanges.iter().map(|exchange| &exchange.answer)).chain(&closing).collect();
        reserve(texts, passages.len());
        for (text, passage) in texts.iter_mut().zip(&passages) {
            text.read(&passage.text(&letter.text), lens, memory, from);
        }
        let ids: Vec<Vec<String>> =
            exchanges.iter().map(|exchange| exchange.questions.iter().map(|question| question.id.clone()).collect()).collect();
        let origin = |number: usize, span: Span| passages[number].in_letter(span);
        let answers = |number: usize| number.checked_sub(first).and_then(|number| ids.get(number)).map_or(&[][..], Vec::as_slice);
        let mut at = 0;
        let mut ranges = Vec::with_capacity(exchanges.len());
        for exchange in &exchanges {
            reserve(questions, at + exchange.questions.len());
            for (text, question) in questions[at..].iter_mut().zip(&exchange.questions) {
                text.read(&question.text.text(&letter.text), lens, memory, from);
            }
            ranges.push(at..at + exchange.questions.len());
            at += exchange.questions.len();
        }
        let asked = |number: usize| {
            number.checked_sub(first).and_then(|number| ranges.get(number)).map_or(&[][..], |range| &questions[range.clone()])
        };
        let register = documents::build(&mut texts[..passages.len()], lens, from, origin, answers, asked);

        let outside = texts[..first].iter().chain(&texts[first + exchanges.len()..passages.len()]);
        let follows = outside.filter_map(|text| deferral::follows(text, lens, from)).next();
        let mut drafts = Vec::with_capacity(exchanges.len());
        let mut accounts = Vec::new();
        for (number, range) in ranges.iter().enumerate() {
            let answer = &texts[first + number];
            let statements = statement::statements(answer, lens, &register, from, follows);
            let verdicts = questions[range.clone()].iter().enumerate().map(|(at, question)| {
                let asks = asks(question, lens);
                let case = decide::Case { lens, question, asks: &asks, answer, statements: &statements, from };
                let verdict = decide::decide(&case);
                let deferrals = match verdict {
                    Verdict::Class(_, reason) => (0..statements.len()).filter(|at| case.belongs(reason, &statements[*at])).collect(),
                    Verdict::Follow(_) => Vec::new(),
                };
                if keep && at == 0 {
                    let features = case.features();
                    accounts.push(Account { asks, statements: statements.clone(), features });
                }
                (verdict, deferrals)
            });
            let verdicts = verdicts.collect();
            drafts.push(Draft { statements, verdicts });
        }
        let judgements = self.conclude(letter, &exchanges, &drafts, &register, &texts[first..first + exchanges.len()]);
        (register, judgements, accounts)
    }

    /// Follows the references and writes the codings down.
    fn conclude(
        &self,
        letter: &Letter,
        exchanges: &[&Exchange],
        drafts: &[Draft],
        register: &Register,
        answers: &[Annotated],
    ) -> Vec<Judgement> {
        let places = Places::of(letter);
        let mut known = Vec::new();
        for (exchange, draft) in drafts.iter().enumerate() {
            for (verdict, _) in &draft.verdicts {
                known.push(match verdict {
                    Verdict::Class(class, _) => Known::Settled(*class),
                    Verdict::Follow(numbers) => Known::Refers(numbers.iter().map(|number| places.find(number, exchange)).collect()),
                });
            }
        }
        let classes = follow::follow(&known);

        let mut judgements = Vec::with_capacity(known.len());
        for ((exchange, draft), answer) in exchanges.iter().zip(drafts).zip(answers) {
            let evidence = self.evidence(exchange, answer);
            for (question, (verdict, deferring)) in exchange.questions.iter().zip(&draft.verdicts) {
                let place = judgements.len();
                let (reason, via) = match (&verdict, &known[place]) {
                    (Verdict::Class(_, reason), _) => (*reason, Vec::new()),
                    (Verdict::Follow(numbers), Known::Refers(targets)) => {
                        let name = |(number, target): (&String, &Option<usize>)| {
                            target.map_or_else(|| number.clone(), |target| places.ids[target].clone())
                        };
                        let reason = if classes[place] == Class::Unresolved { Reason::LeadsNowhere } else { Reason::Follows };
                        (reason, numbers.iter().zip(targets).map(name).collect())
                    }
                    (Verdict::Follow(_), Known::Settled(_)) => (Reason::Follows, Vec::new()),
                };
                let coding = self.coding(
                    &question.id,
                    &question.number,
                    classes[place],
                    via,
                    exchange.questions.len() > 1,
                    draft,
                    deferring,
                    register,
                    reason,
                );
                judgements.push(Judgement { coding, reason, evidence: evidence.clone(), words: answer.reading.words().len() });
            }
        }
        judgements
    }

    #[allow(clippy::too_many_arguments)]
    fn coding(
        &self,
        id: &str,
        number: &str,
        class: Class,
        via: Vec<String>,
        shared: bool,
        draft: &Draft,
        deferring: &[usize],
        register: &Register,
        reason: Reason,
    ) -> Coding {
        let mut coding = Coding {
            id: id.to_owned(),
            number: number.to_owned(),
            class,
            via,
            shared,
            deferral: None,
            document: String::new(),
            due: None,
            external: None,
            internal: Vec::new(),
            no_information: false,
            refusal: false,
        };
        let only_refers = matches!(reason, Reason::Follows | Reason::LeadsNowhere);
        for statement in &draft.statements {
            for number in &statement.internal {
                if !coding.internal.contains(number) {
                    coding.internal.push(number.clone());
                }
            }
        }
        if only_refers || class == Class::Unanswered {
            return coding;
        }
        let deferrals = || deferring.iter().filter_map(|at| draft.statements[*at].deferral.as_ref());
        let chosen = deferrals()
            .find(|deferral| deferral.kind == DeferralKind::Document)
            .or_else(|| deferrals().find(|deferral| deferral.kind == DeferralKind::Moment))
            .or_else(|| deferrals().next());
        if let Some(deferral) = chosen {
            coding.deferral = Some(deferral.kind);
            coding.due = deferral.due.or_else(|| deferrals().find_map(|other| other.due));
            coding.document = deferral
                .document
                .and_then(|place| register.documents.get(place))
                .map_or_else(String::new, |document| document.name.clone());
        }
        coding.external = draft.statements.iter().filter_map(|statement| statement.external.as_ref()).map(|external| external.kind).min();
        coding.no_information = reason != Reason::SaysWhether && draft.statements.iter().any(|statement| statement.no_information);
        coding.refusal = draft.statements.iter().any(|statement| statement.refusal);
        coding
    }

    /// The cues of an answer that prove a code, in order of their place.
    fn evidence(&self, exchange: &Exchange, answer: &Annotated) -> Vec<Evidence> {
        let proves = |facet| !matches!(facet, Facet::Ask | Facet::Background | Facet::Cause | Facet::Existing | Facet::Recurring);
        answer
            .cued
            .cues
            .iter()
            .filter(|cue| proves(self.lens.facet(cue)))
            .map(|cue| {
                let words = cue.words.start as usize..cue.words.end as usize;
                let sentence = answer.reading.sentence_of(words.start).span;
                Evidence {
                    rule: cue.rule as usize,
                    span: exchange.answer.in_letter(answer.reading.span(&words)),
                    sentence: exchange.answer.in_letter(sentence),
                }
            })
            .collect()
    }
}

/// What is known of one exchange before references are followed.
struct Draft {
    statements: Vec<Statement>,
    /// For each question: what the table says, and the statements that defer (part of) what it asks.
    verdicts: Vec<(Verdict, Vec<usize>)>,
}

/// Where each numbered question stands in the list of judgements.
struct Places {
    ids: Vec<String>,
    by_number: HashMap<String, Vec<usize>>,
    theme_of: Vec<usize>,
    themes: Vec<String>,
    exchange_theme: Vec<usize>,
}

impl Places {
    fn of(letter: &Letter) -> Self {
        let mut places =
            Self { ids: Vec::new(), by_number: HashMap::new(), theme_of: Vec::new(), themes: Vec::new(), exchange_theme: Vec::new() };
        for (theme, part) in letter.themes.iter().enumerate() {
            places.themes.push(part.title.trim_start().to_uppercase());
            for exchange in &part.exchanges {
                places.exchange_theme.push(theme);
                for question in &exchange.questions {
                    places.by_number.entry(plain(&question.number)).or_default().push(places.ids.len());
                    places.ids.push(question.id.clone());
                    places.theme_of.push(theme);
                }
            }
        }
        places
    }

    /// The question with this number: where numbers restart, the one of the same theme; "B3" is number 3 of theme B.
    fn find(&self, number: &str, exchange: usize) -> Option<usize> {
        let own = self.exchange_theme.get(exchange).copied();
        if let Some(found) = self.by_number.get(&plain(number)) {
            return found.iter().find(|place| Some(self.theme_of[**place]) == own).or_else(|| found.first()).copied();
        }
        let mut letters = number.chars();
        let letter = letters.next().filter(char::is_ascii_alphabetic)?.to_ascii_uppercase();
        let rest = plain(letters.as_str().trim_start_matches('-'));
        let lettered = |theme: usize| {
            let mut title = self.themes[theme].chars();
            title.next() == Some(letter) && title.next().is_none_or(|c| !c.is_alphanumeric())
        };
        self.by_number.get(&rest)?.iter().find(|place| lettered(self.theme_of[**place])).copied()
    }
}

/// A number without blanks and leading zeros, in capitals: how two spellings of one number are compared.
fn plain(number: &str) -> String {
    number.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase()
}

fn reserve(texts: &mut Vec<Annotated>, count: usize) {
    if texts.len() < count {
        texts.resize_with(count, Annotated::default);
    }
}
