//! What the words around a document say of its existence.

use std::ops::Range;

use super::annotated::{Annotated, Lens, Vocabulary};
use super::mention::{Determiner, Mention};
use super::tense;
use super::worded;
use crate::codebook::Facet;
use crate::documents::State;
use crate::text::Word;
use crate::time::{Date, Interval, Moment, Relation};

/// What one stretch of words says of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Testimony {
    /// The state that it shows.
    pub state: State,
    /// How much it weighs: of two that contradict each other the heavier holds.
    pub weight: u8,
    /// When the document is due.
    pub due: Option<Interval>,
    /// The words of the due date.
    pub due_words: Option<Range<usize>>,
    /// The words that show the state.
    pub proof: Range<usize>,
}

/// What `text` says of its mention number `at`: in its own sentence, and in the next one where that points back.
pub(super) fn testimonies(text: &Annotated, at: usize, lens: &Lens, from: Option<Date>) -> Vec<Testimony> {
    let mention = &text.mentions[at];
    if mention.determiner == Determiner::Negative {
        return Vec::new();
    }
    let sentence = tense::part(text, mention.head);
    if at.checked_sub(1).is_some_and(|before| is_its_object(text, &text.mentions[before], mention)) {
        let proof = text.mentions[at - 1].head..mention.words.end;
        return vec![Testimony { state: State::Exists, weight: WORDED, due: None, due_words: None, proof }];
    }
    let reach = reach(text, at, &sentence);
    let mut found = weigh(text, mention, &reach, &sentence, lens, from);
    let last = text.mentions[at + 1..].iter().all(|other| other.words != mention.words);
    if let Some(next) = next_about(text, at, &sentence).filter(|_| last) {
        let more = weigh(text, mention, &next, &next, lens, from);
        let precise = |later: &Testimony| found.iter().any(|first| is_within(later.due, first.due));
        if found.iter().all(|testimony| testimony.due.is_none())
            || more.iter().any(precise)
            || more.iter().any(|testimony| testimony.state == State::Exists)
        {
            found.extend(more);
        }
    }
    if found.iter().all(|testimony| testimony.state == State::Recurring) {
        let comes = worded::comes(text, mention, lens).map(|proof| (State::Forthcoming, proof));
        let words = comes.or_else(|| worded::exists(text, mention, lens).map(|proof| (State::Exists, proof)));
        found.extend(words.map(|(state, proof)| Testimony { state, weight: WORDED, due: None, due_words: None, proof }));
    }
    found
}

/// The weight of what is only worded as existing or to come.
pub(super) const WORDED: u8 = 1;

/// Whether a due date makes another more precise: "deze maand …; die wordt volgende week verstuurd".
pub(super) fn is_within(inner: Option<Interval>, outer: Option<Interval>) -> bool {
    matches!((inner, outer), (Some(inner), Some(outer)) if inner != outer && outer.from <= inner.from && inner.to <= outer.to)
}

/// The words of the sentence that speak of this mention: up to the mentions around it.
fn reach(text: &Annotated, at: usize, sentence: &Range<usize>) -> Range<usize> {
    let mention = &text.mentions[at];
    let same = |other: &Mention| other.words == mention.words || other.carries || is_its_object(text, mention, other);
    let before = text.mentions[..at].iter().rev().find(|other| !same(other)).map_or(sentence.start, |other| other.words.end);
    let after = text.mentions[at + 1..].iter().find(|other| !same(other)).map_or(sentence.end, |other| other.words.start);
    before.max(sentence.start)..after.min(sentence.end)
}

/// "de evaluatie van het reglement": what is evaluated is there already, and the time is that of the evaluation.
fn is_its_object(text: &Annotated, mention: &Mention, object: &Mention) -> bool {
    let revises = !mention.weak && ["evaluatie", "doorlichting"].iter().any(|kind| mention.kind.ends_with(kind));
    let between = mention.words.end..object.words.start;
    revises
        && (1..=2).contains(&between.len())
        && text.reading.folded(between.start) == "van"
        && object.words.start < text.reading.sentence_of(mention.head).words.end
}

