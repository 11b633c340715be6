//! Mail as it is sent (`.eml`): its head as a mail program prints it, then its text; the mail that it answers is marked.

mod bounds;
mod flowed;
mod head;
mod quoted;

use std::borrow::Cow;
use std::path::Path;

use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::decode::to_unicode;
use super::draft::Draft;
use super::{Limits, MarkKind, Source, html};
use crate::error::{Error, Result};

/// A mail that says no more than this itself (in bytes, without white space) is only the cover of its attachments.
const COVER: usize = 400;

/// The most text of several parts of a mail together, in bytes.
const MOST_TOGETHER: usize = 16 << 20;

/// Endings of attachments that can be letters.
const LETTERS: &[&str] = &["pdf", "docx", "doc", "odt", "rtf", "docm", "eml", "msg", "dat"];

/// The source of a `.eml` file.
///
/// # Errors
/// It holds no text, only attachments, or more than mails do.
pub fn mail(file: &Path, id: &str, bytes: &[u8], limits: &Limits) -> Result<Source> {
    let bytes = bounds::check(file, bytes)?;
    let Some(message) = MessageParser::default().parse(&*bytes) else {
        return Err(Error::new(file, "is not a mail", "save the mail anew from your mail program, as .eml or as PDF"));
    };
    if is_encrypted(&message) {
        return Err(Error::new(file, "is an encrypted mail", "open it in your mail program and save it as PDF"));
    }
    let mut draft = Draft::default();
    head::write(&message, &mut draft);
    draft.gap();
    let from = draft.at();
    body(file, &message, &mut draft, limits)?;
    let said = said(&draft, from);
    let attached = message.attachments().filter_map(letter_name).collect::<Vec<_>>();
    if let Some(first) = attached.first().filter(|_| said <= COVER) {
        let what = format!("is a mail with hardly any text of its own; the letter is in its attachment “{}”", attached.join("”, “"));
        return Err(Error::new(file, what, format!("save the attachment “{first}” and give that file")));
    }
    if said == 0 && draft.text().get(from..).is_none_or(|text| text.trim().is_empty()) {
        return Err(Error::new(file, "is a mail without text", "open it in your mail program and save it as PDF"));
    }
    draft.finish(file, id)
}

/// Bytes of text since `from` that are not quoted.
fn said(draft: &Draft, from: usize) -> usize {
    let text = draft.text();
    let quoted = draft.marked(MarkKind::Quoted);
    let bytes = text.bytes().enumerate().skip(from).filter(|(_, byte)| !byte.is_ascii_whitespace());
    let mut quoted = quoted.iter().peekable();
    bytes
        .filter(|(at, _)| {
            while quoted.next_if(|span| span.end <= *at).is_some() {}
            quoted.peek().is_none_or(|span| span.start > *at)
        })
        .count()
}

/// Writes the text of a mail; its HTML when the text is empty; what was cut off, and is taken for an attachment without a name, when there is neither.
fn body(file: &Path, message: &Message, draft: &mut Draft, limits: &Limits) -> Result<()> {
    let from = draft.at();
    let is_text = |part: &&MessagePart| {
        let kind = ["plain", "html"].iter().any(|kind| part.is_content_type("text", kind)) || part.content_type().is_none();
        kind && part.attachment_name().is_none()
    };
    let bodies: [Vec<&MessagePart>; 3] =
        [message.text_bodies().collect(), message.html_bodies().collect(), message.attachments().filter(is_text).collect()];
    for parts in bodies {
        // Each part has its own bound; many of them together would pass it.
        if parts.iter().map(|part| part.body.len()).sum::<usize>() > limits.text.min(MOST_TOGETHER) && parts.len() > 1 {
            return Err(Error::new(
                file,
                "holds more text or more parts than a mail has",
                "open it in your mail program and save it as PDF",
            ));
        }
        if draft.text().get(from..).is_none_or(|text| text.trim().is_empty()) {
            for part in parts {
                write(file, message, part, draft, limits)?;
            }
        }
    }
    Ok(())
}

/// Writes one part of a mail, and marks what it quotes.
fn write(file: &Path, message: &Message, part: &MessagePart, draft: &mut Draft, limits: &Limits) -> Result<()> {
    draft.gap();
    let from = draft.at();
    let whole = match &part.body {
        PartType::Text(text) => {
            draft.push(&flowed::unwrapped(part, &decoded(message, part, text)));
            true
        }
        PartType::Html(text) => {
            html::write(file, &decoded(message, part, text), draft, limits)?;
            false
        }
        _ => return Ok(()),
    };
    let spans = quoted::quoted(draft.text().get(from..).unwrap_or_default(), whole);
    for span in spans {
        draft.mark_span(span.shifted(from), MarkKind::Quoted);
    }
    Ok(())
}

/// The characters of a part that does not name its encoding, or names it wrongly.
fn decoded<'t>(message: &'t Message, part: &MessagePart, text: &'t str) -> Cow<'t, str> {
    let raw = message.raw_message.get(part.offset_body as usize..part.offset_end as usize);
    match raw {
        Some(raw) if part.encoding == Encoding::None && text.contains('\u{FFFD}') => to_unicode(raw),
        _ => Cow::Borrowed(text),
    }
}

/// Whether only its receiver can read it.
fn is_encrypted(message: &Message) -> bool {
    let kinds = [("multipart", "encrypted"), ("application", "pkcs7-mime"), ("application", "x-pkcs7-mime")];
    message.parts.first().is_some_and(|part| kinds.iter().any(|(kind, own)| part.is_content_type(kind, own)))
}

/// The name of an attachment that can be a letter.
fn letter_name<'m>(part: &'m MessagePart) -> Option<&'m str> {
    let name = part.attachment_name()?;
    let ending = Path::new(name).extension()?.to_str()?.to_ascii_lowercase();
    LETTERS.contains(&ending.as_str()).then_some(name)
}

#[cfg(test)]
mod tests;
