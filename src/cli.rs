//! The command line.

mod bounds;
mod code;
mod figures;
mod people;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

use crate::codebook::Codebook;
use crate::coding::Class;
use crate::corrections::Corrections;
use crate::error::Error;
use crate::pipeline::Options;
use crate::report::Language;
use crate::report::annex::{Choice, Numbers, Only};
use crate::source::Columns;
use crate::time::Date;

pub use bounds::Bounds;
pub use code::Code;
pub use figures::{Compare, Draws, Figures, Measure};
pub use people::{Evaluate, Sample};

/// Codes how letters answer written questions: substance, deferral to a later moment or document, or a reference
/// elsewhere. Every code comes with the words that prove it.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
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

/// Arguments of `annex`.
#[derive(Debug, Args)]
pub struct Annex {
    /// The letter.
    #[arg(value_name = "LETTER")]
    pub path: PathBuf,
    /// The file to write; its extension says for which program: .docx or .odt.
    #[arg(long, value_name = "FILE", default_value = "bijlage.docx")]
    pub out: PathBuf,
    /// Write over that file when it is there already.
    #[arg(long)]
    pub replace: bool,
    /// Quote only the answers of this class, or (document) those whose own words refer to a document that did not exist yet.
    #[arg(long, value_name = "KIND", value_parser = only(), ignore_case = true)]
    pub only: Option<Only>,
    /// Quote only the answers with these numbers, such as 4,5,14-18.
    #[arg(long, value_name = "N,N-N,...", default_value = "", hide_default_value = true, value_parser = numbers)]
    pub numbers: Numbers,
    /// How the letter is read.
    #[command(flatten)]
    pub reading: Reading,
    /// Language of the annex; what the letter says stays as it is.
    #[arg(long, value_name = "nl|en", default_value = "nl")]
    pub language: Language,
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
    #[arg(long, value_name = "A=B,...", default_value = "", hide_default_value = true)]
    pub columns: String,
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

    /// The options of a run over `paths`.
    ///
    /// # Errors
    /// The columns are not given as `field=name,...`; every mistake in the corrections.
    pub fn options(self, paths: Vec<PathBuf>) -> Result<Options, Vec<Error>> {
        let columns = if self.columns.is_empty() { Ok(Columns::default()) } else { self.columns.parse() };
        let columns = columns
            .map_err(|what: String| vec![Error::new("--columns".as_ref(), what, "for instance --columns answer=reactie,question=tekst")])?;
        let corrections = self.corrections.as_deref().map_or_else(|| Ok(Corrections::default()), Corrections::open)?;
        Ok(Options {
            paths,
            columns,
            columns_given: self.columns,
            date: self.date,
            sender: self.sender,
            corrections: Arc::new(corrections),
            limits: self.bounds.limits(),
            ..Options::default()
        })
    }
}

impl Analyse {
    /// The options of the run.
    ///
    /// # Errors
    /// As [`Reading::options`].
    pub fn options(self) -> Result<Options, Vec<Error>> {
        let options = self.reading.options(self.paths)?;
        Ok(Options {
            out: self.out,
            language: self.language,
            raw: self.tables.cells.text.raw,
            excel: self.tables.cells.excel,
            xlsx: self.tables.xlsx,
            quotations: self.quotations,
            seed: self.draws.seed(),
            threads: self.threads.map(usize::from),
            ..options
        })
    }
}

impl Explain {
    /// The options of the explanation.
    ///
    /// # Errors
    /// As [`Reading::options`].
    pub fn options(self) -> Result<Options, Vec<Error>> {
        Ok(Options { language: self.language, ..self.reading.options(vec![self.path])? })
    }
}

impl Annex {
    /// The options of the run over the one letter, and which of its answers are quoted.
    ///
    /// # Errors
    /// As [`Reading::options`].
    pub fn options(self) -> Result<(Options, Choice), Vec<Error>> {
        let options = self.reading.options(vec![self.path])?;
        let choice = Choice { only: self.only, numbers: self.numbers };
        Ok((Options { out: self.out, replace: self.replace, language: self.language, ..options }, choice))
    }
}

/// What `--only` can ask for.
fn only() -> impl TypedValueParser<Value = Only> {
    let classes = Class::ALL.map(Class::code);
    PossibleValuesParser::new(classes.into_iter().chain([DOCUMENT])).map(|code| {
        let class = Class::ALL.into_iter().find(|class| class.code().eq_ignore_ascii_case(&code));
        class.map_or(Only::Document, Only::Class)
    })
}

/// The value of `--only` that is no class.
const DOCUMENT: &str = "document";

/// The codebook in a folder, or else the embedded one.
fn codebook(folder: Option<&Path>) -> Result<Codebook, Vec<Error>> {
    folder.map_or_else(|| Codebook::embedded().map_err(|error| vec![error]), Codebook::from_dir)
}

fn numbers(text: &str) -> Result<Numbers, String> {
    if text.is_empty() { Ok(Numbers::default()) } else { text.parse() }
}
