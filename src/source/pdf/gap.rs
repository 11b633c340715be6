//! Where a paragraph ends: blank lines come where the page shows space or an indent.

use std::collections::HashMap;

use super::line::{Line, Role};

/// A step of this many times the usual one shows space.
const MORE: f32 = 1.22;

/// Sets [`Line::gap`] on the lines of the text proper, in reading order.
pub fn find(lines: &mut [Line]) {
    let usual = Steps::of(lines);
    let right = right_edges(lines);
    let mut last: Option<usize> = None;
    let mut table = false;
    for at in 0..lines.len() {
        match lines[at].role {
            Role::Body => {}
            Role::Cell(_) => {
                table = true;
                continue;
            }
            Role::Margin | Role::Note => continue,
        }
        let gap = match last {
            None => false,
            Some(_) if table || lines[at].begins && last.is_some_and(|last| lines[last].page == lines[at].page) => true,
            Some(last) => {
                let (before, line, next) = (&lines[last], &lines[at], lines.get(at + 1).filter(|next| next.role == Role::Body));
                if before.page == line.page {
                    spaced(before, line, next, &usual)
                } else {
                    new_page(before, line, right.get(&before.page).copied())
                }
            }
        };
        lines[at].gap |= gap || (lines[at].tag.heading.is_some() && last.is_some_and(|last| lines[last].tag.block != lines[at].tag.block));
        last = Some(at);
        table = false;
    }
}

/// Whether space or an indent sets a line off from the one before it.
fn spaced(before: &Line, line: &Line, next: Option<&Line>, usual: &Steps) -> bool {
    let step = line.y - before.y;
    if step < 0.3 * line.size {
        return false;
    }
    if step > MORE * usual.after(before, line) {
        return true;
    }
    // Another paragraph in the tags is not enough: without space it stands on the next line, as it is printed.
    let indent = line.x0 - before.x0;
    let back = next.is_none_or(|next| [before.x0, line.x0].iter().any(|x| (next.x0 - x).abs() < 0.3 * line.size));
    let ended = before.text().ends_with(['.', '?', '!', ':']);
    (0.7 * line.size..4.0 * line.size).contains(&indent) && back && ended && kind(line).1 == kind(before).1
}

/// Whether the first line of a page begins a paragraph; `edge` is where the lines of the page before end.
fn new_page(before: &Line, line: &Line, edge: Option<f32>) -> bool {
    if before.tag.block.is_some() || line.tag.block.is_some() {
        return before.tag.block != line.tag.block;
    }
    let text = before.text();
    let other = before.font() != line.font() || (before.size - line.size).abs() > 0.3;
    if !text.trim_end_matches(['"', '\'', '”', '’', ')']).ends_with(['.', '?', '!', ':']) {
        return other && text.ends_with(char::is_alphanumeric) && line.text().starts_with(|c: char| !c.is_lowercase());
    }
    let short = edge.is_some_and(|edge| before.x1 < edge - 4.0 * before.size);
    let goes_on = line.text().starts_with(char::is_lowercase);
    !goes_on && (short || other || (before.x0 - line.x0).abs() > before.size)
}

/// Where the lines of each page end on the right.
fn right_edges(lines: &[Line]) -> HashMap<usize, f32> {
    let mut edges = HashMap::new();
    for line in lines.iter().filter(|line| line.role == Role::Body) {
        let edge = edges.entry(line.page).or_insert(line.x1);
        *edge = edge.max(line.x1);
    }
    edges
}

/// The usual steps from one line to the next, for each type and as a part of the type size for all.
struct Steps {
    own: HashMap<(usize, i32), f32>,
    all: f32,
}

impl Steps {
    fn of(lines: &[Line]) -> Self {
        let mut seen: HashMap<(usize, i32), HashMap<i32, usize>> = HashMap::new();
        let mut all: HashMap<i32, usize> = HashMap::new();
        for pair in lines.windows(2) {
            let (a, b) = (&pair[0], &pair[1]);
            let step = b.y - a.y;
            let same = kind(a) == kind(b) && a.page == b.page && a.role == b.role;
            if same && step > 0.8 * a.size && step < 2.6 * a.size && runs_on(a, b) {
                *seen.entry(kind(a)).or_default().entry((step * 2.0).round() as i32).or_default() += 1;
                *all.entry((step / a.size * 20.0).round() as i32).or_default() += 1;
            }
        }
        // The largest that is common: a paragraph may hold lines that stand closer.
        let usual = |steps: &HashMap<i32, usize>| {
            let most = steps.values().max().copied().unwrap_or(0);
            steps.iter().filter(|(_, count)| **count * 4 >= most).map(|(step, _)| *step as f32).max_by(f32::total_cmp)
        };
        let own = seen.iter().filter_map(|(kind, steps)| usual(steps).map(|step| (*kind, step / 2.0))).collect();
        Self { own, all: usual(&all).map_or(1.2, |step| step / 20.0) }
    }

    fn after(&self, before: &Line, line: &Line) -> f32 {
        let usual = |line: &Line| self.own.get(&kind(line)).copied().unwrap_or(self.all * line.size);
        // A larger line has more space around it.
        if before.size > line.size { usual(before).max(usual(line)) } else { usual(before) }.max(if line.size > before.size {
            usual(line)
        } else {
            0.0
        })
    }
}

/// Whether a sentence runs on from one line to the next.
fn runs_on(before: &Line, line: &Line) -> bool {
    !before.text().ends_with(['.', '?', '!', ':', ';']) && line.text().starts_with(char::is_lowercase)
}

fn kind(line: &Line) -> (usize, i32) {
    (line.font(), (line.size * 10.0).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::pdf::line::Chunk;

    fn gaps(lines: &[(&str, f32, f32)]) -> Vec<String> {
        let line = |(text, x, y): &(&str, f32, f32)| Line {
            chunks: vec![Chunk { text: (*text).into(), font: 0, size: 10.0, raised: false }],
            x0: *x,
            x1: x + 5.0 * text.len() as f32,
            y: *y,
            page: usize::from(*y > 1000.0),
            size: 10.0,
            ..Line::default()
        };
        let mut lines: Vec<Line> = lines.iter().map(line).collect();
        find(&mut lines);
        lines.iter().filter(|line| line.gap).map(Line::text).collect()
    }

    #[test]
    fn space_or_an_indent() {
        let text = [
            ("Een alinea die over", 50.0, 100.0),
            ("twee regels loopt.", 50.0, 112.0),
            ("Na wit een tweede,", 50.0, 130.0),
            ("ook van twee regels.", 50.0, 142.0),
            ("Een derde die inspringt", 62.0, 154.0),
            ("en dan weer terugkeert.", 50.0, 166.0),
        ];
        assert_eq!(gaps(&text), ["Na wit een tweede,", "Een derde die inspringt"]);
    }

    #[test]
    fn over_a_page() {
        let lead = [
            ("Een regel van de alinea,", 50.0, 100.0),
            ("nog een regel ervan die", 50.0, 112.0),
            ("op de pagina eindigt maar", 50.0, 124.0),
        ];
        let page =
            |last: &'static str, first: &'static str| gaps(&[lead.as_slice(), &[(last, 50.0, 136.0), (first, 50.0, 1100.0)]].concat());
        assert!(page("doorloopt op de volgende", "Raad van State.").is_empty());
        assert_eq!(page("kort.", "Nieuwe alinea."), ["Nieuwe alinea."]);
        assert!(page("een volle regel met punt.", "En het gaat door.").is_empty());
    }
}
