//! Pointers to later: what was asked for is to come.

use std::ops::Range;

use super::scene::{NO_OBJECT, Scene, is_figure, is_telegram};
use crate::codebook::{Cue, Facet};
use crate::coding::{DeferralKind, Due};
use crate::documents::{Annotated, Lens, Mention, State, Vocabulary};
use crate::time::{Date, Interval};

/// A statement that something comes later.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "what a deferral rests on are independent facts")]
pub struct Deferral {
    /// What it waits for.
    pub kind: DeferralKind,
    /// The document, as a place in the register.
    pub document: Option<usize>,
    /// When.
    pub due: Option<Due>,
    /// The words themselves say that it comes later, without help of the register or of a date.
    pub worded: bool,
    /// It tells when the very thing comes that the question asks for.
    pub replies: bool,
    /// The document only has to come first: "zodra de telling er is".
    pub condition: bool,
    /// The document is the one for which the question asks, and the sentence does not name it.
    pub asked: bool,
}

/// What in a sentence makes it a deferral.
struct Ground<'a> {
    kind: DeferralKind,
    mention: Option<&'a Mention>,
}

/// Whether a sentence says that something comes later; `follows` is when the letter says that its missing answers follow.
pub(super) fn deferral(scene: &Scene, follows: Option<Interval>) -> Option<Deferral> {
    if let Some(promise) = scene.answer.promise.filter(|promise| scene.words.contains(&promise.word)) {
        let known = promise.document.and_then(|place| scene.register.documents.get(place)).and_then(|document| document.due);
        let stated = || scene.future(&scene.words).map(|(_, interval)| interval);
        let kind = if promise.document.is_some() { DeferralKind::Document } else { DeferralKind::Moment };
        return Some(Deferral {
            kind,
            document: promise.document,
            due: known.or_else(stated).map(Due::Interval),
            worded: false,
            replies: true,
            condition: false,
            asked: false,
        });
    }
    if !may_defer(scene) {
        return None;
    }
    let future = scene.future(&scene.words).map(|(_, interval)| interval);
    let condition = scene.has(Facet::Condition) || scene.begins_with_a_condition();
    let worded = worded(scene);
    // "ontleend aan de conceptstukken, die u in mei vaststelt": a source of what is said.
    if worded.is_none() && scene.begins_with_a_source() && !is_telegram(scene.answer, &scene.words) {
        return None;
    }
    let ground = ground(scene, worded, future, condition)?;
    let due = due(scene, &ground, worded, future, condition).or_else(|| {
        let alone = worded.is_some_and(|cue| scene.lens.kind(cue) == "alone");
        follows.filter(|_| alone).map(Due::Interval)
    });
    let Ground { kind, mention } = ground;
    let worded = worded.is_some();
    let coming = mention.is_some_and(|mention| scene.state(mention) == State::Forthcoming);
    let other = if !coming && (future.is_some() || worded) { scene.other_edition() } else { None };
    let unnamed = || if mention.is_none() && worded && future.is_none() { scene.awaited() } else { None };
    let meant = || if mention.is_none() { scene.meant().or_else(|| scene.made()) } else { None };
    let told = if mention.is_none() && worded && other.is_none() { scene.will_tell() } else { None };
    if let Some(place) = other.or_else(unnamed).or_else(|| told.map(|(place, _)| place)).or_else(meant) {
        let stated = told.filter(|(next, _)| *next == place).and_then(|(_, stated)| stated);
        let due = scene.register.documents[place].due.or(stated).map(Due::Interval).or(due);
        return Some(Deferral {
            kind: DeferralKind::Document,
            document: Some(place),
            due,
            worded,
            replies: false,
            condition: false,
            asked: false,
        });
    }
    let timed = kind == DeferralKind::Open && matches!(due, Some(Due::Interval(_)));
    let kind = if timed { DeferralKind::Moment } else { kind };
    let condition = mention.is_some_and(|mention| scene.hangs_on(mention));
    // "Wanneer komt de nota?" "Daar is nog geen datum voor.": it waits for the document of the question.
    let asked = if mention.is_none() { answer_of_request(scene, worded) } else { None };
    let document = mention.and_then(|mention| mention.document).or(asked);
    let kind = if asked.is_some() { DeferralKind::Document } else { kind };
    Some(Deferral { kind, document, due, worded, replies: false, condition, asked: asked.is_some() })
}

