//! The rules do what their examples say, and what is wrong in a codebook is named.

use std::fs;
use std::path::Path;

use antwoordmeter::codebook::{Codebook, Cued, Memory};
use antwoordmeter::text::Reading;
use proptest::prelude::*;
use proptest::sample;

/// A rule without a mistake, as lines, so that one of them can be replaced.
const RULE: &[&str] = &[
    r"[[rule]]",
    r#"id = "deferral/volgt""#,
    r#"facet = "deferral""#,
    r#"kind = "document""#,
    r#"meaning = "Het komt later.""#,
    r#"patterns = ["volgt ... in @maand"]"#,
    r#"unless = ["volgt niet ... in"]"#,
    r#"examples = ["Het «volgt dus in mei»."]"#,
    r#"counterexamples = ["Het volgt niet meer in mei."]"#,
    r"[[list]]",
    r#"name = "maand""#,
    r#"meaning = "Maanden.""#,
    r#"words = ["mei", "juni"]"#,
];

fn with(line: usize, text: &str) -> String {
    let lines: Vec<_> = RULE.iter().enumerate().map(|(at, old)| if at + 1 == line { text } else { old }).collect();
    lines.join("\n")
}

fn loaded(files: &[(&str, &str)]) -> Result<Codebook, Vec<String>> {
    let dir = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(dir.path().join(name), text).expect("a file");
    }
    let shown = |errors: Vec<antwoordmeter::error::Error>| {
        errors
            .iter()
            .map(|error| {
                assert!(!error.remedy.is_empty(), "no remedy: {error}");
                error.to_string().replace(&format!("{}/", dir.path().display()), "")
            })
            .collect::<Vec<_>>()
    };
    let codebook = Codebook::from_dir(dir.path()).map_err(shown)?;
    let faults = codebook.check();
    if faults.is_empty() { Ok(codebook) } else { Err(shown(faults)) }
}

#[test]
fn every_example_of_the_embedded_codebook_holds() {
    let codebook = Codebook::embedded().unwrap_or_else(|error| panic!("{error}"));
    let faults: Vec<_> = codebook.check().iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{} examples fail:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_embedded_codebook_is_the_folder_of_rules() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/codebook/rules");
    let embedded = Codebook::embedded().unwrap_or_else(|error| panic!("{error}"));
    let read = Codebook::from_dir(&folder).unwrap_or_else(|errors| panic!("{errors:?}"));
    assert_eq!(embedded.hash(), read.hash(), "a file was added or taken away: touch src/codebook/files.rs and build again");
    assert!(embedded.is_embedded() && !read.is_embedded());
    assert_eq!(embedded.hash().len(), 64);
}

#[test]
fn printed_as_toml_it_is_the_same_codebook() {
    let codebook = Codebook::embedded().unwrap_or_else(|error| panic!("{error}"));
    let again = loaded(&[("een.toml", &codebook.to_toml())]).unwrap_or_else(|errors| panic!("{errors:#?}"));
    assert_eq!(codebook.rules(), again.rules());
    let page = codebook.page();
    for rule in codebook.rules() {
        assert!(page.contains(&format!("### {}\n\n{}", rule.id, rule.meaning)), "{} is not on the page", rule.id);
        assert!(rule.examples.iter().all(|example| page.contains(example)), "{}: an example is not on the page", rule.id);
    }
}

#[test]
fn a_rule_without_mistakes_is_taken() {
    let codebook = loaded(&[("r.toml", &RULE.join("\n"))]).unwrap_or_else(|errors| panic!("{errors:#?}"));
    assert_eq!(codebook.rules().len(), 1);
    let (month, reading) = (codebook.list("maand").expect("the list"), Reading::of("In juni of juli."));
    let months = codebook.membership(&[Some(month)]);
    let (mut memory, mut cued) = (Memory::default(), Cued::default());
    codebook.read(&reading, &mut memory, &mut cued);
    assert_eq!(cued.symbols.iter().map(|symbol| months.of(*symbol) == 1).collect::<Vec<_>>(), [false, true, false, false]);
    assert_eq!(codebook.list("dag"), None);
}

