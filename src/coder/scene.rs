//! What stands around one sentence of an answer: its cues, the documents and the moments in it.

use std::collections::HashSet;
use std::ops::Range;

use crate::codebook::{Cue, Facet};
use crate::documents::{Annotated, Basis, Determiner, Document, Lens, Mention, Register, State, Trait, Vocabulary};
use crate::text::Word;
use crate::time::{Date, Interval, Moment};
use jiff::ToSpan;

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
        self.answer
            .mentions_near(&self.words)
            .iter()
            .filter(|mention| self.words.contains(&mention.head) && mention.determiner != Determiner::Negative)
    }

    /// The state of a document; unknown of one that the sender itself waits for, because that is not what it promises.
    pub fn state(&self, mention: &Mention) -> State {
        let document =
            mention.document.and_then(|place| self.register.documents.get(place)).filter(|document| document.basis != Basis::Awaited);
        document.map_or(State::Unknown, |document| document.state)
    }

    pub fn due_of(&self, mention: &Mention) -> Option<Interval> {
        mention.document.and_then(|place| self.register.documents.get(place)).and_then(|document| document.due)
    }

    /// The first expression of time from the letter's date on that is no part of a name; a day or a month before a whole year
    /// ("wat dit jaar aan zout is gestrooid, blijkt in maart"). "Op die dag" is that of the sentence before.
    pub fn future(&self, words: &Range<usize>) -> Option<(usize, Interval)> {
        self.future_of(None, words)
    }

    /// The same, of those times that are not said of another noun than a document.
    pub fn future_of(&self, of: Option<&Mention>, words: &Range<usize>) -> Option<(usize, Interval)> {
        let from = self.from?;
        let norm = self.cue(Facet::Norm).map_or(usize::MAX, |norm| norm.words.start as usize);
        let named = |words: &Range<usize>| {
            self.answer.mentions_near(words).iter().any(|mention| mention.words.start < words.end && words.start < mention.words.end)
        };
        let ahead = |moment: &&Moment| {
            moment.interval.to > from
                && moment.promises()
                && !self.answer.dates_a_count(moment)
                && !self.answer.lasts_until(moment)
                && !self.answer.is_denied(moment)
                && !self.answer.is_target(moment, from)
                && !self.answer.is_unreal(moment.words.start)
                && !named(&moment.words)
                && of.is_none_or(|mention| !self.answer.is_of_another(mention, &moment.words))
        };
        let within = |words: &Range<usize>, before: usize| {
            let moments = || {
                let inside = |moment: &&Moment| words.contains(&moment.words.start) && moment.words.start < before;
                self.answer.moments_near(words).iter().filter(inside).filter(ahead)
            };
            let near = |moment: &&Moment| (moment.interval.to - moment.interval.from).get_days() < 200;
            let short = moments().find(near);
            // "In mei wordt gewogen en in juni hoort u de uitkomst": of several times that on which it is told.
            let told = || moments().filter(near).find(|moment| self.is_told_at(moment));
            let short = short.map(|first| if self.is_told_at(first) { first } else { told().unwrap_or(first) });
            short.or_else(|| moments().next()).map(|moment| (moment.words.start, moment.interval))
        };
        within(words, norm).or_else(|| {
            let back = words.clone().find(|word| self.points_at_a_day(*word))?;
            let before = words.start.checked_sub(1).map(|word| self.answer.reading.sentence_of(word).words.clone())?;
            let (_, interval) = within(&before, usize::MAX)?;
            let week = self.answer.reading.folded(back + 1) == "week" && interval.from == interval.to;
            let interval = if week { week_of(interval.from)? } else { interval };
            Some((back, interval))
        })
    }

    /// Whether a verb of telling or treating stands in the clause of a moment, with no other moment between.
    fn is_told_at(&self, moment: &Moment) -> bool {
        let clause = self.answer.clause(moment.words.start);
        let others = || self.answer.moments_near(&clause).iter();
        let start = others().map(|other| other.words.end).filter(|end| *end <= moment.words.start).max().unwrap_or(0);
        let end = others().map(|other| other.words.start).filter(|start| *start >= moment.words.end).min().unwrap_or(usize::MAX);
        (clause.start.max(start)..clause.end.min(end)).any(|word| self.answer.is(word, Vocabulary::Told))
    }

    /// "op die dag", "diezelfde week".
    fn points_at_a_day(&self, word: usize) -> bool {
        self.answer.has_trait(word, Trait::SameAgain)
            && matches!(self.answer.reading.folded(word + 1), "dag" | "avond" | "week" | "maand" | "vergadering" | "bijeenkomst")
    }

    /// "Is dat gebeurd, dan hoort u het": the verb comes first and "dan" answers it.
    pub fn begins_with_a_condition(&self) -> bool {
        let verb = self.words.clone().take(2).any(|word| self.answer.is(word, Vocabulary::QuestionVerb));
        let then = |word: usize| self.answer.reading.folded(word) == "dan" && self.answer.reading.words()[word].before & Word::COMMA != 0;
        verb && self.words.clone().skip(2).any(then)
    }

    /// "als het onderzoek nog niet is afgerond, …": the cue stands in a supposition.
    pub fn supposes(&self, cue: &Cue) -> bool {
        let clause = self.answer.clause(cue.words.start as usize);
        clause
            .take(2)
            .any(|word| word < cue.words.start as usize && matches!(self.answer.reading.folded(word), "als" | "indien" | "mits" | "tenzij"))
    }

    /// "wordt niet in het register opgenomen": the cue is denied, and not only for now ("nog niet").
    pub fn negated(&self, cue: &Cue) -> bool {
        let folded = |word: usize| if self.words.contains(&word) { self.answer.reading.folded(word) } else { "" };
        let (start, end) = (cue.words.start as usize, cue.words.end as usize);
        let clause = self.answer.clause(start).start;
        let joined = (clause..start).rev().find(|word| matches!(folded(*word), "en" | "maar"));
        (joined.unwrap_or(clause)..end).any(|word| self.answer.denies(word))
    }

    /// Whether a pointer of the sentence may be to this mention: it does not name another document.
    pub fn points_at(&self, mention: &Mention) -> bool {
        self.answer.cues(self.lens, self.words.clone(), Facet::External).any(|cue| {
            let (start, end) = (cue.words.start as usize, cue.words.end as usize);
            let names = |other: &Mention| other.words.start < end && start < other.words.end;
            names(mention) || !self.mentions().any(|other| names(other) && self.state(other) != State::Forthcoming)
        })
    }

    /// Whether a pointer of the sentence names another document than this one, and not one that is still to come.
    pub fn points_beside(&self, document: Option<usize>) -> bool {
        self.answer.cues(self.lens, self.words.clone(), Facet::External).any(|cue| {
            let (start, end) = (cue.words.start as usize, cue.words.end as usize);
            self.mentions().any(|other| {
                let named = other.words.start < end && start < other.words.end;
                named && other.document != document && self.state(other) != State::Forthcoming
            })
        })
    }

    /// "De regeling schrijft voor dat de aanvrager binnen drie weken bericht krijgt": a rule, and no promise.
    pub fn prescribes(&self, cue: &Cue) -> bool {
        self.cue(Facet::Norm).is_some_and(|norm| norm.words.start < cue.words.start)
    }

    /// "Zij komen terug zodra de straat klaar is": the cue stands in the condition, or runs on into it.
    pub fn conditions(&self, cue: &Cue) -> bool {
        let last = (cue.words.end as usize).saturating_sub(1);
        self.answer.cues(self.lens, self.words.clone(), Facet::Condition).any(|condition| {
            let at = condition.words.start as usize;
            let joins = matches!(self.answer.reading.folded(at), "zodra" | "nadat" | "als" | "wanneer" | "zolang");
            let clause = self.answer.clause(at);
            let apart = self.words.start < at || clause.end < self.words.end;
            joins && apart && at <= last && clause.contains(&last)
        })
    }

    /// "volgens de huidige planning in mei": the cue is a reservation, and nothing that comes.
    pub fn is_reservation(&self, cue: &Cue) -> bool {
        let at = cue.words.start as usize;
        let led = |word: usize| matches!(self.answer.reading.folded(word), "volgens" | "conform");
        self.answer.reading.folded(at) == "planning" && (at.saturating_sub(3).max(self.words.start)..at).any(led)
    }

    /// Whether one of some prepositions leads a mention: "in het verslag", "met ons nieuwe verslag".
    pub fn is_led(&self, mention: &Mention, prepositions: &[&str]) -> bool {
        let Self { answer, .. } = self;
        let start = mention.words.start;
        // "in mei een verslag": the preposition is that of the time.
        let joined = |word: &usize| {
            let timed = answer.moments_near(&(*word..*word + 1)).iter().any(|moment| moment.words.contains(word));
            !timed && answer.reading.words()[*word + 1].before == 0
        };
        let mut before = (start.saturating_sub(3).max(self.words.start)..start).rev().take_while(joined);
        before.any(|word| prepositions.contains(&answer.reading.folded(word)))
    }

    /// "Wij informeren u daarover per brief": a letter that is still to be written carries the answer.
    pub fn sent_letter(&self) -> Option<&Mention> {
        let carries = |mention: &Mention| mention.letter && mention.carries && mention.determiner == Determiner::Bare;
        self.mentions().find(|mention| carries(mention) && self.state(mention) != State::Exists)
    }

    /// "Nadat de wijk is gehoord, maken wij het rapport openbaar": the document that is the object of a promise.
    pub fn delivered(&self, delivery: &Cue) -> Option<&Mention> {
        let cue = delivery.range();
        let clause = self.answer.clause(cue.start);
        let object = |mention: &&Mention| {
            clause.contains(&mention.head)
                && mention.words.start <= cue.end + NEAR
                && cue.start <= mention.words.end + NEAR
                && !mention.weak
                && self.state(mention) != State::Exists
                && !self.denies(mention)
                && !self.hangs_on(mention)
                && !self.is_led(mention, NO_OBJECT)
        };
        self.mentions().find(object)
    }

    /// "zodra de telling er is", "als het rapport is verschenen": the mention stands in the condition.
    pub fn hangs_on(&self, mention: &Mention) -> bool {
        self.answer.cues(self.lens, self.words.clone(), Facet::Condition).any(|condition| {
            let at = condition.words.start as usize;
            at < mention.head && self.answer.clause(at).contains(&mention.head)
        })
    }

    /// "Volgens de overeenkomst, die in mei afloopt, …", "De prijs komt uit het bestek …": the document is only a source.
    pub fn begins_with_a_source(&self) -> bool {
        let source = self.cue(Facet::Cited).map(|cue| cue.words.end as usize);
        source.is_some_and(|source| self.mentions().any(|mention| source <= mention.head && mention.head <= source + 3))
    }

    /// "Als het onderzoek niet klaar is, …": all that the sentence says is supposed.
    pub fn begins_with_if(&self) -> bool {
        self.words.clone().take(2).any(|word| matches!(self.answer.reading.folded(word), "als" | "indien"))
    }

    /// "In mei worden de cijfers van 2024 benoemd", after "zie de jaarverslagen van 2022 en 2023": the coming edition of a document named before.
    pub fn other_edition(&self) -> Option<usize> {
        let (answer, documents) = (self.answer, &self.register.documents);
        // A text may name thousands: its kinds are brought together once.
        let named_before = |place: usize| -> HashSet<&str> {
            answer.mentions.iter().take_while(|mention| mention.head < place).map(|mention| mention.kind.as_str()).collect()
        };
        let edition = |word: &usize| matches!(answer.reading.folded(*word), "editie" | "uitgave" | "aflevering");
        if let Some(place) = self.words.clone().find(edition) {
            let kinds = named_before(place);
            let of = |holds: &dyn Fn(State) -> bool| {
                documents.iter().position(|document| holds(document.state) && kinds.contains(document.kind.as_str()))
            };
            return of(&|state| state == State::Forthcoming).or_else(|| of(&|state| state != State::Exists));
        }
        if self.mentions().next().is_some() {
            return None;
        }
        let year = self.words.clone().find(|word| matches!(answer.reading.folded(*word), "van" | "over"));
        let year = year.map(|word| answer.reading.folded(word + 1)).filter(|year| year.starts_with(|c: char| c.is_ascii_digit()))?;
        let coming = |(_, document): &(usize, &Document)| document.period == year && document.state == State::Forthcoming;
        let mut coming = documents.iter().enumerate().filter(coming).peekable();
        let kinds = coming.peek().map(|_| named_before(self.words.start))?;
        coming.find(|(_, document)| kinds.contains(document.kind.as_str())).map(|(place, _)| place)
    }

    /// A denied document: "een apart rapport komt er niet".
    pub fn denies(&self, mention: &Mention) -> bool {
        self.answer
            .cues(self.lens, self.words.clone(), Facet::Negation)
            .any(|cue| (cue.words.start as usize) <= mention.head && mention.head < cue.words.end as usize)
    }
}

