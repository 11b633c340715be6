//! The tables of documents: of each letter, and of the run.

use super::{LETTER, Table, code, count, date, flag, text};
use crate::documents::ledger::Status;
use crate::documents::{Basis, State};

pub(super) fn documents() -> Table {
    let states = [State::Exists, State::Forthcoming, State::Recurring, State::Unknown].map(State::code);
    let columns = vec![
        text("letter", "The letter that names it."),
        text(
            "document",
            "Kind and period, or description. An everyday word (\"programma\") that only a question holds, and of which nothing is said, has no row.",
        ),
        text("kind", "Its kind."),
        text("period", "Its period or edition."),
        code(
            "state",
            &states,
            "Whether it was available on the date of the letter: exists, forthcoming (not yet: not made, not finished, not decided or not sent), recurring (appears regularly, no edition named), unknown (codebook, section 2).",
        ),
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

pub(super) fn documents_all() -> Table {
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
            "open: promised, and no later letter of the run says that it exists, which does not mean that it is overdue: often the run has no later letter of this sender that could say so (last_date and letters.csv tell), so it was not followed; partly (deels voldaan): a later letter says so, and that letter or one after it also that it is still to come; fulfilled (voldaan): a later letter says so, and none from then on that it is still to come; empty: no letter promises it.",
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
