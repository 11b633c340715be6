//! What describes a run: `datapackage.json` for those who read its tables, `run.json` for those who check it.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::schema::{Column, Kind, Table};
use crate::coder::EDITION;
use crate::measure::Counts;
use crate::report::cell::Style;
use crate::report::findings::unanswered::Unanswered;

/// The file that is written last and lists the others.
pub const RUN: &str = "run.json";

/// The description of the tables.
pub const DATAPACKAGE: &str = "datapackage.json";

/// Size and sha256 of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Made {
    /// Length in bytes.
    pub bytes: u64,
    /// Its sha256 in hexadecimal digits.
    pub sha256: String,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Read {
    /// Its path, as the tables have it.
    pub file: String,
    /// Its size and sha256.
    #[serde(flatten)]
    pub made: Made,
}

/// Everything that `run.json` says. What does not change the output (threads, times, where it was written) is not in it.
#[derive(Clone, Debug, Serialize)]
pub struct Run<'r> {
    /// Version of the program.
    pub version: &'r str,
    /// Hash of the codebook.
    pub codebook: &'r str,
    /// The options of the command line that shape the output.
    pub options: Value,
    /// What was found.
    pub counts: Found,
    /// The files read, in order.
    pub inputs: &'r [Read],
    /// The files written, by name.
    pub outputs: &'r BTreeMap<String, Made>,
}

/// The figures of a run.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    /// Letters.
    pub letters: u32,
    /// Counts of their questions, but for those of letters that only ask.
    #[serde(flatten)]
    pub counts: Counts,
    /// Questions that nobody could have answered yet, and those that were put off; nothing where codings do not tell.
    #[serde(flatten)]
    pub without: Option<Unanswered>,
    /// Different documents that answers wait for.
    pub documents_waited_for: usize,
    /// Documents that letters promise, by what became of them.
    pub documents_promised: BTreeMap<&'static str, u32>,
    /// Rows of `unparsed.csv`.
    pub unparsed: u32,
    /// Rows of `problems.csv`.
    pub problems: u32,
}

impl Run<'_> {
    /// The bytes of `run.json`.
    pub fn bytes(&self) -> Vec<u8> {
        pretty(&json!(self))
    }
}

/// Names and sha256 of the files that a `run.json` lists; none when it is not one of ours.
pub fn outputs(run: &[u8]) -> BTreeMap<String, String> {
    let run: Value = serde_json::from_slice(run).unwrap_or_default();
    let listed = run.get("outputs").and_then(Value::as_object).into_iter().flatten();
    listed.filter_map(|(name, made)| Some((name.clone(), made.get("sha256")?.as_str()?.to_owned()))).collect()
}

/// The bytes of `datapackage.json`: a Frictionless Data Package with a Table Schema for each of the `tables` that was made.
pub fn datapackage(tables: &[Table], made: &BTreeMap<String, Made>, style: Style<'_>) -> Vec<u8> {
    let guard = if style.raw {
        "Cells stand as they are: opened in a spreadsheet, text that begins with = + - @ may run as a formula."
    } else {
        "A cell that begins with = + - @ tab or return (after any apostrophes) has an apostrophe before it, so that a spreadsheet does not run it; take off one."
    };
    let resources: Vec<Value> =
        tables.iter().filter_map(|table| Some(resource(table, made.get(&format!("{}.csv", table.name))?, style))).collect();
    pretty(&json!({
        "profile": "tabular-data-package",
        "name": "antwoordmeter",
        "title": "What answers to written questions do: content, deferral or a reference elsewhere",
        "description": format!(
            "Coded with antwoordmeter {}; the codebook, the options and the hashes stand in {RUN}. {guard} Offsets count Unicode code points from 0, the end excluded.",
            EDITION
        ),
        "resources": resources,
    }))
}

fn resource(table: &Table, made: &Made, style: Style<'_>) -> Value {
    let keys: Vec<Value> = table
        .keys
        .iter()
        .map(|(field, resource, there)| json!({"fields": field, "reference": {"resource": resource, "fields": there}}))
        .collect();
    let mut schema =
        json!({ "fields": table.columns.iter().map(|column| field(column, style)).collect::<Vec<_>>(), "missingValues": [""] });
    if let (Some(schema), false) = (schema.as_object_mut(), keys.is_empty()) {
        schema.insert("foreignKeys".to_owned(), keys.into());
    }
    let mut resource = json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "description": format!("One row per {}.", table.row),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": made.bytes,
        "hash": format!("sha256:{}", made.sha256),
        "schema": schema,
    });
    if let (Some(resource), true) = (resource.as_object_mut(), style.excel) {
        resource.insert("dialect".to_owned(), json!({ "delimiter": char::from(style.delimiter()).to_string() }));
    }
    resource
}

fn field(column: &Column, style: Style<'_>) -> Value {
    let mut field = Map::new();
    let mut put = |key: &str, value: Value| drop(field.insert(key.to_owned(), value));
    put("name", column.name.as_str().into());
    put("description", column.about.as_str().into());
    match &column.kind {
        Kind::Text => put("type", "string".into()),
        Kind::Code(codes) => {
            put("type", "string".into());
            put("constraints", json!({ "enum": codes }));
        }
        Kind::Count => {
            put("type", "integer".into());
            put("constraints", json!({ "minimum": 0 }));
        }
        Kind::Share => {
            put("type", "number".into());
            if style.excel {
                put("decimalChar", ",".into());
            }
            put("constraints", json!({ "minimum": 0, "maximum": 1 }));
        }
        Kind::Number => {
            put("type", "number".into());
            if style.excel {
                put("decimalChar", ",".into());
            }
        }
        Kind::Flag => {
            put("type", "boolean".into());
            put("trueValues", json!(["1"]));
            put("falseValues", json!(["0"]));
        }
        Kind::Date => put("type", "date".into()),
    }
    field.into()
}

/// Indented, with a line end at the end: these files are read by people too.
pub(in crate::report) fn pretty(value: &Value) -> Vec<u8> {
    format!("{value:#}\n").into_bytes()
}
