//! Word refuses a file whose elements stand in another order than that of the schema (ECMA-376-1, annex A: `xsd:sequence` of each type).

use antwoordmeter::report::Language;
use antwoordmeter::report::annex::docx;
use roxmltree::{Document, Node};

use crate::made_up::{draft, part, parts};

/// The order of the children of the elements that are written; what is not named here may not stand there.
const ORDER: [(&str, &str); 24] = [
    ("document", "body"),
    ("p", "pPr *"),
    ("pPr", "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc outlineLvl rPr"),
    ("rPr", "rStyle rFonts b bCs i iCs color sz szCs highlight u lang"),
    ("r", "rPr *"),
    ("fldSimple", "r"),
    ("tbl", "tblPr tblGrid tr"),
    ("tblPr", "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription"),
    ("tblBorders", "top left bottom right insideH insideV"),
    ("tblCellMar", "top left bottom right"),
    ("tr", "trPr tc"),
    ("tc", "tcPr p"),
    ("tcPr", "tcW gridSpan vMerge tcBorders shd vAlign"),
    ("sectPr", "footerReference type pgSz pgMar"),
    ("inline", "extent effectExtent docPr cNvGraphicFramePr graphic"),
    ("pic", "nvPicPr blipFill spPr"),
    ("nvPicPr", "cNvPr cNvPicPr"),
    ("blipFill", "blip stretch"),
    ("spPr", "xfrm prstGeom"),
    ("docDefaults", "rPrDefault pPrDefault"),
    ("style", "name basedOn next link uiPriority semiHidden qFormat pPr rPr tblPr"),
    ("lvl", "start numFmt pStyle lvlText lvlJc pPr rPr"),
    ("settings", "defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator"),
    ("abstractNum", "multiLevelType lvl"),
];

/// Elements that stand out of order, as `parent: child`.
fn misplaced(xml: &str) -> Vec<String> {
    let tree = Document::parse(xml).expect("XML");
    let mut wrong = Vec::new();
    for node in tree.descendants().filter(Node::is_element) {
        let Some((_, order)) = ORDER.iter().find(|(name, _)| *name == node.tag_name().name()) else { continue };
        let order: Vec<&str> = order.split(' ').collect();
        let mut at = 0;
        for child in node.children().filter(Node::is_element) {
            let name = child.tag_name().name();
            match order.iter().position(|own| *own == name).or_else(|| order.iter().position(|own| *own == "*")) {
                Some(place) if place >= at => at = place,
                _ => wrong.push(format!("{}: {name}", node.tag_name().name())),
            }
        }
    }
    wrong
}

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    let bytes = docx(&draft(Language::English)).expect("a Word file");
    for (name, bytes) in parts(&bytes).iter().filter(|(name, _)| name.starts_with("word/") && !name.starts_with("word/media/")) {
        assert_eq!(misplaced(std::str::from_utf8(bytes).expect("UTF-8")), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn the_check_sees_what_is_out_of_order() {
    assert_eq!(misplaced("<p><r/><pPr><jc/><keepNext/></pPr></p>"), ["p: pPr", "pPr: keepNext"]);
    assert_eq!(misplaced("<tcPr><foo/></tcPr>"), ["tcPr: foo"]);
}

/// A body and a cell end in what the schema asks for, and a picture has a number of its own.
#[test]
fn a_cell_has_a_paragraph_and_the_page_comes_last() {
    let bytes = docx(&draft(Language::Dutch)).expect("a Word file");
    let document = part(&bytes, "word/document.xml");
    let tree = Document::parse(&document).expect("XML");
    let cells: Vec<_> = tree.descendants().filter(|node| node.tag_name().name() == "tc").collect();
    assert!(cells.len() == 43 * 3 && cells.iter().all(|cell| cell.last_element_child().is_some_and(|last| last.tag_name().name() == "p")));
    let body = tree.root_element().first_element_child().expect("a body");
    assert_eq!(body.last_element_child().map(|last| last.tag_name().name()), Some("sectPr"));
}
