//! The tables of an evaluation, and those of a sample.

use super::{Column, Kind, Table, code, column, count, share, text};
use crate::codebook::Facet;
use crate::coder::Reason;
use crate::evaluation::Compared;

fn number(name: &str, about: &str) -> Column {
    column(name, Kind::Number, about)
}

/// The classes and facets that have a list of codes, and those that are compared whole.
fn compared() -> Vec<&'static str> {
    Compared::ALL.into_iter().map(Compared::name).chain(["due", "internal"]).collect()
}

fn reasons() -> Vec<&'static str> {
    Reason::all().map(Reason::code).collect()
}

/// All tables of an evaluation.
pub fn tables() -> [Table; 6] {
    [agreement(), confusion(), disagreements(), rules(), corrected_shares(), unmatched()]
}

const CODER: &str = "Whose codes are judged: machine, or the name of a person's file; people where all are taken together.";
const REFERENCE: &str = "Whose codes they are held against: the name of a person's file; people for the first of them who coded the answer; empty where all are equal.";
const NOTE: &str = "What a reader has to know of the interval, or why there is none.";
const METHOD: &str = "Where the interval comes from: bootstrap_letters (Efron 1987, whole letters drawn again), wilson (Wilson 1927, as if answers were drawn one by one), none.";

fn agreement() -> Table {
    let columns = vec![
        text("coder", CODER),
        text("reference", REFERENCE),
        code(
            "compared",
            &compared(),
            "The class; a facet; defers_to_document, refers_inside: whether it does at all; due and internal: the same interval, the same numbers.",
        ),
        text("code", "The code, for precision, recall and F1."),
        code(
            "measure",
            &["accuracy", "macro_f1", "kappa", "alpha", "ac1", "precision", "recall", "f1", "exact"],
            "accuracy: share with the same code; macro_f1: mean F1 of the codes in use; kappa: Cohen (1960); alpha: Krippendorff (2004), nominal; ac1: Gwet (2008), over all codes of the codebook; precision, recall, f1: of one code; exact: the same, of answers where either coder has something.",
        ),
        count("k", "How many, where the figure is a share."),
        count("n", "Of how many answers; of figures that are no share, the answers behind them."),
        number("value", "The figure; empty under n = 5, or where it means nothing."),
        number("low", "Lower end of its 95 % interval."),
        number("high", "Upper end of that interval."),
        code("method", &["bootstrap_letters", "wilson", "none"], METHOD),
        count("letters", "Letters behind it."),
        text("note", NOTE),
    ];
    Table { name: "agreement", row: "a figure of agreement", columns, keys: &[] }
}

fn confusion() -> Table {
    let columns = vec![
        text("coder", CODER),
        text("reference", REFERENCE),
        code("compared", &compared(), "As in agreement."),
        text("reference_code", "The code of the reference."),
        text("code", "The code of the coder."),
        count("n", "Answers."),
    ];
    Table { name: "confusion", row: "a pair of codes that answers have", columns, keys: &[] }
}

fn disagreements() -> Table {
    let columns = vec![
        text("id", "The answer."),
        text("letter", "Its letter."),
        text("number", "Its number."),
        text("theme", "The heading above it."),
        text("column", "The column of answers.csv in which two coders differ."),
        text("coder", CODER),
        text("code", "The code of the coder, before people corrected it."),
        text("reference", "Whose code it is held against; corrections for what people corrected (--corrections)."),
        text("reference_code", "The code of the reference."),
        code("reason", &reasons(), "Row of the decision table that settled the machine's class."),
        text("reason_text", "That row in words."),
        text("cues", "The cues that the machine found: rule «words», separated by ;."),
        text("note", "What people noted."),
        text("question", "The question."),
        text("answer", "The answer."),
    ];
    Table { name: "disagreements", row: "a code in which two coders differ", columns, keys: &[] }
}

fn rules() -> Table {
    let facets: Vec<&'static str> = Facet::ALL.iter().map(|facet| facet.code()).collect();
    let columns = vec![
        code("kind", &["row", "rule"], "A row of the decision table, or a rule of the codebook."),
        text("name", "The code of the row, or the id of the rule."),
        code("facet", &facets, "What the rule is a sign of."),
        text("meaning", "What it says."),
        count("fired", "Answers whose class the row settled, or in which the rule found words."),
        count("checked", "Those of them that people coded."),
        count(
            "decided",
            "Those of the checked that have the code the rule is a sign of (deferral for deferral, delivery, forthcoming and condition; external for external and cited; internal, no_information, refusal); of a row, or a rule that is a sign of no code, all.",
        ),
        count(
            "right",
            "Those of the decided to which people gave the code as well; of a row, or a rule that is a sign of no code, those with the same class.",
        ),
        share("precision", "right of decided; empty under 5."),
        share("low", "Lower end of its 95 % interval."),
        share("high", "Upper end of that interval."),
        code("method", &["bootstrap_letters", "wilson", "none"], METHOD),
        text(
            "overlaps",
            "Other rules that found some of the same words, with the number of answers: rule=n, separated by ;, the most frequent first.",
        ),
        text("conflicts", "Rules that are a sign of another code and found something in the same sentence, likewise."),
        text("note", NOTE),
    ];
    Table { name: "rules", row: "a row of the decision table, or a rule that found something", columns, keys: &[] }
}

fn corrected_shares() -> Table {
    let columns = vec![
        text("reference", REFERENCE),
        code("compared", &compared(), "As in agreement."),
        text("code", "The code; any for all but none."),
        code(
            "estimate",
            &["counted", "rogan_gladen", "sample"],
            "counted: as the machine coded all answers; rogan_gladen: corrected for its errors (Rogan and Gladen 1978, interval of Lang and Reiczigel 2014); sample: from the probability sample that people coded (Cochran 1977).",
        ),
        count("k", "Answers with the code: of all by the machine; of the checked by people."),
        count("n", "All answers, or the checked ones."),
        share("share", "The share of all answers; empty where it was refused."),
        share("low", "Lower end of its 95 % interval."),
        share("high", "Upper end of that interval."),
        text("note", "Of what population the interval speaks, or why the estimate was refused."),
    ];
    Table { name: "corrected_shares", row: "a share, as counted or as estimated", columns, keys: &[] }
}

fn unmatched() -> Table {
    let columns = vec![
        text("file", "The file of codings."),
        count("line", "The line in it."),
        text("unit", "The id, or letter and number."),
        text("what", "Why it is in no figure."),
    ];
    Table { name: "unmatched", row: "a coded row that no answer matches", columns, keys: &[] }
}

/// The second file of a sample.
pub fn design() -> Table {
    let columns = vec![
        text("id", "The answer that was drawn."),
        text("stratum", "Its stratum: the class that the machine gave it. Coders must not see this."),
        number("probability", "The probability with which it was drawn: drawn of units."),
        count("drawn", "Answers drawn from the stratum."),
        count("units", "Answers in the stratum."),
        count("seed", "The seed."),
    ];
    Table { name: "design", row: "an answer that was drawn", columns, keys: &[] }
}
