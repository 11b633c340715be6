//! How rare the rarest deal of whole letters to groups is: no p of a test that deals them gets below that.

use super::adjust::adjusted;

/// One group of letters against all others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    /// How often it lies as far from the others as it does.
    pub p: f64,
    /// The smallest p that deals of these letters can give.
    pub smallest: f64,
    /// p adjusted for the number of groups ([`adjusted`]).
    pub p_adjusted: f64,
    /// The smallest that the adjusted p can be.
    pub smallest_adjusted: f64,
}

/// The smallest p of a test of all groups together, each given as how many letters it has, when all letters are different.
///
/// L letters can be dealt to groups of n₁, n₂, … in L! / Π nᵢ! ways (R. A. Fisher, "The design of experiments", 1935), and where groups of
/// the same size change all their letters, the groups lie as far apart: of c groups of a size, c! deals are one. So the smallest p is
/// Π c! × Π nᵢ! / L!; B. Phipson and G. K. Smyth (2010) count so for two groups (`permp` of their package statmod).
pub(super) fn of_all(sizes: &[usize]) -> f64 {
    let mut sizes: Vec<usize> = sizes.iter().copied().filter(|size| *size > 0).collect();
    sizes.sort_unstable();
    let (mut p, mut left) = (1.0_f64, sizes.iter().sum::<usize>());
    for class in sizes.chunk_by(|one, other| one == other) {
        let (size, mut of_class) = (class[0], class.len() * class[0]);
        p *= one_way(left, of_class);
        left -= of_class;
        // Its first letter, whichever that is, tells the group from its likes: who comes with it?
        for _ in class {
            p *= one_way(of_class - 1, size - 1);
            of_class -= size;
        }
    }
    p.max(f64::MIN_POSITIVE)
}

/// The smallest p of a test of one group of so many of all letters against the others, on how far apart they lie, whichever is larger.
/// Of all ways to choose its letters one is the most extreme; where half of the letters are its own, so is the one that gives it the others.
pub(super) fn of_one(size: usize, letters: usize) -> f64 {
    (one_way(letters, size) * if 2 * size == letters { 2.0 } else { 1.0 }).clamp(f64::MIN_POSITIVE, 1.0)
}

/// One in how many ways to choose so many of the letters: 1 / C(L, n).
fn one_way(letters: usize, size: usize) -> f64 {
    let size = size.min(letters - size);
    (1..=size).map(|own| own as f64 / (letters - size + own) as f64).product()
}

/// The smallest p that each group can have after the adjustment for all of them ([`adjusted`]), given as its letters and its smallest p.
///
/// Groups of the same size hold different letters, so that the k-th most extreme of them has at least k times the smallest p. The
/// adjusted p falls with every p: it is smallest where all groups are as extreme as that leaves them, and this one the most.
fn after_adjustment(groups: &[(usize, f64)], letters: usize) -> Vec<f64> {
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|place| groups[*place].0);
    let mut best = vec![1.0_f64; groups.len()];
    let classes = || order.chunk_by(|one, other| groups[*one].0 == groups[*other].0);
    for class in classes() {
        for (before, place) in class.iter().enumerate() {
            let (size, smallest) = groups[*place];
            best[*place] = ((before + 1) as f64 * one_way(letters, size)).clamp(smallest, 1.0);
        }
    }
    let best = adjusted(&best);
    let mut reached = vec![1.0; groups.len()];
    for class in classes() {
        for place in class {
            reached[*place] = best[class[0]].max(groups[*place].1);
        }
    }
    reached
}

/// What deals came to.
#[derive(Clone, Copy, Default)]
pub(super) struct Reached {
    /// How often groups lay as far apart as observed.
    pub hits: u32,
    /// The largest distance.
    pub largest: f64,
    /// How often that came.
    pub at_largest: u32,
}

/// Sums that differ by rounding alone are equal.
fn reaches(value: f64, observed: f64) -> bool {
    value >= observed - 1e-12 * observed.abs().max(1e-12)
}

impl Reached {
    /// Adds a deal.
    pub fn add(&mut self, value: f64, observed: f64) {
        self.meet(Self { hits: reaches(value, observed).into(), largest: value, at_largest: 1 });
    }

