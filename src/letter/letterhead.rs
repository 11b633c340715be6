//! The letterhead of a letter that stands on one line: who sends it to whom, without the lines that would tell.

/// A row longer than this may hold a whole letterhead.
const LONG: usize = 250;

/// How much of the end of a letter is read for a signature, in bytes.
const TAIL: usize = 600;

/// The longest name of a sender or addressee, in words.
const LONGEST: usize = 14;

/// Words of bodies that send letters.
#[rustfmt::skip]
const BODIES: [&str; 18] = [
    "gemeente", "provincie", "waterschap", "ministerie", "rekenkamer", "veiligheidsregio", "hoogheemraadschap", "college",
    "gedeputeerde", "omgevingsdienst", "gemeenschappelijke", "werkbedrijf", "burgemeester", "wetterskip", "regio", "stadsregio", "ggd",
    "openbaar",
];

/// How the name of an addressee begins where no line does.
const OPENERS: [&str; 7] =
    ["Aan ", "De Voorzitter van ", "Voorzitter van ", "De voorzitter van ", "De leden van ", "De raad van ", "De griffier van "];

/// Words of a letterhead that end a name.
#[rustfmt::skip]
const FIELDS: [&str; 14] = [
    "datum", "ons", "uw", "betreft", "onderwerp", "kenmerk", "postbus", "geachte", "beste", "per", "bijlage", "afdeling", "telefoon", "nummer",
];

/// Words that go on a name without a capital.
const LINKS: [&str; 8] = ["van", "de", "het", "der", "en", "den", "te", "voor"];

/// Whether a word names a body that sends letters.
pub(super) fn body(word: &str) -> bool {
    let lower = word.to_lowercase();
    BODIES.contains(&lower.as_str())
}

/// To whom a letter goes whose head is one row.
pub(super) fn addressee(row: &str) -> Option<String> {
    let head = head(row)?;
    let (at, opener) = opening(head)?;
    let start = if opener == "Aan " { at + opener.len() } else { at };
    let mut words: Vec<&str> = Vec::new();
    for word in head[start..].split_whitespace() {
        let bare = word.trim_end_matches([':', ',']);
        if word.contains(|c: char| c.is_ascii_digit()) {
            // What stands before a number is a street.
            words.pop();
            break;
        }
        if words.len() > LONGEST || capitals(bare) || !words.is_empty() && bare.starts_with(char::is_uppercase) && field(bare) {
            break;
        }
        words.push(word);
    }
    let name = words.join(" ");
    (words.len() > 1).then(|| name.trim_end_matches([',', '.']).to_owned())
}

/// Who sends a letter whose head is one row of `text`: its signature, or the body before the addressee.
pub(super) fn sender(text: &str, row: &str) -> Option<String> {
    let head = head(row)?;
    let after = &row[head.len()..];
    let tail = (text.len().saturating_sub(TAIL)..text.len()).find(|at| text.is_char_boundary(*at)).map_or("", |at| &text[at..]);
    let near = (0..=after.len().min(3 * TAIL)).rev().find(|at| after.is_char_boundary(*at)).map_or("", |at| &after[..at]);
    signature(near).or_else(|| signature(tail)).or_else(|| above(&head[..opening(head).map_or(head.len(), |(at, _)| at)]))
}

/// The row up to the salutation, when it is that of a letter on one line.
fn head(row: &str) -> Option<&str> {
    let end = [" Geachte ", " Beste "].iter().filter_map(|word| row.find(word)).min()?;
    (row.len() > LONG).then(|| &row[..end])
}

/// Where the addressee begins, and with which words.
fn opening(head: &str) -> Option<(usize, &'static str)> {
    let starts = |at: usize| at == 0 || head[..at].ends_with(' ');
    OPENERS.iter().filter_map(|opener| head.match_indices(opener).map(|(at, _)| at).find(|at| starts(*at)).map(|at| (at, *opener))).min()
}

