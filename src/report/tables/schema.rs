//! The tables that a run writes: names, columns and what they may hold. Headers and `datapackage.json` are made from this.

pub mod evaluation;
mod statistics;

use crate::codebook::Facet;
use crate::coder::Reason;
use crate::coding::codes_of;
use crate::documents::ledger::Status;
use crate::documents::{Basis, State};
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
        documents(),
        documents_all(),
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

fn documents() -> Table {
    let states = [State::Exists, State::Forthcoming, State::Recurring, State::Unknown].map(State::code);
    let columns = vec![
        text("letter", "The letter that names it."),
        text(
            "document",
            "Kind and period, or description. An everyday word (\"programma\") that only a question holds, and of which nothing is said, has no row.",
        ),
        text("kind", "Its kind."),
        text("period", "Its period or edition."),
        code("state", &states, "Whether it existed on the date of the letter (codebook, section 2)."),
        text("due", "When it is due: first/last day (ISO 8601)."),
        text("due_text", "The words that say so."),
        text("evidence", "The words that prove the state."),
        text("answers", "Ids of the answers that name it, separated by ;."),
        count("answers_count", "How many."),
        flag(
            "holds",
            "1: what counts for the answers, one row for each document; 0: what the same letter says as well, another due date or the other state.",
        ),
        text(
            "usual",
            "When a document of this kind and year usually appears for such a sender: first/last day, from the calendar of the codebook. Says nothing of this document.",
        ),
        text("about", "The words of the letter that give what `document` has in brackets, separated by ;."),
        code(
            "basis",
            &Basis::ALL.map(Basis::code),
            "What the state rests on: words that state it, how the letter words it (\"zie het jaarverslag\"), or that the sender awaits it. Empty where the state is unknown, and where holds is 0.",
        ),
    ];
    Table {
        name: "documents",
        row: "a document that a letter names, and one more for each thing that contradicts it",
        columns,
        keys: LETTER,
    }
}

fn documents_all() -> Table {
    let columns = vec![
        text("sender", "Who wrote the letters, as the first of them has it."),
        text("document", "Kind and period, or description, as the first letter has it."),
        text("kind", "Its kind."),
        text("period", "Its period or edition."),
        text("name", "The words of its proper name beside these, in small letters."),
        count(
            "letters",
            "Letters that name it. Letters are of the same document when sender, kind, period and proper name are the same, and there is a name, or a year and a kind that is no everyday word.",
        ),
        text("first_letter", "The first letter that names it, by date; letters without a date come last and settle nothing."),
        date("first_date", "Date of that letter."),
        text("last_letter", "The last letter that names it."),
        date("last_date", "Date of that letter."),
        count("promises", "Letters that say that it is still to come."),
        text(
            "promised",
            "Promised dates in the order of the letters, first/last day, separated by ;. A date that the next letter repeats is told once.",
        ),
        text("promised_in", "The letters that give these dates, separated by ;."),
        flag("moved", "A later letter promises another date (not one that lies within the date before it, or around it)."),
        code(
            "status",
            &Status::ALL.map(Status::code),
            "open (openstaand): promised, and no later letter of the run says that it exists; partly (deels voldaan): a later letter says so, and that letter or one after it also that it is still to come; fulfilled (voldaan): a later letter says so, and none from then on that it is still to come; empty: no letter promises it.",
        ),
        text("promise_letter", "The first letter that promises it."),
        text("promise_words", "Its words."),
        text("moved_letter", "The last letter that promises another date than one before it."),
        text("moved_words", "Its words."),
        text(
            "settled_letter",
            "The first letter after the promise that says that it exists; after the last promise where status is fulfilled.",
        ),
        text("settled_words", "Its words."),
    ];
    let keys: &[_] = &[
        ("first_letter", "letters", "letter"),
        ("last_letter", "letters", "letter"),
        ("promise_letter", "letters", "letter"),
        ("moved_letter", "letters", "letter"),
        ("settled_letter", "letters", "letter"),
    ];
    let row = "a document that a letter promises or that two letters of one sender name, over all letters of the run";
    Table { name: "documents_all", row, columns, keys }
}

/// What each of [`Counts::NAMES`] counts.
const COUNTED: [&str; 8] = [
    "Numbered questions.",
    "Questions with an answer (unresolved included): what shares are shares of.",
    "Answers of the class substantive.",
    "Answers of the class deferral.",
    "Answers of the class external_reference.",
    "Answers that point at an answer that is missing or points back.",
    "Answers whose own words defer to a document that does not exist yet, whatever their class.",
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
        "What the row counts: one theme of one letter; everything; everything as the program coded it, where people corrected codes.",
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
        code("stage", &["read", "parse", "code", "write"], "Where it went wrong."),
        text("what", "What is the matter."),
        text("remedy", "What can be done."),
    ];
    Table { name: "problems", row: "a file that was skipped, or a warning", columns, keys: &[] }
}
