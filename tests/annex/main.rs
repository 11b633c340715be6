//! Documents for a word processor: their parts, their order and their words, and what LibreOffice makes of them.

mod made_up;
mod office;
mod order;
mod parts;
