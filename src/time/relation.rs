//! The preposition before a named time: whether it says in, before, by, from, after or over.

use super::calendar::{Feast, Season, Term};
use super::numeral;
use super::part::Part;
use super::phrase::{Base, Phrase};
use super::view::View;

/// How the days of a moment bear on what is said to happen, by its preposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// "in mei", "op 1 juli", "per 1 juli", "(mei 2025)": it happens in these days.
    In,
    /// "voor 1 juli", "tot 1 juli": from the letter's date to the day before.
    Before,
    /// "uiterlijk 1 juli", "tot en met mei", "binnen zes weken": from the letter's date to the last day.
    By,
    /// "vanaf mei", "sinds 2019", "niet eerder dan 2026": these days and later ones; the interval is that of the words.
    From,
    /// "na 1 juli": later days; the interval is that of the words, except where the codebook gives one ("na het zomerreces").
    After,
    /// "de cijfers over 2023": the days are what something is about.
    Over,
    /// "de brief van 4 november", "de rapportage van mei": the date of a thing.
    Of,
    /// "de begroting voor 2026": what something is meant for.
    For,
}

/// After these "voor" tells what something is planned for: "gepland voor mei".
#[rustfmt::skip]
const PLANNED: [&str; 21] = [
    "gepland", "ingepland", "geagendeerd", "voorzien", "gereserveerd", "staat", "staan", "agenda", "planning", "begroot", "geraamd",
    "uitgenodigd", "uitnodiging", "bestemd", "begroting", "beoogd", "aangemeld", "toegezegd", "aangekondigd", "beloofd", "afgesproken",
];

/// What ends so takes place on the day that follows it: "de raadsvergadering van 12 juni".
const GATHERINGS: [&str; 18] = [
    "vergadering",
    "zitting",
    "bijeenkomst",
    "agenda",
    "overleg",
    "avond",
    "sessie",
    "debat",
    "raad",
    "bestuur",
    "heidag",
    "middag",
    "ochtend",
    "ronde",
    "conferentie",
    "congres",
    "symposium",
    "commissie",
];

/// What stands before a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lead {
    pub relation: Relation,
    /// Its first word, or that of the phrase where the preposition does not move the days.
    pub start: usize,
    /// "Sinds": it began in the past.
    pub since: bool,
    /// "Van", "vanaf": the first end of a range may follow.
    pub opens_range: bool,
    /// "Tussen": so does "en".
    pub between: bool,
}

/// Reads what stands before `phrase`, not before word `floor`.
pub(super) fn before(view: View, phrase: &Phrase, floor: usize) -> Lead {
    let mut at = phrase.start;
    if matches!(view.before(at, floor), "de" | "het") {
        at -= 1;
    }
    if matches!(view.before(at, floor), "jaar" | "jaren" | "kalenderjaar") && at == phrase.start {
        at -= 1;
        if matches!(view.before(at, floor), "de" | "het") {
            at -= 1;
        }
    }
    let plain = |relation, opens_range| Lead { relation, start: phrase.start, since: false, opens_range, between: false };
    let moved = |relation, start| Lead { start, ..plain(relation, false) };
    let word = view.before(at, floor);
    let Some(here) = at.checked_sub(1) else { return plain(Relation::In, false) };
    let earlier = view.before(here, floor);
    let latest = word == "van" && !phrase.is_bare_year() && is_at_the_latest(view, here, floor);
    match word {
        "tot" if matches!(earlier, "tegenstelling" | "verhouding") => plain(Relation::In, false),
        "voor" | "tot" => {
            if word == "voor" && is_meant_for(view, here, floor, phrase) {
                return plain(Relation::For, false);
            }
            if earlier == "niet" && word == "voor" {
                return moved(Relation::From, here - 1);
            }
            let start = if matches!(earlier, "uiterlijk" | "tot") { here - 1 } else { here };
            moved(if closes_at_its_end(view, phrase) { Relation::By } else { Relation::Before }, start)
        }
        "uiterlijk" => moved(Relation::By, if earlier == "tot" { here - 1 } else { here }),
        "op" | "in" | "per" | "tegen" | "rond" | "met" if earlier == "uiterlijk" => moved(Relation::By, here - 1),
        "met" if earlier == "en" && view.before(here - 1, floor) == "tot" => moved(Relation::By, here - 2),
        "m" if here > floor && view.hyphenated(here) && view.word(here - 1) == "t" => moved(Relation::By, here - 1),
        "t.m" => moved(Relation::By, here),
        "dan" if matches!(earlier, "later" | "eerder") => {
            let negated = here >= 2 && view.before(here - 1, floor) == "niet";
            match (earlier, negated) {
                ("later", true) => moved(Relation::By, here - 2),
                ("later", false) => moved(Relation::After, here - 1),
                (_, true) => moved(Relation::From, here - 2),
                (_, false) => moved(Relation::Before, here - 1),
            }
        }
        "na" => moved(Relation::After, here),
        "vanaf" => Lead { opens_range: true, ..moved(Relation::From, here) },
        "sinds" | "sedert" => Lead { since: true, ..moved(Relation::From, here) },
        "van" if matches!(earlier, "ingang") => {
            moved(Relation::From, if view.before(here - 1, floor) == "met" { here - 2 } else { here - 1 })
        }
        // "uiterlijk met de havenbrief van dit najaar"
        "van" if latest => plain(Relation::By, false),
        "van" if is_gathering(earlier) || here > floor + 1 && is_gathering(view.before(here - 1, floor)) => plain(Relation::In, true),
        // "in de commissie Haven en Sluizen van 13 juni", "niet in deze vergadering, maar in die van 26 juni"
        "van" if meets_under_a_name(view, here) || earlier == "die" && view.back(here, 12).any(|word| is_gathering(view.word(word))) => {
            plain(Relation::In, true)
        }
        // "de vergadering van de commissie Wonen van 12 juni"
        "van" if view.back(here, 6).any(|word| view.word(word).ends_with("vergadering")) => plain(Relation::In, true),
        "van" => plain(Relation::Of, true),
        "m.i.v" | "vroegst" => moved(Relation::From, here),
        // "De brief d.d. 20 juni", but "de vergadering d.d. 20 juni" takes place then.
        "d.d" | "dd" if !is_gathering(earlier) => plain(Relation::Of, false),
        "uit" => plain(Relation::Of, false),
        "in" | "op" if earlier == "vroegst" => moved(Relation::From, here - 1),
        "over" => plain(Relation::Over, false),
        "tussen" => Lead { between: true, ..plain(Relation::In, true) },
        // Converters glue a preposition to the day ("van4 november").
        _ if numeral::is_glued_to(view.word(phrase.start), "van") => plain(Relation::Of, true),
        _ => plain(Relation::In, false),
    }
}

