//! Documents that are only worded as existing or as still to come: a source of what is said, a place to look, something that says something.
//!
//! "Volgens het jaarverslag", "bladzijde 12 van de nota": whoever writes so has the document before him. It is the lightest of proofs:
//! another sentence that says that the document is still being made outweighs it.

use std::ops::Range;

use super::annotated::Annotated;
use super::asserted;
use super::lens::{Lens, Vocabulary};
use super::mention::{Determiner, Mention};
use super::subject::WIDE;
use super::tense;
use crate::codebook::{Cue, Facet};
use crate::text::Word;
use crate::time::Date;

/// Prepositions before a source; after "uit" it may still be to come ("dat blijkt pas uit de nota").
const SOURCES: &[&str] = &["volgens", "blijkens", "conform", "ingevolge", "overeenkomstig", "krachtens"];

/// The nouns of "aan de hand van", "met behulp van": what is worked with, and may still be to come ("zal blijken aan de hand van").
const TOOLS: &[&str] = &["hand", "behulp"];

/// Words that look ahead: "blijkt pas uit het verslag", "het nieuwe akkoord".
const AHEAD: &[&str] =
    &["zal", "zullen", "zult", "zou", "zouden", "straks", "eerst", "pas", "komende", "eerstvolgende", "volgende", "nieuwe", "toekomstige"];

/// The words that show that a mention is worded as existing.
pub(super) fn exists(text: &Annotated, mention: &Mention, lens: &Lens, from: Option<Date>) -> Option<Range<usize>> {
    let part = tense::part(text, mention.head);
    let has = |facet| text.has(lens, part.clone(), facet);
    if asserted::denies_making(text, mention.head) || asserted::is_unsure(text, mention.head) {
        return None;
    }
    if let Some(source) = source(text, mention, &part, SOURCES, WIDE) {
        return Some(source..mention.words.end);
    }
    let old = from.is_some_and(|from| reports_on_years_ago(mention, from));
    if has(Facet::Deferral) && !old || has(Facet::Forthcoming) {
        return None;
    }
    if let Some(words) = place(text, mention, &part).or_else(|| told_in(text, mention, &part)) {
        return Some(words);
    }
    // "Wijkmonitor 2023.": a sentence that is no more than the name of an edition points to it.
    if part == mention.words && !mention.edition.is_empty() {
        return Some(part);
    }
    let cues = |facet| text.cues(lens, part.clone(), facet);
    let says = |cue: &&Cue| matches!(lens.kind(cue), "worded");
    // "Een lijst staat op de website", but not "wij leggen dat vast in een nota".
    let certain = |cue: &&Cue| mention.determiner != Determiner::Indefinite || lens.kind(cue) == "stated";
    // "Zij maakt het plan en kan u vertellen hoe": who has to answer says nothing of the document.
    let external = cues(Facet::External).filter(|cue| lens.kind(cue) != "authority").filter(certain);
    let other = cues(Facet::Cited).chain(cues(Facet::Existing).filter(says)).filter(certain);
    let said = || external.chain(other).map(Cue::range).find(|cue| touches(text, cue, mention));
    let from_it =
        source(text, mention, &part, &["uit", "door", "dankzij", "wegens", "vanwege"], TOOLS).map(|source| source..mention.words.end);
    // "Wij missen een jaarverslag 2024": one that is new to the reader need not be there.
    let known = mention.determiner != Determiner::Indefinite && !asserted::was_to_be(text, mention.head);
    let made = || from.filter(|from| known && is_of_a_past_period(mention, *from)).map(|_| mention.words.clone());
    let found = from_it.or_else(|| owned(text, mention, &part)).or_else(said).or_else(made)?;
    let doubted = has(Facet::Condition) || has(Facet::Negation) || part.clone().any(|word| AHEAD.contains(&text.reading.folded(word)));
    (!doubted).then_some(found)
}

/// Kinds that are made before their period, and not after it.
const AHEAD_OF_IT: &[&str] =
    &["begroting", "verordening", "plan", "programma", "agenda", "nota", "kaders", "visie", "strategie", "akkoord", "deal"];

/// "het Oeverplan 2011-2015", "het sluisrapport van 2019", in a letter of 2023: its period says that it was made. A period of
/// years is that of a plan, which is there when it begins; a report on a year is taken to be there when another year has passed.
pub(super) fn is_of_a_past_period(mention: &Mention, from: Date) -> bool {
    has_passed(&mention.kind, &mention.edition, from)
}

