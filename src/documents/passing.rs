//! Documents that are named in passing: annexes of the letter, decisions, motions and rulings by their day, and letters of which only
//! the writing is named ("wij schreven u op 3 mei").
//!
//! They exist, and answers seldom turn on them; they get a row in the register, and the words around them are not searched for more.

use std::ops::Range;

use super::annotated::Annotated;
use super::asserted;
use super::lens::Vocabulary;
use super::mention::Mention;
use super::traits::Trait;
use crate::text::is_quoted;
use crate::time::{Date, Interval, Moment, Relation};

/// A document that a text names in passing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passing {
    /// Its words: "bijlage 2", "besluit van 2 juli 2024".
    pub words: Range<usize>,
    /// Its name, where its words are not that: one of the annexes of "bijlagen 1 tot en met 3".
    pub name: String,
    /// Its kind.
    pub kind: String,
    /// The number of an annex as printed, folded; empty when it has none.
    pub number: String,
    /// The day that it bears; an annex has none.
    pub day: Option<Interval>,
}

/// The documents that `text` names in passing, seen from the letter's date.
pub(super) fn all(text: &Annotated, from: Option<Date>) -> impl Iterator<Item = Passing> + '_ {
    let named = |at: usize| text.mentions_near(&(at..at + 1)).iter().any(|mention| mention.words.contains(&at));
    let may_name = move |at: &usize| text.is_one_of(*at, MAY_NAME);
    (0..text.reading.words().len()).filter(may_name).flat_map(move |at| {
        let one = if text.is(at, Vocabulary::Titled)
            && let Some(titled) = titled(text, at)
        {
            Some(titled)
        } else if text.reading.folded(at) == "bijlage" {
            annex(text, at)
        } else if text.is(at, Vocabulary::Dated) && !named(at) {
            from.and_then(|from| dated(text, at, from).or_else(|| written(text, at, from)))
        } else {
            from.and_then(|from| written(text, at, from))
        };
        one.into_iter().chain(annexes(text, at))
    })
}

/// What a word is that may name a document in passing.
const MAY_NAME: u64 = Trait::Passing.bit() | Vocabulary::Dated.bit() | Vocabulary::Titled.bit();

/// A word that may name a document in passing, or tell that one was written.
pub(super) fn may_name(word: &str) -> bool {
    matches!(word, "bijlage" | "bijlagen" | "bijlages" | "bericht") || WRITTEN.contains(&word)
}

/// The longest title of a piece of the press, in words.
const LONGEST_TITLE: usize = 30;

/// "het bericht «De pont vaart niet»": a piece of the press, by its title.
fn titled(text: &Annotated, at: usize) -> Option<Passing> {
    let words = text.reading.words();
    let end = words.len().min(at + 2 + LONGEST_TITLE);
    let between = |word: usize| {
        words.get(word).map_or(&text.text[words[word - 1].span.end..], |next| &text.text[words[word - 1].span.end..next.span.start])
    };
    let open = (at + 1 < end).then(|| between(at + 1).trim().chars().last()).flatten()?;
    let closes = |word: usize| between(word).trim_start_matches(['?', '!', '.']).starts_with(|mark| is_quoted(open, mark));
    let last = (at + 2..=end).find(|word| closes(*word))?;
    let title = text.quote(&(at + 1..last)).split_whitespace().collect::<Vec<_>>().join(" ");
    let kind = text.reading.folded(at).to_owned();
    let name = format!("{kind} ‘{title}’");
    Some(Passing { words: at..last, name, kind, number: String::new(), day: None })
}

/// Past forms of writing.
const WRITTEN: &[&str] = &["schreef", "schreven", "geschreven", "berichtte", "berichtten"];

/// "de motie van 14 november 2024", "het besluit van 2 juli jl.": such words name a document only with a day that is past.
fn dated(text: &Annotated, at: usize, from: Date) -> Option<Passing> {
    let moment = day_after(text, at + 1)?;
    let day = moment.previous.unwrap_or(moment.interval);
    let passing = Passing {
        words: at..moment.words.end,
        name: String::new(),
        kind: text.reading.folded(at).to_owned(),
        number: String::new(),
        day: Some(day),
    };
    let made = |word: usize| text.is(word, Vocabulary::Given) || MADE.contains(&text.reading.folded(word));
    let denied = text.clause(at).any(|word| made(word) && asserted::is_denied(text, word));
    (day.to < from && !denied).then_some(passing)
}

/// Past forms of what makes a motion, a decision or a ruling, beside those of sending and publishing.
const MADE: &[&str] = &["ingediend", "ingebracht", "genomen", "gedaan", "geschreven"];

/// "Wij schreven u hierover op 3 mei", "daarover is op 3 mei geschreven": a letter, of which only the day is told.
fn written(text: &Annotated, at: usize, from: Date) -> Option<Passing> {
    let folded = |word: usize| if word < text.reading.words().len() { text.reading.folded(word) } else { "" };
    let told = folded(at) == "bericht" && matches!(folded(at + 1), "ontvangen" | "gekregen" | "gestuurd");
    if !told && !WRITTEN.contains(&folded(at)) {
        return None;
    }
    let clause = text.clause(at);
    // "De heer Jansen schreef op 3 mei in de krant": neither of the sender nor to the asker.
    let ours = |word: usize| text.is(word, Vocabulary::Sender) || text.is(word, Vocabulary::Asker);
    if !clause.clone().any(ours) || asserted::is_denied(text, at) {
        return None;
    }
    let moment =
        text.moments_near(&clause).iter().find(|moment| clause.contains(&moment.words.start) && moment.words.start.abs_diff(at) <= 6)?;
    let day = moment.previous.unwrap_or(moment.interval);
    let (first, last) = (at.min(moment.words.start), moment.words.end.max(at + 1));
    let name = format!("brief van {}", text.quote(&moment.words).split_whitespace().collect::<Vec<_>>().join(" "));
    let passing = Passing { words: first..last, name, kind: "brief".to_owned(), number: String::new(), day: Some(day) };
    (day.from == day.to && day.to < from).then_some(passing)
}

