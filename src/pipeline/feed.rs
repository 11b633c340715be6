//! What there is to code, in order and in portions.

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

/// Bytes of text that are coded before any of it is written: what memory is held for.
const CHUNK: u64 = 2 << 20;

/// Batches of items in order, by the chunk.
pub(super) fn chunks(inputs: Vec<Input>, problems: Vec<Problem>, columns: &Columns) -> impl Iterator<Item = Vec<Vec<Item>>> {
    let items = problems.into_iter().map(Item::Problem).chain(inputs.into_iter().flat_map(move |input| items(input, columns)));
    gathered(gathered(items, BATCH, Item::weight), CHUNK, |batch| batch.iter().map(Item::weight).sum())
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

#[cfg(test)]
mod tests {
    use super::gathered;

    #[test]
    fn gathers_in_order_up_to_the_limit() {
        let lists: Vec<Vec<u64>> = gathered([3, 3, 9, 1, 1].into_iter(), 5, |n| *n).collect();
        assert_eq!(lists, [vec![3, 3], vec![9], vec![1, 1]]);
    }
}
