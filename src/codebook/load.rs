//! From a file to its rules and lists: every mistake is found at once and named by file, line and field.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::files::File;
use super::pattern::{self, Atom, Fault, Step};
use super::table::{At, Named, RawCommon, RawList, RawRule, RawUsual, is_name, plain};
use super::usual::{self, Usual};
use super::vocabulary::ListId;
use super::{Facet, Rule};
use crate::error::Error;

/// The remedy for what does not belong in a file.
const HOLDS: &str = "a file holds `[[rule]]`, `[[list]]`, `[[common]]` and `[[usual]]`";

/// A named word list.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub name: String,
    pub meaning: String,
    pub id: ListId,
    pub words: Vec<String>,
    pub atoms: Vec<Atom>,
}

/// Where a rule stands: a line for each of its examples and counterexamples.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub file: PathBuf,
    pub examples: Vec<usize>,
    pub counterexamples: Vec<usize>,
}

/// The steps of a rule: variants of each pattern, variants of each `unless`.
#[derive(Debug, Default)]
pub(super) struct Steps {
    pub patterns: Vec<Vec<Vec<Step>>>,
    pub unless: Vec<Vec<Vec<Step>>>,
}

impl Steps {
    /// All alternatives, each with whether it is of a pattern or of an `unless`.
    pub fn atoms(&self) -> impl Iterator<Item = (&Atom, bool)> {
        let ways = self.patterns.iter().map(|ways| (ways, true)).chain(self.unless.iter().map(|ways| (ways, false)));
        ways.flat_map(|(ways, of_pattern)| ways.iter().flatten().flat_map(|step| &step.alternatives).map(move |atom| (atom, of_pattern)))
    }
}

/// What a file holds, as far as it has been read.
#[derive(Default)]
pub(super) struct Load {
    pub rules: Vec<Rule>,
    pub places: Vec<Place>,
    pub steps: Vec<Steps>,
    pub lists: Vec<List>,
    pub common: Vec<Atom>,
    pub usual: Vec<Usual>,
    /// The ids of the rules.
    pub ids: Vec<Named>,
    /// The names of the lists.
    pub names: Vec<Named>,
    /// The lists that patterns name.
    pub asked: Vec<Named>,
    pub errors: Vec<Error>,
}

impl Load {
    /// What a file holds.
    pub fn of(file: &File) -> Self {
        let mut load = Self::default();
        load.file(file);
        load
    }

    fn file(&mut self, file: &File) {
        let lines: Vec<usize> = file.text.match_indices('\n').map(|(end, _)| end + 1).collect();
        let at = At { path: &file.path, lines: &lines, start: 0 };
        let table = match DeTable::parse(&file.text) {
            Ok(table) => table.into_inner(),
            Err(error) => return self.toml(at, "the file", &error),
        };
        for (key, value) in table {
            let found = key.into_inner();
            let at = At { start: value.span().start, ..at };
            let DeValue::Array(tables) = value.into_inner() else {
                self.errors.push(at.error(at.start, format!("`{found}` is not in double brackets"), HOLDS));
                continue;
            };
            for table in tables {
                let at = At { start: table.span().start, ..at };
                let table = ValueDeserializer::from(table);
                match found.as_ref() {
                    "rule" => self.read(at, "rule", RawRule::deserialize(table), Self::rule),
                    "list" => self.read(at, "list", RawList::deserialize(table), Self::list),
                    "common" => self.read(at, "common", RawCommon::deserialize(table), Self::common),
                    "usual" => self.read(at, "usual", RawUsual::deserialize(table), Self::usual),
                    _ => self.errors.push(at.error(at.start, format!("`{found}` is not known here"), HOLDS)),
                }
            }
        }
    }

