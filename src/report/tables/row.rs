//! The rows of the tables; the fields stand in the order of the columns in `schema.rs`.
#![allow(clippy::struct_field_names, reason = "a field is named as its column")]

use std::borrow::Cow;

use serde::Serialize;

use crate::measure::{Counts, Share};
use crate::report::cell::Style;

type Text<'a> = Cow<'a, str>;

#[derive(Serialize)]
pub(in crate::report) struct Answer<'a> {
    pub id: Text<'a>,
    pub letter: Text<'a>,
    pub number: Text<'a>,
    pub theme: Text<'a>,
    pub question: Text<'a>,
    pub answer: Text<'a>,
    pub class: &'static str,
    pub via: Text<'a>,
    pub shared: u8,
    pub deferral: &'static str,
    pub document: Text<'a>,
    pub due: String,
    pub external: &'static str,
    pub internal: Text<'a>,
    pub no_information: u8,
    pub refusal: u8,
    pub reason: &'static str,
    pub certainty: &'static str,
    pub start: usize,
    pub end: usize,
    pub words: usize,
    pub place: String,
    pub corrected: Text<'a>,
}

#[derive(Serialize)]
pub(in crate::report) struct Evidence<'a> {
    pub id: Text<'a>,
    pub rule: Text<'a>,
    pub facet: &'static str,
    pub quote: Text<'a>,
    pub start: usize,
    pub end: usize,
    pub sentence_start: usize,
    pub sentence_end: usize,
    pub place: String,
}

#[derive(Serialize)]
pub(in crate::report) struct Document<'a> {
    pub letter: Text<'a>,
    pub document: Text<'a>,
    pub kind: Text<'a>,
    pub period: Text<'a>,
    pub state: &'static str,
    pub due: String,
    pub due_text: Text<'a>,
    pub evidence: Text<'a>,
    pub answers: Text<'a>,
    pub answers_count: usize,
    pub holds: u8,
    pub usual: String,
    pub about: Text<'a>,
    pub basis: &'static str,
}

#[derive(Serialize)]
pub(in crate::report) struct DocumentAll<'a> {
    pub sender: Text<'a>,
    pub document: Text<'a>,
    pub kind: Text<'a>,
    pub period: Text<'a>,
    pub name: Text<'a>,
    pub letters: u32,
    pub first: (Text<'a>, String),
    pub last: (Text<'a>, String),
    pub promises: usize,
    pub promised: String,
    pub promised_in: Text<'a>,
    pub moved: u8,
    pub status: &'static str,
    /// Letter and words of the promise, of the last move, of the end.
    pub proofs: [(Text<'a>, Text<'a>); 3],
}

#[derive(Serialize)]
pub(in crate::report) struct Theme<'a> {
    pub letter: Text<'a>,
    pub theme: Text<'a>,
    pub counts: [u32; 8],
    pub shares: [[String; 3]; 6],
    pub level: &'static str,
}

#[derive(Serialize)]
pub(in crate::report) struct Letter<'a> {
    pub letter: Text<'a>,
    pub file: Text<'a>,
    pub kind: &'static str,
    pub date: String,
    pub asked: String,
    pub days: Option<u32>,
    pub sender: Text<'a>,
    pub addressee: Text<'a>,
    pub subject: Text<'a>,
    pub reference: Text<'a>,
    pub questions: u32,
    pub answered: u32,
    pub unparsed_share: String,
    pub classes: [u32; 6],
}

#[derive(Default, Serialize)]
pub(in crate::report) struct Statistic<'a> {
    pub what: &'static str,
    pub letter: Text<'a>,
    pub theme: Text<'a>,
    pub definition: Text<'a>,
    pub k: Option<u32>,
    pub n: Option<u32>,
    pub share: String,
    pub low: String,
    pub high: String,
    pub method: &'static str,
    pub note: Text<'a>,
    pub level: &'static str,
    pub group: Text<'a>,
    pub letters: Option<usize>,
    pub design_effect: String,
    pub value: String,
}

#[derive(Default, Serialize)]
pub(in crate::report) struct Comparison<'a> {
    pub comparison: &'static str,
    pub letter: Text<'a>,
    pub definition: &'static str,
    pub a: Text<'a>,
    pub b: Text<'a>,
    pub k_a: Option<u32>,
    pub n_a: Option<u32>,
    pub k_b: Option<u32>,
    pub n_b: Option<u32>,
    pub difference: [String; 3],
    pub statistic: String,
    pub p: String,
    pub p_adjusted: String,
    pub p_smallest: String,
    pub method: &'static str,
    pub draws: Option<u32>,
    pub verdict: Text<'a>,
    pub note: Text<'a>,
}

#[derive(Serialize)]
pub(in crate::report) struct Unparsed<'a> {
    pub letter: Text<'a>,
    pub start: usize,
    pub end: usize,
    pub text: Text<'a>,
}

#[derive(Serialize)]
pub(in crate::report) struct Problem<'a> {
    pub file: Text<'a>,
    pub letter: Text<'a>,
    pub stage: &'static str,
    pub what: Text<'a>,
    pub remedy: Text<'a>,
}

impl<'a> Theme<'a> {
    pub fn new(letter: Text<'a>, theme: Text<'a>, counts: Counts, level: &'static str, style: Style<'_>) -> Self {
        Self { letter, theme, counts: counts.all(), shares: counts.shares().map(|share| cells(share, style)), level }
    }
}

fn cells(share: Option<Share>, style: Style<'_>) -> [String; 3] {
    share.map_or_else(Default::default, |share| [share.value(), share.low, share.high].map(|value| style.decimal(value)))
}
