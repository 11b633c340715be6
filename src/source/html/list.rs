//! The numbers of lists, which a browser works out.

use super::tree::{Id, Tree};

/// A list that is being read.
#[derive(Debug)]
pub(super) struct List {
    style: Style,
    next: i64,
    step: i64,
}

/// How its items are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    None,
    Bullet,
    Decimal,
    Letters { upper: bool },
    Roman { upper: bool },
}

impl List {
    /// The list that an element is, before its first item.
    pub fn of(tree: &Tree, id: Id) -> Self {
        let ordered = tree.name(id) == "ol";
        let number = |name: &str| tree.attribute(id, name).and_then(|value| value.trim().parse::<i32>().ok()).map(i64::from);
        let reversed = ordered && tree.attribute(id, "reversed").is_some();
        let items = || tree.children(id).filter(|id| tree.name(*id) == "li").zip(1..).last().map_or(0, |(_, count)| count);
        let start = number("start").unwrap_or_else(|| if reversed { items() } else { 1 });
        Self { style: Style::of(tree, id, ordered), next: start, step: if reversed { -1 } else { 1 } }
    }

    /// What stands before the next item.
    pub fn number(&mut self, tree: &Tree, item: Id) -> Option<String> {
        let given = tree.attribute(item, "value").and_then(|value| value.trim().parse::<i32>().ok()).map(i64::from);
        let number = given.unwrap_or(self.next);
        self.next = number + self.step;
        let text = match self.style {
            Style::None => return None,
            Style::Bullet => return Some("•".to_owned()),
            Style::Decimal => number.to_string(),
            Style::Letters { upper } => cased(letters(number), upper),
            Style::Roman { upper } => cased(roman(number), upper),
        };
        Some(text + ".")
    }
}

impl Style {
    fn of(tree: &Tree, id: Id, ordered: bool) -> Self {
        let style = tree.attribute(id, "style").unwrap_or_default().to_ascii_lowercase();
        let rule = style.split(';').filter_map(|rule| rule.split_once(':')).find(|(name, _)| name.trim().starts_with("list-style"));
        let words = rule.map(|(_, value)| value).unwrap_or_default();
        let styled = words.split_ascii_whitespace().find_map(|word| match word {
            "none" => Some(Self::None),
            "disc" | "circle" | "square" => Some(Self::Bullet),
            "decimal" => Some(Self::Decimal),
            "lower-alpha" | "lower-latin" => Some(Self::Letters { upper: false }),
            "upper-alpha" | "upper-latin" => Some(Self::Letters { upper: true }),
            "lower-roman" => Some(Self::Roman { upper: false }),
            "upper-roman" => Some(Self::Roman { upper: true }),
            _ => None,
        });
        styled.unwrap_or_else(|| match tree.attribute(id, "type") {
            _ if !ordered => Self::Bullet,
            Some("a") => Self::Letters { upper: false },
            Some("A") => Self::Letters { upper: true },
            Some("i") => Self::Roman { upper: false },
            Some("I") => Self::Roman { upper: true },
            _ => Self::Decimal,
        })
    }
}

fn cased(text: String, upper: bool) -> String {
    if upper { text.to_ascii_uppercase() } else { text }
}

/// `a` to `z`, `aa`, …; numbers below 1 as they are.
fn letters(number: i64) -> String {
    let (mut rest, mut text) = (number, Vec::new());
    while rest > 0 {
        rest -= 1;
        text.extend(('a'..='z').nth(usize::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    if text.is_empty() { number.to_string() } else { text.iter().rev().collect() }
}

/// `i` to `mmmcmxcix`; other numbers as they are.
fn roman(number: i64) -> String {
    const VALUES: [(i64, &str); 13] = [
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
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let (mut rest, mut text) = (number, String::new());
    for (value, letters) in VALUES {
        while rest >= value {
            text.push_str(letters);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{letters, roman};

    #[test]
    fn numbers_as_letters() {
        let found: Vec<_> = [0, 1, 26, 27, 52, 703].map(letters).to_vec();
        assert_eq!(found, ["0", "a", "z", "aa", "az", "aaa"]);
        let found: Vec<_> = [-1, 1, 4, 9, 14, 1999, 4000].map(roman).to_vec();
        assert_eq!(found, ["-1", "i", "iv", "ix", "xiv", "mcmxcix", "4000"]);
    }
}
