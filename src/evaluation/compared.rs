//! What is compared between coders: the class, and each facet by itself.

use crate::coding::{Class, DeferralKind, ExternalKind};
use crate::codings::Codes;

/// A class or facet with a fixed list of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Compared {
    /// The class.
    Class,
    /// What the answer waits for.
    Deferral,
    /// Whether it waits for a document: the figure that the program is made for.
    DefersToDocument,
    /// Where it points.
    External,
    /// Whether it refers to another answer.
    RefersInside,
    /// Whether the sender says that it does not know.
    NoInformation,
    /// Whether the sender says that it will not say.
    Refusal,
}

impl Compared {
    /// All of them, in the order of the tables.
    pub const ALL: [Self; 7] =
        [Self::Class, Self::Deferral, Self::DefersToDocument, Self::External, Self::RefersInside, Self::NoInformation, Self::Refusal];

    /// Its name in the tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Deferral => "deferral",
            Self::DefersToDocument => "defers_to_document",
            Self::External => "external",
            Self::RefersInside => "refers_inside",
            Self::NoInformation => "no_information",
            Self::Refusal => "refusal",
        }
    }

    /// Its codes, in the order of the tables.
    pub const fn codes(self) -> &'static [&'static str] {
        match self {
            Self::Class => &["substantive", "deferral", "external_reference", "unresolved", "unanswered"],
            Self::Deferral => &["none", "document", "moment", "open"],
            Self::External => &["none", "authority", "earlier_letter", "annex", "website", "document"],
            Self::DefersToDocument | Self::RefersInside | Self::NoInformation | Self::Refusal => &["0", "1"],
        }
    }

    /// The place of a coder's code among [`Compared::codes`]; nothing where the coder says nothing of it.
    pub fn place(self, codes: &Codes) -> Option<usize> {
        let listed = |code: &str| self.codes().iter().position(|known| *known == code);
        match self {
            Self::Class => listed(codes.class.map(Class::code)?),
            Self::Deferral => listed(codes.deferral?.map_or("none", DeferralKind::code)),
            Self::DefersToDocument => Some(usize::from(codes.deferral? == Some(DeferralKind::Document))),
            Self::External => listed(codes.external?.map_or("none", ExternalKind::code)),
            Self::RefersInside => Some(usize::from(!codes.internal.as_ref()?.is_empty())),
            Self::NoInformation => codes.no_information.map(usize::from),
            Self::Refusal => codes.refusal.map(usize::from),
        }
    }

    /// A coder's code as the tables have it; empty where there is none.
    pub fn code(self, codes: &Codes) -> &'static str {
        self.place(codes).and_then(|place| self.codes().get(place)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Compared;
    use crate::coding::{Class, DeferralKind, ExternalKind};
    use crate::codings::Codes;

    #[test]
    fn every_code_has_its_place() {
        for (place, class) in Class::ALL.into_iter().enumerate() {
            assert_eq!(Compared::Class.place(&Codes { class: Some(class), ..Codes::default() }), Some(place));
        }
        for kind in DeferralKind::ALL {
            let codes = Codes { deferral: Some(Some(kind)), ..Codes::default() };
            assert_eq!(Compared::Deferral.code(&codes), kind.code());
            assert_eq!(Compared::DefersToDocument.code(&codes), if kind == DeferralKind::Document { "1" } else { "0" });
        }
        for kind in ExternalKind::ALL {
            assert_eq!(Compared::External.code(&Codes { external: Some(Some(kind)), ..Codes::default() }), kind.code());
        }
        let none = Codes { deferral: Some(None), external: Some(None), internal: Some(Vec::new()), ..Codes::default() };
        assert_eq!(
            (Compared::Deferral.code(&none), Compared::External.code(&none), Compared::RefersInside.code(&none)),
            ("none", "none", "0")
        );
        assert!(Compared::ALL.into_iter().all(|compared| compared.place(&Codes::default()).is_none()));
    }
}
