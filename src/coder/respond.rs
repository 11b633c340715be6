//! Whether the letter itself responds to the main ask: the signs that settle it without weighing.

use super::Reason;
use super::ask::{Ask, AskKind};
use super::decide::{Case, TELEGRAM};
use super::scene::is_figure;
use super::statement::{Statement, is_number};
use crate::codebook::{Cue, Facet};
use crate::coding::{Due, ExternalKind};
use crate::documents::{Annotated, Trait, Vocabulary};
use crate::text::Word;

impl Case<'_> {
    /// Whether the letter itself responds to the main ask.
    pub(super) fn responds(&self) -> Option<Reason> {
        let first = self.statements.first()?;
        let ask = self.asks.first()?;
        if first.opening == Some("correction") {
            return Some(Reason::SaysWhether);
        }
        // "Kort gezegd komt het erop neer dat …": who sums it up gives it here.
        if first.opening == Some("summary") && !first.is_pointer() {
            return Some(Reason::OnlySupported);
        }
        // "Daarnaast staat op de site …": what only adds to an answer supports it too.
        let adds = |s: &Statement| {
            s.deferral.is_none() && self.has_word(s.words.start..s.words.end.min(s.words.start + 3), &["daarnaast", "bovendien", "tevens"])
        };
        let supported = self.statements.iter().filter(|s| s.points_out()).all(|s| s.supporting || adds(s));
        // "De opbrengst was € 400, zie ook de jaarrekening": what stands before the pointer answers.
        let before = |cue: &Cue| cue.words.start as usize >= first.words.start + 4;
        let led = || self.answer.cues(self.lens, first.words.clone(), Facet::External).next().is_some_and(before);
        if supported && first.supporting && first.figures > 0 && led() {
            return Some(Reason::OnlySupported);
        }
        if self.tells_the_course(ask) {
            return Some(Reason::ContentOutweighs);
        }
        if supported && self.content().any(|(_, s)| !s.background && s.words.len() > 2) {
            return Some(Reason::OnlySupported);
        }
        match ask.kind {
            AskKind::Date | AskKind::Coming if self.tells_when(ask) => return Some(Reason::SaysWhen),
            AskKind::YesNo | AskKind::Done | AskKind::Coming if first.opening.is_some() => return Some(Reason::SaysWhether),
            AskKind::YesNo | AskKind::Done if self.tells_and_encloses(ask) => return Some(Reason::SaysWhether),
            AskKind::YesNo if self.opines() => return Some(Reason::SaysWhether),
            AskKind::Amount if self.opens_with_the_figure() => return Some(Reason::GivesFigure),
            AskKind::Reason if self.gives_reason() => return Some(Reason::GivesReason),
            AskKind::List if self.enumerates() => return Some(Reason::Enumerates),
            AskKind::List if self.gives_parts() => return Some(Reason::ContentOutweighs),
            _ => {}
        }
        None
    }

    /// "Is er een overeenkomst?" "De overeenkomst is in mei getekend. Een afschrift gaat hierbij.": told first, and then enclosed.
    fn tells_and_encloses(&self, ask: &Ask) -> bool {
        let Some((first, rest)) = self.statements.split_first() else { return false };
        let enclosed = |s: &Statement| s.deferral.is_none() && s.external == Some(ExternalKind::Annex);
        let told = !first.is_pointer() && !first.background && !first.no_information && !first.refusal && self.shares(ask, first) > 0;
        told && rest.iter().filter(|s| s.points_out()).all(enclosed) && rest.iter().any(Statement::points_out)
    }

    /// "Deelt u de opvatting dat …?" "Een lange stremming zou ernstig zijn. Het rapport daarover is gedeeld.": the opinion comes first.
    fn opines(&self) -> bool {
        let told = |s: &Statement| !s.is_pointer() && !s.background && !s.no_information && !s.refusal && s.words.len() > TELEGRAM;
        self.asks_an_opinion() && self.statements.first().is_some_and(told) && self.statements.iter().all(|s| s.deferral.is_none())
    }

    /// It says when what was asked for comes: the document in any sentence, another thing in the first.
    fn tells_when(&self, ask: &Ask) -> bool {
        let due = |s: &Statement| s.deferral.as_ref().is_some_and(|deferral| matches!(deferral.due, Some(Due::Interval(_))));
        let Some(first) = self.statements.first() else { return false };
        // "Daar is nog geen datum voor": what other sentences date is something else.
        if first.deferral.as_ref().is_some_and(|deferral| deferral.worded && deferral.due.is_none()) {
            return false;
        }
        let ahead = !self.question.is_past(ask.words.start);
        let timed = self.answer.moments.iter().any(|moment| {
            first.words.contains(&moment.words.start)
                && !self.answer.lasts_until(moment)
                && (!ahead || self.from.is_none_or(|from| moment.interval.to > from))
        });
        ask.kind == AskKind::Coming && self.statements.iter().any(due) || due(first) || timed && !first.background
    }

    /// Its first words are the figure asked for, or its first sentence gives a figure of what was asked.
    fn opens_with_the_figure(&self) -> bool {
        let (Some(first), Some(ask)) = (self.statements.first(), self.asks.first()) else { return false };
        let number = |at: usize| is_number(self.answer, first.words.start + at);
        let digits = first.words.clone().take(5).any(|word| self.answer.has_trait(word, Trait::Digit))
            || first.words.clone().take(EARLY).any(|word| self.counts_alone(word));
        // "Vier, waarvan …", "Er zijn vier avonden gehouden"; "bij drie aannemers is gevraagd" counts something else.
        let early = digits || number(0) || self.answer.reading.folded(first.words.start) == "er" && first.words.len() > 3 && number(2);
        let verbs = [Vocabulary::QuestionVerb, Vocabulary::Past, Vocabulary::Present];
        let told = first.words.clone().any(|word| self.answer.has_trait(word, Trait::WeakPast));
        let verbless =
            first.words.len() <= VERBLESS && !told && verbs.into_iter().all(|list| self.answer.first(first.words.clone(), list).is_none());
        let short = first.words.len() <= 5 || verbless && first.internal.is_empty();
        let parts = first.figures >= PARTS;
        // "Op dit moment € 1,2 miljoen.": what goes on is all that was asked.
        let background = first.background && first.words.len() > TELEGRAM + 1;
        let told = first.figures > 0 && first.deferral.is_none() && !background && !self.counts_another(ask, first);
        told && (early || short || parts || self.shares(ask, first) >= 1)
    }

    /// "Hoeveel insprekers waren tegen?" "De inspraak leverde 1.780 reacties op.": what is counted is not what was asked for.
    fn counts_another(&self, ask: &Ask, statement: &Statement) -> bool {
        let counted = |text: &Annotated, word: usize| {
            let verb = [Vocabulary::Past, Vocabulary::Present, Vocabulary::QuestionVerb].iter().any(|list| text.is(word, *list));
            let noun = !verb
                && !text.has_trait(word, Trait::Participle)
                && !text.is(word, Vocabulary::Function)
                && !text.is(word, Vocabulary::Unit);
            noun && text.reading.words()[word].goes_on && !is_number(text, word) && text.reading.folded(word).len() > 3
        };
        let mut asked = ask.words.clone().skip(1).filter(|word| self.question.reading.folded(word - 1) == "hoeveel");
        if !asked.any(|word| counted(self.question, word)) {
            return false;
        }
        let behind = statement.words.clone().skip(1).filter(|word| is_figure(self.answer, word - 1));
        let mut nouns = behind.filter(|word| counted(self.answer, *word)).peekable();
        nouns.peek().is_some() && nouns.all(|word| !self.is_asked(ask, word))
    }

    /// "Voor onze gemeente zijn dat er negen.", "Het zijn er zeven: …": a number that stands for what was asked, and counts nothing else.
    fn counts_alone(&self, word: usize) -> bool {
        let words = self.answer.reading.words();
        let ends = words.get(word + 2).is_none_or(|next| next.before != 0 || next.sentence != words[word].sentence);
        self.answer.reading.folded(word) == "er" && word + 1 < words.len() && is_number(self.answer, word + 1) && ends
    }

    pub(super) fn gives_figure(&self) -> bool {
        let Some(ask) = self.asks.first() else { return false };
        self.content().any(|(at, s)| s.figures > 0 && (at == 0 && !s.background || self.shares(ask, s) >= 2))
            || self.statements.first().is_some_and(|s| s.figures > 0 && s.deferral.is_none() && s.supporting)
    }

    fn gives_reason(&self) -> bool {
        let begins = matches!(self.answer.reading.folded(0), "omdat" | "doordat" | "vanwege" | "wegens");
        // "Het rapport laat op zich wachten, omdat …": a reason also stands beside what is still to come.
        let because = |s: &Statement| s.is_pointer() && s.cause && self.has_word(s.words.clone(), BECAUSE);
        let pointer = self.statements.iter().position(Statement::points_out).unwrap_or(usize::MAX);
        let of_it = |s: &Statement| self.asks.first().is_some_and(|ask| self.shares(ask, s) > 0);
        begins || self.content().any(|(at, s)| s.cause && (at < pointer || of_it(s))) || self.statements.iter().any(because)
    }

    /// "Welke stappen volgen er nog?" "Eerst ligt het ontwerp ter inzage, dan beslist de raad.": what is still to happen is all that was asked.
    fn tells_the_course(&self, ask: &Ask) -> bool {
        let course = |word: usize| COURSE.contains(&self.question.reading.folded(word));
        let asked = matches!(ask.kind, AskKind::List | AskKind::How) && ask.words.clone().take(TELEGRAM).any(course);
        let steps = || (0..self.answer.reading.words().len()).filter(|word| STEPS.contains(&self.answer.reading.folded(*word))).count();
        asked && steps() >= 2
    }

    fn enumerates(&self) -> bool {
        self.content().filter(|(_, s)| s.listed).count() >= 2 || self.statements.first().is_some_and(|first| self.names_one_by_one(first))
    }

    /// "Het zijn er zeven: de Meeuw, de Tureluur, …": behind a colon at least three are named.
    fn names_one_by_one(&self, statement: &Statement) -> bool {
        let words = self.answer.reading.words();
        let before = |mark: u8| move |word: &usize| words[*word].before & mark != 0;
        let colon = statement.words.clone().skip(2).find(before(Word::COLON));
        let named = |from: usize| (from + 1..statement.words.end).filter(before(Word::COMMA)).count() + 1;
        !statement.is_pointer() && colon.is_some_and(|from| named(from) >= PARTS)
    }

    /// "Van de 40 boten liggen er 12 in de oude haven, 9 aan de kade en …": the first sentence gives the parts with their numbers.
    fn gives_parts(&self) -> bool {
        let parts = |s: &Statement| !s.is_pointer() && !s.background && s.figures >= PARTS;
        self.statements.first().is_some_and(parts)
    }
}

/// Words within which an answer gives the number that stands for all, at most: "Voor onze gemeente zijn dat er negen."
const EARLY: usize = 8;

/// Figures in one sentence that together are an enumeration, at least.
pub(super) const PARTS: usize = 3;

/// Words of a sentence without a verb that gives a figure, at most: "Met alle facturen tot nu toe rond € 3 miljoen."
const VERBLESS: usize = 10;

/// Words that bring a reason in a clause of its own.
const BECAUSE: &[&str] = &["omdat", "doordat", "aangezien", "vanwege", "wegens"];

/// Words for what happens one after the other.
const COURSE: &[&str] = &["stap", "stappen", "vervolgstappen", "fasen", "fases", "procedure", "proces", "traject", "vervolg", "tijdpad"];

/// Words that put what happens in its order.
const STEPS: &[&str] =
    &["eerst", "nu", "dan", "daarna", "hierna", "vervolgens", "daarop", "aansluitend", "parallel", "slot", "slotte", "uiteindelijk"];
