//! Headers and footers: what stands at the edge of pages and comes back on others.

use std::collections::HashMap;

use super::Leaf;
use super::line::{Line, Role};

/// The part of the page at its top and at its bottom where headers and footers stand.
const BAND: f32 = 0.14;

/// So many rows at an edge are looked at.
const MOST: usize = 5;

/// A distance to the text proper of this many times the type size sets a row apart.
const APART: f32 = 1.9;

/// One row at an edge of a page.
struct Row {
    page: usize,
    pieces: Vec<usize>,
    /// The text with each number as `#`, and the numbers.
    masked: String,
    numbers: Vec<u32>,
    /// From the edge of the page.
    distance: f32,
    size: f32,
    /// To the next row, further from the edge, and the type size there.
    inward: f32,
    next: f32,
    /// It looks like a row of a table, as does the next row.
    tabular: bool,
}

/// Gives headers and footers their role. `size` is that of the text proper.
pub fn find(leaves: &mut [Leaf], size: f32) {
    for leaf in leaves.iter_mut() {
        declared(leaf);
    }
    for top in [true, false] {
        let rows: Vec<Vec<Row>> = leaves.iter().enumerate().map(|(page, leaf)| rows(leaf, page, top)).collect();
        let found = repeated(&rows, size);
        for (leaf, (rows, count)) in leaves.iter_mut().zip(rows.iter().zip(found)) {
            let small = if top { 0 } else { small_print(leaf, rows, count, size) };
            for piece in rows.iter().take(count.max(small)).flat_map(|row| &row.pieces) {
                leaf.lines[*piece].role = Role::Margin;
            }
        }
    }
}

/// What the file itself sets apart, and in a tagged file what the structure leaves out at the edges.
fn declared(leaf: &mut Leaf) {
    let letters = |lines: &[Line], artifact: bool| -> usize {
        let of = lines.iter().filter(|line| line.tag.artifact == artifact);
        of.flat_map(|line| &line.chunks).map(|chunk| chunk.text.len()).sum()
    };
    // A file that calls its text an artifact is not believed.
    let believed = letters(&leaf.lines, true) <= letters(&leaf.lines, false);
    let (height, tagged) = (leaf.height, leaf.tagged);
    for line in &mut leaf.lines {
        let edge = line.y < BAND * height || line.y > (1.0 - BAND) * height;
        if (believed && line.tag.artifact) || (tagged && edge && line.tag.block.is_none()) {
            line.role = Role::Margin;
        }
    }
}

/// The rows at one edge, from the edge inwards.
fn rows(leaf: &Leaf, page: usize, top: bool) -> Vec<Row> {
    let distance = |line: &Line| if top { line.y } else { leaf.height - line.y };
    let mut order: Vec<usize> = (0..leaf.lines.len()).filter(|at| leaf.lines[*at].role == Role::Body).collect();
    order.sort_by(|a, b| distance(&leaf.lines[*a]).total_cmp(&distance(&leaf.lines[*b])));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for at in order {
        let count = groups.len();
        match groups.last_mut() {
            Some(group) if leaf.lines[group[0]].level_with(&leaf.lines[at]) => group.push(at),
            _ if count > MOST => break,
            _ => groups.push(vec![at]),
        }
    }
    for group in &mut groups {
        group.sort_by(|a, b| leaf.lines[*a].x0.total_cmp(&leaf.lines[*b].x0));
    }
    let row = |(at, group): (usize, &Vec<usize>)| {
        let first = &leaf.lines[group[0]];
        let text = group.iter().map(|piece| leaf.lines[*piece].text()).collect::<Vec<_>>().join(" ");
        let (masked, numbers) = masked(&text);
        let next = groups.get(at + 1);
        let aligned = |next: &Vec<usize>| {
            let starts = |x: f32| next.iter().any(|piece| (leaf.lines[*piece].x0 - x).abs() < 3.0);
            group.len() > 2 && group.iter().filter(|piece| starts(leaf.lines[**piece].x0)).count() > 1
        };
        Row {
            page,
            pieces: group.clone(),
            masked,
            numbers,
            distance: distance(first),
            size: first.size,
            next: next.map_or(0.0, |next| leaf.lines[next[0]].size),
            inward: next.map_or(f32::MAX, |next| distance(&leaf.lines[next[0]]) - distance(first)),
            tabular: next.is_some_and(aligned)
                || leaf
                    .lattices
                    .iter()
                    .any(|lattice| holds(lattice.top, lattice.bottom, first.y) && lattice.bottom - lattice.top > 0.1 * leaf.height),
        }
    };
    let rows = groups.iter().enumerate().map(row);
    rows.take_while(|row| row.distance < BAND * leaf.height && !row.tabular).take(MOST).collect()
}

