//! Small Word files, written here, and what is read in them.

use std::path::Path;

use crate::source::archive::tests::zipped;
use crate::source::{Limits, MarkKind, Source};

use super::docx;

/// Every prefix that the fixtures use.
const NAMESPACES: &str = "xmlns:w='urn:w' xmlns:r='urn:r' xmlns:mc='urn:mc' xmlns:v='urn:v'";

const STYLES: &str =
    "<w:style w:type='paragraph' w:default='1' w:styleId='Standaard'><w:name w:val='Normal'/><w:rPr><w:sz w:val='20'/></w:rPr></w:style>
    <w:style w:styleId='Kop2'><w:name w:val='heading 2'/><w:basedOn w:val='Standaard'/><w:rPr><w:b/><w:sz w:val='28'/></w:rPr></w:style>
    <w:style w:styleId='Vraag'><w:name w:val='Vraag'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>
    <w:style w:styleId='Deelvraag'><w:name w:val='Deelvraag'/><w:basedOn w:val='Vraag'/></w:style>
    <w:style w:styleId='Geheim'><w:name w:val='Geheim'/><w:rPr><w:vanish/></w:rPr></w:style>";

const NUMBERING: &str = "<w:abstractNum w:abstractNumId='0'>
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle w:val='Vraag'/><w:lvlText w:val='Vraag %1:'/></w:lvl>
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:pStyle w:val='Deelvraag'/><w:lvlText w:val='%1%2)'/></w:lvl>
    </w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";

const NOTES: &str = "<w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>streep</w:t></w:r></w:p></w:footnote>
    <w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> Zie de nota.</w:t></w:r></w:p></w:footnote>
    <w:footnote w:id='3'><w:p><w:r><w:t>* Zelf gekozen.</w:t></w:r></w:p></w:footnote>";

const RELATIONS: &str = "<Relationships xmlns='urn:rel'><Relationship Id='rId7' Type='urn:x/header' Target='header1.xml'/>
    <Relationship Id='rId8' Type='urn:x/header' Target='header2.xml'/><Relationship Id='rId9' Type='urn:x/footer' Target='footer1.xml'/></Relationships>";

/// The source of a file with this body.
fn read(body: &str) -> Result<Source, String> {
    let part = |root: &str, content: &str| format!("<w:{root} {NAMESPACES}>{content}</w:{root}>");
    let margin = |root: &str, text: &str| part(root, &paragraph(text));
    let parts = [
        ("word/document.xml", part("document", &format!("<w:body>{body}</w:body>"))),
        ("word/styles.xml", part("styles", STYLES)),
        ("word/numbering.xml", part("numbering", NUMBERING)),
        ("word/footnotes.xml", part("footnotes", NOTES)),
        ("word/header1.xml", margin("hdr", "Gemeente Veenrade")),
        ("word/header2.xml", margin("hdr", "Gemeente  Veenrade")),
        ("word/footer1.xml", margin("ftr", "Postbus 1")),
        ("word/_rels/document.xml.rels", RELATIONS.to_owned()),
    ];
    file(&parts.each_ref().map(|(name, text)| (*name, text.as_str())), &Limits::default())
}

fn file(parts: &[(&str, &str)], limits: &Limits) -> Result<Source, String> {
    docx(Path::new("brief.docx"), "brief", &zipped(parts), limits).map_err(|error| error.what)
}

