//! Where a text names a document: its kind, its edition, its name.

use std::mem;
use std::ops::Range;

use super::annotated::Annotated;
use super::edition::{edition, goes_on, other_edition};
use super::everyday;
use super::lens::Vocabulary;
use super::name::{breaks, follows_quote, name_end, subject, subject_before_year};
use super::passing;
use super::singular::singular;
use super::traits::Trait;
use super::version::{Version, past, version};
use crate::time::{Date, Direction, Interval, Moment};

/// A place where a document is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// All words of the name, edition included.
    pub words: Range<usize>,
    /// The word that tells the kind.
    pub head: usize,
    /// The kind in the singular, folded: "jaarverslag".
    pub kind: String,
    /// Year, years or number of the edition: "2024", "2013-II", "eerste 2024"; empty when none is given.
    pub edition: String,
    /// The words of the proper name besides kind and edition, folded: "sociaal domein".
    pub name: String,
    /// What stands before it.
    pub determiner: Determiner,
    /// The kind is also an everyday word ("plan", "overzicht").
    pub weak: bool,
    /// A letter.
    pub letter: bool,
    /// It only carries another document ("bij brief van 4 juni toegezonden").
    pub carries: bool,
    /// Which version of the document it is, where its words tell.
    pub version: Option<Version>,
    /// "het verslag van juni": where the past month or day ends that stands behind it, and its days.
    pub past: Option<(usize, Interval)>,
    /// Where it stands in the register; filled in when that is built.
    pub document: Option<usize>,
}

impl Mention {
    /// "de meting, waarvan de rapportage in mei verschijnt": its report, and no report named elsewhere.
    pub fn is_part_of_another(&self, text: &Annotated) -> bool {
        let clause = text.clause(self.head);
        (clause.start..self.words.start).any(|word| text.reading.folded(word) == "waarvan")
    }

    /// "de verslagen": several documents under one name.
    pub(super) fn is_plural(&self, text: &Annotated) -> bool {
        let word = text.reading.folded(self.head);
        word.len() > self.kind.len() && word != self.kind
    }

    /// "onze brief van 3 mei": the words of the day that a letter bears.
    pub(super) fn date<'t>(&self, text: &'t Annotated) -> Option<&'t Moment> {
        if self.letter { passing::day_after(text, self.words.end) } else { None }
    }

    /// The day that a letter bears; without a year the last such day.
    pub(super) fn day(&self, text: &Annotated) -> Option<Interval> {
        self.date(text).map(|moment| moment.interval)
    }

    /// The same, and that day is past: not the letter that is still to come.
    pub(super) fn is_of_the_past(&self, text: &Annotated, from: Option<Date>) -> bool {
        from.is_some() && self.date(text).is_some_and(|moment| Some(moment.interval.to) < from)
    }
}

/// What stands before the name of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Determiner {
    /// de, het, dit, deze, uw, onze.
    Definite,
    /// een.
    Indefinite,
    /// geen.
    Negative,
    /// Nothing: a title, a telegram.
    Bare,
}

/// The longest name that is read after the kind, in words.
const LONGEST_NAME: usize = 8;

/// What a word is that may name a document.
const MAY_NAME: u64 = Vocabulary::Document.bit()
    | Vocabulary::WeakDocument.bit()
    | Vocabulary::CaseDocument.bit()
    | Vocabulary::Qualified.bit()
    | Trait::StandsForDocument.bit();

/// Finds the documents that `text` names, seen from the letter's date.
pub(super) fn find(text: &mut Annotated, from: Option<Date>) {
    let mut found = mem::take(&mut text.mentions);
    found.clear();
    let count = text.reading.words().len();
    let mut index = 0;
    while index < count {
        if !text.is_one_of(index, MAY_NAME) {
            index += 1;
            continue;
        }
        let qualified = text.is(index, Vocabulary::Qualified) && everyday::is_qualified(text, index);
        let case = text.is(index, Vocabulary::CaseDocument) && !everyday::is_any(text, index);
        let named = qualified || case || text.is(index, Vocabulary::Document) || text.is(index, Vocabulary::WeakDocument);
        let stands = text.has_trait(index, Trait::StandsForDocument);
        let title = stands && everyday::is_title(text, index);
        if !named && !title {
            index = if stands { other_edition(text, index, from, &mut found) } else { None }.unwrap_or(index + 1);
            continue;
        }
        if everyday::is_none(text, index) {
            index += 1;
            continue;
        }
        // A table is a place in a document as well, and none to wait for by itself.
        let weak = case || text.is(index, Vocabulary::WeakDocument) || text.is(index, Vocabulary::PartOf);
        let end = read(text, index, weak && !title, from, &mut found);
        index = end.max(index + 1);
    }
    text.mentions = found;
}

/// Moves the day that a letter bears to the last such day before the letter that names it: "onze brief aan uw raad van 23 november" was
/// written, whatever else its clause tells.
pub(super) fn settle(text: &mut Annotated) {
    for place in 0..text.mentions.len() {
        let mention = &text.mentions[place];
        let day = if mention.letter { passing::day_at(text, mention.words.end) } else { None };
        if let Some(moment) = day.and_then(|day| text.moments.get_mut(day))
            && let Some(previous) = moment.previous
        {
            moment.interval = previous;
            moment.direction = Direction::Past;
        }
    }
}

