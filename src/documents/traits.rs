//! What follows from a word alone, worked out once for each different word: the lists that hold it, and its form.
//!
//! Chosen: what follows from a word alone (lists, forms of verbs, numbers, words on which a date turns) is bits that are worked out once
//! for each different word a thread meets. Why: a text asks dozens of questions of each word; a bit costs less than a comparison, and the
//! bits of a sentence tell what need not be looked for in it. Rejected: asking the letters each time; one table of words for all threads.

use super::lens::Vocabulary;
use super::{asserted, everyday, passing, subject, tense};
use crate::{text, time};

/// Something that a word is by its letters; a bit each, above those of the word lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Trait {
    /// It begins with a digit.
    Digit = Vocabulary::COUNT as u32,
    /// A number in letters: "twaalf".
    NumberWord,
    /// An expression of time may turn on it.
    Time,
    /// A verb beside which a participle tells of the past: "is", "heeft".
    Helper,
    /// A past participle by its form: "vastgesteld".
    Participle,
    /// A participle without ge-, which only looks so: "vernieuwd".
    PrefixedParticiple,
    /// A past tense in -de or -te by its form.
    WeakPast,
    /// It may stand for the name of a document: "dat van 2024", "de editie van 2024", "Staat van …".
    StandsForDocument,
    /// It may name a document in passing: "bijlage", "schreven".
    Passing,
    /// "die", "diezelfde", "dezelfde".
    SameAgain,
    /// A web address.
    Address,
    /// The end of one: "nl".
    Domain,
    /// It may suppose what its sentence tells: "als", "desgewenst".
    Supposing,
    /// It may call off what its sentence tells, with the words beside it: "van de baan".
    CallingOff,
    /// It may open a part of a clause: "en", "omdat", "die".
    Opening,
}

impl Trait {
    /// Its bit.
    pub const fn bit(self) -> u64 {
        1 << self as u32
    }
}

/// The syllables of a word stand in the highest bits, above its lists and traits.
const SYLLABLES: u32 = u64::BITS - 4;

/// As many syllables or more are not told apart.
const MANY: u64 = (1 << (u64::BITS - SYLLABLES)) - 1;

const _: () = assert!((Trait::Opening as u32) < SYLLABLES);

/// The syllables of a word with these traits, unless it has very many.
pub(super) fn syllables(traits: u64) -> Option<u64> {
    Some(traits >> SYLLABLES).filter(|count| *count < MANY)
}

/// The traits of a folded word.
pub(super) fn of(word: &str) -> u64 {
    let digit = word.starts_with(|c: char| c.is_ascii_digit());
    let traits = [
        (digit, Trait::Digit),
        (NUMBERS.contains(&word), Trait::NumberWord),
        (time::turns_on(word), Trait::Time),
        (tense::is_helper(word), Trait::Helper),
        (tense::is_participle(word), Trait::Participle),
        (tense::is_prefixed_participle(word), Trait::PrefixedParticiple),
        (tense::is_weak_past(word), Trait::WeakPast),
        (everyday::stands_for_document(word), Trait::StandsForDocument),
        (passing::may_name(word), Trait::Passing),
        (matches!(word, "die" | "diezelfde" | "dezelfde"), Trait::SameAgain),
        (is_address(word), Trait::Address),
        (matches!(word, "nl" | "com" | "org" | "eu" | "be" | "net" | "info"), Trait::Domain),
        (asserted::SUPPOSING.contains(&word), Trait::Supposing),
        (asserted::CALLING_OFF.contains(&word), Trait::CallingOff),
        (subject::may_open(word), Trait::Opening),
    ];
    let syllables = u64::from(text::syllables(word)).min(MANY);
    traits.into_iter().filter(|(holds, _)| *holds).fold(syllables << SYLLABLES, |all, (_, one)| all | one.bit())
}

/// A web address: "www.…" or a word with a domain at its end.
fn is_address(word: &str) -> bool {
    if !word.as_bytes().contains(&b'.') {
        return false;
    }
    let domains = [".nl", ".com", ".org", ".eu", ".be", ".net", ".info", ".app", ".online", ".example", ".frl", ".amsterdam", ".gov"];
    word.starts_with("www.") || domains.iter().any(|domain| word.strip_suffix(domain).is_some_and(|name| name.len() > 2))
}

#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien",
    "zestien", "zeventien", "achttien", "negentien", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig",
    "negentig", "honderd", "duizend", "nihil", "nul", "tweemaal", "driemaal", "eenmaal",
];
