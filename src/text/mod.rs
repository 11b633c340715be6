//! Plain text: spans, words and sentences. Knows nothing of letters.

mod chars;
mod runs;
mod sentence;
mod span;
mod syllable;
mod word;

pub use chars::{CharIndex, closes_quotation, is_quoted, opens_quotation};
pub use sentence::Sentence;
pub use span::Span;
pub use syllable::syllables;
pub use word::{Packed, Reading, Word};
