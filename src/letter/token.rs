//! The words of lines so long that page furniture may stand inside them.

use super::label;
use crate::text::Span;

/// A line of the file longer than this may hold several pages.
const LONG: usize = 600;

/// A word between blanks that has letters or figures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its letters in small and `0` for a run of figures, as a hash; what else it has does not count.
    pub key: u64,
    /// A label of a question or an answer begins here.
    pub label: bool,
}

/// How much of a text is read for a label.
const CLIP: usize = 80;

/// The words of all long lines, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut start = 0;
    for row in text.split_inclusive('\n') {
        if row.len() > LONG {
            words(text, Span::new(start, start + row.len()), &mut found);
        }
        start += row.len();
    }
    found
}

fn words(text: &str, row: Span, found: &mut Vec<Token>) {
    let mut at = row.start;
    for piece in row.of(text).split_inclusive(char::is_whitespace) {
        let span = Span::new(at, at + piece.len()).trimmed(text);
        at += piece.len();
        let Some(key) = key(span.of(text)) else { continue };
        let label = span.of(text).starts_with(['V', 'A']) && {
            let end = (span.start..=(span.start + CLIP).min(row.end)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(span.end);
            label::label(Span::new(span.start, end).of(text)).is_some_and(|label| !label.numbers.is_empty())
        };
        found.push(Token { span, key, label });
    }
}

/// FNV-1a of what counts of a word; `None` when nothing does.
fn key(word: &str) -> Option<u64> {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let (mut any, mut figure) = (false, false);
    for c in word.chars().filter(|c| c.is_alphanumeric()) {
        let again = figure && c.is_ascii_digit();
        figure = c.is_ascii_digit();
        any = true;
        if !again {
            let c = if figure { '0' } else { c.to_lowercase().next().unwrap_or(c) };
            hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
        }
    }
    any.then_some(hash)
}

/// The hash of several words one after another; `None` across a label.
pub(super) fn gram(tokens: &[Token]) -> Option<u64> {
    let inner = tokens.iter().all(|token| !token.label);
    inner.then(|| tokens.iter().fold(0u64, |hash, token| hash.rotate_left(13).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ token.key))
}
