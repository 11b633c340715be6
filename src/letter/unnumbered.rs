//! Questions that no word and no number announces: they are set in italics or bold, or are paragraphs that end in a question mark.

use super::anchor::{Anchor, Kind};
use super::label;
use super::line::Look;
use super::sheet::{Sheet, asks};

/// The longest paragraph that is one question, in bytes.
const LONGEST: usize = 1200;

/// The shortest request in the look of the questions, in bytes.
const SHORTEST: usize = 20;

/// Adds the questions of a letter that announces none; `anchors` are its other anchors, in order.
pub(super) fn questions(sheet: &Sheet, anchors: &mut Vec<Anchor>) {
    let announced = anchors.iter().any(|anchor| anchor.kind == Kind::Question || anchor.kind == Kind::Answer && !anchor.numbers.is_empty());
    if announced {
        return;
    }
    let answers = anchors.iter().filter(|anchor| anchor.kind == Kind::Answer).count();
    let end = anchors
        .iter()
        .find(|anchor| anchor.kind == Kind::Closing && anchor.line > sheet.lines.len() / 2)
        .map_or(sheet.lines.len(), |anchor| anchor.line);
    let paragraphs = paragraphs(sheet, end);
    let asking: Vec<Look> =
        paragraphs.iter().filter(|paragraph| paragraph.asks && paragraph.look.styled()).map(|paragraph| paragraph.look).collect();
    let usual = asking
        .iter()
        .copied()
        .max_by_key(|look| asking.iter().filter(|other| *other == look).count())
        .filter(|look| asking.len() > 2 && look.level == 0);
    let alike = |paragraph: &Paragraph| paragraph.stopped && paragraph.len > SHORTEST && Some(paragraph.look) == usual;
    let styled: Vec<usize> = paragraphs
        .iter()
        .filter(|paragraph| paragraph.asks && paragraph.look.styled() || alike(paragraph))
        .map(|paragraph| paragraph.line)
        .collect();
    let plain = || {
        paragraphs.iter().filter(|paragraph| paragraph.asks && paragraph.len <= LONGEST).map(|paragraph| paragraph.line).collect::<Vec<_>>()
    };
    let found = if styled.is_empty() { plain() } else { styled };
    if found.len() < 2 && answers == 0 && !found.first().is_some_and(|line| sheet.lines[*line].look.styled()) {
        return;
    }
    anchors.extend(found.into_iter().map(|line| Anchor {
        line,
        kind: Kind::Question,
        numbers: Vec::new(),
        body: sheet.lines[line].text.start,
        labelled: false,
        inner: false,
    }));
    anchors.sort_by_key(|anchor| anchor.line);
}

/// A paragraph, or the lines of one that look alike.
struct Paragraph {
    line: usize,
    asks: bool,
    stopped: bool,
    look: Look,
    len: usize,
}

fn paragraphs(sheet: &Sheet, end: usize) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut before: Option<usize> = None;
    for at in sheet.read(0, end) {
        let row = sheet.row(at);
        let (look, bullet) = (sheet.lines[at].look, row.starts_with(['•', '-', '–', '▪']));
        let goes_on =
            before.is_some_and(|before| !sheet.gap(at) && !bullet && sheet.lines[before].look == look && label::label(row).is_none());
        match found.last_mut().filter(|_| goes_on) {
            Some(paragraph) => {
                (paragraph.asks, paragraph.stopped) = (asks(row), row.ends_with('.'));
                paragraph.len += row.len();
            }
            None => found.push(Paragraph { line: at, asks: asks(row), stopped: row.ends_with('.'), look, len: row.len() }),
        }
        before = Some(at);
    }
    found
}
