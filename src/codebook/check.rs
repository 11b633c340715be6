//! Whether the rules do what their examples say.

use super::{Codebook, Cued, Memory};
use crate::error::Error;
use crate::text::{Reading, Span};

/// Pattern words that a counterexample must have when no pattern fits it.
const SHARED: usize = 2;

/// Buffers for reading one example after the other.
#[derive(Default)]
struct Reader {
    reading: Reading,
    memory: Memory,
    cued: Cued,
}

impl Codebook {
    /// Runs every example and counterexample: an error for each that does not do what it should.
    ///
    /// An example must be found in exactly the marked words. A counterexample must not be found, and must say
    /// something: without the `unless` it would be found, or it has two words of one of the patterns (of
    /// rules whose patterns are single words no such thing is asked).
    pub fn check(&self) -> Vec<Error> {
        let mut reader = Reader::default();
        let mut errors = Vec::new();
        for (number, (rule, place)) in (0..).zip(self.rules.iter().zip(&self.places)) {
            let kinds = [("example", &rule.examples, &place.examples), ("counterexample", &rule.counterexamples, &place.counterexamples)];
            for (kind, texts, lines) in kinds {
                for (index, text) in texts.iter().enumerate() {
                    let fault = match kind {
                        "example" => self.example(number, text, &mut reader),
                        _ => self.counterexample(number, text, &mut reader),
                    };
                    if let Err((what, remedy)) = fault {
                        let line = lines.get(index).copied().unwrap_or(1);
                        errors.push(Error::at(&place.file, line, format!("rule `{}`, {kind}s, {}: {what}", rule.id, index + 1), remedy));
                    }
                }
            }
        }
        errors
    }

    fn example(&self, rule: u32, text: &str, reader: &mut Reader) -> Result<(), (String, &'static str)> {
        let Some((text, marked)) = unmark(text) else {
            return Err(("the marks « » do not pair".into(), "put « before and » after the words that the rule finds"));
        };
        if marked.is_empty() {
            return Err(("no words are marked".into(), "put « » around exactly the words that the rule finds"));
        }
        let found = self.found(rule, &text, reader, true);
        if found == marked {
            return Ok(());
        }
        let (found, marked) = (quotes(&text, &found), quotes(&text, &marked));
        Err((format!("the rule finds {found}, the marks say {marked}"), "move the marks, or change the patterns or the `unless`"))
    }

    fn counterexample(&self, rule: u32, text: &str, reader: &mut Reader) -> Result<(), (String, &'static str)> {
        if text.contains(['«', '»']) {
            return Err(("a counterexample has marks".into(), "leave « » out"));
        }
        let found = self.found(rule, text, reader, true);
        if !found.is_empty() {
            return Err((format!("the rule finds {}", quotes(text, &found)), "change the patterns, or add an `unless`"));
        }
        if !self.found(rule, text, reader, false).is_empty() || self.index.shares(&self.vocabulary, rule, &reader.cued.symbols, SHARED) {
            return Ok(());
        }
        Err((
            "it has nothing to do with the patterns".into(),
            "choose a sentence that an `unless` saves, or one with at least two words of one pattern",
        ))
    }

    /// Where the rule finds something in `text`.
    fn found(&self, rule: u32, text: &str, reader: &mut Reader, unless: bool) -> Vec<Span> {
        reader.reading.read(text);
        self.scan(&self.index, &reader.reading, &mut reader.memory, &|_, _| 0, &mut reader.cued, unless);
        let cues = reader.cued.cues.iter().filter(|cue| cue.rule == rule);
        cues.map(|cue| reader.reading.span(&cue.range())).collect()
    }
}

/// The text without its marks and what they marked; nothing when they do not pair.
fn unmark(text: &str) -> Option<(String, Vec<Span>)> {
    let (mut plain, mut marked, mut open) = (String::with_capacity(text.len()), Vec::new(), None);
    for c in text.chars() {
        match (c, open) {
            ('«', None) => open = Some(plain.len()),
            ('»', Some(start)) => {
                marked.push(Span::new(start, plain.len()));
                open = None;
            }
            ('«' | '»', _) => return None,
            _ => plain.push(c),
        }
    }
    open.is_none().then_some((plain, marked))
}

fn quotes(text: &str, spans: &[Span]) -> String {
    if spans.is_empty() {
        return "nothing".into();
    }
    spans.iter().map(|span| format!("«{}»", span.of(text))).collect::<Vec<_>>().join(", ")
}
