//! Page numbers inside long lines: `… langs de 5/12 oever …`, told from fractions by running on to the last page.

use std::collections::BTreeMap;

use super::marker;
use super::token::Token;
use crate::text::Span;

/// The page numbers of a text.
#[derive(Debug, Default)]
pub(super) struct Stamps {
    /// The first and the last word of each, as indices of the words.
    pub places: Vec<(usize, usize)>,
    /// How many pages there are.
    pub pages: usize,
}

/// The most pages between two page numbers that were found: a scanner misses some.
const MISSED: u16 = 3;

/// The page numbers that run on: up to the number of pages where they give it, else three of them one after another.
pub(super) fn stamps(text: &str, tokens: &[Token]) -> Stamps {
    let mut kinds: BTreeMap<u16, Vec<(usize, usize, u16)>> = BTreeMap::new();
    let mut at = 0;
    while at < tokens.len() {
        // "zie pagina 3" refers; that of several fractions the last is the whole is sign enough.
        let read = read(text, &tokens[at..]).filter(|(.., all)| *all > 0 || !marker::refers(before(text, tokens[at].span)));
        if let Some((len, page, all)) = read {
            kinds.entry(all).or_default().push((at, at + len - 1, page));
        }
        at += read.map_or(1, |(len, ..)| len);
    }
    kinds.into_iter().filter_map(|(all, found)| run(&found, all)).max_by_key(|stamps| stamps.places.len()).unwrap_or_default()
}

/// The page number that begins with the first word: how many words, the page, and the number of pages or 0.
fn read(text: &str, tokens: &[Token]) -> Option<(usize, u16, u16)> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    if let Some((page, all)) = word(0).split_once('/') {
        return Some((1, number(page)?, number(all)?)).filter(|(_, page, all)| page <= all && *all > 1);
    }
    if !["pagina", "blad", "bladzijde", "page"].iter().any(|name| name.eq_ignore_ascii_case(word(0))) {
        return None;
    }
    let (page, all) = word(1).split_once('/').unwrap_or((word(1), ""));
    match (number(page)?, all, word(2)) {
        (page, "", "van") => Some(number(word(3)).map_or((2, page, 0), |all| (4, page, all))),
        (page, "", _) => Some((2, page, 0)),
        (page, all, _) => Some((2, page, number(all)?)),
    }
}

/// Those that run on from the first page to the last.
fn run(found: &[(usize, usize, u16)], all: u16) -> Option<Stamps> {
    let mut places = Vec::new();
    let (mut last, mut kinds) = (0, 0);
    for (first, end, page) in found {
        if *page < last || *page - last > MISSED {
            continue;
        }
        kinds += u32::from(*page > last);
        last = *page;
        places.push((*first, *end));
    }
    let whole = if all > 0 { last == all && kinds >= 2 } else { kinds >= 3 };
    whole.then_some(Stamps { places, pages: usize::from(last) })
}

fn number(word: &str) -> Option<u16> {
    let plain = (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| word.parse().ok()).flatten().filter(|number| *number > 0)
}

/// The end of what stands before a word.
fn before(text: &str, span: Span) -> &str {
    let from = (span.start.saturating_sub(40)..=span.start).find(|at| text.is_char_boundary(*at)).unwrap_or(span.start);
    Span::new(from, span.start).of(text)
}
