//! A draft of everything, made up, with texts that want to break it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use antwoordmeter::report::Language;
use antwoordmeter::report::annex::{Block, Column, Draft, Picture, Run, Table};
use antwoordmeter::report::charts::{self, Bar, By, Frame};
use roxmltree::Document;
use zip::ZipArchive;

/// A line of everything that could break a document: markup, quotes, controls, emoji, other directions, blanks and line ends.
pub const HOSTILE: &str =
    "<b>vet</b> & \"los\" 'zo' ]]> --> <?php \u{0}\u{B} 😀👩‍👩‍👧 שלום עולם\nnieuwe   regel\tna tab\r\nje\u{AD}wel 12\u{2011}3 {0} %s é";

/// What the letter looks like in which these words are found again: blanks made one.
pub const ALT: &str = "Gestapelde balken: van de 9 antwoorden wachten er 5 <op> \"iets\" & meer.";

pub fn chart() -> Picture {
    let bar = |label: &str, substantive, deferral| Bar { label: label.to_owned(), substantive, deferral, ..Bar::default() };
    let frame = Frame::default();
    let figure = charts::classes(&[bar("Wonen", 3, 4), bar("Afval & groen", 1, 1)], By::Theme, &frame);
    let chart = figure.chart().expect("a chart");
    let root = Document::parse(&chart.svg).expect("an SVG");
    let length = |name| root.root_element().attribute(name).and_then(|length| length.strip_suffix("mm")?.parse().ok());
    Picture {
        png: charts::png(chart, &mut Vec::new()).expect("a PNG"),
        width: length("width").expect("millimetres"),
        height: length("height").expect("millimetres"),
        svg: Some(chart.svg.clone()),
        title: "Antwoorden per thema".to_owned(),
        description: ALT.to_owned(),
        caption: "Wat de antwoorden doen, per thema".to_owned(),
    }
}

pub fn draft(language: Language) -> Draft {
    let column = |title: &str, width, numbers| Column { title: title.to_owned(), width, numbers };
    let row = |theme: &str, count: u32| vec![vec![Run::plain(theme)], vec![Run::plain(count.to_string())], vec![Run::plain("9")]];
    let dutch = |run: Run| Run { language: Some(Language::Dutch), ..run };
    let mut rows = vec![row("Wonen", 4), row(HOSTILE, 12_345)];
    rows.extend(
        (1..40).map(|place| row(&format!("Thema {place} met een naam die over de rand van de kolom heen gaat en dus breekt"), place)),
    );
    rows.push(vec![vec![Run::bold("Totaal")], vec![Run::bold("5")]]);
    Draft {
        title: "Bijlage: wat de antwoorden doen".to_owned(),
        footer: "Brief van 12 maart 2024 <kenmerk 7>".to_owned(),
        language,
        blocks: vec![
            Block::Heading(1, Run::plain("Bevinding")),
            Block::Paragraph(vec![
                Run::plain("Van de 9 antwoorden "),
                Run::bold("verwijzen er 5"),
                Run::plain(" naar een document dat "),
                Run::italic("nog niet"),
                Run::plain(" bestond."),
            ]),
            Block::Picture(chart()),
            Block::Heading(2, Run::plain("Per thema")),
            Block::Table(Table {
                caption: "Antwoorden per thema".to_owned(),
                columns: vec![column("Thema", 4.0, false), column("wacht", 1.0, true), column("van", 1.0, true)],
                rows,
            }),
            Block::Paragraph(vec![Run::plain("Onder de tabel.")]),
            Block::Heading(3, Run::plain(HOSTILE)),
            Block::Quotation {
                lead: vec![Run::bold("Vraag 3. "), dutch(Run::plain("Hoeveel woningen zijn er gebouwd?"))],
                text: vec![
                    dutch(Run::plain("De aantallen ")),
                    dutch(Run::marked("staan straks in het jaarverslag 2024")),
                    dutch(Run { italic: true, ..Run::marked(", dat in mei uitkomt") }),
                    dutch(Run::plain(format!(". [...]\n{HOSTILE}"))),
                ],
            },
            Block::List(vec![vec![Run::plain("Het programma leest woorden.")], vec![Run::plain("Het kent geen bedoelingen.")]]),
        ],
    }
}

/// The parts of a zip file by name, and that none of them tells a time.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut parts = BTreeMap::new();
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).expect("a part");
        let made = part.last_modified().map(|made| (made.year(), made.month(), made.day(), made.hour()));
        let name = part.name().expect("a name").into_owned();
        assert_eq!(made, Some((1980, 1, 1, 0)), "{name}");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        parts.insert(name, bytes);
    }
    parts
}

/// The text of a part.
pub fn part(bytes: &[u8], name: &str) -> String {
    let parts = parts(bytes);
    let bytes = parts.get(name).unwrap_or_else(|| panic!("no {name} among {:?}", parts.keys()));
    String::from_utf8(bytes.clone()).expect("UTF-8")
}
