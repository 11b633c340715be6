//! Anchors: the lines at which a question, an answer or another part of the letter begins.

use std::collections::HashSet;

use super::chain::{self, Candidate};
use super::label::{self, Label, Trust};
use super::marker;
use super::numbers::Number;
use super::punctuation;
use super::sheet::{Sheet, asks};
use super::{subquestions, theme, unnumbered};

/// What begins at an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A question.
    Question,
    /// An answer.
    Answer,
    /// A line that parts the letter: `ANTWOORDEN`.
    Section,
    /// The formula with which a letter closes.
    Closing,
    /// Cells of a table that are neither question nor answer.
    Cells,
}

/// A line at which something begins.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    /// The line.
    pub line: usize,
    /// What begins.
    pub kind: Kind,
    /// The numbers printed; none on a bare marker.
    pub numbers: Vec<Number>,
    /// The byte at which its text begins.
    pub body: usize,
    /// A word announces it; else only a number.
    pub labelled: bool,
    /// The bare `Vraag` of a question that has its number already: its text proper begins here.
    pub inner: bool,
}

/// Finds the anchors of a letter, in order.
pub(super) fn anchors(sheet: &Sheet) -> Vec<Anchor> {
    let mut found: Vec<(Anchor, Label)> = Vec::new();
    for at in sheet.read(0, sheet.lines.len()) {
        found.extend(anchor(sheet, at));
    }
    headers(sheet, &mut found);
    years(sheet, &mut found);
    settle(sheet, &mut found);
    let told = |anchor: &Anchor| {
        anchor.kind == Kind::Section
            && ["beantwoording", "antwoorden", "reactie"].iter().any(|word| sheet.row(anchor.line).to_lowercase().starts_with(word))
    };
    if found.iter().filter(|(anchor, _)| told(anchor)).count() > 1 {
        found.iter_mut().filter(|(anchor, _)| told(anchor)).for_each(|(anchor, _)| anchor.kind = Kind::Answer);
    }
    let mut anchors: Vec<Anchor> = found.into_iter().map(|(anchor, _)| anchor).collect();
    grouped(&mut anchors);
    choose(sheet, &mut anchors);
    subquestions::part(sheet, &mut anchors);
    inner(&mut anchors);
    unnumbered::questions(sheet, &mut anchors);
    anchors
}

/// What line `at` may announce.
fn anchor(sheet: &Sheet, at: usize) -> Option<(Anchor, Label)> {
    let row = sheet.row(at);
    let bullet = punctuation::bullet(row);
    let start = sheet.lines[at].text.start;
    let make = |kind, numbers, body, labelled| Anchor { line: at, kind, numbers, body: start + body, labelled, inner: false };
    if marker::section(row) {
        return Some((make(Kind::Section, Vec::new(), row.len(), true), Label::default()));
    }
    if let Some(label) = label::label(&row[bullet..]) {
        return Some((announced(sheet, at, bullet, &label), label));
    }
    if marker::closes(row) && (sheet.gap(at) || row.ends_with(',')) {
        return Some((make(Kind::Closing, Vec::new(), 0, true), Label::default()));
    }
    let (number, len) = marker::bare(row)?;
    if let Some(label) = label::label(&row[len..]).filter(|label| label.trust == Trust::Sure) {
        let kind = if label.answer { Kind::Answer } else { Kind::Question };
        let numbers = if label.numbers.is_empty() { vec![number] } else { label.numbers };
        return Some((make(kind, numbers, len + label.body, true), Label::default()));
    }
    Some((make(Kind::Question, vec![number], len, false), Label::default()))
}

/// The anchor of a label that stands on line `at` after a bullet.
fn announced(sheet: &Sheet, at: usize, bullet: usize, label: &Label) -> Anchor {
    let kind = if label.answer { Kind::Answer } else { Kind::Question };
    let body = sheet.lines[at].text.start + bullet + label.body;
    Anchor { line: at, kind, numbers: label.numbers.clone(), body, labelled: true, inner: false }
}

/// Drops `Vraag` and `Antwoord` on two lines with nothing between: the header of a table.
fn headers(sheet: &Sheet, found: &mut Vec<(Anchor, Label)>) {
    let empty = |anchor: &Anchor| anchor.numbers.is_empty() && anchor.labelled && sheet.rest(anchor.body, anchor.line).trim().is_empty();
    let heads = |at: usize| {
        let pair = found.get(at..at + 2).map(|pair| (&pair[0].0, &pair[1].0));
        pair.is_some_and(|(one, two)| {
            one.kind == Kind::Question && two.kind == Kind::Answer && two.line == one.line + 1 && empty(one) && empty(two)
        })
    };
    let drop: Vec<bool> = (0..found.len()).map(|at| heads(at) || at > 0 && heads(at - 1)).collect();
    let mut drops = drop.into_iter();
    found.retain(|_| !drops.next().unwrap_or(false));
}

