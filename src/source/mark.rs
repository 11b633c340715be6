//! What a format says of stretches of a text.

use crate::text::Span;

/// Something that the format says of a stretch of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The stretch.
    pub span: Span,
    /// What is said of it.
    pub kind: MarkKind,
}

/// What a format can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Bold type.
    Bold,
    /// Italic type.
    Italic,
    /// Type of another size than most of the text, in per cent of that.
    Size(u16),
    /// A heading of this level (1 is the highest).
    Heading(u8),
    /// A page (from 1); a form feed in plain text begins a new one.
    Page(u32),
    /// A paragraph (from 1), in the order of the file; those in the cells of a table are counted too.
    Paragraph(u32),
    /// A cell of a table.
    Cell(Cell),
    /// The number or bullet of an automatic list: it stands in the text because the reader worked it out.
    Number,
    /// The header or footer of a page.
    Margin,
    /// The text of a footnote or an endnote.
    Note,
    /// The mark of a note in running text.
    Call,
    /// Beside the main text of a web page: menu, cookie bar, contents, form.
    Aside,
    /// A mail that is quoted below another.
    Quoted,
}

/// Where a cell stands. Merged cells count once, at their first row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The table (from 0), in the order of the file; a table in a cell is a table of its own.
    pub table: u32,
    /// The row (from 0).
    pub row: u32,
    /// The first column that it covers (from 0).
    pub column: u32,
    /// How many columns it covers.
    pub columns: u32,
    /// It stands in a row that the format calls a header.
    pub header: bool,
}
