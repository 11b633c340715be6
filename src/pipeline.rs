//! The whole program on one screen: inputs, judged letters in the order of the inputs, tables.

mod feed;
mod figures;
mod stream;
mod work;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::json;

use crate::codebook::Codebook;
use crate::coder::Scratch;
use crate::corrections::Corrections;
use crate::error::{Error, Problem, Result, printable};
use crate::letter::{self, Letter};
use crate::measure::Seed;
use crate::report::alone::{Alone, Figures, Part};
use crate::report::annex::{self, Choice, Format};
use crate::report::cell::Style;
use crate::report::findings::Findings;
use crate::report::findings::headline;
use crate::report::findings::totals::Totals;
use crate::report::findings::unit;
use crate::report::output::Output;
use crate::report::screen::{explain, reading};
use crate::report::tables::package::Read;
use crate::report::tables::{self, Rows};
use crate::report::{Language, disk};
use crate::source::{self, Columns, Input, Limits};
use crate::time::Date;

pub use figures::{Measuring, compare, measure};
use work::{Coded, Work};

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
    /// Language of what is said to people.
    pub language: Language,
    /// Answers that the page shows at most.
    pub quotations: usize,
    /// Leave out the apostrophe before what a spreadsheet would run.
    pub raw: bool,
    /// Write the tables as Dutch Excel opens them.
    pub excel: bool,
    /// Write the tables as a workbook as well.
    pub xlsx: bool,
    /// What people corrected.
    pub corrections: Arc<Corrections>,
    /// How much of one file is read.
    pub limits: Limits,
    /// The seed of figures that draw.
    pub seed: Seed,
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
pub fn analyse(options: &Options, codebook: &Codebook, seen: impl Fn(&Totals)) -> Result<Findings> {
    let style = options.style(codebook);
    let mut output = Output::open(&options.out, style, options.quotations)?;
    output.workbook = options.xlsx;
    output.findings.survey.seed = options.seed;
    let work = Work::new(codebook, style, options);
    let mut read = Vec::new();
    let write = |coded: Coded| -> Result<()> {
        read.extend(coded.read);
        coded.texts.iter().try_for_each(|(name, text)| output.file(name, text.as_bytes()))?;
        output.add(coded.page)?;
        work.written(output.findings.totals.counts.questions as usize);
        seen(&output.findings.totals);
        Ok(())
    };
    stream::stream(options.inputs(), options, |batch| work.rows(batch), write)?;
    if output.findings.totals.letters == 0 {
        return Ok(output.findings);
    }
    output.problems(&options.corrections.unmet())?;
    if !options.corrections.is_empty() {
        let file = options.corrections.file();
        read.push(Read { file: style.shown(file), made: disk::digest(file)? });
    }
    output.finish(options.shown(style), &read)
}

/// Codes everything that `options` names and writes the table of answers alone, the same as [`analyse`] does: to the file `out`, whole
/// or not at all, or else to `print`, which prints bytes to standard output while the run goes on. The words that prove the codes go to
/// the file `proofs`, if any. `seen` is told the problems, in order and each once, and the figures so far.
///
/// When no letter at all was read, nothing is written.
///
/// # Errors
/// A file is a folder or one that is read, or a table cannot be written; what `print` gives; no threads can be made.
pub fn code(
    options: &Options,
    codebook: &Codebook,
    [out, proofs]: [Option<&Path>; 2],
    print: impl FnMut(&[u8]) -> Result<()>,
    mut seen: impl FnMut(&Figures, &[Problem]),
) -> Result<Figures> {
    let style = options.style(codebook);
    let (inputs, problems) = options.inputs();
    let read: Vec<PathBuf> = inputs.iter().map(Input::path).chain([options.corrections.file()]).map(Path::to_path_buf).collect();
    let mut table = Alone::open(out, proofs, &read, style, print)?;
    let work = Work::new(codebook, style, options);
    let write = |part: Part<'_>| {
        let problems = table.add(part)?;
        seen(&table.figures, &problems);
        Ok(())
    };
    stream::stream((inputs, problems), options, |batch| work.answers(batch, proofs.is_some()), write)?;
    let unmet = options.corrections.unmet();
    table.figures.problems += unmet.len();
    seen(&table.figures, &unmet);
    table.finish()
}

