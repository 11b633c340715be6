//! An SVG becomes a PNG for print.
//!
//! Chosen: resvg draws the shapes of a picture, and its texts are drawn with the same rasteriser from the outlines that the SVG has; a
//! test holds the dots against those of resvg alone. Why: resvg reads an outline anew for each glyph that points at it, a quarter of the
//! time of a picture. Rejected: drawing all of it ourselves; one path a text (glyphs that touch would differ).

use std::path::Path;

use png::{BitDepth, ColorType, Compression, Encoder, Filter, PixelDimensions, Unit};
use resvg::tiny_skia::PixmapMut;
use resvg::usvg::{Node, Options, Transform, Tree};

use super::figure::Chart;
use super::palette::{Dot, indexed};
use crate::error::{Error, Result};

/// Dots per inch of a PNG.
const DPI: f32 = 300.0;

/// An SVG counts 96 units in an inch.
const SVG_DPI: f32 = 96.0;

/// The same in a PNG: dots per metre.
const DOTS_PER_METRE: u32 = 11_811;

/// The chart as a PNG of 300 dots per inch on white paper; `paper` is memory to draw in, which serves again for the next chart.
///
/// # Errors
/// Its SVG is none, or too large to be drawn.
pub fn png(chart: &Chart, paper: &mut Vec<u8>) -> Result<Vec<u8>> {
    let refused =
        |what: String| Error::new(Path::new("chart"), what, "this is a fault in the program: please report it with the chart's data");
    let tree = Tree::from_str(&chart.shapes(), &Options::default()).map_err(|error| refused(format!("is no SVG: {error}")))?;
    let scale = DPI / SVG_DPI;
    let size = tree.size().scale_by(scale).ok_or_else(|| refused("has no size".to_owned()))?.to_int_size();
    let (width, height) = (size.width(), size.height());
    let to_dots = Transform::from_scale(scale, scale);
    // From the units of the SVG to its size.
    let to_size = tree.root().children().first().map(Node::abs_transform).unwrap_or_default();
    let draw = |paper: &mut Vec<u8>| -> Result<()> {
        // White, every byte of it. Memory that was not yet touched costs more than drawing in it.
        paper.clear();
        paper.resize(size_of::<Dot>() * width as usize * height as usize, u8::MAX);
        let mut pixels =
            PixmapMut::from_bytes(paper, width, height).ok_or_else(|| refused(format!("is too large: {width} by {height} dots")))?;
        resvg::render(&tree, to_dots, &mut pixels);
        chart.texts.paint(to_dots.pre_concat(to_size), &mut pixels);
        Ok(())
    };
    draw(paper)?;
    let palette = indexed(paper);
    if palette.is_none() {
        // Where many thin lines cross, there are more colours.
        draw(paper)?;
    }
    encoded(width, height, palette, paper).map_err(|error| refused(format!("cannot be written as PNG: {error}")))
}

/// Dots as the places of their colours in a list, or as they are.
fn encoded(width: u32, height: u32, palette: Option<Vec<Dot>>, dots: &[u8]) -> std::result::Result<Vec<u8>, png::EncodingError> {
    let mut png = Vec::new();
    let mut encoder = Encoder::new(&mut png, width, height);
    let bytes = if let Some(colours) = palette {
        // The paper is opaque, so nothing is lost without the fourth byte.
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(colours.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect::<Vec<u8>>());
        &dots[..dots.len() / size_of::<Dot>()]
    } else {
        encoder.set_color(ColorType::Rgba);
        dots
    };
    encoder.set_depth(BitDepth::Eight);
    // The fast packer is at its best with runs of zeros, which equal rows become under this filter.
    encoder.set_compression(Compression::Fast);
    encoder.set_filter(Filter::Up);
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: DOTS_PER_METRE, yppu: DOTS_PER_METRE, unit: Unit::Meter }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(bytes)?;
    writer.finish()?;
    Ok(png)
}
