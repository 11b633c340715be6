//! All documents of one letter, each with its state on the letter's date and who names it.

use std::ops::Range;

use super::about;
use super::annotated::Annotated;
use super::entry::Entry;
use super::identity::{cited_number, find, is_any_document, of_answer};
use super::lens::Lens;
use super::mention::Determiner;
use super::passing::{self, Passing};
use super::question;
use super::state::{self, Testimony};
use super::worded;
use super::{Register, State};
use crate::letter::Question;
use crate::text::{Span, Word};
use crate::time::Date;

/// The texts of a letter by number: its own, and after those its questions.
#[derive(Clone, Copy)]
pub(super) struct Shelf<'t> {
    texts: &'t [Annotated],
    questions: &'t [Annotated],
}

impl<'t> Shelf<'t> {
    /// Text number `number`; a testimony bears the number of a text that there is.
    pub fn text(self, number: usize) -> &'t Annotated {
        self.texts.get(number).unwrap_or_else(|| &self.questions[number - self.texts.len()])
    }

    /// Whether a text is no question.
    pub fn is_answer(self, number: usize) -> bool {
        number < self.texts.len()
    }

    /// The number of a question as a text, if there is one.
    pub fn question(self, at: usize) -> Option<usize> {
        (at < self.questions.len()).then(|| self.texts.len() + at)
    }
}

/// Builds the register of one letter from its texts (introduction, answers and closing lines, in order) and its questions.
///
/// `origin` turns a span of text number `i` into one of the letter, where the questions come after the texts; `answers` gives
/// the questions that text `i` answers. `asked` gives the questions of text `i`: a document that only they name is known too, so that
/// "Het rapport …" finds it and "In het voorjaar." tells when it comes. Every mention learns its place in the register.
pub fn build<'i>(
    texts: &mut [Annotated],
    questions: &[Annotated],
    lens: &Lens,
    from: Option<Date>,
    origin: impl Fn(usize, Span) -> Span,
    answers: impl Fn(usize) -> &'i [Question],
    asked: impl Fn(usize) -> Range<usize>,
) -> Register {
    let mut entries: Vec<Entry> = Vec::new();
    let count = texts.len();
    let told = |text: &Annotated| (0..text.mentions.len()).map(|at| state::testimonies(text, at, lens, from)).collect();
    let told: Vec<Vec<_>> = texts.iter().map(told).collect();
    for ((number, text), told) in texts.iter_mut().enumerate().zip(told) {
        for at in asked(number) {
            let Some(question) = questions.get(at) else { continue };
            question::ask(&mut entries, question, text, (number, count + at), lens, from);
            question::takes_for_granted(&mut entries, question, (number, count + at), lens, from);
        }
        for (at, testimonies) in told.into_iter().enumerate() {
            let mention = &text.mentions[at];
            if mention.determiner == Determiner::Negative {
                continue;
            }
            let alias = at
                .checked_sub(1)
                .map(|before| &text.mentions[before])
                .filter(|before| before.words.end == mention.words.start && bracketed(text, mention.words.start));
            let own = mention.is_part_of_another(text);
            let past = mention.is_of_the_past(text, from);
            // "De begroting wordt in november vastgesteld" is not "de begroting 2023", whichever is named first.
            let old = from.is_some_and(|from| worded::is_of_a_past_period(mention, from));
            let renewed = mention.edition.is_empty()
                && !is_any_document(mention)
                && testimonies.iter().any(|one| one.state == State::Forthcoming && one.due.is_some());
            let another = |entry: &Entry| {
                let dated = entry.is_dated();
                own || past && dated
                    || old && dated && entry.edition.is_empty()
                    || renewed && from.is_some_and(|from| entry.is_of_a_past_period(from))
            };
            let known = || find(&entries, text, mention, number).filter(|place| !another(&entries[*place]));
            // "de bij vraag 4 genoemde nota"
            let cited = || {
                let number = cited_number(text, mention)?;
                let bears =
                    |question: &Question| question.id.rsplit('#').next().is_some_and(|own| own.to_lowercase().replace('-', "") == number);
                of_answer(&entries, mention, |named| answers(named).iter().any(bears))
            };
            let place = alias.and_then(|before| before.document).or_else(cited).or_else(known).unwrap_or_else(|| {
                entries.push(Entry::new(text, mention));
                entries.len() - 1
            });
            if alias.is_some() && entries[place].kind != mention.kind {
                entries[place].aliases.push(mention.kind.clone());
            }
            let entry = &mut entries[place];
            if alias.is_none() {
                entry.learn(text, mention);
            }
            entry.testimonies.extend(testimonies.into_iter().map(|testimony| (number, testimony)));
            entry.places.push((number, at));
            entry.add_text(number);
            if let Some(guest) = about::part_of(text, at).filter(|guest| *guest != place) {
                entries[guest].host = Some((place, (number, text.mentions[at].words.clone())));
            }
            text.mentions[at].document = Some(place);
        }
        for passing in passing::all(text, from) {
            let place = pass(&mut entries, text, passing, number);
            entries[place].add_text(number);
        }
    }
    let shelf = Shelf { texts, questions };
    let names: Vec<String> = entries.iter().map(|entry| entry.display.clone()).collect();
    let documents = entries.into_iter().map(|entry| entry.settle(shelf, from, &names, &origin, &answers, &asked)).collect();
    Register { documents }
}

/// Takes a document into account that is named in passing: it exists. Returns its place.
pub(super) fn pass(entries: &mut Vec<Entry>, text: &Annotated, passing: Passing, number: usize) -> usize {
    let undated = passing.day.is_none() && passing.number.is_empty();
    let known = entries.iter().position(|entry| {
        let title = !undated || passing.name.is_empty() || entry.display == passing.name;
        entry.kind == passing.kind && entry.edition == passing.number && entry.day == passing.day && title
    });
    let place = known.unwrap_or(entries.len());
    if known.is_none() {
        let quoted = || text.quote(&passing.words).split_whitespace().collect::<Vec<_>>().join(" ");
        let display = if passing.name.is_empty() { quoted() } else { passing.name };
        entries.push(Entry { kind: passing.kind, edition: passing.number, display, day: passing.day, told: true, ..Entry::default() });
    }
    let testimony = Testimony { state: State::Exists, weight: 4, due: None, due_words: None, proof: passing.words };
    entries[place].testimonies.push((number, testimony));
    place
}

fn bracketed(text: &Annotated, word: usize) -> bool {
    text.reading.words()[word].before & Word::OPEN != 0
}
