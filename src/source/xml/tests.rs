//! Small documents and what is read of them.

use std::path::Path;

use crate::source::{Limits, MarkKind, Source};

fn read(text: &str) -> Source {
    super::xml(Path::new("vraag.xml"), "vraag", text.as_bytes(), &Limits::default())
        .unwrap_or_else(|error| Source { text: error.to_string(), ..Source::default() })
}

/// The stretches under marks of one kind.
fn marked(source: &Source, wanted: fn(&MarkKind) -> bool) -> Vec<&str> {
    source.marks.iter().filter(|mark| wanted(&mark.kind)).map(|mark| mark.span.of(&source.text)).collect()
}

const WHOLE: &str = "<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE officiele-publicatie SYSTEM 'op.dtd'>
<officiele-publicatie xmlns:xsi='x' xsi:schemaLocation='y'>
  <metadata><meta name='DC.date' content='1'>weg</meta></metadata>
  <kamervragen>
    <kamervraagkop><tekstregel>Vergaderjaar 2031-2032</tekstregel></kamervraagkop>
    <kamervraagnummer>12</kamervraagnummer>
    <kamervraagomschrijving type='vraag'>Vragen van het lid <naam><voornaam>A.</voornaam> <achternaam>Zee</achternaam></naam>
      over <kamervraagonderwerp>duinen</kamervraagonderwerp> <datum>(ingezonden 3 mei 2032)</datum></kamervraagomschrijving>
    <vraag><nr status='officieel'>Vraag 1</nr><al>Groeit het <nadruk type='vet'>duin</nadruk><noot id='n'><noot.nr>1</noot.nr><noot.al>Zie <extref>duin.nl</extref>.</noot.al></noot>?</al></vraag>
    <antwoord><nr>Antwoord 1</nr><al>Ja.</al><al>Elk jaar.</al></antwoord>
    <vraag><nr>2</nr><al-groep><al>Hoe?</al></al-groep></vraag>
    <antwoord><nr>2</nr><lijst type='expliciet'><li><li.nr>a.</li.nr><al>Zand</al></li><li><li.nr>b.</li.nr><al>Gras</al></li></lijst>
      <tussenkop kopopmaak='cur'>Wind</tussenkop><al>Ook<br/>wind.</al></antwoord>
  </kamervragen>
</officiele-publicatie>";

#[test]
fn a_whole_document() {
    let source = read(WHOLE);
    let wanted = "Vergaderjaar 2031-2032\n12\n\nVragen van het lid A. Zee over duinen (ingezonden 3 mei 2032)\n\nVraag 1\nGroeit het duin1?\n\n\
        Antwoord 1\nJa.\nElk jaar.\n\nVraag 2\nHoe?\n\nAntwoord 2\na. Zand\nb. Gras\n\nWind\nOok\nwind.\n\n1 Zie duin.nl.\n";
    assert_eq!(source.text, wanted);
    assert_eq!(marked(&source, |kind| *kind == MarkKind::Number), ["Vraag 1", "Antwoord 1", "Vraag 2", "Antwoord 2", "a.", "b."]);
    assert_eq!(marked(&source, |kind| *kind == MarkKind::Call), ["1"]);
    assert_eq!(marked(&source, |kind| *kind == MarkKind::Note), ["1 Zie duin.nl."]);
    assert_eq!(marked(&source, |kind| *kind == MarkKind::Bold), ["duin"]);
    assert_eq!(marked(&source, |kind| matches!(kind, MarkKind::Heading(3) | MarkKind::Italic)), ["Wind", "Wind"]);
    assert_eq!(
        marked(&source, |kind| matches!(kind, MarkKind::Paragraph(1 | 3))),
        ["Vergaderjaar 2031-2032", "Vragen van het lid A. Zee over duinen (ingezonden 3 mei 2032)"]
    );
}

