//! Bytes become text: one encoding, one kind of line end, no invisible characters.
//!
//! Chosen: text that is not Unicode is windows-1252. Why: that is what Dutch offices saved; a detector took a letter with 17 accents for
//! Russian. Rejected: chardetng.

use std::borrow::Cow;
use std::path::Path;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::{Mark, MarkKind};
use crate::error::{Error, Result};
use crate::text::Span;

/// One byte in this many may be a control character before a file is taken for something other than text.
const CONTROL_ONE_IN: usize = 50;

/// The text of a file and the pages that its form feeds make.
///
/// The encoding is that of the byte order mark, else UTF-8 where the bytes are valid UTF-8, else windows-1252. Line ends become `\n`, no-break spaces plain spaces; soft hyphens, zero-width
/// and control characters go. A soft hyphen at a line end takes the line end with it, so that the word is whole again.
///
/// # Errors
/// The file is empty, or it is not text. `file` is only named in the error.
pub fn decode(file: &Path, bytes: &[u8]) -> Result<(String, Vec<Mark>)> {
    let text = to_unicode(bytes);
    if text.trim().is_empty() {
        return Err(Error::new(file, "is empty", "check that the file was copied or exported whole"));
    }
    if is_binary(&text) {
        return Err(Error::new(file, "is binary, not plain text", "save it as plain text (.txt, UTF-8)"));
    }
    Ok(clean(&text))
}

/// The characters that the bytes stand for.
pub(super) fn to_unicode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    if is_damaged_utf8(bytes) {
        return String::from_utf8_lossy(bytes);
    }
    // What Dutch offices saved before UTF-8. A detector takes a letter with a dozen accents for Russian now and then.
    WINDOWS_1252.decode_without_bom_handling(bytes).0
}

/// UTF-8 with a few broken bytes: text in a legacy encoding hardly ever holds a valid sequence of several bytes.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

/// Whether there is a NUL, or more control characters than text has; C1 controls are `0xC2` and a byte of `0x80..0xA0`.
fn is_binary(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ascii = bytes.iter().filter(|byte| (**byte < b' ' && !matches!(byte, b'\t'..=b'\r')) || **byte == 0x7F).count();
    let other = bytes
        .iter()
        .zip(bytes.iter().skip(1))
        .filter(|(lead, next)| **lead == 0xC2 && matches!(next, 0x80..0xA0) && **next != 0x85)
        .count();
    bytes.contains(&0) || (ascii + other) * CONTROL_ONE_IN > bytes.len()
}

/// Every character that Unicode or an old word processor ends a line with.
const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Soft hyphen, zero-width characters, marks of writing direction.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

const fn is_no_break_space(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

/// The text with one kind of line end and without invisible characters.
pub(super) fn cleaned(text: &str) -> Cow<'_, str> {
    if find_special(text).is_none() { Cow::Borrowed(text) } else { Cow::Owned(clean(text).0) }
}

/// As [`cleaned`], with the pages that form feeds make.
fn clean(text: &str) -> (String, Vec<Mark>) {
    let mut cleaned = String::with_capacity(text.len());
    let mut pages = Vec::new();
    let mut rest = text;
    while let Some(at) = find_special(rest) {
        cleaned.push_str(&rest[..at]);
        let mut after = rest[at..].chars();
        match after.next() {
            Some('\u{AD}') => {
                rest = continued_word(after.as_str());
                continue;
            }
            Some('\r') if after.as_str().starts_with('\n') => {}
            Some('\u{0C}') => {
                cleaned.push('\n');
                pages.push(cleaned.len());
            }
            Some(c) if is_line_end(c) => cleaned.push('\n'),
            Some(c) if is_no_break_space(c) => cleaned.push(' '),
            _ => {}
        }
        rest = after.as_str();
    }
    cleaned.push_str(rest);
    let marks = page_marks(&pages, cleaned.len());
    (cleaned, marks)
}

/// The first character that [`clean`] changes. Bytes are looked at first: few of them can begin such a character.
fn find_special(text: &str) -> Option<usize> {
    let special = |c: char| is_invisible(c) || is_no_break_space(c) || (c != '\n' && c != '\t' && (c.is_control() || is_line_end(c)));
    let candidate = |byte: u8| matches!(byte, 0..=8 | 11..=31 | 0x7F | 0xC2 | 0xCD | 0xE1 | 0xE2 | 0xEF);
    let mut from = 0;
    loop {
        let at = from + text.as_bytes().get(from..)?.iter().position(|byte| candidate(*byte))?;
        let c = text.get(at..)?.chars().next()?;
        if special(c) {
            return Some(at);
        }
        from = at + c.len_utf8();
    }
}

/// What follows a soft hyphen: without the line end when the word goes on after it.
fn continued_word(after: &str) -> &str {
    let line = after.trim_start_matches([' ', '\t']);
    let next = line.strip_prefix("\r\n").or_else(|| line.strip_prefix(['\n', '\r']));
    next.map(|next| next.trim_start_matches([' ', '\t'])).filter(|next| next.starts_with(char::is_alphabetic)).unwrap_or(after)
}

/// Pages from the places where a new one begins; none without form feeds, and none after a closing form feed.
fn page_marks(begins: &[usize], end: usize) -> Vec<Mark> {
    if begins.is_empty() {
        return Vec::new();
    }
    let starts = std::iter::once(0).chain(begins.iter().copied());
    let ends = begins.iter().copied().chain([end]);
    let pages = starts.zip(ends).map(|(start, end)| Span::new(start, end));
    pages.zip(1..).filter(|(span, _)| !span.is_empty()).map(|(span, page)| Mark { span, kind: MarkKind::Page(page) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(Path::new("brief.txt"), bytes).map_or_else(|error| error.what, |(text, _)| text)
    }

    #[test]
    fn characters_that_a_reader_does_not_see() {
        let table: &[(&str, &str)] = &[
            ("een\r\ntwee\rdrie\n", "een\ntwee\ndrie\n"),
            ("Coördina\u{AD}\ntor", "Coördinator"),
            ("Coördina\u{AD} \r\n  tor van de wijk", "Coördinator van de wijk"),
            ("jeugd\u{AD}hulp", "jeugdhulp"),
            ("einde\u{AD}\n\nNieuwe alinea", "einde\n\nNieuwe alinea"),
            ("einde\u{AD}\n2. Vraag", "einde\n2. Vraag"),
            ("€\u{A0}5\u{202F}000", "€ 5 000"),
            ("a\u{200B}b\u{FEFF}c\u{2060}d", "abcd"),
            ("regel\u{0B}regel\u{2028}regel", "regel\nregel\nregel"),
            ("tab\tblijft", "tab\tblijft"),
        ];
        let wrong: Vec<_> =
            table.iter().map(|(given, expected)| (text(given.as_bytes()), *expected)).filter(|(got, expected)| got != expected).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_broken_byte_does_not_turn_utf8_into_another_encoding() {
        assert_eq!(
            text("één ideële coördinator ".as_bytes().iter().copied().chain([0xC3]).collect::<Vec<_>>().as_slice()),
            "één ideële coördinator \u{FFFD}"
        );
    }
}
