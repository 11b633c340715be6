//! Whether a text asserts what its words are taken for: what is denied or only supposed proves nothing of a document.

use std::ops::Range;

use super::annotated::Annotated;
use super::lens::Vocabulary;
use super::tense;
use super::traits::Trait;

/// "is nooit gepubliceerd", "niet opgesteld": the clause denies the verb at `word`. "Niet alleen" and "niet …, maar" do not.
pub(super) fn is_denied(text: &Annotated, word: usize) -> bool {
    let clause = tense::clause(text, word);
    if text.first(clause.clone(), Vocabulary::Negative).is_none() {
        return false;
    }
    let turns = |from: usize| (from..word).any(|at| text.reading.folded(at) == "maar");
    // "niet eerder dan in mei verschenen", "wij wisten niet dat": something else is denied.
    let other = |at: usize| matches!(text.reading.folded(at + 1), "alleen" | "slechts" | "enkel" | "eerder" | "dat");
    let denies = |at: usize| text.is(at, Vocabulary::Negative) && !other(at) && !turns(at);
    let neither = |at: usize| text.is(at, Vocabulary::Negative) && text.reading.folded(at) == "noch";
    (clause.start.max(word.saturating_sub(NEAR))..word).any(denies) || clause.clone().any(neither)
}

/// Words between a denial and its verb, and one: "heeft niet op 4 maart 2025 een brief verzonden".
const NEAR: usize = 8;

/// Whether the clause around `word` denies that something was made, sent or published.
pub(super) fn denies_making(text: &Annotated, word: usize) -> bool {
    tense::clause(text, word).any(|verb| text.is(verb, Vocabulary::Given) && is_denied(text, verb))
}

/// "Wij verwachten niet dat de nota in mei verschijnt", "wij zijn niet van plan …": the clause of `word` denies that something comes. What
/// is not so "yet", "only" or "before" something else is no denial, and neither is one in another part of the sentence.
pub(super) fn is_refused(text: &Annotated, word: usize) -> bool {
    let folded = |at: usize| text.reading.folded(at);
    let clause = tense::clause(text, word);
    let refuses = |at: usize| match folded(at) {
        "niet" | "nooit" | "nimmer" | "noch" | "onmogelijk" | "evenmin" => {
            let yet = at > clause.start && folded(at - 1) == "nog";
            let bounded =
                matches!(folded(at + 1), "alleen" | "slechts" | "enkel" | "eerder" | "later" | "voor" | "na" | "pas" | "alle" | "altijd");
            !yet && !bounded
        }
        "geen" => matches!(folded(at + 1), "sprake" | "meerwaarde" | "aanleiding" | "voornemen" | "voornemens" | "plannen" | "intentie"),
        _ => false,
    };
    let parts = |at: usize| {
        matches!(folded(at), "en" | "maar" | "want" | "of" | "voordat" | "totdat" | "tot" | "zolang" | "zonder" | "omdat" | "doordat")
    };
    let apart = |at: usize| (at.min(word)..at.max(word)).any(parts);
    clause.clone().any(|at| refuses(at) && !apart(at))
}

/// "is van de baan", "dat is onjuist", "hebben wij laten varen": what the sentence of `word` tells of is called off or called wrong.
pub(super) fn is_called_off(text: &Annotated, word: usize) -> bool {
    let sentence = text.reading.sentence_of(word).words.clone();
    let end = sentence.end;
    calls_off(text, sentence) || is_taken_back(text, end)
}

/// "Dat bericht is onjuist.", "Inmiddels is duidelijk dat zij er niet komt.": the sentence that begins at `start` takes back the one before.
fn is_taken_back(text: &Annotated, start: usize) -> bool {
    if start >= text.reading.words().len() {
        return false;
    }
    let folded = |at: usize| text.reading.folded(at);
    let sentence = text.reading.sentence_of(start).words.clone();
    let points = |at: usize| matches!(folded(at), "dat" | "dit" | "die" | "deze" | "zij" | "ze" | "hij");
    let untrue = |at: usize| match folded(at) {
        "zo" | "waar" | "langer" | "gelukt" | "haalbaar" | "gebeurd" => folded(at - 1) == "niet",
        "geval" => at >= 2 && (sentence.start..at).any(|not| folded(not) == "niet"),
        _ => false,
    };
    sentence.len() <= SHORT
        && sentence.clone().any(points)
        && (calls_off(text, sentence.clone()) || (sentence.start + 1..sentence.end).any(untrue))
}

/// The longest sentence that only takes back, in words.
const SHORT: usize = 10;

