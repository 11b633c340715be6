//! How the answers of each theme divide over the classes.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::figure::Figure;
use super::font::Weight;
use super::rows::{Entry, labelled};
use super::sheet::{Anchor, Area, INK, QUIET, SIZE, Sheet};
use super::texture::{Texture, legend};
use super::words::{answers, number};
use super::{By, Frame, Language, MAX_ROWS};

/// The name of the chart.
const NAME: &str = "classes";

/// White between a total and its bar.
const GAP: f64 = 6.0;

/// The answers of one theme by class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// The theme; empty for answers without one.
    pub label: String,
    /// Answered in the letter itself.
    pub substantive: u32,
    /// Put off.
    pub deferral: u32,
    /// Referred elsewhere.
    pub external_reference: u32,
    /// Pointing at an answer that is missing or points back.
    pub unresolved: u32,
}

impl Bar {
    fn total(&self) -> u64 {
        self.parts().map(|(_, count)| u64::from(count)).sum()
    }

    fn count(&self, texture: Texture) -> u32 {
        match texture {
            Texture::Deferral => self.deferral,
            Texture::External => self.external_reference,
            Texture::Substantive => self.substantive,
            Texture::Unresolved => self.unresolved,
            Texture::Unanswered => 0,
        }
    }

    /// The classes that it has, in order.
    fn parts(&self) -> impl Iterator<Item = (Texture, u32)> {
        Texture::ALL.into_iter().map(|texture| (texture, self.count(texture))).filter(|(_, count)| *count > 0)
    }

    /// Whether every number fits its part of the bar.
    fn holds_numbers(&self, unit: f64, language: Language) -> bool {
        self.parts().all(|(texture, count)| {
            // Of a hatched part something must be seen beside its number.
            let beside = if texture == Texture::External { 10.0 } else { 4.0 };
            Weight::Bold.width(&number(count, language), SIZE) + beside <= f64::from(count) * unit
        })
    }

    /// Its numbers in order, for where they do not fit.
    fn numbers(&self, language: Language) -> String {
        self.parts().map(|(_, count)| number(count, language)).collect::<Vec<_>>().join(" · ")
    }

    fn add(&mut self, other: &Self) {
        self.substantive = self.substantive.saturating_add(other.substantive);
        self.deferral = self.deferral.saturating_add(other.deferral);
        self.external_reference = self.external_reference.saturating_add(other.external_reference);
        self.unresolved = self.unresolved.saturating_add(other.unresolved);
    }

    /// "3 uitgesteld, 1 doorverwezen".
    fn in_words(&self, language: Language) -> String {
        let counts = self.parts().map(|(texture, count)| format!("{} {}", number(count, language), texture.name(language)));
        counts.collect::<Vec<_>>().join(", ")
    }
}

/// A chart of the answers by theme, letter or year: one bar each, as long as its number of answers, divided by class, with counts.
///
/// Bars stand in the order given; those without answers are left out, and of more than forty those with the fewest
/// answers are summed. With one answer or none there is no chart.
///
/// # Example: the chart can be read aloud
/// ```
/// use antwoordmeter::report::charts::{Bar, By, Frame, classes};
/// let bar = |label: &str, substantive, deferral| Bar { label: label.to_owned(), substantive, deferral, ..Bar::default() };
/// let figure = classes(&[bar("Afval", 3, 1), bar("Groen", 0, 2)], By::Theme, &Frame::default());
/// assert!(figure.chart().unwrap().description.contains("Afval: 4 antwoorden (1 uitgesteld, 3 inhoudelijk)."));
/// ```
pub fn classes(bars: &[Bar], by: By, frame: &Frame) -> Figure {
    let language = frame.language;
    let mut all = Bar::default();
    for bar in bars {
        all.add(bar);
    }
    if all.total() < 2 {
        let reason = match all.parts().next() {
            None => language.pick("Er zijn geen antwoorden.", "There are no answers.").to_owned(),
            Some((texture, _)) => format!(
                "{} ({}).",
                language.pick("Er is maar één antwoord, dus niets om te vergelijken", "There is only one answer, so nothing to compare"),
                texture.name(language)
            ),
        };
        return Figure::Omitted { name: NAME, reason };
    }
    let (bars, rest) = bounded(bars, by, language);
    let several = bars.len() > 1;
    let total_word = language.pick("totaal", "total");
    let totals = bars.iter().map(|bar| number(bar.total(), language)).chain([total_word.to_owned()]);
    let widest = totals.map(|total| Weight::Regular.width(&total, SIZE)).fold(0.0, f64::max);
    let before = if several { widest + GAP } else { 0.0 };
    // What is not one theme has numbers without a bar, where that would dwarf the others.
    let is_rest = |index: usize| rest && index + 1 == bars.len() || dwarfs(&bars, index, by.unnamed(false, language));
    let entry = |(index, bar): (usize, &Bar)| {
        let count = if is_rest(index) { 0 } else { bar.total() };
        Entry { name: bar.label.clone(), count, ..Entry::default() }
    };
    let entries: Vec<_> = bars.iter().enumerate().map(entry).collect();
    let (labels, columns) = labelled(&entries, before);
    let columns = columns.fitted(&entries, |row, unit| behind(&bars[row], unit, language));
    let title = title(&all, language);
    let mut sheet = Sheet::new(&title, &subtitle(by, several, language));
    legend(&mut sheet, all.parts().map(|(texture, count)| (texture, count.into())), language);
    if several {
        sheet.beside(total_word, columns.left - GAP, sheet.y + SIZE / 2.0, Anchor::Right, Weight::Regular, QUIET);
        sheet.y += SIZE + 6.0;
    }
    let top = sheet.y;
    for (index, (bar, label)) in bars.iter().zip(&labels).enumerate() {
        let top = columns.row(&mut sheet, label);
        let middle = top + columns.bar / 2.0;
        let inside = !is_rest(index) && bar.holds_numbers(columns.unit, language);
        let mut left = columns.left + 0.6;
        for (texture, count) in bar.parts().filter(|_| !is_rest(index)) {
            let width = f64::from(count) * columns.unit;
            let area = Area { left, top, width: (width - 1.0).max(width / 2.0), height: columns.bar };
            let text = if inside { number(count, language) } else { String::new() };
            texture.draw(&mut sheet, area, &text);
            left += width;
        }
        if !inside {
            sheet.beside(&bar.numbers(language), left + GAP, middle, Anchor::Left, Weight::Bold, INK);
        }
        if several {
            sheet.beside(&number(bar.total(), language), columns.left - GAP, middle, Anchor::Right, Weight::Regular, QUIET);
        }
    }
    columns.zero(&mut sheet, top);
    let description = description(&bars, &all, language);
    sheet.finish(NAME, title, &description, frame)
}

