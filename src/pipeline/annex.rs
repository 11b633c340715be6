//! One letter as a document: `annex`.

use std::path::{Path, PathBuf};

use super::feed;
use super::inputs::{Inputs, Writing};
use super::work::Work;
use crate::codebook::Codebook;
use crate::coder::Scratch;
use crate::error::{Error, Problem, Result, printable};
use crate::report::Language;
use crate::report::annex::{Choice, Format, draft};
use crate::report::disk::{self, Whole};
use crate::report::findings::{Findings, headline};
use crate::report::tables::Rows;

/// What to make an annex of, and how.
#[derive(Debug, Default)]
pub struct AnnexOptions {
    /// The letter.
    pub inputs: Inputs,
    /// Language of the annex.
    pub language: Language,
    /// The document.
    pub out: PathBuf,
    /// Write over a document that is there.
    pub replace: bool,
    /// Which answers are quoted.
    pub choice: Choice,
}

/// Writes the one letter that `options` names as a document to `options.out`, with the answers that are chosen;
/// gives what it found in a sentence, where it was written, and the corrections that fit no answer.
///
/// # Errors
/// The name of the document is of no known format, the letter cannot be read or there is not exactly one, no answer is chosen, or the
/// document cannot be written, or is there already and `options` do not say that it may be replaced.
pub fn annex(options: &AnnexOptions, codebook: &Codebook) -> Result<String> {
    let AnnexOptions { inputs, language, out, choice, .. } = options;
    let format = Format::of(out)?;
    let style = Writing { language: *language, ..Writing::default() }.style(codebook, &inputs.paths);
    let work = Work::new(codebook, inputs);
    let (found, problems) = inputs.walk();
    let mut file = Whole::open(out, &inputs.files(&found))?;
    if !options.replace {
        // Who made an annex before goes on with it in a word processor.
        disk::spare(out, "may hold what you wrote in it", "move it away, give another name with --out, or add --replace")?;
    }
    let (mut findings, mut problem, mut scratch) = (Findings::default(), None, Scratch::default());
    for item in feed::batches(found, problems, &inputs.columns).flatten() {
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
    let draft = draft(&findings, codebook, choice, *language)?;
    file.append(&format.write(&draft)?)?;
    file.finish()?;
    let mut told = format!("{}\n{}\n", headline::finding(&findings.totals, *language), out.display());
    for Problem { file, what, remedy, .. } in inputs.corrections.unmet() {
        told += &[&printable(&file), ": ", &what, "; ", &remedy, "\n"].concat();
    }
    Ok(told)
}
