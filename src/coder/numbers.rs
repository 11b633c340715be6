//! The numbers of the answers that an internal reference names.

use std::ops::Range;

use crate::documents::Annotated;
use crate::text::Word;

/// Numbers named from word `start` of a sentence on: "zie de antwoorden op de vragen 3, 4 en 7 t/m 9", "zie A-1".
///
/// Empty when the reference turns out to be to another letter ("antwoord 4 van onze brief").
pub(super) fn named(text: &Annotated, start: usize, sentence: &Range<usize>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut index = start;
    let mut last = 0;
    while index < sentence.end {
        let word = text.reading.folded(index);
        if let Some((number, after)) = number(text, index, sentence.end) {
            if !found.is_empty() && last + 3 < index {
                break;
            }
            if range_before(text, index) {
                extend(&mut found, &number);
            }
            if !found.contains(&number) {
                found.push(number);
            }
            index = after;
            last = index;
            continue;
        }
        let joins = matches!(
            word,
            "en" | "t"
                | "m"
                | "tot"
                | "met"
                | "of"
                | "vraag"
                | "vragen"
                | "antwoord"
                | "antwoorden"
                | "nr"
                | "nrs"
                | "ook"
                | "het"
                | "de"
                | "op"
                | "onder"
                | "bij"
                | "als"
        );
        if !found.is_empty() && (!joins || index > last + 3) {
            break;
        }
        if found.is_empty() && index > start + 12 {
            break;
        }
        index += 1;
    }
    if elsewhere(text, last, sentence) { Vec::new() } else { found }
}

/// "zie de vorige vraag", "zie hierboven", "idem": the answer before this one, where the cue that begins at `start` says so.
pub(super) fn points_back(text: &Annotated, start: usize, sentence: &Range<usize>) -> bool {
    let back = |word: usize| match text.reading.folded(word) {
        "hierboven" | "idem" => true,
        "vorig" | "vorige" | "voorgaand" | "voorgaande" | "bovenstaand" | "bovenstaande" => {
            word + 1 < sentence.end && matches!(text.reading.folded(word + 1), "vraag" | "antwoord" | "beantwoording" | "reactie")
        }
        _ => false,
    };
    (start..sentence.end.min(start + REACH)).any(back)
        && text.mentions_near(sentence).iter().all(|mention| !sentence.contains(&mention.head))
}

/// Words from "zie" to "hierboven", at most: "zie ons antwoord op de vraag hierboven".
const REACH: usize = 7;

/// "antwoord 4 van onze brief", "vraag 3 uit de vorige set": a question of another letter.
fn elsewhere(text: &Annotated, after: usize, sentence: &Range<usize>) -> bool {
    after > 0
        && after + 1 < sentence.end
        && matches!(text.reading.folded(after), "van" | "uit" | "in")
        && text.mentions.iter().any(|mention| mention.head > after && mention.head <= after + 4 && mention.letter)
}

/// A printed question number at `index`: `6`, `3a`, `A-1`, `D3`, `u9`, `14-2`; and the word after it.
fn number(text: &Annotated, index: usize, end: usize) -> Option<(String, usize)> {
    let word = text.reading.words()[index];
    let printed = word.span.of(&text.text);
    if word.before & Word::CURRENCY != 0 {
        return None;
    }
    let dash = |at: usize| {
        at < end
            && text.reading.words()[at].before & Word::DASH != 0
            && text.reading.words()[at].span.start == text.reading.words()[at - 1].span.end + 1
    };
    let digits = |part: &str| !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    if printed.len() == 1 && printed.as_bytes()[0].is_ascii_uppercase() && dash(index + 1) {
        let mut number = printed.to_owned();
        let mut at = index + 1;
        while dash(at) && digits(text.reading.words()[at].span.of(&text.text)) {
            number.push('-');
            number.push_str(text.reading.words()[at].span.of(&text.text));
            at += 1;
        }
        return (at > index + 1).then_some((number, at));
    }
    let split = printed.find(|c: char| c.is_ascii_digit())?;
    let (prefix, rest) = printed.split_at(split);
    let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let plain = digits(&rest[..rest.len() - tail.len()]) && tail.len() <= 1 && tail.bytes().all(|byte| byte.is_ascii_lowercase());
    let prefixed = prefix.is_empty() || prefix.len() == 1 && prefix.bytes().all(|byte| byte.is_ascii_alphabetic());
    let percent = text.reading.words().get(index + 1).is_some_and(|next| next.before & Word::PERCENT != 0);
    // "de 3e nota", but "antwoord 3e" names a part of question 3.
    let named = index.checked_sub(1).is_some_and(|at| matches!(text.reading.folded(at), "vraag" | "vragen" | "antwoord" | "antwoorden"));
    let ordinal = tail == "e" && !named;
    (plain && prefixed && !percent && !ordinal).then(|| (printed.to_owned(), index + 1))
}

/// "7 t/m", "2 tot en met", "4-7": the number at `index` closes a range.
fn range_before(text: &Annotated, index: usize) -> bool {
    let folded = |back: usize| index.checked_sub(back).map_or("", |at| text.reading.folded(at));
    (folded(2) == "t" && folded(1) == "m") || (folded(3) == "tot" && folded(2) == "en" && folded(1) == "met")
}

/// Fills the numbers between the last one found and `to`.
fn extend(found: &mut Vec<String>, to: &str) {
    let (Some(Ok(from)), Ok(to)) = (found.last().map(|last| last.parse::<u16>()), to.parse::<u16>()) else { return };
    if from < to && to - from < 60 {
        found.extend((from + 1..to).map(|number| number.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::documents::Annotated;

    #[test]
    fn numbers_of_references() {
        let table: &[(&str, &[&str])] = &[
            ("Zie antwoord 6.", &["6"]),
            ("Zie de antwoorden op de vragen 3, 4 en 7.", &["3", "4", "7"]),
            ("Zie vraag 2 t/m 5.", &["2", "3", "4", "5"]),
            ("Zie het antwoord op vraag 3a.", &["3a"]),
            ("Zie antwoord 3e.", &["3e"]),
            ("Zie A-1 en B-2.", &["A-1", "B-2"]),
            ("Zie het antwoord onder D3.", &["D3"]),
            ("Idem, zie 17.", &["17"]),
            ("Zie antwoord 3; dat kost € 4 per keer.", &["3"]),
            ("Zie vraag 8, waar 12 keer over is gesproken.", &["8"]),
        ];
        let wrong: Vec<_> = table
            .iter()
            .map(|(text, expected)| {
                let mut annotated = Annotated::default();
                annotated.text.push_str(text);
                annotated.reading.read(text);
                (text, named(&annotated, 0, &(0..annotated.reading.words().len())), expected)
            })
            .filter(|(_, found, expected)| found != *expected)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
