//! Labels: the words that announce a question or an answer, with the numbers they give.

use super::numbers::{self, Number, Numbers, YEARS};
use super::punctuation::{colon, delimiter, lettered_part, skip_stars};

/// A label such as `Vraag 3:` or `Antwoord van het college:` at the beginning of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Label {
    /// An answer; else a question.
    pub answer: bool,
    /// The numbers it gives.
    pub numbers: Vec<Number>,
    /// Where the text after it begins.
    pub body: usize,
    /// How far it can be trusted by itself.
    pub trust: Trust,
    /// Where the text begins when the figures are no numbers of questions: `Antwoord 412, waarvan`.
    pub plain: usize,
}

/// How far a label can be trusted by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Trust {
    /// It announces what it says.
    #[default]
    Sure,
    /// Only a word and a blank: `Antwoord De aanleg …`, as in a table that lost its lines.
    Weak,
    /// As weak, and the text begins with a small letter: only fields have that.
    Loose,
    /// `V1:`, `A1:`: so short that only company makes it a label.
    Short,
    /// `Vraagnr.`: the number has a field of its own.
    Field,
}

/// Words after `Antwoord` that say who answers or to what.
#[rustfmt::skip]
const WHO: [&str; 34] = [
    "van", "het", "de", "college", "b&w", "b", "en", "w", "burgemeester", "wethouders", "wethouder", "gedeputeerde", "staten", "gs",
    "provinciale", "dagelijks", "bestuur", "db", "ab", "minister", "staatssecretaris", "ambtelijk", "ambtelijke", "bestuurlijk",
    "bestuurlijke", "organisatie", "gemeente", "provincie", "waterschap", "schepenen", "portefeuillehouder", "directie", "rekenkamer",
    "ons",
];

/// Words before `vraag` and `antwoord`.
#[rustfmt::skip]
const BEFORE: [&str; 17] = [
    "het", "ons", "onze", "bestuurlijke", "bestuurlijk", "ambtelijke", "ambtelijk", "schriftelijk", "schriftelijke", "technisch",
    "technische", "mondelinge", "aanvullende", "nadere", "feitelijke", "politieke", "inhoudelijk",
];

/// Verbs after which a line is a sentence and no label.
const VERBS: [&str; 10] = ["is", "was", "luidt", "staat", "vindt", "wordt", "kan", "heeft", "volgt", "geldt"];

/// Who may answer by name: `Antwoord wethouder De Boer`.
#[rustfmt::skip]
const OFFICES: [&str; 10] = [
    "wethouder", "burgemeester", "gedeputeerde", "minister", "staatssecretaris", "dijkgraaf", "heemraad", "schepen",
    "portefeuillehouder", "commissaris",
];

/// Reads the numbers of a label.
type Reader = fn(&str, bool) -> Option<Numbers>;

/// The label at the beginning of `text`, if it announces a question or an answer.
pub(super) fn label(text: &str) -> Option<Label> {
    read(text, numbers::numbers)
}

/// The label at the beginning of `text` when its numbers are as high as years: `Vraag 1950`.
pub(super) fn high(text: &str) -> Option<Label> {
    read(text, numbers::high).filter(|label| label.numbers.iter().any(|number| number.last >= YEARS))
}

fn read(text: &str, numbers: Reader) -> Option<Label> {
    let (word, rest) = first_word(text);
    let lower = word.to_lowercase();
    match lower.as_str() {
        "vraag" | "vragen" | "vraagnr" | "vraagnummer" | "vr" => question(text, rest, &lower, numbers),
        "antwoord" | "antwoorden" | "antw" | "beantwoording" | "reactie" | "ad" => answer(text, rest, &lower, numbers),
        other if other.ends_with("vraag") => question(text, rest, "vraag", numbers)
            .filter(|label| !matches!(label.trust, Trust::Weak | Trust::Loose) && (!label.numbers.is_empty() || text.contains(':'))),
        other if BEFORE.contains(&other) => {
            let begun = text.len() - rest.trim_start().len();
            let (next, after) = first_word(&text[begun..]);
            match next.to_lowercase().as_str() {
                "vraag" | "vragen" if text.starts_with(char::is_uppercase) => question(text, after, "vraag", numbers)
                    .filter(|label| !matches!(label.trust, Trust::Weak | Trust::Loose) && !label.numbers.is_empty()),
                next @ ("antwoord" | "antwoorden" | "reactie" | "beantwoording") => {
                    answer(text, after, next, numbers).filter(|label| !matches!(label.trust, Trust::Weak | Trust::Loose))
                }
                _ => None,
            }
        }
        _ => lettered(text),
    }
}

