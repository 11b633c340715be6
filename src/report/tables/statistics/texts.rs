//! Rows beside the shares: what hangs on one document, what was used before, how long and readable answers are, how long they took.

use std::fmt::Write;

use super::{Scope, Sheet, few, way};
use crate::coding::Class;
use crate::error::Result;
use crate::measure::{Member, Reused, Share, Survey};
use crate::report::Language;
use crate::report::cell::Style;
use crate::report::tables::row::Statistic;

/// Of fewer answers a mean says little, as a share does.
const FEWEST: u32 = 5;

/// The formula of Douma (1960) counts syllables in a hundred words: it was fitted to samples of that length.
const FEWEST_WORDS: u64 = 100;

const ALL: Scope<'static> = Scope { level: "all", letter: "", theme: "", group: "" };

/// The rows over all letters.
pub(super) fn rows<S: FnMut(&[u8]) -> Result<()>>(sheet: &mut Sheet<'_, S>, survey: &Survey, reused: Reused) -> Result<()> {
    concentration(sheet, survey)?;
    reuse(sheet, reused)?;
    lengths(sheet, survey)?;
    days(sheet, survey)
}

/// The share of the answers that wait for a document that wait for the same one.
fn concentration<S: FnMut(&[u8]) -> Result<()>>(sheet: &mut Sheet<'_, S>, survey: &Survey) -> Result<()> {
    let Some((document, k, n, different)) = survey.concentration() else { return Ok(()) };
    let row = counted("concentration", document, k, n, sheet.style);
    sheet.row(ALL, Statistic { value: different.to_string(), letters: Some(survey.members().len()), ..row })
}

/// The same in one letter.
pub(super) fn hung<S: FnMut(&[u8]) -> Result<()>>(sheet: &mut Sheet<'_, S>, member: &Member) -> Result<()> {
    let Some((document, answers)) = &member.most_awaited else { return Ok(()) };
    let scope = Scope { level: "letter", letter: &member.about.letter, ..Scope::default() };
    let row = counted("concentration", document, *answers, member.counts.defers_to_document, sheet.style);
    sheet.row(scope, row)
}

/// A share without bounds: everything was counted, and nothing is unresolved.
fn counted<'a>(what: &'static str, definition: &'a str, k: u32, n: u32, style: Style<'_>) -> Statistic<'a> {
    let language = style.language;
    let share = Share::of(k, n);
    let note = language.pick("van deze antwoorden, die compleet geteld zijn", "of these answers, which were counted completely");
    Statistic {
        what,
        definition: definition.into(),
        k: Some(k),
        n: Some(n),
        share: share.map(|share| style.decimal(share.value())).unwrap_or_default(),
        method: "complete",
        note: if share.is_none() { few(language) } else { note }.into(),
        ..Statistic::default()
    }
}

fn reuse<S: FnMut(&[u8]) -> Result<()>>(sheet: &mut Sheet<'_, S>, reused: Reused) -> Result<()> {
    let language = sheet.style.language;
    let mut note = match (reused.one_in, language) {
        (1, Language::Dutch) => "van de antwoorden van tien woorden of meer".to_owned(),
        (1, Language::English) => "of the answers of ten words or more".to_owned(),
        (many, Language::Dutch) => format!("van de antwoorden van tien woorden of meer, een op de {many} vergeleken"),
        (many, Language::English) => format!("of the answers of ten words or more, one in {many} of which was compared"),
    };
    if reused.given_up > 0 {
        let told = language.pick("zo vaak is niet alles vergeleken", "so often not everything was compared");
        let _ = write!(note, "; {told}: {}", reused.given_up);
    }
    let kinds = [
        ("same_in_letter", reused.same_in_letter),
        ("same_across_letters", reused.same_across),
        ("near_in_letter", reused.near_in_letter),
        ("near_across_letters", reused.near_across),
    ];
    for (kind, k) in kinds {
        let row = counted("reuse", kind, k, reused.answers, sheet.style);
        let note = if row.share.is_empty() { row.note } else { note.as_str().into() };
        sheet.row(ALL, Statistic { note, ..row })?;
    }
    Ok(())
}

