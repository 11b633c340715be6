//! From the figures of a run to the data of its charts.

use std::collections::HashMap;
use std::path::Path;
use std::thread;

use super::Language;
use super::charts::{self, Bar, Frame, Waiting};
use super::summary::{Heading, Totals, Waited};
use super::unit::ThemeCounts;
use crate::coding::Due;
use crate::error::{Error, Result};
use crate::letter::Letter;
use crate::time::{Date, Interval};

/// The charts of a run as files: name and bytes.
///
/// # Errors
/// A chart cannot be drawn; that is a mistake in this program.
pub fn charts(totals: &Totals, themes: &[ThemeCounts], codebook: &str, language: Language) -> Result<Vec<(String, Vec<u8>)>> {
    let frame = |title: &str| Frame {
        title: title.to_owned(),
        subtitle: subtitle(totals, language),
        source_line: format!(
            "{} {} · antwoordmeter {}",
            language.pick("codeboek", "codebook"),
            codebook.get(..12).unwrap_or(codebook),
            env!("CARGO_PKG_VERSION")
        ),
        language,
    };
    let (label, bars) = bars(themes, language);
    let waiting: Vec<Waiting> = totals.waited_for.values().map(|waited| waiting(waited, language)).collect();
    let classes = || charts::themes(&bars, &frame(label));
    let title = frame(language.pick("Documenten waarop antwoorden wachten", "Documents that answers wait for"));
    let documents = || charts::defers(&waiting, totals.counts.answered, &title);
    let both = |svg: Option<String>| svg.map(|svg| charts::png(&svg).map(|png| (png, svg.into_bytes()))).transpose();
    // A picture for print takes longer than a thousand answers: both are drawn at once.
    thread::scope(|scope| {
        let drawn = [("classes", scope.spawn(|| both(classes()))), ("documents", scope.spawn(|| both(documents())))];
        let mut files = Vec::new();
        for (name, drawn) in drawn {
            if let Some((png, svg)) = drawn.join().unwrap_or_else(|_| Err(fault()))? {
                files.push((format!("charts/{name}.png"), png));
                files.push((format!("charts/{name}.svg"), svg));
            }
        }
        Ok(files)
    })
}

fn fault() -> Error {
    Error::new(Path::new("charts"), "a chart cannot be drawn because of a mistake in antwoordmeter", "please report it, with answers.csv")
}

/// What the answers are of: the letter when there is one, else how many letters.
fn subtitle(totals: &Totals, language: Language) -> String {
    match &totals.first {
        Some(Heading { line, date: Some(date) }) if totals.letters == 1 => format!("{line}, {}", day(*date, language)),
        Some(Heading { line, date: None }) if totals.letters == 1 => line.clone(),
        _ => format!("{} {}", totals.letters, language.pick("brieven", "letters")),
    }
}

/// A letter in a line: its subject or name, who wrote it and when.
pub(super) fn heading(letter: &Letter) -> Heading {
    let about = &letter.about;
    let subject = if about.subject.is_empty() { &letter.id } else { &about.subject };
    let line = [subject, &about.sender].into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    Heading { line, date: about.date }
}

/// A bar for each theme of the one letter; of more letters, for each letter: headings of one say little beside those of another.
fn bars(themes: &[ThemeCounts], language: Language) -> (&'static str, Vec<Bar>) {
    let headed = themes.iter().any(|theme| !theme.title.is_empty());
    let several = themes.iter().any(|theme| themes.first().is_some_and(|first| first.letter != theme.letter));
    let title = match (several, headed) {
        (true, _) => language.pick("Wat de antwoorden doen, per brief", "What the answers do, by letter"),
        (false, true) => language.pick("Wat de antwoorden doen, per thema", "What the answers do, by theme"),
        (false, false) => language.pick("Wat de antwoorden doen", "What the answers do"),
    };
    let mut bars: Vec<Bar> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for theme in themes {
        let label = if several { &theme.letter } else { &theme.title };
        let place = *places.entry(label).or_insert(bars.len());
        if place == bars.len() {
            bars.push(Bar { label: label.clone(), ..Bar::default() });
        }
        if let Some(bar) = bars.get_mut(place) {
            bar.substantive += theme.counts.substantive;
            bar.deferral += theme.counts.deferral;
            bar.external_reference += theme.counts.external_reference;
            bar.unresolved += theme.counts.unresolved;
        }
    }
    (title, bars)
}

