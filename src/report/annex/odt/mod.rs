//! A draft as a LibreOffice file (`OpenDocument` 1.2, OASIS): the parts and what binds them.

mod body;

use std::fmt::Write as _;

use super::docx::code;
use super::draft::Draft;
use super::markup::escaped;
use super::package::Package;
use crate::error::Result;
use crate::source::ANNEX;
use body::Body;

/// Before the first element of a part.
const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

const OASIS: &str = "urn:oasis:names:tc:opendocument:xmlns";
const MIME: &str = "application/vnd.oasis.opendocument.text";

/// The bytes of an `.odt` file. The same draft gives the same bytes; they tell no time.
///
/// # Errors
/// The draft is too large for a file.
pub fn odt(draft: &Draft) -> Result<Vec<u8>> {
    let body = Body::of(draft);
    let mut package = Package::new();
    // Readers look for the kind of file in its first bytes.
    package.stored("mimetype", MIME.as_bytes())?;
    let mut parts = String::new();
    let mut list = |name: &str, kind: &str| {
        let _ = write!(parts, "<manifest:file-entry manifest:full-path=\"{name}\" manifest:media-type=\"{kind}\"/>");
    };
    list("content.xml", "text/xml");
    list("styles.xml", "text/xml");
    list("meta.xml", "text/xml");
    package.text("content.xml", &content(&body))?;
    package.text("styles.xml", &styles(draft))?;
    package.text("meta.xml", &meta(draft))?;
    for (name, picture) in &body.pictures {
        list(&format!("{name}.png"), "image/png");
        package.stored(&format!("{name}.png"), &picture.png)?;
        if let Some(svg) = &picture.svg {
            list(&format!("{name}.svg"), "image/svg+xml");
            package.text(&format!("{name}.svg"), svg)?;
        }
    }
    let manifest = format!(
        "{XML}<manifest:manifest xmlns:manifest=\"{OASIS}:manifest:1.0\" manifest:version=\"1.2\">\
         <manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" manifest:media-type=\"{MIME}\"/>{parts}</manifest:manifest>"
    );
    package.text("META-INF/manifest.xml", &manifest)?;
    package.finish()
}

fn styles(draft: &Draft) -> String {
    let say = |dutch, english| draft.language.pick(dutch, english);
    let footer = format!(
        "{}<text:tab/>{}<text:page-number text:select-page=\"current\">1</text:page-number>{}<text:page-count>1</text:page-count>",
        escaped(&draft.footer),
        say("pagina ", "page "),
        say(" van ", " of ")
    );
    let (language, country) = code(draft.language).split_once('-').unwrap_or_default();
    include_str!("styles.xml").replace("LANGUAGE", language).replace("COUNTRY", country).replace("FOOTER", &footer)
}

fn meta(draft: &Draft) -> String {
    format!(
        "{XML}<office:document-meta xmlns:office=\"{OASIS}:office:1.0\" xmlns:meta=\"{OASIS}:meta:1.0\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\"><office:meta><meta:generator>antwoordmeter</meta:generator>\
         <meta:keyword>{ANNEX}</meta:keyword><dc:title>{}</dc:title><dc:language>{}</dc:language></office:meta></office:document-meta>",
        escaped(&draft.title),
        code(draft.language)
    )
}

fn content(body: &Body<'_>) -> String {
    format!(
        "{XML}<office:document-content xmlns:office=\"{OASIS}:office:1.0\" xmlns:style=\"{OASIS}:style:1.0\" xmlns:text=\"{OASIS}:text:1.0\" \
         xmlns:table=\"{OASIS}:table:1.0\" xmlns:draw=\"{OASIS}:drawing:1.0\" xmlns:fo=\"{OASIS}:xsl-fo-compatible:1.0\" \
         xmlns:svg=\"{OASIS}:svg-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.2\">\
         <office:automatic-styles>{}</office:automatic-styles><office:body><office:text>\
         <text:sequence-decls><text:sequence-decl text:display-outline-level=\"0\" text:name=\"Table\"/>\
         <text:sequence-decl text:display-outline-level=\"0\" text:name=\"Figure\"/></text:sequence-decls>{}</office:text></office:body>\
         </office:document-content>",
        body.styles(),
        body.xml
    )
}
