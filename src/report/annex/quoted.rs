//! An answer as an annex quotes it: whole when it is short, else its begin and the sentences that its code rests on.

use std::ops::Range;

use super::draft::Run;
use crate::codebook::Facet;
use crate::coding::{Class, Coding};
use crate::report::Language;
use crate::report::findings::quotation::Quotation;
use crate::text::{Reading, Sentence};

/// An answer of up to so many words is quoted whole.
pub(super) const WHOLE: usize = 120;

/// Of a longer answer without pointers, or one that gives what was asked, at least so many words are quoted from its begin.
const BEGIN: usize = 60;

/// Up to so many words between two quoted stretches, or after the last, are quoted too: they take hardly more room than the sign of a
/// cut.
const BETWEEN: usize = 12;

/// Stands where words were left out.
pub(super) const CUT: &str = "[...]";

/// The paragraphs of a quoted answer, and whether something was left out of it.
pub(super) fn answer(quotation: &Quotation) -> (Vec<Vec<Run>>, bool) {
    let text: String = quotation.answer.iter().map(|stretch| stretch.text.as_str()).collect();
    let mut at = 0;
    let mut marked = Vec::new();
    for stretch in &quotation.answer {
        let end = at + stretch.text.len();
        if stretch.cues.iter().filter_map(|place| quotation.cues.get(*place)).any(|cue| is_decisive(cue.facet, &quotation.coding)) {
            marked.push(at..end);
        }
        at = end;
    }
    let reading = Reading::of(&text);
    let sentences = reading.sentences();
    let Some(last) = sentences.last() else { return (vec![flowing(&text)], false) };
    let kept = kept(sentences, &marked, quotation.coding.class == Class::Substantive);
    let mut page = Page::default();
    for (place, range) in kept.iter().enumerate() {
        if place > 0 {
            page.cut();
        }
        page.quote(&text, range.clone(), &marked);
    }
    let ends = kept.last().is_some_and(|range| range.end >= last.span.end);
    if !ends {
        page.cut();
    }
    (page.into_paragraphs(), kept.len() > 1 || !ends)
}

/// Text of a letter on one line, or on several where it has a list.
pub(super) fn flowing(text: &str) -> Vec<Run> {
    let mut page = Page::default();
    page.quote(text, 0..text.len(), &[]);
    page.into_paragraphs().join(&Run::plain("\n").within(Language::Dutch))
}

/// Whether a code of the answer rests on cues of this facet.
const fn is_decisive(facet: Facet, coding: &Coding) -> bool {
    match facet {
        Facet::Deferral | Facet::Delivery | Facet::Forthcoming | Facet::Condition => coding.deferral.is_some(),
        Facet::External | Facet::Cited => coding.external.is_some(),
        Facet::Internal => true,
        Facet::NoInformation => coding.no_information,
        Facet::Refusal => coding.refusal,
        _ => false,
    }
}

/// The stretches to quote, in order.
fn kept(sentences: &[Sentence], marked: &[Range<usize>], substantive: bool) -> Vec<Range<usize>> {
    let words: Vec<usize> = sentences.iter().map(|sentence| sentence.words.len()).collect();
    let whole = words.iter().sum::<usize>() <= WHOLE;
    let touches = |sentence: &Sentence| marked.iter().any(|mark| mark.start < sentence.span.end && sentence.span.start < mark.end);
    let mut keep: Vec<bool> = sentences.iter().map(|sentence| whole || touches(sentence)).collect();
    let begin = if substantive || !keep.contains(&true) { BEGIN } else { 1 };
    let mut said = 0;
    for (keep, words) in keep.iter_mut().zip(&words) {
        *keep |= said < begin;
        said += words;
    }
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut gap = 0;
    for ((sentence, keep), words) in sentences.iter().zip(keep).zip(words) {
        if !keep {
            gap += words;
            continue;
        }
        match ranges.last_mut().filter(|_| gap <= BETWEEN) {
            Some(range) => range.end = sentence.span.end,
            None => ranges.push(sentence.span.start..sentence.span.end),
        }
        gap = 0;
    }
    if let (Some(range), Some(last)) = (ranges.last_mut().filter(|_| gap <= BETWEEN), sentences.last()) {
        range.end = last.span.end;
    }
    ranges
}

/// Paragraphs while they are filled.
#[derive(Default)]
struct Page {
    paragraphs: Vec<Vec<Run>>,
    line: Vec<Run>,
}

impl Page {
    /// Adds words of a text; the line ends of its layout become blanks, those of its lists and paragraphs stay.
    fn quote(&mut self, text: &str, range: Range<usize>, marked: &[Range<usize>]) {
        let Some(words) = text.get(range.clone()) else { return };
        let widest = text.lines().map(|line| line.chars().count()).max().unwrap_or_default();
        let lines: Vec<&str> = words.split('\n').collect();
        let mut at = range.start;
        for (place, line) in lines.iter().enumerate() {
            let trimmed = line.trim();
            let start = at + (line.len() - line.trim_start().len());
            self.words(trimmed, start, marked);
            at += line.len() + 1;
            let Some(next) = lines.get(place + 1).map(|next| next.trim()) else { break };
            if trimmed.is_empty() {
                continue;
            }
            if next.is_empty() {
                self.end_paragraph();
            } else if ends(trimmed, next, widest) {
                self.push(Run::plain("\n"), false);
            } else {
                self.push(Run::plain(" "), false);
            }
        }
    }

