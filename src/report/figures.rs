//! From the figures of a run to its charts.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::thread;

use super::Language;
use super::charts::{self, Awaited, Bar, By, Cell, Figure, Frame, Group, Point, Texture};
use super::summary::{Heading, Totals};
use super::unit::{ThemeCounts, Unit};
use super::waited::Waited;
use super::words::{counted, day};
use crate::coding::{Class, DeferralKind};
use crate::error::{Error, Problem, Result};
use crate::letter::Letter;
use crate::measure::Counts;

/// Of so many letters each can have a row of its own.
const LETTERS: u32 = 40;

/// The charts of a run in the order of a report: of one letter what it does, of more how they differ.
pub fn charts(totals: &Totals, themes: &[ThemeCounts], codebook: &str, language: Language) -> Vec<Figure> {
    let frame = Frame { source_line: source(totals, codebook, language), language };
    let (by, groups) = groups(totals, themes);
    let bars: Vec<Bar> = groups.iter().map(bar).collect();
    let shares: Vec<Group> = groups.into_iter().map(|(label, letters, counts)| share(label, letters, counts)).collect();
    let awaited = awaited(totals, language);
    let answered = totals.counts.answered;
    let one = totals.first.as_ref().filter(|_| totals.letters == 1);
    // Writing outlines takes most of the time.
    let (frame, bars, shares, awaited) = (&frame, &bars, &shares, &awaited);
    let classes = move || charts::classes(bars, by, frame);
    let deferral = move || charts::deferral(shares, by, frame);
    let documents = move || charts::documents(awaited, answered, frame);
    let definitions = move || charts::definitions(&totals.counts, totals.letters, frame);
    let draw: Vec<Box<dyn FnOnce() -> Figure + Send + '_>> = match one {
        Some(heading) => vec![
            Box::new(move || charts::letter(&heading.answers, frame)),
            Box::new(classes),
            Box::new(deferral),
            Box::new(documents),
            Box::new(move || charts::calendar(awaited, answered, heading.date, frame)),
            Box::new(definitions),
        ],
        None => vec![
            Box::new(classes),
            Box::new(deferral),
            Box::new(documents),
            Box::new(move || charts::waits(&totals.spread.waits, answered, frame)),
            Box::new(definitions),
            Box::new(move || charts::senders(&senders(totals), frame)),
            Box::new(move || charts::years(&years(totals), undated(totals), frame)),
        ],
    };
    thread::scope(|scope| {
        let drawn: Vec<_> = draw.into_iter().map(|draw| scope.spawn(draw)).collect();
        drawn.into_iter().filter_map(|figure| figure.join().ok()).collect()
    })
}

/// The files of the charts that were drawn: each as SVG and as PNG for print.
///
/// # Errors
/// A PNG cannot be made; that is a mistake in this program.
pub fn files(figures: &[Figure]) -> Result<Vec<(String, Vec<u8>)>> {
    thread::scope(|scope| {
        let mut files = Vec::new();
        let drawn = figures.iter().filter_map(Figure::chart);
        let pngs: Vec<_> = drawn.map(|chart| (chart, scope.spawn(|| charts::png(&chart.svg)))).collect();
        for (chart, png) in pngs {
            files.push((format!("charts/{}.png", chart.name), png.join().unwrap_or_else(|_| Err(fault()))?));
            files.push((format!("charts/{}.svg", chart.name), chart.svg.clone().into_bytes()));
        }
        Ok(files)
    })
}

/// What a reader of the charts should know: characters that the font cannot show.
pub fn warning(figures: &[Figure]) -> Option<Problem> {
    let missing: BTreeSet<char> = figures.iter().filter_map(Figure::chart).flat_map(|chart| chart.missing.chars()).collect();
    let named = missing.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect::<Vec<_>>().join(", ");
    (!missing.is_empty()).then(|| Problem {
        file: "charts".to_owned(),
        letter: String::new(),
        stage: "write",
        what: format!("a box stands for characters that the font of the charts lacks: {named}"),
        remedy: "the descriptions in the SVGs have them".to_owned(),
    })
}

fn fault() -> Error {
    Error::new(Path::new("charts"), "a chart cannot be drawn because of a mistake in antwoordmeter", "please report it, with answers.csv")
}

/// What the charts are of, the codebook and the program.
fn source(totals: &Totals, codebook: &str, language: Language) -> String {
    let codebook = codebook.get(..12).unwrap_or(codebook);
    let program = format!("{} {codebook} · antwoordmeter {}", language.pick("codeboek", "codebook"), env!("CARGO_PKG_VERSION"));
    format!("{}: {} · {program}", language.pick("Bron", "Source"), subject(totals, language))
}

/// The letter when there is one, else how many letters, of which years.
fn subject(totals: &Totals, language: Language) -> String {
    if let Some(Heading { letter, line, date, .. }) = totals.first.as_ref().filter(|_| totals.letters == 1) {
        let date = date.map(|date| format!(", {}", day(date, language))).unwrap_or_default();
        let name = if line.contains(letter.as_str()) { String::new() } else { format!(" ({letter})") };
        return format!("{line}{date}{name}");
    }
    let letters = counted(totals.letters, ("brief", "brieven"), ("letter", "letters"), language);
    let mut years = totals.spread.years.keys().flatten();
    match (years.next(), years.next_back()) {
        (Some(first), Some(last)) => format!("{letters}, {first}–{last}"),
        (Some(year), None) => format!("{letters}, {year}"),
        _ => letters,
    }
}

