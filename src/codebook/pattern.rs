//! The language of patterns: from a line of words to the steps that a text must take.

use crate::text::Reading;

/// Words of a gap, at most.
pub(super) const GAP: usize = 6;
/// Steps of a pattern, at most.
const STEPS: usize = 12;
/// Gaps of a pattern, at most: with [`STEPS`] and [`GAP`] no cue is longer than 64 words.
const GAPS: usize = 8;
/// Optional steps of a pattern, at most: each doubles the ways to read it.
const OPTIONAL: usize = 4;

/// What one word can be asked to be, folded as words of texts are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Atom {
    /// This word.
    Word(String),
    /// A word that begins so.
    Prefix(String),
    /// A word that ends so.
    Suffix(String),
    /// A word of this list.
    List(String),
}

/// One word of a pattern: any of its alternatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// Sorted, each once.
    pub alternatives: Vec<Atom>,
    /// Whether up to [`GAP`] words may stand before it.
    pub gap: bool,
}

/// What is wrong with a pattern or a word, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub what: String,
    pub remedy: &'static str,
}

fn fault<T>(what: impl Into<String>, remedy: &'static str) -> Result<T, Fault> {
    Err(Fault { what: what.into(), remedy })
}

/// The variants of a pattern: one for each choice of its optional words, each once.
pub(super) fn parse(pattern: &str) -> Result<Vec<Vec<Step>>, Fault> {
    let mut steps = Vec::new();
    let mut gap = false;
    for token in pattern.split_whitespace() {
        if token == "..." {
            if gap || steps.is_empty() {
                return fault("a gap `...` must stand between two words", "put a word on both sides of it, or leave it out");
            }
            gap = true;
            continue;
        }
        let (group, optional) = token.strip_suffix('?').map_or((token, false), |group| (group, true));
        let mut alternatives = group.split('|').map(atom).collect::<Result<Vec<_>, _>>()?;
        alternatives.sort();
        alternatives.dedup();
        steps.push((Step { alternatives, gap }, optional));
        gap = false;
    }
    if steps.is_empty() {
        return fault("the pattern is empty", "write at least one word");
    }
    if gap {
        return fault("a gap `...` must stand between two words", "put a word on both sides of it, or leave it out");
    }
    if [steps.first(), steps.last()].into_iter().flatten().any(|(_, optional)| *optional) {
        return fault(
            "an optional word at the beginning or end changes nothing, because the shortest cue is reported",
            "leave it out, or write a second pattern",
        );
    }
    let optional = steps.iter().filter(|(_, optional)| *optional).count();
    let gaps = steps.iter().filter(|(step, _)| step.gap).count();
    if steps.len() > STEPS || gaps > GAPS || optional > OPTIONAL {
        return fault(
            format!("a pattern takes at most {STEPS} words, {GAPS} gaps and {OPTIONAL} optional words"),
            "write two shorter patterns",
        );
    }
    Ok(if optional == 0 { vec![steps.into_iter().map(|(step, _)| step).collect()] } else { variants(&steps, optional) })
}

/// Each choice of the optional words; a gap before a word that is left out stays.
fn variants(steps: &[(Step, bool)], optional: usize) -> Vec<Vec<Step>> {
    let mut variants: Vec<Vec<Step>> = Vec::new();
    for left_out in 0..1_u32 << optional {
        let (mut choice, mut gap) = (left_out, false);
        let mut variant = Vec::new();
        for (step, optional) in steps {
            gap |= step.gap;
            let out = *optional && choice & 1 == 1;
            choice >>= u32::from(*optional);
            if !out {
                variant.push(Step { gap, ..step.clone() });
                gap = false;
            }
        }
        if !variants.contains(&variant) {
            variants.push(variant);
        }
    }
    variants
}