    /// Adds words that begin at a place of the text, cut where marks begin and end.
    fn words(&mut self, words: &str, start: usize, marked: &[Range<usize>]) {
        let end = start + words.len();
        let edges = marked.iter().flat_map(|mark| [mark.start, mark.end]).filter(|edge| start < *edge && *edge < end);
        let mut from = start;
        for to in edges.chain([end]) {
            let part = words.get(from - start..to.max(from) - start).unwrap_or_default();
            let is_marked = marked.iter().any(|mark| mark.start <= from && to <= mark.end);
            self.push(Run::plain(part), is_marked);
            from = to.max(from);
        }
    }

    fn push(&mut self, run: Run, marked: bool) {
        let blank = run.text.trim().is_empty();
        match self.line.last_mut() {
            _ if run.text.is_empty() => {}
            // A blank between two marked words is marked as well: the line below them goes on.
            Some(last) if last.marked == marked || blank && last.marked && !run.text.contains('\n') => last.text += &run.text,
            _ => self.line.push(Run { marked, ..run.within(Language::Dutch) }),
        }
    }

    fn cut(&mut self) {
        let blank = if self.line.is_empty() { "" } else { " " };
        self.push(Run::plain(format!("{blank}{CUT} ")), false);
    }

    fn end_paragraph(&mut self) {
        if let Some(last) = self.line.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        if !self.line.is_empty() {
            self.paragraphs.push(std::mem::take(&mut self.line));
        }
    }

    fn into_paragraphs(mut self) -> Vec<Vec<Run>> {
        self.end_paragraph();
        self.paragraphs
    }
}

/// Whether the line is ended by what is said, not by the width of the paper.
fn ends(line: &str, next: &str, widest: usize) -> bool {
    let closes = line.ends_with(['.', '?', '!', ':', ';']);
    let short = line.chars().count() * 4 < widest * 3 || widest > PAPER;
    begins_item(next) || closes && short || line.contains('\t') || next.contains('\t')
}

/// No line of a page is so long: the text has a line for each paragraph.
const PAPER: usize = 130;

/// Whether a line is an item of a list: "- ", "• ", "3. ", "a) ".
fn begins_item(line: &str) -> bool {
    let Some((mark, _)) = line.split_once([' ', '\t']) else { return false };
    let label = mark.trim_start_matches('(').trim_end_matches(['.', ')']);
    let numbered = mark.len() > label.len() && (1..=3).contains(&label.chars().count()) && label.chars().all(char::is_alphanumeric);
    matches!(mark, "-" | "–" | "•" | "*" | "◦" | "▪" | "\u{F0B7}")
        || numbered && (label.chars().all(|c| c.is_ascii_digit()) || label.len() == 1)
}

#[cfg(test)]
mod tests {
    use super::{flowing, kept};
    use crate::text::Reading;

    /// Runs as text, with `/` for the end of a line.
    fn shown(text: &str) -> String {
        flowing(text).iter().map(|run| run.text.as_str()).collect::<String>().replace('\n', "/")
    }

    #[test]
    fn lines_of_the_paper_are_joined_and_lists_are_not() {
        let table = [
            ("De bomen staan in\nde wijk Noord.", "De bomen staan in de wijk Noord."),
            ("Het gaat om:\n- linden\n- eiken", "Het gaat om:/- linden/- eiken"),
            ("Eerst dit\nen:\na) een\nb) twee", "Eerst dit en:/a) een/b) twee"),
            ("Een alinea.\n\nNog een.", "Een alinea./Nog een."),
            (
                "Ja.\nDe bomen staan langs de weg naar het\nstation van de stad.",
                "Ja./De bomen staan langs de weg naar het station van de stad.",
            ),
            ("  Met wit. \n  Eromheen.  ", "Met wit./Eromheen."),
            ("jaar\t2024\njaar\t2025", "jaar\t2024/jaar\t2025"),
            ("\n\n", ""),
        ];
        let wrong: Vec<_> = table.iter().map(|(text, flows)| (shown(text), *flows)).filter(|(got, flows)| got != flows).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn a_long_answer_keeps_its_begin_and_its_marks() {
        let sentence = |n: usize| format!("Zin {n} telt hier precies tien woorden om mee te rekenen. ");
        let text: String = (1..=20).map(sentence).collect();
        let reading = Reading::of(&text);
        let numbers = |marks: &[&str], substantive| {
            let marked: Vec<_> = marks.iter().filter_map(|words| text.find(words).map(|start| start..start + words.len())).collect();
            let ranges = kept(reading.sentences(), &marked, substantive);
            ranges.iter().map(|range| text[range.clone()].matches("Zin").count()).collect::<Vec<_>>()
        };
        assert_eq!(numbers(&[], false), [6], "nothing to point at: the begin");
        assert_eq!(numbers(&["Zin 10 "], true), [6, 1], "the begin and the sentence with the mark");
        assert_eq!(numbers(&["Zin 10 "], false), [1, 1], "a pointer: one sentence is begin enough");
        assert_eq!(numbers(&["Zin 3 "], false), [3], "a sentence between two that are kept");
        assert_eq!(numbers(&["Zin 19 "], false), [1, 2], "a short rest");
        let short = Reading::of(&text[..200]);
        assert_eq!(kept(short.sentences(), &[], false).len(), 1, "a short answer is whole");
    }
}