/// A body that stands alone as a sentence, with the name of a person or nothing after it: `Rekenkamer Oostwaard, dr. P. Jansen`.
fn signature(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..words.len()).find_map(|at| {
        let bare = words[at].trim_end_matches([',', '.']);
        if !named(bare) {
            return None;
        }
        let first = at - usize::from(at > 1 && adjective(words[at - 1], bare));
        let begun = words[first - 1].ends_with(['.', ',', '?', '!']);
        let mut end = at;
        while !words[end].ends_with([',', '.']) && words.get(end + 1).is_some_and(|next| goes_on(next)) && end - first < LONGEST {
            end += 1;
        }
        let closed = words[end].ends_with(',') || words.get(end + 1).is_none_or(|next| title(next) || ["—", "-", "–"].contains(next));
        (begun && closed).then(|| words[first..=end].join(" ").trim_end_matches([',', '.']).to_owned())
    })
}

/// The last body that a text names.
fn above(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.iter().rposition(|word| named(word))?;
    let first = at - usize::from(at > 0 && adjective(words[at - 1], words[at]));
    let mut end = at + 1;
    while words.get(end).is_some_and(|next| goes_on(next) && (capitals(words[at]) || !capitals(next))) && end - first < LONGEST {
        end += 1;
    }
    if words.get(end).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit())) && end > at + 1 {
        end -= 1;
    }
    while end > at + 1 && LINKS.contains(&words[end - 1]) {
        end -= 1;
    }
    Some(words[first..end].join(" ").trim_end_matches([',', '.']).to_owned())
}

/// A word with a capital that names a body: `Gemeente`, `Rijksrekenkamer`.
fn named(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && (body(word) || word.to_lowercase().ends_with("rekenkamer"))
}

/// `Algemene` before `Rekenkamer`.
fn adjective(word: &str, noun: &str) -> bool {
    noun.to_lowercase().ends_with("kamer") && word.starts_with(char::is_uppercase) && word.ends_with('e') && word.len() > 3
}

fn goes_on(word: &str) -> bool {
    let bare = word.trim_end_matches([',', '.']);
    LINKS.contains(&bare) || bare.starts_with(char::is_uppercase) && !title(word) && !field(bare)
}

/// `drs.`, `mr.`, `P.F.`
fn title(word: &str) -> bool {
    word.ends_with('.') && word.len() <= 8 && word.trim_end_matches('.').len() <= 6
}

fn field(word: &str) -> bool {
    FIELDS.contains(&word.to_lowercase().as_str())
}

fn capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !word.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::{addressee, sender};

    #[test]
    fn letters_on_one_line() {
        let rest = "Hierbij ontvangt u de antwoorden op uw vragen over de bomen in de wijk en wat daarmee samenhangt, zoals besproken in de vergadering van de commissie.";
        let table = [
            (
                "Rekenkamer Oosterlo Aan de voorzitter van de raad van Oosterlo Datum 2 mei 2024",
                "",
                "Rekenkamer Oosterlo",
                "de voorzitter van de raad van Oosterlo",
            ),
            (
                "Antwoorden op vragen over het Ministerie van Water Zuidelijke Rekenkamer BEZORGEN De Voorzitter van de Kamer Buitenhof 4 2511 AA Den Haag",
                "",
                "Zuidelijke Rekenkamer",
                "De Voorzitter van de Kamer",
            ),
            (
                "Stadsrekenkamer Lange Weg 8 Postbus 2 Aan de leden van de raad BETREFT Bomen",
                "Stadsrekenkamer, dr. P. Jansen, voorzitter",
                "Stadsrekenkamer",
                "de leden van de raad",
            ),
            ("Gemeente Oosterlo Dorpsstraat 4 Aan mevrouw De Vries Ons kenmerk 12", "", "Gemeente Oosterlo", "mevrouw De Vries"),
        ];
        let wrong: Vec<_> = table
            .iter()
            .map(|(head, tail, from, to)| {
                let text = format!("{head} Geachte leden, {rest} {rest} {tail}");
                (sender(&text, &text), addressee(&text), from, to)
            })
            .filter(|(found, other, from, to)| found.as_deref() != Some(**from) || other.as_deref() != Some(**to))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
