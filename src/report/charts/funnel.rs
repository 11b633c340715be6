//! Which senders differ from all: a funnel, not a league table.
//!
//! D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005), 1185-1202. A point
//! lies outside the limits exactly when its Wilson interval of that level leaves out the overall share.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::figure::Figure;
use super::font::Weight;
use super::names::Names;
use super::shares::Scale;
use super::sheet::{Anchor, DARK, EDGE, INK, LEADING, LIGHT, MARGIN, QUIET, SIZE, Sheet, WIDTH};
use super::words::{answers, counted, number, of, percent};
use super::{Frame, Language};
use crate::measure::Share;

/// The name of the chart.
const NAME: &str = "senders";

/// Height of the plot.
const HEIGHT: f64 = 230.0;

/// Fewer points make no funnel.
const FEWEST: usize = 3;

/// Answers in one letter are alike: of a sender with fewer letters, nobody can tell whether it stands apart or its letter does.
const FEWEST_LETTERS: u32 = 2;

/// The quantiles of the standard normal distribution for limits that 95 % and 99.8 % of the points should lie within.
pub(super) const LIMITS: [f64; 2] = [1.959_964, 3.090_232];

/// The answers of one sender or year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// The sender or year.
    pub label: String,
    /// Answers whose own words defer to a document.
    pub count: u32,
    /// Answers.
    pub total: u32,
}

/// How far the share of `total` answers may lie from the overall `share` by chance alone; `z` is a quantile of the normal distribution.
pub(super) fn limit(share: f64, total: f64, z: f64) -> f64 {
    z * (share * (1.0 - share) / total).sqrt()
}

/// How far a share lies from the overall one, in standard deviations.
fn away(share: &Share, overall: f64) -> f64 {
    (share.value() - overall) / limit(overall, share.total.into(), 1.0)
}

/// A funnel of senders: the share of answers that wait for a document, against their number, with the limits of chance around the
/// share of all. Senders outside the outer limits have their names and intervals.
///
/// Each comes with its letters that have answers. Senders with fewer than five answers are only counted. There is no chart of fewer than
/// three senders with two letters, nor when none or all of the answers wait.
pub fn senders(points: &[(Point, u32)], frame: &Frame) -> Figure {
    let language = frame.language;
    let share = |point: &Point| Share::of(point.count, point.total);
    let shares: Vec<(&Point, Share)> = points.iter().filter_map(|(point, _)| Some((point, share(point)?))).collect();
    let few: Vec<&Point> = points.iter().map(|(point, _)| point).filter(|point| point.total > 0 && share(point).is_none()).collect();
    let (count, total) = shares.iter().fold((0, 0), |sum, (_, share)| (sum.0 + u64::from(share.count), sum.1 + u64::from(share.total)));
    let comparable = points.iter().filter(|(point, letters)| *letters >= FEWEST_LETTERS && share(point).is_some()).count();
    if comparable < FEWEST || count == 0 || count == total {
        let reason = if comparable < FEWEST {
            language
                .pick(
                    "Er zijn minder dan drie afzenders met ten minste twee brieven en vijf antwoorden.",
                    "There are fewer than three senders with at least two letters and five answers.",
                )
                .to_owned()
        } else {
            format!("{}.", super::words::waiting(count, total, language))
        };
        return Figure::Omitted { name: NAME, reason };
    }
    let overall = count as f64 / total as f64;
    let mut outside: Vec<_> = shares.iter().filter(|(_, share)| away(share, overall).abs() > LIMITS[1]).collect();
    outside.sort_by(|(one, a), (other, b)| {
        away(b, overall).abs().total_cmp(&away(a, overall).abs()).then_with(|| one.label.cmp(&other.label))
    });
    let title = title(outside.len(), shares.len(), overall, language);
    let mut sheet = Sheet::new(&title, &subtitle(total, &few, language));
    let plot = Plot::new(&mut sheet, &shares, overall, language);
    plot.limits(&mut sheet, overall, language);
    // Of points that would lie on one another, one is drawn.
    let places: BTreeSet<(i64, i64)> =
        shares.iter().filter(|(_, share)| away(share, overall).abs() <= LIMITS[1]).map(|(_, share)| plot.dot(share)).collect();
    for (x, y) in &places {
        sheet.disc((*x as f64 / 2.0, *y as f64 / 2.0), 2.0, EDGE);
    }
    let unnamed = plot.name(&mut sheet, &outside, &places);
    sheet.y = plot.bottom + SIZE * 2.6;
    if !unnamed.is_empty() {
        let words = format!("{} {}.", language.pick("Ook buiten de grenzen:", "Also outside the limits:"), unnamed.join("; "));
        sheet.y += 4.0;
        sheet.paragraph(&words, Weight::Regular, SIZE, INK, 8);
    }
    let mut description = format!("{title}. {}", subtitle(total, &few, language));
    for (point, share) in outside {
        let interval = format!("{} {} {}", percent(share.low, language), language.pick("tot", "to"), percent(share.high, language));
        let _ = write!(
            description,
            " {}: {}, {} (Wilson 95 %: {interval}).",
            point.label.trim(),
            of(share.count, share.total, language),
            percent(share.value(), language)
        );
    }
    sheet.finish(NAME, title, &description, frame)
}

