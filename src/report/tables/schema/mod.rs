//! The tables that a run writes: names, columns and what they may hold. Headers and `datapackage.json` are made from this.
//!
//! Chosen: column `level` in `themes.csv`. Why: `total` is told from a theme that is called so. Rejected: an empty name for the total.

mod documents;
pub mod evaluation;
mod statistics;

use crate::codebook::Facet;
use crate::coder::Reason;
use crate::coding::codes_of;
use crate::error::Problem;
use crate::measure::Counts;

/// A table that a run writes.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name; the file is `NAME.csv`.
    pub name: &'static str,
    /// What one row is.
    pub row: &'static str,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// Columns whose value stands in a column of another table: (column, table, column there).
    pub keys: &'static [(&'static str, &'static str, &'static str)],
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name in the header.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// What it says.
    pub about: String,
}

/// What a column can hold; every cell may be empty as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// One of these codes.
    Code(Vec<&'static str>),
    /// A whole number from 0.
    Count,
    /// A number from 0 to 1.
    Share,
    /// Any number.
    Number,
    /// 0 or 1.
    Flag,
    /// A date as YYYY-MM-DD.
    Date,
}

/// The names of the tables, in the order of [`tables`].
pub const NAMES: [&str; 10] =
    ["answers", "evidence", "documents", "documents_all", "themes", "letters", "statistics", "comparison", "unparsed", "problems"];

/// All tables of a run.
pub fn tables() -> [Table; 10] {
    [
        answers(),
        evidence(),
        documents::documents(),
        documents::documents_all(),
        themes(),
        letters(),
        statistics::statistics(),
        statistics::comparison(),
        unparsed(),
        problems(),
    ]
}

const LETTER: &[(&str, &str, &str)] = &[("letter", "letters", "letter")];

fn text(name: &str, about: &str) -> Column {
    column(name, Kind::Text, about)
}

fn count(name: &str, about: &str) -> Column {
    column(name, Kind::Count, about)
}

fn share(name: &str, about: &str) -> Column {
    column(name, Kind::Share, about)
}

fn flag(name: &str, about: &str) -> Column {
    column(name, Kind::Flag, about)
}

fn date(name: &str, about: &str) -> Column {
    column(name, Kind::Date, about)
}