fn holds(top: f32, bottom: f32, y: f32) -> bool {
    (top..bottom).contains(&y)
}

/// How many rows of each page are a header or footer.
fn repeated(pages: &[Vec<Row>], size: f32) -> Vec<usize> {
    let mut alike: HashMap<&str, Vec<&Row>> = HashMap::new();
    for row in pages.iter().flatten() {
        alike.entry(&row.masked).or_default().push(row);
    }
    let comes_back = |row: &Row| {
        let others = alike.get(row.masked.as_str()).into_iter().flatten().filter(|other| other.page != row.page);
        // Few are needed: neighbours first, as a thousand pages may have the same footer.
        others.take(64).any(|other| (other.distance - row.distance).abs() < 4.0 && same_numbers(row, other))
    };
    let count = |rows: &Vec<Row>| {
        let mut found = 0;
        for (at, row) in rows.iter().enumerate() {
            let number = is_page_number(&row.masked, pages.len() == 1);
            let again = comes_back(row);
            if !(again && !number_alone(row) || number && (again || pages.len() == 1)) {
                break;
            }
            let apart = row.inward > APART * row.size || ((row.size - size).abs() > 0.6 && (row.size - row.next).abs() > 0.3);
            if apart || (number && !number_alone(row)) {
                found = at + 1;
            }
        }
        found
    };
    pages.iter().map(count).collect()
}

/// A number and nothing else, which could also be the number of a question.
fn number_alone(row: &Row) -> bool {
    row.masked.trim_matches(|c: char| !c.is_alphanumeric() && c != '#') == "#" && row.numbers.len() == 1
}

/// Numbers are those of pages when they grow as the pages do; others stay the same.
fn same_numbers(row: &Row, other: &Row) -> bool {
    let step = i64::try_from(other.page).unwrap_or(0) - i64::try_from(row.page).unwrap_or(0);
    let steps = |(a, b): (&u32, &u32)| a == b || i64::from(*b) - i64::from(*a) == step;
    let grows = row.numbers.iter().zip(&other.numbers).any(|(a, b)| a != b);
    // `Vraag 3` and `Vraag 4` at the top of two pages are questions.
    let question = ["vraag", "antwoord", "ad #", "artikel"].iter().any(|word| row.masked.starts_with(word));
    row.numbers.len() == other.numbers.len() && row.numbers.iter().zip(&other.numbers).all(steps) && !(grows && question)
}

fn masked(text: &str) -> (String, Vec<u32>) {
    let (mut masked, mut numbers, mut digits) = (String::new(), Vec::new(), String::new());
    for c in text.to_lowercase().chars().chain([' ']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            numbers.push(digits.parse().unwrap_or(u32::MAX));
            masked.push('#');
            digits.clear();
        }
        masked.push(c);
    }
    (masked.trim().to_owned(), numbers)
}

/// `pagina 2 van 5`, `blad 2`, `2/5`, `- 2 -`; on an only page just what says that it is one.
fn is_page_number(masked: &str, only: bool) -> bool {
    let bare: String = masked.chars().filter(|c| !" -–—|.:()[]".contains(*c)).collect();
    let named = ["pagina", "pag", "blad", "bladzijde", "blz", "p", "page"].iter().any(|name| {
        let rest = bare.strip_prefix(name);
        matches!(rest, Some("#" | "#van#" | "#/#" | "#of#"))
    });
    named || matches!(bare.as_str(), "#van#" | "#/#" | "#of#") || (!only && bare == "#")
}

