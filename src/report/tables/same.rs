//! Letters that say the same: counted twice, they make every figure too sure.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::error::Problem;
use crate::letter::Letter;
use crate::report::cell::Style;

/// A letter, and a number that is equal for letters with the same questions and answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Same {
    /// Its name in the tables.
    pub letter: String,
    /// Its file.
    pub file: String,
    /// Made of the letters and figures of its questions and answers: neither format nor layout changes it.
    pub said: u64,
}

/// Fewer answers may well be the same in two letters.
const SAME: usize = 3;

impl Same {
    /// What a letter of some length says; rows of a table may repeat themselves.
    pub(in crate::report) fn of(letter: &Letter, style: Style<'_>) -> Option<Self> {
        if letter.from_table || letter.exchanges().filter(|(_, exchange)| !exchange.answer.is_empty()).count() < SAME {
            return None;
        }
        let mut said = String::with_capacity(letter.text.len());
        for (_, exchange) in letter.exchanges() {
            let questions = exchange.questions.iter().map(|question| question.text.text(&letter.text));
            for text in questions.chain([exchange.answer.text(&letter.text)]) {
                said.extend(text.chars().filter(|c| c.is_alphanumeric()));
                said.push('\0');
            }
        }
        // All of it at once: a hash costs most at each thing that it is given.
        let mut hasher = DefaultHasher::new();
        said.hash(&mut hasher);
        Some(Self { letter: letter.id.clone(), file: style.shown(&letter.file), said: hasher.finish() })
    }
}

/// The letters of a run by what they say.
#[derive(Debug, Default)]
pub(in crate::report) struct Said {
    /// The first letter that said it.
    first: HashMap<u64, String>,
}

impl Said {
    /// Meets the next letter; a warning when an earlier one says the same.
    pub fn meet(&mut self, Same { letter, file, said }: Same) -> Option<Problem> {
        let Some(first) = self.first.get(&said) else {
            self.first.insert(said, letter);
            return None;
        };
        let what = format!("holds the same questions and answers as {first}, and both are counted");
        Some(Problem { file, letter, stage: "read", what, remedy: "leave one of the two out".to_owned() })
    }
}
