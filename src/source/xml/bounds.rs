//! XML on which the parser would work for minutes is refused before it is parsed.

use std::path::Path;

use super::OTHERWISE;
use crate::error::{Error, Result};

/// The most comparisons of one attribute with another of its element: the parser compares each with all before it.
const MOST_COMPARISONS: usize = 1 << 28;

/// The most names of namespaces, times the elements in which the parser may look for them.
const MOST_LOOKED_FOR: usize = 1 << 28;

/// The most `<` and the most `=`: the parser makes room for an element and an attribute for each before it reads on.
const MOST_SIGNS: usize = 2 << 20;

/// Whether the parser will be done with it soon.
///
/// # Errors
/// It will not. `file` is only named in the error.
pub(super) fn check(file: &Path, text: &str) -> Result<()> {
    let (mut comparisons, mut all, mut elements) = (0_usize, 0_usize, 0_usize);
    // A tag stands between two `<`, for no value of an attribute holds one.
    for stretch in text.split('<') {
        let attributes = stretch.matches('=').count();
        comparisons = comparisons.saturating_add(attributes.saturating_mul(attributes));
        all += attributes;
        elements += 1;
    }
    let namespaces = text.matches("xmlns").count();
    if elements.max(all) > MOST_SIGNS {
        return Err(Error::new(file, "holds more elements than a letter has", OTHERWISE));
    }
    if comparisons > MOST_COMPARISONS || namespaces.saturating_mul(elements) > MOST_LOOKED_FOR {
        return Err(Error::new(file, "holds more attributes than a letter has", OTHERWISE));
    }
    Ok(())
}
