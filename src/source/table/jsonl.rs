//! Tables with a JSON object on every line.

use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::columns::{Columns, FIELDS, Field};
use super::rows::{Cell, MAX_ROW_BYTES, Record, Stream, to_text};
use crate::error::{Error, Result};

/// Objects at the beginning of the table whose keys are its columns.
const SAMPLE: usize = 100;

/// The rows of a `.jsonl` file.
#[derive(Debug)]
pub(super) struct Jsonl {
    file: PathBuf,
    stream: Stream,
    /// The key of each field that the table has.
    keys: [Option<String>; FIELDS],
    buffer: Vec<u8>,
    line: usize,
    ended: bool,
}

impl Jsonl {
    pub(super) fn new(file: &Path, head: Vec<u8>, rest: BufReader<File>, columns: &Columns) -> Result<Self> {
        if head.trim_ascii_start().starts_with(b"[") {
            return Err(Error::new(file, "is one JSON list", "write each object on a line of its own"));
        }
        let names = sampled_keys(&head);
        let places = columns.find(&names).map_err(|(what, remedy)| Error::new(file, what, remedy))?;
        let keys = places.map(|place| place.and_then(|place| names.get(place).cloned()));
        Ok(Self { file: file.to_path_buf(), stream: Cursor::new(head).chain(rest), keys, buffer: Vec::new(), line: 0, ended: false })
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.keys[field as usize].is_some()
    }

    pub(super) fn next(&mut self) -> Option<Result<Record>> {
        while !self.ended {
            self.line += 1;
            self.buffer.clear();
            match self.stream.by_ref().take(MAX_ROW_BYTES).read_until(b'\n', &mut self.buffer) {
                Err(error) => {
                    self.ended = true;
                    return Some(Err(Error::at(
                        &self.file,
                        self.line,
                        format!("cannot be read: {error}"),
                        "what stands after it was not read",
                    )));
                }
                Ok(read) if read as u64 == MAX_ROW_BYTES => {
                    self.ended = true;
                    let what = format!("a row is larger than {} MiB", MAX_ROW_BYTES >> 20);
                    return Some(Err(Error::at(
                        &self.file,
                        self.line,
                        what,
                        "what stands after it was not read; write one object on a line",
                    )));
                }
                Ok(0) => self.ended = true,
                Ok(_) if self.buffer.trim_ascii().is_empty() => {}
                Ok(_) => return Some(self.row()),
            }
        }
        None
    }

    fn row(&self) -> Result<Record> {
        let text = to_text(self.buffer.trim_ascii_end());
        let mut deserializer = serde_json::Deserializer::from_str(&text);
        let cells = Object(&self.keys).deserialize(&mut deserializer).and_then(|cells| deserializer.end().map(|()| cells));
        match cells {
            Ok(cells) => Ok(Record { line: self.line, cells }),
            Err(error) => {
                let what = error.to_string();
                let what = what.split(" at line ").next().unwrap_or(&what);
                let what = format!("is not a JSON object (character {}: {what}): the row is left out", error.column());
                Err(Error::at(&self.file, self.line, what, "write one whole object on each line"))
            }
        }
    }
}

/// The keys of the first objects, in order of first use.
fn sampled_keys(head: &[u8]) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for line in head.split(|byte| *byte == b'\n').take(SAMPLE) {
        let object: Map<String, Value> = serde_json::from_str(&to_text(line)).unwrap_or_default();
        for (key, _) in object {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    keys
}

/// Reads an object into the cells of its fields and passes over the rest.
struct Object<'k>(&'k [Option<String>; FIELDS]);

impl<'de> DeserializeSeed<'de> for Object<'_> {
    type Value = [Cell; FIELDS];

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> std::result::Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Object<'_> {
    type Value = [Cell; FIELDS];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Self::Value, A::Error> {
        let mut cells = Self::Value::default();
        while let Some(place) = map.next_key_seed(Key(self.0))? {
            match place.and_then(|place| cells.get_mut(place)) {
                Some(cell) => *cell = map.next_value_seed(Contents)?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(cells)
    }
}

/// Reads a key as the place of its field.
struct Key<'k>(&'k [Option<String>; FIELDS]);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> std::result::Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> std::result::Result<Self::Value, E> {
        Ok(self.0.iter().position(|known| known.as_deref() == Some(key)))
    }
}

/// Reads a value as a cell: text, or a number as it is printed.
struct Contents;

impl<'de> DeserializeSeed<'de> for Contents {
    type Value = Cell;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> std::result::Result<Cell, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Contents {
    type Value = Cell;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E>(self, text: &str) -> std::result::Result<Cell, E> {
        Ok(Cell::Text(text.to_owned()))
    }

    fn visit_u64<E>(self, number: u64) -> std::result::Result<Cell, E> {
        Ok(Cell::Text(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> std::result::Result<Cell, E> {
        Ok(Cell::Text(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> std::result::Result<Cell, E> {
        Ok(Cell::Text(number.to_string()))
    }

    fn visit_bool<E>(self, _: bool) -> std::result::Result<Cell, E> {
        Ok(Cell::Bad("holds true or false, not text"))
    }

    fn visit_unit<E>(self) -> std::result::Result<Cell, E> {
        Ok(Cell::Text(String::new()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> std::result::Result<Cell, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Cell::Bad("holds a list, not text"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> std::result::Result<Cell, A::Error> {
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Cell::Bad("holds an object, not text"))
    }
}
