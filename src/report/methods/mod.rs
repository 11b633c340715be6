//! `methods.md`: how the figures of a run came about, ready for an appendix, made from what was run; and `sources.bib` beside it.
//!
//! The first paragraphs are those of the page ([`method`](crate::report::methods::short)); what follows is for who has to defend the figures:
//! definitions with their counts, formulas with their sources, rows of the decision table, versions, seeds, what was refused.

mod deciding;
mod formula;
pub mod short;

use std::fmt::Write;

use serde_json::Value;

use super::Language;
use super::charts::Figure;
use super::findings::totals::Totals;
use super::words::codes;
use super::words::{counted, number, share_of};
use crate::codebook::Codebook;
use crate::coder::EDITION;
use crate::coding::{Class, DeferralKind, ExternalKind};
use crate::measure::Seed;
use short::method;

pub use formula::{Formula, bibliography};

/// Its name among the files of a run.
pub const NAME: &str = "methods.md";

/// The name of the sources.
pub const SOURCES: &str = "sources.bib";

/// What the note is made of.
#[derive(Clone, Copy, Debug)]
pub struct Matter<'m> {
    /// The figures.
    pub totals: &'m Totals,
    /// The charts, or why there are none.
    pub figures: &'m [Figure],
    /// The codebook that the letters were coded by.
    pub codebook: &'m Codebook,
    /// The options, as `run.json` has them.
    pub options: &'m Value,
    /// Files that were read.
    pub inputs: usize,
    /// Themes, senders or years were compared.
    pub compared: bool,
    /// The seed of figures that draw.
    pub seed: Seed,
    /// The language of the note.
    pub language: Language,
}

impl Matter<'_> {
    /// The formulas that figures of the run were made with.
    pub fn formulas(&self) -> Vec<Formula> {
        let drawn = |name| self.figures.iter().any(|figure| figure.name() == name && figure.chart().is_some());
        let used = |formula: &Formula| match formula {
            Formula::Wilson | Formula::Resemblance | Formula::FleschDouma => self.totals.counts.answered > 0,
            Formula::Bootstrap | Formula::DesignEffect => self.totals.letters > 1,
            Formula::SplitMix => self.draws(),
            Formula::Permutation | Formula::Fisher | Formula::BenjaminiHochberg | Formula::Newcombe => self.compared,
            Formula::Funnel => drawn("senders") || drawn("years"),
            _ => false,
        };
        Formula::ALL.into_iter().filter(used).collect()
    }

    /// Whether random numbers were drawn.
    const fn draws(&self) -> bool {
        self.compared || self.totals.letters > 1
    }
}

/// The note, in Markdown.
///
/// # Example: the note of a run of nothing
/// ```
/// use antwoordmeter::codebook::Codebook;
/// use antwoordmeter::measure::Seed;
/// use antwoordmeter::report::{Language, methods::{Matter, methods}, findings::totals::Totals};
/// let (codebook, totals) = (Codebook::embedded()?, Totals::default());
/// let options = serde_json::json!({"paths": ["brieven"]});
/// let matter = Matter { totals: &totals, figures: &[], codebook: &codebook, options: &options, inputs: 0, compared: false, seed: Seed::default(), language: Language::English };
/// let note = methods(&matter);
/// assert!(note.starts_with("# Method\n") && note.contains(codebook.hash()) && note.contains("No random numbers were drawn"));
/// # Ok::<(), antwoordmeter::error::Error>(())
/// ```
pub fn methods(matter: &Matter<'_>) -> String {
    let language = matter.language;
    let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
    let mut text = format!("# {}\n\n", say("Methode", "Method"));
    for paragraph in method(matter.totals, matter.codebook, language) {
        section(&mut text, paragraph.heading, &format!("{}\n", paragraph.text));
    }
    section(&mut text, say("Wat is gelezen", "What was read"), &read(matter));
    section(&mut text, say("Definities en tellingen", "Definitions and counts"), &definitions(matter));
    section(&mut text, say("Wat de klasse bepaalt", "What settles the class"), &deciding::rows(matter.codebook.is_embedded(), language));
    section(&mut text, say("Wegen", "Weighing"), &deciding::weighing(language));
    section(&mut text, say("Formules", "Formulas"), &formulas(&matter.formulas(), language));
    section(&mut text, say("Toeval", "Chance"), &chance(matter));
    section(&mut text, say("Wat is geweigerd of overgeslagen", "What was refused or skipped"), &refused(matter));
    section(&mut text, say("Versies en instellingen", "Versions and options"), &versions(matter));
    section(&mut text, say("Bronnen", "Sources"), &references(&matter.formulas(), language));
    text.truncate(text.trim_end().len());
    text + "\n"
}

