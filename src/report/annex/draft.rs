//! What stands in a document, whatever the format that it is written in.

use crate::report::Language;

/// Millimetres between the margins of the page, an upright A4.
pub(super) const TEXT_WIDTH: f64 = 160.0;

/// Millimetres that a picture may be high: a page, less its caption.
const PICTURE_HEIGHT: f64 = 215.0;

/// A document.
///
/// # Example: a page with a heading and a sentence
/// ```
/// use antwoordmeter::report::Language;
/// use antwoordmeter::report::annex::{Block, Draft, Run, docx};
/// let draft = Draft {
///     title: "Bijlage".to_owned(),
///     footer: "Bijlage bij een motie".to_owned(),
///     language: Language::Dutch,
///     blocks: vec![Block::Heading(1, Run::plain("Bevinding")), Block::Paragraph(vec![Run::plain("Twee van de negen antwoorden.")])],
/// };
/// assert_eq!(docx(&draft)?, docx(&draft)?);
/// # Ok::<(), antwoordmeter::error::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The title, above the text and in the properties of the file.
    pub title: String,
    /// What stands at the foot of each page, before its number.
    pub footer: String,
    /// The language of all that does not name its own.
    pub language: Language,
    /// What stands below the title.
    pub blocks: Vec<Block>,
}

/// A part of a document, as high as the page is wide.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading; levels from 1 to 3, others count as the nearest.
    Heading(u8, Run),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// Words of somebody else, with what stands above them on the same page.
    Quotation {
        /// Who says it, or what was asked; may be empty.
        lead: Vec<Run>,
        /// The words.
        text: Vec<Run>,
    },
    /// Paragraphs with a bullet before each.
    List(Vec<Vec<Run>>),
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Picture),
}

/// Words that look the same. A line end in them is a line end on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Important.
    pub bold: bool,
    /// Set apart.
    pub italic: bool,
    /// What the reader is to see first: bold and underlined, so that a black-and-white copy shows it.
    pub marked: bool,
    /// The language of the words, where it is another than that of the document.
    pub language: Option<Language>,
}

/// A table, with a header row that is repeated on each page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it shows; the words "table 1" come before it.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; cells that a row lacks are empty, and those beyond the columns are put in the last one.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// What stands in the header row.
    pub title: String,
    /// Its width beside the others.
    pub width: f64,
    /// It holds numbers, which are aligned at the right.
    pub numbers: bool,
}

/// What stands in a cell of a table.
pub type Cell = Vec<Run>;

/// A picture; one that is too large for a page is made smaller.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The picture as PNG.
    pub png: Vec<u8>,
    /// The same as SVG, without text in fonts, for programs that can draw it sharper.
    pub svg: Option<String>,
    /// Its width in millimetres.
    pub width: f64,
    /// Its height in millimetres.
    pub height: f64,
    /// What it is, in a few words, for who does not see it.
    pub title: String,
    /// What it shows, for who does not see it.
    pub description: String,
    /// What stands below it; the words "figure 1" come before it.
    pub caption: String,
}

impl Run {
    /// Words without anything special.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Important words.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { bold: true, ..Self::plain(text) }
    }

    /// Words set apart.
    pub fn italic(text: impl Into<String>) -> Self {
        Self { italic: true, ..Self::plain(text) }
    }

    /// Words that the reader is to see first.
    pub fn marked(text: impl Into<String>) -> Self {
        Self { marked: true, ..Self::plain(text) }
    }

    /// The same words, said to be in a language.
    #[must_use]
    pub fn within(self, language: Language) -> Self {
        Self { language: Some(language), ..self }
    }
}

impl Table {
    /// The widths of the columns, which together fill `whole`.
    pub(super) fn widths(&self, whole: u32) -> Vec<u32> {
        let width = |column: &Column| if column.width.is_finite() && column.width > 0.0 { column.width } else { 1.0 };
        let sum: f64 = self.columns.iter().map(width).sum();
        let mut left = whole;
        let last = self.columns.len().saturating_sub(1);
        let mut widths = Vec::with_capacity(self.columns.len());
        for (place, column) in self.columns.iter().enumerate() {
            let own = if place == last { left } else { whole_number(f64::from(whole) * width(column) / sum).min(left) };
            left -= own;
            widths.push(own);
        }
        widths
    }

    /// The cells of a row, as many as there are columns.
    pub(super) fn cells(&self, row: &[Cell]) -> Vec<Cell> {
        let mut cells: Vec<Cell> = vec![Vec::new(); self.columns.len()];
        let last = cells.len().saturating_sub(1);
        for (place, cell) in row.iter().enumerate() {
            let Some(there) = cells.get_mut(place.min(last)) else { break };
            if place > last {
                there.push(Run::plain(" "));
            }
            there.extend_from_slice(cell);
        }
        cells
    }
}

impl Picture {
    /// Width and height in millimetres, on the page.
    pub(super) fn size(&self) -> (f64, f64) {
        let sane = |length: f64| if length.is_finite() && length > 1.0 { length } else { 1.0 };
        let (width, height) = (sane(self.width), sane(self.height));
        let scale = (TEXT_WIDTH / width).min(PICTURE_HEIGHT / height).min(1.0);
        (width * scale, height * scale)
    }
}

/// A length that is not negative as a whole number.
#[allow(clippy::cast_sign_loss, reason = "it is not negative")]
pub(super) fn whole_number(length: f64) -> u32 {
    length.round().max(0.0) as u32
}

#[cfg(test)]
mod tests {
    use super::{Column, Picture, Run, Table};

    #[test]
    fn columns_fill_the_width() {
        let table = |widths: &[f64]| Table {
            columns: widths.iter().map(|width| Column { width: *width, ..Column::default() }).collect(),
            ..Table::default()
        };
        assert_eq!(table(&[3.0, 1.0, 1.0]).widths(9070), [5442, 1814, 1814]);
        assert_eq!(table(&[f64::NAN, -1.0, 1.0]).widths(100), [33, 33, 34]);
        assert!(table(&[]).widths(100).is_empty());
    }

    #[test]
    fn a_row_has_a_cell_for_each_column() {
        let table = Table { columns: vec![Column::default(), Column::default()], ..Table::default() };
        let texts = |row: &[&str]| -> Vec<String> {
            let row: Vec<_> = row.iter().map(|text| vec![Run::plain(*text)]).collect();
            table.cells(&row).iter().map(|cell| cell.iter().map(|run| run.text.as_str()).collect()).collect()
        };
        assert_eq!(texts(&["a"]), ["a", ""]);
        assert_eq!(texts(&["a", "b", "c"]), ["a", "b c"]);
    }

    #[test]
    fn a_picture_fits_the_page() {
        let size = |width, height| Picture { width, height, ..Picture::default() }.size();
        assert_eq!(size(100.0, 50.0), (100.0, 50.0));
        assert_eq!(size(320.0, 100.0), (160.0, 50.0));
        assert_eq!(size(160.0, 430.0), (80.0, 215.0));
        assert_eq!(size(f64::INFINITY, 0.0), (1.0, 1.0));
    }
}
