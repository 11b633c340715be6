//! Whole files: written here, read back.

use std::fmt::Write;
use std::path::Path;

use super::pdf;
use crate::source::{Limits, MarkKind, Source};

/// Where text stands: from the left, from the bottom, its size, its font (`R`, `B`, `I`), the text.
type Shown<'t> = (f32, f32, f32, char, &'t str);

/// Objects numbered from 1 as a file.
fn file(objects: &[String]) -> Vec<u8> {
    let mut file = String::from("%PDF-1.7\n");
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(file.len());
        let _ = write!(file, "{number} 0 obj\n{object}\nendobj\n");
    }
    let begin = file.len();
    let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        let _ = writeln!(file, "{place:010} 00000 n ");
    }
    let _ = write!(file, "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{begin}\n%%EOF\n", objects.len() + 1);
    file.into_bytes()
}

fn stream(entries: &str, data: &str) -> String {
    format!("<<{entries}/Length {}>>stream\n{data}\nendstream", data.len())
}

fn shown((x, y, size, font, text): &Shown) -> String {
    // Octal for what is not ASCII; the fonts are encoded as WinAnsi.
    let text: String = text.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("\\{:03o}", c as u32) }).collect();
    format!("BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET\n")
}

/// A file of pages: their contents, and what else a page's dictionary says.
fn paged(pages: &[(String, String)], catalog: &str, more: &[String]) -> Vec<u8> {
    let first = 6;
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", first + 2 * page)).collect();
    let kids = kids.join(" ");
    let font = |name: &str| format!("<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>");
    let mut objects = vec![
        format!("<</Type/Catalog/Pages 2 0 R{catalog}>>"),
        format!("<</Type/Pages/Count {}/Kids[{kids}]/MediaBox[0 0 595 842]/Resources<</Font<</R 3 0 R/B 4 0 R/I 5 0 R>>>>>>", pages.len()),
        font("Helvetica"),
        font("Helvetica-Bold"),
        font("Helvetica-Oblique"),
    ];
    for (page, (content, entries)) in pages.iter().enumerate() {
        objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R{entries}>>", first + 2 * page + 1));
        objects.push(stream("", content));
    }
    objects.extend_from_slice(more);
    file(&objects)
}

fn plain(pages: &[&[Shown]]) -> Vec<u8> {
    let pages: Vec<(String, String)> = pages.iter().map(|page| (page.iter().map(shown).collect(), String::new())).collect();
    paged(&pages, "", &[])
}

fn read(bytes: &[u8]) -> Source {
    pdf(Path::new("brief.pdf"), "brief", bytes, &Limits::default()).unwrap_or_else(|error| panic!("{error}"))
}

fn fault(bytes: &[u8], limits: &Limits) -> String {
    pdf(Path::new("brief.pdf"), "brief", bytes, limits).map_or_else(|error| error.what, |source| source.text)
}

fn marked(source: &Source, wanted: impl Fn(MarkKind) -> bool) -> Vec<&str> {
    source.marks.iter().filter(|mark| wanted(mark.kind)).map(|mark| mark.span.of(&source.text)).collect()
}

fn cells(source: &Source) -> Vec<String> {
    let cells = source.marks.iter().filter_map(|mark| match mark.kind {
        MarkKind::Cell(cell) => Some(format!("{}.{} {}", cell.row, cell.column, mark.span.of(&source.text).replace('\n', " / "))),
        _ => None,
    });
    cells.collect()
}

