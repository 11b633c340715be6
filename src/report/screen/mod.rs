//! What is printed for a person at a terminal.

pub mod alone;
pub mod bars;
pub mod explain;
mod named;
pub mod reading;
pub mod summary;
