//! Judged letters become the rows of the tables.

pub mod answers;
pub mod comparison;
mod documents;
pub mod evidence;
mod own;
pub mod package;
pub mod row;
pub mod same;
pub mod schema;
pub mod sides;
pub mod statistics;
mod surveyed;

use std::borrow::Cow;
use std::path::Path;

use serde::Serialize;

use super::cell::{Place, Style, kind, unparsed_share};
use super::findings::Findings;
use super::findings::totals::{Heading, Totals};
use super::findings::unanswered::Unanswered;
use super::findings::unit::{ThemeCounts, Unit, counted, uncorrected, units};
use crate::coder::Judged;
use crate::documents::{Annotated, Ledger};
use crate::error::{Error, Problem, Result};
use crate::letter::{Letter, PartKind};
use crate::measure::Counts;
use crate::text::{CharIndex, Span};
use same::Same;

pub use own::is_own;

/// What some letters that follow one another add to the output.
#[derive(Debug)]
pub struct Page {
    /// Rows without headers, in the order of [`schema::NAMES`].
    pub tables: [Vec<u8>; schema::NAMES.len()],
    /// Their figures, and what is shown of them.
    pub findings: Findings,
    /// Each letter with its file and what tells whether another one says the same.
    pub letters: Vec<Same>,
    /// Their documents, to be brought together over the run.
    pub ledger: Ledger,
}

/// Rows of all tables, for some letters that follow one another.
#[derive(Debug)]
pub struct Rows<'c> {
    pub(super) style: Style<'c>,
    answers: Csv,
    evidence: Csv,
    pub(super) documents: Csv,
    pub(super) documents_all: Csv,
    themes: Csv,
    letters: Csv,
    unparsed: Csv,
    problems: Csv,
    findings: Findings,
    /// The letters are shown on the page as well.
    shows: bool,
    letters_said: Vec<Same>,
    ledger: Ledger,
}

pub(super) type Csv = csv::Writer<Vec<u8>>;

impl<'c> Rows<'c> {
    /// No rows yet; with `shows`, the page shows the letters as well.
    pub fn new(style: Style<'c>, shows: bool) -> Self {
        let csv = || style.rows();
        Self {
            style,
            answers: csv(),
            evidence: csv(),
            documents: csv(),
            documents_all: csv(),
            themes: csv(),
            letters: csv(),
            unparsed: csv(),
            problems: csv(),
            findings: Findings::default(),
            shows,
            letters_said: Vec::new(),
            ledger: Ledger::default(),
        }
    }

    /// Adds a letter; `read` are its answers as the coder read them ([`crate::coder::Scratch::answers`]).
    ///
    /// # Errors
    /// A row does not fit its table; that is a mistake in this program.
    pub fn letter(&mut self, judged: &Judged, read: &[Annotated]) -> Result<()> {
        let letter = &judged.letter;
        let chars = CharIndex::new(&letter.text);
        let units = units(judged);
        let themes = counted(letter, &units);
        for unit in &units {
            self.answer(&chars, *unit)?;
        }
        for document in judged.register.documents.iter().filter(|document| document.is_told()) {
            self.document(letter, document)?;
        }
        self.ledger.add(letter, &judged.register);
        for theme in &themes {
            let row = row::Theme::new(self.text(&letter.id), self.text(&theme.title), theme.counts, "theme", self.style);
            push(&mut self.themes, "themes", row)?;
        }
        self.unparsed(letter, &chars)?;
        self.about(letter, &themes)?;
        for warning in &letter.warnings {
            self.problem(&warned(letter, warning))?;
        }
        self.letters_said.extend(Same::of(letter, self.style));
        let counts: Counts = themes.iter().map(|theme| theme.counts).sum();
        let totals = &mut self.findings.totals;
        totals.letters += 1;
        totals.first.get_or_insert_with(|| Heading::of(letter, &units));
        totals.unanswered += u32::from(counts.answered == 0);
        let (without, counts) = Unanswered::of(letter.about.kind, counts);
        totals.without += without;
        totals.counts += counts;
        totals.corrected += units.iter().filter(|unit| !unit.judgement.corrected.is_empty()).count() as u32;
        totals.uncorrected += Unanswered::of(letter.about.kind, uncorrected(&units)).1;
        totals.spread.add(letter, &units, counts);
        if counts.questions > 0 {
            self.findings.themes.extend(themes);
        }
        surveyed::add(&mut self.findings.survey, letter, &units, read);
        if self.shows {
            self.findings.show(judged, self.style);
        }
        Ok(())
    }

    /// Adds a row to the problems.
    ///
    /// # Errors
    /// As [`Rows::letter`].
    pub fn problem(&mut self, problem: &Problem) -> Result<()> {
        self.findings.totals.report(problem);
        let row = row::Problem {
            file: self.text(self.style.shown(Path::new(&problem.file))),
            letter: self.text(&problem.letter),
            stage: problem.stage,
            what: self.text(&problem.what),
            remedy: self.text(&problem.remedy),
        };
        push(&mut self.problems, "problems", row)
    }

