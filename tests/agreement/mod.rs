//! Compares the answers of a run with codings by people: what `tests/corpus.rs` and `tests/gold.rs` share.
//!
//! A question that the program did not find counts as wrong in every figure. Lines that the coder was not sure of
//! (`sure` is `L`: two readings are defensible) are left out.

#![allow(dead_code, reason = "each of the two tests uses a part of it")]

pub mod documents;
pub mod phrasings;

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use antwoordmeter::codebook::Codebook;
use antwoordmeter::pipeline::{self, AnalyseOptions, Inputs};
use serde::Deserialize;
use serde_json::Value;
use tempfile::TempDir;

/// A line of codings by a person.
#[derive(Clone, Debug, Deserialize)]
pub struct Gold {
    /// Id in a table of pairs, in place of letter and number.
    pub id: Option<String>,
    #[serde(default)]
    pub letter: String,
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub theme: Option<String>,
    pub class: String,
    pub deferral: String,
    #[serde(default)]
    pub due: String,
    /// Numbers as printed; some coders wrote plain ones without quotes.
    #[serde(default)]
    pub internal: Vec<Value>,
    #[serde(default)]
    pub sure: String,
}

/// The columns of `answers.csv` that are compared.
#[derive(Clone, Debug, Deserialize)]
pub struct Answer {
    pub id: String,
    pub letter: String,
    pub number: String,
    pub theme: String,
    pub class: String,
    pub deferral: String,
    pub document: String,
    pub due: String,
    pub internal: String,
}

/// The lines of a file of codings.
pub fn gold(path: &Path) -> Vec<Gold> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let coded = |(number, line): (usize, &str)| {
        serde_json::from_str(line).unwrap_or_else(|error| panic!("{}:{}: {error}", path.display(), number + 1))
    };
    text.lines().enumerate().map(coded).collect()
}

/// Analyses `paths` into a folder that goes when it is dropped.
pub fn analysed(paths: Vec<PathBuf>) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let codebook = Codebook::embedded().expect("the codebook");
    let inputs = Inputs { paths, ..Inputs::default() };
    let options = AnalyseOptions { inputs, out: folder.path().to_path_buf(), ..AnalyseOptions::default() };
    let findings = pipeline::analyse(&options, &codebook, |_| {}).expect("a run");
    assert!(findings.totals.letters > 0, "no letter was read: {:?}", findings.totals.skipped);
    folder
}

/// The rows of a table of a run.
pub fn rows<Row: for<'de> Deserialize<'de>>(folder: &Path, name: &str) -> Vec<Row> {
    let mut table = csv::Reader::from_path(folder.join(name)).expect("a table");
    table.deserialize().map(|row| row.expect("a row")).collect()
}

/// How far a run agrees with the codings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Answers with the class of the gold coding.
    pub class_accuracy: f64,
    /// Mean of the F1 of the three classes.
    pub class_macro_f1: f64,
    /// Answers that defer in any way.
    pub any_deferral_f1: f64,
    /// Answers that wait for a document.
    pub document_deferral_f1: f64,
    /// The due time is the same, where either side gives one.
    pub due_exact: f64,
    /// The answers referred to are the same, where either side refers.
    pub internal_exact: f64,
}

impl Agreement {
    fn figures(&self) -> [(&'static str, f64); 6] {
        [
            ("class_accuracy", self.class_accuracy),
            ("class_macro_f1", self.class_macro_f1),
            ("any_deferral_f1", self.any_deferral_f1),
            ("document_deferral_f1", self.document_deferral_f1),
            ("due_exact", self.due_exact),
            ("internal_exact", self.internal_exact),
        ]
    }

    /// The figures that are lower than those of `floor`.
    pub fn below(&self, floor: &Self) -> Vec<String> {
        let both = self.figures().into_iter().zip(floor.figures());
        both.filter(|((_, found), (_, floor))| found < floor)
            .map(|((name, found), (_, floor))| format!("{name} is {found:.4}, below {floor:.4}"))
            .collect()
    }
}

/// As in `floors.toml`, so that better figures can be copied there.
impl fmt::Display for Agreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Rounded down: a floor above the figure it was taken from would fail.
        self.figures().iter().try_for_each(|(name, figure)| writeln!(f, "{name} = {:.3}", (figure * 1000.0).floor() / 1000.0))
    }
}

/// All recorded floors.
pub fn floors() -> toml::Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/floors.toml");
    fs::read_to_string(path).expect("tests/floors.toml").parse().expect("figures by set")
}

/// The recorded floors of a set of codings.
pub fn floor(set: &str) -> Agreement {
    let floors = floors().remove(set).unwrap_or_else(|| panic!("[{set}] is not in tests/floors.toml"));
    floors.try_into().expect("figures of agreement")
}

/// Prints how far the answers in `folder` agree with `gold`, and fails when that is less than recorded.
pub fn holds(set: &str, gold: &[Gold], folder: &Path) {
    let answers: Vec<Answer> = rows(folder, "answers.csv");
    let found = agreement(gold, &answers);
    println!("[{set}] # {} coded questions\n{found}", gold.len());
    let below = found.below(&floor(set));
    assert!(below.is_empty(), "{set}: {below:#?}\n(a rule that loses answers elsewhere? see tests/floors.toml)");
}

