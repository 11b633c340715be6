//! The documents of a whole run: what the letters of one sender say of the same one, in the order of their dates.
//!
//! What is kept of a letter does not depend on the letters before it, so letters may come in any order. Of a document that no
//! letter promises only the first and the last mention and the words that say that it exists are kept.
//!
//! Chosen: what is the same document over letters is equality of sender, kind, period and name. Why: it is the same whatever the order of
//! the letters, and a false "fulfilled" is worse than two rows. Rejected: likeness of names: whether a is like c depends on whether b was
//! read between.
//!
//! Chosen: the ledger keeps one entry a document and one short note a letter that promises it or says that it exists. Why: a run larger
//! than memory has no more documents than that; the order of dates is known only at the end. Rejected: all registers of the run.

mod course;

use std::collections::BTreeMap;
use std::collections::btree_map;
use std::ops::AddAssign;

use super::{Basis, Document, Register, State, Version};
use crate::letter::{Letter, names_one_body};
use crate::text::Span;
use course::{At, Event};

pub use course::{Course, Dated, Status, Words};

/// What became of the documents that the letters of a run name; those of two parts of a run add up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    entries: BTreeMap<Key, Entry>,
}

/// What makes two documents the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    sender: String,
    kind: String,
    period: String,
    title: String,
    /// A new version is not the one that it takes the place of.
    renewed: bool,
    /// The one letter that knows it, and its place in the register there; nothing for a document that other letters may speak of as well.
    own: Option<(String, usize)>,
}

/// What is kept of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    letters: u32,
    /// The first letter, and how it names document and sender.
    first: (At, String, String),
    last: At,
    /// What letters say of it beside its name.
    events: Vec<Event>,
}

impl Ledger {
    /// Adds the documents of a letter.
    pub fn add(&mut self, letter: &Letter, register: &Register) {
        let date = letter.about.date;
        let at = At { undated: date.is_none(), date, letter: letter.id.as_str().into() };
        let mut named: BTreeMap<Key, Entry> = BTreeMap::new();
        for (place, document) in register.documents.iter().enumerate() {
            let sender = &letter.about.sender;
            let shared = is_shared(document, sender);
            let event = event(document, &at, &letter.text);
            // Nothing can come of a document that no other letter can name and that this one does not promise.
            if !shared && event.promise.is_none() {
                continue;
            }
            let key = Key {
                sender: folded(sender),
                kind: document.kind.clone(),
                period: document.period.clone(),
                title: title(document).to_owned(),
                renewed: document.version == Some(Version::New),
                own: (!shared).then(|| (letter.id.clone(), place)),
            };
            match named.entry(key) {
                btree_map::Entry::Vacant(place) => {
                    place.insert(Entry::new(document, sender, &at, event));
                }
                btree_map::Entry::Occupied(place) => place.into_mut().learn(event),
            }
        }
        *self += Self { entries: named };
    }

    /// The rows, by sender, kind, period and name.
    pub fn courses(&self) -> impl Iterator<Item = Course<'_>> {
        self.entries.iter().filter(|(_, entry)| entry.letters > 1 || entry.is_promised()).map(|(key, entry)| entry.course(key))
    }

    /// How many documents are promised, by the code of what became of them.
    pub fn promised(&self) -> BTreeMap<&'static str, u32> {
        let mut counts: BTreeMap<_, _> = Status::ALL.iter().map(|status| (status.code(), 0)).collect();
        for status in self.courses().filter_map(|course| course.status) {
            *counts.entry(status.code()).or_default() += 1;
        }
        counts
    }
}

impl AddAssign for Ledger {
    fn add_assign(&mut self, other: Self) {
        for (key, entry) in other.entries {
            match self.entries.entry(key) {
                btree_map::Entry::Vacant(place) => {
                    place.insert(entry);
                }
                btree_map::Entry::Occupied(place) => place.into_mut().join(entry),
            }
        }
    }
}

impl Entry {
    fn new(document: &Document, sender: &str, at: &At, event: Event) -> Self {
        let first = (at.clone(), document.name.clone(), sender.to_owned());
        let mut entry = Self { letters: 1, first, last: at.clone(), events: Vec::new() };
        entry.learn(event);
        entry
    }

    /// Adds what the same letter says; of the same kind it is said once.
    fn learn(&mut self, event: Event) {
        match self.events.first_mut() {
            Some(first) => {
                first.promise = first.promise.take().or(event.promise);
                first.exists = first.exists.take().or(event.exists);
            }
            None if event.promise.is_some() || event.exists.is_some() => self.events.push(event),
            None => {}
        }
    }

    /// Adds what other letters say.
    fn join(&mut self, other: Self) {
        self.letters += other.letters;
        self.events.extend(other.events);
        if other.first < self.first {
            self.first = other.first;
        }
        if other.last > self.last {
            self.last = other.last;
        }
    }

    fn is_promised(&self) -> bool {
        self.events.iter().any(|event| event.promise.is_some())
    }

    fn course<'l>(&'l self, key: &'l Key) -> Course<'l> {
        let mut events: Vec<&Event> = self.events.iter().collect();
        events.sort();
        let (at, name, sender) = &self.first;
        Course {
            sender,
            name,
            kind: &key.kind,
            period: &key.period,
            title: &key.title,
            letters: self.letters,
            first: at.dated(),
            last: self.last.dated(),
            ..Course::of(&events)
        }
    }
}

/// Whether letters of this sender that use the same words speak of the same document: the sender is one body, and the document has a proper name, or a year that its
/// kind has once. "Het jaarverslag" is another one each year, and "het overzicht van 2024" is of anything.
fn is_shared(document: &Document, sender: &str) -> bool {
    let year = document.period.rsplit(' ').next().is_some_and(|year| year.len() >= 4 && year.starts_with(|c: char| c.is_ascii_digit()));
    let edition = year && !document.weak && !document.letter;
    names_one_body(sender) && (edition || !title(document).is_empty())
}

/// The proper name without what leads to it: "jaarverslag van Sterke Oevers" and "jaarverslag Sterke Oevers" are one.
fn title(document: &Document) -> &str {
    let mut title = document.title.as_str();
    while let Some((_, rest)) = title.split_once(' ').filter(|(lead, _)| LEADS.contains(lead)) {
        title = rest;
    }
    title
}

/// Words between a kind and a name.
const LEADS: &[&str] = &["van", "over", "voor", "inzake", "betreffende", "de", "het"];

fn folded(sender: &str) -> String {
    sender.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// What a letter says of a document, contradictions included.
fn event(document: &Document, at: &At, text: &str) -> Event {
    let words = |span: Option<Span>| span.map_or("", |span| span.of(text).trim()).into();
    let holds = |state| document.state == state;
    let other = |state| document.others.iter().find(|said| said.state == state);
    let promise = if holds(State::Forthcoming) {
        Some((document.due, words(document.evidence)))
    } else {
        other(State::Forthcoming).map(|said| (said.due, words(Some(said.evidence))))
    };
    // A letter that only points to it does not say that it was made.
    let exists = if holds(State::Exists) {
        Some(words(document.evidence)).filter(|_| document.basis != Basis::Worded)
    } else {
        other(State::Exists).map(|said| words(Some(said.evidence)))
    };
    // A letter without a date settles nothing.
    Event { at: at.clone(), promise, exists: exists.filter(|_| !at.undated) }
}
