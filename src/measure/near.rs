//! Which sets are nearly the same as a set of somebody else: every pair is found, few are looked at.
//!
//! R. J. Bayardo, Y. Ma and R. Srikant, "Scaling up all pairs similarity search", WWW 2007, 131-140: put the numbers of all sets in one
//! order, the rarest first, and two sets that are alike must share one of their first few. C. Xiao, W. Wang, X. Lin and J. X. Yu,
//! "Efficient similarity joins for near duplicate detection", WWW 2008, 131-140: where that one stands tells how many more can follow.
//!
//! Chosen: nearly the same is 0.7 of the sequences of three words in common, and every such pair is found (`near.rs`: the rarest
//! sequences first, Bayardo 2007, Xiao 2008). Why: one sequence that many share costs nothing; who shares the rarest with hundreds
//! without being like them is given up and counted. Rejected: smallest hashes as keys with eight neighbours: fast, and it missed 1 % of
//! the answers of a large run.

/// A set, and whose it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Set<'s> {
    /// Its numbers in ascending order, each once.
    pub numbers: &'s [u32],
    /// Sets of one owner are not compared; the search is fastest where they follow one another.
    pub owner: u64,
    /// Others may be like it, but it is not asked which.
    pub known: bool,
}

/// Whether a set of another owner is nearly the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Near {
    /// There is none.
    #[default]
    None,
    /// There is one.
    Found,
    /// Too many sets share its rarest numbers without being like it: not all were looked at.
    GivenUp,
}

/// From this share of all numbers of two sets in common, they are nearly the same: seven of ten.
const NEAR: (usize, usize) = (7, 10);

/// A search is given up after so many steps, a comparison being as many steps as [`COMPARISON`].
const PATIENCE: usize = 1 << 14;
const COMPARISON: usize = 32;

/// Slots of the table that counts owners, at most: 32 MiB.
const SLOTS: usize = 1 << 25;

/// Slots of the table that remembers the numbers of one owner: it stays near the processor.
const REMEMBERED: usize = 1 << 12;

/// Tells of each set whether one of another owner is nearly the same, by the share of numbers that both have of those that either has.
pub(super) fn near(sets: &[Set<'_>]) -> Vec<Near> {
    let mut outcomes = vec![Near::None; sets.len()];
    let owner = |set: &Set<'_>| set.owner;
    if sets.first().map(owner) == sets.last().map(owner) && sets.iter().all(|set| set.owner == sets[0].owner) {
        return outcomes;
    }
    let index = Index::new(sets);
    let mut seen = vec![0; sets.len()];
    for place in 0..sets.len() {
        if sets[place].known || outcomes[place] == Near::Found {
            continue;
        }
        let (outcome, other) = index.search(place, &mut seen);
        outcomes[place] = outcome;
        if let Some(other) = other {
            outcomes[other] = outcome;
        }
    }
    outcomes
}

/// The numbers by which sets find each other.
struct Index<'s> {
    sets: &'s [Set<'s>],
    entries: Vec<Entry>,
    runs: Vec<Run>,
    /// Of each set, the places of its entries in `run_of`, and how many numbers before them no other owner has.
    own: Vec<(u32, u32)>,
    /// The run of each entry, the entries in the order of the sets.
    run_of: Vec<u32>,
}

/// A number of a set by which it is found.
#[derive(Clone, Copy)]
struct Entry {
    /// The number, and the size of the set below it.
    key: u64,
    set: u32,
    /// How many numbers of the set come before it, the rarest first.
    place: u32,
}

/// Entries with one number, of sets of one size.
#[derive(Clone, Copy)]
struct Run {
    key: u64,
    from: u32,
}

impl Run {
    const fn number(self) -> u64 {
        self.key >> 32
    }

    const fn size(self) -> usize {
        (self.key & 0xFFFF_FFFF) as usize
    }
}

/// How many numbers a set of this size shares at least with one that is nearly the same.
const fn fewest(size: usize) -> usize {
    (NEAR.0 * size).div_ceil(NEAR.1)
}

/// How many numbers two sets of these sizes share at least when they are nearly the same.
const fn needed(one: usize, other: usize) -> usize {
    (NEAR.0 * (one + other)).div_ceil(NEAR.0 + NEAR.1)
}

