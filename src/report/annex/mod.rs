//! Documents for a word processor: a [`Draft`] becomes the bytes of a Word or LibreOffice file.
//!
//! `draft.rs` is what stands on the page, `docx.rs` and `odt.rs` write it, `markup.rs` makes any text safe for XML and `package.rs`
//! makes the zip file. None of them knows of letters or files. Everything is in the styles that both programs have of
//! themselves (heading 1, Title, Caption, Quote, Table Grid), so that the template of whoever opens it takes over.

mod docx;
mod draft;
mod markup;
mod odt;
mod package;

pub use docx::docx;
pub use draft::{Block, Cell, Column, Draft, Picture, Run, Table};
pub use odt::odt;
