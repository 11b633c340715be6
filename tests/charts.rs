//! Charts: their structure, their words, that they stay on their sheet, and that something is drawn.

#[path = "charts_support/mod.rs"]
mod support;

use std::collections::BTreeSet;

use antwoordmeter::coding::Due;
use antwoordmeter::measure::Counts;
use antwoordmeter::report::Language;
use antwoordmeter::report::charts::{
    Awaited, Bar, By, Cell, Chart, Figure, Frame, Group, Point, Texture, Wait, calendar, classes, deferral, definitions, documents, letter,
    png, senders, waits, years,
};
use antwoordmeter::time::{Date, Interval};
use resvg::tiny_skia::{Color, Pixmap};
use resvg::usvg::{Options, Transform, Tree};

use support::outside;

fn frame() -> Frame {
    Frame { source_line: "Bron: brief van 12 maart 2024 (brief-12) · codeboek 1.0".to_owned(), language: Language::Dutch }
}

fn english() -> Frame {
    Frame { language: Language::English, ..frame() }
}

fn drawn(figure: Figure) -> Chart {
    match figure {
        Figure::Drawn(chart) => chart,
        Figure::Omitted { name, reason } => panic!("{name}: {reason}"),
    }
}

fn reason(figure: Figure) -> String {
    match figure {
        Figure::Drawn(chart) => panic!("{} is drawn", chart.name),
        Figure::Omitted { reason, .. } => reason,
    }
}

fn bar(label: &str, substantive: u32, deferral: u32, external_reference: u32, unresolved: u32) -> Bar {
    Bar { label: label.to_owned(), substantive, deferral, external_reference, unresolved }
}