/// The next sentence, when it goes on about the mention: it points back and names no other document.
fn next_about(text: &Annotated, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let next = (sentence.end < text.reading.words().len()).then(|| tense::part(text, sentence.end))?;
    let mention = &text.mentions[at];
    let named = || text.mentions.iter().rev().filter(|other| sentence.contains(&other.head));
    let last = named().find(|other| !other.weak).or_else(|| named().next())?;
    let other = text.mentions.iter().find(|other| next.contains(&other.head));
    // "Die zat bij de stukken": what is named after the pointing word is no other document. "De eerste ontvangt u in april."
    let points = |word: usize| matches!(text.reading.folded(word), "die" | "deze" | "dit" | "dat");
    let other = other.filter(|other| !(other.weak && points(next.start) && other.words.start > next.start + 1));
    let first = text.reading.folded(next.start) == "de"
        && text.is(next.start + 1, Vocabulary::Ordinal)
        && text.is(next.start + 2, Vocabulary::Delivery);
    let continues = match other {
        Some(other) => mention.kind.ends_with(other.kind.as_str()) && other.edition.is_empty() && other.determiner == Determiner::Definite,
        None => {
            first
                || text.first(next.start..next.end.min(next.start + 4), Vocabulary::Demonstrative).is_some()
                || text.first(next.clone(), Vocabulary::Demonstrative).is_some_and(|word| next.len() <= 10 || word < next.start + 6)
                || (next.len() <= 8 && text.first(next.clone(), Vocabulary::Delivery).is_some())
        }
    };
    (continues && last.words == mention.words).then_some(next)
}

fn weigh(
    text: &Annotated,
    mention: &Mention,
    reach: &Range<usize>,
    sentence: &Range<usize>,
    lens: &Lens,
    from: Option<Date>,
) -> Vec<Testimony> {
    let mut found = Vec::new();
    if is_beside(text, mention) {
        return found;
    }
    let certain = !mention.weak && mention.determiner != Determiner::Indefinite;
    let cue = |facet| {
        let mut cues = text.cues(lens, reach.clone(), facet);
        cues.find(|cue| speaks_of(text, mention, &(cue.words.start as usize..cue.words.end as usize), reach))
            .map(|cue| cue.words.start as usize..cue.words.end as usize)
    };
    let last = text.mentions.iter().rfind(|other| other.words == mention.words).is_none_or(|other| other.edition == mention.edition);
    let beside =
        |cue: &Range<usize>| cue.start <= mention.words.end + 3 && mention.words.start <= cue.end + 3 || !reach.contains(&mention.head);
    // "ontvangt u een begrotingswijziging": right after the verb a document that is new to the reader counts too.
    let given = |cue: &Range<usize>| !mention.weak && cue.end <= mention.words.start && mention.words.start <= cue.end + 1;
    let forthcoming = cue(Facet::Forthcoming).filter(|cue| (certain || given(cue)) && beside(cue) && (last || cue.start < mention.words.start));
    let forthcoming = forthcoming.filter(|_| !goes_into_another(text, mention, reach));
    let existing = existing(text, mention, reach, lens, from);
    // An everyday word ("plan", "overzicht") names a document to come only where it is said to come to the asker.
    let pointed_at = !mention.weak && !reach.contains(&mention.head);
    let delivered = if certain || pointed_at {
        text.first(sentence.clone(), Vocabulary::Delivery)
    } else {
        let mut cues = text.cues(lens, sentence.clone(), Facet::Delivery);
        let cue = cues.find(|cue| mention.determiner != Determiner::Indefinite || !mention.weak || lens.kind(cue) != "thing");
        // "Het bureau levert een nieuwe raming in juni": who makes it says when.
        let made = |word: &usize| !mention.weak && MADE.contains(&text.reading.folded(*word));
        cue.map(|cue| cue.words.start as usize).or_else(|| text.clause(mention.head).find(made))
    };
    // What is discussed may exist already.
    let treated = || sentence.clone().any(|word| TREATED.contains(&text.reading.folded(word)));
    let testimony = |state, weight, proof| Testimony { state, weight, due: None, due_words: None, proof };
    let mut moments: Vec<&Moment> = text.moments.iter().filter(|moment| belongs(text, mention, &moment.words, reach)).collect();
    // "In mei bespreekt het bestuur de uitkomst en in juni krijgt u het rapport": of two before it the nearest.
    // "op 3 mei vastgesteld en daags daarna toegezonden": of two after it the one on which it is sent.
    let sent = |moment: &Moment| is_near(text, moment, SENT);
    let adopted = |moment: &Moment| is_near(text, moment, ADOPTED) && moments_after(text, moment).any(sent);
    moments.sort_by_key(|moment| (adopted(moment), mention.words.start.saturating_sub(moment.words.end)));
    for moment in moments {
        let Some(from) = from else { continue };
        if text.dates_a_count(moment) || text.lasts_until(moment) || precedes(text, moment, reach) {
            continue;
        }
        let near = speaks_of(text, mention, &moment.words, reach);
        // "binnen drie dagen" in another clause is a term of that clause.
        if !near && text.reading.folded(moment.words.start) == "binnen" {
            continue;
        }
        if moment.interval.to > from {
            let adjacent = moment.words.start == mention.words.end && bracketed(text, moment.words.start);
            if moment.promises()
                && !text.is_target(moment, from)
                && reachable(text, mention, &moment.words, reach)
                && (delivered.is_some() || forthcoming.is_some() || adjacent)
            {
                found.push(Testimony {
                    due: Some(moment.interval),
                    due_words: Some(moment.words.clone()),
                    ..testimony(
                        State::Forthcoming,
                        match (treated(), near) {
                            (true, _) => 2,
                            (false, true) => 4,
                            (false, false) => 3,
                        },
                        cover(&moment.words, delivered, mention),
                    )
                });
            }
        } else if moment.interval.to < from && near {
            let follows = moment.words.start >= mention.words.end && moment.words.start <= mention.words.end + 2;
            if let Some(proof) = existing.clone() {
                found.push(testimony(State::Exists, 4, proof));
            } else if follows && matches!(moment.relation, Relation::Of | Relation::In) {
                found.push(testimony(State::Exists, 2, moment.words.clone()));
            }
        }
    }
    if let Some(proof) = forthcoming {
        found.push(testimony(State::Forthcoming, 2, proof));
    }
    if let Some(proof) = existing {
        found.push(testimony(State::Exists, 3, proof));
    } else if found.is_empty()
        && let Some(proof) = delivered_before(text, mention, reach)
    {
        found.push(testimony(State::Exists, 2, proof));
    }
    // "ons rapport": the sender speaks of something that it has.
    let own = mention.words.start.checked_sub(1).is_some_and(|before| text.is(before, Vocabulary::Own));
    if own && certain && found.iter().all(|testimony| testimony.state != State::Forthcoming) {
        found.push(testimony(State::Exists, 3, mention.words.start - 1..mention.words.end));
    }
    if let Some(proof) = cue(Facet::Recurring) {
        found.push(testimony(State::Recurring, 1, proof));
    }
    found
}

