//! Of which noun a verb or a time is said: "de nota is vastgesteld *en de hal gaat in maart open*" tells no day of the nota.
//!
//! No grammar: a clause is cut where a conjunction opens a new one, and what stands in a clause without the document is said of the
//! document only where the clause has no subject of its own or points back to it. A document behind a preposition ("vragen over de nota")
//! is neither who does something nor what it is done to.
//!
//! Chosen: of which noun something is said follows from where a clause opens, its first noun phrase and the preposition before a document
//! (`documents/subject.rs`). Why: three questions for every verb and time, in one place; it took the place of lists of words with which
//! clauses may go on. Rejected: a parser of Dutch: another model and its errors; more special cases.

use std::ops::Range;

use super::annotated::Annotated;
use super::lens::Vocabulary;
use super::mention::Mention;
use super::name::breaks;
use super::phrase;
use super::tense;
use super::traits::Trait;
use crate::text::Word;

/// Whether what some words say (a verb, a time) is said of another noun than the document.
pub(super) fn is_of_another(text: &Annotated, mention: &Mention, words: &Range<usize>) -> bool {
    is_led_away(text, mention, words) || receives(text, mention, words.start) || has_its_own_subject(text, mention, words.start)
}

/// Prepositions of what something else is about, comes after, or is set beside.
#[rustfmt::skip]
const AWAY: &[&str] = &[
    "tussen", "naast", "behalve", "volgens", "conform", "ondanks", "dankzij", "wegens", "vanwege", "sinds", "over", "voor", "naar", "zonder",
    "dan", "tegen", "rond", "na", "inzake", "omtrent", "betreffende", "op",
];

/// The nouns of "op basis van", "op grond van", "ten opzichte van", "naar aanleiding van".
pub(super) const WIDE: &[&str] = &["basis", "grond", "opzichte", "aanleiding"];

/// The preposition that leads a document away from the verb of its sentence.
fn lead(text: &Annotated, mention: &Mention) -> Option<usize> {
    let sentence = text.reading.sentence_of(mention.head).words.clone();
    let folded = |word: usize| if sentence.contains(&word) { text.reading.folded(word) } else { "" };
    let start = mention.words.start;
    let before = || (1..=2).filter_map(|back| start.checked_sub(back).filter(|word| *word >= sentence.start));
    if let Some(with) = before().find(|word| folded(*word) == "met" && is_means(text, mention.words.end, sentence.end)) {
        return Some(with);
    }
    let before = before().take_while(|word| text.reading.words()[word + 1].before & (Word::COMMA | Word::COLON) == 0);
    let leads = |word: &usize| match folded(*word) {
        "van" => word.checked_sub(1).is_some_and(|noun| WIDE.contains(&folded(noun))),
        // "Over de nota besluit de raad in mei", "wij berichten u over de nota": what is spoken of.
        "over" => *word > sentence.start && !text.is(*word - 1, Vocabulary::Asker),
        word => AWAY.contains(&word),
    };
    before.into_iter().find(leads)
}

/// "Met die toets in de hand sturen wij u de nota", "met de visie als leidraad": whether the words from `at` make a document a means.
fn is_means(text: &Annotated, at: usize, end: usize) -> bool {
    let folded = |word: usize| if word < end { text.reading.folded(word) } else { "" };
    let noun = at + 1 + usize::from(phrase::is_article(folded(at + 1)));
    matches!(folded(at), "in" | "als" | "onder" | "op" | "naast" | "bij") && MEANS.contains(&folded(noun)) || folded(at) == "ernaast"
}

/// What a document is to who works with it: in the hand, at the back of the mind, a starting point.
#[rustfmt::skip]
const MEANS: &[&str] = &[
    "hand", "handen", "achterhoofd", "arm", "basis", "grondslag", "uitgangspunt", "vertrekpunt", "leidraad", "onderlegger", "kader",
    "richtsnoer", "houvast",
];

