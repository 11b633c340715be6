//! Folders of files, and the program run in them: what several tests need.

#![allow(dead_code, reason = "each of the tests uses a part of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

/// A folder with these files.
pub fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

/// The bytes of every file below a folder.
pub fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(root).expect("inside").to_path_buf(), fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

/// The program, in a folder.
pub fn program(folder: impl AsRef<Path>) -> Command {
    let mut command = Command::cargo_bin("antwoordmeter").expect("the program");
    command.current_dir(folder).env_remove("RUST_BACKTRACE");
    command
}

/// Runs the program in a folder: exit status, stdout, stderr.
pub fn run(folder: impl AsRef<Path>, arguments: &str) -> (i32, String, String) {
    let Output { status, stdout, stderr } = program(folder).args(arguments.split_whitespace()).output().expect("an end");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (status.code().expect("a status"), text(stdout), text(stderr))
}
