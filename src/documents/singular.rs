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
    for (plural, single) in
        [("brieven", "brief"), ("plannen", "plan"), ("adviezen", "advies"), ("voorstellen", "voorstel"), ("akkoorden", "akkoord")]
    {
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
            "verslag",
            "rapport",
            "begroting",
            "rekening",
            "overzicht",
            "lijst",
            "kaart",
            "monitor",
            "wijziging",
            "convenant",
            "overeenkomst",
            "besluit",
            "regeling",
            "verordening",
            "document",
            "contract",
            "bericht",
            "onderzoek",
        ];
        if plural.iter().any(|single| stem.ends_with(single)) {
            return stem.to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(stem)
            if [
                "rapportage",
                "evaluatie",
                "notitie",
                "visie",
                "analyse",
                "memo",
                "raming",
                "prognose",
                "circulaire",
                "strategie",
                "monitor",
                "register",
                "scan",
            ]
            .iter()
            .any(|single| stem.ends_with(single)) =>
        {
            stem.to_owned()
        }
        _ => word.to_owned(),
    }
}
