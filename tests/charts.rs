//! Charts: their structure, their words, and that something is drawn.

use antwoordmeter::report::Language;
use antwoordmeter::report::charts::{Bar, Chart, Figure, Frame, Waiting, defers, png, themes};

fn frame() -> Frame {
    Frame {
        title: "Uitgestelde antwoorden per thema".to_owned(),
        subtitle: "Beantwoording van raadsvragen over de jaarrekening, gemeente Voorbeeld".to_owned(),
        source_line: "Brief van 12 maart 2024 (brief-12) · codeboek 1.0 · antwoordmeter 0.1.0".to_owned(),
        language: Language::Dutch,
    }
}

fn drawn(figure: Figure) -> Chart {
    match figure {
        Figure::Drawn(chart) => chart,
        Figure::Omitted { name, reason } => panic!("{name}: {reason}"),
    }
}

fn bar(label: &str, substantive: u32, deferral: u32, external_reference: u32, unresolved: u32) -> Bar {
    Bar { label: label.to_owned(), substantive, deferral, external_reference, unresolved }
}

fn waiting(document: &str, due: &str, answers: u32) -> Waiting {
    Waiting { document: document.to_owned(), due: due.to_owned(), answers }
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

fn documents() -> Vec<Waiting> {
    vec![
        waiting("Jaarverslag 2023", "mei 2024", 11),
        waiting("Evaluatie van het parkeerbeleid in de binnenstad en de omliggende wijken", "derde kwartaal 2024", 4),
        waiting("Integraal huisvestingsplan onderwijs", "eind 2024", 3),
        waiting("raadsbrief over de wachttijden", "", 1),
    ]
}

/// Charts by name.
fn charts() -> Vec<(&'static str, Figure)> {
    let many = |count: u32| {
        (1..=count)
            .map(|number| {
                bar(
                    &format!(
                        "Thema {number}: {}",
                        ["afval", "jeugd en gezin", "onderhoud van wegen, bruggen en viaducten in het buitengebied"][number as usize % 3]
                    ),
                    number % 5,
                    number % 4,
                    number % 3,
                    u32::from(number % 17 == 0),
                )
            })
            .collect::<Vec<_>>()
    };
    let odd = [
        bar(&"Arbeidsongeschiktheidsverzekering".repeat(10), 3, 1, 0, 0),
        bar("<b>vet</b> & \"zo\" 'verder' ]]>", 2, 2, 1, 0),
        bar("🙂 emoji 👩‍👩‍👧 en שלום עולם مرحبا", 1, 1, 0, 0),
        bar("e\u{301}e\u{301}n \u{0}\u{7}\u{FFFE} regel\nregel", 0, 1, 0, 0),
        bar(&"heel veel woorden ".repeat(17), 0, 0, 2, 1),
        bar("", 1, 0, 0, 0),
    ];
    let documents_odd = [waiting(&"<i>&".repeat(75), "🙂", 3), waiting("x", &"lang ".repeat(60), 2)];
    vec![
        ("twelve", themes(&twelve(), &frame())),
        ("one", themes(&[bar("", 12, 7, 2, 0)], &frame())),
        ("two-answers", themes(&[bar("Afval", 1, 0, 0, 0), bar("Groen", 0, 1, 0, 0)], &frame())),
        ("forty", themes(&many(40), &frame())),
        ("sixty", themes(&many(60), &frame())),
        ("odd", themes(&odd, &frame())),
        ("large", themes(&[bar("Alles", 812, 301, 3, 1), bar("Rest", 9, 4, 40, 0)], &frame())),
        ("huge", themes(&[bar("Alles", u32::MAX, u32::MAX, 1, 0), bar("Rest", 1, 1, 1, 1)], &frame())),
        ("english", themes(&twelve(), &Frame { language: Language::English, title: "Deferred answers by theme".to_owned(), ..frame() })),
        ("documents", defers(&documents(), 44, &frame())),
        ("one-document", defers(&[waiting("Jaarverslag 2023", "mei 2024", 1)], 1, &frame())),
        ("documents-odd", defers(&documents_odd, 3, &frame())),
        (
            "fifty-documents",
            defers(
                &(1..=50).map(|number| waiting(&format!("Voortgangsrapportage {number}"), "2025", number)).collect::<Vec<_>>(),
                2_000,
                &frame(),
            ),
        ),
        ("no-words", themes(&twelve(), &Frame::default())),
    ]
}

#[test]
fn every_chart_is_a_picture_with_words() {
    // Drawing takes a second each without optimisation; all of them are drawn, and kept, when a folder is named.
    let keep = std::env::var_os("CHARTS");
    for (name, figure) in charts() {
        let svg = drawn(figure).svg;
        assert!(svg.starts_with("<svg xmlns=") && svg.trim_end().ends_with("</svg>"), "{name}");
        for part in ["role=\"img\"", "<title id=\"", "<desc id=\"", "width=\"160mm\"", "viewBox=\"0 0 9070 "] {
            assert_eq!(svg.matches(part).count(), 1, "{name}: {part}");
        }
        assert!(!svg.contains("NaN") && !svg.contains("inf") && !svg.contains("<text"), "{name}");
        if keep.is_none() && !["twelve", "odd", "documents"].contains(&name) {
            continue;
        }
        let png = png(&svg).unwrap_or_else(|error| panic!("{name}: {error}"));
        if let Some(folder) = &keep {
            std::fs::write(std::path::Path::new(folder).join(format!("{name}.png")), &png).expect("a file");
            std::fs::write(std::path::Path::new(folder).join(format!("{name}.svg")), &svg).expect("a file");
        }
        let mut reader = png::Decoder::new(std::io::Cursor::new(&png)).read_info().unwrap_or_else(|error| panic!("{name}: {error}"));
        let dimensions = reader.info().pixel_dims.unwrap_or_else(|| panic!("{name}: no dpi"));
        assert_eq!((reader.info().width, dimensions.xppu, dimensions.yppu), (1890, 11_811, 11_811), "{name}");
        let mut pixels = vec![0; reader.output_buffer_size().unwrap_or_default()];
        reader.next_frame(&mut pixels).unwrap_or_else(|error| panic!("{name}: {error}"));
        let dark = pixels.chunks_exact(3).filter(|pixel| pixel.iter().all(|value| *value < 60)).count();
        assert!(dark > 1_000, "{name}: {dark} dark dots");
    }
}

#[test]
fn the_title_is_drawn_in_the_embedded_font() {
    let (with, without) =
        (drawn(themes(&twelve(), &frame())).svg, drawn(themes(&twelve(), &Frame { title: String::new(), ..frame() })).svg);
    assert!(with.matches("<path").count() > without.matches("<path").count());
}

#[test]
fn the_description_has_every_count() {
    let svg = drawn(themes(&twelve(), &frame())).svg;
    for words in [
        "44 antwoorden: 20 uitgesteld, 8 doorverwezen, 15 inhoudelijk, 1 onherleidbaar.",
        "Jeugdhulp: 8 antwoorden (4 uitgesteld, 1 doorverwezen, 3 inhoudelijk).",
        "Cultuur: 1 antwoord (1 inhoudelijk).",
        "Brief van 12 maart 2024",
    ] {
        assert!(svg.contains(words), "{words}");
    }
    let svg = drawn(defers(&documents(), 44, &frame())).svg;
    for words in [
        "19 van de 44 antwoorden wachten op een document",
        "Jaarverslag 2023 (verwacht: mei 2024): 11.",
        "raadsbrief over de wachttijden (geen datum genoemd): 1.",
    ] {
        assert!(svg.contains(words), "{words}");
    }
    let english = drawn(defers(&documents(), 44, &Frame { language: Language::English, ..frame() })).svg;
    assert!(english.contains("19 of 44 answers wait for a document"));
}

#[test]
fn rows_are_bounded_and_nothing_is_lost() {
    let many: Vec<_> = (1..=60).map(|number| bar(&format!("Thema {number}"), number, 0, 0, 0)).collect();
    let svg = drawn(themes(&many, &frame())).svg;
    let sum: u32 = (1..=20).sum();
    assert!(svg.contains(&format!("en 20 andere: {sum} antwoorden ({sum} inhoudelijk).")));
    assert!(!svg.contains("Thema 20:") && svg.contains("Thema 21:"));
}

#[test]
fn names_cannot_break_the_xml() {
    let odd = [bar("<b>vet</b> & \"zo\" \u{0}\u{1B}\u{FFFF}", 2, 2, 1, 0), bar("x", 1, 0, 0, 0)];
    let svg = drawn(themes(&odd, &Frame { title: "<script>&".to_owned(), ..frame() })).svg;
    assert!(svg.contains("&lt;b&gt;vet&lt;/b&gt; &amp; &quot;zo&quot; :") && svg.contains("&lt;script&gt;&amp;</title>"));
    assert!(!svg.contains("<b>") && !svg.contains("<script"));
}

#[test]
fn the_same_data_give_the_same_bytes_and_other_data_other_ids() {
    let (one, two) = (drawn(themes(&twelve(), &frame())).svg, drawn(themes(&twelve(), &frame())).svg);
    assert_eq!(one, two);
    assert_eq!(png(&one).expect("a PNG"), png(&two).expect("a PNG"));
    let id = |svg: &str| svg.split("<title id=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned);
    let other = drawn(themes(&twelve()[..3], &frame())).svg;
    assert!(id(&one).is_some_and(|id| id.starts_with("classes-")));
    assert_ne!(id(&one), id(&other));
}

#[test]
fn without_answers_there_is_no_chart() {
    assert_eq!(themes(&[], &frame()).chart(), None);
    assert_eq!(themes(&[bar("Afval", 0, 0, 0, 0)], &frame()).chart(), None);
    assert_eq!(defers(&[], 44, &frame()).chart(), None);
    assert_eq!(defers(&[waiting("Jaarverslag", "", 0)], 44, &frame()).chart(), None);
    assert!(png("geen svg").is_err());
}
