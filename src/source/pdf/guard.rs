//! Bounds on what a file makes the engine do: a few kilobytes can unpack to gigabytes.

use std::cell::Cell;
use std::collections::BTreeSet;

use pdfboss_core::xref::XrefEntry;
use pdfboss_core::{AsyncObjectSource, BoxFuture, Document, Error, ObjRef, Object, Result, Stream};

use super::Fault;
use crate::source::Limits;

/// The most objects that the engine is asked to make room for.
const MAX_OBJECTS: u64 = 4_000_000;

/// The most bytes in which one object may be written, its packed data left out: the engine needs a hundred times as many to hold it.
const MAX_OBJECT: usize = 4 << 20;

/// This part of the limit may be text, drawings and fonts: drawings take their time.
const PART: u64 = 3;

/// Bytes that one page may unpack to, and pieces of text that it may draw.
const MAX_PAGE: u64 = 32 << 20;
const MAX_SHOWN: usize = 200_000;

/// Pieces of text that one file may draw.
const MAX_SHOWN_IN_ALL: usize = 4_000_000;

/// No packed byte becomes more than this many (deflate).
const MOST_PER_BYTE: u64 = 1_032;

/// Objects that are packed more tightly than this say the same again and again.
const TIGHT: u64 = 40;

/// How much was unpacked.
pub struct Meter {
    left: Cell<u64>,
    page: Cell<u64>,
    shown: Cell<usize>,
    shown_in_all: Cell<usize>,
    over: Cell<bool>,
}

impl Meter {
    pub fn new(limits: &Limits) -> Self {
        let left = Cell::new(limits.unpacked / PART);
        Self { left, page: Cell::new(0), shown: Cell::new(0), shown_in_all: Cell::new(0), over: Cell::new(false) }
    }

    pub fn next_page(&self) {
        self.page.set(0);
        self.shown.set(0);
    }

    /// Whether a limit was passed.
    pub fn exceeded(&self) -> bool {
        self.over.get()
    }

    /// Counts what a stream became; an error when that is too much.
    fn count(&self, data: &[u8]) -> Result<()> {
        let length = data.len() as u64;
        self.left.set(self.left.get().saturating_sub(length));
        self.page.set(self.page.get() + length);
        if data.windows(2).any(|pair| pair == b"BT") {
            let shown = strings(data);
            self.shown.set(self.shown.get() + shown);
            self.shown_in_all.set(self.shown_in_all.get() + shown);
        }
        let much = self.left.get() == 0 || self.page.get() > MAX_PAGE;
        if much || self.shown.get() > MAX_SHOWN || self.shown_in_all.get() > MAX_SHOWN_IN_ALL {
            return Err(self.stop());
        }
        Ok(())
    }

    /// Nothing more is unpacked.
    fn stop(&self) -> Error {
        self.over.set(true);
        Error::Other("unpacks to too much".to_owned())
    }
}

/// How many strings may begin in a page description: `(` and `<`, but not `<<`.
fn strings(data: &[u8]) -> usize {
    let (mut count, mut last) = (0, 0);
    for byte in data {
        match byte {
            b'<' if last == b'<' => count -= 1,
            b'(' | b'<' => count += 1,
            _ => {}
        }
        // Two make a pair; a third begins anew.
        last = if *byte == b'<' && last == b'<' { 0 } else { *byte };
    }
    count
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
            if self.meter.exceeded() || packings(self.document, stream) > 1 {
                return Err(self.meter.stop());
            }
            match self.document.stream_data(stream) {
                Ok(data) => self.meter.count(&data).map(|()| data),
                Err(Error::Decode(why)) if why.contains("limit") => Err(self.meter.stop()),
                Err(error) => Err(error),
            }
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
    if packed && listed && objects(bytes).all(|length| length <= MAX_OBJECT) { Ok(()) } else { Err(Fault::Damaged) }
}

/// How long each object is, as far as its packed data.
fn objects(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let begin = at + bytes.get(at..)?.windows(5).position(|window| window[0].is_ascii_digit() && &window[1..] == b" obj")?;
        let rest = &bytes[begin + 5..];
        let length = rest.windows(6).position(|window| window == b"endobj" || window == b"stream").unwrap_or(rest.len());
        at = begin + 5 + length;
        Some(length)
    })
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
        return Err(Fault::Unpacked);
    }
    if raw.saturating_mul(MOST_PER_BYTE) <= MAX_OBJECT as u64 {
        return Ok(());
    }
    let mut length = 0;
    for stream in &streams {
        let own = document.stream_data(stream).map_or(0, |data| data.len() as u64);
        length += own;
        if length > most || own > MAX_OBJECT as u64 || (length > MAX_OBJECT as u64 && length > raw * TIGHT) {
            return Err(Fault::Unpacked);
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_of_a_page() {
        let table: [(&[u8], usize); 4] = [(b"(a)Tj", 1), (b"[<01>-3<02>]TJ", 2), (b"/P<</MCID 0>>BDC (a)Tj", 1), (b"<<</A 1>>", 1)];
        for (content, wanted) in table {
            assert_eq!(strings(content), wanted, "{content:?}");
        }
    }

    #[test]
    fn numbers_that_cannot_be_true() {
        let table: [(&str, bool); 6] = [
            ("6 0 obj <</Type/ObjStm/N 12/First 60>> stream", true),
            ("6 0 obj <</Type/ObjStm/N 9999999999999/First 60>> stream", false),
            ("7 0 obj <</Type/XRef/Size 80/Index[0 80]/W[1 2 1]>> stream", true),
            ("7 0 obj <</Type/XRef/Size 8/Index[0 260000000]/W[1 0 0]>> stream", false),
            ("7 0 obj <</Type /XRef /Size 99999999999999999999>> stream", false),
            ("8 0 obj <</AP<</N 9999999999 0 R>>>> endobj", true),
        ];
        for (file, wanted) in table {
            assert_eq!(plausible(file.as_bytes()).is_ok(), wanted, "{file}");
        }
        let long = format!("1 0 obj [{}] endobj", "1 ".repeat(MAX_OBJECT));
        assert_eq!(plausible(long.as_bytes()), Err(Fault::Damaged));
    }
}
