//! The sheet that charts are drawn on: shapes in points, drawn by plotters, written with outlines instead of text.

use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hasher};

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Rectangle};
use plotters::prelude::SVGBackend;
use plotters::style::{Color, RGBColor, ShapeStyle};

use super::Frame;
use super::figure::{Chart, Figure};
use super::font::{self, Weight};
use super::lettering::{Lettering, Texts};
use super::outlines::shortened;
use super::wrap::wrap;

/// Width of every chart: 160 mm, the type area of an A4 page, in points.
pub(super) const WIDTH: f64 = 453.5;
const WIDTH_MM: f64 = 160.0;

/// White around the chart.
pub(super) const MARGIN: f64 = 8.0;

/// Size of text in the chart; nothing is smaller than 9 points.
pub(super) const SIZE: f64 = 9.5;

/// Size of text in a legend.
pub(super) const LEGEND: f64 = SIZE;

/// From one line to the next, as a part of the size.
pub(super) const LEADING: f64 = 1.24;

/// plotters counts in whole units: twenty to the point, so that a unit is a fifth of a dot in print.
const UNITS: f64 = 20.0;

/// Height of a digit or capital, in em.
const CAPITAL: f64 = 0.668;

/// The inks; each differs from the next in lightness as well.
pub(super) const INK: RGBColor = RGBColor(0x1B, 0x1E, 0x24);
pub(super) const QUIET: RGBColor = RGBColor(0x55, 0x5B, 0x66);
pub(super) const DARK: RGBColor = RGBColor(0x1D, 0x37, 0x5C);
pub(super) const LIGHT: RGBColor = RGBColor(0xDF, 0xE5, 0xEC);
pub(super) const EDGE: RGBColor = RGBColor(0x86, 0x92, 0xA3);
pub(super) const PAPER: RGBColor = RGBColor(0xFF, 0xFF, 0xFF);

/// A rectangle in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// Which point of a text is given.
#[derive(Clone, Copy, Debug)]
pub(super) enum Anchor {
    Left,
    Middle,
    Right,
}

#[derive(Debug)]
enum Shape {
    Fill(Area, RGBColor),
    Line(Vec<(f64, f64)>, f64, RGBColor),
    Disc { at: (f64, f64), radius: f64, color: RGBColor },
}

/// A sheet with a cursor that goes down.
#[derive(Debug)]
pub(super) struct Sheet {
    shapes: Vec<Shape>,
    /// Texts lie on all shapes.
    texts: Vec<Lettering>,
    /// Where the next thing goes.
    pub y: f64,
}

impl Sheet {
    /// A sheet with a title, and below it what the reader has to know of the chart.
    pub(super) fn new(title: &str, subtitle: &str) -> Self {
        let mut sheet = Self { shapes: Vec::new(), texts: Vec::new(), y: MARGIN };
        sheet.paragraph(title, Weight::Bold, 13.0, INK, 6);
        sheet.y += 2.0;
        sheet.paragraph(subtitle, Weight::Regular, 10.0, QUIET, 6);
        sheet
    }

    /// Text over the whole width.
    pub(super) fn paragraph(&mut self, text: &str, weight: Weight, size: f64, color: RGBColor, lines: usize) {
        for line in wrap(text, weight, size, WIDTH - 2.0 * MARGIN, lines) {
            self.text(&line, (MARGIN, self.y + size), Anchor::Left, size, weight, color);
            self.y += size * LEADING;
        }
    }

    /// Text with its baseline at a point.
    pub(super) fn text(&mut self, text: &str, at: (f64, f64), anchor: Anchor, size: f64, weight: Weight, color: RGBColor) {
        let (glyphs, width) = weight.shaped(text);
        let width = f64::from(width) * size / weight.units();
        let left = match anchor {
            Anchor::Left => at.0,
            Anchor::Middle => at.0 - width / 2.0,
            Anchor::Right => at.0 - width,
        };
        let at = ((left * UNITS).round(), (at.1 * UNITS).round());
        let scale = (size * UNITS / weight.units() * 1e5).round() / 1e5;
        self.texts.push(Lettering { glyphs, weight, color, at, scale });
    }

