//! What stands in the parts of a document.

use std::collections::BTreeSet;
use std::fs;

use antwoordmeter::report::Language;
use antwoordmeter::report::annex::{Draft, docx, odt};
use antwoordmeter::source::{self, Limits};
use roxmltree::{Document, Node};

use crate::made_up::{ALT, HOSTILE, draft, part, parts};

fn both(language: Language) -> [(&'static str, Vec<u8>); 2] {
    let draft = draft(language);
    [("docx", docx(&draft).expect("a Word file")), ("odt", odt(&draft).expect("a LibreOffice file"))]
}

/// An attribute by its name without prefix.
fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The values of an attribute of all elements of a name, in order.
fn values(xml: &str, element: &str, name: &str) -> Vec<String> {
    let tree = Document::parse(xml).expect("XML");
    let nodes = tree.descendants().filter(|node| node.is_element() && node.tag_name().name() == element);
    nodes.filter_map(|node| attribute(node, name).map(ToOwned::to_owned)).collect()
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    assert_eq!(both(Language::Dutch), both(Language::Dutch));
    assert_ne!(both(Language::Dutch)[0].1, both(Language::English)[0].1);
}

#[test]
fn every_part_is_xml_and_is_named_where_it_has_to_be() {
    for (ending, bytes) in both(Language::Dutch) {
        let parts = parts(&bytes);
        let all =
            String::from_utf8_lossy(&parts[if ending == "docx" { "[Content_Types].xml" } else { "META-INF/manifest.xml" }]).into_owned();
        for (name, bytes) in &parts {
            let end = name.rsplit('.').next().unwrap_or_default();
            if ["xml", "rels", "svg"].contains(&end) {
                let read = Document::parse(std::str::from_utf8(bytes).expect("UTF-8"));
                assert!(read.is_ok(), "{ending}, {name}: {read:?}");
            }
            let listed = all.contains(&format!("/{name}\""))
                || all.contains(&format!("\"{name}\""))
                || all.contains(&format!("Extension=\"{end}\""));
            assert!(listed || name == "mimetype" || name.starts_with('[') || name.starts_with("META"), "{ending}: {name} is not listed");
        }
    }
}

#[test]
fn a_libreoffice_file_begins_with_its_kind() {
    let [_, (_, bytes)] = both(Language::Dutch);
    assert_eq!(&bytes[30..38], b"mimetype");
    assert_eq!(&bytes[38..77], b"application/vnd.oasis.opendocument.text");
}

#[test]
fn every_relationship_leads_to_a_part_and_is_used() {
    let [(_, bytes), _] = both(Language::Dutch);
    let document = part(&bytes, "word/document.xml");
    let relationships = part(&bytes, "word/_rels/document.xml.rels");
    let targets = values(&relationships, "Relationship", "Target");
    assert!(targets.iter().all(|target| parts(&bytes).contains_key(&format!("word/{target}"))), "{targets:?}");
    let ids: BTreeSet<_> = values(&relationships, "Relationship", "Id").into_iter().collect();
    let embedded = [values(&document, "blip", "embed"), values(&document, "svgBlip", "embed"), values(&document, "footerReference", "id")];
    assert!(embedded.iter().flatten().all(|id| ids.contains(id)), "{embedded:?} {ids:?}");
    assert_eq!(embedded.map(|list| list.len()), [1, 1, 1]);
}

#[test]
fn word_gets_its_own_styles() {
    let [(_, bytes), _] = both(Language::Dutch);
    let styles = part(&bytes, "word/styles.xml");
    let names = values(&styles, "name", "val");
    for name in
        ["Normal", "Title", "heading 1", "heading 2", "heading 3", "caption", "Quote", "Table Grid", "List Bullet", "footer", "Strong"]
    {
        assert!(names.iter().any(|own| own == name), "{name} is missing");
    }
    let ids: BTreeSet<_> = values(&styles, "style", "styleId").into_iter().collect();
    let document = part(&bytes, "word/document.xml");
    let used = ["pStyle", "rStyle", "tblStyle"].map(|element| values(&document, element, "val"));
    assert!(used.iter().flatten().all(|id| ids.contains(id)), "{used:?}");
    assert_eq!(used[0][..4], ["Title", "Heading1", "Caption", "Heading2"].map(ToOwned::to_owned));
    assert!(used[1].contains(&"Marked".to_owned()) && used[2] == ["TableGrid"]);
}

#[test]
fn libreoffice_gets_its_own_styles() {
    let [_, (_, bytes)] = both(Language::Dutch);
    let (styles, content) = (part(&bytes, "styles.xml"), part(&bytes, "content.xml"));
    let names: BTreeSet<_> = values(&styles, "style", "name").into_iter().chain(values(&content, "style", "name")).collect();
    let used: BTreeSet<_> = ["p", "h", "span", "table", "table-column", "table-row", "table-cell", "frame"]
        .into_iter()
        .flat_map(|element| values(&content, element, "style-name"))
        .collect();
    assert!(used.is_subset(&names), "{:?}", used.difference(&names));
    for name in ["Title", "Heading_20_1", "Table", "Figure", "Quotations", "Table_20_Contents", "Table_20_Heading", "Text_20_body"] {
        assert!(used.contains(name), "{name} is not used");
    }
    assert_eq!(values(&content, "h", "outline-level"), ["1", "2", "3"]);
}

#[test]
fn the_header_row_says_so_and_numbers_are_at_the_right() {
    let [(_, word), (_, libre)] = both(Language::Dutch);
    let word = part(&word, "word/document.xml");
    let tree = Document::parse(&word).expect("XML");
    let rows: Vec<_> = tree.descendants().filter(|node| node.tag_name().name() == "tr").collect();
    let heads = |row: &Node<'_, '_>| row.descendants().any(|node| node.tag_name().name() == "tblHeader");
    assert!(rows.len() == 43 && heads(&rows[0]) && !rows[1..].iter().any(heads));
    let aligned =
        |cell: Node<'_, '_>| cell.descendants().any(|node| node.tag_name().name() == "jc" && attribute(node, "val") == Some("right"));
    let cells = rows[1].children().filter(|node| node.tag_name().name() == "tc").map(aligned).collect::<Vec<_>>();
    assert_eq!(cells, [false, true, true]);
    let libre = part(&libre, "content.xml");
    let tree = Document::parse(&libre).expect("XML");
    let head = tree.descendants().find(|node| node.tag_name().name() == "table-header-rows").expect("a header");
    assert_eq!(head.descendants().filter(|node| node.tag_name().name() == "table-cell").count(), 3);
    assert_eq!(values(&libre, "p", "style-name").iter().filter(|style| *style == "Number").count(), 84);
}

#[test]
fn a_picture_says_what_it_shows() {
    let [(_, word), (_, libre)] = both(Language::Dutch);
    let word = part(&word, "word/document.xml");
    assert_eq!(values(&word, "docPr", "descr"), [ALT]);
    assert_eq!(values(&word, "docPr", "title"), ["Antwoorden per thema"]);
    assert_eq!(values(&word, "extent", "cx"), ["5760000"]);
    let libre = part(&libre, "content.xml");
    let tree = Document::parse(&libre).expect("XML");
    let frame = tree.descendants().find(|node| node.tag_name().name() == "frame").expect("a frame");
    let told = |name: &str| frame.children().find(|node| node.tag_name().name() == name).and_then(|node| node.text());
    assert_eq!((told("title"), told("desc")), (Some("Antwoorden per thema"), Some(ALT)));
}

#[test]
fn the_language_is_that_of_the_draft_and_quotations_keep_theirs() {
    for (language, code, short) in [(Language::Dutch, "nl-NL", "nl"), (Language::English, "en-GB", "en")] {
        let [(_, word), (_, libre)] = both(language);
        assert_eq!(values(&part(&word, "word/styles.xml"), "lang", "val"), [code]);
        let foreign = values(&part(&word, "word/document.xml"), "lang", "val");
        assert_eq!(foreign.len(), if language == Language::English { 5 } else { 0 });
        assert!(part(&word, "docProps/core.xml").contains(&format!("<dc:language>{code}</dc:language>")));
        assert!(part(&libre, "styles.xml").contains(&format!("fo:language=\"{short}\"")));
        let spans = values(&part(&libre, "content.xml"), "span", "style-name");
        assert_eq!(spans.iter().filter(|style| *style == "nl-NL").count(), foreign.len());
    }
}

#[test]
fn the_title_is_in_the_properties_and_pages_are_numbered() {
    let [(_, word), (_, libre)] = both(Language::Dutch);
    let title = "<dc:title>Bijlage: wat de antwoorden doen</dc:title>";
    assert!(part(&word, "docProps/core.xml").contains(title) && part(&libre, "meta.xml").contains(title));
    assert_eq!(values(&part(&word, "word/footer.xml"), "fldSimple", "instr"), [" PAGE ", " NUMPAGES "]);
    let styles = part(&libre, "styles.xml");
    assert!(styles.contains("<text:page-number") && styles.contains("<text:page-count>"));
    assert!(styles.contains("Brief van 12 maart 2024 &lt;kenmerk 7&gt;"));
}

/// Both formats are read by the program itself: the words on the page are those of the draft. Reading leaves out what joins or
/// parts letters without being seen, and makes one kind of hyphen.
#[test]
fn hostile_words_come_out_as_they_went_in() {
    let folder = tempfile::tempdir().expect("a folder");
    for (ending, bytes) in both(Language::Dutch) {
        let path = folder.path().join(format!("bijlage.{ending}"));
        fs::write(&path, bytes).expect("a file");
        let text = source::read(&path, "bijlage", &Limits::default()).expect("a letter").text;
        let plain =
            |text: &str| text.replace(['\u{AD}', '\u{200D}'], "").replace('\u{2011}', "-").split_whitespace().collect::<Vec<_>>().join(" ");
        let expected = plain(&HOSTILE.replace(['\u{0}', '\u{B}'], "\u{FFFD}"));
        assert_eq!(plain(&text).matches(&expected).count(), 3, "{ending}: {text}");
        assert!(plain(&text).contains("De aantallen staan straks in het jaarverslag 2024, dat in mei uitkomt. [...]"), "{ending}: {text}");
        assert!(text.contains("nieuwe   regel") || ending == "odt", "{ending}: blanks are kept");
    }
}

#[test]
fn an_empty_draft_is_a_document_too() {
    let empty = Draft::default();
    for bytes in [docx(&empty), odt(&empty)] {
        assert!(parts(&bytes.expect("a file")).len() >= 5);
    }
}
