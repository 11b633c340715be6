//! What stands between a marker and its text: bullets, stops, emphasis marks.

/// What stands after `:`, `.`, `)` or a dash, and whether one stood there.
pub(super) fn delimiter(text: &str) -> (&str, bool) {
    let rest = skip_stars(text);
    let after = rest.trim_start_matches([':', '.', ')', ']']);
    let dashed = after.strip_prefix("- ").or_else(|| after.strip_prefix("– ")).unwrap_or(after);
    (skip_stars(dashed), dashed.len() < rest.len())
}

/// Whether a colon stands first.
pub(super) fn colon(text: &str) -> bool {
    skip_stars(text).starts_with(':')
}

/// `a) …`: the first part of a question or answer.
pub(super) fn lettered_part(text: &str) -> bool {
    text.starts_with("a)") || text.starts_with("a.") || text.starts_with("(a)")
}

/// Length of the bullets and blanks before a label.
pub(super) fn bullet(text: &str) -> usize {
    text.len() - text.trim_start_matches(['•', '-', '–', '▪', '·', '*', '\u{F0B7}', ' ', '\t']).len()
}

/// The text after blanks and emphasis marks.
pub(super) fn skip_stars(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '*', '\u{A0}'])
}
