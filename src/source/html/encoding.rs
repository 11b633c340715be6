//! The characters of a file that says its own encoding.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use crate::source::decode::to_unicode;

/// So many bytes at the beginning are looked at for the name of the encoding.
const HEAD: usize = 4 << 10;

/// The text of a page or an XML file. What is valid UTF-8 is that, whatever the file says: programs save pages anew and leave the name of the old encoding in them.
pub(in crate::source) fn declared(bytes: &[u8]) -> Cow<'_, str> {
    if Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok() {
        return to_unicode(bytes);
    }
    match named(bytes) {
        // It says UTF-8 and is not, or says what it cannot be, since its name was read byte by byte.
        None => to_unicode(bytes),
        Some(encoding) if encoding == UTF_8 || !encoding.is_ascii_compatible() => to_unicode(bytes),
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0,
    }
}

/// The encoding after `charset=` or `encoding=`.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD.min(bytes.len()))?.to_ascii_lowercase();
    let after = |word: &[u8]| head.windows(word.len()).position(|at| at == word).map(|at| at + word.len());
    let from = after(b"charset=").into_iter().chain(after(b"encoding=")).min()?;
    let label: Vec<u8> =
        head.iter().skip(from).copied().skip_while(|byte| b"\"' ".contains(byte)).take_while(|byte| !b"\"' ;/>?".contains(byte)).collect();
    Encoding::for_label(&label)
}

#[cfg(test)]
mod tests {
    use super::declared;

    #[test]
    fn the_encoding_that_a_file_says() {
        let table: &[(&[u8], &str)] = &[
            (b"<meta charset=\"windows-1250\">\xB9", "<meta charset=\"windows-1250\">\u{105}"),
            (b"<meta content=\"text/html; charset=iso-8859-15\">\xA4", "<meta content=\"text/html; charset=iso-8859-15\">\u{20AC}"),
            (b"<?xml version='1.0' encoding='ISO-8859-1'?>\xEB", "<?xml version='1.0' encoding='ISO-8859-1'?>\u{EB}"),
            (b"<meta charset=iso-8859-1>\xC3\xAB", "<meta charset=iso-8859-1>\u{EB}"),
            (b"<meta charset=utf-8>\xEB", "<meta charset=utf-8>\u{EB}"),
            (b"<meta charset=utf-16>\xEB", "<meta charset=utf-16>\u{EB}"),
            (b"\xFF\xFE<\0p\0>\0", "<p>"),
        ];
        let wrong: Vec<_> = table.iter().filter(|(bytes, wanted)| declared(bytes) != *wanted).map(|(bytes, _)| declared(bytes)).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