fn title(outside: usize, all: usize, overall: f64, language: Language) -> String {
    let (outside, all, overall) = (outside as u64, all as u64, percent(overall, language));
    match (language, outside) {
        (Language::Dutch, 0) => format!(
            "Bij geen van de {} afzenders is een afwijking aangetoond van het geheel, waarin {overall} van de antwoorden op een document wacht",
            number(all, language)
        ),
        (Language::Dutch, _) => format!(
            "{} van de {} afzenders {} af van het geheel, waarin {overall} van de antwoorden op een document wacht",
            number(outside, language),
            number(all, language),
            if outside == 1 { "wijkt" } else { "wijken" }
        ),
        (Language::English, 0) => format!(
            "None of the {} senders is shown to differ from the whole, in which {overall} of the answers wait for a document",
            number(all, language)
        ),
        (Language::English, _) => format!(
            "{} of the {} senders {} from the whole, in which {overall} of the answers wait for a document",
            number(outside, language),
            number(all, language),
            if outside == 1 { "differs" } else { "differ" }
        ),
    }
}

fn subtitle(total: u64, few: &[&Point], language: Language) -> String {
    let all = answers(total, language);
    let left = counted(few.len() as u64, ("afzender", "afzenders"), ("sender", "senders"), language);
    let few = answers(few.iter().map(|point| u64::from(point.total)).sum::<u64>(), language);
    let mut text = match language {
        Language::Dutch => format!(
            "Elk punt is een afzender, samen {all}. Bij toeval alleen ligt 1 op de 20 buiten de gestreepte en 1 op de 500 buiten de doorgetrokken grens (Spiegelhalter, 2005); antwoorden in één brief lijken op elkaar, zodat dat in werkelijkheid vaker gebeurt."
        ),
        Language::English => format!(
            "Each point is a sender, together {all}. By chance alone 1 in 20 lies outside the dashed and 1 in 500 outside the whole limit (Spiegelhalter, 2005); answers in one letter are alike, so in reality that happens more often."
        ),
    };
    if !left.starts_with("0 ") {
        let _ = match language {
            Language::Dutch => write!(text, " Niet getekend: {left} met minder dan 5 antwoorden ({few})."),
            Language::English => write!(text, " Not drawn: {left} with fewer than 5 answers ({few})."),
        };
    }
    text
}

/// Where points lie: the number of answers to the right, as a logarithm, and the share upwards.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    least: f64,
    most: f64,
    scale: Scale,
}

impl Plot {
    /// The axes.
    fn new(sheet: &mut Sheet, shares: &[(&Point, Share)], overall: f64, language: Language) -> Self {
        let totals = || shares.iter().map(|(_, share)| f64::from(share.total));
        let (least, most) = (totals().fold(f64::INFINITY, f64::min), totals().fold(0.0, f64::max));
        // The interval of a point that stands out is drawn whole.
        let top = |share: &Share| if away(share, overall).abs() > LIMITS[1] { share.high } else { share.value() * 1.04 };
        let highest = shares.iter().map(|(_, share)| top(share)).fold(overall + limit(overall, most, LIMITS[1]), f64::max);
        let scale = Scale::upto(highest.min(1.0), 5);
        sheet.y += 10.0;
        sheet.text(
            language.pick("aandeel dat wacht", "share that waits"),
            (MARGIN, sheet.y + SIZE),
            Anchor::Left,
            SIZE,
            Weight::Regular,
            INK,
        );
        let top = sheet.y + SIZE * 2.0;
        let widest = scale.ticks().map(|tick| Weight::Regular.width(&percent(tick, language), SIZE)).fold(0.0, f64::max);
        let limits = Weight::Regular.width("99,8 %", SIZE) + 6.0;
        let plot = Self {
            left: MARGIN + widest + 6.0,
            right: WIDTH - MARGIN - limits,
            top,
            bottom: top + HEIGHT,
            least: least * 0.93,
            most: (most * 1.07).max(least * 1.5),
            scale,
        };
        for tick in scale.ticks() {
            let y = plot.y(tick);
            sheet.line((plot.left, y), (plot.right, y), 0.6, if tick > 0.0 { LIGHT } else { EDGE });
            sheet.beside(&percent(tick, language), plot.left - 5.0, y, Anchor::Right, Weight::Regular, QUIET);
        }
        let mut free = f64::NEG_INFINITY;
        // Over a short range every digit has a mark.
        let leads: &[u64] = if plot.most / plot.least > 12.0 { &[1, 2, 5] } else { &[1, 2, 3, 4, 5, 6, 8] };
        for tick in (0..11).flat_map(|power| leads.iter().map(move |lead| lead * 10_u64.pow(power))) {
            let (x, text) = (plot.x(tick as f64), number(tick, language));
            let half = Weight::Regular.width(&text, SIZE) / 2.0;
            let tick = tick as f64;
            if tick < plot.least || tick > plot.most || x - half < free || x + half > WIDTH - MARGIN {
                continue;
            }
            sheet.line((x, plot.bottom), (x, plot.bottom + 3.0), 0.6, EDGE);
            sheet.text(&text, (x, plot.bottom + SIZE + 4.0), Anchor::Middle, SIZE, Weight::Regular, QUIET);
            free = x + half + 6.0;
        }
        let caption = language.pick("aantal antwoorden (logaritmische schaal)", "number of answers (logarithmic scale)");
        sheet.text(caption, (plot.right, plot.bottom + SIZE * 2.3 + 4.0), Anchor::Right, SIZE, Weight::Regular, INK);
        plot
    }

