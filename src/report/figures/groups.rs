//! What the rows of charts are of: themes, letters, years; documents.
//!
//! Chosen: of up to forty letters, a row in the charts for each letter; of more, for each theme that they share, or else each year. Why:
//! headings of one letter say little beside those of another, and forty rows fill a page. Rejected: a row for each heading.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::measure::Counts;
use crate::report::Language;
use crate::report::charts::{Awaited, Bar, By, Group};
use crate::report::findings::totals::Totals;
use crate::report::findings::unit::ThemeCounts;
use crate::report::findings::waited::Waited;

/// Of so many letters each can have a row of its own.
const LETTERS: u32 = 40;

/// A label, the letters behind it, and their counts.
pub(in crate::report) type Counted = (String, u32, Counts);

/// The rows of the charts: themes of one letter, up to forty letters, themes that most of the answers of many letters share, or years.
pub(in crate::report) fn groups(totals: &Totals, themes: &[ThemeCounts]) -> (By, Vec<Counted>) {
    match totals.letters {
        0 | 1 => (By::Theme, summed(themes, |theme| &theme.title)),
        2..=LETTERS => (By::Letter, summed(themes, |theme| &theme.letter)),
        _ => {
            let mut shared = summed(themes, |theme| theme.title.trim());
            let is_shared = |(label, letters, _): &Counted| *letters > 1 && !label.is_empty();
            let answered = |groups: &mut dyn Iterator<Item = &Counted>| groups.map(|(.., counts)| u64::from(counts.answered)).sum::<u64>();
            if 2 * answered(&mut shared.iter().filter(|group| is_shared(group))) >= answered(&mut shared.iter()) {
                // Answers without a theme come last.
                shared.sort_by_cached_key(|(label, _, counts)| (label.is_empty(), Reverse(counts.answered), label.clone()));
                return (By::Theme, shared);
            }
            let year = |(year, counts): (&Option<i16>, &Counts)| {
                let label = year.map(|year| year.to_string()).unwrap_or_default();
                // That a year is drawn from several letters is all that has to be known.
                (label, totals.letters, *counts)
            };
            let (undated, mut years): (Vec<_>, Vec<_>) = totals.spread.years.iter().partition(|(year, _)| year.is_none());
            years.extend(undated);
            (By::Year, years.into_iter().map(year).collect())
        }
    }
}

/// Themes with one label together, in the order of the first of each.
fn summed(themes: &[ThemeCounts], label: impl Fn(&ThemeCounts) -> &str) -> Vec<Counted> {
    let mut groups: Vec<Counted> = Vec::new();
    let mut places: HashMap<&str, (usize, &str)> = HashMap::new();
    for theme in themes {
        let name = label(theme);
        let (place, last) = places.entry(name).or_insert((groups.len(), ""));
        if *place == groups.len() {
            groups.push((name.to_owned(), 0, Counts::default()));
        }
        if let Some((_, letters, counts)) = groups.get_mut(*place) {
            *letters += u32::from(*last != theme.letter);
            *counts += theme.counts;
        }
        *last = &theme.letter;
    }
    groups
}

/// What the answers of a row do.
pub(in crate::report) fn bar((label, _, counts): &Counted) -> Bar {
    Bar {
        label: label.clone(),
        substantive: counts.substantive,
        deferral: counts.deferral,
        external_reference: counts.external_reference,
        unresolved: counts.unresolved,
    }
}

/// How many answers of a row wait for a document.
pub(in crate::report) fn share(label: String, letters: u32, counts: Counts) -> Group {
    Group { label, count: counts.defers_to_document, total: counts.answered, letters }
}

/// The documents that answers wait for; those of one name that only one letter each speaks of are brought together and told to be different.
pub(in crate::report) fn awaited(totals: &Totals, language: Language) -> Vec<Awaited> {
    let one = totals.letters == 1;
    let mut names: HashMap<String, u32> = HashMap::new();
    for waited in totals.waited_for.values() {
        *names.entry(waited.name.to_lowercase()).or_default() += 1;
    }
    let mut rows: Vec<Awaited> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for waited in totals.waited_for.values() {
        let name = waited.name.to_lowercase();
        let several = names.get(&name).is_some_and(|count| *count > 1);
        if !one && several && !waited.letter.is_empty() && !name.is_empty() {
            let place = *places.entry(name).or_insert(rows.len());
            if place < rows.len() {
                rows[place].documents += 1;
                rows[place].answers += waited.answers;
                continue;
            }
        }
        rows.push(Awaited {
            document: waited.name.clone(),
            note: note(waited, one, several, language),
            documents: 1,
            due: waited.due,
            disputed: waited.disputed,
            answers: waited.answers,
        });
    }
    rows
}

/// What tells a document from others: in one letter the question, in several who speaks of it.
fn note(waited: &Waited, one: bool, several: bool, language: Language) -> String {
    match (one, several) {
        _ if waited.name.is_empty() => String::new(),
        (true, true) => format!("{} {}", language.pick("bij vraag", "at question"), waited.first),
        (true, false) => String::new(),
        (false, _) if waited.letter.is_empty() => waited.sender.clone(),
        (false, _) => waited.letter.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{By, groups};
    use crate::measure::Counts;
    use crate::report::findings::totals::Totals;
    use crate::report::findings::unit::ThemeCounts;

    #[test]
    fn rows_are_themes_letters_or_years() {
        let theme = |letter: &str, title: &str| ThemeCounts {
            letter: letter.to_owned(),
            title: title.to_owned(),
            counts: Counts { questions: 2, answered: 2, deferral: 2, ..Counts::default() },
        };
        let rows = |letters: u32, themes: &[ThemeCounts]| {
            let mut totals = Totals { letters, ..Totals::default() };
            totals.spread.years = [(None, Counts { answered: 3, ..Counts::default() }), (Some(2024), Counts::default())].into();
            let (by, groups) = groups(&totals, themes);
            (by, groups.into_iter().map(|(label, letters, counts)| (label, letters, counts.answered)).collect::<Vec<_>>())
        };
        let row = |label: &str, letters, answered| (label.to_owned(), letters, answered);
        assert_eq!(
            rows(1, &[theme("a", "Wonen"), theme("a", ""), theme("a", "Wonen")]),
            (By::Theme, vec![row("Wonen", 1, 4), row("", 1, 2)])
        );
        let two = [theme("a", "Wonen"), theme("a", ""), theme("b", "Wonen")];
        assert_eq!(rows(2, &two), (By::Letter, vec![row("a", 1, 4), row("b", 1, 2)]));
        assert_eq!(rows(41, &two), (By::Theme, vec![row("Wonen", 2, 4), row("", 1, 2)]));
        assert_eq!(rows(41, &[theme("a", "Wonen"), theme("b", "")]), (By::Year, vec![row("2024", 41, 0), row("", 41, 3)]));
    }
}