#[test]
fn parts_of_documents() {
    let table = [
        ("<vraag><nr>1</nr><al>Wat?</al></vraag>\n<antwoord><nr>1</nr><al>Dit.</al></antwoord>", "Vraag 1\nWat?\n\nAntwoord 1\nDit.\n"),
        ("\u{FEFF}<k:vraag xsi:type='q'><k:al>Wat&#233;?</k:al></k:vraag>", "Waté?\n"),
        ("<antwoord xmlns='urn:x'><nr>Antwoord op vraag 3</nr><al>Dit.</al></antwoord>", "Antwoord op vraag 3\nDit.\n"),
        ("<brief><vraag><onbekend>Wat</onbekend><nog>een</nog></vraag></brief>", "Wat\neen\n"),
        ("<vraag><al>Wat</al></vraag><noot><noot.nr>2</noot.nr><noot.al>Dit</noot.al><noot.al>Dat</noot.al></noot>", "Wat\n\n2 Dit\nDat\n"),
    ];
    let wrong: Vec<_> = table.iter().map(|(text, wanted)| (read(text).text, *wanted)).filter(|(found, wanted)| found != wanted).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn cells_stand_where_the_table_says() {
    let source = read(
        "<antwoord><table><title>Duinen</title><tgroup cols='3'><colspec colname='a'/><colspec colname='b'/><colspec colname='c'/>\
        <thead><row><entry colname='a'><al>Jaar</al></entry><entry namest='b' nameend='c'>Hoogte</entry></row></thead>\
        <tbody><row><entry morerows='1'>2031</entry><entry>4</entry><entry>5</entry></row><row><entry colname='c'>6</entry></row></tbody>\
        </tgroup></table></antwoord>",
    );
    assert_eq!(source.text, "Duinen\nJaar\nHoogte\n2031\n4\n5\n6\n");
    let cells: Vec<_> = source
        .marks
        .iter()
        .filter_map(|mark| match mark.kind {
            MarkKind::Cell(cell) => Some((mark.span.of(&source.text), cell.row, cell.column, cell.columns, cell.header)),
            _ => None,
        })
        .collect();
    let wanted = [
        ("Jaar", 0, 0, 1, true),
        ("Hoogte", 0, 1, 2, true),
        ("2031", 1, 0, 1, false),
        ("4", 1, 1, 1, false),
        ("5", 1, 2, 1, false),
        ("6", 2, 2, 1, false),
    ];
    assert_eq!(cells, wanted);
}

#[test]
fn xml_that_is_not_read() {
    let attributes: String = (0..20_000).flat_map(|number| [" a".to_owned(), number.to_string(), "='x'".to_owned()]).collect();
    let spaces: String = (0..900).flat_map(|number| [" xmlns:a".to_owned(), number.to_string(), "='x'".to_owned()]).collect();
    let table = [
        ("<rss><item>Nieuws</item></rss>".to_owned(), "of a kind"),
        ("<!DOCTYPE vraag [<!ENTITY a 'b'>]><vraag>&a;</vraag>".to_owned(), "definitions of its own"),
        ("<vraag>\n<al>Wat</vraag>".to_owned(), "vraag.xml:2: is XML that is damaged"),
        ("<vraag>&nbsp;</vraag>".to_owned(), "damaged"),
        (format!("{}{}", "<vraag>".repeat(600), "</vraag>".repeat(600)), "512 deep"),
        ("<vraag>".repeat(100_000), "damaged"),
        (format!("<vraag>{}</vraag>", "<a/>".repeat(1 << 20)), "more elements"),
        (format!("<vraag{attributes}/>"), "more attributes"),
        (format!("<vraag{spaces}>{}</vraag>", "<a/>".repeat(300_000)), "more attributes"),
        ("<vraag/>".to_owned(), "holds no text"),
    ];
    let wrong: Vec<_> =
        table.iter().map(|(text, wanted)| (read(text).text, wanted)).filter(|(found, wanted)| !found.contains(*wanted)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
