//! An annex for a motion: one letter as a document for a word processor.
//!
//! `compose.rs` says what stands in it (`register.rs`: the documents, `answers.rs`: the quotations; `choice.rs`: which of them,
//! `quoted.rs`: how much) and makes a [`Draft`] of it. What follows knows of neither letters nor files: `docx/` and `odt/` write a
//! draft, `markup.rs` makes any text safe for XML, `package.rs` makes the zip file. Everything is in the styles that both programs have
//! of themselves (heading 1, Title, Caption, Quote, Table Grid), so that the template of whoever opens it takes over.

mod answers;
mod choice;
mod compose;
mod docx;
mod draft;
mod format;
mod markup;
mod odt;
mod package;
mod quoted;
mod register;

pub use choice::{Choice, Numbers, Only};
pub use compose::draft;
pub use docx::docx;
pub use draft::{Block, Cell, Column, Draft, Picture, Run, Table};
pub use format::Format;
pub use odt::odt;
