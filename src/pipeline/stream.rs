//! Three things go on at once: reading ahead, coding batches of letters on all cores, and receiving them in the order of the inputs.
//! Nothing keeps all answers: what is held is a bounded number of batches.

use std::sync::mpsc;
use std::thread;

use rayon::prelude::*;

use super::feed::{self, Item};
use crate::error::{Error, Problem, Result};
use crate::source::{Columns, Input};

/// A deep document must not overflow the stack of a thread.
const STACK: usize = 16 << 20;

/// Batches that are held at once, from reading to writing: enough that nobody waits for the slowest, few enough for memory.
const HELD: usize = 32;

/// Gives what `code` makes, on so many threads or else on all cores, of each batch of the inputs, and of what could not be read, to
/// `receive`, in the order of the inputs.
///
/// # Errors
/// The first that `receive` or `code` gives, after which nothing more is received; no threads can be made.
pub(super) fn stream<T: Send>(
    (inputs, problems): (Vec<Input>, Vec<Problem>),
    columns: &Columns,
    threads: Option<usize>,
    code: impl Fn(Vec<Item>) -> Result<T> + Sync,
    mut receive: impl FnMut(T) -> Result<()>,
) -> Result<()> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0)).stack_size(STACK).build();
    let pool = pool.map_err(|error| Error::new("threads".as_ref(), format!("cannot be made: {error}"), "try --threads 1"))?;
    thread::scope(|scope| {
        // Who reads takes a place for each batch, who receives gives it back.
        let (take, give_back) = mpsc::sync_channel(HELD);
        let (to_coders, batches) = mpsc::channel();
        let (to_receiver, coded) = mpsc::channel();
        let (pool, code) = (&pool, &code);
        // A closed channel means that receiving failed: all stop, and the error is the one of the receiver.
        scope.spawn(move || {
            feed::batches(inputs, problems, columns).enumerate().try_for_each(|batch| {
                take.send(()).ok()?;
                to_coders.send(batch).ok()
            })
        });
        let code = move |(place, batch)| to_receiver.send((place, code(batch))).ok();
        scope.spawn(move || pool.install(|| batches.into_iter().par_bridge().try_for_each(code)));
        for coded in feed::in_order(coded.into_iter()) {
            give_back.try_recv().ok();
            receive(coded?)?;
        }
        Ok(())
    })
}