#[test]
fn a_letter_of_two_pages() {
    let first: &[Shown] = &[
        (70.0, 760.0, 11.0, 'R', "Geachte leden,"),
        (70.0, 730.0, 11.0, 'B', "Vraag 1"),
        (70.0, 716.0, 11.0, 'I', "Hoeveel caf\u{e9}s zijn er?"),
        (70.0, 690.0, 11.0, 'R', "Er zijn twaalf caf\u{e9}s. Een overzicht ervan vindt u in de nota over de horeca en"),
        (70.0, 676.0, 11.0, 'R', "de detailhandel, die wij u in het voorjaar hebben gestuurd. Over de openings-"),
        (70.0, 50.0, 8.0, 'R', "Gemeente Voorbeeld"),
        (480.0, 50.0, 8.0, 'R', "blad 1 van 2"),
    ];
    let second: &[Shown] = &[
        (70.0, 760.0, 11.0, 'R', "tijden en de sluitings- en schenktijden gaat de nota niet."),
        (70.0, 50.0, 8.0, 'R', "Gemeente Voorbeeld"),
        (480.0, 50.0, 8.0, 'R', "blad 2 van 2"),
    ];
    let source = read(&plain(&[first, second]));
    let text = "Geachte leden,\n\nVraag 1\nHoeveel caf\u{e9}s zijn er?\n\nEr zijn twaalf caf\u{e9}s. Een overzicht ervan vindt u in de nota over de horeca en\n\
                de detailhandel, die wij u in het voorjaar hebben gestuurd. Over de openingstijden\n\
                Gemeente Voorbeeld\tblad 1 van 2\nen de sluitings- en schenktijden gaat de nota niet.\nGemeente Voorbeeld\tblad 2 van 2\n";
    assert_eq!(source.text, text);
    assert_eq!(marked(&source, |kind| kind == MarkKind::Bold), ["Vraag 1"]);
    assert_eq!(marked(&source, |kind| kind == MarkKind::Italic), ["Hoeveel caf\u{e9}s zijn er?"]);
    let margins = ["Gemeente Voorbeeld\tblad 1 van 2", "Gemeente Voorbeeld\tblad 2 van 2"];
    assert_eq!(marked(&source, |kind| kind == MarkKind::Margin), margins);
    assert_eq!(marked(&source, |kind| kind == MarkKind::Size(73)), margins);
    let pages = marked(&source, |kind| matches!(kind, MarkKind::Page(_)));
    assert!(pages[0].ends_with("blad 1 van 2") && pages[1].starts_with("en de sluitings-"), "{pages:?}");
}

#[test]
fn a_footnote_and_its_mark() {
    let page: &[Shown] = &[
        (70.0, 760.0, 11.0, 'R', "De cijfers staan in de tabel hieronder, die van de dienst komt."),
        (368.5, 764.0, 6.0, 'R', "1"),
        (70.0, 746.0, 11.0, 'R', "Het terrein is 40 m"),
        (160.0, 750.0, 6.0, 'R', "2"),
        (163.5, 746.0, 11.0, 'R', " groot, meer niet."),
        (70.0, 100.0, 6.0, 'R', "1"),
        (76.0, 97.0, 9.0, 'R', "Zonder de wijk Oost."),
    ];
    let source = read(&plain(&[page]));
    assert_eq!(marked(&source, |kind| kind == MarkKind::Call), ["1"]);
    assert_eq!(marked(&source, |kind| kind == MarkKind::Note), ["1 Zonder de wijk Oost."]);
    assert!(source.text.contains("komt.1\nHet terrein is 40 m2 groot"), "{}", source.text);
}

/// The drawn lines of a table of three columns with these row edges.
fn grid(edges: &[f32]) -> String {
    let (top, bottom) = (edges[0], edges[edges.len() - 1]);
    let level = edges.iter().map(|y| format!("60 {y} m 500 {y} l S\n"));
    let upright = [60.0, 100.0, 300.0, 500.0].map(|x| format!("{x} {bottom} m {x} {top} l S\n"));
    level.chain(upright).collect()
}

