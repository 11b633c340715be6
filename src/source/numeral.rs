//! Numbers as lists write them: 3, c, iii.

/// How the items of a list are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Numeral {
    #[default]
    Decimal,
    /// 01, 02, …, 10.
    TwoDigits,
    /// 1e, 2e.
    Ordinal,
    /// a to z, then aa, bb.
    Doubled(Case),
    /// a to z, then aa, ab.
    Letters(Case),
    Roman(Case),
    /// Nothing is written.
    Blank,
}

/// Small or capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    Upper,
}

/// The largest number that is written in letters: beyond it a file could ask for a number of a million letters.
const MOST_DOUBLED: usize = 780;
const MOST_ROMAN: usize = 3_999;

const ROMAN: [(usize, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

impl Numeral {
    /// The number `value` in this form; in digits where the form has no such number.
    pub fn write(self, value: i64) -> String {
        let count = usize::try_from(value).unwrap_or(0);
        match self {
            Self::Blank => String::new(),
            Self::TwoDigits => format!("{value:02}"),
            Self::Ordinal => format!("{value}e"),
            Self::Doubled(case) if (1..=MOST_DOUBLED).contains(&count) => {
                case.of(&letter((count - 1) % 26).to_string().repeat((count - 1) / 26 + 1))
            }
            Self::Letters(case) if count > 0 => case.of(&letters(count)),
            Self::Roman(case) if (1..=MOST_ROMAN).contains(&count) => case.of(&roman(count)),
            _ => value.to_string(),
        }
    }
}

impl Case {
    fn of(self, text: &str) -> String {
        if self == Self::Lower { text.to_owned() } else { text.to_ascii_uppercase() }
    }
}

fn letter(index: usize) -> char {
    char::from(b'a' + (index % 26) as u8)
}

fn letters(mut value: usize) -> String {
    let mut letters = Vec::new();
    while value > 0 {
        letters.push(letter(value - 1));
        value = (value - 1) / 26;
    }
    letters.iter().rev().collect()
}

fn roman(mut value: usize) -> String {
    let mut text = String::new();
    for (worth, sign) in ROMAN {
        while value >= worth {
            text.push_str(sign);
            value -= worth;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_every_form() {
        let table: &[(Numeral, i64, &str)] = &[
            (Numeral::Decimal, 12, "12"),
            (Numeral::TwoDigits, 3, "03"),
            (Numeral::Ordinal, 2, "2e"),
            (Numeral::Doubled(Case::Lower), 26, "z"),
            (Numeral::Doubled(Case::Lower), 28, "bb"),
            (Numeral::Doubled(Case::Lower), 1_000_000, "1000000"),
            (Numeral::Letters(Case::Upper), 28, "AB"),
            (Numeral::Letters(Case::Lower), i64::MAX, "crpxnlskvljfhg"),
            (Numeral::Letters(Case::Lower), 0, "0"),
            (Numeral::Roman(Case::Lower), 14, "xiv"),
            (Numeral::Roman(Case::Upper), 3999, "MMMCMXCIX"),
            (Numeral::Roman(Case::Upper), 4000, "4000"),
            (Numeral::Roman(Case::Upper), -1, "-1"),
            (Numeral::Blank, 5, ""),
        ];
        let wrong: Vec<_> = table.iter().map(|(form, value, text)| (form.write(*value), text)).filter(|(got, text)| got != *text).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
