//! The words that an expression of time turns on; every other word of a text costs one look at its first letter.

use jiff::civil::Weekday;

use super::calendar::{Feast, Season};
use super::numeral;

/// What such a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    Month(i8),
    /// An abbreviation, which is a month only beside a day or a year.
    ShortMonth(i8),
    Season(Season),
    Feast(Feast),
    /// "Q2".
    Quarter(i8),
    /// "kwartaal"; which one stands before or after it.
    QuarterWord,
    HalfYearWord,
    YearWord,
    MonthWord,
    WeekWord,
    DayWord,
    Weekday(Weekday),
    /// Days from the letter's date: "morgen" is 1.
    Near(i8),
    /// Four digits that may be a year.
    Year(i16),
    /// Digits that may begin a date.
    Digits,
}

/// What a folded word is, if an expression of time can turn on it.
pub(super) fn of(word: &str) -> Option<Head> {
    let bytes = word.as_bytes();
    let (first, length) = (*bytes.first()?, bytes.len());
    match first {
        b'0'..=b'9' => digits(word),
        b'a'..=b'z' if length > 1 => letters(first, word),
        _ => None,
    }
}

fn digits(word: &str) -> Option<Head> {
    match word.len() {
        1 | 2 => word.bytes().all(|byte| byte.is_ascii_digit()).then_some(Head::Digits),
        4 if numeral::year(word).is_some() => numeral::year(word).map(Head::Year),
        8..=10 if word.contains('.') => Some(Head::Digits),
        _ => None,
    }
}

fn letters(first: u8, word: &str) -> Option<Head> {
    use Head::{DayWord, HalfYearWord, Month, MonthWord, Near, Quarter, QuarterWord, ShortMonth, WeekWord, YearWord};
    Some(match first {
        b'a' => match word {
            "april" => Month(4),
            "augustus" => Month(8),
            "apr" => ShortMonth(4),
            "aug" => ShortMonth(8),
            _ => return None,
        },
        b'b' => match word {
            "bevrijdingsdag" => Head::Feast(Feast::LiberationDay),
            _ => return None,
        },
        b'd' => match word {
            "december" => Month(12),
            "dec" => ShortMonth(12),
            "dagen" => DayWord,
            "dinsdag" => Head::Weekday(Weekday::Tuesday),
            "donderdag" => Head::Weekday(Weekday::Thursday),
            _ => return None,
        },
        b'e' => match word {
            "eergisteren" => Near(-2),
            _ => return None,
        },
        b'f' => match word {
            "februari" => Month(2),
            "feb" | "febr" => ShortMonth(2),
            _ => return None,
        },
        b'g' => match word {
            "gisteren" => Near(-1),
            _ => return None,
        },
        b'h' => match word {
            "herfst" => Head::Season(Season::Autumn),
            "halfjaar" => HalfYearWord,
            "hemelvaart" | "hemelvaartsdag" => Head::Feast(Feast::Ascension),
            _ => return None,
        },
        b'j' => match word {
            "januari" => Month(1),
            "juni" => Month(6),
            "juli" => Month(7),
            "jan" => ShortMonth(1),
            "jun" => ShortMonth(6),
            "jul" => ShortMonth(7),
            "jaar" | "jaren" => YearWord,
            "jaarwisseling" | "jaareinde" => Head::Feast(Feast::YearsEnd),
            _ => return None,
        },
        b'k' => match word {
            "kwartaal" | "kwartalen" => QuarterWord,
            "kalenderjaar" => YearWord,
            "kerst" | "kerstmis" | "kerstdagen" => Head::Feast(Feast::Christmas),
            "kerstreces" | "kerstvakantie" => Head::Feast(Feast::ChristmasRecess),
            "koningsdag" => Head::Feast(Feast::KingsDay),
            _ => return None,
        },
        b'l' => match word {
            "lente" => Head::Season(Season::Spring),
            _ => return None,
        },
        b'm' => match word {
            "maart" => Month(3),
            "mei" => Month(5),
            "mrt" => ShortMonth(3),
            "maand" | "maanden" => MonthWord,
            "maandag" => Head::Weekday(Weekday::Monday),
            "morgen" => Near(1),
            _ => return None,
        },
        b'n' => match word {
            "november" => Month(11),
            "nov" => ShortMonth(11),
            "najaar" => Head::Season(Season::Autumn),
            "nieuwjaar" | "nieuwjaarsdag" => Head::Feast(Feast::NewYear),
            _ => return None,
        },
        b'o' => match word {
            "oktober" => Month(10),
            "okt" => ShortMonth(10),
            "overmorgen" => Near(2),
            _ => return None,
        },
        b'p' => match word {
            "prinsjesdag" => Head::Feast(Feast::BudgetDay),
            "pasen" => Head::Feast(Feast::Easter),
            "pinksteren" => Head::Feast(Feast::Whitsun),
            _ => return None,
        },
        b'q' => match word {
            "q1" => Quarter(1),
            "q2" => Quarter(2),
            "q3" => Quarter(3),
            "q4" => Quarter(4),
            _ => return None,
        },
        b's' => match word {
            "september" => Month(9),
            "sep" | "sept" => ShortMonth(9),
            "sinterklaas" => Head::Feast(Feast::SaintNicholas),
            _ => return None,
        },
        b'v' => match word {
            "voorjaar" => Head::Season(Season::Spring),
            "verantwoordingsdag" => Head::Feast(Feast::AccountsDay),
            "vandaag" => Near(0),
            "vrijdag" => Head::Weekday(Weekday::Friday),
            _ => return None,
        },
        b'w' => match word {
            "winter" => Head::Season(Season::Winter),
            "week" | "weken" => WeekWord,
            "woensdag" => Head::Weekday(Weekday::Wednesday),
            _ => return None,
        },
        b'z' => match word {
            "zomer" => Head::Season(Season::Summer),
            "zomerreces" | "zomervakantie" => Head::Feast(Feast::SummerRecess),
            "zaterdag" => Head::Weekday(Weekday::Saturday),
            "zondag" => Head::Weekday(Weekday::Sunday),
            _ => return None,
        },
        _ => return None,
    })
}