/// Formulas as a list: what each does and who gave it.
pub fn formulas(formulas: &[Formula], language: Language) -> String {
    if formulas.is_empty() {
        return language.pick("Alleen tellingen.\n", "Counts only.\n").to_owned();
    }
    list(formulas.iter().map(|formula| format!("{}: {}", formula.cited(), formula.says(language))))
}

/// A list in Markdown.
fn list(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().fold(String::new(), |text, line| text + "- " + &line + "\n")
}

/// The sources of formulas as a list.
pub fn references(formulas: &[Formula], language: Language) -> String {
    if formulas.is_empty() {
        return language.pick("Geen.\n", "None.\n").to_owned();
    }
    list(formulas.iter().map(|formula| formula.reference()))
}

fn chance(matter: &Matter<'_>) -> String {
    let Seed(seed) = matter.seed;
    match (matter.draws(), matter.language) {
        (false, Language::Dutch) => "Er zijn geen toevalsgetallen getrokken.\n".to_owned(),
        (false, Language::English) => "No random numbers were drawn.\n".to_owned(),
        (true, Language::Dutch) => format!("De seed van alle toevalsgetallen is {seed}: dezelfde brieven geven altijd dezelfde cijfers.\n"),
        (true, Language::English) => format!("The seed of all random numbers is {seed}: the same letters always give the same figures.\n"),
    }
}

fn section(text: &mut String, heading: &str, body: &str) {
    let _ = writeln!(text, "## {heading}\n\n{body}");
}

fn read(matter: &Matter<'_>) -> String {
    let (totals, language) = (matter.totals, matter.language);
    let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
    let inputs = counted(matter.inputs as u64, ("bestand", "bestanden"), ("file", "files"), language);
    let letters = counted(totals.letters, ("brief", "brieven"), ("letter", "letters"), language);
    let questions =
        counted(totals.counts.questions, ("genummerde vraag", "genummerde vragen"), ("numbered question", "numbered questions"), language);
    let answered = number(totals.counts.answered, language);
    let mut text = match language {
        Language::Dutch => format!("{inputs}, {letters}, {questions}, waarvan {answered} beantwoord."),
        Language::English => format!("{inputs}, {letters}, {questions}, of which {answered} answered."),
    };
    totals.without.told(totals.counts, language).iter().for_each(|told| text = format!("{text} {told}"));
    text += say(
        " De namen van de bestanden staan met hun sha256 in run.json, de brieven in letters.csv.\n",
        " The names of the files stand with their sha256 in run.json, the letters in letters.csv.\n",
    );
    text
}

