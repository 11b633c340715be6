//! Parts become a zip file, always the same bytes for the same parts.

use std::io::{Cursor, Write};
use std::path::Path;

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::error::{Error, Result};

/// The zip file of a document while it is made.
pub(super) struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Package {
    pub fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// Adds a part that is made smaller.
    ///
    /// # Errors
    /// It is too large for a zip file, as are all those below.
    pub fn text(&mut self, name: &str, text: &str) -> Result<()> {
        self.part(name, text.as_bytes(), CompressionMethod::Deflated)
    }

    /// Adds a part as it is: one that is small already, or that readers look for without unpacking.
    ///
    /// # Errors
    /// As [`Package::text`].
    pub fn stored(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.part(name, bytes, CompressionMethod::Stored)
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// As [`Package::text`].
    pub fn finish(self) -> Result<Vec<u8>> {
        self.0.finish().map(Cursor::into_inner).map_err(|error| refused(&error))
    }

    fn part(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<()> {
        // Neither the time nor the machine changes a byte: the date is the first that a zip file can tell.
        let options =
            SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default()).unix_permissions(0o644);
        self.0.start_file(name, options).map_err(|error| refused(&error))?;
        self.0.write_all(bytes).map_err(|error| refused(&error.into()))
    }
}

fn refused(error: &ZipError) -> Error {
    Error::new(Path::new("annex"), format!("cannot be packed: {error}"), "choose fewer answers")
}