/// The words that say that a mention is there already, not only words it so.
fn existing(text: &Annotated, mention: &Mention, reach: &Range<usize>, lens: &Lens, from: Option<Date>) -> Option<Range<usize>> {
    let cues = text.cues(lens, reach.clone(), Facet::Existing).filter(|cue| lens.kind(cue).is_empty());
    let words = cues.map(|cue| cue.words.start as usize..cue.words.end as usize);
    words.filter(|cue| !is_timeless(text, cue, from)).find(|cue| speaks_of(text, mention, cue, reach))
}

/// "is volgende week beschikbaar": with a time to come before it the adjective looks ahead.
fn is_timeless(text: &Annotated, cue: &Range<usize>, from: Option<Date>) -> bool {
    let adjective = matches!(text.reading.folded(cue.end - 1), "beschikbaar" | "openbaar");
    let clause = tense::clause(text, cue.end - 1);
    let ahead = |moment: &Moment| clause.contains(&moment.words.start) && moment.words.start < cue.end && moment.promises();
    adjective && text.moments.iter().any(|moment| ahead(moment) && Some(moment.interval.from) > from)
}

/// "dat u in juni van ons kreeg", "heeft u op 21 april ter kennisneming ontvangen": a past clause of sending, deciding or publishing.
fn delivered_before(text: &Annotated, mention: &Mention, reach: &Range<usize>) -> Option<Range<usize>> {
    let given = |word: &usize| GIVEN.contains(&text.reading.folded(*word)) && tense::is_past(text, *word);
    let word = reach.clone().find(|word| given(word) && speaks_of(text, mention, &(*word..*word + 1), reach))?;
    Some(mention.words.start.min(word)..mention.words.end.max(word + 1))
}

/// Verbs of deciding on a document and of sending it.
const ADOPTED: &[&str] = &["vastgesteld", "vaststelt", "vaststellen", "goedgekeurd", "afgerond"];
const SENT: &[&str] = &["toegezonden", "toegestuurd", "verzonden", "gestuurd", "aangeboden", "toekomen", "ontvangt", "krijgt", "gepubliceerd"];

