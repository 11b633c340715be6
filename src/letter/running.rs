//! Page furniture inside long lines, where a text lost its line ends: page numbers, running heads that come back beside
//! them, what a scanner made of a logo, and notes at the foot of a page.

use std::collections::HashMap;

use super::label;
use super::mark;
use super::stamp::{self, Stamps};
use super::token::{self, Token};
use crate::text::Span;

/// How many words from its page number a running head may stand.
const BESIDE: usize = 40;

/// How many words in a row have to come back.
const RUN: usize = 4;

/// The shortest running head, in words.
const HEAD: usize = 5;

/// The longest note at the foot of a page, in bytes.
const NOTE: usize = 500;

/// Words of sentences, which come back as well and are no furniture.
#[rustfmt::skip]
const SPOKEN: [&str; 24] = [
    "wij", "we", "ik", "u", "is", "zijn", "was", "waren", "wordt", "worden", "werd", "werden", "heeft", "hebben", "hebt", "kan",
    "kunnen", "zal", "zullen", "zie", "verwijzen", "verwijs", "er", "dat",
];

/// How notes begin that are the place of a document: their mark need not be found again.
const CITING: [&str; 9] =
    ["Tweede Kamer, ", "Eerste Kamer, ", "Kamerstuk", "Handelingen ", "Staatscourant ", "Staatsblad ", "Stcrt. ", "Stb. ", "PbEU "];

/// The furniture in the long lines of a text, in order and without overlaps.
pub(super) fn running(text: &str) -> Vec<Span> {
    let tokens = token::tokens(text);
    if tokens.is_empty() {
        return Vec::new();
    }
    let stamps = stamp::stamps(text, &tokens);
    let heads = heads(text, &tokens, &stamps);
    let mut found: Vec<Span> = stamps.places.iter().map(|(first, last)| tokens[*first].span.to(tokens[*last].span)).collect();
    let tops =
        if heads.is_empty() { found.clone() } else { heads.iter().map(|head| Span::new(residue(text, head.start), head.end)).collect() };
    found.extend(tops.iter().filter_map(|top| foot(text, top.start)));
    found.extend(tops);
    let end = text.trim_end().len();
    if tokens.last().is_some_and(|last| !text[last.span.end..].contains('\n')) {
        let last = if stamps.places.is_empty() { end } else { residue(text, end) };
        found.extend((last < end).then(|| Span::new(last, end)));
        found.extend(foot(text, last));
    }
    // Above the first question a title that comes back is the title, and what stands before a marker tells whether it is one.
    let body = tokens.iter().find(|token| token.label).map_or(0, |token| token.span.start);
    found.retain(|span| span.start >= body);
    found.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(found.len());
    for mut span in found {
        let rest = &text[span.end..];
        span.end += rest.len() - rest.trim_start_matches(' ').len();
        match apart.last_mut().filter(|last| span.start <= last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => apart.push(span),
        }
    }
    apart
}

/// The text with what is `out` made blank: the same bytes, so that places stay what they are.
pub(super) fn blanked(text: &str, out: &[Span]) -> String {
    let mut blank = String::with_capacity(text.len());
    let mut at = 0;
    for span in out {
        blank.push_str(Span::new(at, span.start).of(text));
        blank.extend(std::iter::repeat_n(' ', span.len()));
        at = span.end;
    }
    blank.push_str(Span::new(at, text.len()).of(text));
    blank
}

/// Where the running head of the pages stands.
fn heads(text: &str, tokens: &[Token], stamps: &Stamps) -> Vec<Span> {
    let Some(head) = head(text, tokens, stamps) else { return Vec::new() };
    let model = &tokens[head.0..head.1];
    let begins: HashMap<u64, usize> =
        model.windows(RUN - 1).enumerate().rev().filter_map(|(at, run)| token::gram(run).map(|gram| (gram, at))).collect();
    let from = stamps.places.first().map_or(0, |(first, _)| first.saturating_sub(BESIDE));
    let mut found = Vec::new();
    let mut at = from;
    while at + RUN <= tokens.len() {
        let start = token::gram(&tokens[at..at + RUN - 1]).and_then(|gram| begins.get(&gram)).and_then(|within| at.checked_sub(*within));
        let alike = start.filter(|start| *start >= from).and_then(|start| tokens.get(start..start + model.len())).filter(|words| {
            let same = words.iter().zip(model).filter(|(one, other)| one.key == other.key && !one.label).count();
            same * 4 >= model.len() * 3
        });
        match alike {
            Some([first, .., last]) => {
                found.push(first.span.to(last.span));
                at = start.unwrap_or(at) + model.len();
            }
            _ => at += 1,
        }
    }
    // What comes back more often than there are pages is a phrase of the text.
    if found.len() <= stamps.pages + 1 { found } else { Vec::new() }
}

