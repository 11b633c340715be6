//! `disagreements.html`: where coders disagree, to be read: the question, the answer with the words that the machine went by, who said
//! what, and why.

use minijinja::{Value, context, value::Serde};
use serde::Serialize;

use super::Matter;
use crate::error::Result;
use crate::evaluation::{CORRECTIONS, Disagreement, MACHINE};
use crate::report::Language;
use crate::report::page::{self, STYLE};
use crate::report::words::number;

/// Its name among the files of an evaluation.
pub const NAME: &str = "disagreements.html";

const TEMPLATE: &str = include_str!("page.html");

/// Units that the page shows at most; the table has all.
const SHOWN: usize = 500;

/// A unit on the page.
#[derive(Serialize)]
struct Unit<'m> {
    id: &'m str,
    letter: &'m str,
    /// The letter is another than that of the unit before.
    begins_letter: bool,
    number: &'m str,
    theme: &'m str,
    question: &'m str,
    /// Words, and whether the machine went by them.
    stretches: Vec<(&'m str, bool)>,
    coders: Vec<&'m str>,
    /// A column with what each coder said of it.
    rows: Vec<(&'m str, Vec<&'m str>)>,
    reason: &'static str,
    cues: Vec<(&'m str, &'m str, &'m str)>,
    notes: Vec<(&'m str, &'m str)>,
}

/// The page as bytes of UTF-8.
///
/// # Errors
/// The template does not fit its values; that is a mistake in this program.
pub(super) fn page(matter: &Matter<'_>) -> Result<Vec<u8>> {
    let (found, language) = (matter.evaluation, matter.language);
    let all = &found.disagreements;
    let before = [""].into_iter().chain(all.iter().map(|unit| unit.letter.as_str()));
    let units: Vec<Unit<'_>> = all.iter().zip(before).take(SHOWN).map(|(unit, before)| view(unit, before, matter)).collect();
    let shown = |count: usize| number(count as u64, language);
    let values = context! {
        lang => language.pick("nl", "en"),
        units => Value::from(Serde(&units)),
        count => shown(all.len()),
        of => shown(found.units),
        left_out => if all.len() > units.len() { shown(all.len() - units.len()) } else { String::new() },
        people => found.people.iter().map(|person| person.name.clone()).collect::<Vec<_>>(),
        style => STYLE,
        style_hash => page::hash(STYLE),
    };
    page::filled(NAME, TEMPLATE, language, values)
}

fn view<'m>(unit: &'m Disagreement, before: &str, matter: &Matter<'m>) -> Unit<'m> {
    let language = matter.language;
    let mut coders: Vec<&str> = Vec::new();
    for difference in &unit.differences {
        for (name, _) in [&difference.coder, &difference.reference] {
            if !coders.contains(&name.as_str()) {
                coders.push(name);
            }
        }
    }
    let mut columns: Vec<&str> = unit.differences.iter().map(|difference| difference.column).collect();
    columns.sort_unstable();
    columns.dedup();
    let said = |column: &str, coder: &str| {
        let sides = unit.differences.iter().filter(|difference| difference.column == column);
        let mut sides = sides.flat_map(|difference| [&difference.coder, &difference.reference]);
        sides.find(|(name, _)| name == coder).map_or("", |(_, code)| if code.is_empty() { "–" } else { code.as_str() })
    };
    let rows = columns.into_iter().map(|column| (column, coders.iter().map(|coder| said(column, coder)).collect())).collect();
    Unit {
        id: &unit.id,
        letter: &unit.letter,
        begins_letter: unit.letter != before,
        number: &unit.number,
        theme: &unit.theme,
        question: unit.question.trim(),
        stretches: stretches(unit),
        rows,
        coders: coders.into_iter().map(|coder| named(coder, language)).collect(),
        reason: unit.reason.map_or("", |reason| language.pick(reason.dutch(), reason.english())),
        cues: unit
            .cues
            .iter()
            .map(|cue| {
                let known = matter.codebook.rules().iter().find(|rule| rule.id == cue.rule);
                (cue.words.as_str(), known.map_or("", |rule| rule.meaning.as_str()), cue.rule.as_str())
            })
            .collect(),
        notes: unit.notes.iter().map(|(who, note)| (who.as_str(), note.as_str())).collect(),
    }
}

fn named(coder: &str, language: Language) -> &str {
    match coder {
        MACHINE => language.pick("machine", "machine"),
        CORRECTIONS => language.pick("correctie", "correction"),
        other => other,
    }
}

/// The answer in stretches, those that cues found marked. Where page furniture was cut out of the answer its words stand elsewhere than
/// the table of cues says; a cue is marked only where its words stand at its place.
fn stretches(unit: &Disagreement) -> Vec<(&str, bool)> {
    let text = unit.answer.as_str();
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut marked: Vec<(usize, usize)> = unit
        .cues
        .iter()
        .filter_map(|cue| {
            let from = *bytes.get(cue.start.checked_sub(unit.start)?)?;
            let to = *bytes.get(cue.end.checked_sub(unit.start)?)?;
            let words = text.get(from..to)?.split_whitespace().collect::<Vec<_>>().join(" ");
            (!words.is_empty() && words == cue.words).then_some((from, to))
        })
        .collect();
    marked.sort_unstable();
    let (mut stretches, mut at) = (Vec::new(), 0);
    for (from, to) in marked {
        let from = from.max(at);
        if from < to {
            if at < from {
                stretches.push((&text[at..from], false));
            }
            stretches.push((&text[from..to], true));
            at = to;
        }
    }
    if at < text.len() {
        stretches.push((&text[at..], false));
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::stretches;
    use crate::evaluation::{Disagreement, Quoted};

    #[test]
    fn cues_are_marked_where_their_words_stand() {
        let cue = |words: &str, start, end| Quoted { rule: "r".to_owned(), words: words.to_owned(), start, end };
        let unit = |cues| Disagreement { answer: "Één stuk volgt\nin mei.".to_owned(), start: 100, cues, ..Disagreement::default() };
        let two = unit(vec![cue("volgt in mei", 109, 121), cue("stuk volgt", 104, 114)]);
        let expected = [("Één ", false), ("stuk volgt", true), ("\nin mei", true), (".", false)];
        assert_eq!(stretches(&two), expected);
        let moved = unit(vec![cue("stuk volgt", 110, 120), cue("stuk", 90, 94), cue("stuk", 400, 404)]);
        assert_eq!(stretches(&moved), [("Één stuk volgt\nin mei.", false)]);
        assert!(stretches(&Disagreement::default()).is_empty());
    }
}