    /// Adds other deals.
    pub fn meet(&mut self, other: Self) {
        self.hits += other.hits;
        if reaches(self.largest, other.largest) {
            self.at_largest += if reaches(other.largest, self.largest) { other.at_largest } else { 0 };
        } else {
            (self.largest, self.at_largest) = (other.largest, other.at_largest);
        }
    }

    /// p, and the smallest p: as often as the largest distance came, which is a whole number of times the `rarest` deal.
    pub fn p(self, rarest: f64, drawn: usize) -> (f64, f64) {
        let [p, largest] = [self.hits, self.at_largest].map(|times| f64::from(times) / (1 + drawn) as f64);
        let smallest = (rarest * (largest / rarest).round().max(1.0)).min(1.0);
        (p.max(smallest), smallest)
    }
}

/// Adjusts p and the smallest p of groups, each given with how many of the letters it has, for their number.
pub(super) fn beside(groups: &[Option<(usize, f64, f64)>], letters: usize) -> Vec<Option<Beside>> {
    let tests = || groups.iter().flatten();
    let p = adjusted(&tests().map(|(_, p, _)| *p).collect::<Vec<_>>());
    let smallest = after_adjustment(&tests().map(|(size, _, smallest)| (*size, *smallest)).collect::<Vec<_>>(), letters);
    let mut adjusted = p.into_iter().zip(smallest);
    let mut one = |(_, p, smallest): (usize, f64, f64)| {
        let (p_adjusted, smallest_adjusted) = adjusted.next()?;
        Some(Beside { p, smallest, p_adjusted: p_adjusted.max(smallest_adjusted), smallest_adjusted })
    };
    groups.iter().map(|group| group.and_then(&mut one)).collect()
}

#[cfg(test)]
mod tests {
    use super::{after_adjustment, of_all, of_one};

    fn near(found: f64, expected: f64) -> bool {
        (found / expected - 1.0).abs() < 1e-12
    }

    /// Π c! × Π nᵢ! / L!, worked out by hand.
    #[test]
    fn of_all_ways_to_deal_letters_few_are_the_rarest() {
        let table: &[(&[usize], f64)] = &[
            (&[1; 8], 1.0),
            (&[1; 200], 1.0),
            (&[3, 3], 2.0 * 36.0 / 720.0),
            (&[2, 3], 12.0 / 120.0),
            (&[2, 2, 1], 2.0 * 4.0 / 120.0),
            (&[2, 2, 2], 6.0 * 8.0 / 720.0),
            (&[1, 2, 3], 12.0 / 720.0),
            (&[1, 1, 1, 2], 6.0 * 2.0 / 120.0),
            (&[0, 2, 0, 2], 2.0 * 4.0 / 24.0),
        ];
        for (sizes, expected) in table {
            assert!(near(of_all(sizes), *expected), "{sizes:?}: {} is not {expected}", of_all(sizes));
        }
        assert!(of_all(&[5_000, 5_000, 90_000]) > 0.0);
    }

    #[test]
    fn one_group_against_the_others() {
        for (size, letters, expected) in [(1, 8, 1.0 / 8.0), (7, 8, 1.0 / 8.0), (2, 8, 1.0 / 28.0), (4, 8, 2.0 / 70.0), (3, 3, 1.0)] {
            assert!(near(of_one(size, letters), expected), "{size} of {letters}: {}", of_one(size, letters));
        }
    }

    /// Of twelve letters of twelve senders only one is the most extreme: the adjustment for twelve tests makes 1/12 into 1.
    #[test]
    fn groups_of_the_same_size_cannot_all_be_the_most_extreme() {
        let same = |size: usize, groups: usize| after_adjustment(&vec![(size, of_one(size, size * groups)); groups], size * groups);
        assert!(same(1, 24).iter().all(|p| near(*p, 1.0)));
        assert!(same(2, 8).iter().all(|p| near(*p, 8.0 / 120.0)));
        // Two halves are one test, seen from both sides.
        assert!(same(4, 2).iter().all(|p| near(*p, 2.0 / 70.0)));
        let unlike = after_adjustment(&[(1, of_one(1, 12)), (5, of_one(5, 12)), (6, of_one(6, 12))], 12);
        // 2/924 × 3, 1/792 × 3 (both rarer than 1/12, which is the third of three).
        assert!(near(unlike[0], 1.0 / 12.0) && near(unlike[1], (3.0_f64 / 792.0).min(2.0 / 924.0 * 3.0 / 2.0)), "{unlike:?}");
    }
}
