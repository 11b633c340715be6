//! The tables of a run as one workbook: a sheet for each, and before them one that says what they and their columns are.
//!
//! Rows are read from the tables as they were written and go to the disk at once: a workbook of a million rows takes no more memory than
//! one of ten. Text is text: no cell is a formula, whatever it begins with.
//!
//! Chosen: the workbook is made from the tables as they were written. Why: one row has one meaning in both, and a run larger than memory
//! has a workbook. Rejected: a second writer of rows.

mod bounds;

use std::fmt::Display;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook as Book, Worksheet};

use super::cell::Style;
use super::tables::schema::{self, Column, Kind, Table};
use crate::coder::EDITION;
use crate::error::{Error, Problem, Result};
use crate::source::unguarded;
use crate::time::Date;
use bounds::{Bounds, EXCEL, shortened, told};

/// Its name among the files of a run.
pub const NAME: &str = "antwoordmeter.xlsx";

/// A column is at least and at most so many characters wide.
const WIDTHS: (usize, usize) = (8, 60);

/// Points from one line of a cell to the next.
const LINE: f64 = 15.0;

/// A workbook while it is filled.
pub struct Workbook {
    book: Book,
    bounds: Bounds,
    looks: Looks,
    raw: bool,
    /// `;` between cells and `,` in numbers.
    delimiter: u8,
}

/// How cells look.
#[derive(Debug)]
struct Looks {
    header: Format,
    text: Format,
    /// Text that a spreadsheet would run once somebody edits it.
    quoted: Format,
    wrapped: Format,
    share: Format,
    date: Format,
}

impl Workbook {
    /// A workbook with the sheet that explains the others; rows wait in `folder` until it is saved.
    ///
    /// # Errors
    /// Nothing can be written in `folder`.
    pub fn new(folder: &Path, style: Style<'_>) -> Result<Self> {
        Self::bounded(folder, style, EXCEL)
    }

