//! Questions in parts: `Vraag 2:` above `a) …` and `b) …`, which are questions of their own when answers name them as `2a` and `2b`.

use std::collections::HashSet;

use super::anchor::{Anchor, Kind};
use super::numbers::Number;
use super::sheet::Sheet;

/// Parts the questions whose parts are answered apart.
pub(super) fn part(sheet: &Sheet, anchors: &mut Vec<Anchor>) {
    let answered: HashSet<String> =
        anchors.iter().filter(|anchor| anchor.kind == Kind::Answer).flat_map(|anchor| &anchor.numbers).map(Number::key).collect();
    let mut parted = Vec::with_capacity(anchors.len());
    for (at, anchor) in anchors.iter().enumerate() {
        let end = anchors.get(at + 1).map_or(sheet.lines.len(), |next| next.line);
        match parts(sheet, anchor, end, &answered) {
            Some(parts) => parted.extend(parts),
            None => parted.push(anchor.clone()),
        }
    }
    *anchors = parted;
}

/// The parts of a question that ends before line `end`; none when it is answered as a whole, or in no part.
fn parts(sheet: &Sheet, anchor: &Anchor, end: usize, answered: &HashSet<String>) -> Option<Vec<Anchor>> {
    let [number] = anchor.numbers.as_slice() else { return None };
    let apart = number.letter == 0 && answered.contains(&number.part(1).key()) && !answered.contains(&number.key());
    if anchor.kind != Kind::Question || !apart {
        return None;
    }
    let mut parts: Vec<Anchor> = Vec::new();
    for line in sheet.read(anchor.line, end) {
        let (start, text) = if line == anchor.line {
            let text = sheet.rest(anchor.body, line);
            (anchor.body + text.len() - text.trim_start().len(), text.trim_start())
        } else {
            (sheet.lines[line].text.start, sheet.row(line))
        };
        let letter = parts.len() as u8 + 1;
        if let Some(body) = lettered(text, letter).filter(|_| letter <= 26) {
            parts.push(Anchor { line, numbers: vec![number.part(letter)], body: start + body, ..anchor.clone() });
        }
    }
    // What stands above the first part introduces it.
    let first = parts.first_mut()?;
    if first.line > anchor.line && sheet.rest(anchor.body, anchor.line).trim().is_empty() {
        first.line = anchor.line;
    } else {
        (first.line, first.body) = (anchor.line, if first.line == anchor.line { first.body } else { anchor.body });
    }
    (parts.len() > 1).then_some(parts)
}

/// The length of `a)`, `a.` or `(a)` at the beginning of a line, for this letter.
fn lettered(text: &str, letter: u8) -> Option<usize> {
    let rest = text.strip_prefix('(').unwrap_or(text);
    let after = rest.strip_prefix(char::from(b'a' + letter.saturating_sub(1)))?.strip_prefix([')', '.', ':'])?;
    after.starts_with([' ', '\t']).then(|| text.len() - after.trim_start().len())
}

#[cfg(test)]
mod tests {
    use crate::letter::parse;
    use crate::source::Source;

    fn read(text: &str) -> Vec<(String, String, String)> {
        let letter = parse(&Source { text: text.into(), ..Source::default() });
        let row = |exchange: &crate::letter::Exchange| {
            let question = &exchange.questions[0];
            (question.number.clone(), question.text.text(&letter.text).into_owned(), exchange.answer.text(&letter.text).into_owned())
        };
        letter.exchanges().map(|(_, exchange)| row(exchange)).collect()
    }

    #[test]
    fn parts_that_are_answered_apart_are_questions() {
        let asked = "Vraag 1: Klopt dit?\nVraag 2:\na) Hoeveel bomen?\nb) Hoeveel banken?\n";
        let apart = read(&format!("{asked}Antwoord 1\nJa.\nAntwoord 2a\nTwaalf.\nAntwoord 2b\nDrie.\n"));
        let row = |number: &str, question: &str, answer: &str| (number.to_owned(), question.to_owned(), answer.to_owned());
        assert_eq!(apart[1..], [row("2a", "Hoeveel bomen?", "Twaalf."), row("2b", "Hoeveel banken?", "Drie.")]);
        let together = read(&format!("{asked}Antwoord 1\nJa.\nAntwoord 2\nTwaalf en drie.\n"));
        assert_eq!(together.iter().map(|(number, ..)| number.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    }
}
