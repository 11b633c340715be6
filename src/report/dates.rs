//! Days as people write them.

use super::Language;
use crate::coding::Due;
use crate::time::{Date, Interval};

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

fn month(date: Date, language: Language) -> &'static str {
    let month = usize::try_from(date.month() - 1).ok().and_then(|month| MONTHS.get(month));
    month.map_or("", |(dutch, english)| language.pick(dutch, english))
}

/// A day in words.
pub(super) fn day(date: Date, language: Language) -> String {
    format!("{} {} {}", date.day(), month(date, language), date.year())
}

/// When something is due, in words.
pub(super) fn due(due: Due, language: Language) -> String {
    match due {
        Due::Interval(interval) => days(interval, language),
        Due::Conditional => language.pick("onder voorwaarde", "on a condition").to_owned(),
    }
}

/// Days in words: the month or year where they are the whole of one.
pub(super) fn days(Interval { from, to }: Interval, language: Language) -> String {
    if from == to {
        day(from, language)
    } else if from == to.first_of_month() && to == from.last_of_month() {
        format!("{} {}", month(from, language), from.year())
    } else if from == to.first_of_year() && to == from.last_of_year() {
        from.year().to_string()
    } else {
        format!("{} – {}", day(from, language), day(to, language))
    }
}

#[cfg(test)]
mod tests {
    use super::due;
    use crate::coding::Due;
    use crate::report::Language;
    use crate::time::Interval;

    #[test]
    fn due_in_words() {
        let table = [
            ("2025-05-01", "2025-05-31", "mei 2025"),
            ("2025-01-01", "2025-12-31", "2025"),
            ("2025-07-01", "2025-07-01", "1 juli 2025"),
            ("2025-09-01", "2025-11-30", "1 september 2025 – 30 november 2025"),
        ];
        let day = |text: &str| text.parse().expect("a day");
        let said = |from, to| due(Due::Interval(Interval { from: day(from), to: day(to) }), Language::Dutch);
        let wrong: Vec<_> = table.iter().filter(|(from, to, text)| said(from, to) != *text).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(due(Due::Conditional, Language::English), "on a condition");
    }
}