/// The annexes of "bijlagen 1 en 2", "bijlagen 1 tot en met 3".
fn annexes(text: &Annotated, at: usize) -> Vec<Passing> {
    if !matches!(text.reading.folded(at), "bijlagen" | "bijlages") {
        return Vec::new();
    }
    let end = text.reading.sentence_of(at).words.end;
    let number = |word: usize| (word < end).then(|| text.reading.folded(word).parse::<u8>().ok()).flatten().filter(|number| *number < 40);
    let Some(first) = number(at + 1) else { return Vec::new() };
    let mut numbers = vec![first];
    let mut last = at + 1;
    let mut through = false;
    for word in at + 2..end.min(at + 14) {
        if let Some(number) = number(word) {
            let before = numbers.last().copied().unwrap_or(number);
            numbers.extend(if through { before + 1..=number } else { number..=number });
            (last, through) = (word, false);
        } else if matches!(text.reading.folded(word), "en" | "met" | "tot" | "t" | "m") {
            through |= text.reading.folded(word) == "tot" || text.reading.folded(word) == "t";
        } else {
            break;
        }
    }
    let words = at..last + 1;
    // "Bijlagen 1" in a letterhead tells how many there are.
    if numbers.len() < 2 || is_of_another(text, &words, end) {
        return Vec::new();
    }
    let one = |number: &u8| Passing {
        words: words.clone(),
        name: format!("bijlage {number}"),
        kind: "bijlage".to_owned(),
        number: number.to_string(),
        day: None,
    };
    numbers.iter().map(one).collect()
}

/// The day that a thing bears whose name ends before word `end`: "brief van 3 mei", "brief aan de minister van 3 mei".
pub(super) fn day_after(text: &Annotated, end: usize) -> Option<&Moment> {
    day_at(text, end).and_then(|place| text.moments.get(place))
}

/// The same, as a place among the moments of the text.
pub(super) fn day_at(text: &Annotated, end: usize) -> Option<usize> {
    let sentence = text.reading.words().get(end.checked_sub(1)?)?.sentence;
    let from = text.moments.partition_point(|moment| moment.words.start < end);
    let next = text.moments.get(from).filter(|moment| moment.words.start <= end + 6)?;
    let same = text.reading.words()[next.words.start].sentence == sentence;
    let clause =
        (end..next.words.start).all(|word| !text.is(word, Vocabulary::Delivery) && text.clause(word).start == text.clause(end).start);
    let before = next.words.start.checked_sub(1).map_or("", |before| text.reading.folded(before));
    // "aan uw raad van 23 november": the day of the letter, where "in uw raad van 23 november" is that of a meeting.
    let addressed = before == "van" && text.reading.folded(end) == "aan";
    let day = (next.relation == Relation::Of || before == "d.d" || addressed) && next.interval.from == next.interval.to;
    (same && clause && day).then_some(from)
}

/// The annex at `at`, if it is one of the letter itself.
fn annex(text: &Annotated, at: usize) -> Option<Passing> {
    let end = text.reading.sentence_of(at).words.end;
    let numbered =
        at + 1 < end && is_number(text.reading.folded(at + 1)) && (text.is_capital(at + 1) || text.reading.folded(at + 1).len() > 1);
    let words = at..if numbered { at + 2 } else { at + 1 };
    let before = at.checked_sub(1).map_or("", |before| text.reading.folded(before));
    let led = numbered || matches!(before, "de" | "bijgaande" | "bijgevoegde" | "als");
    let number = if numbered { text.reading.folded(at + 1).to_owned() } else { String::new() };
    // "De bijlage volgt in mei."
    let follows = text.clause(at).any(|word| matches!(text.reading.folded(word), "volgt" | "volgen" | "nagezonden" | "nagestuurd"));
    (led && !follows && !is_of_another(text, &words, end)).then_some(Passing {
        words,
        name: String::new(),
        kind: "bijlage".to_owned(),
        number,
        day: None,
    })
}

/// "1", "12", "a", "iv".
fn is_number(word: &str) -> bool {
    let digits = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let roman = word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    digits || roman || word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// "bijlage 3 van de nota", "als bijlage bij het voorstel"; "bijlage 1 bij deze brief" is one of the letter.
fn is_of_another(text: &Annotated, words: &Range<usize>, end: usize) -> bool {
    let linked = words.end < end && matches!(text.reading.folded(words.end), "van" | "bij" | "in" | "uit" | "onder");
    if linked && words.end + 1 < end && matches!(text.reading.folded(words.end + 1), "deze" | "dit") {
        return false;
    }
    let near = |mention: &&Mention| (words.end + 1..words.end + 5).contains(&mention.words.start);
    let this = |mention: &Mention| matches!(text.reading.folded(mention.words.start - 1), "deze" | "dit");
    linked && text.mentions.iter().find(near).is_none_or(|mention| !this(mention))
}
