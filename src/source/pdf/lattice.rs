//! Ruled tables: the lines that a page draws make a grid of cells.

use super::sheet::Rule;

/// Lines this close together are one.
const SAME: f32 = 3.0;

/// The most cells that a grid may have.
const MAX_CELLS: usize = 20_000;

/// A grid of ruled cells.
#[derive(Debug, Default)]
pub struct Lattice {
    pub cells: Vec<Region>,
    /// The left edges of its columns, and the right edge of the last.
    pub xs: Vec<f32>,
    pub top: f32,
    pub bottom: f32,
}

/// A cell, which may cover several rows and columns of the grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Region {
    pub row: usize,
    pub column: usize,
    pub columns: usize,
    pub x0: f32,
    pub y0: f32,
    pub x1: f32,
    pub y1: f32,
}

impl Region {
    pub fn holds(&self, x: f32, y: f32) -> bool {
        (self.x0..self.x1).contains(&x) && (self.y0..self.y1).contains(&y)
    }
}

/// The ruled tables of a page, from top to bottom.
pub fn lattices(rules: &[Rule]) -> Vec<Lattice> {
    let mut groups = Groups::new(rules.len());
    let upright: Vec<usize> = (0..rules.len()).filter(|at| rules[*at].upright()).collect();
    let level: Vec<usize> = (0..rules.len()).filter(|at| !rules[*at].upright()).collect();
    for &v in &upright {
        for &h in &level {
            let (v_rule, h_rule) = (rules[v], rules[h]);
            let across = (h_rule.x0 - SAME..=h_rule.x1 + SAME).contains(&v_rule.x0);
            if across && (v_rule.y0 - SAME..=v_rule.y1 + SAME).contains(&h_rule.y0) {
                groups.join(v, h);
            }
        }
    }
    let roots: Vec<usize> = (0..rules.len()).map(|at| groups.root(at)).collect();
    let mut kinds: Vec<usize> = upright.iter().map(|v| roots[*v]).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let of = |kind: usize| rules.iter().zip(&roots).filter(move |(_, root)| **root == kind).map(|(rule, _)| *rule).collect::<Vec<_>>();
    let mut lattices: Vec<Lattice> = kinds.into_iter().filter_map(|kind| lattice(&of(kind))).collect();
    lattices.sort_by(|a, b| a.top.total_cmp(&b.top));
    lattices
}

/// The grid that connected lines make: at least two columns.
fn lattice(rules: &[Rule]) -> Option<Lattice> {
    let (upright, level): (Vec<Rule>, Vec<Rule>) = rules.iter().partition(|rule| rule.upright());
    // A table without lines at its sides ends where its level lines end.
    let sides = level.iter().flat_map(|rule| [rule.x0, rule.x1]);
    let ends = upright.iter().flat_map(|rule| [rule.y0, rule.y1]);
    let xs = edges(upright.iter().map(|rule| rule.x0), sides, 4.0 * SAME);
    let ys = edges(level.iter().map(|rule| rule.y0), ends, 2.0 * SAME);
    let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
    if columns < 2 || rows < 1 || columns * rows > MAX_CELLS {
        return None;
    }
    let mut grid = Groups::new(columns * rows);
    let near = |lines: &[Rule], place: f32, at: fn(&Rule) -> f32| {
        lines.iter().copied().filter(|rule| (at(rule) - place).abs() <= SAME).collect::<Vec<_>>()
    };
    let beside: Vec<Vec<Rule>> = xs.iter().map(|x| near(&upright, *x, |rule| rule.x0)).collect();
    let below: Vec<Vec<Rule>> = ys.iter().map(|y| near(&level, *y, |rule| rule.y0)).collect();
    let covered = |extents: &mut dyn Iterator<Item = (f32, f32)>, from: f32, to: f32| {
        extents.map(|(begin, end)| (end.min(to) - begin.max(from)).max(0.0)).sum::<f32>() > 0.5 * (to - from)
    };
    for row in 0..rows {
        for column in 0..columns {
            let at = row * columns + column;
            let (mut right, mut under) =
                (beside[column + 1].iter().map(|rule| (rule.y0, rule.y1)), below[row + 1].iter().map(|rule| (rule.x0, rule.x1)));
            if column + 1 < columns && !covered(&mut right, ys[row], ys[row + 1]) {
                grid.join(at, at + 1);
            }
            if row + 1 < rows && !covered(&mut under, xs[column], xs[column + 1]) {
                grid.join(at, at + columns);
            }
        }
    }
    let mut cells: Vec<Option<Region>> = vec![None; columns * rows];
    for at in 0..columns * rows {
        let (row, column) = (at / columns, at % columns);
        let own = Region { row, column, columns: 1, x0: xs[column], y0: ys[row], x1: xs[column + 1], y1: ys[row + 1] };
        let cell = &mut cells[grid.root(at)];
        *cell = Some(cell.map_or(own, |cell| {
            let first = cell.column.min(column);
            let last = (cell.column + cell.columns).max(column + 1);
            Region {
                row: cell.row.min(row),
                column: first,
                columns: last - first,
                x0: cell.x0.min(own.x0),
                y0: cell.y0.min(own.y0),
                x1: cell.x1.max(own.x1),
                y1: cell.y1.max(own.y1),
            }
        }));
    }
    let mut cells: Vec<Region> = cells.into_iter().flatten().collect();
    cells.sort_by_key(|cell| (cell.row, cell.column));
    (cells.len() > 1).then(|| Lattice { cells, top: ys[0], bottom: ys[rows], xs })
}

