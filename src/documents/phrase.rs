//! Where a noun phrase ends: the words by which a document is described ("over de staat van de kades").
//!
//! No grammar: articles, adjectives by their endings, one noun, the names and years behind it, and what prepositions add. A phrase
//! that is cut short names less; one that runs on would put words in the name that are not of it, so whatever may be a verb ends it.

use std::ops::Range;

use super::annotated::Annotated;
use super::lens::Vocabulary;
use super::name::breaks;
use super::traits::Trait;
use crate::text::Word;
use crate::time::{Moment, Relation};

/// The longest description, in words.
const LONGEST: usize = 16;

/// Prepositions of what a document is about.
const LEADS: &[&str] = &["naar", "over", "van", "voor", "inzake", "betreffende", "omtrent", "rond", "rondom"];

/// Kinds that are made with somebody or set beside something: "de overeenkomst met de exploitant".
const WITH: &[&str] = &["overeenkomst", "overeenkomsten", "contract", "contracten", "convenant", "vergelijking", "afspraken"];

/// Prepositions that may go on with a description.
const MORE: &[&str] = &["van", "over", "voor", "naar", "onder", "tegen", "tussen", "met", "rond", "rondom", "inzake", "tot"];

/// Endings of adjectives that take no -e: "voorlopig ontwerp", "passend onderwijs".
const UNINFLECTED: &[&str] = &["lijk", "aal", "ief", "isch", "ig", "end", "baar", "zaam"];

/// Endings in -e of nouns: "evaluatie", "rapportage".
const NOUNS_IN_E: &[&str] = &["ie", "tage", "eente", "ruimte", "oogte", "engte", "iepte", "route", "enquete"];

/// What is counted or left out: such a word alone names nothing ("van extra", "voor twintig").
const COUNTS: &[&str] =
    &["extra", "minder", "meer", "hele", "enkele", "eerdere", "eerste", "tweede", "bovenstaande", "onderstaande", "volgende"];

/// Subjects that follow their verb: "ziet u".
const PRONOUNS: &[&str] = &["u", "wij", "we", "ik", "hij", "zij", "ze", "jullie", "men"];

/// Whether a word opens a noun phrase: an article, a possessive.
pub(super) fn is_article(word: &str) -> bool {
    matches!(
        word,
        "de" | "het" | "een" | "onze" | "ons" | "uw" | "hun" | "haar" | "zijn" | "mijn" | "alle" | "beide" | "elke" | "ieder" | "iedere"
    )
}

/// The noun phrase that begins at `at`, without its article; nothing for a phrase that points back ("dat hoofdstuk") or only counts.
pub(super) fn noun_phrase(text: &Annotated, at: usize, end: usize) -> Option<Range<usize>> {
    let folded = |index: usize| if index < end { text.reading.folded(index) } else { "" };
    if matches!(folded(at), "dat" | "die" | "dit" | "deze" | "dezelfde" | "hetzelfde" | "zulke" | "zo'n") {
        return None;
    }
    // "naar voren gebracht": no phrase, and part of the verb.
    if matches!(folded(at), "voren" | "boven" | "beneden" | "buiten" | "binnen" | "achteren") {
        return None;
    }
    let start = if is_article(folded(at)) { at + 1 } else { at };
    // "de staat van de kades": behind an article even a word that may be a verb is a noun.
    let noun = |index: usize| index == start && matches!(folded(at), "de" | "een" | "onze") && !text.is(index, Vocabulary::Function);
    let plain = |index: usize| index < end && (index == at || !breaks(text, index)) && (is_plain(text, index, end) || noun(index));
    let mut index = start;
    while plain(index) {
        let next = plain(index + 1) && !text.has_trait(index + 1, Trait::Participle);
        if next && may_be_adjective(text, index) {
            index += 1;
            continue;
        }
        let word = folded(index);
        if COUNTS.contains(&word)
            || word.ends_with("tig")
            || text.has_trait(index, Trait::Digit)
            || index == start && text.has_trait(index, Trait::Participle)
        {
            return None;
        }
        return Some(start..noun_end(text, index, end));
    }
    None
}

