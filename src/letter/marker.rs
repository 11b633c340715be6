//! What a line announces: a question, an answer, a part of the letter, its closing.

use super::numbers::{self, Number};

/// A label such as `Vraag 3:` or `Antwoord van het college:` at the beginning of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Label {
    /// An answer; else a question.
    pub answer: bool,
    /// The numbers it gives.
    pub numbers: Vec<Number>,
    /// Where the text after it begins.
    pub body: usize,
    /// Only a word and a blank: `Antwoord De aanleg …`, as in a table that lost its lines.
    pub weak: bool,
    /// `Vraagnr.`: the number has a field of its own.
    pub field: bool,
    /// `V1:`, `A1:`: so short that only company makes it a label.
    pub short: bool,
    /// Where the text begins when the figures are no numbers of questions: `Antwoord 412, waarvan`.
    pub plain: usize,
}

/// Words after `Antwoord` that say who answers or to what.
const WHO: [&str; 34] = [
    "van",
    "het",
    "de",
    "college",
    "b&w",
    "b",
    "en",
    "w",
    "burgemeester",
    "wethouders",
    "wethouder",
    "gedeputeerde",
    "staten",
    "gs",
    "provinciale",
    "dagelijks",
    "bestuur",
    "db",
    "ab",
    "minister",
    "staatssecretaris",
    "ambtelijk",
    "ambtelijke",
    "bestuurlijk",
    "bestuurlijke",
    "organisatie",
    "gemeente",
    "provincie",
    "waterschap",
    "schepenen",
    "portefeuillehouder",
    "directie",
    "rekenkamer",
    "ons",
];

/// Words before `vraag` and `antwoord`.
const BEFORE: [&str; 17] = [
    "het",
    "ons",
    "onze",
    "bestuurlijke",
    "bestuurlijk",
    "ambtelijke",
    "ambtelijk",
    "schriftelijk",
    "schriftelijke",
    "technisch",
    "technische",
    "mondelinge",
    "aanvullende",
    "nadere",
    "feitelijke",
    "politieke",
    "inhoudelijk",
];

/// Verbs after which a line is a sentence and no label.
const VERBS: [&str; 10] = ["is", "was", "luidt", "staat", "vindt", "wordt", "kan", "heeft", "volgt", "geldt"];

/// Who may answer by name: `Antwoord wethouder De Boer`.
const OFFICES: [&str; 10] = [
    "wethouder",
    "burgemeester",
    "gedeputeerde",
    "minister",
    "staatssecretaris",
    "dijkgraaf",
    "heemraad",
    "schepen",
    "portefeuillehouder",
    "commissaris",
];

/// Lines that stand alone and part a letter.
const SECTIONS: [&str; 30] = [
    "vragen",
    "de vragen",
    "uw vragen",
    "antwoorden",
    "de antwoorden",
    "onze antwoorden",
    "vragen en antwoorden",
    "beantwoording",
    "beantwoording vragen",
    "beantwoording van de vragen",
    "beantwoording van uw vragen",
    "antwoord op uw vragen",
    "antwoorden op uw vragen",
    "mededeling",
    "inhoud",
    "inhoudsopgave",
    "overzicht van de vragen",
    "overzicht vragen",
    "lijst van vragen",
    "lijst van vragen en antwoorden",
    "bijlage beantwoording",
    "bijlage antwoorden",
    "bijlage vragen en antwoorden",
    "bijlage",
    "technische vragen",
    "schriftelijke vragen",
    "de beantwoording",
    "gestelde vragen",
    "vragen van de fractie",
    "oorspronkelijk bericht",
];

/// First words of the formulas with which letters close.
const CLOSINGS: [&str; 24] = [
    "hoogachtend",
    "met vriendelijke groet",
    "met hartelijke groet",
    "met groet",
    "vriendelijke groet",
    "groet",
    "groeten",
    "groetjes",
    "met de meeste hoogachting",
    "met hoogachting",
    "met de meeste achting",
    "namens dezen",
    "namens deze",
    "burgemeester en wethouders van",
    "het college van burgemeester en wethouders",
    "college van burgemeester en wethouders",
    "gedeputeerde staten van",
    "hartelijke groet",
    "met beleefde groet",
    "hoogachtend en met",
    "namens het college",
    "namens burgemeester en wethouders",
    "het dagelijks bestuur",
    "namens het dagelijks bestuur",
];

