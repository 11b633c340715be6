//! From the lines of a source to a letter: anchors, blocks, pairs, parts.

use std::collections::HashMap;

use super::anchor::{self, Anchor, Kind};
use super::block;
use super::pair::{self, Pairs};
use super::passage::Cuts;
use super::sheet::Sheet;
use super::{
    Exchange, Letter, LetterKind, Passage, Positions, Question, Theme, about, cells, columns, furniture, grid, line, note, parts, running,
    unanswered, unmarked,
};
use crate::source::{Mark, MarkKind, Source};
use crate::text::Span;

/// Reads a letter: its themes, questions and answers, what it says of itself, and what was not understood.
///
/// Never fails: what it cannot read becomes [`super::PartKind::Unparsed`].
///
/// # Example: two questions with one answer
/// ```
/// use antwoordmeter::letter::parse;
/// use antwoordmeter::source::Source;
/// let text = "Vraag 1\nHoeveel?\nVraag 2\nWaarom?\nAntwoord 1 en 2\nDrie, uit voorzorg.\n";
/// let letter = parse(&Source { id: "brief".into(), text: text.into(), ..Source::default() });
/// let (_, exchange) = letter.exchanges().next().expect("an answer");
/// assert_eq!(exchange.questions[1].id, "brief#2");
/// assert_eq!(exchange.answer.text(&letter.text), "Drie, uit voorzorg.");
/// ```
pub fn parse(source: &Source) -> Letter {
    let letter = understood(source);
    let aside = |mark: &Mark| mark.kind == MarkKind::Aside;
    if letter.about.kind == LetterKind::Other && source.marks.iter().any(aside) {
        // A page may put its text where others put what stands beside it.
        let mut whole = source.clone();
        whole.marks.retain(|mark| !aside(mark));
        return understood(&whole);
    }
    letter
}

fn understood(source: &Source) -> Letter {
    let within = running::running(&source.text);
    let blank = (!within.is_empty()).then(|| running::blanked(&source.text, &within));
    let text = blank.as_deref().unwrap_or(&source.text);
    let lines = line::lines(text, &source.marks);
    let mut out = furniture::furniture(text, &lines, &source.marks);
    let notes = note::notes(text, &lines, &out, &source.marks);
    out.iter_mut().zip(&notes.lines).for_each(|(out, note)| *out |= note);
    let (sheet, anchors) = laid_out(Sheet { text, lines, out }, &source.marks);
    let cuts = Cuts::of(text, &sheet.lines, &sheet.out, [notes.marks.as_slice(), &within].concat());
    let blocks = unmarked::part(&sheet, block::blocks(&sheet, &anchors));
    let pairs = pair::pair(text, &blocks);
    let positions = Positions::of(&source.marks);
    let mut letter = Letter { id: source.id.clone(), file: source.file.clone(), text: source.text.clone(), positions, ..Letter::default() };
    letter.warnings = source.warnings.iter().chain(&pairs.warnings).cloned().collect();
    letter.themes = themes(text, &cuts, &pairs, &source.id);
    let head = anchors
        .iter()
        .find(|anchor| matches!(anchor.kind, Kind::Question | Kind::Answer))
        .map_or(text.len(), |anchor| sheet.start(anchor.line));
    let sheet = Sheet { text: &source.text, ..sheet };
    letter.about = about::about(&sheet, head);
    letter.about.kind = kind(&letter, &sheet, &anchors);
    letter.parts = parts::parts(&sheet, &blocks, &within, &pairs, letter.about.kind);
    letter
}

/// The sheet and its anchors, read as a table when the format tells one, or when that finds at least half of the questions.
fn laid_out<'t>(sheet: Sheet<'t>, marks: &[Mark]) -> (Sheet<'t>, Vec<Anchor>) {
    let plain = anchor::anchors(&sheet);
    if let Some(told) = cells::anchors(&sheet, &plain, marks) {
        return told;
    }
    let questions = |anchors: &[Anchor]| anchors.iter().filter(|anchor| anchor.kind == Kind::Question).count();
    let table = [columns::anchors, grid::anchors]
        .into_iter()
        .find_map(|read| read(&sheet).filter(|(_, anchors)| questions(anchors) * 2 >= questions(&plain)));
    table.unwrap_or((sheet, plain))
}

