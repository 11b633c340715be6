//! From verdicts to codings: references followed, facets gathered, evidence listed.

use std::cell::LazyCell;

use super::decide::Verdict;
use super::deferral::Deferral;
use super::follow::{self, Known};
use super::places::Places;
use super::statement::Statement;
use super::{Evidence, Judgement, Reason};
use crate::codebook::Facet;
use crate::coding::{Class, Coding, DeferralKind, Due};
use crate::documents::{Annotated, Lens, Register};
use crate::letter::{Exchange, Letter};

/// What is known of one exchange before references are followed.
pub(super) struct Draft {
    pub statements: Vec<Statement>,
    /// For each question: what the table says, and the statements that defer (part of) what it asks.
    pub verdicts: Vec<(Verdict, Vec<usize>)>,
}

/// All that is known of a letter when its drafts are ready; exchanges, drafts and answers go together one by one.
pub(super) struct Conclusion<'a> {
    pub lens: &'a Lens<'a>,
    pub letter: &'a Letter,
    pub register: &'a Register,
    pub exchanges: &'a [&'a Exchange],
    pub drafts: &'a [Draft],
    pub answers: &'a [Annotated],
}

impl Conclusion<'_> {
    /// One judgement for each question, in the order of the letter.
    pub fn judgements(&self) -> Vec<Judgement> {
        let places = LazyCell::new(|| Places::of(self.letter));
        let (mut known, mut referred) = (Vec::new(), Vec::new());
        for (exchange, draft) in self.drafts.iter().enumerate() {
            for (verdict, _) in &draft.verdicts {
                let mut via = Vec::new();
                known.push(match verdict {
                    Verdict::Class(class, _) => Known::Settled(*class),
                    Verdict::Follow(numbers) => {
                        let mut targets = Vec::new();
                        for number in numbers {
                            for target in places.targets(number, exchange) {
                                via.push(target.map_or(number, |target| &places.ids[target]).clone());
                                targets.push(target);
                            }
                        }
                        Known::Refers(targets)
                    }
                });
                referred.push(via);
            }
        }
        let classes = follow::follow(&known);

        let mut judgements = Vec::with_capacity(known.len());
        for ((exchange, draft), answer) in self.exchanges.iter().zip(self.drafts).zip(self.answers) {
            let evidence = self.evidence(exchange, answer);
            for (question, (verdict, deferring)) in exchange.questions.iter().zip(&draft.verdicts) {
                let place = judgements.len();
                let class = classes[place];
                let reason = match verdict {
                    Verdict::Class(_, reason) => *reason,
                    Verdict::Follow(_) if class == Class::Unresolved => Reason::LeadsNowhere,
                    Verdict::Follow(_) => Reason::Follows,
                };
                let mut coding = Coding {
                    id: question.id.clone(),
                    number: question.number.clone(),
                    class,
                    via: std::mem::take(&mut referred[place]),
                    shared: exchange.questions.len() > 1,
                    deferral: None,
                    document: String::new(),
                    due: None,
                    external: None,
                    internal: internal(&draft.statements),
                    no_information: false,
                    refusal: false,
                };
                let mut document = None;
                if !matches!(reason, Reason::Follows | Reason::LeadsNowhere) && class != Class::Unanswered {
                    document = self.facets(&mut coding, reason, &draft.statements, deferring);
                }
                judgements.push(Judgement {
                    coding,
                    machine: None,
                    corrected: Vec::new(),
                    reason,
                    document,
                    evidence: evidence.clone(),
                    words: answer.reading.words().len(),
                });
            }
        }
        judgements
    }

    /// Fills in what the answer's own words say beside its class; returns the document that it waits for, as a place in the register.
    fn facets(&self, coding: &mut Coding, reason: Reason, statements: &[Statement], deferring: &[usize]) -> Option<usize> {
        let mut awaited = None;
        let deferrals = || deferring.iter().filter_map(|at| statements[*at].deferral.as_ref());
        // Of several documents the one that the letter dates; what only has to come first ("zodra de telling er is") last.
        let rank = |deferral: &&Deferral| {
            // Of several moments that of a sentence which says so in so many words.
            let unsaid = deferral.kind == DeferralKind::Moment && !deferral.worded;
            (deferral.condition, !deferral.asked, !matches!(deferral.due, Some(Due::Interval(_))), unsaid)
        };
        let of = |kind| deferrals().filter(|deferral| deferral.kind == kind).min_by_key(rank);
        let reply = deferrals().find(|deferral| deferral.replies && deferral.document.is_some());
        if let Some(deferral) =
            reply.or_else(|| of(DeferralKind::Document)).or_else(|| of(DeferralKind::Moment)).or_else(|| deferrals().next())
        {
            awaited = deferral.document;
            let document = awaited.and_then(|place| self.register.documents.get(place));
            coding.deferral = Some(deferral.kind);
            // A document has its own day, not that on which something else is said to come.
            let own = deferral.kind != DeferralKind::Document || awaited.is_none();
            let same = |other: &&Deferral| other.document.map_or(own, |place| !deferral.asked || awaited == Some(place));
            coding.due = deferral.due.or_else(|| deferrals().filter(same).find_map(|other| other.due));
            coding.document = document.map_or_else(String::new, |document| document.name.clone());
        }
        coding.external = statements.iter().filter_map(|statement| statement.external).min();
        coding.no_information = reason != Reason::SaysWhether && statements.iter().any(|statement| statement.no_information);
        coding.refusal = statements.iter().any(|statement| statement.refusal);
        awaited
    }

    /// The cues of an answer that prove a code, in order of their place.
    fn evidence(&self, exchange: &Exchange, answer: &Annotated) -> Vec<Evidence> {
        let proves =
            |facet| !matches!(facet, Facet::Ask | Facet::Background | Facet::Cause | Facet::Existing | Facet::Recurring | Facet::Norm);
        let cues = answer.cued.cues.iter().filter(|cue| proves(self.lens.facet(cue)));
        cues.map(|cue| {
            let words = cue.range();
            let sentence = answer.reading.sentence_of(words.start).span;
            let place = |span| exchange.answer.in_letter(span);
            Evidence { rule: cue.rule as usize, span: place(answer.reading.span(&words)), sentence: place(sentence) }
        })
        .collect()
    }
}

/// The numbers of the answers that an answer refers to, each once.
fn internal(statements: &[Statement]) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    for number in statements.iter().flat_map(|statement| &statement.internal) {
        if !numbers.contains(number) {
            numbers.push(number.clone());
        }
    }
    numbers
}
