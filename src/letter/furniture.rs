//! Page furniture: page numbers, headers and footers, rules, pictures.

use std::collections::HashMap;

use super::label;
use super::line::Line;
use super::marker;
use super::punctuation;
use crate::source::{Mark, MarkKind};
use crate::text::Span;

/// How many lines beside a page number may be its header or footer.
const BESIDE: usize = 3;

/// How many lines at the top of a letter may be repeated on its pages.
const HEAD: usize = 30;

/// For each line whether it is furniture.
pub(super) fn furniture(text: &str, lines: &[Line], marks: &[Mark]) -> Vec<bool> {
    let breaks = breaks(text, lines, marks);
    let mut found: Vec<bool> = lines.iter().map(|line| line.text.is_empty() || stands_apart(line.text.of(text))).collect();
    marked(lines, marks, |kind| matches!(kind, MarkKind::Margin | MarkKind::Aside), &mut found);
    lone_numbers(text, lines, &breaks, &mut found);
    repeated_beside(text, lines, &breaks, &mut found);
    found
}

/// Sets `found` for the lines that lie in marks of some kind: what the format itself says.
pub(super) fn marked(lines: &[Line], marks: &[Mark], wanted: fn(MarkKind) -> bool, found: &mut [bool]) {
    for mark in marks.iter().filter(|mark| wanted(mark.kind)) {
        let first = lines.partition_point(|line| line.text.start < mark.span.start);
        let within = lines[first..].iter().take_while(|line| line.text.end <= mark.span.end).count();
        found[first..first + within].fill(true);
    }
}

/// A line that can be nothing else.
fn stands_apart(line: &str) -> bool {
    let picture = line.starts_with("![") && line.ends_with(')') && line.find("](").is_some_and(|at| !line[at..].contains(' '));
    let rule = line.len() >= 3 && line.chars().all(|c| "-_=*—–~. |:".contains(c)) && !line.chars().all(|c| c == '.' || c == ' ');
    let residue = line.len() <= 4 && (line.contains('_') || line.contains(' ') && !line.contains(char::is_alphanumeric));
    picture || rule || residue || (line.len() <= 200 && (page(line) || parliament(line)))
}

/// Footers of the Dutch parliament.
fn parliament(line: &str) -> bool {
    let bare = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let appendix = bare.ends_with("Aanhangsel") || bare.ends_with(", Vragen") || bare.ends_with("Handelingen");
    (appendix && (line.contains("vergaderjaar") || bare == "Aanhangsel") && bare.len() < line.len())
        || (bare == line && line.ends_with("Aanhangsel") && line.contains("vergaderjaar"))
        || (line.ends_with(", Vragen") && line.contains("vergaderjaar"))
        || line.starts_with("ISSN ")
        || ["ah-tk-", "kv-tk-", "ah-ek-", "h-tk-", "h tk 2", "kst-"].iter().any(|code| line.starts_with(code) && line.len() < 40)
}

/// A page number with what goes with it: `pagina 2/9`, `- 2 -`, `Gemeente X      blad 2 van 6`, `Pagina 3 van 8 | 2025/0187`.
fn page(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() > 24 {
        return false;
    }
    if let ["-" | "–" | "—", number, "-" | "–" | "—"] = words[..] {
        return short_number(number);
    }
    if let Some(len) = page_words(&words) {
        let rest = &words[len..];
        return rest.is_empty() || rest[0] == "|" || rest[0] == "-" || line.contains("   ");
    }
    let Some(before) = (1..=4)
        .rev()
        .filter(|len| *len < words.len())
        .map(|len| words.len() - len)
        .find(|at| page_words(&words[*at..]) == Some(words.len() - at))
    else {
        return false;
    };
    let tail = &words[before..];
    let last = words[before - 1];
    let spaced = line.rfind(tail[0]).is_some_and(|at| line[..at].ends_with("  ") || line[..at].ends_with('\t'));
    let whole = tail.len() >= 3 && named(tail[0]) && !marker::refers(last) && !last.ends_with(['.', ':', ';']);
    spaced || last == "|" || last == "-" || (whole && !line.ends_with('.'))
}

/// How many words at the beginning are a page number.
fn page_words(words: &[&str]) -> Option<usize> {
    match words {
        [name, number, "van" | "of" | "/", last, ..] if named(name) && short_number(number) && short_number(last) => Some(4),
        [number, "van" | "/", last, ..] if short_number(number) && short_number(last) => Some(3),
        [name, number, ..] if named(name) && (short_number(number) || fraction(number)) => Some(2),
        [number, ..] if fraction(number) => Some(1),
        _ => None,
    }
}

fn named(word: &str) -> bool {
    ["pagina", "blad", "page", "pag.", "bladzijde"].iter().any(|name| name.eq_ignore_ascii_case(word.trim_end_matches(':')))
}

