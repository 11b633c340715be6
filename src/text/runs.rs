//! Which bytes of a text are of which kind, 64 at a time: words are then found by counting bits, whatever their length.
//!
//! Chosen: plain words are found by counting bits of 64 bytes at once (`text/runs.rs`), the rest by the crate. Why: a loop over letters
//! guesses wrong at the end of nearly every word. Rejected: byte by byte; Unicode rules for every word.

/// What a byte is for a word of plain letters: part of it, what parts it from the next, or what may stand at its sides.
static KINDS: [u8; 256] = kinds();
const PLAIN: u8 = 1;
const BLANK: u8 = 2;
const STOP: u8 = 4;

const fn kinds() -> [u8; 256] {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => PLAIN,
            b' ' | b'\n' => BLANK,
            b'.' | b',' | b';' | b':' | b'?' | b'!' | b'(' | b')' | b'"' | b'\'' => STOP,
            _ => 0,
        };
        byte += 1;
    }
    kinds
}

/// 64 bytes of a text: a bit for each byte of a kind.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    plain: u64,
    blank: u64,
    stop: u64,
}

/// The kinds of all bytes of a text; the buffer serves again for the next.
#[derive(Debug, Default)]
pub(super) struct Runs {
    blocks: Vec<Block>,
    length: usize,
}

/// A stretch between blanks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    /// One word of plain letters and digits, with nothing or punctuation around it.
    Word(usize, usize),
    /// Anything else, without the punctuation before it.
    Mixed(usize, usize),
}

impl Runs {
    /// Looks at another text.
    pub fn read(&mut self, text: &str) {
        self.length = text.len();
        self.blocks.clear();
        self.blocks.extend(text.as_bytes().chunks(BITS).map(Block::of));
        // What lies behind the text is blank.
        self.blocks.extend([Block::BLANK; 2]);
    }

    /// The first stretch from byte `at` on that is more than punctuation.
    pub fn next(&self, mut at: usize) -> Option<Stretch> {
        while at < self.length {
            let here = self.window(at);
            let skipped = (here.blank | here.stop).trailing_ones();
            at += skipped as usize;
            if let Some(word) = here.word(skipped) {
                return Some(Stretch::Word(at, at + word as usize));
            }
            if skipped < u64::BITS {
                return Some(self.stretch(at));
            }
        }
        None
    }

    /// The stretch that begins at byte `at`.
    fn stretch(&self, at: usize) -> Stretch {
        let here = self.window(at);
        if let Some(word) = here.word(0) {
            return Stretch::Word(at, at + word as usize);
        }
        let (mut end, mut blank) = (at, here.blank);
        while blank == 0 {
            end += BITS;
            blank = self.window(end).blank;
        }
        Stretch::Mixed(at, (end + blank.trailing_zeros() as usize).min(self.length))
    }

    /// The 64 bytes from byte `at` on.
    fn window(&self, at: usize) -> Block {
        let Some([block, next]) = self.blocks.get(at / BITS..).and_then(<[Block]>::first_chunk) else { return Block::BLANK };
        let from = (at % BITS) as u32;
        // Twice, because a shift by all 64 bits is none.
        let join = |low: u64, high: u64| low >> from | high << 1 << (BITS as u32 - 1 - from);
        Block { plain: join(block.plain, next.plain), blank: join(block.blank, next.blank), stop: join(block.stop, next.stop) }
    }
}

const BITS: usize = u64::BITS as usize;

impl Block {
    const BLANK: Self = Self { plain: 0, blank: u64::MAX, stop: 0 };

    /// How long the word is that begins at bit `from`, where it is of plain letters and only punctuation parts it from the next blank.
    fn word(self, from: u32) -> Option<u32> {
        let rest = |bits: u64, from: u32| bits.checked_shr(from).unwrap_or(0);
        let word = rest(self.plain, from).trailing_ones();
        let stops = rest(self.stop, from + word).trailing_ones();
        (word > 0 && rest(self.blank, from + word + stops) & 1 != 0).then_some(word)
    }

    /// The kinds of up to 64 bytes; what is missing is blank.
    fn of(bytes: &[u8]) -> Self {
        let mut kinds = [BLANK; BITS];
        for (kind, byte) in kinds.iter_mut().zip(bytes) {
            *kind = KINDS[usize::from(*byte)];
        }
        let mut block = Self::default();
        for (eight, kinds) in kinds.as_chunks::<8>().0.iter().enumerate() {
            let kinds = u64::from_le_bytes(*kinds);
            let bits = |shift: u32| gathered(kinds >> shift & LOWEST) << (8 * eight);
            block.plain |= bits(0);
            block.blank |= bits(1);
            block.stop |= bits(2);
        }
        block
    }
}

/// The lowest bit of each of eight bytes.
const LOWEST: u64 = 0x0101_0101_0101_0101;

/// The lowest bits of eight bytes side by side. A product with this number moves each of them to the highest byte, and none to the place
/// of another.
fn gathered(lowest: u64) -> u64 {
    lowest.wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::{Runs, Stretch};

    fn stretches(text: &str) -> Vec<Stretch> {
        let mut runs = Runs::default();
        runs.read(text);
        let (mut at, mut found) = (0, Vec::new());
        while let Some(stretch) = runs.next(at) {
            let (Stretch::Word(_, end) | Stretch::Mixed(_, end)) = stretch;
            at = end;
            found.push(stretch);
        }
        found
    }

    #[test]
    fn words_with_punctuation_around_them_are_words() {
        let text = "(Zie: 'raad'), 1.000 en co-op.";
        let shown: Vec<_> = stretches(text)
            .into_iter()
            .map(|stretch| match stretch {
                Stretch::Word(start, end) => ("word", &text[start..end]),
                Stretch::Mixed(start, end) => ("mixed", &text[start..end]),
            })
            .collect();
        assert_eq!(shown, [("word", "Zie"), ("word", "raad"), ("mixed", "1.000"), ("word", "en"), ("mixed", "co-op.")]);
    }

    /// Wherever the ends of the blocks of 64 bytes fall.
    #[test]
    fn a_stretch_may_lie_anywhere() {
        for before in 0..200 {
            for word in ["raad".to_owned(), "r".repeat(64), "r".repeat(150), "é".repeat(70), "a.b".repeat(30)] {
                let text = format!("{}{word}!? x", " ".repeat(before));
                let plain = word.bytes().all(|byte| byte.is_ascii_alphabetic()) && word.len() < 62;
                let end = before + word.len();
                let first = if plain { Stretch::Word(before, end) } else { Stretch::Mixed(before, end + 2) };
                assert_eq!(stretches(&text), [first, Stretch::Word(end + 3, end + 4)], "{text:?}");
            }
        }
        assert_eq!(stretches(""), []);
        assert_eq!(stretches(" .,\n"), []);
    }
}
