//! The parts of a Word file, and how one leads to another.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use roxmltree::Document;

use crate::error::{Error, Result};
use crate::source::Limits;
use crate::source::archive::Archive;
use crate::source::tree::{attribute, tree};

/// Where the text stands when nothing says where.
const MAIN: &str = "word/document.xml";

/// A Word file that is opened.
pub struct Package<'b> {
    file: &'b Path,
    archive: Archive<'b>,
    main: String,
    relations: Vec<Relation>,
}

/// A way from the text to another part.
struct Relation {
    id: String,
    /// The last word of its type: `styles`, `header`.
    kind: String,
    part: String,
}

impl<'b> Package<'b> {
    /// Opens the file and finds its text.
    ///
    /// # Errors
    /// It is no zip file, or a zip file of something else.
    pub fn open(file: &'b Path, bytes: &'b [u8], limits: &Limits) -> Result<Self> {
        let mut archive = Archive::open(file, bytes, limits)?;
        let start = relations(&mut archive, file, "_rels/.rels", "", limits)?;
        let named = start.into_iter().find(|relation| relation.kind == "officeDocument").map(|relation| relation.part);
        let main = named.filter(|main| archive.has(main)).unwrap_or_else(|| MAIN.to_owned());
        if !archive.has(&main) {
            return Err(if archive.has("[Content_Types].xml") {
                Error::new(file, "is a Word file without its text", "open it in Word, let Word repair it, and save it again")
            } else {
                Error::new(file, "is an archive, not a Word document", "unpack it and give the folder")
            });
        }
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
        let relations = relations(&mut archive, file, &joined(folder, &format!("_rels/{name}.rels")), folder, limits)?;
        Ok(Self { file, archive, main, relations })
    }

    /// The file, for errors.
    pub fn file(&self) -> &'b Path {
        self.file
    }

    /// The name of the part with the text.
    pub fn main_name(&self) -> &str {
        &self.main
    }

    /// The XML of the text.
    ///
    /// # Errors
    /// It cannot be unpacked.
    pub fn main(&mut self) -> Result<String> {
        Ok(self.archive.part(&self.main)?.unwrap_or_default())
    }

    /// The first part of a kind, its name and its XML; `word/styles.xml` for `styles` where nothing leads to it.
    ///
    /// # Errors
    /// It cannot be unpacked.
    pub fn part(&mut self, kind: &str) -> Result<Option<(String, String)>> {
        let named = self.relations.iter().find(|relation| relation.kind == kind).map(|relation| relation.part.clone());
        let part = named.unwrap_or_else(|| format!("word/{kind}.xml"));
        Ok(self.archive.part(&part)?.map(|text| (part, text)))
    }

    /// The names of the parts that the text names by these ids, each once.
    pub fn named(&self, ids: &[String]) -> Vec<String> {
        let by_id: HashMap<_, _> = self.relations.iter().map(|relation| (&relation.id, &relation.part)).collect();
        let mut seen = HashSet::new();
        ids.iter().filter_map(|id| by_id.get(id)).filter(|part| seen.insert(**part)).map(|part| (*part).clone()).collect()
    }

    /// The XML of a part.
    ///
    /// # Errors
    /// It cannot be unpacked.
    pub fn text(&mut self, part: &str) -> Result<Option<String>> {
        self.archive.part(part)
    }
}

/// The relations in a part, their targets seen from `folder`.
fn relations(archive: &mut Archive<'_>, file: &Path, part: &str, folder: &str, limits: &Limits) -> Result<Vec<Relation>> {
    let Some(text) = archive.part(part)? else {
        return Ok(Vec::new());
    };
    let document: Document<'_> = tree(file, part, &text, limits)?;
    let relation = |node| {
        let kind = attribute(node, "Type")?.rsplit('/').next()?.to_owned();
        Some(Relation { id: attribute(node, "Id")?.to_owned(), kind, part: joined(folder, attribute(node, "Target")?) })
    };
    Ok(document.root_element().children().filter_map(relation).collect())
}

/// The name of a part as it is named from a folder.
fn joined(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_from_their_folder() {
        let table = [
            ("word", "styles.xml", "word/styles.xml"),
            ("word", "/word/styles.xml", "word/styles.xml"),
            ("word", "../customXml/item.xml", "customXml/item.xml"),
            ("", "./document.xml", "document.xml"),
            ("", "../../document.xml", "document.xml"),
        ];
        let wrong: Vec<_> =
            table.iter().map(|(folder, target, part)| (joined(folder, target), part)).filter(|(got, part)| got != *part).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
