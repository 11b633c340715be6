//! Ids for answers that people know by their number, and in some letters by number and heading.

use std::collections::{HashMap, HashSet};

use super::{Coded, Codings, Unit};
use crate::codings::same_answer;

impl Codings {
    /// Gives answers without an id of their own the id of the same answer in another set of codings: of the same number in the letter, under
    /// the same heading or else in the same order.
    pub fn name_as(&mut self, other: &Self) {
        for (letter, coded) in &mut self.letters {
            if let Some(theirs) = other.letters.get(letter) {
                coded.name_as(theirs);
            }
        }
    }
}

impl Coded {
    /// Makes ids of the numbers by which people say which answer another one only points at: under the same heading, else the first.
    pub(super) fn follow_numbers(&mut self) {
        if self.units.iter().all(|unit| unit.coding.via.is_empty()) {
            return;
        }
        let ids: HashSet<&str> = self.units.iter().map(|unit| unit.coding.id.as_str()).collect();
        let numbers = self.by_number();
        let id_of = |theme: &str, number: &str| {
            let same = numbers.get(number)?;
            same.iter().find(|unit| unit.theme == theme).or(same.first()).map(|unit| unit.coding.id.clone())
        };
        let named = |unit: &Unit, id: &String| if ids.contains(id.as_str()) { None } else { id_of(&unit.theme, id) };
        let via = |unit: &Unit| unit.coding.via.iter().map(|id| named(unit, id).unwrap_or_else(|| id.clone())).collect::<Vec<String>>();
        let all: Vec<Vec<String>> = self.units.iter().map(via).collect();
        self.units.iter_mut().zip(all).for_each(|(unit, via)| unit.coding.via = via);
    }

    fn by_number(&self) -> HashMap<&str, Vec<&Unit>> {
        let mut numbers: HashMap<&str, Vec<&Unit>> = HashMap::new();
        for unit in &self.units {
            numbers.entry(&unit.coding.number).or_default().push(unit);
        }
        numbers
    }

    fn name_as(&mut self, other: &Self) {
        let numbers = other.by_number();
        let (mut names, mut times) = (HashMap::new(), HashMap::new());
        for unit in self.units.iter_mut().filter(|unit| unit.nameless) {
            let Some(same) = numbers.get(unit.coding.number.as_str()) else { continue };
            let time = times.entry(unit.coding.number.clone()).or_insert(0);
            let themes: Vec<&str> = same.iter().map(|unit| unit.theme.as_str()).collect();
            let Some(found) = same_answer(&unit.theme, *time, &themes).and_then(|found| same.get(found)) else { continue };
            *time += 1;
            names.insert(std::mem::replace(&mut unit.coding.id, found.coding.id.clone()), found.coding.id.clone());
        }
        for via in self.units.iter_mut().flat_map(|unit| &mut unit.coding.via) {
            if let Some(name) = names.get(via) {
                via.clone_from(name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::open;
    use super::Codings;

    /// As people write a letter down whose numbers begin anew with each theme.
    #[test]
    fn numbers_that_begin_anew_are_told_apart_by_their_theme() {
        let mine = "letter,number,theme,class,via,deferral\na,1,Wonen,deferral,,document\na,2,Wonen,deferral,1,none\na,1,Zorg,substantive,,none\n\
            a,2,Zorg,substantive,,none\n";
        let mut people = open(&[("codings.csv", mine)]).expect("codings");
        assert_eq!(people.len(), 4);
        let counts = people.survey().members()[0].counts;
        assert_eq!((counts.defers_to_document, counts.defers_including_references), (1, 2));
        let run = "id,letter,number,theme,class,via\na#1.1,a,1,WONEN,deferral,\na#1.2,a,2,WONEN,deferral,a#1.1\na#2.1,a,1,Zorg,substantive,\n\
            a#2.2,a,2,Zorg,substantive,\n";
        let run = open(&[("codings.csv", run)]).expect("codings");
        people.name_as(&run);
        let ids = |codings: &Codings| codings.letters()["a"].units.iter().map(|unit| unit.coding.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&people), ids(&run));
        assert_eq!(people.letters()["a"].units[1].coding.via, ["a#1.1"]);
        assert_eq!(people.shared_with(&run).len(), 4);
        let twice = open(&[("codings.csv", &mine.replace("a,1,Zorg", "a,1,Wonen"))]);
        assert_eq!(twice.map(|_| ()), Err(vec!["4: `a#1` is coded twice".to_owned()]));
    }
}
