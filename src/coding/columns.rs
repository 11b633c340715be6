//! The columns of `answers.csv` that hold what a coder says, with what may stand in them: whoever reads, corrects or describes a coding goes
//! by this list.

/// A column that a person can fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What may stand in it.
    pub holds: Holds,
    /// A coder fills it in; the others a person can only correct.
    pub is_code: bool,
}

/// What may stand in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// One of these codes.
    Codes(&'static [&'static str]),
    /// 0 or 1.
    Flag,
    /// What is said here, in English.
    Other(&'static str),
}

/// All of them, in the order of the table.
pub const COLUMNS: [Column; 11] = [
    code("class", Holds::Codes(&["substantive", "deferral", "external_reference", "unresolved", "unanswered"])),
    correctable("via", "ids of answers with ; between them"),
    code("deferral", Holds::Codes(&["none", "document", "moment", "open"])),
    code("document", Holds::Other("any text")),
    code("due", Holds::Other("an interval such as 2025-05-01/2025-05-31, conditional, or nothing")),
    code("external", Holds::Codes(&["none", "document", "website", "annex", "earlier_letter", "authority"])),
    code("internal", Holds::Other("numbers of answers with ; between them")),
    code("no_information", Holds::Flag),
    code("refusal", Holds::Flag),
    correctable("start", "a number of characters"),
    correctable("end", "a number of characters"),
];

const fn code(name: &'static str, holds: Holds) -> Column {
    Column { name, holds, is_code: true }
}

const fn correctable(name: &'static str, holds: &'static str) -> Column {
    Column { name, holds: Holds::Other(holds), is_code: false }
}

impl Column {
    /// The column with a name.
    ///
    /// # Example: what may stand in `deferral`
    /// ```
    /// use antwoordmeter::coding::Column;
    /// let column = Column::named("deferral").unwrap();
    /// assert_eq!(column.allowed(), "none, document, moment or open");
    /// assert_eq!(Column::named("question"), None);
    /// ```
    pub fn named(name: &str) -> Option<&'static Self> {
        COLUMNS.iter().find(|column| column.name == name)
    }

    /// What may stand in it, in words.
    pub fn allowed(&self) -> String {
        match self.holds {
            Holds::Codes([first @ .., last]) => format!("{} or {last}", first.join(", ")),
            Holds::Codes([]) => String::new(),
            Holds::Flag => "0 or 1".to_owned(),
            Holds::Other(words) => words.to_owned(),
        }
    }
}

/// The codes of a column; none where it holds something else.
pub fn codes_of(name: &str) -> &'static [&'static str] {
    match Column::named(name).map(|column| column.holds) {
        Some(Holds::Codes(codes)) => codes,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::codes_of;
    use crate::coding::{Class, DeferralKind, ExternalKind};

    #[test]
    fn codes_are_those_of_their_types() {
        assert_eq!(codes_of("class"), Class::ALL.map(Class::code));
        let with_none = |mut kinds: Vec<&'static str>| {
            kinds.push("none");
            kinds.sort_unstable();
            kinds
        };
        let sorted = |name: &str| {
            let mut codes = codes_of(name).to_vec();
            codes.sort_unstable();
            codes
        };
        assert_eq!(sorted("deferral"), with_none(DeferralKind::ALL.map(DeferralKind::code).to_vec()));
        assert_eq!(sorted("external"), with_none(ExternalKind::ALL.map(ExternalKind::code).to_vec()));
    }
}
