//! The rows of the decision table, and how often each was right on coded answers.

/// The row of the decision table that settled the class of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// There is no text.
    NoText,
    /// It only refers to other answers and takes their class.
    Follows,
    /// It only refers to answers that are missing, unanswered or refer back.
    LeadsNowhere,
    /// Asked when, it says when.
    SaysWhen,
    /// Asked whether, it says whether.
    SaysWhether,
    /// Asked how much, it opens with a figure.
    GivesFigure,
    /// Asked why, it gives a reason.
    GivesReason,
    /// Asked which, it enumerates.
    Enumerates,
    /// It responds, and its pointers only support that.
    OnlySupported,
    /// What it says itself outweighs its pointers.
    ContentOutweighs,
    /// What was asked for is said to come later.
    Defers,
    /// What was asked for stands elsewhere.
    RefersElsewhere,
    /// It says that it does not know, and nothing else.
    DoesNotKnow,
    /// It says that it will not say, and nothing else.
    Declines,
    /// It has content and no pointer.
    Content,
}

/// What is printed of a row.
struct Row {
    reason: Reason,
    code: &'static str,
    measured: (u32, u32),
    dutch: &'static str,
    english: &'static str,
}

impl Reason {
    /// All rows in the order of the table, with their code and the sentence of the codebook in Dutch and English.
    const ROWS: &'static [Row] = &[
        Row { reason: Self::NoText, code: "no_text", measured: (28, 28), dutch: "Er staat geen antwoord.", english: "There is no answer." },
        Row {
            reason: Self::Follows,
            code: "follows_reference",
            measured: (93, 104),
            dutch: "Het verwijst alleen naar een ander antwoord en krijgt de klasse daarvan.",
            english: "It only refers to another answer and takes its class.",
        },
        Row {
            reason: Self::LeadsNowhere,
            code: "leads_nowhere",
            measured: (7, 7),
            dutch: "Het verwijst alleen naar een antwoord dat ontbreekt, leeg is of terugverwijst.",
            english: "It only refers to an answer that is missing, empty or refers back.",
        },
        Row {
            reason: Self::SaysWhen,
            code: "says_when",
            measured: (71, 73),
            dutch: "Gevraagd is wanneer of of iets komt, en dat zegt de brief.",
            english: "Asked when or whether something comes, the letter says so.",
        },
        Row {
            reason: Self::SaysWhether,
            code: "says_whether",
            measured: (119, 124),
            dutch: "Gevraagd is of iets zo is, en dat zegt de brief.",
            english: "Asked whether something is so, the letter says so.",
        },
        Row {
            reason: Self::GivesFigure,
            code: "gives_figure",
            measured: (69, 86),
            dutch: "Gevraagd is een getal, en daarmee begint het antwoord.",
            english: "Asked for a figure, the answer opens with one.",
        },
        Row {
            reason: Self::GivesReason,
            code: "gives_reason",
            measured: (7, 10),
            dutch: "Gevraagd is een reden, en de brief geeft er een.",
            english: "Asked for a reason, the letter gives one.",
        },
        Row {
            reason: Self::Enumerates,
            code: "enumerates",
            measured: (4, 4),
            dutch: "Gevraagd is welke, en de brief somt op.",
            english: "Asked which, the letter enumerates.",
        },
        Row {
            reason: Self::OnlySupported,
            code: "only_supported",
            measured: (29, 30),
            dutch: "De brief geeft antwoord; de verwijzing vult alleen aan.",
            english: "The letter answers; the pointer only supports.",
        },
        Row {
            reason: Self::ContentOutweighs,
            code: "content_outweighs",
            measured: (82, 149),
            dutch: "De brief geeft zelf antwoord; de verwijzingen vullen aan of gaan over een deel.",
            english: "The letter itself answers; its pointers add to that or concern a part.",
        },
        Row {
            reason: Self::Defers,
            code: "defers",
            measured: (567, 661),
            dutch: "Wat gevraagd is, komt later.",
            english: "What was asked for comes later.",
        },
        Row {
            reason: Self::RefersElsewhere,
            code: "refers_elsewhere",
            measured: (369, 433),
            dutch: "Wat gevraagd is, staat elders.",
            english: "What was asked for stands elsewhere.",
        },
        Row {
            reason: Self::DoesNotKnow,
            code: "does_not_know",
            measured: (33, 33),
            dutch: "De afzender weet het niet en zegt verder niets.",
            english: "The sender does not know and says nothing else.",
        },
        Row {
            reason: Self::Declines,
            code: "declines",
            measured: (28, 29),
            dutch: "De afzender zegt het niet en zegt verder niets.",
            english: "The sender declines and says nothing else.",
        },
        Row {
            reason: Self::Content,
            code: "content",
            measured: (1324, 1488),
            dutch: "De brief geeft zelf antwoord, zonder verwijzing.",
            english: "The letter itself answers, without a pointer.",
        },
    ];

    /// All rows in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::ROWS.iter().map(|row| row.reason)
    }

    fn row(self) -> &'static Row {
        &Self::ROWS[self as usize]
    }

    /// Its code in the tables.
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// The sentence of the codebook that it stands for, in Dutch.
    pub fn dutch(self) -> &'static str {
        self.row().dutch
    }

    /// The sentence of the codebook that it stands for, in English.
    pub fn english(self) -> &'static str {
        self.row().english
    }

    /// How often the class that this row gave was right: (right, n), on about 3,200 coded answers. With most of them the rules were also
    /// written, so that a stranger's letter does somewhat worse; those of letters and pairs that were kept apart count as they were at first sight.
    pub fn measured(self) -> (u32, u32) {
        self.row().measured
    }
}

#[cfg(test)]
mod tests {
    use super::Reason;

    #[test]
    fn every_row_stands_at_its_place() {
        for (place, reason) in Reason::all().enumerate() {
            assert_eq!(reason as usize, place, "{}", reason.code());
        }
    }
}
