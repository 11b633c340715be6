//! `code`: the table of answers alone, as a shell or a statistics program takes it.

mod support;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use support::{files, folder, run};
use tempfile::TempDir;

const LETTER: &str = "Datum: 8 april 2025\nOnderwerp: vragen over de haven\n\nGeachte raad,\n\n\
    Vraag 1\nHoeveel ligplaatsen heeft de haven?\n\nAntwoord 1\n= 212, waarvan 40 voor gasten.\n\n\
    Vraag 2\nWanneer is de kade hersteld?\n\nAntwoord 2\nDat staat in de havenrapportage 2025, die in juni 2025 verschijnt.\n\n\
    Vraag 3\nEn de brug?\n\nAntwoord 3\nZie het antwoord op vraag 2.\n\nHoogachtend,\nhet college\n";

const CORRECTIONS: &str = "id,column,value,who,why\nhaven#2,class,substantive,griffie,de datum is het antwoord\n";

/// A table of so many pairs, forty to a letter.
fn pairs(count: usize) -> String {
    let row = |n: usize| {
        let (letter, number) = (n / 40, n % 40);
        format!("P{n},brief {letter},{number},Hoeveel zijn het er in wijk {n}?,\"Het zijn er {n}, één meer dan verwacht.\"\n")
    };
    "id,letter,number,question,answer\n".to_owned() + &(0..count).map(row).collect::<String>()
}

/// A folder with the letters of the corpus, one more, a table of pairs and corrections.
fn given() -> TempDir {
    let folder = folder(&[("haven.txt", LETTER.as_bytes()), ("paren.csv", pairs(1200).as_bytes()), ("mensen.csv", CORRECTIONS.as_bytes())]);
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    fs::create_dir(folder.path().join("corpus")).expect("a folder");
    for (name, bytes) in files(&corpus) {
        fs::write(folder.path().join("corpus").join(name), bytes).expect("a file");
    }
    folder
}

/// The program, to be started with these arguments.
fn started(folder: &Path, arguments: &str) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("antwoordmeter"));
    command.current_dir(folder).args(arguments.split_whitespace()).stdin(Stdio::null()).env_remove("RUST_BACKTRACE");
    command
}

#[test]
fn it_is_the_table_of_a_whole_run_whatever_the_threads_and_nothing_else_is_made() {
    let folder = given();
    let before = files(folder.path());
    for options in ["", "--raw", "--excel --corrections mensen.csv", "--date 2024-03-01 --columns answer=question,question=answer"] {
        let inputs = format!("corpus haven.txt paren.csv {options}");
        let (status, printed, err) = run(folder.path(), &format!("code {inputs} --threads 1"));
        assert_eq!((status, err.contains("1 letter"), err.contains("46 brieven, ")), (0, false, true), "{options}: {err}");
        assert_eq!(files(folder.path()), before, "{options}: nothing is written");
        let (status, nothing, err) = run(folder.path(), &format!("code {inputs} --threads 4 --out codes.csv"));
        assert_eq!((status, nothing.as_str()), (0, ""), "{err}");
        assert!(err.ends_with("tabel in codes.csv\n"), "{err}");
        let mut after = files(folder.path());
        let written = after.remove(Path::new("codes.csv")).expect("the table");
        assert_eq!(after, before, "{options}: one file is written");
        fs::remove_file(folder.path().join("codes.csv")).expect("removed");

        let (status, ..) = run(folder.path(), &format!("analyse {inputs} --out heel"));
        let whole = fs::read(folder.path().join("heel/answers.csv")).expect("answers.csv");
        fs::remove_dir_all(folder.path().join("heel")).expect("removed");
        assert_eq!(status, 0);
        assert!(printed.lines().count() > 1500 && printed.contains("haven#2"), "{options}");
        assert!(printed.as_bytes() == whole && written == whole, "{options}: the table differs from that of `analyse`");
    }
}