fn group(label: &str, count: u32, total: u32, letters: u32) -> Group {
    Group { label: label.to_owned(), count, total, letters }
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn awaited(document: &str, due: Option<(&str, &str)>, answers: u32) -> Awaited {
    let due = due.map(|(from, to)| Due::Interval(Interval { from: day(from), to: day(to) }));
    Awaited { document: document.to_owned(), documents: 1, due, answers, ..Awaited::default() }
}

fn point(label: &str, count: u32, total: u32) -> Point {
    Point { label: label.to_owned(), count, total }
}

fn cell(number: &str, theme: &str, texture: Texture, waits: bool) -> Cell {
    Cell { number: number.to_owned(), theme: theme.to_owned(), texture, waits }
}

fn twelve() -> Vec<Bar> {
    vec![
        bar("Jeugdhulp", 3, 4, 1, 0),
        bar("Wet maatschappelijke ondersteuning", 1, 2, 0, 0),
        bar("Openbare orde en veiligheid", 2, 0, 2, 0),
        bar("Verkeer, vervoer en parkeren in de binnenstad", 1, 3, 0, 0),
        bar("Afval", 2, 0, 0, 0),
        bar("Groen", 0, 1, 1, 0),
        bar("Sport en bewegen", 2, 1, 0, 1),
        bar("Onderwijshuisvesting", 0, 4, 0, 0),
        bar("Wonen: doorstroming, woningtoewijzing en de wachtlijst van de corporaties", 2, 1, 1, 0),
        bar("Cultuur", 1, 0, 0, 0),
        bar("Personeel en organisatie", 1, 1, 2, 0),
        bar("Verbonden partijen en gemeenschappelijke regelingen", 0, 3, 1, 0),
    ]
}

fn awaiting() -> Vec<Awaited> {
    vec![
        awaited("Jaarverslag 2023", Some(("2024-05-01", "2024-05-31")), 11),
        awaited("Evaluatie van het parkeerbeleid in de binnenstad en de omliggende wijken", Some(("2024-07-01", "2024-09-30")), 4),
        Awaited { due: Some(Due::Conditional), ..awaited("Integraal huisvestingsplan onderwijs", None, 3) },
        awaited("raadsbrief over de wachttijden", None, 1),
    ]
}

fn counts() -> Counts {
    Counts {
        questions: 46,
        answered: 45,
        substantive: 20,
        deferral: 18,
        external_reference: 7,
        unresolved: 0,
        defers_to_document: 17,
        defers_including_references: 18,
        defers_with_date: 12,
        defers_or_recurring: 19,
        defers_or_moment: 18,
        defers_at_all: 20,
        defers_widest: 24,
    }
}

fn cells(count: u32) -> Vec<Cell> {
    let textures = [Texture::Substantive, Texture::Deferral, Texture::External, Texture::Unresolved, Texture::Unanswered];
    let cell = |number: u32| cell(&number.to_string(), &format!("Thema {}", number / 5), textures[number as usize % 5], number % 4 == 1);
    (1..=count).map(cell).collect()
}

fn years_of(count: u32) -> Vec<Point> {
    (0..count).map(|year| point(&(2024 - year).to_string(), 20 + year % 7, 100 + 3 * year)).collect()
}

/// Senders with so many letters each.
fn of_letters(points: &[Point], letters: u32) -> Vec<(Point, u32)> {
    points.iter().map(|point| (point.clone(), letters)).collect()
}

fn towns() -> Vec<Point> {
    let mut points: Vec<_> = (1..=60).map(|number| point(&format!("Gemeente {number}"), number * 2, number * 10)).collect();
    points.push(point("Gemeente Uitschieter met een lange naam", 120, 200));
    points.push(point("Waterschap Laag", 1, 300));
    points.push(point("Klein", 1, 4));
    points
}

/// Names that no one should use.
fn odd() -> [String; 8] {
    [
        "Arbeidsongeschiktheidsverzekering".repeat(10),
        "<b>vet</b> & \"zo\" 'verder' ]]>".to_owned(),
        "🙂 emoji 👩‍👩‍👧 en שלום עולם مرحبا".to_owned(),
        "e\u{301}e\u{301}n \u{0}\u{7}\u{FFFE} regel\nregel\r\nregel".to_owned(),
        "heel veel woorden ".repeat(17),
        "\u{202E}omgekeerd\u{202C}".to_owned(),
        "W".repeat(300),
        String::new(),
    ]
}

/// Charts by name.
fn figures() -> Vec<(&'static str, Figure)> {
    let many = |count: u32| {
        let names = ["afval", "jeugd en gezin", "onderhoud van wegen, bruggen en viaducten in het buitengebied"];
        let bar = |number: u32| {
            let label = format!("Thema {number}: {}", names[number as usize % 3]);
            bar(&label, number % 5, number % 4, number % 3, u32::from(number.is_multiple_of(17)))
        };
        (1..=count).map(bar).collect::<Vec<_>>()
    };
    let odd_bars: Vec<_> = odd().iter().map(|name| bar(name, 3, 1, 2, 1)).collect();
    let odd_groups: Vec<_> = odd().iter().map(|name| group(name, 3, 7, 1)).collect();
    let odd_shares: Vec<_> = odd().iter().map(|name| group(name, 3, 7, 2)).collect();
    let odd_documents: Vec<_> =
        odd().iter().map(|name| Awaited { note: name.clone(), ..awaited(name, Some(("2024-05-01", "2024-05-31")), 2) }).collect();
    let odd_cells: Vec<_> = odd().iter().map(|name| cell(name, name, Texture::External, true)).collect();
    let odd_points: Vec<_> = odd().iter().map(|name| point(name, 90, 100)).chain([point("gewoon", 10, 1_000)]).collect();
    let groups: Vec<_> = twelve().iter().map(|bar| group(&bar.label, bar.deferral, bar.deferral + bar.substantive, 1)).collect();
    let shares: Vec<_> = (1..=12).map(|number| group(&format!("Thema {number}"), number * 3, number * 17, 4)).collect();
    let fifty: Vec<_> =
        (1..=50).map(|number| awaited(&format!("Voortgangsrapportage {number}"), Some(("2024-01-01", "2024-12-31")), number)).collect();
    let letter_date = Some(day("2024-03-12"));
    let far = [awaited("a", Some(("-009999-01-01", "9999-12-31")), 3), awaited("b", Some(("2024-03-12", "2024-03-12")), u32::MAX)];
    let spread = [(Wait::Months(0), 4), (Wait::Months(7), 120), (Wait::Months(30), 3), (Wait::Undated, 41), (Wait::Passed, 1)].into();
    vec![
        ("twelve", classes(&twelve(), By::Theme, &frame())),
        ("one", classes(&[bar("", 12, 7, 2, 0)], By::Theme, &frame())),
        ("two-answers", classes(&[bar("Afval", 1, 0, 0, 0), bar("Groen", 0, 1, 0, 0)], By::Letter, &frame())),
        ("unresolved", classes(&[bar("Afval", 0, 0, 0, 3), bar("Groen", 0, 0, 0, 1)], By::Theme, &frame())),
        ("forty", classes(&many(40), By::Theme, &frame())),
        ("sixty", classes(&many(60), By::Letter, &frame())),
        ("odd", classes(&odd_bars, By::Theme, &frame())),
        ("large", classes(&[bar("Alles", 812, 301, 3, 1), bar("Rest", 9, 4, 40, 0), bar("", 9_000, 0, 0, 0)], By::Theme, &frame())),
        ("huge", classes(&[bar("Alles", u32::MAX, u32::MAX, 1, 0), bar("Rest", 1, 1, 1, 1)], By::Year, &frame())),
        ("english", classes(&twelve(), By::Theme, &english())),
        ("no-words", classes(&twelve(), By::Theme, &Frame::default())),
        ("deferral", deferral(&groups, By::Theme, &frame())),
        ("deferral-shares", deferral(&shares, By::Theme, &frame())),
        ("deferral-odd", deferral(&odd_groups, By::Theme, &frame())),
        ("deferral-odd-shares", deferral(&odd_shares, By::Letter, &english())),
        ("deferral-huge", deferral(&[group("a", u32::MAX, u32::MAX, 1), group("b", 0, u32::MAX, u32::MAX)], By::Year, &frame())),
        ("documents", documents(&awaiting(), 44, &frame())),
        ("documents-odd", documents(&odd_documents, 3, &frame())),
        ("fifty-documents", documents(&fifty, 2_000, &english())),
        ("calendar", calendar(&awaiting(), 44, letter_date, &frame())),
        ("calendar-odd", calendar(&odd_documents, 44, letter_date, &frame())),
        ("calendar-no-date", calendar(&awaiting(), 44, None, &english())),
        ("calendar-far", calendar(&far, 44, letter_date, &frame())),
        ("fifty-calendar", calendar(&fifty, 2_000, letter_date, &frame())),
        ("waits", waits(&spread, 900, &frame())),
        ("definitions", definitions(&counts(), 1, &frame())),
        ("definitions-shares", definitions(&counts(), 2, &english())),
        ("letter", letter(&cells(45), &frame())),
        ("letter-large", letter(&cells(600), &english())),
        ("letter-odd", letter(&odd_cells, &frame())),
        ("senders", senders(&of_letters(&towns(), 2), &frame())),
        ("senders-odd", senders(&of_letters(&odd_points, 2), &frame())),
        ("senders-alike", senders(&of_letters(&[point("a", 3, 10), point("b", 3, 10), point("c", 4, 10)], 2), &english())),
        ("years", years(&years_of(8), 7, &frame())),
        ("years-many", years(&years_of(90), 0, &english())),
    ]
}

#[test]
fn every_chart_is_a_picture_with_words_that_stays_on_its_sheet() {
    // Pictures take most of the time; all of them are drawn, and kept, when a folder is named.
    let keep = std::env::var_os("CHARTS");
    let mut ids = BTreeSet::new();
    for (name, figure) in figures() {
        let chart = drawn(figure);
        let svg = &chart.svg;
        assert!(svg.starts_with("<svg xmlns=") && svg.trim_end().ends_with("</svg>"), "{name}");
        for part in ["role=\"img\"", "<title id=\"", "<desc id=\"", "width=\"160mm\"", "viewBox=\"0 0 9070 "] {
            assert_eq!(svg.matches(part).count(), 1, "{name}: {part}");
        }
        for part in ["NaN", "inf", "<text", "style=", "<style", "<b>", "<script", "http-equiv"] {
            assert!(!svg.replace("infor", "").contains(part), "{name}: {part}");
        }
        let frame_words = if name == "no-words" { "" } else { "codeboek 1.0" };
        assert!(chart.description.contains(frame_words) && chart.title.chars().count() > 20, "{name}: {}", chart.title);
        assert_eq!(outside(svg), Vec::<String>::new(), "{name}");
        let own: Vec<&str> = svg.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        for id in own {
            assert!(ids.insert(id.to_owned()), "{name}: {id} is the id of another");
        }
        if keep.is_none() && !["twelve", "odd", "senders", "years-many"].contains(&name) {
            continue;
        }
        let png = png(&chart, &mut Vec::new()).unwrap_or_else(|error| panic!("{name}: {error}"));
        if let Some(folder) = &keep {
            std::fs::write(std::path::Path::new(folder).join(format!("{name}.png")), &png).expect("a file");
            std::fs::write(std::path::Path::new(folder).join(format!("{name}.svg")), svg).expect("a file");
        }
        let mut decoder = png::Decoder::new(std::io::Cursor::new(&png));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap_or_else(|error| panic!("{name}: {error}"));
        let dimensions = reader.info().pixel_dims.unwrap_or_else(|| panic!("{name}: no dpi"));
        assert_eq!((reader.info().width, dimensions.xppu, dimensions.yppu), (1890, 11_811, 11_811), "{name}");
        let mut pixels = vec![0; reader.output_buffer_size().unwrap_or_default()];
        reader.next_frame(&mut pixels).unwrap_or_else(|error| panic!("{name}: {error}"));
        let samples = reader.output_color_type().0.samples();
        let dots: Vec<[u8; 3]> = pixels.chunks_exact(samples).map(|dot| [dot[0], dot[1], dot[2]]).collect();
        let dark = dots.iter().filter(|dot| dot.iter().all(|value| *value < 60)).count();
        assert!(dark > 10_000, "{name}: {dark} dark dots");
        assert!(dots == as_a_reader_draws(svg), "{name}: the picture is not that of its SVG");
    }
}

/// The dots of an SVG at 300 to the inch, red, green and blue.
fn as_a_reader_draws(svg: &str) -> Vec<[u8; 3]> {
    let tree = Tree::from_str(svg, &Options::default()).expect("an SVG");
    let scale = 300.0 / 96.0;
    let size = tree.size().scale_by(scale).expect("a size").to_int_size();
    let mut paper = Pixmap::new(size.width(), size.height()).expect("paper");
    paper.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut paper.as_mut());
    paper.data().chunks_exact(4).map(|dot| [dot[0], dot[1], dot[2]]).collect()
}

