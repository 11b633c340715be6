//! A drawn chart as the SVG that is kept: its shapes, and its letters as outlines, each of which is written once and used where it
//! stands. Most of an SVG would be outlines otherwise.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use resvg::tiny_skia::{Path, PathSegment, Point};
use resvg::usvg::fontdb::ID;
use resvg::usvg::layout::PositionedGlyph;
use resvg::usvg::{Fill, Group, Node, Paint, Stroke, Text, Tree};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// Outlines of letters by their id, in units of the font.
pub type Glyphs = BTreeMap<String, String>;

/// What is drawn, and the letters that it uses.
#[derive(Debug, Default)]
pub(super) struct Outlined {
    pub body: String,
    pub glyphs: Glyphs,
}

impl Outlined {
    /// Everything in a tree; None when the renderer gives something that no chart draws.
    pub fn of(tree: &Tree) -> Option<Self> {
        let mut outlined = Self::default();
        outlined.group(tree, tree.root())?;
        Some(outlined)
    }

    fn group(&mut self, tree: &Tree, group: &Group) -> Option<()> {
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(tree, group)?,
                Node::Path(path) => {
                    let _ = write!(self.body, "<path d=\"{}\"", data(path.data()));
                    self.paint(path.fill(), path.stroke())?;
                    self.body.push_str("/>");
                }
                Node::Text(text) => self.text(tree, text)?,
                Node::Image(_) => return None,
            }
        }
        Some(())
    }

    fn paint(&mut self, fill: Option<&Fill>, stroke: Option<&Stroke>) -> Option<()> {
        let _ = match fill {
            Some(fill) => write!(self.body, " fill=\"{}\"", color(fill.paint())?),
            None => write!(self.body, " fill=\"none\""),
        };
        if let Some(stroke) = stroke {
            let _ = write!(self.body, " stroke=\"{}\" stroke-width=\"{}\"", color(stroke.paint())?, stroke.width().get());
        }
        Some(())
    }

    /// A text as uses of its letters: in units of the font, moved and scaled together.
    fn text(&mut self, tree: &Tree, text: &Text) -> Option<()> {
        for span in text.layouted() {
            let Some(first) = span.positioned_glyphs.first().map(PositionedGlyph::outline_transform) else { continue };
            let mut uses = String::new();
            for glyph in &span.positioned_glyphs {
                let id = self.glyph(tree, glyph.font, glyph.id.0)?;
                if id.is_empty() {
                    continue;
                }
                let (at, scale) = (glyph.outline_transform(), first.sx);
                let (x, y) = ((at.tx - first.tx) / scale, (at.ty - first.ty) / -scale);
                let _ = write!(uses, "<use href=\"#{id}\" x=\"{x:.0}\"");
                if y.abs() >= 0.5 {
                    let _ = write!(uses, " y=\"{y:.0}\"");
                }
                uses.push_str("/>");
            }
            let _ = write!(
                self.body,
                "<g transform=\"matrix({:.5} 0 0 {:.5} {:.1} {:.1})\" fill=\"{}\">{uses}</g>",
                first.sx,
                first.sy,
                first.tx,
                first.ty,
                color(span.fill.as_ref()?.paint())?,
            );
        }
        Some(())
    }

    /// The id of a letter, whose outline is written at its first use; empty for one without an outline, such as a blank.
    fn glyph(&mut self, tree: &Tree, font: ID, glyph: u32) -> Option<String> {
        let bold = tree.fontdb().face(font)?.weight.0 >= 600;
        let id = format!("{}{glyph}", if bold { "gb" } else { "gr" });
        if !self.glyphs.contains_key(&id) {
            let outline = tree.fontdb().with_face_data(font, |bytes, index| outline(bytes, index, glyph))??;
            if outline.is_empty() {
                return Some(outline);
            }
            self.glyphs.insert(id.clone(), outline);
        }
        Some(id)
    }
}

