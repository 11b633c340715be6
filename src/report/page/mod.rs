//! `report.html`: one page that holds everything a person wants to see, and asks nothing of the network.
//!
//! `page.html` is the page (in both languages, side by side), `page.css` its looks, `page.js` its filters: without that script the page is
//! whole, and shows everything. `view` makes the values that the template names.
//!
//! Chosen: the page shows the first 500 answers (`--quotations`) and the tables have all. Why: a run may be larger than memory; the first
//! are no choice that anybody could call a selection. Rejected: the answers that defer: quoting only those would be unfair to who wrote
//! the letter.

mod anchor;
mod answer;
mod document;
mod view;

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};
use sha2::{Digest, Sha256};

use super::Language;
use super::charts::Figure;
use super::findings::Findings;
use crate::codebook::Codebook;
use crate::error::{Error, Result};
use anchor::Anchors;
use view::View;

const TEMPLATE: &str = include_str!("page.html");
pub(super) const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// What a page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Matter<'m> {
    /// The figures and the letters that are shown.
    pub findings: &'m Findings,
    /// The charts, or why there are none.
    pub figures: &'m [Figure],
    /// The codebook that the letters were coded by.
    pub codebook: &'m Codebook,
    /// The tables that the page hands out: name and bytes. Without bytes it points at the file beside it.
    pub tables: &'m [(String, Option<Vec<u8>>)],
    /// The language of the page.
    pub language: Language,
}

/// The page as bytes of UTF-8.
///
/// # Errors
/// The template does not fit its values; that is a mistake in this program.
pub fn page(matter: &Matter<'_>) -> Result<Vec<u8>> {
    let anchors = Anchors::of(matter.findings, matter.language);
    let values = context! {
        view => Value::from(Serde(View::new(matter, &anchors))),
        style => STYLE,
        style_hash => hash(STYLE),
        script => SCRIPT,
        script_hash => hash(SCRIPT),
    };
    filled(NAME, TEMPLATE, matter.language, values)
}

/// A template with its values; everything is escaped, and `say("nl", "en")` speaks the language of the page.
///
/// # Errors
/// The template does not fit its values; that is a mistake in this program.
pub(super) fn filled(name: &str, template: &str, language: Language, values: Value) -> Result<Vec<u8>> {
    let fault = |error: minijinja::Error| fault(name, &error);
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().map_err(fault)?);
    environment.add_function("say", move |dutch: &str, english: &str| language.pick(dutch, english).to_owned());
    environment.render_str(template, values).map(String::into_bytes).map_err(fault)
}

fn fault(name: &str, error: &minijinja::Error) -> Error {
    Error::new(Path::new(name), format!("the page cannot be made: {error:#}"), "please report this: it is a mistake in antwoordmeter")
}

/// Name of the page among the files of a run.
pub const NAME: &str = "report.html";

/// What a content security policy calls a style or script.
pub(super) fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// A file as an address that holds it whole.
fn data(bytes: &[u8]) -> String {
    format!("data:text/csv;charset=utf-8;base64,{}", STANDARD.encode(bytes))
}
