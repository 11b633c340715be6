//! What stands in a report at the place of a chart: the chart, or a sentence that says why there is none.

/// A chart with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its name, which is that of its files.
    pub name: &'static str,
    /// What it shows, as one sentence.
    pub title: String,
    /// All its data in words, for who cannot see it.
    pub description: String,
    /// The picture, with outlines instead of text, no style of its own and ids that no other chart has: it may stand in a page.
    pub svg: String,
    /// The characters of its texts that the font cannot show; the picture has a box for each.
    pub missing: String,
}

/// A chart, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
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

impl Figure {
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
