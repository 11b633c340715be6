//! The tables of statistics.

use super::{Column, Kind, Table, code, column, count, share, text};

/// The kinds of rows of `statistics.csv`.
const WHAT: [&str; 8] = ["share", "concentration", "reuse", "answer_words", "sentence_words", "flesch_douma", "days", "share_by_days"];

/// What stands behind a share and its bounds.
const METHODS: [&str; 6] = ["complete", "worst_case", "wilson", "bootstrap_letters", "mean", "median"];

fn number(name: &str, about: &str) -> Column {
    column(name, Kind::Number, about)
}

pub(super) fn statistics() -> Table {
    let columns = vec![
        code(
            "what",
            &WHAT,
            "What the row is of: a share of the answers; answers that hang on one document; answers used before; words in an answer, words in a sentence, reading ease by Flesch-Douma (1960); days from question to answer; a share by those days.",
        ),
        text("letter", "The letter, in rows of one letter."),
        text("theme", "The heading, in rows of a theme; may be empty there as well."),
        text(
            "definition",
            "What is counted: a count of themes.csv, or another definition of deferring: defers_with_date (the letter gives the document a date), defers_or_recurring (or it refers to a document that appears every year), defers_or_moment (or to a moment), defers_at_all (or to later without either), defers_widest (all of these, references followed); a class; a document; how answers were used before.",
        ),
        count("k", "How many."),
        count("n", "Of how many."),
        share("share", "k of n; empty under 5."),
        share("low", "Lower bound."),
        share("high", "Upper bound."),
        code(
            "method",
            &METHODS,
            "Where the bounds come from: complete (everything was counted; the bounds say what unresolved answers can change), worst_case (all questions, those without an answer included, all for or all against; letters that only ask left out), wilson (Wilson 1927), bootstrap_letters (Efron 1987, whole letters drawn again; empty under 5 letters).",
        ),
        text("note", "Of what population the bounds speak, and how far to trust them."),
        code("level", &["all", "sender", "year", "letter", "theme"], "What the row counts."),
        text("group", "The sender, the year, or the days."),
        count("letters", "Letters behind the row."),
        number("design_effect", "Variance of the share over letters by that of answers drawn one by one (Kish 1965)."),
        number(
            "value",
            "The figure of rows that are no share: a mean (empty under 5 answers; reading ease also under 100 words) or a median; of concentration at level all, the different documents.",
        ),
    ];
    Table { name: "statistics", row: "a figure", columns, keys: super::LETTER }
}

pub(super) fn comparison() -> Table {
    let columns = vec![
        code(
            "comparison",
            &["themes", "senders", "years", "sides"],
            "What is compared: themes of a letter; senders, years or the two sides of a run.",
        ),
        text("letter", "The letter, where themes are compared."),
        text("definition", "What is counted, as in statistics.csv."),
        text("a", "The one; empty in the row that tests all together."),
        text("b", "The other; rest: all others."),
        count("k_a", "How many of a; of all, where a is empty."),
        count("n_a", "Of how many."),
        count("k_b", "How many of b."),
        count("n_b", "Of how many."),
        number("difference", "Share of a minus share of b; empty where either is of fewer than 5."),
        number("low", "Lower end of its 95 % interval (Newcombe 1998)."),
        number("high", "Upper end of that interval."),
        number("statistic", "Pearson's chi-square, in rows that test themes together."),
        number(
            "p",
            "From 0 to 1: how often chance alone gives a difference as large, or larger; empty where it could not be small enough.",
        ),
        number("p_adjusted", "The same, adjusted for the number of tests in the comparison (Benjamini and Hochberg 1995)."),
        number(
            "p_smallest",
            "The smallest p that the margins can give, of letters the rarest way to deal them: above 0.05, or adjusted for the number of tests, data of this size cannot show a difference, and p is empty.",
        ),
        code(
            "method",
            &["permutation_exact", "permutation_drawn", "fisher", "permutation_letters", "bootstrap_letters"],
            "The test: all tables counted, or random ones drawn; Fisher (1935); whole letters dealt again; of the same answers twice, the bounds of letters drawn again (Efron 1987).",
        ),
        count("draws", "Random tables or deals."),
        text("verdict", "What follows, in words."),
        text("note", "How far to trust it."),
    ];
    Table { name: "comparison", row: "a comparison of two, or of all together", columns, keys: super::LETTER }
}
