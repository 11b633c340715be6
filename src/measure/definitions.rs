//! Everything that can be meant by how often answers do something: the definition alone can move a figure.

use super::counts::Counts;

impl Counts {
    /// Names of everything that can be meant by how often answers do something: the classes, and every definition of deferring, from
    /// the narrowest to the widest.
    pub const DEFINITIONS: [&str; 11] = [
        "substantive",
        "deferral",
        "external_reference",
        "unresolved",
        "defers_with_date",
        "defers_to_document",
        "defers_including_references",
        "defers_or_recurring",
        "defers_or_moment",
        "defers_at_all",
        "defers_widest",
    ];

    /// The counts in the order of [`Counts::DEFINITIONS`].
    pub const fn defined(self) -> [u32; 11] {
        [
            self.substantive,
            self.deferral,
            self.external_reference,
            self.unresolved,
            self.defers_with_date,
            self.defers_to_document,
            self.defers_including_references,
            self.defers_or_recurring,
            self.defers_or_moment,
            self.defers_at_all,
            self.defers_widest,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn definitions_have_the_names_of_their_counts() {
        let counts =
            Counts { substantive: 1, deferral: 2, defers_to_document: 6, defers_at_all: 10, defers_widest: 11, ..Counts::default() };
        let named =
            |name: &str| Counts::DEFINITIONS.iter().position(|other| *other == name).and_then(|place| counts.defined().get(place).copied());
        let found = ["substantive", "deferral", "defers_to_document", "defers_at_all", "defers_widest"].map(named);
        assert_eq!(found, [1, 2, 6, 10, 11].map(Some));
    }
}
