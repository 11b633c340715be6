//! A document while the register is built: what its mentions tell, brought together to a row.

use std::mem;
use std::ops::Range;

use super::about::{self, About};
use super::annotated::Annotated;
use super::display::{describes, display, is_bare, joined, owner_follows, subject};
use super::mention::Mention;
use super::register::Shelf;
use super::said;
use super::season;
use super::state::{self, Testimony};
use super::worded;
use super::{Basis, Document, State, Version};
use crate::letter::Question;
use crate::text::Span;
use crate::time::{Date, Interval};

/// A document while the register is built.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) kind: String,
    pub(super) edition: String,
    pub(super) name: String,
    pub(super) display: String,
    pub(super) weak: bool,
    pub(super) letter: bool,
    /// Whether it was named first in the plural ("de verslagen").
    pub(super) count: Count,
    /// What it is of or about, where it has no name of its own: "zwembad". Empty where that is not said.
    pub(super) subject: String,
    /// Which version it is, where the letter tells.
    pub(super) version: Option<Version>,
    /// The days that a letter is dated ("onze brief van 3 mei").
    pub(super) day: Option<Interval>,
    /// The past month or day behind its name ("het verslag van juni").
    pub(super) past: Option<Interval>,
    /// The document of which it is a part, by its place in the register, and the words that name that.
    pub(super) host: Option<(usize, about::Place)>,
    /// Kinds under which the letter introduces it as well: "tweede bestuursrapportage (burap)".
    pub(super) aliases: Vec<String>,
    /// Its name tells more than its kind.
    pub(super) told: bool,
    /// Where it is named: by the number of the text and that of the mention.
    pub(super) places: Vec<(usize, usize)>,
    pub(super) named_by: Vec<usize>,
    pub(super) asked_by: Vec<usize>,
    pub(super) testimonies: Vec<(usize, Testimony)>,
}

/// One document, or several under one name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Count {
    #[default]
    One,
    Several,
}

/// Work of which a report is made, and no document of itself; an "evaluatie" or an "enquête" may be one beside its report.
const WORK: &[&str] = &["onderzoek", "toets", "scan", "audit", "studie", "verkenning", "doorlichting", "review"];

impl Entry {
    pub(super) fn new(text: &Annotated, mention: &Mention) -> Self {
        Self {
            kind: mention.kind.clone(),
            edition: mention.edition.clone(),
            name: mention.name.clone(),
            display: display(text, mention),
            weak: mention.weak,
            letter: mention.letter,
            count: if mention.is_plural(text) { Count::Several } else { Count::One },
            subject: subject(text, mention).unwrap_or_default().to_owned(),
            version: mention.version,
            day: mention.day(text),
            past: mention.past.map(|(_, days)| days),
            host: None,
            aliases: Vec::new(),
            told: describes(text, mention),
            places: Vec::new(),
            named_by: Vec::new(),
            asked_by: Vec::new(),
            testimonies: Vec::new(),
        }
    }

    /// Whether text `number` or its question names it.
    pub(super) fn is_of(&self, number: usize) -> bool {
        self.named_by.contains(&number) || self.asked_by.contains(&number)
    }

    /// Text `number` names it, or speaks of it as that of its question.
    pub(super) fn add_text(&mut self, number: usize) {
        if !self.named_by.contains(&number) {
            self.named_by.push(number);
        }
    }

    /// Whether its period says that it was made.
    pub(super) fn is_of_a_past_period(&self, from: Date) -> bool {
        worded::has_passed(&self.kind, &self.edition, from)
    }

    /// Whether the letter says when it comes.
    pub(super) fn is_dated(&self) -> bool {
        self.testimonies.iter().any(|(_, testimony)| testimony.due.is_some())
    }

    /// "de verslagen van de bewonersavonden" and, in another answer, "de verslagen van die bijeenkomsten": two bundles of one kind.
    pub(super) fn is_another_bundle(&self, text: &Annotated, mention: &Mention, number: usize) -> bool {
        let bundles = self.count == Count::Several && mention.is_plural(text) && is_bare(text, mention) && !self.is_of(number);
        bundles && owner_follows(text, mention) && self.display != display(text, mention)
    }

    /// Whether the letter says, and not only by its words, that it is there.
    pub(super) fn is_here(&self) -> bool {
        self.testimonies.iter().any(|(_, testimony)| testimony.state == State::Exists && testimony.weight > state::WORDED)
    }

    /// "de evaluatie van de brug", after "de evaluatie van het zwembad": what either is of has no word in common.
    pub(super) fn is_of_something_else(&self, text: &Annotated, mention: &Mention) -> bool {
        let akin =
            |one: &str, other: &str| one.ends_with(other) || other.ends_with(one) || one.starts_with(other) || other.starts_with(one);
        !self.subject.is_empty() && subject(text, mention).is_some_and(|other| !akin(&self.subject, other))
    }

    /// Whether it is work of which a report is made.
    pub(super) fn is_work(&self) -> bool {
        WORK.iter().any(|work| self.kind.ends_with(work))
    }

    /// A later mention, also one in a question, may say what it is about.
    pub(super) fn hear(&mut self, text: &Annotated, mention: &Mention) {
        if self.subject.is_empty() && self.kind == mention.kind {
            subject(text, mention).unwrap_or_default().clone_into(&mut self.subject);
        }
        if !self.told && self.kind == mention.kind && describes(text, mention) {
            self.told = true;
            self.display = display(text, mention);
        }
    }