/// Where a noun ends with what belongs to it: the rest behind a hyphen, names and years, the words of a law.
fn noun_end(text: &Annotated, noun: usize, end: usize) -> usize {
    let within = |index: usize| index < end && !breaks(text, index);
    let mut index = noun + 1;
    while within(index) {
        let hyphen = text.reading.words()[index].before & Word::DASH != 0;
        let name = text.is_capital(index) && !text.has_trait(index, Trait::Digit);
        // "brug- en sluisgeld": the first word ends in a hyphen and waits for the last.
        let shared = matches!(text.reading.folded(index), "en" | "of") && ends_in_hyphen(text, index - 1) && within(index + 1);
        if !hyphen && !name && !shared && !is_year(text, index) {
            break;
        }
        index += if shared { 2 } else { 1 };
    }
    law_end(text, index, end)
}

fn ends_in_hyphen(text: &Annotated, index: usize) -> bool {
    text.text[text.reading.words()[index].span.end..].starts_with('-')
}

/// "de Wet arbeid vreemdelingen": where the name of a law ends, of which a word before `at` is its "Wet".
pub(super) fn law_end(text: &Annotated, mut at: usize, end: usize) -> usize {
    let law = at.checked_sub(1).is_some_and(|wet| text.reading.folded(wet) == "wet" && text.is_capital(wet));
    let first = at;
    while law && at < end && at < first + 4 && !breaks(text, at) && is_plain(text, at, end) && !text.has_trait(at, Trait::Participle) {
        at += 1;
    }
    at
}

/// Where the description ends that begins at `at` with a preposition, right behind a document: "over de staat van de kades".
pub(super) fn description(text: &Annotated, at: usize, end: usize) -> Option<usize> {
    if at + 1 >= end || breaks(text, at) || breaks(text, at + 1) || is_moment(text, at) || is_moment(text, at + 1) {
        return None;
    }
    let lead = text.reading.folded(at);
    let kind = at.checked_sub(1).map_or("", |before| text.reading.folded(before));
    let leads = LEADS.contains(&lead) || lead == "met" && WITH.iter().any(|with| kind.ends_with(with)) || lead == "bij";
    if !leads || text.has_trait(at + 1, Trait::Digit) {
        return None;
    }
    let first = noun_phrase(text, at + 1, end)?;
    // "het rapport bij het jaarverslag", but not "het contract ligt bij de aannemer".
    let document = |word: usize| text.is(word, Vocabulary::Document) || text.is(word, Vocabulary::WeakDocument);
    if lead == "bij" && !document(first.end - 1) {
        return None;
    }
    // "stuk voor stuk", "een verslag van drie kantjes"
    let counts = matches!(text.reading.folded(first.start), "anderhalve" | "enkele" | "twee" | "drie" | "vier" | "vijf" | "zes" | "tien");
    if text.reading.folded(first.end - 1) == kind || counts {
        return None;
    }
    // "met de commissie", "voor uw raad": who reads it, and not what it is about; "van de commissie" tells whose it is.
    if lead != "van" && names_a_reader(text, at + 1..first.end) {
        return None;
    }
    Some(extended(text, first.end, end.min(at + LONGEST), false))
}

/// What a document is of or about, by the last word of its description: "zwembad" of "de evaluatie van het zwembad".
pub(super) fn subject(text: &Annotated, at: usize, end: usize) -> Option<&str> {
    description(text, at, end)?;
    noun_phrase(text, at + 1, end).map(|phrase| text.reading.folded(phrase.end - 1))
}

/// Where a noun phrase ends with all that prepositions add to it; `asked` where it stands in a question, in which a time and a
/// relative clause tell what is asked about.
pub(super) fn extended(text: &Annotated, mut at: usize, end: usize, asked: bool) -> usize {
    while at < end && !breaks(text, at) {
        let lead = text.reading.folded(at);
        let goes_on = at + 1 < end && !breaks(text, at + 1);
        let next = if !goes_on {
            None
        } else if let Some(moment) = moment_behind(text, at, end, asked) {
            Some(moment)
        } else if asked && matches!(lead, "dat" | "die") {
            Some((at..end).skip(1).find(|word| breaks(text, *word)).unwrap_or(end))
        } else if matches!(lead, "en" | "of") {
            noun_phrase(text, at + 1, end).map(|phrase| phrase.end).filter(|after| is_last(text, *after, end))
        } else if MORE.contains(&lead) || asked && matches!(lead, "in" | "op" | "bij") {
            let named = noun_phrase(text, at + 1, end).filter(|phrase| !is_moment(text, phrase.start) && !is_moment(text, at));
            let named = named.filter(|phrase| !text.is(phrase.end - 1, Vocabulary::PartOf));
            named.filter(|phrase| lead == "van" || !names_a_reader(text, phrase.clone())).map(|phrase| phrase.end)
        } else {
            None
        };
        match next {
            Some(after) if after > at => at = after,
            _ => break,
        }
    }
    at
}

