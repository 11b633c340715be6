//! What the words around one mention say of it: that it comes, on which day, that it is there, that it appears every year.

use std::cell::LazyCell;
use std::ops::Range;

use super::annotated::Annotated;
use super::asserted;
use super::lens::{Lens, Vocabulary};
use super::mention::{Determiner, Mention};
use super::near::{self, ADOPTED, SENT, belongs, bracketed, is_near, precedes, reachable, speaks_of};
use super::shown;
use super::state::{ALREADY, AWAITED, DATED, SAID, STATED, Testimony, WORDED};
use super::subject;
use super::tense;
use super::traits::Trait;
use crate::codebook::{Cue, Facet};
use crate::documents::State;
use crate::time::{Date, Interval, Moment, Relation};

/// A mention and the words that may speak of it.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub text: &'a Annotated,
    pub mention: &'a Mention,
    /// Up to the mentions around it, or the sentence that goes on about it.
    pub reach: &'a Range<usize>,
    pub sentence: &'a Range<usize>,
    pub lens: &'a Lens<'a>,
    /// The letter's day.
    pub from: Option<Date>,
}

/// What was found around a mention, before its days are looked at.
struct Found {
    /// Words that say that it comes.
    forthcoming: Option<Range<usize>>,
    /// Words that say that it is there.
    existing: Option<Range<usize>>,
    /// A verb by which it reaches the reader.
    delivered: Option<usize>,
}

