//! How much of one file is read: what is larger is refused, so that one file cannot stop a run.

/// The largest file that is read as a letter, in bytes.
pub const MAX_LETTER_BYTES: u64 = 64 << 20;

/// The most bytes that one letter may unpack to, all parts of a Word or LibreOffice file or all streams of a PDF together.
pub const MAX_UNPACKED_BYTES: u64 = 256 << 20;

/// The most text that one letter may hold, in bytes: a letter of a thousand pages has about 3 MB.
pub const MAX_TEXT_BYTES: usize = 4 << 20;

/// The most pages of a PDF.
pub const MAX_PAGES: usize = 5_000;

/// How deep elements of XML and HTML may be nested.
pub const MAX_DEPTH: usize = 512;

/// How much of one file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file: [`MAX_LETTER_BYTES`].
    pub file: u64,
    /// Bytes that it unpacks to: [`MAX_UNPACKED_BYTES`].
    pub unpacked: u64,
    /// Bytes of its text: [`MAX_TEXT_BYTES`].
    pub text: usize,
    /// Pages: [`MAX_PAGES`].
    pub pages: usize,
    /// Elements within elements: [`MAX_DEPTH`].
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: MAX_LETTER_BYTES, unpacked: MAX_UNPACKED_BYTES, text: MAX_TEXT_BYTES, pages: MAX_PAGES, depth: MAX_DEPTH }
    }
}
