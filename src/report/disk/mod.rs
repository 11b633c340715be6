//! The one place that writes: a run's files appear in their folder together, each whole, or not at all; so does a file of its own.
//!
//! Chosen: files wait in a folder inside the output folder and are moved together, `run.json` last. Why: a run that stops changes
//! nothing; moving within a folder is a rename. Rejected: writing in place.

mod whole;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Write};
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use super::tables::package::{self, Made};
use crate::error::{Error, Result};

pub use whole::{Whole, is_printed, replace, spare, spare_printed};

/// Where files are written until the run is complete: inside the folder, so that moving them is a rename.
const UNFINISHED: &str = ".antwoordmeter-unfinished";

const BUFFER: usize = 1 << 18;

/// The folder of a run. Nothing in it changes before [`Folder::finish`]; files that the program did not make stay as they are.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    staging: PathBuf,
    /// It was not there before: when nothing is written it goes again.
    new: bool,
    made: BTreeMap<String, Made>,
}

/// A file that grows while the run goes on.
#[derive(Debug)]
pub struct Growing {
    name: String,
    path: PathBuf,
    file: BufWriter<File>,
    hash: Sha256,
    bytes: u64,
}

impl Folder {
    /// Prepares `root` for the files of a run; makes it when it is missing.
    ///
    /// # Errors
    /// `root` is a file, or cannot be made or written.
    pub fn open(root: &Path) -> Result<Self> {
        if root.exists() && !root.is_dir() {
            return Err(Error::new(root, "the output path is a file", "give a folder with --out"));
        }
        let fail = |error: io::Error| Error::io(root, "write to this folder", &error);
        let staging = root.join(UNFINISHED);
        let new = !root.exists();
        fs::create_dir_all(root).map_err(fail)?;
        remove_staging(&staging).map_err(fail)?;
        fs::create_dir(&staging).map_err(fail)?;
        Ok(Self { root: root.to_path_buf(), staging, new, made: BTreeMap::new() })
    }