impl Around<'_> {
    /// All that is said of the mention, the heavier and the lighter.
    pub fn testimonies(&self) -> Vec<Testimony> {
        let Self { text, mention, reach, lens, from, .. } = *self;
        let mut testimonies = Vec::new();
        if self.is_silent() {
            return testimonies;
        }
        // "Het rapport van 3 mei wordt in juni besproken": it bears the day on which it was made.
        let open = LazyCell::new(|| {
            near::goes_into_another(text, mention, reach) || asserted::is_unsure(text, mention.head) || self.bears_a_day()
        });
        let stated = self.stated();
        let is_stated = stated.is_some();
        let forthcoming = stated.or_else(|| self.awaited()).filter(|cue| !(*open || asserted::is_refused(text, cue.start)));
        let found = Found { forthcoming, existing: shown::existing(text, mention, reach, lens, from), delivered: self.delivered() };
        for moment in self.moments() {
            testimonies.extend(from.and_then(|from| self.dated(moment, from, &found, || *open)));
        }
        let Found { forthcoming, existing, .. } = found;
        testimonies.extend(forthcoming.map(|proof| Testimony::of(State::Forthcoming, if is_stated { SAID } else { AWAITED }, proof)));
        if let Some(proof) = existing.or_else(|| shown::enclosed(text, mention)) {
            // "wordt in mei behandeld en is al gepubliceerd"
            let already =
                (proof.start.saturating_sub(1)..proof.end).any(|word| matches!(text.reading.folded(word), "al" | "reeds" | "inmiddels"));
            testimonies.push(Testimony::of(State::Exists, if already { ALREADY } else { STATED }, proof));
        } else if testimonies.is_empty() {
            testimonies.extend(shown::delivered_before(text, mention, reach).map(|proof| Testimony::of(State::Exists, SAID, proof)));
        }
        testimonies.extend(self.recurring().map(|proof| Testimony::of(State::Recurring, WORDED, proof)));
        // A draft that is there is not the document; of one that is to come the document comes later still.
        if near::is_drafted(text, mention) {
            testimonies.retain(|testimony| testimony.state != State::Exists);
        }
        testimonies
    }

    /// Whether nothing can bear on the state of the mention: no cue, no time in reach, no verb of sending, no list of annexes.
    /// So it is for most documents that an answer names.
    fn is_silent(&self) -> bool {
        let Self { text, mention, reach, sentence, .. } = *self;
        let timed = |moment: &Moment| reach.start <= moment.words.start && moment.words.end <= reach.end;
        !text.may_say(sentence, &[Facet::Forthcoming, Facet::Existing, Facet::Recurring])
            && !text.may_hold(sentence, Vocabulary::Given.bit())
            && !text.moments_near(reach).iter().any(timed)
            && shown::enclosed(text, mention).is_none()
    }

    /// The first words in reach that say `facet` of the mention.
    fn cue(&self, facet: Facet, wanted: impl Fn(&Cue) -> bool) -> Option<Range<usize>> {
        let mut cues = self.text.cues(self.lens, self.reach.clone(), facet).filter(|cue| wanted(cue)).map(Cue::range);
        cues.find(|cue| speaks_of(self.text, self.mention, cue))
    }

    /// Whether it is a document of which the reader knows, and no everyday word.
    fn is_certain(&self) -> bool {
        !self.mention.weak && self.mention.determiner != Determiner::Indefinite
    }

    /// Words that say that the mention comes.
    fn stated(&self) -> Option<Range<usize>> {
        let Self { text, mention, reach, .. } = *self;
        let cue = self.cue(Facet::Forthcoming, |_| true)?;
        let same = text.mentions_near(&mention.words).iter().rfind(|other| other.words == mention.words);
        let last = same.is_none_or(|other| other.edition == mention.edition);
        let beside = cue.start <= mention.words.end + 3 && mention.words.start <= cue.end + 3 || !reach.contains(&mention.head);
        // "ontvangt u een begrotingswijziging": right after the verb a document that is new to the reader counts too.
        let given = !mention.weak && cue.end <= mention.words.start && mention.words.start <= cue.end + 1;
        ((self.is_certain() || given) && beside && (last || cue.start < mention.words.start)).then_some(cue)
    }

    /// "Een offerte is opgevraagd": words by which also an everyday word, or a document new to the reader, is still to come.
    fn awaited(&self) -> Option<Range<usize>> {
        self.cue(Facet::Forthcoming, |cue| self.lens.kind(cue) == "awaited")
    }

    /// The words that say that the mention, or one joined to it, appears every year.
    fn recurring(&self) -> Option<Range<usize>> {
        let Self { text, mention, sentence, lens, .. } = *self;
        self.cue(Facet::Recurring, |_| true).or_else(|| {
            let first = near::joined_before(text, mention)?;
            let mut cues = text.cues(lens, sentence.start..first.words.start, Facet::Recurring).map(Cue::range);
            cues.find(|cue| speaks_of(text, first, cue))
        })
    }

    /// The verb by which the mention reaches the reader.
    fn delivered(&self) -> Option<usize> {
        let Self { text, mention, reach, sentence, lens, .. } = *self;
        // An everyday word ("plan", "overzicht") names a document to come only where it is said to come to the asker.
        let pointed_at = !mention.weak && !reach.contains(&mention.head);
        if self.is_certain() || pointed_at {
            return sentence.clone().find(|word| text.is(*word, Vocabulary::Delivery) && !near::reckons(text, *word));
        }
        let mut cues = text.cues(lens, sentence.clone(), Facet::Delivery);
        let cue = cues.find(|cue| mention.determiner != Determiner::Indefinite || !mention.weak || lens.kind(cue) != "thing");
        // "Het bureau levert een nieuwe raming in juni": who makes it says when.
        // "ons onderzoek naar de kades publiceren wij in mei": an own one is no everyday word.
        let own = mention.words.start.checked_sub(1).is_some_and(|before| text.is(before, Vocabulary::Own));
        // "zal het kadebesluit in mei publiceren"
        let public = |word: usize| matches!(text.reading.folded(word), "publiceert" | "publiceren" | "uitbrengen");
        let made = |word: &usize| (!mention.weak || own || public(*word)) && text.is(*word, Vocabulary::Made);
        cue.map(|cue| cue.words.start as usize).or_else(|| text.clause(mention.head).find(made))
    }

    /// The times that may be of the mention, the likelier first.
    fn moments(&self) -> Vec<&Moment> {
        let Self { text, mention, reach, .. } = *self;
        let mut moments: Vec<&Moment> =
            text.moments_near(reach).iter().filter(|moment| belongs(text, mention, &moment.words, reach)).collect();
        // "In mei bespreekt het bestuur de uitkomst en in juni krijgt u het rapport": of two before it the nearest.
        // "op 3 mei vastgesteld en daags daarna toegezonden": of two after it the one on which it is sent.
        let sent = |moment: &Moment| is_near(text, moment, SENT);
        let adopted = |moment: &Moment| is_near(text, moment, ADOPTED) && near::moments_after(text, moment).any(sent);
        moments.sort_by_key(|moment| (adopted(moment), mention.words.start.saturating_sub(moment.words.end)));
        moments
    }

    /// What a time shows of the mention, if it is of it at all.
    fn dated(&self, moment: &Moment, from: Date, found: &Found, open: impl Fn() -> bool) -> Option<Testimony> {
        let Self { text, mention, reach, .. } = *self;
        let Interval { from: first, to: last } = moment.interval;
        let ahead = last > from;
        let start = moment.words.start;
        let of_another = text.dates_a_count(moment)
            || text.lasts_until(moment)
            || text.is_denied(moment)
            || precedes(text, moment, reach)
            || subject::is_of_another(text, mention, &moment.words)
            || near::is_covered(text, mention, moment)
            || found.existing.is_some() && ahead && asserted::was_to_be(text, start)
            || ahead && asserted::is_given_up(text, start);
        if of_another || last == from {
            return None;
        }
        let done = || found.existing.clone().or_else(|| shown::delivered_before(text, mention, reach));
        // "is deze maand aan uw raad gestuurd": what was done in a period that still runs is done.
        if ahead && first <= from && tense::is_past(text, start) {
            return done().map(|proof| Testimony::of(State::Exists, DATED, proof));
        }
        if ahead {
            return self.promised(moment, from, found, open);
        }
        done().map(|proof| Testimony::of(State::Exists, DATED, proof)).or_else(|| {
            let bears = moment.relation == Relation::Of || moment.relation == Relation::In && !is_led(text, &moment.words);
            (bears && self.is_followed_by(moment)).then(|| Testimony::of(State::Exists, SAID, moment.words.clone()))
        })
    }

    /// That the mention comes at a time that lies ahead.
    fn promised(&self, moment: &Moment, from: Date, found: &Found, open: impl Fn() -> bool) -> Option<Testimony> {
        let Self { text, mention, reach, sentence, .. } = *self;
        let start = moment.words.start;
        let adjacent = start == mention.words.end && bracketed(text, start);
        let comes = moment.promises()
            && !(open() || asserted::is_handled(text, start) || asserted::is_refused(text, start))
            && !text.is_target(moment, from)
            && reachable(text, mention, &moment.words, reach)
            && (found.delivered.is_some() || found.forthcoming.is_some() || adjacent);
        if !comes {
            return None;
        }
        // What is discussed may exist already.
        let treated = sentence.clone().any(|word| text.is(word, Vocabulary::Treated));
        let proof = to_its_end(text, cover(&moment.words, found.delivered, mention));
        let testimony = Testimony::of(State::Forthcoming, if treated { SAID } else { DATED }, proof);
        Some(Testimony { due: Some(moment.interval), due_words: Some(moment.words.clone()), ..testimony })
    }

    /// "Het rapport van 3 mei", but not "het rapport had op 3 mei klaar moeten zijn".
    fn is_followed_by(&self, moment: &Moment) -> bool {
        let Self { text, mention, .. } = *self;
        let verb =
            |word: usize| text.is(word, Vocabulary::Past) || text.is(word, Vocabulary::Present) || text.has_trait(word, Trait::Helper);
        moment.words.start >= mention.words.end
            && moment.words.start <= mention.words.end + 2
            && !(mention.words.end..moment.words.start).any(verb)
            && !asserted::was_to_be(text, moment.words.start)
            && !asserted::denies_making(text, mention.head)
    }

    /// "Het rapport van 14 februari wordt in mei besproken": it was made on the past day that it bears; minutes bear that of a meeting.
    fn bears_a_day(&self) -> bool {
        let Self { text, mention, from, .. } = *self;
        let minutes = mention.kind.ends_with("verslag") || mention.kind.ends_with("notulen");
        let one_day = mention.past.is_some_and(|(_, days)| days.from == days.to);
        mention.is_of_the_past(text, from) || one_day && !minutes
    }
}

/// Whether "in" or "op" stands before a time: it may tell when something is done, and not which one is meant.
fn is_led(text: &Annotated, moment: &Range<usize>) -> bool {
    let lead = |word: usize| matches!(text.reading.folded(word), "in" | "op");
    lead(moment.start) || moment.start.checked_sub(1).is_some_and(lead)
}

/// The words of a time with the verb by which the mention reaches the reader and the mention itself, where these are near.
fn cover(moment: &Range<usize>, delivery: Option<usize>, mention: &Mention) -> Range<usize> {
    let near = delivery.filter(|word| word.abs_diff(moment.start) <= 12).unwrap_or(moment.start);
    let start = near.min(moment.start);
    let end = moment.end.max(near + 1);
    if mention.words.start < start && start - mention.words.end.min(start) <= 12 { mention.words.start..end } else { start..end }
}

/// Words with the rest of their clause, where it is short: a proof should not be cut off before what might contradict it.
fn to_its_end(text: &Annotated, words: Range<usize>) -> Range<usize> {
    let end = tense::clause(text, words.end - 1).end;
    words.start..if end <= words.end + REST { end } else { words.end }
}

/// Words that a proof goes on, at most.
const REST: usize = 10;
