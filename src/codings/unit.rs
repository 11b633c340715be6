//! A unit as a file has it, and what its coder says of it.

use std::borrow::Cow;

use super::cells::Cells;
use crate::coding::{COLUMNS, Class, Column, DeferralKind, Due, ExternalKind};

/// What a coder says of a unit; nothing where the coder says nothing of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    /// The class.
    pub class: Option<Class>,
    /// What it waits for; `Some(None)` says that it waits for nothing.
    pub deferral: Option<Option<DeferralKind>>,
    /// The document that it waits for.
    pub document: Option<String>,
    /// When that is due.
    pub due: Option<Option<Due>>,
    /// Where it points.
    pub external: Option<Option<ExternalKind>>,
    /// Numbers of the answers that it refers to, sorted.
    pub internal: Option<Vec<String>>,
    /// The sender says that it does not know.
    pub no_information: Option<bool>,
    /// The sender says that it will not say.
    pub refusal: Option<bool>,
}

/// A numbered question with its answer, and what a coder says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Its line in the file, from 1.
    pub line: usize,
    /// Its id; empty where the file has letter and number only.
    pub id: String,
    /// The letter.
    pub letter: String,
    /// The number.
    pub number: String,
    /// The heading above the question.
    pub theme: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// The first character of the answer in its letter.
    pub start: usize,
    /// Ids of the answers that it only points at.
    pub via: Vec<String>,
    /// One answer text serves several numbers.
    pub shared: bool,
    /// The codes.
    pub codes: Codes,
    /// Of a run: the codes that a person changed, as the program gave them.
    pub before: Vec<(&'static str, String)>,
    /// Of a run: the row of the decision table that settled the class.
    pub reason: String,
    /// Of a person: not sure, another reading is as good.
    pub unsure: bool,
    /// What a person noted.
    pub note: String,
}

/// What is wrong with a cell, and the remedy.
type Wrong = (String, String);

impl Unit {
    /// The unit of a row.
    pub(super) fn of(line: usize, cells: &Cells<'_>) -> Result<Self, Vec<Wrong>> {
        let text = |name: &str| cells.get(name).map(Cow::into_owned).unwrap_or_default();
        let mut wrong = Vec::new();
        let mut codes = Codes::default();
        // Who left the class open has not coded the row, and empty cells of it say nothing.
        let is_coded = !text("class").is_empty();
        for Column { name, .. } in COLUMNS.into_iter().filter(|column| column.is_code) {
            if let Some(value) = cells.get(name).filter(|value| !value.is_empty() || is_coded)
                && let Err(mistake) = codes.set(name, &value)
            {
                wrong.push(mistake);
            }
        }
        let unit = Self {
            line,
            id: text("id"),
            letter: stem(&text("letter")).to_owned(),
            number: text("number"),
            theme: text("theme"),
            question: text("question"),
            answer: text("answer"),
            start: text("start").parse().unwrap_or_default(),
            via: text("via").split(';').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect(),
            shared: flag(&text("shared")) == Some(true),
            codes,
            before: before(&text("corrected")),
            reason: text("reason"),
            unsure: text("sure") == "L",
            note: text("note"),
        };
        if unit.id.is_empty() && (unit.letter.is_empty() || unit.number.is_empty()) {
            wrong.push(("has no id".to_owned(), "give the id of the answer as in answers.csv, or its letter and number".to_owned()));
        }
        if wrong.is_empty() { Ok(unit) } else { Err(wrong) }
    }

    /// The codes as the program gave them, before a person changed them.
    pub fn uncorrected(&self) -> Codes {
        let mut codes = self.codes.clone();
        for (column, was) in &self.before {
            // Only boundaries of answers are no codes.
            drop(codes.set(column, was));
        }
        codes
    }
}

