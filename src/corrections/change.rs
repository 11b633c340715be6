//! What a correction changes: a column of `answers.csv` and the value that a person gives it.

use crate::coding::{COLUMNS, Class, Coding, Column, DeferralKind, Due, ExternalKind};

/// A column with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    Class(Class),
    Via(Vec<String>),
    Deferral(Option<DeferralKind>),
    Document(String),
    Due(Option<Due>),
    External(Option<ExternalKind>),
    Internal(Vec<String>),
    NoInformation(bool),
    Refusal(bool),
    /// Where the answer begins, in characters as `answers.csv` counts them.
    Start(usize),
    /// Where it ends.
    End(usize),
}

impl Change {
    /// The change that a row asks for.
    ///
    /// # Errors
    /// What is wrong with it, and the remedy.
    pub fn parse(column: &str, value: &str) -> Result<Self, (String, String)> {
        let Some(known) = Column::named(column) else {
            let names = COLUMNS.map(|column| column.name).join(", ");
            return Err((format!("column `{column}` cannot be corrected"), format!("choose one of {names}")));
        };
        let list = || value.split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let flag = || match value {
            "0" => Some(false),
            "1" => Some(true),
            _ => None,
        };
        let change = match column {
            "class" => Class::from_code(value).map(Self::Class),
            "via" => Some(Self::Via(list())),
            "deferral" if value == "none" => Some(Self::Deferral(None)),
            "deferral" => DeferralKind::from_code(value).map(|kind| Self::Deferral(Some(kind))),
            "document" => Some(Self::Document(value.to_owned())),
            "due" if value.is_empty() => Some(Self::Due(None)),
            "due" => Due::from_code(value).map(|due| Self::Due(Some(due))),
            "external" if value == "none" => Some(Self::External(None)),
            "external" => ExternalKind::from_code(value).map(|kind| Self::External(Some(kind))),
            "internal" => Some(Self::Internal(list())),
            "no_information" => flag().map(Self::NoInformation),
            "refusal" => flag().map(Self::Refusal),
            "start" => value.parse().ok().map(Self::Start),
            _ => value.parse().ok().map(Self::End),
        };
        change.ok_or_else(|| (format!("`{value}` is no value of column `{column}`"), format!("give {}", known.allowed())))
    }

    /// Its column.
    pub const fn column(&self) -> &'static str {
        match self {
            Self::Class(_) => "class",
            Self::Via(_) => "via",
            Self::Deferral(_) => "deferral",
            Self::Document(_) => "document",
            Self::Due(_) => "due",
            Self::External(_) => "external",
            Self::Internal(_) => "internal",
            Self::NoInformation(_) => "no_information",
            Self::Refusal(_) => "refusal",
            Self::Start(_) => "start",
            Self::End(_) => "end",
        }
    }

    /// Sets its value in a coding and gives what stood there; nothing for a boundary, which no coding holds.
    pub fn set(&self, coding: &mut Coding) -> Option<String> {
        fn code<T>(kind: Option<T>, code: impl Fn(T) -> &'static str) -> String {
            kind.map_or("none", code).to_owned()
        }
        let flag = |set: bool| u8::from(set).to_string();
        let was = match self {
            Self::Class(class) => std::mem::replace(&mut coding.class, *class).code().to_owned(),
            Self::Via(via) => std::mem::replace(&mut coding.via, via.clone()).join(";"),
            Self::Deferral(kind) => code(std::mem::replace(&mut coding.deferral, *kind), DeferralKind::code),
            Self::Document(name) => std::mem::replace(&mut coding.document, name.clone()),
            Self::Due(due) => std::mem::replace(&mut coding.due, *due).map(|due| due.to_string()).unwrap_or_default(),
            Self::External(kind) => code(std::mem::replace(&mut coding.external, *kind), ExternalKind::code),
            Self::Internal(numbers) => std::mem::replace(&mut coding.internal, numbers.clone()).join(";"),
            Self::NoInformation(set) => flag(std::mem::replace(&mut coding.no_information, *set)),
            Self::Refusal(set) => flag(std::mem::replace(&mut coding.refusal, *set)),
            Self::Start(_) | Self::End(_) => return None,
        };
        Some(was)
    }
}

#[cfg(test)]
mod tests {
    use super::Change;
    use crate::coding::COLUMNS;

    #[test]
    fn values_are_those_of_the_tables() {
        let right = [
            ("class", "deferral"),
            ("via", "a#1; a#2"),
            ("deferral", "none"),
            ("deferral", "moment"),
            ("document", "jaarverslag 2024"),
            ("due", ""),
            ("due", "conditional"),
            ("due", "2025-05-01/2025-05-31"),
            ("external", "earlier_letter"),
            ("internal", ""),
            ("no_information", "1"),
            ("refusal", "0"),
            ("start", "120"),
            ("end", "900"),
        ];
        let refused: Vec<_> =
            right.iter().filter(|(column, value)| Change::parse(column, value).map(|change| change.column()) != Ok(*column)).collect();
        assert!(refused.is_empty(), "{refused:?}");
        let wrong = [
            ("class", "uitgesteld"),
            ("deferral", ""),
            ("due", "mei 2025"),
            ("due", "2025-06-01/2025-05-01"),
            ("refusal", "ja"),
            ("start", "-1"),
            ("reason", "defers"),
        ];
        let taken: Vec<_> = wrong.iter().filter(|(column, value)| Change::parse(column, value).is_ok()).collect();
        assert!(taken.is_empty(), "{taken:?}");
        assert!(COLUMNS.iter().all(|column| right.iter().any(|(tried, _)| *tried == column.name)));
    }
}
