//! An answer on the page: its words with the marked ones, its codes in words, what settled it.

use serde::Serialize;

use super::Matter;
use super::anchor::Anchors;
use super::document::Link;
use crate::codebook::Facet;
use crate::coding::Coding;
use crate::report::findings::Shown;
use crate::report::findings::quotation::Quotation;
use crate::report::words;
use crate::report::words::codes;
use crate::report::words::due;

/// An answer and its question.
#[derive(Serialize)]
pub(super) struct Answer<'m> {
    anchor: &'m str,
    number: &'m str,
    theme: &'m str,
    /// The theme is another than that of the answer before.
    begins_theme: bool,
    question: &'m str,
    stretches: Vec<(&'m str, &'static str)>,
    class: &'static str,
    class_name: &'static str,
    reason: &'static str,
    measured: String,
    document: &'m str,
    facts: Vec<(&'static str, String)>,
    via: Vec<Link<'m>>,
    /// What a person changed, in words.
    corrected: Vec<String>,
    cues: Vec<Cue<'m>>,
    place: &'m str,
}

/// A cue with what its rule says.
#[derive(Serialize)]
struct Cue<'m> {
    words: &'m str,
    meaning: &'m str,
    rule: &'m str,
    look: &'static str,
}

/// The answers of a letter, in order.
pub(super) fn answers<'m>(letter: &'m Shown, anchors: &'m Anchors<'m>, matter: &Matter<'m>) -> Vec<Answer<'m>> {
    let before = [""].into_iter().chain(letter.quotations.iter().map(|quotation| quotation.theme.as_str()));
    letter.quotations.iter().zip(before).map(|(quotation, before)| view(quotation, before, anchors, matter)).collect()
}

fn view<'m>(quotation: &'m Quotation, before: &str, anchors: &'m Anchors<'m>, matter: &Matter<'m>) -> Answer<'m> {
    let Quotation { coding, reason, theme, .. } = quotation;
    let language = matter.language;
    let (right, all) = reason.measured();
    Answer {
        anchor: anchors.at(&coding.id).unwrap_or_default(),
        number: &coding.number,
        theme,
        begins_theme: theme != before,
        question: &quotation.question,
        stretches: quotation.answer.iter().map(|stretch| (stretch.text.as_str(), look(quotation, &stretch.cues))).collect(),
        class: coding.class.code(),
        class_name: codes::class(coding.class, language),
        reason: language.pick(reason.dutch(), reason.english()),
        measured: if matter.codebook.is_embedded() && all > 0 { words::share_of(right, all, language) } else { String::new() },
        document: &coding.document,
        facts: facts(quotation, matter),
        via: coding.via.iter().map(|id| Link::new(id, &quotation.letter, anchors)).collect(),
        corrected: quotation.corrected.iter().map(|change| codes::corrected(change, language)).collect(),
        cues: quotation
            .cues
            .iter()
            .map(|cue| Cue { words: &cue.words, meaning: &cue.meaning, rule: &cue.rule, look: looks(cue.facet, coding) })
            .collect(),
        place: &quotation.place,
    }
}

/// The codes that say something, in words.
fn facts(quotation: &Quotation, matter: &Matter<'_>) -> Vec<(&'static str, String)> {
    let (coding, language) = (&quotation.coding, matter.language);
    let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
    let yes = |set: bool, text: &'static str| if set { text.to_owned() } else { String::new() };
    let awaited = if coding.document.is_empty() { String::new() } else { format!(": {}", coding.document) };
    let facts = [
        (
            say("wacht op", "waits for"),
            coding.deferral.map(|kind| codes::deferral(kind, language).to_owned() + &awaited).unwrap_or_default(),
        ),
        (say("verwacht", "expected"), coding.due.map(|at| due(at, language)).unwrap_or_default()),
        (say("verwijst naar", "refers to"), coding.external.map(|kind| codes::external(kind, language).to_owned()).unwrap_or_default()),
        (say("zegt ook", "says also"), yes(coding.no_information, say("dat de afzender het niet weet", "that the sender does not know"))),
        (say("zegt ook", "says also"), yes(coding.refusal, say("dat de afzender het niet zegt", "that the sender declines"))),
        (say("gedeeld", "shared"), yes(coding.shared, say("één antwoord op meer vragen", "one answer to several questions"))),
    ];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// How a stretch is marked: as the weightiest of its cues.
fn look(quotation: &Quotation, cues: &[usize]) -> &'static str {
    let looks = cues.iter().filter_map(|place| quotation.cues.get(*place)).map(|cue| looks(cue.facet, &quotation.coding));
    looks.min_by_key(|look| ["later", "elsewhere", "other"].iter().position(|known| known == look)).unwrap_or_default()
}

/// What a cue says, in the three ways that a page marks words. A sign of later or elsewhere that gave the answer no such code is
/// no proof of one.
const fn looks(facet: Facet, coding: &Coding) -> &'static str {
    match facet {
        Facet::Deferral | Facet::Delivery | Facet::Forthcoming | Facet::Condition if coding.deferral.is_some() => "later",
        Facet::External | Facet::Cited if coding.external.is_some() => "elsewhere",
        Facet::Internal if !coding.internal.is_empty() => "elsewhere",
        _ => "other",
    }
}
