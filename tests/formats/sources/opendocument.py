"""Flat OpenDocument, from which LibreOffice makes the .odt and the PDF."""

from xml.sax.saxutils import escape as e

import letters

SPACES = " ".join(
    f'xmlns:{name}="{space}"'
    for name, space in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)


def style(name, family="paragraph", parent="Standard", paragraph="", text="", more=""):
    inherits = f' style:parent-style-name="{parent}"' if family == "paragraph" else ""
    inside = f"<style:paragraph-properties {paragraph}/>" if paragraph else ""
    inside += f"<style:text-properties {text}/>" if text else ""
    return f'<style:style style:name="{name}" style:family="{family}"{inherits}{more}>{inside}</style:style>\n'


BOLD, ITALIC = 'fo:font-weight="bold"', 'fo:font-style="italic"'

AUTOMATIC = (
    style("Afzender", text=BOLD + ' fo:font-size="14pt"')
    + style("Thema", paragraph='fo:margin-top="0.5cm" fo:keep-with-next="always"', text=BOLD + ' fo:font-size="14pt"')
    + style("Kapitalen", paragraph='fo:margin-top="0.5cm" fo:keep-with-next="always"', text=BOLD)
    + style("Vraagkop", paragraph='fo:margin-top="0.3cm" fo:keep-with-next="always"', text=BOLD)
    + style("Vraag", paragraph='fo:margin-top="0.2cm" fo:keep-with-next="always"', text=BOLD)
    + style("Cursief", paragraph='fo:margin-top="0.3cm" fo:keep-with-next="always"', text=ITALIC)
    + style("Antwoordkop", paragraph='fo:keep-with-next="always"', text='style:text-underline-style="solid"')
    + style("Antwoord", paragraph='fo:text-align="justify" fo:margin-bottom="0.15cm"')
    + style("Rechts", paragraph='fo:text-align="end"', text='fo:font-size="8pt"')
    + style("Cel", text='fo:font-size="9pt"', paragraph='fo:hyphenation-ladder-count="no-limit"')
    + style("Celkop", text=BOLD + ' fo:font-size="9pt"')
    + style("Vet", "text", text=BOLD)
    + '<style:style style:name="Kader" style:family="graphic"><style:graphic-properties draw:stroke="none" fo:border="none" '
    'style:wrap="none" style:vertical-pos="from-top" style:vertical-rel="paragraph" style:horizontal-pos="from-left" '
    'style:horizontal-rel="paragraph"/></style:style>\n'
    + '<style:style style:name="Tabel" style:family="table"><style:table-properties style:width="25.7cm" table:align="margins"/></style:style>\n'
    + "".join(
        f'<style:style style:name="Kolom{number}" style:family="table-column"><style:table-column-properties style:column-width="{width}cm"/></style:style>\n'
        for number, width in enumerate([1.3, 1.3, 3.1, 8, 12])
    )
    + '<style:style style:name="Vak" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="0.5pt solid #000000"/></style:style>\n'
    + '<style:style style:name="Balk" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="0.5pt solid #000000" fo:background-color="#d0e4ee"/></style:style>\n'
)


def level(number, prefix="", suffix=".", form="1", space="0.63cm", follow="listtab"):
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-prefix="{prefix}" style:num-suffix="{suffix}" style:num-format="{form}">'
        f'<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
        f'text:label-followed-by="{follow}" text:list-tab-stop-position="{space}" fo:text-indent="-{space}" fo:margin-left="{space}"/>'
        f"</style:list-level-properties></text:list-level-style-number>"
    )


LISTS = (
    f'<text:list-style style:name="Vragen">{level(1)}</text:list-style>\n'
    f'<text:list-style style:name="Vraagkoppen">{level(1, "Vraag ", "", space="0cm", follow="nothing")}</text:list-style>\n'
    f'<text:list-style style:name="Cijfers">{level(1)}</text:list-style>\n'
    f'<text:list-style style:name="Letters">{level(1, "", ")", "a")}</text:list-style>\n'
)


def document(title, date, body, header="", footer="pagina @ van #", landscape=False):
    size = 'fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"' if landscape else 'fo:page-width="21cm" fo:page-height="29.7cm"'
    number = e(footer).replace("@", '<text:page-number text:select-page="current">1</text:page-number>').replace("#", "<text:page-count>1</text:page-count>")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><meta:initial-creator>antwoordmeter</meta:initial-creator><dc:creator>antwoordmeter</dc:creator>
