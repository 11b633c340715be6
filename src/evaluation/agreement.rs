//! How far two coders agree: every measure for the class and for each facet, and what was confused with what.

use std::collections::BTreeMap;

use super::coders::{Coder, Judged};
use super::compared::Compared;
use super::figure::Measured;
use crate::codings::Codes;
use crate::measure::{Confusion, Figure, Letters, Reliability, Validation};

/// A figure of agreement: a row of `agreement.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreed {
    /// The coder that is judged.
    pub coder: String,
    /// The coder that it is held against; empty where all are equal.
    pub reference: String,
    /// The class or facet.
    pub compared: &'static str,
    /// The code, of figures of one code.
    pub code: &'static str,
    /// The measure.
    pub measure: &'static str,
    /// The figure.
    pub measured: Measured,
    /// Letters behind it.
    pub letters: usize,
}

/// So many units have one code in the reference and another or the same by the coder: a row of `confusion.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confused {
    /// The coder that is judged.
    pub coder: String,
    /// The coder that it is held against.
    pub reference: String,
    /// The class or facet.
    pub compared: &'static str,
    /// The code of the reference.
    pub reference_code: &'static str,
    /// The code of the coder.
    pub code: &'static str,
    /// Units.
    pub n: u32,
}

/// Two coders' codes of the same units, with the letter of each.
pub struct Pair<'c> {
    /// The coder that is judged.
    pub coder: &'c str,
    /// The coder that it is held against.
    pub reference: &'c str,
    /// Letter, codes of the coder, codes of the reference.
    pub units: Vec<(&'c str, &'c Codes, &'c Codes)>,
}

impl<'c> Pair<'c> {
    /// The machine beside a person.
    pub fn with_machine(judged: &'c Judged, person: &'c Coder) -> Self {
        let units =
            judged.units.iter().enumerate().filter_map(|(place, unit)| Some((unit.cluster(), &unit.codes, person.codes.get(&place)?)));
        Self { coder: super::MACHINE, reference: &person.name, units: units.collect() }
    }

    /// A person beside another.
    pub fn of_people(judged: &'c Judged, coder: &'c Coder, reference: &'c Coder) -> Self {
        let units = judged.units.iter().enumerate();
        let units = units.filter_map(|(place, unit)| Some((unit.cluster(), coder.codes.get(&place)?, reference.codes.get(&place)?)));
        Self { coder: &coder.name, reference: &reference.name, units: units.collect() }
    }

    /// All figures, and the tables of confusion.
    pub fn agreement(&self, seed: u64) -> (Vec<Agreed>, Vec<Confused>) {
        let (mut agreed, mut confused) = (Vec::new(), Vec::new());
        for compared in Compared::ALL {
            let (more, table) = match compared.codes().len() {
                2 => self.compare::<2>(compared, seed),
                4 => self.compare::<4>(compared, seed),
                5 => self.compare::<5>(compared, seed),
                _ => self.compare::<6>(compared, seed),
            };
            agreed.extend(more);
            confused.extend(table);
        }
        agreed.push(self.exact("due", seed, |codes| codes.due.map(|due| due.map(|due| due.to_string()).unwrap_or_default())));
        agreed.push(self.exact("internal", seed, |codes| codes.internal.as_ref().map(|numbers| numbers.join(";"))));
        (agreed, confused)
    }

    fn row(&self, compared: &'static str, code: &'static str, measure: &'static str, measured: Measured, letters: usize) -> Agreed {
        Agreed { coder: self.coder.to_owned(), reference: self.reference.to_owned(), compared, code, measure, measured, letters }
    }

