//! Arguments that bound what is read.

use clap::Args;

use crate::source::{Limits, MAX_DEPTH, MAX_LETTER_BYTES, MAX_PAGES, MAX_TEXT_BYTES, MAX_UNPACKED_BYTES};

/// How much of one file is read: a larger one is skipped and listed.
#[derive(Clone, Copy, Debug, Args)]
#[command(next_help_heading = "Limits for each file")]
pub struct Bounds {
    /// Its size.
    #[arg(long, value_name = "MIB", default_value_t = MAX_LETTER_BYTES >> 20)]
    pub max_file: u64,
    /// What it unpacks to.
    #[arg(long, value_name = "MIB", default_value_t = MAX_UNPACKED_BYTES >> 20)]
    pub max_unpacked: u64,
    /// Its text.
    #[arg(long, value_name = "MIB", default_value_t = MAX_TEXT_BYTES >> 20)]
    pub max_text: usize,
    /// Its pages.
    #[arg(long, value_name = "N", default_value_t = MAX_PAGES)]
    pub max_pages: usize,
    /// Elements of XML and HTML within each other.
    #[arg(long, value_name = "N", default_value_t = MAX_DEPTH)]
    pub max_depth: usize,
}

impl Bounds {
    /// The limits, in bytes.
    pub fn limits(self) -> Limits {
        let bytes = |mib: u64| mib.saturating_mul(1 << 20);
        Limits {
            file: bytes(self.max_file),
            unpacked: bytes(self.max_unpacked),
            text: self.max_text.saturating_mul(1 << 20),
            pages: self.max_pages,
            depth: self.max_depth,
        }
    }
}
