//! Figures on codings: counts that add up, shares, differences and agreement with their intervals, tests, corrections and samples. Knows
//! nothing of rules or files. Each file holds one measure, with the source of its formula; random numbers are seeded.
//!
//! Counts that add up (`counts`), shares, differences and tests (`share`, `difference`, `fisher`, `permutation`, `scatter`, `adjust`), letters
//! as a sample (`letters` draws whole letters again, `cluster`), coders beside people (`agreement`, `reliability`, `validation`, `correct`,
//! `sample`), and the texts (`reuse` with its search `near`, `readability`, together `texts`).

mod adjust;
mod agreement;
mod binomial;
mod cluster;
mod confidence;
mod correct;
mod counts;
mod deals;
mod definitions;
mod difference;
mod fisher;
mod letters;
mod near;
mod normal;
mod permutation;
mod random;
mod readability;
mod reliability;
mod reuse;
mod sample;
mod scatter;
mod share;
mod survey;
mod texts;
mod validation;

pub use adjust::adjusted;
pub use agreement::{ByClass, Confusion};
pub use cluster::LetterShare;
pub use confidence::Confidence;
pub use correct::{Checked, Corrected, Refused};
pub use counts::{Counts, Tally};
pub use deals::Beside;
pub use difference::Difference;
pub use fisher::Fisher;
pub use letters::{FEW_LETTERS, FEWEST_LETTERS, Letters, RESAMPLES, Unsaid};
pub use permutation::Permutation;
pub use random::{SEED, Seed};
pub use readability::Readability;
pub use reliability::Reliability;
pub use reuse::{Reuse, Reused};
pub use sample::{Allotted, Draw, allot, sample_size};
pub use scatter::Scatter;
pub use share::Share;
pub use survey::{About, Answer, Member, Survey};
pub use texts::{Text, Texts};
pub use validation::{Figure, Validation};