/// "Voor het einde van mei" lasts to the end of May; so does "voor de jaarwisseling", and "tot vandaag" includes today.
fn closes_at_its_end(view: View, phrase: &Phrase) -> bool {
    let last_part = matches!(phrase.parts, Some((_, Part::End | Part::LastDay | Part::LastWeek))) || view.word(phrase.start) == "vandaag";
    last_part || matches!(phrase.base, Base::Terms(Term::Feast(Feast::YearsEnd), _))
}

/// Whether "voor" at `at` says what something is meant for: always with a whole year or quarter ("de begroting voor 2026"),
/// after a word of planning ("gepland voor mei"), and before spring or autumn, which have no "voor de zomer"; never "vóór".
fn is_meant_for(view: View, at: usize, floor: usize, phrase: &Phrase) -> bool {
    let word = view.before(at, floor);
    if view.is_accented(at) || closes_at_its_end(view, phrase) && !PLANNED.contains(&word) {
        return false;
    }
    let named_for = match phrase.base {
        Base::Terms(Term::Year, _) => phrase.parts.is_none(),
        Base::Terms(Term::Quarter(_) | Term::Half(_) | Term::Season(Season::Spring | Season::Autumn), _) => true,
        Base::Terms(..) => false,
        Base::Days(_) => !matches!(view.word(phrase.end.saturating_sub(1)), "maand" | "week"),
    };
    (PLANNED.contains(&word) || named_for) && !matches!(word, "niet" | "nog" | "ruim" | "vlak" | "kort" | "uiterlijk")
}

/// "Uiterlijk met de havenbrief van", up to the "van" at `at`.
fn is_at_the_latest(view: View, at: usize, floor: usize) -> bool {
    let latest = (2..=4).filter_map(|back| at.checked_sub(back)).find(|word| *word >= floor && view.word(*word) == "uiterlijk");
    latest.is_some_and(|latest| {
        let led = matches!(view.after(latest + 1), "met" | "bij" | "in" | "op" | "tijdens");
        led && (latest + 1..=at).all(|word| view.joined(word))
    })
}

/// "In de commissie Haven en Sluizen van": a meeting with a name of its own between it and the "van" at `at`.
fn meets_under_a_name(view: View, at: usize) -> bool {
    let papers = ["brief", "nota", "motie", "verslag", "besluit", "vragen", "rapport", "memo", "mail", "notitie", "stukken", "voorstel"];
    let meeting = view.back(at, 6).find(|word| matches!(view.word(*word), "commissie" | "raadscommissie" | "vakcommissie"));
    meeting.is_some_and(|meeting| {
        let led = view.back(meeting, 2).any(|word| matches!(view.word(word), "in" | "tijdens" | "bij" | "naar" | "voor"));
        led && !(meeting + 1..at).any(|word| papers.iter().any(|paper| view.word(word).ends_with(paper)))
    })
}

/// "De raadsvergadering van 12 juni" takes place on that day; so does "de week van 12 mei".
fn is_gathering(word: &str) -> bool {
    matches!(word, "loop" | "week" | "weekend" | "ab" | "db" | "dag") || GATHERINGS.iter().any(|tail| word.ends_with(tail))
}
