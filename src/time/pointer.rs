//! Words that point at a year from the letter's date: `dit`, `komend`, `vorig`, `jl.`, and the year that follows a named time.

use super::head::{self, Head};
use super::numeral;
use super::phrase::Year;
use super::view::View;
use super::whole;

/// A word that points back, ahead or at the present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pointer {
    /// "Dit", "deze", "lopende".
    This,
    /// "Volgend".
    Next,
    /// "Komend", "aanstaand": as "volgend", but "het komende jaar" begins with the letter's date.
    Coming,
    /// "Vorig", "verleden".
    Previous,
    /// "Afgelopen": as "vorig", but "het afgelopen jaar" ends with the letter's date.
    Past,
    /// "Elk", "dat": no one time, or one that another sentence fixes.
    Each,
}

impl Pointer {
    /// The year that it gives to a month, season or feast.
    pub(super) const fn year(self) -> Year {
        match self {
            Self::This => Year::Current,
            Self::Next => Year::Next,
            Self::Coming => Year::Coming,
            Self::Previous | Self::Past => Year::Last,
            Self::Each => Year::Unsaid,
        }
    }

    /// How many years, months or weeks it counts on from that of the letter's date.
    pub(super) const fn offset(self) -> Option<i16> {
        match self {
            Self::This => Some(0),
            Self::Next | Self::Coming => Some(1),
            Self::Previous | Self::Past => Some(-1),
            Self::Each => None,
        }
    }
}

/// What a folded word points at.
pub(super) fn of(word: &str) -> Option<Pointer> {
    Some(match word {
        "dit" | "deze" | "lopende" | "lopend" | "huidige" | "huidig" => Pointer::This,
        "volgend" | "volgende" | "nieuwe" => Pointer::Next,
        "komend" | "komende" | "aankomend" | "aankomende" | "aanstaand" | "aanstaande" | "eerstkomende" | "eerstvolgende" | "a.s"
        | "aanst" => Pointer::Coming,
        "vorig" | "vorige" | "verleden" => Pointer::Previous,
        "afgelopen" | "voorbije" | "jongstleden" => Pointer::Past,
        "elk" | "elke" | "ieder" | "iedere" | "dat" | "die" | "alle" | "datzelfde" => Pointer::Each,
        _ => return None,
    })
}

pub(super) fn is_each(word: &str) -> bool {
    of(word) == Some(Pointer::Each)
}

/// "Jl.", "a.s.", which stand after a day or month.
fn behind(word: &str) -> Option<Year> {
    Some(match word {
        "jl" | "j.l" | "ji" | "ll" | "l.l" | "jongstleden" | "laatstleden" => Year::Last,
        "a.s" | "as" | "aanst" | "aanstaande" | "eerstkomende" => Year::Coming,
        _ => return None,
    })
}

/// Which year is said at `at`, right after a named time, and the end of its words; `None` when the words fix it elsewhere
/// ("van dat jaar", "daaropvolgend") or say that it returns ("van elk jaar").
pub(super) fn year_after(view: View, at: usize) -> Option<(Year, usize)> {
    if let Some((year, end)) = whole::year_after(view, at) {
        return Some((Year::Printed(year), if behind(view.after(end)).is_some() { end + 1 } else { end }));
    }
    let word = view.after(at);
    if let Some(year) = behind(word) {
        return Some((year, at + 1));
    }
    if word.starts_with("daarop") || word.starts_with("daaraan") || word == "erop" {
        return None;
    }
    if word != "van" {
        return Some(pointed_year(view, at).unwrap_or((Year::Unsaid, at)));
    }
    let noun = if view.after(at + 1) == "het" { at + 2 } else { at + 1 };
    if let Some(year) = numeral::year(view.after(noun)) {
        return Some((Year::Printed(year), noun + 1));
    }
    match (of(view.after(noun)), head::of(view.after(noun + 1))) {
        (Some(Pointer::Each), Some(Head::YearWord)) => return named_year(view, noun),
        (Some(_), Some(Head::YearWord)) => return pointed_year(view, noun),
        _ => {}
    }
    if head::of(view.after(noun)) != Some(Head::YearWord) {
        return Some((Year::Unsaid, at));
    }
    match view.after(noun + 1) {
        "daarna" | "daarop" | "erop" | "erna" | "ervoor" | "daarvoor" | "daaropvolgend" | "waarin" | "waarop" | "na" | "volgend" => None,
        word => Some(numeral::year(word).map_or((Year::Offset(0), noun + 1), |year| (Year::Printed(year), noun + 2))),
    }
}

/// The most words between a year and the "dat jaar" that points back to it.
const FARTHEST: usize = 20;

/// "Dat jaar", "datzelfde jaar" at `at`: the year that the sentence named last.
fn named_year(view: View, at: usize) -> Option<(Year, usize)> {
    let points_back = matches!(view.after(at), "dat" | "datzelfde");
    let year = view.back(at, FARTHEST).find_map(|word| numeral::year(view.word(word)).filter(|_| !view.is_money(word)));
    year.filter(|_| points_back).map(|year| (Year::Printed(year), at + 2))
}

/// "Dit jaar", "volgend jaar" at `at`.
fn pointed_year(view: View, at: usize) -> Option<(Year, usize)> {
    let pointer = of(view.after(at))?;
    (head::of(view.after(at + 1)) == Some(Head::YearWord)).then_some((Year::Offset(pointer.offset()?), at + 2))
}
