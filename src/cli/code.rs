//! Arguments of `code`.

use std::path::PathBuf;

use clap::Args;

use super::{Cells, Reading};
use crate::error::Error;
use crate::pipeline::CodeOptions;
use crate::report::Language;

/// Arguments of `code`.
#[derive(Debug, Args)]
#[command(
    after_help = "The table goes to standard output or to --out, byte for byte the answers.csv of `analyse`; problems, and some figures at \
    the end, go to standard error. Nothing else is written, but with --evidence its evidence.csv. \
    `measure`, `compare`, `sample` and `evaluate` take the table."
)]
pub struct Code {
    /// Letters (.pdf, .docx, .odt, .html, .xml, .eml, .md, .txt), folders of letters, and tables of question-answer pairs
    /// (.csv, .jsonl).
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// Write the table to this file, whole or not at all, instead of to standard output.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Write the words that prove the codes to this file as well: evidence.csv, of which `id` leads to the answer.
    #[arg(long, value_name = "FILE")]
    pub evidence: Option<PathBuf>,
    /// Language of the figures on standard error.
    #[arg(long, value_name = "nl|en", default_value = "nl")]
    pub language: Language,
    /// Leave the figures out; problems are told all the same.
    #[arg(long)]
    pub quiet: bool,
    /// End with status 1 when something was skipped or not understood.
    #[arg(long)]
    pub strict: bool,
    /// Threads that code; without it, one for each core.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    /// How the letters are read.
    #[command(flatten)]
    pub reading: Reading,
    /// How the table is written.
    #[command(flatten)]
    pub cells: Cells,
}

impl Code {
    /// The options of the run.
    ///
    /// # Errors
    /// As [`Reading::inputs`].
    pub fn options(self) -> Result<CodeOptions, Vec<Error>> {
        Ok(CodeOptions {
            inputs: self.reading.inputs(self.paths)?,
            writing: self.cells.writing(self.language),
            out: self.out,
            evidence: self.evidence,
            threads: self.threads.map(usize::from),
        })
    }
}
