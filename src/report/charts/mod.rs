//! Charts: plain data become an SVG, and an SVG a PNG for print. Nothing here knows of letters or files.
//!
//! One visual language for all charts, made for a black-and-white copier first: an answer that waits is dark and solid, one
//! that points elsewhere hatched, a substantive one light, an unresolved one a dashed outline. Numbers stand in the bars,
//! so that no axis is needed.

mod defers;
mod figure;
mod font;
mod outlines;
mod picture;
mod rows;
mod sheet;
mod themes;
mod wrap;

pub use defers::{Waiting, defers};
pub use figure::{Chart, Figure};
pub use outlines::{Glyphs, definitions};
pub use picture::{paths, png};
pub use themes::{Bar, themes};

use super::Language;

/// What stands around a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// What the chart shows, as one sentence.
    pub title: String,
    /// What the reader has to know of it; may be empty.
    pub subtitle: String,
    /// Date, letter and version of the codebook.
    pub source_line: String,
    /// The language of what the chart itself says.
    pub language: Language,
}

/// Rows that a chart has at most; those after them are summed in one.
const MAX_ROWS: usize = 40;