    fn read<T>(&mut self, at: At<'_>, of: &str, read: Result<T, toml::de::Error>, take: fn(&mut Self, At<'_>, T)) {
        match read {
            Ok(raw) => take(self, at, raw),
            Err(error) => self.toml(at, of, &error),
        }
    }

    fn toml(&mut self, at: At<'_>, of: &str, error: &toml::de::Error) {
        let start = error.span().map_or(at.start, |span| span.start);
        let message = error.message().trim_end().replace('\n', ", ");
        let remedy =
            if message.starts_with("unknown field") { "correct the name of the field, or leave it out" } else { "correct the TOML" };
        self.errors.push(at.error(start, format!("{of}: {message}"), remedy));
    }

    fn rule(&mut self, at: At<'_>, raw: RawRule) {
        let name = raw.id.as_ref().map_or_else(|| "without id".to_owned(), |id| format!("`{}`", id.get_ref()));
        let of = |field: &str| format!("rule {name}, {field}");
        let (id, id_at) = self.text(at, raw.id, &of("id"), "add `id = \"FACET/what-it-finds\"`");
        let (code, code_at) = self.text(at, raw.facet, &of("facet"), "add `facet = \"…\"`");
        let (meaning, _) = self.text(at, raw.meaning, &of("meaning"), "say in a sentence what the words mean");
        let facet = Facet::from_code(&code);
        if facet.is_none() && !code.is_empty() {
            let known: Vec<_> = Facet::ALL.iter().map(|facet| facet.code()).collect();
            self.errors.push(at.error(
                code_at,
                format!("{}: `{code}` is not known", of("facet")),
                format!("use one of {}", known.join(", ")),
            ));
        }
        let kind = raw.kind.map_or_else(|| (String::new(), at.start), |kind| (kind.get_ref().clone(), kind.span().start));
        if let Some(facet) = facet {
            self.kind(at, &of("kind"), facet, &kind);
            self.id(at, &of("id"), facet, &id, id_at);
        }
        for (field, lines, remedy) in [
            ("patterns", &raw.patterns, "add `patterns = [\"…\"]`"),
            ("examples", &raw.examples, "add a sentence with « » around exactly the words that the rule finds"),
            ("counterexamples", &raw.counterexamples, "add a sentence that looks like the examples, in which the rule finds nothing"),
        ] {
            if lines.is_empty() {
                self.errors.push(at.error(at.start, format!("{}: none", of(field)), remedy));
            }
        }
        let patterns = self.patterns(at, &of("patterns"), &raw.patterns);
        let unless = self.patterns(at, &of("unless"), &raw.unless);
        let lines = |of: &[Spanned<String>]| of.iter().map(|text| at.line(text.span().start)).collect();
        let place = Place { file: at.path.to_path_buf(), examples: lines(&raw.examples), counterexamples: lines(&raw.counterexamples) };
        let Some(facet) = facet else { return };
        self.places.push(place);
        self.steps.push(Steps { patterns, unless });
        self.rules.push(Rule {
            id,
            facet,
            kind: kind.0,
            meaning,
            patterns: plain(raw.patterns),
            unless: plain(raw.unless),
            examples: plain(raw.examples),
            counterexamples: plain(raw.counterexamples),
            provisional: raw.provisional,
        });
    }

    /// A field that must be there and not be empty, and where it stands.
    fn text(&mut self, at: At<'_>, field: Option<Spanned<String>>, of: &str, remedy: &str) -> (String, usize) {
        let (text, start) =
            field.map_or_else(|| (String::new(), at.start), |field| (field.get_ref().trim().to_owned(), field.span().start));
        if text.is_empty() {
            self.errors.push(at.error(start, format!("{of}: missing"), remedy));
        }
        (text, start)
    }

    fn kind(&mut self, at: At<'_>, of: &str, facet: Facet, (kind, start): &(String, usize)) {
        if kind.is_empty() || facet.kinds().contains(&kind.as_str()) {
            return;
        }
        let remedy = match facet.kinds() {
            [] => format!("leave it out: `{}` has no kinds", facet.code()),
            kinds => format!("use one of {}", kinds.join(", ")),
        };
        self.errors.push(at.error(*start, format!("{of}: `{kind}` is not known for `{}`", facet.code()), remedy));
    }

    fn id(&mut self, at: At<'_>, of: &str, facet: Facet, id: &str, start: usize) {
        if id.is_empty() {
            return;
        }
        let rest = id.strip_prefix(facet.code()).and_then(|rest| rest.strip_prefix('/'));
        if !rest.is_some_and(is_name) {
            let remedy = format!("write `{}/` and then small letters, digits and hyphens", facet.code());
            self.errors.push(at.error(start, format!("{of}: not of the form FACET/name"), remedy));
        }
        self.ids.push(at.named(id, start, of));
    }

    fn patterns(&mut self, at: At<'_>, of: &str, patterns: &[Spanned<String>]) -> Vec<Vec<Vec<Step>>> {
        let mut read = Vec::with_capacity(patterns.len());
        for written in patterns {
            match pattern::parse(written.get_ref()) {
                Ok(variants) => {
                    let atoms = variants.iter().flatten().flat_map(|step| &step.alternatives);
                    let lists: BTreeSet<_> = atoms.filter_map(|atom| if let Atom::List(name) = atom { Some(name) } else { None }).collect();
                    self.asked.extend(lists.into_iter().map(|name| at.named(name, written.span().start, of)));
                    read.push(variants);
                }
                Err(fault) => self.fault(at, written.span().start, &format!("{of}, `{}`", written.get_ref()), &fault),
            }
        }
        read
    }

    fn fault(&mut self, at: At<'_>, start: usize, of: &str, fault: &Fault) {
        self.errors.push(at.error(start, format!("{of}: {}", fault.what), fault.remedy));
    }

    fn list(&mut self, at: At<'_>, raw: RawList) {
        let named = raw.name.as_ref().map_or_else(|| "without name".to_owned(), |name| format!("`{}`", name.get_ref()));
        let of = |field: &str| format!("list {named}, {field}");
        let (name, start) = self.text(at, raw.name, &of("name"), "add `name = \"…\"`");
        let (meaning, _) = self.text(at, raw.meaning, &of("meaning"), "say in a sentence which words these are");
        if !name.is_empty() && !is_name(&name) {
            self.errors.push(at.error(
                start,
                format!("{}: not a plain name", of("name")),
                "use small letters, digits, hyphens and underscores",
            ));
        }
        self.names.push(at.named(&name, start, &of("name")));
        if raw.words.is_empty() {
            self.errors.push(at.error(at.start, format!("{}: none", of("words")), "add `words = [\"…\"]`"));
        }
        let atoms = self.words(at, &of("words"), &raw.words);
        self.lists.push(List { name, meaning, id: ListId::default(), words: plain(raw.words), atoms });
    }

    fn common(&mut self, at: At<'_>, RawCommon { words }: RawCommon) {
        let atoms = self.words(at, "common, words", &words);
        self.common.extend(atoms);
    }

    fn usual(&mut self, at: At<'_>, raw: RawUsual) {
        let (meaning, _) = self.text(at, raw.meaning, "usual, meaning", "say in a sentence when they appear");
        let (source, _) = self.text(at, raw.source, "usual, source", "name the law or the practice that says so");
        let (written, start) = self.text(at, raw.days, "usual, days", "add `days = \"05-01/07-14\"`");
        if raw.kinds.is_empty() {
            self.errors.push(at.error(at.start, "usual, kinds: none", "add `kinds = [\"…\"]`"));
        }
        let days = usual::days(&written);
        if days.is_none() && !written.is_empty() {
            let what = format!("usual, days: `{written}` is not two days of a year in their order");
            self.errors.push(at.error(start, what, "write month and day of both: `05-01/07-14`"));
        }
        let kinds = self.words(at, "usual, kinds", &raw.kinds);
        let senders = self.words(at, "usual, senders", &raw.senders);
        let Some((from, to)) = days else { return };
        let (words, editions, year) = (plain(raw.kinds), plain(raw.editions), raw.year);
        self.usual.push(Usual { meaning, source, words, kinds, editions, senders, year, from, to });
    }

    fn words(&mut self, at: At<'_>, of: &str, words: &[Spanned<String>]) -> Vec<Atom> {
        let mut atoms = Vec::with_capacity(words.len());
        for word in words {
            match pattern::atom(word.get_ref()) {
                Ok(Atom::List(_)) => {
                    let fault = Fault { what: "a list in a list".into(), remedy: "write its words, or name both lists in the pattern" };
                    self.fault(at, word.span().start, &format!("{of}, `{}`", word.get_ref()), &fault);
                }
                Ok(atom) => atoms.push(atom),
                Err(fault) => self.fault(at, word.span().start, &format!("{of}, `{}`", word.get_ref()), &fault),
            }
        }
        atoms
    }
}
