//! What became of one document: what letters say of it, in the order of their dates.

use crate::documents::state::is_within;
use crate::time::{Date, Interval};

/// A document that a letter promises, or that two letters name: one row of the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course<'l> {
    /// Who wrote the letters, as the first of them has it.
    pub sender: &'l str,
    /// Its name, as the first letter has it.
    pub name: &'l str,
    /// Its kind.
    pub kind: &'l str,
    /// Its period or edition.
    pub period: &'l str,
    /// The words of its proper name, folded.
    pub title: &'l str,
    /// How many letters name it.
    pub letters: u32,
    /// The first letter that names it.
    pub first: Dated<'l>,
    /// The last.
    pub last: Dated<'l>,
    /// The promised dates in the order of the letters, each with the letter that gives it; a date that is only repeated is not told again.
    pub dues: Vec<(Interval, &'l str)>,
    /// How many letters say that it is still to come.
    pub promises: usize,
    /// What became of it; nothing when no letter promises it.
    pub status: Option<Status>,
    /// The first letter that promises it, with its words.
    pub promised: Option<Words<'l>>,
    /// The last letter that gives another date than a letter before it.
    pub moved: Option<Words<'l>>,
    /// The letter after the promise that says that it exists.
    pub settled: Option<Words<'l>>,
}

/// A letter and its date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dated<'l> {
    /// Its name.
    pub letter: &'l str,
    /// Its date, where it has one.
    pub date: Option<Date>,
}

/// Words of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words<'l> {
    /// The letter.
    pub letter: &'l str,
    /// Its words, as they stand.
    pub words: &'l str,
}

/// What became of a promised document, as far as the letters of the run tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// No later letter says that it exists; where the run has no later letter of the sender, nobody could have said so.
    Open,
    /// Deels voldaan: a later letter says that it exists, and that letter or one after it that it is still to come.
    Partly,
    /// Voldaan: a later letter says that it exists, and none from then on that it is still to come.
    Fulfilled,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Partly, Self::Fulfilled];

    /// Its code in the tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Partly => "partly",
            Self::Fulfilled => "fulfilled",
        }
    }
}

/// A letter in the order of the ledger: by date, those without one last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub undated: bool,
    pub date: Option<Date>,
    pub letter: Box<str>,
}

/// What one letter says of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Event {
    pub at: At,
    pub promise: Option<(Option<Interval>, Box<str>)>,
    pub exists: Option<Box<str>>,
}

impl<'l> Course<'l> {
    /// What these letters, in their order, say of a document.
    pub(super) fn of(events: &[&'l Event]) -> Self {
        let promise = |event: &'l Event| event.promise.as_ref().map(|(_, words)| event.at.words(words));
        let (status, settled) = settled(events);
        Self {
            dues: dues(events),
            promises: events.iter().filter(|event| event.promise.is_some()).count(),
            status,
            promised: events.iter().copied().find_map(promise),
            moved: moved(events).and_then(promise),
            settled: settled.and_then(|event| event.exists.as_ref().map(|words| event.at.words(words))),
            ..Self::default()
        }
    }
}

impl At {
    pub fn dated(&self) -> Dated<'_> {
        Dated { letter: &self.letter, date: self.date }
    }

    pub fn words<'l>(&'l self, words: &'l str) -> Words<'l> {
        Words { letter: &self.letter, words }
    }
}

fn dues<'l>(events: &[&'l Event]) -> Vec<(Interval, &'l str)> {
    let dated = events.iter().filter_map(|event| Some((event.promise.as_ref()?.0?, &*event.at.letter)));
    let mut dues: Vec<(Interval, &str)> = Vec::new();
    for (due, letter) in dated {
        if dues.last().is_none_or(|(last, _)| *last != due) {
            dues.push((due, letter));
        }
    }
    dues
}

/// The last letter that gives another date than one of an earlier day; a date that only makes another more or less precise is the same.
fn moved<'l>(events: &[&'l Event]) -> Option<&'l Event> {
    let mut standing: Option<(Date, Interval)> = None;
    let mut last = None;
    for event in events {
        let (Some(date), Some(due)) = (event.at.date, event.promise.as_ref().and_then(|(due, _)| *due)) else { continue };
        let other = |before: Interval| before != due && !is_within(Some(due), Some(before)) && !is_within(Some(before), Some(due));
        if standing.is_some_and(|(day, before)| day < date && other(before)) {
            last = Some(*event);
        }
        // "In de loop van 2025" takes nothing back from "in mei": September is another date than both.
        let precise = standing.map(|(_, before)| before).filter(|before| is_within(Some(*before), Some(due)));
        standing = Some((date, precise.unwrap_or(due)));
    }
    last
}

/// What became of the promise, and the letter that says that the document exists. Letters without a date settle nothing.
fn settled<'l>(events: &[&'l Event]) -> (Option<Status>, Option<&'l Event>) {
    let promises = || events.iter().filter(|event| event.promise.is_some());
    if promises().next().is_none() {
        return (None, None);
    }
    let dates = || promises().filter_map(|event| event.at.date);
    let (Some(first), Some(last)) = (dates().min(), dates().max()) else { return (Some(Status::Open), None) };
    let exists_after =
        |day: Date| events.iter().copied().find(|event| event.exists.is_some() && event.at.date.is_some_and(|date| date > day));
    match (exists_after(last), exists_after(first)) {
        (Some(event), _) => (Some(Status::Fulfilled), Some(event)),
        (None, Some(event)) => (Some(Status::Partly), Some(event)),
        (None, None) => (Some(Status::Open), None),
    }
}