    fn bounded(folder: &Path, style: Style<'_>, bounds: Bounds) -> Result<Self> {
        let top = || Format::new().set_align(FormatAlign::Top);
        let looks = Looks {
            header: top().set_bold(),
            text: top(),
            quoted: top().set_quote_prefix(),
            wrapped: top().set_text_wrap(),
            share: top().set_num_format("0.0%"),
            date: top().set_num_format("yyyy-mm-dd"),
        };
        let mut workbook = Self { book: Book::new(), bounds, looks, raw: style.raw, delimiter: style.delimiter() };
        workbook.book.set_tempdir(folder).map_err(|error| fault(&error))?;
        let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|error| fault(&error))?;
        workbook.book.set_properties(&DocProperties::new().set_title("antwoordmeter").set_creation_datetime(&made));
        workbook.about(style).map_err(|error| fault(&error))?;
        Ok(workbook)
    }

    /// Adds the sheet of a table, from the rows of its file; gives what a reader has to know: what did not fit.
    ///
    /// # Errors
    /// The file cannot be read, or the sheet cannot be written.
    pub fn sheet(&mut self, table: &Table, file: impl Read) -> Result<Vec<Problem>> {
        let Self { book, bounds, looks, raw, delimiter } = self;
        let sheet = book.add_worksheet_with_constant_memory().map_err(|error| fault(&error))?;
        let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        begin(sheet, looks, table.name, &columns).map_err(|error| fault(&error))?;
        let mut widths: Vec<usize> = columns.iter().map(|name| name.len() + 3).collect();
        let (mut row, mut rows, mut cut) = (0, 0_u64, 0_u64);
        let mut reader = csv::ReaderBuilder::new().delimiter(*delimiter).from_reader(file);
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record).map_err(|error| fault(&error))? {
            rows += 1;
            // The last row says how many there are more.
            if row + 2 >= bounds.rows {
                continue;
            }
            row += 1;
            for (((place, column), cell), width) in (0..).zip(&table.columns).zip(&record).zip(&mut widths) {
                let text = if *raw { cell } else { unguarded(cell) };
                *width = (*width).max(text.lines().next().map_or(0, |line| line.chars().count()));
                cut += u64::from(fill(sheet, looks, (row, place), column, text, bounds.characters, table).map_err(|error| fault(&error))?);
            }
        }
        let left_out = rows - u64::from(row);
        if left_out > 0 {
            let mark = format!("[...] {left_out} more rows: see {}.csv", table.name);
            row += 1;
            sheet.write_string_with_format(row, 0, &mark, &looks.header).map_err(|error| fault(&error))?;
        }
        end(sheet, &widths, row).map_err(|error| fault(&error))?;
        Ok(told(table, left_out, cut, *bounds))
    }

    /// Writes the workbook.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn save(mut self, file: File) -> Result<()> {
        self.book.save_to_writer(file).map_err(|error| fault(&error))
    }

    /// The sheet that says what the others are.
    fn about(&mut self, style: Style<'_>) -> std::result::Result<(), rust_xlsxwriter::XlsxError> {
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        begin(sheet, &self.looks, "about", &["sheet", "column", "holds", "meaning"])?;
        let made = format!(
            "Made by antwoordmeter {} with codebook {}. Each sheet is a table that stands beside this file as CSV: the same rows and columns. \
             Dates are dates, from 1900 on; shares are numbers that are shown as percentages; text is never a formula.",
            EDITION,
            style.codebook.hash()
        );
        let mut lines = vec![["about".to_owned(), String::new(), String::new(), made]];
        for table in schema::tables() {
            lines.push([table.name.to_owned(), String::new(), String::new(), format!("One row per {}.", table.row)]);
            lines.extend(table.columns.into_iter().map(|column| [table.name.to_owned(), column.name, holds(&column.kind), column.about]));
        }
        let widths = [16, 28, 34, 90];
        let mut last = 0;
        for (row, line) in (1..).zip(&lines) {
            // Not every program makes room for lines that it breaks itself.
            let high = line.iter().zip(widths).map(|(text, width)| text.chars().count().div_ceil(width - 2)).max().unwrap_or_default();
            sheet.set_row_height(row, LINE * high.max(1) as f64)?;
            for (place, text) in (0..).zip(line) {
                sheet.write_string_with_format(row, place, text, &self.looks.wrapped)?;
            }
            last = row;
        }
        sheet.autofilter(0, 0, last, 3)?;
        for (place, width) in (0..).zip(widths) {
            sheet.set_column_width(place, width as f64)?;
        }
        sheet.set_print_fit_to_pages(1, 0);
        Ok(())
    }
}

/// The header of a sheet, which stays in sight and on every page of paper.
fn begin(sheet: &mut Worksheet, looks: &Looks, name: &str, columns: &[&str]) -> std::result::Result<(), rust_xlsxwriter::XlsxError> {
    sheet.set_name(name)?.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?.set_landscape();
    for (place, column) in (0..).zip(columns) {
        sheet.write_string_with_format(0, place, *column, &looks.header)?;
    }
    Ok(())
}

/// Filters over all rows, and columns as wide as what they hold.
fn end(sheet: &mut Worksheet, widths: &[usize], row: u32) -> std::result::Result<(), rust_xlsxwriter::XlsxError> {
    let last = u16::try_from(widths.len()).unwrap_or(u16::MAX).saturating_sub(1);
    sheet.autofilter(0, 0, row, last)?;
    for (place, width) in (0..).zip(widths) {
        sheet.set_column_width(place, (*width).clamp(WIDTHS.0, WIDTHS.1) as f64 + 1.0)?;
    }
    Ok(())
}

/// Writes a cell as what its column holds, or else as text; gives whether it had to be cut.
fn fill(
    sheet: &mut Worksheet,
    looks: &Looks,
    (row, place): (u32, u16),
    column: &Column,
    text: &str,
    most: usize,
    table: &Table,
) -> std::result::Result<bool, rust_xlsxwriter::XlsxError> {
    if text.is_empty() {
        return Ok(false);
    }
    let number = || text.replace(',', ".").parse::<f64>().ok();
    match &column.kind {
        Kind::Count | Kind::Flag | Kind::Number => {
            if let Some(number) = number() {
                return sheet.write_number_with_format(row, place, number, &looks.text).map(|_| false);
            }
        }
        Kind::Share => {
            if let Some(number) = number() {
                return sheet.write_number_with_format(row, place, number, &looks.share).map(|_| false);
            }
        }
        Kind::Date => {
            if let Some(date) = text.parse().ok().and_then(excel_date) {
                return sheet.write_datetime_with_format(row, place, &date, &looks.date).map(|_| false);
            }
        }
        Kind::Text | Kind::Code(_) => {}
    }
    let look = if text.starts_with(['=', '+', '-', '@']) { &looks.quoted } else { &looks.text };
    let shown = shortened(text, most, table.name);
    sheet.write_string_with_format(row, place, shown.as_deref().unwrap_or(text), look)?;
    Ok(shown.is_some())
}