/// Whether a sentence has any of what a deferral rests on: words of sending or of later, a document, a condition, a time for what was
/// named before it. Most have none.
fn may_defer(scene: &Scene) -> bool {
    let Scene { answer, words, .. } = scene;
    answer.may_say(words, &[Facet::Deferral, Facet::Delivery, Facet::Condition])
        || scene.mentions().next().is_some()
        || scene.begins_with_a_condition()
        || scene.continued().is_some()
}

/// The document for which the question asks, where the sentence answers that: it comes first, or it goes to the asker.
fn answer_of_request(scene: &Scene, worded: bool) -> Option<usize> {
    let Scene { answer, lens, words, number, .. } = scene;
    let sent = || answer.cues(lens, words.clone(), Facet::Delivery).any(|cue| lens.kind(cue) != "thing");
    let to_the_asker = || answer.first(words.clone(), Vocabulary::Asker).is_some();
    let still_to_come = |place: &usize| scene.register.documents.get(*place).is_some_and(|document| document.state != State::Exists);
    // "Het stuk wordt bestudeerd": who studies it has it.
    let studied = |place: &usize| {
        scene.mentions().any(|mention| mention.document == Some(*place))
            && words.clone().any(|word| matches!(answer.reading.folded(word), "bestudeerd" | "bestuderen" | "bestudeer" | "bestudering"))
    };
    answer.asked.filter(|_| worded && *number == 0 || sent() && to_the_asker()).filter(|place| still_to_come(place) && !studied(place))
}

/// The cue whose words alone say that it comes later, one that names a document first.
fn worded<'s>(scene: &'s Scene) -> Option<&'s Cue> {
    let Scene { answer, lens, words, .. } = scene;
    let counts = |cue: &&Cue| {
        let whole = lens.kind(cue) != "alone" || words.len() <= 3;
        let yet = says_yet(answer, cue);
        whole
            && (yet || lens.kind(cue) == "pending" || !answer.is_past(cue.words.start as usize))
            && !scene.supposes(cue)
            && !(yet && scene.begins_with_if())
            && !(lens.kind(cue) == "document" && scene.negated(cue))
            && !scene.prescribes(cue)
            && (lens.kind(cue) != "until" || tells(scene) && !answer.tells_of_the_past(cue.words.start as usize))
    };
    let cues = || answer.cues(lens, words.clone(), Facet::Deferral).filter(counts);
    cues().find(|cue| lens.kind(cue) == "document").or_else(|| cues().next())
}

/// Whether the sentence speaks of knowing or telling: "pas na de winter *weten* wij dat", not "pas na een week gaat de kraan open".
fn tells(scene: &Scene) -> bool {
    let Scene { answer, lens, words, .. } = scene;
    let of_it = scene.number == 0
        && words.clone().take(1).any(|word| matches!(answer.reading.folded(word), "daar" | "dat" | "dit" | "die" | "deze"));
    let speaks = [Vocabulary::Say, Vocabulary::Known, Vocabulary::Wanted];
    of_it
        || speaks.into_iter().any(|list| answer.first(words.clone(), list).is_some())
        || answer.cues(lens, words.clone(), Facet::Delivery).any(|cue| lens.kind(cue) != "thing")
}

