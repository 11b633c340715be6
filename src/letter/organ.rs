//! Whether the name of a sender tells which of many it is.

/// Words for an organ that many bodies have, for what belongs to it, and between them.
#[rustfmt::skip]
const ORGANS: [&str; 41] = [
    "het", "de", "ons", "onze", "college", "van", "burgemeester", "en", "wethouders", "wethouder", "b", "w", "bw", "gedeputeerde", "staten",
    "dagelijks", "algemeen", "bestuur", "bestuurscollege", "raad", "griffie", "griffier", "secretaris", "gemeentesecretaris", "directie",
    "directeur", "dijkgraaf", "heemraden", "gs", "minister", "staatssecretaris", "gemeente", "provincie", "waterschap", "ministerie",
    "gemeentebestuur", "namens", "team", "cluster", "portefeuillehouder", "organisatie",
];

/// What a part of an organ is called begins with one of these and says nothing of whose it is.
const PARTS: [&str; 6] = ["afdeling", "directie", "domein", "sector", "team", "cluster"];

/// Whether a sender names a body that is told from others like it: "Gemeente Lindewaard" and "minister van Financiën" do, "het college van
/// burgemeester en wethouders" and "dagelijks bestuur, afdeling Financiën" do not, for letters of two municipalities may say so.
///
/// # Example: two letters from "het college" may be of two municipalities
/// ```
/// use antwoordmeter::letter::names_one_body;
/// assert!(names_one_body("Het college van B&W van Lindewaard"));
/// assert!(!names_one_body("Het college van burgemeester en wethouders"));
/// assert!(!names_one_body(""));
/// ```
pub fn names_one_body(sender: &str) -> bool {
    sender.split([',', '|', '/', ';', '\n', '(']).any(|part| {
        let mut words = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).peekable();
        let whole = words.peek().is_some_and(|first| !PARTS.contains(&first.as_str()));
        whole && words.any(|word| !ORGANS.contains(&word.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::names_one_body;

    #[test]
    fn an_organ_without_a_place_is_one_of_many() {
        let one =
            ["Gemeente Aadorp", "dagelijks bestuur van Waterschap Oude Vaart", "De minister van Landbouw", "Het college, gemeente Aadorp"];
        let many =
            ["het college van B&W", "dagelijks bestuur, afdeling Financiën", "Gedeputeerde Staten", "De wethouder", "  ", "Directie"];
        assert_eq!(one.map(names_one_body), [true; 4]);
        assert_eq!(many.map(names_one_body), [false; 6]);
    }
}
