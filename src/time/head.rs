//! The words that an expression of time turns on; every other word of a text costs one look at its first letter.

use jiff::civil::Weekday;

use super::calendar::{Feast, Season};
use super::numeral;
use Head::{DayWord, HalfYearWord, Month, MonthWord, Near, Quarter, QuarterWord, ShortMonth, WeekWord, YearWord};

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
    SchoolYearWord,
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

/// Every such word that is not a number, in the order of the alphabet.
static WORDS: [(&str, Head); 82] = [
    ("apr", ShortMonth(4)),
    ("april", Month(4)),
    ("aug", ShortMonth(8)),
    ("augustus", Month(8)),
    ("bevrijdingsdag", Head::Feast(Feast::LiberationDay)),
    ("daags", DayWord),
    ("dag", DayWord),
    ("dagen", DayWord),
    ("dec", ShortMonth(12)),
    ("december", Month(12)),
    ("dinsdag", Head::Weekday(Weekday::Tuesday)),
    ("donderdag", Head::Weekday(Weekday::Thursday)),
    ("eergisteren", Near(-2)),
    ("feb", ShortMonth(2)),
    ("febr", ShortMonth(2)),
    ("februari", Month(2)),
    ("gisteren", Near(-1)),
    ("halfjaar", HalfYearWord),
    ("hemelvaart", Head::Feast(Feast::Ascension)),
    ("hemelvaartsdag", Head::Feast(Feast::Ascension)),
    ("herfst", Head::Season(Season::Autumn)),
    ("jaar", YearWord),
    ("jaareinde", Head::Feast(Feast::YearsEnd)),
    ("jaarhelft", HalfYearWord),
    ("jaarwisseling", Head::Feast(Feast::YearsEnd)),
    ("jan", ShortMonth(1)),
    ("januari", Month(1)),
    ("jaren", YearWord),
    ("jul", ShortMonth(7)),
    ("juli", Month(7)),
    ("jun", ShortMonth(6)),
    ("juni", Month(6)),
    ("kalenderjaar", YearWord),
    ("kerst", Head::Feast(Feast::Christmas)),
    ("kerstdagen", Head::Feast(Feast::Christmas)),
    ("kerstmis", Head::Feast(Feast::Christmas)),
    ("kerstreces", Head::Feast(Feast::ChristmasRecess)),
    ("kerstvakantie", Head::Feast(Feast::ChristmasRecess)),
    ("koningsdag", Head::Feast(Feast::KingsDay)),
    ("kwartaal", QuarterWord),
    ("kwartalen", QuarterWord),
    ("lente", Head::Season(Season::Spring)),
    ("maand", MonthWord),
    ("maandag", Head::Weekday(Weekday::Monday)),
    ("maanden", MonthWord),
    ("maart", Month(3)),
    ("mei", Month(5)),
    ("morgen", Near(1)),
    ("mrt", ShortMonth(3)),
    ("najaar", Head::Season(Season::Autumn)),
    ("nieuwjaar", Head::Feast(Feast::NewYear)),
    ("nieuwjaarsdag", Head::Feast(Feast::NewYear)),
    ("nov", ShortMonth(11)),
    ("november", Month(11)),
    ("okt", ShortMonth(10)),
    ("oktober", Month(10)),
    ("overmorgen", Near(2)),
    ("pasen", Head::Feast(Feast::Easter)),
    ("pinksteren", Head::Feast(Feast::Whitsun)),
    ("prinsjesdag", Head::Feast(Feast::BudgetDay)),
    ("q1", Quarter(1)),
    ("q2", Quarter(2)),
    ("q3", Quarter(3)),
    ("q4", Quarter(4)),
    ("schooljaar", Head::SchoolYearWord),
    ("sep", ShortMonth(9)),
    ("sept", ShortMonth(9)),
    ("september", Month(9)),
    ("sinterklaas", Head::Feast(Feast::SaintNicholas)),
    ("vandaag", Near(0)),
    ("verantwoordingsdag", Head::Feast(Feast::AccountsDay)),
    ("voorjaar", Head::Season(Season::Spring)),
    ("vrijdag", Head::Weekday(Weekday::Friday)),
    ("week", WeekWord),
    ("weken", WeekWord),
    ("winter", Head::Season(Season::Winter)),
    ("woensdag", Head::Weekday(Weekday::Wednesday)),
    ("zaterdag", Head::Weekday(Weekday::Saturday)),
    ("zomer", Head::Season(Season::Summer)),
    ("zomerreces", Head::Feast(Feast::SummerRecess)),
    ("zomervakantie", Head::Feast(Feast::SummerRecess)),
    ("zondag", Head::Weekday(Weekday::Sunday)),
];

