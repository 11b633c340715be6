//! Names beside points of a plot, where there is room for them.

use super::font::Weight;
use super::sheet::{Anchor, Area, INK, LEADING, PAPER, SIZE, Sheet};
use super::wrap::wrap;

/// The longest name at a point.
const WIDEST: f64 = 190.0;

/// White between a point and its name.
const GAP: f64 = 6.0;

/// The edges of a place: left, top, right, bottom.
pub(super) type Edges = [f64; 4];

/// The room that is left in a plot.
#[derive(Debug)]
pub(super) struct Names {
    within: Edges,
    taken: Vec<Edges>,
}

impl Names {
    /// All the room of a plot.
    pub(super) const fn new(within: Edges) -> Self {
        Self { within, taken: Vec::new() }
    }

    /// No name is written there.
    pub(super) fn keep_free(&mut self, edges: Edges) {
        self.taken.push(edges);
    }

    /// Writes a name beside the point `at`, from which a line runs up to `top` and down to `bottom`; false when there is no room.
    pub(super) fn write(&mut self, sheet: &mut Sheet, name: &str, at: (f64, f64), [top, bottom]: [f64; 2]) -> bool {
        let Some(name) = wrap(name, Weight::Regular, SIZE, WIDEST, 1).into_iter().next() else { return false };
        let (width, half) = (Weight::Regular.width(&name, SIZE), SIZE * LEADING / 2.0);
        let (x, y) = at;
        let (right, left, middle) = (x + GAP, x - GAP - width, x - width / 2.0);
        let beside = [(right, y), (left, y), (middle, top - half - 2.0), (middle, bottom + half + 2.0)];
        let slanting = [(right, y - half), (left, y - half), (right, y + half), (left, y + half)];
        let edges = |(left, y): (f64, f64)| [left, y - half, left + width, y + half];
        let Some(place) = beside.into_iter().chain(slanting).find(|place| self.is_free(edges(*place))) else { return false };
        let free = edges(place);
        self.keep_free(free);
        // The lines of the plot do not run through it.
        sheet.fill(Area { left: free[0] - 1.0, top: free[1] + 1.0, width: width + 2.0, height: 2.0 * half - 2.0 }, PAPER);
        sheet.beside(&name, place.0, place.1, Anchor::Left, Weight::Regular, INK);
        true
    }

    fn is_free(&self, [left, top, right, bottom]: Edges) -> bool {
        let within = left >= self.within[0] && top >= self.within[1] && right <= self.within[2] && bottom <= self.within[3];
        within && self.taken.iter().all(|other| left >= other[2] || right <= other[0] || top >= other[3] || bottom <= other[1])
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, Sheet};

    #[test]
    fn names_do_not_touch() {
        let mut sheet = Sheet::new("", "");
        let mut names = Names::new([0.0, 0.0, 200.0, 100.0]);
        let mut write = |at: (f64, f64)| names.write(&mut sheet, "Gemeente Voorbeeld", at, [at.1 - 12.0, at.1 + 12.0]);
        let fit = (0..20).filter(|_| write((100.0, 50.0))).count();
        assert!((4..=8).contains(&fit), "{fit}");
        assert!(!write((100.0, 200.0)));
        let Names { taken, .. } = names;
        let apart = |one: &[f64; 4], other: &[f64; 4]| one[0] >= other[2] || one[2] <= other[0] || one[1] >= other[3] || one[3] <= other[1];
        for (place, one) in taken.iter().enumerate() {
            assert!(taken[..place].iter().all(|other| apart(one, other)), "{taken:?}");
        }
    }
}