    /// A later mention may give the fuller name.
    pub(super) fn learn(&mut self, text: &Annotated, mention: &Mention) {
        // "Het rapport" of a "parkeeronderzoek" keeps that name; an "onderzoek" or an "audit" has none of its own.
        let other = !mention.kind.ends_with(self.kind.as_str()) && !self.kind.ends_with(mention.kind.as_str());
        if other && WORK.contains(&self.kind.as_str()) && self.name.is_empty() && self.edition.is_empty() {
            let kind = mem::replace(&mut self.kind, mention.kind.clone());
            self.aliases.push(kind);
            self.display = display(text, mention);
        }
        if !other && mention.kind.len() > self.kind.len()
            || (self.name.is_empty() && !mention.name.is_empty())
            || (self.edition.is_empty() && !mention.edition.is_empty())
        {
            if self.edition.is_empty() {
                self.edition.clone_from(&mention.edition);
            }
            if !other && mention.kind.len() > self.kind.len() {
                self.kind.clone_from(&mention.kind);
            }
            if self.name.is_empty() {
                self.name.clone_from(&mention.name);
            }
            self.display = if mention.kind.len() < self.kind.len() {
                // "een subsidieregister. Het register over 2025 …"
                joined([&self.kind, &self.name, &self.edition])
            } else {
                display(text, mention)
            };
        }
        self.hear(text, mention);
        self.weak &= mention.weak;
        self.version = self.version.or(mention.version);
        self.past = self.past.or(mention.past.map(|(_, days)| days));
    }

    pub(super) fn settle<'i>(
        mut self,
        read: Shelf,
        from: Option<Date>,
        names: &[String],
        origin: &impl Fn(usize, Span) -> Span,
        answers: &impl Fn(usize) -> &'i [Question],
        asked: &impl Fn(usize) -> Range<usize>,
    ) -> Document {
        let heaviest = |state| self.testimonies.iter().filter(|(_, t)| t.state == state).map(|(_, t)| t.weight).max();
        let state = match (heaviest(State::Forthcoming), heaviest(State::Exists)) {
            (Some(coming), Some(here)) if here > coming => State::Exists,
            (Some(_), _) => State::Forthcoming,
            (None, None | Some(state::WORDED)) if heaviest(State::Recurring).is_some() && self.edition.is_empty() => State::Recurring,
            (None, Some(_)) => State::Exists,
            (None, None) => State::Unknown,
        };
        let settled = |t: &Testimony| t.state == state;
        let place = |number: usize, words: &Range<usize>| origin(number, read.text(number).reading.span(words));
        let first = self.testimonies.iter().find(|(_, t)| settled(t) && t.due.is_some());
        // Of two dates in one text, of which one lies within the other, the precise one counts.
        let precise = |first: &(usize, Testimony)| {
            self.testimonies.iter().find(|(number, t)| settled(t) && *number == first.0 && state::is_within(t.due, first.1.due))
        };
        let dated = first.map(|first| precise(first).unwrap_or(first));
        // Of several proofs without a day the first of the heaviest.
        let heavy = || self.testimonies.iter().rev().filter(|(_, t)| settled(t)).max_by_key(|(_, t)| t.weight);
        let proof = dated.or_else(heavy);
        let due: Option<Interval> = dated.and_then(|(_, t)| t.due).filter(|_| state == State::Forthcoming);
        let year = if state == State::Forthcoming && self.edition.is_empty() { season::year(&self.kind, due, from) } else { None };
        if let Some(year) = year {
            self.edition = year.to_string();
            // "decembercirculaire van het ministerie": the year belongs to the first word.
            self.display = match self.display.split_once(' ') {
                Some((kind, rest)) if self.told => format!("{kind} {year} {rest}"),
                _ => format!("{} {year}", self.display),
            };
        }
        let coming = state == State::Forthcoming;
        let about = if self.told { About::default() } else { about::tell(&self.places, &self.kind, read, coming, asked) };
        let again = coming && about::appears_again(&self.places, read) && self.edition.is_empty() && self.past.is_none();
        let month = due.filter(|_| again && !about.has_year()).and_then(season::month);
        let host = self.host.take().filter(|_| coming && self.edition.is_empty());
        let within = host.as_ref().and_then(|(place, _)| names.get(*place)).map(|name| format!("in {name}"));
        let brackets: Vec<String> = about.shown.into_iter().chain(within).chain(month).collect();
        if !brackets.is_empty() {
            self.display = format!("{} ({})", self.display, brackets.join(", "));
        }
        let others = said::others(&self.testimonies, state, due, read, &place);
        let mut ids: Vec<String> = Vec::new();
        for number in &self.named_by {
            ids.extend(answers(*number).iter().map(|question| question.id.clone()));
        }
        Document {
            name: self.display,
            about: about.words.iter().chain(host.iter().map(|(_, words)| words)).map(|(number, words)| place(*number, words)).collect(),
            kind: self.kind,
            period: self.edition,
            title: self.name,
            version: self.version,
            state,
            basis: match (state, heaviest(state)) {
                (State::Exists | State::Forthcoming, Some(state::WORDED)) => Basis::Worded,
                (State::Forthcoming, Some(state::AWAITED)) => Basis::Awaited,
                _ => Basis::Stated,
            },
            due,
            due_span: dated.and_then(|(number, t)| t.due_words.as_ref().map(|words| place(*number, words))),
            evidence: proof.map(|(number, t)| place(*number, &t.proof)),
            others,
            answers: ids,
            weak: self.weak,
            letter: self.letter,
        }
    }
}
