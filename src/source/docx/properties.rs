//! How letters look and what lists a paragraph is in, as far as an element says so itself.

use crate::source::tree::{Node, attribute, child, name};
use crate::source::writer::{Face, tenths};

/// The size of letters when nothing gives one, in tenths of a point.
const SIZE: u16 = 100;

/// What an `rPr` says; what it does not say is inherited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunProperties {
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    /// In tenths of a point.
    pub size: Option<u16>,
    pub hidden: Option<bool>,
}

impl RunProperties {
    /// Reads the `rPr` in `parent`.
    pub fn of(parent: Node<'_>) -> Self {
        let Some(properties) = child(parent, "rPr") else {
            return Self::default();
        };
        // Words count sizes in half points.
        let size = child(properties, "sz").and_then(|size| attribute(size, "val")?.parse::<f32>().ok());
        Self {
            bold: switch(properties, "b"),
            italic: switch(properties, "i"),
            size: size.map(|size| tenths(size / 2.0)).filter(|size| *size > 0),
            hidden: switch(properties, "vanish"),
        }
    }

    /// These, and what they leave open from `below`.
    pub fn or(self, below: Self) -> Self {
        Self {
            bold: self.bold.or(below.bold),
            italic: self.italic.or(below.italic),
            size: self.size.or(below.size),
            hidden: self.hidden.or(below.hidden),
        }
    }

    /// How the letters look in the end.
    pub fn face(self) -> Face {
        Face { bold: self.bold.unwrap_or(false), italic: self.italic.unwrap_or(false), size: self.size.unwrap_or(SIZE) }
    }

    /// Whether they are not shown.
    pub fn is_hidden(self) -> bool {
        self.hidden.unwrap_or(false)
    }
}

/// What a `numPr` says: the list (0 for none) and the level in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListPlace {
    pub list: Option<i64>,
    pub level: Option<usize>,
}

impl ListPlace {
    /// Reads the `numPr` in `properties` of a paragraph.
    pub fn of(properties: Option<Node<'_>>) -> Self {
        let place = properties.and_then(|properties| child(properties, "numPr"));
        let value = |local| attribute(child(place?, local)?, "val")?.parse::<i64>().ok();
        Self { list: value("numId"), level: value("ilvl").and_then(|level| usize::try_from(level).ok()) }
    }
}

/// The level of a heading (from 1) in `properties` of a paragraph; 0 for running text.
pub fn outline(properties: Option<Node<'_>>) -> Option<u8> {
    let level = attribute(child(properties?, "outlineLvl")?, "val")?.parse::<u8>().ok()?;
    Some(if level < 9 { level + 1 } else { 0 })
}

/// Whether an element that stands for yes or no is there, and which.
pub fn switch(parent: Node<'_>, local: &str) -> Option<bool> {
    child(parent, local).map(|node| !matches!(attribute(node, "val"), Some("0" | "false" | "off" | "none")))
}

/// The part of an element with alternatives that is read: the first, which is the newer way to say the same.
pub fn chosen(alternatives: Node<'_>) -> Option<Node<'_>> {
    child(alternatives, "Choice").or_else(|| child(alternatives, "Fallback"))
}

/// Whether a tracked change has taken away what the element in `properties` stands for.
pub fn is_deleted(properties: Option<Node<'_>>) -> bool {
    properties.is_some_and(|properties| properties.children().any(|change| matches!(name(change), "del" | "moveFrom")))
}
