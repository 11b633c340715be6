//! Whether a text asserts what its words are taken for: what is denied or only supposed proves nothing of a document.

use super::annotated::Annotated;
use super::lens::Vocabulary;
use super::tense;
use super::traits::Trait;

/// "is nooit gepubliceerd", "niet opgesteld": the clause denies the verb at `word`. "Niet alleen" and "niet …, maar" do not.
pub(super) fn is_denied(text: &Annotated, word: usize) -> bool {
    let clause = tense::clause(text, word);
    let turns = |from: usize| (from..word).any(|at| text.reading.folded(at) == "maar");
    let denies = |at: usize| {
        let negative = text.is(at, Vocabulary::Negative) || matches!(text.reading.folded(at), "nooit" | "nimmer");
        negative && !matches!(text.reading.folded(at + 1), "alleen" | "slechts" | "enkel") && !turns(at)
    };
    (clause.start.max(word.saturating_sub(NEAR))..word).any(denies)
}

/// Words between a denial and its verb, and one: "is niet door het college gepubliceerd".
const NEAR: usize = 5;

/// Whether the clause around `word` denies that something was made, sent or published.
pub(super) fn denies_making(text: &Annotated, word: usize) -> bool {
    tense::clause(text, word).any(|verb| text.has_trait(verb, Trait::Given) && is_denied(text, verb))
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
    let folded = |at: usize| text.reading.folded(at);
    text.reading.sentence_of(word).words.clone().any(|at| match folded(at) {
        "geschrapt" | "losgelaten" | "afgelast" | "misverstand" | "onjuist" => true,
        "baan" => at >= 2 && folded(at - 1) == "de" && folded(at - 2) == "van",
        "varen" => at >= 1 && matches!(folded(at - 1), "laten" | "gelaten"),
        "juist" => at >= 1 && folded(at - 1) == "niet",
        "klopt" => folded(at + 1) == "niet",
        "vroeg" => at >= 1 && folded(at - 1) == "te",
        "af" => at >= 1 && matches!(folded(at - 1), "zien" | "ziet") && folded(at + 1) == "van",
        _ => false,
    })
}

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
    tense::clause(text, word).any(|at| UNREAL.contains(&text.reading.folded(at)))
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

/// Verbs of what was to be.
const UNREAL: &[&str] = &["had", "hadden", "zou", "zouden", "moest", "moesten", "moeten", "kon", "konden", "wilde", "wilden", "willen"];

/// "de reactie op het rapport", "het budget voor de evaluatie": what is said is said of that, and not of the document itself.
pub(super) fn is_complement(text: &Annotated, start: usize) -> bool {
    let folded = |at: usize| text.reading.folded(at);
    let clause = tense::clause(text, start);
    let within = |at: &usize| *at >= clause.start;
    let Some(before) = start.checked_sub(1).filter(within) else { return false };
    let article = matches!(folded(before), "de" | "het" | "een" | "dit" | "deze" | "die" | "dat" | "ons" | "onze" | "uw");
    let Some(preposition) = (if article { before.checked_sub(1) } else { Some(before) }).filter(within) else { return false };
    let far = match folded(preposition) {
        "op" => 6,
        "van" | "voor" | "bij" | "over" | "naar" => 1,
        _ => return false,
    };
    (preposition.saturating_sub(far).max(clause.start)..preposition).any(|at| text.is(at, Vocabulary::Derived))
}

/// Whether what the sentence of `word` says of it is only supposed, asked or told by others: "als de raad dat wil, verschijnt …", "zou de
/// nota in mei verschijnen, dan …", "of er een nota komt, …", "volgens de fractie verschijnt …".
///
/// "Als de cijfers er zijn, verschijnt de nota" tells when, and supposes nothing: an "als" counts with somebody's wish.
pub(super) fn is_supposed(text: &Annotated, word: usize) -> bool {
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
    let wished = |at: usize| (at..tense::clause(text, at).end).any(|word| WISHES.contains(&folded(word)));
    let joined = |from: usize| (from..word).any(|at| matches!(folded(at), "en" | "maar")) || !tense::clause(text, word).contains(&from);
    let told = |at: usize| match folded(at) {
        "als" | "indien" => wished(at),
        "desgewenst" => true,
        "eventueel" | "eventuele" => at < word && word <= at + 2,
        "of" => at > start && at < word && DOUBTS.contains(&folded(at - 1)) && !joined(at),
        "stelt" | "veronderstelt" => {
            let who = |other: usize| matches!(folded(other), "u" | "fractie" | "vragensteller") && folded(at.max(other) + 1) == "dat";
            who(at + 1) || at > start && who(at - 1)
        }
        "verzoekt" => folded(at + 1) == "ons",
        _ => false,
    };
    opening || sentence.into_iter().any(told)
}

/// Whether a sentence ends with a question mark.
fn asks(text: &Annotated, start: usize) -> bool {
    text.reading.sentence_of(start).span.of(&text.text).contains('?')
}

/// Words before an "of" that leaves something open: "wij weten niet of", "de vraag of".
const DOUBTS: &[&str] =
    &["niet", "weten", "weet", "vraag", "bekend", "na", "raad", "bezien", "onderzoeken", "besluiten", "bepalen", "duidelijk", "zeker"];

/// What somebody may or may not want, in a condition.
#[rustfmt::skip]
const WISHES: &[&str] = &[
    "wil", "wilt", "willen", "wenst", "wensen", "gewenst", "wenselijk", "verzoekt", "verzoeken", "kiest", "kiezen", "instemt", "instemmen",
    "akkoord", "prijs", "behoefte", "nodig", "noodzakelijk",
];
