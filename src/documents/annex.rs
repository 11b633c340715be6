//! Annexes: what goes with the letter exists.

use std::ops::Range;

use super::annotated::Annotated;
use super::mention::Mention;

/// An annex that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Annex {
    /// Its words: "bijlage 2".
    pub words: Range<usize>,
    /// Its number as printed, folded; empty when it has none.
    pub number: String,
}

/// The annexes of the letter itself that `text` names; not those of another document ("bijlage 3 van de nota").
pub(super) fn annexes(text: &Annotated) -> impl Iterator<Item = Annex> + '_ {
    (0..text.reading.words().len()).filter_map(|at| {
        if text.reading.folded(at) != "bijlage" {
            return None;
        }
        let end = text.reading.sentence_of(at).words.end;
        let numbered = at + 1 < end && is_number(text.reading.folded(at + 1)) && (text.is_capital(at + 1) || text.reading.folded(at + 1).len() > 1);
        let words = at..if numbered { at + 2 } else { at + 1 };
        let before = at.checked_sub(1).map_or("", |before| text.reading.folded(before));
        let led = numbered || matches!(before, "de" | "bijgaande" | "bijgevoegde" | "als");
        let number = if numbered { text.reading.folded(at + 1).to_owned() } else { String::new() };
        let sent = before != "als" || text.reading.folded((at + 1).min(end - 1)) != "bij";
        (led && sent && !is_of_another(text, &words, end)).then_some(Annex { words, number })
    })
}

/// "1", "12", "a", "iv".
fn is_number(word: &str) -> bool {
    let digits = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let roman = word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    digits || roman || word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// "bijlage 3 van de nota", "bijlage 2 bij het voorstel"; "bijlage 1 bij deze brief" is one of the letter.
fn is_of_another(text: &Annotated, words: &Range<usize>, end: usize) -> bool {
    let linked = words.end < end && matches!(text.reading.folded(words.end), "van" | "bij" | "in" | "uit" | "onder");
    let near = |mention: &&Mention| (words.end + 1..words.end + 5).contains(&mention.words.start);
    let this = |mention: &Mention| matches!(text.reading.folded(mention.words.start - 1), "deze" | "dit");
    linked && text.mentions.iter().find(near).is_none_or(|mention| !this(mention))
}
