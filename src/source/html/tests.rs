//! Small pages and what is read of them.

use std::path::Path;

use crate::source::{Limits, MarkKind, Source};

fn read(page: &str) -> Source {
    super::html(Path::new("pagina.html"), "pagina", page.as_bytes(), &Limits::default()).unwrap_or_default()
}

/// The stretches under marks that `wanted` picks.
fn marked(source: &Source, wanted: fn(&MarkKind) -> bool) -> Vec<&str> {
    source.marks.iter().filter(|mark| wanted(&mark.kind)).map(|mark| mark.span.of(&source.text)).collect()
}

#[test]
fn blocks_are_lines() {
    let table = [
        ("<p>Een  <b>twee</b>\n drie<br>vier</p><p>vijf", "Een twee drie\nvier\n\nvijf"),
        ("<div>een<div>twee</div>drie</div>", "een\ntwee\ndrie"),
        ("een<br><br>twee", "een\n\ntwee"),
        ("<p class=MsoNormal>een</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>twee</p>", "een\n\ntwee"),
        ("<pre>een\n  twee</pre>", "een\n  twee"),
        ("1&nbsp;200 &euro; co&ouml;rdinatie", "1 200 € coördinatie"),
        ("<p>een<script>x</script><style>y</style><noscript>z</noscript><template>t</template></p>", "een"),
        ("<p hidden>weg</p><p style='Display: none'>weg</p><p>hier<img alt='foto'></p>", "hier"),
        (
            "<dl><dt>Datum</dt><dd>9 mei</dd><dt>Kenmerk:</dt><dd><span>12</span></dd><dt>Hoeveel?</dt><dd>Tien.</dd></dl>",
            "Datum: 9 mei\nKenmerk: 12\nHoeveel?\nTien.",
        ),
        ("<p>ge<b>deeld</b>e <i> woorden</i></p>", "gedeelde woorden"),
    ];
    let wrong: Vec<_> =
        table.iter().map(|(page, text)| (read(page).text, *text)).filter(|(found, text)| found.trim_end() != *text).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn lists_have_their_numbers() {
    let table = [
        ("<ol><li>een<li value=5>vijf<li><p>zes</p><p>nog</p></ol>", "1. een\n5. vijf\n6. zes\n\nnog"),
        ("<ol start=3 type=a><li>c<ol type=I><li>I</ol><li>d</ol>", "c. c\nI. I\nd. d"),
        ("<ol reversed><li>twee<li>een</ol>", "2. twee\n1. een"),
        ("<ul><li>punt<ul><li>diep</ul></ul>", "• punt\n• diep"),
        ("<ul style='list-style: none'><li>kaal</ul>", "kaal"),
    ];
    let wrong: Vec<_> =
        table.iter().map(|(page, text)| (read(page).text, *text)).filter(|(found, text)| found.trim_end() != *text).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(marked(&read(table[0].0), |kind| *kind == MarkKind::Number), ["1.", "5.", "6."]);
}

#[test]
fn panels_that_a_button_opens_are_read() {
    let page = "<h2>Groen</h2><details><summary>1. Hoeveel?</summary><h3>Kop</h3>Tien.</details>\
        <div role=heading aria-level=3><button aria-controls=p aria-expanded=false>2. Waarom?</button></div><div id=p hidden>Daarom.</div>\
        <button aria-expanded=false>3. Wie?</button><div hidden>Wij.</div><div hidden>Nooit.</div>";
    let source = read(page);
    assert_eq!(source.text, "Groen\n\n1. Hoeveel?\n\nKop\n\nTien.\n\n2. Waarom?\nDaarom.\n3. Wie?\nWij.\n");
    let levels: Vec<_> = source
        .marks
        .iter()
        .filter_map(|mark| match mark.kind {
            MarkKind::Heading(level) => Some((level, mark.span.of(&source.text))),
            _ => None,
        })
        .collect();
    assert_eq!(levels, [(2, "Groen"), (3, "1. Hoeveel?"), (3, "Kop"), (3, "2. Waarom?"), (4, "3. Wie?")]);
}

#[test]
fn what_stands_beside_the_main_text() {
    let table: &[(&str, &[&str])] = &[
        ("<div>buiten</div><main><header><h1>Kop</h1></header><footer>Groet</footer></main>los", &["buiten", "los"]),
        ("<header>Stad</header><nav>Menu</nav><p>Brief</p><aside>Zie</aside><footer>Voet</footer>", &["Stad", "Menu", "Zie", "Voet"]),
        ("<p>kort</p><article><p>Het ene artikel, dat het langst is.</p></article>", &["kort"]),
        ("<div class=cookie-melding>Wij <button>Goed</button></div><h2 class=cookies>Cookies</h2><p>Hoeveel?", &["Wij Goed"]),
        ("<div class=breadcrumbs>Home &gt; Raad</div><p>Brief", &["Home > Raad"]),
        ("<h2>Inhoud</h2><ul><li><a href=#a>A</a><li><a href=#b>B</a></ul><h2 id=a>A</h2><h2 id=b>B</h2>", &["Inhoud", "• A\n• B"]),
        ("<p id=top>Tekst <a href=#top>Naar boven</a></p><p><a href='/x'>Naar boven</a>", &["Naar boven"]),
        ("<p>Deel: <a href='https://www.linkedin.com/shareArticle'>LinkedIn</a></p><p>Brief", &["Deel: LinkedIn"]),
        ("<form action=/zoek><label>Zoek</label><button>Ga</button></form><p>Brief", &["Zoek Ga"]),
        ("<form id=aspnetForm><h1>Brief</h1><p>Vraag 1</p></form>", &[]),
        (
            "<h2>Downloads</h2><ul><li><a href=a.pdf>Nota</a></ul><h2>Bijlagen</h2><ul><li><a href=a.pdf>Nota</a></ul>",
            &["Downloads", "• Nota"],
        ),
    ];
    let beside = |page: &str| {
        let source = read(page);
        marked(&source, |kind| *kind == MarkKind::Aside).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let wrong: Vec<_> = table.iter().map(|(page, wanted)| (beside(page), wanted)).filter(|(found, wanted)| found != *wanted).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn cells_stand_where_the_table_says() {
    let page = "<table><thead><tr><td>Nr<td>Vraag</thead><tr><td rowspan=2>1<td colspan=2>a<tr><td>b<td></table>\
        <table role=presentation><tr><td>x<td>y</table><table><tr><th>p<th>q<tr><th>r<td>s</table>";
    let source = read(page);
    let cells: Vec<_> = source
        .marks
        .iter()
        .filter_map(|mark| match mark.kind {
            MarkKind::Cell(cell) => Some((mark.span.of(&source.text), cell.table, cell.row, cell.column, cell.columns, cell.header)),
            _ => None,
        })
        .collect();
    let wanted = [
        ("Nr", 0, 0, 0, 1, true),
        ("Vraag", 0, 0, 1, 1, true),
        ("1", 0, 1, 0, 1, false),
        ("a", 0, 1, 1, 2, false),
        ("b", 0, 2, 1, 1, false),
        ("p", 1, 0, 0, 1, true),
        ("q", 1, 0, 1, 1, true),
        ("r", 1, 1, 0, 1, false),
        ("s", 1, 1, 1, 1, false),
    ];
    assert_eq!(cells, wanted);
}

#[test]
fn notes_and_their_calls() {
    let page = "<p>Tien<sup><a href=#n1 id=r1>1</a></sup> bomen en <a href=#v2>2</a>.</p><p id=v2>Vraag 2</p>\
        <ol><li id=n1>De telling. <a href=#r1><sup>1</sup></a></ol>";
    let source = read(page);
    assert_eq!(marked(&source, |kind| *kind == MarkKind::Call), ["1"]);
    assert_eq!(marked(&source, |kind| *kind == MarkKind::Note), ["1. De telling. 1"]);
}

#[test]
fn emphasis_paragraphs_and_quoted_mail() {
    let source = read("<p><b>Vraag <b>1</b></b> <span style='font-style:italic'>Hoe?</span></p><blockquote type=cite>Uw mail</blockquote>");
    assert_eq!(marked(&source, |kind| *kind == MarkKind::Bold), ["Vraag 1"]);
    assert_eq!(marked(&source, |kind| *kind == MarkKind::Italic), ["Hoe?"]);
    assert_eq!(marked(&source, |kind| *kind == MarkKind::Quoted), ["Uw mail"]);
    assert_eq!(marked(&source, |kind| matches!(kind, MarkKind::Paragraph(2))), ["Uw mail"]);
}

#[test]
fn pages_that_no_browser_would_show_are_refused() {
    let attributes: String = (0..60_000).flat_map(|number| [" a".to_owned(), number.to_string()]).collect();
    let formatted: String = (0..400).flat_map(|number| ["<b id=".to_owned(), number.to_string(), ">".to_owned()]).collect();
    let table = [
        "<div>".repeat(100_000),
        "<b>".repeat(100_000),
        "<table><td>".repeat(100_000),
        format!("<p{attributes}>x"),
        format!("<p>{formatted}{}", "<p>x".repeat(100_000)),
        "<".repeat(17 << 20),
    ];
    let what = |page: &String| super::html(Path::new("p.html"), "p", page.as_bytes(), &Limits::default()).err().map(|error| error.what);
    let found: Vec<_> = table.iter().map(what).collect();
    assert!(
        found.iter().all(|what| what.as_ref().is_some_and(|what| what.starts_with("nests") || what.starts_with("holds more"))),
        "{found:?}"
    );
    let picture = format!("<p><img src='data:image/png;base64,{}'>Vraag 1", "iVBO/w0K".repeat(3 << 20));
    assert_eq!(read(&picture).text.trim_end(), "Vraag 1");
}
