//! Questions without an answer, told apart by their letter: what nobody could have answered yet is no silence.

use std::ops::AddAssign;

use serde::Serialize;

use crate::letter::LetterKind;
use crate::measure::Counts;
use crate::report::Language;
use crate::report::words::{counted, number};

/// Questions of letters that give no answer; those of two parts of a run add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Unanswered {
    /// Questions of letters that only ask; the counts of a run leave them out.
    #[serde(rename = "questions_only_asked")]
    pub asked: u32,
    /// Questions of letters that put off their answers; the counts of a run have them.
    #[serde(rename = "questions_put_off")]
    pub put_off: u32,
}

impl Unanswered {
    /// Those of a letter of this kind, and what its counts add to those of a run.
    ///
    /// # Example: a letter of ten questions
    /// ```
    /// use antwoordmeter::{letter::LetterKind, measure::Counts, report::findings::unanswered::Unanswered};
    /// let counts = Counts { questions: 10, ..Counts::default() };
    /// let (asked, nothing) = Unanswered::of(LetterKind::Questions, counts);
    /// assert_eq!((asked.asked, asked.put_off, nothing.questions), (10, 0, 0));
    /// let (put_off, all) = Unanswered::of(LetterKind::Postponement, counts);
    /// assert_eq!((put_off.asked, put_off.put_off, all.questions), (0, 10, 10));
    /// ```
    pub fn of(kind: LetterKind, counts: Counts) -> (Self, Counts) {
        match kind {
            LetterKind::Questions => (Self { asked: counts.questions, put_off: 0 }, Counts::default()),
            LetterKind::Postponement => (Self { asked: 0, put_off: counts.questions - counts.answered }, counts),
            LetterKind::Answer | LetterKind::Other => (Self::default(), counts),
        }
    }

    /// Them in sentences, beside the counts of the run; none where there is nothing to tell apart.
    pub fn told(self, counts: Counts, language: Language) -> Vec<String> {
        let questions = |count: u32| counted(count, ("vraag", "vragen"), ("question", "questions"), language);
        let (without, put_off, asked) =
            (questions(counts.questions - counts.answered), number(self.put_off, language), questions(self.asked));
        let put_off = match language {
            Language::Dutch => format!("Zonder antwoord: {without}, waarvan {put_off} in brieven die hun antwoorden uitstellen."),
            Language::English => format!("Without an answer: {without}, of which {put_off} in letters that put off their answers."),
        };
        let asked = match language {
            Language::Dutch => format!("Niet meegeteld: {asked} in brieven die alleen vragen stellen."),
            Language::English => format!("Not counted: {asked} in letters that only ask."),
        };
        [(self.put_off, put_off), (self.asked, asked)].into_iter().filter(|(count, _)| *count > 0).map(|(_, told)| told).collect()
    }
}

impl AddAssign for Unanswered {
    fn add_assign(&mut self, other: Self) {
        self.asked += other.asked;
        self.put_off += other.put_off;
    }
}
