//! What holds for every text: parsing ends well, the parts tile the text, answers lie inside answers.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use antwoordmeter::letter::{Letter, PartKind, Passage, parse};
use antwoordmeter::source::{Mark, MarkKind, Source};
use antwoordmeter::text::Span;
use proptest::prelude::*;

const SAMPLE: &str = "Gemeente Oosterlo\n\nDatum: 14 mei 2024\nOnderwerp: vragen over bomen\n\nGeachte heer Jansen,\n\nOp 10 april jl. stelde u ons vragen.\n\nGroen\n\nVraag 1\nHoeveel bomen zijn er?1\n\nAntwoord\nVijf-\ntig:\n1. eiken\n2. linden\n\n1 Telling van mei.\n\npagina 1/2\n\nGeld**Vraag 2**\nWat kost dat? Wie betaalt?\n\nAntwoord 2 en 3:\nZie het antwoord op vraag 1.\n\nVraag 3a\n*Waarom?*\n\nDaarom.\n\n| Nr | Vraag | Antwoord |\n| 4 | Hoe? | Zo. |\n\nNr.\nVraag\nAntwoord\n\n1\nWanneer?\nNooit.\n\nAd 5.\nNiets.\n\nHoogachtend,\n\nhet college\n";

/// The first rule that a letter breaks.
fn broken(letter: &Letter) -> Option<String> {
    let mut at = 0;
    for part in &letter.parts {
        if part.span.start != at || part.span.is_empty() || letter.text.get(part.span.start..part.span.end).is_none() {
            return Some(format!("part {part:?} after byte {at}"));
        }
        at = part.span.end;
    }
    if at != letter.text.len() {
        return Some(format!("the parts end at {at} of {}", letter.text.len()));
    }
    let mut ids = HashSet::new();
    for (_, exchange) in letter.exchanges() {
        if exchange.questions.is_empty() {
            return Some("an exchange without a question".into());
        }
        for question in &exchange.questions {
            if !ids.insert(question.id.clone()) || question.number.is_empty() {
                return Some(format!("id {} comes twice", question.id));
            }
            if let Some(piece) = loose(letter, &question.text, PartKind::Question) {
                return Some(format!("question {} holds {piece:?}", question.id));
            }
        }
        if let Some(piece) = loose(letter, &exchange.answer, PartKind::Answer) {
            return Some(format!("answer {} holds {piece:?}: {:?}", exchange.questions[0].id, piece.of(&letter.text)));
        }
    }
    lost(letter).map(|gap| format!("{gap:?} is called an answer and belongs to none"))
}

/// Text in a part that is called an answer and in no answer: more than its marker, markup, a footnote mark or a note that nothing
/// was answered.
fn lost(letter: &Letter) -> Option<&str> {
    let mut pieces: Vec<Span> = letter.exchanges().flat_map(|(_, exchange)| exchange.answer.pieces.iter().copied()).collect();
    pieces.sort_unstable();
    let mut next = 0;
    for part in letter.parts.iter().filter(|part| part.kind == PartKind::Answer) {
        let mut at = part.span.start;
        while at < part.span.end {
            while pieces.get(next).is_some_and(|piece| piece.end <= at) {
                next += 1;
            }
            let (start, end) = pieces.get(next).map_or((part.span.end, part.span.end), |piece| (piece.start.min(part.span.end), piece.end));
            let gap = Span::new(at, start).of(&letter.text);
            if !aside(gap) {
                return Some(gap);
            }
            at = end.max(start);
        }
    }
    None
}

/// Whether a text is a marker, markup, a footnote mark or a note that nothing was answered.
fn aside(gap: &str) -> bool {
    let marker = ["ntw", "NTW", "eactie", "Ad", "A1", "A:"].iter().any(|word| gap.contains(word)) && gap.trim().len() < 120;
    let note = gap.trim().starts_with(['[', '(', '<', '*']) && gap.trim().len() < 160;
    marker || note || gap.contains("](") || gap.contains('<') || gap.chars().filter(|c| c.is_alphanumeric()).count() <= 4
}

