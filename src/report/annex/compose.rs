//! What an annex to a motion says of one letter, in the order in which a reader asks for it.

use std::path::Path;

use roxmltree::Document as Xml;

use super::choice::{Choice, listed, short};
use super::draft::{Block, Column, Draft, Picture, Run, Table};
use crate::codebook::Codebook;
use crate::coding::ExternalKind;
use crate::error::{Error, Result};
use crate::measure::Counts;
use crate::report::charts::{self, Chart, Figure};
use crate::report::figures::groups::groups;
use crate::report::findings::headline;
use crate::report::findings::quotation::Quotation;
use crate::report::findings::{Findings, Shown};
use crate::report::methods::short::method;
use crate::report::{Language, figures};

/// The annex of the one letter in `findings`, with the answers that are chosen.
///
/// # Errors
/// There is no letter with answers, or more than one; no answer is chosen; the chart cannot be drawn.
pub fn draft(findings: &Findings, codebook: &Codebook, choice: &Choice, language: Language) -> Result<Draft> {
    let letter = match findings.letters.as_slice() {
        [] => return Err(Error::new(Path::new("annex"), "there is no letter to make it of", "give a letter with questions and answers")),
        [letter] => letter,
        [first, ..] => {
            let what = format!("holds {} letters, and an annex is of one", findings.letters.len());
            return Err(Error::new(Path::new(&first.file), what, "give the file of one letter"));
        }
    };
    let fail = |(what, remedy): (String, String)| Error::new(Path::new(&letter.file), what, remedy);
    if letter.quotations.is_empty() {
        return Err(fail(("has no questions".to_owned(), "antwoordmeter read shows what its lines were taken for".to_owned())));
    }
    if findings.totals.counts.answered == 0 {
        return Err(fail(("has questions and no answers".to_owned(), "give the letter that answers them".to_owned())));
    }
    let chosen = choice.of(&letter.quotations.iter().collect::<Vec<_>>()).map_err(fail)?;
    let chosen: Vec<&Quotation> = chosen.iter().filter_map(|place| letter.quotations.get(*place)).collect();
    let page = Page { findings, letter, codebook, language };
    let mut blocks = page.opening();
    blocks.push(page.chart()?);
    blocks.extend(page.counts());
    blocks.extend(page.documents());
    blocks.extend(page.answers(&chosen, choice));
    blocks.extend(page.method());
    let line = findings.totals.first.as_ref().map_or(letter.id.as_str(), |first| first.line.as_str());
    Ok(Draft {
        title: page.say("Bijlage: wat de antwoorden doen", "Annex: what the answers do").to_owned(),
        footer: shortened(line),
        language,
        blocks,
    })
}

/// What the parts of an annex are made of.
pub(super) struct Page<'f> {
    findings: &'f Findings,
    pub letter: &'f Shown,
    codebook: &'f Codebook,
    pub language: Language,
}

