//! Fields of a letterhead: `Datum 8 april 2025`, `Ons kenmerk: 12/34`, `onderwerp` with its value on the next line.

use std::ops::Range;

use super::sheet::Sheet;

/// What a field says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// Date of the letter.
    Date,
    /// Date of the letter that is answered.
    Asked,
    /// What it is about.
    Subject,
    /// The sender's own reference.
    Reference,
    /// To whom.
    Addressee,
    /// From whom.
    Sender,
    /// Something else; it ends the value before it.
    Other,
}

/// A field with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// What it says.
    pub name: Name,
    /// Its value, on one line.
    pub value: String,
    /// The lines below the label that hold its value.
    pub below: Range<usize>,
}

/// Labels of fields, the longer before the shorter.
#[rustfmt::skip]
const LABELS: [(&str, Name); 54] = [
    ("datum vragen", Name::Asked), ("datum indiening", Name::Asked), ("datum ingediend", Name::Asked), ("datum ontvangst", Name::Asked),
    ("ingediend", Name::Asked), ("datum beantwoording", Name::Date), ("datum antwoord", Name::Date), ("beantwoord", Name::Date),
    ("versie", Name::Date), ("datum brief", Name::Date), ("datum verzending", Name::Date), ("verzenddatum", Name::Date),
    ("verzonden", Name::Date), ("dagtekening", Name::Date), ("datum", Name::Date), ("date", Name::Date), ("uw brief van", Name::Asked),
    ("uw brief d.d.", Name::Asked), ("uw schrijven van", Name::Asked), ("uw bericht van", Name::Asked), ("uw vragen van", Name::Asked),
    ("uw mail van", Name::Asked), ("uw brief", Name::Asked), ("ingezonden", Name::Asked), ("ingekomen", Name::Asked),
    ("onderwerp", Name::Subject), ("betreft", Name::Subject), ("betreffende", Name::Subject), ("inzake", Name::Subject),
    ("ons kenmerk", Name::Reference), ("ons briefnummer", Name::Reference), ("ons nummer", Name::Reference),
    ("onze referentie", Name::Reference), ("onze ref.", Name::Reference), ("briefnummer", Name::Reference),
    ("zaaknummer", Name::Reference), ("documentnummer", Name::Reference), ("registratienummer", Name::Reference),
    ("dossiernummer", Name::Reference), ("kenmerk", Name::Reference), ("nummer", Name::Reference), ("nr.", Name::Reference),
    ("uw kenmerk", Name::Other), ("uw referentie", Name::Other), ("bijlagen", Name::Other), ("bijlage(n)", Name::Other),
    ("bijlage", Name::Other), ("behandeld door", Name::Other), ("contact", Name::Other), ("afdeling", Name::Other),
    ("team", Name::Other), ("pagina", Name::Other), ("aan", Name::Addressee), ("van", Name::Sender),
];

/// A row longer than this holds a whole letter.
const LONG: usize = 250;

/// The longest value that is kept, in characters.
const LONGEST: usize = 300;

/// The fields above byte `end`, in order.
pub(super) fn fields(sheet: &Sheet, end: usize) -> Vec<Field> {
    let mut found = Vec::new();
    let last = sheet.lines.partition_point(|line| line.span.start < end);
    for at in 0..last {
        let row = sheet.row(at);
        let places = labels(row);
        for (nth, (name, start, value)) in places.iter().enumerate() {
            let stop = places.get(nth + 1).map_or(row.len(), |next| next.1);
            let value = clean(&row[*value..stop]);
            let (value, below) = if value.is_empty() && *start == 0 {
                below(sheet, at, last)
            } else {
                (continued(sheet, at, last, *name, value, stop == row.len()), 0..0)
            };
            let short: String = value.chars().take(LONGEST).collect();
            if !short.is_empty() || *name == Name::Other {
                found.push(Field { name: *name, value: short, below });
            }
        }
    }
    found
}

