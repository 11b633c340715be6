//! Tracked changes of a LibreOffice file: what was deleted may still stand in its place, between two marks.

use std::collections::HashSet;

use crate::source::tree::{Node, attribute, child, name};

/// The changes that are deletions, and which of them are open at the place that is read.
#[derive(Debug, Default)]
pub struct Changes<'t> {
    deletions: HashSet<&'t str>,
    open: HashSet<&'t str>,
}

impl<'t> Changes<'t> {
    /// Reads the list of changes that `text` begins with.
    pub fn read(text: Node<'t>) -> Self {
        let regions = child(text, "tracked-changes").into_iter().flat_map(|changes| changes.children());
        let deletions = regions.filter(|region| child(*region, "deletion").is_some()).filter_map(|region| attribute(region, "id"));
        Self { deletions: deletions.collect(), open: HashSet::new() }
    }

    /// Passes the mark where a change begins or ends.
    pub fn pass(&mut self, mark: Node<'t>) {
        let Some(id) = attribute(mark, "change-id") else {
            return;
        };
        if name(mark) == "change-end" {
            self.open.remove(id);
        } else if self.deletions.contains(id) {
            self.open.insert(id);
        }
    }

    /// Whether what follows is deleted.
    pub fn is_deleted(&self) -> bool {
        !self.open.is_empty()
    }
}
