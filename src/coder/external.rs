//! Pointers to elsewhere: what was asked for stands in a document, on a site, with another body.

use std::ops::Range;

use super::scene::{Scene, is_figure, is_telegram};
use crate::codebook::{Cue, Facet};
use crate::coding::ExternalKind;
use crate::documents::{Annotated, Mention, State, Trait, Vocabulary};
use crate::text::Word;

/// Whether a sentence says that something stands elsewhere; `internal` are the answers of this letter that it refers to.
pub(super) fn external(scene: &Scene, internal: &[String]) -> Option<ExternalKind> {
    let Scene { answer, lens, words, .. } = scene;
    let sentences = answer.reading.sentences();
    let mut best: Option<ExternalKind> = None;
    let figures = |cue: &Cue| {
        let clause = answer.clause(cue.words.start as usize);
        words.clone().any(|word| {
            is_figure(answer, word)
                && !word.checked_sub(1).is_some_and(|before| is_known(answer, before))
                && !numbers_a_place(answer, word, &clause)
        })
    };
    for cue in answer.cues(lens, words.clone(), Facet::External) {
        let denied = || (cue.words.start..cue.words.end).any(|word| answer.reading.folded(word as usize) == "geen");
        if scene.quotes(cue) || denied() {
            continue;
        }
        let found = match lens.kind(cue) {
            "stated" if figures(cue) => None,
            "authority" => Some(ExternalKind::Authority),
            "annex" => Some(ExternalKind::Annex),
            "earlier_letter" => earlier_letter(scene),
            _ => object(scene, cue, internal),
        };
        if let Some(found) = found
            && best.is_none_or(|best| found < best)
        {
            best = Some(found);
        }
    }
    // A web address is a place to look, but "Buurtmarkt.nl levert het hout" names who does it.
    let address = || {
        (words.len() <= 24 || invites(answer, words))
            && words.clone().any(|word| names_a_site(answer, word) && leads_there(answer, word, words) && !scene.in_passing(word))
            && !scene.repeats()
            && !in_a_note(answer, words)
            && !is_to_be_placed(scene)
            && !words.clone().any(|word| is_business(answer.reading.folded(word)))
    };
    let best = best.or_else(|| address().then_some(ExternalKind::Website));
    best.or_else(|| part_of_a_document(scene)).or_else(|| described_in_a_document(scene)).or_else(|| {
        let only = sentences.len() <= 2
            && is_telegram(answer, words)
            && !tells(scene)
            && !scene.has(Facet::Opening)
            && !scene.has(Facet::Negation)
            && !scene.has(Facet::Cited);
        let only = only && answer.first(words.clone(), Vocabulary::Negative).is_none();
        let named = || scene.mentions().any(|mention| !mention.weak && scene.state(mention) != State::Forthcoming);
        (only && named()).then_some(ExternalKind::Document)
    })
}

/// "De monitor kost € 9.000", "De nota is samen met bewoners gemaakt": a sentence with a verb says something of the document.
fn tells(scene: &Scene) -> bool {
    let Scene { answer, words, .. } = scene;
    let named = |word: usize| scene.mentions().any(|mention| mention.words.contains(&word));
    let verb = |word: usize| {
        !named(word) && [Vocabulary::QuestionVerb, Vocabulary::Past, Vocabulary::Present].into_iter().any(|list| answer.is(word, list))
    };
    // "De monitor kost": what follows an opening name is its verb, but for a place in it ("Jaarstukken 2023, bladzijde 4").
    let subject = scene.mentions().find(|mention| mention.words.start <= words.start + 1).is_some_and(|mention| {
        let next = mention.words.end;
        let place = |word: usize| {
            let folded = answer.reading.folded(word);
            let preposition =
                matches!(folded, "in" | "op" | "van" | "bij" | "voor" | "over" | "onder" | "uit" | "en" | "met" | "per" | "aan");
            preposition || answer.is(word, Vocabulary::PartOf) || answer.has_trait(word, Trait::Digit)
        };
        next < words.end && answer.reading.words()[next].before == 0 && !place(next)
    });
    subject || words.clone().any(verb)
}

/// "Tabel 4", "artikel 12 tot en met 15": the number of a place in a document, or one of several; an article behind the clause
/// of the pointer is a law that is cited.
fn numbers_a_place(answer: &Annotated, word: usize, clause: &Range<usize>) -> bool {
    let joins = |before: usize| {
        answer.has_trait(before, Trait::Digit) || matches!(answer.reading.folded(before), "en" | "of" | "tot" | "met" | "m" | "t")
    };
    let place = (0..word).rev().take(LONGEST_SERIES).find(|before| !joins(*before));
    let article =
        |before: usize| before < clause.end && matches!(answer.reading.folded(before), "artikel" | "artikelen" | "art" | "lid" | "leden");
    place.is_some_and(|before| answer.is(before, Vocabulary::PartOf) || article(before))
}

