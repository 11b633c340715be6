//! Where a line of the file breaks into lines of the letter: markers glued to a theme, letters on one line.

use super::label::{self, Trust};
use super::marker;
use super::numbers::{self, Number};
use super::punctuation;

/// A line of the file longer than this may hold a whole letter.
const LONG: usize = 600;

/// What may stand before a marker where a line begins.
const BULLETS: [char; 10] = [' ', '\t', '*', '#', '>', '•', '-', '–', '▪', '·'];

/// How much of a text is read for a label.
const CLIP: usize = 240;

/// Tags that converters leave in a text.
const TAGS: [&str; 20] =
    ["span", "sup", "sub", "br", "b", "i", "u", "em", "strong", "p", "div", "a", "font", "table", "tr", "td", "th", "tbody", "thead", "li"];

/// Length of the tag with which `text` begins.
pub(super) fn tag(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name = &inner[..inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).len()];
    let known = TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name));
    let end = inner[name.len()..].find(['>', '<', '\n']).map(|at| name.len() + at)?;
    (known && inner[end..].starts_with('>')).then(|| text.len() - inner.len() + end + 1)
}

/// Offsets in `row`, which stands at byte `start` of the text, at which another line of the letter begins, in order;
/// `flow` are those of a text that flows through its markers.
pub(super) fn breaks(row: &str, start: usize, flow: &[usize]) -> Vec<usize> {
    let within = &flow[flow.partition_point(|at| *at <= start)..flow.partition_point(|at| *at < start + row.len())];
    let mut found: Vec<usize> = within.iter().map(|at| at - start).collect();
    if flow.is_empty() && row.len() > LONG {
        found = one_line(row);
    }
    let labels = row.as_bytes().windows(3).enumerate().filter(|(_, letters)| matches!(*letters, b"Vra" | b"Ant"));
    found.extend(labels.filter_map(|(at, _)| glued(row, at)));
    found.extend(stars(row));
    found.retain(|at| *at > 0 && *at < row.trim_end().len() && row.is_char_boundary(*at));
    found.sort_unstable();
    found.dedup();
    found
}

/// `*theme***Vraag 1**` and `**theme***1. question*`: two runs of emphasis meet.
fn stars(row: &str) -> Option<usize> {
    // Most lines have no emphasis at all, and to look for one star costs least.
    let meeting = row.find('*').and_then(|first| Some(first + row[first..].find("***")?))?;
    let text = row.trim_start();
    let open = text.len() - text.trim_start_matches('*').len();
    let before = row[..meeting].trim_start_matches(['*', ' ', '#']);
    (matches!(open, 1 | 2) && !before.is_empty() && !row[meeting + 3..].trim().is_empty() && !row[meeting + 3..].starts_with('*'))
        .then(|| meeting + open)
}

/// Where the line breaks for the label at `at`, when it is a marker stuck to what stands before it.
fn glued(row: &str, at: usize) -> Option<usize> {
    let before = &row[..at];
    let rest = row[at..].trim_end();
    let mark = label::label(rest)?;
    let bare = before.trim_end_matches('*');
    if bare.trim_matches(|c: char| c.is_whitespace() || "#>•-".contains(c)).is_empty() {
        return None;
    }
    if marker::bare(bare.trim()).is_some_and(|(_, len)| len == bare.trim().len()) {
        return None;
    }
    let stuck = !bare.ends_with(|c: char| c.is_whitespace() || "(«“‘\"'/-–".contains(c));
    let starred = bare.len() < before.len();
    let alone = rest[mark.body..].trim_matches(['*', ' ', ':', '.']).is_empty();
    let numbered = !mark.numbers.is_empty();
    let id = rest.starts_with("Vraagn") && numbered;
    let parted = alone && numbered && row.len() < 200 && !marker::refers(bare) && !bare.trim_end().ends_with(',');
    let residue = bare.trim().len() <= 4 && bare.contains(['_', '.']) && !bare.contains(|c: char| c.is_ascii_digit()) && numbered;
    let told = mark.answer && bare.trim_end().ends_with('?') && rest[..mark.body].contains(':');
    let yes = if told || residue {
        true
    } else if stuck {
        numbered || alone && (starred || rest.contains(':'))
    } else {
        starred && numbered || id || parted
    };
    yes.then_some(bare.len())
}

