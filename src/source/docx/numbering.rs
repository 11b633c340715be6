//! The numbers of automatic lists, which stand nowhere in the text of a Word file: they are counted as Word counts.

use std::collections::{HashMap, HashSet};

use super::properties::{RunProperties, switch};
use super::styles::Styles;
use crate::source::numeral::{Case, Numeral};
use crate::source::symbol::{bullet, symbol_font};
use crate::source::tree::{Node, attribute, child, name};

/// A list has nine levels.
const LEVELS: usize = 9;

/// A longer number is no number.
const MOST_LETTERS: usize = 200;

/// The lists of a file, and how far each is counted.
#[derive(Debug, Default)]
pub struct Numbering {
    patterns: HashMap<i64, Pattern>,
    lists: HashMap<i64, List>,
    /// The last number of each level, by pattern: lists with one pattern count on.
    counts: HashMap<i64, [Option<i64>; LEVELS]>,
    /// Levels of lists that have begun at their own start.
    begun: HashSet<(i64, usize)>,
}

/// How lists are numbered (`abstractNum`).
#[derive(Debug, Default)]
struct Pattern {
    levels: [Option<Level>; LEVELS],
    /// The style whose list has the levels.
    link: Option<String>,
}

/// A list (`num`).
#[derive(Debug, Default)]
struct List {
    pattern: i64,
    starts: [Option<i64>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

/// A level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    start: i64,
    form: Form,
    text: String,
    /// Begins again after a level of at most this (from 1); never when 0.
    restart: Option<usize>,
    /// All numbers in digits.
    legal: bool,
    /// The style whose paragraphs stand on this level.
    style: Option<String>,
    run: RunProperties,
}

/// Numbers or bullets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Number(Numeral),
    Bullet,
}

impl Default for Form {
    fn default() -> Self {
        Self::Number(Numeral::default())
    }
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(root: Node<'_>, styles: &Styles) -> Self {
        let mut numbering = Self::default();
        for node in root.children() {
            match name(node) {
                "abstractNum" => {
                    if let Some(id) = attribute(node, "abstractNumId").and_then(|id| id.parse().ok()) {
                        numbering.patterns.insert(id, Pattern::read(node));
                    }
                }
                "num" => {
                    if let Some(id) = attribute(node, "numId").and_then(|id| id.parse().ok()) {
                        numbering.lists.insert(id, List::read(node));
                    }
                }
                _ => {}
            }
        }
        numbering.follow_links(styles);
        numbering
    }

    /// The number of the next item of a list, and how it looks; none where the list shows none.
    pub fn next(&mut self, list: i64, level: usize) -> Option<(String, RunProperties)> {
        let level = level.min(LEVELS - 1);
        let found = self.lists.get(&list)?;
        let levels: Vec<_> = (0..LEVELS).map(|at| level_of(&self.patterns, found, at)).collect();
        let own = (*levels.get(level)?)?;
        let counts = self.counts.entry(found.pattern).or_default();
        let start = |at: usize| found.starts.get(at).copied().flatten().or(levels.get(at)?.map(|level| level.start)).or(Some(1));
        let again = found.starts[level].is_some() && self.begun.insert((list, level));
        counts[level] = match counts[level] {
            Some(count) if !again => Some(count.saturating_add(1)),
            _ => start(level),
        };
        for (at, deeper) in levels.iter().enumerate().skip(level + 1) {
            if deeper.and_then(|deeper| deeper.restart).is_none_or(|restart| level < restart) {
                counts[at] = None;
            }
        }
        let value = |at: usize| counts[at].or_else(|| start(at)).unwrap_or(1);
        let label = own.label(|at| {
            let form = levels.get(at).copied().flatten().map(|level| level.form);
            match form {
                Some(Form::Number(numeral)) if !own.legal => numeral.write(value(at)),
                Some(Form::Bullet) => String::new(),
                _ => value(at).to_string(),
            }
        });
        Some((label, own.run)).filter(|(label, _)| !label.trim().is_empty() && label.len() <= MOST_LETTERS)
    }

