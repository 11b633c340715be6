//! The document that a sentence waits for without naming it: the sentence beside it does.

use std::ops::Range;

use super::scene::Scene;
use crate::codebook::Facet;
use crate::documents::{Determiner, Mention, State, Vocabulary};
use crate::text::Word;
use crate::time::{Interval, Moment};

impl Scene<'_> {
    /// The sentence of the answer before this one.
    pub fn before(&self) -> Option<&Range<usize>> {
        let before = self.number.checked_sub(1).and_then(|before| self.answer.reading.sentences().get(before))?;
        Some(&before.words)
    }

    /// The documents that the sentence before names, in order.
    pub fn named_before(&self) -> impl DoubleEndedIterator<Item = &Mention> {
        self.before().into_iter().flat_map(|before| {
            let near = self.answer.mentions_near(before).iter();
            near.filter(|mention| before.contains(&mention.head) && !mention.carries)
        })
    }

    /// "Hij komt in het najaar uit.": the coming document of the sentence before.
    pub fn continued(&self) -> Option<&Mention> {
        // "Eind mei moet die klaar zijn": a time at the beginning is passed over.
        let timed = self.answer.moments_near(&self.words).iter().find(|moment| moment.words.start == self.words.start);
        let first = timed.map_or(self.words.start, |moment| moment.words.end);
        let points_back = (first..self.words.end)
            .take(3)
            .any(|word| matches!(self.answer.reading.folded(word), "die" | "hij" | "zij" | "ze" | "deze" | "dit" | "dat" | "het"));
        if !points_back || self.mentions().next().is_some() {
            return None;
        }
        self.named_before().rev().find(|mention| self.state(mention) == State::Forthcoming)
    }

    /// "Dat komt aan bod in het eindrapport. Een oordeel is nog niet te geven.": the coming document that the sentence before speaks of.
    pub fn awaited(&self) -> Option<usize> {
        let mut named = self.named_before();
        let only = named.next().filter(|_| named.next().is_none() && self.mentions().next().is_none())?;
        only.document.filter(|_| self.state(only) == State::Forthcoming)
    }

    /// "De schouw wordt nagelopen. Daarna sturen wij hem toe.": the one document of the sentence before, for which a pronoun stands.
    pub fn meant(&self) -> Option<usize> {
        let Self { answer, words, .. } = self;
        let pronoun = |word: usize| {
            let folded = answer.reading.folded(word);
            let before = word.checked_sub(1).filter(|before| words.contains(before)).map_or("", |before| answer.reading.folded(before));
            let led = matches!(before, "in" | "op" | "bij" | "van" | "voor" | "over" | "uit" | "aan" | "door" | "tot" | "naar" | "om");
            let alone = word + 1 >= words.end
                || answer.reading.words()[word + 1].before & Word::COMMA != 0
                || answer.is(word + 1, Vocabulary::Function)
                    && !matches!(answer.reading.folded(word + 1), "college" | "gemeente" | "antwoord")
                || matches!(answer.reading.folded(word + 1), "toe" | "rond" | "ter" | "beschikbaar" | "ook");
            matches!(folded, "het" | "deze" | "die" | "dit" | "hem" | "haar" | "ze") && !led && alone
        };
        let sent = || answer.cues(self.lens, words.clone(), Facet::Delivery).any(|cue| self.lens.kind(cue) != "thing");
        let shown = || words.clone().any(|word| matches!(answer.reading.folded(word), "inzage"));
        let stands = words.clone().find(|word| pronoun(*word))?;
        // "De cijfers zijn opgevraagd en wij sturen u die": the pronoun is that of its own sentence.
        let own = answer.first(words.start..stands, Vocabulary::Wanted).is_some();
        if own || self.mentions().next().is_some() || !(sent() || shown()) {
            return None;
        }
        let mut named = self.named_before();
        let place = named.next()?.document?;
        let only = named.all(|other| other.document == Some(place));
        let state = self.register.documents.get(place)?.state;
        (only && state != State::Exists).then_some(place)
    }

    /// "Zodra de wet er is, schrijven wij een impactanalyse.": the one new document that the sentence promises.
    pub fn made(&self) -> Option<usize> {
        let Self { answer, words, .. } = self;
        let mut named = self.mentions();
        let only = named.next().filter(|_| named.next().is_none())?;
        let place = only.document.filter(|_| only.determiner == Determiner::Indefinite && !only.weak)?;
        let makes = |word: usize| matches!(answer.reading.folded(word), "maken" | "maak" | "stellen" | "schrijven" | "leggen" | "sturen");
        let by_us = |word: usize| makes(word) && matches!(answer.reading.folded(word + 1), "wij" | "we" | "ik");
        let near = (only.words.start.saturating_sub(5).max(words.start)..only.words.start).any(by_us);
        (near && !self.denies(only) && !self.hangs_on(only) && self.state(only) != State::Exists).then_some(place)
    }

    /// "Dat is nog niet te zeggen. De tussenmeting moet daar duidelijkheid over geven.": the document of the next sentence that will tell,
    /// and when.
    pub fn will_tell(&self) -> Option<(usize, Option<Interval>)> {
        let Self { answer, .. } = self;
        let next = answer.reading.sentences().get(self.number + 1)?.words.clone();
        let folded = |word: usize| answer.reading.folded(word);
        let mention = answer.mentions_near(&next).iter().find(|mention| next.contains(&mention.head))?;
        let place = mention.document.filter(|_| mention.determiner != Determiner::Negative)?;
        let document = self.register.documents.get(place).filter(|document| document.state != State::Exists)?;
        let any = |words: Range<usize>, list: &[&str]| words.into_iter().any(|word| list.contains(&folded(word)));
        let clear = any(next.clone(), &["moet", "moeten", "zal", "zullen", "gaat", "gaan"])
            && any(mention.words.end..next.end, &["helderheid", "duidelijkheid", "uitsluitsel", "inzicht", "antwoord", "uitwijzen"]);
        let made = any(next.start..mention.head, &["maakt", "maken", "stelt", "stellen", "schrijft", "schrijven", "werkt", "werken"])
            && any(mention.words.end..next.end, &["waarin", "waaruit"]);
        let denied = next.clone().any(|word| answer.is(word, Vocabulary::Negative)) || answer.is_past(mention.head);
        if !(clear || made) || denied {
            return None;
        }
        let from = self.from;
        let ahead = |moment: &&Moment| next.contains(&moment.words.start) && Some(moment.interval.to) > from && moment.promises();
        let stated = || answer.moments_near(&next).iter().find(ahead).map(|moment| moment.interval);
        Some((place, document.due.or_else(stated)))
    }
}