/// A coming document that the sentence points to, words that defer, or a promise with a time or a condition; in that order.
fn ground<'s>(scene: &'s Scene, worded: Option<&Cue>, future: Option<Interval>, condition: bool) -> Option<Ground<'s>> {
    let Scene { answer, lens, words, .. } = scene;
    let near = future.is_some_and(|interval| (interval.to - interval.from).get_days() < 200);
    // "De commissie neemt het verslag in juni onder de loep": what is there already is not what comes.
    let plain = || {
        let here = scene.mentions().any(|mention| scene.state(mention) == State::Exists && !scene.is_led(mention, NO_OBJECT));
        !here && !words.clone().any(|word| is_figure(answer, word))
    };
    let present = |cue: &&Cue| {
        !scene.is_reservation(cue)
            && !answer.is_past(cue.words.end as usize - 1)
            && !scene.negated(cue)
            && !scene.conditions(cue)
            && !scene.prescribes(cue)
    };
    // "De eenheid telt in juli en bespreekt de uitkomst met de boeren": what others do with a thing, after an answer, is no promise.
    let ours = || {
        let named = [Vocabulary::Sender, Vocabulary::Asker].iter().any(|list| answer.first(words.clone(), *list).is_some());
        scene.number == 0 || words.len() <= SHORT || named
    };
    let thing = || near && plain() && ours();
    let delivery = answer.cues(lens, words.clone(), Facet::Delivery).filter(present).find(|cue| lens.kind(cue) != "thing" || thing());

    let mut awaited = scene.mentions().filter(|mention| scene.state(mention) == State::Forthcoming && !scene.denies(mention));
    let first = awaited.next();
    // "in het onderzoek, waarvan wij de rapportage in mei ontvangen": what is dated is the report.
    let part = awaited.find(|mention| mention.is_part_of_another(answer) && scene.due_of(mention).is_some());
    let coming = first.map(|first| part.filter(|_| scene.due_of(first).is_none()).unwrap_or(first));
    // "Wij zenden deze daarna aan uw raad."
    let sent = || delivery.is_some_and(|cue| lens.kind(cue) != "thing") && answer.first(words.clone(), Vocabulary::Asker).is_some();
    let coming = coming.or_else(|| scene.continued().filter(|_| future.is_some() || condition || sent()));
    let points = coming.is_some_and(|mention| scene.points_at(mention))
        || worded.is_some()
        || delivery.is_some()
        || scene.has(Facet::Forthcoming)
        || future.is_some() && words.clone().any(|word| matches!(answer.reading.folded(word), "publiceert" | "publiceren"))
        || is_telegram(answer, words)
        || future.is_some() && coming.is_some_and(|mention| mention.document.is_some() && mention.document == answer.asked)
        || future.is_some() && !scene.has(Facet::Recurring) && coming.is_some_and(|mention| scene.is_led(mention, THROUGH));
    if let Some(mention) = coming.filter(|_| points) {
        return Some(Ground { kind: DeferralKind::Document, mention: Some(mention) });
    }
    let timed = if future.is_some() { DeferralKind::Moment } else { DeferralKind::Open };
    let waits_for = |mention: Option<&'s Mention>| Ground { kind: if mention.is_some() { DeferralKind::Document } else { timed }, mention };
    if let Some(cue) = worded {
        let at = cue.words.start as usize;
        if lens.kind(cue) != "document" {
            // "Pas met het meetrapport kan ik dat zeggen", "geduld tot het kwartaalbericht", "wij berichten u per brief".
            let until = |mention: &&Mention| {
                !mention.weak
                    && scene.state(mention) != State::Exists
                    && (scene.is_led(mention, THROUGH) || scene.is_led(mention, &["uit", "tot"]))
            };
            return Some(waits_for(scene.mentions().find(until).or_else(|| scene.sent_letter())));
        }
        let near = |mention: &Mention| at <= mention.words.end && mention.words.start <= cue.words.end as usize + 8;
        if scene.mentions().any(|mention| scene.state(mention) == State::Exists && near(mention)) {
            return None;
        }
        let mention = scene.mentions().find(|mention| !mention.weak && scene.state(mention) != State::Exists && !scene.denies(mention));
        // "in ons volgende onderzoek": the cue itself names it, by an everyday word.
        let within = |mention: &&Mention| at <= mention.head && mention.head < cue.words.end as usize;
        let mention = mention.or_else(|| scene.mentions().find(|mention| within(mention) && scene.state(mention) != State::Exists));
        return Some(waits_for(mention));
    }
    // "Het is aan de minister om te zeggen of het op 1 mei klaar is": what is for another to say is no promise.
    let for_another = || answer.cues(lens, words.clone(), Facet::External).any(|cue| lens.kind(cue) == "authority");
    // "Zodra de wet er is, schrijven wij een impactanalyse."
    let made = || condition && scene.made().is_some();
    let promised = (delivery.is_some() || made()) && !for_another() && (future.is_some() || condition) && !scene.has(Facet::Negation);
    promised.then(|| waits_for(scene.sent_letter().or_else(|| scene.delivered(delivery?))))
}