#[test]
fn the_table_serves_all_that_takes_codings() {
    let folder = given();
    let done = |arguments: &str| {
        let (status, _, err) = run(folder.path(), arguments);
        assert_eq!(status, 0, "{arguments}: {err}");
    };
    let made = |name: &str| {
        let made: BTreeMap<PathBuf, Vec<u8>> = files(&folder.path().join(name))
            .into_iter()
            .filter(|(name, _)| name.extension().is_some_and(|ending| ending == "csv"))
            .collect();
        assert!(made.values().any(|bytes| bytes.len() > 500), "{:?}", made.keys());
        made
    };
    done("code corpus haven.txt --out codes.csv --quiet");
    done("analyse corpus haven.txt --out heel");
    fs::create_dir(folder.path().join("los")).expect("a folder");
    fs::rename(folder.path().join("heel/answers.csv"), folder.path().join("los/answers.csv")).expect("alone");
    for (command, rest) in [("measure", ""), ("compare", "corpus/gold.jsonl"), ("evaluate", "corpus/gold.jsonl")] {
        done(&format!("{command} codes.csv {rest} --out een"));
        done(&format!("{command} los/answers.csv {rest} --out twee"));
        let (one, other) = (made("een"), made("twee"));
        assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{command}");
        let text =
            |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("los/answers.csv", "codes.csv").replace("answers.csv", "codes.csv");
        let differing: Vec<_> = one.iter().filter(|(name, bytes)| text(bytes) != text(&other[*name])).map(|(name, _)| name).collect();
        assert!(differing.is_empty(), "{command}: {differing:?}");
        for made in ["een", "twee"] {
            fs::remove_dir_all(folder.path().join(made)).expect("removed");
        }
    }
    done("sample codes.csv --n 12 --out blad.csv");
    assert!(fs::read_to_string(folder.path().join("blad.csv")).expect("a sheet").lines().count() > 12);
}

#[test]
fn problems_go_to_standard_error_one_line_each() {
    let mut inputs: Vec<(String, &[u8])> = (0..14).map(|n| (format!("in/leeg{n}.txt"), &b""[..])).collect();
    let gap = LETTER.replace("Vraag 3", "Vraag 5").replace("Antwoord 3", "Antwoord 5").replace("212", "213");
    inputs.extend([("in/haven.txt".to_owned(), LETTER.as_bytes()), ("in/kopie.txt".to_owned(), LETTER.as_bytes())]);
    inputs.extend([
        ("in/gat.txt".to_owned(), gap.as_bytes()),
        ("mensen.csv".to_owned(), &b"id,column,value,who,why\nx#1,class,deferral,a,b\n"[..]),
    ]);
    let inputs: Vec<(&str, &[u8])> = inputs.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let folder = folder(&inputs);
    let (status, out, err) = run(folder.path(), "code in weg.txt --corrections mensen.csv --quiet --strict");
    assert_eq!(status, 1, "something was left out: {err}");
    let told: Vec<&str> = err.lines().collect();
    for (file, words, times) in [
        ("in/leeg", "is empty", 14),
        ("weg.txt", "check the path", 1),
        ("in/kopie.txt", "holds the same questions and answers as haven", 1),
        ("in/gat.txt", "question 3 is missing", 1),
        ("mensen.csv", "no answer fits the correction of `x#1`", 1),
    ] {
        let lines = told.iter().filter(|line| line.starts_with(&format!("antwoordmeter: {file}")) && line.contains(words));
        assert_eq!(lines.count(), times, "{file}: {words} in {err}");
    }
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(out.as_bytes()).into_records().map(|row| row.expect("a row")).collect();
    assert!(rows.len() == 9 && rows.iter().all(|row| row.len() == 23), "{out}");

    let rows = "{\"vraag\": \"Hoeveel zijn het er?\"}\n".repeat(30);
    fs::write(folder.path().join("rijen.jsonl"), rows + "{\"vraag\": \"Waar?\", \"antwoord\": \"In de haven.\"}\n").expect("a table");
    let (status, _, err) = run(folder.path(), "code rijen.jsonl in/leeg0.txt");
    let told: Vec<&str> = err.lines().collect();
    assert!(status == 0 && told[..10].iter().all(|line| line.contains("rijen.jsonl: line ")), "{err}");
    assert_eq!(told[10], "antwoordmeter: rijen.jsonl: and 20 more: `analyse` lists them in problems.csv");
    assert!(told[11].starts_with("antwoordmeter: in/leeg0.txt: ") && err.contains("31 problemen, zie boven"), "{err}");

    let (whole, ..) = run(folder.path(), "analyse in/haven.txt --strict --out heel");
    let (alone, _, err) = run(folder.path(), "code in/haven.txt --strict --language en");
    assert_eq!((whole, alone), (0, 0), "{err}");
    for words in ["1 letter, 3 questions, 3 answered\n", "deferred", "waits for a document", "everything was read and understood\n"] {
        assert!(err.contains(words), "{words} is not in {err}");
    }
    let (status, _, err) = run(folder.path(), "code in/haven.txt --quiet");
    assert_eq!((status, err.as_str()), (0, ""));
}

