//! Orders, themes, tables, noise: how a letter is laid out.

use crate::{check, read};

#[test]
fn answers_that_nothing_announces() {
    check(&[
        (
            "in the next paragraph",
            "1. Hoeveel bomen zijn er geplant?\n\nVijftig, in het voorjaar.\n\nEr volgen er meer.\n\n2. Waar?\n\nIn Noord.\n",
            &["[] 1: Vijftig, in het voorjaar./Er volgen er meer.", "[] 2: In Noord."],
        ),
        (
            "on the next line",
            "1. Hoeveel bomen zijn er?\nVijftig.\n2. Waar?\nIn Noord.\n3. Waarom daar?\nDaar is plaats.\n",
            &["[] 1: Vijftig.", "[] 2: In Noord.", "[] 3: Daar is plaats."],
        ),
        (
            "after the question mark",
            "Vraag 1 Hoeveel bomen zijn er? Vijftig.\nVraag 2 Waar staan ze? Zijn ze gezond? In Noord. Ja.\nVraag 3 Waarom daar? Daar is plaats.\n",
            &["[] 1: Vijftig.", "[] 2: In Noord. Ja.", "[] 3: Daar is plaats."],
        ),
        (
            "italic questions with numbers",
            "*1. Hoeveel bomen zijn er?*\n\nVijftig.\n\n*2. Waar staan die?*\n\n*3. Waarom daar?*\n\nDaar is plaats.\n",
            &["[] 1: Vijftig.", "[] 2: ", "[] 3: Daar is plaats."],
        ),
        (
            "italic questions without numbers",
            "Geachte heer Jansen,\n\n*Hoeveel bomen zijn er?*\n\nVijftig.\n\n*Waar staan die?*\n\nIn Noord.\n\nHoogachtend,\n",
            &["[] u1: Vijftig.", "[] u2: In Noord."],
        ),
        (
            "plain questions without numbers",
            "Geachte heer Jansen,\n\nHoeveel bomen zijn er?\n\nVijftig.\n\nWaar staan die?\n\nIn Noord.\n",
            &["[] u1: Vijftig.", "[] u2: In Noord."],
        ),
        ("one question", "Vraag\nHoeveel bomen zijn er?\nAntwoord\nVijftig.\n", &["[] u1: Vijftig."]),
        (
            "unannounced among announced",
            "Vraag 1\nHoeveel?\n\nAntwoord op vraag 1\nVijf.\n\nVraag 2\nWaar?\n\nDie staan in Noord.\n\nVraag 3\nWaarom?\n\nAntwoord op vraag 3\nDaarom.\n",
            &["[] 1: Vijf.", "[] 2: Die staan in Noord.", "[] 3: Daarom."],
        ),
        (
            "a request without a question mark",
            "1. Hoeveel bomen zijn er?\n\nVijftig.\n\n2. Graag een lijst per wijk.\n\nDie is bijgevoegd.\n\n3. Waarom daar?\n\nDaar is plaats.\n",
            &["[] 1: Vijftig.", "[] 2: Die is bijgevoegd.", "[] 3: Daar is plaats."],
        ),
    ]);
}

#[test]
fn orders() {
    check(&[
        (
            "all questions first",
            "VRAGEN\n\n1. Hoeveel?\n2. Waar?\n3. Waarom?\n\nANTWOORDEN\n\nAd 1.\nVijf.\n\nAd 2 en 3.\nHier, daarom.\n",
            &["[] 1: Vijf.", "[] 2+3: Hier, daarom."],
        ),
        (
            "a contents list",
            "Overzicht van de vragen\n1. Hoeveel bomen zijn er geplant?\n2. Waar zijn de bomen geplant?\n\nBeantwoording\n\n1. Hoeveel bomen zijn er geplant?\nAntwoord: Vijf.\n\n2. Waar zijn de bomen geplant?\nAntwoord: Hier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        (
            "questions repeated below",
            "Vraag 1\nHoeveel bomen zijn er geplant?\nAntwoord\nVijf.\nVraag 2\nWaar zijn de bomen geplant?\nAntwoord\nHier.\n\nHoogachtend,\n\nUw vragen\n\n1. Hoeveel bomen zijn er geplant?\n2. Waar zijn de bomen geplant?\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        (
            "questions quoted below",
            "Beste Anna,\n\nAntwoord 1:\nVijf.\n\nAntwoord 2 en 3:\nHier.\n\nGroet,\nPiet\n\n> 1. Hoeveel bomen?\n> 2. Waar?\n> 3. Waarom?\n>\n> Groet, Anna\n",
            &["[] 1: Vijf.", "[] 2+3: Hier."],
        ),
        (
            "a covering letter first",
            "Geachte voorzitter,\n\nHierbij zend ik u de antwoorden.\n\nHoogachtend,\n\nDe minister\n\nVraag 1\nHoeveel?\n\nAntwoord 1\nVijf.\n",
            &["[] 1: Vijf."],
        ),
        (
            "one line",
            "Geachte leden, Hierbij de antwoorden op uw vragen over de bomen in de gemeente en wat daarmee samenhangt, in de volgorde waarin u ze hebt gesteld en zonder bijlagen, zoals besproken in de vergadering van de commissie in het voorjaar van dit jaar, waar ook de wethouder aanwezig was en waar is toegezegd dat u dit voor het eind van de maand zou ontvangen. Vraag 1 Hoeveel bomen zijn er geplant in Noord? Vijftig. Er volgen er meer in het najaar, wanneer het plantseizoen begint. Vraag 2 Waar staan die bomen? En wie betaalt dat? In het park. De provincie betaalt. Vraag 3 Waarom daar? Daar is plaats. Wij vertrouwen erop u zo voldoende te hebben ingelicht.",
            &[
                "[] 1: Vijftig. Er volgen er meer in het najaar, wanneer het plantseizoen begint.",
                "[] 2: In het park. De provincie betaalt.",
                "[] 3: Daar is plaats.",
            ],
        ),
    ]);
}

