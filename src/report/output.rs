//! The files of a run, from the first page to `run.json`.

use std::path::Path;

use serde_json::Value;

use super::cell::Style;
use super::charts::Figure;
use super::disk::{Folder, Growing};
use super::findings::Findings;
use super::page::{self, Matter};
use super::tables::package::{self, DATAPACKAGE, Found, Read, Run};
use super::tables::same::{Said, Same};
use super::tables::schema;
use super::tables::{Page, Rows, comparison, header, statistics};
use super::workbook::{self, Workbook};
use super::{figures, methods};
use crate::coder::EDITION;
use crate::documents::Ledger;
use crate::error::{Problem, Result};
use crate::measure::Reused;

/// The output of a run while it goes on.
#[derive(Debug)]
pub struct Output<'c> {
    folder: Folder,
    tables: [Growing; schema::NAMES.len()],
    style: Style<'c>,
    /// The figures so far, and what is shown.
    pub findings: Findings,
    /// Answers that the page shows at most.
    quotations: usize,
    /// The tables are written as a workbook as well.
    pub workbook: bool,
    said: Said,
    ledger: Ledger,
}

impl<'c> Output<'c> {
    /// Begins the files of a run in the folder `root`; the page shows at most so many answers.
    ///
    /// # Errors
    /// The folder cannot be made or written.
    pub fn open(root: &Path, style: Style<'c>, quotations: usize) -> Result<Self> {
        let folder = Folder::open(root)?;
        let [answers, evidence, documents, documents_all, themes, letters, statistics, comparison, unparsed, problems] =
            schema::tables().map(|table| begin(&folder, &table, style));
        let tables = [answers?, evidence?, documents?, documents_all?, themes?, letters?, statistics?, comparison?, unparsed?, problems?];
        Ok(Self {
            folder,
            tables,
            style,
            findings: Findings::default(),
            quotations,
            workbook: false,
            said: Said::default(),
            ledger: Ledger::default(),
        })
    }

    /// Adds the next letters.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn add(&mut self, page: Page) -> Result<()> {
        for (table, rows) in self.tables.iter_mut().zip(&page.tables) {
            table.append(rows)?;
        }
        self.findings.append(page.findings, self.quotations);
        self.ledger += page.ledger;
        page.letters.into_iter().try_for_each(|letter| self.compare(letter))
    }

    /// Warns of a letter that says the same as an earlier one.
    fn compare(&mut self, letter: Same) -> Result<()> {
        self.said.meet(letter).map_or(Ok(()), |warning| self.problems(&[warning]))
    }

    /// Adds problems that no letter has.
    ///
    /// # Errors
    /// As [`Output::add`].
    pub fn problems(&mut self, problems: &[Problem]) -> Result<()> {
        let mut rows = Rows::new(self.style, false);
        problems.iter().try_for_each(|problem| rows.problem(problem))?;
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
    pub fn finish(mut self, options: Value, inputs: &[Read]) -> Result<Findings> {
        let (codebook, language) = (self.style.codebook.hash(), self.style.language);
        let mut rows = Rows::new(self.style, false);
        rows.total(&self.findings.totals)?;
        rows.ledger(&self.ledger)?;
        self.findings.survey.sort();
        let (Findings { totals, themes, survey, .. }, style) = (&self.findings, self.style);
        // The charts need nothing of what is compared, and are ready before it.
        let (drawn, (reused, compared)) = rayon::join(
            || figures::charts(totals, themes, codebook, language),
            || rayon::join(|| survey.texts.reuse.reused(), || comparison::comparison(survey, style)),
        );
        let compared = compared?;
        // Tables without charts are worth more than neither.
        let figures = drawn.or_else(|error| rows.problem(&Problem::from_error(&error, "write")).map(|()| Vec::new()))?;
        figures::warning(&figures).iter().try_for_each(|warning| rows.problem(warning))?;
        self.add(rows.into_page()?)?;
        // Nor do pictures for print need the tables, or the page that shows these.
        let (painted, filled) = rayon::join(|| figures::files(&figures), || self.fill(reused, &compared, &figures));
        filled?;
        match painted {
            Ok(charts) => charts.iter().try_for_each(|(name, bytes)| self.folder.write(name, bytes))?,
            Err(error) => {
                self.problems(&[Problem::from_error(&error, "write")])?;
                self.show(&figures)?;
            }
        }
        for table in self.tables {
            self.folder.close(table)?;
        }
        let matter = methods::Matter {
            totals: &self.findings.totals,
            figures: &figures,
            codebook: self.style.codebook,
            options: &options,
            inputs: inputs.len(),
            compared: !compared.is_empty(),
            seed: self.findings.survey.seed,
            language,
        };
        self.folder.write(methods::NAME, methods::methods(&matter).as_bytes())?;
        self.folder.write(methods::SOURCES, methods::bibliography(&matter.formulas()).as_bytes())?;
        let datapackage = package::datapackage(&schema::tables(), self.folder.made(), self.style);
        self.folder.write(DATAPACKAGE, &datapackage)?;
        let counts = Found {
            letters: self.findings.totals.letters,
            counts: self.findings.totals.counts,
            without: Some(self.findings.totals.without),
            documents_waited_for: self.findings.totals.documents(),
            documents_promised: self.ledger.promised(),
            unparsed: self.findings.totals.unparsed,
            problems: self.findings.totals.problems.values().sum(),
        };
        let run = Run { version: EDITION, codebook, options, counts, inputs, outputs: self.folder.made() }.bytes();
        self.folder.finish(&run)?;
        Ok(self.findings)
    }
}

