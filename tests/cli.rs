//! The program as a user meets it: what it prints, how it ends, and what it does with bad input.

mod support;

use std::fs;
use std::path::Path;
use std::process::Stdio;

use support::{files, folder, run};

const LETTER: &str = "Datum: 8 april 2025\nOnderwerp: vragen over het zwembad\n\nGeachte raad,\n\n\
    Vraag 1\nHoeveel bezoekers had het zwembad in 2024?\n\nAntwoord 1\nHet waren er 31.204.\n\n\
    Vraag 2\nWat kost een kaartje?\n\nAntwoord 2\nEen kaartje kost € 5,50. Zie ook het tarievenblad.\n\n\
    Vraag 3\nWanneer gaat het bad dicht?\n\nAntwoord 3\nDat staat in het jaarverslag 2024, dat in mei 2025 verschijnt.\n\n\
    Hoogachtend,\nhet college\n";

/// A table of so many pairs, forty to a letter.
fn pairs(count: usize) -> String {
    let row = |n: usize| {
        format!("P{n},brief {},{},Hoeveel zijn het er in wijk {n}?,\"Het zijn er {n}, één meer dan verwacht.\"\n", n / 40, n % 40)
    };
    "id,letter,number,question,answer\n".to_owned() + &(0..count).map(row).collect::<String>()
}

#[test]
fn without_arguments_it_prints_short_help() {
    let (status, out, err) = run(folder(&[]).path(), "");
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("Usage: antwoordmeter") && out.contains("analyse") && out.lines().count() < 24, "{out}");
}

#[test]
fn a_folder_of_letters_becomes_tables_charts_and_a_summary() {
    let folder = folder(&[("corpus/brief.txt", LETTER.as_bytes())]);
    let (status, out, err) = run(folder.path(), "analyse");
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("1 brief, 3 vragen, 3 beantwoord") && out.contains("bestanden in reports"), "{out}");
    assert!(out.lines().count() < 24 && out.lines().all(|line| line.chars().count() <= 100), "it fits a screen: {out}");
    let made: Vec<_> = files(&folder.path().join("reports")).into_keys().map(|name| name.display().to_string()).collect();
    for name in [
        "answers.csv",
        "evidence.csv",
        "documents.csv",
        "documents_all.csv",
        "themes.csv",
        "letters.csv",
        "unparsed.csv",
        "problems.csv",
        "run.json",
        "datapackage.json",
        "texts/brief.txt",
        "charts/classes.svg",
        "charts/classes.png",
    ] {
        assert!(made.iter().any(|made| made == name), "{name} is not among {made:?}");
    }
    let (status, english, _) = run(folder.path(), "analyse corpus --out reports --language en --strict");
    assert!(status == 0 && english.contains("1 letter, 3 questions, 3 answered"), "{english}");
}

#[test]
fn bad_input_is_named_with_a_remedy_and_the_rest_goes_on() {
    let folder = folder(&[
        ("in/goed.txt", LETTER.as_bytes()),
        ("in/leeg.txt", b""),
        ("in/plaatje.txt", &[0, 1, 2, 3, 255, 254, 0, 7].repeat(50)),
        ("in/scan.pdf", b"%PDF-1.7"),
        ("los.csv", b"vraag,tekst\nWat?,Dit.\n"),
        ("map/in het geheel niets.tmp", b"x"),
    ]);
    fs::create_dir(folder.path().join("niets")).expect("a folder");
    let (status, out, err) = run(folder.path(), "analyse in los.csv niets ontbreekt.txt --out uit --strict");
    assert_eq!(status, 1, "with --strict something not understood is told: {err}");
    assert!(out.contains("1 brief, 3 vragen"), "{out}");
    let told: Vec<&str> = err.lines().collect();
    for (name, words) in [
        ("in/leeg.txt", "is empty"),
        ("in/plaatje.txt", "binary"),
        ("in/scan.pdf", "PDF"),
        ("los.csv", "answer"),
        ("niets", "holds no letters"),
        ("ontbreekt.txt", "check the path"),
    ] {
        let lines = told.iter().filter(|line| line.starts_with(&format!("antwoordmeter: {name}:"))).collect::<Vec<_>>();
        assert!(lines.len() == 1 && lines[0].contains(words) && lines[0].contains(';'), "{name}: {words} in {err}");
    }
    let problems = fs::read_to_string(folder.path().join("uit/problems.csv")).expect("problems.csv");
    assert_eq!(problems.lines().count(), 7, "{problems}");
    assert!(!err.contains("panicked") && !err.contains("backtrace"), "{err}");
}