/// Words of "12 tot en met 15", and of a second such pair, at most.
const LONGEST_SERIES: usize = 10;

/// "De 42 regio's", "alle 7 locaties": the number was known before.
fn is_known(answer: &Annotated, before: usize) -> bool {
    matches!(answer.reading.folded(before), "de" | "deze" | "die" | "alle" | "onze" | "beide" | "andere" | "overige")
}

/// "Hoe dat ging, wordt beschreven in het jaarverslag 2022": the words are those of what is to come, and the document is there.
fn described_in_a_document(scene: &Scene) -> Option<ExternalKind> {
    let Scene { answer, lens, words, .. } = scene;
    let leads = |cue: &Cue, mention: &Mention| {
        let named = cue.words.end as usize <= mention.words.end && mention.words.start <= cue.words.end as usize + 2;
        named && !mention.weak && scene.state(mention) == State::Exists && !scene.denies(mention)
    };
    let mut cues = answer.cues(lens, words.clone(), Facet::Deferral).filter(|cue| lens.kind(cue) == "document" && !scene.negated(cue));
    let told = || scene.has(Facet::Cited) || scene.has(Facet::Norm) || scene.has(Facet::Condition);
    let described = cues.any(|cue| scene.mentions().any(|mention| leads(cue, mention))) && !told();
    described.then_some(ExternalKind::Document)
}

/// A whole answer of one short sentence that names a page, table or chapter: "Bladzijde 7 van de Terugblik."
fn part_of_a_document(scene: &Scene) -> Option<ExternalKind> {
    let only =
        scene.answer.reading.sentences().len() == 1 && scene.words.len() <= 16 && !scene.has(Facet::Cited) && !scene.has(Facet::Opening);
    let at = scene.answer.first(scene.words.clone(), Vocabulary::PartOf)?;
    let numbered = scene.answer.has_trait(at + 1, Trait::Digit);
    let coming = scene.mentions().any(|mention| scene.state(mention) == State::Forthcoming);
    (only && numbered && !coming).then_some(ExternalKind::Document)
}

/// A letter that is still to come is no earlier one.
fn earlier_letter(scene: &Scene) -> Option<ExternalKind> {
    let coming = scene.mentions().any(|mention| mention.letter && scene.state(mention) == State::Forthcoming);
    (!coming).then_some(ExternalKind::EarlierLetter)
}

/// Where a pointer points that does not say so itself.
fn object(scene: &Scene, cue: &Cue, internal: &[String]) -> Option<ExternalKind> {
    let at = cue.words.start as usize;
    let answer = scene.answer;
    let site = scene.words.clone().any(|index| names_a_site(answer, index) || answer.is(index, Vocabulary::Website));
    if site {
        return Some(ExternalKind::Website);
    }
    let near = |mention: &&Mention| mention.words.start < cue.words.end as usize + 10 && mention.words.end + 10 > at;
    let mention = scene.mentions().filter(|mention| !mention.weak).find(near).or_else(|| scene.mentions().find(near));
    let annex = answer.first(scene.words.clone(), Vocabulary::Annex).is_some();
    if annex && mention.is_none_or(|mention| mention.kind == "bijlage") {
        return Some(ExternalKind::Annex);
    }
    if let Some(mention) = mention {
        if scene.state(mention) == State::Forthcoming {
            return None;
        }
        let own = mention.letter && mention.words.start.checked_sub(1).is_some_and(|before| answer.is(before, Vocabulary::Own));
        let kind = if own { ExternalKind::EarlierLetter } else { ExternalKind::Document };
        return Some(kind);
    }
    if !internal.is_empty() {
        return None;
    }
    if names_a_body(scene, cue) {
        return Some(ExternalKind::Authority);
    }
    if answer.first(at..scene.words.end, Vocabulary::PartOf).is_some() {
        return Some(ExternalKind::Document);
    }
    // "Ligt ter inzage bij de griffie", "is te vinden in de grondexploitatie": what it is need not be a kind that is known.
    let says = |wanted: &[&str]| (at..cue.words.end as usize).any(|word| wanted.contains(&answer.reading.folded(word)));
    let kept = says(&["inzage", "leeskamer", "archief", "griffie"])
        && says(&["ligt", "liggen", "ter", "berust", "berusten"])
        && !answer.is_past(at);
    let end = cue.words.end as usize;
    let article = |word: usize| matches!(answer.reading.folded(word), "de" | "het" | "onze" | "ons");
    let described = article(end - 1) && answer.reading.folded(end - 2) == "in" && end - at > 2;
    let inside = matches!(answer.reading.folded(end.saturating_sub(1)), "in" | "bij")
        && matches!(answer.reading.folded(end), "de" | "het" | "onze" | "ons");
    if kept || described || inside && says(&["te", "u"]) && !answer.tells_of_the_past(at) {
        return Some(ExternalKind::Document);
    }
    let back =
        cue.range().any(|index| answer.reading.folded(index).starts_with("daar") || answer.reading.folded(index).starts_with("hier"));
    let named = || scene.named_before().any(|mention| scene.state(mention) != State::Forthcoming);
    (back && named()).then_some(ExternalKind::Document)
}