/// The codes of the codebook with how many answers have them, and the definitions of deferring beside each other.
fn definitions(matter: &Matter<'_>) -> String {
    let (counts, language) = (matter.totals.counts, matter.language);
    let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
    let mut text = format!("| {} | {} |\n|---|--:|\n", say("klasse", "class"), say("antwoorden", "answers"));
    let of = |count: u32| share_of(count, counts.answered, language);
    let classes = [Class::Substantive, Class::Deferral, Class::ExternalReference, Class::Unresolved];
    for (class, count) in classes.into_iter().zip([counts.substantive, counts.deferral, counts.external_reference, counts.unresolved]) {
        let _ = writeln!(text, "| {} (`{}`) | {} |", codes::class(class, language), class.code(), of(count));
    }
    let _ = writeln!(text, "\n| {} | {} |\n|---|--:|", say("maat voor uitstel", "measure of deferral"), say("antwoorden", "answers"));
    let rows = [
        (
            say(
                "eigen woorden verwijzen naar een document met een datum die nog komt",
                "own words defer to a document with a date to come",
            ),
            counts.defers_with_date,
        ),
        (
            say(
                "eigen woorden verwijzen naar een document dat nog moest verschijnen (de hoofdmaat)",
                "own words defer to a document that was not yet available (the main measure)",
            ),
            counts.defers_to_document,
        ),
        (
            say("dat, en antwoorden die alleen daarnaar verwijzen", "that, and answers that only refer to such an answer"),
            counts.defers_including_references,
        ),
        (
            say(
                "dat zonder die verwijzingen, en documenten die geregeld verschijnen",
                "the main measure, and documents that appear regularly",
            ),
            counts.defers_or_recurring,
        ),
        (
            say("de hoofdmaat, en een later moment zonder document", "the main measure, and a later moment without a document"),
            counts.defers_or_moment,
        ),
        (say("alles wat later komt", "everything that comes later"), counts.defers_at_all),
        (
            say("de ruimste: dat alles, met verwijzingen daarnaar", "the widest: all of these, with references to them"),
            counts.defers_widest,
        ),
    ];
    for (definition, count) in rows {
        let _ = writeln!(text, "| {definition} | {} |", of(count));
    }
    let named = |kinds: Vec<(&'static str, &'static str)>| {
        kinds.into_iter().map(|(code, words)| format!("`{code}` ({words})")).collect::<Vec<_>>().join(", ")
    };
    let deferral = named(DeferralKind::ALL.into_iter().map(|kind| (kind.code(), codes::deferral(kind, language))).collect());
    let external = named(ExternalKind::ALL.into_iter().map(|kind| (kind.code(), codes::external(kind, language))).collect());
    let _ = writeln!(
        text,
        "\n{} {deferral}.",
        say("Waarop een antwoord wacht, de eerste die past:", "What an answer waits for, the first that applies:")
    );
    let _ =
        writeln!(text, "\n{} {external}.", say("Waarheen het verwijst, de eerste die past:", "Where it refers, the first that applies:"));
    text
}

/// Everything that was not said, and why.
fn refused(matter: &Matter<'_>) -> String {
    let (totals, language) = (matter.totals, matter.language);
    let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
    let mut lines = vec![
        say(
            "Van minder dan vijf antwoorden staat er geen aandeel, alleen de telling.",
            "Of fewer than five answers there is no share, only the count.",
        )
        .to_owned(),
    ];
    if totals.letters == 1 {
        lines.push(
            say(
                "De telling van één brief is volledig: pagina en grafieken geven er geen interval bij. De intervallen in themes.csv en statistics.csv gaan over de manier van antwoorden.",
                "The count of one letter is complete: page and charts give it no interval. The intervals in themes.csv and statistics.csv speak of the way of answering.",
            )
            .to_owned(),
        );
    }
    for figure in matter.figures {
        if let Figure::Omitted { name, reason } = figure {
            lines.push(format!("{} `{name}`: {reason}", say("Grafiek", "Chart")));
        }
    }
    if totals.unparsed > 0 {
        let stretches = counted(totals.unparsed, ("stuk tekst", "stukken tekst"), ("stretch of text", "stretches of text"), language);
        lines.push(format!("{} {stretches} (unparsed.csv).", say("Niet begrepen:", "Not understood:")));
    }
    let problems: u32 = totals.problems.values().sum();
    if problems > 0 {
        let problems = counted(problems, ("melding", "meldingen"), ("problem", "problems"), language);
        lines.push(format!("{problems} (problems.csv)."));
    }
    if totals.corrected > 0 {
        let corrected = counted(totals.corrected, ("antwoord", "antwoorden"), ("answer", "answers"), language);
        lines.push(format!(
            "{} {corrected}; {}",
            say("Door mensen gecorrigeerd:", "Corrected by people:"),
            say("themes.csv heeft de tellingen met en zonder.", "themes.csv has the counts with and without.")
        ));
    }
    list(lines)
}

fn versions(matter: &Matter<'_>) -> String {
    let language = matter.language;
    let own = if matter.codebook.is_embedded() {
        language.pick("meegeleverd", "the one that comes with the program")
    } else {
        language.pick("van de gebruiker", "the user's own")
    };
    let (codebook, rules) = (language.pick("codeboek", "codebook"), language.pick("regels", "rules"));
    // A path may hold any sign; indented, nothing of it is markup.
    let options = format!("{:#}", matter.options).lines().fold(String::new(), |text, line| text + "    " + line + "\n");
    format!(
        "antwoordmeter {}, {codebook} {} ({own}, {} {rules}). {}\n\n{options}",
        EDITION,
        matter.codebook.hash(),
        matter.codebook.rules().len(),
        language.pick("Instellingen die de uitkomst bepalen:", "Options that shape the outcome:"),
    )
}