/// The labels in a row: what they name, where they begin and where their value begins.
fn labels(row: &str) -> Vec<(Name, usize, usize)> {
    let mut found: Vec<(Name, usize, usize)> = Vec::new();
    let many = row.contains("  ") || row.contains("**") || row.len() > LONG || row.contains('\t');
    let mut at = 0;
    for word in row.split_inclusive([' ', '\t', '*']) {
        let start = at;
        at += word.len();
        let wanted = start == 0 || (many || !found.is_empty()) && word.starts_with(char::is_uppercase);
        if !wanted || found.last().is_some_and(|(_, _, value)| start < *value) || found.len() > 12 {
            continue;
        }
        let rest = &row[start..];
        let Some((label, name)) =
            LABELS.iter().find(|(label, _)| rest.get(..label.len()).is_some_and(|head| head.eq_ignore_ascii_case(label)))
        else {
            continue;
        };
        let after = &rest[label.len()..];
        let tail = after.trim_start_matches(['*', ' ', '\t', '\u{A0}']);
        let delimited = tail.starts_with(':') || after.starts_with("  ") || after.starts_with('\t') || after.starts_with('*');
        let loose = match name {
            Name::Sender => false,
            Name::Addressee => start == 0 && row.len() < 120 && !row.ends_with(['.', '?', ':']) && !row.contains(". "),
            // "datum 8 april 2025": a day tells that a small letter begins a label.
            Name::Date if start == 0 && row.len() < 60 && tail.starts_with(|c: char| c.is_ascii_digit()) => true,
            Name::Asked | Name::Subject | Name::Date | Name::Reference | Name::Other => {
                rest.starts_with(char::is_uppercase)
                    && (row.len() < 160 || row.len() > LONG)
                    && (start > 0 || !row.ends_with('.') || row.len() < 60)
            }
        };
        let boundary = after.is_empty() || after.starts_with([' ', '\t', ':', '*', '\u{A0}']);
        let alone = after.trim_matches(['*', ' ', ':']).is_empty();
        if boundary && (delimited || alone || loose) && (start == 0 || !matches!(name, Name::Addressee | Name::Sender)) {
            let value = row.len() - tail.strip_prefix(':').unwrap_or(tail).len();
            found.push((*name, start, value));
        }
    }
    found
}

/// The value of a label that stands alone: the lines below it up to a blank one, and which these are.
fn below(sheet: &Sheet, at: usize, last: usize) -> (String, Range<usize>) {
    let (mut value, mut end) = (String::new(), at + 1);
    for line in at + 1..last.min(at + 5) {
        let row = sheet.row(line);
        let starts = value.is_empty();
        if !starts && (sheet.lines[line].gap || !labels(row).is_empty()) || starts && labels(row).first().is_some_and(|label| label.1 == 0)
        {
            break;
        }
        if !starts {
            value.push(' ');
        }
        value.push_str(row);
        end = line + 1;
    }
    (clean(&value), at + 1..end)
}

/// The value with the lines on which it goes on.
fn continued(sheet: &Sheet, at: usize, last: usize, name: Name, mut value: String, whole: bool) -> String {
    // "de voorzitter van de Tweede", "het college van": the name of whom it is to goes on.
    let open = value.rsplit(' ').next().is_some_and(|word| UNFINISHED.contains(&word));
    if name == Name::Addressee && whole && open && at + 1 < last && !sheet.lines[at + 1].gap && labels(sheet.row(at + 1)).is_empty() {
        return format!("{value} {}", sheet.row(at + 1));
    }
    if name == Name::Subject && whole {
        for line in at + 1..last.min(at + 4) {
            let row = sheet.row(line);
            if sheet.lines[line].gap || !row.starts_with(char::is_lowercase) || !labels(row).is_empty() {
                break;
            }
            value.push(' ');
            value.push_str(row);
        }
    }
    value
}

/// Words with which no name ends.
const UNFINISHED: &[&str] = &["Tweede", "Eerste", "Provinciale", "van", "de", "het", "der", "en", "aan"];

/// The value without markup and runs of blanks; a salutation ends it.
fn clean(value: &str) -> String {
    let end = ["Geachte ", "Beste ", "Hierbij "].iter().filter_map(|word| value.find(word)).min().unwrap_or(value.len());
    let words: Vec<&str> = value[..end].split_whitespace().map(|word| word.trim_matches('*')).filter(|word| !word.is_empty()).collect();
    words.join(" ").trim_end_matches([',', ';']).trim_matches('-').to_owned()
}