    /// Begins the file `name` (parts divided by `/`), to be given back to [`Folder::close`].
    ///
    /// # Errors
    /// `name` leads out of the folder, or the file cannot be made.
    pub fn create(&self, name: &str) -> Result<Growing> {
        let relative = Path::new(name);
        if name.is_empty() || !relative.components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(Error::new(relative, "is not a name for a file in the output folder", "rename the letter"));
        }
        let path = self.staging.join(relative);
        let shown = self.root.join(relative);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| File::create(&path));
        let file = made.map_err(|error| Error::io(&shown, "write", &error))?;
        Ok(Growing { name: name.to_owned(), path: shown, file: BufWriter::with_capacity(BUFFER, file), hash: Sha256::new(), bytes: 0 })
    }

    /// Ends a file.
    ///
    /// # Errors
    /// The last bytes cannot be written.
    pub fn close(&mut self, mut growing: Growing) -> Result<()> {
        growing.file.flush().map_err(|error| Error::io(&growing.path, "write", &error))?;
        self.made.insert(growing.name, Made { bytes: growing.bytes, sha256: hex(growing.hash) });
        Ok(())
    }

    /// Writes a whole file.
    ///
    /// # Errors
    /// As [`Folder::create`] and [`Growing::append`].
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let mut growing = self.create(name)?;
        growing.append(bytes)?;
        self.close(growing)
    }

    /// Where files are until the run is complete.
    pub fn unfinished(&self) -> &Path {
        &self.staging
    }

    /// A file that grows, from its begin to where it is.
    ///
    /// # Errors
    /// It cannot be written or read.
    pub fn so_far(&self, growing: &mut Growing) -> Result<File> {
        growing.file.flush().map_err(|error| Error::io(&growing.path, "write", &error))?;
        File::open(self.staging.join(&growing.name)).map_err(|error| Error::io(&growing.path, "read", &error))
    }

    /// The bytes of a file that grows.
    ///
    /// # Errors
    /// As [`Folder::so_far`].
    pub fn read(&self, growing: &mut Growing) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = self.so_far(growing)?.read_to_end(&mut bytes);
        read.map(|_| bytes).map_err(|error| Error::io(&growing.path, "read", &error))
    }

    /// Writes a file whose parts are not written in their order.
    ///
    /// # Errors
    /// As [`Folder::create`], and what `fill` gives.
    pub fn filled(&mut self, name: &str, fill: impl FnOnce(File) -> Result<()>) -> Result<()> {
        let path = self.staging.join(name);
        fill(File::create(&path).map_err(|error| Error::io(&self.root.join(name), "write", &error))?)?;
        self.made.insert(name.to_owned(), digest(&path)?);
        Ok(())
    }

    /// The files written so far, by name.
    pub const fn made(&self) -> &BTreeMap<String, Made> {
        &self.made
    }

    /// Moves all files to their place and `run.json`, with these bytes, last. Files of an earlier run that were not
    /// made again are removed, when they are still as that run wrote them.
    ///
    /// # Errors
    /// A file cannot be moved or removed.
    pub fn finish(mut self, run: &[u8]) -> Result<()> {
        let before = fs::read(self.root.join(package::RUN)).map(|bytes| package::outputs(&bytes)).unwrap_or_default();
        for (name, sha256) in before.iter().filter(|(name, _)| !self.made.contains_key(*name)) {
            self.remove_unchanged(name, sha256)?;
        }
        for name in self.made.keys() {
            self.place(name)?;
        }
        self.write(package::RUN, run)?;
        self.place(package::RUN)
    }

    /// Moves a file to its place.
    fn place(&self, name: &str) -> Result<()> {
        let to = self.root.join(name);
        let moved = to.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::rename(self.staging.join(name), &to));
        moved.map_err(|error| Error::io(&to, "write", &error))
    }

    fn remove_unchanged(&self, name: &str, sha256: &str) -> Result<()> {
        let relative = Path::new(name);
        let path = self.root.join(relative);
        let inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
        if !inside || digest(&path).is_ok_and(|made| made.sha256 != sha256) || !path.is_file() {
            return Ok(());
        }
        fs::remove_file(&path).map_err(|error| Error::io(&path, "remove", &error))?;
        // A folder that still holds something cannot be removed, and should not be.
        relative
            .ancestors()
            .skip(1)
            .filter(|parent| !parent.as_os_str().is_empty())
            .for_each(|parent| drop(fs::remove_dir(self.root.join(parent))));
        Ok(())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(remove_staging(&self.staging));
        if self.new {
            // Fails when the folder holds the files of the run, as it should.
            drop(fs::remove_dir(&self.root));
        }
    }
}

impl Growing {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Bytes so far.
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Adds bytes at the end.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn append(&mut self, bytes: &[u8]) -> Result<()> {
        self.hash.update(bytes);
        self.bytes += bytes.len() as u64;
        self.file.write_all(bytes).map_err(|error| Error::io(&self.path, "write", &error))
    }
}

/// Length and sha256 of a file.
///
/// # Errors
/// It cannot be read.
pub fn digest(path: &Path) -> Result<Made> {
    let fail = |error: io::Error| Error::io(path, "read", &error);
    let mut file = File::open(path).map_err(fail)?;
    let mut hash = Sha256::new();
    let bytes = io::copy(&mut file, &mut Hashing(&mut hash)).map_err(fail)?;
    Ok(Made { bytes, sha256: hex(hash) })
}

/// A hash as a place to copy a file to.
struct Hashing<'h>(&'h mut Sha256);

impl Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().fold(String::with_capacity(64), |hex, byte| hex + &format!("{byte:02x}"))
}

fn remove_staging(staging: &Path) -> io::Result<()> {
    match fs::remove_dir_all(staging) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
