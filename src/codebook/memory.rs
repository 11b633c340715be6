//! What one thread remembers from text to text: what is known of words, and buffers.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::index::Scratch;
use super::vocabulary::{Mask, SymbolId, Vocabulary};
use crate::text::{Packed, Reading};

/// Words remembered, at most: then it begins anew.
const WORDS: usize = 1 << 16;

/// Longer words are looked up each time.
const LONG: usize = 48;

/// Numbers of more digits are without end and would drive out the words; no stem is tried on most of them.
const DIGITS: usize = 4;

/// The words that a thread has met, so that what follows from their letters alone is worked out once per different word.
/// Bounded in size; one for each thread, for any number of texts.
#[derive(Debug, Default)]
pub struct Memory {
    /// Where a word of up to 15 bytes stands in `known`, by the bytes themselves: little is fetched to compare them, and most words
    /// are short.
    short: HashMap<u128, u32, Hashing>,
    long: HashMap<Box<str>, u32, Hashing>,
    /// In the order in which the words were met, so that frequent words lie together.
    known: Vec<Known>,
    codebook: String,
    pub(super) scratch: Scratch,
}

/// What follows from the letters of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub symbol: SymbolId,
    pub mask: Mask,
    /// What the caller of [`super::Codebook::read_with`] wants to know of it.
    pub traits: u64,
}

/// Works out what is known of a word.
pub(super) struct Learn<'l, T> {
    pub vocabulary: &'l Vocabulary,
    pub traits: &'l T,
}

impl<T: Fn(&str, SymbolId) -> u64> Learn<'_, T> {
    fn word(&self, word: &str) -> Known {
        let symbol = self.vocabulary.symbol(word);
        Known { symbol, mask: self.vocabulary.mask(symbol), traits: (self.traits)(word, symbol) }
    }
}

impl Memory {
    /// Forgets the words when it served another codebook.
    pub(super) fn serve(&mut self, codebook: &str) {
        if self.codebook != codebook {
            self.forget();
            self.codebook.clear();
            self.codebook.push_str(codebook);
        }
    }

    fn forget(&mut self) {
        self.short.clear();
        self.long.clear();
        self.known.clear();
    }

    /// What is known of word `index` of a reading.
    pub(super) fn known(&mut self, reading: &Reading, index: usize, learn: &Learn<impl Fn(&str, SymbolId) -> u64>) -> Known {
        let packed = reading.packed(index);
        let place = match packed {
            Packed::Short(packed) => self.short.get(&packed),
            Packed::Long(word) => self.long.get(word),
        };
        if let Some(known) = place.and_then(|place| self.known.get(*place as usize)) {
            return *known;
        }
        let word = reading.folded(index);
        let known = learn.word(word);
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        if word.len() <= if number { DIGITS } else { LONG } {
            if self.known.len() >= WORDS {
                self.forget();
            }
            let place = self.known.len() as u32;
            match packed {
                Packed::Short(packed) => self.short.insert(packed, place),
                Packed::Long(word) => self.long.insert(word.into(), place),
            };
            self.known.push(known);
        }
        known
    }
}

/// Tables of words, hashed the same way in every run.
pub(super) type Hashing = BuildHasherDefault<WordHasher>;

/// Eight bytes at a time, multiplied and rotated: words are short, and nothing depends on their order.
#[derive(Debug, Default)]
pub(super) struct WordHasher(u64);

impl WordHasher {
    fn add(&mut self, chunk: u64) {
        self.0 = (self.0.rotate_left(5) ^ chunk).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<8>();
        for chunk in chunks {
            self.add(u64::from_le_bytes(*chunk));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.add(u64::from_le_bytes(last));
    }

    fn write_u64(&mut self, number: u64) {
        self.add(number);
    }

    fn write_u128(&mut self, number: u128) {
        self.add(number as u64);
        self.add((number >> 64) as u64);
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        // The tables look at the highest bits and the lowest; a product is poor in its lowest.
        self.0 ^ (self.0 >> 32)
    }
}
