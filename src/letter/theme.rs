//! Theme headings: the lines between an answer and the next question that belong to neither.

use super::marker;
use super::sheet::Sheet;

/// How sure a line is a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// It is none.
    None,
    /// Short, without a stop: by its place only.
    Plain,
    /// By its look or its words: a heading style, capitals, `Hoofdstuk 2`, `A. Geld`.
    Strong,
}

/// The longest heading.
const LONGEST: usize = 110;

/// Words with which a heading of a part begins.
#[rustfmt::skip]
const PARTS: [&str; 12] = [
    "hoofdstuk", "programma", "deel", "thema", "paragraaf", "onderdeel", "paragrafen", "onderwerp", "domein", "pijler", "bijlage",
    "cluster",
];

/// Words with which an answer begins and a heading does not.
#[rustfmt::skip]
const NEVER: [&str; 36] = [
    "zie", "ja", "nee", "neen", "idem", "volgt", "nvt", "geen", "geachte", "beste", "aan", "betreft", "onderwerp:", "datum", "ons",
    "uw", "vraag", "antwoord", "antwoorden", "beantwoording", "wij", "we", "ik", "dit", "dat", "deze", "er", "hiervoor", "hierover",
    "dank", "ad", "hieronder", "onderstaand", "akkoord", "conform", "niet",
];

/// Verbs that make a sentence of a line.
const VERBS: [&str; 16] =
    ["is", "zijn", "was", "waren", "wordt", "worden", "heeft", "hebben", "staat", "staan", "kan", "kunnen", "zal", "zullen", "hebt", "zie"];

/// How sure line `at` is a heading, by itself.
pub(super) fn strength(sheet: &Sheet, at: usize) -> Strength {
    let row = sheet.row(at);
    let look = sheet.lines[at].look;
    let colon = row.ends_with(':') && row.split_whitespace().count() <= 5;
    let ended = row.ends_with(['.', '?', '!', ':', ';', ',', '"', '”']) && !row.ends_with("etc.") && !colon;
    if row.is_empty()
        || row.len() > LONGEST
        || row.ends_with(['?', ',', ';'])
        || look.quoted
        || row.contains("](")
        || row.starts_with(['-', '•', '–'])
    {
        return Strength::None;
    }
    let words = row.split_whitespace().count();
    let first = row.split([' ', '.', ',', ':']).next().unwrap_or("").to_lowercase();
    let part = PARTS.contains(&first.as_str()) && row.split_whitespace().nth(1).is_some_and(numeral);
    let lettered = {
        let head = row.split_whitespace().next().unwrap_or("");
        head.len() >= 2
            && head.ends_with(['.', ')'])
            && (numeral(head) || head.len() == 2)
            && head.starts_with(|c: char| c.is_uppercase())
            && !ended
            && row[head.len()..].trim_start().starts_with(char::is_uppercase)
    };
    let letters = row.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters >= 3 && row.chars().all(|c| !c.is_lowercase());
    let sentence = row.ends_with('.') && words > 5 || row.split_whitespace().any(|word| VERBS.contains(&word)) && row.ends_with('.');
    if (part && !sentence || lettered || look.level > 0) && !row.ends_with('?') && words <= 14 {
        return Strength::Strong;
    }
    if ended {
        return Strength::None;
    }
    if capitals && letters * 2 >= row.chars().count() && words <= 12
        || (look.bold || look.large) && words <= 12
        || look.italic && words <= 10 && row.starts_with(char::is_uppercase)
    {
        return Strength::Strong;
    }
    let verb = row.split_whitespace().any(|word| VERBS.contains(&word));
    let counted = row.trim_start_matches(|c: char| c.is_ascii_digit() || ". )".contains(c));
    let plain = counted.starts_with(char::is_uppercase)
        && words <= 10
        && !verb
        && !NEVER.contains(&first.as_str())
        && !counted.contains(". ")
        && !row.contains('€');
    if plain { Strength::Plain } else { Strength::None }
}

/// `1`, `2.`, `IV`, `A.`
fn numeral(word: &str) -> bool {
    let bare = word.trim_end_matches(['.', ':', ')', ',', '-', '–']);
    (1..=4).contains(&bare.len())
        && (bare.bytes().all(|byte| byte.is_ascii_digit())
            || bare.bytes().all(|byte| b"IVXivx".contains(&byte))
            || bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// What makes a line look like other headings of its letter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Style {
    /// A heading of this level.
    Level(u8),
    /// `Hoofdstuk 2`
    Part(String),
    /// Capitals.
    Capitals,
}

/// The style of line `at`, when it is one that headings have and text has not.
pub(super) fn style(sheet: &Sheet, at: usize) -> Option<Style> {
    let (row, look) = (sheet.row(at), sheet.lines.get(at)?.look);
    let first = row.split([' ', '.', ',', ':']).next().unwrap_or("").to_lowercase();
    if look.level > 0 {
        return Some(Style::Level(look.level));
    }
    if PARTS.contains(&first.as_str()) && row.split_whitespace().nth(1).is_some_and(numeral) {
        return Some(Style::Part(first));
    }
    let letters = row.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 5 && row.chars().all(|c| !c.is_lowercase())).then_some(Style::Capitals)
}

/// Whether numbers may begin anew below line `at`.
pub(super) fn heads(sheet: &Sheet, at: usize) -> bool {
    marker::section(sheet.row(at)) || strength(sheet, at) == Strength::Strong || strength(sheet, at) == Strength::Plain && sheet.gap(at)
}

/// The title without what belongs to the heading above it on the same line, or to the number of the heading.
pub(super) fn title(row: &str) -> &str {
    let mut last = 0;
    for part in ["PROGRAMMA ", "HOOFDSTUK ", "PARAGRAAF ", "DEEL ", "Programma ", "Hoofdstuk "] {
        for (at, _) in row.match_indices(part) {
            if at > last && row[at + part.len()..].starts_with(|c: char| c.is_ascii_digit()) && row[..at].ends_with(' ') {
                last = at;
            }
        }
    }
    row[last..].trim_end_matches([':', ' ', '*'])
}