/// Adds the labels whose numbers are as high as years, where the question before or after such a question is there as well.
fn years(sheet: &Sheet, found: &mut Vec<(Anchor, Label)>) {
    let high = |at: usize| {
        let row = sheet.row(at);
        let bullet = punctuation::bullet(row);
        let figures = row.as_bytes().windows(4).take(40).any(|four| four.iter().all(u8::is_ascii_digit));
        let label = Some(&row[bullet..]).filter(|_| figures).and_then(label::high)?;
        Some((announced(sheet, at, bullet, &label), label))
    };
    let more: Vec<(Anchor, Label)> = sheet.read(0, sheet.lines.len()).filter_map(high).collect();
    if more.is_empty() {
        return;
    }
    let questions = found.iter().chain(&more).filter(|(anchor, _)| anchor.kind == Kind::Question && anchor.labelled);
    let asked: HashSet<u32> = questions.flat_map(|(anchor, _)| anchor.numbers.iter().map(|number| number.last)).collect();
    let runs_on = |last: u32| asked.contains(&last) && (asked.contains(&(last - 1)) || asked.contains(&(last + 1)));
    let more: Vec<_> = more.into_iter().filter(|(anchor, _)| anchor.numbers.iter().all(|number| runs_on(number.last))).collect();
    found.retain(|(anchor, _)| more.binary_search_by_key(&anchor.line, |(high, _)| high.line).is_err());
    found.extend(more);
    found.sort_by_key(|(anchor, _)| anchor.line);
}

/// Labels that count only in company: `A1:` beside `V1:`, `Antwoord Ja` beside `Vraag Is`.
fn settle(sheet: &Sheet, found: &mut Vec<(Anchor, Label)>) {
    let count = |test: &dyn Fn(&Anchor, &Label) -> bool| found.iter().filter(|(anchor, label)| test(anchor, label)).count();
    let fields = count(&|_, label| label.trust == Trust::Field) > 0;
    let short = count(&|_, label| label.trust == Trust::Short && !label.answer) > 0
        && count(&|_, label| label.trust == Trust::Short && label.answer) > 0;
    let weak_answers = count(&|_, label| label.trust == Trust::Weak && label.answer);
    let weak_questions = count(&|_, label| label.trust == Trust::Weak && !label.answer);
    let numbered = count(&|anchor, _| anchor.kind == Kind::Question && !anchor.numbers.is_empty());
    let marked = count(&|anchor, label| anchor.kind == Kind::Answer && !matches!(label.trust, Trust::Weak | Trust::Loose));
    let answers = fields || weak_questions > 0 && weak_answers > 0 || weak_answers >= 2 && weak_answers * 2 >= numbered;
    let questions = weak_questions > 0 && (weak_answers > 0 || fields || marked > 0 || weak_questions == 1 && numbered == 0);
    found.retain(|(anchor, label)| {
        let weak = if anchor.kind == Kind::Answer { answers } else { questions };
        match label.trust {
            Trust::Weak => weak,
            Trust::Loose => fields,
            Trust::Short => short,
            Trust::Sure | Trust::Field => true,
        }
    });
    loose(found);
    if fields {
        for (anchor, label) in found.iter_mut().filter(|(anchor, label)| anchor.kind == Kind::Answer && label.plain > 0) {
            anchor.numbers.clear();
            anchor.body = sheet.lines[anchor.line].text.start + label.plain;
        }
    }
}

/// Drops loose labels that do not stand where a field is due: a question below its number, an answer below its question.
fn loose(found: &mut Vec<(Anchor, Label)>) {
    let mut before: Option<(Kind, Trust)> = None;
    found.retain(|(anchor, label)| {
        let due = match anchor.kind {
            Kind::Answer => before.is_some_and(|(kind, _)| kind == Kind::Question),
            _ => before.is_some_and(|(_, trust)| trust == Trust::Field),
        };
        let keep = label.trust != Trust::Loose || due;
        if keep {
            before = Some((anchor.kind, label.trust));
        }
        keep
    });
}

/// Drops the numbers below the label of a group that name its members: `Vraag 2 en 3`, then `2. …` and `3. …`.
fn grouped(anchors: &mut Vec<Anchor>) {
    let mut group: Vec<Number> = Vec::new();
    anchors.retain(|anchor| {
        if anchor.kind != Kind::Question {
            group.clear();
        } else if anchor.labelled && !anchor.numbers.is_empty() {
            group.clone_from(&anchor.numbers);
        }
        anchor.labelled || group.len() < 2 || !anchor.numbers.iter().all(|number| group.contains(number))
    });
}