#[test]
fn a_ruled_table_over_two_pages() {
    let head = |y: f32| -> [Shown; 3] { [(65.0, y, 10.0, 'B', "Nr."), (105.0, y, 10.0, 'B', "Vraag"), (305.0, y, 10.0, 'B', "Antwoord")] };
    let first = [
        &head(700.0)[..],
        &[
            (65.0, 680.0, 10.0, 'R', "1"),
            (105.0, 680.0, 10.0, 'R', "Hoeveel bomen staan er in"),
            (105.0, 668.0, 10.0, 'R', "het park?"),
            (305.0, 680.0, 10.0, 'R', "Driehonderd."),
            (65.0, 650.0, 10.0, 'R', "2"),
            (105.0, 650.0, 10.0, 'R', "Wat heeft de telling"),
            (305.0, 650.0, 10.0, 'R', "Dat staat in de nota."),
        ],
    ]
    .concat();
    let second = [
        &head(800.0)[..],
        &[
            (105.0, 780.0, 10.0, 'R', "gekost?"),
            (65.0, 760.0, 10.0, 'R', "3"),
            (105.0, 760.0, 10.0, 'R', "Door wie?"),
            (305.0, 760.0, 10.0, 'R', "De dienst."),
        ],
    ]
    .concat();
    let page = |lines: &[Shown], edges: &[f32]| (lines.iter().map(shown).collect::<String>() + &grid(edges), String::new());
    let source = read(&paged(&[page(&first, &[712.0, 692.0, 662.0, 640.0]), page(&second, &[812.0, 792.0, 772.0, 752.0])], "", &[]));
    let wanted = [
        "0.0 Nr.",
        "0.1 Vraag",
        "0.2 Antwoord",
        "1.0 1",
        "1.1 Hoeveel bomen staan er in / het park?",
        "1.2 Driehonderd.",
        "2.0 2",
        "2.1 Wat heeft de telling / gekost?",
        "2.2 Dat staat in de nota.",
        "3.0 3",
        "3.1 Door wie?",
        "3.2 De dienst.",
    ];
    assert_eq!(cells(&source), wanted);
    assert_eq!(marked(&source, |kind| kind == MarkKind::Margin), ["Nr. Vraag\tAntwoord"]);
}

#[test]
fn a_tagged_file() {
    let parts: [(&str, Shown); 7] = [
        ("H1", (70.0, 760.0, 11.0, 'B', "Groen")),
        ("TD", (70.0, 700.0, 11.0, 'R', "1")),
        ("TD", (120.0, 700.0, 11.0, 'R', "Fractie")),
        ("TD", (250.0, 700.0, 11.0, 'R', "Waarom?")),
        ("TD", (70.0, 680.0, 11.0, 'R', "2")),
        ("TD", (250.0, 680.0, 11.0, 'R', "Wanneer?")),
        ("P", (70.0, 600.0, 11.0, 'R', "Dat laten wij u weten op www.")),
    ];
    let within = |kind: &str, id: usize, text: &Shown| format!("/{kind} <</MCID {id}>> BDC\n{}EMC\n", shown(text));
    let mut content: Vec<String> = parts.iter().enumerate().map(|(id, (kind, text))| within(kind, id, text)).collect();
    content.push(within("Span", 7, &(216.8, 600.0, 11.0, 'R', "-")));
    content.push(within("P", 8, &(70.0, 586.0, 11.0, 'R', "voorbeeld.nl.")));
    content.push(format!("/Artifact BMC\n{}EMC\n", shown(&(70.0, 40.0, 11.0, 'R', "Gemeente Voorbeeld"))));
    // Objects 1 to 7 are the page; from 8 on the structure.
    let element =
        |kind: &str, parent: u32, kids: &str, more: &str| format!("<</Type/StructElem/S/{kind}/P {parent} 0 R/Pg 6 0 R/K[{kids}]{more}>>");
    let more = [
        "<</Type/StructTreeRoot/K 9 0 R/ParentTree 20 0 R>>".to_owned(),
        element("Document", 8, "10 0 R 11 0 R 18 0 R", ""),
        element("H1", 9, "0", ""),
        element("Table", 9, "12 0 R 13 0 R", ""),
        element("TR", 11, "14 0 R 15 0 R 16 0 R", ""),
        element("TR", 11, "17 0 R 21 0 R", ""),
        element("TD", 12, "1", ""),
        element("TD", 12, "2", ""),
        element("TD", 12, "3", ""),
        element("TD", 13, "4", ""),
        element("P", 9, "6 19 0 R 8", ""),
        element("Span", 18, "7", "/ActualText<FEFF00AD>"),
        "<</Nums[0[10 0 R 14 0 R 15 0 R 16 0 R 17 0 R 21 0 R 18 0 R 19 0 R 18 0 R]]>>".to_owned(),
        element("TD", 13, "5", ""),
    ];
    let source = read(&paged(&[(content.concat(), "/StructParents 0".into())], "/StructTreeRoot 8 0 R/MarkInfo<</Marked true>>", &more));
    assert_eq!(marked(&source, |kind| kind == MarkKind::Heading(1)), ["Groen"]);
    assert_eq!(cells(&source), ["0.0 1", "0.1 Fractie", "0.2 Waarom?", "1.0 2", "1.2 Wanneer?"]);
    assert_eq!(marked(&source, |kind| kind == MarkKind::Margin), ["Gemeente Voorbeeld"]);
    assert!(source.text.contains("op www.voorbeeld.nl.\n"), "{}", source.text);
}

