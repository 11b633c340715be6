//! The values that the template of the page names: everything in words, nothing left to compute.

use std::collections::BTreeSet;

use serde::Serialize;

use super::anchor::Anchors;
use super::answer::{Answer, answers};
use super::document::{Document, documents};
use super::{Matter, data};
use crate::codebook::Facet;
use crate::coder::Reason;
use crate::coding::Class;
use crate::measure::Counts;
use crate::report::charts::{By, Figure, together};
use crate::report::figures::groups::groups;
use crate::report::findings::headline;
use crate::report::findings::quote::Quote;
use crate::report::findings::{Findings, Shown};
use crate::report::methods::short::method;
use crate::report::words::codes;
use crate::report::{Language, words};

/// Everything on the page.
#[derive(Serialize)]
pub(super) struct View<'m> {
    lang: &'static str,
    title: String,
    facts: Vec<(&'static str, String)>,
    finding: String,
    definition: String,
    corrected: String,
    /// The glyphs of all charts.
    glyphs: String,
    figures: Vec<Picture<'m>>,
    by: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<Row>,
    rows_left_out: usize,
    /// What was not answered, where letters put it off or only ask.
    without: Vec<String>,
    letters: Vec<Part<'m>>,
    documents: usize,
    classes: Vec<(&'static str, &'static str, usize)>,
    themes: BTreeSet<&'m str>,
    awaited: BTreeSet<&'m str>,
    shown: usize,
    left_out: usize,
    unparsed: u32,
    problems: Vec<(&'m str, &'m str, &'m str)>,
    problems_in_all: u32,
    method: Vec<(&'static str, String)>,
    reasons: Vec<Settled>,
    facets: Vec<(&'static str, &'static str)>,
    tables: Vec<(&'m str, String)>,
}

/// A chart, or the sentence at its place.
#[derive(Serialize)]
struct Picture<'m> {
    name: &'m str,
    svg: String,
    description: &'m str,
    reason: &'m str,
}

/// A row of the table of counts.
#[derive(Serialize)]
struct Row {
    label: String,
    /// Counts, each with its share where there is one.
    cells: Vec<(u32, String)>,
    total: bool,
}

/// A letter that is shown.
#[derive(Serialize)]
struct Part<'m> {
    id: &'m str,
    facts: Vec<(&'static str, String)>,
    documents: Vec<Document<'m>>,
    /// Those of which the letter does not say whether they were available.
    unknown: Vec<Document<'m>>,
    answers: Vec<Answer<'m>>,
    unparsed: &'m [Quote],
    warnings: &'m [String],
}

/// A row of the decision table, and how many of the answers shown it settled.
#[derive(Serialize)]
struct Settled {
    sentence: &'static str,
    answers: usize,
    measured: String,
}

/// Rows that the table has at most; themes.csv and letters.csv have all.
const ROWS: usize = 100;

impl<'m> View<'m> {
    pub fn new(matter: &Matter<'m>, anchors: &'m Anchors<'m>) -> Self {
        let Matter { findings, codebook, language, .. } = *matter;
        let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
        let totals = &findings.totals;
        let (by, groups) = groups(totals, &findings.themes);
        let several = totals.letters > 1;
        let rows = groups.iter().take(ROWS).map(|(label, _, counts)| Row {
            label: if label.is_empty() { by.unnamed(false, language).to_owned() } else { label.clone() },
            cells: cells(*counts, several, language),
            total: false,
        });
        let total = Row { label: say("totaal", "total").to_owned(), cells: cells(totals.counts, several, language), total: true };
        let (glyphs, figures) = pictures(matter.figures);
        let count = |class: Class| findings.quotations().filter(|quotation| quotation.coding.class == class).count();
        Self {
            lang: say("nl", "en"),
            title: title(findings, language),
            facts: if totals.letters == 1 { findings.letters.first().map_or_else(Vec::new, |one| one.facts(language)) } else { Vec::new() },
            finding: headline::finding(totals, language),
            definition: headline::definition(totals, language),
            corrected: headline::corrected(totals, language),
            figures,
            glyphs,
            by: match by {
                By::Theme => say("thema", "theme"),
                By::Letter => say("brief", "letter"),
                By::Year => say("jaar", "year"),
            },
            columns: columns(language),
            rows: rows.chain([total]).collect(),
            without: totals.without.told(totals.counts, language),
            rows_left_out: groups.len().saturating_sub(ROWS),
            letters: findings.letters.iter().map(|letter| Part::new(letter, anchors, matter)).collect(),
            documents: findings.letters.iter().map(|letter| letter.documents.len()).sum(),
            classes: Class::ALL
                .iter()
                .map(|class| (class.code(), codes::class(*class, language), count(*class)))
                .filter(|(.., n)| *n > 0)
                .collect(),
            themes: findings.quotations().map(|quotation| quotation.theme.as_str()).filter(|theme| !theme.is_empty()).collect(),
            awaited: findings.quotations().map(|quotation| quotation.coding.document.as_str()).filter(|name| !name.is_empty()).collect(),
            shown: findings.quotations().count(),
            left_out: findings.left_out(),
            unparsed: totals.unparsed,
            problems: totals
                .skipped
                .iter()
                .map(|problem| (problem.file.as_str(), problem.what.as_str(), problem.remedy.as_str()))
                .collect(),
            problems_in_all: totals.problems.values().sum(),
            method: method(totals, codebook, language).into_iter().map(|paragraph| (paragraph.heading, paragraph.text)).collect(),
            reasons: reasons(findings, codebook.is_embedded(), language),
            facets: Facet::ALL.iter().map(|facet| (facet.code(), facet.meaning())).collect(),
            tables: matter
                .tables
                .iter()
                .map(|(name, bytes)| (name.as_str(), bytes.as_deref().map_or_else(|| name.clone(), data)))
                .collect(),
        }
    }
}

impl<'m> Part<'m> {
    fn new(letter: &'m Shown, anchors: &'m Anchors<'m>, matter: &Matter<'m>) -> Self {
        let (unknown, documents) = documents(letter, anchors, matter.language).into_iter().partition(Document::is_unknown);
        Self {
            id: &letter.id,
            facts: letter.facts(matter.language),
            documents,
            unknown,
            answers: answers(letter, anchors, matter),
            unparsed: &letter.unparsed,
            warnings: &letter.warnings,
        }
    }
}

fn title(findings: &Findings, language: Language) -> String {
    match (findings.totals.letters, &findings.totals.first) {
        (1, Some(first)) => first.line.clone(),
        (letters, _) => format!("{letters} {}", language.pick("brieven", "letters")),
    }
}

/// The glyphs of all charts, and the charts or the sentences at their places.
fn pictures(figures: &[Figure]) -> (String, Vec<Picture<'_>>) {
    let (glyphs, drawn) = together(figures.iter().filter_map(Figure::chart));
    let mut drawn = drawn.into_iter();
    let mut pictures = Vec::with_capacity(figures.len());
    for figure in figures {
        pictures.push(match figure {
            Figure::Drawn(chart) => {
                Picture { name: chart.name, svg: drawn.next().unwrap_or_default(), description: &chart.description, reason: "" }
            }
            Figure::Omitted { name, reason } => Picture { name, svg: String::new(), description: "", reason },
        });
    }
    (glyphs, pictures)
}

fn columns(language: Language) -> Vec<&'static str> {
    let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
    // Soft hyphens let eight columns fit.
    vec![
        say("vragen", "ques\u{ad}tions"),
        say("beant\u{ad}woord", "ans\u{ad}wered"),
        say("inhoude\u{ad}lijk", "substan\u{ad}tive"),
        say("uitge\u{ad}steld", "defer\u{ad}red"),
        say("door\u{ad}verwezen", "refer\u{ad}red"),
        say("onher\u{ad}leid\u{ad}baar", "unre\u{ad}solved"),
        say("wacht op docu\u{ad}ment", "waits for docu\u{ad}ment"),
        say("idem, met ver\u{ad}wijzingen", "with refe\u{ad}rences"),
    ]
}

/// The counts of a row; with the shares where several letters are compared.
fn cells(counts: Counts, several: bool, language: Language) -> Vec<(u32, String)> {
    let shares = [None, None].into_iter().chain(counts.shares()).map(|share| share.filter(|_| several));
    let words = shares.map(|share| share.map(|share| words::percent_of_text(share.value(), language)).unwrap_or_default());
    counts.all().into_iter().zip(words).collect()
}

/// The rows of the decision table that settled an answer, in the order of the table.
fn reasons(findings: &Findings, measured: bool, language: Language) -> Vec<Settled> {
    let settled = Reason::all().map(|reason| {
        let (right, all) = reason.measured();
        Settled {
            sentence: language.pick(reason.dutch(), reason.english()),
            answers: findings.quotations().filter(|quotation| quotation.reason == reason).count(),
            measured: if measured { words::share_of(right, all, language) } else { String::new() },
        }
    });
    settled.filter(|row| row.answers > 0).collect()
}