fn paragraph(text: &str) -> String {
    format!("<w:p>{}</w:p>", run(text))
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

/// A paragraph with properties.
fn with(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", run(text))
}

fn text(body: &str) -> String {
    read(body).map_or_else(|error| error, |source| source.text)
}

/// The stretches of text with marks of one kind.
fn marked(source: &Source, wanted: impl Fn(MarkKind) -> bool) -> Vec<&str> {
    source.marks.iter().filter(|mark| wanted(mark.kind)).map(|mark| mark.span.of(&source.text)).collect()
}

#[test]
fn what_a_reader_sees_is_read_and_nothing_else() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let hidden = "<w:rPr><w:vanish/></w:rPr>";
    let content = format!("<w:txbxContent>{}</w:txbxContent>", paragraph("in het vak"));
    let table: &[(String, &str)] = &[
        (paragraph("een") + "<w:p/><w:p/>" + &paragraph("twee"), "een\n\ntwee\n"),
        (
            format!("<w:p>{}<w:r><w:tab/><w:t>b</w:t><w:br w:type='page'/><w:t>c</w:t><w:cr/></w:r>{}</w:p>", run("a"), run("d")),
            "a\tb\nc\nd\n",
        ),
        (
            "<w:p><w:r><w:t>zo</w:t><w:noBreakHyphen/><w:t>ge</w:t><w:softHyphen/><w:t>zegd x\u{2011}y</w:t></w:r></w:p>".to_owned(),
            "zo-gezegd x-y\n",
        ),
        (format!("<w:p>{}<w:del>{}</w:del><w:ins>{}</w:ins></w:p>", run("a"), run("weg"), run("b")), "ab\n"),
        (format!("<w:p><w:moveFrom>{}</w:moveFrom></w:p><w:p><w:moveTo>{}</w:moveTo></w:p>", run("weg"), run("hier")), "hier\n"),
        (with("<w:rPr><w:del/></w:rPr>", "eerste ") + &paragraph("tweede"), "eerste tweede\n"),
        (with("<w:pStyle w:val='Geheim'/>", "geheim") + &paragraph("open"), "open\n"),
        (format!("<w:p><w:r>{hidden}<w:t>geheim</w:t></w:r>{}</w:p>", run("open")), "open\n"),
        (
            format!(
                "<w:p>{}<w:r><w:instrText>IF</w:instrText></w:r>{}{}{}{}{}{}{}{}</w:p>",
                field("begin"),
                field("begin"),
                field("separate"),
                run("binnen"),
                field("end"),
                field("separate"),
                run("uitkomst"),
                field("end"),
                run(" erna")
            ),
            "uitkomst erna\n",
        ),
        (format!("<w:p>{}{}</w:p>", field("begin"), run("x")) + &paragraph("een veld zonder einde"), "een veld zonder einde\n"),
        (
            "<w:p><w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r></w:p>"
                .to_owned(),
            "☒\n",
        ),
        ("<w:p><w:r><w:sym w:font='Wingdings' w:char='F0A8'/><w:sym w:font='Webdings' w:char='F021'/></w:r></w:p>".to_owned(), "☐•\n"),
        (
            format!(
                "<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent><w:p><w:hyperlink>{}</w:hyperlink></w:p></w:sdtContent></w:sdt>",
                run("koppeling")
            ),
            "koppeling\n",
        ),
        (
            format!(
                "<w:p>{}<w:r><mc:AlternateContent><mc:Choice><w:drawing>{content}</w:drawing></mc:Choice>
                <mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{}</w:p>",
                run("voor"),
                run(" na")
            ),
            "voor na\nin het vak\n",
        ),
        (format!("<w:p><w:r><w:pict><v:textbox>{content}</v:textbox></w:pict></w:r></w:p>"), "in het vak\n"),
    ];
    let wrong: Vec<_> =
        table.iter().map(|(body, expected)| (text(body), *expected)).filter(|(got, expected)| got.trim_start() != *expected).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn numbers_of_lists_come_from_paragraphs_and_styles() {
    let style = |style: &str, text: &str| with(&format!("<w:pStyle w:val='{style}'/>"), text);
    let no_number = with("<w:pStyle w:val='Vraag'/><w:numPr><w:numId w:val='0'/></w:numPr>", "Geen vraag");
    let gone = "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>";
    let typed = with("<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>", " Hoe?");
    let empty = "<w:p><w:pPr><w:pStyle w:val='Vraag'/></w:pPr></w:p>";
    let body = style("Vraag", "Wat?") + &style("Deelvraag", "Waar?") + &no_number + gone + &typed + empty + &style("Deelvraag", "Wie?");
    let source = read(&body).expect("a letter");
    assert_eq!(source.text, "Vraag 1: Wat?\n1a) Waar?\nGeen vraag\nVraag 2: Hoe?\nVraag 3:\n3a) Wie?\n");
    assert_eq!(marked(&source, |kind| kind == MarkKind::Number), ["Vraag 1:", "1a)", "Vraag 2:", "Vraag 3:", "3a)"]);
}

#[test]
fn headings_and_typefaces() {
    let bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Vr</w:t></w:r><w:r><w:t xml:space='preserve'> </w:t></w:r><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>aag</w:t></w:r></w:p>";
    let body =
        with("<w:pStyle w:val='Kop2'/>", "Groen") + bold + &with("<w:outlineLvl w:val='3'/>", "Water") + &paragraph("Een gewone zin.");
    let source = read(&body).expect("a letter");
    assert_eq!(source.text, "Groen\nVr aag\n\nWater\nEen gewone zin.\n");
    assert_eq!(marked(&source, |kind| kind == MarkKind::Bold), ["Groen", "Vr aag"]);
    assert_eq!(marked(&source, |kind| kind == MarkKind::Italic), ["aag"]);
    assert_eq!(marked(&source, |kind| kind == MarkKind::Heading(2)), ["Groen"]);
    assert_eq!(marked(&source, |kind| kind == MarkKind::Heading(4)), ["Water"]);
    assert_eq!(marked(&source, |kind| matches!(kind, MarkKind::Size(_))), ["Groen"]);
    assert_eq!(marked(&source, |kind| kind == MarkKind::Paragraph(3)), ["Water"]);
}

#[test]
fn cells_stand_where_they_begin() {
    let cell = |properties: &str, content: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>");
    let inner = format!("<w:tbl><w:tr>{}</w:tr></w:tbl><w:p/>", cell("", &paragraph("binnen")));
    let rows = [
        format!(
            "<w:trPr><w:tblHeader/></w:trPr>{}{}",
            cell("<w:gridSpan w:val='2'/>", &paragraph("Kop")),
            cell("", &paragraph("Antwoord"))
        ),
        format!("<w:trPr><w:del/></w:trPr>{}", cell("", &paragraph("weg"))),
        cell("<w:vMerge w:val='restart'/>", &paragraph("hoog")) + &cell("", "<w:p/>") + &cell("", &inner),
        cell("<w:vMerge/>", &paragraph("vervolg")) + &cell("", &(paragraph("b") + "<w:p/>" + &paragraph("c"))),
    ];
    let table = rows.iter().map(|row| format!("<w:tr>{row}</w:tr>")).collect::<Vec<_>>().concat();
    let source = read(&format!("{}<w:tbl>{table}</w:tbl>{}", paragraph("Voor."), paragraph("Na."))).expect("a letter");
    assert_eq!(source.text, "Voor.\n\nKop\nAntwoord\nhoog\nbinnen\nb\nc\n\nNa.\n");
    let cells = source.marks.iter().filter_map(|mark| match mark.kind {
        MarkKind::Cell(cell) => Some((mark.span.of(&source.text), cell.table, cell.row, cell.column, cell.columns, cell.header)),
        _ => None,
    });
    let expected = [
        ("Kop", 0, 0, 0, 2, true),
        ("Antwoord", 0, 0, 2, 1, true),
        ("hoog", 0, 1, 0, 1, false),
        ("binnen", 1, 0, 0, 1, false),
        ("binnen", 0, 1, 2, 1, false),
        ("b\nc", 0, 2, 1, 1, false),
    ];
    assert_eq!(cells.collect::<Vec<_>>(), expected);
}

#[test]
fn notes_stand_at_the_end_and_margins_around_all() {
    let call = |id: u8, more: &str| format!("<w:r><w:footnoteReference w:id='{id}' {more}/></w:r>");
    let own = "<w:r><w:footnoteReference w:id='3' w:customMarkFollows='1'/><w:t>*</w:t></w:r>";
    let section = "<w:sectPr><w:headerReference w:type='default' r:id='rId7'/><w:footerReference w:type='default' r:id='rId9'/>
        <w:headerReference w:type='first' r:id='rId8'/><w:titlePg/></w:sectPr>";
    let body = format!("<w:p>{}{}{own}{}{}</w:p>{section}", run("Zie"), call(2, ""), run(" en weer"), call(2, ""));
    let source = read(&body).expect("a letter");
    assert_eq!(source.text, "Gemeente Veenrade\n\nZie1* en weer1\n\n1 Zie de nota.\n* Zelf gekozen.\nPostbus 1\n");
    assert_eq!(marked(&source, |kind| kind == MarkKind::Call), ["1", "*", "1"]);
    assert_eq!(marked(&source, |kind| kind == MarkKind::Note), ["1 Zie de nota.", "* Zelf gekozen."]);
    assert_eq!(marked(&source, |kind| kind == MarkKind::Margin), ["Gemeente Veenrade", "Postbus 1"]);
}

#[test]
fn the_text_is_found_where_the_file_says() {
    let document = format!("<document><body>{}</body></document>", "<p><r><t>Antwoord</t></r></p>");
    let start = "<Relationships xmlns='urn:rel'><Relationship Id='a' Type='http://purl.oclc.org/ooxml/x/officeDocument' Target='/deel/brief.xml'/></Relationships>";
    let source = file(&[("_rels/.rels", start), ("deel/brief.xml", &document), ("word/document.xml", "<x/>")], &Limits::default());
    assert_eq!(source.map(|source| source.text), Ok("Antwoord\n".to_owned()));
}

#[test]
fn each_fault_is_told() {
    let limits = Limits { unpacked: 1 << 20, ..Limits::default() };
    let document = |body: &str| format!("<w:document xmlns:w='urn:w'><w:body>{body}</w:body></w:document>");
    let nested = |depth| "<w:p>".repeat(depth) + &"</w:p>".repeat(depth);
    let table: &[(&[(&str, &str)], &str)] = &[
        (&[("foto.jpg", "")], "is an archive, not a Word document"),
        (&[("[Content_Types].xml", "<Types/>")], "is a Word file without its text"),
        (&[("word/document.xml", "<p:presentation xmlns:p='urn:p'/>")], "is no text document"),
        (&[("word/document.xml", &document(""))], "holds no text"),
        (&[("word/document.xml", "<w:document>")], "is damaged: its part word/document.xml cannot be read"),
        (
            &[("word/document.xml", &document(&paragraph("a"))), ("word/styles.xml", "<a>")],
            "is damaged: its part word/styles.xml cannot be read",
        ),
        (&[("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")], "declares codes of its own (a DTD)"),
        (&[("word/document.xml", &document(&nested(511)))], "is built like no letter"),
        (&[("word/document.xml", &document(&" ".repeat(1 << 20)))], "unpacks to more than 1 MiB"),
    ];
    let told = |parts: &[(&str, &str)]| file(parts, &limits).map_or_else(|error| error, |source| source.text);
    let wrong: Vec<_> = table.iter().map(|(parts, what)| (told(parts), what)).filter(|(got, what)| !got.starts_with(**what)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn tables_in_tables_as_deep_as_allowed_are_read() {
    let depth = 160;
    let body = "<w:tbl><w:tr><w:tc>".repeat(depth) + &paragraph("diep") + &"</w:tc></w:tr></w:tbl>".repeat(depth);
    assert_eq!(text(&body).trim(), "diep");
    let boxes =
        "<w:p><w:r><w:pict><w:txbxContent>".repeat(120) + &paragraph("dieper") + &"</w:txbxContent></w:pict></w:r></w:p>".repeat(120);
    assert_eq!(text(&boxes).trim(), "dieper");
}
