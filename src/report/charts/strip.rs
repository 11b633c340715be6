//! One letter at a glance: its answers in order.

use std::fmt::Write as _;

use super::figure::Figure;
use super::font::Weight;
use super::sheet::{Anchor, Area, DARK, INK, LEADING, LEGEND, MARGIN, SIZE, Sheet, WIDTH};
use super::texture::{Texture, legend};
use super::words::{counted, number};
use super::wrap::wrap;
use super::{Frame, Language};

/// The name of the chart.
const NAME: &str = "letter";

/// Height of a cell.
const CELL: f64 = 19.0;

/// From one cell to the next beside it.
const GAP: f64 = 3.0;

/// From one line of cells to the next, with room for the bar below a cell.
const BETWEEN: f64 = 8.0;

/// The part of the width that themes have at most.
const THEMES: f64 = 0.36;

/// The height that cells may take when they stand by theme: what is left of a page.
const PAGE: f64 = 560.0;

/// The most cells that can be seen at once.
const MOST: usize = 600;

/// The answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The number of the question, as printed.
    pub number: String,
    /// The theme that it stands under; may be empty.
    pub theme: String,
    /// What the answer does.
    pub texture: Texture,
    /// Its own words defer to a document that was not yet available.
    pub waits: bool,
}

/// A strip of cells, one for each question of a letter, in order; by theme where that fits a page.
///
/// There is no chart of one question, nor of more than six hundred.
pub fn letter(cells: &[Cell], frame: &Frame) -> Figure {
    let language = frame.language;
    let questions = counted(cells.len() as u64, ("vraag", "vragen"), ("question", "questions"), language);
    if cells.len() < 2 || cells.len() > MOST {
        let why = if cells.len() < 2 {
            language.pick("er is niets om te vergelijken", "there is nothing to compare")
        } else {
            language.pick("te veel om in één oogopslag te zien", "too many to be seen at once")
        };
        return Figure::Omitted { name: NAME, reason: format!("{questions}: {why}.") };
    }
    let title = match language {
        Language::Dutch => format!("Wat de brief met de {questions} doet, in de volgorde van de brief"),
        Language::English => format!("What the letter does with the {questions}, in the order of the letter"),
    };
    let runs = runs(cells);
    let widest = cells.iter().map(|cell| Weight::Bold.width(&cell.number, SIZE)).fold(0.0, f64::max);
    let width = (widest + 8.0).clamp(21.0, 64.0);
    let rows = rows(cells, &runs, width);
    let mut sheet = Sheet::new(
        &title,
        language
            .pick("Elk vakje is een antwoord, met het nummer van de vraag.", "Each cell is an answer, with the number of its question."),
    );
    let count = |texture| cells.iter().filter(|cell| cell.texture == texture).count() as u64;
    let shown = Texture::ALL.into_iter().filter(|texture| count(*texture) > 0);
    legend(&mut sheet, shown.map(|texture| (texture, count(texture))), language);
    let waits = cells.iter().filter(|cell| cell.waits).count() as u64;
    let words = format!("{} {}", number(waits, language), wait(waits, language));
    if waits > 0 {
        sheet.y += LEGEND * 0.6;
        sheet.fill(Area { left: MARGIN, top: sheet.y - 2.2, width: 13.0, height: 2.4 }, DARK);
        sheet.text(&words, (MARGIN + 17.0, sheet.y), Anchor::Left, SIZE, Weight::Regular, INK);
        sheet.y += 10.0;
    }
    sheet.y += 2.0;
    for row in &rows {
        draw(&mut sheet, row, width);
    }
    let mut description = format!("{title}.");
    if waits > 0 {
        let _ = write!(description, " {words}.");
    }
    for (theme, cells) in &runs {
        description += " ";
        if !theme.trim().is_empty() {
            let _ = write!(description, "{}: ", theme.trim());
        }
        let said = cells.iter().map(|cell| {
            let waits = if cell.waits { format!(" ({})", wait(1, language)) } else { String::new() };
            format!("{} {}{waits}", cell.number, cell.texture.name(language))
        });
        let _ = write!(description, "{}.", said.collect::<Vec<_>>().join(", "));
    }
    sheet.finish(NAME, title, &description, frame)
}