/// How sentences begin that take leave: nothing after them answers a question.
const FAREWELLS: [&str; 34] = [
    "wij vertrouwen erop",
    "wij vertrouwen er op",
    "we vertrouwen erop",
    "ik vertrouw erop",
    "ik vertrouw er op",
    "wij gaan ervan uit u",
    "wij gaan ervan uit uw vragen",
    "wij gaan er van uit",
    "we gaan ervan uit dat u hiermee",
    "wij hopen u hiermee",
    "wij hopen hiermee",
    "wij hopen uw vragen",
    "we hopen dat",
    "ik hoop u hiermee",
    "ik hoop hiermee",
    "ik ga ervan uit u",
    "hiermee hopen wij",
    "hiermee vertrouwen wij",
    "wij menen u hiermee",
    "wij menen hiermee",
    "wij menen u hiermede",
    "hopende u",
    "vertrouwende u",
    "in de hoop u",
    "wij verwachten u hiermee",
    "hiermee hebben wij uw vragen",
    "hiermee zijn uw vragen",
    "tot slot wijzen",
    "volledigheidshalve delen",
    "wij beseffen dat deze antwoorden",
    "mocht u naar aanleiding van deze",
    "heeft u nog vragen",
    "hebt u nog vragen",
    "mocht u nog vragen",
];