/// Keeps the numbers that run on from one question to the next, and drops those of lists.
fn choose(sheet: &Sheet, anchors: &mut Vec<Anchor>) {
    let styled = anchors.iter().filter(|anchor| !anchor.labelled && sheet.lines[anchor.line].look.styled()).count() >= 2;
    let places: Vec<usize> =
        (0..anchors.len()).filter(|at| anchors[*at].kind == Kind::Question && !anchors[*at].numbers.is_empty()).collect();
    let candidates: Vec<Candidate> = places.iter().map(|at| candidate(sheet, anchors, *at, styled)).collect();
    let chosen = chain::chain(&candidates);
    let mut keep = vec![true; anchors.len()];
    for at in &places {
        keep[*at] = anchors[*at].labelled && anchors[*at].numbers.len() > 1;
    }
    for at in &chosen {
        keep[places[*at]] = true;
    }
    let mut kept = keep.iter();
    anchors.retain(|_| kept.next().copied().unwrap_or(true));
}

/// The evidence that the number at anchor `at` is that of a question.
fn candidate(sheet: &Sheet, anchors: &[Anchor], at: usize, styled: bool) -> Candidate {
    let anchor = &anchors[at];
    let next = anchors.get(at + 1);
    let end = next.map_or(sheet.lines.len(), |next| next.line);
    let look = sheet.lines[anchor.line].look;
    let before = sheet.before(anchor.line);
    let fresh = before.is_none_or(|before| {
        theme::heads(sheet, before) || at > 0 && anchors[at - 1].line == before && anchors[at - 1].kind == Kind::Section
    });
    if anchor.labelled {
        return Candidate { numbers: anchor.numbers.clone(), weight: 6.0, fresh };
    }
    let (words, asked) = opening(sheet, anchor, end);
    let answered = next.is_some_and(|next| next.kind == Kind::Answer);
    let neighbour = |other: Option<&Anchor>| {
        other.is_some_and(|other| !other.labelled && other.kind == Kind::Question && other.line.abs_diff(anchor.line) == 1)
    };
    let listed = !asked && !requests(words) && (neighbour(next) || at > 0 && neighbour(anchors.get(at - 1)));
    let staged = anchor.numbers.iter().any(|number| !number.stem.is_empty()) && !asked && !answered;
    let when = |yes: bool, weight: f32| if yes { weight } else { 0.0 };
    let weight = -2.5
        + when(asked, 3.0)
        + when(answered, 3.0)
        + when(requests(words), 1.0)
        + when(styled && look.styled(), 1.0)
        + when(sheet.lines[anchor.line].glued && words.len() > 3, 4.0)
        + when(words.is_empty(), -3.0)
        + when(listed, -1.0)
        + when(staged, -2.0);
    Candidate { numbers: anchor.numbers.clone(), weight, fresh }
}

/// The first words below a number, and whether its first paragraph holds a question mark.
fn opening<'t>(sheet: &Sheet<'t>, anchor: &Anchor, end: usize) -> (&'t str, bool) {
    let (mut words, mut asked) = ("", false);
    for line in sheet.read(anchor.line, end).take(12) {
        let text = if line == anchor.line { sheet.rest(anchor.body, line) } else { sheet.row(line) };
        if line > anchor.line && !words.is_empty() && sheet.gap(line) {
            break;
        }
        words = if words.is_empty() { text } else { words };
        asked |= asks(text) || text.contains("? ");
    }
    (words, asked)
}

/// Words with which a question or a request begins.
#[rustfmt::skip]
const ASKING: [&str; 40] = [
    "graag", "gaarne", "kunt", "kan", "kunnen", "hoe", "wat", "waarom", "wanneer", "welke", "welk", "wie", "waar", "hoeveel", "is",
    "zijn", "heeft", "hebben", "hebt", "bent", "deelt", "klopt", "wilt", "wil", "in", "op", "bij", "verzoek", "verzoeke", "komt",
    "worden", "wordt", "zal", "gaat", "waaruit", "waarop", "waaraan", "waardoor", "overzicht", "toelichting",
];

/// Whether the words ask for something without a question mark.
pub(super) fn requests(words: &str) -> bool {
    let first = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
    ASKING.contains(&first.as_str()) || words.contains("graag") || words.contains("Graag") || words.contains("gaarne")
}

/// A bare `Vraag:` below a numbered question is a field of it.
fn inner(anchors: &mut [Anchor]) {
    let mut open = false;
    for anchor in anchors {
        match anchor.kind {
            Kind::Question if anchor.numbers.is_empty() => {
                anchor.inner = open;
                open = false;
            }
            Kind::Question => open = true,
            _ => open = false,
        }
    }
}
