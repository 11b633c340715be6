//! The rows of the tables of an evaluation, in the order of the columns in `schema/evaluation.rs`.

use super::Matter;
use super::told;
use crate::codebook::Codebook;
use crate::coder::Reason;
use crate::evaluation::{Agreed, Confused, Disagreement, Estimate, Measured, Person, Rule, RuleKind, Way};
use crate::measure::Confidence;
use crate::report::Language;
use crate::report::cell::decimal;

type Rows = Vec<Vec<String>>;

/// The rows of all tables, in their order.
pub(super) fn all(matter: &Matter<'_>) -> [Rows; 6] {
    let (found, language) = (matter.evaluation, matter.language);
    [
        found.agreed.iter().map(|row| agreed(row, language)).collect(),
        found.confused.iter().map(confused).collect(),
        found.disagreements.iter().flat_map(|unit| disagreement(unit, language)).collect(),
        found.rules.iter().map(|rule| ruled(rule, matter.codebook, language)).collect(),
        found.estimates.iter().map(|estimate| estimated(estimate, language)).collect(),
        found.people.iter().flat_map(|person| unmatched(person, language)).collect(),
    ]
}

/// A count; empty where there is none.
fn count(count: Option<u32>) -> String {
    count.map(|count| count.to_string()).unwrap_or_default()
}

fn ends(confidence: Option<Confidence>) -> [String; 2] {
    confidence.map_or_else(Default::default, |confidence| [decimal(confidence.low), decimal(confidence.high)])
}

fn agreed(row: &Agreed, language: Language) -> Vec<String> {
    let Measured { k, n, value, confidence, basis } = row.measured;
    let [low, high] = ends(confidence);
    vec![
        row.coder.clone(),
        row.reference.clone(),
        row.compared.to_owned(),
        row.code.to_owned(),
        row.measure.to_owned(),
        count(k),
        n.to_string(),
        value.map(decimal).unwrap_or_default(),
        low,
        high,
        basis.method().to_owned(),
        row.letters.to_string(),
        told::basis(basis, language).to_owned(),
    ]
}

fn confused(row: &Confused) -> Vec<String> {
    let [coder, reference] = [&row.coder, &row.reference].map(Clone::clone);
    let [compared, reference_code, code] = [row.compared, row.reference_code, row.code].map(str::to_owned);
    vec![coder, reference, compared, reference_code, code, row.n.to_string()]
}

fn disagreement(unit: &Disagreement, language: Language) -> Rows {
    let cues: Vec<String> = unit.cues.iter().map(|cue| format!("{} «{}»", cue.rule, cue.words)).collect();
    let notes: Vec<String> = unit.notes.iter().map(|(who, note)| format!("{who}: {note}")).collect();
    let (cues, notes) = (cues.join(";"), notes.join("; "));
    let differences = unit.differences.iter().map(|difference| {
        vec![
            unit.id.clone(),
            unit.letter.clone(),
            unit.number.clone(),
            unit.theme.clone(),
            difference.column.to_owned(),
            difference.coder.0.clone(),
            difference.coder.1.clone(),
            difference.reference.0.clone(),
            difference.reference.1.clone(),
            unit.reason.map_or("", Reason::code).to_owned(),
            unit.reason.map_or("", |reason| language.pick(reason.dutch(), reason.english())).to_owned(),
            cues.clone(),
            notes.clone(),
            unit.question.clone(),
            unit.answer.clone(),
        ]
    });
    differences.collect()
}

fn ruled(rule: &Rule, codebook: &Codebook, language: Language) -> Vec<String> {
    let Measured { k, n, value, confidence, basis } = rule.right;
    let [low, high] = ends(confidence);
    let listed = |rules: &[(String, u32)]| rules.iter().map(|(rule, count)| format!("{rule}={count}")).collect::<Vec<_>>().join(";");
    let (kind, facet, meaning) = match rule.kind {
        RuleKind::Row => {
            let reason = Reason::all().find(|reason| reason.code() == rule.name);
            ("row", "", reason.map_or("", |reason| language.pick(reason.dutch(), reason.english())))
        }
        RuleKind::Rule(facet) => {
            let known = codebook.rules().iter().find(|known| known.id == rule.name);
            ("rule", facet.code(), known.map_or("", |known| known.meaning.as_str()))
        }
    };
    vec![
        kind.to_owned(),
        rule.name.clone(),
        facet.to_owned(),
        meaning.to_owned(),
        rule.fired.to_string(),
        rule.checked.to_string(),
        n.to_string(),
        count(k),
        value.map(decimal).unwrap_or_default(),
        low,
        high,
        basis.method().to_owned(),
        listed(&rule.overlaps),
        listed(&rule.conflicts),
        told::basis(basis, language).to_owned(),
    ]
}

fn estimated(estimate: &Estimate, language: Language) -> Vec<String> {
    let way = match estimate.way {
        Way::Counted => "counted",
        Way::RoganGladen => "rogan_gladen",
        Way::Sample => "sample",
    };
    let [low, high] = ends(estimate.share.ok().map(|(_, confidence)| confidence));
    vec![
        estimate.reference.clone(),
        estimate.compared.to_owned(),
        estimate.code.to_owned(),
        way.to_owned(),
        estimate.k.to_string(),
        estimate.n.to_string(),
        estimate.share.ok().map(|(share, _)| decimal(share)).unwrap_or_default(),
        low,
        high,
        told::estimate(estimate, language),
    ]
}

fn unmatched(person: &Person, language: Language) -> Rows {
    let file = person.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let rows = person.unmatched.iter();
    rows.map(|row| vec![file.clone(), row.line.to_string(), row.unit.clone(), told::unmatched(row, language)]).collect()
}
