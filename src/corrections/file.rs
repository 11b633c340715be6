//! Reading a file of corrections.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::change::Change;
use super::{Correction, Corrections};
use crate::error::{Error, Result};
use crate::source::unguarded;

/// The columns that a file has to have.
const COLUMNS: [&str; 5] = ["id", "column", "value", "who", "why"];

impl Corrections {
    /// Reads a table with the columns `id, column, value, who, why`, with commas or semicolons.
    ///
    /// # Errors
    /// All mistakes at once, each with its line: a column that is missing, a value that its column cannot have, a row that does not say
    /// who and why, two rows that set the same.
    pub fn open(path: &Path) -> std::result::Result<Self, Vec<Error>> {
        let bytes = fs::read(path).map_err(|error| vec![Error::io(path, "read", &error)])?;
        let text = String::from_utf8(bytes).map_err(|_| vec![Error::new(path, "is not UTF-8", "save it as CSV UTF-8")])?;
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
        let head = text.lines().next().unwrap_or_default();
        let delimiter = if head.matches(';').count() > head.matches(',').count() { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        let places = places(path, &mut reader).map_err(|error| vec![error])?;
        let (mut corrections, mut mistakes, mut given) = (Vec::new(), Vec::new(), HashMap::new());
        for record in reader.records() {
            let made = record
                .map_err(|error| {
                    let line = error.position().map_or(0, csv::Position::line) as usize;
                    Error::at(path, line, format!("is no row of a table: {error}"), "mend the row")
                })
                .and_then(|record| correction(path, &record, places));
            match made {
                Err(mistake) => mistakes.push(mistake),
                Ok(correction) => match given.entry((correction.id.clone(), correction.change.column())) {
                    Entry::Occupied(first) => {
                        let what =
                            format!("`{}` of `{}` is corrected already in line {}", correction.change.column(), correction.id, first.get());
                        mistakes.push(Error::at(path, correction.line, what, "leave one of the two out"));
                    }
                    Entry::Vacant(empty) => {
                        empty.insert(correction.line);
                        corrections.push(correction);
                    }
                },
            }
        }
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        let mut by_id: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, correction) in corrections.iter().enumerate() {
            by_id.entry(correction.id.clone()).or_default().push(place);
        }
        Ok(Self { file: path.to_path_buf(), list: corrections, by_id })
    }
}

/// Where each of the columns stands.
fn places(path: &Path, reader: &mut csv::Reader<&[u8]>) -> Result<[usize; 5]> {
    let headers = reader.headers().map_err(|error| Error::at(path, 1, format!("is no table: {error}"), "save it as CSV UTF-8"))?;
    let mut places = [0; 5];
    for (place, name) in places.iter_mut().zip(COLUMNS) {
        *place = headers
            .iter()
            .position(|header| header.trim() == name)
            .ok_or_else(|| Error::at(path, 1, format!("has no column `{name}`"), format!("give it the columns {}", COLUMNS.join(", "))))?;
    }
    Ok(places)
}

fn correction(path: &Path, record: &csv::StringRecord, places: [usize; 5]) -> Result<Correction> {
    let line = record.position().map_or(0, csv::Position::line) as usize;
    let [id, column, value, who, why] = places.map(|place| unguarded(record.get(place).unwrap_or_default().trim()));
    let refuse = |what: &str, remedy: &str| Err(Error::at(path, line, what, remedy));
    if id.is_empty() {
        return refuse("has no id", "give the id of the answer, as in answers.csv");
    }
    if who.is_empty() || why.is_empty() {
        return refuse("does not say who corrects and why", "fill in the columns who and why");
    }
    let change = Change::parse(column, value).map_err(|(what, remedy)| Error::at(path, line, what, remedy))?;
    let [id, value, who, why] = [id, value, who, why].map(str::to_owned);
    Ok(Correction { line, id, change, value, who, why, met: AtomicBool::new(false) })
}

#[cfg(test)]
mod tests {
    use super::Corrections;

    fn open(text: &str) -> Result<usize, Vec<String>> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("corrections.csv");
        std::fs::write(&path, text).expect("a file");
        let told = |errors: Vec<crate::error::Error>| {
            errors.into_iter().map(|error| format!("{}: {}", error.line.unwrap_or(0), error.what)).collect()
        };
        Corrections::open(&path).map(|corrections| corrections.list.len()).map_err(told)
    }

    #[test]
    fn both_delimiters_and_a_byte_order_mark_are_read() {
        assert_eq!(open("id,column,value,who,why\na#1,class,deferral,Ans,omdat\n"), Ok(1));
        assert_eq!(open("\u{FEFF}why;who;value;column;id\r\nomdat;Ans;1;refusal;a#1\r\n"), Ok(1));
        assert_eq!(open("id,column,value,who,why\n"), Ok(0));
    }

    #[test]
    fn every_mistake_is_told_with_its_line() {
        let mistakes = open(
            "id,column,value,who,why\na#1,class,later,Ans,omdat\na#2,klasse,deferral,Ans,omdat\na#3,refusal,1,,omdat\n,refusal,1,Ans,omdat\na#4,refusal,1,Ans,omdat\na#4,refusal,0,Bo,omdat\n",
        );
        let expected = [
            "2: `later` is no value of column `class`",
            "3: column `klasse` cannot be corrected",
            "4: does not say who corrects and why",
            "5: has no id",
            "7: `refusal` of `a#4` is corrected already in line 6",
        ];
        assert_eq!(mistakes, Err(expected.map(str::to_owned).to_vec()));
        assert_eq!(open("id,column,value,who\n"), Err(vec!["1: has no column `why`".to_owned()]));
        assert_eq!(open(""), Err(vec!["1: has no column `id`".to_owned()]));
    }
}
