//! Passages: stretches of the letter without what was cut out of them.
//!
//! Chosen: `Passage` stores pieces and joins them on demand. Why: it can live in `Letter` beside the text that it points into; one piece,
//! the usual case, is borrowed all the same. Rejected: a borrowed `Passage<'t>`: ties every letter to its source.

use super::Passage;
use super::inline;
use super::line::Line;
use crate::text::Span;

/// Everything that is not read, in order and without overlaps.
#[derive(Debug, Default)]
pub(super) struct Cuts(Vec<Span>);

impl Cuts {
    /// Collects the cuts of a letter: lines that are `out`, footnote marks, markup, hyphens at line ends.
    pub fn of(text: &str, lines: &[Line], out: &[bool], marks: Vec<Span>) -> Self {
        let mut cuts = marks;
        let mut kept: Option<Span> = None;
        for (line, _) in lines.iter().zip(out).filter(|(_, out)| !**out) {
            if let Some(before) = kept {
                cuts.extend(between(text, before, line.text));
            }
            kept = Some(line.text);
            edges(text, *line, &mut cuts);
            markup(text, line.text, &mut cuts);
        }
        let mut at = 0;
        while at < lines.len() {
            let end = (at..lines.len()).find(|next| !out[*next]).unwrap_or(lines.len());
            if end > at {
                cuts.push(Span::new(lines[at].span.start, lines[end - 1].span.end));
            }
            at = end + 1;
        }
        cuts.retain(|cut| !cut.is_empty());
        cuts.sort_unstable();
        let mut merged: Vec<Span> = Vec::with_capacity(cuts.len());
        for cut in cuts {
            match merged.last_mut() {
                Some(last) if cut.start <= last.end => last.end = last.end.max(cut.end),
                _ => merged.push(cut),
            }
        }
        Self(merged)
    }

    /// What is left of `span`, without white space at its ends.
    pub fn passage(&self, text: &str, span: Span) -> Passage {
        let mut pieces = Vec::new();
        let mut at = span.start;
        let first = self.0.partition_point(|cut| cut.end <= span.start);
        for cut in self.0[first..].iter().take_while(|cut| cut.start < span.end) {
            pieces.push(Span::new(at, cut.start));
            at = cut.end;
        }
        pieces.push(Span::new(at, span.end));
        pieces.retain(|piece| !piece.is_empty());
        while let Some(piece) = pieces.first_mut() {
            let inner = piece.of(text).trim_start();
            piece.start = piece.end - inner.len();
            if !piece.is_empty() {
                break;
            }
            pieces.remove(0);
        }
        while let Some(piece) = pieces.last_mut() {
            piece.end = piece.start + piece.of(text).trim_end().len();
            if !piece.is_empty() {
                break;
            }
            pieces.pop();
        }
        Passage { pieces }
    }
}

/// What is cut between two lines that are read one after the other: a hyphen that broke a word, blank lines inside a sentence.
fn between(text: &str, before: Span, after: Span) -> Option<Span> {
    let (left, right) = (before.of(text), after.of(text));
    if !right.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()) || after.start <= before.end {
        return None;
    }
    if let Some(stem) = left.strip_suffix(['-', '\u{2010}', '\u{AD}']) {
        let hyphen = left.len() - stem.len();
        let word = &right[..right.find(|c: char| !c.is_alphanumeric()).unwrap_or(right.len())];
        let list = ["en", "of", "tot", "maar", "als", "respectievelijk", "dan", "noch", "t"].contains(&word);
        let letters = stem.len() - stem.trim_end_matches(char::is_alphabetic).len();
        if list || word.is_empty() || letters == 0 && !stem.ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let plain =
            stem.ends_with(char::is_lowercase) && right.starts_with(char::is_lowercase) && letters >= 2 && !left.ends_with('\u{AD}');
        let from = if plain || left.ends_with('\u{AD}') { before.end - hyphen } else { before.end };
        return Some(Span::new(from, after.start));
    }
    let gap = Span::new(before.end, after.start).of(text);
    let open = left.ends_with(|c: char| c.is_alphanumeric() || c == ',') && right.starts_with(char::is_lowercase);
    let lines = gap.bytes().filter(|byte| *byte == b'\n').count();
    let parts = gap.split('\n').map(str::trim).any(|row| !row.is_empty());
    (open && lines > 1 && parts).then(|| Span::new(before.end + gap.find('\n').unwrap_or(0) + 1, after.start))
}

