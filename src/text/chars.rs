//! Bytes to characters, which are what Python and R count; and which of them are quotation marks.

/// Answers how many characters (Unicode code points) stand before a byte, in constant time per question.
#[derive(Debug)]
pub struct CharIndex {
    /// Characters before each block of [`BLOCK`] bytes; empty when the text is ASCII.
    blocks: Vec<usize>,
}

const BLOCK: usize = 64;

impl CharIndex {
    /// Prepares `text`.
    ///
    /// # Example: an accent is one character and two bytes
    /// ```
    /// use antwoordmeter::text::CharIndex;
    /// let text = "één ding";
    /// assert_eq!(CharIndex::new(text).at(text, 5), 3);
    /// ```
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { blocks: Vec::new() };
        }
        let mut seen = 0;
        let blocks = text
            .as_bytes()
            .chunks(BLOCK)
            .map(|block| {
                let before = seen;
                seen += characters(block);
                before
            })
            .collect();
        Self { blocks }
    }

    /// Characters of `text` (the text it was made for) before `byte`.
    pub fn at(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        match self.blocks.get(byte / BLOCK) {
            Some(before) => before + characters(&text.as_bytes()[byte / BLOCK * BLOCK..byte]),
            None if self.blocks.is_empty() => byte,
            None => self.blocks.last().map_or(0, |last| last + characters(&text.as_bytes()[(self.blocks.len() - 1) * BLOCK..byte])),
        }
    }
}

/// Characters that begin in a block of at most [`BLOCK`] bytes: they are counted in bytes, many at once.
fn characters(block: &[u8]) -> usize {
    usize::from(block.iter().map(|byte| u8::from(byte & 0xC0 != 0x80)).sum::<u8>())
}

/// Quotation marks, each with those that may close what it opens: "„Kade”" is Dutch, "„Kade“" German.
const QUOTES: [(char, &[char]); 6] = [('«', &['»']), ('‘', &['’']), ('“', &['”', '“']), ('„', &['”', '“']), ('"', &['"']), ('\'', &['\''])];

/// Whether a character is a mark that opens a quotation.
pub fn opens_quotation(mark: char) -> bool {
    QUOTES.iter().any(|(open, _)| *open == mark)
}

/// Whether a character is a mark that closes a quotation.
pub fn closes_quotation(mark: char) -> bool {
    QUOTES.iter().any(|(_, close)| close.contains(&mark))
}

/// Whether a mark closes the quotation that `open` opens; who types a closing mark on both sides ("’Kade’") means the same.
///
/// # Example
/// ```
/// use antwoordmeter::text::is_quoted;
/// assert!(is_quoted('„', '”') && is_quoted('’', '’') && !is_quoted('«', '”'));
/// ```
pub fn is_quoted(open: char, close: char) -> bool {
    let opened = QUOTES.iter().find(|(first, _)| *first == open);
    opened.map_or(open == close && closes_quotation(close), |(_, closing)| closing.contains(&close))
}

#[cfg(test)]
mod tests {
    use super::CharIndex;

    #[test]
    fn agrees_with_counting_at_every_character() {
        let text = "é€x".repeat(400);
        let index = CharIndex::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.at(&text, byte), count);
        }
        assert_eq!(index.at(&text, text.len()), text.chars().count());
    }
}