fn code(name: &str, codes: &[&'static str], about: &str) -> Column {
    column(name, Kind::Code(codes.to_vec()), about)
}

fn column(name: &str, kind: Kind, about: &str) -> Column {
    Column { name: name.to_owned(), kind, about: about.to_owned() }
}

fn answers() -> Table {
    let columns = vec![
        text("id", "Unit: letter#number, with the position of the theme where numbers restart; the table's own id for a table of pairs."),
        text("letter", "Name of the letter."),
        text("number", "Number of the question as printed, or u1, u2, ... where none is printed."),
        text("theme", "Heading above the question."),
        text("question", "The question."),
        text("answer", "The answer, without page furniture."),
        code("class", codes_of("class"), "What the answer does with the question (codebook, section 3)."),
        text("via", "Ids of the answers that this one only points at, separated by ;."),
        flag("shared", "One answer text serves several numbers."),
        code("deferral", codes_of("deferral"), "What the answer's own words say that it waits for."),
        text("document", "The document that it waits for: kind and period, or description."),
        text("due", "When that is due: first/last day (ISO 8601), or conditional."),
        code("external", codes_of("external"), "Where it points outside the letter."),
        text("internal", "Numbers of the answers in this letter that it refers to, separated by ;."),
        flag("no_information", "The sender says that it does not know."),
        flag("refusal", "The sender says that it will not say."),
        code("reason", &Reason::all().map(Reason::code).collect::<Vec<_>>(), "Row of the decision table that settled the class."),
        code(
            "certainty",
            &["H", "M", "L"],
            "How often that row is right on coded answers: H from 95 %, M from 80 %, else L; empty where fewer than 20 were coded or with a codebook of one's own.",
        ),
        count(
            "start",
            "First character (Unicode code points, from 0) of the answer in texts/LETTER.txt; within the answer as given for a table of pairs.",
        ),
        count("end", "One past its last character."),
        count("words", "Words in the answer."),
        text(
            "place",
            "Where the answer begins in the file: page N of a PDF, paragraph N of a Word, LibreOffice, HTML or XML file (those that hold text are counted, in tables and text boxes too); else empty.",
        ),
        text(
            "corrected",
            "Columns that a person corrected (--corrections), each with what the program gave, such as class=deferral; separated by ;.",
        ),
    ];
    Table { name: "answers", row: "a numbered question with its answer", columns, keys: LETTER }
}

fn evidence() -> Table {
    let columns = vec![
        text("id", "The answer that it was found in."),
        text("rule", "Rule of the codebook that found it."),
        code("facet", &Facet::ALL.iter().map(|facet| facet.code()).collect::<Vec<_>>(), "What the rule is about."),
        text("quote", "The words found, as they stand in the letter."),
        count("start", "First character of the quote; counted as in answers."),
        count("end", "One past its last character."),
        count("sentence_start", "First character of the sentence around it."),
        count("sentence_end", "One past the last character of that sentence."),
        text("place", "Where the quote begins in the file; as in answers."),
    ];
    Table { name: "evidence", row: "words that prove a code", columns, keys: &[("id", "answers", "id")] }
}

/// What each of [`Counts::NAMES`] counts.
const COUNTED: [&str; 8] = [
    "Numbered questions.",
    "Questions with an answer (unresolved included): what shares are shares of.",
    "Answers of the class substantive.",
    "Answers of the class deferral.",
    "Answers of the class external_reference.",
    "Answers that point at an answer that is missing or points back.",
    "Answers whose own words defer to a document that was not yet available, whatever their class.",
    "Those, and the answers that only refer to such an answer.",
];

fn counts() -> impl Iterator<Item = Column> {
    Counts::NAMES.into_iter().zip(COUNTED).map(|(name, about)| count(name, about))
}

fn themes() -> Table {
    let mut columns =
        vec![text("letter", "The letter; empty in the row of the total."), text("theme", "Heading; empty where the letter has none.")];
    columns.extend(counts());
    for name in Counts::NAMES.into_iter().skip(2) {
        let about = format!("{name} as a share of answered; empty under 5 answered.");
        columns.push(column(&format!("{name}_share"), Kind::Share, &about));
        columns.push(column(&format!("{name}_low"), Kind::Share, "Lower end of its 95 % interval (Wilson 1927)."));
        columns.push(column(&format!("{name}_high"), Kind::Share, "Upper end of that interval."));
    }
    columns.push(code(
        "level",
        &["theme", "total", "uncorrected"],
        "What the row counts: one theme of one letter; everything, but for questions of letters that only ask (kind questions in letters.csv); the same as the program coded it, where people corrected codes.",
    ));
    Table { name: "themes", row: "a theme of a letter, and the total", columns, keys: &[] }
}

fn letters() -> Table {
    let mut columns = vec![
        text("letter", "Name of the letter: that of its file, without extension."),
        text("file", "The file it was read from."),
        code(
            "kind",
            &["answer", "postponement", "questions", "other"],
            "Answers; questions whose answers are put off; questions only; no question found.",
        ),
        date("date", "Date of the letter."),
        date("asked", "Date on which the questions were asked."),
        count("days", "Days between the two."),
        text("sender", "Who answers."),
        text("addressee", "To whom."),
        text("subject", "Subject line."),
        text("reference", "Reference of the letter."),
        count("questions", COUNTED[0]),
        count("answered", COUNTED[1]),
        column("unparsed_share", Kind::Share, "Share of the characters (white space left out) that were not understood: see unparsed.csv."),
    ];
    columns.extend(counts().skip(2));
    Table { name: "letters", row: "a letter", columns, keys: &[] }
}

fn unparsed() -> Table {
    let columns = vec![
        text("letter", "The letter."),
        count("start", "First character; counted as in answers."),
        count("end", "One past the last character."),
        text("text", "The text that was not understood."),
    ];
    Table { name: "unparsed", row: "a stretch of text that was not understood", columns, keys: LETTER }
}

fn problems() -> Table {
    let columns = vec![
        text("file", "The file."),
        text("letter", "The letter, where it has a name already."),
        code("stage", &["read", "parse", "code", "write", Problem::OWN], "Where it went wrong; own: a run wrote it, and nothing is wrong."),
        text("what", "What is the matter."),
        text("remedy", "What can be done."),
    ];
    Table { name: "problems", row: "a file that was skipped, or a warning", columns, keys: &[] }
}