const fn wait(count: u64, language: Language) -> &'static str {
    match count {
        1 => language.pick("wacht op een document dat nog moest verschijnen", "waits for a document that was not yet available"),
        _ => language.pick("wachten op een document dat nog moest verschijnen", "wait for a document that was not yet available"),
    }
}

/// The cells that follow one another under one theme.
fn runs(cells: &[Cell]) -> Vec<(&str, &[Cell])> {
    cells.chunk_by(|one, next| one.theme == next.theme).filter_map(|run| Some((run.first()?.theme.as_str(), run))).collect()
}

/// Cells beside one another, with the name before them in lines.
struct Row<'c> {
    label: Vec<String>,
    left: f64,
    cells: &'c [Cell],
}

impl Row<'_> {
    fn height(&self, width: f64) -> f64 {
        let lines = self.cells.len().div_ceil(per_line(self.left, width)) as f64;
        (lines * (CELL + BETWEEN)).max(self.label.len() as f64 * SIZE * LEADING + 5.0)
    }
}

/// The themes with their cells, or all cells as one where that would not fit a page.
fn rows<'c>(all: &'c [Cell], runs: &[(&str, &'c [Cell])], width: f64) -> Vec<Row<'c>> {
    let labels: Vec<_> = runs.iter().map(|(theme, _)| wrap(theme, Weight::Regular, SIZE, THEMES * WIDTH, 4)).collect();
    let widest = labels.iter().flatten().map(|line| Weight::Regular.width(line, SIZE)).fold(0.0, f64::max);
    let left = if widest > 0.0 { MARGIN + widest + 10.0 } else { MARGIN };
    let rows: Vec<_> = labels.into_iter().zip(runs).map(|(label, (_, cells))| Row { label, left, cells }).collect();
    if rows.iter().map(|row| row.height(width)).sum::<f64>() <= PAGE {
        return rows;
    }
    // The themes are still in the description, and in the tables.
    vec![Row { label: Vec::new(), left: MARGIN, cells: all }]
}

/// How many cells fit beside one another.
fn per_line(left: f64, width: f64) -> usize {
    let room = WIDTH - MARGIN - left + GAP;
    (1..MOST).take_while(|cells| *cells as f64 * (width + GAP) <= room).count().max(1)
}

fn draw(sheet: &mut Sheet, row: &Row, width: f64) {
    let text = SIZE * LEADING;
    let labels = text * row.label.len() as f64;
    // A name of some lines stands beside the middle of its cells, or begins with them where these take more room.
    let cells = row.cells.len().div_ceil(per_line(row.left, width)) as f64 * (CELL + BETWEEN) - BETWEEN;
    let (mut middle, top) = if labels > cells {
        (sheet.y + text / 2.0, sheet.y + (labels - cells) / 2.0)
    } else {
        (sheet.y + (CELL - labels).max(0.0) / 2.0 + text / 2.0, sheet.y)
    };
    for line in &row.label {
        sheet.beside(line, MARGIN, middle, Anchor::Left, Weight::Regular, INK);
        middle += text;
    }
    for (line, cells) in row.cells.chunks(per_line(row.left, width)).enumerate() {
        let top = top + line as f64 * (CELL + BETWEEN);
        for (place, cell) in cells.iter().enumerate() {
            let left = row.left + place as f64 * (width + GAP);
            let number = wrap(&cell.number, Weight::Bold, SIZE, width - 4.0, 1).into_iter().next().unwrap_or_default();
            cell.texture.draw(sheet, Area { left, top, width, height: CELL }, &number);
            if cell.waits {
                sheet.fill(Area { left, top: top + CELL + 1.6, width, height: 2.4 }, DARK);
            }
        }
    }
    sheet.y += row.height(width);
}
