//! Codes and figures in the words of a reader: the same on the page, in the annex and in the charts.

use super::Language;
use crate::coding::{Class, Corrected, DeferralKind, ExternalKind};
use crate::documents::State;
use crate::measure::Share;

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
        State::Exists => language.pick("bestond al", "existed"),
        State::Forthcoming => language.pick("bestond nog niet", "did not exist yet"),
        State::Recurring => language.pick("verschijnt geregeld", "appears regularly"),
        State::Unknown => language.pick("onbekend", "unknown"),
    }
}

/// What an answer waits for, in words.
pub const fn deferral(kind: DeferralKind, language: Language) -> &'static str {
    match kind {
        DeferralKind::Document => language.pick("een document dat nog niet bestond", "a document that did not exist yet"),
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
        ExternalKind::Document => language.pick("een bestaand document", "an existing document"),
    }
}

/// What a person changed, and why.
///
/// # Example: a class that somebody disputes
/// ```
/// use antwoordmeter::{coding::Corrected, report::{Language, words::corrected}};
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

/// A share as a percentage with one decimal.
pub fn percent(share: f64, language: Language) -> String {
    let text = format!("{:.1} %", share * 100.0);
    if language == Language::Dutch { text.replace('.', ",") } else { text }
}

/// So many of so many, with the percentage where there are answers enough for one.
///
/// # Example: five answers are enough, four are not
/// ```
/// use antwoordmeter::report::{Language, words::of};
/// assert_eq!(of(9, 45, Language::Dutch), "9 van 45 (20,0 %)");
/// assert_eq!(of(1, 4, Language::English), "1 of 4");
/// ```
pub fn of(count: u32, total: u32, language: Language) -> String {
    let share = Share::of(count, total).map(|share| format!(" ({})", percent(share.value(), language)));
    format!("{count} {} {total}{}", language.pick("van", "of"), share.unwrap_or_default())
}
