//! One answer with what settled its class: `explain`.

use std::path::{Path, PathBuf};

use super::feed;
use super::inputs::Inputs;
use super::work::Work;
use crate::codebook::Codebook;
use crate::coder::Scratch;
use crate::error::{Error, Result};
use crate::report::Language;
use crate::report::findings::unit;
use crate::report::screen::explain;

/// So many numbers are named in an error.
const MANY: usize = 60;

/// Explains the answers to question `number` (as printed, or the id of an answer) in `inputs`.
///
/// # Errors
/// Nothing can be read, or there is no such question: then the numbers that there are stand in the error.
pub fn explain(inputs: &Inputs, codebook: &Codebook, number: &str, language: Language) -> Result<String> {
    let work = Work::new(codebook, inputs);
    let (found, problems) = inputs.walk();
    let (mut text, mut numbers, mut problem, mut scratch) = (String::new(), Vec::new(), None, Scratch::default());
    for item in feed::batches(found, problems, &inputs.columns).flatten() {
        let explained = match work.explain(item, &mut scratch) {
            Ok(explained) => explained,
            Err(skipped) => {
                problem.get_or_insert(skipped);
                continue;
            }
        };
        for (unit, account) in explained.iter().flat_map(|(judged, accounts)| unit::units(judged).into_iter().zip(accounts)) {
            if unit.question.number == number || unit.question.id == number {
                text += &explain::explain(unit, Some(account), codebook, language);
            } else if numbers.len() < MANY {
                numbers.push(unit.question.number.clone());
            }
        }
    }
    let file = inputs.paths.first().map_or(Path::new(""), PathBuf::as_path);
    match problem {
        _ if !text.is_empty() => Ok(text),
        _ if !numbers.is_empty() => {
            Err(Error::new(file, format!("has no question `{number}`"), format!("choose one of {}", numbers.join(", "))))
        }
        Some(problem) => Err(Error::new(Path::new(&problem.file), problem.what, problem.remedy)),
        None => Err(Error::new(file, "has no questions", "check that it is a letter with questions and answers")),
    }
}