#[test]
fn themes() {
    check(&[
        (
            "a plain line",
            "Geachte heer Jansen,\n\nDit zijn de antwoorden.\n\nGroen in de wijk\n\nVraag 1\nHoeveel?\n\nAntwoord\nVijf.\n\nGeld en subsidie\n\nVraag 2\nWat kost dat?\n\nAntwoord\nNiets.\n",
            &["[Groen in de wijk] 1: Vijf.", "[Geld en subsidie] 2: Niets."],
        ),
        (
            "glued to the marker",
            "Groen\n\nVraag 1\nHoeveel?\n\nAntwoord\nVijf.\n\nGeld en subsidie**Vraag 2**\nWat kost dat?\n\nAntwoord\nNiets\n\n*Tot besluit***Vraag 3.**\nWaarom?\n\nAntwoord\nDaarom.\n\nOverigVraag 4\nWaar?\n\nAntwoord\nHier.\n",
            &["[Groen] 1: Vijf.", "[Geld en subsidie] 2: Niets", "[Tot besluit] 3: Daarom.", "[Overig] 4: Hier."],
        ),
        (
            "headings",
            "## Groen\n\n**Vraag 1**\nHoeveel?\n\n**Antwoord**\nVijf.\n\n## Geld\n\n**Vraag 2**\nWat kost dat?\n\n**Antwoord**\nZie bijlage 2\n\n**Vraag 3**\nWaarom?\n\n**Antwoord**\nDaarom.\n",
            &["[Groen] 1: Vijf.", "[Geld] 2: Zie bijlage 2", "[Geld] 3: Daarom."],
        ),
        (
            "capitals after an empty answer",
            "GROEN\n\n1. Hoeveel?\nAntwoord: Vijf.\n\n2. Waar?\nAntwoord:\n\nGELD\n\n3. Wat kost dat?\nAntwoord: Niets.\n",
            &["[GROEN] 1: Vijf.", "[GROEN] 2: ", "[GELD] 3: Niets."],
        ),
        (
            "chapters",
            "Hoofdstuk 1. Groen\n\n1. Hoeveel?\nAntwoord: Vijf.\n\nHoofdstuk 2. Geld\n\n2. Wat kost dat?\nAntwoord: Niets.\n",
            &["[Hoofdstuk 1. Groen] 1: Vijf.", "[Hoofdstuk 2. Geld] 2: Niets."],
        ),
        (
            "numbered chapters",
            "1. Groen\n\nVraag 1\nHoeveel?\n\nAntwoord\nVijf.\n\n2. Geld\n\nVraag 2\nWat kost dat?\n\nAntwoord\nTwee dingen:\n1. Planten\n2. Water\n\nVraag 3\nWaarom?\n\nAntwoord\nDaarom.\n",
            &["[1. Groen] 1: Vijf.", "[2. Geld] 2: Twee dingen:/1. Planten/2. Water", "[2. Geld] 3: Daarom."],
        ),
        (
            "in a list of questions",
            "VRAGEN\n\nGroen\n1. Hoeveel?\n2. Waar?\n\nGeld\n3. Wat kost dat?\n\nANTWOORDEN\n\nAd 1.\nVijf.\n\nAd 2.\nHier.\n\nAd 3.\nNiets.\n",
            &["[Groen] 1: Vijf.", "[Groen] 2: Hier.", "[Geld] 3: Niets."],
        ),
        (
            "a short answer is no theme",
            "Vraag 1\nHoeveel?\n\nAntwoord\n\nVijf bomen\n\nVraag 2\nWaar?\n\nAntwoord\n\nIn Noord\n\nVraag 3\nWaarom?\n\nAntwoord\n\nDaarom\n",
            &["[] 1: Vijf bomen", "[] 2: In Noord", "[] 3: Daarom"],
        ),
    ]);
    let letter = read("Groen\n1. Hoeveel?\n\nGeld\n2. Wat kost dat?\n\nAd 1 en 2.\nVijf, voor niets.\n");
    let themes: Vec<_> = letter
        .exchanges()
        .flat_map(|(theme, exchange)| exchange.questions.iter().map(|question| question.title(theme).to_owned()))
        .collect();
    assert_eq!(themes, ["Groen", "Geld"]);
}