    fn x(&self, total: f64) -> f64 {
        self.left + (self.right - self.left) * (total / self.least).ln() / (self.most / self.least).ln()
    }

    fn y(&self, share: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * share / self.scale.end
    }

    /// Where a share lies, in halves of a point.
    fn dot(&self, share: &Share) -> (i64, i64) {
        ((self.x(share.total.into()) * 2.0).round() as i64, (self.y(share.value()) * 2.0).round() as i64)
    }

    /// The overall share and the limits around it.
    fn limits(&self, sheet: &mut Sheet, overall: f64, language: Language) {
        const PARTS: u32 = 160;
        sheet.line((self.left, self.y(overall)), (self.right, self.y(overall)), 0.9, INK);
        for (z, dashed) in LIMITS.into_iter().zip([true, false]) {
            for side in [-1.0, 1.0] {
                let inside = |share: f64| share > 0.0 && share < self.scale.end;
                let points = (0..=PARTS).map(|part| {
                    let total = self.least * (self.most / self.least).powf(f64::from(part) / f64::from(PARTS));
                    (total, overall + side * limit(overall, total, z))
                });
                let points: Vec<_> =
                    points.filter(|(_, share)| inside(*share)).map(|(total, share)| (self.x(total), self.y(share))).collect();
                if dashed {
                    points.chunks(4).filter_map(|part| part.get(..3)).for_each(|dash| sheet.path(dash.to_vec(), 0.8, QUIET));
                } else if points.len() > 1 {
                    sheet.path(points, 0.8, QUIET);
                }
            }
        }
        // Names at the right end, pushed upwards where they would touch.
        let mut free = f64::INFINITY;
        let names = [0.0, LIMITS[0], LIMITS[1]].into_iter().zip([
            percent(overall, language),
            "95 %".to_owned(),
            language.pick("99,8 %", "99.8 %").to_owned(),
        ]);
        for (place, (z, name)) in names.enumerate() {
            let middle = self.y((overall + limit(overall, self.most, z)).min(self.scale.end)).min(free - SIZE * LEADING);
            free = middle;
            let (weight, color) = if place == 0 { (Weight::Bold, INK) } else { (Weight::Regular, QUIET) };
            sheet.beside(&name, self.right + 4.0, middle, Anchor::Left, weight, color);
        }
    }

    /// Draws the points outside the limits with their intervals and names; gives the names for which there is no room.
    fn name(&self, sheet: &mut Sheet, outside: &[&(&Point, Share)], inside: &BTreeSet<(i64, i64)>) -> Vec<String> {
        let at = |share: &Share| (self.x(share.total.into()), self.y(share.value()));
        for (_, share) in outside {
            let (x, y) = at(share);
            sheet.line((x, self.y(share.high.min(self.scale.end))), (x, self.y(share.low)), 0.7, DARK);
            sheet.disc((x, y), 3.2, DARK);
        }
        let mut names = Names::new([self.left, self.top - 4.0, self.right, self.bottom]);
        let line = |share: &Share| [self.y(share.high.min(self.scale.end)), self.y(share.low)];
        for (_, share) in outside {
            let ((x, y), [top, bottom]) = (at(share), line(share));
            names.keep_free([x - 4.0, y - 4.0, x + 4.0, y + 4.0]);
            names.keep_free([x - 1.0, top, x + 1.0, bottom]);
        }
        for (x, y) in inside.iter().map(|(x, y)| (*x as f64 / 2.0, *y as f64 / 2.0)) {
            names.keep_free([x - 2.0, y - 2.0, x + 2.0, y + 2.0]);
        }
        let unwritten = outside.iter().filter(|(point, share)| !names.write(sheet, &point.label, at(share), line(share)));
        unwritten.map(|(point, _)| point.label.trim().to_owned()).collect()
    }
}
