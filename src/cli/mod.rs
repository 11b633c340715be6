//! The command line.

mod annex;
mod bounds;
mod code;
mod figures;
mod people;

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};

use crate::codebook::Codebook;
use crate::coder::EDITION;
use crate::corrections::Corrections;
use crate::error::Error;
use crate::pipeline::{AnalyseOptions, Inputs, Writing};
use crate::report::Language;
use crate::source::Columns;
use crate::time::Date;

pub use annex::Annex;
pub use bounds::Bounds;
pub use code::Code;
pub use figures::{Compare, Draws, Figures, Measure};
pub use people::{Evaluate, Sample};

/// Codes how letters answer written questions: substance, deferral to a later moment or document, or a reference
/// elsewhere. Every code comes with the words that prove it.
#[derive(Debug, Parser)]
#[command(version = EDITION, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Codes the answers in letters and writes tables and charts.
    Analyse(Analyse),
    /// Codes the answers and gives the table of codings alone, for statistics of your own.
    Code(Code),
    /// Writes one letter as an annex to a motion, for Word (.docx) or LibreOffice (.odt).
    Annex(Annex),
    /// Writes statistics of codings that were made before, by the program or by people.
    Measure(Measure),
    /// Compares two sets of codings: senders, periods, codebooks or coders.
    Compare(Compare),
    /// Shows one answer with every cue underlined, and what settled its class.
    Explain(Explain),
    /// Shows what is read from a file and what each line of it is taken for.
    Read(Read),
    /// Draws answers for people to code, without the codes of the machine.
    Sample(Sample),
    /// Holds codings against those of people: agreement, disagreements, what each rule is worth.
    Evaluate(Evaluate),
    /// Checks a codebook, or prints the one that comes with the program.
    Codebook(Checked),
}

