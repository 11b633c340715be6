//! The whole program on one screen: inputs, judged letters in the order of the inputs, tables.
//!
//! Three things go on at once: reading ahead, coding a chunk of letters on all cores, and writing the chunk before it.
//! Nothing keeps all answers: what is held is a few chunks.

mod feed;

use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

use rayon::prelude::*;
use serde_json::json;

use crate::codebook::Codebook;
use crate::coder::{Coder, Judged, Scratch};
use crate::error::{Error, Problem, Result};
use crate::letter::{self, Letter};
use crate::report::disk;
use crate::report::output::Output;
use crate::report::package::Read;
use crate::report::summary::Totals;
use crate::report::tables::{Page, Rows, Style};
use crate::source::{self, Columns};
use crate::time::Date;

use feed::Item;

/// What to analyse, and how.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Letters, folders of letters, tables of pairs.
    pub paths: Vec<PathBuf>,
    /// The folder for the output.
    pub out: PathBuf,
    /// Names of the columns of tables of pairs.
    pub columns: Columns,
    /// As given: names of the columns of tables of pairs.
    pub columns_given: String,
    /// Date of letters that give none.
    pub date: Option<Date>,
    /// Sender of letters that name none.
    pub sender: Option<String>,
    /// Leave out the apostrophe before what a spreadsheet would run.
    pub raw: bool,
    /// Threads that code; as many as there are cores when not given.
    pub threads: Option<usize>,
}

/// A deep document must not overflow the stack of a thread.
const STACK: usize = 16 << 20;

/// Chunks that may wait before coding, and before writing.
const AHEAD: usize = 1;

/// Analyses everything that `options` names and writes the tables; `seen` is told the figures so far.
///
/// A file that cannot be read is a problem in the totals, and the rest goes on. When no letter at all was read, nothing
/// is written.
///
/// # Errors
/// The output cannot be written, or no threads can be made.
pub fn analyse(options: &Options, codebook: &Codebook, seen: impl Fn(&Totals)) -> Result<Totals> {
    let style = Style { rules: codebook.rules(), measured: codebook.is_embedded(), raw: options.raw, named: &options.paths };
    let mut output = Output::open(&options.out, style)?;
    let (inputs, problems) = source::walk(&options.paths);
    let work = Work { coder: Coder::new(codebook), style, options, spare: Mutex::default() };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads.unwrap_or(0)).stack_size(STACK).build();
    let pool = pool.map_err(|error| Error::new(&options.out, format!("cannot make threads: {error}"), "try --threads 1"))?;
    let mut read = Vec::new();
    thread::scope(|scope| -> Result<()> {
        let (to_coders, chunks) = mpsc::sync_channel(AHEAD);
        let (to_writer, judged) = mpsc::sync_channel(AHEAD);
        let (columns, pool, work) = (&options.columns, &pool, &work);
        // A closed channel means that writing failed: both stop, and the error is the one of the writer.
        scope.spawn(move || feed::chunks(inputs, problems, columns).try_for_each(|chunk| to_coders.send(chunk)));
        scope.spawn(move || chunks.into_iter().try_for_each(|chunk| to_writer.send(pool.install(|| work.chunk(chunk)))));
        for coded in judged.into_iter().flatten() {
            let coded = coded?;
            read.extend(coded.read);
            coded.texts.iter().try_for_each(|(name, text)| output.file(name, text.as_bytes()))?;
            output.add(coded.page)?;
            seen(&output.totals);
        }
        Ok(())
    })?;
    if output.totals.letters == 0 {
        return Ok(output.totals);
    }
    output.finish(codebook.hash(), options.shown(style), &read)
}

/// What every task of the coding needs.
struct Work<'w> {
    coder: Coder<'w>,
    style: Style<'w>,
    options: &'w Options,
    /// Buffers that no task uses at the moment.
    spare: Mutex<Vec<Scratch>>,
}

/// What a batch of items became.
struct Coded {
    page: Page,
    read: Vec<Read>,
    texts: Vec<(String, String)>,
}

impl Work<'_> {
    fn chunk(&self, chunk: Vec<Vec<Item>>) -> Vec<Result<Coded>> {
        chunk.into_par_iter().map(|batch| self.batch(batch)).collect()
    }

    fn batch(&self, batch: Vec<Item>) -> Result<Coded> {
        let spare = || self.spare.lock().unwrap_or_else(PoisonError::into_inner);
        let mut scratch = spare().pop().unwrap_or_default();
        let mut rows = Rows::new(self.style);
        let (mut read, mut texts) = (Vec::new(), Vec::new());
        for item in batch {
            read.extend(self.read(&item));
            match self.judge(item, &mut scratch) {
                Ok(None) => {}
                Err(problem) => rows.problem(&problem)?,
                Ok(Some(judged)) => {
                    rows.letter(&judged)?;
                    if !judged.letter.from_table {
                        texts.push((format!("texts/{}.txt", judged.letter.id), judged.letter.text));
                    }
                }
            }
        }
        spare().push(scratch);
        Ok(Coded { page: rows.into_page()?, read, texts })
    }

    /// The file of an item, for the list of inputs.
    fn read(&self, item: &Item) -> Option<Read> {
        let (Item::Letter { path, .. } | Item::Table(path)) = item else { return None };
        Some(Read { file: self.style.shown(path), made: disk::digest(path).ok()? })
    }

    /// The judged letter of an item. A panic is a mistake in this program, and costs one letter, not the run.
    fn judge(&self, item: Item, scratch: &mut Scratch) -> std::result::Result<Option<Judged>, Problem> {
        let (file, name) = match &item {
            Item::Letter { path, id } => (path.clone(), id.clone()),
            Item::Group(group) => (group.file.clone(), group.letter.clone()),
            _ => Default::default(),
        };
        let judged = panic::catch_unwind(AssertUnwindSafe(|| Ok(self.letter(item)?.map(|letter| self.coder.judge(letter, scratch)))));
        judged.unwrap_or_else(|_| {
            *scratch = Scratch::default();
            let error = Error::new(&file, "is skipped because of a mistake in antwoordmeter", "please report it, with this file");
            Err(Problem { letter: name, ..Problem::from_error(&error, "code") })
        })
    }

    fn letter(&self, item: Item) -> std::result::Result<Option<Letter>, Problem> {
        let letter = match item {
            Item::Letter { path, id } => {
                let source = source::read(&path, &id).map_err(|error| Problem { letter: id, ..Problem::from_error(&error, "read") })?;
                letter::parse(&source)
            }
            Item::Group(group) => letter::from_group(group),
            Item::Table(_) => return Ok(None),
            Item::Problem(problem) => return Err(problem),
        };
        Ok(Some(self.options.fill_in(letter)))
    }
}

impl Options {
    /// The letter, with what the user says of letters that do not say it themselves.
    fn fill_in(&self, mut letter: Letter) -> Letter {
        letter.about.date = letter.about.date.or(self.date);
        if let (true, Some(sender)) = (letter.about.sender.is_empty(), &self.sender) {
            letter.about.sender.clone_from(sender);
        }
        letter
    }

    /// The options that shape the output.
    fn shown(&self, style: Style<'_>) -> serde_json::Value {
        json!({
            "paths": self.paths.iter().map(|path| style.shown(path)).collect::<Vec<_>>(),
            "columns": self.columns_given,
            "date": self.date.map(|date| date.to_string()),
            "sender": self.sender,
            "raw": self.raw,
        })
    }
}
