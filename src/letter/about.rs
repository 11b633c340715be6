//! What a letter says of itself: date, sender, addressee, subject, reference.

use super::About;
use super::sheet::Sheet;

/// Reads the head of a letter, which ends at byte `head`.
pub(super) fn about(_sheet: &Sheet, _head: usize) -> About {
    About::default()
}

/// Whether the letter says that the answers come later.
pub(super) fn postpones(text: &str) -> bool {
    let text = text.to_lowercase().replace('\n', " ");
    ["binnen de gebruikelijke termijn", "uitstel", "niet binnen de termijn"].iter().any(|words| text.contains(words))
}