/// Arguments of `analyse`.
#[derive(Debug, Args)]
pub struct Analyse {
    /// Letters (.pdf, .docx, .odt, .html, .xml, .eml, .md, .txt), folders of letters, and tables of question-answer pairs
    /// (.csv, .jsonl).
    #[arg(value_name = "PATH", default_value = "corpus")]
    pub paths: Vec<PathBuf>,
    /// Folder for the output; made when missing.
    #[arg(long, value_name = "DIR", default_value = "reports")]
    pub out: PathBuf,
    /// How the letters are read.
    #[command(flatten)]
    pub reading: Reading,
    /// Language of the summary, the page and the charts.
    #[arg(long, value_name = "nl|en", default_value = "nl")]
    pub language: Language,
    /// End with status 1 when something was skipped or not understood.
    #[arg(long)]
    pub strict: bool,
    /// How the tables are written.
    #[command(flatten)]
    pub tables: Tables,
    /// Answers that report.html quotes at most; the tables have all.
    #[arg(long, value_name = "N", default_value_t = 500)]
    pub quotations: usize,
    /// How random numbers are drawn.
    #[command(flatten)]
    pub draws: Draws,
    /// Threads that code; without it, one for each core.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// The heading in the help of what is said of tables. Each option names its own: a heading for the next ones would go on behind a group.
const TABLES: &str = "Tables";

/// How the tables of a run are written.
#[derive(Clone, Copy, Debug, Args)]
pub struct Tables {
    /// How their cells are written.
    #[command(flatten)]
    pub cells: Cells,
    /// Write the tables as one workbook as well, antwoordmeter.xlsx, in which text stays text and numbers are numbers.
    #[arg(long, help_heading = TABLES)]
    pub xlsx: bool,
}

/// How the cells of tables are written.
#[derive(Clone, Copy, Debug, Args)]
pub struct Cells {
    /// Whether their text is made safe.
    #[command(flatten)]
    pub text: Raw,
    /// Write tables as Excel opens them by double-click where a comma divides decimals, as in Dutch: semicolons between cells, commas
    /// in numbers, and a byte order mark.
    #[arg(long, help_heading = TABLES)]
    pub excel: bool,
}

/// Whether the text of cells is made safe for spreadsheets.
#[derive(Clone, Copy, Debug, Args)]
pub struct Raw {
    /// Write cells as they are, also those that a spreadsheet would run as a formula.
    #[arg(long, help_heading = TABLES)]
    pub raw: bool,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// The letter, or the table of pairs.
    pub path: PathBuf,
    /// Number of the question as printed, or the id of the answer.
    pub number: String,
    /// How the letter is read.
    #[command(flatten)]
    pub reading: Reading,
    /// Language of the explanation.
    #[arg(long, value_name = "nl|en", default_value = "nl")]
    pub language: Language,
}

/// Arguments of `read`.
#[derive(Debug, Args)]
pub struct Read {
    /// The letter.
    pub path: PathBuf,
    /// How much of it is read.
    #[command(flatten)]
    pub bounds: Bounds,
}

/// Arguments of `codebook`.
#[derive(Debug, Args)]
pub struct Checked {
    /// Folder with a codebook to check; without it, the embedded one is printed.
    #[arg(long, value_name = "DIR")]
    pub codebook: Option<PathBuf>,
    /// Print it as a page for readers instead of as TOML.
    #[arg(long)]
    pub page: bool,
}

/// How letters are read.
#[derive(Debug, Args)]
pub struct Reading {
    /// Folder with a codebook of your own.
    #[arg(long, value_name = "DIR")]
    pub codebook: Option<PathBuf>,
    /// Columns of a table of pairs, such as answer=reactie,question=tekst.
    #[arg(long, value_name = "A=B,...", value_parser = columns)]
    pub columns: Option<Columns>,
    /// Date of letters that give none.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// Sender of letters that name none.
    #[arg(long, value_name = "NAME")]
    pub sender: Option<String>,
    /// Table of what people correct: the columns id, column, value (as in answers.csv), who and why.
    #[arg(long, value_name = "FILE")]
    pub corrections: Option<PathBuf>,
    /// How much of one file is read.
    #[command(flatten)]
    pub bounds: Bounds,
}

impl Reading {
    /// The codebook that was asked for.
    ///
    /// # Errors
    /// Every mistake in it.
    pub fn codebook(&self) -> Result<Codebook, Vec<Error>> {
        codebook(self.codebook.as_deref())
    }

    /// What is read when these are the paths.
    ///
    /// # Errors
    /// Every mistake in the corrections.
    pub fn inputs(self, paths: Vec<PathBuf>) -> Result<Inputs, Vec<Error>> {
        Ok(Inputs {
            paths,
            columns: self.columns.unwrap_or_default(),
            date: self.date,
            sender: self.sender,
            corrections: self.corrections.as_deref().map_or_else(|| Ok(Corrections::default()), Corrections::open)?,
            limits: self.bounds.limits(),
        })
    }
}

impl Cells {
    /// How tables are written, and in which language people are told.
    const fn writing(self, language: Language) -> Writing {
        Writing { language, raw: self.text.raw, excel: self.excel }
    }
}

impl Analyse {
    /// The options of the run.
    ///
    /// # Errors
    /// As [`Reading::inputs`].
    pub fn options(self) -> Result<AnalyseOptions, Vec<Error>> {
        Ok(AnalyseOptions {
            inputs: self.reading.inputs(self.paths)?,
            writing: self.tables.cells.writing(self.language),
            out: self.out,
            xlsx: self.tables.xlsx,
            quotations: self.quotations,
            seed: self.draws.seed(),
            threads: self.threads.map(usize::from),
        })
    }
}

/// The codebook in a folder, or else the embedded one.
fn codebook(folder: Option<&Path>) -> Result<Codebook, Vec<Error>> {
    folder.map_or_else(|| Codebook::embedded().map_err(|error| vec![error]), Codebook::from_dir)
}

fn columns(text: &str) -> Result<Columns, String> {
    text.parse().map_err(|what| format!("{what}; for instance --columns answer=reactie,question=tekst"))
}
