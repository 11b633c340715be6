//! Editions of documents: the year or years in a name, and "de uitgave over 2013", "dat van 2024".

use super::annotated::Annotated;
use super::mention::{Determiner, Mention};
use super::version::past;
use crate::text::Word;
use crate::time::Date;

/// A year as an edition: four digits from 1990 to 2059.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1990..2060).contains(&year))
}

/// Reads "2024", "over 2024", "van het jaar 2024", "2022 en 2023", "2021-2030", "2013-II" from word `at`.
pub(super) fn edition(text: &Annotated, at: usize, end: usize, more: bool) -> (Vec<String>, usize) {
    let folded = |index: usize| if index < end { text.reading.folded(index) } else { "" };
    let mut years = Vec::new();
    let mut index = at;
    if more {
        if !goes_on(text, at, end) {
            return (years, at);
        }
        let year = if is_year(folded(index)) { index } else { index + 1 };
        return (vec![folded(year).to_owned()], year + 1);
    }
    if let Some((year, after)) = relative(text, at, end) {
        return (vec![year], after);
    }
    while matches!(
        folded(index),
        "over" | "van" | "uit" | "voor" | "het" | "jaar" | "boekjaar" | "begrotingsjaar" | "t" | "m" | "editie" | "de" | "jaren"
    ) {
        index += 1;
        if index - at > 3 {
            return (years, at);
        }
    }
    if !is_year(folded(index)) {
        return (years, at);
    }
    let mut year = folded(index).to_owned();
    index += 1;
    let dash = index < end && text.reading.words()[index].before & Word::DASH != 0;
    if dash && (is_year(folded(index)) || matches!(folded(index), "i" | "ii" | "iii" | "1" | "2" | "3")) {
        year = format!("{year}-{}", folded(index));
        index += 1;
    }
    years.push(year);
    (years, index)
}

/// "het jaarverslag over dit jaar", "de begroting voor volgend jaar": the year that such words name, seen from the letter's date.
/// Not "van vorig jaar", which may be the year in which it appeared.
fn relative(text: &Annotated, at: usize, end: usize) -> Option<(String, usize)> {
    if at >= end || !matches!(text.reading.folded(at), "over" | "voor") {
        return None;
    }
    let moment = text.moments_near(&(at..at + 2)).iter().find(|moment| moment.words.start == at + 1 && moment.words.end <= end)?;
    let (from, to) = (moment.interval.from, moment.interval.to);
    let whole = from.year() == to.year() && from.day_of_year() == 1 && to.month() == 12 && to.day() == 31;
    let named = text.reading.folded(moment.words.end - 1) == "jaar" && moment.words.len() == 2;
    (whole && named).then(|| (from.year().to_string(), moment.words.end))
}

/// Whether another year of a row stands at `at`: the ", 2022" or "en 2023" of "2021, 2022 en 2023".
pub(super) fn goes_on(text: &Annotated, at: usize, end: usize) -> bool {
    let year = |index: usize| index < end && is_year(text.reading.folded(index));
    let comma = at < end && text.reading.words()[at].before & Word::COMMA != 0;
    let joined = at < end && matches!(text.reading.folded(at), "en" | "of");
    comma && year(at) || joined && year(at + 1)
}

/// "de uitgave over 2013": another edition of the document named before.
pub(super) fn other_edition(text: &Annotated, at: usize, from: Option<Date>, found: &mut Vec<Mention>) -> Option<usize> {
    // "In mei verschijnt dat van 2024": the pointing word stands for the kind.
    let points = matches!(text.reading.folded(at), "dat" | "die") && at + 1 < text.reading.words().len();
    let points = points && matches!(text.reading.folded(at + 1), "van" | "over");
    if found.is_empty() || !points && !OTHER_EDITION.contains(&text.reading.folded(at)) {
        return None;
    }
    let near = || found.iter().rev().take_while(|before| before.head + 60 > at).filter(|before| !before.carries);
    // "het verslag, gevoegd bij het besluit over de rekening. De edities 2021 en 2022 …": those of the verslag.
    let owned =
        |before: &&Mention| (1..=2).any(|back| before.words.start.checked_sub(back).is_some_and(|word| text.reading.folded(word) == "van"));
    let before = near().find(|before| !before.weak && !owned(before)).or_else(|| near().next())?.clone();
    let stop = text.reading.sentence_of(at).words.end;
    let (mut years, mut end) = edition(text, at + 1, stop, false);
    while !years.is_empty() && goes_on(text, end, stop) {
        let (more, after) = edition(text, end, stop, true);
        years.extend(more);
        end = after;
    }
    if years.is_empty() {
        // "Het verslag van juni is er. Dat van 3 september volgt.": the same kind of another day.
        let past = past(text, at + 1, from).filter(|_| points && before.past.is_some());
        let (end, _) = past?;
        found.push(Mention { words: at..end, head: at, determiner: Determiner::Definite, past, ..before });
        return Some(end);
    }
    found.extend(years.into_iter().map(|edition| Mention {
        words: at..end,
        head: at,
        edition,
        determiner: Determiner::Definite,
        ..before.clone()
    }));
    Some(end)
}

/// Words for an edition of a document that was named before.
pub(super) const OTHER_EDITION: &[&str] = &["uitgave", "uitgaven", "editie", "edities", "versie", "versies"];