/// "de brand van mei 2024", "de subsidie voor 2023": where a time ends that belongs to what stands before it.
fn moment_behind(text: &Annotated, at: usize, end: usize, asked: bool) -> Option<usize> {
    let lead = text.reading.folded(at);
    if matches!(lead, "over" | "voor" | "van" | "uit") && at + 1 < end && is_year(text, at + 1) {
        return Some(at + 2);
    }
    let belongs = |moment: &&Moment| {
        let behind = moment.words.start == at || moment.words.start == at + 1;
        // "de schouwdag van 3 mei": what takes place then is told apart by it as well.
        let one_day = moment.relation == Relation::In && moment.interval.from == moment.interval.to;
        let dated = lead == "van" && (moment.relation == Relation::Of || one_day);
        behind && moment.words.end <= end && (dated || asked && lead == "in")
    };
    text.moments_near(&(at..at + 2)).iter().find(belongs).map(|moment| moment.words.end)
}

/// Whether nothing with a subject of its own goes on at `at`: not "de kade en de raad krijgt".
fn is_last(text: &Annotated, at: usize, end: usize) -> bool {
    at >= end || breaks(text, at) || !is_verb(text, at, end)
}

/// Whether a phrase names those for whom letters are written, or who writes them.
pub(super) fn names_a_reader(text: &Annotated, words: Range<usize>) -> bool {
    words.into_iter().any(|word| {
        text.is(word, Vocabulary::Asker)
            || text.is(word, Vocabulary::Sender)
            || ["commissie", "rekenkamer"].iter().any(|reader| text.reading.folded(word).ends_with(reader))
    })
}

fn may_be_adjective(text: &Annotated, index: usize) -> bool {
    let word = text.reading.folded(index);
    let listed = matches!(
        word,
        "extra" | "eigen" | "nieuw" | "laag" | "hoog" | "concreet" | "specifiek" | "publiek" | "apart" | "algemeen" | "dagelijks"
    );
    let joined = word.len() > 7 && word.contains("ge") && word.ends_with(['d', 't']);
    let inflected = word.len() > 3 && word.ends_with('e') && !NOUNS_IN_E.iter().any(|ending| word.ends_with(ending));
    let bare = UNINFLECTED.iter().any(|ending| word.ends_with(ending));
    let formed = text.is_one_of(index, Trait::Participle.bit() | Trait::PrefixedParticiple.bit() | Trait::Digit.bit());
    listed || joined || inflected || bare || formed
}

/// A word that may stand in a noun phrase after its article.
fn is_plain(text: &Annotated, index: usize, end: usize) -> bool {
    let word = text.reading.folded(index);
    let small = text.is(index, Vocabulary::Function) && !matches!(word, "college" | "gemeente" | "jaar" | "jaren");
    !small && !is_article(word) && !text.is(index, Vocabulary::NoName) && !is_verb(text, index, end) && !is_moment(text, index)
}

fn is_year(text: &Annotated, index: usize) -> bool {
    let word = text.reading.folded(index);
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year))
}

fn is_verb(text: &Annotated, index: usize, end: usize) -> bool {
    let lists = [Vocabulary::Delivery, Vocabulary::Present, Vocabulary::Past, Vocabulary::QuestionVerb];
    let subject = index + 1 < end && !breaks(text, index + 1) && PRONOUNS.contains(&text.reading.folded(index + 1));
    subject || lists.into_iter().any(|list| text.is(index, list))
}

fn is_moment(text: &Annotated, index: usize) -> bool {
    text.moments_near(&(index..index + 1)).iter().any(|moment| moment.words.contains(&index))
}