/// "Vragen over de nota zijn op 3 mei gesteld": a document behind such a preposition takes only what stands in its own phrase, with the
/// relative clause behind it, and what is said with the preposition itself ("wachten op de nota").
fn is_led_away(text: &Annotated, mention: &Mention, words: &Range<usize>) -> bool {
    let sentence = text.reading.sentence_of(mention.head).words.clone();
    if !sentence.contains(&words.start) {
        return false;
    }
    let Some(lead) = lead(text, mention) else { return false };
    let end = phrase_end(text, mention, sentence.end);
    let adds = end < sentence.end && (is_relative_word(text, end) || breaks(text, end) && text.has_trait(end, Trait::Participle));
    // "die op de derde dinsdag (16 september) verschijnt": a bracket does not end it.
    let stops = |word: &usize| text.reading.words()[*word].before & (Word::COMMA | Word::COLON) != 0;
    let end = if adds { (end + 1..sentence.end).find(stops).unwrap_or(sentence.end) } else { end };
    words.end <= lead || end <= words.start
}

/// Where the noun phrase of a document ends, with its description and a time right behind it: "de toets van de kade in mei".
fn phrase_end(text: &Annotated, mention: &Mention, end: usize) -> usize {
    let named = mention.words.end;
    let described = phrase::description(text, named, end).unwrap_or(named);
    let ends = |word: usize| is_finite(text, word) || is_relative_word(text, word) || breaks(text, word);
    let behind = |at: usize| {
        let mut moments = text.moments_near(&(at..at + 1)).iter();
        moments.find(|moment| (at..=at + 2).contains(&moment.words.start) && !(at..moment.words.start).any(ends))
    };
    behind(described).map_or(described, |moment| moment.words.end.min(end))
}

/// "Het rapport krijgt in maart een vervolg", "in 2024 kreeg de nota geen aandacht": what gets something does not come itself. Who gets a
/// document stands before it ("krijgt u de nota") or behind the verb ("de nota krijgt u").
fn receives(text: &Annotated, mention: &Mention, at: usize) -> bool {
    let clause = tense::clause(text, mention.head);
    let folded = |word: usize| if clause.contains(&word) { text.reading.folded(word) } else { "" };
    let gets = |word: usize| matches!(folded(word), "krijgt" | "krijgen" | "kreeg" | "kregen");
    let verb = mention.words.end;
    let reader = || {
        let next = verb + 1 + usize::from(phrase::is_article(folded(verb + 1)));
        text.is(verb + 1, Vocabulary::Asker) || text.is(next, Vocabulary::Asker) || text.is(next, Vocabulary::Sender)
    };
    let fronted = || (clause.start..mention.words.start).any(|word| is_finite(text, word));
    let before =
        mention.words.start.checked_sub(1).map(|word| if phrase::is_article(folded(word)) { word.saturating_sub(1) } else { word });
    clause.contains(&at) && (gets(verb) && !fronted() && !reader() || before.is_some_and(gets))
}

/// Whether the part of the sentence around `at` has a subject of its own, and does not point back to the document.
fn has_its_own_subject(text: &Annotated, mention: &Mention, at: usize) -> bool {
    let part = part(text, at);
    if part.words.contains(&mention.head) {
        return false;
    }
    let first = part.words.start;
    // "De nota, waarvoor het rapport de basis is, verschijnt in mei": what goes on behind a relative clause is not said of what it names.
    let clause = tense::clause(text, mention.head);
    let resumes = || clause.end <= first && is_finite(text, first) && text.reading.folded(clause.start).starts_with("waar");
    match part.opened {
        Opened::Relative => !is_antecedent(text, mention, first),
        _ if points_back(text, &part.words, part.opened) => false,
        Opened::Content => true,
        Opened::Subordinate => is_subject(text, first + 1, part.words.end) || is_person(text, first + 1),
        Opened::Coordinate => is_main(text, first + 1, part.words.end),
        // "De uitkomsten volgen in mei": in a sentence of its own what a document holds stands for it.
        Opened::Main if !text.reading.sentence_of(mention.head).words.contains(&at) && text.is(first + 1, Vocabulary::Wanted) => false,
        Opened::Main => resumes() || is_main(text, first, part.words.end),
    }
}

