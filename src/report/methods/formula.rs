//! The formulas that figures are made with, and where they come from: `sources.bib` holds the sources, this file what each formula does.

use crate::report::Language;

/// Every source, in BibTeX; the entries of a run are taken from it.
const SOURCES: &str = include_str!("sources.bib");

/// A formula, for a reader who wants to know how a figure was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Formula {
    /// The interval of a share.
    Wilson,
    /// The limits of chance around senders and years.
    Funnel,
    /// Letters as a sample.
    Bootstrap,
    /// The random numbers behind it.
    SplitMix,
    /// Variance over letters against that of answers drawn one by one.
    DesignEffect,
    /// Several groups beside each other.
    Permutation,
    /// Two groups beside each other.
    Fisher,
    /// Many tests at once.
    BenjaminiHochberg,
    /// The interval of a difference.
    Newcombe,
    /// Answers that resemble one another.
    Resemblance,
    /// Readability of Dutch.
    FleschDouma,
    /// Precision, recall and their mean.
    FMeasure,
    /// Agreement beyond chance.
    Kappa,
    /// The same for any number of coders.
    Alpha,
    /// The same where one class prevails.
    Ac1,
    /// A share corrected for error.
    RoganGladen,
    /// Its interval.
    LangReiczigel,
    /// A share from a stratified sample.
    Stratified,
    /// How a sample is drawn.
    PermanentNumbers,
}

impl Formula {
    /// All of them, in the order in which a note names them.
    pub const ALL: [Self; 19] = [
        Self::Wilson,
        Self::Funnel,
        Self::Bootstrap,
        Self::SplitMix,
        Self::DesignEffect,
        Self::Permutation,
        Self::Fisher,
        Self::BenjaminiHochberg,
        Self::Newcombe,
        Self::Resemblance,
        Self::FleschDouma,
        Self::FMeasure,
        Self::Kappa,
        Self::Alpha,
        Self::Ac1,
        Self::RoganGladen,
        Self::LangReiczigel,
        Self::Stratified,
        Self::PermanentNumbers,
    ];

