//! The output of `code`: the table of answers alone, written while the run goes on, and the few figures that it ends with.

use std::path::{Path, PathBuf};

use super::cell::{Place, Style};
use super::disk::{Whole, spare_printed};
use super::findings::unanswered::Unanswered;
use super::findings::unit::{counts, units};
use super::tables::same::{Said, Same};
use super::tables::{Csv, answers, evidence, header, rows, schema, unparsed, warned};
use crate::coder::Judged;
use crate::error::{Problem, Result};
use crate::measure::Counts;
use crate::text::CharIndex;

/// The figures of a run of which only the answers are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Letters.
    pub letters: u32,
    /// Counts of their questions, but for those of letters that only ask.
    pub counts: Counts,
    /// Questions that nobody could have answered yet, or that were put off.
    pub without: Unanswered,
    /// Letters without an answered question.
    pub unanswered: u32,
    /// Stretches of text that were not understood.
    pub unparsed: usize,
    /// Problems, but for what this program wrote itself ([`Problem::OWN`]).
    pub problems: usize,
}

impl Figures {
    /// Whether everything was read and understood.
    pub const fn is_understood(&self) -> bool {
        self.unparsed == 0 && self.problems == 0
    }
}

/// What some letters that follow one another add to the table.
#[derive(Debug)]
pub struct Part<'c> {
    style: Style<'c>,
    answers: Csv,
    /// The words that prove the codes, where they are written.
    proofs: Option<Csv>,
    figures: Figures,
    problems: Vec<Problem>,
    said: Vec<Same>,
}

impl<'c> Part<'c> {
    /// Nothing yet; with `proves`, the words that prove the codes are kept as well.
    pub fn new(style: Style<'c>, proves: bool) -> Self {
        let proofs = proves.then(|| style.rows());
        Self { style, answers: style.rows(), proofs, figures: Figures::default(), problems: Vec::new(), said: Vec::new() }
    }

    /// Adds a letter.
    ///
    /// # Errors
    /// A row does not fit its table; that is a mistake in this program.
    pub fn letter(&mut self, judged: &Judged) -> Result<()> {
        let letter = &judged.letter;
        let (chars, units) = (CharIndex::new(&letter.text), units(judged));
        for unit in &units {
            let place = Place::new(letter, &chars, unit.exchange);
            answers::add(&mut self.answers, *unit, &place, self.style)?;
            self.proofs.iter_mut().try_for_each(|proofs| evidence::add(proofs, *unit, &place, self.style))?;
        }
        let counts = counts(&units);
        self.figures.letters += 1;
        self.figures.unanswered += u32::from(counts.answered == 0);
        let (without, counts) = Unanswered::of(letter.about.kind, counts);
        self.figures.without += without;
        self.figures.counts += counts;
        self.figures.unparsed += unparsed(letter).count();
        self.problems.extend(letter.warnings.iter().map(|warning| warned(letter, warning)));
        self.said.extend(Same::of(letter, self.style));
        Ok(())
    }

    /// Adds a problem.
    pub fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }
}

/// The table while the run goes on.
#[derive(Debug)]
pub struct Alone<'c, P> {
    style: Style<'c>,
    /// Where it is written, if not printed.
    file: Option<Whole>,
    print: P,
    /// Where the words go that prove the codes, if they are wanted.
    proofs: Option<Whole>,
    /// The figures so far.
    pub figures: Figures,
    said: Said,
}

impl<'c, P: FnMut(&[u8]) -> Result<()>> Alone<'c, P> {
    /// Begins the table in the file `out`, or else for `print`, which prints to standard output, and that of the words that prove the
    /// codes in the file `proofs`, if any; none of these is one of the files that are `read`.
    ///
    /// # Errors
    /// One is, the two files are one, or a file cannot be made.
    pub fn open(out: Option<&Path>, proofs: Option<&Path>, read: &[PathBuf], style: Style<'c>, print: P) -> Result<Self> {
        let whole = |name: Option<&Path>| name.map(|name| Whole::open(name, read)).transpose();
        let (file, proofs) = (whole(out)?, whole(proofs)?);
        if file.is_none() {
            spare_printed(read)?;
        }
        if let (Some(file), Some(proofs)) = (&file, &proofs) {
            file.is_apart_from(proofs)?;
        }
        Ok(Self { style, file, print, proofs, figures: Figures::default(), said: Said::default() })
    }

    /// Adds the next letters; gives their problems.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn add(&mut self, part: Part<'_>) -> Result<Vec<Problem>> {
        let mut problems = part.problems;
        problems.extend(part.said.into_iter().filter_map(|letter| self.said.meet(letter)));
        // A run that reads no letter writes no table, not even an empty one.
        if self.figures.letters == 0 && part.figures.letters > 0 {
            let [answers, evidence, ..] = schema::tables();
            self.write(&header(&answers, self.style)?)?;
            self.prove(&header(&evidence, self.style)?)?;
        }
        self.write(&rows(part.answers, "answers")?)?;
        part.proofs.map_or(Ok(()), |proofs| self.prove(&rows(proofs, "evidence")?))?;
        let Figures { letters, counts, without, unanswered, unparsed, .. } = part.figures;
        self.figures.letters += letters;
        self.figures.without += without;
        self.figures.counts += counts;
        self.figures.unanswered += unanswered;
        self.figures.unparsed += unparsed;
        self.figures.problems += problems.iter().filter(|problem| problem.is_wrong()).count();
        Ok(problems)
    }

    /// Ends the tables; gives the figures.
    ///
    /// # Errors
    /// A file cannot be put in its place.
    pub fn finish(self) -> Result<Figures> {
        let wholes = [self.file, self.proofs].into_iter().flatten().filter(|_| self.figures.letters > 0);
        wholes.into_iter().try_for_each(Whole::finish)?;
        Ok(self.figures)
    }

    fn prove(&mut self, bytes: &[u8]) -> Result<()> {
        self.proofs.as_mut().map_or(Ok(()), |proofs| proofs.append(bytes))
    }

    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        match &mut self.file {
            Some(file) => file.append(bytes),
            None => (self.print)(bytes),
        }
    }
}
