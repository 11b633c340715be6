//! From the lines of a source to a letter: anchors, blocks, pairs, parts.

use std::collections::HashMap;

use super::anchor::{self, Anchor, Kind};
use super::block::{self, Block, Role};
use super::numbers::Number;
use super::pair::{self, Pairs};
use super::passage::Cuts;
use super::sheet::Sheet;
use super::split::{self, How, Split};
use super::{Exchange, Letter, LetterKind, Part, PartKind, Passage, Question, Theme, about, columns, furniture, grid, line, note};
use crate::source::Source;
use crate::text::Span;

/// Reads a letter: its themes, questions and answers, what it says of itself, and what was not understood.
///
/// Never fails: what it cannot read becomes [`PartKind::Unparsed`].
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
    let text = source.text.as_str();
    let lines = line::lines(source);
    let mut out = furniture::furniture(text, &lines, &source.marks);
    let notes = note::notes(text, &lines, &out);
    out.iter_mut().zip(&notes.lines).for_each(|(out, note)| *out |= note);
    let mut sheet = Sheet { text, lines, out };
    let anchors = columns::anchors(&mut sheet).or_else(|| grid::anchors(&mut sheet)).unwrap_or_else(|| anchor::anchors(&sheet));
    let cuts = Cuts::of(text, &sheet.lines, &sheet.out, notes.marks);
    let blocks = unmarked(&sheet, block::blocks(&sheet, &anchors));
    let pairs = pair::pair(text, &blocks);
    let mut letter = Letter { id: source.id.clone(), file: source.file.clone(), text: source.text.clone(), ..Letter::default() };
    letter.warnings.clone_from(&pairs.warnings);
    letter.themes = themes(text, &cuts, &pairs, &source.id);
    let head = anchors
        .iter()
        .find(|anchor| matches!(anchor.kind, Kind::Question | Kind::Answer))
        .map_or(text.len(), |anchor| sheet.start(anchor.line));
    letter.about = about::about(&sheet, head);
    letter.about.kind = kind(&letter, &sheet, &anchors);
    letter.parts = parts(&sheet, &blocks, letter.about.kind);
    letter
}

/// Parts answers that no word announces from their questions.
fn unmarked(sheet: &Sheet, blocks: Vec<Block>) -> Vec<Block> {
    let answers: std::collections::HashSet<String> =
        blocks.iter().filter(|block| block.role == Role::Answer).flat_map(|block| block.numbers.iter().map(Number::key)).collect();
    let follows = |at: usize| blocks[at + 1..].iter().find(|block| !matches!(block.role, Role::Theme)).map(|block| block.role);
    let open: Vec<usize> = (0..blocks.len())
        .filter(|at| {
            blocks[*at].role == Role::Question
                && follows(*at) != Some(Role::Answer)
                && !blocks[*at].numbers.iter().any(|number| answers.contains(&number.key()))
        })
        .collect();
    let found: HashMap<usize, Vec<Split>> =
        open.iter().map(|at| (*at, split::splits(sheet, blocks[*at].body.start, blocks[*at].lines.0, blocks[*at].lines.1))).collect();
    let mut habits: HashMap<How, usize> = HashMap::new();
    found.values().filter_map(|splits| splits.first()).for_each(|split| *habits.entry(split.how).or_default() += 1);
    let habit = [How::Look, How::Paragraph, How::Line, How::Mark, How::Capital]
        .into_iter()
        .max_by_key(|how| (habits.get(how).copied().unwrap_or(0), *how != How::Capital));
    let last = blocks.iter().rposition(|block| block.role == Role::Question);
    let parted = found.iter().filter(|(at, splits)| !splits.is_empty() && (open.len() == 1 || Some(**at) != last)).count();
    let others = if open.len() == 1 { 1 } else { open.iter().filter(|at| Some(**at) != last).count() };
    let marked = blocks.iter().any(|block| block.role == Role::Answer && block.labelled);
    let many =
        parted > 0 && parted * 2 >= others && (!marked || parted >= 3) && (open.len() > 1 || marked || !about::postpones(sheet.text));
    let mut result = Vec::with_capacity(blocks.len() + parted);
    for (at, mut block) in blocks.into_iter().enumerate() {
        let splits = found.get(&at).map_or(&[][..], Vec::as_slice);
        let usual = splits.iter().find(|split| Some(split.how) == habit).or(splits.first());
        let chosen = usual.filter(|split| many || marked && matches!(split.how, How::Paragraph | How::Look));
        let farewell = (chosen.is_none() && Some(at) == last).then(|| splits.iter().find(|split| split.how == How::Paragraph)).flatten();
        let Some(split) = chosen.or(farewell).filter(|split| block.body.start < split.at && split.at < block.span.end) else {
            result.push(block);
            continue;
        };
        let mut answer = block.clone();
        answer.role = if chosen.is_some() { Role::Answer } else { Role::Closing };
        answer.span.start = split.at;
        answer.body = answer.span;
        answer.unmarked = !(matches!(split.how, How::Mark) && block.labelled);
        answer.numbers.clear();
        block.span.end = split.at;
        block.body.end = split.at;
        result.push(block);
        result.push(answer);
    }
    result
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

/// Several stretches read as one, a line each.
fn joined(text: &str, cuts: &Cuts, spans: &[Span]) -> Passage {
    let mut pieces: Vec<Span> = Vec::new();
    for span in spans {
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
    } else if any {
        LetterKind::Questions
    } else {
        LetterKind::Other
    }
}

/// Every byte of the text with what it was understood to be.
fn parts(sheet: &Sheet, blocks: &[Block], kind: LetterKind) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut push = |span: Span, kind: PartKind| match parts.last_mut() {
        _ if span.is_empty() => {}
        Some(last) if last.kind == kind && last.span.end == span.start => last.span.end = span.end,
        _ => parts.push(Part { span, kind }),
    };
    let mut line = 0;
    for block in blocks {
        let kind = match block.role {
            Role::Head if kind == LetterKind::Other => PartKind::Unparsed,
            Role::Head => PartKind::Head,
            Role::Theme => PartKind::Theme,
            Role::Question => PartKind::Question,
            Role::Answer => PartKind::Answer,
            Role::Closing => PartKind::Closing,
        };
        let mut at = block.span.start;
        while line < sheet.lines.len() && sheet.start(line) < block.span.end {
            let span = sheet.lines[line].span;
            if sheet.out[line] && span.start >= block.span.start {
                push(Span::new(at, span.start), kind);
                push(span, PartKind::Furniture);
                at = span.end;
            }
            line += 1;
        }
        push(Span::new(at.min(block.span.end), block.span.end), kind);
    }
    let end = parts.last().map_or(0, |part| part.span.end);
    if end < sheet.text.len() {
        parts.push(Part { span: Span::new(end, sheet.text.len()), kind: PartKind::Unparsed });
    }
    parts
}
