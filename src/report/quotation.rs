//! An answer as a page or an annex quotes it: its text in stretches, with the cues that mark them.

use super::Language;
use super::cell::certainty;
use super::quote;
use super::unit::Unit;
use crate::codebook::{Codebook, Facet};
use crate::coder::Reason;
use crate::coding::{Coding, Corrected};
use crate::letter::Passage;
use crate::text::Span;

/// A numbered question and its answer, ready to be quoted.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// The letter.
    pub letter: String,
    /// The heading above the question; empty where there is none.
    pub theme: String,
    /// The question, without its number.
    pub question: String,
    /// The answer in stretches; without any where there is none.
    pub answer: Vec<Stretch>,
    /// The cues that the stretches speak of, in order of their place.
    pub cues: Vec<QuotedCue>,
    /// The codes.
    pub coding: Coding,
    /// What a person changed in them.
    pub corrected: Vec<Corrected>,
    /// The row of the decision table that settled the class.
    pub reason: Reason,
    /// How often that row is right: H, M, L, or empty where that was not measured.
    pub certainty: &'static str,
    /// Where the answer begins in the file: a page, paragraph or line; empty in a table of pairs.
    pub place: String,
    /// The document that it waits for, as a place in the register of its letter.
    pub awaited: Option<usize>,
}

/// Words of an answer that carry the same cues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The words.
    pub text: String,
    /// The cues on them, as places in [`Quotation::cues`].
    pub cues: Vec<usize>,
    /// They stand in a sentence with a cue.
    pub cued_sentence: bool,
}

/// A cue of the codebook in a quoted answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedCue {
    /// Id of the rule.
    pub rule: String,
    /// What it is a cue of.
    pub facet: Facet,
    /// What the rule says of the words, in a sentence.
    pub meaning: String,
    /// The words.
    pub words: String,
}

impl Quotation {
    /// The answer of a unit, coded by `codebook`.
    pub fn of(unit: Unit<'_>, codebook: &Codebook, language: Language) -> Self {
        let Unit { letter, theme, exchange, question, judgement, .. } = unit;
        // A rule is in the codebook that it was found with; one that were not would be left out together with its span.
        let cues: Vec<(Span, Span, QuotedCue)> = judgement
            .evidence
            .iter()
            .filter_map(|evidence| {
                let rule = codebook.rules().get(evidence.rule)?;
                let words = evidence.span.of(&letter.text).split_whitespace().collect::<Vec<_>>().join(" ");
                let cue = QuotedCue { rule: rule.id.clone(), facet: rule.facet, meaning: rule.meaning.clone(), words };
                Some((evidence.span, evidence.sentence, cue))
            })
            .collect();
        let spans: Vec<(Span, Span)> = cues.iter().map(|(span, sentence, _)| (*span, *sentence)).collect();
        Self {
            letter: letter.id.clone(),
            theme: question.title(theme).to_owned(),
            question: question.text.text(&letter.text).trim().to_owned(),
            answer: stretches(&letter.text, &exchange.answer, &spans),
            cues: cues.into_iter().map(|(_, _, cue)| cue).collect(),
            coding: judgement.coding.clone(),
            corrected: judgement.corrected.clone(),
            reason: judgement.reason,
            certainty: if codebook.is_embedded() { certainty(judgement.reason) } else { "" },
            place: if exchange.answer.is_empty() {
                String::new()
            } else {
                quote::position(letter, exchange.answer.span(), language).unwrap_or_default()
            },
            awaited: judgement.document,
        }
    }
}

/// The text of a passage cut where a cue or a sentence with a cue begins or ends; `cues` are the words and the sentence of each.
fn stretches(text: &str, passage: &Passage, cues: &[(Span, Span)]) -> Vec<Stretch> {
    let mut edges: Vec<usize> = cues.iter().flat_map(|(words, sentence)| [words.start, words.end, sentence.start, sentence.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut stretches: Vec<Stretch> = Vec::new();
    for piece in &passage.pieces {
        let first = edges.partition_point(|edge| *edge <= piece.start);
        let inside = edges.iter().skip(first).copied().take_while(|edge| *edge < piece.end);
        let mut start = piece.start;
        for end in inside.chain([piece.end]) {
            let covers = |span: &Span| span.start <= start && end <= span.end;
            let on: Vec<usize> = (0..cues.len()).filter(|place| covers(&cues[*place].0)).collect();
            let cued_sentence = cues.iter().any(|(_, sentence)| covers(sentence));
            let words = Span::new(start, end).of(text);
            match stretches.last_mut() {
                Some(last) if last.cues == on && last.cued_sentence == cued_sentence => last.text += words,
                _ => stretches.push(Stretch { text: words.to_owned(), cues: on, cued_sentence }),
            }
            start = end;
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::{Stretch, stretches};
    use crate::letter::Passage;
    use crate::text::Span;

    #[test]
    fn stretches_follow_cues_over_what_was_cut_out() {
        let text = "Ja. Het ver-\nslag volgt in mei. Meer niet.";
        let passage = Passage { pieces: vec![Span::new(0, 11), Span::new(13, text.len())] };
        let at = |words: &str| text.find(words).map_or(Span::default(), |start| Span::new(start, start + words.len()));
        let sentence = at("Het ver-\nslag volgt in mei.");
        let found = stretches(text, &passage, &[(at("ver-\nslag volgt"), sentence), (at("volgt in mei"), sentence)]);
        let stretch = |text: &str, cues: &[usize], cued_sentence| Stretch { text: text.to_owned(), cues: cues.to_vec(), cued_sentence };
        let expected = [
            stretch("Ja. ", &[], false),
            stretch("Het ", &[], true),
            stretch("verslag ", &[0], true),
            stretch("volgt", &[0, 1], true),
            stretch(" in mei", &[1], true),
            stretch(".", &[], true),
            stretch(" Meer niet.", &[], false),
        ];
        assert_eq!(found, expected);
        let joined: String = found.iter().map(|stretch| stretch.text.as_str()).collect();
        assert_eq!(joined, passage.text(text));
    }

    #[test]
    fn an_answer_without_cues_is_one_stretch() {
        let text = "Nee.\n\nDat is niet zo.";
        let found = stretches(text, &Passage::whole(Span::new(0, text.len())), &[]);
        assert_eq!(found, [Stretch { text: text.to_owned(), cues: Vec::new(), cued_sentence: false }]);
        assert!(stretches(text, &Passage::default(), &[]).is_empty());
    }
}
