//! PDF: stretches of text at places on pages become lines in reading order, with what their places and types tell.
//!
//! [`engine`] is the only file that knows the PDF engine. What it gives ([`sheet`]) becomes pieces of lines ([`line`]), from which headers and
//! footers ([`margin`]), footnotes ([`note`]) and tables ([`lattice`], [`aligned`], [`table`], [`across`]) are set apart; the rest is put in order
//! ([`order`]), and all is written ([`write`]) with paragraphs ([`gap`]), whole words ([`hyphen`]) and marks of type ([`face`]).

mod across;
mod aligned;
mod engine;
mod face;
mod gap;
mod guard;
mod hyphen;
mod lattice;
mod line;
mod margin;
mod note;
mod order;
mod sheet;
mod table;
#[cfg(test)]
mod tests;
mod write;

use std::path::Path;

use super::draft::Draft;
use super::{Limits, Source};
use crate::error::{Error, Result};
use engine::Engine;
use face::Face;
use lattice::Lattice;
use line::{Line, Role};
use order::Item;
use sheet::Rule;
use write::Leaflet;

/// A page with fewer letters than this, most of it a picture, is a scan: stamps and reference numbers may be typed on it.
const SCANNED: usize = 200;

/// A page in the making.
#[derive(Debug, Default)]
struct Leaf {
    width: f32,
    height: f32,
    tagged: bool,
    lines: Vec<Line>,
    rules: Vec<Rule>,
    lattices: Vec<Lattice>,
    scan: bool,
    broken: bool,
}

/// Why a file cannot be read.
#[derive(Debug, PartialEq, Eq)]
enum Fault {
    Locked,
    Damaged,
    NoPages,
    Pages(usize),
    Unpacked,
    Text(usize),
    Scan,
    NoText,
}

impl Fault {
    fn error(&self, file: &Path) -> Error {
        let (what, remedy): (String, _) = match self {
            Self::Locked => ("is protected with a password".into(), "open it with the password and save a copy without one"),
            Self::Damaged => ("is a damaged PDF".into(), "download or export it again"),
            Self::NoPages => ("is a PDF in which no page can be found".into(), "download or export it again"),
            Self::Pages(most) => (format!("has more than {most} pages"), "give each letter its own file"),
            Self::Unpacked => ("holds far more than a letter can hold".into(), "print it to a new PDF, or give each letter its own file"),
            Self::Text(most) => (format!("holds more than {} MiB of text", most >> 20), "give each letter its own file"),
            Self::Scan => ("is a scan without a text layer".into(), "recognise its text first (OCR)"),
            Self::NoText => ("holds no text, perhaps because its letters are drawn as shapes".into(), "recognise its text first (OCR)"),
        };
        Error::new(file, what, remedy)
    }
}

/// The source of a `.pdf` file: one line of text for each printed line, with words that a line end broke made whole.
///
/// # Errors
/// It needs a password, is damaged, is a scan, or passes one of the limits.
pub fn pdf(file: &Path, id: &str, bytes: &[u8], limits: &Limits) -> Result<Source> {
    let (mut leaves, face) = read(bytes, limits).map_err(|fault| fault.error(file))?;
    if leaves.iter().all(|leaf| leaf.scan) {
        return Err(Fault::Scan.error(file));
    }
    let warnings = [
        about(&leaves, |leaf| leaf.scan, "a scan without a text layer: recognise its text first (OCR)"),
        about(&leaves, |leaf| leaf.broken, "damaged and left out"),
    ];
    let broken = leaves.iter().any(|leaf| leaf.broken);
    let mut draft = Draft::default();
    let pages = leaves.iter_mut().map(leaflet).collect();
    write::write(&mut draft, pages, &face);
    if draft.text().trim().is_empty() {
        return Err(if broken { Fault::Damaged } else { Fault::NoText }.error(file));
    }
    let mut source = draft.finish(file, id)?;
    source.warnings = warnings.into_iter().flatten().collect();
    Ok(source)
}

/// A warning that names the pages of which something is true.
fn about(leaves: &[Leaf], is: impl Fn(&Leaf) -> bool, what: &str) -> Option<String> {
    let pages: Vec<String> = (1..).zip(leaves).filter(|(_, leaf)| is(leaf)).map(|(page, _)| page.to_string()).collect();
    match &pages[..] {
        [] => None,
        [page] => Some(format!("page {page} of the PDF is {what}")),
        pages => Some(format!("{} pages of the PDF are {what}: {}", pages.len(), pages.join(", "))),
    }
}

/// The pages with everything set apart that is not the text proper.
fn read(bytes: &[u8], limits: &Limits) -> std::result::Result<(Vec<Leaf>, Face), Fault> {
    let mut engine = Engine::open(bytes, limits)?;
    if engine.pages() == 0 {
        return Err(Fault::NoPages);
    }
    let (mut leaves, mut length) = (Vec::with_capacity(engine.pages()), 0);
    for page in 0..engine.pages() {
        let sheet = engine.sheet(page)?;
        let lines = line::pieces(&sheet, page);
        let letters: usize = lines.iter().flat_map(|line| &line.chunks).map(|chunk| chunk.text.len()).sum();
        length += letters;
        if length > limits.text {
            return Err(Fault::Text(limits.text));
        }
        let scan = letters < SCANNED && engine.is_picture(page);
        let lattices = lattice::lattices(&sheet.rules);
        leaves.push(Leaf {
            width: sheet.width,
            height: sheet.height,
            tagged: sheet.tagged,
            lines,
            rules: sheet.rules,
            lattices,
            scan,
            broken: sheet.broken,
        });
    }
    let face = Face::of(leaves.iter().flat_map(|leaf| &leaf.lines), &engine.fonts);
    margin::find(&mut leaves, face.size);
    for leaf in &mut leaves {
        note::find(leaf, face.size);
    }
    Ok((leaves, face))
}

/// The parts of a page in reading order.
fn leaflet(leaf: &mut Leaf) -> Leaflet {
    let notes = note::lines(leaf);
    let (margins, mut pieces): (Vec<Line>, Vec<Line>) = leaf.lines.drain(..).partition(|line| line.role == Role::Margin);
    let (head, foot) = margins.into_iter().partition(|line| line.y < leaf.height / 2.0);
    let mut tables = table::tagged(&mut pieces);
    tables.extend(leaf.lattices.iter().filter_map(|lattice| table::ruled(&mut pieces, lattice)));
    tables.extend(aligned::tables(&mut pieces, &leaf.rules));
    let items: Vec<Item> = order::flow(pieces, tables, leaf.tagged);
    Leaflet { head: margin_lines(head), items, notes, foot: margin_lines(foot) }
}

/// Headers and footers, from top to bottom and from left to right.
fn margin_lines(mut pieces: Vec<Line>) -> Vec<Line> {
    pieces.sort_by(|a, b| (a.y, a.x0).partial_cmp(&(b.y, b.x0)).unwrap_or(std::cmp::Ordering::Equal));
    order::lines(pieces)
}
