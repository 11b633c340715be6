//! What a line announces without the words `Vraag` and `Antwoord`: a number, a part of the letter, its closing.

use super::numbers::{self, Number};
use super::punctuation::skip_stars;

/// Lines that stand alone and part a letter.
#[rustfmt::skip]
const SECTIONS: [&str; 30] = [
    "vragen", "de vragen", "uw vragen", "antwoorden", "de antwoorden", "onze antwoorden", "vragen en antwoorden", "beantwoording",
    "beantwoording vragen", "beantwoording van de vragen", "beantwoording van uw vragen", "antwoord op uw vragen",
    "antwoorden op uw vragen", "mededeling", "inhoud", "inhoudsopgave", "overzicht van de vragen", "overzicht vragen",
    "lijst van vragen", "lijst van vragen en antwoorden", "bijlage beantwoording", "bijlage antwoorden",
    "bijlage vragen en antwoorden", "bijlage", "technische vragen", "schriftelijke vragen", "de beantwoording", "gestelde vragen",
    "vragen van de fractie", "oorspronkelijk bericht",
];

/// First words of the formulas with which letters close.
#[rustfmt::skip]
const CLOSINGS: [&str; 24] = [
    "hoogachtend", "met vriendelijke groet", "met hartelijke groet", "met groet", "vriendelijke groet", "groet", "groeten", "groetjes",
    "met de meeste hoogachting", "met hoogachting", "met de meeste achting", "namens dezen", "namens deze",
    "burgemeester en wethouders van", "het college van burgemeester en wethouders", "college van burgemeester en wethouders",
    "gedeputeerde staten van", "hartelijke groet", "met beleefde groet", "hoogachtend en met", "namens het college",
    "namens burgemeester en wethouders", "het dagelijks bestuur", "namens het dagelijks bestuur",
];

/// How sentences begin that take leave: nothing after them answers a question.
#[rustfmt::skip]
const FAREWELLS: [&str; 46] = [
    "tot zover", "wij vertrouwen erop", "wij vertrouwen er op", "we vertrouwen erop", "ik vertrouw erop", "ik vertrouw er op",
    "wij gaan ervan uit u", "wij gaan ervan uit uw vragen", "wij gaan er van uit", "we gaan ervan uit dat u hiermee",
    "wij hopen u hiermee", "wij hopen hiermee", "wij hopen uw vragen", "we hopen dat", "ik hoop u hiermee", "ik hoop hiermee",
    "ik ga ervan uit u", "hiermee hopen wij", "hiermee vertrouwen wij", "wij menen u hiermee", "wij menen hiermee",
    "wij menen u hiermede", "hopende u", "vertrouwende u", "in de hoop u", "wij verwachten u hiermee", "hiermee hebben wij uw vragen",
    "hiermee zijn uw vragen", "tot slot wijzen", "volledigheidshalve delen", "wij beseffen dat deze antwoorden",
    "wij hopen dat wij uw", "wij hopen dat wij hiermee", "wij hopen dat u hiermee", "wij hopen dat uw vragen", "we hopen u hiermee",
    "ik hoop dat ik u", "ik hoop dat ik uw", "ik hoop dat uw vragen", "heeft u naar aanleiding van deze", "hebt u naar aanleiding van deze",
    "heeft u vragen over deze brief", "mocht u naar aanleiding van deze", "heeft u nog vragen", "hebt u nog vragen", "mocht u nog vragen",
];

/// How the explanation begins that those who asked put below their last question, `Toelichting` before it or not.
#[rustfmt::skip]
const AFTERWORDS: [&str; 9] = [
    "deze vragen dienen ter aanvulling", "deze vragen zijn aanvullend", "deze vragen zijn een aanvulling", "deze vragen zijn een vervolg",
    "deze vragen zijn gesteld", "deze vragen volgen op", "deze vragen stellen wij", "deze schriftelijke vragen dienen",
    "de vragen dienen ter aanvulling",
];

/// Words before the number of something that is referred to.
#[rustfmt::skip]
const REFERRING: [&str; 42] = [
    "op", "bij", "zie", "van", "onder", "de", "het", "naar", "in", "uw", "deze", "die", "dan", "vraag", "vragen", "antwoord",
    "antwoorden", "en", "of", "t/m", "voor", "over", "nr.", "art.", "artikel", "hoofdstuk", "paragraaf", "tabel", "bijlage", "pagina",
    "blz.", "p.", "pag.", "lid", "titel", "deel", "categorie", "fase", "bladzijde", "punt", "motie", "stap",
];

