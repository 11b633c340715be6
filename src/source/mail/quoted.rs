//! The mail that another answers: where it stands in the text.

use crate::text::Span;

/// Begins of lines after which all is another mail.
const SEPARATORS: &[&str] = &[
    "oorspronkelijk bericht",
    "oorspronkelijke bericht",
    "original message",
    "doorgestuurd bericht",
    "forwarded message",
    "begin doorgestuurd bericht",
    "begin forwarded message",
    "oorspronkelijke afspraak",
];

/// Names of the first line of a head that is printed in the text, and of those of which one follows.
const SENDER: &[&str] = &["van:", "from:", "afzender:"];
const FOLLOWING: &[&str] = &["verzonden:", "datum:", "sent:", "date:"];

/// So many lines after the sender the day may follow.
const HEAD: usize = 4;

/// The most bytes of the line that says who wrote what is quoted.
const LONGEST: usize = 300;

/// A line of the text.
#[derive(Clone, Copy, Debug)]
struct Line<'t> {
    span: Span,
    text: &'t str,
}

/// What is quoted in the text of a mail, in order. In HTML (`whole` is false) signs and sentences before quotations are not looked for: elements tell.
///
/// A mail in which nothing stands before another only sends it on: that is then its text.
pub(super) fn quoted(text: &str, whole: bool) -> Vec<Span> {
    let lines = lines(text);
    let mut found: Vec<Span> = Vec::new();
    let mut said = false;
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let rest = &lines[at..];
        if said && begins_mail(rest) {
            found.push(Span::new(line.span.start, text.len()));
            break;
        }
        let signed = if whole { signed(rest) } else { 0 };
        let introduced = if whole { introduction(rest) } else { 0 };
        if signed > 0 {
            found.push(line.span.to(rest[signed - 1].span));
        } else if introduced > 0 && said && rest.get(introduced..).is_some_and(|rest| signed_after(rest) == 0) {
            found.push(Span::new(line.span.start, text.len()));
            break;
        } else if introduced > 0 {
            found.push(line.span.to(rest[introduced - 1].span));
        } else if !begins_mail(rest) && !is_head(line.text) {
            said |= !line.text.is_empty();
        }
        at += signed.max(introduced).max(1);
    }
    found
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut at = 0;
    let line = |row: &'_ str| {
        let span = Span::new(at, at + row.len());
        at += row.len();
        span
    };
    let spans: Vec<Span> = text.split_inclusive('\n').map(line).collect();
    spans.into_iter().map(|span| Line { span, text: span.of(text).trim().trim_matches('*') }).collect()
}

/// How many lines begin with the sign of a quotation, with blank ones between them.
fn signed(lines: &[Line]) -> usize {
    let run = lines.iter().take_while(|line| line.text.is_empty() || line.text.starts_with('>')).count();
    let last = lines.iter().take(run).rposition(|line| line.text.starts_with('>'));
    if lines.first().is_some_and(|line| line.text.starts_with('>')) { last.map_or(0, |last| last + 1) } else { 0 }
}

/// As [`signed`], after blank lines.
fn signed_after(lines: &[Line]) -> usize {
    let blank = lines.iter().take_while(|line| line.text.is_empty()).count();
    signed(lines.get(blank..).unwrap_or_default())
}

/// Whether a separator stands here, or the head of another mail, maybe under a rule.
fn begins_mail(lines: &[Line]) -> bool {
    let Some(first) = lines.first() else { return false };
    let words = first.text.trim_matches(|c: char| matches!(c, '-' | '_' | ' ' | ':')).to_lowercase();
    let ruled = first.text.starts_with("--") || first.text.ends_with(':');
    if ruled && SEPARATORS.iter().any(|separator| words == *separator) {
        return true;
    }
    let rule = first.text.len() > 9 && first.text.bytes().all(|byte| byte == b'_');
    let head = if rule { lines.get(1..).unwrap_or_default() } else { lines };
    let mut head = head.iter().skip_while(|line| rule && line.text.is_empty()).map(|line| line.text.to_lowercase());
    let is_one = |line: &str, names: &[&str]| names.iter().any(|name| line.replace('*', "").starts_with(name));
    head.next().is_some_and(|line| is_one(&line, SENDER)) && head.take(HEAD).any(|line| is_one(&line, FOLLOWING))
}

