//! `statistics.csv`: every share with its bounds, and of what population they speak.

mod texts;

use std::collections::BTreeMap;

use super::row::Statistic;
use super::{misfit, push};
use crate::error::Result;
use crate::letter::names_one_body;
use crate::measure::{About, Counts, LetterShare, Member, Reused, Seed, Share, Survey, Unsaid};
use crate::report::Language;
use crate::report::cell::Style;

/// Rows of one letter are told apart by theme, and by every definition, in runs of up to so many letters; themes.csv has the others.
const SHOWN: usize = 200;

/// Of the definitions, those that every letter has rows for.
const HEADLINES: [&str; 4] = ["deferral", "defers_to_document", "defers_including_references", "defers_at_all"];

/// Definitions that an unresolved answer may fall under, if what it points at were known; of the others its own words tell.
const OPEN: [&str; 5] = ["substantive", "deferral", "external_reference", "defers_including_references", "defers_widest"];

/// What rows count.
#[derive(Clone, Copy, Default)]
struct Scope<'s> {
    level: &'static str,
    letter: &'s str,
    theme: &'s str,
    group: &'s str,
}

/// The rows so far, given out when they are many.
struct Sheet<'s, S> {
    csv: csv::Writer<Vec<u8>>,
    style: Style<'s>,
    sink: S,
}

/// So many bytes are held.
const HELD: usize = 1 << 20;

/// Writes the rows of a survey whose letters are sorted, and of how its texts were used again, without header, to `sink`, piece by piece.
///
/// # Errors
/// Those of `sink`; a row that does not fit its table, which is a mistake in this program.
pub fn statistics(survey: &Survey, reused: Reused, style: Style<'_>, sink: impl FnMut(&[u8]) -> Result<()>) -> Result<()> {
    let mut sheet = Sheet { csv: style.rows(), style, sink };
    let members: Vec<&Member> = survey.members().iter().collect();
    let every: Vec<usize> = (0..Counts::DEFINITIONS.len()).collect();
    let headlines: Vec<usize> = every.iter().copied().filter(|place| HEADLINES.contains(&Counts::DEFINITIONS[*place])).collect();
    let all = Scope { level: "all", ..Scope::default() };
    sheet.shares(all, sum(&members), &every)?;
    sheet.over_letters(all, &members, survey.seed)?;
    for (level, groups) in [("sender", senders(&members)), ("year", years(&members))] {
        // Of a single letter all is said already.
        for (group, members) in groups.iter().filter(|_| members.len() > 1) {
            let scope = Scope { level, group, ..Scope::default() };
            sheet.shares(scope, sum(members), &every)?;
            if members.len() > 1 {
                sheet.over_letters(scope, members, survey.seed)?;
            }
        }
    }
    texts::rows(&mut sheet, survey, reused)?;
    let few = members.len() <= SHOWN;
    for member in members {
        let scope = Scope { level: "letter", letter: &member.about.letter, ..Scope::default() };
        sheet.shares(scope, member.counts, if few { &every } else { &headlines })?;
        for (theme, counts) in member.themes.iter().filter(|_| few) {
            sheet.shares(Scope { level: "theme", theme, ..scope }, *counts, &headlines)?;
        }
        texts::hung(&mut sheet, member)?;
    }
    sheet.give_out(0)
}

/// The senders by name, whatever its case, each with its letters; letters that do not tell which body sent them are left out.
pub(in crate::report) fn senders<'m>(members: &[&'m Member]) -> Vec<(String, Vec<&'m Member>)> {
    grouped(members, |about| names_one_body(&about.sender).then(|| about.sender.to_lowercase()), |about| about.sender.clone())
}

/// The years of the letters, each with its letters; letters without a date are left out.
pub(in crate::report) fn years<'m>(members: &[&'m Member]) -> Vec<(String, Vec<&'m Member>)> {
    grouped(members, |about| about.year, |about| about.year.map(|year| year.to_string()).unwrap_or_default())
}

fn grouped<'m, K: Ord>(
    members: &[&'m Member],
    key: impl Fn(&About) -> Option<K>,
    name: impl Fn(&About) -> String,
) -> Vec<(String, Vec<&'m Member>)> {
    let mut groups: BTreeMap<K, Vec<&Member>> = BTreeMap::new();
    for member in members {
        if let Some(key) = key(&member.about) {
            groups.entry(key).or_default().push(member);
        }
    }
    groups.into_values().map(|members| (members.first().map(|member| name(&member.about)).unwrap_or_default(), members)).collect()
}

/// The counts of letters together, but for those that only ask.
pub(in crate::report) fn sum(members: &[&Member]) -> Counts {
    members.iter().map(|member| member.in_total()).sum()
}

