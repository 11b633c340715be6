//! What the README shows is what the program prints.
//!
//! Each block marked `console` begins with `$` and a command, `cargo run` or `grep`, and goes on with what it prints.
//! `RENEW=1 cargo test --test readme` writes the blocks anew.

use std::env;
use std::fs;
use std::path::Path;

use assert_cmd::Command;

const BLOCK: &str = "```console\n$ ";

/// What a command of the README prints.
fn printed(root: &Path, command: &str) -> String {
    if let Some(found) = command.strip_prefix("grep '").and_then(|rest| rest.split_once("' ")) {
        let (words, file) = found;
        let text = fs::read_to_string(root.join(file)).unwrap_or_else(|error| panic!("{command}: {error}"));
        return text.split_inclusive('\n').filter(|line| line.contains(words)).collect();
    }
    let arguments = command.strip_prefix("cargo run --release -- ").unwrap_or_else(|| panic!("neither cargo run nor grep: {command}"));
    // In a folder of its own, so that the output of the example stays out of the repository.
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("corpus")).expect("a folder");
    for entry in fs::read_dir(root.join("corpus")).expect("the corpus").flatten() {
        fs::copy(entry.path(), folder.path().join("corpus").join(entry.file_name())).expect("a copy");
    }
    let mut program = Command::cargo_bin("antwoordmeter").expect("the program");
    let run = program.current_dir(folder.path()).args(arguments.split_whitespace()).output().expect("an end");
    assert!(run.status.success() && run.stderr.is_empty(), "{command}: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).expect("UTF-8")
}

#[test]
fn what_the_readme_shows_is_what_the_program_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("README.md").replace("\r\n", "\n");
    let mut parts = readme.split(BLOCK);
    let mut renewed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (block, after) = part.split_once("```").expect("an end of the block");
        let command = block.lines().next().expect("a command");
        renewed = [&renewed, BLOCK, command, "\n", &printed(root, command), "```", after].concat();
    }
    if env::var_os("RENEW").is_some() {
        fs::write(root.join("README.md"), &renewed).expect("README.md");
    } else {
        let differing: Vec<_> = readme.lines().zip(renewed.lines()).filter(|(shown, printed)| shown != printed).take(6).collect();
        assert!(
            readme == renewed,
            "README.md does not show what the program prints now: {differing:#?}\nWhen that is as intended, renew it with\n    RENEW=1 cargo test --test readme"
        );
    }
}

#[test]
fn the_example_of_a_rule_is_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("README.md");
    let (_, rule) = readme.split_once("```toml\n").expect("a rule");
    let (rule, _) = rule.split_once("```").expect("its end");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let lists = fs::read_to_string(root.join("src/codebook/rules/lists.toml")).expect("the lists");
    fs::write(folder.path().join("lists.toml"), lists).expect("the lists");
    fs::write(folder.path().join("mine.toml"), rule).expect("the rule");
    let mut program = Command::cargo_bin("antwoordmeter").expect("the program");
    let run = program.arg("codebook").arg("--codebook").arg(folder.path()).output().expect("an end");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
#[ignore = "needs python3 and Rscript (r-base-core); run with: cargo test --test readme -- --ignored"]
fn the_three_lines_trace_the_sample() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("README.md");
    for (language, program, option) in [("python", "python3", "-c"), ("r", "Rscript", "-e")] {
        let (_, code) = readme.split_once(&format!("```{language}\n")).expect("lines in this language");
        let (code, _) = code.split_once("```").expect("their end");
        let lines =
            |code: &str| Command::new(program).current_dir(root).env("LC_ALL", "C.UTF-8").arg(option).arg(code).output().expect("a run");
        let run = lines(code);
        assert!(run.status.success(), "{program}: {}", String::from_utf8_lossy(&run.stderr));
        // The same lines on other words must fail, or they would trace nothing.
        let other = lines(&code.replace("wielsterdam_wijkprogramma_2025.txt", "../run.json"));
        assert!(!other.status.success(), "{program} takes other words for the quotations");
    }
}