impl<'s> Index<'s> {
    fn new(sets: &'s [Set<'s>]) -> Self {
        let owners = Owners::count(sets);
        let (mut entries, mut own, mut keys) = (Vec::new(), Vec::with_capacity(sets.len() + 1), Vec::new());
        for (place, set) in sets.iter().enumerate() {
            let size = set.numbers.len();
            keys.clear();
            let ranked = set.numbers.iter().map(|number| (owners.of(*number), *number)).filter(|(owners, _)| *owners > 1);
            keys.extend(ranked.map(|(owners, number)| u64::from(owners) << 32 | u64::from(number)));
            let alone = size - keys.len();
            own.push((entries.len() as u32, alone as u32));
            // With too few numbers that anybody else has, nothing can be like it.
            let Some(first) = (size - fewest(size) + 1).checked_sub(alone).filter(|first| *first > 0 && size > 0) else { continue };
            if first < keys.len() {
                keys.select_nth_unstable(first);
                keys.truncate(first);
            }
            keys.sort_unstable();
            let entry =
                |(rank, key): (usize, &u64)| Entry { key: key << 32 | size as u64, set: place as u32, place: (alone + rank) as u32 };
            entries.extend(keys.iter().enumerate().map(entry));
        }
        own.push((entries.len() as u32, 0));
        entries.sort_unstable_by_key(|entry| (entry.key, entry.set));
        let (mut runs, mut run_of) = (Vec::<Run>::new(), vec![0; entries.len()]);
        for (from, entry) in entries.iter().enumerate() {
            if runs.last().is_none_or(|run| run.key != entry.key) {
                runs.push(Run { key: entry.key, from: from as u32 });
            }
            let (first, alone) = own[entry.set as usize];
            run_of[(first + entry.place - alone) as usize] = runs.len() as u32 - 1;
        }
        runs.push(Run { key: u64::MAX, from: entries.len() as u32 });
        Self { sets, entries, runs, own, run_of }
    }

    /// Looks for a set that is nearly the same as the one at a place; `seen` tells for which place a set was looked at last.
    fn search(&self, place: usize, seen: &mut [u32]) -> (Near, Option<usize>) {
        let (set, mark, mut steps) = (&self.sets[place], place as u32 + 1, 0);
        let size = set.numbers.len();
        let (first, alone) = self.own[place];
        for (rank, run) in self.run_of[first as usize..self.own[place + 1].0 as usize].iter().enumerate() {
            // A larger set would need more in common than is left from this number on.
            let left = size - alone as usize - rank;
            let largest = ((NEAR.0 + NEAR.1) * left).saturating_sub(NEAR.0 * size) / NEAR.0;
            let (run, number) = (*run as usize, self.runs[*run as usize].number());
            let beyond = self.runs.len() - 1;
            let same = |run: &usize| self.runs[*run].number() == number;
            let larger = (run..beyond).take_while(|run| same(run) && self.runs[*run].size() <= largest);
            let smaller = (0..run).rev().take_while(|run| same(run) && self.runs[*run].size() >= fewest(size));
            for run in larger.chain(smaller.filter(|run| self.runs[*run].size() <= largest)) {
                let least = needed(size, self.runs[run].size());
                for entry in &self.entries[self.runs[run].from as usize..self.runs[run + 1].from as usize] {
                    if steps > PATIENCE {
                        return (Near::GivenUp, None);
                    }
                    steps += 1;
                    let other = &self.sets[entry.set as usize];
                    if other.owner == set.owner || std::mem::replace(&mut seen[entry.set as usize], mark) == mark {
                        continue;
                    }
                    // The first number that both have: no more than the rest of either can follow.
                    if entry.place as usize + least > other.numbers.len() {
                        continue;
                    }
                    steps += COMPARISON;
                    if shares(set.numbers, other.numbers, least) {
                        return (Near::Found, Some(entry.set as usize));
                    }
                }
            }
        }
        (Near::None, None)
    }
}

/// Whether two sets share at least so many numbers.
fn shares(one: &[u32], other: &[u32], least: usize) -> bool {
    let (mut here, mut there, mut both) = (0, 0, 0);
    while both + (one.len() - here).min(other.len() - there) >= least {
        let (Some(first), Some(second)) = (one.get(here), other.get(there)) else { break };
        both += usize::from(first == second);
        here += usize::from(first <= second);
        there += usize::from(second <= first);
    }
    both >= least
}

/// How many owners have a number, roughly: 1 only where nobody else has it, and up to 255.
struct Owners(Vec<u8>);

