//! Pages of the web: the text as a browser shows it, with what stands beside the main text marked.

mod aside;
mod encoding;
mod grid;
mod list;
mod note;
mod page;
mod parse;
mod shape;
mod tree;
mod walk;
mod writer;

use std::path::Path;

use super::draft::Draft;
use super::{Limits, Source};
use crate::error::Result;
pub(super) use encoding::declared;
pub(super) use grid::Grid;
pub(super) use writer::Writer;

/// The source of a `.html` file.
///
/// # Errors
/// It holds no text, or more or deeper markup than a page has.
pub fn html(file: &Path, id: &str, bytes: &[u8], limits: &Limits) -> Result<Source> {
    let mut draft = Draft::default();
    write(file, &declared(bytes), &mut draft, limits)?;
    draft.finish(file, id)
}

/// Adds the text and the marks of a page to a draft.
///
/// # Errors
/// It holds more or deeper markup than a page has. `file` is only named in the error.
pub(super) fn write(file: &Path, page: &str, draft: &mut Draft, limits: &Limits) -> Result<()> {
    let tree = parse::parse(file, page, limits)?;
    walk::walk(&tree, draft);
    Ok(())
}

#[cfg(test)]
mod tests;
