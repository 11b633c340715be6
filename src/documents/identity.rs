//! Which document of the register a mention speaks of.

use super::annotated::Annotated;
use super::entry::{Count, Entry};
use super::mention::{Determiner, Mention};
use super::version::{Version, is_draft_of};

/// The document that a mention speaks of: the same kind, edition and name as far as both are given.
pub(super) fn find(entries: &[Entry], words: &Annotated, mention: &Mention, text: usize) -> Option<usize> {
    // "het voorstel" may be what another answer promises; "dit voorstel" is that of its own text.
    let named = mention.words.start.checked_sub(1).is_some_and(|before| matches!(words.reading.folded(before), "de" | "het"));
    let owned = mention.words.start.checked_sub(1).is_some_and(|before| matches!(words.reading.folded(before), "haar" | "zijn" | "hun"));
    // "die nota" is the one of its own text, or of the text before.
    let pointed = mention.words.start.checked_sub(1).is_some_and(|before| matches!(words.reading.folded(before), "dat" | "die"));
    let just_named = |entry: &Entry| pointed && text.checked_sub(1).is_some_and(|before| entry.is_of(before));
    let date = mention.day(words);
    // "haar bevindingen" are not those of somebody else in another answer.
    let foreign = |entry: &Entry| owned && !entry.is_of(text) && (entry.edition.is_empty() || entry.edition != mention.edition);
    let fits = |entry: &Entry| {
        // Few documents of a letter are of one kind.
        let kin = mention.kind.ends_with(entry.kind.as_str()) || entry.kind.ends_with(mention.kind.as_str());
        if !kin && !entry.aliases.contains(&mention.kind) {
            return false;
        }
        // "de verslagen" are not the one annual report, and neither is "het verslag van juni".
        let one_only = entry.kind != mention.kind
            && (is_draft_of(&entry.kind, &mention.kind)
                || mention.past.is_some() && entry.past.is_none()
                || mention.is_plural(words) && entry.count == Count::One);
        // "mijn brief van 3 mei" is not the progress letter that another answer promises.
        let back = !follows_another(&entry.kind, &mention.kind)
            && !one_only
            && mention.name.is_empty()
            && (!mention.letter || entry.is_of(text) || just_named(entry))
            && mention.determiner == Determiner::Definite
            && entry.kind.ends_with(mention.kind.as_str());
        let fuller = entry.name.is_empty()
            && (entry.is_of(text) || entry.weak && entry.is_dated() && named)
            && mention.kind.ends_with(entry.kind.as_str());
        let kind = entry.kind == mention.kind || back || fuller || entry.aliases.contains(&mention.kind);
        let promised = named && kin && entry.is_dated();
        let everyday = mention.weak && mention.edition.is_empty() && mention.name.is_empty() && !entry.is_of(text) && !promised;
        let edition = entry.edition == mention.edition || same_year(&entry.edition, &mention.edition);
        let name = entry.name.is_empty() || mention.name.is_empty() || shares_word(&entry.name, &mention.name);
        let another = date.is_some() && entry.letter && entry.day != date;
        let bare = date.is_none() && mention.edition.is_empty() && mention.name.is_empty();
        let stray = mention.letter && bare && !entry.is_of(text) && !entry.is_dated() && !just_named(entry);
        kind && edition
            && name
            && !is_other_version(entry, mention)
            && !everyday
            && !another
            && !stray
            && !foreign(entry)
            && !entry.is_another_bundle(words, mention, text)
            && !entry.is_of_something_else(words, mention)
    };
    if mention.determiner == Determiner::Indefinite && mention.edition.is_empty() && mention.name.is_empty() {
        return None;
    }
    // Nor is "zijn verslag, dat in mei verschijnt" the report that another answer encloses.
    let exact = entries.iter().rposition(|entry| {
        entry.kind == mention.kind
            && entry.edition == mention.edition
            && entry.name == mention.name
            && !(foreign(entry) && entry.is_here())
            && (date.is_none() || entry.day == date)
            && !is_other_version(entry, mention)
            && !entry.is_another_bundle(words, mention, text)
            && !entry.is_of_something_else(words, mention)
            && (!mention.weak
                || !mention.edition.is_empty()
                || !mention.name.is_empty()
                || entry.is_of(text) && mention.determiner == Determiner::Definite)
    });
    let bare = mention.edition.is_empty() && mention.name.is_empty() && mention.determiner == Determiner::Definite;
    let asked = (0..entries.len()).rev().find(|place| bare && entries[*place].is_of(text) && fits(&entries[*place]));
    if asked.is_some() {
        return asked;
    }
    // "Het jaarverslag is er. De commissie neemt het stuk in mei onder de loep."
    if bare && is_any_document(mention) {
        let named = |entry: &Entry| entry.is_of(text) && !entry.weak;
        return exact.or_else(|| entries.iter().rposition(named));
    }
    // "Daar is onderzoek naar gedaan; dat rapport …"
    if let Some(own) = Some(pointed && bare).filter(|holds| *holds).and_then(|_| inquiry(entries, words, mention, text)) {
        return Some(own);
    }
    if exact.is_some() && (date.is_some() || !(mention.letter && mention.edition.is_empty())) {
        return exact;
    }
    if mention.determiner == Determiner::Indefinite || mention.weak && mention.determiner != Determiner::Definite {
        return None;
    }
    let mut candidates = (0..entries.len()).filter(|place| fits(&entries[*place])).collect::<Vec<_>>();
    if candidates.len() > 1 && mention.edition.is_empty() && mention.name.is_empty() {
        let here: Vec<_> = candidates.iter().copied().filter(|place| entries[*place].is_of(text)).collect();
        if !here.is_empty() {
            candidates = here;
        }
    }
    match candidates.as_slice() {
        [only] => Some(*only),
        [.., last] if entries[*last].is_of(text) => Some(*last),
        [] if bare => inquiry(entries, words, mention, text),
        _ => None,
    }
}

