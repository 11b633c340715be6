//! What each code means, for a person who codes with the sheet before him.

use crate::report::Language;

/// A code of a column, or the column itself where it has no list of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The column.
    pub column: &'static str,
    /// The code; empty for what holds of the column as a whole.
    pub code: &'static str,
    dutch: &'static str,
    english: &'static str,
}

impl Code {
    /// What it means, in a sentence or two.
    pub const fn meaning(&self, language: Language) -> &'static str {
        language.pick(self.dutch, self.english)
    }
}

const fn code(column: &'static str, code: &'static str, dutch: &'static str, english: &'static str) -> Code {
    Code { column, code, dutch, english }
}

/// All codes, in the order of the columns.
pub const fn definitions() -> &'static [Code] {
    DEFINITIONS
}

const DEFINITIONS: &[Code] = &[
    code(
        "class",
        "",
        "Eén klasse per antwoord: de eerste van unanswered, een antwoord dat alleen verwijst, substantive, deferral, external_reference die past. Codeer wat er staat, niet wat bedoeld kan zijn.",
        "One class an answer: the first that applies of unanswered, an answer that only refers, substantive, deferral, external_reference. Code what it says, not what may be meant.",
    ),
    code(
        "class",
        "substantive",
        "De brief geeft zelf wat vooral gevraagd is, welke verwijzingen er ook bij staan. Ook: alleen zeggen dat iets niet bekend is of niet wordt gezegd.",
        "The letter itself gives what was mainly asked, whatever pointers come with it. Also: only saying that something is not known or will not be said.",
    ),
    code("class", "deferral", "Wat gevraagd is, of een deel ervan, komt later.", "What was asked, or a part of it, comes later."),
    code(
        "class",
        "external_reference",
        "Wat gevraagd is, staat buiten de brief en bestaat al.",
        "What was asked stands outside the letter and exists already.",
    ),
    code(
        "class",
        "unresolved",
        "Het verwijst alleen naar een ander antwoord, en dat ontbreekt of verwijst terug. Leidt de verwijzing ergens heen, geef dan de klasse van dat antwoord.",
        "It only refers to another answer, which is missing or refers back. Where it leads somewhere, give the class of that answer.",
    ),
    code("class", "unanswered", "Er staat geen antwoord.", "There is no answer."),
    code(
        "deferral",
        "",
        "Waarop de eigen woorden van het antwoord wachten, ook als de klasse een andere is; de eerste die past.",
        "What the answer's own words wait for, also where the class is another; the first that applies.",
    ),
    code("deferral", "none", "Op niets.", "For nothing."),
    code(
        "deferral",
        "document",
        "Op een stuk dat op de datum van de brief nog moest verschijnen (niet gemaakt, niet af, niet vastgesteld of niet verstuurd), genoemd of omschreven.",
        "For a document that was not yet available on the date of the letter (not made, not finished, not decided or not sent), named or described.",
    ),
    code("deferral", "moment", "Op een datum, seizoen of vergadering, zonder stuk.", "For a date, season or meeting, without a document."),
    code("deferral", "open", "Op later, zonder stuk of moment.", "For later, without a document or a moment."),
    code(
        "document",
        "",
        "Het stuk waarop het wacht: soort en jaar, of zoals omschreven.",
        "The document that it waits for: kind and year, or as described.",
    ),
    code(
        "due",
        "",
        "Wanneer dat komt: eerste/laatste dag, zoals 2025-05-01/2025-05-31; conditional als het van iets zonder datum afhangt; anders leeg.",
        "When it comes: first/last day, such as 2025-05-01/2025-05-31; conditional where it hangs on something without a date; else empty.",
    ),
    code(
        "external",
        "",
        "Waarheen de eigen woorden buiten de brief verwijzen, ook als de klasse een andere is; de eerste die past.",
        "Where the answer's own words point outside the letter, also where the class is another; the first that applies.",
    ),
    code("external", "none", "Nergens heen.", "Nowhere."),
    code("external", "authority", "Een andere instantie moet antwoorden.", "Another body has to answer."),
    code("external", "earlier_letter", "Een eerdere brief van dezelfde afzender.", "An earlier letter of the same sender."),
    code("external", "annex", "Een bijlage bij deze brief.", "An annex to this letter."),
    code("external", "website", "Een website.", "A website."),
    code("external", "document", "Een ander stuk dat al bestaat.", "Another document that exists already."),
    code(
        "internal",
        "",
        "Nummers van andere antwoorden waarnaar het verwijst, met ; ertussen.",
        "Numbers of other answers that it refers to, with ; between them.",
    ),
    code(
        "no_information",
        "",
        "1: de afzender zegt dat hij het niet weet. \"Nog niet bekend\" is uitstel.",
        "1: the sender says that it does not know. \"Not known yet\" is deferral.",
    ),
    code("refusal", "", "1: de afzender zegt dat hij het niet zal zeggen.", "1: the sender says that it will not say."),
    code(
        "sure",
        "",
        "L als een andere lezing even goed is; zulke rijen tellen nergens mee. Anders H of leeg.",
        "L where another reading is as good; such rows count in no figure. Else H or empty.",
    ),
    code("note", "", "Wat een ander moet weten.", "What somebody else has to know."),
];

#[cfg(test)]
mod tests {
    use super::{Code, definitions};
    use crate::report::sheet::FILLED;

    #[test]
    fn every_code_is_defined_and_every_definition_is_of_a_code() {
        let defined = |column: &str, code: &str| definitions().iter().any(|one| one.column == column && one.code == code);
        for (column, codes) in FILLED {
            assert!(defined(column, ""), "{column}");
            // What yes and no mean is said of the column.
            let missing: Vec<_> = codes.iter().filter(|code| code.len() > 1 && !defined(column, code)).collect();
            assert!(missing.is_empty(), "{column}: {missing:?}");
        }
        let known =
            |one: &&Code| FILLED.iter().any(|(column, codes)| *column == one.column && (one.code.is_empty() || codes.contains(&one.code)));
        assert_eq!(definitions().iter().filter(known).count(), definitions().len());
    }
}