#[test]
fn tables_and_fields() {
    check(&[
        (
            "one cell a line",
            "Nr.\nBlz.\nFractie\nVraag\nAntwoord\n\nGROEN\n\n1\n12\nLijst Zuid\nHoeveel bomen zijn er?\nVijf.\n\n2\n12\nLijst Zuid\nWaar staan de bomen die in het\nvoorjaar zijn geplant?\nIn Noord, en een paar in\nOost.\n\n- 2 -\nNr.\nBlz.\nFractie\nVraag\nAntwoord\n\nGELD\n\n3\n14\nGroen Oosterlo\nWat kost dat?\n12\n\n4 15 Lijst Zuid Wie betaalt dat? De provincie.\n",
            &["[GROEN] 1: Vijf.", "[GROEN] 2: In Noord, en een paar in/Oost.", "[GELD] 3: 12", "[GELD] 4: De provincie."],
        ),
        (
            "party after the question",
            "Nr.\nVraag\nFractie\nPH\nAntwoord\n\n1\nHoeveel bomen zijn er?\nLijst Zuid\nDe Boer\nVijf.\n\n2\nGraag een lijst van de bomen in\nNoord.\nLijst Zuid\nDe Boer\nBijgevoegd.\n",
            &["[] 1: Vijf.", "[] 2: Bijgevoegd."],
        ),
        (
            "fields",
            "Vraagnr.  A-1\nBlz.      9\nFractie   Lijst Zuid\nVraag     Hoeveel bomen zijn er in het\n          park geplant?\nAntwoord  412, dat is veel.\n\nVraagnr.  A-2\nBlz.      9\nFractie   Lijst Zuid\nVraag     Waar?\nAntwoord\n\nVraagnr.  B-1\nBlz.      12\nFractie   Lijst Zuid\nVraag     Waarom?\nAntwoord  Drie redenen: ruimte, rust en licht.\n",
            &["[] A-1: 412, dat is veel.", "[] A-2: ", "[] B-1: Drie redenen: ruimte, rust en licht."],
        ),
        (
            "a question within a question",
            "Vraag 1: Bomen\nIn Noord zijn bomen gekapt.\nVraag: Hoeveel?\nAntwoord:\nVijf.\nVraag 2: Geld\nDat kost geld.\nVraag: Hoeveel dan?\nAntwoord:\nNiets.\n",
            &["[] 1: Vijf.", "[] 2: Niets."],
        ),
        (
            "rows on one line",
            "Nr. Blz. Fractie Vraag Antwoord\n\n1 12 Lijst Zuid Hoeveel bomen zijn er? Vijf.\n2 12 Groen Waar staan ze? In Noord, en\nin Oost.\n3 14 Lijst Zuid Wat kost dat? Niets.\n",
            &["[] 1: Vijf.", "[] 2: In Noord, en/in Oost.", "[] 3: Niets."],
        ),
        (
            "a table inside an answer",
            "Vraag 1\nHoeveel?\nAntwoord\nVijf.\nVraag 2\nWat is er gevraagd?\nAntwoord\nZie de tabel.\n| Nr | Vraag | Antwoord |\n| 7 | Hoe? | Zo. |\nVraag 3\nWaar?\nAntwoord\nHier.\n",
            &["[] 1: Vijf.", "[] 2: Zie de tabel./| Nr | Vraag | Antwoord |/| 7 | Hoe? | Zo. |", "[] 3: Hier."],
        ),
        (
            "pipes",
            "| Nr | Fractie | Vraag | Antwoord |\n|---|---|---|---|\n| 1 | Zuid | Hoeveel bomen? | Vijf. |\n| 2 | Zuid | Waar? | In Noord. |\n",
            &["[] 1: Vijf.", "[] 2: In Noord."],
        ),
        ("tabs", "Nr\tVraag\tAntwoord\n1\tHoeveel bomen?\tVijf.\n2\tWaar?\tIn Noord.\n", &["[] 1: Vijf.", "[] 2: In Noord."]),
    ]);
}

