//! An answer as a page or an annex quotes it: its text in stretches, with the cues that mark them.

use super::quote;
use super::unit::Unit;
use crate::codebook::{Codebook, Facet};
use crate::coder::Reason;
use crate::coding::{Coding, Corrected};
use crate::letter::Passage;
use crate::report::Language;
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
        let found = judgement.evidence.iter().filter_map(|evidence| {
            let rule = codebook.rules().get(evidence.rule)?;
            let words = evidence.span.of(&letter.text).split_whitespace().collect::<Vec<_>>().join(" ");
            let cue = QuotedCue { rule: rule.id.clone(), facet: rule.facet, meaning: rule.meaning.clone(), words };
            Some((evidence.span, cue))
        });
        let (spans, cues): (Vec<Span>, Vec<QuotedCue>) = found.unzip();
        Self {
            letter: letter.id.clone(),
            theme: question.title(theme).to_owned(),
            question: question.text.text(&letter.text).trim().to_owned(),
            answer: stretches(&letter.text, &exchange.answer, &spans),
            cues,
            coding: judgement.coding.clone(),
            corrected: judgement.corrected.clone(),
            reason: judgement.reason,
            place: if exchange.answer.is_empty() {
                String::new()
            } else {
                quote::position(letter, exchange.answer.span(), language).unwrap_or_default()
            },
            awaited: judgement.document,
        }
    }
}

/// The text of a passage cut where the words of a cue begin or end.
fn stretches(text: &str, passage: &Passage, cues: &[Span]) -> Vec<Stretch> {
    let mut edges: Vec<usize> = cues.iter().flat_map(|words| [words.start, words.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut stretches: Vec<Stretch> = Vec::new();
    for piece in &passage.pieces {
        let first = edges.partition_point(|edge| *edge <= piece.start);
        let inside = edges.iter().skip(first).copied().take_while(|edge| *edge < piece.end);
        let mut start = piece.start;
        for end in inside.chain([piece.end]) {
            let covers = |span: &Span| span.start <= start && end <= span.end;
            let on: Vec<usize> = (0..cues.len()).filter(|place| covers(&cues[*place])).collect();
            let words = Span::new(start, end).of(text);
            match stretches.last_mut() {
                Some(last) if last.cues == on => last.text += words,
                _ => stretches.push(Stretch { text: words.to_owned(), cues: on }),
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
        let found = stretches(text, &passage, &[at("ver-\nslag volgt"), at("volgt in mei")]);
        let stretch = |text: &str, cues: &[usize]| Stretch { text: text.to_owned(), cues: cues.to_vec() };
        let expected = [
            stretch("Ja. Het ", &[]),
            stretch("verslag ", &[0]),
            stretch("volgt", &[0, 1]),
            stretch(" in mei", &[1]),
            stretch(". Meer niet.", &[]),
        ];
        assert_eq!(found, expected);
        let joined: String = found.iter().map(|stretch| stretch.text.as_str()).collect();
        assert_eq!(joined, passage.text(text));
    }

    #[test]
    fn an_answer_without_cues_is_one_stretch() {
        let text = "Nee.\n\nDat is niet zo.";
        let found = stretches(text, &Passage::whole(Span::new(0, text.len())), &[]);
        assert_eq!(found, [Stretch { text: text.to_owned(), cues: Vec::new() }]);
        assert!(stretches(text, &Passage::default(), &[]).is_empty());
    }
}
