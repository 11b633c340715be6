//! Whether the share of answers that wait changes over the years.

use std::fmt::Write as _;

use super::figure::Figure;
use super::font::Weight;
use super::funnel::{LIMITS, Point, limit};
use super::shares::{Row, Scale};
use super::sheet::{Anchor, DARK, EDGE, INK, LIGHT, MARGIN, QUIET, SIZE, Sheet, WIDTH};
use super::words::{answers, counted, number, percent};
use super::{Frame, Language};
use crate::measure::Share;

/// The name of the chart.
const NAME: &str = "years";

/// Height of the plot.
const HEIGHT: f64 = 170.0;

/// A year is never wider.
const WIDEST: f64 = 64.0;

/// A chart of the share of answers that wait for a document by year, with intervals (Wilson, 1927), and for each year the limits of
/// chance around the share of all: the funnel of [`super::senders`] in the order of time.
///
/// Years with fewer than five answers are only counted, as are `undated` answers. There is no chart of one year, nor when none or all of
/// the answers wait.
pub fn years(points: &[Point], undated: u32, frame: &Frame) -> Figure {
    let language = frame.language;
    let shares: Vec<(&Point, Share)> = points.iter().filter_map(|point| Some((point, Share::of(point.count, point.total)?))).collect();
    let few: Vec<&Point> = points.iter().filter(|point| point.total > 0 && Share::of(point.count, point.total).is_none()).collect();
    let (count, total) = shares.iter().fold((0, 0), |sum, (_, share)| (sum.0 + u64::from(share.count), sum.1 + u64::from(share.total)));
    if shares.len() < 2 || count == 0 || count == total {
        let reason = if shares.len() < 2 {
            language
                .pick(
                    "Er zijn geen twee jaren met elk ten minste vijf antwoorden.",
                    "There are no two years with at least five answers each.",
                )
                .to_owned()
        } else {
            format!("{}.", super::words::waiting(count, total, language))
        };
        return Figure::Omitted { name: NAME, reason };
    }
    let overall = count as f64 / total as f64;
    let title = title(&shares, language);
    let subtitle = subtitle(total, &few, undated, language);
    let mut sheet = Sheet::new(&title, &subtitle);
    draw(&mut sheet, &shares, overall, language);
    let mut description = format!("{title}. {subtitle}");
    for (point, share) in shares {
        let row = Row { name: point.label.clone(), count: share.count, total: share.total, interval: true, ..Row::default() };
        description += &row.in_words(language);
    }
    sheet.finish(NAME, title, &description, frame)
}

fn title(shares: &[(&Point, Share)], language: Language) -> String {
    let values = || shares.iter().map(|(_, share)| share.value());
    let (least, most) = (values().fold(1.0, f64::min), values().fold(0.0, f64::max));
    let (least, most) = (percent(least, language), percent(most, language));
    match language {
        Language::Dutch if least == most => format!("Per jaar wacht {most} van de antwoorden op een document dat nog moest verschijnen"),
        Language::Dutch => {
            format!(
                "Per jaar wacht {} tot {most} van de antwoorden op een document dat nog moest verschijnen",
                least.trim_end_matches(" %")
            )
        }
        Language::English if least == most => format!("In each year {most} of the answers wait for a document that was not yet available"),
        Language::English => {
            format!("By year, {} to {most} of the answers wait for a document that was not yet available", least.trim_end_matches(" %"))
        }
    }
}