#[test]
fn noise() {
    check(&[
        (
            "page furniture",
            "Vraag 1\nHoeveel?\n\nAntwoord\nEr zijn vijf bomen geplant in de\n\nGemeente Oosterlo      kenmerk 12/34      blad 2 van 3\n\nwijk Noord.\n\nVraag 2\nWaar?\n\nAntwoord\nHier.\n\nGemeente Oosterlo      kenmerk 12/34      blad 3 van 3\n",
            &["[] 1: Er zijn vijf bomen geplant in de/wijk Noord.", "[] 2: Hier."],
        ),
        (
            "footnotes",
            "Vraag 1\nKent u het bericht?1\nAntwoord 1\nJa, dat staat in de brief van 4 juni jl.2 Daarin staat meer\n1De Streekbode, 2 mei 2023\n2Kamerstuk 12 345, nr. 6\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1\ndan u vraagt.\nVraag 2\nWaarom?\nAntwoord 2\nDaarom.\n",
            &["[] 1: Ja, dat staat in de brief van 4 juni jl. Daarin staat meer/dan u vraagt.", "[] 2: Daarom."],
        ),
        (
            "notes at the end",
            "Vraag 1\nKent u het bericht? 1)\n\nAntwoord 1\nJa.\n\nVraag 2\nEn het rapport? 2)\n\nAntwoord 2\nNee.\n\n1) De Streekbode, 2 mei 2023\n\n2) Bureau Veld, Rapport\n",
            &["[] 1: Ja.", "[] 2: Nee."],
        ),
        (
            "words broken at line ends",
            "Vraag 1\nHoeveel?\nAntwoord\nDe maat-\nregel geldt voor energie-\nen warmte.\nVraag 2\nWaar?\nAntwoord\nHier.\n",
            &["[] 1: De maatregel geldt voor energie-/en warmte.", "[] 2: Hier."],
        ),
        (
            "closing",
            "Vraag 1\nHoeveel?\n\nAntwoord\nVijf.\n\nWij vertrouwen erop u hiermee voldoende te hebben ingelicht.\n\nHoogachtend,\n\nburgemeester en wethouders van Oosterlo\n",
            &["[] 1: Vijf."],
        ),
        (
            "an empty answer",
            "Vraag 1\nHoeveel?\nAntwoord\nVijf.\nVraag 2\nWaar?\nAntwoord\n\nHoogachtend,\nHet college\n",
            &["[] 1: Vijf.", "[] 2: "],
        ),
    ]);
}

