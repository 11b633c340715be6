//! Footnotes: small type at the foot of a page that begins with a number.

use super::Leaf;
use super::line::{Line, Role};
use super::order;

/// Gives footnotes their role. `size` is that of the text proper.
pub fn find(leaf: &mut Leaf, size: f32) {
    for line in &mut leaf.lines {
        if line.tag.note && line.role == Role::Body {
            line.role = Role::Note;
        }
    }
    if leaf.tagged && leaf.lines.iter().any(|line| line.role == Role::Note) {
        return;
    }
    let mut order: Vec<usize> = (0..leaf.lines.len()).filter(|at| leaf.lines[*at].role == Role::Body).collect();
    order.sort_by(|a, b| leaf.lines[*b].y.total_cmp(&leaf.lines[*a].y));
    let in_table = |line: &Line| leaf.lattices.iter().any(|lattice| (lattice.top..lattice.bottom).contains(&line.y));
    let small = |at: &&usize| leaf.lines[**at].size < 0.93 * size && !in_table(&leaf.lines[**at]);
    let foot = order.iter().take_while(small).count();
    let rows = grouped(&leaf.lines, &order[..foot]);
    let Some(first) = rows.iter().rposition(|row| begins(&leaf.lines, row)) else { return };
    let top = leaf.lines[rows[first][0]].y;
    let above = rows.get(first + 1).map(|row| row[0]).or_else(|| order.get(foot).copied()).map(|at| leaf.lines[at].y);
    let gap = above.map_or(f32::MAX, |above| top - above);
    let ruled = leaf.rules.iter().any(|rule| {
        let (between, length) = (above.is_none_or(|above| rule.y0 > above) && rule.y0 < top, rule.x1 - rule.x0);
        !rule.upright() && between && length < 0.6 * leaf.width
    });
    let raised = leaf.lines[rows[first][0]].chunks.first().is_some_and(|chunk| chunk.raised);
    if ruled || raised || gap > 1.9 * size {
        for at in rows[..=first].iter().flatten() {
            leaf.lines[*at].role = Role::Note;
        }
    }
}

/// Pieces on one baseline, from the foot of the page upwards.
fn grouped(lines: &[Line], order: &[usize]) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for at in order {
        match rows.last_mut() {
            Some(row) if lines[row[0]].level_with(&lines[*at]) => row.push(*at),
            _ => rows.push(vec![*at]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| lines[*a].x0.total_cmp(&lines[*b].x0));
    }
    rows
}

/// Whether a row begins with the number of a note and goes on with its text.
fn begins(lines: &[Line], row: &[usize]) -> bool {
    let text = row.iter().map(|at| lines[*at].text()).collect::<Vec<_>>().join(" ");
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '*');
    let mark = text.len() - rest.len();
    let after = rest.trim_start_matches([')', '.', ' ']);
    (1..=3).contains(&mark) && after.starts_with(|c: char| c.is_alphabetic() || "\"'‘“€(".contains(c))
}

/// The footnotes of a page, each line of text one line.
pub fn lines(leaf: &mut Leaf) -> Vec<Line> {
    let (notes, rest): (Vec<Line>, Vec<Line>) = leaf.lines.drain(..).partition(|line| line.role == Role::Note);
    leaf.lines = rest;
    let mut lines: Vec<Line> = order::lines(notes);
    lines.sort_by(|a, b| a.y.total_cmp(&b.y));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::pdf::line::Chunk;

    fn notes(lines: &[(&str, f32, f32)], raised: bool) -> Vec<String> {
        let line = |(text, y, size): &(&str, f32, f32)| {
            let (mark, rest) = text.split_at(usize::from(text.starts_with('1')));
            let chunk = |text: &str, raised: bool| Chunk { text: text.into(), font: 0, size: *size, raised };
            let chunks = [chunk(mark, raised), chunk(rest, false)].into_iter().filter(|chunk| !chunk.text.is_empty());
            Line { chunks: chunks.collect(), x0: 70.0, x1: 300.0, y: *y, size: *size, ..Line::default() }
        };
        let mut leaf = Leaf { width: 595.0, height: 842.0, lines: lines.iter().map(line).collect(), ..Leaf::default() };
        find(&mut leaf, 11.0);
        super::lines(&mut leaf).iter().map(Line::text).collect()
    }

    #[test]
    fn small_type_at_the_foot_that_begins_with_a_number() {
        let page = [("De cijfers staan hieronder.1", 600.0, 11.0), ("1 Zonder de veren.", 700.0, 9.0), ("Bron: de dienst.", 711.0, 9.0)];
        assert_eq!(notes(&page, false), ["1 Zonder de veren.", "Bron: de dienst."]);
        let near = [("De cijfers staan hieronder.1", 685.0, 11.0), ("1 Zonder de veren.", 700.0, 9.0)];
        assert_eq!(notes(&near, true), ["1 Zonder de veren."]);
        assert!(notes(&near, false).is_empty());
    }

    #[test]
    fn small_type_without_a_number_is_no_note() {
        assert!(notes(&[("Tekst.", 600.0, 11.0), ("Bron: de dienst.", 711.0, 9.0)], false).is_empty());
    }
}
