//! `comparison.csv`: themes, senders and years beside each other, and what follows in words.

mod dealt;

use super::row::Comparison;
use super::statistics::{senders, years};
use super::{misfit, push};
use crate::error::Result;
use crate::measure::{Counts, Difference, Fisher, Member, Permutation, Seed, Share, Survey, adjusted};
use crate::report::Language;
use crate::report::cell::Style;

pub use dealt::apart;

/// What is compared: the headline, and deferring of any kind.
pub(in crate::report) const COMPARED: [(&str, Count); 2] =
    [("defers_to_document", |counts| counts.defers_to_document), ("defers_at_all", |counts| counts.defers_at_all)];

/// One of the counts.
pub(in crate::report) type Count = fn(Counts) -> u32;

/// Themes are compared letter by letter in runs of up to so many letters: nobody reads more, and chance would find something in some.
const MOST_LETTERS: usize = 200;

/// A difference is called one from here on.
const LEVEL: f64 = 0.05;

/// What follows from a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Data of this size could not show a difference.
    TooFew,
    /// There is one.
    Differ,
    /// None was shown, which does not prove that there is none.
    NotShown,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Themes of a letter.
    Themes,
    /// Senders.
    Senders,
    /// Years.
    Years,
    /// Two runs.
    Sides,
}

impl Kind {
    pub(in crate::report) const fn code(self) -> &'static str {
        match self {
            Self::Themes => "themes",
            Self::Senders => "senders",
            Self::Years => "years",
            Self::Sides => "sides",
        }
    }

    const fn noun(self, language: Language) -> &'static str {
        match self {
            Self::Themes => language.pick("thema's", "themes"),
            Self::Senders => language.pick("afzenders", "senders"),
            Self::Years => language.pick("jaren", "years"),
            Self::Sides => language.pick("beide kanten", "the two sides"),
        }
    }

    /// What follows, in words.
    ///
    /// # Example: a letter of four questions
    /// ```
    /// use antwoordmeter::report::{Language, tables::comparison::{Kind, Verdict}};
    /// assert_eq!(Kind::Themes.says(Verdict::TooFew, Language::Dutch), "te weinig gegevens om thema's te vergelijken");
    /// ```
    pub fn says(self, verdict: Verdict, language: Language) -> String {
        let noun = self.noun(language);
        match (verdict, language) {
            (Verdict::TooFew, Language::Dutch) => format!("te weinig gegevens om {noun} te vergelijken"),
            (Verdict::TooFew, Language::English) => format!("too few data to compare {noun}"),
            (Verdict::Differ, Language::Dutch) => format!("{noun} verschillen"),
            (Verdict::Differ, Language::English) => format!("{noun} differ"),
            (Verdict::NotShown, Language::Dutch) => format!("geen verschil tussen {noun} aangetoond"),
            (Verdict::NotShown, Language::English) => format!("no difference between {noun} shown"),
        }
    }
}

/// What follows for the themes of the one letter: p of deferring of any kind, if it can tell anything, and the verdict. Nothing with fewer
/// than two themes.
pub fn of_themes(member: &Member, Seed(seed): Seed) -> Option<(Option<f64>, Verdict)> {
    let [_, (_, count)] = COMPARED;
    let groups: Vec<(u32, u32)> = answered(&member.themes).map(|(_, counts)| (count(*counts), counts.answered)).collect();
    let test = Permutation::test(&groups, seed);
    let verdict = together(&groups, test);
    (groups.len() > 1).then(|| (test.filter(|_| verdict != Verdict::TooFew).map(|test| test.p), verdict))
}

/// The rows of a survey whose letters are sorted, without header.
///
/// # Errors
/// A row does not fit its table, which is a mistake in this program.
pub fn comparison(survey: &Survey, style: Style<'_>) -> Result<Vec<u8>> {
    let mut csv = style.rows();
    let members: Vec<&Member> = survey.members().iter().collect();
    for (kind, groups) in [(Kind::Senders, senders(&members)), (Kind::Years, years(&members))] {
        dealt::letters(&mut csv, kind, &groups, survey.seed, style)?;
    }
    for member in members.iter().filter(|_| members.len() <= MOST_LETTERS) {
        themes(&mut csv, member, survey.seed, style)?;
    }
    csv.into_inner().map_err(|error| misfit("comparison", &error))
}

fn answered(themes: &[(String, Counts)]) -> impl Iterator<Item = (&str, &Counts)> {
    themes.iter().filter(|(_, counts)| counts.answered > 0).map(|(title, counts)| (title.as_str(), counts))
}

/// The rest beside each group: the group, and all others together.
fn beside_rest(groups: &[(u32, u32)]) -> impl Iterator<Item = ((u32, u32), (u32, u32))> {
    let all = groups.iter().fold((0, 0), |sum, group| (sum.0 + group.0, sum.1 + group.1));
    groups.iter().map(move |group| (*group, (all.0 - group.0, all.1 - group.1)))
}

/// What follows from p, when it cannot be smaller than that.
fn follows(p: f64, smallest: f64) -> Verdict {
    match p {
        _ if smallest > LEVEL => Verdict::TooFew,
        p if p <= LEVEL => Verdict::Differ,
        _ => Verdict::NotShown,
    }
}

