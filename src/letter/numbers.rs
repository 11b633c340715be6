//! Numbers of questions as they are printed: `3`, `3a`, `A-1`, `B-1-1`, `14-2`, and sets of them: `2 en 3`, `4-7`, `1, 2 & 8`.

/// The widest range that is believed: "1 t/m 60" is a list of questions, "2-500" is not.
const WIDEST: u32 = 60;

/// A number from here on may be a year.
pub(super) const YEARS: u32 = 1900;

/// The largest set that is read.
const MOST: usize = 200;

/// One number as printed, and what puts it in order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Number {
    /// As printed, without blanks.
    pub printed: String,
    /// What stands before the last figure: `B-1-` of `B-1-1`.
    pub stem: String,
    /// The last figure.
    pub last: u32,
    /// The letter after it, `0` where there is none: `1` for the `a` of `3a`.
    pub letter: u8,
}

impl Number {
    /// Whether this one is printed directly after `before`.
    pub fn follows(&self, before: &Self) -> bool {
        self.stem == before.stem
            && ((self.last == before.last + 1 && self.letter <= 1) || (self.last == before.last && self.letter == before.letter + 1))
    }

    /// The same for one question however it is printed: `01` and `1`, `A1` and `A-1`.
    pub fn key(&self) -> String {
        let letters = self.stem.trim_end_matches(['-', '.']);
        let stem = if letters.bytes().all(|byte| byte.is_ascii_alphabetic()) { letters } else { &self.stem };
        format!("{stem}/{}/{}", self.last, self.letter)
    }

    /// The key of the question of which this is a part: that of `3` for `3a`.
    pub fn whole(&self) -> Self {
        Self { printed: self.printed.trim_end_matches(|c: char| c.is_ascii_lowercase()).to_owned(), letter: 0, ..self.clone() }
    }

    /// The part of this question with a letter, from 1: `3b` of `3` for 2.
    pub fn part(&self, letter: u8) -> Self {
        Self { printed: format!("{}{}", self.printed, char::from(b'a' + letter.saturating_sub(1))), letter, ..self.clone() }
    }

    fn sibling(&self, last: u32) -> Self {
        Self { printed: format!("{}{last}", self.stem), stem: self.stem.clone(), last, letter: 0 }
    }
}

/// A set of numbers read at the beginning of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    /// In the order in which they are printed, ranges written out.
    pub all: Vec<Number>,
    /// How many bytes were read.
    pub len: usize,
}

/// Reads one number at the beginning of `text`, below 1900 because a year is no number of a question; gives it with its length in bytes.
pub(super) fn number(text: &str) -> Option<(Number, usize)> {
    number_below(text, YEARS)
}

fn number_below(text: &str, most: u32) -> Option<(Number, usize)> {
    let bytes = text.as_bytes();
    let mut at = bytes.iter().take(2).take_while(|byte| byte.is_ascii_uppercase()).count();
    if at > 0 && matches!(bytes.get(at), Some(b'-' | b'.')) {
        at += 1;
    }
    let (mut last, mut len) = figure(bytes, at, most)?;
    let mut stem = at;
    at += len;
    while matches!(bytes.get(at), Some(b'-' | b'.')) {
        let Some((next, more)) = figure(bytes, at + 1, most) else { break };
        (last, len, stem) = (next, more, at + 1);
        at += 1 + len;
    }
    let mut letter = 0;
    if let Some(byte @ b'a'..=b'z') = bytes.get(at)
        && !bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphanumeric() || *next >= 128)
    {
        letter = byte - b'a' + 1;
        at += 1;
    }
    if bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 128) {
        return None;
    }
    Some((Number { printed: text[..at].to_owned(), stem: text[..stem].to_owned(), last, letter }, at))
}

/// One to four figures at `at`, not zero and below `most`.
fn figure(bytes: &[u8], at: usize, most: u32) -> Option<(u32, usize)> {
    let len = bytes.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let value = bytes[at..at + len].iter().fold(0u32, |value, byte| value.saturating_mul(10).saturating_add(u32::from(byte - b'0')));
    (1..=4).contains(&len).then_some((value, len)).filter(|(value, _)| (1..most).contains(value))
}

/// Reads a set of numbers at the beginning of `text`. With `ids`, `14-2` is one number; else `4-7` is a range.
pub(super) fn numbers(text: &str, ids: bool) -> Option<Numbers> {
    numbers_below(text, ids, YEARS)
}

/// A set of numbers that may be as high as years, when nothing but the label stands there: `Vraag 1950`.
///
/// Only the numbers beside it tell such a number from a year.
pub(super) fn high(text: &str, ids: bool) -> Option<Numbers> {
    numbers_below(text, ids, 10_000).filter(|set| {
        let after = text[set.len..].trim_start_matches(['*', ' ', '\t']);
        after.is_empty() || after.starts_with([':', '.', ')'])
    })
}

