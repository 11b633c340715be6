//! Figures on codings that were made before: `measure` and `compare`.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::inputs::Writing;
use crate::codebook::Codebook;
use crate::error::{Error, Result};
use crate::gathered::Codings;
use crate::measure::{Seed, Survey, Validation};
use crate::report::cell::Style;
use crate::report::tables::package::Read;
use crate::report::tables::{comparison, sides};
use crate::report::{disk, measured};

/// Codings to measure, and how.
#[derive(Clone, Debug)]
pub struct MeasureOptions {
    /// Tables with the columns of `answers.csv`, or folders that hold one.
    pub paths: Vec<PathBuf>,
    /// The folder for the output.
    pub out: PathBuf,
    /// How they are written.
    pub writing: Writing,
    /// The seed of figures that draw.
    pub seed: Seed,
}

/// Writes the tables of themes, letters, statistics and comparisons of codings; gives what they say in some lines.
///
/// The tables are the same whatever the order of the rows and however the codings were divided over tables.
///
/// # Errors
/// The mistakes in the tables, or the output cannot be written.
pub fn measure(options: &MeasureOptions) -> std::result::Result<String, Vec<Error>> {
    let mut codings = Codings::open(&options.paths)?;
    let survey = options.survey(&mut codings);
    let codebook = Codebook::embedded().map_err(|error| vec![error])?;
    let written = options.apart_from_input(&codings).and_then(|()| {
        let style = options.writing.style(&codebook, &options.paths);
        let read = read(&[&codings], style)?;
        measured::measured(&options.out, &codings, &survey, style, options.shown(style), &read)
    });
    written.map_err(|error| vec![error])?;
    Ok(measured::told(&survey, &options.out, options.writing.language))
}

/// Compares the codings of the first path with those of the second: of the same answers, pair by pair; else letters beside letters. Gives
/// what follows in some lines.
///
/// # Errors
/// As [`measure`].
pub fn compare(options: &MeasureOptions) -> std::result::Result<String, Vec<Error>> {
    let open = |path: Option<&PathBuf>| Codings::open(path.map(std::slice::from_ref).unwrap_or_default());
    let (mut one, mut other) = (open(options.paths.first())?, open(options.paths.get(1))?);
    one.name_as(&other);
    other.name_as(&one);
    let codebook = Codebook::embedded().map_err(|error| vec![error])?;
    let style = options.writing.style(&codebook, &options.paths);
    let names = [0, 1].map(|place| options.paths.get(place).map(|path| style.shown(path)).unwrap_or_default());
    let mut both = [one.shared_with(&other), other.shared_with(&one)];
    let paired = !both[0].is_empty();
    let [here, there] = if paired { both.each_mut() } else { [&mut one, &mut other] }.map(|codings| options.survey(codings));
    let pair = [(names[0].as_str(), &here), (names[1].as_str(), &there)];
    let written = options.apart_from_input(&one).and_then(|()| options.apart_from_input(&other)).and_then(|()| {
        let rows = if paired { sides::together(pair, style)? } else { comparison::apart(pair, style)? };
        let read = read(&[&one, &other], style)?;
        let mut all = here.clone();
        all += there.clone();
        measured::compared(&options.out, &rows, if paired { &here } else { &all }, style, options.shown(style), &read)
    });
    written.map_err(|error| vec![error])?;
    let language = options.writing.language;
    let mut text = String::new();
    if paired {
        let [shared, _] = &both;
        let count = shared.len();
        let (mine, theirs) = (one.len() - count, other.len() - count);
        let say = |dutch, english| language.pick(dutch, english);
        let _ = writeln!(
            text,
            "{count} {}, {mine} {} {}, {theirs} {} {}",
            say("antwoorden door beide gecodeerd", "answers coded by both"),
            say("alleen in", "only in"),
            names[0],
            say("alleen in", "only in"),
            names[1]
        );
        text += &sides::agreement(&Validation::of(&shared.beside(&both[1]), options.seed.0), language);
    }
    for (name, survey) in pair {
        let _ = write!(text, "{name}: {}", measured::shares(survey, language));
    }
    let _ = writeln!(text, "{} {}", language.pick("bestanden in", "files in"), options.out.display());
    Ok(text)
}

fn read(codings: &[&Codings], style: Style<'_>) -> Result<Vec<Read>> {
    let files = codings.iter().flat_map(|codings| &codings.files);
    files.map(|file| Ok(Read { file: style.shown(file), made: disk::digest(file)? })).collect()
}

impl MeasureOptions {
    /// The codings as the statistics see them.
    fn survey(&self, codings: &mut Codings) -> Survey {
        let mut survey = codings.survey();
        survey.sort();
        survey.seed = self.seed;
        survey
    }

    /// The output folder must not be that of the codings: files of the run that made them would be replaced.
    fn apart_from_input(&self, codings: &Codings) -> Result<()> {
        let canonical = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let out = canonical(&self.out);
        let same = codings.files.iter().find(|file| canonical(file).parent() == Some(out.as_path()));
        same.map_or(Ok(()), |file| Err(Error::new(file, "lies in the folder for the output", "give another folder with --out")))
    }

    /// The options that shape the output.
    fn shown(&self, style: Style<'_>) -> Value {
        json!({
            "paths": self.paths.iter().map(|path| style.shown(path)).collect::<Vec<_>>(),
            "language": self.writing.language.pick("nl", "en"),
            "raw": self.writing.raw,
            "excel": self.writing.excel,
            "seed": self.seed.0,
        })
    }
}
