//! Codes in the words of a reader: the same on the page and in the annex.

use crate::coding::{Class, Corrected, DeferralKind, ExternalKind};
use crate::documents::State;
use crate::report::Language;

/// A class in a word.
pub const fn class(class: Class, language: Language) -> &'static str {
    match class {
        Class::Substantive => language.pick("inhoudelijk", "substantive"),
        Class::Deferral => language.pick("uitgesteld", "deferred"),
        Class::ExternalReference => language.pick("doorverwezen", "referred"),
        Class::Unresolved => language.pick("onherleidbaar", "unresolved"),
        Class::Unanswered => language.pick("onbeantwoord", "unanswered"),
    }
}

/// The state of a document in words.
pub const fn state(state: State, language: Language) -> &'static str {
    match state {
        State::Exists => language.pick("was er al", "was available"),
        State::Forthcoming => language.pick("moest nog verschijnen", "not yet available"),
        State::Recurring => language.pick("verschijnt geregeld", "appears regularly"),
        State::Unknown => language.pick("onbekend", "unknown"),
    }
}

/// What an answer waits for, in words.
pub const fn deferral(kind: DeferralKind, language: Language) -> &'static str {
    match kind {
        DeferralKind::Document => language.pick("een document dat nog moest verschijnen", "a document that was not yet available"),
        DeferralKind::Moment => language.pick("een later moment", "a later moment"),
        DeferralKind::Open => language.pick("later, zonder document of moment", "later, without a document or a moment"),
    }
}

/// Where an answer points, in words. An annex came with the letter itself.
pub const fn external(kind: ExternalKind, language: Language) -> &'static str {
    match kind {
        ExternalKind::Authority => language.pick("een andere instantie", "another body"),
        ExternalKind::EarlierLetter => language.pick("een eerdere brief van de afzender", "an earlier letter of the sender"),
        ExternalKind::Annex => language.pick("een bijlage die bij deze brief is gevoegd", "an annex that came with this letter"),
        ExternalKind::Website => language.pick("een website", "a website"),
        ExternalKind::Document => language.pick("een ander document", "another document"),
    }
}

/// What a person changed, and why.
///
/// # Example: a class that somebody disputes
/// ```
/// use antwoordmeter::{coding::Corrected, report::{Language, words::codes::corrected}};
/// let [was, value, who, why] = ["deferral", "substantive", "de griffie", "het cijfer staat er"].map(str::to_owned);
/// assert_eq!(
///     corrected(&Corrected { column: "class", was, value, who, why }, Language::Dutch),
///     "class: deferral werd substantive, door de griffie: het cijfer staat er"
/// );
/// ```
pub fn corrected(change: &Corrected, language: Language) -> String {
    let shown = |value: &str| if value.is_empty() { "–" } else { value }.to_owned();
    let (became, by) = (language.pick("werd", "became"), language.pick("door", "by"));
    format!("{}: {} {became} {}, {by} {}: {}", change.column, shown(&change.was), shown(&change.value), change.who, change.why)
}
