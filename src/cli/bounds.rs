//! Arguments that bound what is read.

use clap::Args;

use crate::source::{Limits, MAX_DEPTH, MAX_LETTER_BYTES, MAX_PAGES, MAX_TEXT_BYTES, MAX_UNPACKED_BYTES};

const LIMITS: &str = "Limits for each file";

/// How much of one file is read: a larger one is skipped and listed.
#[derive(Clone, Copy, Debug, Args)]
pub struct Bounds {
    /// Size of a file.
    #[arg(long, help_heading = LIMITS, value_name = "MIB", default_value_t = MAX_LETTER_BYTES >> 20)]
    pub max_file: u64,
    /// Size of all that a file unpacks to.
    #[arg(long, help_heading = LIMITS, value_name = "MIB", default_value_t = MAX_UNPACKED_BYTES >> 20)]
    pub max_unpacked: u64,
    /// Size of the text in a file.
    #[arg(long, help_heading = LIMITS, value_name = "MIB", default_value_t = MAX_TEXT_BYTES >> 20)]
    pub max_text: usize,
    /// Pages of a file.
    #[arg(long, help_heading = LIMITS, value_name = "N", default_value_t = MAX_PAGES)]
    pub max_pages: usize,
    /// Elements of XML and HTML that stand within each other.
    #[arg(long, help_heading = LIMITS, value_name = "N", default_value_t = MAX_DEPTH)]
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
