//! What stands around one sentence of an answer: its cues, the documents and the moments in it.

use std::ops::Range;

use crate::codebook::{Cue, Facet};
use crate::documents::{Annotated, Determiner, Document, Lens, Mention, Register, State, Vocabulary};
use crate::text::Word;
use crate::time::{Date, Interval};

/// One sentence of an answer, with all that is known around it.
pub(super) struct Scene<'a> {
    pub answer: &'a Annotated,
    pub lens: &'a Lens<'a>,
    pub register: &'a Register,
    /// Which sentence of the answer.
    pub number: usize,
    /// Its words.
    pub words: Range<usize>,
    /// The letter's date.
    pub from: Option<Date>,
}

impl Scene<'_> {
    pub fn cue(&self, facet: Facet) -> Option<&Cue> {
        self.answer.cue(self.lens, self.words.clone(), facet)
    }

    pub fn has(&self, facet: Facet) -> bool {
        self.cue(facet).is_some()
    }

    pub fn mentions(&self) -> impl Iterator<Item = &Mention> {
        self.answer.mentions.iter().filter(|mention| self.words.contains(&mention.head) && mention.determiner != Determiner::Negative)
    }

    pub fn state(&self, mention: &Mention) -> State {
        mention.document.and_then(|place| self.register.documents.get(place)).map_or(State::Unknown, |document| document.state)
    }

    pub fn due_of(&self, mention: &Mention) -> Option<Interval> {
        mention.document.and_then(|place| self.register.documents.get(place)).and_then(|document| document.due)
    }

    /// The first expression of time from the letter's date on that is no part of a name.
    pub fn future(&self, words: &Range<usize>) -> Option<(usize, Interval)> {
        let from = self.from?;
        let free = |words: &Range<usize>| {
            !self.answer.mentions.iter().any(|mention| mention.words.start < words.end && words.start < mention.words.end)
        };
        self.answer
            .moments
            .iter()
            .find(|moment| {
                words.contains(&moment.words.start)
                    && !self.dates_a_count(moment.words.start)
                    && moment.interval.to > from
                    && moment.promises()
                    && free(&moment.words)
            })
            .map(|moment| (moment.words.start, moment.interval))
    }

    /// "Is dat gebeurd, dan hoort u het": the verb comes first and "dan" answers it.
    pub fn begins_with_a_condition(&self) -> bool {
        let verb = self.words.clone().take(2).any(|word| self.answer.is(word, Vocabulary::QuestionVerb));
        let then = |word: usize| self.answer.reading.folded(word) == "dan" && self.answer.reading.words()[word].before & Word::COMMA != 0;
        verb && self.words.clone().skip(3).any(then)
    }

    /// "Hij komt in het najaar uit.": the coming document of the sentence before.
    pub fn continued(&self) -> Option<&Mention> {
        let points_back = self
            .words
            .clone()
            .take(3)
            .any(|word| matches!(self.answer.reading.folded(word), "die" | "hij" | "zij" | "ze" | "deze" | "dit" | "dat" | "het"));
        let before = self
            .number
            .checked_sub(1)
            .and_then(|before| self.answer.reading.sentences().get(before))
            .filter(|_| points_back && self.mentions().next().is_none())?;
        self.answer.mentions.iter().rev().find(|mention| before.words.contains(&mention.head) && self.state(mention) == State::Forthcoming)
    }

    /// "als het onderzoek nog niet is afgerond, …": the cue stands in a supposition.
    pub fn supposes(&self, cue: &Cue) -> bool {
        let clause = self.answer.clause(cue.words.start as usize);
        clause
            .take(2)
            .any(|word| word < cue.words.start as usize && matches!(self.answer.reading.folded(word), "als" | "indien" | "mits" | "tenzij"))
    }

    /// "stand 31 december", "peildatum 1 mei": the day on which something was counted.
    pub fn dates_a_count(&self, word: usize) -> bool {
        (1..=2).filter_map(|back| word.checked_sub(back)).any(|before| matches!(self.answer.reading.folded(before), "stand" | "peildatum"))
    }

    /// "In mei worden de cijfers van 2024 benoemd", after "zie de jaarverslagen van 2022 en 2023": the coming edition of a document named before.
    pub fn other_edition(&self) -> Option<usize> {
        let earlier = self.answer.mentions.iter().filter(|mention| mention.head < self.words.start);
        let kinds: Vec<&str> = earlier.map(|mention| mention.kind.as_str()).collect();
        let editions = self.words.clone().any(|word| matches!(self.answer.reading.folded(word), "editie" | "uitgave" | "aflevering"));
        let coming = |document: &Document| document.state == State::Forthcoming && kinds.contains(&document.kind.as_str());
        if editions {
            return self.register.documents.iter().position(coming);
        }
        let year = self
            .words
            .clone()
            .find(|word| matches!(self.answer.reading.folded(*word), "van" | "over"))
            .map(|word| self.answer.reading.folded(word + 1))?;
        self.register.documents.iter().position(|document| coming(document) && document.period == year)
    }

    /// "zoals vermeld in het verslag", "in ons rapport staat dat …": the words give what stands there, so they do not send the reader away.
    pub fn quotes(&self, cue: &Cue) -> bool {
        let folded = |word: usize| if self.words.contains(&word) { self.answer.reading.folded(word) } else { "" };
        let (start, end) = (cue.words.start as usize, cue.words.end as usize);
        let named =
            self.mentions().find(|mention| mention.words.start < end && end <= mention.words.end).map_or(end, |mention| mention.words.end);
        (1..=3).filter_map(|back| start.checked_sub(back)).any(|before| folded(before) == "zoals")
            || [end, named, named + 1].into_iter().any(|word| matches!(folded(word), "dat" | "of"))
    }

    /// A denied document: "een apart rapport komt er niet".
    pub fn denies(&self, mention: &Mention) -> bool {
        self.answer
            .cues(self.lens, self.words.clone(), Facet::Negation)
            .any(|cue| (cue.words.start as usize) <= mention.head && mention.head < cue.words.end as usize)
    }
}

/// A number that is no date, year or part of a name.
pub(super) fn is_figure(answer: &Annotated, word: usize) -> bool {
    let digits = answer.reading.folded(word);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && answer.reading.words()[word].before & Word::DASH == 0
        && !answer.moments.iter().any(|moment| moment.words.contains(&word))
        && !answer.mentions.iter().any(|mention| mention.words.contains(&word))
        && !(digits.len() == 4 && digits.starts_with("20"))
}

/// A sentence of a few words that is little more than the name of a document: "MPG 2015, hoofdstuk 4."
pub(super) fn is_telegram(answer: &Annotated, words: &Range<usize>) -> bool {
    let named: usize = answer.mentions.iter().filter(|mention| words.contains(&mention.head)).map(|mention| mention.words.len()).sum();
    named > 0 && words.len() <= named + 8
}