impl Output<'_> {
    /// Ends the tables that are made of the letters together, and shows all tables.
    fn fill(&mut self, reused: Reused, compared: &[u8], figures: &[Figure]) -> Result<()> {
        let [.., statistics, comparison, _, _] = &mut self.tables;
        comparison.append(compared)?;
        statistics::statistics(&self.findings.survey, reused, self.style, |rows| statistics.append(rows))?;
        self.show(figures)
    }

    /// Writes what shows the tables: the workbook, if it was asked for, and the page.
    fn show(&mut self, figures: &[Figure]) -> Result<()> {
        if self.workbook {
            self.write_workbook()?;
        }
        let tables = self.handed_out()?;
        let Style { codebook, language, .. } = self.style;
        let matter = Matter { findings: &self.findings, figures, codebook, tables: &tables, language };
        self.folder.write(page::NAME, &page::page(&matter)?)
    }

    /// The tables that the page hands out.
    fn handed_out(&mut self) -> Result<Vec<(String, Option<Vec<u8>>)>> {
        let whole = self.tables.iter().map(Growing::bytes).sum::<u64>() <= HANDED_OUT;
        let folder = &self.folder;
        let named = |table: &mut Growing| Ok((table.name().to_owned(), if whole { Some(folder.read(table)?) } else { None }));
        self.tables.iter_mut().map(named).collect()
    }

    /// Writes the tables as a workbook; what does not fit in it is a row of the problems, which are its last sheet.
    fn write_workbook(&mut self) -> Result<()> {
        let mut workbook = Workbook::new(self.folder.unfinished(), self.style)?;
        for (place, table) in schema::tables().iter().enumerate() {
            let Some(growing) = self.tables.get_mut(place) else { continue };
            let problems = workbook.sheet(table, self.folder.so_far(growing)?)?;
            self.problems(&problems)?;
        }
        self.folder.filled(workbook::NAME, |file| workbook.save(file))
    }
}

/// Tables of up to so many bytes together stand in the page itself; it points at larger ones.
const HANDED_OUT: u64 = 256 << 10;

fn begin(folder: &Folder, table: &schema::Table, style: Style<'_>) -> Result<Growing> {
    let mut growing = folder.create(&format!("{}.csv", table.name))?;
    growing.append(&header(table, style)?)?;
    Ok(growing)
}