/// `V1:`, `Q1.`, `A1:`, `V:`, `A:`
fn lettered(text: &str) -> Option<Label> {
    let answer = match text.as_bytes().first()? {
        b'V' | b'Q' => false,
        b'A' => true,
        _ => return None,
    };
    let rest = text[1..].trim_start_matches(' ');
    let (all, rest) = match numbers::numbers(rest, false).filter(|set| set.all.iter().all(|number| number.stem.is_empty())) {
        Some(set) => (set.all, &rest[set.len..]),
        None => (Vec::new(), rest),
    };
    let after = rest.strip_prefix([':', '.', ')'])?;
    let only = all.is_empty() && !rest.starts_with(':');
    (!only && (after.is_empty() || after.starts_with([' ', '*', '\t']))).then(|| Label {
        answer,
        numbers: all,
        body: text.len() - after.len(),
        trust: Trust::Short,
        ..Label::default()
    })
}

fn question(text: &str, rest: &str, word: &str, numbers: Reader) -> Option<Label> {
    let field = word.starts_with("vraagn");
    let proper = text.starts_with(char::is_uppercase);
    let mut rest = rest.trim_start_matches(['.', ' ', '\t']);
    for filler in ["nummer", "nr.", "nr", "no."] {
        rest = rest.strip_prefix(filler).map_or(rest, |rest| rest.trim_start_matches(' '));
    }
    let Some(set) = numbers(rest, field) else {
        let tail = skip_stars(rest);
        let body = text.len() - tail.len();
        if tail.is_empty() {
            return proper.then(|| Label { body, ..Label::default() });
        }
        if let Some(tail) = tail.strip_prefix(':') {
            return (proper || word == "vraag").then(|| Label { body: text.len() - skip_stars(tail).len(), ..Label::default() });
        }
        let named = (tail.starts_with("van ") || tail.starts_with("door ")) && proper && word == "vraag";
        if let Some(at) = tail.find([':', '.', '?']).filter(|at| named && *at < 80 && tail[*at..].starts_with(':')) {
            return Some(Label { body: text.len() - skip_stars(&tail[at + 1..]).len(), ..Label::default() });
        }
        let begins = tail.starts_with(|c: char| c.is_uppercase() || "«“‘\"".contains(c)) || lettered_part(tail);
        let trust = if begins { Trust::Weak } else { Trust::Loose };
        return (proper && word == "vraag").then(|| Label { body, trust, ..Label::default() });
    };
    let (after, delimited) = delimiter(&rest[set.len..]);
    let begins = after.is_empty() || lettered_part(after) || !after.starts_with(|c: char| c.is_lowercase() || ",;?!/%".contains(c));
    let named = (after.starts_with("van ") || after.starts_with("door ")) && after.find(':').is_some_and(|at| at < 80);
    let body = if named { after.find(':').map_or(after, |at| &after[at + 1..]) } else { after };
    let body = named_by(body).unwrap_or(body);
    let yes = (delimited || begins || named) && (proper || colon(&rest[set.len..]));
    yes.then(|| Label {
        numbers: set.all,
        body: text.len() - body.trim_start().len(),
        trust: if field { Trust::Field } else { Trust::Sure },
        ..Label::default()
    })
}

