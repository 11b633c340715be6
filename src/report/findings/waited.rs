//! The documents that the answers of a run wait for, each counted once.
//!
//! Chosen: weak names ("overzicht") that several letters await are one row that says how many different documents it is of. Why: as
//! twenty rows they hide the rest, as one document they are wrong. Rejected: a row each.

use super::totals::Totals;
use crate::coding::{Coding, DeferralKind, Due, is_edition};
use crate::letter::Letter;

/// A document that answers wait for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waited {
    /// Its name, as the first answer has it.
    pub name: String,
    /// The one letter that speaks of it; empty for an edition, of which all letters of its sender speak.
    pub letter: String,
    /// Who sent the letter.
    pub sender: String,
    /// Number of the first question whose answer waits for it.
    pub first: String,
    /// When it is due, where the answers that say so agree.
    pub due: Option<Due>,
    /// The answers disagree on that.
    pub disputed: bool,
    /// How many answers wait for it.
    pub answers: u32,
}

impl Totals {
    /// Adds the document that an answer of `letter` waits for: its place in the register there. Letters of one sender speak of the
    /// same "jaarverslag 2024", but hardly of the same "evaluatie".
    pub fn wait(&mut self, letter: &Letter, coding: &Coding, place: Option<usize>) {
        if coding.deferral == Some(DeferralKind::Document) {
            let name = coding.document.to_lowercase();
            let sender = letter.about.sender.trim().to_owned();
            let edition = is_edition(&name) && !sender.is_empty();
            let owner = if edition { sender.to_lowercase() } else { format!("{}\n{}", letter.id, place.unwrap_or_default()) };
            let key = if name.is_empty() { name } else { format!("{name}\n{owner}") };
            let letter = if edition { String::new() } else { letter.id.clone() };
            let (name, first) = (coding.document.clone(), coding.number.clone());
            self.meet(key, Waited { name, letter, sender, first, due: coding.due, disputed: false, answers: 1 });
        }
    }

    pub(in crate::report) fn meet(&mut self, key: String, other: Waited) {
        let Some(waited) = self.waited_for.get_mut(&key) else {
            self.waited_for.insert(key, other);
            return;
        };
        let differ = waited.due.zip(other.due).is_some_and(|(one, another)| one != another);
        waited.disputed |= other.disputed || differ;
        waited.due = if waited.disputed { None } else { waited.due.or(other.due) };
        waited.answers += other.answers;
    }

    /// How many different documents with a name answers wait for.
    pub fn documents(&self) -> usize {
        self.waited_for.keys().filter(|name| !name.is_empty()).count()
    }
}
