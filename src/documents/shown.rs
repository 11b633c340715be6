//! What shows that a document is there: words that say so, and its place in the list of what goes with the letter.

use std::ops::Range;

use super::annotated::Annotated;
use super::asserted;
use super::lens::{Lens, Vocabulary};
use super::mention::{Determiner, Mention};
use super::near::{self, pause, speaks_of};
use super::tense;
use super::traits::Trait;
use crate::codebook::{Cue, Facet};
use crate::time::{Date, Moment};

/// The words that say that a mention is there already, not only words it so.
pub(super) fn existing(text: &Annotated, mention: &Mention, reach: &Range<usize>, lens: &Lens, from: Option<Date>) -> Option<Range<usize>> {
    let words = there(text, reach, mention.determiner != Determiner::Indefinite, lens);
    // "In de nota zijn afspraken gemaakt", "de nota meldt dat daar water is gegeven": what was made or given is something else.
    let of_another = |cue: &Range<usize>| {
        let told = (mention.words.end + 1..cue.start).any(|word| text.reading.folded(word) == "dat");
        OF_ANYTHING.contains(&text.reading.folded(cue.end - 1)) && (told || near::is_led(text, mention))
    };
    let open = |word: usize| is_under_condition(text, word) || asserted::is_left_open(text, word);
    // "Wanneer die ronde is doorlopen, maken wij het rapport openbaar": the verb is that of the condition.
    let borrowed = |cue: &Range<usize>| !text.clause(cue.start).contains(&(cue.end - 1)) && open(cue.start);
    // "Een vastgestelde nota ligt er niet"
    let none = || mention.determiner == Determiner::Indefinite && text.first(text.clause(mention.head), Vocabulary::Negative).is_some();
    // In another clause only a verb tells: "eerdere" is of the noun behind it.
    let apart = |cue: &Range<usize>| {
        let resumes = || text.is(cue.start, Vocabulary::Past) && text.clause(cue.start).start == cue.start;
        let told = cue.len() > 1 || text.is(cue.start, Vocabulary::Given) || text.has_trait(cue.start, Trait::Participle) || resumes();
        !text.clause(mention.head).contains(&cue.start) && (!told || OF_ANYTHING.contains(&text.reading.folded(cue.end - 1)))
    };
    let holds = |cue: &Range<usize>| {
        !is_timeless(text, cue, from) && !of_another(cue) && !open(cue.end - 1) && !borrowed(cue) && !apart(cue) && !none()
    };
    let mut words = words.filter(holds);
    words.find(|cue| speaks_of(text, mention, cue))
}

/// The words within `reach` that say that something is there already, not only words it so.
pub(super) fn there<'a>(
    text: &'a Annotated,
    reach: &Range<usize>,
    definite: bool,
    lens: &'a Lens,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let says = move |cue: &&Cue| match lens.kind(cue) {
        // "Een verslag geven wij niet": there may be none.
        WITHHELD => definite,
        kind => kind.is_empty(),
    };
    // "is nog niet beschikbaar": a state that is denied proves nothing; what is not given away is there.
    let denied = move |cue: &Range<usize>| asserted::is_denied(text, cue.end - 1);
    let cues = text.cues(lens, reach.clone(), Facet::Existing).filter(says);
    cues.map(move |cue| (lens.kind(cue) == WITHHELD, cue.range()))
        .filter(move |(withheld, cue)| *withheld || !denied(cue))
        .map(|(_, cue)| cue)
}

/// The kind of cues that something is not given away.
const WITHHELD: &str = "withheld";

/// "dat u vorige maand kreeg", "heeft u op 21 april ter kennisneming ontvangen": a past clause of sending, deciding or publishing.
pub(super) fn delivered_before(text: &Annotated, mention: &Mention, reach: &Range<usize>) -> Option<Range<usize>> {
    let asserted = |word: usize| !is_under_condition(text, word) && !asserted::is_left_open(text, word) && !asserted::is_denied(text, word);
    let given = |word: &usize| text.is(*word, Vocabulary::Given) && asserted(*word);
    let word = reach.clone().filter(given).find(|word| speaks_of(text, mention, &(*word..*word + 1)) && tense::is_past(text, *word))?;
    Some(mention.words.start.min(word)..mention.words.end.max(word + 1))
}

