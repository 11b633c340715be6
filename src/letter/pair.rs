//! Questions and answers find each other: by number, by place, by what stands between them.

use std::collections::HashMap;

use super::block::{Block, Role};
use super::numbers::Number;
use crate::text::Span;

/// A question with what was found of it.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// As printed; `None` where none is.
    pub number: Option<Number>,
    /// Its text; empty when the letter gives only the answer.
    pub text: Span,
    /// Index in [`Pairs::titles`].
    pub theme: usize,
    /// Index in [`Pairs::answers`].
    pub answer: Option<usize>,
    /// Where it stands among the blocks.
    place: usize,
}

/// All questions and answers of a letter.
#[derive(Debug)]
pub(super) struct Pairs {
    /// Themes in order; the first is that of questions without one.
    pub titles: Vec<Option<Span>>,
    /// Questions in order.
    pub asked: Vec<Asked>,
    /// The stretches of each answer.
    pub answers: Vec<Vec<Span>>,
    /// What a reader should know.
    pub warnings: Vec<String>,
}

/// How many questions in a row a bare `Antwoord` can serve.
const SERVED: usize = 8;

/// Brings questions and answers together.
pub(super) fn pair(text: &str, blocks: &[Block]) -> Pairs {
    let mut pairs = Pairs { titles: vec![None], asked: Vec::new(), answers: Vec::new(), warnings: Vec::new() };
    let mut titles: HashMap<String, usize> = HashMap::new();
    let mut theme = 0;
    let mut by_number: HashMap<String, Vec<usize>> = HashMap::new();
    let mut open: Vec<usize> = Vec::new();
    let mut orphans: Vec<(usize, Number)> = Vec::new();
    for (place, block) in blocks.iter().enumerate() {
        match block.role {
            Role::Theme => {
                let title = block.body.of(text).to_lowercase();
                theme = *titles.entry(title).or_insert_with(|| {
                    pairs.titles.push(Some(block.body));
                    pairs.titles.len() - 1
                });
            }
            Role::Question => {
                if blocks.get(place.wrapping_sub(1)).is_none_or(|before| before.role == Role::Answer) {
                    open.clear();
                }
                for number in block.numbers.iter().cloned().map(Some).chain(block.numbers.is_empty().then_some(None)) {
                    let known = number.as_ref().and_then(|number| repeated(text, &pairs, &by_number, number, block.body));
                    if let Some(known) = known {
                        let asked = &mut pairs.asked[known];
                        if asked.answer.is_none() && theme > 0 {
                            asked.theme = theme;
                        }
                        open.push(known);
                        continue;
                    }
                    open.push(pairs.asked.len());
                    if let Some(number) = &number {
                        by_number.entry(number.printed.clone()).or_default().push(pairs.asked.len());
                    }
                    pairs.asked.push(Asked { number, text: block.body, theme, answer: None, place });
                }
            }
            Role::Answer => {
                let answer = pairs.answers.len();
                pairs.answers.push(vec![block.body]);
                let served = served(&pairs, &by_number, &open, block, answer, &mut orphans, blocks, place);
                for asked in served {
                    attach(&mut pairs, asked, answer);
                }
                open.clear();
            }
            Role::Head => open.clear(),
            Role::Closing => {}
        }
    }
    for (answer, number) in orphans {
        let waiting =
            by_number.get(&number.printed).and_then(|places| places.iter().find(|asked| pairs.asked[**asked].answer.is_none()).copied());
        let asked = waiting.unwrap_or_else(|| {
            let place = pairs.asked.len();
            by_number.entry(number.printed.clone()).or_default().push(place);
            pairs.asked.push(Asked { number: Some(number), text: Span::default(), theme: 0, answer: None, place: blocks.len() });
            place
        });
        attach(&mut pairs, asked, answer);
    }
    gaps(&mut pairs);
    pairs
}

