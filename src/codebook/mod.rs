//! The rules of the codebook as data, and all of them found in one pass.

/// Stand-in until the codebook lands.
#[derive(Clone, Debug, Default)]
pub struct Codebook {
    rules: Vec<Rule>,
}

/// Stand-in until the codebook lands.
#[derive(Clone, Debug, Default)]
pub struct Rule {
    /// Id.
    pub id: String,
    /// Facet.
    pub facet: String,
    /// Meaning.
    pub meaning: String,
}

impl Codebook {
    /// Embedded.
    pub fn embedded() -> Self {
        Self { rules: vec![Rule { id: "deferral/x".into(), facet: "deferral".into(), meaning: "m".into() }] }
    }
    /// Rules.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }
    /// Hash.
    pub fn hash(&self) -> String {
        "0".repeat(64)
    }
}
