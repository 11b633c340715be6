//! Whether a clause speaks of the past: "op 26 april" is then the last one before the letter.

use std::ops::Range;

use super::annotated::Annotated;
use super::lens::Vocabulary;
use super::traits::Trait;
use crate::text::{Sentence, Word};
use crate::time::{Date, Direction, Relation};

/// Moves the moments of clauses in the past tense to the last such days before the letter.
pub(super) fn settle(text: &mut Annotated, from: Option<Date>) {
    for number in 0..text.moments.len() {
        let moment = &text.moments[number];
        let (start, end) = (moment.words.start, moment.words.end);
        let clause_end = clause(text, start).end;
        let told = [end, clause_end.saturating_sub(1)]
            .into_iter()
            .any(|word| word >= end && word < clause_end && text.has_trait(word, Trait::WeakPast));
        // What stands before the moment and right after it tells first: "Het lag in mei klaar en gaat nu naar de raad".
        let near = tense(text, &(clause(text, start).start..clause_end.min(end + 1)));
        if told || near.unwrap_or_else(|| is_past(text, start)) {
            if let Some(previous) = moment.previous {
                text.moments[number].interval = previous;
                text.moments[number].direction = Direction::Past;
            } else if near == Some(true) && moment.relation == Relation::In && from.is_some_and(|from| moment.interval.from <= from) {
                // "De brief had in 2024 verzonden moeten worden", in a letter of that year.
                text.moments[number].direction = Direction::Past;
            }
        }
    }
}

/// What parts a clause from the next.
const PAUSE: u8 = Word::COMMA | Word::COLON | Word::OPEN | Word::CLOSE;

/// The words between the commas and semicolons around word `index`.
pub(super) fn clause(text: &Annotated, index: usize) -> Range<usize> {
    let Sentence { words: sentence, marks, .. } = text.reading.sentence_of(index);
    if marks & PAUSE == 0 {
        return sentence.clone();
    }
    let pause = |at: &usize| text.reading.words()[*at].before & PAUSE != 0;
    let start = (sentence.start + 1..=index).rev().find(pause).unwrap_or(sentence.start);
    let end = (index + 1..sentence.end).find(pause).unwrap_or(sentence.end);
    start..end
}

/// The words between the semicolons around word `index`.
pub(super) fn part(text: &Annotated, index: usize) -> Range<usize> {
    let Sentence { words: sentence, marks, .. } = text.reading.sentence_of(index);
    if marks & Word::COLON == 0 {
        return sentence.clone();
    }
    let words = text.reading.words();
    let stop = |at: &usize| words[*at].before & Word::COLON != 0 && text.text[words[*at - 1].span.end..words[*at].span.start].contains(';');
    let start = (sentence.start + 1..=index).rev().find(stop).unwrap_or(sentence.start);
    let end = (index + 1..sentence.end).find(stop).unwrap_or(sentence.end);
    start..end
}

/// Whether the clause of word `index` is in the past tense; a clause without a verb ("op 17 september") takes that of its sentence.
pub(super) fn is_past(text: &Annotated, index: usize) -> bool {
    let main = |words: Range<usize>| tense(text, &main(text, words, index));
    main(clause(text, index)).or_else(|| main(part(text, index))).unwrap_or(false)
}

/// The words up to another clause after word `index`: "in mei, *nadat de wijk is gehoord*" says nothing of the tense, nor does "dat in mei
/// is verschenen *en dat wij hier niet kunnen herhalen*".
fn main(text: &Annotated, words: Range<usize>, index: usize) -> Range<usize> {
    let goes_on = |word: usize| {
        matches!(
            text.reading.folded(word),
            "dat" | "die" | "waarvan" | "waarin" | "waarop" | "waarover" | "waarmee" | "waarbij" | "wij" | "we" | "ik"
        )
    };
    let joins = |word: &usize| {
        text.has_trait(*word, Trait::Opening)
            && match text.reading.folded(*word) {
                "nadat" | "zodra" | "als" | "wanneer" | "omdat" | "terwijl" | "voordat" => true,
                "en" | "maar" => goes_on(*word + 1),
                _ => false,
            }
    };
    let end = (index + 1..words.end).find(joins).unwrap_or(words.end);
    words.start..end
}

/// Whether the clause of word `index` itself is in the past tense.
pub(super) fn clause_is_past(text: &Annotated, index: usize) -> bool {
    tense(text, &main(text, clause(text, index), index)).unwrap_or(false)
}