/// "de bij vraag 4 genoemde nota": the number of the answer in which the document is named, folded and without blanks.
pub(super) fn cited_number(text: &Annotated, mention: &Mention) -> Option<String> {
    let folded = |word: usize| text.reading.folded(word);
    let sentence = text.reading.sentence_of(mention.head).words.start;
    let named = mention.words.start.checked_sub(1).filter(|word| NAMED.contains(&folded(*word)))?;
    let lead = (sentence..named).rev().take(8).find(|word| matches!(folded(*word), "bij" | "in" | "onder"))?;
    let number =
        (lead + 1..named).filter(|word| !matches!(folded(*word), "het" | "de" | "antwoord" | "op" | "vraag" | "punt" | "onderdeel"));
    let number: Vec<&str> = number.map(folded).collect();
    let short = !number.is_empty() && number.iter().all(|part| part.len() <= 3);
    (short && number.iter().any(|part| part.starts_with(|first: char| first.is_ascii_digit()))).then(|| number.concat())
}

/// Participles with which a letter points back at what an answer names.
const NAMED: &[&str] = &["bedoelde", "genoemde", "vermelde", "aangekondigde", "toegezegde", "beschreven", "aangehaalde", "besproken"];

/// The document of this kind that the texts name whose answers bear `number`.
pub(super) fn of_answer(entries: &[Entry], mention: &Mention, bears: impl Fn(usize) -> bool) -> Option<usize> {
    let kin = |entry: &Entry| mention.kind.ends_with(entry.kind.as_str()) || entry.kind.ends_with(mention.kind.as_str());
    entries.iter().position(|entry| kin(entry) && entry.named_by.iter().any(|number| bears(*number)))
}

/// "de oude ruilkaart" is not the new one that is promised; "het nieuwe afvalplan" is not the one of 2021-2025.
fn is_other_version(entry: &Entry, mention: &Mention) -> bool {
    let other = entry.version.zip(mention.version).is_some_and(|(one, other)| one != other);
    let next = mention.version == Some(Version::New) && mention.edition.is_empty() && entry.version.is_none() && !entry.edition.is_empty();
    // "het verslag van juni" is not that of September.
    let dated = entry.past.zip(mention.past).is_some_and(|(one, (_, other))| one != other);
    // Nor is it "de verslagen", of which a question speaks.
    let one_of = entry.count == Count::Several && entry.past.is_none() && mention.past.is_some();
    other || next || dated || one_of
}

/// "vervolgonderzoek", "hermeting": a kind that by its first part comes after another of that kind, of which "het onderzoek" may speak.
fn follows_another(kind: &str, named: &str) -> bool {
    kind.strip_suffix(named).is_some_and(|first| first.starts_with("vervolg") || matches!(first, "her" | "na"))
}

/// "het stuk", "dit document": it may stand for whatever document was named last.
pub(super) fn is_any_document(mention: &Mention) -> bool {
    matches!(mention.kind.as_str(), "stuk" | "document")
}

/// Reports that are named by what they report on.
const REPORTS: &[&str] = &["rapport", "eindrapport", "onderzoeksrapport"];

/// "Het parkeeronderzoek loopt. Het rapport komt in mei.": the one inquiry that the text names; "het onderzoeksrapport" is that of the
/// one inquiry that the letter dates. "Het rapport van de minister" is somebody else's.
fn inquiry(entries: &[Entry], words: &Annotated, mention: &Mention, text: usize) -> Option<usize> {
    let after = mention.words.end;
    let owned = after < words.reading.sentence_of(mention.head).words.end && words.reading.folded(after) == "van";
    if owned || !REPORTS.contains(&mention.kind.as_str()) {
        return None;
    }
    let named = |entry: &Entry| entry.is_of(text) || mention.kind == "onderzoeksrapport" && entry.is_dated();
    let mut found = (0..entries.len()).filter(|place| entries[*place].is_work() && named(&entries[*place]));
    found.next().filter(|_| found.next().is_none())
}

/// Editions agree when one is not given or is part of the other ("eerste" and "eerste 2019").
pub(super) fn same_year(one: &str, other: &str) -> bool {
    one.is_empty()
        || other.is_empty()
        || one.split(' ').any(|part| other.split(' ').any(|same| same == part)) && (one.contains(other) || other.contains(one))
}

pub(super) fn shares_word(one: &str, other: &str) -> bool {
    one.split(' ').any(|word| word.len() > 3 && other.split(' ').any(|same| same == word))
}
