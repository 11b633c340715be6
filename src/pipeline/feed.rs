//! What there is to code, in order and in portions.

use std::collections::BTreeMap;
use std::fs;
use std::iter;
use std::path::PathBuf;

use crate::error::Problem;
use crate::source::{Columns, Group, Input, Table};

/// Something to code, or to list.
#[derive(Debug)]
pub(super) enum Item {
    /// A letter to read from its file.
    Letter { path: PathBuf, id: String },
    /// A table; its letters follow.
    Table(PathBuf),
    /// A letter of a table.
    Group(Group),
    /// Something that could not be read.
    Problem(Problem),
}

/// Bytes of text that one task codes: enough to outweigh the cost of a task.
const BATCH: u64 = 64 << 10;

/// All items in order, by the batch.
pub(super) fn batches(inputs: Vec<Input>, problems: Vec<Problem>, columns: &Columns) -> impl Iterator<Item = Vec<Item>> {
    let items = problems.into_iter().map(Item::Problem).chain(inputs.into_iter().flat_map(move |input| items(input, columns)));
    gathered(items, BATCH, Item::weight)
}

fn items(input: Input, columns: &Columns) -> Box<dyn Iterator<Item = Item>> {
    let path = match input {
        Input::Letter { path, id } => return Box::new(iter::once(Item::Letter { path, id })),
        Input::Table(path) => path,
    };
    match Table::open(&path, columns) {
        Ok(table) => Box::new(iter::once(Item::Table(path)).chain(table.map(|group| group.map_or_else(Item::Problem, Item::Group)))),
        Err(error) => Box::new(iter::once(Item::Problem(Problem::from_error(&error, "read")))),
    }
}

impl Item {
    /// Bytes of text, roughly.
    fn weight(&self) -> u64 {
        match self {
            Self::Letter { path, .. } => fs::metadata(path).map_or(0, |about| about.len()),
            Self::Group(group) => group.rows.iter().map(|row| (row.question.len() + row.answer.len()) as u64 + 200).sum(),
            Self::Table(_) => BATCH,
            Self::Problem(_) => 200,
        }
    }
}

/// The things in lists that each weigh at least `limit`, but for the last.
fn gathered<T>(mut things: impl Iterator<Item = T>, limit: u64, weight: impl Fn(&T) -> u64) -> impl Iterator<Item = Vec<T>> {
    iter::from_fn(move || {
        let (mut list, mut sum) = (Vec::new(), 0);
        while sum < limit {
            let Some(thing) = things.next() else { break };
            sum += weight(&thing);
            list.push(thing);
        }
        (!list.is_empty()).then_some(list)
    })
}

/// Things that come with their places, by place.
pub(super) fn in_order<T>(things: impl Iterator<Item = (usize, T)>) -> impl Iterator<Item = T> {
    let (mut early, mut next) = (BTreeMap::new(), 0);
    things.flat_map(move |(place, thing)| {
        early.insert(place, thing);
        let ready: Vec<T> = iter::from_fn(|| early.remove(&next).inspect(|_| next += 1)).collect();
        ready
    })
}

#[cfg(test)]
mod tests {
    use super::{gathered, in_order};

    #[test]
    fn gathers_in_order_up_to_the_limit() {
        let lists: Vec<Vec<u64>> = gathered([3, 3, 9, 1, 1].into_iter(), 5, |n| *n).collect();
        assert_eq!(lists, [vec![3, 3], vec![9], vec![1, 1]]);
    }
    #[test]
    fn what_comes_early_waits_for_its_turn() {
        let ordered = |things: &[(usize, char)]| in_order(things.iter().copied()).collect::<String>();
        assert_eq!(ordered(&[(2, 'c'), (0, 'a'), (1, 'b'), (4, 'e'), (3, 'd')]), "abcde");
        assert_eq!(ordered(&[(2, 'c'), (0, 'a')]), "a");
    }
}
