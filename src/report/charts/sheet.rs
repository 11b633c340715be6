//! The sheet that charts are drawn on: shapes in points, drawn by plotters, written with outlines instead of text.

use std::hash::{DefaultHasher, Hasher};

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, IntoDrawingArea, PathElement, Rectangle, SVGBackend, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use resvg::usvg::{Options, Tree};

use super::Frame;
use super::figure::{Chart, Figure};
use super::font::{self, Weight};
use super::outlines::{Outlined, definitions};
use super::wrap::wrap;

/// Width of every chart: 160 mm, the type area of an A4 page, in points.
pub(super) const WIDTH: f64 = 453.5;
const WIDTH_MM: f64 = 160.0;

/// White around the chart.
pub(super) const MARGIN: f64 = 8.0;

/// Size of text in the chart; nothing is smaller than 9 points.
pub(super) const SIZE: f64 = 9.5;

/// From one line to the next, as a part of the size.
pub(super) const LEADING: f64 = 1.24;

/// plotters counts in whole units: twenty to the point, so that a unit is a fifth of a dot in print.
const UNITS: f64 = 20.0;

/// plotters divides the size of text by this before it writes it.
const PLOTTERS_TEXT: f64 = 1.24;

/// Above the baseline, in em: where plotters puts the top of a text.
const PLOTTERS_TOP: f64 = 0.76;

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
    Line([(f64, f64); 2], f64, RGBColor),
    Text { text: String, at: (f64, f64), anchor: Anchor, size: f64, weight: Weight, color: RGBColor },
}

/// A sheet with a cursor that goes down.
#[derive(Debug)]
pub(super) struct Sheet {
    shapes: Vec<Shape>,
    /// Where the next thing goes.
    pub y: f64,
}

impl Sheet {
    /// A sheet with the title and subtitle of the frame.
    pub(super) fn new(frame: &Frame) -> Self {
        let mut sheet = Self { shapes: Vec::new(), y: MARGIN };
        sheet.paragraph(&frame.title, Weight::Bold, 13.0, INK, 4);
        sheet.y += 2.0;
        sheet.paragraph(&frame.subtitle, Weight::Regular, 10.0, QUIET, 6);
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
        self.shapes.push(Shape::Text { text: text.to_owned(), at, anchor, size, weight, color });
    }

    /// Text at a height, on the line of a bar whose middle is there.
    pub(super) fn beside(&mut self, text: &str, x: f64, middle: f64, anchor: Anchor, weight: Weight, color: RGBColor) {
        self.text(text, (x, middle + SIZE * CAPITAL / 2.0), anchor, SIZE, weight, color);
    }

    /// A number in the middle of an area; `plate` is the paper under it.
    pub(super) fn number(&mut self, number: u32, area: Area, color: RGBColor, plate: Option<RGBColor>) {
        let text = number.to_string();
        let (across, down) = (area.left + area.width / 2.0, area.top + area.height / 2.0);
        if let Some(paper) = plate {
            let width = (Weight::Bold.width(&text, SIZE) + 4.0).min(area.width);
            let height = SIZE * CAPITAL + 4.0;
            self.fill(Area { left: across - width / 2.0, top: down - height / 2.0, width, height }, paper);
        }
        self.beside(&text, across, down, Anchor::Middle, Weight::Bold, color);
    }

    pub(super) fn fill(&mut self, area: Area, color: RGBColor) {
        self.shapes.push(Shape::Fill(area, color));
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: f64, color: RGBColor) {
        self.shapes.push(Shape::Line([from, to], stroke, color));
    }