fn lengths<S: FnMut(&[u8]) -> Result<()>>(sheet: &mut Sheet<'_, S>, survey: &Survey) -> Result<()> {
    let (style, language) = (sheet.style, sheet.style.language);
    let mean = language.pick("gemiddelde; een antwoord op meer vragen telt één keer", "mean; an answer to several questions counts once");
    let short = language.pick("minder dan 100 woorden: te weinig voor deze formule", "fewer than 100 words: too few for this formula");
    for (class, (answers, length)) in Class::ALL.into_iter().zip(survey.texts.lengths).filter(|(_, (answers, _))| *answers > 0) {
        let words = Some(length.words as f64 / f64::from(answers));
        let figures = [("answer_words", words), ("sentence_words", length.sentence_length()), ("flesch_douma", length.flesch_douma())];
        for (what, value) in figures {
            let note = match what {
                _ if answers < FEWEST => few(language),
                "flesch_douma" if length.words < FEWEST_WORDS => short,
                _ => mean,
            };
            let value = value.filter(|_| note == mean);
            let row = Statistic {
                what,
                definition: class.code().into(),
                n: Some(answers),
                method: "mean",
                note: note.into(),
                value: value.map(|value| style.decimal(value)).unwrap_or_default(),
                ..Statistic::default()
            };
            sheet.row(ALL, row)?;
        }
    }
    Ok(())
}

/// Days between question and answer, of letters that defer and of letters that do not; and how often letters defer that came sooner or
/// later than most.
fn days<S: FnMut(&[u8]) -> Result<()>>(sheet: &mut Sheet<'_, S>, survey: &Survey) -> Result<()> {
    let (style, language) = (sheet.style, sheet.style.language);
    let dated: Vec<(u32, &Member)> = survey
        .members()
        .iter()
        .filter(|member| member.counts.answered > 0)
        .filter_map(|member| Some((member.about.days?, member)))
        .collect();
    let of = |defers: Option<bool>| {
        let chosen = dated.iter().filter(|(_, member)| defers.is_none_or(|defers| defers == (member.counts.defers_to_document > 0)));
        chosen.map(|(days, _)| *days).collect::<Vec<u32>>()
    };
    let kinds = [("all_letters", None), ("letters_that_defer_to_document", Some(true)), ("letters_that_do_not", Some(false))];
    for (definition, defers) in kinds {
        let days = of(defers);
        let Some(value) = median(&days) else { continue };
        let note = language.pick("mediaan van de brieven met beide datums", "median of the letters with both dates");
        let row = Statistic {
            what: "days",
            definition: definition.into(),
            n: Some(days.len() as u32),
            method: "median",
            note: note.into(),
            value: style.decimal(value),
            letters: Some(days.len()),
            ..Statistic::default()
        };
        sheet.row(ALL, row)?;
    }
    let Some(middle) = median(&of(None)).filter(|_| dated.len() > 1) else { return Ok(()) };
    for late in [false, true] {
        let chosen: Vec<&Member> =
            dated.iter().filter(|(days, _)| (f64::from(*days) > middle) == late).map(|(_, member)| *member).collect();
        let counts = super::sum(&chosen);
        let group = format!("{} {middle}", if late { ">" } else { "≤" });
        let row = counted("share_by_days", "defers_to_document", counts.defers_to_document, counts.answered, style);
        let bounds = Share::of(counts.defers_to_document, counts.answered);
        let [low, high] = bounds.map(|share| [share.low, share.high].map(|value| style.decimal(value))).unwrap_or_default();
        let (method, note) = if bounds.is_some() { ("wilson", way(language).into()) } else { (row.method, row.note) };
        let scope = Scope { group: &group, ..ALL };
        sheet.row(scope, Statistic { low, high, method, note, letters: Some(chosen.len()), ..row })?;
    }
    Ok(())
}

fn median(values: &[u32]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let half = sorted.len() / 2;
    let upper = f64::from(*sorted.get(half)?);
    let lower = if sorted.len().is_multiple_of(2) { f64::from(sorted[half - 1]) } else { upper };
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_lies_in_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[7]), Some(7.0));
        assert_eq!(median(&[9, 1, 4]), Some(4.0));
        assert_eq!(median(&[9, 1, 4, 5]), Some(4.5));
        assert_eq!(median(&[u32::MAX, u32::MAX]), Some(f64::from(u32::MAX)));
    }
}