    /// Its source in `sources.bib`, and what it is in Dutch and in English.
    const fn row(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Wilson => (
                "wilson1927",
                "Het 95%-interval van een aandeel p = k/n, zonder continuïteitscorrectie: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), met z = 1,96.",
                "The 95 % interval of a share p = k/n, without continuity correction: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), with z = 1.96.",
            ),
            Self::Funnel => (
                "spiegelhalter2005",
                "De grenzen van toeval (95 % en 99,8 %) rond het aandeel van het geheel: een punt ligt erbuiten als zijn interval van Wilson op dat niveau het geheel niet bevat.",
                "The limits of chance (95 % and 99.8 %) around the share of the whole: a point lies outside them if its Wilson interval of that level leaves out the whole.",
            ),
            Self::Bootstrap => (
                "efron1987",
                "Het 95%-interval met brieven als steekproef: 2.000 keer worden evenveel brieven met teruglegging getrokken als er zijn; de grenzen zijn gecorrigeerd voor scheefheid en versnelling (BCa). Bij minder dan vijf brieven is het er niet: in een simulatie bevat het de waarheid dan in 57 (twee brieven) tot 81 (vier) van de 100 gevallen; bij vijf in 84, bij tien in 90, vanaf dertig in 94.",
                "The 95 % interval with letters as a sample: 2,000 times as many letters are drawn with replacement as there are; the bounds are bias-corrected and accelerated (BCa). Of fewer than five letters there is none: in a simulation it then holds the truth in 57 (two letters) to 81 (four) of 100 cases; with five in 84, with ten in 90, from thirty on in 94.",
            ),
            Self::SplitMix => (
                "steele2014",
                "Toevalsgetallen van SplitMix64; iedere trekking heeft een eigen stroom, dus het aantal processorkernen verandert niets.",
                "Random numbers of SplitMix64; each resample has a stream of its own, so the number of processor cores changes nothing.",
            ),
            Self::DesignEffect => (
                "kish1965",
                "Het ontwerpeffect: de variantie van een aandeel over brieven, L/(L−1) · Σ(k − pn)² / N², gedeeld door p(1−p)/N.",
                "The design effect: the variance of a share over letters, L/(L−1) · Σ(k − pn)² / N², divided by p(1−p)/N.",
            ),
            Self::Permutation => (
                "phipson2010",
                "Of groepen verschillen: hoe vaak zij zo ver uiteenlopen als dezelfde antwoorden, of bij afzenders en jaren hele brieven, op goed geluk over de groepen vallen. In kleine tabellen worden alle mogelijkheden geteld; anders p = (1 + treffers) / (1 + trekkingen).",
                "Whether groups differ: how often they lie as far apart when the same answers, or for senders and years whole letters, fall over the groups at random. In small tables all possibilities are counted; else p = (1 + hits) / (1 + draws).",
            ),
            Self::Fisher => (
                "fisher1935",
                "De exacte toets van Fisher, tweezijdig: de kans op een tabel met dezelfde randtotalen die even zeldzaam is of zeldzamer.",
                "Fisher's exact test, two-sided: the probability of a table with the same margins that is as rare or rarer.",
            ),
            Self::BenjaminiHochberg => (
                "benjamini1995",
                "Correctie voor vele toetsen: het verwachte deel valse vondsten onder wat als verschil wordt gemeld.",
                "Correction for many tests: the expected part of false findings among what is reported as a difference.",
            ),
            Self::Newcombe => (
                "newcombe1998",
                "Het 95%-interval van het verschil tussen twee aandelen (methode 10), uit de intervallen van Wilson van beide.",
                "The 95 % interval of the difference between two shares (method 10), from the Wilson intervals of both.",
            ),
            Self::Resemblance => (
                "broder1997",
                "Hoe sterk twee antwoorden op elkaar lijken: het deel van hun rijen woorden dat zij delen.",
                "How much two answers resemble one another: the part of their runs of words that they share.",
            ),
            Self::FleschDouma => (
                "douma1960",
                "Leesgemak: 206,84 − 0,77 × lettergrepen per honderd woorden − 0,93 × woorden per zin; van minder dan vijf antwoorden of honderd woorden is het niet berekend.",
                "Reading ease: 206.84 − 0.77 × syllables in a hundred words − 0.93 × words in a sentence; of fewer than five answers or a hundred words it was not worked out.",
            ),
            Self::FMeasure => (
                "vanrijsbergen1979",
                "Precisie: het deel van wat de codeur een code gaf, dat die volgens mensen heeft; vangst: het deel van wat die volgens mensen heeft, dat de codeur vond; F1: hun harmonisch gemiddelde.",
                "Precision: the part of what the coder gave a code that has it according to people; recall: the part of what has it according to people that the coder found; F1: their harmonic mean.",
            ),
            Self::Kappa => (
                "cohen1960",
                "Kappa: overeenstemming boven die van twee codeurs die iedere code even vaak geven, maar op goed geluk; (p − q) / (1 − q).",
                "Kappa: agreement beyond that of two coders who give each code as often, but at random; (p − q) / (1 − q).",
            ),
            Self::Alpha => (
                "krippendorff2004",
                "Alfa voor nominale codes, ook met meer dan twee codeurs en ontbrekende codes: 1 − (n−1) · Σ o(c,k) / Σ n(c)·n(k), over paren van verschillende codes.",
                "Alpha for nominal codes, also with more than two coders and missing codes: 1 − (n−1) · Σ o(c,k) / Σ n(c)·n(k), over pairs of different codes.",
            ),
            Self::Ac1 => (
                "gwet2008",
                "AC1, die anders dan kappa niet daalt als bijna alles één code heeft: toeval is Σ π(1−π) / (C−1).",
                "AC1, which unlike kappa does not fall when nearly everything has one code: chance is Σ π(1−π) / (C−1).",
            ),
            Self::RoganGladen => (
                "rogan1978",
                "Het aandeel gecorrigeerd voor de fouten van de codeur: (aandeel + specificiteit − 1) / (sensitiviteit + specificiteit − 1).",
                "The share corrected for the coder's errors: (share + specificity − 1) / (sensitivity + specificity − 1).",
            ),
            Self::LangReiczigel => (
                "lang2014",
                "Het interval daarvan, dat meetelt dat ook sensitiviteit en specificiteit zijn geschat.",
                "The interval of that, which counts that sensitivity and specificity were estimated as well.",
            ),
            Self::Stratified => (
                "cochran1977",
                "Het aandeel volgens mensen, uit een gestratificeerde steekproef: per stratum wat de codeur in alle antwoorden vond, verschoven met het gemiddelde verschil in de nagekeken antwoorden; met eindigheidscorrectie.",
                "The share according to people, from a stratified sample: in each stratum what the coder found in all answers, shifted by the mean difference in those that were checked; with finite population correction.",
            ),
            Self::PermanentNumbers => (
                "ohlsson1995",
                "De steekproef: ieder antwoord heeft een vast toevalsgetal uit seed en id; per stratum worden de kleinste getrokken, zodat een grotere steekproef de kleinere bevat.",
                "The sample: each answer has a permanent random number made of seed and id; in each stratum the smallest are drawn, so that a larger sample holds the smaller one.",
            ),
        }
    }

    /// What it does, in a sentence.
    pub const fn says(self, language: Language) -> &'static str {
        let (_, dutch, english) = self.row();
        language.pick(dutch, english)
    }

    /// Its source, as text cites it.
    ///
    /// # Example: author and year
    /// ```
    /// use antwoordmeter::report::methods::Formula;
    /// assert_eq!(Formula::Wilson.cited(), "Wilson (1927)");
    /// assert_eq!(Formula::RoganGladen.cited(), "Rogan & Gladen (1978)");
    /// ```
    pub fn cited(self) -> String {
        let entry = self.entry();
        let authors: Vec<&str> = field(entry, "author").split(" and ").map(|name| name.split(',').next().unwrap_or(name)).collect();
        let names = match authors.as_slice() {
            [first, _, _, ..] => format!("{first} et al."),
            few => few.join(" & "),
        };
        format!("{names} ({})", field(entry, "year"))
    }

    /// Its source in full, as a list of references has it.
    pub fn reference(self) -> String {
        let entry = self.entry();
        let [author, year, title, volume, pages] = ["author", "year", "title", "volume", "pages"].map(|name| field(entry, name));
        let place = ["journal", "booktitle", "publisher"].iter().map(|name| field(entry, name)).find(|place| !place.is_empty());
        let mut text = format!("{} ({year}). {title}. {}", author.replace(" and ", " & "), place.unwrap_or_default());
        for (before, part) in [(" ", volume), (", ", pages)] {
            if !part.is_empty() {
                text = text + before + &part.replace("--", "–");
            }
        }
        text + "."
    }

    /// Its source in BibTeX.
    fn entry(self) -> &'static str {
        let (key, _, _) = self.row();
        let begins = |entry: &&str| entry.split_once('{').is_some_and(|(_, rest)| rest.split(',').next() == Some(key));
        SOURCES.split("\n\n").map(str::trim).find(begins).unwrap_or_default()
    }
}

