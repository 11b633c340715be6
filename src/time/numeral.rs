//! Numbers as Dutch letters write them: `8`, `8e`, `achtste`, `zes`, `2025`.

/// The value of a word of one to four digits.
pub(super) fn digits(word: &str) -> Option<i16> {
    let number = (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    number.then(|| word.parse().ok()).flatten()
}

/// A year in four digits, 1900 to 2099.
pub(super) fn year(word: &str) -> Option<i16> {
    if word.len() != 4 {
        return None;
    }
    digits(word).filter(|year| (1900..2100).contains(year))
}

/// A year to which a converter glued the next word ("2024gebruikt"); not a file number ("2024Z17900").
pub(super) fn glued_year(word: &str) -> Option<i16> {
    let (year_digits, rest) = word.split_at_checked(4)?;
    (rest.len() > 1 && rest.bytes().all(|byte| byte.is_ascii_lowercase())).then(|| year(year_digits)).flatten()
}

/// The year that two digits stand for: `'98` is 1998, `'25` is 2025.
pub(super) fn short_year(word: &str) -> Option<i16> {
    if word.len() != 2 {
        return None;
    }
    digits(word).map(|year| if year < 70 { 2000 + year } else { 1900 + year })
}

/// A day of the month: `8`, `08`, `8e`, `1ste`; also glued to its preposition, as converters leave it (`van4`).
pub(super) fn day(word: &str) -> Option<i8> {
    let word = ["van", "op", "per", "tot", "datum"].iter().find_map(|lead| word.strip_prefix(lead)).unwrap_or(word);
    let word = ["ste", "de", "e"].iter().find_map(|tail| word.strip_suffix(tail)).unwrap_or(word);
    if word.len() > 2 {
        return None;
    }
    digits(word).filter(|day| (1..=31).contains(day)).and_then(|day| i8::try_from(day).ok())
}

/// Whether a word is `lead` with a day glued to it: `van4`.
pub(super) fn is_glued_to(word: &str, lead: &str) -> bool {
    word.strip_prefix(lead).is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()))
}

/// A place in an order, 1 to 5: `eerste`, `1e`, `1ste`, `2de`; as the first word of "tweede kwartaal".
pub(super) fn ordinal(word: &str) -> Option<i8> {
    Some(match word {
        "eerste" | "1e" | "1ste" | "1" | "i" => 1,
        "tweede" | "2e" | "2de" | "2" | "ii" => 2,
        "derde" | "3e" | "3de" | "3" | "iii" => 3,
        "vierde" | "4e" | "4de" | "4" | "iv" => 4,
        "vijfde" | "5e" | "5de" => 5,
        _ => return None,
    })
}

/// A count from 1 to 99, in digits or in a word.
pub(super) fn count(word: &str) -> Option<i16> {
    #[rustfmt::skip]
const WORDS: [&str; 15] = [
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien",
];
    if word.starts_with(|first: char| first.is_ascii_digit()) {
        return digits(word).filter(|count| (1..100).contains(count));
    }
    let place = WORDS.iter().position(|name| *name == word);
    match (place, word) {
        (Some(place), _) => i16::try_from(place + 1).ok(),
        (None, "achttien") => Some(18),
        (None, "twintig") => Some(20),
        (None, "dertig") => Some(30),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{count, day, ordinal, short_year, year};

    #[test]
    fn years_and_days() {
        assert_eq!([year("2025"), year("1899"), year("2.025"), year("025")], [Some(2025), None, None, None]);
        assert_eq!([short_year("25"), short_year("98"), short_year("5")], [Some(2025), Some(1998), None]);
        assert_eq!([day("8"), day("08"), day("1ste"), day("van4"), day("32"), day("0")], [Some(8), Some(8), Some(1), Some(4), None, None]);
    }

    #[test]
    fn counts_and_places() {
        assert_eq!(
            [count("een"), count("veertien"), count("30"), count("100"), count("enkele")],
            [Some(1), Some(14), Some(30), None, None]
        );
        assert_eq!([ordinal("tweede"), ordinal("2e"), ordinal("laatste")], [Some(2), Some(2), None]);
    }
}
