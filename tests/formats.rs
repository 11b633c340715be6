//! Letters of `corpus/` in other formats (`tests/formats/`): the same questions, themes, answers and codings.

mod agreement;
mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use antwoordmeter::source::{self, Limits};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a format, in order; `.pdf` includes those that a browser printed.
fn in_formats(wanted: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let folder = root().join("tests/formats");
    let files = support::files(&folder).into_keys().filter(|path| path.components().count() == 1);
    let named = files.filter(|path| path.extension().and_then(|ending| ending.to_str()).is_some_and(&wanted));
    named.filter(|path| path != Path::new("README.md")).map(|path| folder.join(path)).collect()
}

/// The name of the letter in `corpus/`: all before the first full stop.
fn name(path: &Path) -> &str {
    let file = path.file_name().and_then(|name| name.to_str()).expect("a name");
    file.split('.').next().expect("a beginning")
}

/// The columns of `letters.csv` that no format changes, capitals aside.
const ABOUT: [&str; 8] = ["kind", "date", "asked", "sender", "addressee", "subject", "reference", "unparsed_share"];

/// The columns of `answers.csv` with words of the letter.
const WORDS: [&str; 3] = ["theme", "question", "answer"];

/// The columns of `answers.csv` with the coding.
const CODING: [&str; 9] = ["class", "deferral", "document", "due", "external", "internal", "via", "no_information", "refusal"];

/// A row of a table: cells by column.
type Row = BTreeMap<String, String>;

/// The rows of `answers.csv` and the row of `letters.csv` that the program makes of a file.
fn read(path: &Path) -> (Vec<Row>, Row) {
    let folder = agreement::analysed(vec![path.to_path_buf()]);
    let letter = agreement::rows(folder.path(), "letters.csv").pop().expect("a letter");
    (agreement::rows(folder.path(), "answers.csv"), letter)
}

/// A text without blanks: a format sets other line ends than a text file.
fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

/// A cell without the name of the letter, with which every id begins.
fn bare(cell: &str, path: &Path) -> String {
    let id = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
    cell.replace(&format!("{id}#"), "#")
}

/// What two cells differ in: the words around the first sign that is not the same.
fn unlike(wanted: &str, found: &str) -> String {
    let same = wanted.chars().zip(found.chars()).take_while(|(wanted, found)| wanted == found).count();
    let from = same.saturating_sub(20);
    let shown = |text: &str| {
        let part: String = text.chars().skip(from).take(70).collect();
        format!("{}{part}{}", if from > 0 { "…" } else { "" }, if text.chars().count() > from + 70 { "…" } else { "" })
    };
    format!("»{}« where the text has »{}«", shown(found), shown(wanted))
}

/// All in which a file differs from the letter of its name, a line each.
fn differences(path: &Path, original: &Path) -> String {
    let ((wanted, about), (found, letter)) = (read(original), read(path));
    let mut out = String::new();
    let mut unequal = |what: &str, wanted: &str, found: &str| {
        if wanted != found {
            let _ = writeln!(out, "  {what}: {}", unlike(wanted, found));
        }
    };
    for column in ABOUT {
        unequal(column, &about[column].to_lowercase(), &letter[column].to_lowercase());
    }
    let numbers = |answers: &[Row]| answers.iter().map(|answer| answer["number"].as_str()).collect::<Vec<_>>().join(" ");
    unequal("numbers", &numbers(&wanted), &numbers(&found));
    for (place, wanted) in wanted.iter().enumerate() {
        let number = &wanted["number"];
        // By place where the numbers are the same, else the first of that number: the difference in numbers is told above.
        let there = found.get(place).filter(|found| found["number"] == *number);
        let Some(found) = there.or_else(|| found.iter().find(|found| found["number"] == *number)) else { continue };
        for column in WORDS {
            unequal(&format!("{number} {column}"), &solid(&wanted[column]), &solid(&found[column]));
        }
        for column in CODING {
            unequal(&format!("{number} {column}"), &bare(&wanted[column], original), &bare(&found[column], path));
        }
    }
    out
}

/// Fails with all in which the files of a format differ from the letters in `corpus/`.
fn same_as_the_text(ending: &str) {
    let files = in_formats(|found| found == ending);
    assert!(!files.is_empty(), "no .{ending} in tests/formats");
    let compared = |path: &PathBuf| {
        let original = root().join("corpus").join(format!("{}.txt", name(path)));
        let differing = differences(path, &original);
        let file = path.strip_prefix(root()).expect("inside").display();
        (!differing.is_empty()).then(|| format!("\n{file}, {} differences:\n{differing}", differing.lines().count()))
    };
    let found: Vec<String> = thread::scope(|scope| {
        let threads: Vec<_> = files.iter().map(|path| scope.spawn(move || compared(path))).collect();
        threads.into_iter().filter_map(|thread| thread.join().expect("an end")).collect()
    });
    assert!(
        found.is_empty(),
        "read otherwise than the text in corpus/ (see what was read with `antwoordmeter read FILE`){}",
        found.concat()
    );
}

#[test]
fn word() {
    same_as_the_text("docx");
}

#[test]
fn libreoffice() {
    same_as_the_text("odt");
}

#[test]
fn pdf() {
    same_as_the_text("pdf");
}

#[test]
fn web_page() {
    same_as_the_text("html");
}

#[test]
fn markdown() {
    same_as_the_text("md");
}

