//! The formats of an annex, told by the name of its file.

use std::path::Path;

use super::{Draft, docx, odt};
use crate::error::{Error, Result};

/// A format for a word processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Word.
    Docx,
    /// LibreOffice.
    Odt,
}

impl Format {
    /// The format of a file by its extension.
    ///
    /// # Errors
    /// It has another extension, or none.
    ///
    /// # Example: capitals do not matter
    /// ```
    /// use antwoordmeter::report::annex::Format;
    /// use std::path::Path;
    /// assert_eq!(Format::of(Path::new("Bijlage.DOCX")), Ok(Format::Docx));
    /// assert!(Format::of(Path::new("bijlage.pdf")).is_err());
    /// ```
    pub fn of(file: &Path) -> Result<Self> {
        let extension = file.extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default();
        match extension.as_str() {
            "docx" => Ok(Self::Docx),
            "odt" => Ok(Self::Odt),
            "pdf" => {
                Err(Error::new(file, "an annex is not written as PDF", "write .docx or .odt, and save that as PDF in a word processor"))
            }
            _ => Err(Error::new(file, "an annex ends in .docx (Word) or .odt (LibreOffice)", "for instance --out bijlage.docx")),
        }
    }

    /// The bytes of a draft in this format.
    ///
    /// # Errors
    /// The draft is too large for a file.
    pub fn write(self, draft: &Draft) -> Result<Vec<u8>> {
        match self {
            Self::Docx => docx(draft),
            Self::Odt => odt(draft),
        }
    }
}