/// The label at the beginning of `text`, if it announces a question or an answer.
pub(super) fn label(text: &str) -> Option<Label> {
    let (word, rest) = first_word(text);
    let lower = word.to_lowercase();
    match lower.as_str() {
        "vraag" | "vragen" | "vraagnr" | "vraagnummer" | "vr" => question(text, rest, &lower),
        "antwoord" | "antwoorden" | "antw" | "beantwoording" | "reactie" | "ad" => answer(text, rest, &lower),
        other if other.ends_with("vraag") => {
            question(text, rest, "vraag").filter(|label| !label.weak && (!label.numbers.is_empty() || text.contains(':')))
        }
        other if BEFORE.contains(&other) => {
            let begun = text.len() - rest.trim_start().len();
            let (next, after) = first_word(&text[begun..]);
            match next.to_lowercase().as_str() {
                "vraag" | "vragen" if text.starts_with(char::is_uppercase) => {
                    question(text, after, "vraag").filter(|label| !label.weak && !label.numbers.is_empty())
                }
                next @ ("antwoord" | "antwoorden" | "reactie" | "beantwoording") => answer(text, after, next).filter(|label| !label.weak),
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
        short: true,
        ..Label::default()
    })
}

fn question(text: &str, rest: &str, word: &str) -> Option<Label> {
    let field = word.starts_with("vraagn");
    let proper = text.starts_with(char::is_uppercase);
    let mut rest = rest.trim_start_matches(['.', ' ', '\t']);
    for filler in ["nummer", "nr.", "nr", "no."] {
        rest = rest.strip_prefix(filler).map_or(rest, |rest| rest.trim_start_matches(' '));
    }
    let Some(set) = numbers::numbers(rest, field) else {
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
        let begins = tail.starts_with(|c: char| c.is_uppercase() || "«“‘\"".contains(c));
        return (proper && word == "vraag" && begins).then(|| Label { body, weak: true, ..Label::default() });
    };
    let (after, delimited) = delimiter(&rest[set.len..]);
    let begins = after.is_empty() || !after.starts_with(|c: char| c.is_lowercase() || ",;?!/%".contains(c));
    let named = (after.starts_with("van ") || after.starts_with("door ")) && after.find(':').is_some_and(|at| at < 80);
    let body = if named { after.find(':').map_or(after, |at| &after[at + 1..]) } else { after };
    let body = named_by(body).unwrap_or(body);
    let yes = (delimited || begins || named) && (proper || colon(&rest[set.len..]));
    yes.then(|| Label { numbers: set.all, body: text.len() - body.trim_start().len(), field, ..Label::default() })
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

fn answer(text: &str, rest: &str, word: &str) -> Option<Label> {
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
    if let Some(set) = numbers::numbers(rest, false) {
        let (after, delimited) = delimiter(&rest[set.len..]);
        let (after, named) = match who(after) {
            Some(tail) => (tail, true),
            None => (named_by(after).unwrap_or(after), false),
        };
        let tail = skip_stars(after);
        let begins = tail.is_empty() || !tail.starts_with(|c: char| c.is_lowercase() || ",;?!/%".contains(c));
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
    let begins = tail.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "€«“‘\"-–•".contains(c));
    (proper && gap > 0 && begins && word.starts_with("antw") && word != "antwoorden").then(|| Label {
        answer: true,
        body: body(tail),
        weak: true,
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

/// What stands after `:`, `.`, `)` or a dash, and whether one stood there.
fn delimiter(text: &str) -> (&str, bool) {
    let rest = skip_stars(text);
    let after = rest.trim_start_matches([':', '.', ')', ']']);
    let dashed = after.strip_prefix("- ").or_else(|| after.strip_prefix("– ")).unwrap_or(after);
    (skip_stars(dashed), dashed.len() < rest.len())
}

/// Whether a colon stands first.
fn colon(text: &str) -> bool {
    skip_stars(text).starts_with(':')
}

fn skip_stars(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '*', '\u{A0}'])
}

fn first_word(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    text.split_at(end)
}

/// Whether a text breaks off in a reference, so that the number after it announces nothing: `zie het antwoord op`.
pub(super) fn refers(before: &str) -> bool {
    let last = before.trim_end().rsplit([' ', '\n']).next().unwrap_or("");
    let last = last.trim_start_matches(['(', '*']).to_lowercase();
    let words = [
        "op",
        "bij",
        "zie",
        "van",
        "onder",
        "de",
        "het",
        "naar",
        "in",
        "uw",
        "deze",
        "die",
        "dan",
        "vraag",
        "vragen",
        "antwoord",
        "antwoorden",
        "en",
        "of",
        "t/m",
        "voor",
        "over",
        "nr.",
        "art.",
        "artikel",
        "hoofdstuk",
        "paragraaf",
        "tabel",
        "bijlage",
        "pagina",
        "blz.",
        "p.",
        "pag.",
        "lid",
        "titel",
        "deel",
        "categorie",
        "fase",
        "bladzijde",
        "punt",
        "motie",
        "stap",
    ];
    words.contains(&last.as_str())
}

/// A number at the beginning of a line that no label announces: `3.`, `3)`, `(3)`, `3` alone, `B-1-1`.
pub(super) fn bare(text: &str) -> Option<(Number, usize)> {
    let open = usize::from(text.starts_with('('));
    let rest = &text[open..];
    let (number, len) = numbers::number(rest)?;
    let after = &rest[len..];
    let plain = number.stem.is_empty();
    if skip_stars(after).is_empty() {
        return (plain || number.stem.ends_with('-')).then_some((number, text.len()));
    }
    let free = after.starts_with([' ', '\t']) && after.trim_start().starts_with(char::is_uppercase);
    if free && open == 0 && (number.stem.ends_with(['.', '-']) || after.contains('?')) {
        return Some((number, text.len() - skip_stars(after).len()));
    }
    let tail = after.strip_prefix([')', '.', ':']).or_else(|| after.strip_prefix(".)"))?;
    let tail = tail.strip_prefix(')').unwrap_or(tail);
    let spaced = tail.is_empty() || tail.starts_with([' ', '\t', '*', '\u{A0}', '\\']);
    let capital = tail.starts_with(char::is_uppercase) && plain;
    let body = skip_stars(tail);
    (spaced || capital).then(|| (number, text.len() - body.len()))
}

/// Whether the line stands alone to part the letter: `ANTWOORDEN`, `De vragen`.
pub(super) fn section(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let plain: String = text.chars().filter(|c| c.is_alphabetic() || *c == ' ').flat_map(char::to_lowercase).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    SECTIONS.contains(&plain.as_str())
}

/// Whether the line is a formula with which a letter closes.
pub(super) fn closes(text: &str) -> bool {
    let plain = text.trim_start_matches(['*', '#', ' ']);
    if plain.len() > 140 {
        return false;
    }
    CLOSINGS.iter().any(|formula| {
        begins(plain, formula).is_some_and(|rest| {
            let greeting = formula.contains("groet") || formula.contains("hoogacht") || formula.contains("achting");
            if greeting {
                rest.trim_matches([',', '.', ' ', '*', '!']).is_empty() || rest.starts_with(',')
            } else {
                rest.is_empty() || rest.trim_end().ends_with(',') || !rest.contains(['.', '?']) && rest.split_whitespace().count() <= 5
            }
        })
    })
}

/// Whether the line is a place with a date, as below a letter: `Oosterlo, 8 april 2025`.
pub(super) fn dated(text: &str) -> bool {
    let Some((place, date)) = text.split_once(", ").filter(|_| text.len() < 60) else { return false };
    let words: Vec<&str> = date.trim_end_matches(['.', ',']).split_whitespace().collect();
    let day = |word: &str| word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    let year = |word: &str| word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year));
    place.starts_with(char::is_uppercase)
        && place.split_whitespace().count() <= 4
        && matches!(words[..], [first, month, last] if day(first) && month.chars().all(char::is_alphabetic) && year(last))
}

/// Whether a sentence that begins here takes leave.
pub(super) fn farewell(text: &str) -> bool {
    FAREWELLS.iter().any(|words| begins(text, words).is_some())
}

/// What stands after `words` when `text` begins with them, whatever their case; they are followed by no letter.
fn begins<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let head = text.get(..words.len()).filter(|head| head.eq_ignore_ascii_case(words))?;
    let rest = &text[head.len()..];
    (!rest.starts_with(char::is_alphabetic)).then_some(rest)
}