impl<S: FnMut(&[u8]) -> Result<()>> Sheet<'_, S> {
    fn row(&mut self, scope: Scope<'_>, row: Statistic<'_>) -> Result<()> {
        let style = self.style;
        let [letter, theme, group, definition] = [scope.letter, scope.theme, scope.group, &row.definition].map(|text| style.cell(text));
        let row = Statistic { level: scope.level, letter, theme, group, definition, ..row };
        push(&mut self.csv, "statistics", row)?;
        self.give_out(HELD)
    }

    /// Gives the rows to the sink when they are more than so many bytes.
    fn give_out(&mut self, held: usize) -> Result<()> {
        if self.csv.get_ref().len() < held {
            return Ok(());
        }
        let bytes = std::mem::replace(&mut self.csv, self.style.rows()).into_inner().map_err(|error| misfit("statistics", &error))?;
        (self.sink)(&bytes)
    }

    /// The shares that need nothing but counts: complete, at worst, and of the way of answering.
    fn shares(&mut self, scope: Scope<'_>, counts: Counts, definitions: &[usize]) -> Result<()> {
        let (defined, style, language) = (counts.defined(), self.style, self.style.language);
        for place in definitions {
            let (definition, k, n) = (Counts::DEFINITIONS[*place], defined[*place], counts.answered);
            let part = |count: u32, total: u32| style.decimal(f64::from(count) / f64::from(total));
            let of = |method, note: &'static str| Statistic {
                what: "share",
                definition: definition.into(),
                k: Some(k),
                n: Some(n),
                method,
                note: note.into(),
                ..Statistic::default()
            };
            let is_open = OPEN.contains(&definition);
            let open = if is_open { counts.unresolved } else { 0 };
            let Some(share) = Share::of(k, n) else {
                self.row(scope, of("complete", few(language)))?;
                continue;
            };
            let counted = of("complete", complete(is_open, language));
            self.row(scope, Statistic { share: part(k, n), low: part(k, n), high: part(k + open, n), ..counted })?;
            let all = counts.questions;
            if all > n {
                let worst = of("worst_case", worst(is_open, language));
                let high = part(k + open + all - n, all);
                self.row(scope, Statistic { n: Some(all), low: part(k, all), high, ..worst })?;
            }
            let [value, low, high] = [share.value(), share.low, share.high].map(|value| style.decimal(value));
            self.row(scope, Statistic { share: value, low, high, ..of("wilson", way(language)) })?;
        }
        Ok(())
    }

    /// The shares with letters as a sample.
    fn over_letters(&mut self, scope: Scope<'_>, members: &[&Member], Seed(seed): Seed) -> Result<()> {
        let style = self.style;
        let letters: Vec<(u32, Vec<u32>)> =
            members.iter().map(|member| (member.counts.answered, member.counts.defined().to_vec())).collect();
        for (share, definition) in LetterShare::of(&letters, seed).into_iter().zip(Counts::DEFINITIONS) {
            if Share::of(share.count, share.total).is_none() {
                continue;
            }
            let bounds =
                share.confidence.map_or_else(|_| Default::default(), |bounds| [bounds.low, bounds.high].map(|value| style.decimal(value)));
            let [low, high] = bounds;
            let row = Statistic {
                what: "share",
                definition: definition.into(),
                k: Some(share.count),
                n: Some(share.total),
                share: style.decimal(share.value()),
                low,
                high,
                method: "bootstrap_letters",
                note: sample(share, style.language).into(),
                letters: Some(share.letters),
                design_effect: share.design_effect.map(|effect| style.decimal(effect)).unwrap_or_default(),
                ..Statistic::default()
            };
            self.row(scope, row)?;
        }
        Ok(())
    }
}

const fn few(language: Language) -> &'static str {
    language.pick("minder dan 5: alleen de aantallen", "fewer than 5: only the counts")
}

const fn complete(is_open: bool, language: Language) -> &'static str {
    if is_open {
        language.pick(
            "van deze antwoorden, die compleet geteld zijn; de bovengrens telt onherleidbare antwoorden mee",
            "of these answers, which were counted completely; the upper bound adds the unresolved ones",
        )
    } else {
        language.pick("van deze antwoorden, die compleet geteld zijn", "of these answers, which were counted completely")
    }
}

const fn worst(is_open: bool, language: Language) -> &'static str {
    if is_open {
        language.pick(
            "van alle vragen, behalve in brieven die alleen vragen stellen; de bovengrens telt vragen zonder antwoord en onherleidbare antwoorden mee",
            "of all questions, but for letters that only ask; the upper bound adds questions without an answer and unresolved answers",
        )
    } else {
        language.pick(
            "van alle vragen, behalve in brieven die alleen vragen stellen; de bovengrens telt vragen zonder antwoord mee",
            "of all questions, but for letters that only ask; the upper bound adds questions without an answer",
        )
    }
}

const fn way(language: Language) -> &'static str {
    language.pick(
        "van de manier van antwoorden, alsof elk antwoord los staat van de andere",
        "of the way of answering, as if every answer were independent of the others",
    )
}

/// What an interval of letters as a sample speaks of, or why there is none.
fn sample(share: LetterShare, language: Language) -> &'static str {
    match share.confidence {
        Ok(_) if share.is_of_few_letters() => language.pick(
            "van brieven als deze, met brieven als steekproef; minder dan 30 brieven: waarschijnlijk te smal",
            "of letters like these, with letters as a sample; fewer than 30 letters: likely too narrow",
        ),
        Ok(_) => language.pick("van brieven als deze, met brieven als steekproef", "of letters like these, with letters as a sample"),
        Err(reason) => unsaid(reason, language),
    }
}

/// Why there is no interval of letters as a sample.
pub(in crate::report) const fn unsaid(reason: Unsaid, language: Language) -> &'static str {
    match reason {
        Unsaid::OneLetter => language.pick("één brief zegt niet hoe brieven verschillen", "one letter does not show how letters differ"),
        Unsaid::FewLetters => language.pick(
            "minder dan 5 brieven laten niet goed genoeg zien hoe brieven verschillen",
            "fewer than 5 letters do not show well enough how letters differ",
        ),
        Unsaid::NoVariation => language.pick(
            "alle brieven zeggen hetzelfde, en dus niet hoe andere verschillen",
            "all letters say the same, and not how others differ",
        ),
        Unsaid::Undefined => language.pick("te weinig antwoorden per brief", "too few answers in a letter"),
    }
}
