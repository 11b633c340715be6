//! Tables of question-answer pairs (`.csv`, `.jsonl`), read as a stream: what is held is one letter at a time.
//!
//! Cells stay as they are, line ends and soft hyphens too: the offsets in the output are offsets in the cell as given.

mod columns;
mod group;
mod jsonl;
mod rows;
mod separated;

use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

pub use columns::Columns;
use columns::Field;
pub use group::{Group, Row};
use group::{Open, day};
use rows::{Cell, Record, Rows};
pub use separated::unguarded;

use crate::error::{Error, Problem, Result};

/// Bad rows that are listed one by one; those after them are only counted.
const MAX_PROBLEMS: usize = 1_000;

/// The letters of a table of pairs, in order, and the rows that could not be read.
///
/// Consecutive rows with one `letter` are a letter. Without that column the numbered rows are one letter, named after the
/// file, until a number comes back; rows without number are each a letter of their own.
#[derive(Debug)]
pub struct Table {
    file: PathBuf,
    /// The file's name without extension, for what has no name.
    stem: String,
    columns: Columns,
    rows: Rows,
    open: Option<Open>,
    problems: VecDeque<Problem>,
    /// How often each name of a letter was used, by its hash: names of a million letters need not be kept.
    names: HashMap<u64, u32>,
    /// How often each id was given, by its hash.
    ids: HashMap<u64, u32>,
    /// Rows with content.
    seen: usize,
    /// Problems so far.
    bad: usize,
    ended: bool,
}

impl Table {
    /// Opens a table and finds its columns.
    ///
    /// # Errors
    /// The file cannot be read or is empty, is UTF-16 or not text, or has no such columns.
    pub fn open(path: &Path, columns: &Columns) -> Result<Self> {
        let rows = Rows::open(path, columns)?;
        let mut table = Self {
            file: path.to_path_buf(),
            stem: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            columns: columns.clone(),
            rows,
            open: None,
            problems: VecDeque::new(),
            names: HashMap::new(),
            ids: HashMap::new(),
            seen: 0,
            bad: 0,
            ended: false,
        };
        if !table.rows.has(Field::Question) {
            let what = format!("has no column `{}`: its answers are coded without their questions", table.columns.name(Field::Question));
            table.problem(&Error::new(path, what, "name the column, for instance --columns question=vraag"));
        }
        Ok(table)
    }

    fn problem(&mut self, error: &Error) {
        self.bad += 1;
        if self.bad <= MAX_PROBLEMS {
            self.problems.push_back(Problem::from_error(error, "read"));
        }
    }

    /// Counts a bad cell, and says what is wrong with it where it is listed.
    fn bad_cell(&mut self, line: usize, field: Field, what: impl FnOnce() -> String) {
        if self.bad < MAX_PROBLEMS {
            let what = format!("column `{}` {}", self.columns.name(field), what());
            self.problem(&Error::at(&self.file, line, what, "mend the row in the table"));
        } else {
            self.bad += 1;
        }
    }

    /// The letter that a record ends, if it does.
    fn add(&mut self, mut record: Record) -> Option<Group> {
        let line = record.line;
        let answer = match record.take(Field::Answer) {
            Cell::Text(text) => text,
            Cell::Absent => {
                self.bad_cell(line, Field::Answer, || "is missing: the row is left out".to_owned());
                return None;
            }
            Cell::Bad(what) => {
                self.bad_cell(line, Field::Answer, || format!("{what}: the row is left out"));
                return None;
            }
        };
        let question = self.text(&mut record, Field::Question);
        if answer.trim().is_empty() && question.trim().is_empty() {
            return None;
        }
        self.seen += 1;
        let theme = self.text(&mut record, Field::Theme).trim().to_owned();
        let id = self.short(&mut record, Field::Id).map(|id| self.unique(line, &id));
        let number = self.short(&mut record, Field::Number);
        let name = self.short(&mut record, Field::Letter);
        let date = self.short(&mut record, Field::Date);
        let row = Row { id, number, theme, question, answer };
        let ended = if self.belongs(name.as_deref(), &row) { None } else { self.begin(name, &row) };
        self.push(line, row, date.as_deref());
        ended
    }

    /// An optional cell; one that is missing from a row of a table that has the column is reported.
    fn text(&mut self, record: &mut Record, field: Field) -> String {
        match record.take(field) {
            Cell::Text(text) => return text,
            Cell::Bad(what) => self.bad_cell(record.line, field, || what.to_owned()),
            Cell::Absent if field == Field::Question && self.rows.has(field) => {
                self.bad_cell(record.line, field, || "is missing".to_owned());
            }
            Cell::Absent => {}
        }
        String::new()
    }

