//! Rows of `evidence.csv`: the words that prove the codes of an answer.

use super::{Csv, misfit, position, push, row};
use crate::error::Result;
use crate::report::cell::{Place, Style};
use crate::report::findings::unit::Unit;

/// Rows of `evidence.csv`, for some letters that follow one another.
#[derive(Debug)]
pub struct Proofs<'c> {
    style: Style<'c>,
    rows: Csv,
}

impl<'c> Proofs<'c> {
    /// No rows yet.
    pub fn new(style: Style<'c>) -> Self {
        Self { style, rows: style.rows() }
    }

    /// Adds the cues of an answer, which stands at this place.
    pub(in crate::report) fn add(&mut self, unit: Unit<'_>, place: &Place<'_>) -> Result<()> {
        let Unit { letter, judgement, .. } = unit;
        let style = self.style;
        for evidence in &judgement.evidence {
            let (start, end) = place.of(evidence.span);
            let (sentence_start, sentence_end) = place.of(evidence.sentence);
            let rule = style.codebook.rules().get(evidence.rule);
            let row = row::Evidence {
                id: style.cell(&judgement.coding.id),
                rule: rule.map_or("".into(), |rule| style.cell(&rule.id)),
                facet: rule.map_or("", |rule| rule.facet.code()),
                quote: style.cell(evidence.span.of(&letter.text)),
                start,
                end,
                sentence_start,
                sentence_end,
                place: position(letter, evidence.span),
            };
            push(&mut self.rows, "evidence", row)?;
        }
        Ok(())
    }

    /// The rows that were added, without a header.
    ///
    /// # Errors
    /// A row does not fit its table; that is a mistake in this program.
    pub fn into_rows(self) -> Result<Vec<u8>> {
        self.rows.into_inner().map_err(|error| misfit("evidence", &error))
    }
}
