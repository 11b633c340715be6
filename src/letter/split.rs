//! Where an answer begins that no word announces: after the question mark, on the next line, in the next paragraph.

use super::sheet::{Sheet, asks};

/// How an answer is parted from its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum How {
    /// The question is bold, italic or a heading.
    Look,
    /// By a blank line.
    Paragraph,
    /// By the end of the line.
    Line,
    /// By the question mark.
    Mark,
    /// By the end of the first line, which asks nothing that shows.
    First,
    /// By a capital, where question and answer stand on one line without a stop.
    Capital,
}

/// A place where a question ends and an answer begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// The byte at which the answer begins.
    pub at: usize,
    /// What parts them.
    pub how: How,
}

/// How many paragraphs of explanation may stand before the question itself.
const PREAMBLE: usize = 3;

/// The splits that are possible in a question whose text runs from `body` on line `first` to line `end` (excluded), surest first.
pub(super) fn splits(sheet: &Sheet, body: usize, first: usize, end: usize) -> Vec<Split> {
    let lines: Vec<usize> = sheet.read(first, end).filter(|at| *at != first || !sheet.rest(body, first).trim().is_empty()).collect();
    let text = |at: usize| if at == first { sheet.rest(body, first) } else { sheet.row(at) };
    let Some(head) = lines.first().copied() else { return Vec::new() };
    let mut found = Vec::new();
    if sheet.lines[head].look.styled()
        && let Some(at) = lines.iter().find(|at| !sheet.lines[**at].look.styled())
    {
        found.push(Split { at: sheet.start(*at), how: How::Look });
    }
    let begins: Vec<usize> =
        lines.iter().copied().enumerate().filter(|(nth, at)| *nth == 0 || sheet.gap(*at)).map(|(nth, _)| nth).collect();
    let last_of = |paragraph: usize| begins.get(paragraph + 1).map_or(lines.len(), |next| *next) - 1;
    let ends = |paragraph: usize| asks(text(lines[last_of(paragraph)]));
    if let Some(mut asked) = (0..begins.len().min(PREAMBLE)).find(|paragraph| ends(*paragraph)) {
        while asked + 1 < begins.len() && ends(asked + 1) {
            asked += 1;
        }
        if let Some(next) = begins.get(asked + 1) {
            found.push(Split { at: sheet.start(lines[*next]), how: How::Paragraph });
        }
    }
    let first_paragraph = &lines[..=last_of(0)];
    if let Some(mut asked) = first_paragraph.iter().position(|at| asks(text(*at)) || demands(text(*at))) {
        while asked + 1 < first_paragraph.len() && asks(text(first_paragraph[asked + 1])) {
            asked += 1;
        }
        if let Some(next) = first_paragraph.get(asked + 1) {
            found.push(Split { at: sheet.start(*next), how: How::Line });
        }
    }
    if let Some(at) = first_paragraph
        .iter()
        .find_map(|at| in_line(text(*at)).map(|offset| offset + if *at == first { body } else { sheet.lines[*at].text.start }))
    {
        found.push(Split { at, how: How::Mark });
    }
    if !found.iter().any(|split| split.how == How::Paragraph)
        && let Some(next) = begins.get(1)
    {
        found.push(Split { at: sheet.start(lines[*next]), how: How::Paragraph });
    }
    if found.is_empty()
        && let Some(next) = first_paragraph.get(1)
    {
        found.push(Split { at: sheet.start(*next), how: How::First });
    }
    if found.is_empty()
        && !asks(text(head))
        && let Some(at) = unstopped(text(head))
    {
        found.push(Split { at: at + if head == first { body } else { sheet.lines[head].text.start }, how: How::Capital });
    }
    found
}

