//! Pointers out of the answer: to later (deferral) and to elsewhere (external reference).

use std::ops::Range;

use crate::codebook::{Cue, Facet};
use crate::coding::{DeferralKind, Due, ExternalKind};
use crate::documents::{Annotated, Determiner, Document, Lens, Mention, Register, State, Vocabulary};
use crate::text::Word;
use crate::time::{Date, Interval};

/// A statement that something comes later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deferral {
    /// What it waits for.
    pub kind: DeferralKind,
    /// The document, as a place in the register.
    pub document: Option<usize>,
    /// When.
    pub due: Option<Due>,
    /// The words themselves say that it comes later, without help of the register or of a date.
    pub worded: bool,
    /// The first word that shows it.
    pub at: usize,
}

/// A statement that something stands elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct External {
    /// Where.
    pub kind: ExternalKind,
    /// The document, as a place in the register.
    pub document: Option<usize>,
    /// The first word that shows it.
    pub at: usize,
}

struct Scene<'a> {
    answer: &'a Annotated,
    lens: &'a Lens<'a>,
    register: &'a Register,
    words: Range<usize>,
    from: Option<Date>,
}

impl Scene<'_> {
    fn cue(&self, facet: Facet) -> Option<&Cue> {
        self.answer.cue(self.lens, self.words.clone(), facet)
    }

    fn has(&self, facet: Facet) -> bool {
        self.cue(facet).is_some()
    }

    fn mentions(&self) -> impl Iterator<Item = &Mention> {
        self.answer.mentions.iter().filter(|mention| self.words.contains(&mention.head) && mention.determiner != Determiner::Negative)
    }

    fn state(&self, mention: &Mention) -> State {
        mention.document.and_then(|place| self.register.documents.get(place)).map_or(State::Unknown, |document| document.state)
    }

    fn due_of(&self, mention: &Mention) -> Option<Interval> {
        mention.document.and_then(|place| self.register.documents.get(place)).and_then(|document| document.due)
    }

    /// The first expression of time from the letter's date on that is no part of a name.
    fn future(&self, words: &Range<usize>) -> Option<(usize, Interval)> {
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
    fn begins_with_a_condition(&self) -> bool {
        let verb = self.words.clone().take(2).any(|word| self.answer.is(self.lens, word, Vocabulary::QuestionVerb));
        let then = |word: usize| self.answer.reading.folded(word) == "dan" && self.answer.reading.words()[word].before & Word::COMMA != 0;
        verb && self.words.clone().skip(3).any(then)
    }

    /// "Hij komt in het najaar uit.": the coming document of the sentence before.
    fn continued(&self, number: usize) -> Option<&Mention> {
        let points_back = self
            .words
            .clone()
            .take(3)
            .any(|word| matches!(self.answer.reading.folded(word), "die" | "hij" | "zij" | "ze" | "deze" | "dit" | "dat" | "het"));
        let before = number
            .checked_sub(1)
            .and_then(|before| self.answer.reading.sentences().get(before))
            .filter(|_| points_back && self.mentions().next().is_none())?;
        self.answer.mentions.iter().rev().find(|mention| before.words.contains(&mention.head) && self.state(mention) == State::Forthcoming)
    }

    /// "als het onderzoek nog niet is afgerond, …": the cue stands in a supposition.
    fn supposes(&self, cue: &Cue) -> bool {
        let clause = self.answer.clause(cue.words.start as usize);
        clause
            .take(2)
            .any(|word| word < cue.words.start as usize && matches!(self.answer.reading.folded(word), "als" | "indien" | "mits" | "tenzij"))
    }

    /// "stand 31 december", "peildatum 1 mei": the day on which something was counted.
    fn dates_a_count(&self, word: usize) -> bool {
        (1..=2).filter_map(|back| word.checked_sub(back)).any(|before| matches!(self.answer.reading.folded(before), "stand" | "peildatum"))
    }

    /// "In mei worden de cijfers van 2024 benoemd", after "zie de jaarverslagen van 2022 en 2023": the coming edition of a document named before.
    fn other_edition(&self) -> Option<usize> {
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
    fn quotes(&self, cue: &Cue) -> bool {
        let folded = |word: usize| if self.words.contains(&word) { self.answer.reading.folded(word) } else { "" };
        let (start, end) = (cue.words.start as usize, cue.words.end as usize);
        let named =
            self.mentions().find(|mention| mention.words.start < end && end <= mention.words.end).map_or(end, |mention| mention.words.end);
        (1..=3).filter_map(|back| start.checked_sub(back)).any(|before| folded(before) == "zoals")
            || [end, named, named + 1].into_iter().any(|word| matches!(folded(word), "dat" | "of"))
    }

    /// A denied document: "een apart rapport komt er niet".
    fn denies(&self, mention: &Mention) -> bool {
        self.answer
            .cues(self.lens, self.words.clone(), Facet::Negation)
            .any(|cue| (cue.words.start as usize) <= mention.head && mention.head < cue.words.end as usize)
    }
}

/// Whether sentence `number` says that something comes later; `follows` is when the letter says that its missing answers follow.
pub(super) fn deferral(
    answer: &Annotated,
    lens: &Lens,
    register: &Register,
    number: usize,
    from: Option<Date>,
    follows: Option<Interval>,
) -> Option<Deferral> {
    let sentences = answer.reading.sentences();
    let words = sentences.get(number)?.words.clone();
    let scene = Scene { answer, lens, register, words: words.clone(), from };
    if let Some(promise) = answer.promise.filter(|promise| words.contains(&promise.word)) {
        let due = register.documents.get(promise.document).and_then(|document| document.due).map(Due::Interval);
        return Some(Deferral { kind: DeferralKind::Document, document: Some(promise.document), due, worded: false, at: promise.word });
    }
    let coming = scene.mentions().find(|mention| scene.state(mention) == State::Forthcoming && !scene.denies(mention));
    let future = scene.future(&words);
    let coming = coming.or_else(|| scene.continued(number).filter(|_| future.is_some()));
    let condition = scene.has(Facet::Condition) || scene.begins_with_a_condition();
    let cues = || {
        answer.cues(lens, words.clone(), Facet::Deferral).filter(|cue| {
            (lens.kind(cue) != "alone" || words.len() <= 3) && (says_yet(answer, cue) || !answer.is_past(lens, cue.words.start as usize))
        })
    };
    let cues = || cues().filter(|cue| !scene.supposes(cue));
    let worded = cues().find(|cue| lens.kind(cue) == "document").or_else(|| cues().next());
    let near = future.is_some_and(|(_, interval)| (interval.to - interval.from).get_days() < 200);
    let plain = !words.clone().any(|word| is_figure(answer, word));
    let present = |cue: &&Cue| !answer.is_past(lens, cue.words.end as usize - 1);
    let delivery = answer.cues(lens, words.clone(), Facet::Delivery).filter(present).find(|cue| lens.kind(cue) != "thing" || near && plain);
    let points = scene.has(Facet::External)
        || worded.is_some()
        || delivery.is_some()
        || scene.has(Facet::Forthcoming)
        || is_telegram(answer, &words);

    let (kind, mention, at) = if let Some(mention) = coming.filter(|_| points) {
        (DeferralKind::Document, Some(mention), mention.words.start)
    } else if let Some(cue) = worded {
        let named = lens.kind(cue) == "document";
        let here = scene.mentions().find(|mention| {
            scene.state(mention) == State::Exists
                && cue.words.start as usize <= mention.words.end
                && mention.words.start <= cue.words.end as usize + 8
        });
        if named && here.is_some() {
            return None;
        }
        let mention = scene
            .mentions()
            .find(|mention| !mention.weak && scene.state(mention) != State::Exists && !scene.denies(mention))
            .filter(|_| named);
        let kind = if named && mention.is_some() {
            DeferralKind::Document
        } else if future.is_some() {
            DeferralKind::Moment
        } else {
            DeferralKind::Open
        };
        (kind, mention, cue.words.start as usize)
    } else if let Some(cue) = delivery.filter(|_| future.is_some() || condition) {
        if scene.has(Facet::Negation) {
            return None;
        }
        let kind = if future.is_some() { DeferralKind::Moment } else { DeferralKind::Open };
        (kind, None, cue.words.start as usize)
    } else {
        return None;
    };

    let next = sentences.get(number + 1).map(|sentence| sentence.words.clone());
    let later = next.filter(|next| answer.has(lens, next.clone(), Facet::Delivery) || next.len() <= 6).and_then(|next| scene.future(&next));
    let around = [number.checked_sub(1), Some(number + 1)].into_iter().flatten().filter_map(|near| sentences.get(near));
    let depends = condition || worded.is_some() && around.into_iter().any(|near| answer.has(lens, near.words.clone(), Facet::Condition));
    let due = mention
        .and_then(|mention| scene.due_of(mention))
        .or(future.map(|(_, interval)| interval))
        .map(Due::Interval)
        .or(condition.then_some(Due::Conditional))
        .or(later.map(|(_, interval)| Due::Interval(interval)))
        .or(depends.then_some(Due::Conditional))
        .or(follows.filter(|_| worded.is_some_and(|cue| lens.kind(cue) == "alone")).map(Due::Interval));
    let bridged = if mention.is_none() { scene.other_edition() } else { None };
    if let Some(place) = bridged.filter(|_| future.is_some() || worded.is_some()) {
        let due = register.documents[place].due.map(Due::Interval).or(due);
        return Some(Deferral { kind: DeferralKind::Document, document: Some(place), due, worded: worded.is_some(), at });
    }
    let kind = if kind == DeferralKind::Open && matches!(due, Some(Due::Interval(_))) { DeferralKind::Moment } else { kind };
    Some(Deferral { kind, document: mention.and_then(|mention| mention.document), due, worded: worded.is_some(), at })
}

/// When the letter says, outside its answers, that what is marked "volgt" will be there.
pub(super) fn follows(text: &Annotated, lens: &Lens, from: Option<Date>) -> Option<Interval> {
    let from = from?;
    let marked = |words: &Range<usize>| answers_follow(text, lens, words);
    text.reading.sentences().iter().filter(|sentence| marked(&sentence.words)).find_map(|sentence| {
        text.moments
            .iter()
            .find(|moment| sentence.words.contains(&moment.words.start) && moment.interval.to >= from && moment.promises())
            .map(|moment| moment.interval)
    })
}

fn answers_follow(text: &Annotated, lens: &Lens, words: &Range<usize>) -> bool {
    text.cues(lens, words.clone(), Facet::Deferral).any(|cue| lens.kind(cue) == "alone")
}

/// "nog": what is not yet so cannot be past.
fn says_yet(answer: &Annotated, cue: &Cue) -> bool {
    (cue.words.start..cue.words.end).any(|word| answer.reading.folded(word as usize) == "nog")
}

/// A number that is no date, year or part of a name.
fn is_figure(answer: &Annotated, word: usize) -> bool {
    let digits = answer.reading.folded(word);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && answer.reading.words()[word].before & Word::DASH == 0
        && !answer.moments.iter().any(|moment| moment.words.contains(&word))
        && !answer.mentions.iter().any(|mention| mention.words.contains(&word))
        && !(digits.len() == 4 && digits.starts_with("20"))
}

/// A sentence of a few words that is little more than the name of a document: "MPG 2015, hoofdstuk 4."
fn is_telegram(answer: &Annotated, words: &Range<usize>) -> bool {
    let named: usize = answer.mentions.iter().filter(|mention| words.contains(&mention.head)).map(|mention| mention.words.len()).sum();
    named > 0 && words.len() <= named + 8
}

/// Whether sentence `number` says that something stands elsewhere.
pub(super) fn external(
    answer: &Annotated,
    lens: &Lens,
    register: &Register,
    number: usize,
    internal: &[String],
    from: Option<Date>,
) -> Option<External> {
    let sentences = answer.reading.sentences();
    let words = sentences.get(number)?.words.clone();
    let scene = Scene { answer, lens, register, words: words.clone(), from };
    let mut best: Option<External> = None;
    let figures = words
        .clone()
        .any(|word| is_figure(answer, word) && !word.checked_sub(1).is_some_and(|before| answer.is(lens, before, Vocabulary::PartOf)));
    for cue in answer.cues(lens, words.clone(), Facet::External) {
        let at = cue.words.start as usize;
        if scene.quotes(cue) {
            continue;
        }
        let found = match lens.kind(cue) {
            "stated" if figures => None,
            "authority" => Some(External { kind: ExternalKind::Authority, document: None, at }),
            "annex" => Some(External { kind: ExternalKind::Annex, document: None, at }),
            "earlier_letter" => earlier_letter(&scene, at),
            "website" => Some(External { kind: ExternalKind::Website, document: None, at }),
            _ => object(&scene, cue, number, internal),
        };
        if let Some(found) = found {
            if best.as_ref().is_none_or(|best| found.kind < best.kind) {
                best = Some(found);
            }
        }
    }
    // A web address is a place to look, whatever words bring it.
    let address =
        words.clone().find(|word| is_address(answer.reading.folded(*word))).filter(|_| words.len() <= 24 && !in_a_note(answer, &words));
    let best = best.or_else(|| address.map(|at| External { kind: ExternalKind::Website, document: None, at }));
    best.or_else(|| part_of_a_document(&scene)).or_else(|| {
        let only = sentences.len() <= 2
            && is_telegram(answer, &words)
            && !scene.has(Facet::Opening)
            && !scene.has(Facet::Negation)
            && !scene.has(Facet::Cited);
        let mention = scene.mentions().find(|mention| !mention.weak && scene.state(mention) != State::Forthcoming)?;
        only.then_some(External { kind: ExternalKind::Document, document: mention.document, at: mention.words.start })
    })
}

/// A whole answer of one short sentence that names a page, table or chapter: "Bladzijde 7 van de Terugblik."
fn part_of_a_document(scene: &Scene) -> Option<External> {
    let only =
        scene.answer.reading.sentences().len() == 1 && scene.words.len() <= 16 && !scene.has(Facet::Cited) && !scene.has(Facet::Opening);
    let at = scene.words.clone().find(|word| scene.answer.is(scene.lens, *word, Vocabulary::PartOf))?;
    let numbered = scene.answer.reading.folded(at + 1).starts_with(|c: char| c.is_ascii_digit());
    let coming = scene.mentions().any(|mention| scene.state(mention) == State::Forthcoming);
    (only && numbered && !coming).then_some(External { kind: ExternalKind::Document, document: None, at })
}

/// An earlier letter counts when its date lies before this letter's, or when no date is given.
fn earlier_letter(scene: &Scene, at: usize) -> Option<External> {
    let coming = scene.mentions().any(|mention| mention.letter && scene.state(mention) == State::Forthcoming);
    if coming {
        return None;
    }
    let document = scene.mentions().find(|mention| mention.letter).and_then(|mention| mention.document);
    Some(External { kind: ExternalKind::EarlierLetter, document, at })
}

/// Where a pointer points that does not say so itself.
fn object(scene: &Scene, cue: &Cue, number: usize, internal: &[String]) -> Option<External> {
    let at = cue.words.start as usize;
    let answer = scene.answer;
    let site =
        scene.words.clone().find(|index| is_address(answer.reading.folded(*index)) || answer.is(scene.lens, *index, Vocabulary::Website));
    if site.is_some() {
        return Some(External { kind: ExternalKind::Website, document: None, at });
    }
    let near = |mention: &&Mention| mention.words.start < cue.words.end as usize + 10 && mention.words.end + 10 > at;
    let mention = scene.mentions().filter(|mention| !mention.weak).find(near).or_else(|| scene.mentions().find(near));
    let annex = scene.words.clone().find(|index| answer.is(scene.lens, *index, Vocabulary::Annex));
    if annex.is_some() && mention.is_none_or(|mention| mention.kind == "bijlage") {
        return Some(External { kind: ExternalKind::Annex, document: None, at });
    }
    if let Some(mention) = mention {
        if scene.state(mention) == State::Forthcoming {
            return None;
        }
        let own = mention.letter && mention.words.start.checked_sub(1).is_some_and(|before| answer.is(scene.lens, before, Vocabulary::Own));
        let kind = if own { ExternalKind::EarlierLetter } else { ExternalKind::Document };
        return Some(External { kind, document: mention.document, at });
    }
    if !internal.is_empty() {
        return None;
    }
    let part = (cue.words.start as usize..scene.words.end).find(|index| answer.is(scene.lens, *index, Vocabulary::PartOf));
    if part.is_some() {
        return Some(External { kind: ExternalKind::Document, document: None, at });
    }
    let back = (cue.words.start as usize..cue.words.end as usize)
        .any(|index| answer.reading.folded(index).starts_with("daar") || answer.reading.folded(index).starts_with("hier"));
    let before = number.checked_sub(1).and_then(|number| answer.reading.sentences().get(number)).map(|sentence| sentence.words.clone())?;
    let earlier =
        answer.mentions.iter().rev().find(|mention| before.contains(&mention.head) && scene.state(mention) != State::Forthcoming)?;
    back.then_some(External { kind: ExternalKind::Document, document: earlier.document, at })
}

/// A footnote that ran into the text: a quotation with a link.
fn in_a_note(answer: &Annotated, words: &Range<usize>) -> bool {
    let quote = answer.quote(words);
    quote.contains("http") && quote.contains(['«', '»', '’', '"', '(']) || quote.contains("ISSN")
}

/// A web address: "www.…" or a word with a domain at its end.
fn is_address(word: &str) -> bool {
    let domains = [".nl", ".com", ".org", ".eu", ".be", ".net", ".info", ".app", ".online", ".example", ".frl", ".amsterdam", ".gov"];
    word.starts_with("www.") || domains.iter().any(|domain| word.strip_suffix(domain).is_some_and(|name| name.len() > 2))
}
