//! How long answers are and how hard to read.

use std::ops::AddAssign;

use crate::text::Reading;

/// Words, sentences and syllables of some text; those of two texts add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readability {
    /// Words, numbers among them.
    pub words: u64,
    /// Sentences and list items.
    pub sentences: u64,
    /// Syllables.
    pub syllables: u64,
}

impl Readability {
    /// The counts of a text, given with its reading.
    ///
    /// # Example: two sentences
    /// ```
    /// use antwoordmeter::measure::Readability;
    /// use antwoordmeter::text::Reading;
    /// let text = "De gemeente evalueert het beleid. Dat gebeurt in 2026.";
    /// let counts = Readability::of(text, &Reading::of(text));
    /// assert_eq!((counts.words, counts.sentences, counts.syllables), (9, 2, 16));
    /// assert_eq!(format!("{:.1}", counts.flesch_douma().unwrap()), "65.8");
    /// ```
    pub fn of(text: &str, reading: &Reading) -> Self {
        let mut sounds = Vec::new();
        Self {
            words: reading.words().len() as u64,
            sentences: reading.sentences().len() as u64,
            syllables: reading.words().iter().map(|word| syllables(word.span.of(text), &mut sounds)).sum(),
        }
    }

    /// Words in a sentence, on average; nothing without a sentence.
    pub fn sentence_length(self) -> Option<f64> {
        (self.sentences > 0).then(|| self.words as f64 / self.sentences as f64)
    }

    /// Reading ease by the formula of Douma, from about 0 (very hard) to 100 (very easy): 206.84 - 0.77 × syllables in a hundred words -
    /// 0.93 × words in a sentence.
    ///
    /// W. H. Douma, "De leesbaarheid van landbouwbladen", Landbouwhogeschool Wageningen (1960): the reading ease of R. Flesch (1948),
    /// fitted to the length of Dutch words and sentences. Chosen because it was made for Dutch, is the best known there, and asks nothing
    /// but counts; the index of Brouwer (1963) was fitted to books for children, and LIX (1968) to Swedish. It says nothing of a text
    /// that is a table.
    pub fn flesch_douma(self) -> Option<f64> {
        let length = self.sentence_length()?;
        (self.words > 0).then(|| 206.84 - 77.0 * self.syllables as f64 / self.words as f64 - 0.93 * length)
    }
}

impl AddAssign for Readability {
    fn add_assign(&mut self, other: Self) {
        self.words += other.words;
        self.sentences += other.sentences;
        self.syllables += other.syllables;
    }
}

/// Vowels that are one sound when they stand side by side; the longest counts.
const TOGETHER: [&[u8]; 21] = [
    b"aai", b"ooi", b"oei", b"eeu", b"ieu", b"eau", b"aa", b"ee", b"oo", b"uu", b"ie", b"oe", b"eu", b"ui", b"ou", b"au", b"ei", b"ij",
    b"ai", b"oi", b"oy",
];

/// What a character is to a syllable: nothing (0), a vowel, or a consonant that makes something else of the vowel beside it.
type Sound = u8;

const Y: Sound = 6;
const J: Sound = 7;
const Q: Sound = 8;
/// Added to a vowel that bears a diaeresis: it can be the first of a sound, never the second.
const NEW: Sound = 8;
const SOUNDS: usize = 16;

/// What a small letter is; an accent does not count.
const fn sound(c: char) -> Sound {
    match c {
        'a' | 'á' | 'à' | 'â' => 1,
        'e' | 'é' | 'è' | 'ê' => 2,
        'i' | 'í' | 'ì' | 'î' => 3,
        'o' | 'ó' | 'ò' | 'ô' => 4,
        'u' | 'ú' | 'ù' | 'û' => U,
        'y' => Y,
        'j' => J,
        'q' => Q,
        'ä' => NEW + 1,
        'ë' => NEW + 2,
        'ï' => NEW + 3,
        'ö' => NEW + 4,
        'ü' => NEW + U,
        _ => 0,
    }
}

const U: Sound = 5;

const fn is_vowel(sound: Sound) -> bool {
    !matches!(sound, 0 | J | Q)
}

/// What each byte of a word of plain letters is, capital or small.
const PLAIN: [Sound; 256] = {
    let mut sounds = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        sounds[byte as usize] = sound(byte.to_ascii_lowercase() as char);
        byte += 1;
    }
    sounds
};

