//! What pages leave in a text: running heads and page numbers inside long lines, footnotes, words after the last answer.

use antwoordmeter::letter::PartKind;

use crate::{read, told};

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

/// Marks that a converter put at the beginning of a line are no notes, and a note ends where the text goes on.
#[test]
fn notes_and_marks_at_the_beginning_of_lines() {
    let table: [(&str, &str, &str); 6] = [
        (
            "the note stands lower on the page",
            "Voor het snoeien is geld opgenomen in de begroting van dit jaar\n2 en in die van de jaren daarna. Dat is\ngenoeg voor alle wijken.\n1Gemeenteblad, nr. 12\n2Kadernota, p. 4\n\npagina 1/2\n",
            "Voor het snoeien is geld opgenomen in de begroting van dit jaar/en in die van de jaren daarna. Dat is/genoeg voor alle wijken.",
        ),
        (
            "after a whole sentence",
            "De lindes zijn gekeurd door een bureau1.\n1 De eiken volgen later. Het bureau\nheeft die nog niet bekeken.\n1Rapport van mei\n\npagina 1/2\n",
            "De lindes zijn gekeurd door een bureau./De eiken volgen later. Het bureau/heeft die nog niet bekeken.",
        ),
        (
            "with the stop of its sentence",
            "Dat staat in de nota\n1. De raad kent die.\n1Nota groen, p. 3\n\npagina 1/2\n",
            "Dat staat in de nota. De raad kent die.",
        ),
        (
            "a note that begins with a year",
            "Dat staat in de nota1.\n12023 Nota groen: https://voorbeeld.nl/nota\n\npagina 1/2\n",
            "Dat staat in de nota.",
        ),
        ("a note that begins with a site", "Dat staat op de site1.\n1voorbeeld.nl (Nota groen)\n\npagina 1/2\n", "Dat staat op de site."),
        (
            "the text goes on below the note",
            "De nota1 noemt dat, en\n\n1 Nota groen van de gemeente.\nook de kosten staan erin.\n\npagina 1/2\n",
            "De nota noemt dat, en/ook de kosten staan erin.",
        ),
    ];
    let wrong: Vec<_> = table
        .iter()
        .map(|(name, answer, wanted)| (name, told(&read(&format!("Vraag 1\nHoe1 en wat2?\nAntwoord 1\n{answer}"))), wanted))
        .filter(|(_, found, wanted)| *found != [format!("[] 1: {wanted}")])
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What those who asked explain below their last question is no answer to it; an explanation of the answer is.
#[test]
fn explanations_below_the_last_answer() {
    let table = [
        ("\n\nToelichting:\nDeze vragen dienen ter aanvulling op eerdere vragen van de fractie.\n", "Ja."),
        ("\n\n**Toelichting**\n\nDeze vragen zijn een vervolg op die van mei.\n", "Ja."),
        ("\n\nDeze vragen dienen ter aanvulling op eerdere vragen van de fractie.\n", "Ja."),
        ("\n\nToelichting:\nDe bomen staan in het park.\n", "Ja./Toelichting:/De bomen staan in het park."),
    ];
    let wrong: Vec<_> = table
        .iter()
        .map(|(below, wanted)| (told(&read(&format!("Vraag 1\nStaan er bomen?\n\nAntwoord 1\nJa.{below}"))), wanted))
        .filter(|(found, wanted)| *found != [format!("[] 1: {wanted}")])
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Notes numbered `1)`, the form of a list, stood in the answer above them.
#[test]
fn notes_numbered_as_a_list() {
    let text = "Vraag 1\nKent u het bericht? 1)\n\nAntwoord 1\nJa. Dat staat in de brief. 2)\n\n-----\n1) De Bode, 3 mei\n2) Nota groen, nr. 4\n-----\n\n\
                Vraag 2\nWat gebeurt er?\n\nAntwoord 2\nDat staat in de studie. 3)\n\nVraag 3\nHoe?\n\nAntwoord 3\nZo:\n1) eerst snoeien\n2) dan planten\n\n3) https://voorbeeld.nl/studie\n";
    assert_eq!(
        told(&read(text)),
        ["[] 1: Ja. Dat staat in de brief.", "[] 2: Dat staat in de studie.", "[] 3: Zo:/1) eerst snoeien/2) dan planten"]
    );
}