/// Whether the period of a document of a kind says that it was made.
pub(super) fn has_passed(kind: &str, edition: &str, from: Date) -> bool {
    let mut years = edition.split(['-', ' ']).filter(|part| part.len() == 4).filter_map(|part| part.parse::<i16>().ok());
    let Some(first) = years.next() else { return false };
    match years.next() {
        Some(_) => first < from.year(),
        None if kind.ends_with("begroting") || kind.ends_with("verordening") => first <= from.year(),
        None if is_plan(kind) => first < from.year(),
        None => first + 1 < from.year(),
    }
}

/// Accounts of a year, made when it is over.
const ACCOUNTS: &[&str] =
    &["jaarverslag", "jaarstukken", "jaarrekening", "jaarrapportage", "jaarverantwoording", "programmarekening", "slotrekening"];

/// "Dat leest u in het jaarverslag 2025", in a letter of 2025: an account of a year cannot be there before that year is over.
fn accounts_for_a_running_year(mention: &Mention, from: Date) -> bool {
    let year = mention.edition.parse::<i16>();
    ACCOUNTS.iter().any(|kind| mention.kind.ends_with(kind)) && year.is_ok_and(|year| year >= from.year())
}

/// Whether a kind is one of [`AHEAD_OF_IT`].
fn is_plan(kind: &str) -> bool {
    AHEAD_OF_IT.iter().any(|ahead| kind.ends_with(ahead))
}

/// "het jaarverslag 2022", in a letter of 2025: a report on one year that is taken to be there, whatever is said to go in it. A plan is not.
fn reports_on_years_ago(mention: &Mention, from: Date) -> bool {
    !is_plan(&mention.kind) && !mention.edition.contains('-') && is_of_a_past_period(mention, from)
}

/// The words that show that a mention is worded as still to come: "wordt opgenomen in het jaarverslag", "dat blijkt pas uit de nota".
pub(super) fn comes(text: &Annotated, mention: &Mention, lens: &Lens, from: Option<Date>) -> Option<Range<usize>> {
    // "Dat wordt beschreven in het jaarverslag 2023", in a letter of 2025.
    if from.is_some_and(|from| reports_on_years_ago(mention, from)) {
        return None;
    }
    let part = tense::part(text, mention.head);
    let defers = |cue: &&Cue| lens.kind(cue) == "document";
    // An everyday word ("programma") only where the cue itself holds it.
    let holds = |cue: &Range<usize>| !mention.weak || mention.head < cue.end && mention.determiner == Determiner::Definite;
    let leads = |cue: &Range<usize>| cue.start <= mention.words.start && mention.words.start <= cue.end + 2 && holds(cue);
    let found = text.cues(lens, part.clone(), Facet::Deferral).filter(defers).map(Cue::range).find(leads);
    let ahead = || {
        let running = from.is_some_and(|from| accounts_for_a_running_year(mention, from));
        let mut pointers = text.cues(lens, part.clone(), Facet::External).map(Cue::range);
        // "Wij verwachten dit terug te zien in de jaarrekening 2025" sends nobody there.
        let sent = || text.reading.folded(part.start) == "zie" || text.first(part.clone(), Vocabulary::Asker).is_some();
        (running && sent() && pointers.any(|cue| touches(text, &cue, mention))).then(|| mention.words.clone())
    };
    let found = found.or_else(ahead)?;
    let negated = text.has(lens, part.clone(), Facet::Negation) || part.clone().any(|word| text.denies(word));
    (!negated && !tense::is_past(text, mention.head) && !asserted::is_supposed(text, mention.head)).then_some(found)
}

/// Whether a cue names a mention or stands right beside its name: "een kaart *met de steigers* hangt in de hal".
fn touches(text: &Annotated, cue: &Range<usize>, mention: &Mention) -> bool {
    let end = mention.words.end;
    // "In het akkoord staat dat wij een nota opstellen": said of the akkoord.
    let told = (cue.start..mention.words.start).any(|word| text.reading.folded(word) == "dat");
    let longer = end < text.reading.words().len() && matches!(text.reading.folded(end), "van" | "met") && cue.start > end;
    !told && cue.start <= end + if longer { 4 } else { 1 } && mention.words.start <= cue.end + 2
}

/// "volgens het jaarverslag", "op basis van de Nota Bomen": the first word of what leads to a mention and its determiner, one of some
/// prepositions or of some nouns with "van".
fn source(text: &Annotated, mention: &Mention, part: &Range<usize>, sources: &[&str], nouns: &[&str]) -> Option<usize> {
    let apart = |word: usize| text.reading.words()[word].before & (Word::COMMA | Word::COLON) != 0;
    let before = (1..=3).map_while(|back| mention.words.start.checked_sub(back).filter(|word| *word >= part.start && !apart(word + 1)));
    before.into_iter().find_map(|word| {
        let wide = text.reading.folded(word) == "van" && word >= part.start + 2 && nouns.contains(&text.reading.folded(word - 1));
        (wide.then(|| word - 2)).or_else(|| sources.contains(&text.reading.folded(word)).then_some(word))
    })
}