/// A piece that is empty, out of order or outside the parts of its kind.
fn loose(letter: &Letter, passage: &Passage, kind: PartKind) -> Option<Span> {
    let mut at = 0;
    passage.pieces.iter().copied().find(|piece| {
        let ordered = piece.start >= at && !piece.is_empty() && letter.text.get(piece.start..piece.end).is_some();
        at = piece.end;
        !ordered || !letter.parts.iter().any(|part| part.kind == kind && part.span.contains(*piece))
    })
}

fn holds(text: &str, marks: Vec<Mark>) -> Result<(), TestCaseError> {
    let letter = parse(&Source { id: "brief".into(), text: text.into(), marks, ..Source::default() });
    match broken(&letter) {
        Some(rule) => Err(TestCaseError::fail(format!("{rule}\n{text:?}"))),
        None => Ok(()),
    }
}

/// Pieces of letters in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Vraag 1",
        "Vraag ",
        "Vragen 2 en 3",
        "Vraagnr. A-1",
        "Antwoord",
        "Antwoord 1:",
        "Antwoord op vraag 2",
        "Ad 3.",
        "1. ",
        "2) ",
        "3\n",
        "(4) ",
        "A1:",
        "V1:",
        "Hoeveel?",
        "Waar? Nee.",
        "Ja.",
        "Zie vraag 1",
        "\n",
        "\n\n",
        "\n",
        " ",
        "\t",
        "|",
        "**",
        "*",
        "***",
        "#  ",
        "> ",
        "<sup>1</sup>",
        "<span id=x>",
        "[1]",
        "1 Noot",
        "1NOS",
        "jl.1",
        "pagina 1/2",
        "-----",
        "Nr.",
        "Vraag",
        "Groen",
        "GELD",
        "Hoofdstuk 2",
        "Hoogachtend,",
        "é",
        "«ü»",
        "\u{C}",
        "-\n",
        "woord",
        "\u{A0}",
        "…",
        "\\",
        "![](x)",
        "[a](b)",
        "8 april 2025",
        "Datum",
        "ingezonden",
        "€",
        "’s",
        "Wij vertrouwen erop",
        "B-1-1",
        "3a",
        "t/m",
        ", ",
        " en ",
        "\u{200B}",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// The sample with stretches taken out, doubled or changed.
