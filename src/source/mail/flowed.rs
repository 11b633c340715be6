//! Lines that a mail program broke and that are one: `format=flowed` (RFC 3676).

use std::borrow::Cow;

use mail_parser::{MessagePart, MimeHeaders};

/// The text of a part with such lines joined.
pub(super) fn unwrapped<'t>(part: &MessagePart, text: &'t str) -> Cow<'t, str> {
    let says = |name: &str, value: &str| {
        part.content_type().and_then(|kind| kind.attribute(name)).is_some_and(|own| own.eq_ignore_ascii_case(value))
    };
    if says("format", "flowed") { Cow::Owned(joined(text, says("delsp", "yes"))) } else { Cow::Borrowed(text) }
}

/// Joins a line that ends in a blank with the next one, when both are quoted equally deep.
fn joined(text: &str, without_blank: bool) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let depth = line.len() - line.trim_start_matches('>').len();
        let words = line.get(depth..).unwrap_or_default();
        let words = words.strip_prefix(' ').unwrap_or(words);
        if open == Some(depth) {
            whole.truncate(whole.trim_end_matches('\n').len());
        } else if depth > 0 {
            whole.push_str(line.get(..depth).unwrap_or_default());
            whole.push(' ');
        }
        let flows = words.ends_with(' ') && words != "-- ";
        whole.push_str(if flows && without_blank { words.strip_suffix(' ').unwrap_or(words) } else { words });
        whole.push('\n');
        open = flows.then_some(depth);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn lines_that_flow_on() {
        let table = [
            ("een \ntwee\ndrie", "een twee\ndrie\n"),
            ("> een \n> twee\ndrie", "> een twee\ndrie\n"),
            ("> een \ntwee", "> een \ntwee\n"),
            (" > geen citaat", "> geen citaat\n"),
            ("groet\n-- \nnaam", "groet\n-- \nnaam\n"),
        ];
        let wrong: Vec<_> =
            table.iter().map(|(text, wanted)| (joined(text, false), wanted)).filter(|(found, wanted)| found != *wanted).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(joined("een \ntwee", true), "eentwee\n");
    }
}