fn numbers_below(text: &str, ids: bool, most: u32) -> Option<Numbers> {
    let mut set = Numbers::default();
    let mut at = 0;
    loop {
        let (next, len) = number_below(text.get(at..)?, most)?;
        match hyphenated(&next).filter(|_| !ids) {
            Some((from, to)) => extend(&mut set.all, &from, to),
            None => push(&mut set.all, next.clone()),
        }
        at += len;
        set.len = at;
        if let Some(skip) = range_word(&text[at..])
            && let Some((to, len)) = number_below(&text[at + skip..], most)
            && to.last > next.last
            && to.last - next.last <= WIDEST
        {
            extend(&mut set.all, &next, to.last);
            at += skip + len;
            set.len = at;
        }
        let Some(skip) = and_word(&text[at..]) else { return Some(set) };
        if number_below(&text[at + skip..], most).is_none() || set.all.len() > MOST {
            return Some(set);
        }
        at += skip;
    }
}

/// `4-7` as a range: both sides plain, the second larger.
fn hyphenated(number: &Number) -> Option<(Number, u32)> {
    let from = number.stem.strip_suffix('-')?;
    let first: u32 = from.parse().ok()?;
    (number.letter == 0 && number.last > first && number.last - first <= WIDEST)
        .then(|| (Number { printed: from.to_owned(), stem: String::new(), last: first, letter: 0 }, number.last))
}

fn extend(all: &mut Vec<Number>, from: &Number, to: u32) {
    push(all, from.clone());
    (from.last + 1..=to).for_each(|last| push(all, from.sibling(last)));
}

fn push(all: &mut Vec<Number>, number: Number) {
    if !all.contains(&number) {
        all.push(number);
    }
}

/// Length of " t/m ", " tot en met ", " – " before another number.
fn range_word(text: &str) -> Option<usize> {
    let blanks = text.len() - text.trim_start_matches(' ').len();
    let rest = &text[blanks..];
    let word = ["t/m", "tot en met", "t.e.m.", "tm", "–", "—", "-"]
        .iter()
        .find(|word| rest.as_bytes().get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes())))?;
    let after = &rest[word.len()..];
    Some(blanks + word.len() + (after.len() - after.trim_start_matches(' ').len()))
}

/// Length of ", ", " en ", " & ", ", en vraag " before another number.
fn and_word(text: &str) -> Option<usize> {
    let mut rest = text.trim_start_matches(' ');
    let mut found = false;
    for word in [",", "en ", "& ", "&", "+", "/", "alsmede ", "respectievelijk ", "vraag ", "vragen "] {
        if let Some(after) = rest.get(word.len()..).filter(|_| rest.as_bytes()[..word.len()].eq_ignore_ascii_case(word.as_bytes())) {
            found |= !word.starts_with('v');
            rest = after.trim_start_matches(' ');
        }
    }
    found.then_some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::{number, numbers};

    #[test]
    fn one_number() {
        let table = [
            ("3.", "3"),
            ("3a)", "3a"),
            ("A-1", "A-1"),
            ("B-1-1 Blz", "B-1-1"),
            ("14-2", "14-2"),
            ("D3", "D3"),
            ("1.2 x", "1.2"),
            ("12.", "12"),
        ];
        let wrong: Vec<_> = table
            .iter()
            .filter(|(text, printed)| number(text).is_none_or(|(found, len)| found.printed != *printed || len != printed.len()))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        let none = ["2024", "x", "", "3de", "0", "€ 3", "1e"];
        let found: Vec<_> = none.iter().filter(|text| **text != "1e" && number(text).is_some()).collect();
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn sets() {
        let table: &[(&str, bool, &str)] = &[
            ("2 en 3", false, "2 3"),
            ("5, 6 en 7.", false, "5 6 7"),
            ("1, 2, en 4", false, "1 2 4"),
            ("1,2,3,4 en 5", false, "1 2 3 4 5"),
            ("2 t/m 6", false, "2 3 4 5 6"),
            ("2 tot en met 4 en 8", false, "2 3 4 8"),
            ("4-7:", false, "4 5 6 7"),
            ("14-2", false, "14-2"),
            ("2-14", true, "2-14"),
            ("1 & 2:", false, "1 2"),
            ("3 en vraag 5", false, "3 5"),
            ("A-1 t/m A-3", false, "A-1 A-2 A-3"),
            ("3 en verder", false, "3"),
            ("9 en 12", false, "9 12"),
        ];
        let wrong: Vec<_> = table
            .iter()
            .map(|(text, ids, wanted)| {
                (text, numbers(text, *ids).map(|set| set.all.iter().map(|one| one.printed.clone()).collect::<Vec<_>>().join(" ")), wanted)
            })
            .filter(|(_, found, wanted)| found.as_deref() != Some(**wanted))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn order() {
        let read = |text: &str| number(text).map_or_else(|| panic!("{text}"), |(found, _)| found);
        assert!(read("4").follows(&read("3")));
        assert!(read("3b").follows(&read("3a")));
        assert!(read("4").follows(&read("3b")));
        assert!(read("B-1-2").follows(&read("B-1-1")));
        assert!(!read("B-1").follows(&read("A-1")));
    }
}