    /// Text at a height, on the line of a bar whose middle is there.
    pub(super) fn beside(&mut self, text: &str, x: f64, middle: f64, anchor: Anchor, weight: Weight, color: RGBColor) {
        self.text(text, (x, middle + SIZE * CAPITAL / 2.0), anchor, SIZE, weight, color);
    }

    /// Text in the middle of an area; `plate` is the paper under it.
    pub(super) fn within(&mut self, text: &str, area: Area, color: RGBColor, plate: Option<RGBColor>) {
        if text.is_empty() {
            return;
        }
        let (across, down) = (area.left + area.width / 2.0, area.top + area.height / 2.0);
        if let Some(paper) = plate {
            let width = (Weight::Bold.width(text, SIZE) + 4.0).min(area.width);
            let height = SIZE * CAPITAL + 4.0;
            self.fill(Area { left: across - width / 2.0, top: down - height / 2.0, width, height }, paper);
        }
        self.beside(text, across, down, Anchor::Middle, Weight::Bold, color);
    }

    pub(super) fn fill(&mut self, area: Area, color: RGBColor) {
        self.shapes.push(Shape::Fill(area, color));
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: f64, color: RGBColor) {
        self.path(vec![from, to], stroke, color);
    }

    /// A line through points.
    pub(super) fn path(&mut self, points: Vec<(f64, f64)>, stroke: f64, color: RGBColor) {
        self.shapes.push(Shape::Line(points, stroke, color));
    }

    /// A disc around a point.
    pub(super) fn disc(&mut self, at: (f64, f64), radius: f64, color: RGBColor) {
        self.shapes.push(Shape::Disc { at, radius, color });
    }

    /// A dashed line, level or upright.
    pub(super) fn dashed(&mut self, from: (f64, f64), to: (f64, f64), stroke: f64, color: RGBColor, dash: f64) {
        let length = (to.0 - from.0).abs() + (to.1 - from.1).abs();
        // An odd number of dashes and gaps puts a dash at both ends.
        let parts = if dash > 0.0 { (length / dash / 2.0).round().max(1.0) * 2.0 + 1.0 } else { 1.0 };
        let point = |part: f64| (from.0 + (to.0 - from.0) * part / parts, from.1 + (to.1 - from.1) * part / parts);
        for part in std::iter::successors(Some(0.0), |part| Some(part + 2.0)).take_while(|part| *part < parts) {
            self.line(point(part), point(part + 1.0), stroke, color);
        }
    }

    /// The edge of an area, drawn inside it; `dash` is the length of dashes and gaps, 0 for a whole line.
    pub(super) fn outline(&mut self, area: Area, stroke: f64, color: RGBColor, dash: f64) {
        let (left, top) = (area.left + stroke / 2.0, area.top + stroke / 2.0);
        let (right, bottom) = (area.left + area.width - stroke / 2.0, area.top + area.height - stroke / 2.0);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        for pair in corners.windows(2) {
            if let [from, to] = pair {
                self.dashed(*from, *to, stroke, color, dash);
            }
        }
    }

    /// Slanting lines clipped to an area: a pattern would be lost in some word processors.
    pub(super) fn hatch(&mut self, area: Area, step: f64, stroke: f64, color: RGBColor) {
        // The ends of a slanting line reach beyond its points by a part of its stroke.
        let inset = stroke * 0.71;
        let area =
            Area { left: area.left + inset, top: area.top + inset, width: area.width - 2.0 * inset, height: area.height - 2.0 * inset };
        // A line is x + y = reach, in coordinates of the area.
        for reach in
            std::iter::successors(Some(step / 2.0), |reach| Some(reach + step)).take_while(|reach| *reach < area.width + area.height)
        {
            let (x0, x1) = ((reach - area.height).max(0.0), reach.min(area.width));
            if x1 > x0 {
                let point = |x: f64| (area.left + x, area.top + reach - x);
                self.line(point(x0), point(x1), stroke, color);
            }
        }
    }

