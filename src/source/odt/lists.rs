//! The numbers of automatic lists in a LibreOffice file, counted as LibreOffice counts.

use std::collections::HashMap;

use crate::source::numeral::{Case, Numeral};
use crate::source::symbol::{bullet, symbol_font};
use crate::source::tree::{Node, attribute, child, name};

/// A list has ten levels.
const LEVELS: usize = 10;

/// A longer number is no number.
const MOST_LETTERS: usize = 200;

/// The name of the list that headings are numbered by.
pub const OUTLINE: &str = "Outline";

/// The list styles of a file, and how far each list is counted.
#[derive(Debug, Default)]
pub struct Lists {
    styles: HashMap<String, [Option<Level>; LEVELS]>,
    counts: Vec<[Option<i64>; LEVELS]>,
    /// The counts of lists by their ids, and those of the last list of each style.
    by_id: HashMap<String, usize>,
    by_style: HashMap<String, usize>,
}

/// A level of a list style.
#[derive(Debug, PartialEq)]
struct Level {
    start: i64,
    form: Form,
    prefix: String,
    suffix: String,
    /// How many levels the number names.
    shown: usize,
    /// The number with `%1%` for that of the first level, where LibreOffice writes it so.
    pattern: Option<String>,
}

#[derive(Debug, PartialEq)]
enum Form {
    Number(Numeral),
    Bullet(String),
}

impl Lists {
    /// Reads the list styles that `common` and `content` have.
    pub fn read(common: Node<'_>, content: Node<'_>) -> Self {
        let mut lists = Self::default();
        let places = [child(common, "styles"), child(common, "automatic-styles"), child(content, "automatic-styles")];
        for style in places.into_iter().flatten().flat_map(|place| place.children()) {
            let named = match name(style) {
                "outline-style" => OUTLINE,
                "list-style" => attribute(style, "name").unwrap_or_default(),
                _ => continue,
            };
            let mut levels = [const { None }; LEVELS];
            for level in style.children() {
                let at = attribute(level, "level").and_then(|at| at.parse::<usize>().ok()?.checked_sub(1));
                if let Some(slot) = at.and_then(|at| levels.get_mut(at)) {
                    *slot = Some(Level::read(level));
                }
            }
            lists.styles.insert(named.to_owned(), levels);
        }
        lists
    }

    /// Begins a list that stands in no other: the place of its counts.
    pub fn begin(&mut self, list: Node<'_>, style: &str) -> usize {
        let continued = attribute(list, "continue-list").and_then(|id| self.by_id.get(id));
        let previous = self.by_style.get(style).filter(|_| attribute(list, "continue-numbering") == Some("true"));
        let counts = continued.or(previous).copied().unwrap_or_else(|| {
            self.counts.push([None; LEVELS]);
            self.counts.len() - 1
        });
        if let Some(id) = attribute(list, "id") {
            self.by_id.insert(id.to_owned(), counts);
        }
        self.by_style.insert(style.to_owned(), counts);
        counts
    }

    /// The counts of the headings.
    pub fn outline(&mut self) -> usize {
        if let Some(counts) = self.by_style.get(OUTLINE) {
            return *counts;
        }
        self.counts.push([None; LEVELS]);
        self.by_style.insert(OUTLINE.to_owned(), self.counts.len() - 1);
        self.counts.len() - 1
    }

    /// Begins a level of a list anew.
    pub fn restart(&mut self, counts: usize, level: usize) {
        if let Some(count) = self.counts.get_mut(counts).and_then(|counts| counts.get_mut(level)) {
            *count = None;
        }
    }

    /// The number of the next item; none where the list shows none.
    pub fn next(&mut self, counts: usize, style: &str, level: usize, start: Option<i64>) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let levels = self.styles.get(style)?;
        let counts = self.counts.get_mut(counts)?;
        let begin = |at: usize| levels.get(at).and_then(Option::as_ref).map_or(1, |level| level.start);
        let next = counts[level].map_or_else(|| begin(level), |count| count.saturating_add(1));
        counts[level] = Some(start.unwrap_or(next));
        counts[level + 1..].fill(None);
        let number = |at: usize| match levels.get(at).and_then(Option::as_ref).map(|level| &level.form) {
            Some(Form::Number(numeral)) => numeral.write(counts[at].unwrap_or_else(|| begin(at))),
            _ => String::new(),
        };
        let label = levels.get(level)?.as_ref()?.label(level, number);
        Some(label).filter(|label| !label.trim().is_empty() && label.len() <= MOST_LETTERS)
    }
}