    fn short(&mut self, record: &mut Record, field: Field) -> Option<String> {
        let text = self.text(record, field);
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The id, or one made from it where an earlier row has it: other tables point at a row by its id.
    fn unique(&mut self, line: usize, id: &str) -> String {
        let mut times = self.ids.get(&hash(id)).copied().unwrap_or(0);
        let mut free = id.to_owned();
        while times > 0 && self.ids.contains_key(&hash(&free)) {
            times += 1;
            free = format!("{id} ({times})");
        }
        self.ids.insert(hash(&free), 1);
        if times > 0 {
            // The next one need not try the numbers that are taken.
            self.ids.insert(hash(id), times);
            self.bad_cell(line, Field::Id, || format!("holds `{id}`, as an earlier row does: this one is called `{free}`"));
        }
        free
    }

    /// Whether a row is of the letter that is open.
    fn belongs(&self, name: Option<&str>, row: &Row) -> bool {
        let Some(open) = &self.open else { return false };
        if open.is_full() {
            return false;
        }
        match (name, &row.number) {
            (Some(name), _) => open.name.as_deref() == Some(name),
            (None, Some(number)) => {
                open.name.is_none() && !self.rows.has(Field::Letter) && !open.numbers.is_empty() && !open.numbers.contains(number)
            }
            (None, None) => false,
        }
    }

    /// Opens the letter that begins with `row` and gives the one before it.
    fn begin(&mut self, name: Option<String>, row: &Row) -> Option<Group> {
        let before = self.open.take().map(|open| (open.is_full(), open));
        let cut = before.as_ref().is_some_and(|(full, open)| *full && open.name == name);
        let base = match (&name, &row.id, &row.number) {
            (Some(name), ..) => name.clone(),
            (None, _, Some(_)) if !self.rows.has(Field::Letter) => self.stem.clone(),
            (None, Some(id), _) => id.clone(),
            (None, None, _) => format!("{}-{}", self.stem, self.seen),
        };
        let times = self.names.entry(hash(&base)).or_insert(0);
        *times += 1;
        let warning = match times {
            1 => None,
            _ if cut => Some(format!("`{base}` is too long to be read as one letter: from here on it is read as another")),
            2 => Some(format!("`{base}` comes back: from here on it is read as another letter (sort the table by letter)")),
            _ => None,
        };
        let letter = if *times == 1 { base } else { format!("{base} ({times})") };
        let group = Group { file: self.file.clone(), letter, warning, ..Group::default() };
        self.open = Some(Open { group, name, ..Open::default() });
        before.map(|(_, open)| open.group)
    }

    fn push(&mut self, line: usize, row: Row, date: Option<&str>) {
        let Some(open) = &mut self.open else { return };
        open.bytes += row.question.len() + row.answer.len();
        if let (None, Some(number)) = (&open.name, &row.number) {
            open.numbers.insert(number.clone());
        }
        open.group.rows.push(row);
        let Some(text) = date else { return };
        match (day(text), open.group.date) {
            (None, _) => self.bad_cell(line, Field::Date, || format!("holds no date: `{}`", text.chars().take(40).collect::<String>())),
            (Some(day), None) => open.group.date = Some(day),
            (Some(day), Some(first)) if day != first => {
                self.bad_cell(line, Field::Date, || format!("says {day}, an earlier row of the letter {first}"));
            }
            _ => {}
        }
    }

    /// What remains to be said after the last row.
    fn end(&mut self) {
        self.ended = true;
        if self.bad > MAX_PROBLEMS {
            let what = format!("{} more rows have a problem that is not listed", self.bad - MAX_PROBLEMS);
            self.problems
                .push_back(Problem::from_error(&Error::new(&self.file, what, "mend the rows that are listed and run again"), "read"));
        }
        if self.seen == 0 {
            self.problem(&Error::new(&self.file, "holds no rows with an answer", "check that the table was exported whole"));
        }
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

impl Iterator for Table {
    /// A letter, or what was wrong with a row; after a problem the rest goes on.
    type Item = std::result::Result<Group, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(problem) = self.problems.pop_front() {
                return Some(Err(problem));
            }
            if self.ended {
                return self.open.take().map(|open| Ok(open.group));
            }
            match self.rows.next() {
                None => self.end(),
                Some(Err(error)) => self.problem(&error),
                Some(Ok(record)) => {
                    if let Some(group) = self.add(record) {
                        return Some(Ok(group));
                    }
                }
            }
        }
    }
}
