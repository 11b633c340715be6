//! What a document without a name of its own is about, told by words elsewhere in the letter: "Taxateur Van Dam begon in mei. Haar
//! rapport …", or the question that it will answer.
//!
//! The words are only shown beside the name, so that a reader knows which "rapport" it is; documents are not told apart by them.
//!
//! Chosen: a document without a name of its own gets, in brackets, the words of the letter that tell which it is: whose it is, what
//! stands in it, the question that it will answer, when its work was done; a kind that appears time and again gets its month. Why:
//! "rapport" tells a reader nothing; the words are the letter's and are kept as proof (column `about`), and documents are not told apart
//! by them, so a wrong one misleads nobody about states or fulfilment. Rejected: the heading of the theme (wider than the document); the
//! whole question (no name); the year that the question asks about as the period.

use std::ops::Range;

use super::annotated::Annotated;
use super::lens::Vocabulary;
use super::mention::{Determiner, Mention};
use super::name::{breaks, quoted};
use super::phrase::{extended, is_article, names_a_reader, noun_phrase};
use super::register::Shelf;
use super::season;
use super::traits::Trait;
use crate::time::{Interval, Moment};

/// Words of a text, by the number of the text.
pub(super) type Place = (usize, Range<usize>);

/// What stands in brackets behind a name, and the words of the letter that give it.
#[derive(Default)]
pub(super) struct About {
    pub words: Vec<Place>,
    pub shown: Vec<String>,
}

impl About {
    /// Whether a year is shown.
    pub fn has_year(&self) -> bool {
        let year = |word: &str| word.len() >= 4 && word.starts_with(|first: char| first.is_ascii_digit());
        self.shown.iter().any(|shown| shown.split(' ').any(year))
    }
}

/// What tells of which document of this `kind` the letter speaks at `places`: what it is about, or whose it is, and when the work was
/// done on which it reports.
pub(super) fn tell(places: &[(usize, usize)], kind: &str, shelf: Shelf, coming: bool, asked: impl Fn(usize) -> Range<usize>) -> About {
    let mut about = About::default();
    if let Some((number, words)) = find(places, shelf, coming, asked) {
        about.shown.push(quoted(shelf.text(number), &words));
        about.words.push((number, words));
    }
    let done = if coming && !about.has_year() { held(places, kind, shelf) } else { None };
    if let Some(((number, words), days)) = done {
        // "vorige week", "dit voorjaar" say nothing away from their letter.
        about.shown.push(season::month(days).unwrap_or_else(|| days.from.year().to_string()));
        about.words.push((number, words));
    }
    about
}

/// Whether what is named at `places` is of a kind that appears time and again under one name.
pub(super) fn appears_again(places: &[(usize, usize)], shelf: Shelf) -> bool {
    let again = |text: &Annotated, at: usize| text.mentions.get(at).is_some_and(|mention| text.is(mention.head, Vocabulary::Recurring));
    places.iter().any(|(number, at)| again(shelf.text(*number), *at))
}

