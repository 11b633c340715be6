//! Rows of `answers.csv`: of a run with all its tables, and of one that makes this table alone.

use super::{Csv, position, push, row};
use crate::coding::{DeferralKind, ExternalKind};
use crate::error::Result;
use crate::report::cell::{Place, Style, certainty, joined, trimmed};
use crate::report::findings::unit::Unit;

/// Adds an answer, which stands at this place, to the rows.
pub(in crate::report) fn add(rows: &mut Csv, unit: Unit<'_>, place: &Place<'_>, style: Style<'_>) -> Result<()> {
    let Unit { letter, theme, exchange, question, judgement, .. } = unit;
    let coding = &judgement.coding;
    let changes: Vec<String> = judgement.corrected.iter().map(|change| format!("{}={}", change.column, change.was)).collect();
    let (start, end) = place.of(exchange.answer.span().trimmed(&letter.text));
    let row = row::Answer {
        id: style.cell(&coding.id),
        letter: style.cell(&letter.id),
        number: style.cell(&coding.number),
        theme: style.cell(question.title(theme)),
        question: style.cell(trimmed(question.text.text(&letter.text))),
        answer: style.cell(trimmed(exchange.answer.text(&letter.text))),
        class: coding.class.code(),
        via: style.cell(joined(&coding.via)),
        shared: u8::from(coding.shared),
        deferral: coding.deferral.map_or("none", DeferralKind::code),
        document: style.cell(&coding.document),
        due: coding.due.map(|due| due.to_string()).unwrap_or_default(),
        external: coding.external.map_or("none", ExternalKind::code),
        internal: style.cell(joined(&coding.internal)),
        no_information: u8::from(coding.no_information),
        refusal: u8::from(coding.refusal),
        reason: judgement.reason.code(),
        certainty: if style.measured { certainty(judgement.reason) } else { "" },
        start,
        end,
        words: judgement.words,
        place: if exchange.answer.is_empty() { String::new() } else { position(letter, exchange.answer.span()) },
        corrected: style.cell(joined(&changes)),
    };
    push(rows, "answers", row)
}
