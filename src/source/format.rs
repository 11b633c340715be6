//! What a file is: told by how it begins, and by the ending of its name where that leaves a choice.

use std::ffi::OsStr;
use std::path::Path;

use super::decode;

/// So many bytes at the beginning of a file are looked at.
pub(super) const HEAD: usize = 8 << 10;

/// A way to read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Plain,
    Markdown,
    Pdf,
    /// `.docx`.
    Word,
    /// `.odt`, and `.fodt`: the same in one XML file.
    OpenDocument,
    Html,
    Xml,
    Mail,
    /// Not read; what it is, and what the user can do.
    Other(&'static str, &'static str),
}

const AS_DOCX: &str = "open it in a word processor and save it as .docx, .odt or PDF";
const ARCHIVE: Format = Format::Other("is an archive", "unpack it and give the folder");
const IMAGE: Format = Format::Other("is an image, which holds no text", "recognise its text (OCR) and give the PDF or .txt of that");
const OLD_WORD: Format = Format::Other("is in the Word format from before 2007 (.doc)", AS_DOCX);
/// Office wraps a file that it protects in the container of its old formats.
const PROTECTED: Format = Format::Other(
    "is protected with a password, or is in the Word format from before 2007 under another name",
    "open it in Word and save a copy as .docx without a password",
);
const OUTLOOK: Format = Format::Other("is an Outlook message (.msg)", "save it as .eml or as PDF");

/// How files begin, and what they are.
const MAGIC: &[(&[u8], Format)] = &[
    (b"{\\rtf", Format::Other("is an RTF file", AS_DOCX)),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", OLD_WORD),
    (b"\x89PNG\r\n\x1A\n", IMAGE),
    (b"\xFF\xD8\xFF", IMAGE),
    (b"GIF8", IMAGE),
    (b"II*\0", IMAGE),
    (b"MM\0*", IMAGE),
    (b"BM", IMAGE),
    (b"\x1F\x8B", ARCHIVE),
    (b"7z\xBC\xAF\x27\x1C", ARCHIVE),
    (b"Rar!", ARCHIVE),
    (b"PAR1", Format::Other("is a Parquet table, which is not read", "save it as CSV (UTF-8) and name that file itself")),
];

/// Endings of text files that are no letters: what the file is, and what the user can do.
const OTHERS: &[(&[&str], &str, &str)] = &[
    (&["json"], "is JSON, which is not read", "save it as a table of pairs (.jsonl, .csv) and name that file itself"),
    (&["csv", "jsonl"], "is a table of pairs", "give it to `analyse`, or to `explain` with the number of an answer"),
    (&["tsv"], "this kind of table is not read", "save it as CSV (UTF-8) and name that file itself"),
    (&["svg"], "is an image, which holds no text", "recognise its text (OCR) and give the PDF or .txt of that"),
];

/// Endings of files that hold a letter when their content is text.
const LETTERS: &[&str] = &["txt", "text", "pdf", "docx", "doc", "odt", "rtf", "html", "htm", "xhtml", "xml", "eml", ""];

impl Format {
    /// What `path` is, from `head`: its first [`HEAD`] bytes.
    pub fn of(path: &Path, head: &[u8]) -> Self {
        let ending = path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase).unwrap_or_default();
        if head[..head.len().min(1024)].windows(5).any(|bytes| bytes == b"%PDF-") {
            return Self::Pdf;
        }
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return packed(&ending, head);
        }
        match MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
            // Two letters can begin a text as well.
            Some((b"BM", _)) if !head.contains(&0) => written(&ending, head),
            Some((_, OLD_WORD)) if ending == "msg" => OUTLOOK,
            Some((_, OLD_WORD)) if ["docx", "docm", "dotx"].contains(&ending.as_str()) => PROTECTED,
            Some((_, OLD_WORD)) if ending == "xls" => Self::Other("is a spreadsheet", "save it as CSV (UTF-8) and name that file itself"),
            Some((_, format)) => *format,
            None if ending == "webp" || ending == "heic" => IMAGE,
            None => written(&ending, head),
        }
    }
}

