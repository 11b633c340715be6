//! How the figure moves with the definition of deferring.

use super::figure::Figure;
use super::shares::{self, Row};
use super::sheet::Sheet;
use super::words::{answers, number, percent};
use super::{Frame, Language};
use crate::measure::Counts;

/// The name of the chart.
const NAME: &str = "definitions";

/// The names of the definitions and what each counts, in Dutch and in English; the third is the headline.
const DEFINITIONS: [[(&str, &str); 2]; 8] = [
    [("Document met een datum", "A document with a date"), ("alleen waar de brief een datum noemt", "only where the letter gives a date")],
    [("Klasse “uitgesteld”", "Class “deferred”"), ("het antwoord zelf komt pas later", "the answer itself is put off")],
    [
        ("Document dat nog moest verschijnen", "A document that was not yet available"),
        ("in eigen woorden, wat het antwoord verder ook zegt", "in its own words, whatever else it says"),
    ],
    [("… of een jaarlijks document", "… or a yearly document"), ("zonder dat een jaargang is genoemd", "of which no edition is named")],
    [("… of een verwijzing ernaar", "… or a reference to it"), ("naar een antwoord dat zo wacht", "to an answer that waits like this")],
    [
        ("… of een later moment", "… or a later moment"),
        ("ook een datum of vergadering zonder document", "a date or meeting without a document too"),
    ],
    [("Elk uitstel", "Any deferral"), ("ook zonder document of moment", "without a document or moment too")],
    [
        ("Alles samen", "All together"),
        ("elk uitstel, jaarlijkse documenten en verwijzingen", "any deferral, yearly documents and references"),
    ],
];

/// Which of them is the headline.
const HEADLINE: usize = 2;

/// A chart of the answers that defer under each definition: as k of n for one letter, as shares with intervals (Wilson, 1927) for more.
///
/// Without answers, or when all definitions give the same, there is no chart.
pub fn definitions(counts: &Counts, letters: u32, frame: &Frame) -> Figure {
    let language = frame.language;
    let figures = [
        counts.defers_with_date,
        counts.deferral,
        counts.defers_to_document,
        counts.defers_or_recurring,
        counts.defers_including_references,
        counts.defers_or_moment,
        counts.defers_at_all,
        counts.defers_widest,
    ];
    let total = counts.answered;
    let (least, most) = (figures.into_iter().min().unwrap_or(0), figures.into_iter().max().unwrap_or(0));
    if total == 0 || least == most {
        let all = answers(total, language);
        let reason = match (total, most) {
            (0, _) => language.pick("Er zijn geen antwoorden.", "There are no answers.").to_owned(),
            (_, 0) => match language {
                Language::Dutch => format!("Onder geen enkele definitie wacht een van de {all} op iets dat later komt."),
                Language::English => format!("Under no definition does any of the {all} wait for something later."),
            },
            _ => {
                let said = number(most, language);
                match language {
                    Language::Dutch if most == 1 => format!("Onder elke definitie wacht {said} van de {all} op iets dat later komt."),
                    Language::Dutch => format!("Onder elke definitie wachten {said} van de {all} op iets dat later komt."),
                    Language::English => format!("Under every definition {said} of the {all} wait for something later."),
                }
            }
        };
        return Figure::Omitted { name: NAME, reason };
    }
    let rows: Vec<Row> = DEFINITIONS
        .into_iter()
        .zip(figures)
        .enumerate()
        .map(|(place, ([name, below], count))| Row {
            name: language.pick(name.0, name.1).to_owned(),
            below: language.pick(below.0, below.1).to_owned(),
            bold: place == HEADLINE,
            count,
            total,
            interval: letters > 1,
        })
        .collect();
    let title = title(least, most, total, letters, language);
    let subtitle = if letters > 1 {
        language.pick(
            "Van smal naar ruim, met 95%-interval (Wilson); vet is de telling die elders in dit verslag staat.",
            "From narrow to wide, with 95% interval (Wilson); in bold the count that the rest of the report has.",
        )
    } else {
        language.pick(
            "Van smal naar ruim; vet is de telling die elders in dit verslag staat.",
            "From narrow to wide; in bold the count that the rest of the report has.",
        )
    };
    let mut sheet = Sheet::new(&title, subtitle);
    shares::draw(&mut sheet, &rows, None, language);
    let mut description = format!("{title}.");
    for row in &rows {
        description += &row.in_words(language);
    }
    sheet.finish(NAME, title, &description, frame)
}

/// "Naargelang de definitie wachten 9 tot 16 van de 44 antwoorden op iets dat later komt".
fn title(least: u32, most: u32, total: u32, letters: u32, language: Language) -> String {
    let to = language.pick("tot", "to");
    let share = |count: u32| f64::from(count) / f64::from(total);
    let range = if letters > 1 {
        format!("{} {to} {}", percent(share(least), language).trim_end_matches(" %"), percent(share(most), language))
    } else {
        format!("{} {to} {}", number(least, language), number(most, language))
    };
    let all = answers(total, language);
    match language {
        Language::Dutch => {
            format!("Naargelang de definitie {} {range} van de {all} op iets dat later komt", if letters > 1 { "wacht" } else { "wachten" })
        }
        Language::English => format!("Depending on the definition, {range} of the {all} wait for something later"),
    }
}