/// Of three sounds that follow one another, as the digits of a number: whether the first is a vowel, and how many of the others belong to it.
const TAKEN: [(bool, u8); SOUNDS.pow(3)] = {
    let mut taken = [(false, 0); SOUNDS.pow(3)];
    let mut place = 0;
    while place < taken.len() {
        let three = [place / SOUNDS / SOUNDS, place / SOUNDS % SOUNDS, place % SOUNDS];
        taken[place].0 = is_vowel(three[0] as Sound);
        // The last come first, so that a longer one overrules.
        let mut sound = TOGETHER.len();
        while sound > 0 {
            sound -= 1;
            let vowels = TOGETHER[sound];
            let first = PLAIN[vowels[0] as usize] as usize;
            let begins = three[0] == first || three[0] == first + NEW as usize;
            let follows = three[1] == PLAIN[vowels[1] as usize] as usize;
            if begins && follows && (vowels.len() == 2 || three[2] == PLAIN[vowels[2] as usize] as usize) {
                taken[place].1 = vowels.len() as u8 - 1;
            }
        }
        place += 1;
    }
    taken
};

/// The syllables of a word: its vowel sounds. A diaeresis begins a new one (ideeën), `u` after `q` and `y` before a vowel at the
/// beginning are none; a word without a vowel, such as a number, is one. `sounds` is a buffer that serves again for the next word.
fn syllables(word: &str, sounds: &mut Vec<Sound>) -> u64 {
    if word.is_ascii() {
        return counted(word.bytes().map(|byte| PLAIN[usize::from(byte)]));
    }
    sounds.clear();
    sounds.extend(word.chars().flat_map(char::to_lowercase).map(sound));
    counted(sounds.iter().copied())
}

/// Counts without asking at each letter what it is: a wrong guess of the processor takes as long as some letters.
fn counted(sounds: impl Iterator<Item = Sound>) -> u64 {
    let (mut three, mut left, mut count, mut before) = (0, 0_u8, 0, 0);
    let mut step = |sound: Sound| {
        let mute = before == Q && sound == U;
        before = sound;
        three = (three * SOUNDS + if mute { 0 } else { usize::from(sound) }) % TAKEN.len();
        let (is_vowel, taken) = TAKEN[three];
        count += u64::from(is_vowel && left == 0);
        left = if left == 0 { taken } else { left - 1 };
        three
    };
    let mut begins_with_y = 0;
    for (place, sound) in sounds.enumerate() {
        let so_far = step(sound);
        // The first letter is counted when the third has come: what it is depends on the second.
        begins_with_y = if place == 1 { so_far } else { begins_with_y };
    }
    step(0);
    step(0);
    let mute = begins_with_y / SOUNDS == usize::from(Y) && is_vowel((begins_with_y % SOUNDS) as Sound);
    (count - u64::from(mute)).max(1)
}

#[cfg(test)]
mod tests {
    use super::{Readability, syllables};
    use crate::text::Reading;

    /// Hyphenated by hand, as the Woordenlijst der Nederlandse Taal divides them.
    const WORDS: &str = "ant-woord be-ant-woor-den ge-meen-te col-le-ge be-oor-de-ling be-ïn-vloed ge-ëist co-ör-di-na-tie nieuw meeuw \
        be-stuurs-pe-ri-o-de ruim-te ei-ge-naar dos-sier-on-der-zoek vrij-wil-li-ger jaar-ver-slag toe-lich-ting e-va-lu-a-tie i-dee-ën \
        zo-als ja-nu-a-ri Eu-ro-pa hoe-veel-heid kwa-li-teit uit-voe-ring bij-een-komst fi-nan-ci-ë-le re-ac-tie bu-reau sys-teem yog-hurt \
        ka-te-go-rie-ën één twee naai-en gooi-en groei-en thea-ter-d quo-rum pro-vin-cie or-ga-ni-sa-tie par-ti-ci-pa-tie toi-let";

    #[test]
    fn syllables_are_those_of_the_word_list() {
        let parts = |word: &str| word.split('-').count() as u64;
        // "theater" has a sound boundary that the word list does not divide at.
        let expected = |word: &str| if word == "thea-ter-d" { 3 } else { parts(word) };
        let wrong: Vec<_> =
            WORDS.split_whitespace().filter(|word| syllables(&word.replace('-', ""), &mut Vec::new()) != expected(word)).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(["2024", "nr", "", "ZZP"].map(|word| syllables(word, &mut Vec::new())), [1; 4]);
    }

    #[test]
    fn nothing_is_said_of_nothing_and_parts_add_up() {
        assert_eq!(Readability::default().flesch_douma(), None);
        assert_eq!(Readability::default().sentence_length(), None);
        let of = |text: &str| Readability::of(text, &Reading::of(text));
        let mut sum = of("Wij zijn het eens.");
        sum += of("Het college besluit in mei.");
        assert_eq!(sum, of("Wij zijn het eens. Het college besluit in mei."));
        assert!(of("Ja. Nee.").flesch_douma() > of("Desalniettemin prevaleert ambtshalve de gemeenschappelijke regeling.").flesch_douma());
    }
}
