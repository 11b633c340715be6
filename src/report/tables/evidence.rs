//! Rows of `evidence.csv`: the words that prove the codes of an answer.

use super::{Csv, position, push, row};
use crate::error::Result;
use crate::report::cell::{Place, Style};
use crate::report::findings::unit::Unit;

/// Adds the cues of an answer, which stands at this place, to the rows.
pub(in crate::report) fn add(rows: &mut Csv, unit: Unit<'_>, place: &Place<'_>, style: Style<'_>) -> Result<()> {
    let Unit { letter, judgement, .. } = unit;
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
        push(rows, "evidence", row)?;
    }
    Ok(())
}
