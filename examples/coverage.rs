//! How often 95 % intervals hold the truth: Wilson's, of answers that are independent and of answers of letters that differ, and that of
//! whole letters drawn again, each on 2,000 simulated corpora; of fewer than `FEWEST_LETTERS` letters that is not given.
//!
//! ```text
//! cargo run --release --example coverage
//! ```

use antwoordmeter::measure::{LetterShare, Share};

const CORPORA: u64 = 2_000;
const ANSWERS: u32 = 20;

/// `SplitMix64`, as in the program: numbers from 0 to 1.
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A letter of up to twice as many answers as usual, whose own share lies anywhere between `share` ± `spread`.
    fn letter(&mut self, share: f64, spread: f64) -> (u32, Vec<u32>) {
        let own = share + spread * (2.0 * self.next() - 1.0);
        let total = (0..2 * ANSWERS).map(|_| u32::from(self.next() < 0.5)).sum::<u32>().max(1);
        (total, vec![(0..total).map(|_| u32::from(self.next() < own)).sum()])
    }
}

fn main() {
    println!("{CORPORA} corpora each, letters of about {ANSWERS} answers; how often the 95 % interval holds the truth");
    println!("letters  share  spread   Wilson  letters drawn again (BCa)");
    for spread in [0.0, 0.1, 0.2] {
        for letters in [2, 3, 4, 5, 6, 8, 10, 30, 100] {
            let share = 0.25;
            let (mut wilson, mut drawn, mut said) = (0, 0, 0);
            for corpus in 0..CORPORA {
                let mut random = Random(corpus.wrapping_mul(0xD134_2543_DE82_EF95) ^ letters);
                let corpus: Vec<(u32, Vec<u32>)> = (0..letters).map(|_| random.letter(share, spread)).collect();
                let Some(figure) = LetterShare::of(&corpus, 1).first().copied() else { continue };
                let holds = |low: f64, high: f64| u32::from(low <= share && share <= high);
                wilson += Share::of(figure.count, figure.total).map_or(0, |interval| holds(interval.low, interval.high));
                if let Ok(bounds) = figure.confidence {
                    drawn += holds(bounds.low, bounds.high);
                    said += 1;
                }
            }
            let percent = |held: u32, of: u64| 100.0 * f64::from(held) / of as f64;
            let drawn = if said > 0 { format!("{:>6.1} %", percent(drawn, said)) } else { "none".to_owned() };
            println!("{letters:>7}  {share:>5}  {spread:>6}  {:>6.1} %  {drawn:>8}", percent(wilson, CORPORA));
        }
    }
}
