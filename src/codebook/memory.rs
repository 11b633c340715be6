//! What one thread remembers from text to text: the symbols of words, and buffers.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

use super::index::Scratch;
use super::vocabulary::{SymbolId, Vocabulary};

/// Words remembered, at most: then it begins anew.
const WORDS: usize = 1 << 15;

/// Longer words are looked up each time.
const LONG: usize = 48;

/// The words that a thread has met, so that stems are tried once per different word. Bounded in size; one
/// for each thread, for any number of texts.
#[derive(Debug, Default)]
pub struct Memory {
    /// Words of up to 7 and up to 15 bytes by the bytes themselves: little is fetched to compare them, and most words are short.
    short: HashMap<u64, SymbolId, Hashing>,
    middling: HashMap<u128, SymbolId, Hashing>,
    long: HashMap<Box<str>, SymbolId, Hashing>,
    codebook: String,
    pub(super) scratch: Scratch,
}

impl Memory {
    /// Forgets the words when it served another codebook.
    pub(super) fn serve(&mut self, codebook: &str) {
        if self.codebook != codebook {
            self.short.clear();
            self.middling.clear();
            self.long.clear();
            self.codebook.clear();
            self.codebook.push_str(codebook);
        }
    }

    pub(super) fn symbol(&mut self, vocabulary: &Vocabulary, word: &str) -> SymbolId {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            // Numbers are without end and would drive out the words; no stem is tried on most of them.
            vocabulary.symbol(word)
        } else if let Some(bytes) = packed::<8>(word) {
            remembered(&mut self.short, u64::from_le_bytes(bytes), vocabulary, word)
        } else if let Some(bytes) = packed::<16>(word) {
            remembered(&mut self.middling, u128::from_le_bytes(bytes), vocabulary, word)
        } else {
            self.long(vocabulary, word)
        }
    }

    fn long(&mut self, vocabulary: &Vocabulary, word: &str) -> SymbolId {
        if let Some(symbol) = self.long.get(word) {
            return *symbol;
        }
        let symbol = vocabulary.symbol(word);
        if word.len() <= LONG {
            if self.long.len() >= WORDS {
                self.long.clear();
            }
            self.long.insert(word.into(), symbol);
        }
        symbol
    }
}

fn remembered<K: Eq + Hash>(words: &mut HashMap<K, SymbolId, Hashing>, packed: K, vocabulary: &Vocabulary, word: &str) -> SymbolId {
    if let Some(symbol) = words.get(&packed) {
        return *symbol;
    }
    if words.len() >= WORDS {
        words.clear();
    }
    let symbol = vocabulary.symbol(word);
    words.insert(packed, symbol);
    symbol
}

/// The bytes of a word and its length in `N` bytes; none of a word that has `N` or more.
fn packed<const N: usize>(word: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let (length, room) = bytes.split_last_mut()?;
    for (to, from) in room.get_mut(..word.len())?.iter_mut().zip(word.bytes()) {
        *to = from;
    }
    *length = word.len() as u8;
    Some(bytes)
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