#[test]
fn one_memory_serves_one_codebook_after_another() {
    let own = loaded(&[("r.toml", &RULE.join("\n"))]).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let embedded = Codebook::embedded().unwrap_or_else(|error| panic!("{error}"));
    let reading = Reading::of("Dit volgt in mei en staat dan in het jaarverslag van juni.");
    let read = |codebook: &Codebook, memory: &mut Memory| {
        let mut cued = Cued::default();
        codebook.read(&reading, memory, &mut cued);
        (cued.symbols, cued.cues)
    };
    let mut memory = Memory::default();
    for codebook in [&own, &embedded, &own] {
        assert_eq!(read(codebook, &mut memory), read(codebook, &mut Memory::default()));
    }
}

#[test]
fn when_documents_usually_appear() {
    let codebook = Codebook::embedded().unwrap_or_else(|error| panic!("{error}"));
    let table = [
        ("jaarverslag", "2024", "Gemeente Lindewaard", "2025-04-01/2025-07-14"),
        ("jaarverslag", "2024", "De minister van Infrastructuur", "2025-05-15/2025-05-21"),
        ("jaarstukken", "2023", "Gedeputeerde Staten van Oostland", "2024-04-01/2024-07-14"),
        ("jaarrekening", "2024", "het college van burgemeester en wethouders", "2025-04-01/2025-07-14"),
        ("begroting", "2026", "Gemeente Lindewaard", "2025-09-01/2025-11-14"),
        ("begroting", "2026", "Staatssecretaris van Water", "2025-09-15/2025-09-21"),
        ("miljoenennota", "2026", "", "2025-09-15/2025-09-21"),
        ("kadernota", "2026", "Gemeente Lindewaard", "2025-04-01/2025-07-15"),
        ("voorjaarsnota", "2025", "Gemeente Lindewaard", "2025-04-01/2025-07-15"),
        ("voorjaarsnota", "2025", "De minister van Geldzaken", "2025-04-01/2025-06-01"),
        ("bestuursrapportage", "tweede 2025", "Gemeente Lindewaard", "2025-09-01/2025-11-30"),
        ("bestuursrapportage", "2025", "Gemeente Lindewaard", "2025-05-01/2025-11-30"),
        ("najaarsnota", "2025", "Gemeente Lindewaard", "2025-10-01/2025-12-31"),
        // No kind of the calendar, no year, no sender for whom it is known.
        ("havenvisie", "2024", "Gemeente Lindewaard", ""),
        ("jaarverslag", "", "Gemeente Lindewaard", ""),
        ("jaarverslag", "2021-2023", "Gemeente Lindewaard", ""),
        ("jaarverslag", "eerste", "Gemeente Lindewaard", ""),
        ("jaarverslag", "eerste 2024", "Gemeente Lindewaard", ""),
        ("jaarverslag", "2024", "", ""),
        ("jaarverslag", "2024", "Waterschap Oudevaart", ""),
        ("subsidiebegroting", "2026", "Gemeente Lindewaard", ""),
    ];
    let usual = |kind, period, sender| codebook.usual(kind, period, sender).map(|days| days.to_string()).unwrap_or_default();
    let wrong: Vec<_> = table.iter().filter(|(kind, period, sender, days)| usual(kind, period, sender) != *days).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(codebook.page().contains("Bron: Gemeentewet, artikel 190 en 191"));
}