impl Page<'_> {
    pub const fn say<'t>(&self, dutch: &'t str, english: &'t str) -> &'t str {
        self.language.pick(dutch, english)
    }

    pub fn heading(&self, level: u8, dutch: &str, english: &str) -> Block {
        Block::Heading(level, Run::plain(self.say(dutch, english)))
    }

    /// Which letter it is, and what was found.
    fn opening(&self) -> Vec<Block> {
        let mut facts = Vec::new();
        for (label, value) in self.letter.facts(self.language) {
            let end = if facts.is_empty() { "" } else { "\n" };
            facts.push(Run::plain(format!("{end}{label}: ")));
            facts.push(Run::plain(value).within(Language::Dutch));
        }
        let totals = &self.findings.totals;
        let mut blocks = vec![
            Block::Paragraph(facts),
            self.heading(1, "Bevinding", "Finding"),
            Block::Paragraph(vec![Run::bold(headline::finding(totals, self.language))]),
            Block::Paragraph(vec![Run::plain(headline::definition(totals, self.language))]),
        ];
        let corrected = headline::corrected(totals, self.language);
        if !corrected.is_empty() {
            blocks.push(Block::Paragraph(vec![Run::plain(format!("* {corrected}"))]));
        }
        blocks.extend(self.delivered());
        blocks
    }

    /// What came with the letter is no reference to something that a reader has yet to find.
    fn delivered(&self) -> Option<Block> {
        let annexed = self.letter.quotations.iter().filter(|quotation| quotation.coding.external == Some(ExternalKind::Annex));
        let numbers = listed(annexed.map(short));
        let sentence = match (numbers.is_empty(), self.language) {
            (true, _) => return None,
            (_, Language::Dutch) => {
                format!(
                    "Verwijzingen naar een bijlage van de brief zelf gaan over een stuk dat met de brief is geleverd: antwoord {numbers}."
                )
            }
            (_, Language::English) => {
                format!("References to an annex of the letter itself are to something that came with the letter: answer {numbers}.")
            }
        };
        Some(Block::Paragraph(vec![Run::plain(sentence)]))
    }

    /// The chart of classes, or why there is none.
    fn chart(&self) -> Result<Block> {
        let totals = &self.findings.totals;
        match figures::classes(totals, &self.findings.themes, self.codebook.hash(), self.language) {
            Figure::Drawn(chart) => Ok(Block::Picture(picture(&chart)?)),
            Figure::Omitted { reason, .. } => Ok(Block::Paragraph(vec![Run::plain(reason)])),
        }
    }

    /// The table of themes.
    fn counts(&self) -> Vec<Block> {
        let totals = self.findings.totals.counts;
        let unresolved = totals.unresolved > 0;
        let number = |dutch, english| Column { title: self.say(dutch, english).to_owned(), width: 2.0, numbers: true };
        let mut columns = vec![
            Column { title: self.say("Thema", "Theme").to_owned(), width: 5.0, numbers: false },
            number("inhoude\u{AD}lijk", "substan\u{AD}tive"),
            number("uit\u{AD}gesteld", "deferred"),
            number("door\u{AD}verwezen", "referred"),
        ];
        if unresolved {
            columns.push(number("onherleid\u{AD}baar", "un\u{AD}resolved"));
        }
        columns.push(number("beant\u{AD}woord", "answered"));
        columns.push(number("naar docu\u{AD}ment dat nog moest ver\u{AD}schij\u{AD}nen", "to docu\u{AD}ment not yet avail\u{AD}able"));
        let row = |label: &str, counts: Counts, look: fn(String) -> Run| {
            let mut row = vec![vec![look(label.to_owned()).within(Language::Dutch)]];
            let middle = if unresolved { vec![counts.unresolved] } else { Vec::new() };
            let counted = [counts.substantive, counts.deferral, counts.external_reference].into_iter().chain(middle);
            row.extend(counted.chain([counts.answered]).map(|count| vec![look(count.to_string())]));
            row.push(vec![look(format!("{} {} {}", counts.defers_to_document, self.say("van", "of"), counts.answered))]);
            row
        };
        let (none, all) = (self.say("zonder thema", "without theme"), self.say("alle antwoorden", "all answers"));
        let (_, groups) = groups(&self.findings.totals, &self.findings.themes);
        let headed = groups.iter().any(|(label, ..)| !label.is_empty());
        let themed = groups.iter().filter(|_| headed);
        let mut rows: Vec<_> =
            themed.map(|(label, _, counts)| row(if label.is_empty() { none } else { label }, *counts, Run::plain)).collect();
        rows.push(row(if headed { self.say("totaal", "total") } else { all }, totals, Run::bold));
        let caption = self.say("Antwoorden naar wat zij doen", "Answers by what they do").to_owned();
        vec![self.heading(1, "Tellingen", "Counts"), Block::Table(Table { caption, columns, rows })]
    }

    /// How it was made, and what it does not say.
    fn method(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading(1, "Methode en grenzen", "Method and limits")];
        for paragraph in method(&self.findings.totals, self.codebook, self.language) {
            blocks.push(Block::Paragraph(vec![Run::bold(format!("{}. ", paragraph.heading)), Run::plain(paragraph.text)]));
        }
        let missed = self.letter.unparsed.iter().map(|quote| format!("\u{201C}{}\u{201D} ({})", quote.words, quote.place));
        let missed: Vec<String> = self.letter.warnings.iter().cloned().chain(missed).collect();
        if !missed.is_empty() {
            blocks.push(Block::Paragraph(vec![Run::bold(self.say("Wat niet is begrepen:", "What was not understood:"))]));
            blocks.push(Block::List(missed.into_iter().map(|text| vec![Run::plain(text)]).collect()));
        }
        blocks
    }
}

/// A chart as a picture, with its data in words.
fn picture(chart: &Chart) -> Result<Picture> {
    let svg = Xml::parse(&chart.svg).ok();
    let length = |name| svg.as_ref()?.root_element().attribute(name)?.strip_suffix("mm")?.parse().ok();
    Ok(Picture {
        png: charts::png(chart, &mut Vec::new())?,
        width: length("width").unwrap_or(160.0),
        height: length("height").unwrap_or(100.0),
        title: chart.title.clone(),
        description: chart.description.clone(),
        caption: chart.title.clone(),
        svg: Some(chart.svg.clone()),
    })
}

/// A line for the foot of the page; one that is too long for it ends in three dots, and stands whole on the first page.
fn shortened(line: &str) -> String {
    const MOST: usize = 90;
    if line.chars().count() <= MOST { line.to_owned() } else { line.chars().take(MOST).chain(['\u{2026}']).collect() }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn the_foot_of_a_page_is_one_line() {
        assert_eq!(shortened("kort"), "kort");
        assert!(shortened(&"é".repeat(300)).ends_with("é…") && shortened(&"é".repeat(300)).chars().count() == 91);
    }
}
