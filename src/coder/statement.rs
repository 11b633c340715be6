//! What each sentence of an answer does: it points, it opens, it gives background, it gives content.

use std::ops::Range;

use super::deferral::{self, Deferral};
use super::external;
use super::numbers;
use super::scene::Scene;
use crate::codebook::{Cue, Facet};
use crate::coding::{DeferralKind, Due, ExternalKind};
use crate::documents::{Annotated, Lens, Register, Trait, Vocabulary};
use crate::text::Word;
use crate::time::{Date, Interval};

/// One sentence of an answer with what it does. Several flags may hold at once.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "what a sentence does are independent facts")]
pub struct Statement {
    /// Its words.
    pub words: Range<usize>,
    /// It says that something comes later.
    pub deferral: Option<Deferral>,
    /// It says that something stands elsewhere: where.
    pub external: Option<ExternalKind>,
    /// It points, and takes up the question: "Of de brug open blijft, hoort u in mei", "Hoe dat gaat, leest u in de nota".
    pub takes_up: bool,
    /// Numbers of the answers it refers to.
    pub internal: Vec<String>,
    /// Its pointer only supports what is said.
    pub supporting: bool,
    /// It is not known, recorded or investigated.
    pub no_information: bool,
    /// It will not be said.
    pub refusal: bool,
    /// How it opens: "yes", "no", "stance", "correction" or "summary".
    pub opening: Option<&'static str>,
    /// A habit, a history, what is going on.
    pub background: bool,
    /// A conditional offer.
    pub offer: bool,
    /// It gives a reason.
    pub cause: bool,
    /// Figures in it: numbers that are no dates, years, numbers of questions or parts of names.
    pub figures: usize,
    /// It is a list item or announces a list.
    pub listed: bool,
}

impl Statement {
    /// What it does, in words for `explain`: "defers", "refers", "opens: yes", "figures: 2"; empty when nothing was seen.
    pub fn roles(&self) -> Vec<String> {
        let mut roles: Vec<String> = Vec::new();
        let mut add = |holds: bool, role: &str| roles.extend(holds.then(|| role.to_owned()));
        add(self.deferral.is_some(), "defers");
        add(self.external.is_some(), "refers");
        add(self.takes_up, "takes up the question");
        add(!self.internal.is_empty(), "see answer");
        add(self.supporting, "pointer supports");
        add(self.no_information, "not known");
        add(self.refusal, "declines");
        add(self.background, "background");
        add(self.offer, "offer");
        add(self.cause, "reason");
        add(self.listed, "list");
        roles.extend(self.opening.map(|opening| format!("opens: {opening}")));
        roles.extend((self.figures > 0).then(|| format!("figures: {}", self.figures)));
        roles
    }

    /// Whether it does nothing but point, open or decline.
    pub fn is_pointer(&self) -> bool {
        self.points_out() || !self.internal.is_empty()
    }

    /// Whether it points out of the answers: to later or to elsewhere.
    pub fn points_out(&self) -> bool {
        self.deferral.is_some() || self.external.is_some()
    }
}

/// The statements of an answer; `before` is the number of the question before it.
pub(super) fn statements(
    answer: &Annotated,
    lens: &Lens,
    register: &Register,
    from: Option<Date>,
    follows: Option<Interval>,
    before: Option<&str>,
) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    for (number, sentence) in answer.reading.sentences().iter().enumerate() {
        let words = sentence.words.clone();
        let has = |facet| answer.has(lens, words.clone(), facet);
        let offer = has(Facet::Offer);
        let internal = internal(answer, lens, &words, before);
        let scene = Scene { answer, lens, register, number, words: words.clone(), from };
        let refusal = has(Facet::Refusal);
        let deferral = if offer { None } else { deferral::deferral(&scene, follows) };
        // "De verslagen geven wij niet vrij": what is named is not promised.
        let deferral = deferral.filter(|deferral| !refusal || deferral.worded);
        let external = if offer { None } else { external::external(&scene, &internal) };
        // "De kosten vindt u straks in de nota van mei": what is still to come does not stand elsewhere already.
        let coming = deferral.as_ref().filter(|deferral| deferral.kind == DeferralKind::Document);
        let external =
            external.filter(|kind| *kind != ExternalKind::Document || coming.is_none_or(|deferral| scene.points_beside(deferral.document)));
        // "Dat besluiten wij niet vandaag" is no answer in the negative.
        let elsewhere = |due: Option<Due>| match due {
            None => true,
            Some(Due::Interval(_)) => scene.future(&words).is_none(),
            Some(Due::Conditional) => false,
        };
        let undecided = deferral.as_ref().is_some_and(|deferral| deferral.worded && elsewhere(deferral.due));
        let plain = matches!(answer.reading.folded(words.start), "ja" | "nee" | "neen" | "jazeker");
        let opening = opening(answer, lens, &words, number == 0).filter(|_| plain || !undecided);
        found.push(Statement {
            supporting: supporting(answer, lens, &words),
            no_information: no_information(answer, lens, &words, deferral.as_ref()),
            refusal,
            opening,
            background: has(Facet::Background),
            cause: has(Facet::Cause),
            figures: figures(answer, &words),
            listed: listed(answer, &words),
            takes_up: (deferral.is_some() || external.is_some()) && asks_indirectly(answer, &words)
                || deferral.is_some() && names_the_question(answer, &words),
            deferral,
            external,
            internal,
            offer,
            words,
        });
    }
    found
}

