//! What kind of document it is and what it says of itself.

use antwoordmeter::letter::{LetterKind, parse};
use antwoordmeter::source::{Mark, MarkKind, Source};
use antwoordmeter::text::Span;

use crate::{read, told};

#[test]
fn kinds() {
    let table = [
        (LetterKind::Answer, "Vraag 1\nHoeveel?\nAntwoord\nVijf.\n"),
        (
            LetterKind::Questions,
            "Geacht college,\n\nVraag 1\nHoeveel bomen zijn er?\n\nVraag 2\nWaar? Graag uitsplitsen naar wijk.\n\nMet vriendelijke groet,\nAnna\n",
        ),
        (LetterKind::Questions, "1. Hoeveel bomen zijn er?\n2. Waar staan ze?\n3. Waarom?\n"),
        (
            LetterKind::Postponement,
            "Uw vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.\n\nVraag 1\nHoeveel?\n\nVraag 2\nWaar?\n\nWij vragen uw begrip.\n\nHoogachtend,\n",
        ),
        (
            LetterKind::Postponement,
            "Mededeling van minister X (ontvangen 2 mei 2024)\n\nDe vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.\n",
        ),
        (LetterKind::Questions, "Mondelinge vragen van het lid Jansen (Lijst Zuid) aan de Minister over bomen (ingezonden 2 mei 2024)\n"),
        (LetterKind::Other, "Verslag van de vergadering.\n\nDe voorzitter opent om acht uur.\n"),
        (LetterKind::Other, ""),
    ];
    let wrong: Vec<_> =
        table.iter().map(|(kind, text)| (kind, read(text).about.kind, text)).filter(|(wanted, found, _)| *wanted != found).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn letter_data() {
    let letter = read(
        "Gemeente Oosterlo\n\nAan de fractie Lijst Zuid\n\nDatum        14 mei 2024\nOns kenmerk  Z/24/0488\nOnderwerp    Beantwoording vragen over bomen\n\nGeachte heer Jansen,\n\nOp 10 april jl. stelde u ons vragen over bomen.\n\nVraag 1\nHoeveel?\nAntwoord\nVijf.\n",
    );
    let about = &letter.about;
    assert_eq!(
        (about.date.map(|date| date.to_string()), about.asked.map(|date| date.to_string())),
        (Some("2024-05-14".into()), Some("2024-04-10".into()))
    );
    assert_eq!((about.sender.as_str(), about.addressee.as_str()), ("Gemeente Oosterlo", "de fractie Lijst Zuid"));
    assert_eq!((about.subject.as_str(), about.reference.as_str()), ("Beantwoording vragen over bomen", "Z/24/0488"));
    let asked = |to: &str| read(&format!("Aan: {to}\nDatum: 14 mei 2024\n\nVraag 1\nHoeveel?\nAntwoord\nVijf.\n")).about.addressee;
    assert_eq!(asked("het college van\nburgemeester en wethouders"), "het college van burgemeester en wethouders");
    assert_eq!(asked("de voorzitter van de Tweede\nKamer"), "de voorzitter van de Tweede Kamer");
    assert_eq!(asked("de voorzitter van"), "de voorzitter van", "a label is no name");
    let dates = [
        ("datum\n8 april 2025\n\nVraag 1\nWat?\nAntwoord\nDit.", "2025-04-08"),
        ("Oosterlo, 8 april 2025\n\nVraag 1\nWat?\nAntwoord\nDit.", "2025-04-08"),
        ("Antwoord van Minister X (ontvangen 19 november 2024)\n\nVraag 1\nWat?\nAntwoord 1\nDit.", "2024-11-19"),
        ("**Datum** 18 juni 2024 **Zaaknummer** 14288\n\nVraag 1\nWat?\nAntwoord\nDit.", "2024-06-18"),
        ("Vraag 1\nWat?\nAntwoord\nDit.\n\nOosterlo, 8 juni 2022\n\nNamens het college,", "2022-06-08"),
        ("Antwoord van Minister X (ontvangen 19 november2024)\n\nVraag 1\nWat?\nAntwoord 1\nDit.", "2024-11-19"),
        ("Verzonden: 16-06-2010\n\nVraag 1\nWat?\nAntwoord\nDit.", "2010-06-16"),
    ];
    let wrong: Vec<_> = dates
        .iter()
        .map(|(text, date)| (text, read(text).about.date.map(|date| date.to_string()), date))
        .filter(|(_, found, wanted)| found.as_deref() != Some(**wanted))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Who asked and about what, where only a sentence says so.
#[test]
fn postponements_tell_who_asked() {
    let late = "kunnen niet binnen de gebruikelijke termijn worden beantwoord.";
    let table = [
        (
            format!(
                "Op 6 mei jl. heeft het lid Jansen (Lijst Zuid) schriftelijke vragen gesteld aan de minister van Groen over zieke bomen.\n\nDe vragen {late}\n"
            ),
            "het lid Jansen (Lijst Zuid)",
            "zieke bomen",
        ),
        (format!("De vragen van de leden Jansen en De Wit over zieke bomen {late}\n"), "de leden Jansen en De Wit", "zieke bomen"),
    ];
    let found = |text: &str| {
        let about = read(text).about;
        (about.kind, about.addressee, about.subject)
    };
    let wrong: Vec<_> = table
        .iter()
        .map(|(text, who, what)| (found(text), (LetterKind::Postponement, (*who).to_owned(), (*what).to_owned())))
        .filter(|(found, wanted)| found != wanted)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Italics that a format tells, without markup in the text.
#[test]
fn marks_serve_as_markup() {
    let text = "Hoeveel bomen zijn er?\nVijftig.\nWaar staan die?\nIn Noord.\n";
    let mark = |part: &str| text.find(part).map(|at| Mark { span: Span::new(at, at + part.len()), kind: MarkKind::Italic });
    let marks = ["Hoeveel bomen zijn er?", "Waar staan die?"].into_iter().filter_map(mark).collect();
    let letter = parse(&Source { id: "brief".into(), text: text.into(), marks, ..Source::default() });
    assert_eq!(told(&letter), ["[] u1: Vijftig.", "[] u2: In Noord."]);
}
