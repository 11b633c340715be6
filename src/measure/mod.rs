//! Figures on codings: counts that add up, and shares with their interval. Knows nothing of rules, letters or files.

mod counts;
mod share;

pub use counts::{Counts, Tally};
pub use share::Share;