/// The letters of one or more charts, as the definitions that their uses point at.
pub fn definitions<'g>(glyphs: impl IntoIterator<Item = &'g Glyphs>) -> String {
    let all: BTreeMap<&str, &str> = glyphs.into_iter().flatten().map(|(id, outline)| (id.as_str(), outline.as_str())).collect();
    let paths = all.iter().map(|(id, outline)| format!("<path id=\"{id}\" d=\"{outline}\"/>"));
    ["<defs>".to_owned()].into_iter().chain(paths).chain(["</defs>".to_owned()]).collect()
}

fn color(paint: &Paint) -> Option<String> {
    let Paint::Color(color) = paint else { return None };
    Some(format!("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue))
}

/// The outline of a letter in units of the font, with y upwards.
fn outline(font: &[u8], index: u32, glyph: u32) -> Option<String> {
    let font = FontRef::from_index(font, index).ok()?;
    let mut pen = Pen::default();
    if let Some(glyph) = font.outline_glyphs().get(GlyphId::new(glyph)) {
        glyph.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen).ok()?;
    }
    Some(pen.data)
}

fn data(path: &Path) -> String {
    let mut pen = Pen::default();
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => pen.command('m', &[to]),
            PathSegment::LineTo(to) => pen.command('l', &[to]),
            PathSegment::QuadTo(by, to) => pen.command('q', &[by, to]),
            PathSegment::CubicTo(by, and, to) => pen.command('c', &[by, and, to]),
            PathSegment::Close => pen.close(),
        }
    }
    pen.data
}

/// Writes a path in whole numbers, each point relative to where the pen is, which takes half the room.
#[derive(Debug, Default)]
struct Pen {
    data: String,
    at: (i32, i32),
    start: (i32, i32),
}

impl Pen {
    fn command(&mut self, command: char, points: &[Point]) {
        self.data.push(command);
        let mut last = self.at;
        for (place, point) in points.iter().enumerate() {
            last = (point.x.round() as i32, point.y.round() as i32);
            self.number(last.0 - self.at.0, place > 0);
            self.number(last.1 - self.at.1, true);
        }
        self.at = last;
        if command == 'm' {
            self.start = last;
        }
    }

    /// A number, with a blank before it where it would run into the one before.
    fn number(&mut self, number: i32, follows: bool) {
        if follows && number >= 0 {
            self.data.push(' ');
        }
        let _ = write!(self.data, "{number}");
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.command('m', &[Point::from_xy(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.command('l', &[Point::from_xy(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.command('q', &[Point::from_xy(cx, cy), Point::from_xy(x, y)]);
    }

    fn curve_to(&mut self, cx: f32, cy: f32, dx: f32, dy: f32, x: f32, y: f32) {
        self.command('c', &[Point::from_xy(cx, cy), Point::from_xy(dx, dy), Point::from_xy(x, y)]);
    }

    fn close(&mut self) {
        self.data.push('z');
        self.at = self.start;
    }
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::PathBuilder;

    use super::{Glyphs, data, definitions};

    #[test]
    fn paths_are_relative_and_whole() {
        let mut builder = PathBuilder::new();
        builder.move_to(10.0, 20.0);
        builder.line_to(30.2, 9.7);
        builder.quad_to(31.0, 11.0, 32.0, 9.0);
        builder.close();
        builder.move_to(5.0, 5.0);
        builder.cubic_to(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        assert_eq!(data(&builder.finish().expect("a path")), "m10 20l20-10q1 1 2-1zm-5-15c-4-3-2-1 0 1");
    }

    #[test]
    fn letters_of_several_charts_are_defined_once() {
        let glyphs = |ids: &[&str]| ids.iter().map(|id| ((*id).to_owned(), "m1 1z".to_owned())).collect::<Glyphs>();
        let defined = definitions([&glyphs(&["gr1", "gr2"]), &glyphs(&["gb1", "gr2"])]);
        assert_eq!(defined, "<defs><path id=\"gb1\" d=\"m1 1z\"/><path id=\"gr1\" d=\"m1 1z\"/><path id=\"gr2\" d=\"m1 1z\"/></defs>");
    }
}
