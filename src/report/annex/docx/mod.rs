//! A draft as a Word file (ECMA-376, transitional): the parts and what binds them. Elements stand in the order of the schema, which
//! Word insists on.
//!
//! Chosen: documents for a word processor are written from short templates, in the styles that Word and LibreOffice have of themselves.
//! Why: alt text, SVG beside PNG and header rows are in reach, the same draft gives the same bytes, and the template of whoever pastes it
//! takes over. Rejected: docx-rs (no alt text), rdocx (159 crates); styles with names of our own.

mod body;

use std::fmt::Write as _;

use super::draft::Draft;
use super::markup::escaped;
use super::package::Package;
use crate::error::Result;
use crate::report::Language;
use crate::source::ANNEX;
use body::{Body, Image};

/// Before the first element of a part.
const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The parts that every document has beside its text: id of the relationship, kind, file.
const PARTS: [(&str, &str, &str); 4] = [
    ("styles", "styles", "styles.xml"),
    ("settings", "settings", "settings.xml"),
    ("numbering", "numbering", "numbering.xml"),
    ("footer", "footer", "footer.xml"),
];

/// The bytes of a `.docx` file. The same draft gives the same bytes; they tell no time.
///
/// # Errors
/// The draft is too large for a file.
pub fn docx(draft: &Draft) -> Result<Vec<u8>> {
    let body = Body::of(draft);
    let mut package = Package::new();
    package.text("[Content_Types].xml", &content_types())?;
    package.text("_rels/.rels", &relationships_of_package())?;
    package.text("docProps/core.xml", &core(draft))?;
    package.text("docProps/app.xml", &app())?;
    package.text("word/document.xml", &document(&body.xml))?;
    package.text("word/_rels/document.xml.rels", &relationships(&body.images))?;
    package.text("word/styles.xml", &localized(include_str!("styles.xml"), draft.language))?;
    package.text("word/settings.xml", &localized(include_str!("settings.xml"), draft.language))?;
    package.text("word/numbering.xml", include_str!("numbering.xml"))?;
    package.text("word/footer.xml", &footer(draft))?;
    for image in &body.images {
        let name = format!("word/{}", image.name);
        match image.picture.svg.as_deref().filter(|_| image.svg) {
            Some(svg) => package.text(&name, svg)?,
            None => package.stored(&name, &image.picture.png)?,
        }
    }
    package.finish()
}

/// A language as the web and Word name it.
pub(super) const fn code(language: Language) -> &'static str {
    language.pick("nl-NL", "en-GB")
}

fn localized(part: &str, language: Language) -> String {
    let (decimal, separator) = language.pick(", ;", ". ,").split_once(' ').unwrap_or_default();
    part.replace("LANGUAGE", code(language)).replace("DECIMAL", decimal).replace("SEPARATOR", separator)
}

fn content_types() -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let office = "application/vnd.openxmlformats";
    let mut xml = format!(
        "{XML}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"{office}-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"{office}-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/app.xml\" ContentType=\"{office}-officedocument.extended-properties+xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{word}.document.main+xml\"/>"
    );
    for (_, kind, file) in PARTS {
        let _ = write!(xml, "<Override PartName=\"/word/{file}\" ContentType=\"{word}.{kind}+xml\"/>");
    }
    xml + "</Types>"
}

fn relationships_of_package() -> String {
    format!(
        "{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"document\" Type=\"{RELATIONSHIPS}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"core\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"app\" Type=\"{RELATIONSHIPS}/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>"
    )
}

fn relationships(images: &[Image<'_>]) -> String {
    let mut xml = format!("{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    let parts = PARTS.map(|(id, kind, file)| (id.to_owned(), kind, file.to_owned()));
    let images = images.iter().map(|image| (image.id.clone(), "image", image.name.clone()));
    for (id, kind, file) in parts.into_iter().chain(images) {
        let _ = write!(xml, "<Relationship Id=\"{id}\" Type=\"{RELATIONSHIPS}/{kind}\" Target=\"{file}\"/>");
    }
    xml + "</Relationships>"
}

fn core(draft: &Draft) -> String {
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{}</dc:title><dc:creator>antwoordmeter</dc:creator><cp:keywords>{ANNEX}</cp:keywords><dc:language>{}</dc:language></cp:coreProperties>",
        escaped(&draft.title),
        code(draft.language)
    )
}

fn app() -> String {
    let properties = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    format!("{XML}<Properties xmlns=\"{properties}\"><Application>antwoordmeter</Application></Properties>")
}

/// An upright A4 page with margins of 25 mm, 22 above and below.
fn document(body: &str) -> String {
    format!(
        "{XML}<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{RELATIONSHIPS}\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>{body}\
         <w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1247\" w:right=\"1418\" w:bottom=\"1247\" w:left=\"1418\" w:header=\"709\" w:footer=\"624\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>"
    )
}

fn footer(draft: &Draft) -> String {
    let say = |dutch, english| draft.language.pick(dutch, english);
    let words = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let field = |name: &str| format!("<w:fldSimple w:instr=\" {name} \">{}</w:fldSimple>", words("1"));
    format!(
        "{XML}<w:ftr xmlns:w=\"{WORD}\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:tab/></w:r>{}{}{}{}</w:p></w:ftr>",
        words(&escaped(&draft.footer)),
        words(say("pagina ", "page ")),
        field("PAGE"),
        words(say(" van ", " of ")),
        field("NUMPAGES"),
    )
}
