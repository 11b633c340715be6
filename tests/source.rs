//! Files of every kind: encodings, folders, tables of pairs.

mod support;

use std::path::{Path, PathBuf};

use antwoordmeter::error::Problem;
use antwoordmeter::letter::{self, LetterKind};
use antwoordmeter::source::{Columns, Group, Input, Limits, MarkKind, Row, Source, Table, read, walk};
use proptest::prelude::{Strategy, any, prop, proptest};
use support::folder;

fn letter(bytes: &[u8]) -> Result<Source, String> {
    let folder = folder(&[("brief.txt", bytes)]);
    read(&folder.path().join("brief.txt"), "brief", &Limits::default()).map_err(|error| format!("{}; {}", error.what, error.remedy))
}

/// The letters of a table and what was wrong with its rows.
fn table(name: &str, bytes: &[u8], columns: &str) -> Result<(Vec<Group>, Vec<String>), String> {
    let folder = folder(&[(name, bytes)]);
    let table = Table::open(&folder.path().join(name), &columns.parse::<Columns>()?)
        .map_err(|error| format!("{}; {}", error.what, error.remedy))?;
    let (mut groups, mut problems) = (Vec::new(), Vec::new());
    for entry in table {
        match entry {
            Ok(group) => groups.push(Group { file: PathBuf::new(), ..group }),
            Err(Problem { what, .. }) => problems.push(what),
        }
    }
    Ok((groups, problems))
}

fn row(number: Option<&str>, question: &str, answer: &str) -> Row {
    Row { number: number.map(str::to_owned), question: question.to_owned(), answer: answer.to_owned(), ..Row::default() }
}

