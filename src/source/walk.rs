//! Which files are letters, which are tables, and what they are called.
//!
//! Chosen: `gold.jsonl` and `documents.jsonl` beside letters are passed over while walking. Why: they are codings of those letters.
//! Rejected: a complaint at the first run that anybody makes.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Problem};

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A letter.
    Letter {
        /// Its file.
        path: PathBuf,
        /// Its name in the tables: the file's name without extension, longer where two would be equal.
        id: String,
    },
    /// A table of pairs (`.csv` or `.jsonl`).
    Table(PathBuf),
}

impl Input {
    /// Its file.
    pub fn path(&self) -> &Path {
        let (Self::Letter { path, .. } | Self::Table(path)) = self;
        path
    }
}

/// The letters and tables that `paths` name, in the order of `paths` and by name within a folder, and what was left out.
///
/// A folder is walked through all its folders; hidden files and a README are passed over. A folder that an earlier run wrote is left
/// out, and so is a table of which `is_own` says that a run wrote it ([`Problem::OWN`]). A table is read only when it is named itself.
/// Nothing is read twice, whether it is named twice or reached through a link.
pub fn walk(paths: &[PathBuf], is_own: &dyn Fn(&Path) -> bool) -> (Vec<Input>, Vec<Problem>) {
    let tables = paths.iter().filter(|path| is_table(path)).filter_map(|path| fs::canonicalize(path).ok());
    let (found, problems, seen) = (Vec::new(), Vec::new(), HashSet::new());
    let mut walk = Walk { found, problems, seen, tables: tables.collect(), met: 0, is_own };
    for path in paths {
        walk.named(path);
    }
    let ids = ids(&walk.found);
    let inputs = walk
        .found
        .into_iter()
        .zip(ids)
        .map(|(found, id)| if found.table { Input::Table(found.path) } else { Input::Letter { path: found.path, id } });
    (inputs.collect(), walk.problems)
}

/// A file to read.
struct Found {
    path: PathBuf,
    /// How much of `path` is the folder that was named, in components.
    root: usize,
    table: bool,
}

struct Walk<'w> {
    found: Vec<Found>,
    problems: Vec<Problem>,
    /// Real paths of files and folders that were met.
    seen: HashSet<PathBuf>,
    /// Real paths of the tables that are named themselves.
    tables: HashSet<PathBuf>,
    /// Letters that were met, those read before included.
    met: usize,
    is_own: &'w dyn Fn(&Path) -> bool,
}

impl Walk<'_> {
    /// A path of the command line.
    fn named(&mut self, path: &Path) {
        let real = match fs::canonicalize(path) {
            Ok(real) => real,
            // A pipe, such as /dev/stdin, is there and has no path.
            Err(_) if path.exists() => path.to_path_buf(),
            Err(error) => return self.problems.push(Problem::from_error(&Error::io(path, "find it", &error), "read")),
        };
        let root = path.components().count();
        if real.is_dir() {
            let (before, seen_before) = (self.met, self.seen.contains(&real));
            self.folder(path, &real, root);
            if self.met == before && !seen_before {
                self.problem(path, "holds no letters", "put the letters in it, or name a table of pairs itself");
            }
        } else if !real.is_file() {
            self.problem(path, "is not a regular file", "save its contents in a file");
        } else {
            self.file(path.to_path_buf(), real, root.saturating_sub(1), true);
        }
    }

    fn folder(&mut self, path: &Path, real: &Path, root: usize) {
        if !self.seen.insert(real.to_path_buf()) {
            return;
        }
        let entries = fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.problems.push(Problem::from_error(&Error::io(path, "list it", &error), "read")),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        let coded = entries.iter().any(|entry| entry.file_name() == CODINGS[0]);
        let made = made_by_a_run(&entries);
        if made && path.components().count() > root {
            return self.own(path, "was written by an earlier run", "name the folder itself to read it all the same");
        } else if made {
            self.own(path, "holds what an earlier run wrote, and that is passed over", "with --out it can have a folder of its own");
        }
        for entry in entries {
            let (name, path) = (entry.file_name(), entry.path());
            if is_passed_over(&name)
                || (made && MADE.iter().any(|own| name == *own))
                || (coded && CODINGS.iter().any(|codings| name == *codings))
            {
                continue;
            }
            // Said of the folder.
            if made && is_table(&path) && (self.is_own)(&path) {
                continue;
            }
            let kind = entry.file_type().ok();
            let real = match kind {
                Some(kind) if !kind.is_symlink() => Ok(real.join(&name)),
                _ => fs::canonicalize(&path),
            };
            match real {
                Err(error) => self.problems.push(Problem::from_error(&Error::io(&path, "find it", &error), "read")),
                Ok(real) if real.is_dir() => self.folder(&path, &real, root),
                Ok(real) if real.is_file() => self.file(path, real, root, false),
                Ok(_) => self.problem(&path, "is not a regular file", "save its contents in a file"),
            }
        }
    }

    fn file(&mut self, path: PathBuf, real: PathBuf, root: usize, named: bool) {
        let table = is_table(&path);
        self.met += usize::from(!table);
        if table && !named {
            if (self.is_own)(&path) && !self.tables.contains(&real) {
                self.own(&path, "is a table that this program wrote", "name it itself to read it all the same");
            } else if !self.tables.contains(&real) {
                self.problem(
                    &path,
                    "a table is read only when it is named itself",
                    "name this file on the command line if it holds questions and answers",
                );
            }
        } else if self.seen.insert(real) {
            self.found.push(Found { path, root, table });
        }
    }

    fn own(&mut self, path: &Path, what: &str, remedy: &str) {
        self.problems.push(Problem::from_error(&Error::new(path, what, remedy), Problem::OWN));
    }

    fn problem(&mut self, path: &Path, what: &str, remedy: &str) {
        self.problems.push(Problem::from_error(&Error::new(path, what, remedy), "read"));
    }
}

