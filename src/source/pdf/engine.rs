//! The only file that knows the PDF engine (pdfboss): bytes become [`Sheet`]s.

use std::collections::{HashMap, HashSet};

use pdfboss_core::{Document, Error, ObjRef, Object, OcState, Page, StructureTree, block_on};
use pdfboss_text::{
    FontCache, PlacedImage, ReadingOrder, Ruling, SkippedTextKind, StandardType, TextSpan, extract_spans_and_rulings_reporting_cached_with,
    placed_images_reporting_cached,
};

use super::Fault;
use super::guard::{self, Metered};
use super::sheet::{Font, Rule, Run, Sheet, Tag, TagCell};
use crate::source::Limits;

/// More lines than this on one page are a map or a drawing, not a table.
const MAX_RULES: usize = 4_000;

/// An opened file, of which one page after the other is read.
pub struct Engine {
    document: Document,
    layers: Option<OcState>,
    structure: Option<StructureTree>,
    cache: FontCache,
    meter: guard::Meter,
    pages: usize,
    /// The fonts met so far.
    pub fonts: Vec<Font>,
    names: HashMap<(String, bool, bool), usize>,
    soft: HashMap<u32, bool>,
}

impl Engine {
    /// Opens a file; a password that only guards printing or changing is no hindrance.
    pub fn open(bytes: &[u8], limits: &Limits) -> Result<Self, Fault> {
        guard::plausible(bytes)?;
        let document = Document::load(bytes.to_vec()).map_err(|error| match error {
            Error::Encrypted => Fault::Locked,
            _ => Fault::Damaged,
        })?;
        guard::packed_objects(&document, limits)?;
        let most = limits.pages;
        let pages = count_pages(&document, most);
        if pages > most {
            return Err(Fault::Pages(most));
        }
        let pages = if pages == 0 { 0 } else { document.flattened_page_count() };
        let structure = document.structure_tree();
        let layers = document.oc_state();
        let meter = guard::Meter::new(limits);
        Ok(Self {
            document,
            layers,
            structure,
            cache: FontCache::default(),
            meter,
            pages,
            fonts: Vec::new(),
            names: HashMap::new(),
            soft: HashMap::new(),
        })
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.pages
    }

    /// The page at `index` (from 0); empty when it cannot be read.
    ///
    /// # Errors
    /// The file unpacks to more than the limit.
    pub fn sheet(&mut self, index: usize) -> Result<Sheet, Fault> {
        let Ok(page) = self.document.page(index) else { return Ok(Sheet::default()) };
        self.meter.next_page();
        let source = Metered { document: &self.document, meter: &self.meter };
        let read = extract_spans_and_rulings_reporting_cached_with(
            source,
            &page,
            &self.cache,
            self.layers.as_ref(),
            self.structure.as_ref(),
            ReadingOrder::StructureTree,
        );
        let Ok((spans, rulings, report)) = block_on(read) else { return Ok(Sheet::default()) };
        if self.meter.exceeded() {
            return Err(Fault::Unpacked);
        }
        let turn = most_text(&spans).unwrap_or(page.rotate);
        let (across, down) = (page.crop_box.width(), page.crop_box.height());
        let (width, height) = if turn % 180 == 0 { (across, down) } else { (down, across) };
        let mut sheet = Sheet { width, height, tagged: report.order == ReadingOrder::StructureTree, ..Sheet::default() };
        sheet.broken = report.skipped.iter().any(|skipped| skipped.kind == SkippedTextKind::PageContents);
        if rulings.len() <= MAX_RULES {
            sheet.rules = rulings.iter().map(|ruling| placed_rule(&page, turn, ruling)).collect();
        }
        // The text layer of a scan is invisible; beside visible text invisible text is something that a reader does not see.
        let letters = |invisible: bool| spans.iter().filter(|span| span.invisible == invisible).map(|span| span.text.len()).sum::<usize>();
        let layer = letters(true) > letters(false);
        for span in spans {
            if span.invisible && !layer {
                continue;
            }
            let aslant = (placed(&page, span.rotate, span.x, span.y).1 - placed(&page, span.rotate, span.end_x, span.end_y).1).abs();
            let upright = span.rotate == turn && aslant < 0.5 * span.size.max(1.0);
            let run = self.run(&page, span);
            let middle = f32::midpoint(run.x, run.end_x);
            if !upright {
                sheet.turned.push(run);
            } else if (-1.0..=width + 1.0).contains(&middle) && (-1.0..=height + 1.0).contains(&run.y) {
                sheet.runs.push(run);
            }
        }
        Ok(sheet)
    }

    /// Whether pictures cover most of the page at `index`.
    pub fn is_picture(&self, index: usize) -> bool {
        let Ok(page) = self.document.page(index) else { return false };
        let Ok((images, _)) = placed_images_reporting_cached(&self.document, &page, &self.cache) else { return false };
        let seen = page.crop_box;
        let covered = |image: &PlacedImage| image.bbox.intersect(seen).map_or(0.0, |part| part.width() * part.height());
        images.iter().map(covered).sum::<f32>() > 0.5 * seen.width() * seen.height()
    }

    fn run(&mut self, page: &Page, span: TextSpan) -> Run {
        let (x, y) = placed(page, span.rotate, span.x, span.y);
        let (end_x, _) = placed(page, span.rotate, span.end_x, span.end_y);
        let tag = tag(&span);
        let text = if span.text == "-" && self.is_soft(&span) { "\u{AD}".to_owned() } else { span.text };
        let font = self.font((span.font_name, span.bold, span.italic));
        Run { text, x, end_x: end_x.max(x), y, size: if span.size > 1.0 { span.size } else { 1.0 }, font, tag }
    }

