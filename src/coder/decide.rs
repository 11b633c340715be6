//! The decision table: section 3 of the codebook, one row a sentence, the first that applies.

use std::ops::Range;

use super::Reason;
use super::ask::{Ask, AskKind};
use super::statement::{Statement, is_number};
use crate::codebook::Facet;
use crate::coding::{Class, DeferralKind};
use crate::documents::{Annotated, Lens, Trait, Vocabulary};
use crate::text::Word;
use crate::time::Date;

/// What the table says of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// This class.
    Class(Class, Reason),
    /// The class of the answers with these numbers.
    Follow(Vec<String>),
}

/// An answer with its question, as the table looks at them.
pub(super) struct Case<'a> {
    pub lens: &'a Lens<'a>,
    pub question: &'a Annotated,
    pub asks: &'a [Ask],
    pub answer: &'a Annotated,
    pub statements: &'a [Statement],
    pub from: Option<Date>,
}

/// Settles the class of one answer.
pub(super) fn decide(case: &Case) -> Verdict {
    if case.answer.reading.words().is_empty() {
        return Verdict::Class(Class::Unanswered, Reason::NoText);
    }
    if let Some(numbers) = case.only_refers() {
        return Verdict::Follow(numbers);
    }
    let (class, reason) = case.settle();
    Verdict::Class(class, reason)
}

