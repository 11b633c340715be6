//! When an answer leaves its one question open: a sentence says that just what was asked is still to come, be decided or be known.

use super::Reason;
use super::ask::{Ask, AskKind};
use super::decide::{Case, TELEGRAM};
use super::respond::PARTS;
use super::statement::Statement;
use crate::codebook::Facet;

impl Case<'_> {
    /// One thing is asked, and a sentence says that just that is still open: what stands around it is no answer to it.
    pub(super) fn leaves_open(&self) -> bool {
        let [ask] = self.asks else { return false };
        let folded = |word: usize| if ask.words.contains(&word) { self.question.reading.folded(word) } else { "" };
        // "…, zo ja, hoe?", "… en hoeveel?", "… en met hoeveel procent?": two things are asked.
        let more = |word: usize| match folded(word) {
            "zo" => matches!(folded(word + 1), "ja" | "nee"),
            "en" => [1, 2].iter().any(|next| ASKING.contains(&folded(word + next))),
            _ => false,
        };
        if matches!(ask.kind, AskKind::Reason | AskKind::Thing | AskKind::Date) || ask.words.clone().skip(1).any(more) {
            return false;
        }
        // "Over 2023 was het 12. Over 2024 is het nog niet bekend.": a part is given.
        let counts =
            |s: &Statement| ask.kind == AskKind::Amount && self.shares(ask, s) > 0 || ask.kind == AskKind::List && s.figures >= PARTS;
        let part = |s: &Statement| s.figures > 0 && (self.asked_year(s) || counts(s));
        let open = |s: &Statement| {
            s.deferral.as_ref().is_some_and(|deferral| {
                let said = deferral.worded && (self.is_between_the_two(Reason::Defers, s) || self.begins_with_it(ask, s));
                deferral.document.is_none() && (said || s.takes_up || deferral.due.is_some() && self.decides_it(s))
            })
        };
        let last = self.statements.iter().rposition(open);
        let after = |last: usize| self.content().filter(|(at, _)| *at > last).count();
        last.is_some_and(|last| after(last) <= AFTER) && !self.content().any(|(_, s)| part(s))
    }

    /// "De hoogte van de huur ligt nog open", "Dat is nog te bezien": it begins with what was asked, or points back at it. Of a list that
    /// is given, a sentence may name a part.
    fn begins_with_it(&self, ask: &Ask, statement: &Statement) -> bool {
        let head = statement.words.start..statement.words.end.min(statement.words.start + TELEGRAM);
        let given = || ask.kind == AskKind::List && self.content().any(|(_, s)| self.shares(ask, s) > 1);
        self.has_word(head.clone(), BACK) || self.shared_words(ask, &head) > 0 && !given()
    }

    /// "Daarover neemt het college in mei een standpunt in", "In mei beslist de raad of …": a decision on what was asked.
    fn decides_it(&self, statement: &Statement) -> bool {
        let decided = self.answer.cues(self.lens, statement.words.clone(), Facet::Delivery).any(|cue| self.lens.kind(cue) == "decision");
        decided && (self.has_word(statement.words.clone(), BACK) || self.has_word(statement.words.clone(), ASKING))
    }
}

/// Sentences of content after the last one that leaves the question open, at most.
const AFTER: usize = 3;

/// Words with which a question begins as a clause of a sentence.
const ASKING: &[&str] = &["of", "hoe", "hoeveel", "hoeverre", "welke", "welk", "wat", "wie", "waar", "wanneer"];

/// Words that point back at what was asked.
const BACK: &[&str] =
    &["dat", "dit", "daar", "hier", "daarover", "hierover", "daarvan", "hiervan", "daaraan", "hieraan", "daarop", "hierop", "erover"];
