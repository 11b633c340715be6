//! What a letter says of itself: date, sender, addressee, subject, reference.

use super::About;
use super::field::{self, Field, Name};
use super::letterhead;
use super::marker;
use super::organ::names_one_body;
use super::sheet::Sheet;
use crate::text::{Reading, Span};
use crate::time::{self, Date};

/// How much of a head is read for dates: a letter without questions is all head.
const READ: usize = 6000;

/// Reads the head of a letter, which ends at byte `head`.
pub(super) fn about(sheet: &Sheet, head: usize) -> About {
    let text = clipped(sheet.text, head.min(READ));
    let fields = field::fields(sheet, text.len());
    let value = |name: Name| fields.iter().find(|field| field.name == name && !field.value.is_empty()).map(|field| field.value.clone());
    let date = date(sheet, text, &fields);
    let row = first_row(sheet);
    About {
        date,
        asked: asked(text, &fields, date),
        sender: sender(sheet, text, value(Name::Sender)),
        addressee: value(Name::Addressee)
            .or_else(|| salutation(sheet, text.len()))
            .or_else(|| after(text, &["Vragen van ", "Vraag van "], " aan "))
            .or_else(|| letterhead::addressee(row))
            .or_else(|| asker(text))
            .unwrap_or_default(),
        subject: value(Name::Subject)
            .or_else(|| parliament_subject(text))
            .or_else(|| title(sheet, text.len()))
            .or_else(|| told_subject(text))
            .unwrap_or_default(),
        reference: value(Name::Reference)
            .filter(|value| value.chars().any(|c| c.is_ascii_digit()))
            .or_else(|| parliament_number(sheet, text.len()))
            .unwrap_or_default(),
        ..About::default()
    }
}

/// Whether the letter says that the answers come later.
pub(super) fn postpones(text: &str) -> bool {
    let text = clipped(text, 4 * READ).to_lowercase().replace('\n', " ");
    let late = [
        "binnen de gebruikelijke termijn",
        "binnen de gestelde termijn",
        "uitstel",
        "niet binnen de termijn",
        "binnen de termijn van",
        "niet tijdig",
        "meer tijd nodig",
    ];
    late.iter().any(|words| text.contains(words)) && ["niet", "uitstel", "langer", "meer tijd"].iter().any(|words| text.contains(words))
}

/// Words of a line whose date is that of something else than the letter.
const OTHERS: [&str; 12] = [
    "vraag",
    "vragen",
    "brief",
    "uw",
    "ingediend",
    "ingezonden",
    "ingekomen",
    "ontvangen",
    "indiening",
    "raadsvergadering",
    "commissievergadering",
    "bijeenkomst",
];

/// The date of the letter: a field, `(ontvangen …)`, a line with place and date, a line that is a date, a short line with one.
fn date(sheet: &Sheet, text: &str, fields: &[Field]) -> Option<Date> {
    let received = text.find("(ontvangen").and_then(|at| first(clipped(&text[at..], 60)));
    let field = fields.iter().filter(|field| field.name == Name::Date).find_map(|field| first(&field.value));
    // "Uw brief van" above "3 maart 2025": the date of something else.
    let other = |at: &usize| fields.iter().any(|field| field.name != Name::Date && field.below.contains(at));
    let rows = |from: usize, to: usize| (from..to).filter(|at| !other(at)).map(|at| sheet.row(at));
    let dated = |row: &str| {
        let reading = Reading::of(row);
        let dates = time::full_dates(&reading);
        let (words, date) = dates.first()?;
        let alone = words.len() == reading.words().len() && row.len() < 40;
        (alone || marker::dated(row)).then_some(*date)
    };
    let last = sheet.lines.partition_point(|line| line.span.start < text.len());
    let end = sheet.lines.len();
    field
        .or(received)
        .or_else(|| rows(0, last).find_map(dated))
        .or_else(|| rows(end.saturating_sub(30).max(last), end).rev().find_map(dated))
        .or_else(|| rows(0, last).find_map(beside_a_date))
}

/// `Vastgesteld door het college op 21 mei 2024`: the one date of a line of a few words.
fn beside_a_date(row: &str) -> Option<Date> {
    let reading = Reading::of(row);
    let other = |word: usize| OTHERS.contains(&reading.folded(word));
    if row.len() > 90 || row.ends_with(['.', '?']) || reading.words().len() > 10 || (0..reading.words().len()).any(other) {
        return None;
    }
    match time::full_dates(&reading)[..] {
        [(_, date)] => Some(date),
        _ => None,
    }
}