/// `-` was told to be a path that is not there, and so was a pipe.
#[cfg(unix)]
#[test]
fn standard_input_is_not_read_and_the_remedy_says_so() {
    let folder = folder(&[]);
    let told = |arguments: &str| {
        let ended = support::program(folder.path()).args(arguments.split_whitespace()).write_stdin(LETTER).output().expect("an end");
        assert_eq!((ended.status.code(), ended.stdout), (Some(2), Vec::new()), "{arguments}");
        String::from_utf8(ended.stderr).expect("UTF-8")
    };
    for arguments in ["code -", "analyse -", "read -", "explain - 3", "annex -", "measure -"] {
        let err = told(arguments);
        assert!(err.contains("; standard input is not read: save it in a file and name that\n"), "{arguments}: {err}");
    }
    for arguments in ["code /dev/stdin", "read /dev/stdin"] {
        let err = told(arguments);
        assert!(err.starts_with("antwoordmeter: /dev/stdin: is not a regular file; save its contents in a file\n"), "{arguments}: {err}");
    }
}

#[test]
fn when_no_letter_is_read_nothing_is_written() {
    let folder = folder(&[("leeg.txt", b" \n"), ("oud/answers.csv", b"van mij")]);
    for arguments in ["analyse", "analyse ontbreekt --out uit", "analyse leeg.txt --out uit", "analyse leeg.txt --out oud"] {
        let (status, out, err) = run(folder.path(), arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments}: {err}");
        assert!(err.contains("no letter was read"), "{err}");
    }
    let left: Vec<_> = files(folder.path()).into_keys().collect();
    assert_eq!(left, [Path::new("leeg.txt"), Path::new("oud/answers.csv")]);
    assert!(!folder.path().join("uit").exists());
}

#[test]
fn an_output_path_that_cannot_be_a_folder() {
    let folder = folder(&[("brief.txt", LETTER.as_bytes()), ("bestand", b"x")]);
    for (out, words) in [("bestand", "the output path is a file"), ("bestand/uit", "cannot write to this folder")] {
        let (status, _, err) = run(folder.path(), &format!("analyse brief.txt --out {out}"));
        assert!(status == 2 && err.starts_with(&format!("antwoordmeter: {out}: {words}")) && err.lines().count() == 1, "{err}");
    }
    assert_eq!(fs::read(folder.path().join("bestand")).expect("still there"), b"x");
}

/// A link in a ring cannot be opened by anybody, not by the superuser either.
#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_opened_is_named_and_the_rest_goes_on() {
    let folder = folder(&[("in/brief.txt", LETTER.as_bytes())]);
    std::os::unix::fs::symlink("rond.txt", folder.path().join("in/rond.txt")).expect("a link");
    let (status, out, err) = run(folder.path(), "analyse in in/rond.txt --out uit");
    assert!(status == 0 && out.starts_with("1 brief, 3 vragen"), "{out}{err}");
    assert!(err.starts_with("antwoordmeter: in/rond.txt: cannot ") && err.contains("; check the file and try again"), "{err}");
    let (status, _, err) = run(folder.path(), "analyse in --out in/rond.txt");
    assert!(status == 2 && err.contains("antwoordmeter: in/rond.txt: cannot write to this folder: "), "{err}");
}

#[test]
fn mistakes_in_a_codebook_and_in_arguments() {
    let folder = folder(&[("brief.txt", LETTER.as_bytes()), ("boek/regels.toml", b"[[rule]]\nid = \"deferral/x\"\nfacett = 1\n")]);
    for arguments in ["analyse brief.txt --codebook boek", "codebook --codebook boek", "explain brief.txt 1 --codebook boek"] {
        let (status, out, err) = run(folder.path(), arguments);
        assert!(status == 2 && out.is_empty() && err.contains("boek/regels.toml:"), "{arguments}: {err}");
    }
    for arguments in [
        "analyse brief.txt --columns antwoord",
        "analyse brief.txt --date gisteren",
        "analyse brief.txt --language fr",
        "analyse brief.txt --threads 0",
        "explain brief.txt",
        "classify",
    ] {
        let (status, _, err) = run(folder.path(), arguments);
        assert!(status == 2 && !err.is_empty() && !err.contains("panicked"), "{arguments}: {err}");
    }
}