const TEXT: &str = "BT /R 11 Tf 70 700 Td (Vraag 1) Tj ET";

/// A page that a picture covers, with little text.
fn scan(text: &str) -> (String, String) {
    let image = "/Resources<</Font<</R 3 0 R>>/XObject<</P 6 0 R>>>>";
    (format!("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q {text}"), image.into())
}

#[test]
fn what_cannot_be_read_says_why() {
    let page = |content: &str| (content.to_owned(), String::new());
    let text = || page(TEXT);
    let with = |file: Vec<u8>, from: &str, to: &str| String::from_utf8(file).unwrap_or_default().replace(from, to).into_bytes();
    let limits = Limits::default();
    let few = Limits { pages: 1, ..limits };
    let small = Limits { unpacked: 3_000, ..limits };
    let packed = stream("/Filter/RunLengthDecode", &"\u{1}a ".repeat(1_500));
    let bomb = file(&[
        "<</Type/Catalog/Pages 2 0 R>>".into(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".into(),
        "<</Type/Page/Contents 4 0 R>>".into(),
        packed,
    ]);
    let table = [
        (paged(&[text()], "", &[]), &limits, "Vraag 1\n"),
        (
            with(paged(&[text()], "", &[]), "/Root 1 0 R", "/Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(x)/P 0>>"),
            &limits,
            "is protected with a password",
        ),
        (b"%PDF-1.7\n".to_vec(), &limits, "is a damaged PDF"),
        (with(paged(&[text()], "", &[]), "/Kids[6 0 R]", "/Kids[2 0 R]"), &limits, "is a PDF in which no page can be found"),
        (paged(&[text(), text()], "", &[]), &few, "has more than 1 pages"),
        (bomb, &small, "holds far more than a letter can hold"),
        (paged(&[scan(""), scan(TEXT)], "", &[]), &limits, "is a scan without a text layer"),
        (paged(&[page("0 0 m 9 9 l S")], "", &[]), &limits, "holds no text, perhaps because its letters are drawn as shapes"),
        (paged(&[page(&"[".repeat(300_000))], "", &[]), &limits, "is a damaged PDF"),
    ];
    let wrong: Vec<_> =
        table.iter().map(|(bytes, limits, wanted)| (fault(bytes, limits), *wanted)).filter(|(found, wanted)| found != wanted).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_can_be_read_of_a_bad_file_is_read() {
    let mixed = read(&paged(&[(TEXT.into(), String::new()), scan("")], "", &[]));
    assert_eq!(mixed.text, "Vraag 1\n");
    assert_eq!(mixed.warnings, ["page 2 of the PDF is a scan without a text layer: recognise its text first (OCR)"]);
    let mut cut = paged(&[(TEXT.into(), String::new())], "", &[]);
    cut.truncate(cut.len() - 120);
    assert_eq!(read(&cut).text, "Vraag 1\n");
}
