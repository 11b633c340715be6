//! The commands that hold the program against people: `sample` and `evaluate`.

use std::path::PathBuf;

use clap::Args;

use super::{Draws, Raw};
use crate::codebook::Codebook;
use crate::codings;
use crate::error::Error;
use crate::evaluation::Request;
use crate::evaluation::design::Size;
use crate::report::Language;

/// Arguments of `evaluate`.
#[derive(Debug, Args)]
pub struct Evaluate {
    /// The codings that are judged: answers.csv of a run, or the folder of that run; evidence.csv beside it is used.
    pub codings: PathBuf,
    /// People's codings, a file each: sheets of `sample`, tables with columns of answers.csv (.csv, .xlsx, .ods) or
    /// JSON lines (.jsonl).
    #[arg(value_name = "GOLD")]
    pub people: Vec<PathBuf>,
    /// Folder for the output; made when missing.
    #[arg(long, value_name = "DIR", default_value = "evaluation")]
    pub out: PathBuf,
    /// The design that `sample` wrote beside the sheets; looked for there when not given.
    #[arg(long, value_name = "FILE")]
    pub design: Option<PathBuf>,
    /// How random numbers are drawn.
    #[command(flatten)]
    pub draws: Draws,
    /// Folder with the codebook that the codings were made with, for the meaning of its rules.
    #[arg(long, value_name = "DIR")]
    pub codebook: Option<PathBuf>,
    /// Language of the summary, the page and the notes.
    #[arg(long, value_name = "nl|en", default_value = "nl")]
    pub language: Language,
    /// How the tables are written.
    #[command(flatten)]
    pub text: Raw,
}

/// Arguments of `sample`.
#[derive(Debug, Args)]
pub struct Sample {
    /// The codings to draw from: answers.csv of a run, or the folder of that run.
    pub codings: PathBuf,
    /// Answers to draw.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), required_unless_present = "width", conflicts_with = "width")]
    pub n: Option<u32>,
    /// Draw as many as make the 95 % interval of a share this wide at most, such as 0.1.
    #[arg(long, value_name = "WIDTH", value_parser = width)]
    pub width: Option<f64>,
    /// The sheet to fill in: a name that ends in .xlsx or .csv.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// People who code the same answers without seeing each other's codes.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=9))]
    pub coders: u32,
    /// How random numbers are drawn.
    #[command(flatten)]
    pub draws: Draws,
    /// Language of the codebook beside the sheet.
    #[arg(long, value_name = "nl|en", default_value = "nl")]
    pub language: Language,
}

impl Evaluate {
    /// What is held against what.
    pub fn request(&self) -> Request {
        Request { codings: codings::table(&self.codings), people: self.people.clone(), design: self.design.clone(), seed: self.draws.seed }
    }

    /// The codebook that says what rules mean.
    ///
    /// # Errors
    /// Every mistake in it.
    pub fn codebook(&self) -> Result<Codebook, Vec<Error>> {
        super::codebook(self.codebook.as_deref())
    }
}

impl Sample {
    /// How many answers are drawn.
    pub fn size(&self) -> Size {
        match (self.n, self.width) {
            (Some(n), _) => Size::Answers(n),
            (None, width) => Size::Width(width.unwrap_or(1.0)),
        }
    }
}

fn width(text: &str) -> Result<f64, String> {
    let width: f64 = text.replace(',', ".").parse().map_err(|_| "give a number such as 0.1".to_owned())?;
    if width > 0.0 && width < 1.0 { Ok(width) } else { Err("give a number between 0 and 1, such as 0.1".to_owned()) }
}
