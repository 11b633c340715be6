//! Answers that nothing announces: parted from their questions in the way that is usual in the letter.

use std::collections::{HashMap, HashSet};

use super::about;
use super::block::{Block, Role};
use super::numbers::Number;
use super::sheet::Sheet;
use super::split::{self, How, Split};

/// How answers are parted from questions in one letter.
struct Habit {
    /// For each question without an announced answer, the places where one may begin.
    splits: HashMap<usize, Vec<Split>>,
    /// The usual way.
    usual: How,
    /// Enough questions have an answer to believe that all have.
    many: bool,
    /// Other answers are announced.
    marked: bool,
    /// The last question.
    last: Option<usize>,
}

/// Parts answers that no word announces from their questions.
pub(super) fn part(sheet: &Sheet, blocks: Vec<Block>) -> Vec<Block> {
    let habit = habit(sheet, &blocks);
    let tails: Vec<Option<usize>> = (0..blocks.len()).map(|at| introduction(sheet, &blocks, at)).collect();
    let mut result = Vec::with_capacity(blocks.len() * 2);
    for ((at, mut block), tail) in blocks.into_iter().enumerate().zip(tails) {
        let found = habit.answer(at).map(|split| (split, Role::Answer)).or_else(|| habit.farewell(at).map(|split| (split, Role::Closing)));
        let found = found.or_else(|| tail.map(|at| (Split { at, how: How::Paragraph }, Role::Head)));
        let Some((split, role)) = found.filter(|(split, _)| block.body.start < split.at && split.at < block.span.end) else {
            result.push(block);
            continue;
        };
        let mut rest = block.clone();
        rest.role = role;
        rest.span.start = split.at;
        rest.body = rest.span;
        rest.unmarked = split.how != How::Mark || !block.labelled;
        rest.numbers.clear();
        block.span.end = split.at;
        block.body.end = split.at;
        result.push(block);
        result.push(rest);
    }
    result
}

impl Habit {
    /// Where the answer to the question in block `at` begins.
    fn answer(&self, at: usize) -> Option<Split> {
        let splits = self.splits.get(&at)?;
        let usual = splits.iter().find(|split| split.how == self.usual);
        let first = || splits.iter().find(|split| split.how != How::First || self.usual == How::Line);
        let sure = |split: &&Split| self.many || self.marked && matches!(split.how, How::Paragraph | How::Look);
        usual.or_else(first).filter(sure).copied()
    }

    /// Where what follows the last question begins, when it is no answer.
    fn farewell(&self, at: usize) -> Option<Split> {
        self.splits.get(&at).filter(|_| Some(at) == self.last)?.iter().find(|split| split.how == How::Paragraph).copied()
    }
}

fn habit(sheet: &Sheet, blocks: &[Block]) -> Habit {
    let answered: HashSet<String> =
        blocks.iter().filter(|block| block.role == Role::Answer).flat_map(|block| block.numbers.iter().map(Number::key)).collect();
    let follows = |at: usize| blocks[at + 1..].iter().find(|block| block.role != Role::Theme).map(|block| block.role);
    let open = |at: &usize| {
        let block = &blocks[*at];
        block.role == Role::Question
            && follows(*at) != Some(Role::Answer)
            && !block.numbers.iter().any(|number| answered.contains(&number.key()))
    };
    let place = |at: usize| split::splits(sheet, blocks[at].body.start, blocks[at].lines.0, blocks[at].lines.1);
    let splits: HashMap<usize, Vec<Split>> = (0..blocks.len()).filter(open).map(|at| (at, place(at))).collect();
    let last = blocks.iter().rposition(|block| block.role == Role::Question);
    let marked = blocks.iter().any(|block| block.role == Role::Answer && block.labelled);
    let believed = |at: &usize| splits.len() == 1 || Some(*at) != last;
    let parts = |splits: &&Vec<Split>| splits.first().is_some_and(|split| split.how != How::First);
    let parted = splits.iter().filter(|(at, splits)| believed(at) && parts(splits)).count();
    let all = splits.keys().filter(|at| believed(at)).count();
    let many = parted > 0 && parted * 2 >= all && (!marked || parted >= 3) && (splits.len() > 1 || marked || !about::postpones(sheet.text));
    Habit { usual: usual(&splits), splits, many, marked, last }
}

/// The way in which most questions are parted, the surer one of two.
fn usual(splits: &HashMap<usize, Vec<Split>>) -> How {
    let ways = [How::Look, How::Paragraph, How::Line, How::Mark, How::Capital];
    let count = |how: How| splits.values().filter(|splits| splits.first().is_some_and(|split| split.how == how)).count();
    let most = ways.iter().map(|how| count(*how)).max().unwrap_or(0);
    ways.into_iter().find(|how| count(*how) == most).unwrap_or(How::Paragraph)
}

/// Where all questions stand first: the byte at which the last of them ends and the answers are introduced.
fn introduction(sheet: &Sheet, blocks: &[Block], at: usize) -> Option<usize> {
    let (block, next) = (&blocks[at], blocks.get(at + 1)?);
    let other = next.role == Role::Answer && !next.numbers.is_empty() && !block.numbers.iter().any(|number| next.numbers.contains(number));
    if block.role != Role::Question || block.numbers.is_empty() || !other {
        return None;
    }
    let splits = split::splits(sheet, block.body.start, block.lines.0, block.lines.1);
    splits.iter().find(|split| split.how == How::Paragraph).map(|split| split.at)
}
