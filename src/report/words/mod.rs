//! Numbers, shares and days in words.

pub mod codes;

use super::Language;
use crate::coding::Due;
use crate::measure::Share;
use crate::time::{Date, Interval};

/// "3.012" in Dutch, "3,012" in English.
pub(super) fn number(number: impl Into<u64>, language: Language) -> String {
    let digits = number.into().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push_str(language.pick(".", ","));
        }
        text.push(digit);
    }
    text
}

/// "1 antwoord", "44 antwoorden".
pub(super) fn answers(count: impl Into<u64>, language: Language) -> String {
    counted(count, ("antwoord", "antwoorden"), ("answer", "answers"), language)
}

/// A number with the noun that fits it: in Dutch, in English.
pub(super) fn counted(count: impl Into<u64>, dutch: (&str, &str), english: (&str, &str), language: Language) -> String {
    let count = count.into();
    let noun = if count == 1 { language.pick(dutch.0, english.0) } else { language.pick(dutch.1, english.1) };
    format!("{} {noun}", number(count, language))
}

/// "11 van 44".
pub(super) fn of(count: impl Into<u64>, total: impl Into<u64>, language: Language) -> String {
    format!("{} {} {}", number(count, language), language.pick("van", "of"), number(total, language))
}

/// "25 %"; with a decimal under ten, so that small shares can be told apart.
pub(super) fn percent(share: f64, language: Language) -> String {
    let share = share * 100.0;
    let whole = share >= 10.0 || (share - share.round()).abs() < 0.05;
    let text = if whole { format!("{share:.0} %") } else { format!("{share:.1} %") };
    if language == Language::Dutch { text.replace('.', ",") } else { text }
}

/// "22,1 %": with a decimal, for tables and text.
pub(super) fn percent_of_text(share: f64, language: Language) -> String {
    let text = format!("{:.1} %", share * 100.0);
    if language == Language::Dutch { text.replace('.', ",") } else { text }
}

/// "0,796": so many decimals.
pub(super) fn decimals(value: f64, places: usize, language: Language) -> String {
    let text = format!("{value:.places$}");
    if language == Language::Dutch { text.replace('.', ",") } else { text }
}

/// "9 van 45 (20,0 %)"; without a percentage where there are too few for one.
pub(super) fn share_of(count: u32, total: u32, language: Language) -> String {
    let share = Share::of(count, total).map(|share| format!(" ({})", percent_of_text(share.value(), language)));
    of(count, total, language) + &share.unwrap_or_default()
}

/// "17 van de 44 antwoorden wachten op een document dat nog moest verschijnen".
pub(super) fn waiting(count: u64, total: u64, language: Language) -> String {
    let what = language.pick("op een document dat nog moest verschijnen", "for a document that was not yet available");
    let one = language.pick("wacht", "waits");
    let many = language.pick("wachten", "wait");
    let all = answers(total, language);
    match (count, total) {
        (_, 1) => format!(
            "{} {} {what}",
            language.pick("Het ene antwoord", "The one answer"),
            if count == 1 { one } else { language.pick("wacht niet", "does not wait") }
        ),
        (0, _) => format!("{} {all} {one} {what}", language.pick("Geen van de", "None of the")),
        (1, _) => format!("{} {all} {one} {what}", language.pick("Eén van de", "One of the")),
        _ if count == total => format!("{} {all} {many} {what}", language.pick("Alle", "All")),
        // What is counted elsewhere may be more than all.
        _ if count > total => format!("{} {many} {what}", answers(count, language)),
        _ => format!("{} {} {all} {many} {what}", number(count, language), language.pick("van de", "of the")),
    }
}

const MONTHS: [(&str, &str); 12] = [
    ("januari", "January"),
    ("februari", "February"),
    ("maart", "March"),
    ("april", "April"),
    ("mei", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("augustus", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
];

/// "mei".
pub(super) fn month(date: Date, language: Language) -> &'static str {
    let month = usize::try_from(date.month() - 1).ok().and_then(|month| MONTHS.get(month));
    month.map_or("", |(dutch, english)| language.pick(dutch, english))
}

/// "mrt".
pub(super) fn short_month(date: Date, language: Language) -> &'static str {
    match (language, date.month()) {
        (Language::Dutch, 3) => "mrt",
        _ => month(date, language).get(..3).unwrap_or_default(),
    }
}