impl Owners {
    fn count(sets: &[Set<'_>]) -> Self {
        let all: usize = sets.iter().map(|set| set.numbers.len()).sum();
        let mut owners = Self(vec![0; (2 * all).next_power_of_two().min(SLOTS)]);
        // By the lowest bits of a number: the number and its owner. What is forgotten is counted twice, which does no harm.
        let mut remembered = vec![(0_u32, 0_u32); REMEMBERED.min(owners.0.len())];
        let mut owner = 0;
        for (place, set) in sets.iter().enumerate() {
            owner += u32::from(place == 0 || sets[place - 1].owner != set.owner);
            for number in set.numbers {
                let place = *number as usize & (remembered.len() - 1);
                if std::mem::replace(&mut remembered[place], (*number, owner)) != (*number, owner) {
                    let slot = owners.slot(*number);
                    owners.0[slot] = owners.0[slot].saturating_add(1);
                }
            }
        }
        owners
    }

    const fn slot(&self, number: u32) -> usize {
        number as usize & (self.0.len() - 1)
    }

    fn of(&self, number: u32) -> u8 {
        self.0[self.slot(number)]
    }
}

#[cfg(test)]
mod tests {
    use super::{NEAR, Near, Set, near};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// Every pair, one by one.
    fn every_pair(sets: &[(Vec<u32>, u64)]) -> Vec<bool> {
        let alike = |one: &Vec<u32>, other: &Vec<u32>| {
            let (one, other): (BTreeSet<_>, BTreeSet<_>) = (one.iter().collect(), other.iter().collect());
            let all = one.union(&other).count();
            all > 0 && NEAR.1 * one.intersection(&other).count() >= NEAR.0 * all
        };
        let found = |(numbers, owner): &(Vec<u32>, u64)| sets.iter().any(|(others, theirs)| theirs != owner && alike(numbers, others));
        sets.iter().map(found).collect()
    }

    fn found(sets: &[(Vec<u32>, u64)]) -> Vec<bool> {
        let sets: Vec<Set<'_>> = sets.iter().map(|(numbers, owner)| Set { numbers, owner: *owner, known: false }).collect();
        near(&sets).into_iter().map(|near| near == Near::Found).collect()
    }

    #[test]
    fn the_bound_itself_counts() {
        let set = |numbers: std::ops::Range<u32>, owner| (numbers.collect::<Vec<u32>>(), owner);
        // Seven of ten; 34 of 49.
        assert_eq!(found(&[set(0..7, 1), set(0..10, 2)]), [true; 2]);
        assert_eq!(found(&[set(0..34, 1), set(0..49, 2)]), [false; 2]);
        assert_eq!(found(&[set(0..7, 1), set(0..7, 1), set(90..95, 2)]), [false; 3]);
        assert_eq!(found(&[set(0..0, 1), set(0..0, 2)]), [false; 2]);
        assert_eq!(found(&[]), [false; 0]);
    }

    #[test]
    fn many_sets_that_share_all_but_a_little_are_told_apart_soon() {
        // Three quarters of each set are in all of them, and nothing is like anything else.
        let sets: Vec<(Vec<u32>, u64)> =
            (0..20_000_u32).map(|set| ((0..24).chain((0..8).map(|rest| 1_000 + set * 8 + rest)).collect(), set.into())).collect();
        let sets: Vec<Set<'_>> = sets.iter().map(|(numbers, owner)| Set { numbers, owner: *owner, known: false }).collect();
        assert!(near(&sets).iter().all(|near| *near == Near::None));
    }

    #[test]
    fn a_search_without_end_is_given_up_and_says_so() {
        // Subsets of the same few numbers: all share the rarest, and few are alike.
        let mut stream = super::super::random::Stream::new(1, 1);
        let mut draw = || (0..10).map(|_| stream.below(24) as u32).collect::<BTreeSet<_>>().into_iter().collect::<Vec<u32>>();
        let sets: Vec<(Vec<u32>, u64)> = (0..6_000_u64).map(|owner| (draw(), owner)).collect();
        let sets: Vec<Set<'_>> = sets.iter().map(|(numbers, owner)| Set { numbers, owner: *owner, known: false }).collect();
        assert!(near(&sets).contains(&Near::GivenUp));
    }

    proptest! {
        #[test]
        fn finds_what_a_comparison_of_every_pair_finds(
            sets in prop::collection::vec((prop::collection::btree_set(0..16_u32, 0..16), 0..4_u64), 0..40), spread in 1..280_000_000_u32,
        ) {
            let spread_out = |(numbers, owner): (BTreeSet<u32>, u64)| (numbers.into_iter().map(|number| number * spread).collect(), owner);
            let sets: Vec<(Vec<u32>, u64)> = sets.into_iter().map(spread_out).collect();
            prop_assert_eq!(found(&sets), every_pair(&sets));
        }
    }
}