/// Whether a line is one of the head of a mail that is sent on.
fn is_head(text: &str) -> bool {
    let text = text.replace('*', "").to_lowercase();
    let names = ["aan:", "to:", "cc:", "onderwerp:", "subject:", "bijlage:", "bijlagen:", "attachments:", "beantwoorden - aan:"];
    SENDER.iter().chain(FOLLOWING).chain(&names).any(|name| text.starts_with(name))
}

/// How many lines say who wrote what follows: `Op 3 maart 2025 om 10:12 schreef A. Zee <a@zee.nl>:`, on one line or two.
fn introduction(lines: &[Line]) -> usize {
    let Some(first) = lines.first() else { return 0 };
    if !["Op ", "On ", "Am "].iter().any(|begin| first.text.starts_with(begin)) {
        return 0;
    }
    let count = lines.iter().take(3).position(|line| line.text.ends_with(':')).map_or(0, |last| last + 1);
    let said = lines.iter().take(count).map(|line| line.text).collect::<Vec<_>>().join(" ");
    let wrote = ["schreef", "geschreven:", "wrote:"].iter().any(|word| said.contains(word));
    let digits = said.bytes().any(|byte| byte.is_ascii_digit());
    // "Op 3 maart schreef u:" can stand in a letter as well: an address, a time or quoted lines tell.
    let sure = said.contains('@') || has_time(&said) || lines.get(count..).is_some_and(|rest| signed_after(rest) > 0);
    if wrote && digits && sure && said.len() <= LONGEST { count } else { 0 }
}

/// Whether a time of day is named.
fn has_time(text: &str) -> bool {
    text.as_bytes()
        .windows(4)
        .any(|four| four[0].is_ascii_digit() && four[1] == b':' && four[2].is_ascii_digit() && four[3].is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn what_is_quoted() {
        let table: &[(&str, &[&str])] = &[
            ("Tien.\n\n-----Oorspronkelijk bericht-----\nVan: A\n\nHoeveel?", &["-----Oorspronkelijk bericht-----\nVan: A\n\nHoeveel?"]),
            (
                "Tien.\n\nVan: A <a@b.nl>\nVerzonden: 3 mei 2032\nAan: B\n\nHoeveel?\n",
                &["Van: A <a@b.nl>\nVerzonden: 3 mei 2032\nAan: B\n\nHoeveel?\n"],
            ),
            ("Tien.\n________________________________\nFrom: A\nSent: May\n", &["________________________________\nFrom: A\nSent: May\n"]),
            (
                "Op 3 mei 2032 schreef A:\n> 1. Hoeveel?\n>\n\nTien.\n> 2. Waar?\nHier.",
                &["Op 3 mei 2032 schreef A:\n", "> 1. Hoeveel?\n>\n", "> 2. Waar?\n"],
            ),
            (
                "Tien.\n\nOp di 3 mei 2032 om 10:12 schreef A. Zee\n<a@zee.nl>:\n\nHoeveel?",
                &["Op di 3 mei 2032 om 10:12 schreef A. Zee\n<a@zee.nl>:\n\nHoeveel?"],
            ),
            ("Op 3 mei 2032 schreef u:\nHoeveel?\n\nTien.", &[]),
            ("---------- Forwarded message ---------\nVan: A\nDatum: 3 mei\nOnderwerp: vragen\n\nHoeveel?\nTien.", &[]),
            ("Van: de fracties komen vragen.\nTien.", &[]),
        ];
        let found = |text: &str| quoted(text, true).iter().map(|span| span.of(text).to_owned()).collect::<Vec<_>>();
        let wrong: Vec<_> = table.iter().map(|(text, wanted)| (found(text), wanted)).filter(|(found, wanted)| found != *wanted).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