/// One alternative, or one word of a list.
pub(super) fn atom(word: &str) -> Result<Atom, Fault> {
    if word.is_empty() {
        return fault("an alternative is empty", "write `a|b`, without blanks around the bar");
    }
    if word == "*" {
        return fault("an asterisk alone stands for any word", "use a gap `...`, or write a part of the word");
    }
    if let Some(name) = word.strip_prefix('@') {
        return if name.is_empty() {
            fault("`@` without a name", "write the name of a list, as in `@stuk`")
        } else {
            Ok(Atom::List(name.into()))
        };
    }
    // Most are of small plain letters, as the words of texts are once they are folded.
    let plain = |stem: &str, atom: fn(String) -> Atom| stem.bytes().all(|byte| byte.is_ascii_lowercase()).then(|| atom(stem.into()));
    let known = match (word.strip_suffix('*'), word.strip_prefix('*')) {
        (Some(stem), None) => plain(stem, Atom::Prefix),
        (None, Some(stem)) => plain(stem, Atom::Suffix),
        _ => plain(word, Atom::Word),
    };
    if let Some(atom) = known {
        return Ok(atom);
    }
    // The letter `x` stands for the rest of the word, so that the stem is folded and kept as it is in words.
    let (sample, wild): (String, fn(String) -> Option<Atom>) = match (word.strip_suffix('*'), word.strip_prefix('*')) {
        (Some(_), Some(_)) => return fault(format!("`{word}` has two asterisks"), "put one at the beginning or at the end"),
        (Some(stem), None) => (format!("{stem}x"), |word| word.strip_suffix('x').map(|stem| Atom::Prefix(stem.into()))),
        (None, Some(stem)) => (format!("x{stem}"), |word| word.strip_prefix('x').map(|stem| Atom::Suffix(stem.into()))),
        (None, None) => (word.into(), |word| Some(Atom::Word(word))),
    };
    if let Some(sign) = sample.chars().find(|c| c.is_whitespace() || "*?|@«»".contains(*c)) {
        return fault(
            format!("`{word}` holds `{sign}` in the wrong place"),
            "see the language of patterns; `@` begins, `*` begins or ends, `?` ends a word",
        );
    }
    let reading = Reading::of(&sample);
    match (reading.words().len(), wild(reading.folded(0).into())) {
        (1, Some(atom)) => Ok(atom),
        (0, _) => fault(format!("`{word}` is no word"), "write letters or digits; punctuation is not looked at"),
        _ => fault(format!("`{word}` is more than one word in a text"), "write the words apart, without the signs between them"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Atom, parse};

    fn shown(pattern: &str) -> Vec<String> {
        let variants = parse(pattern).unwrap_or_else(|fault| panic!("{pattern}: {fault:?}"));
        let step = |step: &super::Step| {
            let words: Vec<_> = step
                .alternatives
                .iter()
                .map(|atom| match atom {
                    Atom::Word(word) => word.clone(),
                    Atom::Prefix(stem) => format!("{stem}*"),
                    Atom::Suffix(stem) => format!("*{stem}"),
                    Atom::List(name) => format!("@{name}"),
                })
                .collect();
            format!("{}{}", if step.gap { "... " } else { "" }, words.join("|"))
        };
        variants.iter().map(|variant| variant.iter().map(step).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn patterns_are_folded_and_optional_words_expanded() {
        let table: &[(&str, &[&str])] = &[
            ("Wordt|worden ... opgenomen", &["worden|wordt ... opgenomen"]),
            ("zie ons? antwoord", &["zie ons antwoord", "zie antwoord"]),
            ("zie ... ons? ... antwoord", &["zie ... ons ... antwoord", "zie ... antwoord"]),
            ("dit|deze|@stuk geïnventariseerd", &["deze|dit|@stuk geinventariseerd"]),
            ("*verslag rapport* *.nl jl.", &["*verslag rapport* *.nl jl"]),
            ("één|een", &["een"]),
        ];
        let wrong: Vec<_> =
            table.iter().filter(|(pattern, expected)| shown(pattern) != *expected).map(|(pattern, _)| shown(pattern)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn faults_are_named() {
        let table = [
            ("", "empty"),
            ("... antwoord", "gap"),
            ("zie ...", "gap"),
            ("zie ... ... antwoord", "gap"),
            ("ons? antwoord", "optional"),
            ("zie antwoord?", "optional"),
            ("zie a|", "alternative is empty"),
            ("zie | antwoord", "alternative is empty"),
            ("*verslag*", "two asterisks"),
            ("ver*slag", "wrong place"),
            ("zie *", "asterisk alone"),
            ("zie @", "without a name"),
            ("t/m", "more than one word"),
            ("zie —", "no word"),
            ("a b c d e f g h i j k l m", "at most"),
            ("a b? c? d? e? f? g", "at most"),
        ];
        let wrong: Vec<_> = table
            .iter()
            .filter(|(pattern, part)| !parse(pattern).is_err_and(|fault| fault.what.contains(part) && !fault.remedy.is_empty()))
            .map(|(pattern, _)| (pattern, parse(pattern)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