/// Reads the name around the kind at `head`; several editions give several mentions. Returns where the name ends.
fn read(text: &Annotated, head: usize, weak: bool, from: Option<Date>, found: &mut Vec<Mention>) -> usize {
    let end_of_sentence = text.reading.sentence_of(head).words.end;
    let start_of_sentence = text.reading.sentence_of(head).words.start;
    let mut name = String::new();
    let mut editions: Vec<String> = Vec::new();
    let mut end = head + 1;

    let mut start = head;
    let mut ordinal = String::new();
    while start > start_of_sentence && head - start < 4 {
        let before = start - 1;
        if breaks(text, start) {
            break;
        }
        if text.is(before, Vocabulary::Ordinal) {
            text.reading.folded(before).clone_into(&mut ordinal);
            start = before;
        } else if before > start_of_sentence
            && text.is_capital(before)
            && !text.has_trait(before, Trait::Digit)
            && (text.is_capital(start) || start == head)
        {
            start = before;
        } else {
            break;
        }
    }
    for index in start..head {
        if !text.is(index, Vocabulary::Ordinal) {
            push(&mut name, text.reading.folded(index));
        }
    }

    while end < end_of_sentence && end - head <= LONGEST_NAME + editions.len() {
        let listed = !editions.is_empty() && goes_on(text, end, end_of_sentence);
        if breaks(text, end) && !listed && !(editions.is_empty() && name.is_empty() && follows_quote(text, end)) {
            break;
        }
        if text.is(end, Vocabulary::Document) {
            break;
        }
        let (years, after) = edition(text, end, end_of_sentence, !editions.is_empty());
        if after > end {
            editions.extend(years);
            end = after;
            continue;
        }
        let named = if editions.is_empty() { subject_before_year(text, end, end_of_sentence) } else { None };
        let named = named.or_else(|| name_end(text, end, end_of_sentence));
        let named = named.or_else(|| if end == head + 1 { subject(text, end, end_of_sentence) } else { None });
        match named.filter(|after| !(end..*after).any(|word| text.is(word, Vocabulary::Document))) {
            Some(after) => {
                for index in end..after {
                    push(&mut name, text.reading.folded(index));
                }
                end = after;
            }
            None => break,
        }
    }

    if text.is(head, Vocabulary::Qualified) {
        start = head - 1;
    }
    let determiner = determiner(text, start);
    let letter = text.is(head, Vocabulary::Letter);
    if letter && start.checked_sub(1).is_some_and(|before| text.reading.folded(before) == "uw") {
        return end;
    }
    if letter && is_this_letter(text, start, found) {
        return end;
    }
    let carries = carries(text, start, letter);
    let kind = singular(text.reading.folded(head));
    if editions.is_empty() {
        editions.push(String::new());
    }
    for edition in editions {
        let edition = match (ordinal.is_empty(), edition.is_empty()) {
            (true, _) => edition,
            (false, true) => ordinal.clone(),
            (false, false) => format!("{ordinal} {edition}"),
        };
        let kind = kind.clone();
        found.push(Mention {
            words: start..end,
            head,
            kind,
            edition,
            name: name.clone(),
            determiner,
            weak,
            letter,
            carries,
            version: version(text, &(start..end), from),
            past: past(text, end, from),
            document: None,
        });
    }
    end
}

/// "Deze brief gaat over de haven": the letter that is read, unless one was named before it.
fn is_this_letter(text: &Annotated, start: usize, found: &[Mention]) -> bool {
    let this = start.checked_sub(1).is_some_and(|before| matches!(text.reading.folded(before), "deze" | "dit" | "onderhavige"));
    this && !found.iter().any(|before| before.letter)
}

fn push(name: &mut String, word: &str) {
    if !name.is_empty() {
        name.push(' ');
    }
    name.push_str(word);
}

/// It only comes along: "bij brief van 4 juni", "gelijktijdig met de jaarstukken".
fn carries(text: &Annotated, start: usize, letter: bool) -> bool {
    let before = |back: usize| start.checked_sub(back).map_or("", |at| text.reading.folded(at));
    let by = |word: &str| matches!(word, "bij" | "per" | "middels" | "via");
    // "per afzonderlijke brief"
    let another = matches!(before(1), "afzonderlijke" | "aparte" | "separate" | "nadere" | "latere" | "volgende");
    letter && (by(before(1)) || another && by(before(2)))
        || before(2) == "met" && matches!(before(3), "gelijktijdig" | "tegelijk" | "samen" | "tezamen" | "uiterlijk")
        || before(1) == "met" && matches!(before(2), "gelijktijdig" | "tegelijk" | "samen")
}

fn determiner(text: &Annotated, start: usize) -> Determiner {
    let sentence = &text.reading.sentence_of(start).words;
    for index in (sentence.start..start).rev().take(4) {
        if breaks(text, index + 1) {
            break;
        }
        match text.reading.folded(index) {
            "een" => return Determiner::Indefinite,
            "de" | "het" | "dit" | "deze" | "die" | "dat" | "datzelfde" | "dezelfde" | "hetzelfde" | "uw" | "ons" | "onze" | "mijn"
            | "haar" | "zijn" | "hun" | "genoemde" | "bedoelde" => return Determiner::Definite,
            _ if text.is(index, Vocabulary::Negative) => return Determiner::Negative,
            _ => {}
        }
    }
    Determiner::Bare
}
