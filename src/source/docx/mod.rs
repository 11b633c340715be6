//! Word: the parts of a `.docx` file become text and marks.

mod body;
mod inline;
mod notes;
mod numbering;
mod package;
mod properties;
mod section;
mod styles;
#[cfg(test)]
mod tests;

use std::path::Path;

use super::tree::{Node, child, name, tree};
use super::writer::Writer;
use super::{Limits, Source};
use crate::error::{Error, Result};
use body::Reader;
use notes::Settings;
use numbering::Numbering;
use package::Package;
use section::{margins, write_margins};
use styles::Styles;

/// The source of a `.docx` file: headers first, then the text, the notes, and footers last.
///
/// # Errors
/// It is no Word document, it is damaged or protected, or it passes one of the `limits`.
pub fn docx(file: &Path, id: &str, bytes: &[u8], limits: &Limits) -> Result<Source> {
    let mut package = Package::open(file, bytes, limits)?;
    let styles = read(&mut package, "styles", limits, Styles::read)?.unwrap_or_default();
    let numbering = read(&mut package, "numbering", limits, |root| Numbering::read(root, &styles))?.unwrap_or_default();
    let settings = read(&mut package, "settings", limits, Settings::read)?.unwrap_or_default();
    let text = package.main()?;
    let document = tree(file, package.main_name(), &text, limits)?;
    let root = document.root_element();
    let body = child(root, "body")
        .filter(|_| name(root) == "document")
        .ok_or_else(|| Error::new(file, "is no text document", "open it in the program that made it and save it as .docx, .odt or PDF"))?;
    let margins = margins(root, &settings);
    let mut reader = Reader::new(Writer::new(limits), &styles, numbering, &settings);
    write_margins(&mut reader, &mut package, &margins.headers, limits)?;
    reader.gap();
    reader.blocks(body);
    for kind in ["footnotes", "endnotes"] {
        read(&mut package, kind, limits, |root| reader.write_notes(root))?;
    }
    write_margins(&mut reader, &mut package, &margins.footers, limits)?;
    reader.into_writer().finish(file, id)
}

/// What `take` makes of the root of the part of this kind, where there is one.
fn read<T>(package: &mut Package<'_>, kind: &str, limits: &Limits, take: impl FnOnce(Node<'_>) -> T) -> Result<Option<T>> {
    let Some((part, text)) = package.part(kind)? else {
        return Ok(None);
    };
    let document = tree(package.file(), &part, &text, limits)?;
    Ok(Some(take(document.root_element())))
}