/// "17 april 2025".
pub(super) fn day(date: Date, language: Language) -> String {
    format!("{} {} {}", date.day(), month(date, language), date.year())
}

/// When something is due: "mei 2025", "september – oktober 2025", "onder voorwaarde".
pub(super) fn due(due: Due, language: Language) -> String {
    match due {
        Due::Interval(interval) => days(interval, language),
        Due::Conditional => language.pick("onder voorwaarde", "on a condition").to_owned(),
    }
}

/// Days as people write them: the month or year where they are the whole of one.
pub(super) fn days(Interval { from, to }: Interval, language: Language) -> String {
    let months = from == from.first_of_month() && to == to.last_of_month();
    let month = |date| month(date, language);
    match (from.year() == to.year(), months) {
        _ if from == to => day(from, language),
        (true, _) if from == to.first_of_year() && to == from.last_of_year() => from.year().to_string(),
        (true, true) if from.month() == to.month() => format!("{} {}", month(from), from.year()),
        (true, true) => format!("{} – {} {}", month(from), month(to), to.year()),
        (false, true) => format!("{} {} – {} {}", month(from), from.year(), month(to), to.year()),
        (true, false) if from.month() == to.month() => format!("{} – {}", from.day(), day(to, language)),
        (true, false) => format!("{} {} – {}", from.day(), month(from), day(to, language)),
        (false, false) => format!("{} – {}", day(from, language), day(to, language)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn due_in_words() {
        let table = [
            ("2025-05-01", "2025-05-31", "mei 2025"),
            ("2025-01-01", "2025-12-31", "2025"),
            ("2025-07-01", "2025-07-01", "1 juli 2025"),
            ("2025-09-01", "2025-10-31", "september – oktober 2025"),
            ("2025-12-01", "2026-02-28", "december 2025 – februari 2026"),
            ("2025-04-17", "2025-07-15", "17 april – 15 juli 2025"),
            ("2025-05-11", "2025-05-20", "11 – 20 mei 2025"),
            ("2025-04-17", "2026-04-16", "17 april 2025 – 16 april 2026"),
        ];
        let day = |text: &str| text.parse().expect("a day");
        let said = |from, to| due(Due::Interval(Interval { from: day(from), to: day(to) }), Language::Dutch);
        let wrong: Vec<_> = table.iter().filter(|(from, to, text)| said(from, to) != *text).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(due(Due::Conditional, Language::English), "on a condition");
    }

    #[test]
    fn counts_in_words() {
        let table = [
            (17, 44, "17 van de 44 antwoorden wachten op een document dat nog moest verschijnen"),
            (1, 44, "Eén van de 44 antwoorden wacht op een document dat nog moest verschijnen"),
            (0, 44, "Geen van de 44 antwoorden wacht op een document dat nog moest verschijnen"),
            (44, 44, "Alle 44 antwoorden wachten op een document dat nog moest verschijnen"),
            (1, 1, "Het ene antwoord wacht op een document dat nog moest verschijnen"),
            (0, 1, "Het ene antwoord wacht niet op een document dat nog moest verschijnen"),
            (3, 2, "3 antwoorden wachten op een document dat nog moest verschijnen"),
            (1234, 12345, "1.234 van de 12.345 antwoorden wachten op een document dat nog moest verschijnen"),
        ];
        let wrong: Vec<_> = table.iter().filter(|(count, total, text)| waiting(*count, *total, Language::Dutch) != *text).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(number(1_234_567_u32, Language::English), "1,234,567");
        assert_eq!([0.25, 0.004, 0.05, 1.0, 0.0].map(|share| percent(share, Language::Dutch)), ["25 %", "0,4 %", "5 %", "100 %", "0 %"]);
    }
}