/// Compares each coded question with the row of its answer.
pub fn agreement(gold: &[Gold], answers: &[Answer]) -> Agreement {
    let mut classes = Classes::default();
    let (mut any, mut document) = (Retrieval::default(), Retrieval::default());
    let (mut due, mut internal) = (Exact::default(), Exact::default());
    let pairs = gold.iter().zip(paired(gold, answers));
    for (coded, answer) in pairs.filter(|(coded, _)| coded.class != "unanswered" && coded.sure != "L") {
        // In a table of pairs a reference to another answer cannot be followed.
        let class = if coded.class == "internal" { "unresolved" } else { &coded.class };
        classes.add(class, answer.map_or("missing", |answer| &answer.class));
        let deferral = answer.map_or("none", |answer| &answer.deferral);
        any.add(coded.deferral != "none", deferral != "none");
        document.add(coded.deferral == "document", deferral == "document");
        due.add(&coded.due, answer.map_or("", |answer| &answer.due));
        let referred = coded.internal.iter().map(|number| number.as_str().map_or_else(|| number.to_string(), str::to_owned));
        let found = answer.map_or("", |answer| &answer.internal).split(';').map(str::to_owned);
        internal.add(&numbers(referred), &numbers(found));
    }
    Agreement {
        class_accuracy: classes.accuracy(),
        class_macro_f1: classes.macro_f1(),
        any_deferral_f1: any.f1(),
        document_deferral_f1: document.f1(),
        due_exact: due.share(),
        internal_exact: internal.share(),
    }
}

/// For each coded question its answer: by id, else by letter and number; where numbers restart by theme, else by order.
pub fn paired<'a>(gold: &[Gold], answers: &'a [Answer]) -> Vec<Option<&'a Answer>> {
    let mut by_id = HashMap::new();
    let mut by_number: HashMap<(&str, &str), Vec<&Answer>> = HashMap::new();
    for answer in answers {
        by_id.insert(answer.id.as_str(), answer);
        by_number.entry((&answer.letter, &answer.number)).or_default().push(answer);
    }
    let mut times = HashMap::new();
    let find = |coded: &Gold| {
        if let Some(id) = &coded.id {
            return by_id.get(id.as_str()).copied();
        }
        let key = (stem(&coded.letter), coded.number.as_str());
        let time = times.entry((key.0.to_owned(), key.1.to_owned())).or_insert(0_usize);
        *time += 1;
        let same = by_number.get(&key)?;
        let theme = plain(coded.theme.as_deref().unwrap_or_default());
        let mut themed = same.iter().filter(|answer| plain(&answer.theme) == theme);
        match (themed.next(), themed.next()) {
            (Some(only), None) => Some(*only),
            _ => same.get(*time - 1).copied(),
        }
    };
    gold.iter().map(find).collect()
}

/// The name of a letter without the ending of its file.
pub fn stem(letter: &str) -> &str {
    [".txt", ".md", ".docx"].iter().find_map(|ending| letter.strip_suffix(ending)).unwrap_or(letter)
}

/// The words of a heading.
fn plain(theme: &str) -> String {
    theme.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A set of numbers, written in one way.
fn numbers(numbers: impl Iterator<Item = String>) -> String {
    let mut numbers: Vec<String> =
        numbers.map(|number| number.split_whitespace().collect()).filter(|number: &String| !number.is_empty()).collect();
    numbers.sort();
    numbers.join(";")
}

/// Gold class and found class of every answer.
#[derive(Debug, Default)]
struct Classes(Vec<(String, String)>);

impl Classes {
    fn add(&mut self, coded: &str, found: &str) {
        self.0.push((coded.to_owned(), found.to_owned()));
    }

    fn accuracy(&self) -> f64 {
        share(self.0.iter().filter(|(coded, found)| coded == found).count(), self.0.len())
    }

    /// Of the classes that occur in the gold codings.
    fn macro_f1(&self) -> f64 {
        let one = |class: &str| {
            let mut retrieval = Retrieval::default();
            self.0.iter().for_each(|(coded, found)| retrieval.add(coded == class, found == class));
            (retrieval.both + retrieval.missed > 0).then(|| retrieval.f1())
        };
        let f1s: Vec<f64> = ["substantive", "deferral", "external_reference"].into_iter().filter_map(one).collect();
        f1s.iter().sum::<f64>() / f1s.len().max(1) as f64
    }
}

/// Answers that have something, by what was coded and what was found.
#[derive(Debug, Default)]
struct Retrieval {
    both: usize,
    missed: usize,
    added: usize,
}

impl Retrieval {
    fn add(&mut self, coded: bool, found: bool) {
        self.both += usize::from(coded && found);
        self.missed += usize::from(coded && !found);
        self.added += usize::from(found && !coded);
    }

    fn f1(&self) -> f64 {
        share(2 * self.both, 2 * self.both + self.missed + self.added)
    }
}

/// Cells that are the same, among those where either side has something.
#[derive(Debug, Default)]
struct Exact {
    same: usize,
    either: usize,
}

impl Exact {
    fn add(&mut self, coded: &str, found: &str) {
        if !(coded.is_empty() && found.is_empty()) {
            self.either += 1;
            self.same += usize::from(coded == found);
        }
    }

    fn share(&self) -> f64 {
        share(self.same, self.either)
    }
}

/// One where there is nothing to share.
fn share(count: usize, total: usize) -> f64 {
    if total == 0 { 1.0 } else { count as f64 / total as f64 }
}
