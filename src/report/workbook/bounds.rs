//! What Excel can hold, and what becomes of what it cannot: nothing is cut in silence.

use super::NAME;
use crate::error::Problem;
use crate::report::tables::schema::Table;

/// How much a sheet and a cell hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// Rows, that of the header included.
    pub rows: u32,
    /// Characters of a cell, in units of UTF-16.
    pub characters: usize,
}

/// What Excel holds ("Excel specifications and limits", Microsoft).
pub(super) const EXCEL: Bounds = Bounds { rows: 1_048_576, characters: 32_767 };

/// Text that is too long for a cell, with a mark at its end.
pub(super) fn shortened(text: &str, most: usize, table: &str) -> Option<String> {
    if text.len() <= most || text.encode_utf16().count() <= most {
        return None;
    }
    let mark = format!(" [...] the whole text stands in {table}.csv");
    let room = most.saturating_sub(mark.len());
    let mut used = 0;
    let fits = |c: &char| {
        used += c.len_utf16();
        used <= room
    };
    Some(text.chars().take_while(fits).collect::<String>() + &mark)
}

/// What did not fit in a sheet, as rows of the problems.
pub(super) fn told(table: &Table, left_out: u64, cut: u64, bounds: Bounds) -> Vec<Problem> {
    let problem = |what: String, remedy: String| Problem { file: NAME.to_owned(), letter: String::new(), stage: "write", what, remedy };
    let Table { name, .. } = table;
    let rows = (left_out > 0).then(|| {
        let what = format!("leaves out the last {left_out} rows of {name}: a sheet holds {} rows", bounds.rows);
        problem(what, format!("{name}.csv has all"))
    });
    let cells = (cut > 0).then(|| {
        let what = format!("cuts {cut} cells of {name}: a cell holds {} characters", bounds.characters);
        problem(what, format!("{name}.csv has them whole"))
    });
    rows.into_iter().chain(cells).collect()
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_cell_is_cut_between_characters() {
        let emoji = "😀".repeat(40);
        let cut = shortened(&emoji, 60, "a").expect("too long");
        assert!(cut.encode_utf16().count() <= 60 && cut.starts_with("😀😀") && !cut.contains('\u{FFFD}'), "{cut}");
        assert_eq!(shortened(&emoji, 80, "a"), None);
    }
}