/// Places at which a text whose markers stand anywhere on its lines breaks; none when they stand where lines begin.
pub(super) fn flow(text: &str) -> Vec<usize> {
    let found = labelled(text);
    let begins = |at: &&usize| {
        let line = text[..**at].trim_end_matches(BULLETS);
        line.is_empty() || line.ends_with('\n')
    };
    let starts = found.iter().filter(begins).count();
    let lines = text.bytes().filter(|byte| *byte == b'\n').count();
    let flows = found.len() >= 3 && found.len() > 3 * starts && lines > 3;
    if flows { found.into_iter().filter(|at| !begins(&at)).collect() } else { Vec::new() }
}

/// Breaks of a letter, or a large part of one, that stands on one line.
fn one_line(row: &str) -> Vec<usize> {
    let labelled = labelled(row);
    if labelled.is_empty() { numbered(row) } else { labelled }
}

/// `… Vraag 1 Hoe …? Antwoord Ja. Vraag 2 …`
fn labelled(row: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut last: Option<Number> = None;
    let mut bare = 0;
    for (at, _) in row.match_indices(['V', 'A']) {
        let before = row[..at].trim_end_matches(['*', ' ', '\n']);
        let clipped = (at..=(at + CLIP).min(row.len())).rev().find(|end| row.is_char_boundary(*end)).unwrap_or(at);
        if before.len() == at || before.is_empty() {
            continue;
        }
        let Some(mark) = label::label(&row[at..clipped]).filter(|mark| mark.trust != Trust::Loose && !marker::refers(before)) else {
            continue;
        };
        let line = row[..at].trim_end_matches(BULLETS);
        let begun = line.is_empty() || line.ends_with('\n');
        let stopped = begun || before.ends_with(['.', '?', '!', ')', '”', '’', '"', ':']);
        let body = row[at + mark.body..].trim_start_matches([' ', '*', '\t', '\n']);
        let begins = body.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "€«“‘\"'(".contains(c))
            || punctuation::lettered_part(body);
        if !begins || body.starts_with('(') && !mark.answer {
            continue;
        }
        if mark.answer {
            if stopped && (last.is_some() || bare > 0) {
                found.push(if begun { at } else { before.len() });
            }
        } else if let Some(number) = mark.numbers.first() {
            let next = last.as_ref().is_none_or(|last| number.stem != last.stem || number.last > last.last && number.last - last.last < 6);
            if next {
                last = mark.numbers.last().cloned();
                found.push(if begun { at } else { before.len() });
            }
        } else if stopped && last.is_none() && !row[at..].starts_with("Vragen") {
            bare += 1;
            found.push(if begun { at } else { before.len() });
        }
    }
    found
}

/// `1. Waar …? Dat is … 2. De kosten …`: numbers that run on from 1, two questions among them at least.
fn numbered(row: &str) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for (at, _) in row.match_indices(". ") {
        let figures = row[..at].len() - row[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let start = at - figures;
        let wanted = found.len() as u32 + 1;
        let parted = start == 0 || row[..start].ends_with(' ');
        let reads = numbers::number(&row[start..at]).is_some_and(|(number, _)| number.last == wanted && number.letter == 0);
        let refers = marker::refers(&row[..start]);
        if (1..=3).contains(&figures) && parted && reads && !refers && row[at + 2..].starts_with(char::is_alphabetic) {
            found.push(start);
        }
    }
    let ends = found.iter().skip(1).copied().chain([row.len()]);
    let asked = found.iter().zip(ends).filter(|(start, end)| row[**start..*end].contains('?')).count();
    if found.len() >= 3 && asked >= 2 { found } else { Vec::new() }
}
