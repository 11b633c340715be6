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

impl Reason {
    /// All rows in the order of the table, with their code and the sentence of the codebook in Dutch and English.
    const ROWS: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::NoText, "no_text", "Er staat geen antwoord.", "There is no answer."),
        (Self::Follows, "follows_reference", "Het verwijst alleen naar een ander antwoord en krijgt de klasse daarvan.", "It only refers to another answer and takes its class."),
        (Self::LeadsNowhere, "leads_nowhere", "Het verwijst alleen naar een antwoord dat ontbreekt, leeg is of terugverwijst.", "It only refers to an answer that is missing, empty or refers back."),
        (Self::SaysWhen, "says_when", "Gevraagd is wanneer of of iets komt, en dat zegt de brief.", "Asked when or whether something comes, the letter says so."),
        (Self::SaysWhether, "says_whether", "Gevraagd is of iets zo is, en dat zegt de brief.", "Asked whether something is so, the letter says so."),
        (Self::GivesFigure, "gives_figure", "Gevraagd is een getal, en daarmee begint het antwoord.", "Asked for a figure, the answer opens with one."),
        (Self::GivesReason, "gives_reason", "Gevraagd is een reden, en de brief geeft er een.", "Asked for a reason, the letter gives one."),
        (Self::Enumerates, "enumerates", "Gevraagd is welke, en de brief somt op.", "Asked which, the letter enumerates."),
        (Self::OnlySupported, "only_supported", "De brief geeft antwoord; de verwijzing vult alleen aan.", "The letter answers; the pointer only supports."),
        (Self::ContentOutweighs, "content_outweighs", "De brief geeft zelf antwoord; de verwijzingen vullen aan of gaan over een deel.", "The letter itself answers; its pointers add to that or concern a part."),
        (Self::Defers, "defers", "Wat gevraagd is, komt later.", "What was asked for comes later."),
        (Self::RefersElsewhere, "refers_elsewhere", "Wat gevraagd is, staat elders.", "What was asked for stands elsewhere."),
        (Self::DoesNotKnow, "does_not_know", "De afzender weet het niet en zegt verder niets.", "The sender does not know and says nothing else."),
        (Self::Declines, "declines", "De afzender zegt het niet en zegt verder niets.", "The sender declines and says nothing else."),
        (Self::Content, "content", "De brief geeft zelf antwoord, zonder verwijzing.", "The letter itself answers, without a pointer."),
    ];

    /// All rows in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::ROWS.iter().map(|row| row.0)
    }

    fn row(self) -> &'static (Self, &'static str, &'static str, &'static str) {
        &Self::ROWS[self as usize]
    }

    /// Its code in the tables.
    pub fn code(self) -> &'static str {
        self.row().1
    }

    /// The sentence of the codebook that it stands for, in Dutch.
    pub fn dutch(self) -> &'static str {
        self.row().2
    }

    /// The sentence of the codebook that it stands for, in English.
    pub fn english(self) -> &'static str {
        self.row().3
    }

    /// How often the class that this row gave was right on coded answers: (right, n).
    pub const fn measured(self) -> (u32, u32) {
        (0, 0)
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