/// What tells what the document is about that is named at `places`: mentions by the number of their text and their own.
///
/// `asked` gives the questions of a text; they are only asked for a document that is still to come, because then it answers them.
fn find(places: &[(usize, usize)], shelf: Shelf, coming: bool, asked: impl Fn(usize) -> Range<usize>) -> Option<Place> {
    let answers = || places.iter().filter(|(number, _)| shelf.is_answer(*number));
    let beside = answers().find_map(|(number, at)| {
        let (text, number) = (shelf.text(*number), *number);
        let mention = text.mentions.get(*at)?;
        let told = owner(text, mention)
            .or_else(|| of_that(text, mention))
            .or_else(|| accompanied(text, mention))
            .or_else(|| content(text, mention));
        told.map(|words| (number, words))
    });
    if beside.is_some() {
        return beside;
    }
    let possessor = answers().find_map(|(number, at)| {
        let text = shelf.text(*number);
        possessor(text, text.mentions.get(*at)?).map(|words| (*number, words))
    });
    let bare = |(number, at): &&(usize, usize)| {
        let text = shelf.text(*number);
        text.mentions.get(*at).is_some_and(|mention| text.is(mention.head, Vocabulary::BareKind))
    };
    let question = || {
        answers().filter(bare).find_map(|(number, at)| {
            let questions = asked(*number);
            let mention = shelf.text(*number).mentions.get(*at)?;
            let own = shelf.question(questions.start)?;
            (questions.len() == 1).then(|| topic(shelf.text(own), mention)).flatten().map(|words| (own, words))
        })
    };
    let asked_about = if coming { question() } else { None };
    match (possessor, asked_about) {
        // "het onderzoek van de Inspectie naar de brug" tells more than "de Inspectie".
        (Some((number, words)), Some((own, topic))) => {
            let name = shelf.text(number).reading.folded(words.end - 1);
            let fuller = topic.clone().any(|word| shelf.text(own).reading.folded(word) == name);
            Some(if fuller { (own, topic) } else { (number, words) })
        }
        (possessor, asked_about) => possessor.or(asked_about),
    }
}

/// Kinds of report that are named by the work that they report on: "telrapport", "taxatierapport".
const REPORTS: &[&str] = &["rapport", "rapportage", "verslag", "bevindingen", "resultaten", "uitkomsten"];

/// "De kades zijn dit voorjaar geteld. Het telrapport …": when the work was done that a report is of, said before it; the words and
/// the days.
fn held(places: &[(usize, usize)], kind: &str, shelf: Shelf) -> Option<(Place, Interval)> {
    let work = REPORTS.iter().find_map(|report| kind.strip_suffix(report))?;
    places.iter().filter(|(number, _)| shelf.is_answer(*number)).find_map(|(number, at)| {
        let text = shelf.text(*number);
        let mention = text.mentions.get(*at)?;
        let own = text.reading.words()[mention.head].sentence as usize;
        let before = text.reading.sentences()[..own].iter().rev().take(2);
        before.into_iter().find_map(|sentence| {
            let done = sentence.words.clone().find(|word| is_work(text, *word, work))?;
            let over = |moment: &&Moment| {
                sentence.words.contains(&moment.words.start)
                    && text.tells_of_the_past(done)
                    && (moment.interval.to - moment.interval.from).get_days() < 200
            };
            let moment = text.moments_near(&sentence.words).iter().find(over)?;
            Some(((*number, moment.words.clone()), moment.interval))
        })
    })
}

/// Whether a word is the work of a report: "geteld" and "telling" of a "telrapport", any inquiry of a "rapport".
fn is_work(text: &Annotated, word: usize, stem: &str) -> bool {
    let folded = text.reading.folded(word);
    let done = || folded.strip_prefix("ge").and_then(|rest| rest.strip_suffix(['d', 't'])) == Some(stem) || folded.starts_with(stem);
    if stem.is_empty() { text.is(word, Vocabulary::Inquiry) } else { done() }
}

/// "De hertelling, waarvan de rapportage in mei verschijnt": the report of the hertelling.
fn owner(text: &Annotated, mention: &Mention) -> Option<Range<usize>> {
    if !mention.is_part_of_another(text) {
        return None;
    }
    let before = text.mentions_near(&mention.words).iter().rev().find(|other| other.words.end <= mention.words.start)?;
    (before.words.start >= text.reading.sentence_of(mention.head).words.start).then(|| before.words.clone())
}

/// "Dat hoort bij het kadeonderzoek. De uitkomsten daarvan …": the inquiry or document that the sentence before names last.
fn of_that(text: &Annotated, mention: &Mention) -> Option<Range<usize>> {
    let sentence = text.reading.sentence_of(mention.head).words.clone();
    let after = mention.words.end;
    if after >= sentence.end || !matches!(text.reading.folded(after), "daarvan" | "hiervan" | "ervan") {
        return None;
    }
    let before = text.reading.sentence_of(sentence.start.checked_sub(1)?).words.clone();
    let inquiry = before.clone().rev().find(|word| text.is(*word, Vocabulary::Inquiry));
    let named = text.mentions_near(&before).iter().rev().find(|other| before.contains(&other.head)).map(|other| other.words.clone());
    // "bevindingen (onderzoek)" tells nothing.
    let tells = |words: &Range<usize>| words.len() > 1 || !text.is(words.start, Vocabulary::BareKind);
    named.or_else(|| inquiry.map(|word| word..word + 1)).filter(tells)
}