impl Codes {
    /// Sets the code of a column.
    fn set(&mut self, column: &str, value: &str) -> Result<(), Wrong> {
        let code = value.to_lowercase();
        let set = match (column, code.as_str()) {
            // In a table of pairs a reference to another answer cannot be followed.
            ("class", "internal") => Self::filled(&mut self.class, Some(Class::Unresolved)),
            ("class", code) => Self::filled(&mut self.class, Class::from_code(code)),
            ("deferral", "none" | "") => Self::filled(&mut self.deferral, Some(None)),
            ("deferral", code) => Self::filled(&mut self.deferral, DeferralKind::from_code(code).map(Some)),
            ("document", _) => Self::filled(&mut self.document, Some(value.to_owned())),
            ("due", "") => Self::filled(&mut self.due, Some(None)),
            // People write a day as a day.
            ("due", code) => {
                let due = Due::from_code(code).or_else(|| Due::from_code(&format!("{code}/{code}")));
                Self::filled(&mut self.due, due.map(Some))
            }
            ("external", "none" | "") => Self::filled(&mut self.external, Some(None)),
            ("external", code) => Self::filled(&mut self.external, ExternalKind::from_code(code).map(Some)),
            ("internal", _) => Self::filled(&mut self.internal, Some(numbers(value))),
            ("no_information", code) => Self::filled(&mut self.no_information, flag(code)),
            ("refusal", code) => Self::filled(&mut self.refusal, flag(code)),
            _ => true,
        };
        let allowed = Column::named(column).map_or_else(String::new, Column::allowed);
        if set { Ok(()) } else { Err((format!("`{value}` is no value of column `{column}`"), format!("give {allowed}"))) }
    }

    /// Fills a code in, if there is one.
    fn filled<T>(place: &mut Option<T>, code: Option<T>) -> bool {
        let is_one = code.is_some();
        if is_one {
            *place = code;
        }
        is_one
    }
}

/// An empty cell of a coded row says no.
fn flag(code: &str) -> Option<bool> {
    match code {
        "0" | "" | "nee" | "no" | "false" => Some(false),
        "1" | "x" | "ja" | "yes" | "true" => Some(true),
        _ => None,
    }
}

/// The numbers of a list, without blanks, sorted.
fn numbers(list: &str) -> Vec<String> {
    let without = |number: &str| number.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let mut numbers: Vec<String> = list.split(';').map(without).filter(|number| !number.is_empty()).collect();
    numbers.sort();
    numbers.dedup();
    numbers
}