    fn compare<const C: usize>(&self, compared: Compared, seed: u64) -> (Vec<Agreed>, Vec<Confused>) {
        let mut by_letter: BTreeMap<&str, Confusion<C>> = BTreeMap::new();
        for (letter, coder, reference) in &self.units {
            if let (Some(coded), Some(expected)) = (compared.place(coder), compared.place(reference)) {
                by_letter.entry(letter).or_default().add(expected, coded);
            }
        }
        let tables: Vec<Confusion<C>> = by_letter.into_values().collect();
        let mut all = Confusion::<C>::default();
        for table in &tables {
            all += *table;
        }
        let letters = tables.len();
        let validation = Validation::of(&tables, seed);
        let (n, name) = (all.total(), compared.name());
        let right = (0..C).map(|place| all.class(place).both).sum();
        let mut agreed = Vec::new();
        let mut add = |code, measure, figure: Figure, k, n| {
            agreed.push(self.row(name, code, measure, Measured::of(figure, k, n, letters), letters));
        };
        add("", "accuracy", validation.accuracy, Some(right), n);
        add("", "macro_f1", validation.macro_f1, None, n);
        add("", "kappa", validation.kappa, None, n);
        add("", "alpha", validation.alpha, None, n);
        add("", "ac1", validation.ac1, None, n);
        for (place, code) in compared.codes().iter().enumerate() {
            let (class, figures) = (all.class(place), validation.classes.get(place));
            let Some([precision, recall, f1]) = figures.copied().filter(|_| class.reference + class.coded > 0) else { continue };
            add(code, "precision", precision, Some(class.both), class.coded);
            add(code, "recall", recall, Some(class.both), class.reference);
            add(code, "f1", f1, None, class.coded + class.reference - class.both);
        }
        let mut confused = Vec::new();
        for (expected, reference_code) in compared.codes().iter().enumerate() {
            for (coded, code) in compared.codes().iter().enumerate() {
                let n = all.0.get(expected).and_then(|row| row.get(coded)).copied().unwrap_or(0);
                if n > 0 {
                    let (coder, reference) = (self.coder.to_owned(), self.reference.to_owned());
                    confused.push(Confused { coder, reference, compared: name, reference_code, code, n });
                }
            }
        }
        (agreed, confused)
    }

    /// How often a facet without a list of codes is the same, where either of the two has something.
    fn exact(&self, compared: &'static str, seed: u64, said: impl Fn(&Codes) -> Option<String>) -> Agreed {
        let mut letters: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        for (letter, coder, reference) in &self.units {
            if let (Some(coded), Some(expected)) = (said(coder), said(reference))
                && !(coded.is_empty() && expected.is_empty())
            {
                let counts = letters.entry(letter).or_default();
                counts.0 += u32::from(coded == expected);
                counts.1 += 1;
            }
        }
        self.row(compared, "", "exact", Measured::share(&letters, seed), letters.len())
    }
}

/// Alpha and AC1 of all people together, who may each have left units out.
pub fn of_all(judged: &Judged, people: &[Coder], seed: u64) -> Vec<Agreed> {
    let mut agreed = Vec::new();
    for compared in Compared::ALL {
        agreed.extend(match compared.codes().len() {
            2 => among::<2>(judged, people, compared, seed),
            4 => among::<4>(judged, people, compared, seed),
            5 => among::<5>(judged, people, compared, seed),
            _ => among::<6>(judged, people, compared, seed),
        });
    }
    agreed
}

fn among<const C: usize>(judged: &Judged, people: &[Coder], compared: Compared, seed: u64) -> Vec<Agreed> {
    let mut by_letter: BTreeMap<&str, Reliability<C>> = BTreeMap::new();
    for (place, unit) in judged.units.iter().enumerate() {
        let codes: Vec<usize> = people.iter().filter_map(|person| compared.place(person.codes.get(&place)?)).collect();
        if !codes.is_empty() {
            by_letter.entry(unit.cluster()).or_default().add(&codes);
        }
    }
    let mut all = Reliability::<C>::default();
    for letter in by_letter.values() {
        all += *letter;
    }
    let rows = Letters::new(by_letter.values().map(Reliability::sums));
    let figures = |reliability: &Reliability<C>| [reliability.alpha(), reliability.ac1()];
    if rows.is_empty() {
        return Vec::new();
    }
    let intervals = rows.intervals(seed, |sums| figures(&Reliability::from_sums(sums)).map(|value| value.unwrap_or(f64::NAN)).to_vec());
    let named = ["alpha", "ac1"].into_iter().zip(figures(&all)).zip(intervals);
    named
        .map(|((measure, value), confidence)| Agreed {
            coder: "people".to_owned(),
            reference: String::new(),
            compared: compared.name(),
            code: "",
            measure,
            measured: Measured::of(Figure { value, confidence }, None, all.units(), by_letter.len()),
            letters: by_letter.len(),
        })
        .collect()
}