/// A part of a sentence with one verb, and how it opens.
struct Part {
    words: Range<usize>,
    opened: Opened,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Opened {
    /// With nothing that tells.
    Main,
    /// With "en", "maar": it may share the subject of what stands before it.
    Coordinate,
    /// With "omdat", "als".
    Subordinate,
    /// With "dat" behind a verb: what is said has its own subject.
    Content,
    /// With "die", "dat" behind a noun.
    Relative,
}

/// The part of the clause around `at`.
fn part(text: &Annotated, at: usize) -> Part {
    let clause = tense::clause(text, at);
    let opens = |word: usize| opening(text, word, &clause);
    let start = (clause.start..=at).rev().find_map(|word| opens(word).map(|opened| (word, opened)));
    let (start, opened) = start.unwrap_or((clause.start, Opened::Main));
    let end = (at + 1..clause.end).find(|word| opens(*word).is_some()).unwrap_or(clause.end);
    Part { words: start..end, opened }
}

/// Conjunctions that may open a part with a subject of its own.
const COORDINATING: &[&str] = &["en", "maar", "want"];

/// Conjunctions that open one.
#[rustfmt::skip]
const SUBORDINATING: &[&str] = &[
    "omdat", "doordat", "zodat", "waardoor", "terwijl", "nadat", "zodra", "totdat", "voordat", "wanneer", "indien", "mits", "tenzij", "hoewel",
];

/// Words that may open a relative clause.
const RELATIVE: &[&str] = &["die", "dat", "welke"];

/// Whether a folded word may open a part of a clause.
pub(super) fn may_open(word: &str) -> bool {
    word == "als" || [COORDINATING, SUBORDINATING, RELATIVE].iter().any(|list| list.contains(&word))
}

/// How a word opens a part of its clause, if it does.
fn opening(text: &Annotated, word: usize, clause: &Range<usize>) -> Option<Opened> {
    if !text.has_trait(word, Trait::Opening) {
        return None;
    }
    let (folded, next) = (text.reading.folded(word), text.reading.folded(word + 1));
    let finite = |mut words: Range<usize>| words.any(|word| is_finite(text, word));
    if COORDINATING.contains(&folded) {
        let joins = word == clause.start || finite(clause.start..word);
        return (joins && is_main(text, word + 1, clause.end)).then_some(Opened::Coordinate);
    }
    if SUBORDINATING.contains(&folded) {
        return Some(Opened::Subordinate);
    }
    // "gaat als memo naar de raad": "as", and no condition.
    if folded == "als" {
        return phrase::is_article(next).then_some(Opened::Subordinate);
    }
    let first = word == clause.start;
    if !(first || finite(word + 1..clause.end) || is_person(text, word + 1) || phrase::is_article(next)) {
        return None;
    }
    let behind = word.checked_sub(1).filter(|_| word > text.reading.sentence_of(word).words.start)?;
    // "De nota is af, die sturen wij toe": a demonstrative. "Wij verwachten dat …": no noun before it.
    if first && is_finite(text, word + 1) {
        None
    } else if first || is_noun(text, behind) {
        Some(Opened::Relative)
    } else {
        (folded == "dat").then_some(Opened::Content)
    }
}

fn is_relative_word(text: &Annotated, word: usize) -> bool {
    RELATIVE.contains(&text.reading.folded(word))
}

/// Whether the nearest noun before a relative clause is the document: no other noun with an article stands in between.
fn is_antecedent(text: &Annotated, mention: &Mention, relative: usize) -> bool {
    let named = mention.words.end;
    let end = phrase_end(text, mention, relative.max(named));
    // "de nota van de drie dorpen, die": what it is of is part of its own phrase.
    let owner = |word: usize| text.reading.folded(word - 1) == "van";
    let other = |word: usize| phrase::is_article(text.reading.folded(word)) && !owner(word);
    named <= relative && !(end..relative).any(|word| other(word) || opening(text, word, &(named..relative)).is_some())
}

/// "de hal gaat", "in mei volgt een bijeenkomst": a main clause with a noun as its subject.
fn is_main(text: &Annotated, start: usize, end: usize) -> bool {
    if let Some(after) = subject_end(text, start, end) {
        return after < end && is_finite(text, after);
    }
    let verb = (start..end.min(start + FRONT)).find(|word| is_finite(text, *word));
    verb.is_some_and(|verb| {
        let next = if is_person(text, verb + 1) { verb + 2 } else { verb + 1 };
        is_subject(text, next, end)
    })
}

/// Words before the verb of a clause that opens with a time, at most.
const FRONT: usize = 6;

/// Whether a noun phrase with an article begins at `at`.
fn is_subject(text: &Annotated, at: usize, end: usize) -> bool {
    subject_end(text, at, end).is_some()
}

/// Where a noun phrase with an article ends that begins at `at`.
fn subject_end(text: &Annotated, at: usize, end: usize) -> Option<usize> {
    if at >= end || !phrase::is_article(text.reading.folded(at)) || tells_of_document(text, at, end) {
        return None;
    }
    phrase::noun_phrase(text, at, end).map(|noun| phrase::extended(text, noun.end, end, false))
}

/// "de publicatie volgt", "de definitieve versie komt": a noun of the document's own coming.
fn tells_of_document(text: &Annotated, at: usize, end: usize) -> bool {
    let version = |word: usize| matches!(text.reading.folded(word), "versie" | "uitgave" | "editie" | "aflevering" | "stuk" | "tekst");
    (at + 1..end.min(at + 4)).any(|word| text.is(word, Vocabulary::Demonstrative) || version(word))
}

fn is_person(text: &Annotated, word: usize) -> bool {
    matches!(text.reading.folded(word), "wij" | "we" | "ik" | "u" | "men" | "jullie")
}

/// Whether a word beside the one that opens a part points back to what was named.
fn points_back(text: &Annotated, words: &Range<usize>, opened: Opened) -> bool {
    let start = words.start + usize::from(opened != Opened::Main);
    (start..words.end).any(|word| match text.reading.folded(word) {
        "die" | "deze" | "dit" | "dat" | "ze" | "zij" | "hij" | "hem" | "haar" | "daarvan" | "hiervan" | "ervan" => true,
        "het" => phrase::noun_phrase(text, word, words.end).is_none(),
        _ => false,
    })
}

/// Whether a word may be a noun: no verb, no small word, no number.
fn is_noun(text: &Annotated, word: usize) -> bool {
    let verb = is_finite(text, word) || text.is_one_of(word, Trait::Participle.bit() | Trait::PrefixedParticiple.bit());
    let small = text.is(word, Vocabulary::Function) && !matches!(text.reading.folded(word), "college" | "gemeente");
    !verb && !small && !text.is(word, Vocabulary::NoName)
}

/// Whether a word may be a finite verb.
fn is_finite(text: &Annotated, word: usize) -> bool {
    const VERB: u64 = Vocabulary::Present.bit() | Vocabulary::Past.bit() | Vocabulary::QuestionVerb.bit() | Trait::Helper.bit();
    let participle = text.is_one_of(word, Trait::Participle.bit() | Trait::PrefixedParticiple.bit());
    let separable = || ["gaat", "komt", "vindt", "neemt", "staat"].iter().any(|verb| text.reading.folded(word).ends_with(verb));
    let listed = text.is_one_of(word, VERB) && !participle && !text.is(word, Vocabulary::Given);
    listed || matches!(text.reading.folded(word), "verschijnen" | "verscheen" | "volgen" | "publiceert") || separable()
}