/// Words of a sentence that names a thing and when it comes, and little else, at most: "De uitslag is er op 3 juni."
const SHORT: usize = 9;

/// What leads to a document in which something will stand, or with which it comes.
const THROUGH: &[&str] = &["in", "met", "via", "bij", "middels"];

/// When: as the document is due, as the sentence says, as a sentence beside it says.
fn due(scene: &Scene, ground: &Ground, worded: Option<&Cue>, future: Option<Interval>, condition: bool) -> Option<Due> {
    let Scene { answer, lens, number, .. } = scene;
    let sentences = answer.reading.sentences();
    let conditional = |number: usize| sentences.get(number).is_some_and(|near| answer.has(lens, near.words.clone(), Facet::Condition));
    // A document comes when it comes; what has no date of its own may hang on what stands beside it.
    let open = ground.kind != DeferralKind::Document;
    let depends = || open && worded.is_some() && (number.checked_sub(1).is_some_and(conditional) || conditional(number + 1));
    let later = || {
        let next = sentences.get(number + 1).map(|sentence| sentence.words.clone())?;
        // "Daarover is nog geen standpunt. De keuze wordt in mei gemaakt."
        let decides = || worded.is_some() && open && is_settled(answer, &next);
        let delivers = next.len() <= 6 || answer.has(lens, next.clone(), Facet::Delivery) || decides();
        // "Daar is nog geen datum voor. Het advies komt in mei.": the date is that of another document than the one asked for.
        let of_another = || {
            let named = answer.mentions_near(&next).iter().filter(|other| next.contains(&other.head) && !other.weak);
            answer.asked.is_some_and(|asked| named.into_iter().any(|other| other.document != Some(asked)))
        };
        // "De evaluatie volgt nog. Op 3 juni bespreken wij de kosten met de wijk.": a named document has a day where the sentence is about it.
        let about = || {
            let place = ground.mention.and_then(|mention| mention.document).or(answer.asked);
            let names = |place| answer.mentions_near(&next).iter().any(|other| next.contains(&other.head) && other.document == Some(place));
            let points = || [Vocabulary::Demonstrative, Vocabulary::Asker].iter().any(|list| answer.first(next.clone(), *list).is_some());
            next.len() <= 6 || place.is_none_or(|place| names(place) || points())
        };
        scene.future(&next).filter(|_| delivers && about() && !of_another()).map(|(_, interval)| Due::Interval(interval))
    };
    // Of a document only what is said of it, as in the register.
    let own = || match ground.mention {
        Some(mention) => scene.future_of(Some(mention), &scene.words).map(|(_, interval)| interval),
        None => future,
    };
    let stated = ground.mention.and_then(|mention| scene.due_of(mention)).or_else(own).map(Due::Interval);
    stated.or(condition.then_some(Due::Conditional)).or_else(later).or_else(|| depends().then_some(Due::Conditional))
}

/// "wordt in mei gemaakt", "valt in juni": a passive of knowing or deciding.
fn is_settled(answer: &Annotated, words: &Range<usize>) -> bool {
    let passive = words.clone().any(|word| matches!(answer.reading.folded(word), "wordt" | "worden" | "valt" | "vallen"));
    passive && answer.first(words.clone(), Vocabulary::Known).is_some()
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
