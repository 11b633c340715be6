//! The rows of documents: of each letter, and of the run.

use std::borrow::Cow;

use super::{Rows, misfit, push, row};
use crate::documents::ledger::{Dated, Status, Words};
use crate::documents::{Document, Ledger, State};
use crate::error::Result;
use crate::letter::Letter;
use crate::report::cell::joined;
use crate::text::Span;
use crate::time::Interval;

impl Rows<'_> {
    /// What holds of a document, and a row for each thing that the letter says as well.
    pub(in crate::report) fn document(&mut self, letter: &Letter, document: &Document) -> Result<()> {
        let words = |span: Option<Span>| span.map_or("", |span| span.of(&letter.text));
        let usual = document.usual(self.style.codebook, &letter.about.sender);
        let about: Vec<_> =
            document.about.iter().map(|span| span.of(&letter.text).split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let mut push = |state: State, due: Option<Interval>, due_span, evidence, holds| {
            let row = row::Document {
                letter: self.text(&letter.id),
                document: self.text(&document.name),
                kind: self.text(&document.kind),
                period: self.text(&document.period),
                state: state.code(),
                due: due.map(|due| due.to_string()).unwrap_or_default(),
                due_text: self.text(words(due_span)),
                evidence: self.text(words(evidence)),
                answers: self.text(joined(&document.answers)),
                answers_count: document.answers.len(),
                holds: u8::from(holds),
                usual: usual.map(|usual| usual.to_string()).unwrap_or_default(),
                about: self.text(about.join(";")),
                basis: if holds && state != State::Unknown { document.basis.code() } else { "" },
            };
            self.documents.serialize(row).map_err(|error| misfit("documents", &error))
        };
        push(document.state, document.due, document.due_span, document.evidence, true)?;
        document.others.iter().try_for_each(|said| push(said.state, said.due, said.due_span, Some(said.evidence), false))
    }

    /// Adds the documents of the run.
    ///
    /// # Errors
    /// As [`Rows::letter`].
    pub fn ledger(&mut self, ledger: &Ledger) -> Result<()> {
        for course in ledger.courses() {
            let (dues, letters): (Vec<_>, Vec<_>) = course.dues.iter().map(|(due, letter)| (due.to_string(), *letter)).unzip();
            let row = row::DocumentAll {
                sender: self.text(course.sender),
                document: self.text(course.name),
                kind: self.text(course.kind),
                period: self.text(course.period),
                name: self.text(course.title),
                letters: course.letters,
                first: self.dated(course.first),
                last: self.dated(course.last),
                promises: course.promises,
                promised: dues.join(";"),
                promised_in: self.text(letters.join(";")),
                moved: u8::from(course.moved.is_some()),
                status: course.status.map_or("", Status::code),
                proofs: [course.promised, course.moved, course.settled].map(|words| self.proof(words)),
            };
            push(&mut self.documents_all, "documents_all", row)?;
        }
        Ok(())
    }

    fn dated<'a>(&self, at: Dated<'a>) -> (Cow<'a, str>, String) {
        (self.text(at.letter), at.date.map(|date| date.to_string()).unwrap_or_default())
    }

    fn proof<'a>(&self, words: Option<Words<'a>>) -> (Cow<'a, str>, Cow<'a, str>) {
        words.map_or_else(Default::default, |at| (self.text(at.letter), self.text(at.words)))
    }
}