/// Writes the one letter that `options` names as a document to `options.out`, with the answers that are chosen; gives what it
/// found in a sentence, where it was written, and the corrections that fit no answer.
///
/// # Errors
/// The name of the document is of no known format, the letter cannot be read or there is not exactly one, no answer is chosen, or the
/// document cannot be written.
pub fn annex(options: &Options, codebook: &Codebook, choice: &Choice) -> Result<String> {
    let format = Format::of(&options.out)?;
    let style = options.style(codebook);
    let work = Work::new(codebook, style, options);
    let (inputs, problems) = options.inputs();
    let (mut findings, mut problem, mut scratch) = (Findings::default(), None, Scratch::default());
    for item in feed::batches(inputs, problems, &options.columns).flatten() {
        match work.judge(item, &mut scratch) {
            Ok(None) => {}
            Ok(Some(judged)) => {
                let mut rows = Rows::new(style, true);
                rows.letter(&judged, scratch.answers())?;
                findings.append(rows.into_page()?.findings, usize::MAX);
            }
            Err(skipped) => drop(problem.get_or_insert(skipped)),
        }
    }
    if let (Some(problem), true) = (problem, findings.letters.is_empty()) {
        return Err(Error::new(Path::new(&problem.file), problem.what, problem.remedy));
    }
    let draft = annex::draft(&findings, codebook, choice, options.language)?;
    disk::replace(&options.out, &format.write(&draft)?, &options.paths)?;
    let mut told = format!("{}\n{}\n", headline::finding(&findings.totals, options.language), options.out.display());
    for Problem { file, what, remedy, .. } in options.corrections.unmet() {
        told += &[&printable(&file), ": ", &what, "; ", &remedy, "\n"].concat();
    }
    Ok(told)
}

/// Explains the answers to question `number` (as printed, or the id of an answer) in what `options` names.
///
/// # Errors
/// Nothing can be read, or there is no such question: then the numbers that there are stand in the error.
pub fn explain(options: &Options, codebook: &Codebook, number: &str) -> Result<String> {
    let style = options.style(codebook);
    let work = Work::new(codebook, style, options);
    let (inputs, problems) = options.inputs();
    let (mut text, mut numbers, mut problem, mut scratch) = (String::new(), Vec::new(), None, Scratch::default());
    for item in feed::batches(inputs, problems, &options.columns).flatten() {
        let explained = match work.explain(item, &mut scratch) {
            Ok(explained) => explained,
            Err(skipped) => {
                problem.get_or_insert(skipped);
                continue;
            }
        };
        for (unit, account) in explained.iter().flat_map(|(judged, accounts)| unit::units(judged).into_iter().zip(accounts)) {
            if unit.question.number == number || unit.question.id == number {
                text += &explain::explain(unit, Some(account), codebook, options.language);
            } else if numbers.len() < MANY {
                numbers.push(unit.question.number.clone());
            }
        }
    }
    let file = options.paths.first().map_or(Path::new(""), PathBuf::as_path);
    match problem {
        _ if !text.is_empty() => Ok(text),
        _ if !numbers.is_empty() => {
            Err(Error::new(file, format!("has no question `{number}`"), format!("choose one of {}", numbers.join(", "))))
        }
        Some(problem) => Err(Error::new(Path::new(&problem.file), problem.what, problem.remedy)),
        None => Err(Error::new(file, "has no questions", "check that it is a letter with questions and answers")),
    }
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

/// So many numbers are named in an error.
const MANY: usize = 60;

impl Options {
    /// What is read, and what is not.
    fn inputs(&self) -> (Vec<Input>, Vec<Problem>) {
        source::walk(&self.paths, &|table| tables::is_own(table) || disk::is_printed(table))
    }

    /// How cells are written.
    fn style<'s>(&'s self, codebook: &'s Codebook) -> Style<'s> {
        Style { codebook, measured: codebook.is_embedded(), raw: self.raw, excel: self.excel, language: self.language, named: &self.paths }
    }

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
            "language": self.language.pick("nl", "en"),
            "raw": self.raw,
            "excel": self.excel,
            "xlsx": self.xlsx,
            "corrections": if self.corrections.is_empty() { None } else { Some(style.shown(self.corrections.file())) },
            "quotations": self.quotations,
            "seed": self.seed.0,
        })
    }
}