fn waiting(waited: &Waited, language: Language) -> Waiting {
    let unnamed = language.pick("niet met naam genoemd", "not named");
    let document = if waited.name.is_empty() { unnamed } else { &waited.name };
    Waiting { document: document.to_owned(), due: waited.due.map(|due| words(due, language)).unwrap_or_default(), answers: waited.answers }
}

const MONTHS: [(&str, &str); 12] = [
    ("januari", "January"),
    ("februari", "February"),
    ("maart", "March"),
    ("april", "April"),
    ("mei", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("augustus", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
];

fn month(date: Date, language: Language) -> &'static str {
    let month = usize::try_from(date.month() - 1).ok().and_then(|month| MONTHS.get(month));
    month.map_or("", |(dutch, english)| language.pick(dutch, english))
}

fn day(date: Date, language: Language) -> String {
    format!("{} {} {}", date.day(), month(date, language), date.year())
}

/// When something is due, in words.
fn words(due: Due, language: Language) -> String {
    let Due::Interval(Interval { from, to }) = due else {
        return language.pick("onder voorwaarde", "on a condition").to_owned();
    };
    if from == to {
        day(from, language)
    } else if from == to.first_of_month() && to == from.last_of_month() {
        format!("{} {}", month(from, language), from.year())
    } else if from == to.first_of_year() && to == from.last_of_year() {
        from.year().to_string()
    } else {
        format!("{} – {}", day(from, language), day(to, language))
    }
}

#[cfg(test)]
mod tests {
    use super::{bars, subtitle, words};
    use crate::coding::Due;
    use crate::measure::Counts;
    use crate::report::Language;
    use crate::report::summary::{Heading, Totals};
    use crate::report::unit::ThemeCounts;
    use crate::time::Interval;

    #[test]
    fn due_in_words() {
        let table = [
            ("2025-05-01", "2025-05-31", "mei 2025"),
            ("2025-01-01", "2025-12-31", "2025"),
            ("2025-07-01", "2025-07-01", "1 juli 2025"),
            ("2025-09-01", "2025-11-30", "1 september 2025 – 30 november 2025"),
        ];
        let day = |text: &str| text.parse().expect("a day");
        let said = |from, to| words(Due::Interval(Interval { from: day(from), to: day(to) }), Language::Dutch);
        let wrong: Vec<_> = table.iter().filter(|(from, to, text)| said(from, to) != *text).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(words(Due::Conditional, Language::English), "on a condition");
    }

    /// "2025-04-17" was broken after its last hyphen.
    #[test]
    fn the_date_of_the_letter_is_in_words() {
        let first = Heading { line: "bomen, Gemeente X".to_owned(), date: "2025-04-17".parse().ok() };
        let totals = Totals { letters: 1, first: Some(first), ..Totals::default() };
        assert_eq!(subtitle(&totals, Language::Dutch), "bomen, Gemeente X, 17 april 2025");
        assert_eq!(subtitle(&Totals { letters: 2, ..totals }, Language::English), "2 letters");
    }

    #[test]
    fn bars_by_theme_or_by_letter() {
        let theme = |letter: &str, title: &str| ThemeCounts {
            letter: letter.to_owned(),
            title: title.to_owned(),
            counts: Counts { questions: 2, answered: 2, deferral: 2, ..Counts::default() },
        };
        let labels =
            |themes: &[ThemeCounts]| bars(themes, Language::Dutch).1.into_iter().map(|bar| (bar.label, bar.deferral)).collect::<Vec<_>>();
        assert_eq!(labels(&[theme("a", "Wonen"), theme("a", ""), theme("a", "Wonen")]), [("Wonen".to_owned(), 4), (String::new(), 2)]);
        assert_eq!(labels(&[theme("a", "Wonen"), theme("a", ""), theme("b", "Wonen")]), [("a".to_owned(), 4), ("b".to_owned(), 2)]);
        assert_eq!(labels(&[theme("a", ""), theme("b", "")]), [("a".to_owned(), 2), ("b".to_owned(), 2)]);
        assert_eq!(labels(&[theme("a", "")]), [(String::new(), 2)]);
    }
}