/// "Van de 44 antwoorden zijn er 11 uitgesteld en 7 doorverwezen"; of all classes only where neither is there.
fn title(all: &Bar, language: Language) -> String {
    let pointing: Vec<_> = all.parts().filter(|(texture, _)| matches!(texture, Texture::Deferral | Texture::External)).collect();
    let parts = if pointing.is_empty() { all.parts().collect() } else { pointing };
    let one = parts.first().is_some_and(|(_, count)| *count == 1);
    let are = if one { "is " } else { "are " };
    let said = parts.iter().enumerate().map(|(place, (texture, count))| {
        let verb = if place == 0 { language.pick("", are) } else { "" };
        format!("{} {verb}{}", number(*count, language), texture.name(language))
    });
    let said: Vec<_> = said.collect();
    let (said, total) = (said.join(language.pick(" en ", " and ")), answers(all.total(), language));
    match language {
        Language::Dutch => format!("Van de {total} {} er {said}", if one { "is" } else { "zijn" }),
        Language::English => format!("Of the {total}, {said}"),
    }
}

/// Whether a bar of answers without a theme is longer than all bars of themes.
fn dwarfs(bars: &[Bar], index: usize, unnamed: &str) -> bool {
    let longest = bars.iter().filter(|bar| bar.label != unnamed).map(Bar::total).max().unwrap_or(u64::MAX);
    bars[index].label == unnamed && bars[index].total() > longest
}

fn subtitle(by: By, several: bool, language: Language) -> String {
    let length = language.pick("hoe langer de balk, hoe meer antwoorden", "the longer the bar, the more answers");
    let by = match by {
        _ if !several => return language.pick("Alle antwoorden, naar wat zij doen.", "All answers, by what they do.").to_owned(),
        By::Theme => language.pick("Per thema", "By theme"),
        By::Letter => language.pick("Per brief", "By letter"),
        By::Year => language.pick("Per jaar van de brief", "By year of the letter"),
    };
    format!("{by}; {length}.")
}

/// The width that the numbers of a bar need behind it.
fn behind(bar: &Bar, unit: f64, language: Language) -> f64 {
    if bar.holds_numbers(unit, language) { 0.0 } else { GAP + 1.0 + Weight::Bold.width(&bar.numbers(language), SIZE) }
}

/// The bars that have answers, at most forty of them, with names for those that have none; whether the last one is the sum of
/// those that have no room.
fn bounded(bars: &[Bar], by: By, language: Language) -> (Vec<Bar>, bool) {
    let answered: Vec<_> = bars.iter().filter(|bar| bar.total() > 0).collect();
    let mut largest: Vec<_> = (0..answered.len()).collect();
    largest.sort_by_key(|index| (Reverse(answered[*index].total()), *index));
    let mut kept = largest.iter().take(MAX_ROWS).copied().collect::<Vec<_>>();
    kept.sort_unstable();
    let mut shown: Vec<_> = kept.into_iter().map(|index| answered[index].clone()).collect();
    for bar in &mut shown {
        if bar.label.trim().is_empty() {
            by.unnamed(answered.len() == 1, language).clone_into(&mut bar.label);
        }
    }
    let rest = largest.get(MAX_ROWS..).unwrap_or_default();
    if !rest.is_empty() {
        let mut sum = Bar { label: by.others(rest.len() as u64, language), ..Bar::default() };
        for index in rest {
            sum.add(answered[*index]);
        }
        shown.push(sum);
    }
    (shown, !rest.is_empty())
}

/// The chart in words.
fn description(bars: &[Bar], all: &Bar, language: Language) -> String {
    let mut text = format!("{}: {}.", answers(all.total(), language), all.in_words(language));
    let alone = |bar: &Bar| bars.len() == 1 && bar.label == By::Theme.unnamed(true, language);
    for bar in bars.iter().filter(|bar| !alone(bar)) {
        let _ = write!(text, " {}: {} ({}).", bar.label.trim(), answers(bar.total(), language), bar.in_words(language));
    }
    text
}