/// The sources of some formulas, in BibTeX.
pub fn bibliography(formulas: &[Formula]) -> String {
    formulas.iter().map(|formula| format!("{}\n", formula.entry())).collect::<Vec<_>>().join("\n")
}

/// A field of an entry; empty where it has none.
fn field<'e>(entry: &'e str, name: &str) -> &'e str {
    let value = entry.lines().find_map(|line| line.trim().strip_prefix(name)?.trim_start().strip_prefix("= {"));
    value.map_or("", |value| value.trim_end_matches([',', '}']))
}

#[cfg(test)]
mod tests {
    use super::{Formula, SOURCES, bibliography, field};
    use crate::report::Language;

    #[test]
    fn every_formula_has_a_source_and_every_source_a_formula() {
        for formula in Formula::ALL {
            let entry = formula.entry();
            assert!(entry.starts_with('@') && entry.ends_with("}\n}"), "{formula:?}: {entry}");
            assert!(["author", "year", "title"].iter().all(|name| !field(entry, name).is_empty()), "{formula:?}: {entry}");
            assert!(formula.says(Language::Dutch) != formula.says(Language::English), "{formula:?}");
            assert_eq!(Formula::ALL.iter().filter(|other| other.entry() == entry).count(), 1, "{formula:?}");
        }
        assert_eq!(bibliography(&Formula::ALL).matches('@').count(), SOURCES.matches('@').count());
    }

    #[test]
    fn references_are_whole() {
        let references = [
            (
                Formula::RoganGladen,
                "Rogan, W. J. & Gladen, B. (1978). Estimating prevalence from the results of a screening test. American Journal of Epidemiology 107, 71–76.",
            ),
            (Formula::Alpha, "Krippendorff, K. (2004). Content analysis: an introduction to its methodology. Sage."),
        ];
        for (formula, reference) in references {
            assert_eq!(formula.reference(), reference);
        }
        assert_eq!(Formula::SplitMix.cited(), "Steele et al. (2014)");
    }
}