/// The longest run of words that stands beside at least half of the page numbers, as the first word and the one past it.
fn head(text: &str, tokens: &[Token], stamps: &Stamps) -> Option<(usize, usize)> {
    let mut beside: HashMap<u64, (usize, usize)> = HashMap::new();
    let windows: Vec<(usize, usize)> =
        stamps.places.iter().map(|(first, last)| (first.saturating_sub(BESIDE), (last + BESIDE + 1).min(tokens.len()))).collect();
    let mut counted = 0;
    for (nth, (from, to)) in windows.iter().enumerate() {
        // What stands between two page numbers counts once.
        for run in tokens[(*from).max(counted).min(*to)..*to].windows(RUN) {
            let Some(gram) = token::gram(run) else { continue };
            let (count, last) = beside.entry(gram).or_insert((0, usize::MAX));
            *count += usize::from(*last != nth);
            *last = nth;
        }
        counted = *to;
    }
    let most = windows.len().div_ceil(2).max(2);
    let stamped = |at: usize| {
        let next = stamps.places.partition_point(|(_, last)| *last < at);
        stamps.places.get(next).is_some_and(|(first, _)| *first <= at)
    };
    let usual = |at: usize| {
        tokens.get(at..at + RUN).and_then(token::gram).and_then(|gram| beside.get(&gram)).is_some_and(|(count, _)| *count >= most)
            && !(at..at + RUN).any(stamped)
    };
    let mut best: Option<(usize, usize)> = None;
    for (from, to) in windows {
        let mut at = from;
        while at < to {
            let end = (at..to).find(|at| !usual(*at)).unwrap_or(to);
            let run = (at, end + RUN - 1);
            let longer = best.is_none_or(|(first, past)| past - first < run.1 - run.0);
            if end > at && longer && titled(text, &tokens[run.0..run.1]) {
                best = Some(run);
            }
            at = end + 1;
        }
    }
    best
}

/// Whether words are a title and no piece of a sentence.
fn titled(text: &str, words: &[Token]) -> bool {
    let [first, .., last] = words else { return false };
    let begun = first.span.of(text).trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase);
    let stopped = last.span.of(text).ends_with(['.', '?', '!', ':', ';']);
    let spoken = words.iter().any(|word| SPOKEN.contains(&word.span.of(text)));
    words.len() >= HEAD && begun && !stopped && !spoken
}

/// Where what a scanner made of a logo begins before byte `end`: signs, and figures as well after the end of a sentence.
fn residue(text: &str, end: usize) -> usize {
    let (mut signs, mut from, mut only) = (end, end, true);
    loop {
        let before = text[..from].trim_end();
        let word = &before[before.rfind(char::is_whitespace).map_or(0, |at| at + 1)..];
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let all = word.chars().count();
        let short = all <= 3 && letters < all || all == 4 && letters == 1;
        let stops = word.ends_with(['.', '?', '!', '”', '"']);
        if word.is_empty() || stops || letters > 0 && !short {
            return if stops { from } else { signs };
        }
        from = before.len() - word.len();
        only &= !word.contains(char::is_alphanumeric) || word.starts_with(['.', ',']);
        signs = if only { from } else { signs };
    }
}

/// A note that ends where the page ends: after a sentence its number, which is a mark in the text before it, and a capital.
fn foot(text: &str, end: usize) -> Option<Span> {
    let from = (end.saturating_sub(NOTE)..=end).find(|at| text.is_char_boundary(*at))?;
    let mut begin: Option<(usize, u32)> = None;
    for (at, _) in text[from..end].match_indices(['.', '?', '!', ':', '”']).collect::<Vec<_>>().into_iter().rev() {
        let rest = text[from + at..end].trim_start_matches(['.', '?', '!', ':', '”', ')']);
        let Some(inner) = rest.strip_prefix(' ') else { continue };
        let figures = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number = inner[..figures].parse::<u32>().ok().filter(|number| figures <= 2 && *number > 0);
        let worded = inner[figures..].strip_prefix(' ').is_some_and(|words| words.starts_with(char::is_uppercase));
        let Some(number) = number.filter(|number| worded && begin.is_none_or(|(_, next)| number + 1 == next)) else { continue };
        let start = end - inner.len();
        let cites = CITING.iter().any(|words| inner[figures + 1..].starts_with(words));
        if label_in(inner) || !cites && !mark::marked(text, number, start) {
            break;
        }
        begin = Some((start, number));
    }
    let (start, _) = begin?;
    let span = Span::new(start, end).trimmed(text);
    (!span.is_empty() && span.of(text).ends_with(['.', ')', '”'])).then_some(span)
}

/// Whether a question or an answer begins within a text.
fn label_in(text: &str) -> bool {
    text.match_indices(['V', 'A']).any(|(at, _)| label::label(&text[at..]).is_some_and(|label| !label.numbers.is_empty()))
}
