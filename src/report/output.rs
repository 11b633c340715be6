//! The files of a run, from the first page to `run.json`.

use std::collections::HashMap;
use std::path::Path;

use serde_json::Value;

use super::Language;
use super::cell::Style;
use super::disk::{Folder, Growing};
use super::figures;
use super::package::{self, DATAPACKAGE, Found, Read, Run};
use super::schema;
use super::summary::Totals;
use super::tables::{Page, Rows, Same};
use super::unit::ThemeCounts;
use crate::documents::Ledger;
use crate::error::{Problem, Result};

/// The output of a run while it goes on.
#[derive(Debug)]
pub struct Output<'c> {
    folder: Folder,
    tables: [Growing; 8],
    style: Style<'c>,
    /// The figures so far.
    pub totals: Totals,
    /// Counts of the themes so far.
    pub themes: Vec<ThemeCounts>,
    /// The first letter that said the same.
    said: HashMap<u64, String>,
    ledger: Ledger,
}

impl<'c> Output<'c> {
    /// Begins the files of a run in the folder `root`.
    ///
    /// # Errors
    /// The folder cannot be made or written.
    pub fn open(root: &Path, style: Style<'c>) -> Result<Self> {
        let folder = Folder::open(root)?;
        let [answers, evidence, documents, documents_all, themes, letters, unparsed, problems] =
            schema::tables().map(|table| begin(&folder, &table));
        let tables = [answers?, evidence?, documents?, documents_all?, themes?, letters?, unparsed?, problems?];
        Ok(Self { folder, tables, style, totals: Totals::default(), themes: Vec::new(), said: HashMap::new(), ledger: Ledger::default() })
    }

    /// Adds the next letters.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn add(&mut self, page: Page) -> Result<()> {
        for (table, rows) in self.tables.iter_mut().zip(&page.tables) {
            table.append(rows)?;
        }
        self.totals += page.totals;
        self.themes.extend(page.themes);
        self.ledger += page.ledger;
        page.letters.into_iter().try_for_each(|letter| self.compare(letter))
    }

    /// Warns of a letter that says the same as an earlier one: counted twice, it makes every figure too sure.
    fn compare(&mut self, Same { letter, file, said }: Same) -> Result<()> {
        let Some(first) = self.said.get(&said) else {
            self.said.insert(said, letter);
            return Ok(());
        };
        let what = format!("holds the same questions and answers as {first}, and both are counted");
        let mut rows = Rows::new(self.style);
        rows.problem(&Problem { file, letter, stage: "read", what, remedy: "leave one of the two out".to_owned() })?;
        self.add(rows.into_page()?)
    }

    /// Adds a whole file, such as the text of a letter.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn file(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.folder.write(name, bytes)
    }

    /// Draws the charts, ends the tables, describes them, and puts everything in its place.
    ///
    /// # Errors
    /// Something cannot be written.
    pub fn finish(mut self, codebook: &str, language: Language, options: Value, inputs: &[Read]) -> Result<Totals> {
        let mut rows = Rows::new(self.style);
        rows.total(self.totals.counts)?;
        rows.ledger(&self.ledger)?;
        let figures = figures::charts(&self.totals, &self.themes, codebook, language);
        figures::warning(&figures).iter().try_for_each(|warning| rows.problem(warning))?;
        match figures::files(&figures) {
            Ok(charts) => charts.iter().try_for_each(|(name, bytes)| self.folder.write(name, bytes))?,
            // Tables without charts are worth more than neither.
            Err(error) => rows.problem(&Problem::from_error(&error, "write"))?,
        }
        self.add(rows.into_page()?)?;
        for table in self.tables {
            self.folder.close(table)?;
        }
        let datapackage = package::datapackage(self.folder.made(), self.style.raw);
        self.folder.write(DATAPACKAGE, &datapackage)?;
        let counts = Found {
            letters: self.totals.letters,
            counts: self.totals.counts,
            documents_waited_for: self.totals.documents(),
            documents_promised: self.ledger.promised(),
            unparsed: self.totals.unparsed,
            problems: self.totals.problems.values().sum(),
        };
        let run = Run { version: env!("CARGO_PKG_VERSION"), codebook, options, counts, inputs, outputs: self.folder.made() }.bytes();
        self.folder.finish(&run)?;
        Ok(self.totals)
    }
}

fn begin(folder: &Folder, table: &schema::Table) -> Result<Growing> {
    let mut growing = folder.create(&format!("{}.csv", table.name))?;
    let header: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    growing.append(format!("{}\n", header.join(",")).as_bytes())?;
    Ok(growing)
}