#[test]
fn one_answer_explained() {
    let folder = folder(&[("brief.txt", LETTER.as_bytes()), ("paren.csv", pairs(3).as_bytes())]);
    let (status, out, err) = run(folder.path(), "explain brief.txt 3");
    assert!(
        status == 0 && out.contains("Wanneer gaat het bad dicht?") && out.contains("jaarverslag 2024") && out.contains("class"),
        "{out}{err}"
    );
    let (status, out, _) = run(folder.path(), "explain paren.csv P2");
    assert!(status == 0 && out.contains("Het zijn er 2"), "{out}");
    let (status, out, err) = run(folder.path(), "explain brief.txt 12");
    assert!(status == 2 && out.is_empty() && err.contains("has no question `12`; choose one of 1, 2, 3"), "{err}");
}

#[test]
fn the_codebook_that_is_printed_passes_its_own_check() {
    let folder = folder(&[]);
    let (status, toml, _) = run(folder.path(), "codebook");
    assert_eq!(status, 0);
    fs::create_dir(folder.path().join("boek")).expect("a folder");
    fs::write(folder.path().join("boek/alles.toml"), toml).expect("written");
    let (status, out, err) = run(folder.path(), "codebook --codebook boek");
    assert!(status == 0 && out.contains("do what their"), "{out}{err}");
    assert!(run(folder.path(), "codebook --page").1.starts_with("# "));
}

#[test]
fn a_reader_that_goes_away_is_no_mistake() {
    let folder = folder(&[]);
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("antwoordmeter"));
    let mut child =
        command.arg("codebook").current_dir(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a start");
    drop(child.stdout.take());
    let ended = child.wait_with_output().expect("an end");
    assert_eq!((ended.status.code(), ended.stderr), (Some(0), Vec::new()));
}

#[test]
fn characters_that_the_charts_cannot_show_are_a_problem() {
    let letter = LETTER.replace("het zwembad\n\nGeachte", "het zwembad 🏊\n\nGeachte");
    let folder = folder(&[("corpus/brief.txt", letter.as_bytes())]);
    let (status, _, err) = run(folder.path(), "analyse");
    assert!(status == 0 && err.contains("a box stands for characters that the font of the charts lacks: U+1F3CA"), "{err}");
    let problems = fs::read_to_string(folder.path().join("reports/problems.csv")).expect("a table");
    assert!(problems.contains("charts,,write,") && problems.contains("U+1F3CA"), "{problems}");
    let svg = fs::read_to_string(folder.path().join("reports/charts/classes.svg")).expect("a chart");
    assert!(svg.contains("vragen over het zwembad 🏊"), "the description has it");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let table = pairs(3000);
    let inputs: &[(&str, &[u8])] =
        &[("in/b/brief.txt", LETTER.as_bytes()), ("in/a/brief.txt", LETTER.as_bytes()), ("in/paren.csv", table.as_bytes())];
    let runs: Vec<_> = ["--threads 1", "--threads 4"]
        .iter()
        .map(|threads| {
            let folder = folder(inputs);
            let input = folder.path().join("in").display().to_string();
            let (status, _, err) = run(folder.path(), &format!("analyse {input} {input}/paren.csv --out uit {threads}"));
            assert_eq!(status, 0, "{err}");
            files(&folder.path().join("uit"))
        })
        .collect();
    let differ: Vec<_> = runs[0].iter().filter(|(name, bytes)| runs[1].get(*name) != Some(bytes)).map(|(name, _)| name).collect();
    assert!(differ.is_empty() && runs[0].len() == runs[1].len(), "{differ:?}");
    let ids: Vec<String> = csv::Reader::from_reader(runs[0][Path::new("answers.csv")].as_slice())
        .into_records()
        .map(|row| row.expect("a row")[0].to_owned())
        .collect();
    assert_eq!(ids[..4], ["a/brief#1", "a/brief#2", "a/brief#3", "b/brief#1"]);
    assert_eq!(ids[6..], (0..3000).map(|n| format!("P{n}")).collect::<Vec<_>>());
    assert!(
        runs[0].contains_key(Path::new("texts/a/brief.txt")) && runs[0].contains_key(Path::new("report.html")) && runs[0].len() == 27,
        "{:?}",
        runs[0].keys()
    );
}
