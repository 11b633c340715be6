//! One file of its own: whole, in the place of what was there, or not at all.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use same_file::Handle;

use super::UNFINISHED;
use crate::error::{Error, Result};

/// A file that grows beside its place, and takes it when it is whole; dropped before that, it changes nothing.
#[derive(Debug)]
pub struct Whole {
    /// Its name as given.
    name: PathBuf,
    /// Where it comes; what a link points at.
    place: PathBuf,
    unfinished: PathBuf,
    file: File,
}

impl Whole {
    /// Begins the file `name`, which must not be one of those that are `read`, nor what is printed into.
    ///
    /// # Errors
    /// It is a folder, a device, was read or is standard output, or the file beside it cannot be made.
    pub fn open(name: &Path, read: &[PathBuf]) -> Result<Self> {
        if name.is_dir() {
            return Err(Error::new(name, "is a folder", "give the name of a file"));
        }
        if name.exists() && !name.is_file() {
            return Err(Error::new(name, "is not a regular file", "give the name of a file"));
        }
        let there = fs::canonicalize(name).ok();
        if there.is_some() && read.iter().any(|read| fs::canonicalize(read).ok() == there) {
            return Err(Error::new(name, "is read itself, and would be lost", "give another name with --out"));
        }
        // It would take the place of what is printed: `--evidence a.csv > a.csv` would lose the answers.
        if is_printed(name) {
            return Err(Error::new(name, "is where standard output goes, and that would be lost", "print to another file"));
        }
        let place = there.unwrap_or_else(|| name.to_path_buf());
        let own = place.file_name().map(|own| own.to_string_lossy().into_owned()).unwrap_or_default();
        let unfinished = place.with_file_name(format!("{UNFINISHED}-{own}"));
        let file = File::create(&unfinished).map_err(|error| Error::io(name, "write", &error))?;
        Ok(Self { name: name.to_path_buf(), place, unfinished, file })
    }

    /// Refuses two files that are one.
    ///
    /// # Errors
    /// They are.
    pub fn is_apart_from(&self, other: &Self) -> Result<()> {
        let same = fs::canonicalize(&self.unfinished).ok() == fs::canonicalize(&other.unfinished).ok();
        if same { Err(Error::new(&self.name, "is to hold two tables", "give each a file of its own")) } else { Ok(()) }
    }

    /// Adds bytes at the end.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn append(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.write_all(bytes).map_err(|error| Error::io(&self.name, "write", &error))
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// It cannot be moved there.
    pub fn finish(self) -> Result<()> {
        fs::rename(&self.unfinished, &self.place).map_err(|error| Error::io(&self.name, "write", &error))
    }
}

impl Drop for Whole {
    fn drop(&mut self) {
        // Fails when it is in its place, as it should.
        drop(fs::remove_file(&self.unfinished));
    }
}

/// Refuses the name of a file that is there and may hold what a person put in it, such as `may hold codes`.
///
/// # Errors
/// There is such a file; `remedy` says what to do.
pub fn spare(name: &Path, holds: &str, remedy: &str) -> Result<()> {
    if name.exists() { Err(Error::new(name, format!("is there already, and {holds}"), remedy)) } else { Ok(()) }
}

/// Writes one file whole or not at all, in the place of what was there; never over one of the files that were `read`.
///
/// # Errors
/// As [`Whole::open`], or it cannot be written.
pub fn replace(name: &Path, bytes: &[u8], read: &[PathBuf]) -> Result<()> {
    let mut file = Whole::open(name, read)?;
    file.append(bytes)?;
    file.finish()
}

/// Refuses to print into one of the files that are `read`: `>> pairs.csv` would have what it reads grow without end.
///
/// # Errors
/// Standard output is one of them.
pub fn spare_printed(read: &[PathBuf]) -> Result<()> {
    let Some(printed) = printed() else { return Ok(()) };
    let same = read.iter().find(|read| is(read, &printed));
    same.map_or(Ok(()), |read| Err(Error::new(read, "is read, and is where the table goes", "send the table to another file")))
}

/// The file that standard output goes to; a terminal or a pipe is no file that a path could name.
fn printed() -> Option<Handle> {
    Handle::stdout().ok().filter(|printed| printed.as_file().metadata().is_ok_and(|about| about.is_file()))
}

/// Whether standard output goes to the file `path`.
pub fn is_printed(path: &Path) -> bool {
    printed().is_some_and(|printed| is(path, &printed))
}

fn is(path: &Path, printed: &Handle) -> bool {
    Handle::from_path(path).is_ok_and(|path| path == *printed)
}