/// Whether one of some words says that something is called off or wrong.
fn calls_off(text: &Annotated, mut words: Range<usize>) -> bool {
    const BITS: u64 = Vocabulary::CalledOff.bit() | Trait::CallingOff.bit();
    if !text.may_hold(&words, BITS) {
        return false;
    }
    let folded = |at: usize| text.reading.folded(at);
    words.any(|at| match folded(at) {
        _ if !text.is_one_of(at, BITS) => false,
        _ if text.is(at, Vocabulary::CalledOff) => true,
        "baan" => at >= 2 && folded(at - 1) == "de" && folded(at - 2) == "van",
        "tafel" => at >= 1 && folded(at - 1) == "van",
        "door" => at >= 2 && folded(at - 1) == "niet" && matches!(folded(at - 2), "gaat" | "gaan"),
        "niet" => at >= 2 && folded(at - 1) == "er" && (folded(at - 2) == "komt" || folded(at + 1) == "komt"),
        "varen" => at >= 1 && matches!(folded(at - 1), "laten" | "gelaten"),
        "juist" => at >= 1 && folded(at - 1) == "niet",
        "klopt" => folded(at + 1) == "niet",
        "vroeg" => at >= 1 && folded(at - 1) == "te",
        "af" => at >= 1 && matches!(folded(at - 1), "zien" | "ziet") && folded(at + 1) == "van",
        _ => false,
    })
}

/// Words of which [`calls_off`] asks what stands beside them.
pub(super) const CALLING_OFF: &[&str] = &["baan", "tafel", "door", "niet", "varen", "juist", "klopt", "vroeg", "af"];

/// "De woonvisie wordt in 2026 herzien", "gaat op 1 juli in", "loopt in mei af": the clause of `word` tells what happens to what is there.
pub(super) fn is_handled(text: &Annotated, word: usize) -> bool {
    let clause = tense::clause(text, word);
    let folded = |at: usize| if clause.contains(&at) { text.reading.folded(at) } else { "" };
    let parted = |at: usize| match folded(at) {
        "gaat" | "gaan" => folded(at + 1) == "in" && folded(at + 2) == "op" || folded(clause.end - 1) == "in",
        "loopt" | "lopen" => (at..clause.end).any(|end| folded(end) == "af"),
        _ => false,
    };
    text.first(clause.clone(), Vocabulary::Handled).is_some() || clause.clone().any(parted)
}

/// "had in 2024 klaar moeten zijn", "zou in mei verschijnen": the clause of `word` tells what was to be, and need not have been.
pub(super) fn was_to_be(text: &Annotated, word: usize) -> bool {
    text.first(tense::clause(text, word), Vocabulary::Unreal).is_some()
}

/// "zou in mei verschijnen, maar is uitgesteld", "in plaats van in mei", "had u in mei zullen ontvangen": the day at `word` is given up.
pub(super) fn is_given_up(text: &Annotated, word: usize) -> bool {
    let folded = |at: usize| text.reading.folded(at);
    let before = |back: usize| word.checked_sub(back).map_or("", folded);
    let instead = (1..=3).any(|back| before(back) == "plaats");
    let clause = tense::clause(text, word);
    let had = clause.clone().any(|at| matches!(folded(at), "had" | "hadden"))
        && clause.clone().any(|at| matches!(folded(at), "zullen" | "moeten"));
    let sentence = text.reading.sentence_of(word).words.clone();
    // The new day comes behind the word that gives up the old one.
    let moved = |at: usize| at > word && matches!(folded(at), "uitgesteld" | "vertraagd" | "vertraging" | "verschoven");
    let first = |at: usize| at < word && matches!(folded(at), "aanvankelijk" | "oorspronkelijk" | "oorspronkelijke");
    let given_up = || sentence.clone().any(moved) || clause.clone().any(first);
    instead || had || was_to_be(text, word) && given_up()
}

/// "de samenvatting van het rapport", "het budget voor de evaluatie": what is said is said of that, and not of the document itself.
pub(super) fn is_complement(text: &Annotated, start: usize) -> bool {
    let folded = |at: usize| text.reading.folded(at);
    let clause = tense::clause(text, start);
    let within = |at: &usize| *at >= clause.start;
    let Some(before) = start.checked_sub(1).filter(within) else { return false };
    let article = matches!(folded(before), "de" | "het" | "een" | "dit" | "deze" | "die" | "dat" | "ons" | "onze" | "uw");
    let Some(preposition) = (if article { before.checked_sub(1) } else { Some(before) }).filter(within) else { return false };
    matches!(folded(preposition), "van" | "voor" | "bij" | "over" | "naar")
        && preposition > clause.start
        && text.is(preposition - 1, Vocabulary::Derived)
}

/// Whether what the sentence of `word` says of it is only supposed or asked: "als de raad dat wil, verschijnt …", "zou de
/// nota in mei verschijnen, dan …", "of er een nota komt, …", "volgens de fractie verschijnt …".
///
/// "Als de cijfers er zijn, verschijnt de nota" tells when, and supposes nothing: an "als" counts with somebody's wish.
pub(super) fn is_supposed(text: &Annotated, word: usize) -> bool {
    supposes(text, word) || is_asked(text, word)
}

