//! Small LibreOffice files, written here, and what is read in them.

use std::path::Path;

use crate::source::archive::tests::zipped;
use crate::source::{Limits, MarkKind, Source};

use super::odt;

/// Every prefix that the fixtures use.
const NAMESPACES: &str =
    "xmlns:office='urn:o' xmlns:text='urn:t' xmlns:table='urn:ta' xmlns:style='urn:s' xmlns:draw='urn:d' xmlns:fo='urn:f'";

const STYLES: &str =
    "<office:styles><style:default-style style:family='paragraph'><style:text-properties fo:font-size='12pt'/></style:default-style>
    <style:style style:family='paragraph' style:name='Kop'><style:text-properties fo:font-size='16pt' fo:font-weight='bold'/></style:style>
    <text:outline-style style:name='Outline'><text:outline-level-style text:level='1' style:num-format='A' style:num-suffix='.'/>
    <text:outline-level-style text:level='2' style:num-format=''/></text:outline-style></office:styles>";

const AUTOMATIC: &str = "<office:automatic-styles>
    <style:style style:family='text' style:name='T1'><style:text-properties fo:font-weight='bold'/></style:style>
    <style:style style:family='text' style:name='T2'><style:text-properties text:display='none'/></style:style>
    <style:style style:family='text' style:name='T3'><style:text-properties style:font-name='Wingdings'/></style:style>
    <style:style style:family='paragraph' style:name='P1' style:list-style-name=''/>
    <style:style style:family='section' style:name='S1'><style:section-properties text:display='none'/></style:style>
    <text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>
    <text:list-level-style-number text:level='2' style:num-format='a' style:num-suffix=')'/></text:list-style></office:automatic-styles>";

const PAGES: &str = "<office:master-styles><style:master-page style:name='Standard' style:next-style-name='Vervolg'>
    <style:header><text:p>Gemeente Veenrade, blad <text:page-number>1</text:page-number></text:p></style:header>
    <style:header-left style:display='false'><text:p>Links</text:p></style:header-left><style:footer><text:p>Postbus 1</text:p></style:footer></style:master-page>
    <style:master-page style:name='Vervolg'><style:header><text:p>Gemeente Veenrade, blad <text:page-number>2</text:page-number></text:p></style:header></style:master-page>
    <style:master-page style:name='Envelop'><style:header><text:p>Afzender</text:p></style:header></style:master-page></office:master-styles>";