/// Whether one of `verbs` stands after a moment, before the next.
fn is_near(text: &Annotated, moment: &Moment, verbs: &[&str]) -> bool {
    let end = moments_after(text, moment).next().map_or_else(|| text.reading.sentence_of(moment.words.start).words.end, |next| next.words.start);
    (moment.words.end..end).any(|word| verbs.contains(&text.reading.folded(word)))
}

/// The moments after one in its sentence.
fn moments_after<'t>(text: &'t Annotated, moment: &Moment) -> impl Iterator<Item = &'t Moment> {
    let end = text.reading.sentence_of(moment.words.start).words.end;
    let from = text.moments.partition_point(|other| other.words.start < moment.words.end);
    text.moments[from..].iter().take_while(move |other| other.words.start < end)
}

/// "Het akkoord wordt uitgewerkt in een programma": what goes into another document is not what comes.
fn goes_into_another(text: &Annotated, mention: &Mention, reach: &Range<usize>) -> bool {
    let next = text.mentions.partition_point(|other| other.words.start < mention.words.end);
    let Some(next) = text.mentions.get(next).filter(|next| next.words.start == reach.end) else { return false };
    let within = |word: usize| mention.words.end <= word && matches!(text.reading.folded(word), "in" | "tot");
    let Some(into) = (1..=3).filter_map(|back| next.words.start.checked_sub(back)).find(|word| within(*word)) else { return false };
    let made = |word: usize| matches!(text.reading.folded(word), "uitgewerkt" | "vertaald" | "verwerkt" | "omgezet" | "opgenomen" | "samengevoegd");
    (into.saturating_sub(2).max(mention.words.end)..into).any(made)
}

/// Whether a preposition of [`BESIDE`] stands before a mention or its determiner.
fn is_beside(text: &Annotated, mention: &Mention) -> bool {
    let sentence = text.reading.sentence_of(mention.head).words.start;
    // "Met die toets in de hand sturen wij u de nota": the nota comes.
    let means = mention.words.start == sentence + 2
        && text.reading.folded(sentence) == "met"
        && text.reading.sentence_of(mention.head).words.contains(&(mention.words.end + 2))
        && text.reading.folded(mention.words.end) == "in"
        && text.reading.folded(mention.words.end + 2) == "hand";
    means
        || (1..=2)
            .filter_map(|back| mention.words.start.checked_sub(back).filter(|word| *word >= sentence))
            .take_while(|word| text.reading.words()[word + 1].before & Word::COMMA == 0)
            .any(|word| BESIDE.contains(&text.reading.folded(word)))
}

/// Whether mention and moment stand close: in other words the sentence did not turn to something else ("dat", "om") in between.
fn reachable(text: &Annotated, mention: &Mention, moment: &Range<usize>, reach: &Range<usize>) -> bool {
    let end = if reach.contains(&mention.head) { mention.words.end } else { reach.start };
    let between = if moment.start >= end { end..moment.start } else { moment.end..mention.words.start };
    let far = between.len() > 14;
    let turns = between.skip(1).any(|word| {
        let joins = match text.reading.folded(word) {
            // "bij dat hoofdstuk" goes on, "meldt dat" does not.
            "dat" => !matches!(text.reading.folded(word - 1), "bij" | "van" | "in" | "op" | "aan" | "voor" | "uit" | "over" | "met" | "na"),
            word => matches!(word, "om" | "omdat" | "zodat" | "of" | "waardoor"),
        };
        joins && text.reading.words()[word].before & Word::COMMA == 0
    });
    !far && !turns
}

/// Whether a cue speaks of this mention: it stands in its clause, in a relative clause right after it, or in a sentence that points back to it.
fn speaks_of(text: &Annotated, mention: &Mention, cue: &Range<usize>, reach: &Range<usize>) -> bool {
    if !reach.contains(&mention.head) {
        return true;
    }
    let clause = tense::clause(text, mention.head);
    let own = cue.start < clause.end && clause.start < cue.end;
    let opened = clause.end < text.reading.words().len()
        && text.reading.words()[clause.end].before & Word::OPEN != 0
        && cue.start < tense::clause(text, clause.end).end;
    let relative = cue.start >= clause.end
        && cue.start <= clause.end + 8
        && matches!(
            text.reading.folded(clause.end),
            "die"
                | "dat"
                | "welke"
                | "waarvan"
                | "waarin"
                | "waaraan"
                | "waar"
                | "verschijnt"
                | "volgt"
                | "nog"
                | "waarmee"
                | "wordt"
                | "is"
                | "door"
                | "naar"
                | "komt"
                | "gepubliceerd"
                | "ondertekend"
                | "verschenen"
                | "vastgesteld"
                | "behandeld"
        )
        || cue.start == clause.end
        || opened && cue.start >= clause.end;
    own || relative
}