/// The places of lines, those close together taken as one; `outer` places count when they lie `beyond` all of them.
fn edges(lines: impl Iterator<Item = f32>, outer: impl Iterator<Item = f32>, beyond: f32) -> Vec<f32> {
    let mut places: Vec<f32> = lines.collect();
    places.sort_by(f32::total_cmp);
    places.dedup_by(|next, kept| *next - *kept <= SAME);
    let (low, high) = outer.fold((f32::MAX, f32::MIN), |(low, high), place| (low.min(place), high.max(place)));
    if places.first().is_some_and(|first| low < first - beyond) {
        places.insert(0, low);
    }
    if places.last().is_some_and(|last| high > last + beyond) {
        places.push(high);
    }
    places
}

/// Things that are joined into groups.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(y: f32, x0: f32, x1: f32) -> Rule {
        Rule { x0, y0: y, x1, y1: y }
    }

    fn upright(x: f32, y0: f32, y1: f32) -> Rule {
        Rule { x0: x, y0, x1: x, y1 }
    }

    #[test]
    fn merged_cells_count_once() {
        // Two rows of three columns; between them a row that is one cell.
        let mut rules: Vec<Rule> = [0.0, 20.0, 40.0, 60.0].map(|y| level(y, 0.0, 300.0)).into();
        rules.extend([0.0, 300.0].map(|x| upright(x, 0.0, 60.0)));
        rules.extend([100.0, 200.0].map(|x| upright(x, 0.0, 20.0)));
        rules.extend([100.0, 200.0].map(|x| upright(x, 40.0, 60.0)));
        // An underlined word in a cell.
        rules.push(level(10.0, 20.0, 60.0));
        let found = lattices(&rules);
        let cells: Vec<(usize, usize, usize)> = found[0].cells.iter().map(|cell| (cell.row, cell.column, cell.columns)).collect();
        assert_eq!(cells, [(0, 0, 1), (0, 1, 1), (0, 2, 1), (1, 0, 3), (2, 0, 1), (2, 1, 1), (2, 2, 1)]);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_frame_is_no_table_and_open_sides_are_closed() {
        let frame = [level(0.0, 0.0, 90.0), level(50.0, 0.0, 90.0), upright(0.0, 0.0, 50.0), upright(90.0, 0.0, 50.0)];
        assert!(lattices(&frame).is_empty());
        let open = [level(0.0, 0.0, 90.0), level(20.0, 0.0, 90.0), level(40.0, 0.0, 90.0), upright(45.0, 0.0, 40.0)];
        assert_eq!(lattices(&open)[0].cells.len(), 4);
    }
}