#[test]
fn publication_of_parliament() {
    same_as_the_text("xml");
}

#[test]
fn mail() {
    same_as_the_text("eml");
}

/// The words of a text, those that a line end parts made whole.
fn words(text: &str) -> Vec<String> {
    let mut whole = String::new();
    for line in text.split(['\n', '\u{C}']).map(str::trim).filter(|line| !line.is_empty()) {
        match whole.strip_suffix('-').map(str::trim_end) {
            Some(before) if before.ends_with(char::is_alphabetic) && line.starts_with(char::is_lowercase) => {
                whole.truncate(before.len());
            }
            _ => whole.push(' '),
        }
        whole += line;
    }
    whole.split_whitespace().map(str::to_owned).collect()
}

/// How many words have to be put in, left out or replaced to make one text of the other. A stretch that stands elsewhere counts as
/// one word: poppler gives the head and foot of a page, and a cell that a page parts, when they were drawn.
fn distance(one: &[String], other: &[String]) -> usize {
    let gaps = gaps(one, other);
    let (mut lost, mut added): (Vec<Gap>, Vec<Gap>) = gaps.iter().map(|(lost, added)| (vec![*lost], vec![*added])).unzip();
    let moved = moved(&mut lost, &mut added) + moved(&mut added, &mut lost);
    let words = |stretches: &Gap| stretches.iter().map(|words| words.len()).sum::<usize>();
    moved + lost.iter().zip(&added).map(|(lost, added)| words(lost).max(words(added))).sum::<usize>()
}

/// Stretches of words where two texts differ.
type Gap<'w> = Vec<&'w [String]>;

/// Takes each of the `short` stretches that is found in one of the `long` out of both; how many those are.
fn moved<'w>(short: &mut [Gap<'w>], long: &mut [Gap<'w>]) -> usize {
    let mut count = 0;
    for stretch in short.iter_mut().flatten().filter(|words| !words.is_empty()) {
        let within = |words: &[String]| words.windows(stretch.len()).position(|window| window == *stretch);
        let place = long
            .iter()
            .enumerate()
            .find_map(|(gap, there)| there.iter().enumerate().find_map(|(nth, words)| Some((gap, nth, within(words)?))));
        let Some((gap, nth, at)) = place else { continue };
        let words = long[gap].remove(nth);
        long[gap].extend([&words[..at], &words[at + stretch.len()..]]);
        *stretch = &[];
        count += 1;
    }
    count
}

/// The stretches between the words that two texts have in common, in order.
fn gaps<'w>(one: &'w [String], other: &'w [String]) -> Vec<(&'w [String], &'w [String])> {
    // How many words the rests from here on have in common.
    let mut common = vec![vec![0_u16; other.len() + 1]; one.len() + 1];
    for (at, word) in one.iter().enumerate().rev() {
        for (place, against) in other.iter().enumerate().rev() {
            common[at][place] =
                if word == against { common[at + 1][place + 1] + 1 } else { common[at + 1][place].max(common[at][place + 1]) };
        }
    }
    let (mut at, mut place, mut from) = (0, 0, (0, 0));
    let mut gaps = Vec::new();
    while at < one.len() && place < other.len() {
        if one[at] == other[place] {
            gaps.push((&one[from.0..at], &other[from.1..place]));
            (at, place) = (at + 1, place + 1);
            from = (at, place);
        } else if common[at + 1][place] >= common[at][place + 1] {
            at += 1;
        } else {
            place += 1;
        }
    }
    gaps.push((&one[from.0..], &other[from.1..]));
    gaps
}

#[test]
fn how_words_are_compared() {
    let words = |text: &str| words(text);
    assert_eq!(
        words("een maat -\nregel, kunst-\nEn vlieg-\n\u{C}werk 2-\n3"),
        ["een", "maatregel,", "kunst-", "En", "vliegwerk", "2-", "3"]
    );
    assert_eq!(distance(&words("a b c d"), &words("a c d e")), 2);
    assert_eq!(distance(&words("a b"), &[]), 2);
    assert_eq!(distance(&words("a b c d"), &words("a x y d")), 2);
    assert_eq!(distance(&words("head foot a b c d e"), &words("a b c d e head foot")), 1);
    assert_eq!(distance(&words("a b c 1 2 d e"), &words("a b c d e 1 2 3")), 2);
}

/// The words of each PDF against those that poppler reads, in the order of the file.
#[test]
#[ignore = "needs pdftotext (poppler-utils); run with: cargo test --test formats -- --ignored"]
fn words_of_a_pdf_are_those_of_pdftotext() {
    let mut wrong = String::new();
    for path in in_formats(|ending| ending == "pdf") {
        let output = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(&path).arg("-").output();
        let output = output.unwrap_or_else(|error| panic!("pdftotext is missing; install poppler-utils ({error})"));
        assert!(output.status.success(), "pdftotext could not read {}: {}", path.display(), String::from_utf8_lossy(&output.stderr));
        let wanted = words(&String::from_utf8(output.stdout).expect("UTF-8"));
        let found = words(&source::read(&path, name(&path), &Limits::default()).expect("a PDF").text);
        let different = distance(&wanted, &found);
        println!("{}: {different} of {} words differ", path.display(), wanted.len());
        if different * 100 > wanted.len() {
            let _ = writeln!(wrong, "{}: {different} of {} words differ, more than 1 %", path.display(), wanted.len());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
