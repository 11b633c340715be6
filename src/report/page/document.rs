//! A document of the register on the page.

use serde::Serialize;

use super::anchor::Anchors;
use crate::documents::{Basis, State};
use crate::report::Language;
use crate::report::findings::{Registered, Shown};
use crate::report::words::codes;
use crate::report::words::days;

/// A document with its proofs.
#[derive(Serialize)]
pub(super) struct Document<'m> {
    name: &'m str,
    state: &'static str,
    code: &'static str,
    due: String,
    usual: String,
    proofs: Vec<Proof<'m>>,
    awaited_by: Vec<Link<'m>>,
    named_by: Vec<Link<'m>>,
}

/// Words of the letter, and what they prove.
#[derive(Serialize)]
struct Proof<'m> {
    label: String,
    words: &'m str,
    place: &'m str,
}

impl Document<'_> {
    /// The letter does not say whether it was available.
    pub fn is_unknown(&self) -> bool {
        self.code == State::Unknown.code()
    }
}

/// An answer, and where it stands on the page; no anchor for one that is not shown.
#[derive(Serialize)]
pub(super) struct Link<'m> {
    number: &'m str,
    anchor: Option<&'m str>,
}

impl<'m> Link<'m> {
    /// The link to an answer of a letter by its id, or to a number that is no id because its answer is missing.
    pub fn new(id: &'m str, letter: &str, anchors: &'m Anchors<'m>) -> Self {
        let number = id.strip_prefix(letter).map_or(id, |rest| rest.trim_start_matches('#'));
        Self { number, anchor: anchors.at(id) }
    }
}

/// The documents of a letter: those that answers wait for first, the others in order of their first mention.
pub(super) fn documents<'m>(letter: &'m Shown, anchors: &'m Anchors<'m>, language: Language) -> Vec<Document<'m>> {
    let mut documents: Vec<&Registered> = letter.documents.iter().collect();
    documents.sort_by_key(|document| (document.awaited_by.is_empty(), document.state != State::Forthcoming));
    documents.into_iter().map(|document| view(document, &letter.id, anchors, language)).collect()
}

fn view<'m>(document: &'m Registered, letter: &'m str, anchors: &'m Anchors<'m>, language: Language) -> Document<'m> {
    let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
    let in_words = |due: Option<crate::time::Interval>| due.map(|due| days(due, language)).unwrap_or_default();
    let proof = if document.basis == Basis::Worded { say("zo verwoord", "worded so") } else { say("bewijs", "proof") };
    let first = document.evidence.iter().map(|quote| (proof.to_owned(), quote));
    let due = document.due_quote.iter().map(|quote| (say("datum", "date").to_owned(), quote));
    let about = document.about.iter().map(|quote| (say("welk", "which").to_owned(), quote));
    let others = document.others.iter().map(|(state, due, quote)| {
        let said = [codes::state(*state, language).to_owned(), in_words(*due)].join(" ");
        (format!("{} {}", say("maar ook:", "but also:"), said.trim()), quote)
    });
    let links = |ids: &'m [String]| ids.iter().map(|id| Link::new(id, letter, anchors)).collect::<Vec<_>>();
    Document {
        name: &document.name,
        state: codes::state(document.state, language),
        code: document.state.code(),
        due: in_words(document.due),
        usual: in_words(document.usual),
        proofs: first
            .chain(due)
            .chain(about)
            .chain(others)
            .map(|(label, quote)| Proof { label, words: &quote.words, place: &quote.place })
            .collect(),
        awaited_by: links(&document.awaited_by),
        named_by: links(&document.named_by),
    }
}