/// What happens to anything, and not to documents alone.
const OF_ANYTHING: &[&str] =
    &["gemaakt", "gegeven", "gesloten", "gegaan", "gedeeld", "vastgelegd", "getekend", "overhandigd", "beschikbaar"];

/// "is volgende week beschikbaar": with a time to come before it the adjective looks ahead.
fn is_timeless(text: &Annotated, cue: &Range<usize>, from: Option<Date>) -> bool {
    let adjective = matches!(text.reading.folded(cue.end - 1), "beschikbaar" | "openbaar" | "gereed" | "klaar");
    let clause = tense::clause(text, cue.end - 1);
    let ahead = |moment: &Moment| clause.contains(&moment.words.start) && moment.words.start < cue.end && moment.promises();
    adjective && text.moments_near(&clause).iter().any(|moment| ahead(moment) && Some(moment.interval.from) > from)
}

/// "Pas als het is aangeboden": what must happen first has not happened.
fn is_under_condition(text: &Annotated, word: usize) -> bool {
    let clause = text.clause(word);
    // "Is die eenmaal ontvangen, dan …"
    let once = text.has_trait(clause.start, Trait::Helper) && (clause.start..word).any(|word| text.reading.folded(word) == "eenmaal");
    let condition = |at: usize| match text.reading.folded(at) {
        // "als bijlage bijgevoegd", "werd als laatste vastgesteld": "as", and no condition.
        "als" => {
            let compares =
                |at: usize| matches!(text.reading.folded(at), "zowel" | "zo" | "net" | "even" | "zelfde" | "hetzelfde" | "dezelfde");
            !(clause.start..at).any(compares)
                && matches!(text.reading.folded(at + 1), "het" | "de" | "die" | "deze" | "dit" | "dat" | "ze" | "zij" | "er")
        }
        "tot" => matches!(text.reading.folded(at + 1), "de" | "het" | "dat" | "deze" | "dit"),
        conjunction => matches!(
            conjunction,
            "zodra"
                | "wanneer"
                | "nadat"
                | "mits"
                | "tenzij"
                | "indien"
                | "voordat"
                | "totdat"
                | "alvorens"
                | "moet"
                | "moeten"
                | "moest"
                | "moesten"
                | "zou"
                | "zouden"
        ),
    };
    // "zou in juni verschijnen maar is al in maart gepubliceerd"
    let turn = (clause.start..word).rev().find(|at| text.reading.folded(*at) == "maar");
    once || (turn.unwrap_or(clause.start)..word).any(condition)
}

/// The words from "Bijlagen" to a mention in the list of what goes with the letter ("Bijlagen: 1. Jaarverslag 2. Evaluatie").
pub(super) fn enclosed(text: &Annotated, mention: &Mention) -> Option<Range<usize>> {
    let number = mention.words.start.checked_sub(1)?;
    let is_lead = |word: usize| matches!(text.reading.folded(word), "bijlage" | "bijlagen" | "bijlages");
    let numbered = text.has_trait(number, Trait::Digit) && text.reading.folded(number).len() <= 2;
    let named = is_lead(number) && pause(text, mention.words.start..mention.words.start + 1);
    if !numbered && !named {
        return None;
    }
    let lead = (number.saturating_sub(LONGEST_LIST)..=number).rev().find(|word| is_lead(*word))?;
    let words = text.reading.words();
    let (start, end) = (words[lead].span.start, words[mention.words.start].span.start);
    let alone = text.text[..start].chars().rev().take_while(|c| *c != '\n').all(|c| !c.is_alphanumeric());
    let listed = |line: &str| line.trim_start().starts_with(|first: char| first.is_ascii_digit());
    let list = text.text[start..end].lines().skip(1).all(listed);
    (alone && list).then_some(lead..mention.words.end)
}

/// The longest list of annexes that is looked through, in words.
const LONGEST_LIST: usize = 40;
