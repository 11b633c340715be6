//! Compares the answers of a table of pairs with what was coded of them: the class, and what each answer says.
//!
//! `phrasings.jsonl` has 600 pairs, each worded in another way: 200 about what comes later, 200 about what stands elsewhere, 200 about what is
//! not known, not said or plainly answered; half are near misses. `paragraphs.jsonl` has 450 of the same kinds that are as long as answers
//! of real letters, with what stands around the words that count, the due date and the kind of reference. Six writers made and coded them
//! from the codebook, who had seen neither rules nor output. Names of national bodies in them are real, what is said of these is not. CC0,
//! as `corpus/`.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{Retrieval, analysed, floors, rows, share};

/// What a person coded of a pair, or the program of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Codes {
    letter: String,
    class: String,
    deferral: String,
    no_information: u8,
    refusal: u8,
    /// Empty in pairs that were coded without it.
    #[serde(default)]
    due: String,
    #[serde(default)]
    external: String,
}

/// The sets of pairs, by the names of their files.
pub const SETS: [&str; 2] = ["phrasings", "paragraphs"];

/// Where the pairs of a set are.
pub fn file(set: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/agreement/{set}.jsonl"))
}

/// Analyses the pairs of a set, prints how far the codes agree with those in it, and fails where that is less than recorded.
pub fn hold(set: &str) {
    let file = file(set);
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let coded: Vec<Codes> = text.lines().map(|line| serde_json::from_str(line).expect("a coded pair")).collect();
    let folder = analysed(vec![file]);
    let found: Vec<Codes> = rows(folder.path(), "answers.csv");
    assert_eq!(found.len(), coded.len(), "every pair has an answer");
    let f1 = |says: &dyn Fn(&Codes) -> bool| {
        let mut retrieval = Retrieval::default();
        coded.iter().zip(&found).for_each(|(coded, found)| retrieval.add(says(coded), says(found)));
        retrieval.f1()
    };
    assert!(coded.iter().zip(&found).all(|(coded, found)| coded.letter == found.letter), "in the order of the file");
    // The share that is the same, of the answers where either says anything.
    let exact = |field: fn(&Codes) -> &str, nothing: &str| {
        let said: Vec<_> = coded.iter().zip(&found).map(|(coded, found)| (field(coded), field(found))).collect();
        let said: Vec<_> = said.into_iter().filter(|(coded, found)| *coded != nothing || *found != nothing).collect();
        share(said.iter().filter(|(coded, found)| coded == found).count(), said.len())
    };
    let mut figures = vec![
        ("class_accuracy", share(coded.iter().zip(&found).filter(|(coded, found)| coded.class == found.class).count(), coded.len())),
        ("any_deferral_f1", f1(&|codes| codes.deferral != "none")),
        ("document_deferral_f1", f1(&|codes| codes.deferral == "document")),
        ("no_information_f1", f1(&|codes| codes.no_information == 1)),
        ("refusal_f1", f1(&|codes| codes.refusal == 1)),
    ];
    if coded.iter().any(|codes| !codes.external.is_empty()) {
        figures.push(("due_exact", exact(|codes| &codes.due, "")));
        figures.push(("external_exact", exact(|codes| &codes.external, "none")));
    }
    let floors = &floors()[set];
    println!("[{set}] # {} pairs", coded.len());
    let mut below = Vec::new();
    for (name, figure) in figures {
        println!("{name} = {:.3}", (figure * 1000.0).floor() / 1000.0);
        let floor = floors[name].as_float().unwrap_or_else(|| panic!("no number for {name} in [{set}]"));
        below.extend((figure < floor).then(|| format!("{name} is {figure:.4}, below {floor:.4}")));
    }
    assert!(below.is_empty(), "{set}: {below:#?}");
}