/// Prepositions of what a sentence compares or sets beside something: "tussen de begroting en de administratie" brings no budget.
const BESIDE: &[&str] = &["tussen", "naast", "behalve", "volgens", "conform", "ondanks", "dankzij", "wegens", "vanwege", "sinds"];

/// Past forms of sending, deciding and publishing.
#[rustfmt::skip]
const GIVEN: &[&str] = &[
    "kreeg", "kregen", "gekregen", "ontving", "ontvingen", "ontvangen", "toegezonden", "toegestuurd", "verzonden", "gestuurd",
    "aangeboden", "vastgesteld", "gepubliceerd", "verschenen", "uitgebracht", "geplaatst", "gemaakt", "opgesteld", "bekendgemaakt",
    "aangeleverd", "getekend", "ondertekend", "goedgekeurd",
];

/// Verbs of making and publishing a document, in the present.
const MADE: &[&str] = &["levert", "leveren", "oplevert", "publiceert", "publiceren", "presenteert", "presenteren", "uitbrengt", "brengt"];

/// Verbs of what a meeting does with a document.
const TREATED: &[&str] =
    &["bespreekt", "besproken", "bespreken", "behandelt", "behandeld", "behandelen", "vergadert", "vergaderen", "debatteert"];

/// Whether an expression of time speaks of this mention: not part of its name, within reach, and not leaning on the next mention.
fn belongs(text: &Annotated, mention: &Mention, moment: &Range<usize>, reach: &Range<usize>) -> bool {
    let within = reach.start <= moment.start && moment.end <= reach.end;
    let inside = moment.start < mention.words.end && mention.words.start < moment.end;
    if !within || inside {
        return false;
    }
    // Of several editions ("de verslagen van 2023 en 2024 (volgt in mei)") what follows speaks of the last.
    let last = text.mentions.iter().rfind(|other| other.words == mention.words).is_none_or(|other| other.edition == mention.edition);
    if !last && moment.start >= mention.words.end {
        return false;
    }
    let leans = moment.start > mention.head
        && text.mentions.iter().any(|other| {
            other.words.start >= moment.end
                && other.words.start - moment.end <= 1
                && other.words != mention.words
                && !pause(text, moment.end..other.words.start + 1)
                && pause(text, moment.start..moment.start + 1)
        });
    let before = moment.end <= mention.words.start
        && text.mentions.iter().any(|other| other.words.end <= moment.start && other.words.start >= reach.start)
        && mention.words.start - moment.end > 2;
    // "de nota (op 3 mei vastgesteld), de visie": the brackets speak of what stands before them.
    let elsewhere = moment.end <= mention.words.start
        && text.reading.words()[moment.end..=mention.words.start].iter().any(|word| word.before & Word::CLOSE != 0);
    !leans && !before && !elsewhere
}

/// "Na de inspraak in mei verschijnt het in september": the first time is that of what comes before.
fn precedes(text: &Annotated, moment: &Moment, reach: &Range<usize>) -> bool {
    let sentence = &text.reading.sentence_of(moment.words.start).words;
    let start = text.clause(moment.words.start).start;
    let after = start + 1 < moment.words.start && text.reading.folded(start) == "na" && moment.words.start < start + 9;
    let later =
        |other: &Moment| moment.words.end <= other.words.start && other.words.start < sentence.end && reach.contains(&other.words.start);
    after && text.moments.iter().any(|other| later(other) && other.promises())
}

fn pause(text: &Annotated, words: Range<usize>) -> bool {
    text.reading.words()[words].iter().any(|word| word.before & (Word::COMMA | Word::COLON) != 0)
}

fn bracketed(text: &Annotated, index: usize) -> bool {
    text.reading.words()[index].before & (Word::OPEN | Word::COLON) != 0
}

fn cover(moment: &Range<usize>, delivery: Option<usize>, mention: &Mention) -> Range<usize> {
    let near = delivery.filter(|word| word.abs_diff(moment.start) <= 12).unwrap_or(moment.start);
    let start = near.min(moment.start);
    let end = moment.end.max(near + 1);
    if mention.words.start < start && start - mention.words.end.min(start) <= 12 { mention.words.start..end } else { start..end }
}
