//! The lines of a letter: what stands on them without residue of markup, and how they look.
//!
//! A line of the file may hold several lines of the letter: a theme glued to a marker, or a whole letter.

use super::inline;
use crate::source::{Mark, MarkKind};
use crate::text::Span;

/// How much larger type must be than most of the text to set a line apart, in per cent.
const LARGE: u16 = 112;

/// The most lines over which emphasis runs.
const LONGEST: usize = 10;

/// A line that is not blank. Lines tile the text: blank lines belong to the line before them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Line {
    /// From its first byte to that of the next line.
    pub span: Span,
    /// Its text without white space and markup at both ends.
    pub text: Span,
    /// How it looks.
    pub look: Look,
    /// A blank line stands before it (or nothing).
    pub gap: bool,
    /// It begins in the middle of a line of the file.
    pub glued: bool,
}

/// How a line looks, by its markup or by the marks of its format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "how a line looks are independent facts")]
pub(super) struct Look {
    /// Bold throughout.
    pub bold: bool,
    /// Italic throughout.
    pub italic: bool,
    /// The level of a heading, from 1; 0 for other lines.
    pub level: u8,
    /// Set in larger type than most of the text.
    pub large: bool,
    /// Quoted, as in a mail.
    pub quoted: bool,
}

impl Look {
    /// Anything that sets the line apart from plain text.
    pub fn styled(self) -> bool {
        self.bold || self.italic || self.large || self.level > 0
    }
}

/// All lines of a text with the marks of its format.
pub(super) fn lines(text: &str, marks: &[Mark]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut gap = true;
    let mut at = 0;
    let flow = inline::flow(text);
    for row in text.split_inclusive('\n') {
        let mut start = 0;
        for end in inline::breaks(row, at, &flow).into_iter().chain([row.len()]) {
            let span = Span::new(at + start, at + end);
            let (core, look) = core(text, span);
            if core.is_empty() && (start > 0 || span.of(text).trim_matches(|c: char| c.is_whitespace() || c == '>').is_empty()) {
                gap |= start == 0;
                match lines.last_mut() {
                    Some(line) => line.span.end = span.end,
                    None => gap = true,
                }
            } else {
                let from = if lines.is_empty() { 0 } else { span.start };
                lines.push(Line { span: Span::new(from, span.end), text: core, look, gap, glued: start > 0 });
                gap = false;
            }
            start = end;
        }
        at += row.len();
    }
    runs(text, &mut lines);
    looks(&mut lines, marks);
    lines
}

/// The text of a line without white space and markup at its ends, and how that makes it look.
pub(super) fn core(text: &str, span: Span) -> (Span, Look) {
    let mut look = Look::default();
    let row = span.of(text);
    let mut rest = row;
    loop {
        let before = rest.len();
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}' || c == '\u{200B}');
        if let Some(after) = rest.strip_prefix('>') {
            (rest, look.quoted) = (after, true);
        }
        if rest.starts_with('#') && rest.trim_start_matches('#').starts_with(' ') {
            let inner = rest.trim_start_matches('#');
            look.level = u8::try_from(rest.len() - inner.len()).unwrap_or(u8::MAX);
            rest = inner;
        }
        rest = &rest[inline::tag(rest).unwrap_or(0)..];
        if rest.len() == before {
            break;
        }
    }
    let opening = stars(rest);
    rest = &rest[opening..];
    let start = span.start + (row.len() - rest.len());
    let mut inner = trim_end(rest);
    let closing = inner.len() - inner.trim_end_matches(['*', '_']).len();
    if closing > 0 && (opening > 0 || !inner.ends_with('_')) {
        inner = trim_end(inner.trim_end_matches(['*', '_']));
    }
    let whole = opening.min(closing);
    look.bold = whole >= 2;
    look.italic = whole == 1 || whole >= 3;
    (Span::new(start, start + inner.len()), look)
}

/// Length of the emphasis marks at the beginning; a bullet is none.
fn stars(text: &str) -> usize {
    let run = text.len() - text.trim_start_matches('*').len();
    if run > 0 {
        return if text[run..].starts_with(char::is_whitespace) { 0 } else { run };
    }
    usize::from(text.starts_with('_') && text[1..].starts_with(char::is_alphanumeric) && text.trim_end().ends_with('_'))
}

fn trim_end(text: &str) -> &str {
    let mut rest = text.trim_end();
    while let Some(open) = rest.strip_suffix('>').and_then(|_| rest.rfind('<'))
        && inline::tag(&rest[open..]) == Some(rest.len() - open)
    {
        rest = rest[..open].trim_end();
    }
    rest
}

