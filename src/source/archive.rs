//! A zip file in memory, opened without trusting it: no more is unpacked than the limit, all parts together.

use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use super::Limits;
use super::decode::to_unicode;
use crate::error::{Error, Result};

const AGAIN: &str = "copy or download it again, or open it in a word processor and save it again";

/// A letter has dozens of parts; the list of a million of them would take more memory than the letter may.
const MOST_PARTS: usize = 20_000;

/// An entry in the list of parts begins with this and is at least so long.
const ENTRY: (&[u8], usize) = (b"PK\x01\x02", 46);

/// The parts of a Word or LibreOffice file.
pub(super) struct Archive<'b> {
    file: &'b Path,
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// Places of the parts by their names, in small letters and with `/`.
    names: HashMap<String, usize>,
    /// Bytes that may still be unpacked, and how many there were.
    left: u64,
    limit: u64,
}

impl<'b> Archive<'b> {
    /// Opens the zip file in `bytes`; `file` is only named in errors.
    ///
    /// # Errors
    /// Its list of parts cannot be read, or is far too long.
    pub fn open(file: &'b Path, bytes: &'b [u8], limits: &Limits) -> Result<Self> {
        let entries = || bytes.windows(ENTRY.0.len()).filter(|window| *window == ENTRY.0).count();
        if bytes.len() / ENTRY.1 > MOST_PARTS && entries() > MOST_PARTS {
            return Err(Error::new(file, "holds more parts than any letter", "open it in a word processor and save it as PDF"));
        }
        let zip = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| Error::new(file, "is damaged: its list of parts is broken or missing", AGAIN))?;
        let names = zip.file_names_raw().map(|name| normal(&String::from_utf8_lossy(name))).zip(0..).collect();
        Ok(Self { file, zip, names, left: limits.unpacked, limit: limits.unpacked })
    }

    /// Whether this program made the document, as an annex: word processors keep the keyword by which it says so.
    pub fn is_annex(&mut self) -> bool {
        let made = |text: String| text.contains(ANNEX);
        ["docProps/core.xml", "meta.xml"].iter().any(|part| self.part(part).ok().flatten().is_some_and(made))
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains_key(&normal(name))
    }

    /// The text of a part; none when there is no part of this name.
    ///
    /// # Errors
    /// The part is damaged or protected, or the parts read so far unpack to more than the limit.
    pub fn part(&mut self, name: &str) -> Result<Option<String>> {
        let Some(index) = self.names.get(&normal(name)) else {
            return Ok(None);
        };
        let damaged = || Error::new(self.file, format!("is damaged: its part {name} cannot be unpacked"), AGAIN);
        let part = self.zip.by_index(*index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => protected(self.file),
            _ => damaged(),
        })?;
        let mut bytes = Vec::with_capacity(part.size().min(self.left) as usize);
        part.take(self.left.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| damaged())?;
        let Some(left) = self.left.checked_sub(bytes.len() as u64) else {
            let what = format!("unpacks to more than {} MiB", self.limit >> 20);
            return Err(Error::new(self.file, what, "open it in a word processor and save it as PDF"));
        };
        self.left = left;
        let text = String::from_utf8(bytes).unwrap_or_else(|error| to_unicode(error.as_bytes()).into_owned());
        Ok(Some(text))
    }
}

/// The keyword among the properties of an annex that this program made.
pub const ANNEX: &str = "antwoordmeter-annex";

/// The error for a file that only opens with a password.
pub(super) fn protected(file: &Path) -> Error {
    Error::new(file, "is protected with a password", "open it with the password and save a copy without one")
}

/// A name as it is compared: the makers of such files differ in capitals and slashes.
fn normal(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_ascii_lowercase()
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// A zip file of `parts`: names and texts.
    pub fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
            zip.write_all(text.as_bytes()).expect("its text");
        }
        zip.finish().expect("a zip file").into_inner()
    }

    fn part(bytes: &[u8], name: &str, limits: &Limits) -> std::result::Result<Option<String>, String> {
        Archive::open(Path::new("brief.docx"), bytes, limits).and_then(|mut archive| archive.part(name)).map_err(|error| error.what)
    }

    #[test]
    fn parts_are_found_whatever_their_slashes_and_capitals() {
        let bytes = zipped(&[("Word\\Document.xml", "een"), ("b", "twee")]);
        let limits = Limits::default();
        assert_eq!(part(&bytes, "/word/document.xml", &limits), Ok(Some("een".to_owned())));
        assert_eq!(part(&bytes, "word/styles.xml", &limits), Ok(None));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let bytes = zipped(&[("a", &" ".repeat(60_000)), ("b", &" ".repeat(60_000))]);
        let limits = Limits { unpacked: 100_000, ..Limits::default() };
        let mut archive = Archive::open(Path::new("brief.docx"), &bytes, &limits).expect("a zip file");
        assert!(archive.part("a").is_ok());
        assert_eq!(archive.part("b").map_err(|error| error.what), Err("unpacks to more than 0 MiB".to_owned()));
    }

    #[test]
    fn damage_is_told_from_the_start() {
        let bytes = zipped(&[("a", &"vraag en antwoord ".repeat(100))]);
        let cut = &bytes[..bytes.len() - 10];
        assert_eq!(part(cut, "a", &Limits::default()), Err("is damaged: its list of parts is broken or missing".to_owned()));
        let mut bent = bytes.clone();
        bent[40] ^= 0xFF;
        assert_eq!(part(&bent, "a", &Limits::default()), Err("is damaged: its part a cannot be unpacked".to_owned()));
    }
}
