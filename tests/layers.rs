//! The house rules that no compiler checks: modules use only modules before them, and files stay small.

use std::fs;
use std::path::{Path, PathBuf};

/// A file that grows beyond this wants to be two.
const MOST_LINES: usize = 320;

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = entries
        .flat_map(|path| match path {
            path if path.is_dir() => rust_files(&path),
            path if path.extension().is_some_and(|ending| ending == "rs") => vec![path],
            _ => Vec::new(),
        })
        .collect();
    files.sort();
    files
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The modules in the order of a file of `src`.
fn modules(file: &str) -> Vec<String> {
    let text = fs::read_to_string(source().join(file)).expect(file);
    text.lines().filter_map(|line| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned())).collect()
}

/// The modules that a text uses: every name after `path`, alone or in braces, but for comments.
fn used(text: &str, path: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut names = Vec::new();
    for after in code.split(path).skip(1) {
        match after.strip_prefix('{').and_then(|list| list.split_once("};")) {
            Some((list, _)) => names.extend(top_level(list).into_iter().map(|part| name(part.trim()))),
            None => names.push(name(after)),
        }
    }
    names
}

/// The parts of a list in braces, without those of lists inside it.
fn top_level(list: &str) -> Vec<&str> {
    let (mut depth, mut from, mut parts) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&list[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[from..]);
    parts
}

#[test]
fn the_reader_of_use_lines_sees_all_forms() {
    let text = "use crate::time::Date;\nuse crate::{text::{Span, Word}, coding};\n// crate::cli\nlet x: crate::error::Error;";
    assert_eq!(used(text, "crate::"), ["time", "text", "coding", "error"]);
}

#[test]
fn a_module_uses_only_modules_listed_before_it() {
    let modules = modules("lib.rs");
    assert_eq!(modules.first().map(String::as_str), Some("error"), "the order of lib.rs is that of the data flow");
    let place = |name: &str| modules.iter().position(|module| module == name);
    let mut wrong = Vec::new();
    for file in rust_files(&source()) {
        let inside = file.strip_prefix(source()).expect("a file of src").with_extension("");
        let own = inside.components().next().map(|part| part.as_os_str().to_string_lossy().into_owned()).unwrap_or_default();
        let Some(own_place) = place(&own) else {
            assert!(["lib", "main"].contains(&own.as_str()), "{own} is not listed in lib.rs");
            continue;
        };
        let text = fs::read_to_string(&file).expect("a source file");
        let later = used(&text, "crate::").into_iter().filter(|name| place(name).is_some_and(|place| place > own_place));
        wrong.extend(later.map(|name| format!("{}: {own} uses {name}, which is listed after it", inside.display())));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Within `report` as well; its tests may use what they like.
#[test]
fn a_part_of_the_report_uses_only_parts_listed_before_it() {
    let parts = modules("report/mod.rs");
    let place = |name: &str| parts.iter().position(|part| part == name);
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for file in rust_files(&source().join("report")) {
        let inside = file.strip_prefix(source().join("report")).expect("a file of the report").with_extension("");
        let names: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        let Some(own) = place(&names[0]) else { continue };
        let text = fs::read_to_string(&file).expect("a source file");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let is_part = names.len() == 1 || names.len() == 2 && names[1] == "mod";
        let beside = if is_part { used(code, "use super::") } else { Vec::new() };
        let used: Vec<_> = used(code, "crate::report::").into_iter().chain(beside).filter_map(|name| place(&name)).collect();
        seen += used.len();
        let later = used.into_iter().filter(|place| *place > own);
        wrong.extend(later.map(|place| format!("{}: {} uses {}, which is listed after it", inside.display(), names[0], parts[place])));
    }
    assert!(wrong.is_empty() && seen > parts.len(), "{wrong:#?}, {seen} uses");
}

#[test]
fn files_stay_small() {
    let lines = |file: &PathBuf| fs::read_to_string(file).map_or(0, |text| text.lines().count());
    let large: Vec<_> = rust_files(&source()).into_iter().filter(|file| lines(file) > MOST_LINES).collect();
    assert!(large.is_empty(), "over {MOST_LINES} lines: {large:#?}");
}

/// Who looks for something reads these lines: `head -qn1 src/documents/*.rs`.
#[test]
fn every_file_opens_with_what_it_is_for() {
    let first =
        |file: &PathBuf| fs::read_to_string(file).map_or_else(|_| String::new(), |text| text.lines().next().unwrap_or_default().to_owned());
    let silent: Vec<_> =
        rust_files(&source()).into_iter().filter(|file| !file.ends_with("src/lib.rs") && !first(file).starts_with("//! ")).collect();
    assert!(silent.is_empty(), "{silent:#?}");
}
