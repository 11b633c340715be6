//! Questions and answers find each other: by number, by place, by what stands between them.

use std::collections::{HashMap, HashSet, VecDeque};

use super::block::{Block, Role};
use super::numbers::Number;
use super::unanswered;
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
    /// Answers that are given a second time in the same words.
    pub again: HashSet<Span>,
}

impl Pairs {
    /// The answers that serve a question.
    pub fn served(&self) -> HashSet<Span> {
        self.asked.iter().filter_map(|asked| asked.answer).flat_map(|answer| self.answers[answer].iter().copied()).collect()
    }
}

/// How many questions in a row a bare `Antwoord` can serve.
const SERVED: usize = 8;

/// Brings questions and answers together.
pub(super) fn pair(text: &str, blocks: &[Block]) -> Pairs {
    let mut pairing = Pairing::new(text);
    for (place, block) in blocks.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| blocks[before].role);
        match block.role {
            Role::Theme => pairing.theme(block.body),
            Role::Question => pairing.question(block, place, before),
            Role::Answer => pairing.answer(block, before),
            Role::Head => pairing.open.clear(),
            Role::Closing => {}
        }
    }
    pairing.finish(blocks.len())
}

/// The state of the pairing on its way through the blocks.
struct Pairing<'t> {
    text: &'t str,
    pairs: Pairs,
    theme: usize,
    titles: HashMap<String, usize>,
    /// Questions without an answer, by number.
    waiting: HashMap<String, VecDeque<usize>>,
    /// The last question with a number.
    latest: HashMap<String, usize>,
    /// Questions by number and first letters.
    known: HashMap<(String, String), Vec<usize>>,
    /// Questions since the last answer.
    open: Vec<usize>,
    /// Answers to numbers that were not asked yet.
    orphans: Vec<(usize, Number)>,
}

impl<'t> Pairing<'t> {
    fn new(text: &'t str) -> Self {
        let pairs = Pairs { titles: vec![None], asked: Vec::new(), answers: Vec::new(), warnings: Vec::new(), again: HashSet::new() };
        Self {
            text,
            pairs,
            theme: 0,
            titles: HashMap::new(),
            waiting: HashMap::new(),
            latest: HashMap::new(),
            known: HashMap::new(),
            open: Vec::new(),
            orphans: Vec::new(),
        }
    }

    /// A heading; one that comes back goes on with its theme.
    fn theme(&mut self, title: Span) {
        let titles = &mut self.pairs.titles;
        self.theme = *self.titles.entry(title.of(self.text).to_lowercase()).or_insert_with(|| {
            titles.push(Some(title));
            titles.len() - 1
        });
    }

    fn question(&mut self, block: &Block, place: usize, before: Option<Role>) {
        if before == Some(Role::Answer) {
            self.open.clear();
        }
        // A question that is withdrawn waits for no answer, so the answer of the next one is not its answer too.
        let said = block.body.of(self.text);
        let note = unanswered::last_line(said);
        let open = note.is_none() && !unanswered::is_note(said);
        let body = note.map_or(block.body, |at| Span::new(block.body.start, block.body.start + said[..at].trim_end().len()));
        for number in block.numbers.iter().cloned().map(Some).chain(block.numbers.is_empty().then_some(None)) {
            let known = number.as_ref().and_then(|number| self.repeated(number, body));
            let asked = known.unwrap_or(self.pairs.asked.len());
            if open {
                self.open.push(asked);
            }
            if let Some(known) = known {
                if self.pairs.asked[known].answer.is_none() && self.theme > 0 {
                    self.pairs.asked[known].theme = self.theme;
                }
                continue;
            }
            if let Some(number) = &number {
                self.waiting.entry(number.key()).or_default().push_back(asked);
                self.latest.insert(number.key(), asked);
                self.known.entry((number.key(), letters(body.of(self.text), 12))).or_default().push(asked);
            }
            self.pairs.asked.push(Asked { number, text: body, theme: self.theme, answer: None, place });
        }
    }

    fn answer(&mut self, block: &Block, before: Option<Role>) {
        let answer = self.pairs.answers.len();
        self.pairs.answers.push(vec![block.body]);
        let served =
            if block.numbers.is_empty() { self.served(block) } else { self.numbered(block, answer, before == Some(Role::Question)) };
        for asked in served {
            self.attach(asked, answer);
        }
        self.open.clear();
    }

