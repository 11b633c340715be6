//! The sheet as a workbook: a sheet to fill in, with lists to choose from, and one with the codebook.

use std::path::Path;

use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::{FILLED, SHOWN, definitions, shown};
use crate::codings::Unit;
use crate::error::{Error, Result};
use crate::report::Language;

/// A cell holds so many characters; the rest of a longer answer is in the letter.
const MOST: usize = 32_000;

/// Widths of the columns in characters, in their order.
const WIDTHS: [f64; 16] = [16.0, 14.0, 8.0, 16.0, 40.0, 80.0, 19.0, 12.0, 22.0, 24.0, 16.0, 10.0, 15.0, 9.0, 7.0, 30.0];

/// The bytes of the workbook.
///
/// # Errors
/// It cannot be made; that is a mistake in this program.
pub(super) fn workbook(units: &[&Unit], language: Language) -> Result<Vec<u8>> {
    made(units, language).map_err(|error| {
        let remedy = "please report this: it is a mistake in antwoordmeter; a name that ends in .csv goes round it";
        Error::new(Path::new("sheet"), format!("the workbook cannot be made: {error}"), remedy)
    })
}

fn made(units: &[&Unit], language: Language) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Without a date of its own the same sample would give other bytes every time.
    book.set_properties(&DocProperties::new().set_title("antwoordmeter").set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let top = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet();
    sheet.set_name(language.pick("coderen", "coding"))?.set_freeze_panes(1, 1)?;
    let names = SHOWN.into_iter().chain(FILLED.map(|(name, _)| name));
    for ((place, name), width) in (0..).zip(names).zip(WIDTHS) {
        sheet.write_string_with_format(0, place, name, &bold)?.set_column_width(place, width)?;
    }
    let last = u32::try_from(units.len()).unwrap_or(u32::MAX);
    for (row, unit) in (1..).zip(units) {
        for (place, text) in (0..).zip(shown(unit)) {
            sheet.write_string_with_format(row, place, shortened(text), &top)?;
        }
    }
    for (place, (_, codes)) in (0..).zip(FILLED).filter(|(_, (_, codes))| !codes.is_empty()) {
        let column = SHOWN.len() as u16 + place;
        let choice = DataValidation::new()
            .allow_list_strings(codes)?
            .set_error_message(language.pick("Kies uit de lijst.", "Choose from the list."))?;
        sheet.add_data_validation(1, column, last.max(1), column, &choice)?;
    }
    let sheet = book.add_worksheet();
    sheet.set_name(language.pick("codeboek", "codebook"))?.set_freeze_panes(1, 0)?;
    let heads = [language.pick("kolom", "column"), "code", language.pick("betekenis", "meaning")];
    for ((place, head), width) in (0..).zip(heads).zip([16.0, 20.0, 100.0]) {
        sheet.write_string_with_format(0, place, head, &bold)?.set_column_width(place, width)?;
    }
    for (row, code) in (1..).zip(definitions()) {
        for (place, text) in (0..).zip([code.column, code.code, code.meaning(language)]) {
            sheet.write_string_with_format(row, place, text, &top)?;
        }
    }
    book.save_to_buffer()
}

/// The beginning of a text that no cell would hold.
fn shortened(text: &str) -> String {
    if text.encode_utf16().count() <= MOST {
        return text.to_owned();
    }
    let mut units = 0;
    let kept: String = text
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units < MOST
        })
        .collect();
    kept + " […]"
}