/// A date that Excel knows.
fn excel_date(date: Date) -> Option<ExcelDateTime> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    ExcelDateTime::from_ymd(u16::try_from(date.year()).ok().filter(|year| *year >= 1900)?, month, day).ok()
}

/// What a column holds, in words.
fn holds(kind: &Kind) -> String {
    match kind {
        Kind::Text => "text".to_owned(),
        Kind::Code(codes) => format!("one of: {}", codes.join(", ")),
        Kind::Count => "whole number".to_owned(),
        Kind::Share => "number from 0 to 1".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::Flag => "0 or 1".to_owned(),
        Kind::Date => "date".to_owned(),
    }
}

fn fault(error: &dyn Display) -> Error {
    Error::new(Path::new(NAME), format!("cannot be written: {error}"), "make room on the disk, or leave out --xlsx")
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use zip::ZipArchive;

    use super::bounds::EXCEL;
    use super::{Bounds, Workbook};
    use crate::codebook::Codebook;
    use crate::report::Language;
    use crate::report::cell::Style;
    use crate::report::tables::schema;

    /// The sheet of the problems with these rows, as it is written, and what did not fit.
    fn sheet(rows: &str, bounds: Bounds) -> (String, Vec<String>) {
        let codebook = Codebook::embedded().expect("the codebook");
        let style = Style { codebook: &codebook, measured: true, raw: false, excel: false, language: Language::Dutch, named: &[] };
        let folder = tempfile::tempdir().expect("a folder");
        let mut workbook = Workbook::bounded(folder.path(), style, bounds).expect("a workbook");
        let [.., problems] = schema::tables();
        let told = workbook.sheet(&problems, format!("file,letter,stage,what,remedy\n{rows}").as_bytes()).expect("a sheet");
        let path = folder.path().join("a.xlsx");
        workbook.save(std::fs::File::create(&path).expect("a file")).expect("a file");
        let bytes = std::fs::read(path).expect("a file");
        let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
        let mut xml = String::new();
        zip.by_name("xl/worksheets/sheet2.xml").expect("a sheet").read_to_string(&mut xml).expect("UTF-8");
        (xml, told.into_iter().map(|problem| problem.what).collect())
    }

    #[test]
    fn what_does_not_fit_is_marked_and_told() {
        let rows = "a,,read,kort,\nb,,read,dit is veel te lang voor een cel met plaats voor zo weinig letters en nog meer,\nc,,read,x,\nd,,read,y,\n";
        let (xml, told) = sheet(rows, Bounds { rows: 4, characters: 60 });
        assert_eq!(
            told,
            ["leaves out the last 2 rows of problems: a sheet holds 4 rows", "cuts 1 cells of problems: a cell holds 60 characters"]
        );
        assert!(xml.contains("[...] 2 more rows: see problems.csv") && !xml.contains(">c<"), "{xml}");
        assert!(xml.contains("dit is veel te") && xml.contains(" [...] the whole text stands in problems.csv"), "{xml}");
        let (xml, told) = sheet(rows, EXCEL);
        assert!(told.is_empty() && xml.contains(">d<") && !xml.contains("[...]"), "{xml}");
    }

    #[test]
    fn no_cell_is_a_formula_and_none_has_a_guard() {
        let (xml, _) = sheet("'=1+1,,read,'@x,''-Ja\n", EXCEL);
        assert!(!xml.contains("<f>"), "{xml}");
        for text in ["<t>=1+1</t>", "<t>@x</t>", "<t>'-Ja</t>"] {
            assert!(xml.contains(text), "{text}: {xml}");
        }
    }
}