/// The first date in a few words, also when its month and year are stuck together: `18 november2024`.
fn first(text: &str) -> Option<Date> {
    let read = |text: &str| time::full_dates(&Reading::of(text)).first().map(|(_, date)| *date);
    read(text).or_else(|| {
        let stuck = |at: &usize| text[..*at].ends_with(char::is_lowercase) && text[*at..].starts_with("20");
        let at = (1..text.len()).filter(|at| text.is_char_boundary(*at)).find(stuck)?;
        read(&format!("{} {}", &text[..at], &text[at..]))
    })
}

/// The date on which the questions were asked.
fn asked(text: &str, fields: &[Field], date: Option<Date>) -> Option<Date> {
    let field = fields.iter().filter(|field| field.name == Name::Asked).find_map(|field| first(&field.value));
    let sent = text.find("ingezonden").and_then(|at| first(clipped(&text[at..], 60)));
    field.or(sent).or_else(|| told(text, date))
}

/// The first day that a sentence of the opening ties to questions or to the letter that is answered.
fn told(text: &str, date: Option<Date>) -> Option<Date> {
    let opening = ["Geachte", "Beste", "Geacht "].iter().filter_map(|word| text.find(word)).min().unwrap_or(0);
    let text = &text[opening..];
    let reading = Reading::of(text);
    time::moments(&reading, date).into_iter().find_map(|moment| {
        let word = reading.words().get(moment.words.start)?;
        let sentence = reading.sentences().get(word.sentence as usize)?;
        let words: Vec<&str> = sentence.words.clone().map(|at| reading.folded(at)).collect();
        let about = words.iter().any(|word| {
            ["vraag", "brief", "schrijven", "mail", "bericht"].contains(word)
                || word.starts_with("vragen")
                || word.ends_with("vragen")
                || word.ends_with("vragental")
        });
        let yours = words
            .iter()
            .any(|word| ["u", "uw", "jullie", "je", "lid", "leden", "fractie", "fracties", "mevrouw", "heer", "ons", "wij"].contains(word));
        let single = |interval: time::Interval| (interval.from == interval.to).then_some(interval.from);
        let day = single(moment.interval).filter(|day| date.is_none_or(|date| *day < date)).or_else(|| moment.previous.and_then(single))?;
        (about && yours && date.is_none_or(|date| day < date)).then_some(day)
    })
}

fn first_row<'t>(sheet: &Sheet<'t>) -> &'t str {
    sheet.text.lines().next().unwrap_or("")
}

/// Who sends a letter of this head: what its field says, or else what the head or the signature tells; rather a name that tells which of
/// many bodies it is, as "Gemeente Lindewaard" does and "het college" does not.
fn sender(sheet: &Sheet, text: &str, field: Option<String>) -> String {
    let [head, signature] = bodies(sheet, text.len());
    let told = || after(text, &["Antwoord van ", "Mededeling van "], " (ontvangen");
    let names = [field, told(), head, signature, letterhead::sender(sheet.text, first_row(sheet))];
    let one = names.iter().flatten().find(|name| names_one_body(name));
    one.or_else(|| names.iter().flatten().next()).cloned().unwrap_or_default()
}

/// The bodies that a line of the head and a line below the letter name.
fn bodies(sheet: &Sheet, head: usize) -> [Option<String>; 2] {
    let names = |row: &str| {
        let lower = row.to_lowercase();
        let minister = lower.starts_with("de minister") || lower.starts_with("de staatssecretaris");
        (minister || letterhead::body(lower.split([' ', ',']).next().unwrap_or("")))
            && row.len() < 90
            && row.split_whitespace().count() > 1
            && !row.ends_with(['.', '?', ':'])
    };
    let last = sheet.lines.partition_point(|line| line.span.start < head).min(12);
    let from_head =
        (0..last).map(|at| sheet.row(at)).take_while(|row| !row.starts_with("Aan") && !row.starts_with("Geachte")).find(|row| names(row));
    let end = sheet.lines.len();
    let below_head = (0..sheet.lines.partition_point(|line| line.span.start < head)).chain(end.saturating_sub(25)..end);
    let signature = below_head.map(|at| sheet.row(at)).find(|row| {
        let row = row.trim_end_matches([',', '.']);
        names(row) && (marker::closes(row) || row.to_lowercase().contains(" van "))
    });
    // In a page header more stands after a tab or in the next cell: a number, a date, a title.
    let name = |row: &str| row.split(['\t', '|']).next().unwrap_or(row).trim_end_matches([',', '.', ' ']).to_owned();
    [from_head.map(name), signature.map(name)]
}

/// `Geachte heer Jansen,`
fn salutation(sheet: &Sheet, head: usize) -> Option<String> {
    let last = sheet.lines.partition_point(|line| line.span.start < head);
    let row = (0..last).map(|at| sheet.row(at)).find(|row| ["Geachte ", "Beste ", "Geacht "].iter().any(|word| row.starts_with(word)))?;
    let name = row.split_once(' ')?.1;
    let end = name.find([',', '.']).filter(|at| *at < 80)?;
    Some(name[..end].to_owned())
}

