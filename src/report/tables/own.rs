//! Which files among the letters are tables of an earlier run.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::schema;

/// Whether a file is a table that this program wrote: its first line is the header of one, with commas or, for Excel, semicolons.
pub fn is_own(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LONGEST_HEADER).read_to_end(&mut start));
    let Some(line) = read.ok().and_then(|_| start.split(|byte| matches!(byte, b'\r' | b'\n')).next()) else { return false };
    let line = line.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(line);
    let mut all = schema::tables().into_iter().chain(schema::evaluation::tables());
    all.any(|table| {
        let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        [",", ";"].iter().any(|delimiter| line == names.join(delimiter).as_bytes())
    })
}

/// More bytes than any header has.
const LONGEST_HEADER: u64 = 1 << 14;