/// `class=deferral;internal=3;4` as columns with what stood there.
fn before(corrected: &str) -> Vec<(&'static str, String)> {
    let mut changes: Vec<(&'static str, String)> = Vec::new();
    for part in corrected.split(';') {
        let named = part.split_once('=').and_then(|(name, was)| {
            let column = Column::named(name).filter(|column| column.is_code)?;
            Some((column.name, was))
        });
        match (named, changes.last_mut()) {
            (Some((column, was)), _) => changes.push((column, was.to_owned())),
            // A list holds the sign that parts the changes.
            (None, Some((_, was))) if !part.contains('=') => *was = format!("{was};{part}"),
            _ => {}
        }
    }
    changes
}

/// The name of a letter without the ending of its file, which some coders write.
fn stem(letter: &str) -> &str {
    [".txt", ".md", ".docx", ".pdf", ".odt", ".html"].iter().find_map(|ending| letter.strip_suffix(ending)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::{Unit, before};
    use crate::coding::{Class, DeferralKind, Due};
    use crate::codings::read;

    fn units(name: &str, text: impl AsRef<[u8]>) -> Result<Vec<Unit>, Vec<String>> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        let mut units = Vec::new();
        let told = |errors: Vec<crate::error::Error>| {
            errors.into_iter().map(|error| format!("{}: {}; {}", error.line.unwrap_or(0), error.what, error.remedy)).collect()
        };
        read(&path, |unit| units.push(unit)).map(|_| units).map_err(told)
    }

    #[test]
    fn tables_and_json_lines_say_the_same() {
        let comma =
            units("a.csv", "id,letter,number,class,deferral,due,internal,refusal\nb#1,b,1,deferral,document,2025-05-01/2025-05-31,3;2,0\n");
        let semicolon = units(
            "a.csv",
            "\u{FEFF}id;letter;number;class;deferral;due;internal;refusal\r\nb#1;b;1;Deferral;document;2025-05-01/2025-05-31;\"3; 2\";\r\n",
        );
        let named = units(
            "a.csv",
            "sep=;\nid;letter;number;class;deferral;due;internal;refusal\nb#1;b;1;deferral;document;2025-05-01/2025-05-31;\"2;3\";nee\n",
        );
        let json = units(
            "a.jsonl",
            "{\"id\":\"b#1\",\"letter\":\"b.txt\",\"number\":1,\"class\":\"deferral\",\"deferral\":\"document\",\"due\":\"2025-05-01/2025-05-31\",\"internal\":[\"2\",3],\"refusal\":0}\n",
        );
        let comma = comma.expect("units");
        assert_eq!((comma[0].codes.class, comma[0].codes.deferral), (Some(Class::Deferral), Some(Some(DeferralKind::Document))));
        assert_eq!(comma[0].codes.internal, Some(vec!["2".to_owned(), "3".to_owned()]));
        assert_eq!((comma[0].codes.external, comma[0].codes.refusal), (None, Some(false)));
        let office = units("a.csv", b"id;theme;class\r\nb#1;Caf\xE9 's;deferral\r\n").expect("units");
        assert_eq!((office[0].theme.as_str(), office[0].codes.class), ("Café 's", Some(Class::Deferral)));
        let day = units("a.csv", "id,class,due\nb#1,deferral,2025-05-22\n").expect("units");
        assert_eq!(day[0].codes.due, Some(Due::from_code("2025-05-22/2025-05-22")));
        for other in [semicolon, named, json] {
            let other = other.expect("units");
            assert_eq!(other[0].codes, comma[0].codes);
            assert_eq!((&other[0].letter, &other[0].number), (&comma[0].letter, &comma[0].number));
        }
    }

    #[test]
    fn a_row_without_a_class_is_not_coded() {
        let units = units("a.csv", "id,class,deferral,due,no_information\na,,,,\nb,substantive,,,\n,,,,\n").expect("units");
        assert_eq!(units.len(), 2);
        assert_eq!(units[0].codes, super::Codes::default());
        assert_eq!((units[1].codes.deferral, units[1].codes.due, units[1].codes.external), (Some(None), Some(None), None));
    }

    #[test]
    fn mistakes_have_line_and_remedy() {
        let wrong = units("a.csv", "id,class,deferral,due\na,later,none,\nb,deferral,soms,mei\n,substantive,none,\n");
        let expected = [
            "2: `later` is no value of column `class`; give substantive, deferral, external_reference, unresolved or unanswered",
            "3: `soms` is no value of column `deferral`; give none, document, moment or open",
            "3: `mei` is no value of column `due`; give an interval such as 2025-05-01/2025-05-31, conditional, or nothing",
            "4: has no id; give the id of the answer as in answers.csv, or its letter and number",
        ];
        assert_eq!(wrong, Err(expected.map(str::to_owned).to_vec()));
        let needed = "give it the columns of answers.csv: class, and id or letter and number";
        assert_eq!(units("a.csv", "id,klasse\na,b\n"), Err(vec![format!("1: has no column `class`; {needed}")]));
        assert_eq!(units("a.csv", ""), Err(vec![format!("1: has no column `class`; {needed}")]));
        assert_eq!(
            units("a.csv", "class,letter\ndeferral,b\n"),
            Err(vec![format!("1: has neither a column `id` nor the columns `letter` and `number`; {needed}")])
        );
        assert!(
            units("a.jsonl", "{\"id\":\"a\",\"class\":\"deferral\"}\n[1]\n").is_err_and(|told| told[0].starts_with("2: is no JSON object"))
        );
        assert!(units("a.xlsx", "no workbook").is_err_and(|told| told[0].contains("save it as CSV UTF-8")));
    }

    #[test]
    fn what_a_person_changed_is_put_back() {
        assert_eq!(before("class=deferral;internal=3;4;start=10"), [("class", "deferral".to_owned()), ("internal", "3;4".to_owned())]);
        let units = units("a.csv", "id,class,deferral,corrected\na,substantive,none,class=deferral;deferral=document\nb,deferral,open,\n")
            .expect("units");
        let before = units[0].uncorrected();
        assert_eq!((before.class, before.deferral), (Some(Class::Deferral), Some(Some(DeferralKind::Document))));
        assert_eq!(units[1].uncorrected(), units[1].codes);
    }
}