    /// The chart: text as outlines, a title and a description for who cannot see it, the size in millimetres.
    ///
    /// `name` begins the ids in the SVG; what follows it in them depends on the contents, so that several charts can stand in
    /// one page.
    pub(super) fn finish(mut self, name: &'static str, title: String, description: &str, frame: &Frame) -> Figure {
        let description = format!("{} {}", description.trim(), frame.source_line);
        self.y += 6.0;
        self.paragraph(&frame.source_line, Weight::Regular, 9.0, QUIET, 4);
        let texts = Texts::new(std::mem::take(&mut self.texts));
        let Some((svg, glyphs)) = self.svg(&texts, name, &title, &description, frame) else {
            // plotters refuses to write, which it never does into memory.
            return Figure::failed(name, frame.language);
        };
        let missing = font::missing(&format!("{title} {description}")).into_iter().collect();
        Figure::Drawn(Chart { name, title, description, svg, glyphs, missing, texts })
    }

    /// The picture, and what the ids of its glyphs begin with.
    fn svg(&self, texts: &Texts, name: &str, title: &str, description: &str, frame: &Frame) -> Option<(String, String)> {
        let height = self.y + MARGIN - 2.0;
        let shapes = shortened(&self.drawn(height)?);
        let mut hasher = DefaultHasher::new();
        hasher.write(title.as_bytes());
        hasher.write(description.as_bytes());
        let hash = hasher.finish() as u32;
        let id = format!("{name}-{hash:08x}");
        let glyphs = format!("{}{:04x}", &name[..1], hash >> 16);
        let texts = texts.written(&glyphs);
        let (language, title, description) = (frame.language.pick("nl", "en"), escaped(title), escaped(description));
        let mut svg = String::with_capacity(shapes.len() + texts.len() + description.len() + 600);
        let _ = write!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{WIDTH_MM}mm\" height=\"{:.1}mm\" \
             viewBox=\"0 0 {} {}\" lang=\"{language}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\n<title id=\"{id}-title\">{title}</title>\n\
             <desc id=\"{id}-desc\">{description}</desc>\n{shapes}\n{texts}</svg>\n",
            height * WIDTH_MM / WIDTH,
            units(WIDTH),
            units(height),
        );
        Some((svg, glyphs))
    }

    /// What plotters makes of the shapes.
    fn drawn(&self, height: f64) -> Option<String> {
        let mut svg = String::new();
        {
            let area = SVGBackend::with_string(&mut svg, (units(WIDTH).unsigned_abs(), units(height).unsigned_abs())).into_drawing_area();
            area.fill(&PAPER).ok()?;
            for shape in &self.shapes {
                draw(&area, shape)?;
            }
            area.present().ok()?;
        }
        Some(svg)
    }
}

fn draw(area: &DrawingArea<SVGBackend<'_>, Shift>, shape: &Shape) -> Option<()> {
    let point = |(x, y): (f64, f64)| (units(x), units(y));
    match shape {
        Shape::Fill(place, color) => {
            let corners = [point((place.left, place.top)), point((place.left + place.width, place.top + place.height))];
            area.draw(&Rectangle::new(corners, color.filled())).ok()
        }
        Shape::Line(points, stroke, color) => {
            let style = ShapeStyle { color: color.to_rgba(), filled: false, stroke_width: units(*stroke).unsigned_abs() };
            area.draw(&PathElement::new(points.iter().copied().map(point).collect::<Vec<_>>(), style)).ok()
        }
        Shape::Disc { at, radius, color } => area.draw(&Circle::new(point(*at), units(*radius), color.filled())).ok(),
    }
}

/// Points as plotters counts them.
fn units(points: f64) -> i32 {
    (points * UNITS).round() as i32
}

/// Text as XML may hold it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}
