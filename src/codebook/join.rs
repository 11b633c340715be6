//! From the files to a codebook: what one says must fit what the others say.

use std::collections::BTreeMap;
use std::ptr;

use rayon::prelude::*;

use super::files::{self, File};
use super::index::Index;
use super::load::Load;
use super::rarity::Rarity;
use super::table::Named;
use super::vocabulary::Vocabulary;
use super::{Codebook, Facet};
use crate::error::Error;

/// The codebook of these files.
pub(super) fn codebook(files: Vec<File>, embedded: bool) -> Result<Codebook, Vec<Error>> {
    let mut load = Load::default();
    // The files are read side by side: a run of one letter takes little more time than this.
    for other in files.par_iter().map(Load::of).collect::<Vec<_>>() {
        load.add(other);
    }
    load.once();
    load.there();
    if !load.errors.is_empty() {
        load.errors.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        return Err(load.errors);
    }
    let Load { rules, places, steps, mut lists, common, usual, .. } = load;
    let rarity = Rarity::new(&common, &lists, &steps);
    let (vocabulary, elements) = Vocabulary::new(&mut lists, &steps, &rarity);
    let (index, asks) = rayon::join(
        || Index::new(&steps, |_| true, &vocabulary, &elements, &rarity),
        || Index::new(&steps, |rule| rules[rule].facet == Facet::Ask, &vocabulary, &elements, &rarity),
    );
    Ok(Codebook { rules, places, lists, usual, vocabulary, index, asks, hash: files::hash(&files), files, embedded })
}

impl Load {
    /// Adds what the next file holds.
    fn add(&mut self, other: Self) {
        self.rules.extend(other.rules);
        self.places.extend(other.places);
        self.steps.extend(other.steps);
        self.lists.extend(other.lists);
        self.common.extend(other.common);
        self.usual.extend(other.usual);
        self.ids.extend(other.ids);
        self.names.extend(other.names);
        self.asked.extend(other.asked);
        self.errors.extend(other.errors);
    }

    /// An id is given once, and so is the name of a list.
    fn once(&mut self) {
        for (Named { file, line, of, .. }, first) in again(&self.ids) {
            let what = format!("{of}: used before, at {}:{}", first.file.display(), first.line);
            self.errors.push(Error::at(file, *line, what, "give one of the two another id"));
        }
        for (Named { file, line, of, .. }, _) in again(&self.names) {
            self.errors.push(Error::at(file, *line, format!("{of}: used before"), "give one of the two another name, or join them"));
        }
    }

    /// The lists that patterns name must be there.
    fn there(&mut self) {
        let known: Vec<_> = self.lists.iter().map(|list| list.name.as_str()).collect();
        for Named { name, file, line, of } in &self.asked {
            if !known.contains(&name.as_str()) {
                let remedy = if known.is_empty() {
                    "add a `[[list]]` of that name".to_owned()
                } else {
                    format!("the lists are {}", known.join(", "))
                };
                self.errors.push(Error::at(file, *line, format!("{of}: there is no list `{name}`"), remedy));
            }
        }
    }
}

/// The names that were given before, each with where it was given first.
fn again<'n>(names: &'n [Named]) -> Vec<(&'n Named, &'n Named)> {
    let mut first: BTreeMap<&str, &Named> = BTreeMap::new();
    let with_first = |named: &'n Named| (named, *first.entry(&named.name).or_insert(named));
    names.iter().map(with_first).filter(|(named, first)| !ptr::eq(*named, *first)).collect()
}
