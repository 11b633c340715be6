//! Which answers an annex quotes.

use std::str::FromStr;

use crate::coding::{Class, DeferralKind};
use crate::report::Language;
use crate::report::findings::quotation::Quotation;
use crate::report::words::codes;

/// The answers to quote: those that are of the kind asked for and have one of the numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What they do; without it, whatever they do.
    pub only: Option<Only>,
    /// Their numbers; all when there are none.
    pub numbers: Numbers,
}

/// What the answers do that are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// They are of this class.
    Class(Class),
    /// Their own words refer to a document that was not yet available, whatever their class: what the finding counts.
    Document,
}

/// Numbers of questions as printed, and stretches from one to another in the order of the letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers(Vec<(String, String)>);

impl FromStr for Numbers {
    type Err = String;

    /// # Example: two numbers and a stretch
    /// ```
    /// use antwoordmeter::report::annex::Numbers;
    /// assert!("4,5,14-18".parse::<Numbers>().is_ok());
    /// assert_eq!("4,,5".parse::<Numbers>(), Err("a number is missing".to_owned()));
    /// ```
    fn from_str(text: &str) -> Result<Self, String> {
        let stretch = |part: &str| match part.split_once(['-', '–']) {
            Some((from, to)) if !from.trim().is_empty() && !to.trim().is_empty() => Ok((from.trim().to_owned(), to.trim().to_owned())),
            None if !part.trim().is_empty() => Ok((part.trim().to_owned(), part.trim().to_owned())),
            _ => Err("a number is missing".to_owned()),
        };
        text.split(',').map(stretch).collect::<Result<_, _>>().map(Self)
    }
}

impl Choice {
    /// The places of the chosen answers, in the order of the letter.
    ///
    /// # Errors
    /// A number that there is not, or no answer that is both: what is wrong and what to do.
    pub fn of(&self, quotations: &[&Quotation]) -> Result<Vec<usize>, (String, String)> {
        let mut numbered = vec![self.numbers.0.is_empty(); quotations.len()];
        for (from, to) in &self.numbers.0 {
            let places = stretch(quotations, from, to)?;
            places.into_iter().filter_map(|place| numbered.get_mut(place).map(|chosen| *chosen = true)).for_each(drop);
        }
        let of_kind = |place: &usize| quotations.get(*place).is_some_and(|quotation| self.only.is_none_or(|only| only.holds(quotation)));
        let chosen: Vec<usize> = (0..quotations.len()).filter(|place| numbered.get(*place) == Some(&true)).filter(of_kind).collect();
        if chosen.is_empty() && !quotations.is_empty() {
            let what = if self.numbers.0.is_empty() { "no answer is of the kind that --only asks for" } else { NEITHER };
            return Err((what.to_owned(), "leave out --only, or choose another: explain shows what an answer is".to_owned()));
        }
        Ok(chosen)
    }
}

const NEITHER: &str = "none of the answers with these numbers is of the kind that --only asks for";

/// The places of all answers with number `from`, or of a stretch from one number to another.
fn stretch(quotations: &[&Quotation], from: &str, to: &str) -> Result<Vec<usize>, (String, String)> {
    let places = |number: &str| -> Vec<usize> { (0..quotations.len()).filter(|place| is_called(quotations[*place], number)).collect() };
    let missing = |number: &str| {
        let numbers: Vec<&str> = quotations.iter().map(|quotation| quotation.coding.number.as_str()).take(NAMED).collect();
        Err((format!("has no question `{number}`"), format!("choose from {}", numbers.join(", "))))
    };
    let starts = places(from);
    let Some(start) = starts.first() else { return missing(from) };
    if from == to {
        return Ok(starts);
    }
    match places(to).into_iter().find(|end| end >= start) {
        Some(end) => Ok((*start..=end).collect()),
        None if places(to).is_empty() => missing(to),
        None => Err((format!("has question `{to}` before question `{from}`"), format!("give --numbers {to}-{from}"))),
    }
}

/// So many numbers are named in an error.
const NAMED: usize = 60;

/// Whether a number is that of the question, or its id with or without the name of the letter.
fn is_called(quotation: &Quotation, number: &str) -> bool {
    quotation.coding.number == number || quotation.coding.id == number || short(quotation) == number
}

/// The id without the name of the letter: the number, with the position of the theme where numbers restart.
pub(super) fn short(quotation: &Quotation) -> &str {
    quotation.coding.id.strip_prefix(&quotation.letter).and_then(|rest| rest.strip_prefix('#')).unwrap_or(&quotation.coding.number)
}

impl Only {
    fn holds(self, quotation: &Quotation) -> bool {
        match self {
            Self::Class(class) => quotation.coding.class == class,
            Self::Document => quotation.coding.deferral == Some(DeferralKind::Document),
        }
    }

    /// In words.
    pub(super) const fn words(self, language: Language) -> &'static str {
        match self {
            Self::Class(class) => codes::class(class, language),
            Self::Document => codes::deferral(DeferralKind::Document, language),
        }
    }
}

/// Numbers in a sentence; three or more that follow each other as a stretch.
pub(super) fn listed<'t>(numbers: impl Iterator<Item = &'t str>) -> String {
    let mut stretches: Vec<Vec<&str>> = Vec::new();
    for number in numbers {
        let follows = |last: &str| last.parse::<u32>().ok().zip(number.parse::<u32>().ok()).is_some_and(|(last, next)| next == last + 1);
        match stretches.last_mut() {
            Some(stretch) if stretch.last().is_some_and(|last| follows(last)) => stretch.push(number),
            _ => stretches.push(vec![number]),
        }
    }
    let told = stretches.iter().map(|stretch| match stretch.as_slice() {
        [first, _, .., last] => format!("{first}–{last}"),
        few => few.join(", "),
    });
    told.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn numbers_that_follow_each_other_are_a_stretch() {
        let table =
            [("4 5 14 15 16 17 18", "4, 5, 14–18"), ("1", "1"), ("3a 3b 4 5", "3a, 3b, 4, 5"), ("2.1 2.2 u1", "2.1, 2.2, u1"), ("", "")];
        let wrong: Vec<_> =
            table.iter().map(|(given, told)| (listed(given.split_whitespace()), told)).filter(|(got, told)| got != *told).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