#[test]
fn every_encoding_gives_the_same_text() {
    let text = "De coördinatoren – ‘jeugd’ en “zorg” – kosten samen € 5.000 in België. Eén cliënt is geïnformeerd.\n";
    let utf16 =
        |to_bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| mark.into_iter().chain(text.encode_utf16().flat_map(to_bytes)).collect::<Vec<u8>>();
    let (windows, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!lossy);
    let table: &[(&str, Vec<u8>)] = &[
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with mark", [b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        ("UTF-16LE", utf16(u16::to_le_bytes, [0xFF, 0xFE])),
        ("UTF-16BE", utf16(u16::to_be_bytes, [0xFE, 0xFF])),
        ("windows-1252", windows.into_owned()),
        ("CRLF", text.replace('\n', "\r\n").into_bytes()),
        ("CR", text.replace('\n', "\r").into_bytes()),
    ];
    let wrong: Vec<_> = table
        .iter()
        .map(|(name, bytes)| (name, letter(bytes).map(|source| source.text)))
        .filter(|(_, got)| got.as_deref() != Ok(text))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn short_windows_1252_texts() {
    let texts = [
        "Café",
        "€ 5",
        "Eén",
        "België",
        "‘ja’",
        "– nee",
        "“Ja”, zei zij.",
        "De reünie is geïnitieerd.",
        "Wij hebben 25 % – circa € 3,5 mln. – uitgegeven.",
        "1. Vraag\nHoeveel cliënten zijn er?\nAntwoord\n§ 3, lid 2",
        "Curaçao",
        "5 m²",
        "10 °C",
        "½ fte",
        "Zoë en André",
        "vóór 1 mei",
        "•  het plein",
        "ideeën…",
        "crème fraîche",
        "SKÅL",
        "Übersicht",
    ];
    let wrong: Vec<_> = texts
        .iter()
        .map(|text| (text, letter(&encoding_rs::WINDOWS_1252.encode(text).0)))
        .filter(|(text, got)| got.as_ref().map(|source| source.text.as_str()) != Ok(**text))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn form_feeds_make_pages() {
    let source = letter("Eerste blad\n\u{0C}Tweede blad\u{0C}derde\n\u{0C}".as_bytes()).expect("a letter");
    let pages: Vec<_> = source.marks.iter().map(|mark| (mark.kind, mark.span.of(&source.text))).collect();
    let expected = [(MarkKind::Page(1), "Eerste blad\n\n"), (MarkKind::Page(2), "Tweede blad\n"), (MarkKind::Page(3), "derde\n\n")];
    assert_eq!(pages, expected);
    assert!(letter(b"Een blad").is_ok_and(|source| source.marks.is_empty()));
}

#[test]
fn what_is_not_text_is_refused_with_a_remedy() {
    let table: &[(&str, &[u8], &str)] = &[
        ("empty", b"", "is empty"),
        ("blank", b" \r\n\t\n", "is empty"),
        ("only a mark", b"\xEF\xBB\xBF", "is empty"),
        ("NUL", b"Geachte\0raad", "is binary"),
        ("control characters", b"\x01\x02\x03abc\x04\x05", "is binary"),
        ("PDF", b"%PDF-1.7 ...", "is a damaged PDF"),
        ("zip", b"PK\x03\x04 ...", "is an archive"),
        ("RTF", b"{\\rtf1\\ansi Geachte raad}", "is an RTF"),
        ("photograph", b"\xFF\xD8\xFF\xE0", "is an image"),
    ];
    let wrong: Vec<_> = table
        .iter()
        .map(|(name, bytes, expected)| (name, letter(bytes), expected))
        .filter(|(_, got, expected)| !got.as_ref().is_err_and(|error| error.starts_with(**expected) && error.contains("; ")))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn markdown_stays_as_it_is_and_what_its_signs_say_is_marked() {
    let folder = folder(&[("brief.md", "# Brief\n\n**Vraag 1**\n".as_bytes())]);
    let source = read(&folder.path().join("brief.md"), "brief", &Limits::default()).expect("a letter");
    assert_eq!(source.text, "# Brief\n\n**Vraag 1**\n");
    assert_eq!(source.marks.iter().map(|mark| mark.span.of(&source.text)).collect::<Vec<_>>(), ["Brief", "Vraag 1"]);
}

/// Ids of letters and names of tables, and "file: what" of problems, relative to `root`.
fn walked(root: &Path, paths: &[&str]) -> (Vec<String>, Vec<String>) {
    let (inputs, problems) = walk(&paths.iter().map(|path| root.join(path)).collect::<Vec<_>>(), &|path| path.ends_with("eigen.csv"));
    let relative = |path: &Path| path.strip_prefix(root).unwrap_or(path).display().to_string();
    let names = inputs.iter().map(|input| match input {
        Input::Letter { id, .. } => id.clone(),
        Input::Table(path) => format!("table {}", relative(path)),
    });
    let problems = problems.iter().map(|problem| format!("{}: {}", relative(Path::new(&problem.file)), problem.what));
    (names.collect(), problems.collect())
}

#[test]
fn a_folder_is_walked_in_order_and_says_what_it_leaves_out() {
    let folder = folder(&[
        ("b.txt", b"b"),
        ("a.md", b"a"),
        ("sub/c.TXT", b"c"),
        ("sub/deep/d.txt", b"d"),
        (".hidden.txt", b"x"),
        (".git/x.txt", b"x"),
        ("~$a.docx", b"x"),
        ("README.md", b"x"),
        ("a.docx", b"x"),
        ("plan.pdf", b"x"),
        ("foto.JPG", b"x"),
        ("gold.csv", b"x"),
        ("eigen.csv", b"x"),
        ("los", b"x"),
        ("reports/run.json", b"{}"),
        ("reports/answers.csv", b"x"),
        ("reports/texts/b.txt", b"b"),
    ]);
    let (ids, problems) = walked(folder.path(), &[""]);
    assert_eq!(ids, ["a.docx", "a.md", "b", "foto", "los", "plan", "c", "d"]);
    let table = "a table is read only when it is named itself";
    let own = "eigen.csv: is a table that this program wrote".to_owned();
    assert_eq!(problems, [own, format!("gold.csv: {table}"), "reports: was written by an earlier run".to_owned()]);
}

#[test]
fn what_is_named_itself() {
    let folder = folder(&[("x/a.txt", b"a"), ("x/pairs.csv", b"answer\n1\n"), ("leeg/.keep", b"")]);
    let (ids, problems) = walked(folder.path(), &["x/a.txt", "x", "x/pairs.csv", "x/pairs.csv", "leeg", "weg.txt"]);
    assert_eq!(ids, ["a", "table x/pairs.csv"]);
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert_eq!(problems[0], "leeg: holds no letters");
    assert!(problems[1].starts_with("weg.txt: cannot find it"), "{problems:?}");
}

#[test]
fn equal_names_become_longer() {
    let folder = folder(&[
        ("k/2023/brief.txt", b"x"),
        ("k/2024/Brief.txt", b"x"),
        ("k/ander.txt", b"x"),
        ("l/2023/brief.txt", b"x"),
        ("l/z.txt", b"x"),
        ("l/z.md", b"x"),
    ]);
    let (ids, _) = walked(folder.path(), &["k"]);
    assert_eq!(ids, ["2023/brief", "2024/Brief", "ander"]);
    let (ids, _) = walked(folder.path(), &["k", "l"]);
    assert_eq!(ids[1..3], ["2024/Brief", "ander"]);
    assert!(ids[0].ends_with("k/2023/brief") && ids[3].ends_with("l/2023/brief") && ids[4] == "z.md" && ids[5] == "z.txt", "{ids:?}");
    assert!(ids.iter().all(|id| !id.starts_with('/') && !id.contains("..")));
}

#[cfg(unix)]
#[test]
fn links_are_followed_once() {
    let folder = folder(&[("a/x.txt", b"x"), ("elders/y.txt", b"y")]);
    let link = |from: &str, to: &str| std::os::unix::fs::symlink(folder.path().join(from), folder.path().join(to)).expect("a link");
    link("a", "a/rond");
    link("a/x.txt", "a/z.txt");
    link("elders", "a/naar");
    link("weg", "a/stuk.txt");
    let (ids, problems) = walked(folder.path(), &["a"]);
    assert_eq!(ids, ["y", "x"]);
    assert_eq!(problems.len(), 1, "{problems:?}");
}

#[test]
fn tables_in_every_form_are_the_same() {
    let rows = vec![
        row(Some("1"), "Hoeveel cliënten, en sinds wanneer?", "Zie het jaarverslag; dat volgt.\nIn mei."),
        row(Some("2"), "Klopt dat?", "\"Ja\" – € 5."),
    ];
    let lines = [
        ["letter", "number", "date", "question", "answer"].map(str::to_owned),
        ["b1".to_owned(), "1".to_owned(), "2024-03-12".to_owned(), rows[0].question.clone(), rows[0].answer.clone()],
        ["b1".to_owned(), "2".to_owned(), "2024-03-12".to_owned(), rows[1].question.clone(), rows[1].answer.clone()],
    ];
    let csv = |separator: u8, quoted: csv::QuoteStyle| {
        let mut writer = csv::WriterBuilder::new().delimiter(separator).quote_style(quoted).from_writer(Vec::new());
        for line in &lines {
            writer.write_record(line).expect("a line");
        }
        writer.into_inner().expect("a table")
    };
    let plain = csv(b',', csv::QuoteStyle::Necessary);
    let semicolon = csv(b';', csv::QuoteStyle::Always);
    let json = lines[1..].iter().map(|line| serde_json::json!({"letter": line[0], "number": line[1].parse::<u8>().unwrap_or(0), "other": [1], "date": line[2], "question": line[3], "answer": line[4]}).to_string());
    let json = json.collect::<Vec<_>>().join("\n");
    let windows = |bytes: &[u8]| encoding_rs::WINDOWS_1252.encode(&String::from_utf8_lossy(bytes)).0.into_owned();
    let forms: Vec<(&str, &str, Vec<u8>)> = vec![
        ("comma", "t.csv", plain.clone()),
        ("semicolon", "t.csv", semicolon.clone()),
        ("tab", "t.csv", csv(b'\t', csv::QuoteStyle::Necessary)),
        ("mark", "t.csv", [b"\xEF\xBB\xBF", semicolon.as_slice()].concat()),
        ("sep=", "t.csv", [b"sep=;\r\n", semicolon.as_slice()].concat()),
        ("windows-1252", "t.csv", windows(&plain)),
        ("jsonl", "t.jsonl", json.clone().into_bytes()),
        ("jsonl, mark, CRLF", "t.jsonl", format!("\u{FEFF}{}\r\n\r\n", json.replace('\n', "\r\n")).into_bytes()),
        ("jsonl, windows-1252", "t.jsonl", windows(json.as_bytes())),
    ];
    let expected = Group { letter: "b1".to_owned(), date: Some("2024-03-12".parse().expect("a date")), rows, ..Group::default() };
    let wrong: Vec<_> = forms
        .iter()
        .map(|(name, file, bytes)| (name, table(file, bytes, "")))
        .filter(|(_, got)| got != &Ok((vec![expected.clone()], Vec::new())))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Name and numbers of each letter, and the warnings.
fn letters(bytes: &str) -> (Vec<String>, Vec<String>) {
    let (groups, problems) = table("tabel.csv", bytes.as_bytes(), "").expect("a table");
    assert!(problems.is_empty(), "{problems:?}");
    let shown = groups.iter().map(|group| {
        format!("{}:{}", group.letter, group.rows.iter().map(|row| row.number.as_deref().unwrap_or("-")).collect::<Vec<_>>().join(","))
    });
    (shown.collect(), groups.iter().filter_map(|group| group.warning.clone()).collect())
}

#[test]
fn which_rows_are_one_letter() {
    let (shown, warnings) =
        letters("letter,number,question,answer\na,1,v,x\na,2,v,x\nb,1,v,x\na,3,v,x\nb,2,v,x\na,4,v,x\n,5,v,x\n,6,v,x\n");
    assert_eq!(shown, ["a:1,2", "b:1", "a (2):3", "b (2):2", "a (3):4", "tabel-7:5", "tabel-8:6"]);
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    let (shown, warnings) = letters("number,question,answer\n1,v,x\n2a,v,x\n2b,v,x\n1,v,x\n2,v,x\n");
    assert_eq!(shown, ["tabel:1,2a,2b", "tabel (2):1,2"]);
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert_eq!(letters("question,answer\nv,x\nv,x\n").0, ["tabel-1:-", "tabel-2:-"]);
    assert_eq!(letters("id,question,answer\np7,v,x\np8,v,x\n").0, ["p7:-", "p8:-"]);
}

#[test]
fn a_letter_without_end_is_cut() {
    let rows: Vec<_> = (0..10_050).map(|number| format!("a,{number},v,x")).collect();
    let (shown, warnings) = letters(&format!("letter,number,question,answer\n{}\n", rows.join("\n")));
    assert_eq!(shown.len(), 2);
    assert!(shown[1].starts_with("a (2):10000,"));
    assert!(warnings[0].contains("too long"), "{warnings:?}");
}

#[test]
fn columns_are_named_or_asked_for() {
    let dutch = "vraag;antwoord;doc;nr\nWat?;Niets.;b;3a\n".as_bytes();
    let (groups, problems) = table("t.csv", dutch, "answer=Antwoord, question=vraag,letter=doc,number=nr").expect("a table");
    assert_eq!((groups[0].letter.as_str(), &groups[0].rows, problems.len()), ("b", &vec![row(Some("3a"), "Wat?", "Niets.")], 0));
    let (named, _) = table("t.csv", dutch, "").expect("Dutch names are known");
    assert_eq!(named[0].rows, groups[0].rows);
    let errors = [
        (table("t.csv", b"tekst;reactie\nWat?;Niets.\n", ""), "has no column `answer`; its columns are `tekst`, `reactie`; say which"),
        (table("t.csv", dutch, "answer=reactie"), "has no column `reactie`; its columns are `vraag`"),
        (
            table("t.jsonl", b"{\"vraag\":\"x\"}\n{\"reactie\":\"x\"}", ""),
            "has no column `answer`; its columns are `vraag`, `reactie`; say",
        ),
        (table("t.jsonl", b"[{\"answer\":\"x\"}]", ""), "is one JSON list; write"),
        (table("t.csv", b"\xFF\xFEa\0", ""), "is UTF-16; save"),
        (table("t.csv", b"PK\x03\x04\0", ""), "is binary"),
        (table("t.csv", b" \n", ""), "is empty; "),
        (table("t.csv", dutch, "anwser=x"), "`anwser` is not a field; the fields are id, letter"),
        (table("t.csv", dutch, "answer"), "`answer` is not of the form"),
        (table("t.csv", dutch, "answer="), "`answer=` names no column"),
        (table("t.csv", dutch, "answer=a,answer=b"), "`answer` is given twice"),
    ];
    let wrong: Vec<_> = errors.iter().filter(|(got, expected)| !got.as_ref().is_err_and(|error| error.starts_with(expected))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let (groups, problems) = table("t.csv", b"answer\nJa.\n", "").expect("a table");
    assert_eq!((groups.len(), problems.len()), (1, 1), "{problems:?}");
}

#[test]
fn a_bad_row_is_reported_and_the_rest_goes_on() {
    let csv = "number,date,question,answer\n1,12-03-2024,\"regel\nregel\",ja\n2,gisteren,v,nee\n3,2024-03-13,v\n4,2024-03-13,v,ja,te veel\n,,,\n5,12 03,v,'=1+1\n6,2024-03-12,v,'t is zo,,\n";
    let (groups, problems) = table("t.csv", csv.as_bytes(), "").expect("a table");
    let answers: Vec<_> = groups.iter().flat_map(|group| &group.rows).map(|row| row.answer.as_str()).collect();
    assert_eq!(answers, ["ja", "nee", "=1+1", "'t is zo"]);
    let expected = [
        "line 4: column `date` holds no date: `gisteren`",
        "line 5: column `answer` is missing: the row is left out",
        "line 6: has 5 cells, the first line 4: the row is left out",
        "line 8: column `date` holds no date: `12 03`",
    ];
    assert_eq!(problems, expected);

    let json = "{\"question\":\"v\",\"answer\":\"een\"}\n{\"question\":\"v\"}\nniets\n{\"answer\":[1]}\n{\"answer\":\"twee\",\"question\":null}\n{\"answer\":null,\"question\":\"v\"}\n{\"answer\":\"drie\"} x\n";
    let (groups, problems) = table("t.jsonl", json.as_bytes(), "").expect("a table");
    let answers: Vec<_> = groups.iter().flat_map(|group| &group.rows).map(|row| row.answer.as_str()).collect();
    assert_eq!(answers, ["een", "twee", ""]);
    let lines: Vec<_> = problems.iter().map(|what| what.split(['(', ':']).take(2).collect::<String>()).collect();
    assert_eq!(
        lines,
        [
            "line 2 column `answer` is missing",
            "line 3 is not a JSON object ",
            "line 4 column `answer` holds a list, not text",
            "line 7 is not a JSON object "
        ]
    );
}

#[test]
fn problems_are_bounded() {
    let (_, problems) =
        table("t.jsonl", format!("{{\"answer\":\"x\",\"question\":\"v\"}}\n{}", "x\n".repeat(5_000)).as_bytes(), "").expect("a table");
    assert_eq!(problems.len(), 1_001);
    assert_eq!(problems.last().map(String::as_str), Some("4000 more rows have a problem that is not listed"));
}

#[test]
fn rows_become_a_letter_whose_parts_cover_it() {
    let csv = "id,letter,number,theme,date,question,answer\n,b,1,Groen,2024-03-12,Wat?,\" Niets.\r\n\"\n,b,2,Groen,,En?,\nx9,b,3,Zorg,,Waar?,Hier.\n,b,1,Zorg,,Nog iets?,Nee.\n,b,,Zorg,,Echt?,Ja.\n";
    let (groups, _) = table("t.csv", csv.as_bytes(), "").expect("a table");
    let letter = letter::from_group(groups[0].clone());
    assert_eq!((letter.id.as_str(), letter.from_table, letter.about.kind), ("b", true, LetterKind::Answer));
    let shown: Vec<_> = letter
        .exchanges()
        .map(|(theme, exchange)| {
            (
                theme.title.as_str(),
                exchange.questions[0].id.as_str(),
                exchange.questions[0].text.text(&letter.text),
                exchange.answer.text(&letter.text),
            )
        })
        .collect();
    let expected = [
        ("Groen", "b#1", "Wat?", " Niets.\r\n"),
        ("Groen", "b#2", "En?", ""),
        ("Zorg", "x9", "Waar?", "Hier."),
        ("Zorg", "b#2.1", "Nog iets?", "Nee."),
        ("Zorg", "b#u1", "Echt?", "Ja."),
    ];
    assert_eq!(shown, expected.map(|(theme, id, question, answer)| (theme, id, question.into(), answer.into())));
    let end = letter.parts.iter().fold(0, |end, part| {
        assert_eq!(part.span.start, end);
        part.span.end
    });
    assert_eq!(end, letter.text.len());
}

proptest! {
    #[test]
    fn no_bytes_break_a_letter(bytes in prop::collection::vec(prop::sample::select(b"a\xC3\xA9\xAD\xC2\xE2\x80\x8B\r\n\x0C -#\xFF\xFE".to_vec()), 0..80)) {
        if let Ok(source) = letter(&bytes) {
            assert!(!source.text.contains(['\r', '\u{AD}', '\u{0C}', '\u{200B}', '\u{FEFF}']));
            let mut end = 0;
            for mark in &source.marks {
                assert_eq!(mark.span.start, end);
                assert!(source.text.is_char_boundary(mark.span.end));
                end = mark.span.end;
            }
        }
    }

    #[test]
    fn no_bytes_break_a_table(
        bytes in prop::collection::vec(prop::sample::select(b"a1,;\"'\n\r=\xE9{}:[]".to_vec()), 0..120),
        json in any::<bool>(),
    ) {
        let (name, head) = if json { ("t.jsonl", "{\"answer\":\"a\"}\n") } else { ("t.csv", "letter,number,question,answer\n") };
        let bytes = [head.as_bytes(), &bytes].concat();
        let (groups, _) = table(name, &bytes, "").expect("a table");
        for group in groups {
            let letter = letter::from_group(group);
            assert!(letter.exchanges().all(|(_, exchange)| exchange.questions.len() == 1));
        }
    }

    #[test]
    fn no_columns_break_the_command_line(text in "[a-z=, ]{0,30}".prop_map(|text| text.replace('a', "answer"))) {
        let _ = text.parse::<Columns>();
    }
}
