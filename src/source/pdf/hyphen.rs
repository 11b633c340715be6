//! Words that the end of a line breaks in two.

use std::collections::HashMap;

use super::line::{Chunk, Line, Role};

/// What becomes of a hyphen at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// It only broke the word: it goes, the word is whole.
    Word,
    /// As [`Break::Word`], where the break took the diaeresis off the letter after it (`be-` `ïnvloeden`).
    Diaeresis,
    /// It is part of the word, which is whole with it.
    Hyphen,
    /// Nothing is joined: `energie-` `en warmtenet`.
    Apart,
}

/// The words of a document, as evidence.
#[derive(Debug, Default)]
pub struct Words(HashMap<String, u32>);

/// Words after which a hyphen stands for the second half of another word: `energie- en`.
const LINKING: &[&str] = &["en", "of", "tot", "t/m", "en/of", "e/o", "dan", "maar", "als", "respectievelijk", "resp", "noch"];

/// First parts of words that Dutch writes with a hyphen.
const PREFIXES: &[&str] =
    &["vice", "oud", "ex", "niet", "non", "bijna", "pro", "anti", "kandidaat", "collega", "interim", "pseudo", "semi", "quasi", "adjunct"];

/// Of these, those that are also plain syllables (`ex-` `ploitatie`), so that the rest must be known as a word.
const SYLLABLES: &[&str] = &["oud", "ex", "niet", "non", "pro", "anti", "semi", "collega"];

/// Pairs of vowels that read as one sound, between which Dutch writes a hyphen when they belong to different parts of a word.
const CLASHES: &[&str] = &["aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "oe", "oi", "oo", "ou", "ui", "uu"];

impl Words {
    /// The words of these lines, those that a line end breaks left out.
    pub fn of<'l>(lines: impl Iterator<Item = &'l Line>) -> Self {
        let mut words = Self::default();
        let mut broken = false;
        for line in lines {
            let text = line.text();
            // The second half of a word is no word.
            let begun = if broken { text.find(char::is_whitespace).map_or("", |end| &text[end..]) } else { text.as_str() };
            let head = begun.strip_suffix(['-', '\u{AD}']);
            broken = head.is_some() || (broken && matches!(line.role, Role::Margin | Role::Note));
            let whole = head.map_or(begun, |head| &head[..head.rfind(char::is_whitespace).unwrap_or(0)]);
            for word in whole.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()) {
                let word = word.trim_matches('-').to_lowercase();
                for part in word.split('-').filter(|_| word.contains('-')) {
                    *words.0.entry(part.to_owned()).or_default() += 1;
                }
                *words.0.entry(word).or_default() += 1;
            }
        }
        words
    }

    fn count(&self, word: &str) -> u32 {
        self.0.get(word).copied().unwrap_or(0)
    }
}

/// What becomes of the hyphen after `left`, the last word of a line without it; `right` is the first word of the next line, as far as the next blank.
pub fn decide(left: &str, right: &str, words: &Words) -> Break {
    let word = right.trim_end_matches(|c: char| !c.is_alphanumeric());
    let Some(first) = right.chars().next() else { return Break::Apart };
    if left.is_empty() || left.ends_with(['-', '–', ' ', '/']) || !first.is_alphanumeric() {
        return if left.ends_with('.') && first.is_alphanumeric() { Break::Word } else { Break::Apart };
    }
    // In a web or mail address a hyphen after a dot cannot be part of it.
    if left.ends_with('.') {
        return Break::Word;
    }
    if left.contains("://") || left.contains("www.") || left.contains('@') {
        return Break::Hyphen;
    }
    let (low, lower) = (left.to_lowercase(), word.to_lowercase());
    let begin =
        low.rfind(|c: char| !c.is_alphanumeric() && c != '-').map_or(0, |at| at + low[at..].chars().next().map_or(1, char::len_utf8));
    let stem = &low[begin..];
    let (whole, hyphened) = (words.count(&format!("{stem}{lower}")), words.count(&format!("{stem}-{lower}")));
    if whole != hyphened {
        return if whole > hyphened { Break::Word } else { Break::Hyphen };
    }
    if LINKING.contains(&lower.as_str()) || lower.starts_with("en/") {
        return Break::Apart;
    }
    plain(left, stem, right, &lower, words)
}

/// The rules of Dutch, where the document itself does not tell.
fn plain(left: &str, stem: &str, right: &str, lower: &str, words: &Words) -> Break {
    let original = &left[left.len().saturating_sub(stem.len())..];
    let capitals = |text: &str| text.chars().filter(|c| c.is_uppercase()).count();
    let shouted = capitals(original) == original.chars().count() && original.chars().all(char::is_alphabetic);
    let first = right.chars().next().unwrap_or(' ');
    if shouted && stem.chars().count() > 4 && first.is_uppercase() {
        return Break::Word;
    }
    if !first.is_lowercase() || shouted || stem.chars().count() < 2 || original.ends_with(|c: char| c.is_numeric()) {
        return Break::Hyphen;
    }
    // `off-street-` has hyphens of its own; `PvdA-frac-` was given a second one.
    if let Some((head, _)) = original.split_once('-')
        && capitals(head) == 0
    {
        return Break::Hyphen;
    }
    if PREFIXES.contains(&stem) && (!SYLLABLES.contains(&stem) || words.count(lower) > 0) {
        return Break::Hyphen;
    }
    let pair: String = stem.chars().next_back().into_iter().chain([first]).collect();
    if CLASHES.contains(&pair.as_str()) {
        let prefix = stem.ends_with("be") || stem.ends_with("ge");
        return if prefix && matches!(first, 'e' | 'i') && !lower.starts_with("ij") { Break::Diaeresis } else { Break::Hyphen };
    }
    Break::Word
}

