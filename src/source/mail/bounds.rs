//! Mail on which the parser would work for minutes, or which it would unfold without end, is refused or put right before it is parsed.

use std::borrow::Cow;
use std::path::Path;

use crate::error::{Error, Result};

/// The most bytes of a mail outside attachments: each line of them can become a header of a hundred bytes.
const MOST_WRITTEN: usize = 8 << 20;

/// The most bytes that the parser may look at: it reads on to the end for each boundary that does not come.
const MOST_LOOKED_AT: usize = 1 << 31;

/// Mails in mails, which the parser takes apart too; they are attachments, which are not read.
const NESTED: &[(&[u8], &[&[u8]])] = &[(b"message", &[b"rfc822", b"global"]), (b"multipart", &[b"digest"])];

/// The mail, with mails in it taken for files of an unknown kind.
///
/// # Errors
/// It holds more text or more parts than mails do. `file` is only named in the error.
pub(super) fn check<'b>(file: &Path, bytes: &'b [u8]) -> Result<Cow<'b, [u8]>> {
    let lines = bytes.split(|byte| *byte == b'\n');
    let is_data = |line: &[u8]| line.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'\r'));
    let (mut written, mut parts, mut boundaries, mut dashes) = (0_usize, 0_usize, 0_usize, 0_usize);
    for line in lines.filter(|line| !is_data(line)) {
        written += line.len() + 1;
        parts += positions(line, b"multipart").count();
        boundaries += positions(line, b"boundary").next().map_or(0, |_| line.len());
        dashes += line.windows(2).filter(|pair| *pair == b"--").count();
    }
    let looked_at = parts.saturating_mul(bytes.len()).max(boundaries.saturating_mul(dashes));
    if written > MOST_WRITTEN || looked_at > MOST_LOOKED_AT {
        return Err(Error::new(file, "holds more text or more parts than a mail has", "open it in your mail program and save it as PDF"));
    }
    Ok(without_mails(bytes))
}

/// The places of a word in lower case, in bytes of any case.
fn positions<'b>(bytes: &'b [u8], word: &'b [u8]) -> impl Iterator<Item = usize> + 'b {
    let first = word.first().copied().unwrap_or_default();
    bytes
        .iter()
        .enumerate()
        .filter(move |(_, byte)| byte.eq_ignore_ascii_case(&first))
        .map(|(at, _)| at)
        .filter(move |at| bytes.get(*at..*at + word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word)))
}

/// The mail with the names of the kinds changed that hold mails.
fn without_mails(bytes: &[u8]) -> Cow<'_, [u8]> {
    let mut changed: Vec<usize> = Vec::new();
    for (kind, subkinds) in NESTED {
        for at in positions(bytes, kind) {
            let after = bytes.iter().enumerate().skip(at + kind.len()).take(100);
            let name = after.skip_while(|(_, byte)| **byte == b'/' || byte.is_ascii_whitespace()).map(|(at, _)| at).next().unwrap_or(at);
            let named = |own: &&[u8]| bytes.get(name..name + own.len()).is_some_and(|found| found.eq_ignore_ascii_case(own));
            if name > at + kind.len() && subkinds.iter().any(named) {
                changed.push(name);
            }
        }
    }
    if changed.is_empty() {
        return Cow::Borrowed(bytes);
    }
    let mut bytes = bytes.to_vec();
    for at in changed {
        if let Some(byte) = bytes.get_mut(at) {
            *byte = b'x';
        }
    }
    Cow::Owned(bytes)
}