#[test]
fn the_words_that_prove_the_codes_go_to_a_file_of_their_own() {
    let folder = given();
    let read = |name: &str| fs::read(folder.path().join(name)).expect(name);
    let (status, printed, err) = run(folder.path(), "code corpus haven.txt --evidence bewijs.csv --quiet --threads 4");
    assert_eq!((status, err.contains("bewijs")), (0, false), "{err}");
    let (status, ..) = run(folder.path(), "analyse corpus haven.txt --out heel");
    assert_eq!(status, 0);
    assert!(read("bewijs.csv").len() > 10_000 && read("bewijs.csv") == read("heel/evidence.csv"), "not that of `analyse`");
    assert!(printed.as_bytes() == read("heel/answers.csv"), "the answers differ");

    let before = files(folder.path());
    for (arguments, words) in [
        ("--out a.csv --evidence ./a.csv", "is to hold two tables"),
        ("--out a.csv --evidence haven.txt", "is read itself, and would be lost"),
        ("--evidence corpus", "is a folder"),
    ] {
        let (status, printed, err) = run(folder.path(), &format!("code corpus haven.txt {arguments}"));
        assert!(status == 2 && printed.is_empty() && err.lines().count() == 1 && err.contains(words), "{arguments}: {err}");
        assert_eq!(files(folder.path()), before, "{arguments}");
    }
}

#[test]
fn when_no_letter_is_read_nothing_is_written() {
    let folder = folder(&[("leeg.txt", b" "), ("oud.csv", b"van mij")]);
    for arguments in ["code leeg.txt", "code weg", "code leeg.txt --out oud.csv", "code leeg.txt --out nieuw.csv --quiet"] {
        let (status, out, err) = run(folder.path(), arguments);
        assert_eq!((status, out.as_str(), err.lines().count()), (2, "", 2), "{arguments}: {err}");
        assert!(err.ends_with("antwoordmeter: no letter was read, and nothing was written\n"), "{err}");
    }
    let left = files(folder.path());
    assert!(left.len() == 2 && left[Path::new("oud.csv")] == b"van mij", "{:?}", left.keys());
    let (status, out, err) = run(folder.path(), "code");
    assert!(status == 2 && out.is_empty() && err.contains("Usage: antwoordmeter code <PATH>"), "{err}");
}

#[test]
fn a_place_where_no_table_can_go() {
    let letters = format!("{LETTER}\nNaschrift\n");
    let folder = folder(&[
        ("in/haven.txt", LETTER.as_bytes()),
        ("in/map/naschrift.txt", letters.as_bytes()),
        ("paren.csv", pairs(3).as_bytes()),
        ("mensen.csv", CORRECTIONS.as_bytes()),
        ("oud.csv", b"van een vorige keer"),
    ]);
    let before = files(folder.path());
    let table = [
        ("in", "is a folder"),
        ("in/map/../haven.txt", "is read itself, and would be lost"),
        ("in/map/naschrift.txt", "is read itself, and would be lost"),
        ("paren.csv", "is read itself, and would be lost"),
        ("mensen.csv", "is read itself, and would be lost"),
        ("weg/codes.csv", "check the path"),
        ("oud.csv/codes.csv", "cannot write"),
    ];
    for (out, words) in table {
        let (status, printed, err) = run(folder.path(), &format!("code in paren.csv --corrections mensen.csv --out {out}"));
        assert!((status, printed.as_str(), err.lines().count()) == (2, "", 1), "{out}: {status} {err}");
        assert!(err.starts_with(&format!("antwoordmeter: {out}: ")) && err.contains(words), "{out}: {err}");
        assert_eq!(files(folder.path()), before, "{out}");
    }
    let (status, ..) = run(folder.path(), "code in --out oud.csv --quiet");
    let mut after = files(folder.path());
    let written = after.insert(PathBuf::from("oud.csv"), b"van een vorige keer".to_vec()).expect("the table");
    assert!(status == 0 && written.starts_with(b"id,letter,") && after == before, "it takes the place of what was there");
}