/// Joins the words that the end of `line` breaks with the beginning of `next`; whether `next` still holds text.
pub fn mend(line: &mut Line, next: &mut Line, words: &Words) -> bool {
    let text = line.text();
    let soft = text.ends_with('\u{AD}');
    let Some(head) = text.strip_suffix(['-', '\u{AD}', '\u{2010}']) else { return true };
    let left = head.rsplit(char::is_whitespace).next().unwrap_or_default();
    let following = next.text();
    let right = following.split(char::is_whitespace).next().unwrap_or_default();
    let letter = right.starts_with(char::is_alphanumeric);
    let decided = if soft && letter && !left.is_empty() { Break::Word } else { decide(left, right, words) };
    let length = right.len();
    match decided {
        Break::Apart => {
            if let Some(last) = line.chunks.last_mut().filter(|_| soft) {
                last.text.pop();
                last.text.push('-');
            }
            return true;
        }
        Break::Hyphen => {}
        Break::Word | Break::Diaeresis => {
            if let Some(last) = line.chunks.last_mut() {
                last.text.pop();
            }
        }
    }
    let mut moved = take(next, length);
    if decided == Break::Diaeresis
        && let Some(chunk) = moved.first_mut()
    {
        let dotted = if chunk.text.starts_with('i') { "ï" } else { "ë" };
        chunk.text.replace_range(..1, dotted);
    }
    for chunk in moved {
        match line.chunks.last_mut() {
            Some(last) if last.font == chunk.font && last.raised == chunk.raised && (last.size - chunk.size).abs() < 0.05 => {
                last.text.push_str(&chunk.text);
            }
            _ => line.chunks.push(chunk),
        }
    }
    line.chunks.retain(|chunk| !chunk.text.is_empty());
    !next.chunks.is_empty()
}

/// Takes the first `length` bytes off a line, and the blanks after them.
fn take(line: &mut Line, length: usize) -> Vec<Chunk> {
    let (mut taken, mut left) = (Vec::new(), length);
    while left > 0 && !line.chunks.is_empty() {
        let chunk = &mut line.chunks[0];
        if chunk.text.len() <= left {
            left -= chunk.text.len();
            taken.push(line.chunks.remove(0));
        } else {
            let mut begin = chunk.clone();
            begin.text = chunk.text.drain(..left).collect();
            taken.push(begin);
            left = 0;
        }
    }
    while let Some(chunk) = line.chunks.first_mut() {
        chunk.text = chunk.text.trim_start().to_owned();
        if !chunk.text.is_empty() {
            break;
        }
        line.chunks.remove(0);
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line { chunks: vec![Chunk { text: text.into(), font: 0, size: 10.0, raised: false }], ..Line::default() }
    }

    #[test]
    fn hyphens_at_line_ends() {
        let known = line("De wethouder spreekt van Lek-Oost, het jaarverslag en de off-street-plekken; boven staat meer.");
        let words = Words::of([&known].into_iter());
        let table = [
            ("be", "perkt", Break::Word),
            ("energie", "en", Break::Apart),
            ("Oostrum", "Hoogbroek,", Break::Hyphen),
            ("Lek", "Oost", Break::Hyphen),
            ("jaar", "verslag.", Break::Word),
            ("bov", "en", Break::Word),
            ("off-street", "parkeren", Break::Hyphen),
            ("PvdA-frac", "tie", Break::Word),
            ("www.", "busmeter.nl", Break::Word),
            ("www.bus", "meter.nl", Break::Hyphen),
            ("2013", "2014", Break::Hyphen),
            ("WMO", "consulent", Break::Hyphen),
            ("MILIEU", "STRAAT", Break::Word),
            ("ex", "ploitatie", Break::Word),
            ("oud", "wethouder", Break::Hyphen),
            ("oud", "ers", Break::Word),
            ("vice", "voorzitter", Break::Hyphen),
            ("mede", "eigenaar", Break::Hyphen),
            ("be", "invloeden", Break::Diaeresis),
            ("ge", "evalueerd", Break::Diaeresis),
            ("be", "oordelen", Break::Word),
            ("e", "mail", Break::Hyphen),
            ("(voor", "tgezet)", Break::Word),
            ("", "en", Break::Apart),
        ];
        let wrong: Vec<_> = table.into_iter().filter(|(left, right, wanted)| decide(left, right, &words) != *wanted).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn the_whole_word_stands_on_the_first_line() {
        let words = Words::default();
        let table = [
            ("over de openingstij-", "den bestaat", "over de openingstijden", "bestaat"),
            ("de energie-", "en de bouw", "de energie-", "en de bouw"),
            ("op www.\u{AD}", "busmeter.nl.", "op www.busmeter.nl.", ""),
            ("geen breuk", "hier", "geen breuk", "hier"),
            ("een aandachtstreepje -", "hier", "een aandachtstreepje -", "hier"),
        ];
        for (first, second, joined, rest) in table {
            let (mut a, mut b) = (line(first), line(second));
            let left = mend(&mut a, &mut b, &words);
            assert_eq!((a.text(), b.text(), left), (joined.into(), rest.into(), !rest.is_empty()));
        }
    }
}
