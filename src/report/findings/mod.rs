//! What a person reads of a run: its letters, the answers with their marked words, the documents with their proofs, the text that was
//! not understood. Bounded, so that a run larger than memory has a page too; the tables have everything.

pub mod headline;
pub mod quotation;
pub mod quote;
pub mod spread;
pub mod totals;
pub mod unanswered;
pub mod unit;
pub mod waited;

use super::Language;
use super::cell::Style;
use super::words::day;
use crate::coder::Judged;
use crate::documents::{Basis, Document, Said, State};
use crate::letter::{About, Letter, PartKind};
use crate::measure::Survey;
use crate::time::{Date, Interval};
use quotation::Quotation;
use quote::Quote;
use totals::Totals;
use unit::ThemeCounts;
use unit::units;

/// The figures of a run, and the letters of it that are shown; those of two parts of it add up.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// The figures.
    pub totals: Totals,
    /// Counts of the themes, in order of the letters.
    pub themes: Vec<ThemeCounts>,
    /// Everything that statistics are made of.
    pub survey: Survey,
    /// The letters that are shown, in their order.
    pub letters: Vec<Shown>,
}

/// A letter with everything of it that is shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its name in the tables.
    pub id: String,
    /// Its file, as the tables name it.
    pub file: String,
    /// What it says of itself.
    pub about: About,
    /// Its answers, in order.
    pub quotations: Vec<Quotation>,
    /// The documents that it names, in order of their first mention.
    pub documents: Vec<Registered>,
    /// The stretches that were not understood.
    pub unparsed: Vec<Quote>,
    /// What a reader should know of how it was read.
    pub warnings: Vec<String>,
}

/// A document of the register with its proofs.
#[derive(Clone, Debug)]
pub struct Registered {
    /// Kind and period, or as described.
    pub name: String,
    /// State on the date of the letter.
    pub state: State,
    /// When it is due.
    pub due: Option<Interval>,
    /// What the state rests on.
    pub basis: Basis,
    /// The words that prove its state.
    pub evidence: Option<Quote>,
    /// The words that give the due date.
    pub due_quote: Option<Quote>,
    /// The words elsewhere in the letter that tell which document it is.
    pub about: Vec<Quote>,
    /// What else the letter says of it: a state, a due date, the words.
    pub others: Vec<(State, Option<Interval>, Quote)>,
    /// When such documents usually appear.
    pub usual: Option<Interval>,
    /// Ids of the answers that name it.
    pub named_by: Vec<String>,
    /// Ids of the answers that wait for it.
    pub awaited_by: Vec<String>,
}

impl Shown {
    /// What the letter says of itself, as labels and values.
    pub fn facts(&self, language: Language) -> Vec<(&'static str, String)> {
        let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
        let About { date, asked, sender, addressee, subject, reference, .. } = &self.about;
        let at = |date: &Option<Date>| date.map(|date| day(date, language)).unwrap_or_default();
        let days = date.zip(*asked).map(|(date, asked)| (date - asked).get_days());
        let asked = match days {
            Some(days) if days >= 0 => format!("{} ({days} {})", at(asked), say("dagen eerder", "days before")),
            _ => at(asked),
        };
        let dated = if date.is_none() { say("staat niet in de brief", "not in the letter").to_owned() } else { at(date) };
        let facts = [
            (say("onderwerp", "subject"), subject.clone()),
            (say("afzender", "sender"), sender.clone()),
            (say("gericht aan", "addressee"), addressee.clone()),
            (say("datum", "date"), dated),
            (say("gevraagd op", "asked on"), asked),
            (say("kenmerk", "reference"), reference.clone()),
            (say("bestand", "file"), self.file.rsplit('/').next().unwrap_or_default().to_owned()),
        ];
        facts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }
}

impl Findings {
    /// Shows a letter.
    pub fn show(&mut self, judged: &Judged, style: Style<'_>) {
        let (letter, language) = (&judged.letter, style.language);
        let quotations: Vec<Quotation> = units(judged).into_iter().map(|unit| Quotation::of(unit, style.codebook, language)).collect();
        let documents = judged.register.documents.iter().enumerate().filter(|(_, document)| document.is_told()).map(|(place, document)| {
            let awaited_by =
                quotations.iter().filter(|quotation| quotation.awaited == Some(place)).map(|quotation| quotation.coding.id.clone());
            Registered { awaited_by: awaited_by.collect(), ..registered(letter, document, style) }
        });
        let documents = documents.collect();
        let unparsed = letter.parts.iter().filter(|part| part.kind == PartKind::Unparsed).map(|part| part.span.trimmed(&letter.text));
        self.letters.push(Shown {
            id: letter.id.clone(),
            file: style.shown(&letter.file),
            about: letter.about.clone(),
            quotations,
            documents,
            unparsed: unparsed.filter(|span| !span.is_empty()).map(|span| Quote::of(letter, span, language)).collect(),
            warnings: letter.warnings.clone(),
        });
    }

    /// Adds a later part of the run. No more than `limit` answers are shown; of the letter that reaches the limit, the first ones.
    pub fn append(&mut self, other: Self, limit: usize) {
        self.totals += other.totals;
        self.themes.extend(other.themes);
        self.survey += other.survey;
        let mut room = limit.saturating_sub(self.quotations().count());
        for mut letter in other.letters {
            let kept = letter.quotations.len().min(room);
            room -= kept;
            if kept > 0 || letter.quotations.is_empty() && room > 0 {
                letter.quotations.truncate(kept);
                self.letters.push(letter);
            }
        }
    }

    /// How many answers stand in the tables only.
    pub fn left_out(&self) -> usize {
        ((self.totals.counts.questions + self.totals.without.asked) as usize).saturating_sub(self.quotations().count())
    }

    /// All answers that are shown, in order.
    pub fn quotations(&self) -> impl Iterator<Item = &Quotation> {
        self.letters.iter().flat_map(|letter| &letter.quotations)
    }
}

fn registered(letter: &Letter, document: &Document, style: Style<'_>) -> Registered {
    let quote = |span| Quote::of(letter, span, style.language);
    Registered {
        name: document.name.split_whitespace().collect::<Vec<_>>().join(" "),
        state: document.state,
        basis: document.basis,
        due: document.due,
        evidence: document.evidence.map(quote),
        due_quote: document.due_span.map(quote),
        about: document.about.iter().copied().map(quote).collect(),
        others: document.others.iter().map(|Said { state, due, evidence, .. }| (*state, *due, quote(*evidence))).collect(),
        usual: document.usual(style.codebook, &letter.about.sender),
        named_by: document.answers.clone(),
        awaited_by: Vec::new(),
    }
}