/// "bij het voorlopig ontwerp een nieuwe raming": the document with which it comes.
fn accompanied(text: &Annotated, mention: &Mention) -> Option<Range<usize>> {
    let sentence = text.reading.sentence_of(mention.head).words.start;
    let article = (1..=2)
        .filter_map(|back| mention.words.start.checked_sub(back))
        .find(|word| *word > sentence && is_article(text.reading.folded(*word)))?;
    let start = (sentence..article).rev().take(5).find(|word| text.reading.folded(*word) == "bij")?;
    let phrase = noun_phrase(text, start + 1, article)?;
    let document = text.is(phrase.end - 1, Vocabulary::Document) || text.is(phrase.end - 1, Vocabulary::WeakDocument);
    (phrase.end == article && document).then_some(start..article)
}

/// "De cijfers over 2024 komen in het rapport": what stands in it, where that has a year.
fn content(text: &Annotated, mention: &Mention) -> Option<Range<usize>> {
    let sentence = text.reading.sentence_of(mention.head).words.clone();
    let led = mention.determiner != Determiner::Bare
        && (1..=2)
            .filter_map(|back| mention.words.start.checked_sub(back))
            .any(|word| word > sentence.start && text.reading.folded(word) == "in");
    if !led || !is_article(text.reading.folded(sentence.start)) {
        return None;
    }
    let phrase = noun_phrase(text, sentence.start, mention.words.start)?;
    let end = extended(text, phrase.end, mention.words.start, false);
    let year = (phrase.end..end).any(|word| text.has_trait(word, Trait::Digit));
    (year && !names_a_reader(text, phrase.clone())).then_some(phrase.start..end)
}

/// "Taxateur Van Dam begon in mei. Haar rapport …": whoever is named before a possessive.
fn possessor(text: &Annotated, mention: &Mention) -> Option<Range<usize>> {
    let own = mention.words.start.checked_sub(1)?;
    let sentence = text.reading.sentence_of(mention.head).words.clone();
    let possessive = match text.reading.folded(own) {
        "haar" | "hun" => true,
        // "In mei zijn resultaten te verwachten": the verb.
        "zijn" => {
            own == sentence.start
                || own > sentence.start && !text.moments_near(&(own..own + 1)).iter().any(|moment| moment.words.end == own)
        }
        _ => false,
    };
    if !possessive || own < sentence.start {
        return None;
    }
    let before = sentence.start.checked_sub(1).map(|word| text.reading.sentence_of(word).words.clone());
    let named = proper_name(text, &(sentence.start..own)).or_else(|| before.clone().and_then(|before| proper_name(text, &before)));
    named.or_else(|| before.and_then(|before| role(text, &before)))
}

/// Who is the only one of its kind, so that a letter need not name it.
/// "De accountant kijkt hiernaar. In zijn verslag …": the role with which the sentence before begins.
fn role(text: &Annotated, before: &Range<usize>) -> Option<Range<usize>> {
    let opens = matches!(text.reading.folded(before.start), "de" | "het");
    let word = before.start + 1;
    (opens && before.contains(&word) && text.is(word, Vocabulary::Role)).then_some(word..word + 1)
}