#[test]
fn what_lies_beside_the_sheet_is_seen_by_the_test() {
    let svg = |body: &str| format!("<svg viewBox=\"0 0 9070 100\">{body}</svg>");
    let text = "<defs><path id=\"g\" d=\"m0 0l500-700z\"/></defs><g fill=\"#000\" transform=\"translate(8990 90)scale(0.2)\"><use xlink:href=\"#g\"/></g>";
    assert_eq!(outside(&svg(text)).len(), 1);
    assert_eq!(outside(&svg(&text.replace("8990 90", "8900 190"))).len(), 1);
    assert_eq!(outside(&svg("<rect x=\"9000\" y=\"0\" width=\"80\" height=\"10\" fill=\"#000\"/>")).len(), 1);
    assert_eq!(outside(&svg("<path fill=\"none\" d=\"m9000 0l60 10l20 10\"/>")).len(), 1);
    assert!(outside(&svg("<path fill=\"none\" d=\"m9000 0l60 10\"/>")).is_empty());
}

#[test]
fn the_description_has_every_count() {
    let description = |figure| drawn(figure).description;
    let due = "Evaluatie van het parkeerbeleid in de binnenstad en de omliggende wijken (verwacht: juli – september 2024)";
    let spread = [(Wait::Months(0), 4), (Wait::Months(7), 120), (Wait::Undated, 41)].into();
    let several = [group("Afval", 10, 40, 3), group("Groen", 5, 25, 1)];
    let table: Vec<(String, Vec<&str>)> = vec![
        (
            description(classes(&twelve(), By::Theme, &frame())),
            vec![
                "44 antwoorden: 20 uitgesteld, 8 doorverwezen, 15 inhoudelijk, 1 onherleidbaar.",
                "Jeugdhulp: 8 antwoorden (4 uitgesteld, 1 doorverwezen, 3 inhoudelijk).",
                "Cultuur: 1 antwoord (1 inhoudelijk).",
                "brief van 12 maart 2024",
            ],
        ),
        (
            description(documents(&awaiting(), 44, &frame())),
            vec![
                "19 antwoorden wachten op 4 documenten die nog moesten verschijnen.",
                "Jaarverslag 2023 (verwacht: mei 2024): 11.",
                "raadsbrief over de wachttijden (geen datum genoemd): 1.",
                "Integraal huisvestingsplan onderwijs (onder voorwaarde): 3.",
            ],
        ),
        (description(documents(&awaiting(), 44, &english())), vec!["19 answers wait for 4 documents that were not yet available."]),
        (
            description(calendar(&awaiting(), 44, Some(day("2024-03-12")), &frame())),
            vec!["19 antwoorden van 12 maart 2024 wachten op 4 documenten, verwacht tot en met 30 september 2024, 2 zonder datum.", due],
        ),
        (
            description(deferral(&several, By::Theme, &frame())),
            vec!["15 van de 65 antwoorden wachten op", "Afval: 10 van 40 (25 %, Wilson 95 %: 14 % tot 40 %).", "Groen: 5 van 25."],
        ),
        (
            description(definitions(&counts(), 1, &frame())),
            vec![
                "Naargelang de definitie wachten 12 tot 24 van de 45 antwoorden",
                "Document dat nog moest verschijnen: 17 van 45.",
                "Alles samen: 24 van 45.",
            ],
        ),
        (description(definitions(&counts(), 2, &frame())), vec!["wacht 27 tot 53 % van de 45 antwoorden", "Alles samen: 24 van 45 (53 %"]),
        (
            description(waits(&spread, 900, &frame())),
            vec![
                "Van 165 antwoorden die op een document wachten, krijgen 124 een datum: 4 binnen een half jaar",
                "7 maanden: 120.",
                "geen datum genoemd: 41.",
            ],
        ),
        (
            description(letter(&cells(6), &frame())),
            vec![
                "2 wachten op een document dat nog moest verschijnen.",
                "Thema 0: 1 uitgesteld (wacht op een document",
                "Thema 1: 5 inhoudelijk",
            ],
        ),
        (
            description(senders(&of_letters(&towns(), 2), &frame())),
            vec![
                "2 van de 62 afzenders wijken af",
                "Uitschieter met een lange naam: 120 van 200, 60 % (Wilson 95 %: 53 % tot 67 %).",
                "Niet getekend: 1 afzender",
            ],
        ),
        // Not shown is not the same as equal.
        (
            description(senders(&of_letters(&[point("a", 3, 10), point("b", 3, 10), point("c", 4, 10)], 2), &frame())),
            vec!["Bij geen van de 3 afzenders is een afwijking aangetoond van het geheel, waarin 33 %"],
        ),
        (description(years(&years_of(8), 7, &frame())), vec!["2024: 20 van 100 (20 %", "Brieven zonder datum: 7 antwoorden."]),
    ];
    for (description, words) in &table {
        for words in words {
            assert!(description.contains(words), "{words} is not in: {description}");
        }
    }
}