    /// The edge of an area, drawn inside it; `dash` is the length of dashes and gaps, 0 for a whole line.
    pub(super) fn outline(&mut self, area: Area, stroke: f64, color: RGBColor, dash: f64) {
        let (left, top) = (area.left + stroke / 2.0, area.top + stroke / 2.0);
        let (right, bottom) = (area.left + area.width - stroke / 2.0, area.top + area.height - stroke / 2.0);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        for pair in corners.windows(2) {
            let [from, to] = pair else { continue };
            let length = (to.0 - from.0).abs() + (to.1 - from.1).abs();
            // An odd number of dashes and gaps puts a dash in every corner.
            let parts = if dash > 0.0 { (length / dash / 2.0).round().max(1.0) * 2.0 + 1.0 } else { 1.0 };
            let point = |part: f64| (from.0 + (to.0 - from.0) * part / parts, from.1 + (to.1 - from.1) * part / parts);
            for part in std::iter::successors(Some(0.0), |part| Some(part + 2.0)).take_while(|part| *part < parts) {
                self.line(point(part), point(part + 1.0), stroke, color);
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
    pub(super) fn finish(mut self, name: &'static str, frame: &Frame, description: String) -> Figure {
        self.y += 6.0;
        self.paragraph(&frame.source_line, Weight::Regular, 9.0, QUIET, 4);
        let Some((head, Outlined { body, glyphs })) = self.outlined(name, frame, &description) else {
            // The renderer refuses what was drawn, which no input should make it do.
            let reason = frame.language.pick("De grafiek kon niet worden getekend.", "The chart could not be drawn.").to_owned();
            return Figure::Omitted { name, reason };
        };
        let missing = font::missing(&format!("{} {} {description} {}", frame.title, frame.subtitle, frame.source_line));
        let svg = format!("{head}{}\n{body}</svg>\n", definitions([&glyphs]));
        let inline = format!("{head}{body}</svg>");
        Figure::Drawn(Chart { name, title: frame.title.clone(), description, svg, inline, glyphs, missing })
    }

    fn outlined(&self, name: &str, frame: &Frame, description: &str) -> Option<(String, Outlined)> {
        let height = self.y + MARGIN - 2.0;
        let drawn = self.drawn(height)?;
        let options = Options { font_family: font::FAMILY.to_owned(), fontdb: font::database(), ..Options::default() };
        let outlined = Outlined::of(&Tree::from_str(&drawn, &options).ok()?)?;
        let mut hasher = DefaultHasher::new();
        hasher.write(frame.title.as_bytes());
        hasher.write(description.as_bytes());
        let id = format!("{name}-{:08x}", hasher.finish() as u32);
        let (language, title, description) = (frame.language.pick("nl", "en"), escaped(&frame.title), escaped(description));
        let head = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH_MM}mm\" height=\"{:.1}mm\" viewBox=\"0 0 {} {}\" lang=\"{language}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\">\n<title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{description}</desc>\n",
            height * WIDTH_MM / WIDTH,
            units(WIDTH),
            units(height),
        );
        Some((head, outlined))
    }

    /// What plotters makes of the shapes.
    fn drawn(&self, height: f64) -> Option<String> {
        font::register();
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
        Shape::Line(ends, stroke, color) => {
            let style = ShapeStyle { color: color.to_rgba(), filled: false, stroke_width: units(*stroke).unsigned_abs() };
            area.draw(&PathElement::new(ends.map(point).to_vec(), style)).ok()
        }
        Shape::Text { text, at, anchor, size, weight, color } => {
            let style = match weight {
                Weight::Regular => FontStyle::Normal,
                Weight::Bold => FontStyle::Bold,
            };
            let horizontal = match anchor {
                Anchor::Left => HPos::Left,
                Anchor::Middle => HPos::Center,
                Anchor::Right => HPos::Right,
            };
            let font = FontDesc::new(FontFamily::Name(font::FAMILY), size * UNITS * PLOTTERS_TEXT, style);
            let style = TextStyle::from(font).color(color).pos(Pos::new(horizontal, VPos::Top));
            area.draw(&Text::new(text.as_str(), point((at.0, at.1 - size * PLOTTERS_TOP)), style)).ok()
        }
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