/// The first proper name in some words of one sentence: capitals that are not only there because the sentence begins.
fn proper_name(text: &Annotated, words: &Range<usize>) -> Option<Range<usize>> {
    let capital = |word: usize| text.is_capital(word) && !text.has_trait(word, Trait::Digit);
    let connects = |word: usize| matches!(text.reading.folded(word), "van" | "de" | "der" | "den" | "voor" | "en");
    let opens = |word: usize| word == text.reading.sentence_of(word).words.start;
    let mut at = words.start;
    while at < words.end {
        let mut end = at;
        while end < words.end && (end == at || !breaks(text, end)) && (capital(end) || end > at && connects(end)) {
            end += 1;
        }
        while end > at && !capital(end - 1) {
            end -= 1;
        }
        let start = if end > at && opens(at) && is_article(text.reading.folded(at)) { at + 1 } else { at };
        // One word is a name where an article makes it one: "de Autoriteit".
        let named = start.checked_sub(1).is_some_and(|before| matches!(text.reading.folded(before), "de" | "het")) || end > start + 1;
        if end > start && named && !(start..end).any(|word| text.is(word, Vocabulary::Sender) || text.is(word, Vocabulary::Asker)) {
            return Some(start..end);
        }
        at = end.max(at + 1);
    }
    None
}

/// "als onderdeel van de kadernota": the document that comes as a part of mention number `at`, by its place in the register. It is
/// the one named before it in the sentence, or the one that the question asks for.
pub(super) fn part_of(text: &Annotated, at: usize) -> Option<usize> {
    let mention = text.mentions.get(at)?;
    let sentence = text.reading.sentence_of(mention.head).words.start;
    let folded = |word: usize| text.reading.folded(word);
    let lead = (1..=2)
        .filter_map(|back| mention.words.start.checked_sub(back))
        .find(|word| matches!(folded(*word), "van" | "bij" | "in" | "aan"))?;
    let part = lead.checked_sub(1).filter(|word| text.is(*word, Vocabulary::PartOf) || matches!(folded(*word), "deel" | "annex"))?;
    let comes_as = (1..=2).filter_map(|back| part.checked_sub(back)).any(|word| word >= sentence && folded(word) == "als");
    let before = text.mentions[..at].iter().rev().find(|other| other.head >= sentence && other.words.end <= part);
    let asked = || text.promise.and_then(|promise| promise.document).or(text.asked);
    before.and_then(|other| other.document).or_else(asked).filter(|_| comes_as)
}

/// What the question is about: of a report the inquiry that it names, or else the first that it speaks of as known.
fn topic(question: &Annotated, mention: &Mention) -> Option<Range<usize>> {
    let count = question.reading.words().len();
    let mut first = None;
    let mut at = 0;
    while at < count {
        let sentence = question.reading.sentence_of(at).words.end;
        let folded = question.reading.folded(at);
        let known = matches!(folded, "de" | "het" | "onze" | "ons");
        let leads = matches!(folded, "over" | "naar" | "rond" | "rondom" | "inzake") && at + 1 < sentence;
        let from = if leads && !known { at + 1 } else { at };
        let phrase = if known || leads { noun_phrase(question, from, sentence) } else { None };
        let Some(phrase) = phrase else {
            at += 1;
            continue;
        };
        let end = extended(question, phrase.end, sentence.min(phrase.start + 16), true);
        at = phrase.end;
        let head = phrase.end - 1;
        let itself = question.reading.folded(head).ends_with(mention.kind.as_str());
        // "het aantal", "de begroting": what is wanted, or where it stands, says nothing by itself.
        let nothing = phrase.len() == 1
            && end == phrase.end
            && [Vocabulary::Wanted, Vocabulary::Document, Vocabulary::WeakDocument].into_iter().any(|list| question.is(head, list));
        // "voor de behandeling van de begroting": when it is asked for.
        let when = question.is(head, Vocabulary::Delivery) && question.reading.folded(head) != "staat";
        // "het zwaarst"
        let most = folded == "het" && phrase.len() == 1 && question.reading.folded(head).ends_with("st");
        if itself || nothing || when || most || names_a_reader(question, phrase.clone()) {
            continue;
        }
        if phrase.clone().any(|word| question.is(word, Vocabulary::Inquiry)) {
            return Some(phrase.start..end);
        }
        first = first.or(Some(phrase.start..end));
    }
    first
}