#[test]
fn rows_are_bounded_and_nothing_is_lost() {
    let many: Vec<_> = (1..=60).map(|number| bar(&format!("Thema {number}"), number, 0, 0, 0)).collect();
    let text = drawn(classes(&many, By::Theme, &frame())).description;
    let sum: u32 = (1..=20).sum();
    assert!(text.contains(&format!("20 andere thema’s: {sum} antwoorden ({sum} inhoudelijk).")), "{text}");
    assert!(!text.contains("Thema 20:") && text.contains("Thema 21:"));
    let groups: Vec<_> = (1..=60).map(|number| group(&format!("Thema {number}"), 1, number, 1)).collect();
    assert!(drawn(deferral(&groups, By::Letter, &frame())).description.contains(&format!("20 andere brieven: 20 van {sum}")));
    let rows: Vec<_> = (1..=50).map(|number| awaited(&format!("Plan {number}"), None, number)).collect();
    let sum: u32 = (1..=30).sum();
    assert!(drawn(documents(&rows, 2_000, &frame())).description.contains(&format!("30 andere documenten: {sum}.")));
}

#[test]
fn documents_of_one_name_are_told_to_be_different() {
    let several = Awaited { documents: 3, answers: 5, ..awaited("overzicht", None, 5) };
    let text = drawn(documents(&[several, awaited("jaarverslag 2024", None, 2)], 40, &frame())).description;
    assert!(
        text.contains("wachten op 4 documenten") && text.contains("overzicht (3 verschillende, elk uit een eigen brief): 5."),
        "{text}"
    );
    let disputed = Awaited { disputed: true, note: "brief-3".to_owned(), ..awaited("nota", None, 2) };
    let text = drawn(documents(&[disputed, awaited("", None, 1)], 40, &frame())).description;
    assert!(
        text.contains("3 antwoorden wachten op documenten die") && text.contains("nota (verschillende data genoemd; brief-3): 2."),
        "{text}"
    );
    assert!(text.contains("niet met naam genoemd"), "{text}");
}

