//! The words and numbers that announce questions and answers.

use crate::{check, read};

#[test]
fn markers() {
    check(&[
        (
            "bare answers",
            "Vraag 1\nHoeveel bomen zijn geplant?\n\nAntwoord\nVijftig.\n\nVraag 2\nWaar?\n\nAntwoord\nIn Noord.\n",
            &["[] 1: Vijftig.", "[] 2: In Noord."],
        ),
        (
            "numbered answers",
            "Vraag 1\nHoeveel?\nAntwoord op vraag 1\nVijf.\nVraag 2:\nWaar?\nAntwoord vraag 2:\nHier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        (
            "text on the line of the marker",
            "Vraag 1: Hoeveel?\nAntwoord: Vijf.\nVraag 2 : Waar?\nAntwoord : Hier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        (
            "who answers",
            "1. Hoeveel?\nAntwoord college:\nVijf.\n2. Waar?\nReactie van het college\nHier.\n3. Waarom?\nAntwoord Gedeputeerde Staten van Oosterlo:\nDaarom.\n",
            &["[] 1: Vijf.", "[] 2: Hier.", "[] 3: Daarom."],
        ),
        ("our answer", "1. Hoeveel?\nOns antwoord:\nVijf.\n\n2. Waar?\nOns antwoord: Hier.\n", &["[] 1: Vijf.", "[] 2: Hier."]),
        (
            "nr.",
            "Vraag nr. 1\nHoeveel?\nBeantwoording vraag 1\nVijf.\nVraag nr. 2\nWaar?\nBeantwoording vraag 2\nHier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        ("letters", "V1: Hoeveel?\nA1: Vijf.\nV2: Waar?\nA2: Hier.\n", &["[] 1: Vijf.", "[] 2: Hier."]),
        ("questions and answers in English letters", "Q1. Hoeveel?\nA1. Vijf.\n\nQ2. Waar?\nA2. Hier.\n", &["[] 1: Vijf.", "[] 2: Hier."]),
        (
            "asked by a party",
            "Vraag 1 (Groen Oosterlo): Hoeveel?\nAntwoord: Vijf.\nVraag 2 (Lijst Zuid): Waar?\nAntwoord: Hier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        (
            "bullets before markers",
            "• Vraag 1: Hoeveel?\n• Antwoord: Vijf.\n• Vraag 2: Waar?\n• Antwoord: Hier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        ("brackets and tabs", "1)\tHoeveel?\n\tAntwoord:\tVijf.\n2)\tWaar?\n\tAntwoord:\tHier.\n", &["[] 1: Vijf.", "[] 2: Hier."]),
        (
            "a number before the word",
            "1. Vraag:\nHoeveel?\nAntwoord:\nVijf.\n2. Vraag:\nWaar?\nAntwoord:\nHier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        (
            "a reference at a line end is no marker",
            "Vraag 1\nHoeveel?\nAntwoord\nZie het antwoord op\nvraag 2. Daar staat het.\nVraag 2\nWaar?\nAntwoord\nHier.\n",
            &["[] 1: Zie het antwoord op/vraag 2. Daar staat het.", "[] 2: Hier."],
        ),
        (
            "a sentence about a question is no marker",
            "Vraag 1\nHoeveel?\nAntwoord\nVijf.\nVraag 2 gaat over hetzelfde.\nVraag 2\nWaar?\nAntwoord\nHier.\n",
            &["[] 1: Vijf./Vraag 2 gaat over hetzelfde.", "[] 2: Hier."],
        ),
        (
            "markdown",
            "**Vraag 1**\n\n*Hoeveel?*\n\n**Antwoord**\n\nVijf **bomen**.\n\n**Vraag 2**\n\n*Waar?*\n\n**Antwoord**\n\nIn *Noord*.\n",
            &["[] 1: Vijf bomen.", "[] 2: In Noord."],
        ),
        (
            "bold marker with the text behind it",
            "**Vraag 1:** Hoeveel?\n\n**Antwoord 1:** Vijf.\n\n**Vraag 2:** Waar?\n\n**Antwoord 2:** Hier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        ("only answers", "Antwoord 1\nVijf.\n\nAntwoord 2\nHier.\n", &["[] 1: Vijf.", "[] 2: Hier."]),
    ]);
}

#[test]
fn groups() {
    check(&[
        (
            "a set in the marker",
            "Vraag 1\nHoeveel?\nAntwoord 1\nVijf.\nVraag 2 en 3\nWaar? Wanneer?\nAntwoord 2 en 3\nNooit.\n",
            &["[] 1: Vijf.", "[] 2+3: Nooit."],
        ),
        (
            "questions apart, one answer",
            "Vraag 1\nHoeveel?\nVraag 2\nWaar?\nVraag 3\nWanneer?\nAntwoord op de vragen 1, 2 en 3\nNooit.\n",
            &["[] 1+2+3: Nooit."],
        ),
        (
            "not in a row",
            "Vraag 1\nHoeveel?\nVraag 2\nWaar?\nAntwoord 2\nHier.\nVraag 3\nWanneer?\nAntwoord 1 en 3\nNooit.\n",
            &["[] 1+3: Nooit.", "[] 2: Hier."],
        ),
        (
            "a range",
            "Vraag 1 t/m 3\nHoeveel, waar en wanneer?\nAntwoord vraag 1-3:\nNooit.\nVraag 4\nWaarom?\nAntwoord 4\nDaarom.\n",
            &["[] 1+2+3: Nooit.", "[] 4: Daarom."],
        ),
        (
            "a bare answer for all before it",
            "Vraag 1\nHoeveel?\n\nVraag 2\nWaar?\n\nAntwoord\nDat is niet bekend.\n\nVraag 3\nWaarom?\n\nAntwoord\nDaarom.\n",
            &["[] 1+2: Dat is niet bekend.", "[] 3: Daarom."],
        ),
        ("ampersands", "Vraag 1\nHoeveel?\nVraag 2\nWaar?\nAntwoord 1 & 2:\nNooit.\n", &["[] 1+2: Nooit."]),
    ]);
}

#[test]
fn numbers() {
    check(&[
        (
            "parts of one number",
            "Vraag 1\na) Hoeveel?\nb) Waar?\nAntwoord 1\na) Vijf.\nb) Hier.\nVraag 2\nWaarom?\nAntwoord 2\nDaarom.\n",
            &["[] 1: a) Vijf./b) Hier.", "[] 2: Daarom."],
        ),
        (
            "numbers with letters",
            "3a. Hoeveel?\nAntwoord: Vijf.\n3b. Waar?\nAntwoord: Hier.\n4. Waarom?\nAntwoord: Daarom.\n",
            &["[] 3a: Vijf.", "[] 3b: Hier.", "[] 4: Daarom."],
        ),
        (
            "numbers of chapters",
            "Vraag A-1\nHoeveel?\nAntwoord\nVijf.\nVraag A-2\nWaar?\nAntwoord\nHier.\nVraag B-1\nWaarom?\nAntwoord\nDaarom.\n",
            &["[] A-1: Vijf.", "[] A-2: Hier.", "[] B-1: Daarom."],
        ),
        (
            "a list inside an answer",
            "1. Hoeveel?\nAntwoord: Dit:\n1. vijf eiken\n2. zes linden\n2. Waar?\nAntwoord: Hier.\n3. Waarom?\nAntwoord: Daarom.\n",
            &["[] 1: Dit:/1. vijf eiken/2. zes linden", "[] 2: Hier.", "[] 3: Daarom."],
        ),
        (
            "a list inside an answer that nothing announces",
            "1. Welke bomen zijn geplant?\n\nDit zijn ze:\n1. vijf eiken\n2. zes linden\n\n2. Waar?\n\nIn Noord.\n",
            &["[] 1: Dit zijn ze:/1. vijf eiken/2. zes linden", "[] 2: In Noord."],
        ),
        (
            "numbers begin anew",
            "A. Groen\n\n1. Hoeveel?\nAntwoord: Vijf.\n\n2. Waar?\nAntwoord: Hier.\n\nB. Geld\n\n1. Wat kost dat?\nAntwoord: Niets.\n",
            &["[A. Groen] 1: Vijf.", "[A. Groen] 2: Hier.", "[B. Geld] 1: Niets."],
        ),
        ("a number is missing", "Vraag 1\nHoeveel?\nAntwoord\nVijf.\nVraag 3\nWaar?\nAntwoord\nHier.\n", &["[] 1: Vijf.", "[] 3: Hier."]),
    ]);
    let anew = read("A. Groen\n\n1. Hoeveel?\nAntwoord: Vijf.\n\nB. Geld\n\n1. Wat kost dat?\nAntwoord: Niets.\n");
    let ids: Vec<_> = anew.exchanges().flat_map(|(_, exchange)| &exchange.questions).map(|question| question.id.as_str()).collect();
    assert_eq!(ids, ["brief#1.1", "brief#2.1"]);
    let missing = read("Vraag 1\nHoeveel?\nAntwoord\nVijf.\nVraag 3\nWaar?\nAntwoord\nHier.\n");
    assert_eq!(missing.warnings, ["question 2 is missing"]);
}

#[test]
fn other_wordings() {
    check(&[
        (
            "an own word for the question",
            "Raadsvraag 1\nHoeveel?\nAntwoord\nVijf.\nRaadsvraag 2\nWaar?\nAntwoord\nHier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        (
            "an adjective before it",
            "Technische vraag 1\nHoeveel?\nTechnisch antwoord\nVijf.\nTechnische vraag 2\nWaar?\nTechnisch antwoord\nHier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        ("capitals", "VRAAG 1\nHoeveel?\nANTWOORD\nVijf.\nVRAAG 2\nWaar?\nANTWOORD\nHier.\n", &["[] 1: Vijf.", "[] 2: Hier."]),
        ("small letters", "vraag 1: hoeveel?\nantwoord: vijf.\nvraag 2: waar?\nantwoord: hier.\n", &["[] 1: vijf.", "[] 2: hier."]),
        (
            "a person answers",
            "Vraag 1\nHoeveel?\nAntwoord wethouder De Boer\nVijf.\nVraag 2\nWaar?\nAntwoord wethouder De Boer\nHier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        (
            "the number after who answers",
            "Vraag 1\nHoeveel?\nVraag 2\nWaar?\nAntwoord college op vraag 1:\nVijf.\nAntwoord college op vraag 2:\nHier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        (
            "a noun instead of a verb",
            "1. Hoeveel?\n\nBeantwoording:\nVijf.\n\n2. Waar?\n\nBeantwoording:\nHier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        (
            "asked by a person",
            "Vraag van de heer Jansen (Lijst Zuid): Hoeveel?\nAntwoord: Vijf.\nVraag van mevrouw Pietersen (Groen): Waar?\nAntwoord: Hier.\n",
            &["[] u1: Vijf.", "[] u2: Hier."],
        ),
        ("both on one line", "Vraag 1: Hoeveel? Antwoord: Vijf.\nVraag 2: Waar? Antwoord: Hier.\n", &["[] 1: Vijf.", "[] 2: Hier."]),
        (
            "numbers with points",
            "1.1 Hoeveel bomen zijn er?\nVijftig.\n1.2 Waar staan ze?\nIn Noord.\n2.1 Wat kost dat?\nNiets.\n",
            &["[] 1.1: Vijftig.", "[] 1.2: In Noord.", "[] 2.1: Niets."],
        ),
        (
            "numbers without a stop",
            "1 Hoeveel bomen zijn er?\nVijftig.\n2 Waar staan ze?\nIn Noord.\n3 Wat kost dat?\nNiets.\n",
            &["[] 1: Vijftig.", "[] 2: In Noord.", "[] 3: Niets."],
        ),
        (
            "bold numbered questions",
            "**1. Hoeveel bomen zijn er?**\nVijftig.\n\n**2. Waar staan ze?**\nIn Noord.\n",
            &["[] 1: Vijftig.", "[] 2: In Noord."],
        ),
        (
            "quoted questions between the answers",
            "Beste Anna,\n\n> 1. Hoeveel bomen zijn er?\nVijftig.\n\n> 2. Waar staan ze?\nIn Noord.\n\nGroet,\nPiet\n",
            &["[] 1: Vijftig.", "[] 2: In Noord."],
        ),
        (
            "headings of parties",
            "Vragen Lijst Zuid\n\n1. Hoeveel bomen zijn er?\nAntwoord: Vijftig.\n\nVragen Groen Oosterlo\n\n1. Waar staan ze?\nAntwoord: In Noord.\n",
            &["[Vragen Lijst Zuid] 1: Vijftig.", "[Vragen Groen Oosterlo] 1: In Noord."],
        ),
        (
            "a heading with a colon",
            "Groen:\n\nVraag 1\nHoeveel?\n\nAntwoord\nVijf.\n\nGeld:\n\nVraag 2\nWat kost dat?\n\nAntwoord\nNiets.\n",
            &["[Groen] 1: Vijf.", "[Geld] 2: Niets."],
        ),
        (
            "a rule below the heading",
            "Groen\n=====\n\nVraag 1\nHoeveel?\n\nAntwoord\nVijf.\n\nGeld\n====\n\nVraag 2\nWat kost dat?\n\nAntwoord\nNiets.\n",
            &["[Groen] 1: Vijf.", "[Geld] 2: Niets."],
        ),
        (
            "an explanation before the question",
            "Vraag 1\n\nIn Noord zijn bomen gekapt.\n\nHoeveel waren dat er?\n\nVijf.\n\nVraag 2\n\nIn Oost ook.\n\nHoeveel daar?\n\nZes.\n",
            &["[] 1: Vijf.", "[] 2: Zes."],
        ),
        (
            "questions and answers in two paragraphs each",
            "Vraag 1:\n\nHoeveel?\n\nEn waar?\n\nAntwoord:\n\nVijf.\n\nHier.\n\nVraag 2:\n\nWaarom?\n\nAntwoord:\n\nDaarom.\n",
            &["[] 1: Vijf./Hier.", "[] 2: Daarom."],
        ),
        (
            "a table inside an answer",
            "Vraag 1\nHoeveel?\nAntwoord\nZie de tabel.\nJaar\n2022\n2023\nBomen\n12\n14\nVraag 2\nWaar?\nAntwoord\nHier.\n",
            &["[] 1: Zie de tabel./Jaar/2022/2023/Bomen/12/14", "[] 2: Hier."],
        ),
        ("a figure alone", "Vraag 1\nHoeveel?\n\nAntwoord\n\n2\n\nVraag 2\nWaar?\n\nAntwoord\n\nHier.\n", &["[] 1: 2", "[] 2: Hier."]),
        (
            "a question within an answer",
            "1. Hoeveel bomen zijn er?\n\nWat telt als boom? Wij tellen alles boven drie meter: vijftig.\n\n2. Waar?\n\nIn Noord.\n",
            &["[] 1: Wat telt als boom? Wij tellen alles boven drie meter: vijftig.", "[] 2: In Noord."],
        ),
        (
            "several answers in one number",
            "Vraag 1\nHoeveel? Waar?\nAntwoord 1a\nVijf.\nAntwoord 1b\nHier.\nVraag 2\nWaarom?\nAntwoord 2\nDaarom.\n",
            &["[] 1: Vijf./Hier.", "[] 2: Daarom."],
        ),
    ]);
}
