//! The help of every command: what stands under which heading, and one option means the same everywhere.

use std::collections::BTreeMap;

use antwoordmeter::cli::{Cli, Command};
use antwoordmeter::coding::Class;
use antwoordmeter::report::Language;
use antwoordmeter::report::annex::Only;
use clap::{CommandFactory, Parser};

mod support;

/// The options that have a heading of their own; all others stand under `Options`.
const HEADED: [(&str, &[&str]); 2] =
    [("Limits for each file", &["max-file", "max-unpacked", "max-text", "max-pages", "max-depth"]), ("Tables", &["raw", "excel", "xlsx"])];

/// Options that speak of what the command makes, and so are told in its words.
const OWN: [&str; 3] = ["out", "language", "codebook"];

/// The options in the help of a command, each with the heading above it.
fn printed(command: &str) -> Vec<(String, String)> {
    let (status, help, _) = support::run(".", &format!("{command} --help"));
    assert_eq!(status, 0, "{command}");
    let (mut heading, mut options) = (String::new(), Vec::new());
    for line in help.lines() {
        if let Some(name) = line.strip_suffix(':').filter(|name| !name.starts_with(' ')) {
            name.clone_into(&mut heading);
        }
        let option = ["      --", "  -h, --"].iter().find_map(|begin| line.strip_prefix(begin));
        if let Some(option) = option {
            options.push((option.split([' ', ',']).next().unwrap_or_default().to_owned(), heading.clone()));
        }
    }
    options
}

#[test]
fn each_option_stands_under_its_heading() {
    let commands: Vec<String> = Cli::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
    assert_eq!(commands.len(), 10, "{commands:?}");
    let mut headed = 0;
    for command in commands {
        let options = printed(&command);
        assert!(options.iter().any(|(option, _)| option == "help"), "{command}: {options:?}");
        for (option, heading) in options {
            let its = HEADED.iter().find(|(_, options)| options.contains(&option.as_str()));
            headed += usize::from(its.is_some());
            assert_eq!(heading, its.map_or("Options", |(heading, _)| heading), "{command} --{option}");
        }
    }
    // The limits of five commands that read letters; cells of four commands, without --excel of a fifth; one workbook.
    assert_eq!(headed, 5 * 5 + 4 * 2 + 1 + 1);
}

#[test]
fn an_option_is_told_in_the_same_words_everywhere() {
    let mut told = BTreeMap::new();
    for command in Cli::command().get_subcommands() {
        for option in command.get_arguments() {
            let (Some(name), Some(help)) = (option.get_long(), option.get_help()) else { continue };
            let help = help.to_string();
            assert!(help.starts_with(char::is_uppercase) && help.contains(' ') && !help.starts_with("Its "), "{name}: {help}");
            if !OWN.contains(&name) {
                told.entry(name.to_owned()).or_insert_with(Vec::new).push(help);
            }
        }
    }
    assert!(told["seed"].len() == 5 && told["raw"].len() == 5, "{told:#?}");
    let differing: Vec<_> = told.iter().filter(|(_, told)| told.iter().any(|help| help != &told[0])).collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn capitals_of_codes_do_not_matter() {
    for (given, language) in [("EN", Language::English), ("en", Language::English), ("Nl", Language::Dutch)] {
        let cli = Cli::try_parse_from(["antwoordmeter", "annex", "a.txt", "--language", given, "--only", "Deferral"]).expect("arguments");
        let Some(Command::Annex(annex)) = cli.command else { panic!("another command") };
        assert_eq!((annex.language, annex.only), (language, Some(Only::Class(Class::Deferral))), "{given}");
    }
    let told = Cli::try_parse_from(["antwoordmeter", "analyse", "--language", "fr"]).map(drop).expect_err("no language of the program");
    assert!(told.to_string().contains("'--language <nl|en>': give nl or en"), "{told}");
}