/// "Hoeveel dat kost, blijkt in mei": the sentence begins with an indirect question.
fn asks_indirectly(answer: &Annotated, words: &Range<usize>) -> bool {
    let folded = |word: usize| answer.reading.folded(word);
    let asks =
        |word: usize| matches!(folded(word), "of" | "hoe" | "hoeveel" | "wat" | "welk" | "welke" | "waarom" | "wanneer" | "hoeverre");
    let led =
        matches!(folded(words.start), "in" | "aan" | "op" | "bij" | "voor" | "met" | "tot" | "onder" | "tegen" | "van" | "naar" | "over");
    // "Wat de kosten betreft", "wat ons betreft": a subject, and no question.
    let concerns = words.clone().take(8).any(|word| matches!(folded(word), "betreft" | "aangaat"));
    (asks(words.start) || led && asks(words.start + 1)) && !concerns && !answer.quote(words).ends_with('?')
}

/// "Dan kunnen wij uw vraag beantwoorden."
fn names_the_question(answer: &Annotated, words: &Range<usize>) -> bool {
    let folded = |word: usize| answer.reading.folded(word);
    let question = |word: usize| matches!(folded(word), "vraag" | "vragen") && matches!(folded(word - 1), "uw" | "deze" | "die");
    words.clone().skip(1).any(question)
}

fn internal(answer: &Annotated, lens: &Lens, words: &Range<usize>, before: Option<&str>) -> Vec<String> {
    let mut found = Vec::new();
    let mut back = false;
    for cue in answer.cues(lens, words.clone(), Facet::Internal) {
        back |= numbers::points_back(answer, cue.words.start as usize, words);
        for number in numbers::named(answer, cue.words.start as usize, words) {
            if !found.contains(&number) {
                found.push(number);
            }
        }
    }
    if back && found.is_empty() {
        found.extend(before.map(str::to_owned));
    }
    found
}

/// "Voor die tijd kunnen wij dat niet bepalen": what is only not known yet is a deferral, where its words are among those that say so.
fn no_information(answer: &Annotated, lens: &Lens, words: &Range<usize>, deferral: Option<&Deferral>) -> bool {
    let yet = deferral.is_some_and(|deferral| deferral.worded && deferral.kind != DeferralKind::Document);
    let later = |cue: &Cue| {
        let mut defers = answer.cues(lens, words.clone(), Facet::Deferral);
        defers.any(|other| other.words.start < cue.words.end && cue.words.start < other.words.end)
    };
    answer.cues(lens, words.clone(), Facet::NoInformation).any(|cue| !(yet && later(cue)))
}

/// "zie ook", or a pointer in brackets.
fn supporting(answer: &Annotated, lens: &Lens, words: &Range<usize>) -> bool {
    let bracketed = |start: usize| answer.reading.words().get(start).is_some_and(|word| word.before & Word::OPEN != 0);
    answer.has(lens, words.clone(), Facet::Supporting)
        || answer
            .cues(lens, words.clone(), Facet::External)
            .chain(answer.cues(lens, words.clone(), Facet::Internal))
            .any(|cue| bracketed(cue.words.start as usize))
}

/// How a sentence opens: the cue must stand at its beginning, a stance anywhere in the first sentence.
fn opening(answer: &Annotated, lens: &Lens, words: &Range<usize>, first: bool) -> Option<&'static str> {
    answer.cues(lens, words.clone(), Facet::Opening).find_map(|cue| {
        let at = cue.words.start as usize - words.start;
        match lens.kind(cue) {
            "yes" if at == 0 => Some("yes"),
            "no" if at == 0 || first && at < 4 => Some("no"),
            "stance" if first => Some("stance"),
            "correction" if first => Some("correction"),
            "summary" if first && at < 4 => Some("summary"),
            _ => None,
        }
    })
}

/// Counts figures: numbers outside dates, names of documents and references.
fn figures(answer: &Annotated, words: &Range<usize>) -> usize {
    words
        .clone()
        .filter(|index| {
            is_number(answer, *index)
                && !is_year(answer.reading.folded(*index))
                && !answer.moments_near(&(*index..*index + 1)).iter().any(|moment| moment.words.contains(index))
                && !answer.mentions_near(&(*index..*index + 1)).iter().any(|mention| mention.words.contains(index))
                && !numbers_a_part(answer, *index)
        })
        .count()
}

/// "tabel 4", "tabel 2 en 3": where something stands, and no figure.
fn numbers_a_part(answer: &Annotated, index: usize) -> bool {
    let part = |back: usize| index.checked_sub(back).is_some_and(|before| answer.is(before, Vocabulary::PartOf));
    let joined = index.checked_sub(1).is_some_and(|before| matches!(answer.reading.folded(before), "en" | "tot" | "of"));
    part(1) || joined && part(3)
}

/// "12", "twaalf".
pub(super) fn is_number(text: &Annotated, word: usize) -> bool {
    text.has_trait(word, Trait::Digit) || text.has_trait(word, Trait::NumberWord)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year))
}

fn listed(answer: &Annotated, words: &Range<usize>) -> bool {
    let Some(first) = answer.reading.words().get(words.start) else { return false };
    let line = first.before & Word::LINE != 0 && first.before & Word::DASH != 0;
    let ends = answer.quote(words);
    let after = answer.reading.span(words).end;
    line || answer.text[after..].starts_with(':')
        || (ends.len() <= 3 && ends.bytes().all(|byte| byte.is_ascii_digit()))
        || first.span.of(&answer.text).len() <= 2 && answer.text[first.span.end..].starts_with([')', '.'])
}
