//! Times counted from the day that the sentence named last: `op 3 mei … en daags daarna`, `een week later`, `binnen twee weken daarna`.

use super::date::Interval;
use super::expression::Moment;
use super::head::{self, Head};
use super::lapse::{self, Unit};
use super::relation::Relation;
use super::view::View;

/// The time whose unit stands at `at`, counted from `day`, which is one day of the same sentence.
pub(super) fn after(view: View, at: usize, floor: usize, day: &Moment) -> Option<Moment> {
    let unit = match head::of(view.word(at))? {
        Head::DayWord => Unit::Day,
        Head::WeekWord => Unit::Week,
        Head::MonthWord => Unit::Month,
        _ => return None,
    };
    if day.interval.from != day.interval.to || !view.is_one_sentence(day.words.start, at) {
        return None;
    }
    let behind = matches!(view.after(at + 1), "daarna" | "nadien" | "later" | "erna" | "daarop");
    let (count, start, end) = match (view.word(at), view.before(at, floor)) {
        ("daags", _) if behind => (1, at, at + 2),
        ("dag", "de") if behind => (1, at - 1, at + 2),
        ("dag", "volgende" | "daaropvolgende") => (1, at - 1, at + 1),
        _ if behind => {
            let (count, _, start) = lapse::counted(view, at, floor, unit)?;
            (count, start, at + 2)
        }
        _ => return None,
    };
    let within = view.before(start, floor) == "binnen";
    let shift = |days: Interval| {
        let to = unit.after(days.to, count)?;
        Some(Interval { from: if within { days.to } else { to }, to })
    };
    Some(Moment {
        words: if within { start - 1 } else { start }..end,
        interval: shift(day.interval)?,
        full_date: false,
        year_printed: day.year_printed,
        relation: if within { Relation::By } else { Relation::In },
        direction: day.direction,
        previous: day.previous.and_then(shift),
    })
}
