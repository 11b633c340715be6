//! Plain text: spans, words and sentences. Knows nothing of letters.
//!
//! `span` is the coordinate system, `word` folds and splits words in buffers that serve again (`runs` tells which bytes are letters, 64 at a
//! time), `sentence` finds sentences and list items, `chars` turns bytes into the characters that Python and R count.

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