/// What people coded of the letters of a folder lies beside them: codings of answers, and of documents. Neither is a letter.
const CODINGS: [&str; 2] = ["gold.jsonl", "documents.jsonl"];

/// Whether a file is a table of pairs, by the ending of its name.
fn is_table(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["csv", "jsonl"].iter().any(|table| ending.eq_ignore_ascii_case(table)))
}

/// Hidden files, the lock files of word processors, and the README of a folder.
fn is_passed_over(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') || name.starts_with("~$") || name.split('.').next().is_some_and(|stem| stem.eq_ignore_ascii_case("readme"))
}

/// What a run writes beside its tables: where its output lies among the letters, none of it is a letter.
#[rustfmt::skip]
const MADE: [&str; 9] = [
    "texts", "charts", "report.html", "methods.md", "antwoordmeter.xlsx", "run.json", "datapackage.json", "sources.bib", "disagreements.html",
];

/// Whether a folder holds the files of a run, of whatever command: its copies of the letters must not be counted again.
fn made_by_a_run(entries: &[fs::DirEntry]) -> bool {
    let has = |name: &str| entries.iter().any(|entry| entry.file_name() == name);
    has("run.json") && (has("answers.csv") || has("datapackage.json"))
}

/// A name for each file, unique whatever the case of its letters: the shortest of [`names`] that no other file has.
fn ids(found: &[Found]) -> Vec<String> {
    let names: Vec<_> = found.iter().map(names).collect();
    let mut level = vec![0; names.len()];
    for _ in 1..NAMES {
        let mut count = HashMap::new();
        for (names, level) in names.iter().zip(&level) {
            *count.entry(names[*level].to_lowercase()).or_insert(0) += 1;
        }
        for (names, level) in names.iter().zip(&mut level) {
            if count.get(&names[*level].to_lowercase()).is_some_and(|count| *count > 1) && *level + 1 < NAMES {
                *level += 1;
            }
        }
    }
    let mut taken = HashMap::new();
    let numbered = |(names, level): (&[String; NAMES], &usize)| {
        let name = &names[*level];
        let times = taken.entry(name.to_lowercase()).or_insert(0);
        *times += 1;
        if *times == 1 { name.clone() } else { format!("{name} ({times})") }
    };
    names.iter().zip(&level).map(numbered).collect()
}

const NAMES: usize = 5;

/// From short to long: the file's name, its path in the folder that was named, that with extension, its path as given,
/// that with extension.
fn names(found: &Found) -> [String; NAMES] {
    let bare = found.path.with_extension("");
    let inside = |path: &Path| name(&path.components().skip(found.root).collect::<PathBuf>());
    [name(Path::new(bare.file_name().unwrap_or_default())), inside(&bare), inside(&found.path), name(&bare), name(&found.path)]
}

/// A path as a name: `/` between its parts on every system, and never a way out of a folder.
fn name(path: &Path) -> String {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy().nfc().collect::<String>()),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}