    /// The level of a list on which paragraphs of a style stand.
    pub fn level_of(&self, list: i64, style: &str) -> Option<usize> {
        let list = self.lists.get(&list)?;
        (0..LEVELS).find(|at| level_of(&self.patterns, list, *at).and_then(|level| level.style.as_deref()) == Some(style))
    }

    /// Lists whose pattern only names a style get the pattern of that style's list.
    fn follow_links(&mut self, styles: &Styles) {
        let target = |pattern: i64| {
            let style = styles.get(self.patterns.get(&pattern)?.link.as_deref()?)?;
            Some(self.lists.get(&style.place.list?)?.pattern)
        };
        let targets: Vec<_> = self.lists.iter().filter_map(|(id, list)| Some((*id, target(list.pattern)?))).collect();
        for (id, pattern) in targets {
            self.lists.entry(id).or_default().pattern = pattern;
        }
    }
}

impl Pattern {
    fn read(node: Node<'_>) -> Self {
        let link = child(node, "numStyleLink").and_then(|link| attribute(link, "val"));
        let mut pattern = Self { link: link.map(str::to_owned), ..Self::default() };
        for level in node.children().filter(|child| name(*child) == "lvl") {
            if let Some(slot) = place(level).and_then(|at| pattern.levels.get_mut(at)) {
                *slot = Some(Level::read(level));
            }
        }
        pattern
    }
}

impl List {
    fn read(node: Node<'_>) -> Self {
        let pattern = child(node, "abstractNumId").and_then(|pattern| attribute(pattern, "val")?.parse().ok());
        let mut list = Self { pattern: pattern.unwrap_or(-1), ..Self::default() };
        for change in node.children().filter(|child| name(*child) == "lvlOverride") {
            let Some(at) = place(change).filter(|at| *at < LEVELS) else {
                continue;
            };
            list.starts[at] = child(change, "startOverride").and_then(|start| attribute(start, "val")?.parse().ok());
            list.levels[at] = child(change, "lvl").map(Level::read);
        }
        list
    }
}

impl Level {
    fn read(node: Node<'_>) -> Self {
        let value = |local| child(node, local).and_then(|child| attribute(child, "val"));
        let form = value("numFmt").map_or_else(Form::default, form);
        let text = value("lvlText").filter(|text| text.len() <= MOST_LETTERS).unwrap_or_default();
        let fonts = child(node, "rPr").and_then(|properties| child(properties, "rFonts"));
        let font = fonts.and_then(|fonts| attribute(fonts, "ascii").or_else(|| attribute(fonts, "hAnsi"))).unwrap_or_default();
        let picture = child(node, "lvlPicBulletId").is_some();
        Self {
            start: value("start").and_then(|start| start.parse().ok()).unwrap_or(0),
            form,
            text: if form == Form::Bullet && (picture || !text.is_empty()) { bullet(symbol_font(font), text) } else { text.to_owned() },
            restart: value("lvlRestart").and_then(|level| level.parse().ok()),
            legal: switch(node, "isLgl").unwrap_or(false),
            style: value("pStyle").map(str::to_owned),
            run: RunProperties::of(node),
        }
    }

    /// The text of the level with each `%1` to `%9` replaced by the number of that level.
    fn label(&self, number: impl Fn(usize) -> String) -> String {
        let mut label = String::new();
        let mut rest = self.text.as_str();
        while let Some((before, after)) = rest.split_once('%') {
            label.push_str(before);
            let digit = after.chars().next().and_then(|c| c.to_digit(10)).filter(|digit| *digit > 0);
            if let Some(digit) = digit {
                label.push_str(&number(digit as usize - 1));
                rest = &after[1..];
            } else {
                label.push('%');
                rest = after;
            }
        }
        label.push_str(rest);
        label.trim_end().to_owned()
    }
}

/// A level of a list: its own, or that of its pattern.
fn level_of<'n>(patterns: &'n HashMap<i64, Pattern>, list: &'n List, at: usize) -> Option<&'n Level> {
    list.levels.get(at)?.as_ref().or_else(|| patterns.get(&list.pattern)?.levels.get(at)?.as_ref())
}

/// The level that a definition is about.
fn place(node: Node<'_>) -> Option<usize> {
    attribute(node, "ilvl")?.parse().ok()
}