/// What a zip file is.
fn packed(ending: &str, head: &[u8]) -> Format {
    let holds = |name: &[u8]| head.windows(name.len()).any(|bytes| bytes == name);
    match ending {
        "docx" | "docm" | "dotx" => Format::Word,
        "odt" | "ott" => Format::OpenDocument,
        "xlsx" | "ods" => Format::Other("is a spreadsheet", "save it as CSV (UTF-8) and name that file itself"),
        _ if holds(b"application/vnd.oasis.opendocument.text") => Format::OpenDocument,
        _ if holds(b"word/") || (holds(b"[Content_Types].xml") && !holds(b"xl/") && !holds(b"ppt/")) => Format::Word,
        _ => ARCHIVE,
    }
}

/// What a file of text is.
fn written(ending: &str, head: &[u8]) -> Format {
    let text = decode::to_unicode(head);
    let text = text.trim_start();
    let begins = |tag: &str| text.get(..tag.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(tag));
    if begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body") {
        return Format::Html;
    }
    if begins("<?xml") || begins("<!doctype") {
        if text.contains("<office:document") {
            return Format::OpenDocument;
        }
        let html = text.find("<html").or_else(|| text.find("<HTML")).is_some();
        return if html { Format::Html } else { Format::Xml };
    }
    if let Some((_, what, remedy)) = OTHERS.iter().find(|(endings, ..)| endings.contains(&ending)) {
        return Format::Other(what, remedy);
    }
    match ending {
        "md" | "markdown" => Format::Markdown,
        "html" | "htm" | "xhtml" => Format::Html,
        "xml" => Format::Xml,
        "eml" => Format::Mail,
        _ if is_mail(text) => Format::Mail,
        _ if is_fragment(text) => Format::Xml,
        ending if LETTERS.contains(&ending) => Format::Plain,
        _ => Format::Other(
            "has an ending that no letter has",
            "give it the ending .txt if it is plain text; letters may be .pdf, .docx, .odt, .html, .xml, .eml, .md or .txt",
        ),
    }
}

/// Whether a text begins with the header of a mail as it is sent.
fn is_mail(text: &str) -> bool {
    let header = text.split("\n\n").next().unwrap_or_default().split("\r\n\r\n").next().unwrap_or_default();
    let has = |name: &str| header.lines().any(|line| line.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name)));
    has("From:") && has("Date:") && (has("MIME-Version:") || has("Message-ID:"))
}

/// Whether a text begins with an element of the published questions of parliament.
fn is_fragment(text: &str) -> bool {
    ["<vraag", "<antwoord", "<officiele-publicatie", "<kamervragen", "<kamerwrk"].iter().any(|tag| text.starts_with(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_first_then_the_ending() {
        let table: &[(&str, &[u8], Format)] = &[
            ("brief.txt", b"%PDF-1.7\n", Format::Pdf),
            ("brief.pdf", b"Vraag 1\nHoeveel?", Format::Plain),
            ("brief.doc", b"<html><body>Vraag 1", Format::Html),
            ("brief.doc", b"PK\x03\x04....[Content_Types].xml", Format::Word),
            ("brief.zip", b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", Format::OpenDocument),
            ("brief.zip", b"PK\x03\x04....foto.jpg", ARCHIVE),
            ("brief.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", OLD_WORD),
            ("brief.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", PROTECTED),
            ("brief.fodt", b"<?xml version='1.0'?>\n<office:document xmlns:office='x'>", Format::OpenDocument),
            ("brief.msg", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", OUTLOOK),
            ("vraag.xml", b"<vraag><nr>1</nr></vraag>", Format::Xml),
            ("vraag.txt", b"\xEF\xBB\xBF<vraag><nr>1</nr></vraag>", Format::Xml),
            ("pagina.xml", b"<?xml version='1.0'?>\n<html xmlns='x'>", Format::Html),
            ("brief.md", b"# Brief\n", Format::Markdown),
            ("brief.eml", b"Subject: vragen\n\nBeste", Format::Mail),
            ("brief", b"From: a@b.nl\nDate: 1 mei\nMIME-Version: 1.0\n\nBeste", Format::Mail),
            ("brief", b"From: hier\n\nBeste", Format::Plain),
            ("bmw.txt", b"BMW's op straat", Format::Plain),
        ];
        let wrong: Vec<_> = table
            .iter()
            .map(|(name, head, wanted)| (name, Format::of(Path::new(name), head), wanted))
            .filter(|(_, found, wanted)| found != *wanted)
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