/// `Some(true)` for the past, `Some(false)` for the present or the future, `None` where no word tells.
fn tense(text: &Annotated, words: &Range<usize>) -> Option<bool> {
    // "te laat" is no verb.
    let late = |word: usize| text.reading.folded(word) == "laat" && word > words.start && text.reading.folded(word - 1) == "te";
    if words.clone().any(|word| text.is(word, Vocabulary::Present) && !late(word)) {
        return Some(false);
    }
    let helped = words.clone().any(|word| text.has_trait(word, Trait::Helper));
    // "het verslag, op 14 juni bij u bezorgd, …": a part of a sentence without a verb of its own.
    let alone = words.len() < PARTICIPIAL && !words.clone().any(|word| text.is(word, Vocabulary::QuestionVerb));
    // "door uw raad vastgesteld op 7 november"
    let dates =
        |word: usize| words.contains(&word) && matches!(text.reading.folded(word), "op" | "in" | "d.d" | "dd" | "eind" | "begin" | "medio");
    let past = |word: usize| {
        let last = word + 1 == words.end;
        let told = text.is(word, Vocabulary::Past)
            || (helped || last) && text.has_trait(word, Trait::Participle)
            || alone && text.is(word, Vocabulary::Given) && dates(word + 1)
            || (helped || alone) && last && text.has_trait(word, Trait::PrefixedParticiple);
        if !told {
            return false;
        }
        let before = || if word > words.start { text.reading.folded(word - 1) } else { "" };
        let after = || if word + 1 < text.reading.words().len() { text.reading.folded(word + 1) } else { "" };
        // "Het is te vroeg", "de besloten vergadering": no verbs.
        let no_verb = match text.reading.folded(word) {
            "vroeg" => before() == "te",
            // "In mei ontvangen wij de nota": no participle without its verb.
            "ontvangen" => {
                !helped && (is_we(before()) || is_we(after()) || ["ers", "eden"].iter().any(|plural| before().ends_with(plural)))
            }
            "besloten" => !last && matches!(before(), "de" | "het" | "een" | "deze" | "die" | "uw" | "onze"),
            _ => false,
        };
        !no_verb
    };
    words.clone().any(past).then_some(true)
}

/// Words of a part of a sentence that has a participle for its verb, at most.
const PARTICIPIAL: usize = 9;

/// "wij ontvangen", "ontvangt u": who the verb is of.
fn is_we(word: &str) -> bool {
    matches!(word, "wij" | "we" | "u" | "jullie")
}

/// A verb beside which a participle tells of the past.
pub(super) fn is_helper(word: &str) -> bool {
    matches!(word, "is" | "zijn" | "heeft" | "hebben" | "hebt" | "heb" | "al" | "reeds")
}

/// A past tense in -de or -te where the verb of a clause stands: right after the moment or at the end.
pub(super) fn is_weak_past(word: &str) -> bool {
    let ends = ["de", "te"].iter().any(|ending| word.ends_with(ending));
    ends && word.len() > 5
        && !matches!(
            word,
            "aanstaande"
                | "komende"
                | "volgende"
                | "beide"
                | "diezelfde"
                | "achtste"
                | "twintigste"
                | "eerste"
                | "laatste"
                | "meeste"
                | "gemeente"
                | "ruimte"
                | "lopende"
                | "daarvolgende"
        )
}

/// A past participle with a prefix that takes no ge-: "ondervraagd", "vernieuwd".
pub(super) fn is_prefixed_participle(word: &str) -> bool {
    let begins = || ["be", "ver", "ont", "her", "onder", "over", "door"].iter().any(|prefix| word.starts_with(prefix));
    let noun = || {
        word.ends_with("heid")
            || word.ends_with("beleid")
            || matches!(word, "bekend" | "bereid" | "bestand" | "verband" | "bewind" | "beeld" | "onderhoud" | "verwacht" | "bedoeld")
    };
    // "Verstrekt", "bezocht", but not every word in -t: "verwacht" is a promise and "bericht" a thing.
    let ends =
        || word.ends_with('d') || ["kt", "cht", "st", "pt", "ft"].iter().any(|ending| word.ends_with(ending)) && !word.ends_with("bericht");
    word.len() > 6 && ends() && begins() && !noun()
}

/// How nouns begin that look like participles in their plural: "geneesmiddelen", "gemeentegebouwen".
const NOUNS_IN_GE: &[&str] = &[
    "geneesmiddel",
    "gemeente",
    "gebouw",
    "gebruik",
    "gezin",
    "gezondheid",
    "gebied",
    "geluid",
    "getal",
    "gebeurtenis",
    "gemal",
    "gewas",
    "gewest",
    "geldstro",
    "gerecht",
    "geschil",
    "gesprek",
    "gevolg",
];

/// A past participle by its form: ge- or a separable prefix with -ge-, ending in -d, -t, -en or -aan.
pub(super) fn is_participle(word: &str) -> bool {
    let ends = || word.ends_with('d') || word.ends_with('t') || word.ends_with("en") || word.ends_with("aan");
    let begins = || {
        word.starts_with("ge")
            || [
                "aange", "afge", "bijge", "binnenge", "doorge", "inge", "losge", "meege", "nage", "neerge", "openge", "opge", "overge",
                "rondge", "samenge", "stilge", "tegenge", "terugge", "toege", "uitge", "vastge", "voorge", "vrijge", "weerge", "wegge",
            ]
            .iter()
            .any(|prefix| word.starts_with(prefix))
    };
    let noun = || {
        word.ends_with("heid")
            || word.ends_with("en") && NOUNS_IN_GE.iter().any(|stem| word.starts_with(stem))
            || matches!(
                word,
                "gebied"
                    | "geluid"
                    | "gelden"
                    | "geschikt"
                    | "gereed"
                    | "gezond"
                    | "gericht"
                    | "gewest"
                    | "geldt"
                    | "gedurende"
                    | "gevallen"
                    | "gewicht"
                    | "gezicht"
                    | "gebeurt"
                    | "gehecht"
                    | "gezamenlijke"
                    | "gewenst"
                    | "gebruikt"
            )
    };
    word.len() > 5 && ends() && begins() && !noun()
}