/// How a level is counted, by the name that Word gives it.
fn form(name: &str) -> Form {
    if name == "bullet" { Form::Bullet } else { Form::Number(numeral(name)) }
}

/// How something is counted, by the name that Word gives it.
pub fn numeral(name: &str) -> Numeral {
    match name {
        "none" => Numeral::Blank,
        "lowerLetter" => Numeral::Doubled(Case::Lower),
        "upperLetter" => Numeral::Doubled(Case::Upper),
        "lowerRoman" => Numeral::Roman(Case::Lower),
        "upperRoman" => Numeral::Roman(Case::Upper),
        "decimalZero" => Numeral::TwoDigits,
        "ordinal" => Numeral::Ordinal,
        _ => Numeral::Decimal,
    }
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::*;

    /// The numbers of items, given by list and level, in lists of one pattern.
    fn numbers(levels: &str, lists: &str, items: &[(i64, usize)]) -> Vec<String> {
        let xml = format!("<numbering><abstractNum abstractNumId='0'>{levels}</abstractNum>{lists}</numbering>");
        let document = Document::parse(&xml).expect("XML");
        let mut numbering = Numbering::read(document.root_element(), &Styles::default());
        items.iter().map(|(list, level)| numbering.next(*list, *level).map_or_else(String::new, |(label, _)| label)).collect()
    }

    fn level(at: usize, form: &str, text: &str, more: &str) -> String {
        format!("<lvl ilvl='{at}'><start val='1'/><numFmt val='{form}'/><lvlText val='{text}'/>{more}</lvl>")
    }

    const LIST: &str = "<num numId='1'><abstractNumId val='0'/></num>";

    #[test]
    fn a_deeper_level_begins_again() {
        let levels = level(0, "decimal", "Vraag %1:", "") + &level(1, "lowerLetter", "%2)", "") + &level(2, "lowerRoman", "%1.%2.%3", "");
        let items = [(1, 0), (1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)];
        assert_eq!(numbers(&levels, LIST, &items), ["Vraag 1:", "Vraag 2:", "a)", "b)", "2.b.i", "Vraag 3:", "a)"]);
    }

    #[test]
    fn lists_of_one_pattern_count_on_unless_they_begin_anew() {
        let lists = format!(
            "{LIST}<num numId='2'><abstractNumId val='0'/></num>
            <num numId='3'><abstractNumId val='0'/><lvlOverride ilvl='0'><startOverride val='7'/></lvlOverride></num>"
        );
        let items = [(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)];
        assert_eq!(numbers(&level(0, "decimal", "%1.", ""), &lists, &items), ["1.", "2.", "7.", "8.", "9."]);
    }

    #[test]
    fn levels_that_never_begin_again_count_on() {
        let levels = level(0, "upperRoman", "%1", "") + &level(1, "decimal", "%2", "<lvlRestart val='0'/>");
        assert_eq!(numbers(&levels, LIST, &[(1, 0), (1, 1), (1, 0), (1, 1)]), ["I", "1", "II", "2"]);
    }

    #[test]
    fn forms_of_levels() {
        let table = [
            (level(0, "bullet", "\u{F0B7}", "<rPr><rFonts ascii='Symbol'/></rPr>"), "•"),
            (level(0, "bullet", "o", ""), "•"),
            (level(0, "bullet", "-", ""), "-"),
            (level(0, "none", "Vraag", ""), "Vraag"),
            (level(0, "decimal", "", ""), ""),
            (level(0, "decimal", "100% %1 %x", ""), "100% 1 %x"),
            (level(0, "upperRoman", "%1.", "<isLgl/>"), "1."),
            (level(0, "decimal", &"%1".repeat(300), ""), ""),
        ];
        let wrong: Vec<_> = table
            .iter()
            .map(|(levels, label)| (numbers(levels, LIST, &[(1, 0)]), *label))
            .filter(|(got, label)| got[0] != *label)
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn an_unknown_list_has_no_numbers() {
        assert_eq!(numbers(&level(0, "decimal", "%1", ""), LIST, &[(9, 0), (1, 5)]), ["", ""]);
    }
}