#[test]
fn names_cannot_break_the_xml() {
    let odd = [bar("<b>vet</b> & \"zo\" \u{0}\u{1B}\u{FFFF}", 2, 2, 1, 0), bar("x", 1, 0, 0, 0)];
    let chart = drawn(classes(&odd, By::Theme, &Frame { source_line: "<script>&".to_owned(), ..frame() }));
    assert!(chart.svg.contains("&lt;b&gt;vet&lt;/b&gt; &amp; &quot;zo&quot; :") && chart.svg.contains("&lt;script&gt;&amp;</desc>"));
}

#[test]
fn characters_that_the_font_lacks_are_told() {
    assert_eq!(drawn(classes(&twelve(), By::Theme, &frame())).missing, "");
    assert_eq!(drawn(classes(&[bar("ש é", 1, 1, 0, 0)], By::Theme, &frame())).missing, "ש");
    let two = [bar("🙂 ש é", 1, 1, 0, 0), bar("x", 1, 0, 0, 0)];
    assert_eq!(drawn(classes(&two, By::Theme, &frame())).missing, "ש🙂");
}

#[test]
fn the_same_data_give_the_same_bytes_and_other_data_other_ids() {
    let one = drawn(classes(&twelve(), By::Theme, &frame()));
    let two = drawn(classes(&twelve(), By::Theme, &frame()));
    assert_eq!(one.svg, two.svg);
    // The paper of a larger chart serves again, and leaves nothing on it.
    let mut paper = vec![7; 64 << 20];
    assert_eq!(png(&one, &mut Vec::new()).expect("a PNG"), png(&two, &mut paper).expect("a PNG"));
    let id = |svg: &str| svg.split("<title id=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned);
    let other = drawn(classes(&twelve()[..3], By::Theme, &frame())).svg;
    assert!(id(&one.svg).is_some_and(|id| id.starts_with("classes-")));
    assert_ne!(id(&one.svg), id(&other));
}

#[test]
fn where_nothing_can_be_compared_a_sentence_says_so() {
    let frame = frame();
    let none = Counts { answered: 4, ..Counts::default() };
    let one = Counts {
        answered: 3,
        deferral: 1,
        defers_to_document: 1,
        defers_including_references: 1,
        defers_with_date: 1,
        defers_or_recurring: 1,
        defers_or_moment: 1,
        defers_at_all: 1,
        defers_widest: 1,
        ..Counts::default()
    };
    let dated = [awaited("Jaarverslag", Some(("2024-05-01", "2024-05-31")), 3)];
    let undated = [(Wait::Undated, 3)].into();
    let few_senders = "Er zijn minder dan drie afzenders met ten minste twee brieven en vijf antwoorden.";
    let table = [
        (classes(&[], By::Theme, &frame), "Er zijn geen antwoorden."),
        (classes(&[bar("Afval", 0, 0, 0, 0)], By::Theme, &frame), "Er zijn geen antwoorden."),
        (classes(&[bar("Afval", 0, 1, 0, 0)], By::Theme, &frame), "Er is maar één antwoord, dus niets om te vergelijken (uitgesteld)."),
        (deferral(&[], By::Theme, &frame), "Er zijn geen antwoorden."),
        (
            deferral(&[group("a", 0, 4, 1), group("b", 0, 2, 1)], By::Theme, &frame),
            "Geen van de 6 antwoorden wacht op een document dat nog moest verschijnen.",
        ),
        (documents(&[], 44, &frame), "Geen van de 44 antwoorden wacht op een document dat nog moest verschijnen."),
        (documents(&[awaited("Jaarverslag", None, 0)], 0, &frame), "Er zijn geen antwoorden."),
        (documents(&dated, 44, &frame), "3 antwoorden wachten op één document, Jaarverslag (verwacht: mei 2024)."),
        (calendar(&awaiting()[3..], 44, None, &frame), "1 antwoord wacht op een document, zonder dat de brief een datum noemt."),
        (calendar(&[], 44, None, &frame), "Geen van de 44 antwoorden wacht op een document dat nog moest verschijnen."),
        (waits(&undated, 44, &frame), "3 antwoorden wachten op een document; van geen daarvan is te tellen hoe lang."),
        (definitions(&none, 1, &frame), "Onder geen enkele definitie wacht een van de 4 antwoorden op iets dat later komt."),
        (definitions(&one, 1, &frame), "Onder elke definitie wacht 1 van de 3 antwoorden op iets dat later komt."),
        (letter(&cells(1), &frame), "1 vraag: er is niets om te vergelijken."),
        (letter(&cells(601), &frame), "601 vragen: te veel om in één oogopslag te zien."),
        (senders(&of_letters(&towns()[..2], 2), &frame), few_senders),
        // Of one letter each, nobody can tell whether senders differ or letters do.
        (senders(&of_letters(&towns(), 1), &frame), few_senders),
        (
            senders(&of_letters(&[point("a", 0, 9), point("b", 0, 9), point("c", 0, 9)], 2), &frame),
            "Geen van de 27 antwoorden wacht op een document dat nog moest verschijnen.",
        ),
        (years(&years_of(1), 0, &frame), "Er zijn geen twee jaren met elk ten minste vijf antwoorden."),
    ];
    for (figure, expected) in table {
        assert_eq!(reason(figure), expected);
    }
    let mut broken = drawn(classes(&twelve(), By::Theme, &frame));
    "geen svg".clone_into(&mut broken.svg);
    assert!(png(&broken, &mut Vec::new()).is_err());
}
