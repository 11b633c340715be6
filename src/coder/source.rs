//! Whether a document, site or letter is only the source of what the sentence itself tells.

use super::scene::Scene;
use crate::codebook::Cue;
use crate::documents::Vocabulary;
use crate::text::Word;

impl Scene<'_> {
    /// "zoals vermeld in het verslag", "in ons rapport staat dat …": the words give what stands there, so they do not send the reader away.
    pub fn quotes(&self, cue: &Cue) -> bool {
        let folded = |word: usize| if self.words.contains(&word) { self.answer.reading.folded(word) } else { "" };
        let (start, end) = (cue.words.start as usize, cue.words.end as usize);
        let named =
            self.mentions().find(|mention| mention.words.start < end && end <= mention.words.end).map_or(end, |mention| mention.words.end);
        // "In mijn brief van 3 mei heb ik gemeld dat de brug veilig is": what stands there is told here.
        let told = |word: usize| {
            let said = self.answer.is(word, Vocabulary::Say) && folded(word + 1) == "dat" && !self.answer.ends_a_part(word);
            said && self.answer.first(start..word, Vocabulary::Sender).is_some() || self.concludes(start, word)
        };
        (start..self.words.end).any(told)
            || folded(self.answer.clause(start).start) == "zoals"
            || self.in_passing(start)
            || (1..=4).filter_map(|back| start.checked_sub(back)).any(|before| folded(before) == "zoals")
            || [end, named, named + 1].into_iter().any(|word| matches!(folded(word), "dat" | "of"))
    }

    /// "De cijfers, die in de jaarrekening staan, zijn voor ons een reden om …": a clause between commas names the source of what is told.
    pub fn in_passing(&self, word: usize) -> bool {
        let clause = self.answer.clause(word);
        let marked = |word: usize| self.answer.reading.words()[word].before & Word::COMMA != 0;
        let relative = matches!(self.answer.reading.folded(clause.start), "die" | "dat" | "welke");
        let within = clause.start > self.words.start && marked(clause.start) && clause.end < self.words.end && marked(clause.end);
        // "De notulen, die ter griffie liggen, vermelden wie er was": the sentence itself points there.
        let points = |word: usize| POINTS.contains(&self.answer.reading.folded(word));
        relative && within && !(clause.end..self.words.end).any(points)
    }

    /// Whether the sender repeats in this sentence what it found.
    pub fn repeats(&self) -> bool {
        self.words.clone().any(|word| self.concludes(self.words.start, word))
    }

    /// "In ons rapport, dat u op de site vindt, stellen wij vast dat …": the sender repeats here what it found there.
    fn concludes(&self, start: usize, word: usize) -> bool {
        let that = self.words.contains(&(word + 1)) && self.answer.reading.folded(word + 1) == "dat";
        let near = || word.saturating_sub(3).max(start)..word + 1;
        that && near().any(|word| CONCLUDES.contains(&self.answer.reading.folded(word)))
            && near().any(|word| matches!(self.answer.reading.folded(word), "wij" | "we" | "ik"))
    }
}

/// Verbs with which a sender says what it found or wrote.
#[rustfmt::skip]
const CONCLUDES: &[&str] = &[
    "concludeer", "concluderen", "concludeerden", "geconcludeerd", "constateer", "constateren", "constateerden", "geconstateerd",
    "stellen", "stelden", "schreef", "schreven", "geschreven", "meldde", "meldden", "merkten", "opgemerkt",
];

/// Verbs with which a sentence says that something stands in a document.
#[rustfmt::skip]
const POINTS: &[&str] = &[
    "opgenomen", "vermeld", "vermeldt", "vermelden", "beschreven", "beschrijft", "beschrijven", "opgesomd", "vastgelegd",
    "toegelicht", "uitgewerkt", "uiteengezet", "weergegeven", "bevat", "bevatten", "geeft", "geven", "noemt", "noemen", "biedt",
    "bieden", "leest", "vindt", "treft", "vinden",
];
