//! "Zie antwoord 6": an answer that only refers takes the class of the answers it points at.

use crate::coding::Class;

/// What is known of one answer before references are followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// It has a class of its own.
    Settled(Class),
    /// It only refers to these answers (places in the list); `None` for a number that the letter does not have.
    Refers(Vec<Option<usize>>),
}

/// The class of every answer: chains are followed; a missing target or a circle makes it unresolved.
///
/// Of several targets the first in the order deferral, external reference, substantive counts (codebook, section 3, rule 2).
pub(super) fn follow(known: &[Known]) -> Vec<Class> {
    let mut classes: Vec<Option<Class>> = vec![None; known.len()];
    for start in 0..known.len() {
        walk(known, start, &mut classes);
    }
    classes.into_iter().map(|class| class.unwrap_or(Class::Unresolved)).collect()
}

/// A step of the walk: an answer whose targets are being looked up, and the best class among them so far.
struct Step {
    at: usize,
    next: usize,
    best: Option<Class>,
}

/// Settles `start` and all that it leads to, without recursion, so that a chain of any length is safe.
fn walk(known: &[Known], start: usize, classes: &mut [Option<Class>]) {
    let mut under_way = vec![Step { at: start, next: 0, best: None }];
    while let Some(step) = under_way.last_mut() {
        let at = step.at;
        let settled = match (&known[at], classes[at]) {
            (_, Some(class)) => Some(class),
            (Known::Settled(class), None) => Some(*class),
            (Known::Refers(targets), None) => match targets.get(step.next) {
                None => Some(step.best.unwrap_or(Class::Unresolved)),
                Some(None) => Some(Class::Unresolved),
                Some(Some(target)) => {
                    let target = *target;
                    step.next += 1;
                    let class = match &known[target] {
                        Known::Settled(class) => Some(*class),
                        Known::Refers(_) => classes[target],
                    };
                    match class {
                        Some(Class::Unanswered | Class::Unresolved) => Some(Class::Unresolved),
                        Some(class) => {
                            step.best = Some(step.best.map_or(class, |best| if rank(class) < rank(best) { class } else { best }));
                            None
                        }
                        None if under_way.iter().any(|step| step.at == target) => Some(Class::Unresolved),
                        None => {
                            if let Some(step) = under_way.last_mut() {
                                step.next -= 1;
                            }
                            under_way.push(Step { at: target, next: 0, best: None });
                            None
                        }
                    }
                }
            },
        };
        if let Some(class) = settled {
            classes[at] = Some(class);
            under_way.pop();
        }
    }
}

fn rank(class: Class) -> u8 {
    match class {
        Class::Deferral => 0,
        Class::ExternalReference => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, follow};
    use crate::coding::Class::{Deferral, ExternalReference, Substantive, Unanswered, Unresolved};

    #[test]
    fn chains_groups_circles_and_missing_targets() {
        let known = [
            Known::Settled(Substantive),
            Known::Settled(Deferral),
            Known::Refers(vec![Some(1)]),
            Known::Refers(vec![Some(2)]),
            Known::Refers(vec![Some(0), Some(1)]),
            Known::Refers(vec![Some(6)]),
            Known::Refers(vec![Some(5)]),
            Known::Refers(vec![None]),
            Known::Settled(Unanswered),
            Known::Refers(vec![Some(8)]),
            Known::Settled(ExternalReference),
            Known::Refers(vec![Some(0), Some(10)]),
            Known::Refers(vec![Some(2), Some(3)]),
        ];
        assert_eq!(
            follow(&known)[2..],
            [
                Deferral,
                Deferral,
                Deferral,
                Unresolved,
                Unresolved,
                Unresolved,
                Unanswered,
                Unresolved,
                ExternalReference,
                ExternalReference,
                Deferral
            ]
        );
    }

    #[test]
    fn a_long_chain_is_safe() {
        let mut known = vec![Known::Settled(Deferral)];
        known.extend((0..5_000).map(|target| Known::Refers(vec![Some(target)])));
        assert_eq!(follow(&known).last(), Some(&Deferral));
    }
}
