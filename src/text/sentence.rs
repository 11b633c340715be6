//! Sentences and list items of Dutch official prose.
//!
//! A boundary is decided at the gap between two words, from the punctuation in it, the word before and the
//! word after; a list item and a paragraph are sentences of their own.
//!
//! Chosen: sentences are split by ourselves, at gaps between words. Why: every case of Dutch abbreviations is one rule on the two words
//! around the gap. Rejected: UAX 29 sentences merged again afterwards: right on 6 of 14 tried cases, and two passes.

use std::ops::Range;

use super::span::Span;
use super::word::Word;

/// A sentence or a list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the text, closing punctuation included.
    pub span: Span,
    /// Its words, as indices in the reading.
    pub words: Range<usize>,
    /// What stands between its words, taken together: bits of the constants of [`Word`].
    pub marks: u8,
}

/// Abbreviations after which a sentence never ends.
const NEVER_FINAL: &[&str] = &[
    "art", "bijv", "bv", "blz", "burg", "ca", "circa", "dhr", "dr", "drs", "excl", "fam", "fig", "gem", "incl", "ing", "ir", "lid", "mevr",
    "mr", "mw", "nr", "nrs", "pag", "par", "prof", "resp", "st", "tel", "vgl", "vs", "wnd", "zgn", "jan", "feb", "mrt", "apr", "aug",
    "sept", "okt", "nov", "dec", "t.a.v", "t.b.v", "t.o.v", "m.b.t", "i.v.m", "i.h.k.v", "d.d", "o.b.v", "o.v.v", "a.d.h.v", "d.m.v",
    "n.a.v", "w.o", "m.i.v", "a.h.v", "t.g.v", "i.p.v", "i.s.m", "i.c.m", "i.o.m", "m.u.v", "v.w.b", "d.w.z",
];

/// Bytes of the longest of these: most words at the end of a sentence are longer.
const LONGEST_ABBREVIATION: usize = {
    let (mut longest, mut at) = (0, 0);
    while at < NEVER_FINAL.len() {
        longest = if NEVER_FINAL[at].len() > longest { NEVER_FINAL[at].len() } else { longest };
        at += 1;
    }
    longest
};

/// A sentence that has this many words ends at the next comma or line, one of twice as many at once: text without stops, such as a
/// table on one line, must not make the work of a sentence grow without bound.
const LONGEST: usize = 200;

/// Fills in the sentence of each word and lists the sentences.
pub(super) fn mark(text: &str, words: &mut [Word], folded: &str, sentences: &mut Vec<Sentence>) {
    let mut first = 0;
    let mut start = 0;
    for index in 1..=words.len() {
        let next = words.get(index);
        if next.is_some_and(|next| next.goes_on) && index - first < 2 * LONGEST {
            continue;
        }
        let boundary = match next {
            None => Some(text.trim_end().len().max(words[index - 1].span.end)),
            Some(next) => {
                let last = &words[index - 1];
                boundary(text, last, last.fold(folded), next).or_else(|| {
                    let pauses = || text[last.span.end..next.span.start].contains([',', ';', '\n']);
                    (index - first >= 2 * LONGEST || index - first >= LONGEST && pauses()).then_some(last.span.end)
                })
            }
        };
        if let Some(end) = boundary {
            let number = sentences.len() as u32;
            words[first..index].iter_mut().for_each(|word| word.sentence = number);
            let marks = words[first + 1..index].iter().fold(0, |marks, word| marks | word.before);
            sentences.push(Sentence { span: Span::new(start, end).trimmed(text), words: first..index, marks });
            (first, start) = (index, end);
        }
    }
}

/// Where the sentence of `word` ends when `next` begins another one.
fn boundary(text: &str, word: &Word, folded: &str, next: &Word) -> Option<usize> {
    let gap = &text[word.span.end..next.span.start];
    let lower = text[next.span.start..].starts_with(char::is_lowercase);
    if let Some(end) = line_end(text, gap, word, next, lower) {
        return Some(end);
    }
    let stop = gap.find(['.', '?', '!', '…'])?;
    let mark = &gap[stop..];
    let after = mark.trim_start_matches(['.', '?', '!', '…', '"', '\'', '”', '’', '»', ')', ']']);
    let closed = word.span.end + stop + (mark.len() - after.len());
    let glued_stop = after.is_empty() && mark == ".";
    if lower || (!after.starts_with(char::is_whitespace) && !glued_stop) {
        return None;
    }
    let abbreviated = is_abbreviation(folded) && !is_you(text, word);
    if mark.starts_with('.') && (abbreviated || is_initials(word.span.of(text)) || is_list_marker(text, word)) {
        return None;
    }
    Some(closed)
}

