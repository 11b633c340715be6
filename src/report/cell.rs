//! What stands in a cell: text made safe, lists, offsets, paths and the words for figures.
//!
//! Chosen: Excel in Dutch gets semicolons, decimal commas and a byte order mark by one option. Why: it opens a table by double-click only
//! so; a delimiter alone would leave shares as text. Rejected: `--delimiter`, `sep=;` (then it takes UTF-8 for windows-1252).

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

use super::Language;
use crate::codebook::Codebook;
use crate::coder::Reason;
use crate::letter::{Exchange, Letter, LetterKind, PartKind};
use crate::text::{CharIndex, Span};

/// How findings are written.
#[derive(Clone, Copy, Debug)]
pub struct Style<'c> {
    /// The codebook that the letters were coded by.
    pub codebook: &'c Codebook,
    /// The measured certainties hold for these rules: it is the embedded codebook.
    pub measured: bool,
    /// Leave out the apostrophe before what a spreadsheet would run.
    pub raw: bool,
    /// Write tables as Dutch Excel opens them: `;` between cells, `,` in numbers, a byte order mark before them.
    pub excel: bool,
    /// The language of what is said to people.
    pub language: Language,
    /// The paths that were named: files under an absolute one are listed from its last part, so that the tables do not
    /// depend on where the letters lie.
    pub named: &'c [PathBuf],
}

impl Style<'_> {
    /// What stands between cells.
    pub const fn delimiter(&self) -> u8 {
        if self.excel { b';' } else { b',' }
    }

    /// A text as a cell has it.
    pub(super) fn cell<'t>(&self, text: impl Into<Cow<'t, str>>) -> Cow<'t, str> {
        if self.raw { text.into() } else { guarded(text.into()) }
    }

    /// Rows without a header, to be written to a table.
    pub(super) fn rows(&self) -> csv::Writer<Vec<u8>> {
        csv::WriterBuilder::new().has_headers(false).delimiter(self.delimiter()).from_writer(Vec::new())
    }

    /// A probability; small ones with an exponent, so that none is said to be 0.
    pub(super) fn probability(&self, p: f64) -> String {
        if p >= 1e-5 {
            self.decimal(p)
        } else {
            let text = format!("{p:.3e}");
            if self.excel { text.replace('.', ",") } else { text }
        }
    }

    /// A number of a table.
    pub(super) fn decimal(&self, value: f64) -> String {
        if self.excel { decimal(value).replace('.', ",") } else { decimal(value) }
    }

    /// A file as the tables have it, with `/` between its parts.
    ///
    /// # Example: an absolute path is cut to what was named
    /// ```
    /// use antwoordmeter::codebook::Codebook;
    /// use antwoordmeter::report::{Language, cell::Style};
    /// use std::path::{Path, PathBuf};
    /// let named = [PathBuf::from("/home/ans/brieven"), PathBuf::from("map")];
    /// let style = Style { codebook: &Codebook::embedded()?, measured: true, raw: false, excel: false, language: Language::Dutch, named: &named };
    /// assert_eq!(style.shown(Path::new("/home/ans/brieven/2025/a.txt")), "brieven/2025/a.txt");
    /// assert_eq!(style.shown(Path::new("./map/b.txt")), "map/b.txt");
    /// # Ok::<(), antwoordmeter::error::Error>(())
    /// ```
    pub fn shown(&self, file: &Path) -> String {
        let under =
            self.named.iter().filter(|named| named.is_absolute() && file.starts_with(named)).max_by_key(|named| named.as_os_str().len());
        let short = under.and_then(|named| named.parent()).and_then(|parent| file.strip_prefix(parent).ok()).unwrap_or(file);
        let parts: Vec<_> = short
            .components()
            .filter(|part| !matches!(part, Component::CurDir))
            .map(|part| if part == Component::RootDir { "".into() } else { part.as_os_str().to_string_lossy() })
            .collect();
        parts.join("/")
    }
}

/// Where spans stand for a reader: characters in the letter's text, or in the answer as given in a table of pairs.
pub(super) struct Place<'l> {
    text: &'l str,
    chars: &'l CharIndex,
    from: usize,
}

impl<'l> Place<'l> {
    pub fn new(letter: &'l Letter, chars: &'l CharIndex, exchange: &Exchange) -> Self {
        let from = if letter.from_table { chars.at(&letter.text, exchange.answer.span().start) } else { 0 };
        Self { text: &letter.text, chars, from }
    }

    pub fn of(&self, span: Span) -> (usize, usize) {
        let at = |byte| self.chars.at(self.text, byte).saturating_sub(self.from);
        (at(span.start), at(span.end))
    }
}

/// Six decimals: enough to find the count again in a million answers.
pub(super) fn decimal(value: f64) -> String {
    format!("{value:.6}")
}

/// The text of a cell, with an apostrophe before what a spreadsheet would run as a formula.
///
/// Text that begins with apostrophes and then such a sign gets one more, so that taking one off always gives back the text.
pub(super) fn guarded(text: Cow<'_, str>) -> Cow<'_, str> {
    let first = text.bytes().find(|byte| *byte != b'\'');
    if matches!(first, Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r')) { Cow::Owned(format!("'{text}")) } else { text }
}

pub(super) fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

pub(super) fn joined(list: &[String]) -> Cow<'_, str> {
    match list {
        [] => Cow::Borrowed(""),
        [only] => Cow::Borrowed(only),
        many => Cow::Owned(many.join(";")),
    }
}

pub(super) const fn kind(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Answer => "answer",
        LetterKind::Postponement => "postponement",
        LetterKind::Questions => "questions",
        LetterKind::Other => "other",
    }
}

/// How often answers that this row settled were right: H from 95 %, M from 80 %, else L; nothing under 20 answers.
pub(super) fn certainty(reason: Reason) -> &'static str {
    let (right, coded) = reason.measured();
    match right * 100 {
        _ if coded < 20 => "",
        percent if percent >= 95 * coded => "H",
        percent if percent >= 80 * coded => "M",
        _ => "L",
    }
}

/// Share of the characters that were not understood, white space left out.
pub(super) fn unparsed_share(letter: &Letter) -> f64 {
    let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let missed: usize =
        letter.parts.iter().filter(|part| part.kind == PartKind::Unparsed).map(|part| visible(part.span.of(&letter.text))).sum();
    let all = if missed == 0 { 1 } else { visible(&letter.text) };
    missed as f64 / all.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn only_what_a_spreadsheet_would_run_is_guarded() {
        let table = [
            ("=1+1", "'=1+1"),
            ("+31 10", "'+31 10"),
            ("- Ja.", "'- Ja."),
            ("@naam", "'@naam"),
            ("\tJa", "'\tJa"),
            ("\rJa", "'\rJa"),
            ("'-Ja", "''-Ja"),
            ("Ja, 1 + 1 = 2", "Ja, 1 + 1 = 2"),
            ("'s Avonds", "'s Avonds"),
            ("", ""),
        ];
        let wrong: Vec<_> = table.iter().filter(|(text, cell)| guarded((*text).into()) != *cell).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