    /// The questions that an answer without numbers serves: those just asked; those of one marker when it was found below it.
    fn served(&self, block: &Block) -> Vec<usize> {
        let place = |asked: usize| self.pairs.asked[asked].place;
        let last = self.open.last().map(|last| place(*last));
        let with_the_last = |asked: &usize| Some(place(*asked)) == last;
        if block.unmarked || self.open.len() > SERVED {
            self.open.iter().copied().filter(with_the_last).collect()
        } else {
            self.open.clone()
        }
    }

    /// The questions with the numbers of an answer; `directly` after a question, a wrong number is forgiven.
    fn numbered(&mut self, block: &Block, answer: usize, directly: bool) -> Vec<usize> {
        let mut found = Vec::new();
        let mut missing = Vec::new();
        for number in &block.numbers {
            match self.find(number) {
                Some(asked) => found.push(asked),
                None => missing.push((answer, number.clone())),
            }
        }
        if let ([only], [], [_]) = (self.open.as_slice(), found.as_slice(), missing.as_slice())
            && directly
            && self.pairs.asked[*only].answer.is_none()
        {
            return vec![*only];
        }
        self.orphans.append(&mut missing);
        found
    }

    /// The question with a number: among those just asked, the first without an answer, or the one of which it is a part.
    fn find(&mut self, number: &Number) -> Option<usize> {
        let key = number.key();
        let asked = &self.pairs.asked;
        let printed = |at: &usize| asked[*at].number.as_ref().is_some_and(|other| other.key() == key);
        if let Some(near) = self.open.iter().copied().find(printed) {
            return Some(near);
        }
        if let Some(waiting) = self.waiting.get_mut(&key) {
            while waiting.front().is_some_and(|front| asked[*front].answer.is_some()) {
                waiting.pop_front();
            }
            if let Some(front) = waiting.front() {
                return Some(*front);
            }
        }
        let blank = |at: &usize| {
            asked[*at].answer.is_some_and(|answer| {
                self.pairs.answers[answer]
                    .iter()
                    .map(|span| span.of(self.text))
                    .all(|said| said.trim().is_empty() || unanswered::is_note(said))
            })
        };
        let whole = number.whole().key();
        self.latest.get(&key).copied().filter(blank).or_else(|| self.latest.get(&whole).copied().filter(|_| number.letter > 0))
    }

    fn attach(&mut self, asked: usize, answer: usize) {
        match self.pairs.asked[asked].answer {
            Some(before) if before != answer => {
                let said = |answer: usize| self.pairs.answers[answer].last().map_or("", |span| span.of(self.text).trim());
                if said(before) == said(answer) {
                    self.pairs.again.extend(self.pairs.answers[answer].iter().copied());
                    return;
                }
                let more = self.pairs.answers[answer].clone();
                self.pairs.answers[before].extend(more);
            }
            _ => self.pairs.asked[asked].answer = Some(answer),
        }
    }

    /// The question with this number whose text is the same: a contents list, or questions repeated.
    fn repeated(&self, number: &Number, body: Span) -> Option<usize> {
        let same = self.known.get(&(number.key(), letters(body.of(self.text), 12)))?;
        same.iter().copied().find(|asked| alike(self.pairs.asked[*asked].text.of(self.text), body.of(self.text)))
    }

    fn finish(mut self, end: usize) -> Pairs {
        for (answer, number) in std::mem::take(&mut self.orphans) {
            let asked = self.find(&number).unwrap_or_else(|| {
                let asked = self.pairs.asked.len();
                self.latest.insert(number.key(), asked);
                self.pairs.asked.push(Asked { number: Some(number), text: Span::default(), theme: 0, answer: None, place: end });
                asked
            });
            self.attach(asked, answer);
        }
        for answer in &mut self.pairs.answers {
            answer.sort_unstable();
        }
        gaps(&mut self.pairs);
        self.pairs
    }
}

/// The first letters and figures of a text, in small letters.
fn letters(text: &str, most: usize) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).take(most).flat_map(char::to_lowercase).collect()
}

/// Whether two texts begin with the same letters, or one is the beginning of the other.
fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (letters(one, 40), letters(other, 40));
    one == other || one.len().min(other.len()) >= 12 && (one.starts_with(&other) || other.starts_with(&one))
}

/// Warnings for numbers that are missing or come twice.
fn gaps(pairs: &mut Pairs) {
    let mut last: HashMap<String, Number> = HashMap::new();
    let mut warnings = Vec::new();
    let mut order: Vec<&Asked> = pairs.asked.iter().collect();
    order.sort_by_key(|asked| asked.place);
    let all: HashSet<(usize, &str)> =
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
