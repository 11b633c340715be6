//! Names of places in the page, to link to: `vraag-22`.

use std::collections::{HashMap, HashSet};

use crate::report::Language;
use crate::report::findings::Findings;

/// The anchor of each answer that is shown, by its id.
#[derive(Debug)]
pub(super) struct Anchors<'f>(HashMap<&'f str, String>);

impl<'f> Anchors<'f> {
    /// The number of the question for a page of one letter, with the letter before it for more.
    pub fn of(findings: &'f Findings, language: Language) -> Self {
        let one = findings.totals.letters == 1;
        let (mut anchors, mut taken) = (HashMap::new(), HashSet::new());
        for quotation in findings.quotations() {
            let id = quotation.coding.id.as_str();
            let number = id.strip_prefix(quotation.letter.as_str()).unwrap_or(id).trim_start_matches('#');
            let asked = language.pick("vraag", "question");
            let name =
                if one { format!("{asked}-{}", slug(number)) } else { format!("{}-{asked}-{}", slug(&quotation.letter), slug(number)) };
            // Names that differ in their signs only become one.
            let mut anchor = name.clone();
            let mut next = 2;
            while !taken.insert(anchor.clone()) {
                anchor = format!("{name}-{next}");
                next += 1;
            }
            anchors.insert(id, anchor);
        }
        Self(anchors)
    }

    /// The anchor of an answer; none for one that is not shown.
    pub fn at(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }
}

/// Letters and digits, with a hyphen for what stands between them.
fn slug(text: &str) -> String {
    text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_hold_letters_digits_and_hyphens() {
        let table = [("22", "22"), ("3a", "3a"), ("B-2", "b-2"), ("wijk (2025).één", "wijk-2025-één"), ("\"><b>", "b"), ("", "")];
        let wrong: Vec<_> = table.iter().filter(|(text, name)| slug(text) != *name).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