/// Where the answer begins after the question marks of one line.
fn in_line(text: &str) -> Option<usize> {
    let mut from = text.find("? ").or_else(|| text.find("?* "))?;
    loop {
        let after = from + 1;
        let rest = text[after..].trim_start_matches(['*', ' ', ')', '"', '”', '’', '»']);
        let begin = text.len() - rest.len();
        let sentence = &rest[..sentence_end(rest)];
        if rest.is_empty() {
            return None;
        }
        if sentence.ends_with('?') || request(sentence) {
            from = begin + sentence.len() - 1;
            continue;
        }
        if let Some(again) = asked_again(rest, sentence.len()) {
            from = begin + again;
            continue;
        }
        return (rest.starts_with(|c: char| !c.is_lowercase()) || !rest.contains('?')).then_some(begin);
    }
}

/// The shortest statement between two questions: what is shorter answers the first.
const STATEMENT: usize = 60;

/// The question mark of a second question that the sentence of `len` bytes introduces, when more follows it.
fn asked_again(text: &str, len: usize) -> Option<usize> {
    if len < STATEMENT || text.starts_with("Ja") || text.starts_with("Nee") {
        return None;
    }
    let second = text[len..].trim_start();
    let end = sentence_end(second);
    let begin = text.len() - second.len();
    (second[..end].ends_with('?') && second[end..].starts_with(' ') && second[..end].starts_with(char::is_uppercase))
        .then_some(begin + end - 1)
}

/// Where in one line what follows the question begins: after its question marks, or after its first sentence.
pub(super) fn after_question(text: &str) -> Option<usize> {
    let end = sentence_end(text);
    in_line(text).or_else(|| {
        let rest = text[end..].trim_start();
        (!rest.is_empty()).then(|| text.len() - rest.len())
    })
}

/// The end of the sentence with which `text` begins.
fn sentence_end(text: &str) -> usize {
    for (at, c) in text.char_indices() {
        if matches!(c, '.' | '?' | '!') {
            let after = &text[at + 1..];
            let short = text[..at].rsplit(' ').next().unwrap_or("").chars().count() <= 1;
            if (after.is_empty() || after.starts_with([' ', '*', ')', '"', '”'])) && !(c == '.' && short) {
                return at + 1;
            }
        }
    }
    text.len()
}

/// Whether a line asks, and closes with a request: `Hoeveel? Graag per wijk.`
fn demands(text: &str) -> bool {
    let last = text.trim_end_matches(['.', '*', ' ']).rfind("? ").map_or("", |at| &text[at + 2..]);
    !last.is_empty() && request(last.trim_start()) && sentence_end(last) == last.len()
}

/// Whether a sentence asks for something without a question mark.
fn request(sentence: &str) -> bool {
    ["Graag ", "Gaarne ", "Wij ontvangen graag", "Wij horen graag", "Wij vernemen graag", "Zo ja", "Zo nee", "Zo neen", "Indien "]
        .iter()
        .any(|words| sentence.starts_with(words))
        && sentence.len() < 160
}

/// Where an answer begins when nothing stops the question: after a request, or at a capital that begins a sentence.
fn unstopped(text: &str) -> Option<usize> {
    let mut from = 0;
    while from < text.len().min(600) {
        let sentence = &text[from..from + sentence_end(&text[from..])];
        let end = from + sentence.len();
        let rest = text[end..].trim_start();
        if request(sentence.trim_start()) && !rest.is_empty() {
            return Some(text.len() - rest.len());
        }
        if sentence.is_empty() {
            break;
        }
        from = end;
    }
    let openers = [
        "Deze", "Dit", "Dat", "De", "Het", "Er", "Wij", "We", "Ja", "Nee", "In", "Van", "Voor", "Op", "Die", "Zie", "Omdat", "Op", "Bij",
        "Hier",
    ];
    text.match_indices(' ').map(|(at, _)| at + 1).find(|at| {
        let word = text[*at..].split(' ').next().unwrap_or("");
        openers.contains(&word) && text[..*at - 1].ends_with(char::is_lowercase)
    })
}
