#![forbid(unsafe_code)]
#![doc = "antwoordmeter: how often an executive's answers to written questions wait for a document that was not yet available."]
//!
//! The modules stand in the order in which the data flows through them; a module uses only modules
//! listed before it (`tests/layers.rs` keeps it so).

pub mod error;
pub mod text;
pub mod time;
pub mod source;
pub mod letter;
pub mod coding;
pub mod codebook;
pub mod documents;
pub mod coder;
pub mod corrections;
pub mod codings;
pub mod measure;
pub mod gathered;
pub mod evaluation;
pub mod report;
pub mod pipeline;
pub mod cli;