/// For each first letter where its words begin in [`WORDS`], and which lengths they have, as bits.
static LETTERS: [Letter; 26] = letters();

#[derive(Clone, Copy)]
struct Letter {
    first: usize,
    end: usize,
    lengths: u32,
}

const fn letters() -> [Letter; 26] {
    let mut letters = [Letter { first: 0, end: 0, lengths: 0 }; 26];
    let mut at = 0;
    while at < WORDS.len() {
        let word = WORDS[at].0.as_bytes();
        let letter = &mut letters[(word[0] - b'a') as usize];
        if letter.lengths == 0 {
            letter.first = at;
        }
        letter.end = at + 1;
        letter.lengths |= 1 << word.len();
        at += 1;
    }
    letters
}

/// What a folded word is, if an expression of time can turn on it.
pub(super) fn of(word: &str) -> Option<Head> {
    let first = *word.as_bytes().first()?;
    if first.is_ascii_digit() {
        return digits(word);
    }
    let letter = LETTERS.get(usize::from(first.wrapping_sub(b'a')))?;
    let may_be = word.len() < 32 && letter.lengths & (1 << word.len()) != 0;
    let named = || WORDS.get(letter.first..letter.end)?.iter().find(|(name, _)| *name == word).map(|(_, head)| *head);
    let found = if may_be { named() } else { None };
    found.or_else(|| gathering_of_month(word))
}

/// "De juniraad", "de septembercyclus": a meeting that bears the name of its month.
fn gathering_of_month(word: &str) -> Option<Head> {
    let meeting = MEETINGS.iter().find_map(|meeting| word.strip_suffix(meeting))?;
    let (_, head) = WORDS.iter().find(|(name, head)| *name == meeting && matches!(head, Month(_)))?;
    Some(*head)
}

const MEETINGS: [&str; 9] = ["raad", "vergadering", "cyclus", "commissie", "ronde", "zitting", "bijeenkomst", "overleg", "sessie"];

fn digits(word: &str) -> Option<Head> {
    match word.len() {
        1 | 2 => numeral::digits(word).map(|_| Head::Digits),
        4 => numeral::year(word).map(Head::Year),
        8..=10 => word.contains('.').then_some(Head::Digits),
        _ => None,
    }
}

/// Things that letters count: a number before one of them is no year.
pub(super) fn is_counted(word: &str) -> bool {
    COUNTED.contains(&word)
}

#[rustfmt::skip]
const COUNTED: [&str; 73] = [
    "aanvragen", "adressen", "banen", "bedrijven", "bezoekers", "bomen", "burgers", "clienten", "deelnemers", "dieren", "dossiers",
    "euro", "fte", "gevallen", "gezinnen", "hectare", "huishoudens", "huurders", "inwoners", "jongeren", "keer", "kilo", "kilogram",
    "kilometer", "kilowattuur", "kinderen", "klachten", "km", "kubieke", "kuub", "kwh", "leden", "leerlingen", "liter", "m2", "m3",
    "maal", "mannen", "meldingen", "mensen", "meter", "miljard", "miljoen", "mln", "mw", "ouderen", "panden", "parkeerplaatsen",
    "patienten", "percelen", "personen", "plaatsen", "plekken", "procent", "punten", "reacties", "stemmen", "studenten", "stuks", "ton",
    "trajecten", "uren", "uur", "vergunningen", "vierkante", "vluchtelingen", "voertuigen", "vragen", "vrouwen", "werknemers", "woningen",
    "zienswijzen", "zonnepanelen",
];

#[cfg(test)]
mod tests {
    use super::{Head, WORDS, of};

    #[test]
    fn every_word_is_found_and_the_table_is_in_order() {
        assert!(WORDS.is_sorted_by(|(one, _), (other, _)| one < other));
        let lost: Vec<_> = WORDS.iter().filter(|(word, head)| of(word) != Some(*head)).collect();
        assert!(lost.is_empty(), "{lost:?}");
        assert_eq!(
            [of("2025"), of("12"), of("2.025"), of("meicirculaire"), of("")],
            [Some(Head::Year(2025)), Some(Head::Digits), None, None, None]
        );
    }
}