/// The questions that an answer serves.
#[allow(clippy::too_many_arguments, reason = "one step of a loop, with the state of that loop")]
fn served(
    pairs: &Pairs,
    by_number: &HashMap<String, Vec<usize>>,
    open: &[usize],
    block: &Block,
    answer: usize,
    orphans: &mut Vec<(usize, Number)>,
    blocks: &[Block],
    place: usize,
) -> Vec<usize> {
    if block.numbers.is_empty() {
        let first = if block.unmarked || open.len() > SERVED { open.len().saturating_sub(1) } else { 0 };
        return open[first..].to_vec();
    }
    let mut found = Vec::new();
    for number in &block.numbers {
        let places = by_number.get(&number.printed).map_or(&[][..], Vec::as_slice);
        let near = open.iter().copied().find(|asked| places.contains(asked));
        let waiting = places.iter().copied().find(|asked| pairs.asked[*asked].answer.is_none());
        match near.or(waiting) {
            Some(asked) => found.push(asked),
            None => orphans.push((answer, number.clone())),
        }
    }
    let directly = place > 0 && blocks[place - 1].role == Role::Question && open.len() == 1;
    if found.is_empty() && directly && block.numbers.len() == 1 && pairs.asked[open[0]].answer.is_none() {
        orphans.retain(|(orphan, _)| *orphan != answer);
        return open.to_vec();
    }
    found
}

fn attach(pairs: &mut Pairs, asked: usize, answer: usize) {
    match pairs.asked[asked].answer {
        Some(before) if before != answer => {
            let more = pairs.answers[answer].clone();
            pairs.answers[before].extend(more);
        }
        _ => pairs.asked[asked].answer = Some(answer),
    }
}

/// The question with this number whose text is the same: a contents list, or questions repeated.
fn repeated(text: &str, pairs: &Pairs, by_number: &HashMap<String, Vec<usize>>, number: &Number, body: Span) -> Option<usize> {
    let places = by_number.get(&number.printed)?;
    places.iter().copied().find(|asked| alike(pairs.asked[*asked].text.of(text), body.of(text)))
}

/// Whether two texts begin with the same letters, or one is the beginning of the other.
fn alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).take(40).flat_map(char::to_lowercase).collect::<String>();
    let (one, other) = (letters(one), letters(other));
    let shorter = one.len().min(other.len());
    shorter >= 12 && one.as_bytes()[..shorter] == other.as_bytes()[..shorter] || one == other
}

/// Warnings for numbers that are missing or come twice.
fn gaps(pairs: &mut Pairs) {
    let mut last: HashMap<String, Number> = HashMap::new();
    let mut warnings = Vec::new();
    let mut order: Vec<&Asked> = pairs.asked.iter().collect();
    order.sort_by_key(|asked| asked.place);
    let all: std::collections::HashSet<(usize, &str)> =
        order.iter().filter_map(|asked| asked.number.as_ref().map(|number| (0, number.printed.as_str()))).collect();
    let mut seen: HashMap<(usize, &str), u32> = HashMap::new();
    for asked in &order {
        let Some(number) = &asked.number else { continue };
        *seen.entry((asked.theme, &number.printed)).or_default() += 1;
        if let Some(before) = last.get(&number.stem)
            && number.last > before.last + 1
        {
            for missing in (before.last + 1..number.last).take(20) {
                let printed = format!("{}{missing}", number.stem);
                let lettered = all.iter().any(|(_, other)| {
                    other.strip_prefix(printed.as_str()).is_some_and(|rest| rest.len() == 1 && rest.starts_with(char::is_alphabetic))
                });
                if !all.contains(&(0, printed.as_str())) && !lettered {
                    warnings.push(format!("question {printed} is missing"));
                }
            }
        }
        last.insert(number.stem.clone(), number.clone());
    }
    let mut twice: Vec<_> =
        seen.into_iter().filter(|(_, count)| *count > 1).map(|((_, printed), count)| (printed.to_owned(), count)).collect();
    twice.sort();
    warnings.extend(twice.into_iter().map(|(printed, count)| format!("question {printed} occurs {count} times under one theme")));
    pairs.warnings.extend(warnings);
}
