//! XML on which the parser would work for minutes is refused before it is parsed.

use std::path::Path;

use super::OTHERWISE;
use crate::error::{Error, Result};

/// The most comparisons of one attribute with another of its element: the parser compares each with all before it.
const MOST_COMPARISONS: usize = 1 << 28;

/// The most names of namespaces, times the elements in which the parser may look for them.
const MOST_LOOKED_FOR: usize = 1 << 28;

/// Whether the parser will be done with it soon.
///
/// # Errors
/// It will not. `file` is only named in the error.
pub(super) fn check(file: &Path, text: &str) -> Result<()> {
    let (mut comparisons, mut elements) = (0_usize, 0_usize);
    // A tag stands between two `<`, for no value of an attribute holds one.
    for stretch in text.as_bytes().split(|byte| *byte == b'<') {
        let attributes = stretch.iter().filter(|byte| **byte == b'=').count();
        comparisons = comparisons.saturating_add(attributes.saturating_mul(attributes));
        elements += 1;
    }
    let namespaces = text.matches("xmlns").count();
    if comparisons > MOST_COMPARISONS || namespaces.saturating_mul(elements) > MOST_LOOKED_FOR {
        return Err(Error::new(file, "holds more attributes than a letter has", OTHERWISE));
    }
    Ok(())
}