    /// Adds the last rows of the themes.
    ///
    /// # Errors
    /// As [`Rows::letter`].
    pub fn total(&mut self, totals: &Totals) -> Result<()> {
        let style = self.style;
        let mut row = |counts, level| push(&mut self.themes, "themes", row::Theme::new("".into(), "total".into(), counts, level, style));
        row(totals.counts, "total")?;
        if totals.corrected > 0 { row(totals.uncorrected, "uncorrected") } else { Ok(()) }
    }

    /// Everything that was added.
    ///
    /// # Errors
    /// As [`Rows::letter`].
    pub fn into_page(self) -> Result<Page> {
        let mut tables = [const { Vec::new() }; schema::NAMES.len()];
        let writers =
            [self.answers, self.evidence, self.documents, self.documents_all, self.themes, self.letters, self.unparsed, self.problems];
        // Those of statistics are made of all letters together, at the end.
        let places = [0, 1, 2, 3, 4, 5, 8, 9];
        for (place, writer) in places.into_iter().zip(writers) {
            tables[place] = rows(writer, schema::NAMES[place])?;
        }
        Ok(Page { tables, findings: self.findings, letters: self.letters_said, ledger: self.ledger })
    }

    pub(super) fn text<'a>(&self, text: impl Into<Cow<'a, str>>) -> Cow<'a, str> {
        self.style.cell(text)
    }

    fn answer(&mut self, chars: &CharIndex, unit: Unit<'_>) -> Result<()> {
        let Unit { letter, exchange, judgement, .. } = unit;
        let coding = &judgement.coding;
        self.findings.totals.wait(letter, coding, judgement.document);
        let place = Place::new(letter, chars, exchange);
        answers::add(&mut self.answers, unit, &place, self.style)?;
        evidence::add(&mut self.evidence, unit, &place, self.style)
    }

    fn unparsed(&mut self, letter: &Letter, chars: &CharIndex) -> Result<()> {
        for span in unparsed(letter) {
            let row = row::Unparsed {
                letter: self.text(&letter.id),
                start: chars.at(&letter.text, span.start),
                end: chars.at(&letter.text, span.end),
                text: self.text(span.of(&letter.text)),
            };
            push(&mut self.unparsed, "unparsed", row)?;
            self.findings.totals.unparsed += 1;
        }
        Ok(())
    }

    fn about(&mut self, letter: &Letter, themes: &[ThemeCounts]) -> Result<()> {
        let counts: Counts = themes.iter().map(|theme| theme.counts).sum();
        let [questions, answered, classes @ ..] = counts.all();
        let about = &letter.about;
        let row = row::Letter {
            letter: self.text(&letter.id),
            file: self.text(self.style.shown(&letter.file)),
            kind: kind(about.kind),
            date: about.date.map(|date| date.to_string()).unwrap_or_default(),
            asked: about.asked.map(|date| date.to_string()).unwrap_or_default(),
            days: surveyed::days(about),
            sender: self.text(&about.sender),
            addressee: self.text(&about.addressee),
            subject: self.text(&about.subject),
            reference: self.text(&about.reference),
            questions,
            answered,
            unparsed_share: self.style.decimal(unparsed_share(letter)),
            classes,
        };
        push(&mut self.letters, "letters", row)
    }
}

/// The rows that were written to a table, without its header.
pub(super) fn rows(csv: Csv, name: &str) -> Result<Vec<u8>> {
    csv.into_inner().map_err(|error| misfit(name, &error))
}

/// A table before its first row: the header, after the byte order mark that Excel asks for.
pub(super) fn header(table: &schema::Table, style: Style<'_>) -> Result<Vec<u8>> {
    let mut csv = style.rows();
    csv.write_record(table.columns.iter().map(|column| &column.name)).map_err(|error| misfit(table.name, &error))?;
    let mut bytes = if style.excel { "\u{FEFF}".as_bytes().to_vec() } else { Vec::new() };
    bytes.extend(rows(csv, table.name)?);
    Ok(bytes)
}

/// What a reader should know of how a letter was read, as a problem.
pub(super) fn warned(letter: &Letter, warning: &str) -> Problem {
    Problem {
        file: letter.file.to_string_lossy().into_owned(),
        letter: letter.id.clone(),
        stage: "parse",
        what: warning.to_owned(),
        remedy: String::new(),
    }
}

/// The stretches of a letter that were not understood.
pub(super) fn unparsed(letter: &Letter) -> impl Iterator<Item = Span> {
    let parts = letter.parts.iter().filter(|part| part.kind == PartKind::Unparsed);
    parts.map(|part| part.span.trimmed(&letter.text)).filter(|span| !span.is_empty())
}

/// The page or paragraph in which a span begins; empty where the format has neither.
fn position(letter: &Letter, span: Span) -> String {
    letter.positions.at(span.start).map(|position| position.to_string()).unwrap_or_default()
}

pub(super) fn push(csv: &mut Csv, name: &str, row: impl Serialize) -> Result<()> {
    csv.serialize(row).map_err(|error| misfit(name, &error))
}

pub(super) fn misfit(name: &str, error: &dyn std::fmt::Display) -> Error {
    Error::new(Path::new(name), format!("a row does not fit its table: {error}"), "please report this: it is a mistake in antwoordmeter")
}
