//! Plain text and Markdown: the text as it stands.

use std::path::Path;

use super::Source;
use super::decode::decode;
use crate::error::Result;

/// The source of a `.txt` file.
///
/// # Errors
/// The file is empty or not text.
pub fn plain(file: &Path, id: &str, bytes: &[u8]) -> Result<Source> {
    let (text, marks) = decode(file, bytes)?;
    Ok(Source { id: id.to_owned(), file: file.to_path_buf(), text, marks, warnings: Vec::new(), annex: false })
}
