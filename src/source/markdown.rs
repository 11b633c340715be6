//! Markdown: its headings become marks; the text stays as it was typed, so that quotations are true to the file.

use std::path::Path;

use super::plain::plain;
use super::{Mark, MarkKind, Source};
use crate::error::Result;
use crate::text::Span;

/// The source of a `.md` file; a mark for a heading covers its text without the `#` signs.
///
/// # Errors
/// The file is empty or not text.
pub fn markdown(file: &Path, id: &str, bytes: &[u8]) -> Result<Source> {
    let mut source = plain(file, id, bytes)?;
    source.marks.extend(headings(&source.text));
    source.marks.sort_by_key(|mark| mark.span.start);
    Ok(source)
}

/// The headings `# …` to `###### …` outside fenced code.
fn headings(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut start = 0;
    let mut fenced = false;
    for line in text.split_inclusive('\n') {
        fenced ^= line.trim_start().starts_with("```");
        let signs = line.bytes().take_while(|byte| *byte == b'#').count();
        let title = line[signs..].trim().trim_end_matches('#').trim_end();
        if !fenced && (1..=6).contains(&signs) && line[signs..].starts_with([' ', '\t']) && !title.is_empty() {
            let from = start + signs + (line[signs..].len() - line[signs..].trim_start().len());
            marks.push(Mark { span: Span::new(from, from + title.len()), kind: MarkKind::Heading(signs as u8) });
        }
        start += line.len();
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_without_their_signs() {
        let text = "# Brief\n\n##  Groen en spelen ##\n#geen kop\n```\n# code\n```\n####### te diep\n#\n### Één\n";
        let found: Vec<_> = headings(text).iter().map(|mark| (mark.span.of(text), mark.kind)).collect();
        assert_eq!(found, [("Brief", MarkKind::Heading(1)), ("Groen en spelen", MarkKind::Heading(2)), ("Één", MarkKind::Heading(3))]);
    }
}
