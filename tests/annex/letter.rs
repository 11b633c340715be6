//! The annex of a letter, made by the program from outside.

use std::fs;
use std::path::Path;

use antwoordmeter::source::{self, Limits};

use crate::made_up::part;
use crate::support::{files, folder, run};

/// A letter with everything that an annex tells apart.
const LETTER: &str = "\
Aan de leden van de gemeenteraad

datum: 8 april 2025
onderwerp: Bomen in de wijk

Geachte leden,

Hieronder staan de antwoorden op uw vragen van 10 maart 2025.

Planten en kappen

Vraag 1
Hoeveel bomen zijn er in 2024 geplant?

Antwoord
De aantallen worden opgenomen in het jaarverslag 2024, dat in mei 2025 verschijnt.

Vraag 2
Waar staan deze bomen?

Antwoord
De lijst met straten vindt u in de bijlage bij deze brief.

Vraag 3
Wie onderhoudt de bomen?

Antwoord
De bomen worden onderhouden door onze eigen dienst. Die werkt met drie ploegen van vier mensen.

Geld <b>& \"tijd\"</b> 😀

Vraag 4
Wat kostte het planten in 2024?

Antwoord
Ook daarvoor verwijzen wij u naar het jaarverslag 2024.

Vraag 5
Hoe is het geld verdeeld?

Antwoord
Het geld is verdeeld over vier wijken. De wijk Noord kreeg 40.000 euro en de wijk Zuid kreeg 30.000 euro. In de wijk Oost is 20.000 euro uitgegeven aan lindes en in de wijk West 10.000 euro aan eiken. Bij de verdeling is gekeken naar het aantal bomen dat ziek was. Ook is gekeken naar straten waar nog geen enkele boom stond. De bewoners hebben in twee avonden meegedacht over de soorten. Daar kwamen per avond ongeveer zestig mensen op af. De kosten van die avonden waren laag, omdat de zaal van de school was. De kosten per boom lagen tussen 300 en 500 euro. De verschillen komen door de grond, die in het oosten nat is. De cijfers per straat worden opgenomen in het jaarverslag 2024. Na het planten is in alle straten water gegeven door vrijwilligers. Zij deden dat twee keer in de week, de hele zomer lang. Daarmee zijn bijna alle bomen aangeslagen en hoefde er weinig te worden vervangen. Wij zijn hun daar dankbaar voor en hebben hen bedankt.

Met vriendelijke groet,
Burgemeester en wethouders van Wielsterdam
";

