//! What an annex to a motion says of one letter, in the order in which a reader asks for it.

use std::path::Path;

use roxmltree::Document as Xml;

use super::choice::{Choice, short};
use super::draft::{Block, Column, Draft, Picture, Run, Table};
use super::quoted::{CUT, WHOLE, answer, flowing};
use super::register::{awaited, told};
use crate::codebook::Codebook;
use crate::coding::{DeferralKind, ExternalKind};
use crate::error::{Error, Result};
use crate::measure::Counts;
use crate::report::Language;
use crate::report::charts::{self, Chart, Figure};
use crate::report::dates::due;
use crate::report::figures;
use crate::report::findings::{Findings, Shown};
use crate::report::headline;
use crate::report::method::method;
use crate::report::quotation::Quotation;
use crate::report::unit::grouped;
use crate::report::words;

/// The annex of the one letter in `findings`, with the answers that are chosen.
///
/// # Errors
/// There is no letter with questions, or more than one; no answer is chosen; the chart cannot be drawn.
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
    let chosen = choice.of(&letter.quotations.iter().collect::<Vec<_>>()).map_err(fail)?;
    let chosen: Vec<&Quotation> = chosen.iter().filter_map(|place| letter.quotations.get(*place)).collect();
    let page = Page { findings, letter, codebook, language };
    let mut blocks = page.opening();
    blocks.extend(page.chart()?);
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
struct Page<'f> {
    findings: &'f Findings,
    letter: &'f Shown,
    codebook: &'f Codebook,
    language: Language,
}

