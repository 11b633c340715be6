//! A source becomes a [`Letter`]: theme > question > answer, and what the letter says of itself.
//!
//! Parsing never fails: every byte of the text lies in one of [`Letter::parts`].
//!
//! The way of a letter: furniture inside long lines (`running`, with `token` and `stamp`), its lines (`line`, parted where a
//! marker is glued to other text: `inline`), which of them are furniture or footnotes (`furniture`, `note`, `mark`), the
//! lines at which questions and answers begin (`anchor`, with `label`, `marker`, `numbers` and `chain`; `cells` for
//! tables that the format tells, `grid`, `header` and `columns` for other tables; `subquestions` where an answer names the
//! parts of a question, `unnumbered` where nothing announces them), the stretches between (`block`, `heading`), answers
//! without a marker (`unmarked`, `split`), questions and answers brought together (`pair`), notes that nothing was answered
//! (`unanswered`), the text that is read (`passage`), what each byte was understood to be (`parts`), and what the letter says
//! of itself (`about`, `field`, `letterhead`).

mod about;
mod anchor;
mod block;
mod cells;
mod chain;
mod columns;
mod field;
mod furniture;
mod grid;
mod header;
mod heading;
mod inline;
mod label;
mod letterhead;
mod line;
mod mark;
mod marker;
mod note;
mod organ;
mod numbers;
mod pair;
mod pairs;
mod parse;
mod parts;
mod passage;
mod position;
mod punctuation;
mod running;
mod sheet;
mod split;
mod stamp;
mod subquestions;
mod theme;
mod token;
mod unanswered;
mod unmarked;
mod unnumbered;

use std::borrow::Cow;
use std::path::PathBuf;

pub use organ::names_one_body;
pub use pairs::from_group;
pub use parse::parse;
pub use position::{Position, Positions};

use crate::text::Span;
use crate::time::Date;

/// One letter, understood as far as it could be.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    /// Its name in the tables.
    pub id: String,
    /// The file it came from.
    pub file: PathBuf,
    /// The whole text; all spans point into it.
    pub text: String,
    /// What the letter says of itself.
    pub about: About,
    /// Themes in order; a letter without themes has one with an empty title.
    pub themes: Vec<Theme>,
    /// Every byte of `text`, in order, without gaps and overlaps.
    pub parts: Vec<Part>,
    /// What a reader should know: gaps and repeats in the numbering and the like.
    pub warnings: Vec<String>,
    /// Pages or paragraphs of the file.
    pub positions: Positions,
    /// Made of rows of a table of pairs: offsets are given within each answer.
    pub from_table: bool,
}

/// What a letter says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What kind of document it is.
    pub kind: LetterKind,
    /// Date of the letter.
    pub date: Option<Date>,
    /// Date on which the questions were asked.
    pub asked: Option<Date>,
    /// Who answers.
    pub sender: String,
    /// To whom.
    pub addressee: String,
    /// Subject line.
    pub subject: String,
    /// Reference of the letter.
    pub reference: String,
}

/// The kinds of document in a folder of letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LetterKind {
    /// Questions with answers.
    Answer,
    /// Questions repeated, the answers put off.
    Postponement,
    /// Questions only.
    Questions,
    /// No question found.
    #[default]
    Other,
}

/// A heading with what stands below it.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// The heading without markup; empty where the letter has none.
    pub title: String,
    /// Where the heading stands.
    pub span: Option<Span>,
    /// Its questions with their answers, in order of the letter.
    pub exchanges: Vec<Exchange>,
}

/// One answer with the questions that it serves.
#[derive(Clone, Debug, Default)]
pub struct Exchange {
    /// At least one question.
    pub questions: Vec<Question>,
    /// The answer; without pieces where the question has none, or only a note that nothing was answered.
    pub answer: Passage,
}

/// A numbered question.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// As printed ("3a", "B-2"), or `u1`, `u2`, … where none is printed.
    pub number: String,
    /// Its unit id in the tables, unique in the run: `letter#number`.
    pub id: String,
    /// Its text, without marker.
    pub text: Passage,
    /// The title of the theme it stands under, where that is not the theme of its exchange: one answer serves questions of several themes.
    pub theme: Option<String>,
}

/// Text that is read as one, in the pieces that are left where furniture, footnotes or a line-end hyphen were cut out.
///
/// The joined text is the pieces one after another. Nothing else in the program knows of cuts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The pieces in order, as spans of [`Letter::text`].
    pub pieces: Vec<Span>,
}

impl Passage {
    /// The passage that is `span` as it stands.
    pub fn whole(span: Span) -> Self {
        Self { pieces: if span.is_empty() { Vec::new() } else { vec![span] } }
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The joined text: borrowed when it is one piece.
    pub fn text<'t>(&self, letter: &'t str) -> Cow<'t, str> {
        match self.pieces.as_slice() {
            [] => Cow::Borrowed(""),
            [only] => Cow::Borrowed(only.of(letter)),
            pieces => Cow::Owned(pieces.iter().map(|piece| piece.of(letter)).collect()),
        }
    }

    /// From the first to the last byte in the letter, cuts included.
    pub fn span(&self) -> Span {
        match self.pieces.as_slice() {
            [first, .., last] => first.to(*last),
            [only] => *only,
            [] => Span::default(),
        }
    }

    /// A span of the joined text as a span of the letter, cuts included.
    ///
    /// # Example: a hyphen at a line end lies inside the span of the word
    /// ```
    /// use antwoordmeter::letter::Passage;
    /// use antwoordmeter::text::Span;
    /// let letter = "maat-\nregel volgt";
    /// let passage = Passage { pieces: vec![Span::new(0, 4), Span::new(6, 17)] };
    /// assert_eq!(passage.text(letter), "maatregel volgt");
    /// assert_eq!(passage.in_letter(Span::new(0, 9)), Span::new(0, 11));
    /// ```
    pub fn in_letter(&self, span: Span) -> Span {
        Span::new(self.place(span.start, false), self.place(span.end, true))
    }

    /// Where byte `at` of the joined text stands; `end` asks for the place after the byte before it.
    fn place(&self, at: usize, end: bool) -> usize {
        let mut seen = 0;
        for piece in &self.pieces {
            let within = at - seen;
            if within < piece.len() || (end && within == piece.len()) {
                return piece.start + within;
            }
            seen += piece.len();
        }
        self.span().end
    }
}

/// A stretch of the letter and what it was understood to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The stretch.
    pub span: Span,
    /// What it is.
    pub kind: PartKind,
}

/// What a stretch of a letter can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// Letterhead, salutation, introduction.
    Head,
    /// A theme heading.
    Theme,
    /// A question with its marker.
    Question,
    /// An answer with its marker; it belongs to a question.
    Answer,
    /// Page headers and footers, footnotes, rules; an answer given a second time in the same words.
    Furniture,
    /// Closing lines and signature.
    Closing,
    /// Not understood: listed in `unparsed.csv`.
    Unparsed,
}

impl Question {
    /// The title of the theme it stands under; `theme` is that of its exchange.
    pub fn title<'t>(&'t self, theme: &'t Theme) -> &'t str {
        self.theme.as_deref().unwrap_or(&theme.title)
    }
}

impl Letter {
    /// All exchanges with their theme, in order of the letter.
    pub fn exchanges(&self) -> impl Iterator<Item = (&Theme, &Exchange)> {
        self.themes.iter().flat_map(|theme| theme.exchanges.iter().map(move |exchange| (theme, exchange)))
    }
}