fn mutations() -> impl Strategy<Value = String> {
    let change = (0..SAMPLE.len(), 0..80usize, 0..4u8, pieces());
    prop::collection::vec(change, 1..6).prop_map(|changes| {
        let mut text = SAMPLE.to_owned();
        for (at, len, how, piece) in changes {
            let floor = |text: &str, at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let (from, to) = (floor(&text, at), floor(&text, at + len));
            match how {
                0 => text.replace_range(from..to, ""),
                1 => {
                    let twice = text[from..to].to_owned();
                    text.insert_str(to, &twice);
                }
                2 => text.replace_range(from..to, &piece),
                _ => text = text[from..].to_owned() + &text[..from],
            }
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in ".{0,400}") {
        holds(&text, Vec::new())?;
    }

    #[test]
    fn any_pieces(text in pieces()) {
        holds(&text, Vec::new())?;
    }

    #[test]
    fn any_mutation(text in mutations(), from in 0..600usize, len in 0..200usize) {
        let marks = vec![Mark { span: Span::new(from, from + len), kind: MarkKind::Italic }, Mark { span: Span::new(from + 3, from + len + 9), kind: MarkKind::Bold }];
        holds(&text, marks)?;
    }
}

/// Letters that lie about: all of their answers are answers to something.
#[test]
fn no_answer_is_lost() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [
        root.join("corpus"),
        root.join("../shared/letters/invented"),
        root.join("../shared/letters/dev"),
        root.join("../shared/letters/wild"),
    ];
    let files = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().filter_map(Result::ok).map(|entry| entry.path());
    let texts = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt" || ending == "md"));
    let wrong: Vec<_> = texts
        .filter_map(|path| {
            let text = fs::read_to_string(&path).ok()?;
            let letter = parse(&Source { id: "brief".into(), text, ..Source::default() });
            broken(&letter).map(|rule| format!("{}: {} bytes", path.display(), rule.len()))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Numbers that may be years: those of questions, of answers to questions that are not there, and years.
#[test]
fn high_numbers() {
    let far = (1895..1906)
        .map(|number| format!("Vraag {number}\nHoeveel van {number} delen?\nAntwoord {number}\nHet zijn er {number}.\n"))
        .collect::<Vec<_>>()
        .concat();
    let letter = parse(&Source { id: "brief".into(), text: far, ..Source::default() });
    let said: Vec<_> = letter.exchanges().map(|(_, exchange)| exchange.answer.text(&letter.text).into_owned()).collect();
    assert_eq!(said, (1895..1906).map(|number| format!("Het zijn er {number}.")).collect::<Vec<_>>());
    assert_eq!(broken(&letter), None);
    let years = "Vraag 1\nWanneer is de brug gebouwd?\nAntwoord 1913.\nVraag 2\nEn de sluis?\nAntwoord 1950.\n";
    let letter = parse(&Source { id: "brief".into(), text: years.into(), ..Source::default() });
    let said: Vec<_> = letter.exchanges().map(|(_, exchange)| exchange.answer.text(&letter.text).into_owned()).collect();
    assert_eq!(said, ["1913.", "1950."]);
}

/// An answer to a question that the letter does not ask is listed as not understood.
#[test]
fn answers_without_a_question_are_listed() {
    let text = "Geachte leden,\n\nAntwoord\nDe bomen staan in Noord.\n\nVraag 1\nHoeveel?\nAntwoord 1\nVijf.\n";
    let letter = parse(&Source { id: "brief".into(), text: text.into(), ..Source::default() });
    assert_eq!(broken(&letter), None);
    let unparsed: Vec<_> =
        letter.parts.iter().filter(|part| part.kind == PartKind::Unparsed).map(|part| part.span.of(text).trim()).collect();
    assert_eq!(unparsed, ["Antwoord\nDe bomen staan in Noord."]);
}

fn numbered(most: u32, row: impl Fn(u32) -> String) -> String {
    (1..most).map(row).collect()
}

/// Ten times the text takes about ten times as long, whatever stands in it.
#[test]
fn time_grows_with_the_length() {
    let shapes: [(&str, String); 14] = [
        ("letters", SAMPLE.repeat(40)),
        ("one line", SAMPLE.replace('\n', " ").repeat(40)),
        ("numbers", numbered(2000, |number| format!("{number}. punt\n"))),
        ("questions", numbered(900, |number| format!("Vraag {number}\nHoeveel?\n"))),
        ("stars", "*a **b ***c ".repeat(2500)),
        ("brackets", "[a](b ![c <span [1 ] ".repeat(1500)),
        ("blank", "\n \n".repeat(10_000)),
        ("notes", "woord.1 Meer tekst\n1NOS, 2 mei\n".repeat(900)),
        ("footers", "Ja\n\npagina 1/2\n\n".repeat(1800)),
        (
            "pages",
            numbered(900, |page| {
                format!("Vraag {page} Hoe1 dan? Zo. 1 Een noot. Gemeente Oosterlo Antwoorden op vragen over bomen {page}/899 ")
            }),
        ),
        ("one word", "a".repeat(30_000)),
        ("one number", numbered(900, |number| format!("Vraag 1\nHoeveel van {number} delen?\nAntwoord 1\nZoveel.\n"))),
        ("pipes", numbered(600, |number| format!("| {number} | Hoeveel? | Zoveel. |\n")).replacen('|', "| Nr | Vraag | Antwoord |\n|", 1)),
        ("rows", format!("Nr. Vraag Antwoord\n{}", numbered(600, |number| format!("{number} Hoeveel? Zoveel.\n")))),
    ];
    let timed = |text: &str| {
        let source = Source { id: "brief".into(), text: text.into(), ..Source::default() };
        let start = Instant::now();
        let letter = parse(&source);
        assert_eq!(broken(&letter), None);
        start.elapsed()
    };
    let slow: Vec<_> = shapes
        .iter()
        .map(|(name, text)| (name, timed(text), timed(&text.repeat(10))))
        .filter(|(_, one, ten)| *ten > *one * 40 + Duration::from_millis(300))
        .collect();
    assert!(slow.is_empty(), "{slow:?}");
}
