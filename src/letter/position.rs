//! Where something stands in the file that a letter was read from.

use std::fmt;

use crate::source::{Mark, MarkKind};

/// A place that a reader of the file can turn to; as text `page 3` or `paragraph 12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// A page, from 1.
    Page(u32),
    /// A paragraph, from 1, those in cells of tables counted too.
    Paragraph(u32),
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(page) => write!(f, "page {page}"),
            Self::Paragraph(paragraph) => write!(f, "paragraph {paragraph}"),
        }
    }
}

/// The pages of a letter, or its paragraphs where its format has no pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Positions(Vec<(usize, Position)>);

impl Positions {
    /// The positions that the marks of a source tell.
    pub fn of(marks: &[Mark]) -> Self {
        let told = |wanted: fn(MarkKind) -> Option<Position>| {
            let found: Vec<_> = marks.iter().filter_map(|mark| Some((mark.span.start, wanted(mark.kind)?))).collect();
            (!found.is_empty()).then_some(found)
        };
        let pages = told(|kind| if let MarkKind::Page(page) = kind { Some(Position::Page(page)) } else { None });
        let paragraphs = || told(|kind| if let MarkKind::Paragraph(number) = kind { Some(Position::Paragraph(number)) } else { None });
        Self(pages.or_else(paragraphs).unwrap_or_default())
    }

    /// Where byte `at` of the text stands; `None` in plain text.
    ///
    /// # Example: the page of a place in the text
    /// ```
    /// use antwoordmeter::letter::{Position, Positions};
    /// use antwoordmeter::source::{Mark, MarkKind};
    /// use antwoordmeter::text::Span;
    /// let page = |start, end, number| Mark { span: Span::new(start, end), kind: MarkKind::Page(number) };
    /// let positions = Positions::of(&[page(0, 90, 1), page(91, 200, 2)]);
    /// assert_eq!(positions.at(120), Some(Position::Page(2)));
    /// assert_eq!(positions.at(120).map(|place| place.to_string()).as_deref(), Some("page 2"));
    /// ```
    pub fn at(&self, at: usize) -> Option<Position> {
        let after = self.0.partition_point(|(start, _)| *start <= at);
        after.checked_sub(1).and_then(|last| self.0.get(last)).map(|(_, position)| *position)
    }
}
