//! Arguments of `annex`.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::Reading;
use crate::coding::Class;
use crate::error::Error;
use crate::pipeline::AnnexOptions;
use crate::report::Language;
use crate::report::annex::{Choice, Numbers, Only};

/// Arguments of `annex`.
#[derive(Debug, Args)]
pub struct Annex {
    /// The letter.
    #[arg(value_name = "LETTER")]
    pub path: PathBuf,
    /// The file to write; its extension says for which program: .docx or .odt.
    #[arg(long, value_name = "FILE", default_value = "bijlage.docx")]
    pub out: PathBuf,
    /// Write over that file when it is there already.
    #[arg(long)]
    pub replace: bool,
    /// Quote only the answers of this class, or (document) those whose own words refer to a document that was not yet available.
    #[arg(long, value_name = "KIND", value_parser = only(), ignore_case = true)]
    pub only: Option<Only>,
    /// Quote only the answers with these numbers, such as 4,5,14-18.
    #[arg(long, value_name = "N,N-N,...")]
    pub numbers: Option<Numbers>,
    /// How the letter is read.
    #[command(flatten)]
    pub reading: Reading,
    /// Language of the annex; what the letter says stays as it is.
    #[arg(long, value_name = "nl|en", default_value = "nl")]
    pub language: Language,
}

impl Annex {
    /// The options of the run over the one letter.
    ///
    /// # Errors
    /// As [`Reading::inputs`].
    pub fn options(self) -> Result<AnnexOptions, Vec<Error>> {
        Ok(AnnexOptions {
            inputs: self.reading.inputs(vec![self.path])?,
            language: self.language,
            out: self.out,
            replace: self.replace,
            choice: Choice { only: self.only, numbers: self.numbers.unwrap_or_default() },
        })
    }
}

/// What `--only` can ask for.
fn only() -> impl TypedValueParser<Value = Only> {
    let classes = Class::ALL.map(Class::code);
    PossibleValuesParser::new(classes.into_iter().chain([DOCUMENT])).map(|code| {
        let class = Class::ALL.into_iter().find(|class| class.code().eq_ignore_ascii_case(&code));
        class.map_or(Only::Document, Only::Class)
    })
}

/// The value of `--only` that is no class.
const DOCUMENT: &str = "document";
