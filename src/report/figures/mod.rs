//! From the figures of a run to its charts.

pub mod groups;

use std::collections::BTreeSet;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use groups::{awaited, bar, groups, share};
use rayon::prelude::*;

use super::Language;
use super::charts::{self, Bar, Chart, Figure, Frame, Group, Point};
use super::findings::totals::{Heading, Totals};
use super::findings::unit::ThemeCounts;
use super::words::{counted, day};
use crate::coder::EDITION;
use crate::error::{Error, Problem, Result};
use crate::measure::Counts;

/// The charts of a run in the order of a report: of one letter what it does, of more how they differ.
///
/// # Errors
/// A chart cannot be drawn; that is a mistake in this program.
pub fn charts(totals: &Totals, themes: &[ThemeCounts], codebook: &str, language: Language) -> Result<Vec<Figure>> {
    panic::catch_unwind(|| drawn(totals, themes, codebook, language)).map_err(|_| fault())
}

fn drawn(totals: &Totals, themes: &[ThemeCounts], codebook: &str, language: Language) -> Vec<Figure> {
    let frame = Frame { source_line: source(totals, codebook, language), language };
    let (by, groups) = groups(totals, themes);
    let bars: Vec<Bar> = groups.iter().map(bar).collect();
    let shares: Vec<Group> = groups.into_iter().map(|(label, letters, counts)| share(label, letters, counts)).collect();
    let awaited = awaited(totals, language);
    let answered = totals.counts.answered;
    let one = totals.first.as_ref().filter(|_| totals.letters == 1);
    let classes = charts::classes(&bars, by, &frame);
    let deferral = charts::deferral(&shares, by, &frame);
    let documents = charts::documents(&awaited, answered, &frame);
    let definitions = charts::definitions(&totals.counts, totals.letters, &frame);
    if let Some(Heading { answers, date, .. }) = one {
        let calendar = charts::calendar(&awaited, answered, *date, &frame);
        return vec![charts::letter(answers, &frame), classes, deferral, documents, calendar, definitions];
    }
    let calendar = charts::waits(&totals.spread.waits, answered, &frame);
    let senders = charts::senders(&senders(totals), &frame);
    let years = charts::years(&years(totals), undated(totals), &frame);
    vec![classes, deferral, documents, calendar, definitions, senders, years]
}

/// The chart of classes alone.
pub fn classes(totals: &Totals, themes: &[ThemeCounts], codebook: &str, language: Language) -> Figure {
    let (by, groups) = groups(totals, themes);
    let bars: Vec<Bar> = groups.iter().map(bar).collect();
    charts::classes(&bars, by, &Frame { source_line: source(totals, codebook, language), language })
}

/// The files of the charts that were drawn: each as SVG and as PNG for print.
///
/// # Errors
/// A PNG cannot be made; that is a mistake in this program.
pub fn files(figures: &[Figure]) -> Result<Vec<(String, Vec<u8>)>> {
    let drawn: Vec<&Chart> = figures.iter().filter_map(Figure::chart).collect();
    let next = AtomicUsize::new(0);
    // Each painter takes the next chart when it is ready with one, on the same paper.
    let paint = |_| -> Result<Vec<(usize, Vec<u8>)>> {
        let (mut paper, mut done) = (Vec::new(), Vec::new());
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(chart) = drawn.get(number) else { return Ok(done) };
            done.push((number, charts::png(chart, &mut paper)?));
        }
    };
    let painters = rayon::current_num_threads().min(drawn.len());
    let paint_all = || (0..painters).into_par_iter().with_max_len(1).map(paint).collect::<Result<Vec<_>>>();
    let painted = panic::catch_unwind(AssertUnwindSafe(paint_all)).unwrap_or_else(|_| Err(fault()))?;
    let mut pngs: Vec<_> = painted.into_iter().flatten().collect();
    pngs.sort_unstable_by_key(|(number, _)| *number);
    let both = |(chart, (_, png)): (&&Chart, _)| {
        let svg = chart.svg.clone().into_bytes();
        [(format!("charts/{}.png", chart.name), png), (format!("charts/{}.svg", chart.name), svg)]
    };
    Ok(drawn.iter().zip(pngs).flat_map(both).collect())
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

/// What is said where drawing itself went wrong.
fn fault() -> Error {
    Error::new(Path::new("charts"), "a chart cannot be drawn because of a mistake in antwoordmeter", "please report it, with answers.csv")
}

/// What the charts are of, the codebook and the program.
fn source(totals: &Totals, codebook: &str, language: Language) -> String {
    let codebook = codebook.get(..12).unwrap_or(codebook);
    let program = format!("{} {codebook} · antwoordmeter {}", language.pick("codeboek", "codebook"), EDITION);
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

/// The senders, each with its letters.
fn senders(totals: &Totals) -> Vec<(Point, u32)> {
    let named = totals.spread.senders.iter().filter(|(key, _)| !key.is_empty());
    named.map(|(_, sender)| (point(sender.name.clone(), sender.counts), sender.letters)).collect()
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
    use super::subject;
    use crate::measure::Counts;
    use crate::report::Language;
    use crate::report::findings::totals::{Heading, Totals};

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
}
