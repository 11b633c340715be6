//! The whole program on one screen: inputs, judged letters in the order of the inputs, tables.

mod annex;
mod explain;
mod feed;
mod figures;
mod inputs;
mod stream;
mod work;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;

use crate::codebook::Codebook;
use crate::error::{Problem, Result};
use crate::letter;
use crate::measure::Seed;
use crate::report::alone::{Alone, Figures, Part};
use crate::report::cell::Style;
use crate::report::disk;
use crate::report::findings::Findings;
use crate::report::findings::totals::Totals;
use crate::report::output::Output;
use crate::report::screen::reading;
use crate::report::tables::package::Read;
use crate::source::{self, Limits};

pub use annex::{AnnexOptions, annex};
pub use explain::explain;
pub use figures::{MeasureOptions, compare, measure};
pub use inputs::{Inputs, Writing};
use work::{Coded, Work};

/// What to analyse, and how.
#[derive(Debug, Default)]
pub struct AnalyseOptions {
    /// What is read.
    pub inputs: Inputs,
    /// How it is written.
    pub writing: Writing,
    /// The folder for the output.
    pub out: PathBuf,
    /// Write the tables as a workbook as well.
    pub xlsx: bool,
    /// Answers that the page shows at most.
    pub quotations: usize,
    /// The seed of figures that draw.
    pub seed: Seed,
    /// Threads that code; as many as there are cores when not given.
    pub threads: Option<usize>,
}

/// What to give the table of answers of, and how.
#[derive(Debug, Default)]
pub struct CodeOptions {
    /// What is read.
    pub inputs: Inputs,
    /// How it is written.
    pub writing: Writing,
    /// The file for the table; without it, it is printed.
    pub out: Option<PathBuf>,
    /// The file for the words that prove the codes, if they are wanted.
    pub evidence: Option<PathBuf>,
    /// Threads that code; as many as there are cores when not given.
    pub threads: Option<usize>,
}

/// Analyses everything that `options` names and writes the tables; `seen` is told the figures so far.
///
/// A file that cannot be read is a problem in the totals, and the rest goes on. When no letter at all was read, nothing
/// is written.
///
/// # Errors
/// The output cannot be written, or no threads can be made.
pub fn analyse(options: &AnalyseOptions, codebook: &Codebook, seen: impl Fn(&Totals)) -> Result<Findings> {
    let AnalyseOptions { inputs, threads, .. } = options;
    let style = options.writing.style(codebook, &inputs.paths);
    let mut output = Output::open(&options.out, style, options.quotations)?;
    output.workbook = options.xlsx;
    output.findings.survey.seed = options.seed;
    let work = Work::new(codebook, inputs);
    // Of the questions that are written: at least so many come before a batch. Shown too often does no harm, who writes keeps the first.
    let written = AtomicUsize::new(0);
    let mut read = Vec::new();
    let write = |coded: Coded| -> Result<()> {
        read.extend(coded.read);
        coded.texts.iter().try_for_each(|(name, text)| output.file(name, text.as_bytes()))?;
        output.add(coded.page)?;
        written.store(output.findings.totals.counts.questions as usize, Ordering::Relaxed);
        seen(&output.findings.totals);
        Ok(())
    };
    let rows = |batch| work.rows(batch, style, written.load(Ordering::Relaxed) < options.quotations);
    stream::stream(inputs.walk(), &inputs.columns, *threads, rows, write)?;
    if output.findings.totals.letters == 0 {
        return Ok(output.findings);
    }
    output.problems(&inputs.corrections.unmet())?;
    if !inputs.corrections.is_empty() {
        let file = inputs.corrections.file();
        read.push(Read { file: style.shown(file), made: disk::digest(file)? });
    }
    output.finish(options.shown(style), &read)
}

/// Codes everything that `options` names and writes the table of answers alone, the same as [`analyse`] does: to the file that
/// `options` give, whole or not at all, or else to `print`, which prints bytes to standard output while the run goes on. `seen` is told
/// the problems, in order and each once, and the figures so far.
///
/// When no letter at all was read, nothing is written.
///
/// # Errors
/// A file is a folder or one that is read, or a table cannot be written; what `print` gives; no threads can be made.
pub fn code(
    options: &CodeOptions,
    codebook: &Codebook,
    print: impl FnMut(&[u8]) -> Result<()>,
    mut seen: impl FnMut(&Figures, &[Problem]),
) -> Result<Figures> {
    let CodeOptions { inputs, out, evidence, threads, .. } = options;
    let style = options.writing.style(codebook, &inputs.paths);
    let (found, problems) = inputs.walk();
    let mut table = Alone::open(out.as_deref(), evidence.as_deref(), &inputs.files(&found), style, print)?;
    let work = Work::new(codebook, inputs);
    let write = |part: Part<'_>| {
        let problems = table.add(part)?;
        seen(&table.figures, &problems);
        Ok(())
    };
    let answers = |batch| work.answers(batch, style, evidence.is_some());
    stream::stream((found, problems), &inputs.columns, *threads, answers, write)?;
    let unmet = inputs.corrections.unmet();
    table.figures.problems += unmet.len();
    seen(&table.figures, &unmet);
    table.finish()
}

/// What is read from one file, and how it is understood.
///
/// # Errors
/// As [`source::read`].
pub fn reading(path: &Path, limits: &Limits) -> Result<String> {
    let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let source = source::read(path, &id, limits)?;
    Ok(reading::reading(&source, &letter::parse(&source)))
}

impl AnalyseOptions {
    /// The options that shape the output.
    fn shown(&self, style: Style<'_>) -> serde_json::Value {
        let Inputs { paths, columns, date, sender, corrections, .. } = &self.inputs;
        json!({
            "paths": paths.iter().map(|path| style.shown(path)).collect::<Vec<_>>(),
            "columns": columns.to_string(),
            "date": date.map(|date| date.to_string()),
            "sender": sender,
            "language": self.writing.language.pick("nl", "en"),
            "raw": self.writing.raw,
            "excel": self.writing.excel,
            "xlsx": self.xlsx,
            "corrections": if corrections.is_empty() { None } else { Some(style.shown(corrections.file())) },
            "quotations": self.quotations,
            "seed": self.seed.0,
        })
    }
}
