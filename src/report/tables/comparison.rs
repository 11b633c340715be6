//! `comparison.csv`: themes, senders and years beside each other, and what follows in words.

use super::row::Comparison;
use super::statistics::{senders, sum, years};
use super::{misfit, push};
use crate::error::Result;
use crate::measure::{Counts, Difference, Fisher, Member, Permutation, Scatter, Seed, Share, Survey, adjusted};
use crate::report::Language;
use crate::report::cell::Style;

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

/// What follows for the themes of the one letter: p of deferring of any kind, if it can be tested, and the verdict. Nothing with fewer
/// than two themes.
pub fn of_themes(member: &Member, Seed(seed): Seed) -> Option<(Option<f64>, Verdict)> {
    let [_, (_, count)] = COMPARED;
    let groups: Vec<(u32, u32)> = answered(&member.themes).map(|(_, counts)| (count(*counts), counts.answered)).collect();
    let test = Permutation::test(&groups, seed);
    (groups.len() > 1).then(|| (test.map(|test| test.p), together(&groups, test.map(|test| (test.p, test.smallest)))))
}

/// The rows of a survey whose letters are sorted, without header.
///
/// # Errors
/// A row does not fit its table, which is a mistake in this program.
pub fn comparison(survey: &Survey, style: Style<'_>) -> Result<Vec<u8>> {
    let mut csv = style.rows();
    let members: Vec<&Member> = survey.members().iter().collect();
    for (kind, groups) in [(Kind::Senders, senders(&members)), (Kind::Years, years(&members))] {
        letters(&mut csv, kind, &groups, survey.seed, style)?;
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

/// What follows for all groups together, from p and the smallest p where that is known.
fn together(groups: &[(u32, u32)], test: Option<(f64, Option<f64>)>) -> Verdict {
    let hopeless = |(one, rest)| Fisher::test(one, rest).is_none_or(|fisher| fisher.smallest > LEVEL);
    match test {
        None => Verdict::TooFew,
        Some((_, Some(smallest))) if smallest > LEVEL => Verdict::TooFew,
        Some((_, None)) if beside_rest(groups).all(hopeless) => Verdict::TooFew,
        Some((p, _)) if p <= LEVEL => Verdict::Differ,
        Some(_) => Verdict::NotShown,
    }
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
        let verdict = together(&groups, test.map(|test| (test.p, test.smallest)));
        let all = Comparison {
            k_a: Some(groups.iter().map(|(count, _)| count).sum()),
            n_a: Some(groups.iter().map(|(_, total)| total).sum()),
            statistic: test.map(|test| style.decimal(test.statistic)).unwrap_or_default(),
            p: test.map(|test| style.probability(test.p)).unwrap_or_default(),
            p_smallest: test.and_then(|test| test.smallest).map(|p| style.probability(p)).unwrap_or_default(),
            method: if test.is_some_and(|test| test.drawn.is_some()) { "permutation_drawn" } else { "permutation_exact" },
            draws: test.and_then(|test| test.drawn),
            verdict: Kind::Themes.says(verdict, language).into(),
            note: if test.is_none() { alike(language) } else { answers_alone(language) }.into(),
            ..row()
        };
        push(csv, "comparison", all)?;
        let tests: Vec<Option<Fisher>> = beside_rest(&groups).map(|(one, rest)| Fisher::test(one, rest)).collect();
        let p = adjusted(&tests.iter().map(|test| test.map_or(1.0, |test| test.p)).collect::<Vec<_>>());
        for (((title, (one, rest)), test), p_adjusted) in titles.iter().zip(beside_rest(&groups)).zip(tests).zip(p) {
            let verdict = match test {
                Some(test) if test.smallest <= LEVEL && p_adjusted <= LEVEL => Verdict::Differ,
                Some(test) if test.smallest <= LEVEL => Verdict::NotShown,
                _ => Verdict::TooFew,
            };
            let one_of_them = Comparison {
                a: style.cell(*title),
                p: test.map(|test| style.probability(test.p)).unwrap_or_default(),
                p_adjusted: style.probability(p_adjusted),
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

/// Groups of letters beside each other: whole letters are dealt again.
pub(in crate::report) fn letters(
    csv: &mut csv::Writer<Vec<u8>>,
    kind: Kind,
    groups: &[(String, Vec<&Member>)],
    Seed(seed): Seed,
    style: Style<'_>,
) -> Result<()> {
    let language = style.language;
    if groups.len() < 2 {
        return Ok(());
    }
    let dealt: Vec<(usize, u32, [u32; COMPARED.len()])> = groups
        .iter()
        .enumerate()
        .flat_map(|(place, (_, members))| {
            members.iter().map(move |member| (place, member.counts.answered, COMPARED.map(|(_, count)| count(member.counts))))
        })
        .collect();
    for ((definition, count), test) in COMPARED.into_iter().zip(Scatter::test(&dealt, seed)) {
        let sums: Vec<(u32, u32)> = groups.iter().map(|(_, members)| sum(members)).map(|sum| (count(sum), sum.answered)).collect();
        let row = || Comparison { comparison: kind.code(), definition, method: "permutation_letters", ..Comparison::default() };
        let draws = test.as_ref().map(|test| test.drawn);
        // With so few letters no deal can be rare.
        let few = dealt.len() < FEWEST_LETTERS;
        let verdict = if few { Verdict::TooFew } else { together(&sums, test.as_ref().map(|test| (test.p, None))) };
        let all = Comparison {
            k_a: Some(sums.iter().map(|(count, _)| count).sum()),
            n_a: Some(sums.iter().map(|(_, total)| total).sum()),
            p: test.as_ref().map(|test| style.probability(test.p)).unwrap_or_default(),
            draws,
            verdict: kind.says(verdict, language).into(),
            note: letters_whole(language).into(),
            ..row()
        };
        push(csv, "comparison", all)?;
        let each = test.map(|test| test.each).unwrap_or_default();
        let p = adjusted(&(0..groups.len()).map(|place| each.get(place).copied().flatten().unwrap_or(1.0)).collect::<Vec<_>>());
        // Of two, each is the rest of the other.
        let shown = if groups.len() == 2 { 1 } else { groups.len() };
        for (place, ((name, _), (one, rest))) in groups.iter().zip(beside_rest(&sums)).take(shown).enumerate() {
            let own = each.get(place).copied().flatten();
            let verdict = match own {
                Some(_) if !few && p[place] <= LEVEL => Verdict::Differ,
                Some(_) if !few => Verdict::NotShown,
                _ => Verdict::TooFew,
            };
            let b = if shown == 1 { groups.get(1).map(|(name, _)| style.cell(name)) } else { None };
            let one_of_them = Comparison {
                a: style.cell(name),
                p: own.map(|p| style.probability(p)).unwrap_or_default(),
                p_adjusted: if own.is_some() { style.probability(p[place]) } else { String::new() },
                draws,
                verdict: alone(verdict, language).into(),
                note: letters_whole(language).into(),
                ..pair(row(), one, rest, style)
            };
            push(csv, "comparison", Comparison { b: b.unwrap_or_else(|| "rest".into()), ..one_of_them })?;
        }
    }
    Ok(())
}

/// The rows of two sides that coded different letters.
///
/// # Errors
/// As [`comparison`].
pub fn apart([one, other]: [(&str, &Survey); 2], style: Style<'_>) -> Result<Vec<u8>> {
    let mut csv = style.rows();
    let groups = [one, other].map(|(name, survey)| (name.to_owned(), survey.members().iter().collect::<Vec<&Member>>()));
    letters(&mut csv, Kind::Sides, &groups, one.1.seed, style)?;
    csv.into_inner().map_err(|error| misfit("comparison", &error))
}

/// Fewer letters can be dealt in fewer than twenty ways, whatever the groups.
const FEWEST_LETTERS: usize = 6;

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

const fn letters_whole(language: Language) -> &'static str {
    language.pick(
        "p met hele brieven als eenheid; het interval alsof elk antwoord los staat; niet aangetoond is niet hetzelfde als gelijk",
        "p with whole letters as units; the interval as if every answer were independent; not shown is not the same as equal",
    )
}
