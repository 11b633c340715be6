//! The documents that were not yet available, each with the words that prove it.

use super::choice::{listed, short};
use super::compose::Page;
use super::draft::{Block, Cell, Column, Run, Table};
use crate::coding::DeferralKind;
use crate::documents::State;
use crate::report::Language;
use crate::report::findings::quote::Quote;
use crate::report::findings::{Registered, Shown};
use crate::report::words::codes;
use crate::report::words::days;

impl Page<'_> {
    /// The documents that answers wait for, with their proofs.
    pub fn documents(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading(1, "Documenten die nog moesten verschijnen", "Documents that were not yet available")];
        let documents = awaited(self.letter);
        if documents.is_empty() {
            let none = self.say(
                "De brief noemt geen document waarvan blijkt dat het nog moest verschijnen.",
                "The letter names no document that is shown not to exist yet.",
            );
            blocks.push(Block::Paragraph(vec![Run::plain(none)]));
        } else {
            let column = |dutch, english, width| Column { title: self.say(dutch, english).to_owned(), width, numbers: false };
            blocks.push(Block::Table(Table {
                caption: self
                    .say("Wanneer zij komen, met de woorden van de brief", "When they come, in the words of the letter")
                    .to_owned(),
                columns: vec![
                    column("Document", "Document", 4.0),
                    column("Verwacht", "Expected", 2.6),
                    column("Ant\u{AD}woorden", "Answers", 2.2),
                    column("Wat er staat", "What it says", 6.0),
                ],
                rows: documents.into_iter().map(|document| told(document, self.letter, self.language)).collect(),
            }));
        }
        let unnamed = self
            .letter
            .quotations
            .iter()
            .filter(|quotation| quotation.coding.deferral == Some(DeferralKind::Document) && quotation.awaited.is_none());
        let unnamed = listed(unnamed.map(short));
        if !unnamed.is_empty() {
            let sentence =
                self.say("Naar een document zonder naam verwijst ook antwoord", "To a document without a name refers, too, answer");
            blocks.push(Block::Paragraph(vec![Run::plain(format!("{sentence} {unnamed}."))]));
        }
        blocks
    }
}

/// The documents that an annex lists: those that answers wait for, and others of which the letter says that they are still to come.
fn awaited(letter: &Shown) -> Vec<&Registered> {
    let listed = |document: &&Registered| !document.awaited_by.is_empty() || document.state == State::Forthcoming;
    let mut documents: Vec<&Registered> = letter.documents.iter().filter(listed).collect();
    documents.sort_by_key(|document| document.awaited_by.is_empty());
    documents
}

/// The row of a document: its name, when it is expected, which answers wait for it, and the words of the letter.
fn told(document: &Registered, letter: &Shown, language: Language) -> Vec<Cell> {
    let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
    let at = document.due.map_or_else(|| say("niet gezegd", "not said").to_owned(), |due| days(due, language));
    let number = |id: &String| id.strip_prefix(&letter.id).map_or(id.as_str(), |rest| rest.trim_start_matches('#')).to_owned();
    let waiting: Vec<String> = document.awaited_by.iter().map(number).collect();
    let waiting = if waiting.is_empty() { say("geen", "none").to_owned() } else { listed(waiting.iter().map(String::as_str)) };
    let proofs = document.evidence.iter().chain(document.due_quote.iter().filter(|quote| !within(quote, document)));
    let mut cell = Vec::new();
    let mut tell = |label: String, quote: &Quote| {
        let begin = if cell.is_empty() { "" } else { "\n" };
        cell.push(Run::plain(format!("{begin}{label}")));
        cell.push(Run::plain(format!("\u{201C}{}\u{201D}", quote.words)).within(Language::Dutch));
        if !quote.place.is_empty() {
            cell.push(Run::plain(format!(" ({})", quote.place)));
        }
    };
    for quote in proofs {
        tell(String::new(), quote);
    }
    for quote in &document.about {
        tell(say("welk: ", "which: ").to_owned(), quote);
    }
    for (state, due, quote) in &document.others {
        let said = [codes::state(*state, language).to_owned(), due.map(|due| days(due, language)).unwrap_or_default()].join(" ");
        tell(format!("{} {}: ", say("maar ook", "but also"), said.trim_end()), quote);
    }
    let name = Run::plain(&document.name).within(Language::Dutch);
    vec![vec![name], vec![Run::plain(at)], vec![Run::plain(waiting)], cell]
}

/// Whether the words that prove the state say the date as well.
fn within(quote: &Quote, document: &Registered) -> bool {
    document.evidence.as_ref().is_some_and(|evidence| evidence.place == quote.place && evidence.words.contains(&quote.words))
}