#[test]
fn a_mistake_in_the_calendar_is_refused() {
    let good = ["[[usual]]", "meaning = \"In mei.\"", "source = \"Gebruik\"", "kinds = [\"*verslag\"]", "days = \"05-01/05-31\""];
    let load = |line: usize, text: &str| {
        let lines: Vec<_> = (1..).zip(good).map(|(at, old)| if at == line { text } else { old }).collect();
        loaded(&[("k.toml", &lines.join("\n"))]).err().unwrap_or_default()
    };
    assert_eq!(load(0, ""), Vec::<String>::new());
    let table = [
        (2, "", "k.toml:1: usual, meaning: missing"),
        (3, "", "k.toml:1: usual, source: missing"),
        (4, "", "k.toml:1: usual, kinds: none"),
        (4, "kinds = [\"een verslag\"]", "k.toml:4: usual, kinds, `een verslag`"),
        (5, "", "k.toml:1: usual, days: missing"),
        (5, "days = \"05-31/05-01\"", "k.toml:5: usual, days: `05-31/05-01` is not two days"),
        (5, "maand = 5", "k.toml:5: usual: unknown field `maand`"),
    ];
    let wrong: Vec<_> = table
        .iter()
        .map(|(line, text, words)| (words, load(*line, text)))
        .filter(|(words, errors)| !errors.iter().any(|error| error.contains(*words)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_mistake_is_refused_with_its_place_and_a_remedy() {
    // Line to replace, by what, and what the message must say: file and line, field, what is wrong, remedy.
    let table: &[(usize, &str, &[&str])] = &[
        (1, "[rule]", &["r.toml:1: `rule` is not in double brackets", "`[[rule]]`"]),
        (2, "", &["r.toml:1: rule without id, id: missing", "add `id"]),
        (2, r#"id = "volgt""#, &["r.toml:2: rule `volgt`, id: not of the form", "`deferral/`"]),
        (2, r#"id = "deferral/Volgt Nu""#, &["r.toml:2: ", "id: not of the form"]),
        (3, "", &["r.toml:1: rule `deferral/volgt`, facet: missing", "add `facet"]),
        (3, r#"facet = "uitstel""#, &["r.toml:3: ", "facet: `uitstel` is not known", "use one of deferral, external"]),
        (4, r#"kind = "later""#, &["r.toml:4: ", "kind: `later` is not known", "use one of document, alone"]),
        (5, "", &["r.toml:1: ", "meaning: missing", "say in a sentence"]),
        (5, r#"meaning = " ""#, &["r.toml:5: ", "meaning: missing"]),
        (5, "meaning = 3", &["r.toml:5: rule: invalid type", "expected a string"]),
        (5, r#"betekenis = "Later.""#, &["r.toml:5: rule: unknown field `betekenis`", "correct the name"]),
        (5, r#"meaning = "Later"#, &["r.toml:5: the file: ", "correct the TOML"]),
        (6, "", &["r.toml:1: ", "patterns: none", "add `patterns"]),
        (6, "patterns = []", &["r.toml:1: ", "patterns: none"]),
        (6, r#"patterns = ["volgt ... in @maanden"]"#, &["r.toml:6: ", "patterns: there is no list `maanden`", "the lists are maand"]),
        (6, r#"patterns = ["... in @maand"]"#, &["r.toml:6: ", "patterns, `... in @maand`: a gap", "put a word on both sides"]),
        (6, r#"patterns = ["in t/m @maand"]"#, &["r.toml:6: ", "`t/m` is more than one word", "apart"]),
        (6, r#"patterns = ["volgt in @maand?"]"#, &["r.toml:6: ", "an optional word at the beginning or end", "leave it out"]),
        (6, r#"patterns = ["volgt | komt"]"#, &["r.toml:6: ", "an alternative is empty", "without blanks"]),
        (6, r#"patterns = ["*volg*"]"#, &["r.toml:6: ", "two asterisks", "at the beginning or at the end"]),
        (7, r#"unless = ["volgt ..."]"#, &["r.toml:7: ", "unless, `volgt ...`: a gap"]),
        (8, "", &["r.toml:1: ", "examples: none", "« »"]),
        (8, r#"examples = ["Het volgt dus in mei."]"#, &["r.toml:8: ", "examples, 1: no words are marked", "exactly the words"]),
        (8, r#"examples = ["Het «volgt dus in mei."]"#, &["r.toml:8: ", "do not pair"]),
        (
            8,
            r#"examples = ["Het «volgt dus» in mei."]"#,
            &["r.toml:8: ", "finds «volgt dus in mei», the marks say «volgt dus»", "move the marks"],
        ),
        (8, r#"examples = ["Het «komt dus in mei»."]"#, &["r.toml:8: ", "finds nothing"]),
        (9, "", &["r.toml:1: ", "counterexamples: none", "looks like"]),
        (9, r#"counterexamples = ["Het volgt in mei."]"#, &["r.toml:9: ", "counterexamples, 1: the rule finds «volgt in mei»", "unless"]),
        (9, r#"counterexamples = ["Het is «niet» in mei."]"#, &["r.toml:9: ", "a counterexample has marks"]),
        (9, r#"counterexamples = ["Het regent in de stad."]"#, &["r.toml:9: ", "nothing to do with the patterns", "two words"]),
        (9, r#"counterexamples = [["Het volgt."]]"#, &["r.toml:9: rule: invalid type"]),
        (10, "[[lijst]]", &["r.toml:10: `lijst` is not known here", "[[list]]"]),
        (11, "", &["r.toml:10: list without name, name: missing"]),
        (11, r#"name = "maand van het jaar""#, &["r.toml:11: ", "name: not a plain name"]),
        (12, "", &["r.toml:10: list `maand`, meaning: missing"]),
        (13, "words = []", &["r.toml:10: list `maand`, words: none"]),
        (13, r#"words = ["begin mei"]"#, &["r.toml:13: list `maand`, words, `begin mei`", "wrong place"]),
        (13, r#"words = ["@dag"]"#, &["r.toml:13: ", "a list in a list", "both lists"]),
        (13, r#"woorden = ["mei"]"#, &["r.toml:13: list: unknown field `woorden`"]),
    ];
    let mut wrong = Vec::new();
    for (line, text, parts) in table {
        let errors = loaded(&[("r.toml", &with(*line, text))]).err().unwrap_or_default();
        if !errors.iter().any(|error| parts.iter().all(|part| error.contains(part))) {
            wrong.push(format!("line {line} as {text:?}: wanted {parts:?}, got {errors:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} mistakes go unnoticed:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn mistakes_of_all_files_come_at_once_in_order() {
    let first = with(4, r#"kind = "later""#);
    let second = with(3, r#"facet = "uitstel""#) + "\n" + &with(5, r#"zin = "x""#);
    let errors = loaded(&[("b.toml", &second), ("a.toml", &first)]).err().unwrap_or_default();
    let places: Vec<_> = errors.iter().filter_map(|error| error.split(": ").next()).collect();
    assert_eq!(places, ["a.toml:4", "b.toml:3", "b.toml:11", "b.toml:18", "b.toml:24"], "{errors:#?}");
}

#[test]
fn an_id_is_used_once() {
    let errors = loaded(&[("a.toml", &RULE.join("\n")), ("b.toml", &RULE[..9].join("\n"))]).err().unwrap_or_default();
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert!(errors[0].starts_with("b.toml:2: ") && errors[0].contains("used before, at ") && errors[0].contains("a.toml:2"), "{errors:#?}");
}

#[test]
fn a_list_is_named_once_and_may_stand_in_any_file() {
    let (rule, list) = (RULE[..9].join("\n"), RULE[9..].join("\n"));
    assert!(loaded(&[("a.toml", &rule), ("b.toml", &list)]).is_ok());
    let errors = loaded(&[("a.toml", &list), ("b.toml", &rule), ("c.toml", &list), ("d.toml", &list)]).err().unwrap_or_default();
    let told: Vec<_> = errors.iter().map(|error| error.split(';').next().unwrap_or_default()).collect();
    assert_eq!(told, ["c.toml:2: list `maand`, name: used before", "d.toml:2: list `maand`, name: used before"]);
}

#[test]
fn a_folder_that_is_no_codebook_is_refused() {
    assert!(loaded(&[]).is_err_and(|errors| errors[0].contains("no .toml files")));
    assert!(Codebook::from_dir(Path::new("nergens/te/vinden")).is_err_and(|errors| errors[0].remedy == "check the path"));
}

/// The words of the small language below; the list `@l` holds `ba` and `c*`.
fn is(word: &str, alternative: &str) -> bool {
    match (alternative, alternative.strip_suffix('*'), alternative.strip_prefix('*')) {
        ("@l", ..) => word == "ba" || word.starts_with('c'),
        (_, Some(stem), _) => word.starts_with(stem),
        (_, _, Some(stem)) => word.ends_with(stem),
        _ => word == alternative,
    }
}

/// Where `pattern` can end when it begins on word `at`: the language of patterns, taken at its word.
fn ends(pattern: &[&str], words: &[&str], at: usize) -> Vec<usize> {
    let Some((token, rest)) = pattern.split_first() else { return vec![at] };
    if *token == "..." {
        return (0..=6).flat_map(|gap| ends(rest, words, at + gap)).filter(|end| *end <= words.len()).collect();
    }
    let fits = words.get(at).is_some_and(|word| token.split('|').any(|alternative| is(word, alternative)));
    if fits { ends(rest, words, at + 1) } else { Vec::new() }
}

/// A pattern with and without each optional word; two gaps that meet are one.
fn choices<'p>(pattern: &[&'p str]) -> Vec<Vec<&'p str>> {
    let Some((token, rest)) = pattern.split_first() else { return vec![Vec::new()] };
    let group = token.strip_suffix('?');
    let with = choices(rest).into_iter().map(|rest| [vec![group.unwrap_or(token)], rest].concat());
    let without = if group.is_some() { choices(rest) } else { Vec::new() };
    let mut all: Vec<_> = with.chain(without).collect();
    for choice in &mut all {
        choice.dedup_by(|a, b| *a == "..." && a == b);
    }
    all
}

fn fits(pattern: &str, words: &[&str]) -> Vec<(usize, usize)> {
    let choices = choices(&pattern.split(' ').collect::<Vec<_>>());
    let from = |start: usize| choices.iter().flat_map(move |choice| ends(choice, words, start)).map(move |end| (start, end));
    (0..words.len()).flat_map(from).collect()
}

fn shortest(mut fits: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    fits.sort_unstable();
    fits.dedup();
    let around = |a: &(usize, usize), b: &(usize, usize)| a != b && a.0 <= b.0 && b.1 <= a.1;
    fits.iter().filter(|fit| !fits.iter().any(|other| around(fit, other))).copied().collect()
}

fn step() -> impl Strategy<Value = String> {
    let alternative = sample::select(vec!["aa", "ab", "ba", "bb", "cd", "a*", "*b", "b*", "@l"]);
    proptest::collection::vec(alternative, 1..3).prop_map(|group| group.join("|"))
}

fn pattern() -> impl Strategy<Value = String> {
    let middle = (proptest::bool::weighted(0.4), step(), proptest::bool::weighted(0.2));
    let last = proptest::option::weighted(0.8, (proptest::bool::weighted(0.4), step()));
    let gap = |gap: bool| if gap { " ... " } else { " " };
    (step(), proptest::collection::vec(middle, 0..3), last).prop_map(move |(first, middle, last)| match last {
        None => first,
        Some((before, last)) => {
            let middle: String =
                middle.iter().map(|(before, step, optional)| [gap(*before), step, if *optional { "?" } else { "" }].concat()).collect();
            [&first, &middle, gap(before), &last].concat()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// The search finds what the definition says, whatever the rules and the text.
    #[test]
    fn the_index_finds_what_the_patterns_say(
        rules in proptest::collection::vec((proptest::collection::vec(pattern(), 1..3), proptest::collection::vec(pattern(), 0..2)), 1..6),
        common in proptest::bool::ANY,
        text in proptest::collection::vec(proptest::collection::vec(sample::select(vec!["aa", "ab", "ba", "bb", "cd", "ce", "zz", "acb"]), 1..20), 1..4),
    ) {
        let mut toml = format!("[[list]]\nname = \"l\"\nmeaning = \"L.\"\nwords = [\"ba\", \"c*\"]\n[[common]]\nwords = {:?}\n", if common { &["ab", "ba"][..] } else { &[] });
        for (number, (patterns, unless)) in rules.iter().enumerate() {
            let rule = format!("[[rule]]\nid = \"cited/{number}\"\nfacet = \"cited\"\nmeaning = \"R.\"\npatterns = {patterns:?}\nunless = {unless:?}");
            toml = [&toml, &rule, "\nexamples = [\"-\"]\ncounterexamples = [\"-\"]\n"].concat();
        }
        let dir = tempfile::tempdir().expect("a folder");
        fs::write(dir.path().join("r.toml"), &toml).expect("a file");
        let codebook = Codebook::from_dir(dir.path()).unwrap_or_else(|errors| panic!("{errors:#?}"));
        let written: Vec<_> = text.iter().map(|sentence| format!("X {}.", sentence.join(" "))).collect();
        let reading = Reading::of(&written.join(" "));
        let (mut memory, mut cued) = (Memory::default(), Cued::default());
        codebook.read(&reading, &mut memory, &mut cued);
        let mut wanted = Vec::new();
        for sentence in reading.sentences() {
            let words: Vec<_> = sentence.words.clone().map(|word| reading.folded(word)).collect();
            let first = sentence.words.start;
            for (number, (patterns, unless)) in rules.iter().enumerate() {
                let barred: Vec<_> = unless.iter().flat_map(|pattern| shortest(fits(pattern, &words))).collect();
                let cues = shortest(patterns.iter().flat_map(|pattern| fits(pattern, &words)).collect());
                let free = cues.into_iter().filter(|cue| !barred.iter().any(|bar| bar.0 < cue.1 && cue.0 < bar.1));
                wanted.extend(free.map(|(start, end)| (start + first, end + first, number)));
            }
        }
        wanted.sort_unstable();
        let found: Vec<_> = cued.cues.iter().map(|cue| (cue.words.start as usize, cue.words.end as usize, cue.rule as usize)).collect();
        prop_assert_eq!(found, wanted);
    }
}