/// The words of an annex, blanks made one.
fn words(file: &Path) -> String {
    let text = source::read(file, "bijlage", &Limits::default()).expect("a document").text;
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of the annex that these arguments make, in each format.
fn annex(arguments: &str) -> Vec<String> {
    let folder = folder(&[("bomen.txt", LETTER.as_bytes())]);
    ["docx", "odt"]
        .iter()
        .map(|ending| {
            let (status, stdout, stderr) = run(&folder, &format!("annex bomen.txt --out b.{ending} {arguments}"));
            assert_eq!((status, stderr.as_str()), (0, ""), "{stdout}");
            assert!(stdout.ends_with(&format!("\nb.{ending}\n")), "{stdout}");
            words(&folder.path().join(format!("b.{ending}")))
        })
        .collect()
}

fn assert_all(texts: &[String], there: &[&str], not_there: &[&str]) {
    for text in texts {
        let missing: Vec<_> = there.iter().filter(|words| !text.contains(**words)).collect();
        let wrong: Vec<_> = not_there.iter().filter(|words| text.contains(**words)).collect();
        assert!(missing.is_empty() && wrong.is_empty(), "missing {missing:?}, too much {wrong:?}: {text}");
    }
}

#[test]
fn an_annex_tells_the_finding_the_documents_and_the_answers() {
    let there = [
        "Bijlage: wat de antwoorden doen onderwerp: Bomen in de wijk afzender: Burgemeester en wethouders van Wielsterdam",
        "Bevinding 3 van de 5 antwoorden verwijzen naar een document dat op de datum van de brief (8 april 2025) nog moest verschijnen.",
        "een bijlage van de brief zelf gaan over een stuk dat met de brief is geleverd: antwoord 2.",
        "Figuur 1. Van de 5 antwoorden zijn er 2 uitgesteld en 1 doorverwezen",
        "Geld <b>& \"tijd\"</b> 😀 1 1 0 2 2 van 2 totaal 2 2 1 5 3 van 5",
        "jaarverslag 2024 mei 2025 1, 4, 5 \u{201C}worden opgenomen in het jaarverslag 2024, dat in mei 2025 verschijnt\u{201D} (regel 16, antwoord 1)",
        "Hier staan alle 5 vragen met hun antwoord.",
        "Vraag 1. Hoeveel bomen zijn er in 2024 geplant? uitgesteld; verwijst naar een document dat nog moest verschijnen: jaarverslag 2024, verwacht: mei 2025; in de brief: regel 16 De aantallen worden",
        "doorverwezen; verwijst naar een bijlage die bij deze brief is gevoegd",
        "Vraag 3. Wie onderhoudt de bomen? inhoudelijk; in de brief: regel 28 De bomen worden onderhouden",
        "Methode en grenzen Wat is geteld.",
        "pagina 1 van 1",
    ];
    let texts = annex("");
    assert_all(&texts, &there, &["Wat niet is begrepen:"]);
    // Of one letter counts are told, and shares only of how well the program codes.
    let counted: Vec<_> = texts.iter().filter_map(|text| Some(text.split_once("Methode en grenzen")?.0.to_owned())).collect();
    assert_eq!(counted.len(), texts.len());
    assert_all(&counted, &[], &["%"]);
}

#[test]
fn a_long_answer_is_cut_where_one_sees_it() {
    let there = [
        "Het geld is verdeeld over vier wijken.",
        "[...] De cijfers per straat worden opgenomen in het jaarverslag 2024. [...]",
        "Van antwoorden van meer dan 120 woorden staan hier het begin en de zinnen waarop de code berust; [...] staat waar",
    ];
    assert_all(&annex(""), &there, &["omdat de zaal van de school was", "hebben hen bedankt"]);
    assert_all(&annex("--numbers 1-4"), &["verschijnt."], &["[...]"]);
}

#[test]
fn the_words_that_a_code_rests_on_are_marked() {
    let folder = folder(&[("bomen.txt", LETTER.as_bytes())]);
    assert_eq!(run(&folder, "annex bomen.txt --out b.docx").0, 0);
    let document = part(&fs::read(folder.path().join("b.docx")).expect("a file"), "word/document.xml");
    let marked: Vec<&str> = document
        .split("<w:rStyle w:val=\"Marked\"/>")
        .skip(1)
        .filter_map(|rest| rest.split('<').find(|part| part.starts_with("w:t ")))
        .collect();
    assert!(marked.iter().any(|words| words.contains("worden opgenomen in het jaarverslag")), "{marked:?}");
    assert!(!marked.iter().any(|words| words.contains("onderhouden") || words.contains("kreeg")), "{marked:?}");
}

#[test]
fn answers_are_chosen_by_kind_and_number() {
    let table = [
        ("--only deferral", "Hier staan 2 van de 5 vragen met hun antwoord (gekozen: uitgesteld); de andere", "Vraag 1. Vraag 4."),
        (
            "--only document",
            "Hier staan 3 van de 5 vragen met hun antwoord (gekozen: een document dat nog moest verschijnen)",
            "Vraag 1. Vraag 4. Vraag 5.",
        ),
        ("--only external_reference", "Hier staat 1 van de 5 vragen met haar antwoord (gekozen: doorverwezen)", "Vraag 2."),
        ("--numbers 4,2-3", "Hier staan 3 van de 5 vragen met hun antwoord; de andere staan in de brief.", "Vraag 2. Vraag 3. Vraag 4."),
        ("--numbers bomen#5", "Hier staat 1 van de 5 vragen", "Vraag 5."),
        ("--only deferral --numbers 3-5", "Hier staat 1 van de 5 vragen", "Vraag 4."),
    ];
    for (arguments, said, expected) in table {
        for text in annex(arguments) {
            assert!(text.contains(said), "{arguments}: {text}");
            let found: Vec<String> = (1..=5).map(|number| format!("Vraag {number}.")).filter(|lead| text.contains(lead)).collect();
            assert_eq!(found.join(" "), expected, "{arguments}");
        }
    }
}

#[test]
fn in_english_the_letter_speaks_dutch() {
    let there = [
        "Annex: what the answers do",
        "3 of the 5 answers refer to a document",
        "Question 1. Hoeveel bomen zijn er",
        "expected: May 2025",
        "page 1 of 1",
    ];
    assert_all(&annex("--language en"), &there, &["Bevinding", "Vraag 1.", "verwacht:"]);
}

#[test]
fn what_people_corrected_is_marked_and_what_fits_no_answer_is_told() {
    let corrections = "id,column,value,who,why\nbomen#4,class,substantive,de griffie,het bedrag staat in de begroting\nbomen#9,class,deferral,ik,zomaar\n";
    let folder = folder(&[("bomen.txt", LETTER.as_bytes()), ("c.csv", corrections.as_bytes())]);
    let (status, stdout, _) = run(&folder, "annex bomen.txt --out b.docx --corrections c.csv");
    assert_eq!(status, 0);
    assert!(stdout.contains("c.csv: line 3: no answer fits the correction of `bomen#9`"), "{stdout}");
    let there = [
        "* Mensen hebben de codering van 1 van de 5 antwoorden gecorrigeerd; zij zijn gemarkeerd.",
        "* Door een mens gecorrigeerd. class: deferral werd substantive, door de griffie: het bedrag staat in de begroting",
    ];
    assert_all(&[words(&folder.path().join("b.docx"))], &there, &[]);
    assert_all(&annex(""), &[], &["gecorrigeerd"]);
}

#[test]
fn what_the_letter_does_not_say_can_be_given() {
    let letter = LETTER.replace("datum: 8 april 2025", "").replace("Burgemeester en wethouders van Wielsterdam", "");
    let folder = folder(&[("bomen.txt", letter.as_bytes())]);
    assert_eq!(run(&folder, "annex bomen.txt --out a.docx").0, 0);
    assert!(words(&folder.path().join("a.docx")).contains("datum: staat niet in de brief"));
    assert_eq!(run(&folder, "annex bomen.txt --out b.docx --date 2025-04-09 --sender Raadsgriffie").0, 0);
    let text = words(&folder.path().join("b.docx"));
    assert!(text.contains("afzender: Raadsgriffie") && text.contains("datum: 9 april 2025"), "{text}");
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    let folder = folder(&[("bomen.txt", LETTER.as_bytes())]);
    for name in ["a.docx", "b.docx", "a.odt", "b.odt"] {
        assert_eq!(run(&folder, &format!("annex bomen.txt --out {name}")).0, 0);
    }
    let files = files(folder.path());
    assert_eq!(files[Path::new("a.docx")], files[Path::new("b.docx")]);
    assert_eq!(files[Path::new("a.odt")], files[Path::new("b.odt")]);
    assert_eq!(files.len(), 5, "nothing else is left behind: {:?}", files.keys());
}

#[test]
fn mistakes_are_told_with_a_remedy_and_nothing_is_written() {
    let folder = folder(&[
        ("bomen.txt", LETTER.as_bytes()),
        ("map/a.txt", LETTER.as_bytes()),
        ("map/b.txt", LETTER.replace("bomen", "struiken").as_bytes()),
        ("leeg/a.txt", b"Geachte leden,\n\nHierbij de uitnodiging voor de receptie.\n"),
        ("vragen.txt", b"Datum: 8 april 2025\n\nVraag 1\nHoeveel bomen zijn er?\n\nVraag 2\nWie snoeit ze?\n"),
        ("map.docx/a.txt", b""),
    ]);
    let before = files(folder.path());
    let table = [
        ("bomen.txt --out b.pdf", "b.pdf: an annex is not written as PDF; write .docx or .odt"),
        ("bomen.txt --out b", "b: an annex ends in .docx (Word) or .odt (LibreOffice); for instance --out bijlage.docx"),
        ("bomen.txt --out weg/b.docx", "b.docx: cannot write"),
        ("bomen.txt --out map.docx", "map.docx: is a folder; give the name of a file"),
        ("bomen.txt --numbers 7", "bomen.txt: has no question `7`; choose from 1, 2, 3, 4, 5"),
        ("bomen.txt --numbers 4-2", "bomen.txt: has question `2` before question `4`; give --numbers 2-4"),
        ("bomen.txt --numbers 4-", "a number is missing"),
        ("bomen.txt --only unresolved", "no answer is of the kind that --only asks for"),
        ("bomen.txt --only deferral --numbers 3", "none of the answers with these numbers is of the kind"),
        ("bomen.txt --only later", "invalid value 'later'"),
        ("map", "map/a.txt: holds 2 letters, and an annex is of one; give the file of one letter"),
        ("leeg", "has no questions"),
        ("vragen.txt", "vragen.txt: has questions and no answers; give the letter that answers them"),
        ("vragen.txt --only unanswered", "vragen.txt: has questions and no answers"),
        ("weg.txt", "weg.txt: "),
        ("bomen.txt --out bomen.txt", "bomen.txt: an annex ends in .docx"),
    ];
    for (arguments, message) in table {
        let (status, stdout, stderr) = run(&folder, &format!("annex {arguments}"));
        assert_eq!((status, stdout.as_str()), (2, ""), "{arguments}: {stderr}");
        assert!(stderr.contains(message), "{arguments}: {stderr}");
        assert_eq!(files(folder.path()), before, "{arguments}");
    }
}

#[test]
fn an_annex_is_never_written_over_its_letter() {
    let folder = folder(&[("brief.docx", include_bytes!("../formats/drostenveen_zwembad_2018.docx"))]);
    fs::create_dir(folder.path().join("map")).expect("a folder");
    fs::copy(folder.path().join("brief.docx"), folder.path().join("map/brief.docx")).expect("a copy");
    let before = files(folder.path());
    for arguments in ["brief.docx --out ./brief.docx", "map --out map/brief.docx"] {
        for replace in ["", "--replace"] {
            let (status, _, stderr) = run(&folder, &format!("annex {arguments} {replace}"));
            assert_eq!(status, 2, "{arguments} {replace}");
            assert!(stderr.contains("is read itself, and would be lost; give another name with --out"), "{stderr}");
            assert_eq!(files(folder.path()), before, "{arguments} {replace}");
        }
    }
}

/// What somebody wrote in an annex in Word was lost when the annex was made again.
#[test]
fn an_annex_that_is_there_is_written_over_only_when_asked() {
    let folder = folder(&[("bomen.txt", LETTER.as_bytes()), ("bijlage.docx", b"met de hand bewerkt")]);
    let before = files(folder.path());
    let (status, stdout, stderr) = run(&folder, "annex bomen.txt");
    let told = "antwoordmeter: bijlage.docx: is there already, and may hold what you wrote in it; \
                move it away, give another name with --out, or add --replace\n";
    assert_eq!((status, stdout.as_str(), stderr.as_str()), (2, "", told));
    assert_eq!(files(folder.path()), before);
    assert_eq!(run(&folder, "annex bomen.txt --replace").0, 0);
    assert!(words(&folder.path().join("bijlage.docx")).contains("Bevinding"));
}