<meta:creation-date>{date}T09:00:00</meta:creation-date><dc:date>{date}T09:00:00</dc:date><dc:title>{e(title)}</dc:title><dc:language>nl-NL</dc:language></office:meta>
<office:font-face-decls><style:font-face style:name="Liberation Sans" svg:font-family="'Liberation Sans'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="no-limit"/>
<style:text-properties style:font-name="Liberation Sans" fo:font-size="10pt" fo:language="nl" fo:country="NL" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
</office:styles>
<office:automatic-styles>
{AUTOMATIC}{LISTS}<style:page-layout style:name="Blad"><style:page-layout-properties {size} fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/>
<style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Blad">
<style:header><text:p text:style-name="Rechts">{e(header)}</text:p></style:header>
<style:footer><text:p text:style-name="Rechts">{number}</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>
{body}</office:text></office:body></office:document>
"""


def p(text, style="Standard"):
    return f'<text:p text:style-name="{style}">{text if text.startswith("<") else e(text)}</text:p>\n'


def lines(block, style="Standard"):
    """A block of the head: its lines in one paragraph."""
    return f'<text:p text:style-name="{style}">' + "<text:line-break/>".join(e(line) for line in block) + "</text:p>\n<text:p/>\n"


def answer(parts):
    out, at = "", 0
    while at < len(parts):
        if isinstance(parts[at], str):
            out += p(parts[at], "Antwoord")
            at += 1
            continue
        kind = "Letters" if parts[at][0].endswith(")") else "Cijfers"
        out += f'<text:list text:style-name="{kind}">\n'
        while at < len(parts) and not isinstance(parts[at], str):
            out += f"<text:list-item>{p(parts[at][1], 'Antwoord')}</text:list-item>\n"
            at += 1
        out += "</text:list>\n"
    return out


def note(number, text):
    return (
        f'<text:note text:note-class="footnote"><text:note-citation>{number}</text:note-citation>'
        f"<text:note-body><text:p>{e(text)}</text:p></text:note-body></text:note>"
    )


def frame(block):
    inside = "".join(p(line, "Afzender" if at == 0 else "Standard") for at, line in enumerate(block))
    return (
        '<text:p><draw:frame draw:style-name="Kader" draw:name="Briefhoofd" text:anchor-type="paragraph" svg:x="9cm" svg:y="0cm" svg:width="7cm">'
        f'<draw:text-box fo:min-height="2cm">\n{inside}</draw:text-box></draw:frame></text:p>\n'
    )


def wielsterdam():
    """Themes in larger bold type, `Vraag n` an automatic number on a line of its own, the letterhead in a frame."""
    letter = letters.wielsterdam()
    body = frame(letter.head[0]) + "".join(lines(block) for block in letter.head[1:4])
    intro = e(letter.head[4][0]).replace("reglement van orde", "reglement van orde" + note(1, "Reglement van orde voor de raad van Wielsterdam 2022."), 1)
    body += f"<text:p>{intro}</text:p>\n"
    for theme in letter.themes:
        body += p(theme.title, "Thema")
        for exchange in theme.exchanges:
            runs_on = 'xml:id="vragen"' if exchange.number == "1" else 'text:continue-list="vragen"'
            body += f'<text:list {runs_on} text:style-name="Vraagkoppen"><text:list-item>{p("", "Vraagkop")}</text:list-item></text:list>\n'
            body += p(exchange.question[0], "Vraag") + p(exchange.label, "Antwoordkop") + answer(exchange.answer)
    body += "<text:p/>\n" + "".join(lines(block) for block in letter.closing[:3])
    for line in letter.closing[3]:
        left, right = line.split("  ", 1)
        body += f"<text:p>{e(left)}<text:tab/><text:tab/>{e(right.strip())}</text:p>\n"
    return document("Beantwoording vragen Sterke Oevers", "2025-04-17", body, "2025-018834")


def drostenveen():
    """Questions in italics with automatic numbers that run on below headings in capitals; nothing announces the answers."""
    letter = letters.drostenveen()
    body = p(letter.head[0][0], "Afzender") + "<text:p/>\n" + "".join(lines(block) for block in letter.head[1:])
    for theme in letter.themes:
        body += p(theme.title, "Kapitalen")
        for exchange in theme.exchanges:
            question = p(exchange.question[0], "Cursief")
            body += f'<text:list text:style-name="Vragen"><text:list-item text:start-value="{exchange.number}">{question}</text:list-item></text:list>\n'
            body += answer(exchange.answer)
    body += "<text:p/>\n" + "".join(lines(block) for block in letter.closing)
    return document("Schriftelijke vragen zwembad De Waterspin", "2018-06-26", body, "2018-03377")


def waterschap():
    """One table over several pages, its header row repeated; a row for each theme that spans all columns."""
    letter = letters.waterschap()
    body = p(letter.head[0][0], "Afzender") + p(letter.head[1][0], "Thema") + "".join(lines(block) for block in letter.head[2:])
    body += '<table:table table:name="Vragen" table:style-name="Tabel">\n' + "".join(f'<table:table-column table:style-name="Kolom{n}"/>' for n in range(5))
    cell = lambda text, style: f'<table:table-cell table:style-name="Vak" office:value-type="string">{p(text, style)}</table:table-cell>'
    row = lambda cells, style="Cel": "<table:table-row>" + "".join(cell(text, style) for text in cells) + "</table:table-row>\n"
    body += "<table:table-header-rows>" + row(["Nr.", "Blz.", "Fractie", "Vraag", "Antwoord"], "Celkop") + "</table:table-header-rows>\n"
    for theme in letter.themes:
        body += f'<table:table-row><table:table-cell table:style-name="Balk" table:number-columns-spanned="5" office:value-type="string">{p(theme.title, "Celkop")}</table:table-cell>'
        body += "<table:covered-table-cell/>" * 4 + "</table:table-row>\n"
        for exchange in theme.exchanges:
            body += row([exchange.number, exchange.page, exchange.party, exchange.question[0], exchange.answer[0]])
    body += "</table:table>\n<text:p/>\n"
    return document("Technische vragen ontwerpbegroting 2024", "2023-10-31", body, "Waterschap Oude Vaart | technische vragen begroting 2024", landscape=True)


def veerdiensten():
    """Labels in bold, real footnotes in a question and an answer, the foot of the pages as in the Handelingen."""
    head, parts, notes = letters.veerdiensten()
    body = "".join(lines(block) for block in head)
    for label, (text,) in parts:
        words, number = letters.noted(text, notes)
        body += p(label, "Vraagkop") + f'<text:p text:style-name="Antwoord">{e(words)}{note(number, notes[number]) if number else ""}</text:p>\n'
    return document("Aanhangsel van de Handelingen", "2020-11-03", body, "", "Tweede Kamer, vergaderjaar 2020–2021, Aanhangsel @")
