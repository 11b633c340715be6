//! The numbers of lists, which a browser works out.

use super::tree::{Id, Tree};
use crate::source::numeral::{Case, Numeral};

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
    Numbers(Numeral),
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
            Style::Numbers(numeral) => numeral.write(number),
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
            "decimal" => Some(Self::Numbers(Numeral::Decimal)),
            "lower-alpha" | "lower-latin" => Some(Self::Numbers(Numeral::Letters(Case::Lower))),
            "upper-alpha" | "upper-latin" => Some(Self::Numbers(Numeral::Letters(Case::Upper))),
            "lower-roman" => Some(Self::Numbers(Numeral::Roman(Case::Lower))),
            "upper-roman" => Some(Self::Numbers(Numeral::Roman(Case::Upper))),
            _ => None,
        });
        styled.unwrap_or_else(|| match tree.attribute(id, "type") {
            _ if !ordered => Self::Bullet,
            Some("a") => Self::Numbers(Numeral::Letters(Case::Lower)),
            Some("A") => Self::Numbers(Numeral::Letters(Case::Upper)),
            Some("i") => Self::Numbers(Numeral::Roman(Case::Lower)),
            Some("I") => Self::Numbers(Numeral::Roman(Case::Upper)),
            _ => Self::Numbers(Numeral::Decimal),
        })
    }
}
