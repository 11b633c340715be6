//! What LibreOffice makes of the documents.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use antwoordmeter::report::Language;
use antwoordmeter::report::annex::{docx, odt};

use crate::made_up::draft;

/// A folder that stays after the tests, to look at the pages.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("annex");
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Runs a program that has to be there and to end well; gives what it prints.
fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).current_dir(folder()).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{program} is missing; install libreoffice-writer and poppler-utils ({error})"));
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Converts a file of the folder; gives the name of the new one.
fn converted(file: &str, ending: &str) -> String {
    let profile = format!("-env:UserInstallation=file://{}", folder().join("profile").display());
    let out = format!("to-{ending}");
    run("soffice", &[&profile, "--headless", "--convert-to", ending, "--outdir", &out, file]);
    let made = format!("{out}/{}", Path::new(file).with_extension(ending).file_name().expect("a name").to_string_lossy());
    assert!(folder().join(&made).is_file(), "LibreOffice did not make {made}");
    made
}

#[test]
#[ignore = "needs soffice and pdftotext (libreoffice-writer, poppler-utils); run with: cargo test --test annex -- --ignored"]
fn libreoffice_opens_both_and_keeps_the_alt_text() {
    let made_up = draft(Language::Dutch);
    for (name, bytes) in [("word.docx", docx(&made_up)), ("libre.odt", odt(&made_up))] {
        fs::write(folder().join(name), bytes.expect("a document")).expect("a file");
        let pdf = converted(name, "pdf");
        let text = run("pdftotext", &["-layout", "-enc", "UTF-8", &pdf, "-"]);
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for expected in [
            "Bijlage: wat de antwoorden doen",
            "Figuur 1. Wat de antwoorden doen, per thema",
            "Tabel 1. Antwoorden per thema",
            "Onder de tabel.",
            "pagina 1 van 3",
        ] {
            assert!(words.contains(expected), "{name} has no `{expected}`: {words}");
        }
        assert_eq!(words.matches("Thema wacht van").count(), 3, "{name}: the header row is on every page of the table");
        let pictures = run("pdfimages", &["-list", &pdf]);
        println!("{name}: {} pictures of dots", pictures.lines().count().saturating_sub(2));
    }
    let odt = fs::read(folder().join(converted("word.docx", "odt"))).expect("a file");
    assert!(part(&odt, "content.xml").contains("wachten er 5 &lt;op&gt;"), "the alt text is lost on the way to LibreOffice");
    let back = fs::read(folder().join(converted("to-odt/word.odt", "docx"))).expect("a file");
    assert!(part(&back, "word/document.xml").contains("wachten er 5 &lt;op&gt;"), "the alt text is lost on the way back");
}

/// A part of a file that others made, which may tell a time.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip file");
    std::io::read_to_string(zip.by_name(name).expect("a part")).expect("UTF-8")
}
