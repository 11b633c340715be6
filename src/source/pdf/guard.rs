//! Bounds on what a file makes the engine do: a few kilobytes can unpack to gigabytes.

use std::cell::Cell;
use std::collections::BTreeSet;

use pdfboss_core::xref::XrefEntry;
use pdfboss_core::{AsyncObjectSource, BoxFuture, Document, Error, ObjRef, Object, Result, Stream};

use super::Fault;
use crate::source::Limits;

/// The most objects that the engine is asked to make room for.
const MAX_OBJECTS: u64 = 4_000_000;

/// Bytes that one page may unpack to, and pieces of text that it may draw.
const MAX_PAGE: u64 = 64 << 20;
const MAX_SHOWN: usize = 200_000;

/// Pieces of text that one file may draw.
const MAX_SHOWN_IN_ALL: usize = 8_000_000;

/// No packed byte becomes more than this many (deflate).
const MOST_PER_BYTE: u64 = 1_032;

/// How much was unpacked.
pub struct Meter {
    limit: u64,
    left: Cell<u64>,
    page: Cell<u64>,
    shown: Cell<usize>,
    shown_in_all: Cell<usize>,
    over: Cell<bool>,
}

impl Meter {
    pub fn new(limits: &Limits) -> Self {
        Self {
            limit: limits.unpacked,
            left: Cell::new(limits.unpacked),
            page: Cell::new(0),
            shown: Cell::new(0),
            shown_in_all: Cell::new(0),
            over: Cell::new(false),
        }
    }

    pub fn next_page(&self) {
        self.page.set(0);
        self.shown.set(0);
    }

    /// The limit that was passed.
    pub fn exceeded(&self) -> Option<u64> {
        self.over.get().then_some(self.limit)
    }

    /// Counts what a stream became; an error when that is too much.
    fn count(&self, data: &[u8]) -> Result<()> {
        let length = data.len() as u64;
        self.left.set(self.left.get().saturating_sub(length));
        self.page.set(self.page.get() + length);
        if data.windows(2).any(|pair| pair == b"BT") {
            let shown = data.iter().filter(|byte| matches!(byte, b'(' | b'<')).count();
            self.shown.set(self.shown.get() + shown);
            self.shown_in_all.set(self.shown_in_all.get() + shown);
        }
        let much = self.left.get() == 0 || self.page.get() > MAX_PAGE;
        if much || self.shown.get() > MAX_SHOWN || self.shown_in_all.get() > MAX_SHOWN_IN_ALL {
            self.over.set(true);
            return Err(too_much());
        }
        Ok(())
    }
}

fn too_much() -> Error {
    Error::Other("unpacks to too much".to_owned())
}

/// A document whose streams are counted as they are unpacked.
#[derive(Clone, Copy)]
pub struct Metered<'d> {
    pub document: &'d Document,
    pub meter: &'d Meter,
}

impl AsyncObjectSource for Metered<'_> {
    fn get(&self, reference: ObjRef) -> BoxFuture<'_, Result<Object>> {
        Box::pin(std::future::ready(self.document.get(reference)))
    }

    fn stream_data<'a>(&'a self, stream: &'a Stream) -> BoxFuture<'a, Result<Vec<u8>>> {
        let read = || {
            if self.meter.over.get() {
                return Err(too_much());
            }
            if packings(self.document, stream) > 1 {
                self.meter.over.set(true);
                return Err(too_much());
            }
            let data = self.document.stream_data(stream)?;
            self.meter.count(&data)?;
            Ok(data)
        };
        Box::pin(std::future::ready(read()))
    }

    fn resolve<'a>(&'a self, object: &'a Object) -> BoxFuture<'a, Result<Object>> {
        Box::pin(std::future::ready(self.document.resolve(object)))
    }
}

/// How many times over a stream is packed: more than once is what bombs do.
fn packings(document: &Document, stream: &Stream) -> usize {
    let resolve = |object: &Object| document.resolve(object).ok();
    let packs = |object: &Object| {
        let packing = |name: &str| matches!(name, "FlateDecode" | "Fl" | "LZWDecode" | "LZW" | "RunLengthDecode" | "RL");
        resolve(object).as_ref().and_then(Object::as_name).is_some_and(|name| packing(&name.0))
    };
    match stream.dict.get("Filter").and_then(resolve) {
        Some(Object::Array(names)) => names.iter().filter(|name| packs(name)).count(),
        _ => 1,
    }
}

