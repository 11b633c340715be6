//! Which answer a row without an id is of, where numbers begin anew with each theme.

/// The place of the answer that a row is of, among the answers of its letter that have its number, given by their headings: the one under
/// the same heading, else the one in the same order. `time` tells how often the number has come before in the file of the row.
///
/// # Example: question 1 of two themes
/// ```
/// use antwoordmeter::codings::same_answer;
/// assert_eq!(same_answer("ZORG", 0, &["Wonen", "Zorg"]), Some(1));
/// assert_eq!(same_answer("Financiën", 0, &["Wonen", "Zorg"]), Some(0));
/// assert_eq!(same_answer("Financiën", 2, &["Wonen", "Zorg"]), None);
/// ```
pub fn same_answer(theme: &str, time: usize, themes: &[&str]) -> Option<usize> {
    let theme = heading(theme);
    let mut alike = themes.iter().enumerate().filter(|(_, other)| heading(other) == theme);
    match (alike.next(), alike.next()) {
        (Some((only, _)), None) => Some(only),
        _ => (time < themes.len()).then_some(time),
    }
}

/// The words of a heading.
pub fn heading(theme: &str) -> String {
    theme.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
