//! Two codings of the same answers, such as by two codebooks or two coders: how far their shares lie apart, and how far they agree.

use std::fmt::Write;

use super::comparison::{COMPARED, Kind, Verdict};
use super::row::Comparison;
use super::statistics::unsaid;
use super::{misfit, push};
use crate::error::Result;
use crate::measure::{Confidence, Counts, Figure, Letters, Seed, Survey, Unsaid, Validation};
use crate::report::Language;
use crate::report::cell::Style;
use crate::report::words::percent_of_text as percent;

/// The rows of two sides that coded the same answers; their surveys are sorted and have the same letters.
///
/// # Errors
/// A row does not fit its table, which is a mistake in this program.
pub fn together([one, other]: [(&str, &Survey); 2], style: Style<'_>) -> Result<Vec<u8>> {
    let ((mut csv, language), Seed(seed)) = ((style.rows(), style.language), one.1.seed);
    let sum = |survey: &Survey| survey.members().iter().map(|member| member.counts).sum::<Counts>();
    let (here, there) = (sum(one.1), sum(other.1));
    for (definition, count) in COMPARED {
        let of = |counts: Counts| [count(counts), counts.answered].map(f64::from);
        let pairs = one.1.members().iter().zip(other.1.members());
        let rows = Letters::new(pairs.map(|(here, there)| [of(here.counts), of(there.counts)].concat()));
        let difference = |sums: &[f64]| match sums {
            [here, answered, there, others] => vec![here / answered - there / others],
            _ => vec![f64::NAN],
        };
        let value = difference(&rows.sums())[0];
        let bounds = rows.intervals(seed, difference).pop().unwrap_or(Err(Unsaid::Undefined));
        let verdict = match bounds {
            // Two sides that agree everywhere are alike, however few letters there are.
            Err(_) if value.abs() < f64::EPSILON => Verdict::NotShown,
            Err(_) => Verdict::TooFew,
            Ok(Confidence { low, high }) if low > 0.0 || high < 0.0 => Verdict::Differ,
            Ok(_) => Verdict::NotShown,
        };
        let ends = bounds.map_or_else(|_| Default::default(), |bounds| [bounds.low, bounds.high].map(|value| style.decimal(value)));
        let [low, high] = ends;
        let row = Comparison {
            comparison: Kind::Sides.code(),
            definition,
            a: style.cell(one.0),
            b: style.cell(other.0),
            k_a: Some(count(here)),
            n_a: Some(here.answered),
            k_b: Some(count(there)),
            n_b: Some(there.answered),
            difference: [if value.is_nan() { String::new() } else { style.decimal(value) }, low, high],
            method: "bootstrap_letters",
            verdict: Kind::Sides.says(verdict, language).into(),
            note: bounds.map_or_else(|reason| unsaid(reason, language), |_| sample(language)).into(),
            ..Comparison::default()
        };
        push(&mut csv, "comparison", row)?;
    }
    csv.into_inner().map_err(|error| misfit("comparison", &error))
}

const fn sample(language: Language) -> &'static str {
    language.pick(
        "van dezelfde antwoorden; het interval van brieven als deze, met brieven als steekproef",
        "of the same answers; the interval of letters like these, with letters as a sample",
    )
}

/// How far two sides agree, on the screen.
pub fn agreement(validation: &Validation, language: Language) -> String {
    let mut text = String::new();
    let mut line = |label: &str, figure: Figure, shown: fn(f64, Language) -> String| {
        let Some(value) = figure.value else { return };
        let bounds = figure.confidence.map(|bounds| {
            let of = language.pick("95 % over brieven", "95 % over letters");
            format!("  ({of}: {} - {})", shown(bounds.low, language), shown(bounds.high, language))
        });
        let _ = writeln!(text, "  {label:<36} {}{}", shown(value, language), bounds.unwrap_or_default());
    };
    line(language.pick("zelfde klasse", "same class"), validation.accuracy, percent);
    line("Cohen's kappa", validation.kappa, plain);
    line("Krippendorff's alpha", validation.alpha, plain);
    line("Gwet's AC1", validation.ac1, plain);
    text
}

fn plain(value: f64, language: Language) -> String {
    let text = format!("{value:.3}");
    if language == Language::Dutch { text.replace('.', ",") } else { text }
}
