//! What stands within a paragraph of a Word file: runs, fields, signs, notes and text boxes.

use super::body::Reader;
use super::properties::{RunProperties, chosen, switch};
use crate::source::symbol::{has_symbols, symbol, symbol_font, with_symbols};
use crate::source::tree::{Node, attribute, child, name};

/// So many fields may be open, one within the other: they are looked at for every stretch of text.
const MOST_FIELDS: usize = 64;

/// How the letters of a run are written.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    /// What the paragraph says of all its runs.
    paragraph: RunProperties,
    run: RunProperties,
    /// The symbol font that the run itself names, if any.
    font: &'static str,
    /// The text is the mark of a note, chosen by the writer of the letter.
    call: bool,
}

impl Letters {
    /// Letters as the paragraph has them.
    pub fn of(paragraph: RunProperties) -> Self {
        Self { paragraph, run: paragraph, font: "", call: false }
    }
}

/// An open field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What Word is to work out.
    Instruction,
    /// What it worked out.
    Shown,
}

impl Field {
    /// Whether the text in it is shown.
    pub fn is_shown(self) -> bool {
        self == Self::Shown
    }
}

impl Reader<'_> {
    /// The text in `parent`; text boxes are put in `boxes`.
    pub(super) fn inline<'t>(&mut self, parent: Node<'t>, letters: &Letters, boxes: &mut Vec<Node<'t>>) {
        for node in parent.children() {
            match name(node) {
                "r" => self.inline(node, &self.letters(node, letters), boxes),
                "t" => self.written(node.text().unwrap_or_default(), letters),
                "tab" | "ptab" => self.text("\t", letters),
                "br" | "cr" if self.is_shown(letters) => self.writer.break_line(),
                "noBreakHyphen" => self.text("-", letters),
                "sym" => self.sign(node, letters),
                "fldChar" => self.field(node, letters),
                "footnoteReference" | "endnoteReference" if self.is_shown(letters) => self.call(node),
                "drawing" | "pict" | "object" if self.is_shown(letters) => text_boxes(node, boxes),
                "AlternateContent" => {
                    if let Some(chosen) = chosen(node) {
                        self.inline(chosen, letters, boxes);
                    }
                }
                "" | "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "del" | "moveFrom" | "delText" | "instrText" | "drawing" | "pict"
                | "object" => {}
                _ => self.inline(node, letters, boxes),
            }
        }
    }

    /// The letters of a run.
    fn letters(&self, run: Node<'_>, around: &Letters) -> Letters {
        let properties = child(run, "rPr");
        let value = |local, of| properties.and_then(|properties| attribute(child(properties, local)?, of));
        let style = value("rStyle", "val").and_then(|id| self.styles.get(id)).map(|style| style.run).unwrap_or_default();
        let reference = child(run, "footnoteReference").or_else(|| child(run, "endnoteReference"));
        Letters {
            paragraph: around.paragraph,
            run: RunProperties::of(run).or(style).or(around.paragraph),
            font: value("rFonts", "ascii").or_else(|| value("rFonts", "hAnsi")).map(symbol_font).unwrap_or_default(),
            call: reference.is_some_and(has_own_mark),
        }
    }

    /// Text as it was typed.
    fn written(&mut self, text: &str, letters: &Letters) {
        // A line end within an element is one of the file, not of the letter.
        let text = if text.contains('\n') { &*text.replace('\n', " ") } else { text };
        if has_symbols(letters.font, text) {
            self.text(&with_symbols(letters.font, text), letters);
        } else {
            self.text(text, letters);
        }
    }

    fn text(&mut self, text: &str, letters: &Letters) {
        if !self.is_shown(letters) {
            return;
        }
        if letters.call {
            self.writer.call(text);
        } else {
            self.writer.text(text, letters.run.face());
        }
    }

    /// Whether text is neither hidden nor in the instruction of a field.
    fn is_shown(&self, letters: &Letters) -> bool {
        !letters.run.is_hidden() && self.fields.iter().all(|field| field.is_shown())
    }

    fn sign(&mut self, node: Node<'_>, letters: &Letters) {
        let code = attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok()).unwrap_or(0xF0B7);
        let font = attribute(node, "font").map(symbol_font).unwrap_or_default();
        let sign = symbol(font, code);
        self.text(sign.encode_utf8(&mut [0; 4]), letters);
    }

    /// The beginning, the middle or the end of a field.
    fn field(&mut self, node: Node<'_>, letters: &Letters) {
        match attribute(node, "fldCharType") {
            Some("begin") => {
                if let Some(entered) = child(node, "ffData").and_then(entered) {
                    self.text(entered, letters);
                }
                if self.fields.len() == MOST_FIELDS {
                    self.fields.remove(0);
                }
                self.fields.push(Field::Instruction);
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    *field = Field::Shown;
                }
            }
            _ => drop(self.fields.pop()),
        }
    }

    /// The mark of a note, unless it is typed after it.
    fn call(&mut self, node: Node<'_>) {
        let own = has_own_mark(node);
        if let Some(label) = self.notes.call(node, own, self.settings) {
            self.writer.call(&label);
        }
    }
}

/// What was entered in a field of a form: a tick, or a choice. Text that was entered is shown as the result of a field.
fn entered(form: Node<'_>) -> Option<&str> {
    if let Some(tick) = child(form, "checkBox") {
        let ticked = switch(tick, "checked").or_else(|| switch(tick, "default")).unwrap_or(false);
        return Some(if ticked { "☒" } else { "☐" });
    }
    let list = child(form, "ddList")?;
    let index = child(list, "result").and_then(|result| attribute(result, "val")?.parse().ok()).unwrap_or(0);
    let entry = list.children().filter(|entry| name(*entry) == "listEntry").nth(index)?;
    attribute(entry, "val")
}

/// Whether the mark of a note is typed, not counted.
fn has_own_mark(reference: Node<'_>) -> bool {
    matches!(attribute(reference, "customMarkFollows"), Some("1" | "true" | "on"))
}

/// The contents of the text boxes of a drawing, each once.
fn text_boxes<'t>(drawing: Node<'t>, boxes: &mut Vec<Node<'t>>) {
    for node in drawing.children() {
        match name(node) {
            "txbxContent" => boxes.push(node),
            "AlternateContent" => {
                if let Some(chosen) = chosen(node) {
                    text_boxes(chosen, boxes);
                }
            }
            _ => text_boxes(node, boxes),
        }
    }
}
