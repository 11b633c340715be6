//! The codebook for readers: as the TOML that it is made of, or as a page.

use super::load::List;
use super::usual::Usual;
use super::{Codebook, Facet, Rule};

impl Codebook {
    /// Its files, one after the other: saved in a folder of its own, this is the same codebook in one file.
    pub fn to_toml(&self) -> String {
        let files = self.files.iter().map(|file| format!("# {}\n\n{}\n", file.name, file.text.trim_end()));
        files.collect::<Vec<_>>().join("\n")
    }

    /// A page in Markdown, in Dutch: the rules by facet, then the word lists and the calendar.
    pub fn page(&self) -> String {
        let title = format!("# Codeboek\n\n{} regels, versie `{}`.\n", self.rules.len(), self.hash.get(..12).unwrap_or_default());
        let chapters = Facet::ALL.iter().map(|facet| self.chapter(*facet));
        let lists = self.lists.iter().map(line);
        let head = if self.lists.is_empty() { "" } else { "\n## Woordenlijsten\n\n" };
        let calendar = if self.usual.is_empty() { "" } else { "\n## Kalender: wanneer stukken gewoonlijk verschijnen\n\n" };
        let usual = self.usual.iter().map(day);
        std::iter::once(title).chain(chapters).chain([head.to_owned()]).chain(lists).chain([calendar.to_owned()]).chain(usual).collect()
    }

    fn chapter(&self, facet: Facet) -> String {
        let rules: String = self.rules.iter().filter(|rule| rule.facet == facet).map(section).collect();
        if rules.is_empty() { rules } else { format!("\n## {}\n\n{}\n{rules}", facet.code(), facet.meaning()) }
    }
}

fn section(rule: &Rule) -> String {
    let kind = if rule.kind.is_empty() { String::new() } else { format!(" Soort: {}.", rule.kind) };
    let provisional = if rule.provisional { " Voorlopig." } else { "" };
    let unless = if rule.unless.is_empty() { String::new() } else { format!("- Niet bij: {}\n", code(&rule.unless)) };
    let (examples, counterexamples) = (items("Wel", &rule.examples), items("Niet", &rule.counterexamples));
    format!(
        "\n### {}\n\n{}{kind}{provisional}\n\n- Woorden: {}\n{unless}{examples}{counterexamples}",
        rule.id,
        rule.meaning,
        code(&rule.patterns)
    )
}

fn items(label: &str, texts: &[String]) -> String {
    texts.iter().map(|text| format!("- {label}: {text}\n")).collect::<Vec<_>>().concat()
}

fn line(list: &List) -> String {
    format!("- `@{}`: {} {}\n", list.name, list.meaning, code(&list.words))
}

fn day(usual: &Usual) -> String {
    let editions = if usual.editions.is_empty() { String::new() } else { format!(" ({})", usual.editions.join(", ")) };
    format!("- {}{editions}: {} Bron: {}.\n", code(&usual.words), usual.meaning, usual.source)
}

/// In backticks, so that asterisks and bars stay what they are.
fn code(texts: &[String]) -> String {
    texts.iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", ")
}