/// Markup at the ends of a line.
fn edges(text: &str, line: Line, cuts: &mut Vec<Span>) {
    let head = Span::new(line.span.start, line.text.start);
    let inner = head.of(text);
    let blank = inner.len() - inner.trim_start().len();
    if blank < inner.len() {
        cuts.push(Span::new(head.start + blank, head.end));
    }
    let tail = Span::new(line.text.end, line.span.end);
    let marks = tail.of(text).trim_end().len();
    if marks > 0 {
        cuts.push(Span::new(tail.start, tail.start + marks));
    }
}

/// Markup inside a line: emphasis, tags, links, escapes.
fn markup(text: &str, line: Span, cuts: &mut Vec<Span>) {
    let row = line.of(text);
    let mut from = 0;
    while let Some(at) = row[from..].find(['*', '<', '\\', ']', '[', '!']).map(|at| from + at) {
        let rest = &row[at..];
        let len = match rest.as_bytes()[0] {
            b'*' => emphasis(&row[..at], rest),
            b'<' => inline::tag(rest).unwrap_or(0),
            b'\\' => usize::from(rest[1..].starts_with(|c: char| c.is_ascii_punctuation())),
            b'!' => {
                if rest.starts_with("![") {
                    link_end(rest).unwrap_or(0)
                } else {
                    0
                }
            }
            b'[' => usize::from(link_end(rest).is_some()),
            _ => target(rest),
        };
        if len > 0 {
            cuts.push(Span::new(line.start + at, line.start + at + len));
        }
        from = at + len.max(1);
        if rest.as_bytes()[0] == b'\\' {
            from += usize::from(len > 0);
        }
        if from > row.len() || !row.is_char_boundary(from) {
            break;
        }
    }
}

/// Length of a run of emphasis marks; a star between blanks is a sign of its own.
fn emphasis(before: &str, rest: &str) -> usize {
    let run = rest.len() - rest.trim_start_matches('*').len();
    let after = &rest[run..];
    let open = before.is_empty() || before.ends_with(char::is_whitespace);
    let closed = after.is_empty() || after.starts_with(char::is_whitespace);
    if open && closed || (run == 1 && before.ends_with(|c: char| c.is_ascii_digit())) { 0 } else { run }
}

/// The longest text of a link, and the longest address, in bytes: what is looked through for each bracket stays bounded.
const LINK: usize = 400;
const ADDRESS: usize = 2_000;

/// Length of `[text](target)`, when `rest` begins with one.
fn link_end(rest: &str) -> Option<usize> {
    let close = rest.bytes().take(LINK).position(|byte| byte == b']')?;
    Some(close + target(&rest[close..])).filter(|end| *end > close)
}

/// Length of `](target)`.
fn target(rest: &str) -> usize {
    let Some(after) = rest.strip_prefix("](") else { return 0 };
    let end = after.bytes().take(ADDRESS).position(|byte| matches!(byte, b')' | b' ' | b'\n'));
    end.filter(|at| after.as_bytes()[*at] == b')').map_or(0, |end| end + 3)
}

#[cfg(test)]
mod tests {
    use super::Cuts;
    use crate::letter::line;
    use crate::text::Span;

    fn joined(text: &str) -> String {
        let lines = line::lines(text, &[]);
        let out: Vec<bool> = lines.iter().map(|line| line.text.of(text).starts_with("blad")).collect();
        let cuts = Cuts::of(text, &lines, &out, Vec::new());
        cuts.passage(text, Span::new(0, text.len())).text(text).into_owned()
    }

    #[test]
    fn what_is_cut_and_what_stays() {
        let table = [
            ("een maat-\nregel volgt", "een maatregel volgt"),
            ("energie-\nen warmte", "energie-\nen warmte"),
            ("de CO2-\nheffing", "de CO2-heffing"),
            ("de PFAS-\nmetingen", "de PFAS-metingen"),
            ("GroenLinks-\nPvdA", "GroenLinks-\nPvdA"),
            ("een over-\n\nblad 2\n\neengekomen", "een overeengekomen"),
            ("de wijk\n\nblad 2\n\nis groot", "de wijk\nis groot"),
            ("Ja.\n\nblad 2\n\nNee.", "Ja.\n\nNee."),
            ("Dit is **vet** en *schuin*.", "Dit is vet en schuin."),
            ("Het [dashboard](#) van 3 * 4", "Het dashboard van 3 * 4"),
            ("Punt 1\\. en <br>meer", "Punt 1. en meer"),
            ("**Antwoord:** ja", "Antwoord: ja"),
        ];
        let wrong: Vec<_> = table.iter().map(|(text, wanted)| (joined(text), wanted)).filter(|(found, wanted)| found != *wanted).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