/// "In de najaarsnota werd een tekort gemeld": what was told in it, with the verb right behind its name.
fn told_in(text: &Annotated, mention: &Mention, part: &Range<usize>) -> Option<Range<usize>> {
    let within = (1..=2).filter_map(|back| mention.words.start.checked_sub(back)).find(|word| text.reading.folded(*word) == "in")?;
    let verb = mention.words.end;
    (part.start <= within && part.contains(&verb) && text.is(verb, Vocabulary::Past)).then_some(within..verb + 1)
}

/// What a question takes for granted of a document beside [`exists`]: "In het akkoord staat …", "Is op het rapport gereageerd?"
pub(super) fn taken(question: &Annotated, mention: &Mention) -> Option<Range<usize>> {
    if mention.determiner != Determiner::Definite {
        return None;
    }
    let folded = |word: usize| question.reading.folded(word);
    let part = tense::part(question, mention.head);
    let led = (1..=3).filter_map(|back| mention.words.start.checked_sub(back)).find(|word| matches!(folded(*word), "in" | "op" | "uit"))?;
    let ahead = |word: usize| AHEAD.contains(&folded(word)) || COMING.contains(&folded(word));
    // "in 2022 vastgestelde nota" does not lead to the nota.
    let article =
        led + 1 < mention.words.start && matches!(folded(led + 1), "de" | "het" | "dit" | "deze" | "uw" | "zijn" | "haar" | "hun");
    if led < part.start || !article || part.clone().any(ahead) {
        return None;
    }
    let next = mention.words.end;
    let fronted = led == part.start && part.contains(&next) && question.reading.words()[next].before & Word::COMMA == 0;
    let stands = folded(led) == "in" && part.contains(&next) && matches!(folded(next), "staat" | "staan");
    let denied = || question.first(part.clone(), Vocabulary::Negative).is_some();
    // On a draft people may have their say before it is a plan.
    let drafted = || part.clone().any(|word| folded(word).starts_with("inspraak") || folded(word).starts_with("zienswijze"));
    let told = !mention.weak && !denied() && !drafted() && tense::is_past(question, mention.head);
    (fronted || stands || told).then_some(led..mention.words.end)
}

/// Verbs and participles that look ahead: "In de nota komt …", "de beloofde nota".
const COMING: &[&str] = &[
    "wordt",
    "worden",
    "komt",
    "komen",
    "gaat",
    "gaan",
    "moet",
    "moeten",
    "kan",
    "kunnen",
    "wil",
    "wilt",
    "willen",
    "aangekondigde",
    "toegezegde",
    "beloofde",
    "geplande",
    "voorgenomen",
];

/// "In haar advies wijst de commissie daarop": whoever wrote it says something in it.
fn owned(text: &Annotated, mention: &Mention, part: &Range<usize>) -> Option<Range<usize>> {
    let folded = |word: usize| text.reading.folded(word);
    let next = mention.words.end;
    let owned = part.start + 2 == mention.words.start
        && folded(part.start) == "in"
        && matches!(folded(part.start + 1), "zijn" | "haar" | "hun" | "uw")
        && part.contains(&next);
    let says = || !COMING.contains(&folded(next)) && text.reading.words()[next].before & Word::COMMA == 0;
    (owned && says()).then_some(part.start..next)
}

/// "bladzijde 12 van de nota", "de nota, paragraaf 4.6": a numbered place in it.
fn place(text: &Annotated, mention: &Mention, part: &Range<usize>) -> Option<Range<usize>> {
    let folded = |word: usize| if part.contains(&word) { text.reading.folded(word) } else { "" };
    let numbered = |word: usize| {
        let number = |word: usize| folded(word).starts_with(|first: char| first.is_ascii_digit());
        (text.is(word, Vocabulary::PartOf) || matches!(folded(word), "artikel" | "art" | "programma" | "indicator")) && number(word + 1)
    };
    let start = mention.words.start.saturating_sub(6).max(part.start);
    let before = (start..mention.words.start).rev().find(|word| numbered(*word));
    let links = |word: usize| (word + 2..mention.words.start).all(|between| !text.is(between, Vocabulary::Document));
    if let Some(word) = before.filter(|word| links(*word)) {
        return Some(word..mention.words.end);
    }
    let after = (mention.words.end..part.end.min(mention.words.end + 2)).find(|word| numbered(*word))?;
    Some(mention.words.start..after + 2)
}