/// Whether a text breaks off in a reference, so that the number after it announces nothing: `zie het antwoord op`.
pub(super) fn refers(before: &str) -> bool {
    let last = before.trim_end().rsplit([' ', '\n']).next().unwrap_or("");
    let last = last.trim_start_matches(['(', '*']).to_lowercase();
    REFERRING.contains(&last.as_str())
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
    // "Met sportieve groet": any word may stand between.
    let words: Vec<&str> = plain.split_whitespace().map(|word| word.trim_end_matches([',', '.', '!'])).collect();
    if let [with, _, greeting] = words[..]
        && with.eq_ignore_ascii_case("met")
        && matches!(greeting, "groet" | "groeten" | "groetjes" | "groetend")
    {
        return true;
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

/// Whether a sentence that begins here takes leave, or adds what those who asked have to say of their questions.
pub(super) fn farewell(text: &str) -> bool {
    let begun = begins(text, "toelichting").map_or(text, |rest| rest.trim_start_matches([':', '*', ' ']));
    FAREWELLS.iter().any(|words| begins(text, words).is_some()) || AFTERWORDS.iter().any(|words| begins(begun, words).is_some())
}

/// Whether a line is the heading `Toelichting`, with nothing after it.
pub(super) fn explains(text: &str) -> bool {
    begins(text, "toelichting").is_some_and(|rest| rest.trim_matches([':', '.', '*', ' ']).is_empty())
}

/// What stands after `words` when `text` begins with them, whatever their case; they are followed by no letter.
fn begins<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let head = text.get(..words.len()).filter(|head| head.eq_ignore_ascii_case(words))?;
    let rest = &text[head.len()..];
    (!rest.starts_with(char::is_alphabetic)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::{bare, closes, dated, farewell, refers, section};
    use crate::letter::label::{Trust, label};

    #[test]
    fn labels_and_sentences() {
        let labels = [
            "Vraag 1",
            "Vraag 28.",
            "Vraag 2 :",
            "Vragen 4 en 5 (SP)",
            "Antwoord",
            "Antwoord op vraag 3",
            "Reactie van het college",
            "Ad 2 en 3.",
            "Antw.",
            "Ons antwoord:",
        ];
        let sentences = [
            "Vraag 3 is al beantwoord.",
            "Antwoord van Minister X (ontvangen 2 mei 2024)",
            "vraag 3. Daarin",
            "Vragen van het lid X",
            "Advies",
            "Beantwoording vragen over bomen",
        ];
        let found = |text: &str| label(text).is_some_and(|label| label.trust == Trust::Sure);
        let wrong: Vec<_> = labels.iter().filter(|text| !found(text)).chain(sentences.iter().filter(|text| found(text))).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn numbers_at_the_beginning_of_a_line() {
        let table = [
            ("3. Hoeveel", Some(("3", 3))),
            ("3) Hoeveel", Some(("3", 3))),
            ("(3) Hoeveel", Some(("3", 4))),
            ("3", Some(("3", 1))),
            ("B-1-1", Some(("B-1-1", 5))),
            ("1 Hoeveel?", Some(("1", 2))),
            ("8 april 2025", None),
            ("12.00 uur", None),
            ("3.2 procent", None),
            ("D66 vraagt", None),
        ];
        let found = |text: &str| bare(text).map(|(number, body)| (number.printed, body));
        let wrong: Vec<_> =
            table.iter().filter(|(text, wanted)| found(text) != wanted.map(|(printed, body)| (printed.to_owned(), body))).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn parts_of_a_letter() {
        let yes = [
            section("ANTWOORDEN"),
            section("De vragen:"),
            closes("Hoogachtend,"),
            closes("Met vriendelijke groet"),
            closes("burgemeester en wethouders van Oosterlo,"),
            dated("Oosterlo, 8 april 2025"),
            farewell("Wij hopen dat wij uw vragen zo hebben beantwoord."),
            refers("zie het antwoord op"),
        ];
        let no = [
            section("Vragen over bomen"),
            closes("Het college van burgemeester en wethouders heeft dit besloten."),
            dated("In mei, 8 dagen na 2025"),
            farewell("Wij vertrouwen de aannemer."),
            refers("Veiligheid en zorg"),
        ];
        assert_eq!((yes, no), ([true; 8], [false; 5]));
    }
}