/// The text between the first of `begins` and `end`, flattened to one line.
fn after(text: &str, begins: &[&str], end: &str) -> Option<String> {
    let start = begins.iter().find_map(|begin| text.find(begin).map(|at| at + begin.len()))?;
    let flat = clipped(&text[start..], 400).split_whitespace().collect::<Vec<_>>().join(" ");
    flat.find(end).map(|stop| flat[..stop].to_owned())
}

/// `Vragen van het lid X aan de Minister over … (ingezonden …)`
fn parliament_subject(text: &str) -> Option<String> {
    let start = ["Vragen van ", "Vraag van ", "vragen van "].iter().find_map(|begin| text.find(begin))?;
    let rest = clipped(&text[start..], 900);
    let stop = rest.find("(ingezonden").or_else(|| rest.find("\n\n")).unwrap_or(rest.len());
    let flat = rest[..stop].split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, subject) = flat.split_once(" over ").or_else(|| flat.split_once("over "))?;
    let end = [" worden beantwoord", " kunnen niet", " kunnen tot", ". ", ", ingezonden"]
        .iter()
        .filter_map(|words| subject.find(words))
        .min()
        .unwrap_or(subject.len());
    Some(subject[..end].to_owned())
}

/// Who asked, as a sentence tells it: `heeft het lid X vragen gesteld`, `de vragen van het lid X over`.
fn asker(text: &str) -> Option<String> {
    let flat = clipped(text, 900).split_whitespace().collect::<Vec<_>>().join(" ");
    let begins = ["hebben ", "heeft ", "vragen van "].iter().flat_map(|word| flat.match_indices(word).map(|(at, word)| at + word.len()));
    begins.into_iter().find_map(|at| {
        let who = &flat[at..];
        let named = [
            "het lid ",
            "de leden ",
            "het Kamerlid ",
            "de Kamerleden ",
            "het raadslid ",
            "de raadsleden ",
            "de fractie",
            "de heer ",
            "mevrouw ",
        ];
        let end = [" schriftelijke ", " mondelinge ", " aanvullende ", " vragen ", " aan de ", " aan het ", " over ", " mij ", " ons "];
        let stop = end.iter().filter_map(|words| who.find(words)).min().filter(|stop| *stop < 160)?;
        named.iter().any(|name| who.starts_with(name)).then(|| who[..stop].to_owned())
    })
}

/// What was asked about, as a sentence tells it: `vragen gesteld aan de minister over …`.
fn told_subject(text: &str) -> Option<String> {
    let start = text.find("vragen gesteld")?;
    let rest = clipped(&text[start..], 900);
    let rest = &rest[..rest.find("\n\n").unwrap_or(rest.len())];
    let flat = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = &flat[..flat.find(". ").unwrap_or(flat.len())];
    let (_, subject) = sentence.split_once(" over ")?;
    Some(subject.trim_end_matches('.').to_owned())
}

/// Whether the head is that of questions which were sent in, and no answer came with it.
pub(super) fn asks(text: &str) -> bool {
    let text = clipped(text, READ);
    let begun = text.find("ragen van ").or_else(|| text.find("raag van "));
    begun.is_some_and(|at| clipped(&text[at..], 900).contains("(ingezonden"))
        && !text.contains("ntwoord van ")
        && !text.contains("Mededeling van ")
}

/// A title of the head such as `Beantwoording technische vragen jaarrekening`.
fn title(sheet: &Sheet, head: usize) -> Option<String> {
    let last = sheet.lines.partition_point(|line| line.span.start < head);
    let begins =
        ["beantwoording", "antwoorden op", "lijst van", "technische vragen", "schriftelijke vragen", "nota van beantwoording", "vragen "];
    (0..last)
        .map(|at| sheet.row(at))
        .find(|row| {
            row.len() < 160
                && !row.ends_with('.')
                && begins.iter().any(|begin| row.get(..begin.len()).is_some_and(|head| head.eq_ignore_ascii_case(begin)))
        })
        .map(str::to_owned)
}

/// `AH 611`, `2024Z17900`
fn parliament_number(sheet: &Sheet, head: usize) -> Option<String> {
    let last = sheet.lines.partition_point(|line| line.span.start < head);
    let code = |row: &str| {
        let plain: String = row.chars().filter(|c| !c.is_whitespace()).collect();
        let printed = plain.strip_prefix("AH").is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
        let asked = plain.len() > 6 && plain.get(4..5) == Some("Z") && plain.chars().filter(|c| *c != 'Z').all(|c| c.is_ascii_digit());
        printed || asked
    };
    (0..last).map(|at| sheet.row(at)).find(|row| row.len() < 20 && code(row)).map(str::to_owned)
}

/// At most `most` bytes of a text, cut between characters.
fn clipped(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    Span::new(0, end).of(text)
}