/// The text after `(VVD):`.
fn named_by(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(')?;
    let close = inner.find(')').filter(|at| *at < 60)?;
    let after = inner[close + 1..].trim_start_matches(' ');
    after
        .strip_prefix([':', '.', '-'])
        .or_else(|| after.is_empty().then_some(after))
        .or_else(|| after.starts_with(char::is_uppercase).then_some(after))
}

fn answer(text: &str, rest: &str, word: &str, numbers: Reader) -> Option<Label> {
    let proper = text.starts_with(char::is_uppercase);
    let mut rest = rest.strip_prefix('.').unwrap_or(rest);
    let gap = rest.len() - rest.trim_start_matches([' ', '\t', '*']).len();
    rest = &rest[gap..];
    let body = |tail: &str| text.len() - tail.len();
    let whole = rest;
    rest = who_before_number(rest);
    for filler in [
        "op ",
        "bij ",
        "van ",
        "aan ",
        "voor ",
        "de ",
        "het ",
        "uw ",
        "vraag ",
        "vragen ",
        "Vraag ",
        "Vragen ",
        "vraag",
        "vragen",
        "nr. ",
        "nr ",
        "nummer ",
        "punt ",
        "onderdeel ",
    ] {
        rest = rest.strip_prefix(filler).unwrap_or(rest);
    }
    let asked = rest.len() < whole.len();
    if let Some(set) = numbers(rest, false) {
        let (after, delimited) = delimiter(&rest[set.len..]);
        let (after, named) = match who(after) {
            Some(tail) => (tail, true),
            None => (named_by(after).unwrap_or(after), false),
        };
        let tail = skip_stars(after);
        let begins = tail.is_empty() || lettered_part(tail) || !tail.starts_with(|c: char| c.is_lowercase() || ",;?!/%".contains(c));
        let enough = word != "ad" || delimited || tail.is_empty() || named;
        let sized = word != "beantwoording" && word != "reactie" || asked || tail.is_empty();
        if (delimited || named || begins) && enough && sized && (proper || colon(&rest[set.len..])) && !(delimited && tail.starts_with(','))
        {
            return Some(Label { answer: true, numbers: set.all, body: body(tail), plain: body(whole), ..Label::default() });
        }
    }
    if word == "ad" {
        return None;
    }
    let tail = skip_stars(whole);
    if tail.is_empty() {
        return (proper && word != "beantwoording").then(|| Label { answer: true, body: body(tail), ..Label::default() });
    }
    if let Some(tail) =
        tail.strip_prefix([':', ';']).or_else(|| text[..body(whole) - gap].ends_with('.').then_some(tail).filter(|_| word == "antw"))
    {
        return Some(Label { answer: true, body: body(skip_stars(tail)), ..Label::default() });
    }
    if let Some(tail) = who(tail) {
        return proper.then(|| Label { answer: true, body: body(skip_stars(tail)), ..Label::default() });
    }
    let office = tail.strip_prefix("van ").unwrap_or(tail).split_whitespace().next().unwrap_or("").to_lowercase();
    let person = OFFICES.contains(&office.as_str()) && tail.len() < 50 && !tail.contains(['.', '?', '!', ',', ':', '(']);
    if person && proper && word.starts_with("antw") && !tail.split_whitespace().any(|word| VERBS.contains(&word)) {
        return Some(Label { answer: true, body: text.len(), ..Label::default() });
    }
    let short = tail.find([':', '.', '?', '!', ';', '(']).filter(|at| *at < 80 && tail[*at..].starts_with(':'));
    if let Some(at) = short.filter(|_| proper && word.starts_with("antw") && gap > 0) {
        return Some(Label { answer: true, body: body(skip_stars(&tail[at + 1..])), plain: body(whole), ..Label::default() });
    }
    let begins = tail.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "€«“‘\"-–•".contains(c)) || lettered_part(tail);
    let trust = if begins { Trust::Weak } else { Trust::Loose };
    (proper && gap > 0 && word.starts_with("antw") && word != "antwoorden").then(|| Label {
        answer: true,
        body: body(tail),
        trust,
        ..Label::default()
    })
}

/// The text after words that only say who answers, when they fill the line or end in a colon.
fn who(text: &str) -> Option<&str> {
    let mut rest = text.trim_start_matches(' ');
    let mut any = false;
    loop {
        let word = &rest[..rest.find([' ', ':', '*']).unwrap_or(rest.len())];
        if word.is_empty() || !WHO.contains(&word.to_lowercase().as_str()) {
            break;
        }
        any = true;
        rest = rest[word.len()..].trim_start_matches(' ');
    }
    let tail = skip_stars(rest);
    if let Some(tail) = tail.strip_prefix(':') {
        return any.then_some(tail);
    }
    (any && tail.is_empty()).then_some(tail)
}

/// The text after words that say who answers, when what it answers follows: `college op vraag 3`.
fn who_before_number(text: &str) -> &str {
    let mut rest = text;
    loop {
        let word = &rest[..rest.find([' ', ':', '*']).unwrap_or(rest.len())];
        if ["op", "bij", "vraag", "vragen"].contains(&word) {
            return rest;
        }
        if word.is_empty() || !WHO.contains(&word.to_lowercase().as_str()) {
            return text;
        }
        rest = rest[word.len()..].trim_start_matches(' ');
    }
}

fn first_word(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    text.split_at(end)
}
