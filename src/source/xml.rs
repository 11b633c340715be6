//! XML.

use std::path::Path;

use super::{Limits, Source};
use crate::error::{Error, Result};

/// The source of a `.xml` file.
///
/// # Errors
/// It cannot be read.
pub fn xml(file: &Path, _id: &str, _bytes: &[u8], _limits: &Limits) -> Result<Source> {
    Err(Error::new(file, "is not read yet", "save it as plain text (.txt, UTF-8)"))
}
