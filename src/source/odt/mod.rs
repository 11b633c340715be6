//! LibreOffice: the parts of an `.odt` file, or the one of an `.fodt` file, become text and marks.

mod body;
mod changes;
mod inline;
mod lists;
mod margin;
mod styles;
#[cfg(test)]
mod tests;

use std::path::Path;

use super::archive::{Archive, protected};
use super::decode::to_unicode;
use super::tree::{Node, child, name, tree};
use super::writer::Writer;
use super::{Limits, Source};
use crate::error::{Error, Result};
use body::Reader;
use changes::Changes;
use lists::Lists;
use margin::{Side, margins};
use styles::Styles;

const CONTENT: &str = "content.xml";
const STYLES: &str = "styles.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// The source of an `.odt` or `.fodt` file: headers first, then the text, the notes, and footers last.
///
/// # Errors
/// It is no text document, it is damaged or protected, or it passes one of the `limits`.
pub fn odt(file: &Path, id: &str, bytes: &[u8], limits: &Limits) -> Result<Source> {
    if !bytes.starts_with(b"PK") {
        let text = to_unicode(bytes);
        let document = tree(file, "text", &text, limits)?;
        return written(file, document.root_element(), document.root_element(), limits)?.finish(file, id);
    }
    let mut archive = Archive::open(file, bytes, limits)?;
    if is_protected(file, &mut archive, limits)? {
        return Err(protected(file));
    }
    let Some(content) = archive.part(CONTENT)? else {
        return Err(if archive.has(MANIFEST) {
            Error::new(file, "is a LibreOffice file without its text", "open it in LibreOffice and save it again")
        } else {
            Error::new(file, "is an archive, not a LibreOffice document", "unpack it and give the folder")
        });
    };
    let styles = archive.part(STYLES)?.unwrap_or_else(|| "<styles/>".to_owned());
    let styles = tree(file, STYLES, &styles, limits)?;
    let content = tree(file, CONTENT, &content, limits)?;
    written(file, content.root_element(), styles.root_element(), limits)?.finish(file, id)
}

/// All that is written in a document: `content` holds its text, `common` its styles and margins.
fn written(file: &Path, content: Node<'_>, common: Node<'_>, limits: &Limits) -> Result<Writer> {
    let text = child(content, "body")
        .and_then(|body| child(body, "text"))
        .ok_or_else(|| Error::new(file, "is no text document", "open it in the program that made it and save it as .docx, .odt or PDF"))?;
    let of_text = Styles::read(&[child(common, "styles"), child(content, "automatic-styles")]);
    let of_margins = Styles::read(&[child(common, "styles"), child(common, "automatic-styles")]);
    let (header, footer) = (margins(common, content, Side::Header), margins(common, content, Side::Footer));
    let mut reader = Reader::new(Writer::new(limits), &of_margins, Lists::read(common, common));
    reader.write_margins(&header);
    reader.gap();
    reader.turn_to(&of_text, Lists::read(common, content));
    reader.changes = Changes::read(text);
    reader.text(text);
    reader.changes = Changes::default();
    reader.write_notes();
    reader.turn_to(&of_margins, Lists::read(common, common));
    reader.write_margins(&footer);
    Ok(reader.into_writer())
}

/// Whether the parts of the file can only be read with a password.
fn is_protected(file: &Path, archive: &mut Archive<'_>, limits: &Limits) -> Result<bool> {
    if archive.has("encrypted-package") {
        return Ok(true);
    }
    let Some(manifest) = archive.part(MANIFEST)? else {
        return Ok(false);
    };
    let manifest = tree(file, MANIFEST, &manifest, limits)?;
    Ok(manifest.descendants().any(|node| name(node) == "encryption-data"))
}
