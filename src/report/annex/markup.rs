//! Any text, made safe for XML and told apart into what word processors have elements for.

/// What stands for a character that no document can hold.
const REPLACED: char = '\u{FFFD}';

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// Characters, to be escaped.
    Text(&'t str),
    /// The end of a line.
    Break,
    /// A tab.
    Tab,
    /// A place where a word may be broken.
    SoftHyphen,
    /// A hyphen at which no line ends.
    HardHyphen,
}

/// The parts of a text, in order.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((at, c)) = rest.char_indices().find(|(_, c)| special(*c).is_some()) {
        let (before, after) = rest.split_at(at);
        if !before.is_empty() {
            found.push(Piece::Text(before));
        }
        found.extend(special(c));
        let returned = after.starts_with("\r\n");
        rest = after.get(if returned { 2 } else { c.len_utf8() }..).unwrap_or_default();
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest));
    }
    found
}

const fn special(c: char) -> Option<Piece<'static>> {
    match c {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Piece::Break),
        '\t' => Some(Piece::Tab),
        '\u{AD}' => Some(Piece::SoftHyphen),
        '\u{2011}' => Some(Piece::HardHyphen),
        _ => None,
    }
}

/// A text inside an element or an attribute in double quotes. What XML 1.0 (section 2.2) cannot hold, and characters that turn
/// the direction of all that follows, are replaced visibly.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' => safe.push_str("&#9;"),
            '\n' => safe.push_str("&#10;"),
            '\r' => safe.push_str("&#13;"),
            c if c.is_control() => safe.push(REPLACED),
            '\u{FFFE}' | '\u{FFFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => safe.push(REPLACED),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::Piece::{Break, HardHyphen, SoftHyphen, Tab, Text};
    use super::{Piece, escaped, pieces};

    #[test]
    fn what_xml_cannot_hold_is_replaced_visibly() {
        let table = [
            ("<b>\"A&B\"</b>", "&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;"),
            ("]]>", "]]&gt;"),
            ("a\u{0}b\u{B}c\u{1F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
            ("\u{7F}\u{9B}\u{FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("goed \u{202E}koob", "goed \u{FFFD}koob"),
            ("é € 😀 \u{5D0}\u{5D1}", "é € 😀 \u{5D0}\u{5D1}"),
            ("een\r\n\ttwee", "een&#13;&#10;&#9;twee"),
            ("", ""),
        ];
        let wrong: Vec<_> = table.iter().map(|(text, xml)| (escaped(text), xml)).filter(|(got, xml)| got != *xml).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn lines_tabs_and_hyphens_are_told_apart() {
        let table: [(&str, &[Piece<'_>]); 6] = [
            ("een\r\ntwee\n\ndrie", &[Text("een"), Break, Text("twee"), Break, Break, Text("drie")]),
            ("\r\u{2028}\u{85}", &[Break, Break, Break]),
            ("a\tb", &[Text("a"), Tab, Text("b")]),
            ("jaar\u{AD}verslag", &[Text("jaar"), SoftHyphen, Text("verslag")]),
            ("2024\u{2011}2025", &[Text("2024"), HardHyphen, Text("2025")]),
            ("", &[]),
        ];
        let wrong: Vec<_> = table.iter().map(|(text, parts)| (pieces(text), parts)).filter(|(got, parts)| got != *parts).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
