//! Sheets for people who code a sample: the texts and empty cells for the codes, without those of the machine, and the codebook beside
//! them. As a workbook with lists to choose from, or as tables.

mod definitions;
mod workbook;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::cell::{decimal, guarded};
use super::evaluation::csv;
use super::tables::schema::{self, Column, Kind, Table};
use super::words::of;
use super::{Language, disk};
use crate::codings::Unit;
use crate::error::{Error, Result};
use crate::evaluation::design::{Sample, named};

pub use definitions::{Code, definitions};

/// The columns of a sheet: what is shown, then what a person fills in.
pub const SHOWN: [&str; 6] = ["id", "letter", "number", "theme", "question", "answer"];

/// The columns that a person fills in, each with the codes to choose from; free text where there are none.
pub const FILLED: [(&str, &[&str]); 10] = [
    ("class", &["substantive", "deferral", "external_reference", "unresolved", "unanswered"]),
    ("deferral", &["none", "document", "moment", "open"]),
    ("document", &[]),
    ("due", &[]),
    ("external", &["none", "authority", "earlier_letter", "annex", "website", "document"]),
    ("internal", &[]),
    ("no_information", &["0", "1"]),
    ("refusal", &["0", "1"]),
    ("sure", &["H", "L"]),
    ("note", &[]),
];

/// Writes the sheets of a sample for so many coders, the codebook beside them where a sheet cannot hold it, and the second file with
/// strata and probabilities; gives the files.
///
/// `out` ends in .xlsx or .csv. For two coders `sheet.xlsx` becomes `sheet-1.xlsx` and `sheet-2.xlsx`.
///
/// # Errors
/// `out` has another ending, a file is there already, or cannot be written.
pub fn write(out: &Path, sample: &Sample, coders: u32, language: Language) -> Result<Vec<PathBuf>> {
    let ending = out.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if !["xlsx", "csv"].contains(&ending.as_str()) {
        return Err(Error::new(out, "is no name for a sheet", "give a name that ends in .xlsx or .csv"));
    }
    let stem = out.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let mut made: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for coder in 1..=coders.max(1) {
        let name = if coders > 1 { format!("{stem}-{coder}.{ending}") } else { format!("{stem}.{ending}") };
        let units = sample.order(coder);
        let bytes = if ending == "xlsx" { workbook::workbook(&units, language)? } else { table(&units)? };
        made.push((out.with_file_name(name), bytes));
    }
    if ending == "csv" {
        made.push((out.with_file_name(format!("{stem}-codebook.csv")), codebook(language)?));
    }
    made.push((named(out, &stem), design(sample)?));
    // A sheet that is there may hold days of somebody's work.
    for (file, _) in &made {
        disk::spare(file, "may hold codes", "move it away, or give another name with --out")?;
    }
    for (file, bytes) in &made {
        disk::replace(file, bytes, &[])?;
    }
    Ok(made.into_iter().map(|(file, _)| file).collect())
}

/// What a unit shows, in the order of [`SHOWN`].
fn shown(unit: &Unit) -> [&str; 6] {
    [&unit.id, &unit.letter, &unit.number, &unit.theme, &unit.question, &unit.answer]
}

/// The sheet as a table.
fn table(units: &[&Unit]) -> Result<Vec<u8>> {
    let columns = SHOWN.into_iter().chain(FILLED.map(|(name, _)| name));
    let columns = columns.map(|name| Column { name: name.to_owned(), kind: Kind::Text, about: String::new() }).collect();
    let table = Table { name: "sheet", row: "an answer to code", columns, keys: &[] };
    let empty = || FILLED.iter().map(|_| String::new());
    let rows = units.iter().map(|unit| shown(unit).into_iter().map(str::to_owned).chain(empty()).collect()).collect();
    csv(&table, rows, false)
}

/// The codebook as a table.
fn codebook(language: Language) -> Result<Vec<u8>> {
    let columns = ["column", "code", "meaning"].map(|name| Column { name: name.to_owned(), kind: Kind::Text, about: String::new() });
    let table = Table { name: "codebook", row: "a code", columns: columns.to_vec(), keys: &[] };
    let row = |code: &Code| [code.column, code.code, code.meaning(language)].map(|text| guarded(text.into()).into_owned()).to_vec();
    csv(&table, definitions().iter().map(row).collect(), true)
}

/// The second file: what was drawn from where, with which probability.
fn design(sample: &Sample) -> Result<Vec<u8>> {
    let rows = sample.units.iter().zip(&sample.strata_of).map(|(unit, stratum)| {
        let allotted = sample.strata.get(stratum);
        let [drawn, units] =
            [allotted.map(|stratum| stratum.drawn), allotted.map(|stratum| stratum.units)].map(|n| n.unwrap_or(0).to_string());
        let probability = allotted.map(|stratum| decimal(stratum.probability())).unwrap_or_default();
        vec![unit.id.clone(), stratum.clone(), probability, drawn, units, sample.seed.to_string()]
    });
    csv(&schema::evaluation::design(), rows.collect(), false)
}

/// What was drawn, on the screen.
pub fn summary(sample: &Sample, files: &[PathBuf], language: Language) -> String {
    let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
    let drawn = of(sample.units.len() as u64, sample.answers, language);
    let mut text = format!("{drawn} {}, seed {}\n", say("antwoorden getrokken", "answers drawn"), sample.seed);
    for (stratum, allotted) in &sample.strata {
        let _ = writeln!(text, "  {stratum:<20} {:>12}", of(allotted.drawn, allotted.units, language));
    }
    for file in files {
        let _ = writeln!(text, "{}", file.display());
    }
    text + say(
        "houd het laatste bestand bij de codeurs weg: het zegt wat de machine gaf\n",
        "keep the last file from the coders: it says what the machine gave\n",
    )
}
