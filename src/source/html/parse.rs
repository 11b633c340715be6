//! The parser of HTML with a bound on its work: it is slow on what no page has, and nothing in it says stop.

use std::path::Path;

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{ParseOpts, parse_document};

use super::tree::{Sink, Tree};
use crate::error::{Error, Result};
use crate::source::Limits;

/// The most markup, in bytes, without pictures written in it: a page of a thousand sheets has about 10 MB.
const MOST_BYTES: usize = 16 << 20;

/// The most nodes of a page.
const MOST_NODES: usize = 1 << 20;

/// The most attributes of all elements together.
const MOST_ATTRIBUTES: usize = 1 << 20;

/// The most `<` and `&`: the parser stops at each of them.
const MOST_SIGNS: usize = 2 << 20;

/// Between two looks at the tree so many bytes go in.
const STEP: usize = 4 << 10;

/// The most comparisons of one attribute of a tag with another: the parser compares each with all before it.
const MOST_COMPARISONS: usize = 1 << 30;

/// Before the data of a picture that is written in the page.
const PICTURE: &str = ";base64,";

/// The tree of a page.
///
/// # Errors
/// The page is larger or nested deeper than pages are. `file` is only named in the error.
pub(super) fn parse(file: &Path, text: &str, limits: &Limits) -> Result<Tree> {
    let text = without_pictures(text);
    if text.len() > MOST_BYTES {
        let what = format!("holds more than {} MiB of HTML", MOST_BYTES >> 20);
        return Err(Error::new(file, what, "give each letter its own file"));
    }
    if text.bytes().filter(|byte| matches!(byte, b'<' | b'&')).count() > MOST_SIGNS {
        return Err(crowded(file));
    }
    let mut parser = parse_document(Sink::new(), ParseOpts::default());
    let (mut rest, mut separators, mut comparisons) = (text.as_str(), 0_usize, 0_usize);
    while !rest.is_empty() {
        let (step, after) = rest.split_at(step_of(rest));
        let events = parser.tokenizer.sink.sink.events.get();
        parser.process(StrTendril::from(step));
        rest = after;
        let sink = &parser.tokenizer.sink.sink;
        // Nothing came out: all of it stands in one tag (or one comment).
        separators = if sink.events.get() == events { separators + separators_in(step) } else { 0 };
        comparisons += separators * separators_in(step);
        let tree = sink.tree();
        if tree.len() > MOST_NODES || tree.attributes() > MOST_ATTRIBUTES || comparisons > MOST_COMPARISONS {
            return Err(crowded(file));
        }
        if tree.above(sink.latest.get()).count() > limits.depth {
            let what = format!("nests elements more than {} deep", limits.depth);
            return Err(Error::new(file, what, "open it in a browser and print it to a PDF"));
        }
    }
    Ok(parser.finish())
}

fn crowded(file: &Path) -> Error {
    Error::new(file, "holds more elements than a page has", "open it in a browser and print it to a PDF")
}

/// The length of the next step, which ends between two characters.
fn step_of(text: &str) -> usize {
    (0..=STEP.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// What can stand between two attributes.
fn separators_in(text: &str) -> usize {
    text.bytes().filter(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0C | b'/' | b'"' | b'\'')).count()
}

/// The page without the data of pictures, which can be larger than all the rest.
fn without_pictures(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(PICTURE) {
        let (before, data) = rest.split_at(at + PICTURE.len());
        kept.push_str(before);
        rest = data.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '='));
    }
    kept.push_str(rest);
    kept
}
