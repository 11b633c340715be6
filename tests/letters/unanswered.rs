//! Notes that nothing was answered: the question is listed, without an answer.

use antwoordmeter::letter::{LetterKind, PartKind};

use crate::{check, read, told};

#[test]
fn notes_are_no_answers() {
    check(&[
        (
            "in square brackets",
            "Vraag 1\nHoeveel bomen zijn geplant?\nAntwoord\nVijftig.\nVraag 2\nWaar?\nAntwoord\n[geen reactie ontvangen]\n",
            &["[] 1: Vijftig.", "[] 2: "],
        ),
        (
            "in round brackets",
            "Vraag 1\nHoeveel?\nAntwoord\n(vraag ingetrokken door de fractie)\nVraag 2\nWaar?\nAntwoord\nHier.\n",
            &["[] 1: ", "[] 2: Hier."],
        ),
        (
            "in italics",
            "Vraag 1\nHoeveel?\nAntwoord\n*[nog niet beantwoord]*\nVraag 2\nWaar?\nAntwoord\nHier.\n",
            &["[] 1: ", "[] 2: Hier."],
        ),
        ("on the line of the marker", "1. Hoeveel?\nAntwoord: [niet ingevuld]\n2. Waar?\nAntwoord: Hier.\n", &["[] 1: ", "[] 2: Hier."]),
        ("nothing at all", "Vraag 1\nHoeveel?\nAntwoord\n\nVraag 2\nWaar?\nAntwoord\nHier.\n", &["[] 1: ", "[] 2: Hier."]),
    ]);
}

#[test]
fn a_withdrawn_question_does_not_share_the_answer_of_the_next() {
    check(&[
        (
            "below the question",
            "Vraag 1\nHoeveel bomen zijn geplant?\n(vraag ingetrokken)\n\nVraag 2\nWaar?\nAntwoord\nHier.\n",
            &["[] 1: ", "[] 2: Hier."],
        ),
        ("in its place", "Vraag 1\n[vraag vervallen]\n\nVraag 2\nWaar?\nAntwoord\nHier.\n", &["[] 1: ", "[] 2: Hier."]),
    ]);
}

#[test]
fn answers_that_look_like_notes_stay() {
    check(&[(
        "short, in brackets, or with more",
        "Vraag 1\nWelke reactie gaf de provincie?\nAntwoord\nGeen reactie ontvangen.\nVraag 2\nWaar?\nAntwoord\n(zie antwoord 1)\nVraag 3\nWie?\nAntwoord\n[nog niet beantwoord]\nWel is zeker dat het de jeugd betreft.\n",
        &["[] 1: Geen reactie ontvangen.", "[] 2: (zie antwoord 1)", "[] 3: [nog niet beantwoord]/Wel is zeker dat het de jeugd betreft."],
    )]);
}

#[test]
fn a_note_is_replaced_by_the_answer_that_comes_later() {
    let letter = read(
        "Vraag 1\nHoeveel?\nAntwoord 1\n[volgt niet tijdig, nog niet beantwoord]\nVraag 2\nWaar?\nAntwoord 2\n[nog niet beantwoord]\n\nAntwoord 2\nAan de dijk.\n",
    );
    assert_eq!(told(&letter)[1], "[] 2: Aan de dijk.");
}

#[test]
fn a_letter_with_notes_only_holds_questions() {
    let letter = read(
        "Vraag 1\nHoeveel bomen zijn er?\nAntwoord\n[geen antwoord ontvangen]\nVraag 2\nWaar staan die?\nAntwoord\n[geen antwoord ontvangen]\n",
    );
    assert_eq!(letter.about.kind, LetterKind::Questions);
    assert!(letter.parts.iter().any(|part| part.kind == PartKind::Answer && part.span.of(&letter.text).contains("[geen antwoord")));
}
