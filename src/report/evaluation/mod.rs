//! An evaluation becomes files: tables, a page of the disagreements to read, a note on method.

mod page;
mod rows;
mod summary;
mod told;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::Language;
use super::cell::{Style, guarded};
use super::disk::{self, Folder};
use super::methods::{self, Formula};
use super::tables::misfit;
use super::tables::package::{self, DATAPACKAGE, Read};
use super::tables::schema::{self, Kind, Table};
use crate::codebook::Codebook;
use crate::coder::EDITION;
use crate::error::{Error, Result};
use crate::evaluation::{Evaluation, Request, Way};

pub use page::NAME as PAGE;
pub use summary::summary;

/// What is written, and how.
#[derive(Clone, Copy, Debug)]
pub struct Matter<'m> {
    /// What was found.
    pub evaluation: &'m Evaluation,
    /// What was asked.
    pub request: &'m Request,
    /// The rules in words.
    pub codebook: &'m Codebook,
    /// The language of notes and page.
    pub language: Language,
    /// Leave out the apostrophe before what a spreadsheet would run.
    pub raw: bool,
}

impl<'m> Matter<'m> {
    /// How its cells are written.
    const fn style(&self) -> Style<'m> {
        Style { codebook: self.codebook, measured: true, raw: self.raw, excel: false, language: self.language, named: &[] }
    }
}

/// Refuses a folder whose files would be lost: that of the codings, or of another run.
///
/// # Errors
/// It is such a folder.
pub fn spare(out: &Path, request: &Request) -> Result<()> {
    let same = |file: &Path| {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::canonicalize(folder).is_ok_and(|folder| fs::canonicalize(out).is_ok_and(|out| out == folder))
    };
    let run: Value = fs::read(out.join(package::RUN)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    if same(&request.codings) || (run.get("outputs").is_some() && run.get("evaluation").is_none()) {
        return Err(Error::new(out, "holds a run that would be lost", "give another folder with --out"));
    }
    Ok(())
}

/// Writes all files of an evaluation into the folder `out`.
///
/// # Errors
/// Something cannot be written.
pub fn write(out: &Path, matter: &Matter<'_>) -> Result<()> {
    spare(out, matter.request)?;
    let Matter { evaluation, request, language, raw, .. } = *matter;
    let mut folder = Folder::open(out)?;
    let tables = schema::evaluation::tables();
    for (table, rows) in tables.iter().zip(rows::all(matter)) {
        folder.write(&format!("{}.csv", table.name), &csv(table, rows, raw)?)?;
    }
    folder.write(page::NAME, &page::page(matter)?)?;
    let formulas = formulas(evaluation);
    folder.write(methods::NAME, told::methods(matter, &formulas).as_bytes())?;
    folder.write(methods::SOURCES, methods::bibliography(&formulas).as_bytes())?;
    folder.write(DATAPACKAGE, &package::datapackage(&tables, folder.made(), matter.style()))?;
    let named = |file: &Path| file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let files = [&request.codings].into_iter().chain(&request.people).chain(&evaluation.read);
    let inputs = files.map(|file| Ok(Read { file: named(file), made: disk::digest(file)? })).collect::<Result<Vec<_>>>()?;
    let run = json!({
        "version": EDITION,
        "evaluation": {
            "codings": named(&request.codings),
            "people": request.people.iter().map(|file| named(file)).collect::<Vec<_>>(),
            "seed": request.seed,
            "language": language.pick("nl", "en"),
            "raw": raw,
            "units": evaluation.units,
            "letters": evaluation.letters,
            "corrected": evaluation.corrected,
            "disagreements": evaluation.disagreements.len(),
            "unmatched": evaluation.people.iter().map(|person| person.unmatched.len()).sum::<usize>(),
        },
        "inputs": inputs,
        "outputs": folder.made(),
    });
    folder.finish(&package::pretty(&run))
}

/// The bytes of a table, header included.
///
/// # Errors
/// A row does not fit; that is a mistake in this program.
pub(super) fn csv(table: &Table, rows: Vec<Vec<String>>, raw: bool) -> Result<Vec<u8>> {
    let fault = |error: csv::Error| misfit(table.name, &error);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(table.columns.iter().map(|column| &column.name)).map_err(fault)?;
    for row in rows {
        // A number below zero is no formula.
        let cells = row.into_iter().zip(&table.columns).map(|(cell, column)| match column.kind {
            Kind::Text if !raw => guarded(cell.into()).into_owned(),
            _ => cell,
        });
        writer.write_record(cells).map_err(fault)?;
    }
    writer.into_inner().map_err(|error| misfit(table.name, &error))
}

/// The formulas that its figures were made with.
fn formulas(evaluation: &Evaluation) -> Vec<Formula> {
    let measured = || evaluation.agreed.iter().map(|row| row.measured).chain(evaluation.rules.iter().map(|rule| rule.right));
    let drawn = measured().any(|measured| measured.basis.method() == "bootstrap_letters");
    let estimated = |way| evaluation.estimates.iter().any(|estimate| estimate.way == way && estimate.share.is_ok());
    let used = |formula: &Formula| match formula {
        Formula::Bootstrap | Formula::SplitMix => drawn,
        Formula::Wilson | Formula::FMeasure | Formula::Kappa | Formula::Alpha | Formula::Ac1 => !evaluation.agreed.is_empty(),
        Formula::RoganGladen | Formula::LangReiczigel => estimated(Way::RoganGladen),
        Formula::Stratified | Formula::PermanentNumbers => estimated(Way::Sample),
        _ => false,
    };
    Formula::ALL.into_iter().filter(used).collect()
}