/// What follows for all groups of answers together. Where tables were drawn the smallest p is not known, but too large where no group can
/// stand out from the others.
fn together(groups: &[(u32, u32)], test: Option<Permutation>) -> Verdict {
    let hopeless = |(one, rest)| Fisher::test(one, rest).is_none_or(|fisher| fisher.smallest > LEVEL);
    test.map_or(Verdict::TooFew, |test| {
        let smallest = test.smallest.unwrap_or_else(|| if beside_rest(groups).all(hopeless) { 1.0 } else { 0.0 });
        follows(test.p, smallest)
    })
}

fn themes(csv: &mut csv::Writer<Vec<u8>>, member: &Member, Seed(seed): Seed, style: Style<'_>) -> Result<()> {
    let language = style.language;
    for (definition, count) in COMPARED {
        let (titles, groups): (Vec<&str>, Vec<(u32, u32)>) =
            answered(&member.themes).map(|(title, counts)| (title, (count(*counts), counts.answered))).unzip();
        if groups.len() < 2 {
            continue;
        }
        let letter = style.cell(&member.about.letter);
        let row = || Comparison { comparison: Kind::Themes.code(), letter: letter.clone(), definition, ..Comparison::default() };
        let test = Permutation::test(&groups, seed);
        let verdict = together(&groups, test);
        let all = Comparison {
            k_a: Some(groups.iter().map(|(count, _)| count).sum()),
            n_a: Some(groups.iter().map(|(_, total)| total).sum()),
            statistic: test.map(|test| style.decimal(test.statistic)).unwrap_or_default(),
            p: test.map_or_else(String::new, |test| shown(test.p, verdict, style)),
            p_smallest: test.and_then(|test| test.smallest).map(|p| style.probability(p)).unwrap_or_default(),
            method: if test.is_some_and(|test| test.drawn.is_some()) { "permutation_drawn" } else { "permutation_exact" },
            draws: test.and_then(|test| test.drawn),
            verdict: Kind::Themes.says(verdict, language).into(),
            note: if test.is_none() { alike(language) } else { answers_alone(language) }.into(),
            ..row()
        };
        push(csv, "comparison", all)?;
        let tests: Vec<Option<Fisher>> = beside_rest(&groups).map(|(one, rest)| Fisher::test(one, rest)).collect();
        let all = |of: fn(&Fisher) -> f64| adjusted(&tests.iter().map(|test| test.as_ref().map_or(1.0, of)).collect::<Vec<_>>());
        // Even where every heading stood out as far as it can.
        let (p, smallest) = (all(|test| test.p), all(|test| test.smallest));
        let adjusted = p.into_iter().zip(smallest);
        for (((title, (one, rest)), test), (p_adjusted, smallest)) in titles.iter().zip(beside_rest(&groups)).zip(tests).zip(adjusted) {
            let verdict = follows(p_adjusted, smallest);
            let one_of_them = Comparison {
                a: style.cell(*title),
                p: test.map_or_else(String::new, |test| shown(test.p, verdict, style)),
                p_adjusted: shown(p_adjusted, verdict, style),
                p_smallest: test.map(|test| style.probability(test.smallest)).unwrap_or_default(),
                method: "fisher",
                verdict: alone(verdict, language).into(),
                note: answers_alone(language).into(),
                ..pair(row(), one, rest, style)
            };
            push(csv, "comparison", one_of_them)?;
        }
    }
    Ok(())
}

/// A p that tells something; where it could not have been small enough, whatever was found, it stands for nothing.
fn shown(p: f64, verdict: Verdict, style: Style<'_>) -> String {
    if verdict == Verdict::TooFew { String::new() } else { style.probability(p) }
}

/// A row with the counts of two, and their difference where both are of five or more.
fn pair<'a>(row: Comparison<'a>, one: (u32, u32), rest: (u32, u32), style: Style<'_>) -> Comparison<'a> {
    let enough = Share::of(one.0, one.1).and(Share::of(rest.0, rest.1));
    let difference = enough.and_then(|_| Difference::of(one, rest));
    let cells = |difference: Difference| {
        [difference.value, difference.confidence.low, difference.confidence.high].map(|value| style.decimal(value))
    };
    Comparison {
        b: "rest".into(),
        k_a: Some(one.0),
        n_a: Some(one.1),
        k_b: Some(rest.0),
        n_b: Some(rest.1),
        difference: difference.map(cells).unwrap_or_default(),
        ..row
    }
}

/// What follows for one beside the rest.
const fn alone(verdict: Verdict, language: Language) -> &'static str {
    match verdict {
        Verdict::TooFew => language.pick("te weinig gegevens om te vergelijken", "too few data to compare"),
        Verdict::Differ => language.pick("verschilt van de rest", "differs from the rest"),
        Verdict::NotShown => language.pick("geen verschil met de rest aangetoond", "no difference from the rest shown"),
    }
}

const fn alike(language: Language) -> &'static str {
    language.pick("alle antwoorden doen hetzelfde", "all answers do the same")
}

const fn answers_alone(language: Language) -> &'static str {
    language.pick(
        "alsof elk antwoord los staat van de andere; niet aangetoond is niet hetzelfde als gelijk",
        "as if every answer were independent of the others; not shown is not the same as equal",
    )
}
