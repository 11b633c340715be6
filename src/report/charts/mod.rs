//! Charts: plain data become an SVG, and an SVG a PNG for print. Nothing here knows of letters or files.
//!
//! One visual language for all charts, made for a black-and-white copier first: an answer that waits is dark and solid, one
//! that points elsewhere hatched, a substantive one light, an unresolved one a dashed outline. Numbers stand in the bars or
//! beside them, so that few charts need an axis.
//!
//! Chosen: the title of a chart is a sentence with its count, the description all its data. Why: whoever sees only a title or hears only
//! the description has the finding. Rejected: "Answers by theme".

mod by;
mod calendar;
mod classes;
mod deferral;
mod definitions;
mod documents;
mod figure;
mod font;
mod funnel;
mod lettering;
mod names;
mod outlines;
mod palette;
mod picture;
mod rows;
mod shares;
mod sheet;
mod strip;
mod texture;
mod waits;
mod wrap;
mod years;

pub use by::By;
pub use calendar::calendar;
pub use classes::{Bar, classes};
pub use deferral::{Group, deferral};
pub use definitions::definitions;
pub use documents::{Awaited, documents};
pub use figure::{Chart, Figure, together};
pub use funnel::{Point, senders};
pub use picture::png;
pub use strip::{Cell, letter};
pub use texture::Texture;
pub use waits::{Wait, waits};
pub use years::years;

use super::{Language, words};

/// What stands around a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Letter, date, and version of the codebook.
    pub source_line: String,
    /// The language of what the chart itself says.
    pub language: Language,
}

/// Rows that a chart has at most; those after them are summed in one.
const MAX_ROWS: usize = 40;