/// What the charts need of the one letter that they are of: its subject or name, who wrote it and when, and its answers.
pub(super) fn heading(letter: &Letter, units: &[Unit<'_>]) -> Heading {
    let about = &letter.about;
    let subject = if about.subject.is_empty() { &letter.id } else { &about.subject };
    let line = [subject, &about.sender].into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    let cell = |unit: &Unit<'_>| {
        let coding = &unit.judgement.coding;
        Cell {
            number: coding.number.clone(),
            theme: unit.question.title(unit.theme).to_owned(),
            texture: texture(coding.class),
            waits: coding.deferral == Some(DeferralKind::Document),
        }
    };
    Heading { letter: letter.id.clone(), line, date: about.date, answers: units.iter().map(cell).collect() }
}

const fn texture(class: Class) -> Texture {
    match class {
        Class::Substantive => Texture::Substantive,
        Class::Deferral => Texture::Deferral,
        Class::ExternalReference => Texture::External,
        Class::Unresolved => Texture::Unresolved,
        Class::Unanswered => Texture::Unanswered,
    }
}

/// A label, the letters behind it, and their counts.
type Counted = (String, u32, Counts);

/// The rows of the charts: themes of one letter, up to forty letters, themes that most of the answers of many letters share, or years.
fn groups(totals: &Totals, themes: &[ThemeCounts]) -> (By, Vec<Counted>) {
    match totals.letters {
        0 | 1 => (By::Theme, summed(themes, |theme| theme.title.clone())),
        2..=LETTERS => (By::Letter, summed(themes, |theme| theme.letter.clone())),
        _ => {
            let mut shared = summed(themes, |theme| theme.title.trim().to_owned());
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
fn summed(themes: &[ThemeCounts], label: impl Fn(&ThemeCounts) -> String) -> Vec<Counted> {
    let mut groups: Vec<Counted> = Vec::new();
    let mut places: HashMap<String, (usize, &str)> = HashMap::new();
    for theme in themes {
        let name = label(theme);
        let (place, last) = places.entry(name.clone()).or_insert((groups.len(), ""));
        if *place == groups.len() {
            groups.push((name, 0, Counts::default()));
        }
        if let Some((_, letters, counts)) = groups.get_mut(*place) {
            *letters += u32::from(*last != theme.letter);
            *counts += theme.counts;
        }
        *last = &theme.letter;
    }
    groups
}

fn bar((label, _, counts): &Counted) -> Bar {
    Bar {
        label: label.clone(),
        substantive: counts.substantive,
        deferral: counts.deferral,
        external_reference: counts.external_reference,
        unresolved: counts.unresolved,
    }
}

fn share(label: String, letters: u32, counts: Counts) -> Group {
    Group { label, count: counts.defers_to_document, total: counts.answered, letters }
}

/// The documents that answers wait for; those of one name that only one letter each speaks of are brought together and told to be different.
fn awaited(totals: &Totals, language: Language) -> Vec<Awaited> {
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

fn senders(totals: &Totals) -> Vec<Point> {
    let named = totals.spread.senders.iter().filter(|(key, _)| !key.is_empty());
    named.map(|(_, sender)| point(sender.name.clone(), sender.counts)).collect()
}

fn years(totals: &Totals) -> Vec<Point> {
    totals.spread.years.iter().filter_map(|(year, counts)| Some(point(year.as_ref()?.to_string(), *counts))).collect()
}

fn undated(totals: &Totals) -> u32 {
    totals.spread.years.get(&None).map_or(0, |counts| counts.answered)
}

fn point(label: String, counts: Counts) -> Point {
    Point { label, count: counts.defers_to_document, total: counts.answered }
}

#[cfg(test)]
mod tests {
    use super::{By, groups, subject};
    use crate::measure::Counts;
    use crate::report::Language;
    use crate::report::summary::{Heading, Totals};
    use crate::report::unit::ThemeCounts;

    /// "2025-04-17" was broken after its last hyphen.
    #[test]
    fn the_date_of_the_letter_is_in_words() {
        let first = Heading {
            letter: "bomen_x".to_owned(),
            line: "bomen, Gemeente X".to_owned(),
            date: "2025-04-17".parse().ok(),
            answers: Vec::new(),
        };
        let mut totals = Totals { letters: 1, first: Some(first), ..Totals::default() };
        assert_eq!(subject(&totals, Language::Dutch), "bomen, Gemeente X, 17 april 2025 (bomen_x)");
        totals.letters = 2;
        assert_eq!(subject(&totals, Language::English), "2 letters");
        totals.spread.years = [(None, Counts::default()), (Some(2024), Counts::default()), (Some(2025), Counts::default())].into();
        assert_eq!(subject(&totals, Language::Dutch), "2 brieven, 2024–2025");
    }

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
