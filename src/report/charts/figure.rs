//! What stands in a report at the place of a chart: the chart, or a sentence that says why there is none.
//!
//! Chosen: a chart function gives a chart or a sentence that says why there is none. Why: a picture of one answer compares nothing, and a
//! reader should not look for it in vain. Rejected: no file, in silence.

use super::Language;
use super::lettering::Texts;

use std::collections::BTreeMap;

/// A chart with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Its name, which is that of its files.
    pub name: &'static str,
    /// What it shows, as one sentence.
    pub title: String,
    /// All its data in words, for who cannot see it.
    pub description: String,
    /// The picture, with outlines instead of text, no style of its own and ids that no other chart has: it may stand in a page.
    pub svg: String,
    /// What the ids of its glyphs begin with.
    pub glyphs: String,
    /// The characters of its texts that the font cannot show; the picture has a box for each.
    pub missing: String,
    /// Its texts, which the picture shows last.
    pub(super) texts: Texts,
}

/// A chart, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// There is something to compare.
    Drawn(Chart),
    /// There is not.
    Omitted {
        /// The name that the chart would have.
        name: &'static str,
        /// Why there is none, as a sentence in the language of the report.
        reason: String,
    },
}

impl Chart {
    /// The picture without its texts.
    pub(super) fn shapes(&self) -> String {
        self.svg.split_once("<defs>").map_or_else(|| self.svg.clone(), |(shapes, _)| format!("{shapes}</svg>"))
    }
}

impl Figure {
    /// A chart that a mistake in this program kept from being drawn.
    pub(super) fn failed(name: &'static str, language: Language) -> Self {
        let reason = language.pick(
            "De grafiek kon door een fout in antwoordmeter niet worden getekend.",
            "The chart could not be drawn because of a mistake in antwoordmeter.",
        );
        Self::Omitted { name, reason: reason.to_owned() }
    }

    /// Its name.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Drawn(chart) => chart.name,
            Self::Omitted { name, .. } => name,
        }
    }

    /// The chart, if there is one.
    pub const fn chart(&self) -> Option<&Chart> {
        match self {
            Self::Drawn(chart) => Some(chart),
            Self::Omitted { .. } => None,
        }
    }
}

/// Charts as one page holds them: the glyphs of all of them, drawn once, and each chart as it points at those.
///
/// A chart in a file of its own brings its glyphs; five in a page would bring most of them five times.
pub fn together<'c>(charts: impl IntoIterator<Item = &'c Chart>) -> (String, Vec<String>) {
    let mut glyphs: BTreeMap<&str, &str> = BTreeMap::new();
    let drawn = charts.into_iter().map(|chart| {
        let parts = chart.svg.split_once("<defs>").and_then(|(head, rest)| Some((head, rest.split_once("</defs>")?)));
        let Some((head, (own, body))) = parts else { return chart.svg.clone() };
        let named = own.split("<path id=\"").filter_map(|path| path.strip_prefix(chart.glyphs.as_str())?.split_once("\" d=\""));
        glyphs.extend(named.filter_map(|(name, rest)| Some((name, rest.strip_suffix("\"/>")?))));
        let pointed = body.replace(&format!("xlink:href=\"#{}", chart.glyphs), &format!("href=\"#{SHARED}"));
        head.replace(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"", "") + &pointed
    });
    let drawn = drawn.collect();
    let paths = glyphs.into_iter().map(|(name, outline)| format!("<path id=\"{SHARED}{name}\" d=\"{outline}\"/>"));
    (["<defs>".to_owned()].into_iter().chain(paths).chain(["</defs>".to_owned()]).collect(), drawn)
}

/// What the ids of glyphs begin with that charts share.
const SHARED: &str = "g";

#[cfg(test)]
mod tests {
    use super::{Chart, Texts, together};

    #[test]
    fn charts_share_their_glyphs() {
        let chart = |glyphs: &str, letters: &[&str]| {
            let each = |write: &dyn Fn(&str) -> String| letters.iter().map(|letter| write(letter)).collect::<Vec<_>>().concat();
            let defs = each(&|letter| format!("<path id=\"{glyphs}{letter}\" d=\"m1 1z\"/>"));
            let uses = each(&|letter| format!("<use xlink:href=\"#{glyphs}{letter}\" x=\"2\"/>"));
            let svg = format!("<svg xmlns:xlink=\"http://www.w3.org/1999/xlink\" lang=\"nl\"><defs>{defs}</defs>{uses}</svg>");
            let (title, description, missing) = Default::default();
            Chart { name: "a", title, description, svg, glyphs: glyphs.to_owned(), missing, texts: Texts::default() }
        };
        let (glyphs, drawn) = together([&chart("c12", &["r1", "b2"]), &chart("d34", &["r1"])]);
        assert_eq!(glyphs, "<defs><path id=\"gb2\" d=\"m1 1z\"/><path id=\"gr1\" d=\"m1 1z\"/></defs>");
        let expected = [
            "<svg lang=\"nl\"><use href=\"#gr1\" x=\"2\"/><use href=\"#gb2\" x=\"2\"/></svg>",
            "<svg lang=\"nl\"><use href=\"#gr1\" x=\"2\"/></svg>",
        ];
        assert_eq!(drawn, expected);
    }
}