/// "Hiervoor verwijzen wij u naar Werf Oost": who is referred to is named, and no document, site or place in one.
fn names_a_body(scene: &Scene, cue: &Cue) -> bool {
    let Scene { answer, words, .. } = scene;
    let folded = |word: usize| if words.contains(&word) { answer.reading.folded(word) } else { "" };
    let refers = cue.range().any(|word| folded(word).starts_with("verw"));
    let start = cue.words.start as usize;
    let to = (start..words.end).find(|word| folded(*word) == "naar");
    let name = to.map(|to| if matches!(folded(to + 1), "de" | "het") { to + 2 } else { to + 1 });
    // "de Balans van de Zee 2023": a year belongs to a piece.
    let letters = |name: usize| (name..answer.clause(name).end).all(|word| !answer.has_trait(word, Trait::Digit));
    refers && name.is_some_and(|name| words.contains(&name) && answer.is_capital(name) && letters(name) && is_no_piece(answer, name))
}

/// "Kamerstuk 31 524": capitals also begin the names of pieces.
fn is_no_piece(answer: &Annotated, word: usize) -> bool {
    let piece = [Vocabulary::Website, Vocabulary::Annex, Vocabulary::Dated, Vocabulary::Titled, Vocabulary::BareKind];
    piece.into_iter().all(|list| !answer.is(word, list))
}

/// A footnote that ran into the text: a quotation with a link.
fn in_a_note(answer: &Annotated, words: &Range<usize>) -> bool {
    let quote = answer.quote(words);
    quote.contains("http") && quote.contains(['«', '»', '’', '"', '('])
}

/// "Op haar pagina houdt de stichting een kaart bij (…), en daar ziet u …": a long sentence that speaks to who may look there.
fn invites(answer: &Annotated, words: &Range<usize>) -> bool {
    words.clone().any(|word| matches!(answer.reading.folded(word), "u" | "wie" | "men" | "iedereen" | "eenieder" | "jullie"))
}

/// "Aanvraagformulieren zijn verkrijgbaar op …", "wie een ligplaats wil, vraagt die op … aan": one goes there to get something done.
fn is_business(word: &str) -> bool {
    matches!(word, "aanmelden" | "inschrijven" | "reserveren" | "bestellen" | "aanvragen" | "indienen" | "solliciteren" | "verkrijgbaar")
        || word.ends_with("formulieren")
        || word.ends_with("formulier")
}

/// "Zodra het is vastgesteld, komt het verslag op … te staan": nothing can be found there yet.
fn is_to_be_placed(scene: &Scene) -> bool {
    let comes = |word: usize| matches!(scene.answer.reading.folded(word), "komt" | "komen" | "zal" | "zullen" | "wordt" | "worden");
    scene.has(Facet::Condition) && scene.words.clone().any(comes)
}

/// Whether a web address is where to look: a word of place or a mark stands before it, or it closes its sentence.
fn leads_there(answer: &Annotated, index: usize, words: &Range<usize>) -> bool {
    let word = answer.reading.words()[index];
    // "De bezoekers van www.…": the site is what is spoken of.
    let of = index.checked_sub(1).is_some_and(|before| words.contains(&before) && answer.reading.folded(before) == "van");
    if of && index + 1 < words.end && index.checked_sub(2).is_some_and(|head| !answer.is(head, Vocabulary::Website)) {
        return false;
    }
    let whole = word.span.of(&answer.text).starts_with("www") || answer.text[word.span.end..].starts_with('/');
    let marked = word.before & (Word::COLON | Word::OPEN | Word::LINE | Word::DASH) != 0;
    let place = (1..=2).filter_map(|back| index.checked_sub(back)).filter(|before| words.contains(before)).any(|before| {
        let folded = answer.reading.folded(before);
        matches!(folded, "op" | "via" | "naar" | "in" | "zie" | "onder" | "adres" | "http" | "https")
            || answer.is(before, Vocabulary::Website)
    });
    whole || marked || place || index + 1 == words.end || words.len() <= 8
}

/// A web address; "regio8.nl" falls apart after its digit.
fn names_a_site(answer: &Annotated, index: usize) -> bool {
    let glued = || {
        let start = answer.reading.words()[index].span.start;
        answer.text[..start].ends_with('.')
            && index.checked_sub(1).is_some_and(|before| answer.reading.words()[before].span.end + 1 == start)
    };
    answer.has_trait(index, Trait::Address) || answer.has_trait(index, Trait::Domain) && glued()
}
