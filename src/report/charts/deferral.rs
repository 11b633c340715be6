//! How many answers of each theme wait for a document that was not yet available.

use std::cmp::Reverse;

use super::figure::Figure;
use super::shares::{self, Row};
use super::sheet::Sheet;
use super::words::waiting;
use super::{By, Frame, Language, MAX_ROWS};

/// The name of the chart.
const NAME: &str = "deferral";

/// The answers of one theme, letter or year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The theme; empty for answers without one.
    pub label: String,
    /// Answers whose own words defer to a document.
    pub count: u32,
    /// Answers.
    pub total: u32,
    /// The letters that they are from.
    pub letters: u32,
}

/// A chart of the answers that wait for a document, as k of n by theme, letter or year; where a group is drawn from several letters,
/// as a share with its interval (Wilson, 1927).
///
/// Groups stand in the order given; of more than forty those with the fewest answers are summed. There is no chart of one group, nor
/// when no answer waits.
///
/// # Example: nothing to compare
/// ```
/// use antwoordmeter::report::charts::{By, Figure, Frame, Group, deferral};
/// let group = Group { label: "Afval".to_owned(), count: 2, total: 7, letters: 1 };
/// let Figure::Omitted { reason, .. } = deferral(&[group], By::Theme, &Frame::default()) else { panic!() };
/// assert_eq!(reason, "2 van de 7 antwoorden wachten op een document dat nog moest verschijnen; er is niets om te vergelijken.");
/// ```
pub fn deferral(groups: &[Group], by: By, frame: &Frame) -> Figure {
    let language = frame.language;
    let groups: Vec<_> = groups.iter().filter(|group| group.total > 0).collect();
    let (count, total) = groups.iter().fold((0, 0), |sum, group| (sum.0 + u64::from(group.count), sum.1 + u64::from(group.total)));
    let title = waiting(count, total, language);
    let nothing = language.pick("er is niets om te vergelijken", "there is nothing to compare");
    let reason = match (count, groups.len()) {
        (_, 0) => Some(language.pick("Er zijn geen antwoorden.", "There are no answers.").to_owned()),
        (0, _) => Some(format!("{title}.")),
        (_, 1) => Some(format!("{title}; {nothing}.")),
        _ => None,
    };
    if let Some(reason) = reason {
        return Figure::Omitted { name: NAME, reason };
    }
    let rows = rows(&groups, by, language);
    let several = rows.iter().any(|row| row.interval);
    let mut sheet = Sheet::new(&title, &subtitle(by, several, language));
    shares::draw(&mut sheet, &rows, several.then_some(count as f64 / total as f64), language);
    let mut description = format!("{title}.");
    for row in &rows {
        description += &row.in_words(language);
    }
    sheet.finish(NAME, title, &description, frame)
}

fn rows(groups: &[&Group], by: By, language: Language) -> Vec<Row> {
    let mut largest: Vec<_> = (0..groups.len()).collect();
    largest.sort_by_key(|index| (Reverse(groups[*index].total), *index));
    let rest = largest.split_off(largest.len().min(MAX_ROWS));
    largest.sort_unstable();
    let row = |group: &Group| Row {
        name: if group.label.trim().is_empty() { by.unnamed(false, language).to_owned() } else { group.label.clone() },
        count: group.count,
        total: group.total,
        interval: group.letters > 1,
        ..Row::default()
    };
    let mut rows: Vec<Row> = largest.iter().map(|index| row(groups[*index])).collect();
    if !rest.is_empty() {
        let sum = |figure: fn(&Group) -> u32| rest.iter().map(|index| figure(groups[*index])).fold(0, u32::saturating_add);
        let (count, total, letters) = (sum(|group| group.count), sum(|group| group.total), sum(|group| group.letters));
        rows.push(row(&Group { label: by.others(rest.len() as u64, language), count, total, letters }));
    }
    rows
}

fn subtitle(by: By, several: bool, language: Language) -> String {
    let by = match by {
        By::Theme => language.pick("Per thema", "By theme"),
        By::Letter => language.pick("Per brief", "By letter"),
        By::Year => language.pick("Per jaar van de brief", "By year of the letter"),
    };
    let how = if several {
        language
            .pick("het aandeel van de antwoorden, met 95%-interval (Wilson)", "the share of the answers, with its 95% interval (Wilson)")
    } else {
        language.pick(
            "donker zijn de antwoorden die wachten, de lijn loopt tot het aantal antwoorden",
            "dark are the answers that wait, the line runs to the number of answers",
        )
    };
    format!("{by}: {how}.")
}
