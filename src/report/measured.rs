//! The output of `measure` and `compare`: tables of figures on codings that were made before, by people or by the program.

use std::fmt::Write;
use std::path::Path;

use serde_json::Value;

use super::Language;
use super::cell::Style;
use super::disk::Folder;
use super::tables::comparison::{self, Kind};
use super::tables::package::{self, DATAPACKAGE, Found, Read, Run};
use super::tables::row::Theme;
use super::tables::schema::{self, Table};
use super::tables::statistics;
use super::tables::{header, misfit, push};
use super::words::{counted, share_of};
use crate::coder::EDITION;
use crate::error::Result;
use crate::gathered::{Coded, Codings};
use crate::measure::{Counts, Member, Seed, Survey};

/// Writes the tables of themes, letters, statistics and comparisons of codings whose survey is sorted, to the folder `root`.
///
/// # Errors
/// They cannot be written.
pub fn measured(root: &Path, codings: &Codings, survey: &Survey, style: Style<'_>, options: Value, inputs: &[Read]) -> Result<()> {
    let mut folder = Folder::open(root)?;
    let all: Counts = survey.members().iter().map(Member::in_total).sum();
    for table in schema::tables() {
        let mut growing = match table.name {
            "themes" | "letters" | "statistics" | "comparison" => folder.create(&format!("{}.csv", table.name))?,
            _ => continue,
        };
        growing.append(&header(&table, style)?)?;
        match table.name {
            "themes" => growing.append(&themes(survey, all, style)?)?,
            "letters" => growing.append(&letters(&table, codings, survey, style)?)?,
            "statistics" => statistics::statistics(survey, survey.texts.reuse.reused(), style, |rows| growing.append(rows))?,
            _ => growing.append(&comparison::comparison(survey, style)?)?,
        }
        folder.close(growing)?;
    }
    finish(folder, all, survey, style, options, inputs)
}

/// Writes the table in which two sides are compared.
///
/// # Errors
/// It cannot be written.
pub fn compared(root: &Path, rows: &[u8], survey: &Survey, style: Style<'_>, options: Value, inputs: &[Read]) -> Result<()> {
    let mut folder = Folder::open(root)?;
    let table = schema::tables().into_iter().find(|table| table.name == "comparison");
    let mut growing = folder.create("comparison.csv")?;
    table.iter().try_for_each(|table| growing.append(&header(table, style)?))?;
    growing.append(rows)?;
    folder.close(growing)?;
    let all = survey.members().iter().map(Member::in_total).sum();
    finish(folder, all, survey, style, options, inputs)
}

fn finish(mut folder: Folder, counts: Counts, survey: &Survey, style: Style<'_>, options: Value, inputs: &[Read]) -> Result<()> {
    let datapackage = package::datapackage(&schema::tables(), folder.made(), style);
    folder.write(DATAPACKAGE, &datapackage)?;
    let counts = Found {
        letters: survey.members().len() as u32,
        counts,
        without: None,
        documents_waited_for: survey.concentration().map_or(0, |(.., different)| different),
        documents_promised: std::collections::BTreeMap::new(),
        unparsed: 0,
        problems: 0,
    };
    // Which codebook the coders used, the tables do not say.
    let run = Run { version: EDITION, codebook: "", options, counts, inputs, outputs: folder.made() }.bytes();
    folder.finish(&run)
}

fn themes(survey: &Survey, all: Counts, style: Style<'_>) -> Result<Vec<u8>> {
    let mut csv = style.rows();
    for member in survey.members() {
        for (theme, counts) in &member.themes {
            let row = Theme::new(style.cell(&*member.about.letter), style.cell(theme.as_str()), *counts, "theme", style);
            push(&mut csv, "themes", row)?;
        }
    }
    push(&mut csv, "themes", Theme::new("".into(), "total".into(), all, "total", style))?;
    csv.into_inner().map_err(|error| misfit("themes", &error))
}

/// The letters with their counts; what codings do not tell stays empty.
fn letters(table: &Table, codings: &Codings, survey: &Survey, style: Style<'_>) -> Result<Vec<u8>> {
    let mut csv = style.rows();
    let nothing = Coded::default();
    for member in survey.members() {
        let coded = codings.letters().get(&member.about.letter).unwrap_or(&nothing);
        let count = |name: &str| Counts::NAMES.iter().position(|other| *other == name).map(|place| member.counts.all()[place].to_string());
        let cell = |name: &str| match name {
            "letter" => style.cell(&*member.about.letter).into_owned(),
            "date" => coded.date.clone(),
            "asked" => coded.asked.clone(),
            "days" => member.about.days.map(|days| days.to_string()).unwrap_or_default(),
            "sender" => style.cell(&*member.about.sender).into_owned(),
            other => count(other).unwrap_or_default(),
        };
        let row: Vec<String> = table.columns.iter().map(|column| cell(&column.name)).collect();
        csv.write_record(row).map_err(|error| misfit("letters", &error))?;
    }
    csv.into_inner().map_err(|error| misfit("letters", &error))
}

/// What was measured, on the screen.
pub fn told(survey: &Survey, out: &Path, language: Language) -> String {
    let mut text = shares(survey, language);
    if let [only] = survey.members() {
        text += &verdict(only, survey.seed, language);
    }
    let _ = writeln!(text, "{} {}", language.pick("bestanden in", "files in"), out.display());
    text
}

/// How many letters there are, and how often their answers defer.
pub fn shares(survey: &Survey, language: Language) -> String {
    let members = survey.members();
    let counts: Counts = members.iter().map(|member| member.counts).sum();
    let mut text = counted(members.len() as u64, ("brief", "brieven"), ("letter", "letters"), language) + "\n";
    for (label, count) in [
        (language.pick("uitgesteld", "deferred"), counts.deferral),
        (language.pick("wacht op een document", "waits for a document"), counts.defers_to_document),
        (language.pick("hetzelfde, met verwijzingen ernaar", "the same, with references to it"), counts.defers_including_references),
    ] {
        let _ = writeln!(text, "  {label:<36} {}", share_of(count, counts.answered, language));
    }
    text
}

/// What follows for the themes of a letter, with p; nothing where it has one.
pub fn verdict(member: &Member, seed: Seed, language: Language) -> String {
    comparison::of_themes(member, seed).map_or_else(String::new, |(p, verdict)| {
        let p = p.map(|p| format!(" (p = {p:.2})")).unwrap_or_default();
        let p = if language == Language::Dutch { p.replace('.', ",") } else { p };
        format!("  {}{p}\n", Kind::Themes.says(verdict, language))
    })
}