fn subtitle(total: u64, few: &[&Point], undated: u32, language: Language) -> String {
    let all = answers(total, language);
    let mut text = match language {
        Language::Dutch => format!(
            "Jaar van de brief; {all}, met 95%-interval (Wilson). De lijn is het geheel; binnen de gestreepte grenzen blijft een jaar bij toeval 19 van de 20 keer, binnen de doorgetrokken 499 van de 500 keer."
        ),
        Language::English => format!(
            "Year of the letter; {all}, with 95% interval (Wilson). The line is the whole; by chance a year stays within the dashed limits 19 times in 20, within the whole ones 499 times in 500."
        ),
    };
    if !few.is_empty() {
        let left = counted(few.len() as u64, ("jaar", "jaren"), ("year", "years"), language);
        let _ = match language {
            Language::Dutch => write!(text, " Niet getekend: {left} met minder dan 5 antwoorden."),
            Language::English => write!(text, " Not drawn: {left} with fewer than 5 answers."),
        };
    }
    if undated > 0 {
        let _ = write!(text, " {} {}.", language.pick("Brieven zonder datum:", "Letters without a date:"), answers(undated, language));
    }
    text
}

fn draw(sheet: &mut Sheet, shares: &[(&Point, Share)], overall: f64, language: Language) {
    let highest = shares.iter().map(|(_, share)| share.high).fold(overall, f64::max);
    let scale = Scale::upto(highest, 5);
    let widest = scale.ticks().map(|tick| Weight::Regular.width(&percent(tick, language), SIZE)).fold(0.0, f64::max);
    let whole = percent(overall, language);
    let left = MARGIN + widest + 6.0;
    let slot = ((WIDTH - MARGIN - Weight::Bold.width(&whole, SIZE) - 6.0 - left) / shares.len() as f64).min(WIDEST);
    let right = left + slot * shares.len() as f64;
    sheet.y += 14.0;
    let (top, bottom) = (sheet.y, sheet.y + HEIGHT);
    let y = |share: f64| bottom - (bottom - top) * share.clamp(0.0, scale.end) / scale.end;
    for tick in scale.ticks() {
        sheet.line((left, y(tick)), (right, y(tick)), 0.6, if tick > 0.0 { LIGHT } else { EDGE });
        sheet.beside(&percent(tick, language), left - 5.0, y(tick), Anchor::Right, Weight::Regular, QUIET);
    }
    sheet.line((left, y(overall)), (right, y(overall)), 0.9, INK);
    sheet.beside(&whole, right + 4.0, y(overall), Anchor::Left, Weight::Bold, INK);
    let counts: Vec<String> =
        shares.iter().map(|(_, share)| format!("{}/{}", number(share.count, language), number(share.total, language))).collect();
    let fits = |texts: &[String]| texts.iter().all(|text| Weight::Regular.width(text, SIZE) + 4.0 <= slot);
    let names: Vec<String> = shares.iter().map(|(point, _)| point.label.clone()).collect();
    // Every second, fifth or tenth name, where they do not fit beside one another.
    let name = names.iter().map(|name| Weight::Regular.width(name, SIZE) + 4.0).fold(0.0, f64::max);
    let every = [1, 2, 5, 10, 20, 50, 100].into_iter().find(|every| *every as f64 * slot >= name).unwrap_or(1_000);
    for (place, (_, share)) in shares.iter().enumerate() {
        let from = left + slot * place as f64;
        let middle = from + slot / 2.0;
        for (z, dash) in LIMITS.into_iter().zip([2.0, 0.0]) {
            for side in [-1.0, 1.0] {
                let at = overall + side * limit(overall, share.total.into(), z);
                if at > 0.0 && at < scale.end {
                    sheet.dashed((from + 1.0, y(at)), (from + slot - 1.0, y(at)), 0.8, QUIET, dash);
                }
            }
        }
        sheet.line((middle, y(share.low)), (middle, y(share.high)), 1.6, DARK);
        sheet.disc((middle, y(share.value())), 3.6_f64.min(slot / 2.0), DARK);
        if place % every == 0 {
            sheet.text(&names[place], (middle, bottom + SIZE + 4.0), Anchor::Middle, SIZE, Weight::Regular, INK);
        }
        if fits(&counts) {
            sheet.text(&counts[place], (middle, bottom + SIZE * 2.2 + 4.0), Anchor::Middle, SIZE, Weight::Regular, QUIET);
        }
    }
    sheet.y = bottom + SIZE * if fits(&counts) { 2.4 } else { 1.3 } + 4.0;
}
