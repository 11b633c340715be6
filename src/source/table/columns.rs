//! Which column of a table of pairs holds what.

use std::fmt;
use std::str::FromStr;

/// What a column can hold, in the order of [`NAMES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Id,
    Letter,
    Number,
    Theme,
    Date,
    Question,
    Answer,
}

/// How the fields are called on the command line and, unless said otherwise, in the table.
const NAMES: [&str; FIELDS] = ["id", "letter", "number", "theme", "date", "question", "answer"];

/// What Dutch tables call them; taken where a table has no column of the English name.
const DUTCH: [&[&str]; FIELDS] = [&[], &["brief"], &["nummer", "nr", "vraagnummer"], &["thema"], &["datum"], &["vraag"], &["antwoord"]];

/// How many fields there are.
pub(super) const FIELDS: usize = 7;

/// The names of the columns of a table of pairs: `question`, `answer` and, where there, `id`, `letter`, `number`, `theme`
/// and `date`, their Dutch names (`vraag`, `antwoord`, `nummer`, `thema`, `datum`), or the names given instead.
///
/// # Example: a table with names of its own
/// ```
/// use antwoordmeter::source::Columns;
/// let columns: Columns = "answer=reactie,question=tekst".parse()?;
/// assert!("anwser=reactie".parse::<Columns>().is_err());
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Names that the user gave, by field.
    given: [Option<String>; FIELDS],
}

impl FromStr for Columns {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut columns = Self::default();
        for pair in text.split(',').filter(|pair| !pair.trim().is_empty()) {
            let (field, name) = pair.split_once('=').ok_or_else(|| format!("`{}` is not of the form field=column", pair.trim()))?;
            let (field, name) = (field.trim(), name.trim());
            let Some(index) = NAMES.iter().position(|known| *known == field) else {
                return Err(format!("`{field}` is not a field; the fields are {}", NAMES.join(", ")));
            };
            if name.is_empty() {
                return Err(format!("`{field}=` names no column"));
            }
            if columns.given[index].replace(name.to_owned()).is_some() {
                return Err(format!("`{field}` is given twice"));
            }
        }
        Ok(columns)
    }
}

impl fmt::Display for Columns {
    /// The names that were given, in the form that is read.
    ///
    /// # Example: whatever the order
    /// ```
    /// use antwoordmeter::source::Columns;
    /// let columns: Columns = "answer = reactie,question=tekst".parse()?;
    /// assert_eq!(columns.to_string(), "question=tekst,answer=reactie");
    /// assert_eq!(Columns::default().to_string(), "");
    /// # Ok::<(), String>(())
    /// ```
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let given = NAMES.iter().zip(&self.given).filter_map(|(field, name)| Some(format!("{field}={}", name.as_ref()?)));
        f.write_str(&given.collect::<Vec<_>>().join(","))
    }
}

/// What is wrong with the columns of a table, and the remedy.
pub(super) type Mismatch = (String, String);

impl Columns {
    /// Where each field stands among the columns that the table has, with a warning where questions are lacking.
    ///
    /// The case of letters does not count, unless two columns differ in nothing else.
    pub(super) fn find(&self, table: &[String]) -> Result<[Option<usize>; FIELDS], Mismatch> {
        let mut places = [None; FIELDS];
        for (index, place) in places.iter_mut().enumerate() {
            let name = self.given[index].as_deref().unwrap_or(NAMES[index]);
            let exact = |name: &str| table.iter().position(|column| column == name);
            let folded = |name: &str| table.iter().position(|column| column.to_lowercase() == name.to_lowercase());
            let other = || DUTCH[index].iter().find_map(|name| folded(name)).filter(|_| self.given[index].is_none());
            *place = exact(name).or_else(|| folded(name)).or_else(other);
            if place.is_none() && self.given[index].is_some() {
                let remedy = format!("use one of its names in --columns {}=…", NAMES[index]);
                return Err((format!("has no column `{name}`; its columns are {}", list(table)), remedy));
            }
        }
        if places[Field::Answer as usize].is_none() {
            let remedy = "say which column holds the answers, for instance --columns answer=reactie,question=tekst";
            return Err((format!("has no column `answer`; its columns are {}", list(table)), remedy.to_owned()));
        }
        Ok(places)
    }

    /// How the table calls a field.
    pub(super) fn name(&self, field: Field) -> &str {
        self.given[field as usize].as_deref().unwrap_or(NAMES[field as usize])
    }
}

/// The names of at most twenty columns.
fn list(table: &[String]) -> String {
    let shown: Vec<_> = table.iter().take(20).map(|name| format!("`{name}`")).collect();
    match table.len() {
        0 => "none".to_owned(),
        columns if columns > shown.len() => format!("{} and {} more", shown.join(", "), columns - shown.len()),
        _ => shown.join(", "),
    }
}