impl Page<'_> {
    const fn say<'t>(&self, dutch: &'t str, english: &'t str) -> &'t str {
        self.language.pick(dutch, english)
    }

    fn heading(&self, level: u8, dutch: &str, english: &str) -> Block {
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
    fn chart(&self) -> Result<Option<Block>> {
        let figures = figures::charts(&self.findings.totals, &self.findings.themes, self.codebook.hash(), self.language);
        match figures.iter().find(|figure| figure.name() == "classes") {
            Some(Figure::Drawn(chart)) => Ok(Some(Block::Picture(picture(chart)?))),
            Some(Figure::Omitted { reason, .. }) => Ok(Some(Block::Paragraph(vec![Run::plain(reason)]))),
            None => Ok(None),
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
        columns.push(number("naar docu\u{AD}ment dat nog niet bestond", "to docu\u{AD}ment that did not exist yet"));
        let row = |label: &str, counts: Counts, look: fn(String) -> Run| {
            let mut row = vec![vec![look(label.to_owned()).within(Language::Dutch)]];
            let middle = if unresolved { vec![counts.unresolved] } else { Vec::new() };
            let counted = [counts.substantive, counts.deferral, counts.external_reference].into_iter().chain(middle);
            row.extend(counted.chain([counts.answered]).map(|count| vec![look(count.to_string())]));
            row.push(vec![look(format!("{} {} {}", counts.defers_to_document, self.say("van", "of"), counts.answered))]);
            row
        };
        let (none, all) = (self.say("zonder thema", "without theme"), self.say("alle antwoorden", "all answers"));
        let (_, groups) = grouped(&self.findings.themes);
        let headed = groups.iter().any(|(label, _)| !label.is_empty());
        let themed = groups.iter().filter(|_| headed);
        let mut rows: Vec<_> =
            themed.map(|(label, counts)| row(if label.is_empty() { none } else { label }, *counts, Run::plain)).collect();
        rows.push(row(if headed { self.say("totaal", "total") } else { all }, totals, Run::bold));
        let caption = self.say("Antwoorden naar wat zij doen", "Answers by what they do").to_owned();
        vec![self.heading(1, "Tellingen", "Counts"), Block::Table(Table { caption, columns, rows })]
    }

    /// The documents that answers wait for, with their proofs.
    fn documents(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading(1, "Documenten die nog niet bestonden", "Documents that did not exist yet")];
        let documents = awaited(self.letter);
        if documents.is_empty() {
            let none = self.say(
                "De brief noemt geen document waarvan blijkt dat het nog niet bestond.",
                "The letter names no document that is shown not to exist yet.",
            );
            blocks.push(Block::Paragraph(vec![Run::plain(none)]));
        } else {
            let column = |dutch, english, width| Column { title: self.say(dutch, english).to_owned(), width, numbers: false };
            blocks.push(Block::Table(Table {
                caption: self
                    .say("Wanneer zij komen, met de woorden van de brief", "When they come, in the words of the letter")
                    .to_owned(),
                columns: vec![
                    column("Document", "Document", 4.0),
                    column("Verwacht", "Expected", 2.6),
                    column("Ant\u{AD}woorden", "Answers", 2.2),
                    column("Wat er staat", "What it says", 6.0),
                ],
                rows: documents.into_iter().map(|document| told(document, self.letter, self.language)).collect(),
            }));
        }
        let unnamed = self
            .letter
            .quotations
            .iter()
            .filter(|quotation| quotation.coding.deferral == Some(DeferralKind::Document) && quotation.awaited.is_none());
        let unnamed = listed(unnamed.map(short));
        if !unnamed.is_empty() {
            let sentence =
                self.say("Naar een document zonder naam verwijst ook antwoord", "To a document without a name refers, too, answer");
            blocks.push(Block::Paragraph(vec![Run::plain(format!("{sentence} {unnamed}."))]));
        }
        blocks
    }

    /// The chosen answers, by theme.
    fn answers(&self, chosen: &[&Quotation], choice: &Choice) -> Vec<Block> {
        let mut quoted = Vec::new();
        let (mut cut, mut theme) = (false, "");
        let mut rest = chosen;
        while let [first, after @ ..] = rest {
            // One answer to several questions is quoted once.
            let same =
                after.iter().take_while(|next| first.coding.shared && next.answer == first.answer && next.theme == first.theme).count();
            let (together, others) = rest.split_at(same + 1);
            if first.theme != theme {
                theme = &first.theme;
                quoted.push(Block::Heading(2, Run::plain(theme).within(Language::Dutch)));
            }
            let (blocks, was_cut) = self.quoted(together);
            quoted.extend(blocks);
            cut |= was_cut;
            rest = others;
        }
        let mut blocks = vec![self.heading(1, "Vragen en antwoorden", "Questions and answers")];
        blocks.push(Block::Paragraph(vec![Run::plain(self.selection(chosen.len(), choice, cut))]));
        blocks.extend(quoted);
        blocks
    }

    /// Which answers stand here, and how they are shown.
    fn selection(&self, chosen: usize, choice: &Choice, cut: bool) -> String {
        let all = self.letter.quotations.len();
        let which = match (choice.only, self.language) {
            (None, _) => String::new(),
            (Some(only), Language::Dutch) => format!(" (gekozen: {})", only.words(self.language)),
            (Some(only), Language::English) => format!(" (chosen: {})", only.words(self.language)),
        };
        let mut text = match (chosen, self.language) {
            (_, Language::Dutch) if all == 1 => "Hier staat de vraag met haar antwoord.".to_owned(),
            (_, Language::English) if all == 1 => "Here stands the question with its answer.".to_owned(),
            (_, Language::Dutch) if chosen == all => format!("Hier staan alle {all} vragen met hun antwoord."),
            (_, Language::English) if chosen == all => format!("All {all} questions stand here with their answers."),
            (1, Language::Dutch) => format!("Hier staat 1 van de {all} vragen met haar antwoord{which}; de andere staan in de brief."),
            (_, Language::Dutch) => {
                format!("Hier staan {chosen} van de {all} vragen met hun antwoord{which}; de andere staan in de brief.")
            }
            (_, Language::English) => {
                format!("Of the {all} questions, {chosen} stand here with their answers{which}; the others are in the letter.")
            }
        };
        text += self
            .say(" Vet en onderstreept zijn de woorden waarop de code berust.", " The words that a code rests on are bold and underlined.");
        if cut {
            let (longer, left_out) = match self.language {
                Language::Dutch => (
                    format!(" Van antwoorden van meer dan {WHOLE} woorden staan hier het begin en de zinnen waarop de code berust;"),
                    format!(" {CUT} staat waar tekst is weggelaten."),
                ),
                Language::English => (
                    format!(" Of answers of more than {WHOLE} words, the begin and the sentences that the code rests on are quoted;"),
                    format!(" {CUT} stands where text was left out."),
                ),
            };
            text = [text, longer, left_out].concat();
        }
        text
    }

    /// Questions with the one answer to them.
    fn quoted(&self, together: &[&Quotation]) -> (Vec<Block>, bool) {
        let mut lead = Vec::new();
        for quotation in together {
            let number = format!("{}{} {}. ", if lead.is_empty() { "" } else { "\n" }, self.say("Vraag", "Question"), short(quotation));
            lead.push(Run::bold(number));
            lead.extend(flowing(&quotation.question));
        }
        let Some(quotation) = together.first() else { return (Vec::new(), false) };
        lead.push(Run::italic(format!("\n{}", self.coded(quotation))));
        let (paragraphs, cut) = answer(quotation);
        if paragraphs.is_empty() {
            return (vec![Block::Paragraph(lead)], false);
        }
        let leads = std::iter::once(lead).chain(std::iter::repeat(Vec::new()));
        (paragraphs.into_iter().zip(leads).map(|(text, lead)| Block::Quotation { lead, text }).collect(), cut)
    }

    /// The codes of an answer in words, and where it stands.
    fn coded(&self, quotation: &Quotation) -> String {
        let (coding, language) = (&quotation.coding, self.language);
        let via = listed(
            coding.via.iter().map(|id| self.letter.quotations.iter().find(|other| other.coding.id == *id).map_or(id.as_str(), short)),
        );
        let awaits = coding.deferral.map(|kind| {
            let document = if coding.document.is_empty() { String::new() } else { format!(": {}", coding.document) };
            let at = coding.due.map(|at| format!(", {} {}", self.say("verwacht:", "expected:"), due(at, language))).unwrap_or_default();
            format!("{} {}{document}{at}", self.say("verwijst naar", "refers to"), words::deferral(kind, language))
        });
        let points = coding.external.map(|kind| format!("{} {}", self.say("verwijst naar", "refers to"), words::external(kind, language)));
        let parts = [
            Some(words::class(coding.class, language).to_owned()),
            (!via.is_empty()).then(|| format!("{} {via}", self.say("zoals antwoord", "as answer"))),
            awaits,
            points,
            coding.no_information.then(|| self.say("de afzender weet het niet", "the sender does not know").to_owned()),
            coding.refusal.then(|| self.say("de afzender zegt het niet", "the sender declines").to_owned()),
            (!quotation.place.is_empty()).then(|| format!("{}: {}", self.say("in de brief", "in the letter"), quotation.place)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
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
        png: charts::png(&chart.svg)?,
        width: length("width").unwrap_or(160.0),
        height: length("height").unwrap_or(100.0),
        title: chart.title.clone(),
        description: chart.description.clone(),
        caption: chart.title.clone(),
        svg: Some(charts::paths(&chart.svg)?),
    })
}

/// Numbers in a sentence; three or more that follow each other as a stretch.
pub(super) fn listed<'t>(numbers: impl Iterator<Item = &'t str>) -> String {
    let mut stretches: Vec<Vec<&str>> = Vec::new();
    for number in numbers {
        let follows = |last: &str| last.parse::<u32>().ok().zip(number.parse::<u32>().ok()).is_some_and(|(last, next)| next == last + 1);
        match stretches.last_mut() {
            Some(stretch) if stretch.last().is_some_and(|last| follows(last)) => stretch.push(number),
            _ => stretches.push(vec![number]),
        }
    }
    let told = stretches.iter().map(|stretch| match stretch.as_slice() {
        [first, _, .., last] => format!("{first}–{last}"),
        few => few.join(", "),
    });
    told.collect::<Vec<_>>().join(", ")
}

/// A line for the foot of the page; one that is too long for it ends in three dots, and stands whole on the first page.
fn shortened(line: &str) -> String {
    const MOST: usize = 90;
    if line.chars().count() <= MOST { line.to_owned() } else { line.chars().take(MOST).chain(['\u{2026}']).collect() }
}

#[cfg(test)]
mod tests {
    use super::{listed, shortened};

    #[test]
    fn numbers_that_follow_each_other_are_a_stretch() {
        let table =
            [("4 5 14 15 16 17 18", "4, 5, 14–18"), ("1", "1"), ("3a 3b 4 5", "3a, 3b, 4, 5"), ("2.1 2.2 u1", "2.1, 2.2, u1"), ("", "")];
        let wrong: Vec<_> =
            table.iter().map(|(given, told)| (listed(given.split_whitespace()), told)).filter(|(got, told)| got != *told).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn the_foot_of_a_page_is_one_line() {
        assert_eq!(shortened("kort"), "kort");
        assert!(shortened(&"é".repeat(300)).ends_with("é…") && shortened(&"é".repeat(300)).chars().count() == 91);
    }
}