/// Things that letters count: a number before one of them is no year.
pub(super) fn is_counted(word: &str) -> bool {
    matches!(
        word,
        "aanvragen"
            | "adressen"
            | "bedrijven"
            | "bezoekers"
            | "bomen"
            | "burgers"
            | "banen"
            | "clienten"
            | "deelnemers"
            | "dieren"
            | "dossiers"
            | "euro"
            | "fte"
            | "gevallen"
            | "gezinnen"
            | "hectare"
            | "huishoudens"
            | "huurders"
            | "inwoners"
            | "jongeren"
            | "keer"
            | "kilo"
            | "kilogram"
            | "kilometer"
            | "kilowattuur"
            | "kinderen"
            | "klachten"
            | "km"
            | "kuub"
            | "kwh"
            | "leden"
            | "leerlingen"
            | "liter"
            | "m2"
            | "m3"
            | "maal"
            | "mensen"
            | "meldingen"
            | "meter"
            | "miljard"
            | "miljoen"
            | "mln"
            | "mw"
            | "ouderen"
            | "panden"
            | "parkeerplaatsen"
            | "patienten"
            | "percelen"
            | "personen"
            | "plaatsen"
            | "plekken"
            | "procent"
            | "punten"
            | "reacties"
            | "stuks"
            | "stemmen"
            | "studenten"
            | "ton"
            | "trajecten"
            | "uren"
            | "uur"
            | "vergunningen"
            | "vluchtelingen"
            | "voertuigen"
            | "vragen"
            | "vrouwen"
            | "mannen"
            | "vierkante"
            | "kubieke"
            | "werknemers"
            | "woningen"
            | "zienswijzen"
            | "zonnepanelen"
    )
}
