//! From the figures of a run to the data of its charts.

use std::path::Path;
use std::thread;

use super::Language;
use super::charts::{self, Bar, Chart, Figure, Frame, Waiting};
use super::dates::{day, due};
use super::summary::{Heading, Totals, Waited};
use super::unit::{ThemeCounts, grouped};
use crate::error::{Error, Problem, Result};
use crate::letter::Letter;

/// The charts of a run, in the order of a report.
pub fn charts(totals: &Totals, themes: &[ThemeCounts], codebook: &str, language: Language) -> Vec<Figure> {
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
    let documents = language.pick("Documenten waarop antwoorden wachten", "Documents that answers wait for");
    vec![charts::themes(&bars, &frame(label)), charts::defers(&waiting, totals.counts.answered, &frame(documents))]
}

/// The files of the charts that were drawn: each as SVG and as PNG for print.
///
/// # Errors
/// A PNG cannot be made; that is a mistake in this program.
pub fn files(figures: &[Figure]) -> Result<Vec<(String, Vec<u8>)>> {
    // A picture for print takes longer than a thousand answers: all are drawn at once.
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
pub fn warnings(figures: &[Figure]) -> Vec<Problem> {
    let warning = |chart: &Chart| {
        let named = chart.missing.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect::<Vec<_>>().join(", ");
        (!named.is_empty()).then(|| Problem {
            file: format!("charts/{}.svg", chart.name),
            letter: String::new(),
            stage: "write",
            what: format!("shows a box for characters that its font lacks: {named}"),
            remedy: "its description and the tables have them".to_owned(),
        })
    };
    figures.iter().filter_map(Figure::chart).filter_map(warning).collect()
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

/// A bar for each theme of the one letter; of more letters, for each letter.
fn bars(themes: &[ThemeCounts], language: Language) -> (&'static str, Vec<Bar>) {
    let headed = themes.iter().any(|theme| !theme.title.is_empty());
    let (several, groups) = grouped(themes);
    let title = match (several, headed) {
        (true, _) => language.pick("Wat de antwoorden doen, per brief", "What the answers do, by letter"),
        (false, true) => language.pick("Wat de antwoorden doen, per thema", "What the answers do, by theme"),
        (false, false) => language.pick("Wat de antwoorden doen", "What the answers do"),
    };
    let bars = groups.into_iter().map(|(label, counts)| Bar {
        label: label.to_owned(),
        substantive: counts.substantive,
        deferral: counts.deferral,
        external_reference: counts.external_reference,
        unresolved: counts.unresolved,
    });
    (title, bars.collect())
}

fn waiting(waited: &Waited, language: Language) -> Waiting {
    let unnamed = language.pick("niet met naam genoemd", "not named");
    let document = if waited.name.is_empty() { unnamed } else { &waited.name };
    Waiting { document: document.to_owned(), due: waited.due.map(|at| due(at, language)).unwrap_or_default(), answers: waited.answers }
}

#[cfg(test)]
mod tests {
    use super::{bars, subtitle};
    use crate::measure::Counts;
    use crate::report::Language;
    use crate::report::summary::{Heading, Totals};
    use crate::report::unit::ThemeCounts;

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
