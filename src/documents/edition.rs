//! Editions of documents: the year or years in a name.

use super::annotated::Annotated;
use crate::text::Word;

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
