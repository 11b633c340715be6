//! Documents for a word processor: their parts, their order and their words, and what LibreOffice makes of them.

mod letter;
mod made_up;
mod office;
mod order;
mod parts;
#[path = "../support/mod.rs"]
mod support;