/// A paragraph or a list item begins at `next`.
fn line_end(text: &str, gap: &str, word: &Word, next: &Word, lower: bool) -> Option<usize> {
    let line = gap.find('\n')?;
    let rest = &gap[gap.rfind('\n')? + 1..];
    let bullet = rest.trim_start().starts_with(['-', '•', '*', '–', '·', '▪', '○', '➢', '\u{F0B7}']);
    let blank = gap.bytes().filter(|byte| *byte == b'\n').count() > 1;
    let stopped = gap.contains(['.', '?', '!', ':', ';']);
    let item = is_list_marker(text, next) && (stopped || blank);
    (bullet || item || (blank && (!lower || stopped))).then_some(word.span.end + line)
}

fn is_abbreviation(folded: &str) -> bool {
    let letter = || folded.len() == 1 && folded.bytes().all(|byte| byte.is_ascii_alphabetic());
    folded.len() <= LONGEST_ABBREVIATION && NEVER_FINAL.contains(&folded) || letter()
}

/// "Dat sturen wij u." ends; "om 20.00 u." need not.
fn is_you(text: &str, word: &Word) -> bool {
    word.span.of(text) == "u" && !text[..word.span.start].trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// `A.B` as in "A.B. Jansen".
fn is_initials(word: &str) -> bool {
    word.len() > 1 && word.split('.').all(|part| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// `1.`, `12)`, `a.`, `b)` at the beginning of a line.
fn is_list_marker(text: &str, word: &Word) -> bool {
    let name = word.span.of(text);
    let short = name.len() <= 2 && name.bytes().all(|byte| byte.is_ascii_digit()) || name.len() == 1 && name.is_ascii();
    let begins = || text[..word.span.start].chars().rev().take_while(|c| *c != '\n').all(|c| c.is_whitespace() || "(-•*".contains(c));
    short && text[word.span.end..].starts_with(['.', ')']) && begins()
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    fn sentences(text: &str) -> Vec<&str> {
        Reading::of(text).sentences().iter().map(|sentence| sentence.span.of(text)).collect()
    }

    #[test]
    fn the_pronoun_ends_a_sentence_and_the_hour_does_not() {
        assert_eq!(sentences("In mei vertellen wij het u. De raad beslist.").len(), 2);
        assert_eq!(sentences("Om 20.00 u. Aanvang in de hal.").len(), 1);
    }

    #[test]
    fn a_text_without_stops_is_cut() {
        let lengths = |text: &str| Reading::of(text).sentences().iter().map(|sentence| sentence.words.len()).collect::<Vec<_>>();
        assert_eq!(lengths(&"woord ".repeat(900)), [400, 400, 100]);
        assert_eq!(lengths(&format!("{}, {}", "een ".repeat(250).trim_end(), "twee ".repeat(9))), [250, 9]);
        assert_eq!(lengths(&"woord, ".repeat(199)), [199]);
    }

    #[test]
    fn dutch_sentences() {
        let table: &[(&str, &[&str])] = &[
            ("Ja. Dat klopt.", &["Ja.", "Dat klopt."]),
            ("Zie de brief van 4 nov. jl. over afval. Nee.", &["Zie de brief van 4 nov. jl. over afval.", "Nee."]),
            ("Dit is per 1 jan. 2024 gewijzigd.", &["Dit is per 1 jan. 2024 gewijzigd."]),
            ("Mevr. A.B. Jansen zei: ‘Nee.’ Daarna niets.", &["Mevr. A.B. Jansen zei: ‘Nee.’", "Daarna niets."]),
            ("Kosten: € 1.000.000. Meer niet!", &["Kosten: € 1.000.000.", "Meer niet!"]),
            ("Zie www.x.nl. Daar staat het.", &["Zie www.x.nl.", "Daar staat het."]),
            ("1. De wijk.\n2. Het dorp.", &["1. De wijk.", "2. Het dorp."]),
            ("Het gaat om:\n- een park;\n- een plein", &["Het gaat om:", "- een park;", "- een plein"]),
            ("De kosten\nzijn hoog", &["De kosten\nzijn hoog"]),
            ("Eerste alinea\n\nTweede alinea", &["Eerste alinea", "Tweede alinea"]),
            ("Een zin die\n\ndoorloopt na de bladzijde.", &["Een zin die\n\ndoorloopt na de bladzijde."]),
            ("In 2024. Daarna niet.", &["In 2024.", "Daarna niet."]),
            ("Op 10 maart jl. Daarna volgde art. 34 enz. en meer.", &["Op 10 maart jl.", "Daarna volgde art. 34 enz. en meer."]),
        ];
        let wrong: Vec<_> = table.iter().filter(|(text, expected)| sentences(text) != *expected).map(|(text, _)| sentences(text)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn every_word_has_its_sentence() {
        let text = "Ja. Dat\n\n- klopt; maar: 'nee'?";
        let reading = Reading::of(text);
        for (number, sentence) in reading.sentences().iter().enumerate() {
            for word in &reading.words()[sentence.words.clone()] {
                assert_eq!(word.sentence as usize, number);
                assert!(sentence.span.contains(word.span));
            }
        }
    }
}
