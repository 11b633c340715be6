//! The work of one task: a batch of items becomes rows, of all tables or of the answers alone.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, PoisonError};

use super::feed::Item;
use super::inputs::Inputs;
use crate::codebook::Codebook;
use crate::coder::{Account, Coder, Judged, Scratch};
use crate::error::{Error, Problem, Result};
use crate::letter::{self, Letter};
use crate::report::alone::Part;
use crate::report::cell::Style;
use crate::report::disk;
use crate::report::tables::package::Read;
use crate::report::tables::{Page, Rows};
use crate::source;

/// What every task of the coding needs.
pub(super) struct Work<'w> {
    coder: Coder<'w>,
    inputs: &'w Inputs,
    /// Buffers that no task uses at the moment.
    spare: Mutex<Vec<Scratch>>,
}

/// What a batch of items became.
pub(super) struct Coded {
    pub page: Page,
    pub read: Vec<Read>,
    pub texts: Vec<(String, String)>,
}

impl<'w> Work<'w> {
    pub fn new(codebook: &'w Codebook, inputs: &'w Inputs) -> Self {
        Self { coder: Coder::new(codebook), inputs, spare: Mutex::default() }
    }

    /// The rows of a batch; the page `shows` its answers.
    pub fn rows(&self, batch: Vec<Item>, style: Style<'_>, shows: bool) -> Result<Coded> {
        let mut rows = Rows::new(style, shows);
        let read = batch.iter().filter_map(|item| read(item, style)).collect();
        let mut texts = Vec::new();
        self.judged(batch, |judged, scratch| {
            let judged = match judged {
                Ok(judged) => judged,
                Err(problem) => return rows.problem(&problem),
            };
            rows.letter(&judged, scratch.answers())?;
            if !judged.letter.from_table {
                texts.push((format!("texts/{}.txt", judged.letter.id), judged.letter.text));
            }
            Ok(())
        })?;
        Ok(Coded { page: rows.into_page()?, read, texts })
    }

    /// The rows of the answers of a batch, with `proves` those of the words that prove their codes, and nothing else of it.
    pub fn answers<'c>(&self, batch: Vec<Item>, style: Style<'c>, proves: bool) -> Result<Part<'c>> {
        let mut part = Part::new(style, proves);
        self.judged(batch, |judged, _| match judged {
            Ok(judged) => part.letter(&judged),
            Err(problem) => {
                part.problem(problem);
                Ok(())
            }
        })?;
        Ok(part)
    }

    /// Gives each judged letter of a batch, or what was wrong with it, with the buffers that it was judged in.
    fn judged(&self, batch: Vec<Item>, mut each: impl FnMut(std::result::Result<Judged, Problem>, &Scratch) -> Result<()>) -> Result<()> {
        let spare = || self.spare.lock().unwrap_or_else(PoisonError::into_inner);
        let mut scratch = spare().pop().unwrap_or_default();
        for item in batch {
            if let Some(judged) = self.judge(item, &mut scratch).transpose() {
                each(judged, &scratch)?;
            }
        }
        spare().push(scratch);
        Ok(())
    }

    /// The judged letter of an item.
    pub fn judge(&self, item: Item, scratch: &mut Scratch) -> std::result::Result<Option<Judged>, Problem> {
        self.guarded(item, scratch, |mut letter, scratch| {
            let moved = self.inputs.corrections.move_boundaries(&mut letter);
            let mut judged = self.coder.judge(letter, scratch);
            self.inputs.corrections.set_codes(&mut judged, moved);
            judged
        })
    }

    /// The judged letter of an item, and what the coder saw for each judgement.
    pub fn explain(&self, item: Item, scratch: &mut Scratch) -> std::result::Result<Option<(Judged, Vec<Account>)>, Problem> {
        self.guarded(item, scratch, |mut letter, scratch| {
            let moved = self.inputs.corrections.move_boundaries(&mut letter);
            let (mut judged, accounts) = self.coder.explain(letter, scratch);
            self.inputs.corrections.set_codes(&mut judged, moved);
            (judged, accounts)
        })
    }

    /// Codes the letter of an item. A panic is a mistake in this program, and costs one letter, not the run.
    fn guarded<T>(
        &self,
        item: Item,
        scratch: &mut Scratch,
        code: impl FnOnce(Letter, &mut Scratch) -> T,
    ) -> std::result::Result<Option<T>, Problem> {
        let (file, name) = match &item {
            Item::Letter { path, id } => (path.clone(), id.clone()),
            Item::Group(group) => (group.file.clone(), group.letter.clone()),
            _ => Default::default(),
        };
        let coded = panic::catch_unwind(AssertUnwindSafe(|| Ok(self.letter(item)?.map(|letter| code(letter, scratch)))));
        coded.unwrap_or_else(|_| {
            *scratch = Scratch::default();
            let error = Error::new(&file, "is skipped because of a mistake in antwoordmeter", "please report it, with this file");
            Err(Problem { letter: name, ..Problem::from_error(&error, "code") })
        })
    }

    fn letter(&self, item: Item) -> std::result::Result<Option<Letter>, Problem> {
        let letter = match item {
            Item::Letter { path, id } => {
                let source = source::read(&path, &id, &self.inputs.limits)
                    .map_err(|error| Problem { letter: id.clone(), ..Problem::from_error(&error, "read") })?;
                if source.annex {
                    let remedy = "leave it out: the answers that it quotes stand in the letter";
                    let error = Error::new(&path, "is an annex that antwoordmeter made, not a letter", remedy);
                    return Err(Problem { letter: id, ..Problem::from_error(&error, "read") });
                }
                letter::parse(&source)
            }
            Item::Group(group) => letter::from_group(group),
            Item::Table(_) => return Ok(None),
            Item::Problem(problem) => return Err(problem),
        };
        Ok(Some(self.inputs.fill_in(letter)))
    }
}

/// The file of an item, for the list of inputs.
fn read(item: &Item, style: Style<'_>) -> Option<Read> {
    let (Item::Letter { path, .. } | Item::Table(path)) = item else { return None };
    Some(Read { file: style.shown(path), made: disk::digest(path).ok()? })
}