    /// The place of a font among those met so far.
    fn font(&mut self, key: (String, bool, bool)) -> usize {
        if let Some(font) = self.names.get(&key) {
            return *font;
        }
        // A part of a font is named `ABCDEF+Name`.
        let name = key.0.split_once('+').filter(|(part, _)| part.len() == 6).map_or(key.0.as_str(), |(_, name)| name);
        self.fonts.push(Font { name: name.to_owned(), bold: key.1, italic: key.2 });
        self.names.insert(key, self.fonts.len() - 1);
        self.fonts.len() - 1
    }

    /// Whether the structure says that what is drawn as a hyphen is one that only breaks the word at the line end.
    fn is_soft(&mut self, span: &TextSpan) -> bool {
        let Some(element) = span.structure.as_ref().and_then(|structure| structure.path.last()) else { return false };
        let document = &self.document;
        *self.soft.entry(element.object.num).or_insert_with(|| {
            let element = document.get(element.object).ok();
            let text = element.as_ref().and_then(Object::as_dict).and_then(|dict| dict.get("ActualText")).and_then(Object::as_str_bytes);
            matches!(text, Some(b"\xFE\xFF\x00\xAD" | b"\xAD" | b"\xC2\xAD"))
        })
    }
}

/// How many pages the page tree holds, or one more than `most`. The engine copies what each page inherits before it knows how many there are.
fn count_pages(document: &Document, most: usize) -> usize {
    let resolve = |object: &Object| document.resolve(object).ok();
    let root = document.xref().trailer.get("Root").and_then(resolve);
    let Some(tree) = root.as_ref().and_then(Object::as_dict).and_then(|root| root.get("Pages")).cloned() else { return 0 };
    let (mut waiting, mut seen, mut pages) = (vec![tree], HashSet::<ObjRef>::new(), 0);
    while let Some(node) = waiting.pop() {
        if let Object::Ref(reference) = node
            && !seen.insert(reference)
        {
            continue;
        }
        let Some(node) = resolve(&node) else { continue };
        let Some(dict) = node.as_dict() else { continue };
        let leaf = dict.get_name("Type").is_some_and(|name| name.0 == "Page");
        match dict.get("Kids").and_then(resolve) {
            Some(Object::Array(kids)) if !leaf => waiting.extend(kids.into_iter().take(most + 1)),
            _ => pages += 1,
        }
        if pages + waiting.len() > most.saturating_mul(2) || pages > most {
            return most + 1;
        }
    }
    pages
}

/// A point of the file as it is shown when the page is turned clockwise by `turn` degrees.
fn placed(page: &Page, turn: i32, x: f32, y: f32) -> (f32, f32) {
    let seen = &page.crop_box;
    match turn {
        90 => (y - seen.y0, x - seen.x0),
        180 => (seen.x1 - x, y - seen.y0),
        270 => (seen.y1 - y, seen.x1 - x),
        _ => (x - seen.x0, seen.y1 - y),
    }
}

/// The turn of the page under which most of its text stands upright: a table that lies on its side is read so too.
fn most_text(spans: &[TextSpan]) -> Option<i32> {
    let letters = |turn: i32| spans.iter().filter(|span| span.rotate == turn).map(|span| span.text.len()).sum::<usize>();
    [270, 180, 90, 0].into_iter().filter(|turn| letters(*turn) > 0).max_by_key(|turn| letters(*turn))
}

fn placed_rule(page: &Page, turn: i32, ruling: &Ruling) -> Rule {
    let (ax, ay) = placed(page, turn, ruling.start.x, ruling.start.y);
    let (bx, by) = placed(page, turn, ruling.end.x, ruling.end.y);
    Rule { x0: ax.min(bx), y0: ay.min(by), x1: ax.max(bx), y1: ay.max(by) }
}

/// What the structure says of a stretch of text.
fn tag(span: &TextSpan) -> Tag {
    let mut tag = Tag { artifact: span.artifact.is_some(), ..Tag::default() };
    let Some(structure) = &span.structure else { return tag };
    let (mut table, mut row) = (None, None);
    for element in &structure.path {
        let number = element.object.num;
        match element.standard_type {
            StandardType::Table => (table, row, tag.cell) = (Some(number), None, None),
            StandardType::TR => row = Some(number),
            kind @ (StandardType::TH | StandardType::TD) => {
                if let (Some(table), Some(row)) = (table, row) {
                    let spans = structure.attributes.iter().filter(|attribute| attribute.element == element.object);
                    let columns = spans.filter_map(|attribute| attribute.entries.get_int("ColSpan")).next_back().unwrap_or(1);
                    let columns = u32::try_from(columns).unwrap_or(1).clamp(1, 1_000);
                    tag.cell = Some(TagCell { table, row, cell: number, columns, header: kind == StandardType::TH });
                }
            }
            StandardType::Note => tag.note = true,
            StandardType::Span
            | StandardType::Link
            | StandardType::Quote
            | StandardType::Reference
            | StandardType::Code
            | StandardType::Annot
            | StandardType::NonStruct
            | StandardType::Lbl
            | StandardType::LBody => continue,
            _ => {}
        }
        tag.heading = level(element.standard_type).or(tag.heading);
        tag.block = Some(number);
    }
    tag
}

fn level(kind: StandardType) -> Option<u8> {
    match kind {
        StandardType::H | StandardType::H1 => Some(1),
        StandardType::H2 => Some(2),
        StandardType::H3 => Some(3),
        StandardType::H4 => Some(4),
        StandardType::H5 => Some(5),
        StandardType::H6 => Some(6),
        _ => None,
    }
}