#[test]
fn more_layouts() {
    check(&[
        (
            "an introduction below the heading",
            "## Groen\n\n**Vraag 1**\nHoeveel?\n\n**Antwoord**\nVijf.\n\n## Geld\n\nDe fractie stelde hierover twee vragen.\n\n**Vraag 2**\nWat kost dat?\n\n**Antwoord**\nNiets.\n\n### Toelichting\n\nHet was een gift.\n\n## Overig\n\n**Vraag 3**\nWaar?\n\n**Antwoord**\nHier.\n",
            &["[Groen] 1: Vijf.", "[Geld] 2: Niets./Toelichting/Het was een gift.", "[Overig] 3: Hier."],
        ),
        (
            "a chapter without questions",
            "Hoofdstuk 1 Groen\n\nVraag 1\nHoeveel?\n\nAntwoord\nVijf.\n\nHoofdstuk 2 Wonen\n\nGeen vragen.\n\nHoofdstuk 3 Geld\n\nVraag 2\nWat kost dat?\n\nAntwoord\nNiets.\n",
            &["[Hoofdstuk 1 Groen] 1: Vijf.", "[Hoofdstuk 3 Geld] 2: Niets."],
        ),
        (
            "pages with a header and no number",
            "Gemeente Oosterlo\n\nVraag 1\nHoeveel?\n\nAntwoord\nEr zijn vijf bomen in\n\u{C}Beantwoording vragen bomen\nde wijk.\n\nVraag 2\nWaar?\n\nAntwoord\nHier en\n\u{C}Beantwoording vragen bomen\ndaar.\n",
            &["[] 1: Er zijn vijf bomen in/de wijk.", "[] 2: Hier en/daar."],
        ),
        (
            "page numbers at form feeds",
            "Vraag 1\nHoeveel?\n\nAntwoord\nEr zijn vijf bomen in\n\n2\n\u{C}de wijk.\n\nVraag 2\nWaar?\n\nAntwoord\nHier.\n\n3\n\u{C}\n",
            &["[] 1: Er zijn vijf bomen in/de wijk.", "[] 2: Hier."],
        ),
        (
            "a header of two columns",
            "Vraag\nAntwoord\n\nHoeveel bomen zijn er?\n\nVijftig.\n\nWaar staan ze?\n\nIn Noord.\n",
            &["[] u1: Vijftig.", "[] u2: In Noord."],
        ),
        (
            "labels without numbers",
            "Vraag:\nHoeveel?\nAntwoord:\nVijf.\n\nVraag:\nWaar?\nAntwoord:\nHier.\n",
            &["[] u1: Vijf.", "[] u2: Hier."],
        ),
        ("letters without numbers", "V: Hoeveel?\nA: Vijf.\n\nV: Waar?\nA: Hier.\n", &["[] u1: Vijf.", "[] u2: Hier."]),
        (
            "only answers are labelled",
            "Hoeveel bomen zijn er?\nAntwoord: Vijf.\n\nWaar staan ze?\nAntwoord: Hier.\n",
            &["[] u1: Vijf.", "[] u2: Hier."],
        ),
        (
            "numbers alone on a line",
            "1\nHoeveel bomen zijn er?\n\nAntwoord:\nVijf.\n\n2\nWaar staan ze?\n\nAntwoord:\nHier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        (
            "numbers alone, answers unannounced",
            "1\nHoeveel bomen zijn er?\n\nVijf.\n\n2\nWaar staan ze?\n\nHier.\n\n3\nWaarom?\n\nDaarom.\n",
            &["[] 1: Vijf.", "[] 2: Hier.", "[] 3: Daarom."],
        ),
        (
            "groups in capitals",
            "VRAAG 1 EN 2\nHoeveel? Waar?\nANTWOORD 1 EN 2\nNooit.\nVRAAG 3\nWaarom?\nANTWOORD 3\nDaarom.\n",
            &["[] 1+2: Nooit.", "[] 3: Daarom."],
        ),
        (
            "numbers with a nought",
            "Vraag 01\nHoeveel?\nVraag 02\nWaar?\nAntwoord 1\nVijf.\nAntwoord 2\nHier.\n",
            &["[] 01: Vijf.", "[] 02: Hier."],
        ),
        (
            "residue of bullets",
            "e _ Vraag 1: Hoeveel?\nAntwoord: Vijf.\n. . Vraag 2: Waar?\nAntwoord: Hier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        (
            "a list number before the label",
            "1. Vraag 1\nHoeveel?\nAntwoord\nVijf.\n2. Vraag 2\nWaar?\nAntwoord\nHier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        (
            "headings above the markers",
            "### Vraag 1\nHoeveel?\n\n### Antwoord\nVijf.\n\n### Vraag 2\nWaar?\n\n### Antwoord\nHier.\n",
            &["[] 1: Vijf.", "[] 2: Hier."],
        ),
        (
            "parts of a group listed",
            "Vraag 1\nHoeveel?\nAntwoord 1\nVijf.\nVraag 2 en 3\n2. Waar?\n3. Wanneer?\nAntwoord 2 en 3\nNooit.\nVraag 4\nWaarom?\nAntwoord 4\nDaarom.\n",
            &["[] 1: Vijf.", "[] 2+3: Nooit.", "[] 4: Daarom."],
        ),
        (
            "indented",
            "    1. Hoeveel bomen zijn er?\n\n       Vijftig.\n\n    2. Waar staan ze?\n\n       In Noord.\n",
            &["[] 1: Vijftig.", "[] 2: In Noord."],
        ),
        (
            "capitals inside an answer",
            "GROEN\n\n1. Hoeveel?\nAntwoord: Vijf.\n\nGELD\n\n2. Wat kost dat?\nAntwoord: Niets.\n\nVANDAAG\n\nMORGEN\n\n3. Waarom?\nAntwoord: Daarom.\n",
            &["[GROEN] 1: Vijf.", "[GELD] 2: Niets.", "[MORGEN] 3: Daarom."],
        ),
        (
            "many sentences in a question",
            "1. In Noord staan bomen. Zijn dat er vijftig? Zo nee, hoeveel dan? Nee, het zijn er zestig.\n2. Waar staan ze? In het park. Dat is open.\n3. Wie betaalt? De provincie.\n",
            &["[] 1: Nee, het zijn er zestig.", "[] 2: In het park. Dat is open.", "[] 3: De provincie."],
        ),
    ]);
}