impl Level {
    fn read(node: Node<'_>) -> Self {
        let short = |local| attribute(node, local).filter(|text| text.len() <= MOST_LETTERS).map(str::to_owned);
        let number = |local| attribute(node, local).and_then(|value| value.parse().ok());
        let font = child(node, "text-properties")
            .and_then(|letters| attribute(letters, "font-name").or_else(|| attribute(letters, "font-family")));
        let form = match name(node) {
            "list-level-style-bullet" | "list-level-style-image" => {
                Form::Bullet(bullet(font.map(symbol_font).unwrap_or_default(), attribute(node, "bullet-char").unwrap_or_default()))
            }
            _ => {
                Form::Number(numeral(attribute(node, "num-format").unwrap_or_default(), attribute(node, "num-letter-sync") == Some("true")))
            }
        };
        Self {
            start: number("start-value").unwrap_or(1),
            form,
            prefix: short("num-prefix").unwrap_or_default(),
            suffix: short("num-suffix").unwrap_or_default(),
            shown: number("display-levels").and_then(|levels| usize::try_from(levels).ok()).unwrap_or(1),
            pattern: short("num-list-format"),
        }
    }

    /// The number of an item on this level, from the numbers of the levels.
    fn label(&self, level: usize, number: impl Fn(usize) -> String) -> String {
        match (&self.form, &self.pattern) {
            (Form::Bullet(sign), _) => sign.clone(),
            // Without a form there is no number, whatever stands around it; a word may stand alone.
            (Form::Number(Numeral::Blank), None) if self.shown <= 1 => format!("{}{}", self.prefix, self.suffix),
            (_, Some(pattern)) => (0..LEVELS).fold(pattern.clone(), |label, at| {
                let place = format!("%{}%", at + 1);
                if label.contains(&place) { label.replace(&place, &number(at)) } else { label }
            }),
            _ => {
                let first = (level + 1).saturating_sub(self.shown);
                let numbers: Vec<_> = (first..=level).map(number).filter(|number| !number.is_empty()).collect();
                format!("{}{}{}", self.prefix, numbers.join("."), self.suffix)
            }
        }
        .trim()
        .to_owned()
    }
}

/// How a level is counted, by the name that the format gives it.
fn numeral(name: &str, doubled: bool) -> Numeral {
    match name {
        "" => Numeral::Blank,
        "a" if doubled => Numeral::Doubled(Case::Lower),
        "A" if doubled => Numeral::Doubled(Case::Upper),
        "a" => Numeral::Letters(Case::Lower),
        "A" => Numeral::Letters(Case::Upper),
        "i" => Numeral::Roman(Case::Lower),
        "I" => Numeral::Roman(Case::Upper),
        _ => Numeral::Decimal,
    }
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::*;

    const LEVELS_XML: &str = "<list-level-style-number level='1' num-format='1' num-prefix='Vraag ' num-suffix=':'/>
        <list-level-style-number level='2' num-format='a' num-suffix=')'/>
        <list-level-style-number level='3' num-format='i' display-levels='3' num-suffix='.' start-value='4'/>
        <list-level-style-bullet level='4' bullet-char='\u{E00C}'/>
        <list-level-style-number level='5' num-format='1' num-list-format='%1%-%5%'/>
        <list-level-style-number level='6' num-format=''/>";

    fn lists(items: &[(usize, Option<i64>)]) -> Vec<String> {
        let xml = format!("<d><automatic-styles><list-style name='L1'>{LEVELS_XML}</list-style></automatic-styles><list/></d>");
        let document = Document::parse(&xml).expect("XML");
        let root = document.root_element();
        let mut lists = Lists::read(root, root);
        let counts = lists.begin(root, "L1");
        items.iter().map(|(level, start)| lists.next(counts, "L1", *level, *start).unwrap_or_default()).collect()
    }

    #[test]
    fn numbers_of_levels() {
        let items =
            [(0, None), (0, None), (1, None), (1, Some(4)), (2, None), (3, None), (4, None), (5, None), (0, Some(9)), (1, None), (0, None)];
        let numbers = ["Vraag 1:", "Vraag 2:", "a)", "d)", "2.d.iv.", "•", "2-1", "", "Vraag 9:", "a)", "Vraag 10:"];
        assert_eq!(lists(&items), numbers);
    }

    #[test]
    fn lists_go_on_where_they_say_so() {
        let xml = "<d><styles><list-style name='L1'><list-level-style-number level='1' num-format='1'/></list-style></styles>
            <list id='a'/><list id='b'/><list continue-numbering='true'/><list continue-list='a'/></d>";
        let document = Document::parse(xml).expect("XML");
        let root = document.root_element();
        let mut lists = Lists::read(root, root);
        let mut number = |list| {
            let counts = lists.begin(list, "L1");
            lists.next(counts, "L1", 0, None).unwrap_or_default()
        };
        let numbers: Vec<_> = root.children().filter(|node| name(*node) == "list").map(&mut number).collect();
        assert_eq!(numbers, ["1", "1", "2", "2"]);
    }
}