/// Small type at the foot of a page that is no footnote: addresses and account numbers of a letterhead.
fn small_print(leaf: &Leaf, rows: &[Row], found: usize, size: f32) -> usize {
    let small = |row: &&Row| row.size < 0.86 * size;
    let count = rows.iter().take_while(small).count();
    let Some(first) = count.checked_sub(1).and_then(|at| rows.get(at)) else { return 0 };
    let note = rows.iter().take(count).any(|row| {
        let piece = &leaf.lines[row.pieces[0]];
        piece.chunks.first().is_some_and(|chunk| chunk.raised || chunk.text.starts_with(|c: char| c.is_ascii_digit() || c == '*'))
    });
    if first.inward > APART * size && first.inward < f32::MAX && !note { count } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::pdf::line::Chunk;

    fn line(text: &str, y: f32, size: f32) -> Line {
        let chunk = Chunk { text: text.into(), font: 0, size, raised: false };
        Line { chunks: vec![chunk], x0: 70.0, x1: 70.0 + 5.0 * text.len() as f32, y, size, ..Line::default() }
    }

    fn leaf(lines: &[(&str, f32, f32)]) -> Leaf {
        let lines = lines.iter().map(|(text, y, size)| line(text, *y, *size)).collect();
        Leaf { width: 595.0, height: 842.0, lines, ..Leaf::default() }
    }

    fn margins(leaves: &mut [Leaf]) -> Vec<String> {
        find(leaves, 11.0);
        let lines = leaves.iter().flat_map(|leaf| &leaf.lines);
        lines.filter(|line| line.role == Role::Margin).map(Line::text).collect()
    }

    #[test]
    fn what_comes_back_at_the_same_height_and_apart_from_the_text() {
        let mut leaves = [
            leaf(&[("Geachte leden,", 200.0, 11.0), ("en wij danken u", 700.0, 11.0), ("kenmerk 2013/11, blad 1 van 2", 760.0, 8.0)]),
            leaf(&[("voor uw brief.", 70.0, 11.0), ("Namens het college", 700.0, 11.0), ("kenmerk 2013/11, blad 2 van 2", 760.0, 8.0)]),
        ];
        assert_eq!(margins(&mut leaves), ["kenmerk 2013/11, blad 1 van 2", "kenmerk 2013/11, blad 2 van 2"]);
    }

    #[test]
    fn questions_at_the_top_of_pages_stay() {
        let mut leaves = [
            leaf(&[("Vraag 3", 70.0, 11.0), ("Hoeveel?", 84.0, 11.0), ("12", 98.0, 11.0)]),
            leaf(&[("Vraag 4", 70.0, 11.0), ("Waarom?", 84.0, 11.0), ("Omdat.", 98.0, 11.0)]),
            leaf(&[("Antwoord", 70.0, 11.0), ("Ja.", 84.0, 11.0)]),
            leaf(&[("Antwoord", 70.0, 11.0), ("Nee.", 84.0, 11.0)]),
        ];
        assert!(margins(&mut leaves).is_empty());
    }

    #[test]
    fn page_numbers() {
        let table = [("pagina # van #", true), ("- # -", true), ("blad #", true), ("#/#", true), ("vraag #", false), ("# euro", false)];
        for (masked, wanted) in table {
            assert_eq!(is_page_number(masked, false), wanted, "{masked}");
        }
        assert!(!is_page_number("#", true));
        let mut one = [leaf(&[("Antwoord", 300.0, 11.0), ("3", 314.0, 11.0), ("pagina 1 van 1", 780.0, 9.0)])];
        assert_eq!(margins(&mut one), ["pagina 1 van 1"]);
    }
}