fn short_number(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// `2/9`: no more pages than there are.
fn fraction(word: &str) -> bool {
    word.split_once('/').is_some_and(|(page, all)| {
        short_number(page)
            && short_number(all)
            && page.parse::<u16>().ok().zip(all.parse::<u16>().ok()).is_some_and(|(page, all)| 0 < page && page <= all)
    })
}

/// A number alone on a line in the middle of a sentence, or at a form feed, is that of a page.
fn lone_numbers(text: &str, lines: &[Line], breaks: &[usize], found: &mut [bool]) {
    for at in 1..lines.len() {
        let line = lines[at].text.of(text);
        if !short_number(line) || found[at] {
            continue;
        }
        let feeds = breaks.binary_search(&at).is_ok() || breaks.binary_search(&(at + 1)).is_ok();
        let open = !lines[at - 1].text.of(text).ends_with(['.', '?', '!', ':', ';']) && lines[at].gap;
        let goes_on = lines.get(at + 1).is_some_and(|next| next.gap && next.text.of(text).starts_with(char::is_lowercase));
        let labelled = label::label(lines[at - 1].text.of(text)).is_some_and(|label| lines[at - 1].text.of(text).len() == label.body);
        found[at] = feeds || open && goes_on && !labelled;
    }
}

/// Headers and footers: lines beside a page number or a page break that come back beside another one.
fn repeated_beside(text: &str, lines: &[Line], breaks: &[usize], found: &mut [bool]) {
    let seeds: Vec<usize> = (0..lines.len()).filter(|at| found[*at]).collect();
    let beside_seeds = seeds.iter().flat_map(|at| [side(lines, at + 1, true), side(lines, *at, false)]);
    let beside_breaks = breaks.iter().flat_map(|at| [side(lines, *at, true), side(lines, *at, false)]);
    let sides: Vec<Vec<usize>> = beside_seeds.chain(beside_breaks).collect();
    let mut beside: Vec<bool> = (0..lines.len()).map(|at| at < HEAD).collect();
    for at in sides.iter().flatten() {
        beside[*at] = true;
    }
    let mut counts: HashMap<String, u32> = HashMap::new();
    for (line, _) in lines.iter().zip(&beside).filter(|(line, beside)| **beside && line.text.len() < 160) {
        *counts.entry(masked(line.text.of(text))).or_default() += 1;
    }
    let repeated = |at: usize| {
        let line = lines[at].text.of(text);
        (5..160).contains(&line.len())
            && !line.ends_with(['.', '?', '!'])
            && label::label(&line[punctuation::bullet(line)..]).is_none()
            && !marker::section(line)
            && counts.get(&masked(line)).is_some_and(|count| *count >= 2)
    };
    for side in sides {
        let end = side.iter().position(|at| !found[*at] && !repeated(*at)).unwrap_or(side.len());
        for at in &side[..end] {
            found[*at] = true;
        }
    }
}

/// The lines from `at` on, or before it, nearest first.
fn side(lines: &[Line], at: usize, onward: bool) -> Vec<usize> {
    if onward { (at..(at + BESIDE).min(lines.len())).collect() } else { (at.saturating_sub(BESIDE)..at.min(lines.len())).rev().collect() }
}

/// The lines that begin a page: a form feed stands before them, or the format says so.
fn breaks(text: &str, lines: &[Line], marks: &[Mark]) -> Vec<usize> {
    let feeds = (1..lines.len()).filter(|at| Span::new(lines[at - 1].text.end, lines[*at].text.start).of(text).contains('\u{C}'));
    let pages = marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Page(page) if page > 1));
    let mut found: Vec<usize> = feeds.chain(pages.map(|mark| lines.partition_point(|line| line.text.end <= mark.span.start))).collect();
    let tail = lines.last().map_or(0, |line| line.text.end);
    found.extend(text[tail..].contains('\u{C}').then_some(lines.len()));
    found.sort_unstable();
    found.dedup();
    found
}

/// The line with its figures and blanks made equal.
fn masked(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        let c = if c.is_ascii_digit() {
            '0'
        } else if c.is_whitespace() {
            ' '
        } else {
            c
        };
        if !((c == '0' || c == ' ') && out.ends_with(c)) {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::stands_apart;

    #[test]
    fn furniture_and_text() {
        let yes = [
            "2/9",
            "pagina 1/9",
            "- 2 -",
            "-----",
            "_____",
            "blad 2 van 6",
            "Blad 2",
            "Gemeente Oosterlo      kenmerk 12/34      blad 2 van 6",
            "Pagina 3 van 8 | 2025/018734",
            "ABC/24-0611 pagina 3 van 8",
            "![](_page_0_Picture_1.jpeg)",
            "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1",
            "Aanhangsel 2",
            "ah-tk-20242025-594",
            "Provincie X - vragen begroting - pagina 2 van 5",
            "COL/2016/0483      3/5",
        ];
        let no = [
            "Zie pagina 3",
            "Dat staat op pagina 3 van 8",
            "Nee.",
            "412",
            "Zie Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 507",
            "In 3 van 8 gevallen",
            "Twee derde (2/3)",
            "1/2 van de wijken",
            "...",
            "Zie het antwoord op vraag 2",
        ];
        let wrong: Vec<_> = yes.iter().filter(|line| !stands_apart(line)).chain(no.iter().filter(|line| stands_apart(line))).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
