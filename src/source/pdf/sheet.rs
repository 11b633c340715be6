//! What the engine gives: text and lines at their places on a page. All measures are in points, from the top left corner of the page as it is shown.

/// A page as it is shown.
#[derive(Debug, Default)]
pub struct Sheet {
    pub width: f32,
    pub height: f32,
    /// Text that stands upright, in the order of the file or, where the file says one, of its structure.
    pub runs: Vec<Run>,
    /// Text that stands on its side or upside down, with its places as if the page were turned for it.
    pub turned: Vec<Run>,
    pub rules: Vec<Rule>,
    /// The order is that of the structure which the file declares.
    pub tagged: bool,
    /// Its contents cannot be read.
    pub broken: bool,
}

/// A stretch of text that is drawn in one go: from one letter to a whole line.
#[derive(Clone, Debug, Default)]
pub struct Run {
    pub text: String,
    pub x: f32,
    pub end_x: f32,
    /// The baseline.
    pub y: f32,
    pub size: f32,
    /// The place of its font in [`super::engine::Engine::fonts`].
    pub font: usize,
    pub tag: Tag,
}

/// A straight line that is drawn, upright or level.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub x0: f32,
    pub y0: f32,
    pub x1: f32,
    pub y1: f32,
}

impl Rule {
    /// Whether it goes from top to bottom.
    pub fn upright(self) -> bool {
        self.x1 - self.x0 < self.y1 - self.y0
    }
}

/// A font by its name and by what the file says of it.
#[derive(Clone, Debug, Default)]
pub struct Font {
    pub name: String,
    pub bold: bool,
    pub italic: bool,
}

/// What the structure of a tagged file says of a stretch of text; empty in other files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// Beside the text proper: headers, footers, what repeats.
    pub artifact: bool,
    /// The paragraph, heading or list item that it is part of.
    pub block: Option<u32>,
    /// The level of the heading that it is part of.
    pub heading: Option<u8>,
    /// The table, row and cell that it is part of.
    pub cell: Option<TagCell>,
    /// Part of a footnote.
    pub note: bool,
}

/// A table cell of a tagged file, by the numbers of its parts in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TagCell {
    pub table: u32,
    pub row: u32,
    pub cell: u32,
    pub columns: u32,
    pub header: bool,
}
