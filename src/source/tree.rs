//! XML as a tree, looked over before it is parsed: the parser itself sets no bounds to its memory.

use std::path::Path;

use roxmltree::{Document, Error as XmlError, ParsingOptions};

use super::Limits;
use crate::error::{Error, Result};

/// An element, or a stretch of text.
pub(super) type Node<'t> = roxmltree::Node<'t, 't>;

/// The most tags and the most attributes in one part: the parser takes about 80 bytes for each.
/// A letter of a thousand pages has half a million.
const MOST_TAGS: usize = 2_500_000;

/// The most attributes of one element, which the parser compares with each other, and the most namespaces known in one
/// place, which it searches for each name.
const MOST_ATTRIBUTES: usize = 256;

/// The most work with namespaces: an element that declares its own has those around it compared with each other.
/// Word knows about forty, and has a few such elements for each picture.
const MOST_COMPARED: usize = 100_000_000;

/// The tree of `text`, which is the part `part` of `file`; both are only named in errors.
///
/// # Errors
/// The text is no well-formed XML, declares a DTD, or is nested deeper or larger than any letter.
pub(super) fn tree<'t>(file: &Path, part: &str, text: &'t str, limits: &Limits) -> Result<Document<'t>> {
    let again = "open it in a word processor and save it again";
    if let Some(excess) = excess(text, limits.depth) {
        return Err(Error::new(file, format!("is built like no letter: its part {part} {excess}"), again));
    }
    let options = ParsingOptions { nodes_limit: MOST_TAGS as u32 * 2, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        XmlError::DtdDetected => Error::new(file, format!("declares codes of its own (a DTD) in its part {part}"), again),
        error => Error::new(file, format!("is damaged: its part {part} cannot be read ({error})"), again),
    })
}

/// The name of an element without its namespace; empty for text.
pub(super) fn name(node: Node<'_>) -> &str {
    node.tag_name().name()
}

/// The attribute with this name, whatever its namespace.
pub(super) fn attribute<'t>(node: Node<'t>, local: &str) -> Option<&'t str> {
    node.attributes().find(|attribute| attribute.name() == local).map(|attribute| attribute.value())
}

/// The first child element with this name.
pub(super) fn child<'t>(node: Node<'t>, local: &str) -> Option<Node<'t>> {
    node.children().find(|child| name(*child) == local)
}

/// What is beyond the bounds, in words for an error.
fn excess(text: &str, depth: usize) -> Option<&'static str> {
    let count = |wanted: u8| text.bytes().filter(|byte| *byte == wanted).count();
    // The parser reserves memory by these two counts, before it looks at anything.
    if count(b'<') > 2 * MOST_TAGS || count(b'=') > MOST_TAGS {
        return Some("has millions of elements");
    }
    let mut open: Vec<usize> = Vec::new();
    let (mut known, mut compared) = (0_usize, 0);
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        // What is not closed is left to the parser, which says where it stands.
        let tag = &rest[..end_of_tag(rest)?];
        rest = &rest[tag.len()..];
        if tag.starts_with("</") {
            known -= open.pop().unwrap_or(0).min(known);
        } else if !tag[1..].starts_with(['!', '?']) {
            let attributes = tag.matches('=').count();
            let declared = tag.matches("xmlns").count();
            compared += if declared > 0 { known.pow(2) } else { 0 };
            if attributes > MOST_ATTRIBUTES && unquoted(tag).filter(|(_, byte)| *byte == b'=').count() > MOST_ATTRIBUTES
                || known + declared > MOST_ATTRIBUTES
            {
                return Some("has an element with hundreds of attributes");
            }
            if compared > MOST_COMPARED {
                return Some("has thousands of elements with hundreds of namespaces");
            }
            if !tag.ends_with("/>") {
                known += declared;
                open.push(declared);
            }
        }
        if open.len() > depth {
            return Some("has elements within elements without end");
        }
    }
    None
}

/// How long the tag, comment or literal text is that `rest` begins with.
fn end_of_tag(rest: &str) -> Option<usize> {
    let until = |end: &str| rest.find(end).map(|at| at + end.len());
    if rest.starts_with("<!--") {
        return until("-->");
    }
    if rest.starts_with("<![CDATA[") {
        return until("]]>");
    }
    if rest.starts_with("<?") {
        return until("?>");
    }
    unquoted(rest).find(|(_, byte)| *byte == b'>').map(|(end, _)| end + 1)
}

/// The bytes of a tag that stand in no value, and their places.
fn unquoted(tag: &str) -> impl Iterator<Item = (usize, u8)> {
    let mut quote = None;
    tag.bytes().enumerate().filter(move |(_, byte)| {
        let outside = quote.is_none();
        if quote == Some(*byte) {
            quote = None;
        } else if outside && matches!(byte, b'"' | b'\'') {
            quote = Some(*byte);
        }
        outside
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_letter_has_is_refused_before_it_is_parsed() {
        let nested = |depth| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
        let attributes = |count: usize| (0..count).map(|n| format!(" a{n}='='")).collect::<Vec<_>>().concat();
        let spaces =
            |count: usize| (0..count).map(|n| format!("<a xmlns:n{n}='u{n}'>")).collect::<Vec<_>>().concat() + &"</a>".repeat(count);
        let table: &[(String, bool)] = &[
            (nested(512), false),
            (nested(513), true),
            (format!("<a>{}</a>", "<b><c/></b>".repeat(2_000)), false),
            (format!("<a>{}{}</a>", "<!-- <b> -->".repeat(600), "<![CDATA[<b>]]>".repeat(600)), false),
            (format!("<a b='{}'/>", "=".repeat(1_000)), false),
            (format!("<a b='{}'/>", "<b>".repeat(1_000)), false),
            (format!("<a{}/>", attributes(256)), false),
            (format!("<a{}/>", attributes(257)), true),
            (spaces(256), false),
            (spaces(257), true),
            (format!("<a>{}</a>", "<b xmlns:c='d'/>".repeat(10_000)), false),
            (spaces(200).replacen("</a>", &("<b xmlns:c='d'/>".repeat(5_000) + "</a>"), 1), true),
            (format!("<a>{}</a>", "=".repeat(MOST_TAGS + 1)), true),
        ];
        let wrong: Vec<_> =
            table.iter().filter(|(text, refused)| excess(text, 512).is_some() != *refused).map(|(text, _)| &text[..20]).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn each_fault_has_its_own_words() {
        let what = |text: &str| tree(Path::new("brief.odt"), "content.xml", text, &Limits::default()).map_err(|error| error.what).err();
        assert_eq!(what("<a/>"), None);
        assert!(what("<a><b></a>").is_some_and(|what| what.starts_with("is damaged: its part content.xml cannot be read")));
        assert!(what("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").is_some_and(|what| what.starts_with("declares codes of its own")));
    }
}
