//! An SVG becomes a PNG for print.

use std::path::Path;

use png::{BitDepth, ColorType, Compression, Encoder, Filter, PixelDimensions, Unit};
use resvg::tiny_skia::PixmapMut;
use resvg::usvg::{Options, Transform, Tree};

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
/// `svg` is no SVG, or one too large to be drawn.
pub fn png(svg: &str, paper: &mut Vec<u8>) -> Result<Vec<u8>> {
    let refused =
        |what: String| Error::new(Path::new("chart"), what, "this is a fault in the program: please report it with the chart's data");
    let tree = Tree::from_str(svg, &Options::default()).map_err(|error| refused(format!("is no SVG: {error}")))?;
    let scale = DPI / SVG_DPI;
    let size = tree.size().scale_by(scale).ok_or_else(|| refused("has no size".to_owned()))?.to_int_size();
    let (width, height) = (size.width(), size.height());
    // White, every byte of it. Memory that was not yet touched costs more than drawing in it.
    paper.clear();
    paper.resize(4 * width as usize * height as usize, u8::MAX);
    let mut pixels =
        PixmapMut::from_bytes(paper, width, height).ok_or_else(|| refused(format!("is too large: {width} by {height} dots")))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels);
    // The paper is opaque, so nothing is lost without the fourth byte. The others move up where they are.
    let across = width as usize;
    let mut row = vec![[0; 3]; across];
    for down in 0..height as usize {
        let dots = paper[4 * across * down..].as_chunks().0;
        for (dot, [red, green, blue, _]) in row.iter_mut().zip(dots) {
            *dot = [*red, *green, *blue];
        }
        paper[3 * across * down..][..3 * across].copy_from_slice(row.as_flattened());
    }
    encoded(width, height, &paper[..3 * across * height as usize]).map_err(|error| refused(format!("cannot be written as PNG: {error}")))
}

fn encoded(width: u32, height: u32, bytes: &[u8]) -> std::result::Result<Vec<u8>, png::EncodingError> {
    let mut png = Vec::new();
    let mut encoder = Encoder::new(&mut png, width, height);
    encoder.set_color(ColorType::Rgb);
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
