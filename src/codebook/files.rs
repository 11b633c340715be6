//! The files of a codebook: those that come with the program, or those of a folder.

use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

use crate::error::Error;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/codebook/rules");

/// One file of a codebook.
#[derive(Clone, Debug)]
pub(super) struct File {
    /// Where it stands, for messages.
    pub path: PathBuf,
    /// Its name in the folder.
    pub name: String,
    /// Its text, with line ends as `\n` so that a checkout on another system is the same codebook.
    pub text: String,
}

/// The files that come with the program, by name.
pub(super) fn embedded() -> Result<Vec<File>, Vec<Error>> {
    let found = EMBEDDED.files().map(|file| (Path::new("src/codebook/rules").join(file.path()), file.contents().to_vec()));
    sorted(found.filter(|(path, _)| is_toml(path)).map(|(path, bytes)| file(path, bytes)))
}

/// The `.toml` files of a folder, by name.
pub(super) fn folder(dir: &Path) -> Result<Vec<File>, Vec<Error>> {
    let entries = std::fs::read_dir(dir).map_err(|error| vec![Error::io(dir, "read the codebook", &error)])?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()).map_err(|error| Error::io(dir, "list the codebook", &error)));
    let files = sorted(paths.filter(|path| path.as_ref().map_or(true, |path| is_toml(path))).map(|path| {
        let path = path?;
        let bytes = std::fs::read(&path).map_err(|error| Error::io(&path, "read the rules", &error))?;
        file(path, bytes)
    }))?;
    if files.is_empty() {
        return Err(vec![Error::new(dir, "no .toml files here", "name the folder that holds the rules")]);
    }
    Ok(files)
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml")
}

fn file(path: PathBuf, bytes: Vec<u8>) -> Result<File, Error> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = error.as_bytes()[..error.utf8_error().valid_up_to()].split(|byte| *byte == b'\n').count();
        Error::at(&path, line, "not UTF-8", "save the file as UTF-8")
    })?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(File { path, name, text: text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n") })
}

fn sorted(found: impl Iterator<Item = Result<File, Error>>) -> Result<Vec<File>, Vec<Error>> {
    let (mut files, mut errors) = (Vec::new(), Vec::new());
    for file in found {
        match file {
            Ok(file) => files.push(file),
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        errors.sort_by(|a, b| a.file.cmp(&b.file));
        return Err(errors);
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// The version of a codebook: SHA-256 over the name, the length and the text of each file, in order.
pub(super) fn hash(files: &[File]) -> String {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(format!("{}\n{}\n", file.name, file.text.len()));
        hash.update(&file.text);
    }
    hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        for digit in [byte >> 4, byte & 15] {
            hex.extend(char::from_digit(u32::from(digit), 16));
        }
        hex
    })
}