/// Words between a verb and its object, at most.
const NEAR: usize = 3;

/// Prepositions before what is not the object of a verb.
pub(super) const NO_OBJECT: &[&str] = &[
    "in", "op", "bij", "uit", "van", "over", "voor", "aan", "na", "naar", "volgens", "conform", "tot", "onder", "met", "tegen", "door",
    "tussen", "binnen", "per",
];

/// A number that is no date, year or part of a name.
pub(super) fn is_figure(answer: &Annotated, word: usize) -> bool {
    let year = |digits: &str| digits.len() == 4 && digits.starts_with("20");
    answer.has_trait(word, Trait::Digit)
        && answer.reading.words()[word].before & Word::DASH == 0
        && !answer.moments_near(&(word..word + 1)).iter().any(|moment| moment.words.contains(&word))
        && !answer.mentions_near(&(word..word + 1)).iter().any(|mention| mention.words.contains(&word))
        && !year(answer.reading.folded(word))
}

/// A sentence of a few words that is little more than the name of a document: "MPG 2015, hoofdstuk 4."
pub(super) fn is_telegram(answer: &Annotated, words: &Range<usize>) -> bool {
    let named: usize =
        answer.mentions_near(words).iter().filter(|mention| words.contains(&mention.head)).map(|mention| mention.words.len()).sum();
    named > 0 && words.len() <= named + 8
}

/// Monday to Sunday.
fn week_of(day: Date) -> Option<Interval> {
    let from = day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
    Some(Interval { from, to: from.checked_add(6.days()).ok()? })
}