/// Whether the numbers by which the engine makes room can be true.
///
/// # Errors
/// They cannot: more objects than any file holds.
pub fn plausible(bytes: &[u8]) -> std::result::Result<(), Fault> {
    let packed = dictionaries(bytes, b"/ObjStm").all(|dict| numbers_after(dict, b"/N").all(|number| number <= MAX_OBJECTS));
    let listed = dictionaries(bytes, b"/XRef").all(|dict| {
        let sizes = numbers_after(dict, b"/Size").chain(numbers_after(dict, b"/Index"));
        sizes.into_iter().all(|number| number <= MAX_OBJECTS)
    });
    if packed && listed { Ok(()) } else { Err(Fault::Damaged) }
}

/// The surroundings of each place where `kind` stands: the dictionary of a stream.
fn dictionaries<'b>(bytes: &'b [u8], kind: &'static [u8]) -> impl Iterator<Item = &'b [u8]> {
    let places = bytes.windows(kind.len()).enumerate().filter(move |(_, window)| *window == kind);
    places.map(|(at, _)| {
        let (before, after) = bytes.split_at(at);
        let before = &before[before.len().saturating_sub(1_024)..];
        let after = &after[..after.len().min(4_096)];
        let begin = before.windows(3).rposition(|window| window == b"obj").map_or(0, |at| at);
        let end = after.windows(6).position(|window| window == b"stream").unwrap_or(after.len());
        let start = at - before.len() + begin;
        bytes.get(start..at + end).unwrap_or_default()
    })
}

/// The whole numbers right after a name in a dictionary.
fn numbers_after<'b>(dict: &'b [u8], name: &'static [u8]) -> impl Iterator<Item = u64> + use<'b> {
    let places = dict.windows(name.len()).enumerate().filter(move |(_, window)| *window == name);
    places.flat_map(move |(at, _)| {
        let rest = &dict[at + name.len()..];
        let written = rest.iter().take_while(|byte| byte.is_ascii_digit() || b" \t\r\n[".contains(byte));
        let written: Vec<u8> = written.copied().collect();
        let words = written.split(|byte| !byte.is_ascii_digit()).filter(|word| !word.is_empty());
        words.map(|word| std::str::from_utf8(word).ok().and_then(|word| word.parse().ok()).unwrap_or(u64::MAX)).collect::<Vec<_>>()
    })
}

/// Bounds what the objects that are packed together unpack to: the engine keeps them all.
///
/// # Errors
/// They unpack to more than the limit.
pub fn packed_objects(document: &Document, limits: &Limits) -> std::result::Result<(), Fault> {
    let most = limits.unpacked / 8;
    let streams = containers(document);
    let raw: u64 = streams.iter().map(|stream| stream.data.len() as u64).sum();
    if streams.iter().any(|stream| packings(document, stream) > 1) {
        return Err(Fault::Unpacked(limits.unpacked));
    }
    if raw.saturating_mul(MOST_PER_BYTE) <= most {
        return Ok(());
    }
    let mut left = most;
    for stream in &streams {
        let length = document.stream_data(stream).map_or(0, |data| data.len() as u64);
        left = left.checked_sub(length).ok_or(Fault::Unpacked(limits.unpacked))?;
    }
    Ok(())
}

/// The streams in which objects are packed together.
fn containers(document: &Document) -> Vec<Stream> {
    let entries = document.xref().iter().filter_map(|(_, entry)| match entry {
        XrefEntry::InStream { stream_num, .. } => Some(stream_num),
        _ => None,
    });
    let numbers: BTreeSet<u32> = entries.collect();
    let objects = numbers.into_iter().filter_map(|num| match document.xref().get(num) {
        Some(XrefEntry::InFile { .. }) => document.get(ObjRef { num, r#gen: 0 }).ok(),
        _ => None,
    });
    objects.filter_map(|object| if let Object::Stream(stream) = object { Some(stream) } else { None }).collect()
}
