//! Which words bear on which document: what stands beside it, what another clause or another document takes.

use std::ops::Range;

use super::annotated::Annotated;
use super::mention::Mention;
use super::phrase;
use super::subject;
use crate::text::Word;
use crate::time::Moment;

/// "de evaluatie van het reglement": what is evaluated is there already, and the time is that of the evaluation.
pub(super) fn is_its_object(text: &Annotated, mention: &Mention, object: &Mention) -> bool {
    let revises = !mention.weak && ["evaluatie", "doorlichting"].iter().any(|kind| mention.kind.ends_with(kind));
    let between = mention.words.end..object.words.start;
    revises
        && (1..=2).contains(&between.len())
        && text.reading.folded(between.start) == "van"
        && object.words.start < text.reading.sentence_of(mention.head).words.end
}

/// Verbs of deciding on a document and of sending it.
pub(super) const ADOPTED: &[&str] = &["vastgesteld", "vaststelt", "vaststellen", "goedgekeurd", "afgerond"];

pub(super) const SENT: &[&str] =
    &["toegezonden", "toegestuurd", "verzonden", "gestuurd", "aangeboden", "toekomen", "ontvangt", "krijgt", "gepubliceerd"];

/// Whether one of `verbs` stands after a moment, before the next.
pub(super) fn is_near(text: &Annotated, moment: &Moment, verbs: &[&str]) -> bool {
    let end =
        moments_after(text, moment).next().map_or_else(|| text.reading.sentence_of(moment.words.start).words.end, |next| next.words.start);
    (moment.words.end..end).any(|word| verbs.contains(&text.reading.folded(word)))
}

/// The moments after one in its sentence.
pub(super) fn moments_after<'t>(text: &'t Annotated, moment: &Moment) -> impl Iterator<Item = &'t Moment> {
    let end = text.reading.sentence_of(moment.words.start).words.end;
    let from = text.moments.partition_point(|other| other.words.start < moment.words.end);
    text.moments[from..].iter().take_while(move |other| other.words.start < end)
}

/// "de kaart met de tabellen", "het ontwerp van de visie": what is said after the second is said of the first as well.
pub(super) fn comes_with(text: &Annotated, mention: &Mention, part: &Mention) -> bool {
    let between = mention.words.end..part.words.start;
    (1..=3).contains(&between.len())
        && matches!(text.reading.folded(between.start), "met" | "van")
        && part.words.start < text.reading.sentence_of(mention.head).words.end
        && !pause(text, between.start..part.words.start + 1)
}

/// "de herziening van de verordening", "het rapport van bevindingen": what a document without a name of its own is about.
pub(super) fn object_of<'t>(text: &'t Annotated, mention: &Mention) -> Option<&'t Mention> {
    let bare = mention.name.is_empty() && mention.edition.is_empty() && mention.date(text).is_none();
    let next = text.mentions_near(&mention.words).iter().find(|other| other.words.start >= mention.words.end)?;
    let near = next.words.start - mention.words.end <= 2 && text.reading.folded(mention.words.end) == "van";
    (bare && near && comes_with(text, mention, next)).then_some(next)
}

/// "het concept van de visie": what is said is said of the draft, and not of the document itself.
pub(super) fn is_drafted(text: &Annotated, mention: &Mention) -> bool {
    let before = |back: usize| mention.words.start.checked_sub(back).map_or("", |word| text.reading.folded(word));
    let draft = |word: &str| ["concept", "ontwerp"].iter().any(|kind| word.ends_with(kind));
    before(1) == "van" && draft(before(2)) || before(2) == "van" && matches!(before(1), "de" | "het" | "dit" | "deze") && draft(before(3))
}

/// "jaarlijks een monitor en een jaarverslag": the document that the word "en" joins to this one.
pub(super) fn joined_before<'t>(text: &'t Annotated, mention: &Mention) -> Option<&'t Mention> {
    let before = text.mentions_near(&mention.words).iter().rfind(|other| other.words.end <= mention.words.start)?;
    let between = before.words.end..mention.words.start;
    let joined = (1..=2).contains(&between.len()) && text.reading.folded(between.start) == "en" && !pause(text, between.clone());
    (joined && (between.len() == 1 || matches!(text.reading.folded(between.end - 1), "een" | "de" | "het"))).then_some(before)
}

/// "De sportnota en de cultuurnota zijn vastgesteld": a plural verb behind the second is said of both.
pub(super) fn shares_verb(text: &Annotated, mention: &Mention, other: &Mention) -> bool {
    let verb = other.words.end;
    let plural =
        || matches!(text.reading.folded(verb), "zijn" | "worden" | "waren" | "werden" | "verschijnen" | "verschenen" | "volgen" | "komen");
    let joined = || joined_before(text, other).is_some_and(|before| before.words == mention.words);
    text.reading.sentence_of(mention.head).words.contains(&verb) && plural() && joined()
}

/// "Het akkoord wordt uitgewerkt in een programma": what goes into another document is not what comes.
pub(super) fn goes_into_another(text: &Annotated, mention: &Mention, reach: &Range<usize>) -> bool {
    let next = text.mentions.partition_point(|other| other.words.start < mention.words.end);
    let Some(next) = text.mentions.get(next).filter(|next| next.words.start == reach.end) else { return false };
    let within = |word: usize| mention.words.end <= word && matches!(text.reading.folded(word), "in" | "tot");
    let Some(into) = (1..=3).filter_map(|back| next.words.start.checked_sub(back)).find(|word| within(*word)) else { return false };
    let made = |word: usize| {
        matches!(text.reading.folded(word), "uitgewerkt" | "vertaald" | "verwerkt" | "omgezet" | "opgenomen" | "samengevoegd")
    };
    (into.saturating_sub(2).max(mention.words.end)..into).any(made)
}

