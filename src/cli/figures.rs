//! Arguments of the commands that measure codings.

use std::path::PathBuf;

use clap::Args;

use super::Cells;
use crate::measure::{SEED, Seed};
use crate::pipeline::MeasureOptions;
use crate::report::Language;

/// Arguments of `measure`.
#[derive(Debug, Args)]
pub struct Measure {
    /// Tables with the columns of answers.csv (of a run, of its parts, of a person in a spreadsheet), or folders that hold
    /// one. Dates and senders are taken from letters.csv beside a table.
    #[arg(value_name = "CODINGS", required = true)]
    pub paths: Vec<PathBuf>,
    /// How the figures are written.
    #[command(flatten)]
    pub output: Figures,
}

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub struct Compare {
    /// A table with the columns of answers.csv, or a folder that holds one.
    #[arg(value_name = "A")]
    pub one: PathBuf,
    /// Another one: answers with the same ids are compared pair by pair.
    #[arg(value_name = "B")]
    pub other: PathBuf,
    /// How the figures are written.
    #[command(flatten)]
    pub output: Figures,
}

/// How figures are written.
#[derive(Debug, Args)]
pub struct Figures {
    /// Folder for the output; made when missing.
    #[arg(long, value_name = "DIR", default_value = "figures")]
    pub out: PathBuf,
    /// Language of the notes and verdicts.
    #[arg(long, value_name = "nl|en", default_value = "nl")]
    pub language: Language,
    /// How random numbers are drawn.
    #[command(flatten)]
    pub draws: Draws,
    /// How the tables are written.
    #[command(flatten)]
    pub cells: Cells,
}

/// How random numbers are drawn.
#[derive(Clone, Copy, Debug, Args)]
pub struct Draws {
    /// Seed of what is drawn at random (samples, intervals, comparisons of letters): the same seed draws the same.
    #[arg(long, value_name = "N", default_value_t = SEED)]
    pub seed: u64,
}

impl Draws {
    /// The seed.
    pub const fn seed(self) -> Seed {
        Seed(self.seed)
    }
}

impl Figures {
    fn of(self, paths: Vec<PathBuf>) -> MeasureOptions {
        MeasureOptions { paths, writing: self.cells.writing(self.language), out: self.out, seed: self.draws.seed() }
    }
}

impl Measure {
    /// What to measure.
    pub fn options(self) -> MeasureOptions {
        self.output.of(self.paths)
    }
}

impl Compare {
    /// What to compare.
    pub fn options(self) -> MeasureOptions {
        self.output.of(vec![self.one, self.other])
    }
}