#[test]
fn what_it_reads_it_does_not_print_into() {
    let folder = folder(&[("paren.csv", pairs(3).as_bytes())]);
    let behind = File::options().append(true).open(folder.path().join("paren.csv")).expect("a file");
    let ended = started(folder.path(), "code paren.csv").stdout(behind).output().expect("an end");
    let err = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.code() == Some(2) && err.starts_with("antwoordmeter: paren.csv: is read, and is where the table goes; "), "{err}");
    assert_eq!(fs::read_to_string(folder.path().join("paren.csv")).expect("a table"), pairs(3));
    let beside = File::create(folder.path().join("codes.csv")).expect("a file");
    let ended = started(folder.path(), "code paren.csv --quiet").stdout(beside).output().expect("an end");
    assert_eq!((ended.status.code(), ended.stderr), (Some(0), Vec::new()));
    assert_eq!(fs::read_to_string(folder.path().join("codes.csv")).expect("a table").lines().count(), 4);
}

#[test]
fn what_it_prints_into_takes_no_other_table() {
    let folder = folder(&[("paren.csv", pairs(3).as_bytes())]);
    for (arguments, lines) in [("--evidence codes.csv", 1), ("--out codes.csv", 1), ("--evidence bewijs.csv --quiet", 0)] {
        let printed = File::create(folder.path().join("codes.csv")).expect("a file");
        let ended = started(folder.path(), &format!("code paren.csv {arguments}")).stdout(printed).output().expect("an end");
        let err = String::from_utf8_lossy(&ended.stderr);
        assert_eq!((ended.status.code(), err.lines().count()), (Some(if lines == 0 { 0 } else { 2 }), lines), "{arguments}: {err}");
        assert_eq!(
            err.contains("codes.csv: is where standard output goes, and that would be lost; print to another file"),
            lines > 0,
            "{err}"
        );
    }
    assert_eq!(fs::read_to_string(folder.path().join("codes.csv")).expect("a table").lines().count(), 4, "the table is whole");
}

#[test]
fn a_reader_that_has_enough_is_no_mistake() {
    let folder = folder(&[("paren.csv", pairs(20_000).as_bytes())]);
    let mut child = started(folder.path(), "code paren.csv").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a start");
    let mut lines = BufReader::new(child.stdout.take().expect("its rows")).lines();
    let first: Vec<String> = lines.by_ref().take(2).map(|line| line.expect("a line")).collect();
    assert!(first[0].starts_with("id,letter,number") && first[1].starts_with("P0,brief 0,0,"), "{first:?}");
    drop(lines);
    let mut told = String::new();
    child.stderr.take().expect("what it tells").read_to_string(&mut told).expect("UTF-8");
    assert_eq!((child.wait().expect("an end").code(), told.as_str()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_is_an_error_of_one_line() {
    let folder = folder(&[("haven.txt", LETTER.as_bytes())]);
    let full = File::options().write(true).open("/dev/full").expect("a device");
    let ended = started(folder.path(), "code haven.txt").stdout(full).output().expect("an end");
    let err = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.code() == Some(2) && err.lines().count() == 1 && err.ends_with("; make room on the disk\n"), "{err}");
    let (status, _, err) = run(folder.path(), "code haven.txt --out /dev/full");
    assert_eq!((status, err.as_str()), (2, "antwoordmeter: /dev/full: is not a regular file; give the name of a file\n"));
    std::os::unix::fs::symlink("/dev/full", folder.path().join("vol.csv")).expect("a link");
    let (status, ..) = run(folder.path(), "code haven.txt --out vol.csv");
    assert!(status == 2 && fs::symlink_metadata(folder.path().join("vol.csv")).is_ok_and(|about| about.is_symlink()));
}
