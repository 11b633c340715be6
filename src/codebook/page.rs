//! The codebook for readers: as the TOML that it is made of, or as a page.

use super::{Codebook, Facet, Rule};

impl Codebook {
    /// Its files, one after the other: saved in a folder of its own, this is the same codebook in one file.
    pub fn to_toml(&self) -> String {
        let files = self.files.iter().map(|file| format!("# {}\n\n{}\n", file.name, file.text.trim_end()));
        files.collect::<Vec<_>>().join("\n")
    }

    /// A page in Markdown, in Dutch: the rules by facet, then the word lists.
    pub fn page(&self) -> String {
        let mut page = format!("# Codeboek\n\n{} regels, versie `{}`.\n", self.rules.len(), self.hash.get(..12).unwrap_or_default());
        for facet in Facet::ALL {
            let rules: Vec<_> = self.rules.iter().filter(|rule| rule.facet == *facet).collect();
            if !rules.is_empty() {
                page += &format!("\n## {}\n\n{}\n", facet.code(), facet.meaning());
                rules.iter().for_each(|rule| page += &section(rule));
            }
        }
        if !self.lists.is_empty() {
            page += "\n## Woordenlijsten\n\n";
            for list in &self.lists {
                page += &format!("- `@{}`: {} {}\n", list.name, list.meaning, code(&list.words));
            }
        }
        page
    }
}

fn section(rule: &Rule) -> String {
    let mut section = format!("\n### {}\n\n{}", rule.id, rule.meaning);
    if !rule.kind.is_empty() {
        section += &format!(" Soort: {}.", rule.kind);
    }
    if rule.provisional {
        section += " Voorlopig.";
    }
    section += &format!("\n\n- Woorden: {}\n", code(&rule.patterns));
    if !rule.unless.is_empty() {
        section += &format!("- Niet bij: {}\n", code(&rule.unless));
    }
    for (label, texts) in [("Wel", &rule.examples), ("Niet", &rule.counterexamples)] {
        for text in texts {
            section += &format!("- {label}: {text}\n");
        }
    }
    section
}

/// In backticks, so that asterisks and bars stay what they are.
fn code(texts: &[String]) -> String {
    texts.iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", ")
}