/// Emphasis that opens on one line and closes on a later one of the same paragraph.
fn runs(text: &str, lines: &mut [Line]) {
    let mut at = 0;
    while at < lines.len() {
        let head = Span::new(lines[at].span.start, lines[at].text.start).of(text);
        let open = head.len() - head.trim_end_matches('*').len();
        let closes = |line: &Line| Span::new(line.text.end, line.span.end).of(text).starts_with('*');
        let starred = |line: &Line| line.text.of(text).contains('*');
        if open == 0 || open > 3 || closes(&lines[at]) || starred(&lines[at]) {
            at += 1;
            continue;
        }
        let inside = |next: &usize| !lines[*next].gap && !starred(&lines[*next]);
        let end = (at + 1..lines.len().min(at + LONGEST)).take_while(inside).find(|next| closes(&lines[*next]));
        if let Some(end) = end {
            for line in &mut lines[at..=end] {
                line.look.bold |= open >= 2;
                line.look.italic |= open != 2;
            }
        }
        at = end.unwrap_or(at) + 1;
    }
}

/// Looks that the format itself tells.
fn looks(lines: &mut [Line], marks: &[Mark]) {
    if marks.is_empty() {
        return;
    }
    let mut covered = vec![([0usize; 5], 0u8); lines.len()];
    for mark in marks {
        let (kind, level) = match mark.kind {
            MarkKind::Bold => (0, 0),
            MarkKind::Italic => (1, 0),
            MarkKind::Heading(level) => (2, level.max(1)),
            MarkKind::Size(percent) if percent >= LARGE => (3, 0),
            MarkKind::Quoted => (4, 0),
            _ => continue,
        };
        let first = lines.partition_point(|line| line.text.end <= mark.span.start);
        for (line, (bytes, heading)) in
            lines[first..].iter().zip(&mut covered[first..]).take_while(|(line, _)| line.text.start < mark.span.end)
        {
            bytes[kind] += line.text.end.min(mark.span.end).saturating_sub(line.text.start.max(mark.span.start));
            *heading = level.max(*heading);
        }
    }
    for (line, ([bold, italic, heading, large, quoted], level)) in lines.iter_mut().zip(covered) {
        let most = line.text.len() * 9 / 10;
        line.look.bold |= bold > 0 && bold >= most;
        line.look.italic |= italic > 0 && italic >= most;
        line.look.large |= large > 0 && large >= most;
        line.look.quoted |= quoted > 0 && quoted >= most;
        if heading > 0 && heading >= most {
            line.look.level = level;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Look, lines};

    fn read(text: &str) -> Vec<(String, Look)> {
        let found: Vec<Line> = lines(text, &[]);
        assert_eq!(found.iter().map(|line| line.span.len()).sum::<usize>(), text.len());
        found.iter().map(|line| (line.text.of(text).to_owned(), line.look)).collect()
    }

    #[test]
    fn markup_is_taken_off() {
        let table = [
            ("## **Wonen**\n", "Wonen", Look { bold: true, level: 2, ..Look::default() }),
            ("*Hoeveel?*", "Hoeveel?", Look { italic: true, ..Look::default() }),
            ("> 1. Hoeveel?", "1. Hoeveel?", Look { quoted: true, ..Look::default() }),
            ("<span id=\"p\"></span># Zorg", "Zorg", Look { level: 1, ..Look::default() }),
            ("* een punt", "* een punt", Look::default()),
            ("**Antwoord 1:** Ja.", "Antwoord 1:** Ja.", Look::default()),
        ];
        let wrong: Vec<_> =
            table.iter().filter(|(text, core, look)| read(text) != [((*core).to_owned(), *look)]).map(|(text, ..)| read(text)).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn glued_lines_are_parted() {
        let table: &[(&str, &[&str])] = &[
            ("Zorg**Vraag 6**", &["Zorg", "Vraag 6"]),
            ("*Zorg en welzijn***Vraag 6.**", &["Zorg en welzijn", "Vraag 6."]),
            ("**Zorg***6. Hoeveel?*", &["Zorg", "6. Hoeveel?"]),
            ("ZorgVraag 6", &["Zorg", "Vraag 6"]),
            ("Aanhangsel 2Antwoord 3", &["Aanhangsel 2", "Antwoord 3"]),
            ("Zie het antwoord op vraag 6", &["Zie het antwoord op vraag 6"]),
        ];
        let wrong: Vec<_> = table
            .iter()
            .map(|(text, wanted)| (read(text).into_iter().map(|(core, _)| core).collect::<Vec<_>>(), wanted))
            .filter(|(found, wanted)| found != *wanted)
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
