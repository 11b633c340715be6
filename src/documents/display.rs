//! How a document is shown: its name as a person would write it, and what tells it from another of its kind.

use super::annotated::Annotated;
use super::mention::Mention;
use super::name::{closing, quoted};
use super::near;
use super::phrase;
use super::version;
use crate::text::opens_quotation;

/// The name as a person would write it: kind, edition and proper name as printed, without line ends.
pub(super) fn display(text: &Annotated, mention: &Mention) -> String {
    let mut words = mention.date(text).map_or_else(|| mention.words.clone(), |date| mention.words.start..date.words.end);
    if let Some(object) = near::object_of(text, mention) {
        words.end = object.words.end;
    }
    // "herziene ruilkaart": the word that tells it from another version belongs to its name.
    if version::word(text, words.start).is_some() {
        words.start -= 1;
    }
    if let Some(end) = described(text, mention) {
        words.end = words.end.max(end);
    }
    words.end = phrase::law_end(text, words.end, text.reading.sentence_of(mention.head).words.end);
    let mut name = quoted(text, &words);
    if let Some((end, days)) = mention.past.filter(|_| is_bare(text, mention)) {
        name = quoted(text, &(words.start..end));
        // "dat van 3 juni"
        if mention.head == mention.words.start && !text.reading.folded(mention.head).ends_with(&mention.kind) {
            name = format!("{} {}", mention.kind, quoted(text, &(mention.head + 1..end)));
        }
        let year = days.from.year().to_string();
        if !name.contains(&year) {
            name = format!("{name} {year}");
        }
    }
    // "het rapport 'Als de kade spreekt'": with the mark that closes its title.
    let title = name.contains(opens_quotation);
    if let Some(mark) = words.end.checked_sub(1).and_then(|last| closing(text, last)).filter(|_| title) {
        name.push(mark);
    }
    let first = name.split(' ').next();
    let several = first.is_some_and(|first| matches!(first, "uitgave" | "editie" | "versie"))
        || mention.edition.split_whitespace().next_back().is_some_and(|year| !name.contains(year));
    if several || text.mentions_near(&mention.words).iter().filter(|other| other.words == mention.words).count() > 1 {
        name = joined([&mention.kind, &mention.name, &mention.edition]);
    }
    name
}

/// Whether a document is named by its kind alone.
pub(super) fn is_bare(text: &Annotated, mention: &Mention) -> bool {
    mention.name.is_empty() && mention.edition.is_empty() && mention.date(text).is_none()
}

/// "de verslagen van die bijeenkomsten": what they are of is told.
pub(super) fn owner_follows(text: &Annotated, mention: &Mention) -> bool {
    let next = mention.words.end;
    next + 1 < text.reading.sentence_of(mention.head).words.end && text.reading.folded(next) == "van"
}

/// Where the description ends behind a document without a name of its own: "het rapport over de staat van de kades".
fn described(text: &Annotated, mention: &Mention) -> Option<usize> {
    let end = text.reading.sentence_of(mention.head).words.end;
    if is_bare(text, mention) { phrase::description(text, mention.words.end, end) } else { None }
}

/// What a document without a name of its own is of or about.
pub(super) fn subject<'t>(text: &'t Annotated, mention: &Mention) -> Option<&'t str> {
    let end = text.reading.sentence_of(mention.head).words.end;
    if is_bare(text, mention) { phrase::subject(text, mention.words.end, end) } else { None }
}

/// Whether the words of a mention tell more than its kind.
pub(super) fn describes(text: &Annotated, mention: &Mention) -> bool {
    let other = || near::object_of(text, mention).is_some() || described(text, mention).is_some() || mention.past.is_some();
    !is_bare(text, mention) || other()
}

/// A name of its parts, without those that are empty.
pub(super) fn joined(parts: [&str; 3]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}