/// Whether what is said at `word` is supposed, asked or told by others: [`is_supposed`] or [`is_left_open`].
pub(super) fn is_unsure(text: &Annotated, word: usize) -> bool {
    supposes(text, word) || is_left_open(text, word)
}

fn supposes(text: &Annotated, word: usize) -> bool {
    let folded = |at: usize| text.reading.folded(at);
    let sentence = text.reading.sentence_of(word).words.clone();
    let start = sentence.start;
    let first = tense::clause(text, start);
    let opening = match folded(start) {
        "of" | "toen" => first.contains(&word),
        "zou" | "zouden" | "mocht" | "mochten" => first.end < sentence.end || !asks(text, start),
        "stel" => folded(start + 1) == "dat",
        "volgens" => (start + 1..start + 3).any(|at| matches!(folded(at), "fractie" | "vragensteller" | "krant" | "media" | "indiener")),
        _ => false,
    };
    let wished = |at: usize| text.first(at..tense::clause(text, at).end, Vocabulary::Wish).is_some();
    let told = |at: usize| match folded(at) {
        "als" | "indien" => wished(at),
        "desgewenst" => true,
        "eventueel" | "eventuele" => at < word && word <= at + 2,
        "stelt" | "veronderstelt" => {
            let who = |other: usize| matches!(folded(other), "u" | "fractie" | "vragensteller") && folded(at.max(other) + 1) == "dat";
            who(at + 1) || at > start && who(at - 1)
        }
        "verzoekt" => folded(at + 1) == "ons",
        _ => false,
    };
    let told =
        || text.may_hold(&sentence, Trait::Supposing.bit()) && sentence.clone().any(|at| text.has_trait(at, Trait::Supposing) && told(at));
    opening || told()
}

/// Words of which [`supposes`] asks what stands beside them.
pub(super) const SUPPOSING: &[&str] = &["als", "indien", "desgewenst", "eventueel", "eventuele", "stelt", "veronderstelt", "verzoekt"];

/// Whether a clause that opens at `from` goes on up to `word`.
fn goes_on(text: &Annotated, from: usize, word: usize) -> bool {
    !(from..word).any(|at| matches!(text.reading.folded(at), "en" | "maar")) && tense::clause(text, word).contains(&from)
}

/// "Wij gaan na of de nota is vastgesteld": what stands behind such an "of" is left open.
fn is_asked(text: &Annotated, word: usize) -> bool {
    let sentence = &text.reading.sentence_of(word).words;
    let start = sentence.start;
    text.may_hold(sentence, Vocabulary::Doubt.bit())
        && (start + 1..word).any(|at| text.reading.folded(at) == "of" && text.is(at - 1, Vocabulary::Doubt) && goes_on(text, at, word))
}

/// "De krant meldde dat …", "de motie vraagt de nota in mei aan te bieden": what another says, thinks or wants. What the sender asked
/// for himself he waits for.
fn is_reported(text: &Annotated, word: usize) -> bool {
    let sentence = &text.reading.sentence_of(word).words;
    if !text.may_hold(sentence, Vocabulary::Reported.bit()) {
        return false;
    }
    let folded = |at: usize| text.reading.folded(at);
    let start = sentence.start;
    let clause = tense::clause(text, word);
    let own = |at: usize| {
        matches!(folded(at), "gevraagd" | "verzocht") && (start..at).any(|who| matches!(folded(who), "wij" | "we" | "ik" | "college"))
    };
    let reports = |words: Range<usize>| words.into_iter().any(|at| text.is(at, Vocabulary::Reported) && !own(at));
    let behind =
        |at: usize| matches!(folded(at), "dat" | "om") && goes_on(text, at, word) && reports(start.max(at.saturating_sub(FAR))..at);
    let infinitive = (word..clause.end).any(|at| folded(at) == "te");
    (start + 1..word).any(behind) || infinitive && reports(clause.start..word)
}

/// Words between who says something and what he says, at most.
const FAR: usize = 8;

/// Whether what is said at `word` is told by others, asked, or supposed by the order of its words: "was de nota vastgesteld, dan …".
pub(super) fn is_left_open(text: &Annotated, word: usize) -> bool {
    is_asked(text, word) || is_reported(text, word) || is_inverted(text, word)
}

/// "Was de nota vastgesteld, dan …": a verb that opens a condition.
fn is_inverted(text: &Annotated, word: usize) -> bool {
    let start = text.reading.sentence_of(word).words.start;
    let first = tense::clause(text, start);
    text.is(start, Vocabulary::QuestionVerb)
        && first.contains(&word)
        && first.end < text.reading.words().len()
        && text.reading.folded(first.end) == "dan"
}

/// Whether a sentence ends with a question mark.
fn asks(text: &Annotated, start: usize) -> bool {
    text.reading.sentence_of(start).span.of(&text.text).contains('?')
}
