//! Which numbers at the beginning of lines are questions: those that run on from one to the next.
//!
//! A list inside an answer begins with 1 again, asks nothing and has no answer below it. The numbers chosen are the chain
//! with the most evidence, found in one pass: each number needs only the best chain that ends in the number before it.

use std::collections::HashMap;

use super::numbers::Number;

/// A number that may be that of a question.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its numbers: more than one only with a label.
    pub numbers: Vec<Number>,
    /// How much speaks for it; below zero, it is only taken to bridge a gap.
    pub weight: f32,
    /// A heading or the beginning of a list stands before it, so that numbers may begin anew.
    pub fresh: bool,
}

/// What a gap in the numbers costs, and each number that is missing.
const GAP: (f32, f32) = (1.0, 0.4);

/// The widest gap that is bridged.
const WIDEST: u32 = 6;

/// What beginning anew costs at a heading and elsewhere, and beginning with another number than 1.
const ANEW: (f32, f32, f32) = (0.8, 4.0, 1.5);

/// What going back in the numbers costs: a group was not in order.
const BACK: f32 = 1.0;

/// The candidates that make the best chain, in order.
pub(super) fn chain(candidates: &[Candidate]) -> Vec<usize> {
    let mut scores: Vec<(f32, Option<usize>)> = Vec::with_capacity(candidates.len());
    let mut ending: HashMap<(&str, u32), usize> = HashMap::new();
    let mut best: Option<usize> = None;
    for (at, candidate) in candidates.iter().enumerate() {
        let Some((first, last)) = candidate.numbers.first().zip(candidate.numbers.iter().max_by_key(|number| number.last)) else {
            scores.push((f32::MIN, None));
            continue;
        };
        let start = if first.last == 1 { 0.0 } else { -ANEW.2 };
        let mut choice = (start, None);
        let mut consider = |score: f32, from: usize| {
            if score > choice.0 {
                choice = (score, Some(from));
            }
        };
        for back in 0..=WIDEST {
            let Some(wanted) = first.last.checked_sub(back) else { break };
            if let Some(from) = ending.get(&(first.stem.as_str(), wanted)) {
                let follows = candidates[*from].numbers.last().is_some_and(|before| first.follows(before));
                let cost = match back {
                    0 if follows => 0.0,
                    0 => ANEW.1,
                    1 => 0.0,
                    _ => GAP.0 + GAP.1 * back as f32,
                };
                consider(scores[*from].0 - cost, *from);
            }
        }
        if let Some(from) = best {
            let anew = if candidate.fresh || first.last == 1 && !first.stem.is_empty() { ANEW.0 } else { ANEW.1 }
                + if first.last == 1 { 0.0 } else { ANEW.2 };
            let back =
                candidates[from].numbers.iter().any(|before| before.stem == first.stem && before.last > first.last) && first.last > 1;
            consider(scores[from].0 - if back && candidate.weight > 5.0 { BACK } else { anew }, from);
        }
        let score = choice.0 + candidate.weight;
        scores.push((score, choice.1));
        let key = (last.stem.as_str(), last.last);
        if ending.get(&key).is_none_or(|other| scores[*other].0 <= score) {
            ending.insert(key, at);
        }
        if best.is_none_or(|other| scores[other].0 <= score) {
            best = Some(at);
        }
    }
    let mut chosen = Vec::new();
    let mut at = best.filter(|best| scores[*best].0 > 0.0);
    while let Some(here) = at {
        chosen.push(here);
        at = scores[here].1;
    }
    chosen.reverse();
    chosen
}

#[cfg(test)]
mod tests {
    use super::{Candidate, chain};
    use crate::letter::numbers::numbers;

    fn chosen(given: &[(&str, f32, bool)]) -> Vec<usize> {
        let candidates: Vec<_> = given
            .iter()
            .map(|(text, weight, fresh)| Candidate {
                numbers: numbers(text, false).map(|set| set.all).unwrap_or_default(),
                weight: *weight,
                fresh: *fresh,
            })
            .collect();
        chain(&candidates)
    }

    #[test]
    fn lists_in_answers_are_left_out() {
        assert_eq!(
            chosen(&[
                ("1", 3.0, true),
                ("2", 3.0, false),
                ("1", -2.0, false),
                ("2", -2.0, false),
                ("3", -2.0, false),
                ("3", 3.0, false),
                ("4", 3.0, false)
            ]),
            [0, 1, 5, 6]
        );
    }

    #[test]
    fn numbers_begin_anew_in_each_chapter() {
        assert_eq!(chosen(&[("1", 3.0, true), ("2", 3.0, false), ("1", 3.0, true), ("2", 3.0, false)]), [0, 1, 2, 3]);
    }

    #[test]
    fn gaps_groups_and_letters() {
        assert_eq!(chosen(&[("1", 6.0, true), ("4, 5, 7 en 8", 6.0, false), ("6", 6.0, false), ("9", 6.0, false)]), [0, 1, 2, 3]);
        assert_eq!(chosen(&[("3a", 3.0, true), ("3b", 3.0, false), ("4", 3.0, false)]), [0, 1, 2]);
        assert_eq!(chosen(&[("A-1", 3.0, true), ("A-2", 3.0, false), ("B-1", 3.0, true)]), [0, 1, 2]);
    }
}
