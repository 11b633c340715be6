//! Groups of letters beside each other: senders, years, two sides of a run. Whole letters are dealt again.

use super::{COMPARED, Kind, Verdict, alike, alone, beside_rest, follows, pair, shown};
use crate::error::Result;
use crate::measure::{Beside, Member, Scatter, Seed, Survey};
use crate::report::Language;
use crate::report::cell::Style;
use crate::report::tables::row::Comparison;
use crate::report::tables::statistics::sum;
use crate::report::tables::{misfit, push};

/// The rows of groups of letters, none with fewer than two.
pub(super) fn letters(
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
        let test = test.as_ref();
        let draws = test.map(|test| test.drawn);
        let verdict = test.map_or(Verdict::TooFew, |test| follows(test.p, test.smallest));
        let (k, n) = sums.iter().fold((0, 0), |all, group| (all.0 + group.0, all.1 + group.1));
        let same = n > 0 && (k == 0 || k == n);
        let note = |verdict| if same { alike(language) } else { how_far(verdict, language) };
        let all = Comparison {
            k_a: Some(k),
            n_a: Some(n),
            p: test.map_or_else(String::new, |test| shown(test.p, verdict, style)),
            p_smallest: test.map(|test| style.probability(test.smallest)).unwrap_or_default(),
            draws,
            verdict: kind.says(verdict, language).into(),
            note: note(verdict).into(),
            ..row()
        };
        push(csv, "comparison", all)?;
        let each: &[Option<Beside>] = test.map_or(&[], |test| &test.each);
        // Of two, each is the rest of the other.
        let pairs = groups.len() == 2;
        for (place, ((name, _), (one, rest))) in
            groups.iter().zip(beside_rest(&sums)).take(if pairs { 1 } else { groups.len() }).enumerate()
        {
            let beside = each.get(place).copied().flatten();
            let verdict = beside.map_or(Verdict::TooFew, |beside| follows(beside.p_adjusted, beside.smallest_adjusted));
            let p = |of: fn(Beside) -> f64| beside.map_or_else(String::new, |beside| shown(of(beside), verdict, style));
            let b = groups.get(1).filter(|_| pairs).map_or_else(|| "rest".into(), |(name, _)| style.cell(name));
            let one_of_them = Comparison {
                a: style.cell(name),
                p: p(|beside| beside.p),
                p_adjusted: p(|beside| beside.p_adjusted),
                p_smallest: beside.map(|beside| style.probability(beside.smallest)).unwrap_or_default(),
                draws,
                verdict: alone(verdict, language).into(),
                note: note(verdict).into(),
                ..pair(row(), one, rest, style)
            };
            push(csv, "comparison", Comparison { b, ..one_of_them })?;
        }
    }
    Ok(())
}

/// The rows of two sides that coded different letters.
///
/// # Errors
/// A row does not fit its table, which is a mistake in this program.
pub fn apart([one, other]: [(&str, &Survey); 2], style: Style<'_>) -> Result<Vec<u8>> {
    let mut csv = style.rows();
    let groups = [one, other].map(|(name, survey)| (name.to_owned(), survey.members().iter().collect::<Vec<&Member>>()));
    letters(&mut csv, Kind::Sides, &groups, one.1.seed, style)?;
    csv.into_inner().map_err(|error| misfit("comparison", &error))
}

const fn how_far(verdict: Verdict, language: Language) -> &'static str {
    match verdict {
        Verdict::TooFew => language.pick(
            "met zo weinig brieven per groep kan p, aangepast voor het aantal toetsen, niet tot 0,05 dalen, hoe groot het verschil ook is; \
             het interval alsof elk antwoord los staat",
            "with so few letters in a group p, adjusted for the number of tests, cannot fall to 0.05, however large the difference; the \
             interval as if every answer were independent",
        ),
        _ => language.pick(
            "p met hele brieven als eenheid; het interval alsof elk antwoord los staat; niet aangetoond is niet hetzelfde als gelijk",
            "p with whole letters as units; the interval as if every answer were independent; not shown is not the same as equal",
        ),
    }
}