impl Case<'_> {
    fn settle(&self) -> (Class, Reason) {
        use Class::{Deferral, ExternalReference, Substantive};
        let defers = self.statements.iter().any(|s| s.deferral.is_some());
        let refers = self.statements.iter().any(|s| s.external.is_some());
        if !defers && !refers {
            return (Substantive, self.plain());
        }
        if let Some(reason) = self.responds() {
            return (Substantive, reason);
        }
        if !self.leaves_open() && self.features().points() > 0.0 {
            return (Substantive, Reason::ContentOutweighs);
        }
        if self.statements.iter().any(|s| s.deferral.is_some() && !self.merely_adds(s)) {
            return (Deferral, Reason::Defers);
        }
        if refers { (ExternalReference, Reason::RefersElsewhere) } else { (Deferral, Reason::Defers) }
    }

    /// Without any pointer: what kind of response it is.
    fn plain(&self) -> Reason {
        let alone = |flag: fn(&Statement) -> bool| {
            self.statements.iter().any(flag) && self.statements.iter().filter(|s| !flag(s)).all(|s| s.words.len() < 4 || s.background)
        };
        if self.asked(AskKind::Done) {
            Reason::SaysWhether
        } else if alone(|s| s.no_information) {
            Reason::DoesNotKnow
        } else if alone(|s| s.refusal) {
            Reason::Declines
        } else {
            Reason::Content
        }
    }

    fn asked(&self, kind: AskKind) -> bool {
        self.asks.first().is_some_and(|ask| ask.kind == kind)
    }

    /// The numbers of the answers that this answer only refers to; `None` when it says anything of its own.
    fn only_refers(&self) -> Option<Vec<String>> {
        let mut numbers: Vec<String> = Vec::new();
        for statement in self.statements {
            let pure = !statement.internal.is_empty()
                && statement.opening.is_none()
                && !(statement.no_information || statement.refusal || self.gives_before_it_refers(statement))
                && statement.deferral.as_ref().is_none_or(|deferral| !deferral.worded && deferral.due.is_none())
                && self.own_words(statement) <= 9;
            if !pure {
                return None;
            }
            for number in &statement.internal {
                if !numbers.contains(number) {
                    numbers.push(number.clone());
                }
            }
        }
        (!numbers.is_empty()).then_some(numbers)
    }

    /// "12, zie antwoord 2", "Geen, zie antwoord 2", "Op 3 mei, zie antwoord 2": an answer stands before the number that is referred to.
    fn gives_before_it_refers(&self, statement: &Statement) -> bool {
        let folded = |word: usize| self.answer.reading.folded(word);
        let referred = |word: &usize| statement.internal.iter().any(|number| number.eq_ignore_ascii_case(folded(*word)));
        let upto = statement.words.clone().find(referred).unwrap_or(statement.words.start);
        let second = self.answer.reading.words().get(statement.words.start + 1);
        let none = matches!(folded(statement.words.start), "geen" | "niets" | "nul" | "nooit" | "niemand" | "nergens");
        none && second.is_some_and(|word| word.before & Word::COMMA != 0)
            || (statement.words.start..upto).any(|word| is_number(self.answer, word))
    }

    /// Words of a statement that carry meaning of their own.
    fn own_words(&self, statement: &Statement) -> usize {
        statement
            .words
            .clone()
            .filter(|word| !self.answer.is(*word, Vocabulary::Function) && !self.answer.has_trait(*word, Trait::Digit))
            .count()
    }

    /// Content: sentences that do more than point, decline or offer.
    pub(super) fn content(&self) -> impl Iterator<Item = (usize, &Statement)> {
        self.statements.iter().enumerate().filter(|(_, s)| !s.is_pointer() && !s.offer && !s.no_information && !s.refusal)
    }

    /// Whether one of these words stands among some words of the answer.
    pub(super) fn has_word(&self, words: Range<usize>, wanted: &[&str]) -> bool {
        words.into_iter().any(|word| wanted.contains(&self.answer.reading.folded(word)))
    }

    /// Words of meaning that an ask and a statement share.
    pub(super) fn shares(&self, ask: &Ask, statement: &Statement) -> usize {
        self.shared_words(ask, &statement.words)
    }

    /// Words of meaning that an ask and some words of the answer share.
    pub(super) fn shared_words(&self, ask: &Ask, words: &Range<usize>) -> usize {
        let said: Vec<&[u8]> = meaning(self.answer, words).collect();
        meaning(self.question, &ask.words).filter(|word| said.iter().any(|other| akin(word, other))).count()
    }

    /// Whether a word of the answer is one of the ask, in whatever form.
    pub(super) fn is_asked(&self, ask: &Ask, word: usize) -> bool {
        let word = self.answer.reading.folded(word).as_bytes();
        meaning(self.question, &ask.words).any(|asked| akin(asked, word))
    }

    /// Whether a deferral beside an answer is about what was asked, and not about something next to it (codebook, section 1).
    pub(super) fn belongs(&self, reason: Reason, statement: &Statement) -> bool {
        let Some(deferral) = &statement.deferral else { return false };
        // Beside much content "not yet" may be said of anything; what goes to the asker is what was asked.
        let given = || self.answer.cues(self.lens, statement.words.clone(), Facet::Delivery).any(|cue| self.lens.kind(cue) != "thing");
        let loose = deferral.kind == DeferralKind::Open && deferral.document.is_none() && !given();
        let shared = || self.asks.iter().any(|ask| self.shares(ask, statement) > 0);
        let document = deferral.kind == DeferralKind::Document;
        match reason {
            _ if statement.takes_up && (document || deferral.due.is_some()) => true,
            Reason::Defers | Reason::RefersElsewhere | Reason::SaysWhen | Reason::GivesFigure => true,
            Reason::ContentOutweighs if document => !self.asks_an_opinion() || shared() || self.is_between_the_two(reason, statement),
            Reason::SaysWhether if self.confirms() => document && shared(),
            Reason::ContentOutweighs | Reason::GivesReason | Reason::SaysWhether
                if !document && !self.is_between_the_two(reason, statement) =>
            {
                false
            }
            Reason::ContentOutweighs if !loose => true,
            _ => shared() || self.speaks_of_what_is_wanted(statement) || deferral.due.is_some() && self.points_back(statement),
        }
    }

    /// "Nee. Het college neemt daarover in juni een besluit.": what comes is about what was asked.
    fn points_back(&self, statement: &Statement) -> bool {
        let back = |word: usize| matches!(self.answer.reading.folded(word), "hierover" | "daarover" | "erover" | "hierop" | "daarop");
        statement.words.clone().any(back)
    }

    /// "Bent u het ermee eens?", "Deelt u de mening?": what comes later is seldom the opinion.
    pub(super) fn asks_an_opinion(&self) -> bool {
        let opinion =
            |word: usize| matches!(self.question.reading.folded(word), "eens" | "mening" | "opvatting" | "deelt" | "onderschrijft");
        self.asks.first().is_some_and(|ask| ask.words.clone().take(6).any(opinion))
    }

    /// Whether a statement speaks of who answers or who asks, or of what was asked for: what somebody else still has to do is beside it.
    pub(super) fn is_between_the_two(&self, reason: Reason, statement: &Statement) -> bool {
        // A minister writes "ik": "de minister" is somebody else.
        let other = |word: usize| matches!(self.answer.reading.folded(word), "minister" | "staatssecretaris");
        let named = |list| statement.words.clone().any(|word| self.answer.is(word, list) && !other(word) && !self.is_in_an_aside(word));
        named(Vocabulary::Sender)
            || named(Vocabulary::Asker)
            || statement.words.len() <= TELEGRAM
            || reason != Reason::GivesReason && (self.wants_in_a_clause(statement) || self.says_not_yet_to_it(statement))
    }

    /// "De proef loopt nog; de uitkomst wordt in mei verwacht": a clause begins with what a question wants.
    fn wants_in_a_clause(&self, statement: &Statement) -> bool {
        let begins = |word: usize| word < self.answer.clause(word).start + 4;
        let awaited = |word: usize| {
            let document = statement.deferral.as_ref().and_then(|deferral| deferral.document);
            document.is_some() && self.answer.mentions_near(&(word..word + 1)).iter().any(|m| m.head == word && m.document == document)
        };
        statement.words.clone().any(|word| self.answer.is(word, Vocabulary::Wanted) && begins(word) && !awaited(word))
    }

    /// "Of de brug open blijft, is nog niet besloten": words of the question, and "nog".
    fn says_not_yet_to_it(&self, statement: &Statement) -> bool {
        self.has_word(statement.words.clone(), &["nog"]) && self.asks.iter().any(|ask| self.shares(ask, statement) >= 2)
    }

    /// "Zoals wij uw raad schreven, komt het hek later": who is named there says only where it was said.
    fn is_in_an_aside(&self, word: usize) -> bool {
        self.answer.reading.folded(self.answer.clause(word).start) == "zoals"
    }

    /// "Klopt het dat …?" with a yes or a no: that is all that was asked.
    fn confirms(&self) -> bool {
        let [ask] = self.asks else { return false };
        let asked =
            ask.words.clone().take(4).any(|word| matches!(self.question.reading.folded(word), "klopt" | "kloppen" | "waar" | "juist"));
        asked && self.statements.first().is_some_and(|first| first.opening.is_some())
    }

    /// "Een raming per wijk volgt in mei": it begins with what a question wants.
    fn speaks_of_what_is_wanted(&self, statement: &Statement) -> bool {
        self.answer.first(statement.words.clone(), Vocabulary::Wanted).is_some_and(|word| word < statement.words.start + 4)
    }

    /// Whether a statement adds to what was said: "ook aan uw raad" adds a reader only.
    pub(super) fn says_also(&self, statement: &Statement) -> bool {
        let to_a_reader = |word: usize| matches!(self.answer.reading.folded(word), "aan" | "u" | "uw") && word < statement.words.end;
        statement.words.clone().any(|word| {
            ALSO.contains(&self.answer.reading.folded(word)) && !(self.answer.reading.folded(word) == "ook" && to_a_reader(word + 1))
        })
    }

    /// A deferral that only adds to an existing source: "in het jaarverslag worden deze ook opgenomen".
    fn merely_adds(&self, statement: &Statement) -> bool {
        let same = |word: usize| {
            matches!(self.answer.reading.folded(word), "dezelfde" | "diezelfde") && self.answer.is(word + 1, Vocabulary::Wanted)
        };
        (self.says_also(statement) || statement.words.clone().any(same))
            && self.statements.iter().any(|s| s.external.is_some() && s.deferral.is_none())
    }
}

/// Words of a sentence in telegram style, at most: "Voor 2024 medio juni." names nobody.
pub(super) const TELEGRAM: usize = 6;

/// Words with which something is added to what was said.
const ALSO: &[&str] = &["ook", "eveneens", "tevens", "daarnaast", "bovendien"];

/// Letters that words of meaning have, at least.
const STEM: usize = 4;

/// The words of meaning among `words`, folded.
fn meaning<'t>(text: &'t Annotated, words: &Range<usize>) -> impl Iterator<Item = &'t [u8]> {
    let words = words.clone().filter(|word| !text.is(*word, Vocabulary::Function)).map(|word| text.reading.folded(word).as_bytes());
    words.filter(|word| word.len() >= STEM)
}

/// Whether two words of meaning are forms of one: one of them is the beginning of the other, or they share five letters.
fn akin(one: &[u8], other: &[u8]) -> bool {
    let (Some((head, one)), Some((begin, other))) = (one.split_first_chunk::<STEM>(), other.split_first_chunk::<STEM>()) else {
        return false;
    };
    head == begin && (one.is_empty() || other.is_empty() || one.first() == other.first())
}
