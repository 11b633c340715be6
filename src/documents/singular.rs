//! The singular of words for documents.

/// The singular of a Dutch word for a kind of document: "jaarverslagen" -> "jaarverslag".
///
/// Only the plurals that such words form: -en (with one consonant less after a short vowel, and -v- to -f, -z- to -s), -s and -'s.
/// An abbreviation that is a word by itself gives the kind that it stands for.
pub(super) fn singular(word: &str) -> String {
    match word {
        "burap" | "buraps" => return "bestuursrapportage".to_owned(),
        "turap" | "turaps" => return "tussenrapportage".to_owned(),
        _ => {}
    }
    for (plural, single) in [("brieven", "brief"), ("plannen", "plan"), ("adviezen", "advies"), ("voorstellen", "voorstel")] {
        if let Some(stem) = word.strip_suffix(plural) {
            return format!("{stem}{single}");
        }
    }
    let keep = ["stukken", "bevindingen", "resultaten", "cijfers", "gegevens", "uitkomsten", "afspraken"];
    if keep.iter().any(|whole| word.ends_with(whole)) {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("'s") {
        return stem.to_owned();
    }
    if let Some(stem) = word.strip_suffix("en") {
        let plural = [
            "ing",
            "verslag",
            "rapport",
            "overzicht",
            "lijst",
            "kaart",
            "monitor",
            "convenant",
            "overeenkomst",
            "besluit",
            "document",
            "contract",
            "bericht",
            "onderzoek",
            "akkoord",
        ];
        if plural.iter().any(|single| stem.ends_with(single)) {
            return stem.to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(stem)
            if [
                "tie",
                "visie",
                "strategie",
                "rapportage",
                "analyse",
                "memo",
                "raming",
                "prognose",
                "circulaire",
                "monitor",
                "register",
                "scan",
                "sheet",
                "dashboard",
                "benchmark",
                "enquete",
            ]
            .iter()
            .any(|single| stem.ends_with(single)) =>
        {
            stem.to_owned()
        }
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn plurals_have_the_kind_of_their_singular() {
        let table = [
            ("jaarverslagen", "jaarverslag"),
            ("inventarisaties", "inventarisatie"),
            ("peilingen", "peiling"),
            ("factsheets", "factsheet"),
            ("verordeningen", "verordening"),
            ("bevindingen", "bevindingen"),
            ("raadsbrieven", "raadsbrief"),
            ("nota's", "nota"),
            ("jaarstukken", "jaarstukken"),
        ];
        let wrong: Vec<_> = table.iter().filter(|(plural, single)| singular(plural) != *single).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