/// "over de periode januari tot en met mei", "over de brand van 3 mei": what a report is on, and not when it comes.
pub(super) fn is_covered(text: &Annotated, mention: &Mention, moment: &Moment) -> bool {
    let start = moment.words.start;
    let before = |back: usize| start.checked_sub(back).map_or("", |word| text.reading.folded(word));
    let led = matches!(before(1), "periode" | "schooljaar" | "over") || before(2) == "over" && matches!(before(1), "de" | "het");
    // "over 2024 en de eerste helft van 2025"
    let joins = (1..=3).filter_map(|back| start.checked_sub(back)).find(|word| matches!(text.reading.folded(*word), "en" | "tot"));
    let first = || joins.and_then(|joins| text.moments_near(&moment.words).iter().find(|other| other.words.end == joins));
    let described = || {
        let end = phrase::description(text, mention.words.end, text.reading.sentence_of(mention.head).words.end);
        // "over de gebeurtenissen van mei tot juli"
        let of = |end: usize| end + 1 == start && before(1) == "van";
        mention.words.end <= start && end.is_some_and(|end| moment.words.end <= end || of(end))
    };
    led || described() || first().is_some_and(|first| is_covered(text, mention, first))
}

/// Whether a preposition leads to a mention: "in het jaarverslag".
pub(super) fn is_led(text: &Annotated, mention: &Mention) -> bool {
    let sentence = text.reading.sentence_of(mention.head).words.start;
    let before = (1..=2).filter_map(|back| mention.words.start.checked_sub(back).filter(|word| *word >= sentence));
    before.take_while(|word| text.reading.words()[word + 1].before & Word::COMMA == 0).any(|word| {
        matches!(
            text.reading.folded(word),
            "in" | "uit" | "op" | "van" | "bij" | "over" | "voor" | "naar" | "aan" | "met" | "door" | "via" | "onder"
        )
    })
}

/// Whether mention and moment stand close: in other words the sentence did not turn to something else ("dat", "om") in between.
pub(super) fn reachable(text: &Annotated, mention: &Mention, moment: &Range<usize>, reach: &Range<usize>) -> bool {
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

/// Whether a cue speaks of this mention: it stands right before the name ("de lange, nog te schrijven, havennota"), or no other noun takes it.
pub(super) fn speaks_of(text: &Annotated, mention: &Mention, cue: &Range<usize>) -> bool {
    cue.end == mention.words.start || !subject::is_of_another(text, mention, cue)
}

/// "De prognose gaat uit van 300 boten", "de telling komt uit op 12": the verb says what a document reckons with, not that it comes.
pub(super) fn reckons(text: &Annotated, verb: usize) -> bool {
    let moves = matches!(text.reading.folded(verb), "gaat" | "gaan" | "komt" | "komen");
    let end = text.reading.sentence_of(verb).words.end;
    let next = |word: usize| if word < end { text.reading.folded(word) } else { "" };
    moves && next(verb + 1) == "uit" && matches!(next(verb + 2), "van" | "op")
}

/// Whether an expression of time speaks of this mention: not part of its name, within reach, and not leaning on the next mention.
pub(super) fn belongs(text: &Annotated, mention: &Mention, moment: &Range<usize>, reach: &Range<usize>) -> bool {
    let within = reach.start <= moment.start && moment.end <= reach.end;
    let inside = moment.start < mention.words.end && mention.words.start < moment.end;
    if !within || inside {
        return false;
    }
    // Of several editions ("de verslagen van 2023 en 2024 (volgt in mei)") what follows speaks of the last.
    let last = text
        .mentions_near(&mention.words)
        .iter()
        .rfind(|other| other.words == mention.words)
        .is_none_or(|other| other.edition == mention.edition);
    if !last && moment.start >= mention.words.end {
        return false;
    }
    let leans = moment.start > mention.head
        && text.mentions_near(moment).iter().any(|other| {
            other.words.start >= moment.end
                && other.words.start - moment.end <= 1
                && other.words != mention.words
                && !pause(text, moment.end..other.words.start + 1)
                && pause(text, moment.start..moment.start + 1)
        });
    let before = moment.end <= mention.words.start
        && text.mentions_near(reach).iter().any(|other| other.words.end <= moment.start && other.words.start >= reach.start)
        && mention.words.start - moment.end > 2;
    // "de nota (op 3 mei vastgesteld), de visie": the brackets speak of what stands before them.
    let elsewhere = moment.end <= mention.words.start
        && text.reading.words()[moment.end..=mention.words.start].iter().any(|word| word.before & Word::CLOSE != 0);
    !leans && !before && !elsewhere
}

/// "Na de inspraak in mei verschijnt het in september": the first time is that of what comes before.
pub(super) fn precedes(text: &Annotated, moment: &Moment, reach: &Range<usize>) -> bool {
    let sentence = &text.reading.sentence_of(moment.words.start).words;
    let start = text.clause(moment.words.start).start;
    let after = start + 1 < moment.words.start && text.reading.folded(start) == "na" && moment.words.start < start + 9;
    let later =
        |other: &Moment| moment.words.end <= other.words.start && other.words.start < sentence.end && reach.contains(&other.words.start);
    after && text.moments_near(reach).iter().any(|other| later(other) && other.promises())
}

pub(super) fn pause(text: &Annotated, words: Range<usize>) -> bool {
    text.reading.words()[words].iter().any(|word| word.before & (Word::COMMA | Word::COLON) != 0)
}

pub(super) fn bracketed(text: &Annotated, index: usize) -> bool {
    text.reading.words()[index].before & (Word::OPEN | Word::COLON) != 0
}
