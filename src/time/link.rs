//! The words between two times in a row.

use super::view::View;

/// What stands between two times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// "en", "of", a comma: one stretch only when the second goes on where the first ends.
    List,
    /// "tot", "t/m", a dash: all days from the first to the second.
    Range,
}

/// What links the words before `at` to those from the given place on.
pub(super) fn at(view: View, at: usize) -> Option<(Link, usize)> {
    if view.dashed(at) {
        return Some((Link::Range, at));
    }
    if view.after_comma(at) {
        return Some((Link::List, if matches!(view.word(at), "en" | "of") { at + 1 } else { at }));
    }
    match view.after(at) {
        "en" | "of" | "danwel" | "a" => Some((Link::List, at + 1)),
        "dan" if view.after(at + 1) == "wel" => Some((Link::List, at + 2)),
        "tot" if view.after(at + 1) == "en" && view.after(at + 2) == "met" => Some((Link::Range, at + 3)),
        "tot" | "t.m" => Some((Link::Range, at + 1)),
        "t" if view.hyphenated(at + 1) && view.word(at + 1) == "m" => Some((Link::Range, at + 2)),
        _ => None,
    }
}
