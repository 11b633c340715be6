//! Corrections meet the answers that they are of.

use std::collections::HashMap;
use std::sync::atomic::Ordering;

use super::change::Change;
use super::{Correction, Corrections};
use crate::coder::{Judged, Judgement, Reason};
use crate::coding::{Class, Coding, Corrected};
use crate::letter::{Exchange, Letter, Passage};
use crate::text::Span;

impl Corrections {
    /// Moves the boundaries of the answers of a letter that is not coded yet; gives what was moved, by the id of the answer.
    ///
    /// A boundary outside the letter, or an end before its beginning, moves nothing and stays unmet.
    pub fn move_boundaries(&self, letter: &mut Letter) -> HashMap<String, Vec<Corrected>> {
        let mut moved: HashMap<String, Vec<Corrected>> = HashMap::new();
        if self.is_empty() {
            return moved;
        }
        let Letter { text, themes, from_table, .. } = letter;
        for exchange in themes.iter_mut().flat_map(|theme| &mut theme.exchanges) {
            let corrections: Vec<&Correction> = exchange
                .questions
                .iter()
                .flat_map(|question| self.of(&question.id))
                .filter(|correction| matches!(correction.change, Change::Start(_) | Change::End(_)))
                .collect();
            let Some(span) = boundaries(text, exchange, &corrections, *from_table).filter(|_| !corrections.is_empty()) else { continue };
            let before = exchange.answer.span();
            exchange.answer = Passage::whole(span);
            for correction in corrections {
                let at = if matches!(correction.change, Change::Start(_)) { before.start } else { before.end };
                let from = if *from_table { before.start } else { 0 };
                let was = text.get(from..at).unwrap_or_default().chars().count().to_string();
                moved.entry(correction.id.clone()).or_default().push(correction.corrected(was));
            }
        }
        moved
    }

    /// Sets the codes of a coded letter that people correct; `moved` is what [`Corrections::move_boundaries`] gave for it.
    ///
    /// An answer that only refers to another takes the class of that answer anew, unless its own class was corrected.
    pub fn set_codes(&self, judged: &mut Judged, mut moved: HashMap<String, Vec<Corrected>>) {
        if self.is_empty() {
            return;
        }
        let mut changed = false;
        for judgement in &mut judged.judgements {
            judgement.corrected = moved.remove(&judgement.coding.id).unwrap_or_default();
            let id = judgement.coding.id.clone();
            for correction in self.of(&id) {
                let before = judgement.coding.clone();
                if let Some(was) = correction.change.set(&mut judgement.coding) {
                    judgement.machine.get_or_insert_with(|| Box::new(before));
                    judgement.corrected.push(correction.corrected(was));
                    changed = true;
                }
            }
        }
        if changed {
            follow(&mut judged.judgements);
        }
    }
}

impl Correction {
    fn corrected(&self, was: String) -> Corrected {
        self.met.store(true, Ordering::Relaxed);
        Corrected { column: self.change.column(), was, value: self.value.clone(), who: self.who.clone(), why: self.why.clone() }
    }
}

/// The answer as people bound it, in bytes of the letter; nothing when that is no stretch of it.
fn boundaries(text: &str, exchange: &Exchange, corrections: &[&Correction], from_table: bool) -> Option<Span> {
    let mut span = exchange.answer.span();
    let from = if from_table { span.start } else { 0 };
    let byte = |characters: usize| {
        let rest = text.get(from..)?;
        rest.char_indices().map(|(at, _)| at).chain([rest.len()]).nth(characters).map(|at| from + at)
    };
    for correction in corrections {
        match correction.change {
            Change::Start(at) => span.start = byte(at)?,
            Change::End(at) => span.end = byte(at)?,
            _ => {}
        }
    }
    (span.start < span.end).then_some(span)
}

/// Gives every answer that only refers to others the class of those, as often as it takes: references may be chained.
fn follow(judgements: &mut [Judgement]) {
    for _ in 0..judgements.len() {
        let classes: HashMap<String, Class> =
            judgements.iter().map(|judgement| (judgement.coding.id.clone(), judgement.coding.class)).collect();
        let mut settled = true;
        for judgement in judgements.iter_mut() {
            let own = judgement.corrected.iter().any(|corrected| corrected.column == "class");
            if own || !matches!(judgement.reason, Reason::Follows | Reason::LeadsNowhere) {
                continue;
            }
            if let Some(class) = inherited(&judgement.coding, &classes).filter(|class| *class != judgement.coding.class) {
                judgement.machine.get_or_insert_with(|| Box::new(judgement.coding.clone()));
                judgement.coding.class = class;
                settled = false;
            }
        }
        if settled {
            break;
        }
    }
}

/// The class of the answers that an answer refers to: of several the first in the order of the codebook.
fn inherited(coding: &Coding, classes: &HashMap<String, Class>) -> Option<Class> {
    let order = [Class::Deferral, Class::ExternalReference, Class::Substantive];
    let targets: Vec<Class> = coding.via.iter().filter_map(|id| classes.get(id).copied()).collect();
    order.into_iter().find(|class| targets.contains(class))
}