/// The source of a file with this text, and pages with headers when asked for.
fn read(text: &str, pages: &str) -> Result<Source, String> {
    let content = format!(
        "<office:document-content {NAMESPACES}>{AUTOMATIC}<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    );
    let styles = format!("<office:document-styles {NAMESPACES}>{STYLES}{pages}</office:document-styles>");
    file(&zipped(&[("content.xml", &content), ("styles.xml", &styles)]), &Limits::default())
}

fn file(bytes: &[u8], limits: &Limits) -> Result<Source, String> {
    odt(Path::new("brief.odt"), "brief", bytes, limits).map_err(|error| error.what)
}

fn paragraph(text: &str) -> String {
    format!("<text:p>{text}</text:p>")
}

/// An item of a list, with attributes.
fn item(more: &str, content: &str) -> String {
    format!("<text:list-item {more}>{content}</text:list-item>")
}

/// The stretches of text with marks of one kind.
fn marked(source: &Source, wanted: impl Fn(MarkKind) -> bool) -> Vec<&str> {
    source.marks.iter().filter(|mark| wanted(mark.kind)).map(|mark| mark.span.of(&source.text)).collect()
}

#[test]
fn what_a_reader_sees_is_read_and_nothing_else() {
    let tracked =
        "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion><text:p>weg</text:p></text:deletion></text:changed-region>
        <text:changed-region text:id='c2'><text:insertion/></text:changed-region></text:tracked-changes>";
    let mark = |kind: &str, id: &str| format!("<text:change-{kind} text:change-id='{id}'/>");
    let table: &[(String, &str)] = &[
        (paragraph("een") + &paragraph("") + &paragraph("twee"), "een\n\ntwee\n"),
        (
            paragraph("\n  veel\n   wit <text:span> hier </text:span> <text:s text:c='3'/>x<text:tab/>y<text:line-break/> z"),
            "veel wit hier    x\ty\nz\n",
        ),
        (paragraph("<text:s text:c='999999999'/>x<text:soft-page-break/>y\u{AD}z"), &(" ".repeat(100) + "xyz\n")),
        (paragraph("a<office:annotation><text:p>opmerking</text:p></office:annotation>b"), "ab\n"),
        (
            paragraph(
                "a<text:span text:style-name='T2'>geheim</text:span><text:hidden-text text:is-hidden='true'>geheim</text:hidden-text>b",
            ),
            "ab\n",
        ),
        (paragraph("<text:hidden-paragraph text:is-hidden='true'/>geheim") + &paragraph("open"), "open\n"),
        (format!("<text:section text:style-name='S1'>{}</text:section>{}", paragraph("geheim"), paragraph("open")), "open\n"),
        (paragraph("<text:span text:style-name='T3'>\u{F0FE}</text:span><text:a>koppeling</text:a>"), "☑koppeling\n"),
        (
            format!(
                "{tracked}{}",
                paragraph(&format!("a{}weg{}b{}erbij{}", mark("start", "c1"), mark("end", "c1"), mark("start", "c2"), mark("end", "c2")))
            ),
            "aberbij\n",
        ),
        (
            format!(
                "{tracked}{}{}{}",
                paragraph(&format!("een{}weg", mark("start", "c1"))),
                paragraph("weg"),
                paragraph(&format!("weg{}twee", mark("end", "c1")))
            ),
            "eentwee\n",
        ),
        (
            paragraph("voor <draw:frame><draw:text-box><text:p>in het vak</text:p></draw:text-box></draw:frame>na")
                + &paragraph("<draw:custom-shape><text:p>in de vorm</text:p></draw:custom-shape>"),
            "voor na\nin het vak\n\nin de vorm\n",
        ),
    ];
    let text = |body: &str| read(body, "").map_or_else(|error| error, |source| source.text);
    let wrong: Vec<_> = table.iter().map(|(body, expected)| (text(body), *expected)).filter(|(got, expected)| got != expected).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn numbers_of_lists_and_headings() {
    let inner = format!("<text:list>{}{}</text:list>", item("", &paragraph("aa")), item("", &paragraph("bb")));
    let header = format!("<text:list-header>{}</text:list-header>", paragraph("zonder"));
    let first = format!(
        "<text:list text:style-name='L1'>{header}{}{}</text:list>",
        item("", &(paragraph("een") + &paragraph("vervolg") + &inner)),
        item("text:start-value='7'", &(paragraph("zeven") + &format!("<text:list>{}</text:list>", item("", &paragraph("ee")))))
    );
    let deeper = item("", &format!("<text:list>{}</text:list>", item("", &paragraph("ff"))));
    let twice = item("", &(paragraph("acht") + &inner + &inner));
    let next = |content: &str| format!("<text:list text:style-name='L1' text:continue-numbering='true'>{content}</text:list>");
    let next = paragraph("tussen") + &next(&deeper) + &next(&twice);
    let headings = "<text:h text:outline-level='1'>Groen</text:h><text:h text:outline-level='2'>Bomen</text:h><text:h text:style-name='P1'>Los</text:h><text:h>Water</text:h>";
    let source = read(&(first + &next + headings), "").expect("a letter");
    assert_eq!(
        source.text,
        "zonder\n1. een\nvervolg\na) aa\nb) bb\n7. zeven\na) ee\ntussen\nb) ff\n8. acht\na) aa\nb) bb\na) aa\nb) bb\n\nA. Groen\n\nBomen\n\nLos\n\nB. Water\n"
    );
    assert_eq!(
        marked(&source, |kind| kind == MarkKind::Number),
        ["1.", "a)", "b)", "7.", "a)", "b)", "8.", "a)", "b)", "a)", "b)", "A.", "B."]
    );
    assert_eq!(marked(&source, |kind| kind == MarkKind::Heading(1)), ["A. Groen", "Los", "B. Water"]);
}

#[test]
fn typefaces_and_notes() {
    let note = |class: &str, sign: &str, text: &str| {
        format!(
            "<text:note text:note-class='{class}'><text:note-citation>{sign}</text:note-citation><text:note-body><text:p> {text}</text:p></text:note-body></text:note>"
        )
    };
    let text = format!(
        "<text:p text:style-name='Kop'>Brief</text:p>{}",
        paragraph(&format!(
            "Een <text:span text:style-name='T1'>vet</text:span> woord{} en{} meer.",
            note("endnote", "i", "Achteraan."),
            note("footnote", "1", "Onderaan.")
        ))
    );
    let source = read(&text, "").expect("a letter");
    assert_eq!(source.text, "Brief\nEen vet woordi en1 meer.\n\n1 Onderaan.\ni Achteraan.\n");
    assert_eq!(marked(&source, |kind| kind == MarkKind::Bold), ["Brief", "vet"]);
    assert_eq!(marked(&source, |kind| matches!(kind, MarkKind::Size(percent) if percent > 100)), ["Brief"]);
    assert_eq!(marked(&source, |kind| kind == MarkKind::Call), ["i", "1"]);
    assert_eq!(marked(&source, |kind| kind == MarkKind::Note), ["1 Onderaan.", "i Achteraan."]);
}

#[test]
fn cells_stand_where_they_begin_and_repeats_are_bounded() {
    let cell = |more: &str, text: &str| format!("<table:table-cell {more}>{}</table:table-cell>", paragraph(text));
    let rows = format!(
        "<table:table-header-rows><table:table-row>{}<table:covered-table-cell/>{}</table:table-row></table:table-header-rows>
        <table:table-row table:number-rows-repeated='4000000000'><table:table-cell table:number-columns-repeated='4000000000'/></table:table-row>
        <table:table-row><table:table-cell table:number-columns-repeated='2'/>{}{}</table:table-row>",
        cell("table:number-columns-spanned='2'", "Kop"),
        cell("", "Antwoord"),
        cell("table:number-columns-repeated='2'", "x"),
        cell("", "y")
    );
    let source = read(&format!("{}<table:table>{rows}</table:table>{}", paragraph("Voor."), paragraph("Na.")), "").expect("a letter");
    assert_eq!(source.text, "Voor.\n\nKop\nAntwoord\nx\nx\ny\n\nNa.\n");
    let cells = source.marks.iter().filter_map(|mark| match mark.kind {
        MarkKind::Cell(cell) => Some((mark.span.of(&source.text), cell.column, cell.columns, cell.header)),
        _ => None,
    });
    assert_eq!(
        cells.collect::<Vec<_>>(),
        [("Kop", 0, 2, true), ("Antwoord", 2, 1, true), ("x", 2, 1, false), ("x", 3, 1, false), ("y", 4, 1, false)]
    );
}

#[test]
fn margins_of_the_pages_that_are_used() {
    let source = read(&paragraph("Antwoord"), PAGES).expect("a letter");
    assert_eq!(source.text, "Gemeente Veenrade, blad 1\n\nAntwoord\nPostbus 1\n");
    assert_eq!(marked(&source, |kind| kind == MarkKind::Margin), ["Gemeente Veenrade, blad 1", "Postbus 1"]);
}

#[test]
fn a_flat_file_is_read_too() {
    let flat = format!(
        "<?xml version='1.0'?><office:document {NAMESPACES}>{STYLES}{PAGES}<office:body><office:text><text:h>Kop</text:h></office:text></office:body></office:document>"
    );
    assert_eq!(
        file(flat.as_bytes(), &Limits::default()).map(|source| source.text),
        Ok("Gemeente Veenrade, blad 1\n\nA. Kop\nPostbus 1\n".to_owned())
    );
}

#[test]
fn each_fault_is_told() {
    let sheet = "<a><body><spreadsheet/></body></a>";
    let manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let table: &[(&[(&str, &str)], &str)] = &[
        (&[("foto.jpg", "")], "is an archive, not a LibreOffice document"),
        (&[("META-INF/manifest.xml", "<manifest/>")], "is a LibreOffice file without its text"),
        (&[("META-INF/manifest.xml", manifest), ("content.xml", "\u{1}")], "is protected with a password"),
        (&[("encrypted-package", "")], "is protected with a password"),
        (&[("content.xml", sheet)], "is no text document"),
        (&[("content.xml", "<a><body>")], "is damaged: its part content.xml cannot be read"),
        (&[("content.xml", "<!DOCTYPE a><a/>")], "declares codes of its own (a DTD)"),
        (&[("content.xml", &"<a>".repeat(513))], "is built like no letter"),
        (&[("content.xml", "<a><body><text/></body></a>")], "holds no text"),
    ];
    let told = |parts: &[(&str, &str)]| file(&zipped(parts), &Limits::default()).map_or_else(|error| error, |source| source.text);
    let wrong: Vec<_> = table.iter().map(|(parts, what)| (told(parts), what)).filter(|(got, what)| !got.starts_with(**what)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn lists_in_lists_as_deep_as_allowed_are_read() {
    let text = "<text:list><text:list-item>".repeat(250) + &paragraph("diep") + &"</text:list-item></text:list>".repeat(250);
    assert_eq!(read(&text, "").map(|source| source.text), Ok("diep\n".to_owned()));
}
