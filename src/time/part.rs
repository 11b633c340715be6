//! Parts of a year, quarter, season or month: `begin`, `medio`, `eind`, `eerste helft`.

use jiff::ToSpan;
use jiff::civil::Date;

use super::date::Interval;
use super::numeral;
use super::view::View;

/// A part of a longer stretch of whole months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Begin,
    Middle,
    End,
    /// "Ultimo": the last day.
    LastDay,
    FirstHalf,
    SecondHalf,
    /// The first so many months.
    FirstMonths(i8),
    /// The last so many months.
    LastMonths(i8),
    /// The n-th seven days of a month.
    Week(i8),
    /// The first so many weeks of a month.
    FirstWeeks(i8),
    /// The last so many weeks of a month.
    LastWeeks(i8),
    LastWeek,
}

impl Part {
    /// The days of this part of `whole`; `whole` itself where the part means nothing (the beginning of a day).
    pub(super) fn of(self, whole: Interval) -> Interval {
        let (from, to) = (whole.from, whole.to);
        let months = (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month()) - i32::from(from.month()) + 1;
        if from.day() != 1 || to != to.last_of_month() || from == to {
            return whole;
        }
        let part = match (self, months) {
            (Self::LastDay, _) => Some(Interval::day(to)),
            (Self::Begin, 12) => stretch(from, 0, 3),
            (Self::Middle, 12) => stretch(from, 4, 4),
            (Self::End, 12) => stretch(from, 9, 3),
            (Self::Begin, 3) => stretch(from, 0, 1),
            (Self::Middle, 3) => stretch(from, 1, 1),
            (Self::End, 3) => stretch(from, 2, 1),
            (Self::Begin, 1) => days(from, 1, 10),
            (Self::Middle, 1) => days(from, 11, 20),
            (Self::End, 1) => days(from, 21, to.day()),
            (Self::FirstHalf, 12) => stretch(from, 0, 6),
            (Self::SecondHalf, 12) => stretch(from, 6, 6),
            (Self::FirstHalf, 1) => days(from, 1, 15),
            (Self::SecondHalf, 1) => days(from, 16, to.day()),
            (Self::FirstMonths(count), 12) if count <= 12 => stretch(from, 0, count),
            (Self::LastMonths(count), 12) if count <= 12 => stretch(from, 12 - count, count),
            (Self::Week(place), 1) if place <= 4 => days(from, place * 7 - 6, place * 7),
            (Self::FirstWeeks(count), 1) if count <= 4 => days(from, 1, count * 7),
            (Self::LastWeeks(count), 1) if count <= 4 => days(from, to.day() + 1 - count * 7, to.day()),
            (Self::LastWeek, 1) => days(from, to.day() - 6, to.day()),
            _ => None,
        };
        part.unwrap_or(whole)
    }
}

/// `count` whole months, `skip` months after `from`, the first of a month.
fn stretch(from: Date, skip: i8, count: i8) -> Option<Interval> {
    let first = from.checked_add(i64::from(skip).months()).ok()?;
    let last = first.checked_add(i64::from(count - 1).months()).ok()?;
    Some(Interval { from: first, to: last.last_of_month() })
}

fn days(month: Date, first: i8, last: i8) -> Option<Interval> {
    let day = |day| Date::new(month.year(), month.month(), day).ok();
    Some(Interval { from: day(first)?, to: day(last)? })
}

/// The part, or the stretch of two parts ("medio/eind"), that is named right before word `at`, and where its words begin.
pub(super) fn before(view: View, at: usize, floor: usize) -> Option<((Part, Part), usize)> {
    let noun = if matches!(view.before(at, floor), "de" | "het") { at - 1 } else { at };
    let owner = if view.before(noun, floor) == "van" { noun - 1 } else { noun };
    let (part, start) = one_before(view, owner, floor)?;
    let other = match view.before(start, floor) {
        "of" | "en" | "a" => one_before(view, start - 1, floor),
        _ if start > floor && view.dashed(start) => word(view, start - 1, floor),
        _ => None,
    };
    Some(other.map_or(((part, part), start), |(first, start)| ((first, part), start)))
}

fn one_before(view: View, at: usize, floor: usize) -> Option<(Part, usize)> {
    (at > floor && view.joined(at)).then(|| word(view, at - 1, floor)).flatten()
}

/// The part whose last word stands at `at`.
fn word(view: View, at: usize, floor: usize) -> Option<(Part, usize)> {
    // Converters lose the blank at a line's end ("eindvan").
    let simple = match view.word(at).strip_suffix("van").unwrap_or(view.word(at)) {
        "begin" => Part::Begin,
        "medio" | "half" | "halverwege" | "midden" => Part::Middle,
        "eind" | "einde" => Part::End,
        "ultimo" => Part::LastDay,
        "helft" => {
            let half = match numeral::ordinal(view.before(at, floor)) {
                Some(1) => Part::FirstHalf,
                Some(2) => Part::SecondHalf,
                _ => return None,
            };
            return Some((half, at - 1));
        }
        // "Vóór de start van het schooljaar"
        "start" | "aanvang" if view.after(at + 1) == "van" => Part::Begin,
        "maanden" => return months(view, at, floor),
        "weken" => {
            let count = i8::try_from(numeral::count(view.before(at, floor))?).ok()?;
            return match view.before(at - 1, floor) {
                "eerste" => Some((Part::FirstWeeks(count), at - 2)),
                "laatste" => Some((Part::LastWeeks(count), at - 2)),
                _ => None,
            };
        }
        "week" => {
            let place = view.before(at, floor);
            let week = if place == "laatste" { Part::LastWeek } else { Part::Week(numeral::ordinal(place)?) };
            return Some((week, at - 1));
        }
        _ => return None,
    };
    Some((simple, at))
}

/// "eerste drie maanden", "laatste maanden"; without a number three, as `begin` and `eind` of a year.
fn months(view: View, at: usize, floor: usize) -> Option<(Part, usize)> {
    let counted = numeral::count(view.before(at, floor)).filter(|count| *count < 12);
    let noun = if counted.is_some() { at - 1 } else { at };
    let count = counted.map_or(Some(3), |count| i8::try_from(count).ok())?;
    match view.before(noun, floor) {
        "eerste" => Some((Part::FirstMonths(count), noun - 1)),
        "laatste" => Some((Part::LastMonths(count), noun - 1)),
        _ => None,
    }
}
