//! Charts, page and annex of one small letter, character for character: what a change does to them shows as a diff.
//!
//! `RENEW=1 cargo test --test golden` writes them anew. They are made with a small codebook of their own, so that a rule that is added to
//! the embedded one changes nothing here.

use std::collections::BTreeMap;
use std::env;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use zip::ZipArchive;

mod support;

use support::{files, folder, run};

/// Everything that is kept, by its name.
fn made() -> BTreeMap<String, String> {
    let [letter, rules] = GIVEN.map(|name| fs::read(golden().join(name)).expect("a file"));
    let folder = folder(&[("brief.txt", &letter), ("codeboek/rules.toml", &rules)]);
    let done = |arguments: &str| {
        let (status, _, stderr) = run(folder.path(), &format!("{arguments} --codebook codeboek"));
        assert_eq!((status, stderr.as_str()), (0, ""), "{arguments}");
    };
    done("analyse brief.txt --out uit");
    done("annex brief.txt --out bijlage.docx");
    done("annex brief.txt --out bijlage.odt --language en");
    let mut kept: BTreeMap<String, String> = files(&folder.path().join("uit"))
        .into_iter()
        .filter(|(name, _)| name.extension().is_some_and(|ending| ending == "svg" || ending == "html"))
        .map(|(name, bytes)| (name.to_string_lossy().replace('\\', "/"), String::from_utf8(bytes).expect("UTF-8")))
        .collect();
    for (file, part) in [
        ("bijlage.docx", "word/document.xml"),
        ("bijlage.docx", "word/styles.xml"),
        ("bijlage.odt", "content.xml"),
        ("bijlage.odt", "styles.xml"),
    ] {
        let mut archive = ZipArchive::new(File::open(folder.path().join(file)).expect("an annex")).expect("an archive");
        let mut text = String::new();
        archive.by_name(part).expect("a part").read_to_string(&mut text).expect("UTF-8");
        kept.insert(format!("{file}/{part}"), text);
    }
    kept
}

/// What is given, not made.
const GIVEN: [&str; 2] = ["brief.txt", "rules.toml"];

fn golden() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"))
}

#[test]
fn charts_page_and_annex_are_as_they_were() {
    let made = made();
    for name in ["charts/classes.svg", "charts/definitions.svg", "report.html", "bijlage.docx/word/document.xml", "bijlage.odt/content.xml"]
    {
        assert!(made.get(name).is_some_and(|text| text.len() > 2_000), "{name} is missing");
    }
    if env::var_os("RENEW").is_some() {
        for name in files(golden()).into_keys().filter(|name| !GIVEN.iter().any(|given| name == Path::new(given))) {
            fs::remove_file(golden().join(name)).expect("removed");
        }
        for (name, text) in &made {
            let path = golden().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        return;
    }
    let mut kept = files(golden());
    for given in GIVEN {
        kept.remove(Path::new(given));
    }
    let names = |names: Vec<String>| names.join("\n");
    assert_eq!(
        names(made.keys().cloned().collect()),
        names(kept.keys().map(|name| name.to_string_lossy().replace('\\', "/")).collect()),
        "renew with RENEW=1 cargo test --test golden"
    );
    for (name, text) in &made {
        let kept = String::from_utf8(kept.remove(Path::new(name)).expect("a file")).expect("UTF-8");
        // The tables that the page holds would be one line of a hundred thousand characters.
        let differing = kept.lines().zip(text.lines()).find(|(kept, made)| kept != made).map(|(kept, made)| {
            let at = kept.chars().zip(made.chars()).take_while(|(kept, made)| kept == made).count();
            let near = |line: &str| line.chars().skip(at.saturating_sub(40)).take(120).collect::<String>();
            (near(kept), near(made))
        });
        assert!(
            kept == *text,
            "{name} differs (kept, made): {differing:?}\nWhen that is as intended, renew with\n    RENEW=1 cargo test --test golden"
        );
    }
}
