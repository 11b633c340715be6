//! The XML in which the questions of members of the Dutch parliament and their answers are published, whole or in parts.

mod bounds;
mod element;
mod table;
mod walk;

use std::path::Path;

use roxmltree::{Document, Error as Fault, ParsingOptions};

use super::draft::Draft;
use super::html::declared;
use super::{Limits, Source};
use crate::error::{Error, Result};

/// The most elements, texts and comments.
const MOST_NODES: u32 = 1 << 20;

/// So many prefixes that are nowhere explained are let pass: a part of a document lacks what its beginning explains.
const MOST_PREFIXES: usize = 16;

/// What the user can do when the XML cannot be read.
const OTHERWISE: &str = "give the HTML or the PDF of the same document";

/// The source of a `.xml` file.
///
/// # Errors
/// It is no XML, XML of another kind, larger or deeper than such documents are, or it defines entities of its own.
pub fn xml(file: &Path, id: &str, bytes: &[u8], limits: &Limits) -> Result<Source> {
    let text = declared(bytes);
    bounds::check(file, &text)?;
    if defines(&text) {
        return Err(Error::new(file, "is XML with definitions of its own (a DTD), which are not read", OTHERWISE));
    }
    let mut prefixes = Vec::new();
    loop {
        let wrapped = wrapped(&text, &prefixes);
        let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
        match Document::parse_with_options(&wrapped, options) {
            Ok(document) => {
                let mut draft = Draft::default();
                walk::walk(file, &document, &mut draft, limits)?;
                return draft.finish(file, id);
            }
            Err(Fault::UnknownNamespace(prefix, _)) if prefixes.len() < MOST_PREFIXES && !prefixes.contains(&prefix) => {
                prefixes.push(prefix);
            }
            Err(fault) => return Err(explained(file, &fault)),
        }
    }
}

/// The document as the content of one element, so that a part with several roots can be read too; what stands before the first element goes.
fn wrapped(text: &str, prefixes: &[String]) -> String {
    let mut rest = text.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
    let mut lines = 0;
    for (begin, end) in [("<?xml", "?>"), ("<!DOCTYPE", ">")] {
        let from = rest.find('<').filter(|at| rest.get(*at..).is_some_and(|rest| rest.starts_with(begin)));
        let to = from.and_then(|from| rest.get(from..)?.find(end).map(|at| from + at + end.len()));
        if let Some((before, after)) = to.map(|to| rest.split_at(to)) {
            lines += before.matches('\n').count();
            rest = after;
        }
    }
    let spaces = prefixes.iter().fold(String::new(), |spaces, prefix| spaces + " xmlns:" + prefix + "=\"" + prefix + "\"");
    format!("{}<bestand{spaces}>{rest}</bestand>", "\n".repeat(lines))
}

/// Whether it defines entities, with which a short document can become a long one.
fn defines(text: &str) -> bool {
    let kind = text.split_once("<!DOCTYPE").and_then(|(_, after)| after.split_once('>'));
    kind.is_some_and(|(kind, _)| kind.contains('['))
}

/// What the parser says, in words.
fn explained(file: &Path, fault: &Fault) -> Error {
    match fault {
        Fault::NodesLimitReached | Fault::AttributesLimitReached => Error::new(file, "holds more elements than a letter has", OTHERWISE),
        fault => Error::at(file, fault.pos().row as usize, "is XML that is damaged or incomplete", OTHERWISE),
    }
}

#[cfg(test)]
mod tests;
