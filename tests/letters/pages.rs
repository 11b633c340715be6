//! What pages leave in a text: running heads and page numbers inside long lines, footnotes, words after the last answer.

use antwoordmeter::letter::PartKind;

use crate::{check, read, told};

/// Sentences that make a line long.
const FILLER: &str = "De bomen in de wijk worden elk jaar bekeken door een aannemer die daarvoor is opgeleid. Daarbij let hij op takken die kunnen vallen en op wortels die het pad omhoog drukken. Wat hij vindt, staat in een lijst die de opzichter bijhoudt.";

/// A letter on one line, with what stands at the top of its second and third page.
fn one_line(second: &str, third: &str) -> String {
    format!(
        "Geachte leden, Hierbij de antwoorden op uw vragen. Vraag 1 Hoeveel bomen1 zijn er geplant? Vijftig. {FILLER} {second}Vraag 2 Waar staan \
         die bomen? In Noord en in Zuid. {FILLER} Een deel staat in het park {third}dat vorig jaar is aangelegd. Vraag 3 Waarom daar? Daar is plaats."
    )
}

#[test]
fn running_heads_and_page_numbers_inside_a_line() {
    let (one, two) = (
        format!("[] 1: Vijftig. {FILLER}"),
        format!("[] 2: In Noord en in Zuid. {FILLER} Een deel staat in het park dat vorig jaar is aangelegd."),
    );
    let wanted = [one.as_str(), two.as_str(), "[] 3: Daar is plaats."];
    let tables = [
        ("", ""),
        ("2/3 ", "3/3 "),
        ("Gemeente Oosterlo Antwoorden op vragen over bomen 2/3 ", "Gemeente Oosterlo Antwoorden op vragen over bomen 3/3 "),
        (
            "Gemeente Oosterlo Antwoorden op vragen over bomen 2/4 ",
            "Gemeente Oosterlo Antwoorden op vragen over bomen 3/4 Gemeente Oosterlo Antw0orden op vragen over bomen 4/4 ",
        ),
        (".., Gemeente Oosterlo Antwoorden op vragen over bomen 2/3 ", "•./ Gemeente Oosterlo Antwoorden op vragen over bomen 3/3 "),
        ("blad 2 van 3 ", "blad 3 van 3 "),
        (
            "1 Geteld in het voorjaar, met de hand. Gemeente Oosterlo Antwoorden op vragen over bomen 2/3 ",
            "Gemeente Oosterlo Antwoorden op vragen over bomen 3/3 ",
        ),
    ];
    let wrong: Vec<_> = tables
        .iter()
        .map(|(second, third)| (told(&read(&one_line(second, third))), second))
        .filter(|(found, _)| *found != wanted)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_only_looks_like_furniture_stays() {
    let repeated = "Wij verwijzen u naar het antwoord op de vraag over snoeien 2/3 ";
    for (second, third) in [("In 1/3 van de wijken groeit klimop. ", "en voor 2/3 "), (repeated, "3/3 "), ("Zie pagina 2 ", "en pagina 3 ")]
    {
        let letter = read(&one_line(second, third));
        let words = told(&letter).join(" ");
        let kept = second.trim().trim_end_matches(" 2/3");
        assert!(words.contains(kept), "{kept}: {words}");
    }
}

#[test]
fn furniture_inside_a_line_is_a_part_of_its_own() {
    let text = one_line("Gemeente Oosterlo Antwoorden op vragen over bomen 2/3 ", "Gemeente Oosterlo Antwoorden op vragen over bomen 3/3 ");
    let letter = read(&text);
    let out: Vec<_> = letter.parts.iter().filter(|part| part.kind == PartKind::Furniture).map(|part| part.span.of(&text).trim()).collect();
    assert_eq!(out, ["Gemeente Oosterlo Antwoorden op vragen over bomen 2/3", "Gemeente Oosterlo Antwoorden op vragen over bomen 3/3"]);
}