/// The themes with their exchanges.
fn themes(text: &str, cuts: &Cuts, pairs: &Pairs, id: &str) -> Vec<Theme> {
    let mut themes: Vec<Theme> = pairs
        .titles
        .iter()
        .map(|title| Theme { title: title.map(|span| span.of(text).to_owned()).unwrap_or_default(), span: *title, exchanges: Vec::new() })
        .collect();
    let mut placed: HashMap<usize, (usize, usize)> = HashMap::new();
    let mut unnumbered = 0;
    for asked in &pairs.asked {
        let number = asked.number.as_ref().map_or_else(
            || {
                unnumbered += 1;
                format!("u{unnumbered}")
            },
            |number| number.printed.clone(),
        );
        let mut question = Question { number, id: String::new(), text: cuts.passage(text, asked.text), theme: None };
        if let Some((theme, exchange)) = asked.answer.and_then(|answer| placed.get(&answer)) {
            question.theme = (*theme != asked.theme).then(|| themes[asked.theme].title.clone());
            themes[*theme].exchanges[*exchange].questions.push(question);
            continue;
        }
        let answer = asked.answer.map(|answer| joined(text, cuts, &pairs.answers[answer])).unwrap_or_default();
        if let Some(answer) = asked.answer {
            placed.insert(answer, (asked.theme, themes[asked.theme].exchanges.len()));
        }
        themes[asked.theme].exchanges.push(Exchange { questions: vec![question], answer });
    }
    themes.retain(|theme| !theme.exchanges.is_empty());
    identify(&mut themes, id);
    themes
}

/// Several stretches read as one, a line each; a note that nothing was answered is no answer.
fn joined(text: &str, cuts: &Cuts, spans: &[Span]) -> Passage {
    let mut pieces: Vec<Span> = Vec::new();
    for span in spans.iter().filter(|span| !unanswered::is_note(span.of(text))) {
        if let Some(last) = pieces.last_mut().filter(|last| text[last.end..].starts_with('\n')) {
            last.end += 1;
        }
        pieces.extend(cuts.passage(text, *span).pieces);
    }
    Passage { pieces }
}

/// Gives each question its id: the letter and the number, with the theme's place where numbers come back.
fn identify(themes: &mut [Theme], letter: &str) {
    let mut counts: HashMap<String, u32> = HashMap::new();
    for question in themes.iter().flat_map(|theme| &theme.exchanges).flat_map(|exchange| &exchange.questions) {
        *counts.entry(question.number.clone()).or_default() += 1;
    }
    let anew = counts.values().any(|count| *count > 1);
    let mut seen: HashMap<String, u32> = HashMap::new();
    for (place, theme) in themes.iter_mut().enumerate() {
        for question in theme.exchanges.iter_mut().flat_map(|exchange| &mut exchange.questions) {
            let name = if anew { format!("{letter}#{}.{}", place + 1, question.number) } else { format!("{letter}#{}", question.number) };
            let times = seen.entry(name.clone()).or_default();
            *times += 1;
            question.id = if *times > 1 { format!("{name}-{times}") } else { name };
        }
    }
}

/// What kind of document it is.
fn kind(letter: &Letter, sheet: &Sheet, anchors: &[Anchor]) -> LetterKind {
    let mut exchanges = letter.exchanges().peekable();
    let any = exchanges.peek().is_some();
    if exchanges.any(|(_, exchange)| !exchange.answer.is_empty()) {
        return LetterKind::Answer;
    }
    let notice = anchors.iter().any(|anchor| anchor.kind == Kind::Section && sheet.row(anchor.line).eq_ignore_ascii_case("mededeling"));
    if notice || about::postpones(sheet.text) {
        LetterKind::Postponement
    } else if any || about::asks(sheet.text) {
        LetterKind::Questions
    } else {
        LetterKind::Other
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::source::{Mark, MarkKind, Source};
    use crate::text::Span;

    #[test]
    fn a_page_that_is_all_beside_the_text_is_read() {
        let text = "Vraag 9\nZoekt u iets?\nVraag 1\nHoeveel bomen?\nAntwoord\nTwaalf.\n";
        let numbers = |end| {
            let marks = vec![Mark { span: Span::new(0, end), kind: MarkKind::Aside }];
            let letter = parse(&Source { text: text.into(), marks, ..Source::default() });
            letter.exchanges().flat_map(|(_, exchange)| exchange.questions.clone()).map(|question| question.number).collect::<Vec<_>>()
        };
        assert_eq!(numbers(21), ["1"]);
        assert_eq!(numbers(text.len()), ["9", "1"]);
    }
}
